import { describe, expect, it } from 'vitest';
import { readDecision } from '../../src/commands/decision-line.ts';

const whole = {
  what: 'we will meet every two weeks',
  finalSay: 'together',
  rung: 'designed-with',
  lived: 'mornings are hard, buses are late',
  practice: 'the hall is free',
};

describe('a line that says a whole decision', () => {
  it.each([
    'we will meet every two weeks, final say together, rung designed with, lived experience: mornings are hard, buses are late, practice: the hall is free',
    'we will meet every two weeks. Final say was all of us. Practice: the hall is free. Rung: designed with. Lived experience: mornings are hard, buses are late.',
  ])('is read in any order: %j', (line) => {
    expect(readDecision(line)).toEqual(whole);
  });

  it('keeps what it cannot read among the words', () => {
    expect(readDecision('we close at 5, in practice at 6, final say the cat')).toMatchObject({
      what: 'we close at 5, in practice at 6, final say the cat',
      finalSay: null,
    });
  });

  it('tells a part that is said to be blank from one that is not said', () => {
    expect(readDecision('we close at 5, practice: none')).toMatchObject({ practice: '', lived: null });
  });
});
