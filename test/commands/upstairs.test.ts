import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/commands/registry.ts';

const given = { now: '2027-03-01T10:00:00.000Z', today: '2027-03-01', zone: 'Europe/London', groups: [] };
const read = (line: string) => parseCommand(line, given)?.intent;
const asks = (text: string) => ({ family: 'upstairs', want: 'ask', text, sure: true });

describe('asking upstairs in natural words', () => {
  it.each([
    ['upstairs a paid peer trainer from May', 'a paid peer trainer from May'],
    ['ask upstairs for a paid peer trainer', 'a paid peer trainer'],
    ['ask the sponsor to fix the lift', 'to fix the lift'],
    ['upstairs: “a room for two days”', 'a room for two days'],
    ['upstairs 3 more chairs', '3 more chairs'],
    ['ask upstairs is there money for tea?', 'is there money for tea?'],
  ])('%s', (line, text) => expect(read(line)).toEqual(asks(text)));

  it('alone it shows the queue, and `ask upstairs` alone opens the form', () => {
    for (const line of ['upstairs', 'asks', 'our asks', 'Upstairs.'])
      expect(read(line)).toEqual({ family: 'upstairs', want: 'list', page: 1 });
    expect(read('ask upstairs')).toEqual({ family: 'upstairs', want: 'ask', text: null, sure: true });
  });

  it('the fear: talk about the floor above is put to everyone as an ask', () => {
    for (const line of ['upstairs is too cold', 'upstairs people never answer', 'asks too much of us'])
      expect(read(line)).toMatchObject({ want: 'offer', text: line });
  });

  it('is no question of a coordinator, and a question stays one', () => {
    expect(read('ask "Shall we ask upstairs?"')).toMatchObject({ family: 'rounds', want: 'ask' });
    expect(read('ask neg-12')).toMatchObject({ family: 'rounds', want: 'ask' });
    expect(read('ask 3')).toEqual({ family: 'upstairs', want: 'show', number: 3 });
    expect(read('ask 3 of us what they think?')).toMatchObject({ family: 'rounds', want: 'ask' });
  });
});

describe('what is said of one ask', () => {
  it.each([
    ['upstairs 3', { want: 'show', number: 3 }],
    ['upstairs 3 yes from May', { want: 'answer', number: 3, says: 'yes', words: 'from May' }],
    ['upstairs #3: yes', { want: 'answer', number: 3, says: 'yes', words: null }],
    ['upstairs answer ask 3 no, because no money', { want: 'answer', number: 3, says: 'no', words: 'no money' }],
    ['upstairs 3 in part: two days', { want: 'answer', number: 3, says: 'part', words: 'two days' }],
    ['upstairs answer 3', { want: 'answer', number: 3, says: null, words: null }],
    ['upstairs answer 3 from May', { want: 'answer', number: 3, says: null, words: 'from May' }],
    ['upstairs 3 to a trainer from June', { want: 'mend', number: 3, text: 'a trainer from June' }],
    ['change ask 3 to a trainer', { want: 'mend', number: 3, text: 'a trainer' }],
    ['upstairs 3 take back', { want: 'take-back', number: 3 }],
    ['take back ask 3', { want: 'take-back', number: 3 }],
  ])('%s', (line, intent) => expect(read(line)).toEqual({ family: 'upstairs', ...intent }));
});
