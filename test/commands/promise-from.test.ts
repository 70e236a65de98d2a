import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { promiseIn, promiseLine } from '../../src/commands/promise-from.ts';
import { parseCommand } from '../../src/commands/registry.ts';

const given = { now: '2027-03-01T10:00:00.000Z', zone: 'Europe/London', today: '2027-03-01', groups: [] };
const read = (message: string) => promiseIn(message, given, 300);

describe('the promise in a message', () => {
  it.each([
    ['We will paint the day room', 'paint the day room'],
    ["we'll paint the day room.", 'paint the day room'],
    ['We’ll paint the day room', 'paint the day room'],
    ['I promise to paint the day room', 'paint the day room'],
    ['Ok, I will paint the day room', 'paint the day room'],
    ['The day room needs paint', 'The day room needs paint'],
    ['Nice to see you. We will paint the day room. See you on the ward!', 'paint the day room'],
    ['Paint the day room\nand the hall', 'Paint the day room and the hall'],
    ['We will not paint the day room', 'We will not paint the day room'],
  ])('%s', (message, what) => {
    expect(read(message)).toEqual({ what, due: null });
  });

  it('has its day, where one was named', () => {
    expect(read('Yes, we will paint the day room by 17 March. Ruth knows.')).toEqual({
      what: 'paint the day room',
      due: '2027-03-17',
    });
  });

  it('of a message without words is nothing yet', () => {
    expect(read(' \n ')).toEqual({ what: null, due: null });
  });

  it('of a long message is its first sentence, or as many whole words as fit', () => {
    const long = 'word '.repeat(200);
    expect(read(`Paint the day room. ${long}`).what).toBe('Paint the day room.');
    const { what } = read(long);
    expect(what).toMatch(/^(?:word )+word…$/);
    expect(what?.length).toBeLessThanOrEqual(300);
  });

  it('always fits, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000, unit: 'grapheme' }), (message) => {
        const { what } = read(message);
        expect((what ?? '').length).toBeLessThanOrEqual(300);
        expect(what).not.toBe('');
      }),
    );
  });
});

it.each(['We will paint the day room', 'paint the day room', 'I promise to paint the day room'])(
  '%s is carried on as a line that makes the same promise',
  (message) => {
    const intent = parseCommand(promiseLine(message), given)?.intent;
    expect(intent).toMatchObject({ family: 'promises', want: 'make', parts: { what: 'paint the day room' } });
  },
);
