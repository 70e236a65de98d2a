import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeInDanger } from '../../src/words/worrying.ts';
import { promptLibrary } from '../../src/words/library.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { sampleDocuments } from '../support/samples.ts';

const worrying = [
  'I want to die',
  'I don’t want to be here any more',
  'i dont want to wake up tomorrow',
  'Sometimes I think about killing myself',
  'I am going to kill my stupid self, I mean kill myself',
  'I feel suicidal tonight',
  'kms',
  'everyone would be better off without me',
  'I can’t go on like this',
  'I could not cope last night',
  'I have been cutting myself again',
  'I took all my tablets',
  'there is no reason to live',
  'thinking of ending it all',
  'he says he will kill himself',
  'I want to kill him',
  'he hits me when he drinks',
  'I am scared of my husband',
  'the children are not safe there',
  'he hurts the child',
  'my partner is threatening me',
  'I was raped',
];

/** "This rota is killing me" may show the card, and does: rather once too often. These need not. */
const everyday = [
  'This deadline is killing the project',
  'Please kill the lights when you leave',
  'I am dead tired',
  'We could murder a curry',
  'We hit our target this week',
  'The lift died again',
  'I am dying to see the mural',
  'Cut the budget, not the art',
  'The garden was a hit with the children',
  'We want to live up to what we said',
  'A child drew the poster',
  'He beat me at chess',
  'The meeting could not go on past 4pm',
  'I could not come because of the bus',
  'No room hire until April',
  'The printer is not safe to use',
  'We will end the meeting early',
  'My tablet broke',
  'The knife in the kitchen is blunt',
  'I cannot wait for the music',
  'Goodbye to the old chairs',
];

describe('words that may tell of danger', () => {
  it.each(worrying)('"%s" is met with help', (text) => {
    expect(mayBeInDanger(text)).toBe(true);
  });

  it.each(everyday)('"%s" is ordinary talk', (text) => {
    expect(mayBeInDanger(text)).toBe(false);
  });

  it.each([
    ['capitals', 'I WANT TO DIE'],
    ['doubled letters', 'i wannna dieee'],
    ['lines and signs', 'I want\nto… die!!!'],
    ['wide letters', 'Ｉ ｗａｎｔ ｔｏ ｄｉｅ'],
    ['hidden signs', 'I wa\u200bnt to d\u00adie'],
    ['accents', 'I wánt to díe'],
    ['any apostrophe', 'I donʼt want to live'],
  ])('are known with %s', (_, text) => {
    expect(mayBeInDanger(text)).toBe(true);
  });

  it('stand in no question and no message of ours, which people quote', () => {
    const ours = [
      ...promptLibrary.map(({ text }) => text),
      ...Object.values(sampleDocuments({ name: 'Sam', words: 'the day room' })).map(({ blocks }) => plainText(blocks)),
    ];
    expect(ours.filter((text) => mayBeInDanger(text))).toEqual([]);
  });

  it('are found wherever they stand', () => {
    const words = fc.array(fc.constantFrom('the', 'lift', 'is', 'broken', 'my', 'and', '…'), { maxLength: 12 });
    fc.assert(
      fc.property(words, fc.constantFrom(...worrying), words, (before, worry, after) => {
        expect(mayBeInDanger([...before, worry, ...after].join(' '))).toBe(true);
      }),
    );
  });

  it('a hundred thousand signs that nearly match are read to their end', () => {
    expect(mayBeInDanger('kill my own old '.repeat(7_000))).toBe(false);
    expect(mayBeInDanger(`${'kill my own old '.repeat(7_000)} I want to die`)).toBe(true);
    expect(mayBeInDanger('k'.repeat(100_000))).toBe(false);
  });
});
