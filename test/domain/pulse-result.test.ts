import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '../../src/domain/huddle.ts';
import { agendaOf } from '../../src/domain/pulse-line.ts';
import { pulseResult, type PulseFacts, type SidedAnswer } from '../../src/domain/pulse-result.ts';
import type { RoundId } from '../../src/domain/ids.ts';
import { decidePulse, pulseOption } from '../../src/domain/pulse.ts';
import { standing } from './round-given.ts';
import type { Prompt, Round } from '../../src/domain/round.ts';

const scale: Prompt = {
  id: 'neg-4',
  text: 'How equal did the power feel this week?',
  kind: 'scale',
  reach: 'private',
  options: [],
  pulse: true,
  ends: ['not equal at all', 'fully equal'],
};
const choice: Prompt = { ...scale, kind: 'choice', options: ['More', 'About right', 'Too much'], ends: [] };

/** Answers as the numbers that people pressed, by side; and a roster with as many more who said nothing. */
function given(
  bySide: Partial<Record<Side, readonly number[]>>,
  silent: Partial<Record<Side, number>> = {},
): PulseFacts {
  const answers = Object.entries(bySide).flatMap(([side, numbers]) =>
    numbers.map((number): SidedAnswer => ({ side: side as Side, option: number - 1 })),
  );
  const others = Object.entries(silent).flatMap(([side, many]) => Array.from({ length: many }, () => side as Side));
  return { prompt: scale, answers, roster: [...answers.map(({ side }) => side), ...others], bySide: true };
}

const spread = (many: number) => Array.from({ length: many }, (_, at) => (at % 5) + 1);

describe('what is told of a private question', () => {
  it('S4.4: of 14 people, both sides, and the gap between them', () => {
    const facts = given({ using: [2, 2, 2, 3, 3, 4], running: [3, 4, 4, 4, 4, 5, 5, 5] });
    const result = pulseResult(facts);
    expect(result).toEqual({
      kind: 'shown',
      people: 14,
      of: 14,
      whole: { kind: 'middle', value: 4 },
      sides: [
        { side: 'using', shown: { kind: 'middle', value: 2.5 } },
        { side: 'running', shown: { kind: 'middle', value: 4 } },
      ],
      gap: 1.5,
    });
    const round = 'willow~1' as RoundId;
    expect(agendaOf([{ round, result }])).toEqual([{ kind: 'pulse-gap', round }]);
  });

  it('a gap under 1 is nothing to talk about', () => {
    const result = pulseResult(given({ using: [3, 3, 3, 4, 2], running: [4, 3, 3, 4, 4, 3] }));
    expect(result).toMatchObject({ gap: 0.5 });
    expect(agendaOf([{ round: 'r' as RoundId, result }])).toEqual([]);
  });

  it.each([
    ['3 and 6 answers: the whole alone', { using: spread(3), running: spread(6) }, 0],
    ['6 and 8 answers: the whole and both sides', { using: spread(6), running: spread(8) }, 2],
    ['4 and 10 answers: the whole alone', { using: spread(4), running: spread(10) }, 0],
    ['5, 5 and 1: the whole alone', { using: spread(5), running: spread(5), creative: spread(1) }, 0],
  ])('%s', (_, bySide, sides) => {
    const result = pulseResult(given(bySide));
    expect(result.kind === 'shown' && result.sides.length).toBe(sides);
  });

  it('a side on which nobody answered hides all sides, and so does someone in no group', () => {
    expect(pulseResult(given({ using: spread(6), running: spread(8) }, { creative: 1 }))).toMatchObject({ sides: [] });
    const facts = given({ using: spread(6), running: spread(8) });
    expect(pulseResult({ ...facts, roster: [...facts.roster, null] })).toMatchObject({ sides: [] });
  });

  it('under 5 answers nothing, and no count either', () => {
    expect(pulseResult(given({ using: spread(4) }))).toEqual({ kind: 'hidden' });
    expect(pulseResult(given({}))).toEqual({ kind: 'hidden' });
  });

  it('no sides unless the huddle asked for them, or where there is only one', () => {
    expect(pulseResult({ ...given({ using: spread(6), running: spread(8) }), bySide: false })).toMatchObject({
      sides: [],
    });
    expect(pulseResult(given({ using: spread(9) }))).toMatchObject({ sides: [], gap: null });
  });

  it('all alike: hidden under 8, and only roughly told from 8 on', () => {
    expect(pulseResult(given({ using: [2, 2, 2, 2, 2, 2, 2] }))).toEqual({ kind: 'hidden' });
    const eight = (number: number) => pulseResult(given({ using: Array.from({ length: 8 }, () => number) }));
    expect(eight(2)).toMatchObject({ whole: { kind: 'band', band: 'low' } });
    expect(eight(3)).toMatchObject({ whole: { kind: 'band', band: 'middle' } });
    expect(eight(5)).toMatchObject({ whole: { kind: 'band', band: 'high' } });
  });

  it('one side all alike hides every side, and keeps the whole', () => {
    const result = pulseResult(given({ using: [2, 2, 2, 2, 2], running: spread(8) }));
    expect(result).toMatchObject({ kind: 'shown', sides: [], gap: null });
  });

  it('of answers to pick: what more than half picked, or that they were mixed', () => {
    const picked = (...numbers: readonly number[]) => pulseResult({ ...given({ using: numbers }), prompt: choice });
    expect(picked(2, 2, 2, 1, 3)).toMatchObject({ whole: { kind: 'most', option: 1 } });
    expect(picked(2, 2, 2, 1, 3, 1)).toMatchObject({ whole: { kind: 'mixed' } });
    expect(picked(2, 2, 2, 2, 2)).toEqual({ kind: 'hidden' });
    expect(picked(2, 2, 2, 2, 2, 2, 2, 2)).toMatchObject({ whole: { kind: 'most', option: 1 } });
  });
});

describe('no set that is told, alone or taken from another, is of fewer than 5 answers', () => {
  const side = fc.constantFrom<Side | null>('using', 'running', 'creative', null);
  const person = fc.record({ side, option: fc.option(fc.integer({ min: 0, max: 4 })) });

  it('in any huddle of up to 30', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 30 }), fc.boolean(), (people, isScale) => {
        const answers = people.flatMap(({ side: on, option }) => (option === null ? [] : [{ side: on, option }]));
        const roster = people.map(({ side: on }) => on);
        const result = pulseResult({
          prompt: isScale ? scale : { ...choice, options: ['1', '2', '3', '4', '5'] },
          answers,
          roster,
          bySide: true,
        });
        if (result.kind === 'hidden') return;
        const sizeOf = (wanted: Side | null) => answers.filter(({ side: on }) => on === wanted).length;
        expect(answers.length).toBeGreaterThanOrEqual(5);
        const told = result.sides.map(({ side: on }) => on);
        // Every choice of sides that can be taken from the whole, worked out from the answers and not by the rule.
        for (let chosen = 0; chosen < 2 ** told.length; chosen++) {
          const taken = told.filter((_, at) => (chosen >> at) % 2 === 1);
          const left = answers.length - taken.reduce((sum, on) => sum + sizeOf(on), 0);
          expect(left === 0 || left >= 5).toBe(true);
          expect(taken.every((on) => sizeOf(on) >= 5)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('and where all of a told set are alike, they are 8 or more, and no number says which', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ side: fc.constantFrom<Side>('using', 'running'), option: fc.integer({ min: 2, max: 3 }) }),
          { maxLength: 24 },
        ),
        (answers) => {
          const result = pulseResult({
            prompt: scale,
            answers,
            roster: answers.map(({ side: on }) => on),
            bySide: true,
          });
          if (result.kind === 'hidden') return;
          const sets = [
            { shown: result.whole, options: answers.map(({ option }) => option) },
            ...result.sides.map(({ side: on, shown }) => ({
              shown,
              options: answers.filter((answer) => answer.side === on).map(({ option }) => option),
            })),
          ];
          for (const { shown, options } of sets) {
            if (new Set(options).size > 1) continue;
            expect(options.length).toBeGreaterThanOrEqual(8);
            expect(shown.kind).toBe('band');
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('an answer to a private question', () => {
  const round: Round = {
    id: 'willow~1' as RoundId,
    huddle: 'willow' as Round['huddle'],
    prompt: scale,
    askedBy: null,
    status: 'open',
    opensAt: '2027-03-01T10:00:00.000Z',
    closesAt: '2027-03-04T10:00:00.000Z',
    heard: null,
    order: [],
    version: 1,
  };
  const at = '2027-03-02T10:00:00.000Z';
  const asked = { round, standing: standing('active'), before: null };

  it('is read from a number, a number word, an end of the scale, or an option', () => {
    expect(
      ['4', ' 4. ', 'four', '4 out of 5', 'Fully equal', 'not equal at all'].map((line) => pulseOption(scale, line)),
    ).toEqual([3, 3, 3, 3, 4, 0]);
    expect(['', '0', '6', '3.5', 'the lift', '4 5'].map((line) => pulseOption(scale, line))).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(pulseOption(choice, 'about right')).toBe(1);
  });

  it('replaces the one before, unless it was said earlier', () => {
    expect(decidePulse({ option: 1, at }, asked)).toEqual({ option: 1, at });
    const before = { option: 4, at: '2027-03-02T11:00:00.000Z' };
    expect(decidePulse({ option: 1, at }, { ...asked, before })).toBe(before);
  });

  it('is refused after the time is over, though nobody has closed it yet', () => {
    expect(decidePulse({ option: 1, at: round.closesAt }, asked)).toMatchObject({ refused: 'private-closed' });
    expect(decidePulse({ option: 1, at }, { ...asked, round: { ...round, status: 'closed' } })).toMatchObject({
      refused: 'private-closed',
    });
  });
});
