import { describe, expect, it } from 'vitest';
import { readability, sentences, theirs, words } from '../support/readability.ts';

/** The gates that stopped a text, each once. */
const gates = (text: string) => [...new Set(readability(text).map(({ gate }) => gate))].sort();

describe('the tester stops what nobody should have to read', () => {
  it('28 short words in one sentence are stopped, though a formula of syllables would like them', () => {
    expect(gates(`${Array.from({ length: 28 }, () => 'meh').join(' ')}.`)).toEqual(['G1']);
  });

  it('a sentence of jargon is stopped', () => {
    const text =
      'Stakeholder engagement methodologies necessitate multidisciplinary organisational accountability, compliance and ' +
      'interoperability considerations going forward.';
    expect(gates(text)).toEqual(['G2', 'G3']);
  });

  it('"facilitate the utilisation" is stopped', () => {
    expect(gates('We will facilitate the utilisation of co-production methodologies going forward.')).toEqual([
      'G2',
      'G3',
    ]);
  });

  it.each([
    ['G1', 'a sentence of 21 words', 'We a b c d e f g h i j k l m n o p q r s t.'],
    ['G1', 'a colon that hides a second sentence', `We said this: ${'a '.repeat(20)}.`],
    ['G1', 'sentences that are all long', `${'a '.repeat(15)}. ${'b '.repeat(15)}.`],
    ['G2', 'two long words', 'Our partnership has a particular aim.'],
    ['G3', 'you said', 'You said, we did.'],
    ['G3', 'stakeholders', 'Ask the stakeholders.'],
    ['G3', 'unfortunately', 'Unfortunately, the room is shut.'],
    ['G3', 'it was felt', 'It was felt best.'],
    ['G3', 'e.g.', 'Bring food, e.g. cake.'],
    ['G3', 'via', 'Send it via Dev.'],
    ['G3', 'service users', 'Some service users came.'],
    ['G8', 'a double negative', 'You do not have no time.'],
    ['G8', 'a double negative with a short form', "Nobody can't come."],
    ['G8', 'a hidden double negative', 'I am not unsure.'],
    ['G8', 'capitals', 'READ this first.'],
    ['G8', 'click here', 'Click here to see it.'],
    ['G8', 'a 24-hour time', 'We meet at 14:00.'],
    ['G8', 'a 24-hour time before noon', 'We meet at 09:30.'],
    ['G8', 'an ISO date', 'Due 2027-03-09.'],
    ['G8', 'a moment for programs', 'Due 2027-03-09T10:00:00Z.'],
    ['G8', 'a date with slashes', 'Due 9/3/2027.'],
    ['G8', 'a month before its day', 'Due March 9.'],
    ['G8', 'a day with letters after it', 'Due 9th March.'],
    ['G8', 'a number in letters', 'We heard from seven people.'],
  ])('%s stops %s', (gate, _what, text) => {
    expect(gates(text)).toContain(gate);
  });
});

describe('the tester lets plain words through', () => {
  it.each([
    'We heard from 7 of 9 people. Thank you. Being quiet is fine.',
    'Open until Thursday 4 March at 10am. You can skip it. No one asks why.',
    'Not kept, and we do not know why.',
    'Life at risk: call 999, or go to A&E.',
    'Everyone works on another idea together on Saturday 4 December.',
    'The middle answer was 3.5 out of 5.',
    'The next times are 9:30am, 10am and midday.',
    'Yes',
  ])('%s', (text) => {
    expect(readability(text)).toEqual([]);
  });

  it('what people wrote themselves is one word, however hard theirs is', () => {
    expect(words(`${theirs} said: ${theirs}.`)).toEqual([theirs, 'said', theirs]);
    expect(readability(`${theirs}’s promise, ${theirs}, is due.`)).toEqual([]);
  });
});

describe('where a sentence ends', () => {
  it.each([
    ['at a line end', 'One thing\nAnother thing', ['One thing', 'Another thing']],
    ['at a list item', '- paint\n- sing', ['paint', 'sing']],
    ['at a numbered item', '1. paint\n2. sing', ['paint', 'sing']],
    ['after a closing quote', 'It asks "Why?" Say it.', ['It asks "Why?"', 'Say it.']],
    ['between two buttons', '[Yes, it is done] [Not yet]', ['[Yes, it is done]', '[Not yet]']],
    ['not at a colon', 'We did: the room.', ['We did: the room.']],
    ['not inside a number', 'It was 3.5 out of 5.', ['It was 3.5 out of 5.']],
  ])('%s', (_where, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});
