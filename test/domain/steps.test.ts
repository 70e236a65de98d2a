import { describe, expect, it } from 'vitest';
import type { Member } from '../../src/domain/huddle.ts';
import type { RoundId } from '../../src/domain/ids.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Round } from '../../src/domain/round.ts';
import type { GivenAnswer } from '../../src/domain/sides-heard.ts';
import { answersTo, countsFor, countsFrom } from '../../src/domain/step-rounds.ts';
import { decideStep, evolveStep, stepMeant, type StepBook, type StepCommand } from '../../src/domain/steps-rules.ts';
import { stepNews, type Steps, type StepTime } from '../../src/domain/steps.ts';
import { huddleOf, membersIn, willowGroups, willowId } from './measuring.ts';

const at = (day: number) => `2027-03-${String(day).padStart(2, '0')}T09:00:00.000Z`;
const members = membersIn({ people: 3, staff: 3, artists: 3 });
const time = (changes: Partial<StepTime> = {}): StepTime => ({
  stage: 'need',
  openedAt: at(1),
  closedAt: null,
  look: null,
  ...changes,
});
const by = (...who: readonly string[]): readonly GivenAnswer[] =>
  who.map((person) => ({ person: person as never, at: at(2), named: true }));
const allSides = by('people1', 'staff1', 'artists1');
const twoSides = by('staff1', 'artists1');

function bookOf(steps: Steps, changes: Partial<StepBook> = {}): StepBook {
  return { huddle: huddleOf(willowGroups, { steps }), members, answers: [], questions: 0, isAsking: false, ...changes };
}

function after(book: StepBook, command: Omit<Extract<StepCommand, { type: 'MoveStep' }>, 'huddle' | 'type' | 'from'>) {
  const events = decideStep({ type: 'MoveStep', huddle: willowId, from: null, ...command }, book);
  if (isRefusal(events)) return events.refused;
  return events.reduce(evolveStep, book).huddle.steps;
}

describe('a step that is to be closed', () => {
  const wish = { now: at(5), to: 'partners', sure: false } as const;

  it('closes at once where every side may be said to have been heard', () => {
    expect(after(bookOf([time()], { answers: allSides, questions: 1 }), wish)).toEqual([
      time({ closedAt: at(5), look: { at: at(5), word: 'every' } }),
      { stage: 'partners', openedAt: at(5), closedAt: null, look: null },
    ]);
  });

  it('stays open for a second look in every other case, told or not', () => {
    const looked = (word: 'not-every' | 'untold') => [time({ look: { at: at(5), word } })];
    expect(after(bookOf([time()], { answers: twoSides, questions: 1 }), wish)).toEqual(looked('not-every'));
    const few: readonly Member[] = membersIn({ people: 2, staff: 3, artists: 3 });
    for (const answers of [allSides, twoSides])
      expect(after(bookOf([time()], { answers, questions: 1, members: few }), wish)).toEqual(looked('untold'));
  });

  it('keeps its word whoever answers after the look', () => {
    const steps = [time({ look: { at: at(5), word: 'not-every' } })];
    const one = bookOf(steps, { answers: by('people1'), questions: 1 });
    expect(after(one, { ...wish, now: at(9), sure: true })).toMatchObject([
      { look: { at: at(5), word: 'not-every' }, askedSince: true, closedAt: at(9) },
      {},
    ]);
    const without = bookOf([time({ look: { at: at(5), word: 'untold' } })], { answers: twoSides, questions: 1 });
    expect(after(without, { ...wish, sure: true })).toMatchObject([{ look: { word: 'untold' } }, {}]);
  });

  it('has its word changed only by questions that heard every side by themselves', () => {
    const steps = [time({ look: { at: at(5), word: 'not-every' } })];
    expect(after(bookOf(steps, { answers: allSides, questions: 1 }), { ...wish, now: at(9) })).toMatchObject([
      { look: { at: at(9), word: 'every' }, closedAt: at(9) },
      {},
    ]);
  });

  it('is not looked at while one of its questions is open', () => {
    const asking = bookOf([time()], { answers: allSides, questions: 1, isAsking: true });
    expect(after(asking, wish)).toBe('step-asking');
    expect(after(asking, { ...wish, sure: true })).toMatchObject([{ look: { word: 'untold' }, closedAt: at(5) }, {}]);
  });

  it('closes without another second look once it was asked again', () => {
    const again = bookOf([time({ askedAgain: true })], { answers: twoSides, questions: 2 });
    expect(after(again, wish)).toMatchObject([{ look: { word: 'not-every' }, closedAt: at(5) }, {}]);
  });

  it('is another one than the button was about: nothing moves', () => {
    const steps = [time({ closedAt: at(3) }), time({ stage: 'values' })];
    const pressed = { type: 'MoveStep', huddle: willowId, from: 1, now: at(5), to: 'partners', sure: true } as const;
    expect(decideStep(pressed, bookOf(steps))).toMatchObject({ refused: 'step-moved-on' });
  });
});

describe('which step a line means', () => {
  it('goes on from the one that is open, or from the last that was', () => {
    const open = [time({ stage: 'values' })];
    const closed = [time({ stage: 'values', closedAt: at(2) })];
    expect([stepMeant('next', undefined), stepMeant('next', open), stepMeant('back', open)]).toEqual([
      'need',
      'roles',
      'partners',
    ]);
    expect([stepMeant('next', closed), stepMeant('back', closed), stepMeant(7, open)]).toEqual([
      'roles',
      'values',
      'evaluation',
    ]);
    expect(stepMeant('next', [time({ stage: 'evaluation' })])).toBeNull();
    expect(stepMeant(0, open)).toMatchObject({ refused: 'no-such-step' });
  });
});

describe('which questions count for a step', () => {
  const round = (opensAt: string, id: string | null, changes: Partial<Round> = {}): Round => ({
    id: 'r' as RoundId,
    huddle: willowId,
    prompt: { id, text: '', kind: 'open', reach: 'choose', options: [] },
    askedBy: null,
    status: 'closed',
    opensAt,
    closesAt: at(20),
    heard: null,
    order: [],
    version: 1,
    ...changes,
  });
  const asked = { askedBy: 'priya' as never };
  const stageOf = (id: string | null) => (id === 'need-1' ? 'need' : id === 'roles-1' ? 'roles' : null);
  const counts = (one: Round, steps: Steps, of: StepTime) =>
    countsFor(one, { time: of, from: countsFrom(steps, of, at(1)), stageOf });

  it('those that opened while it was current, of whatever stage the weekly ones are', () => {
    const values = time({ stage: 'values', openedAt: at(4) });
    expect(counts(round(at(5), 'need-1'), [values], values)).toBe(true);
    expect(counts(round(at(5), null, asked), [values], values)).toBe(true);
    expect(counts(round(at(3), null, asked), [values], values)).toBe(false);
  });

  it('those of its own that a coordinator asked, before it was opened too, but not from before it was last closed', () => {
    const need = time({ openedAt: at(8) });
    const steps = [time({ closedAt: at(4) }), time({ stage: 'roles', openedAt: at(4), closedAt: at(8) }), need];
    expect(counts(round(at(5), 'need-1', asked), steps, need)).toBe(true);
    expect(counts(round(at(3), 'need-1', asked), steps, need)).toBe(false);
    expect(counts(round(at(9), 'roles-1', asked), steps, need)).toBe(false);
  });

  it('no private one, no role swap, and none that waits', () => {
    const need = time();
    const pulse = round(at(5), null);
    expect(counts({ ...pulse, prompt: { ...pulse.prompt, pulse: true } }, [need], need)).toBe(false);
    expect(counts({ ...pulse, prompt: { ...pulse.prompt, roleSwap: true } }, [need], need)).toBe(false);
    expect(counts(round(at(5), null, { status: 'waiting' }), [need], need)).toBe(false);
  });

  it('a held answer stands without its name until it is shown', () => {
    const held = round(at(5), null);
    const open: Round = { ...held, status: 'open', prompt: { ...held.prompt, reach: 'held' } };
    const facts = { text: 'a', option: null, seenBy: 'named', at: at(6), late: false, message: null } as const;
    const response = { round: held.id, person: 'amina' as never, answer: facts, skipped: false, later: 'no' } as const;
    expect(answersTo(open, [response])).toEqual([{ person: 'amina', at: at(6), named: false }]);
    expect(answersTo({ ...open, status: 'closed' }, [response])).toEqual([{ person: 'amina', at: at(6), named: true }]);
    expect(answersTo(held, [{ ...response, answer: null, skipped: true }])).toEqual([]);
  });
});

describe('what a digest tells of steps', () => {
  it('is each move once, however late it came, and only the step that is open as opened', () => {
    const steps = [time({ closedAt: at(2) }), time({ stage: 'roles', closedAt: at(3) }), time({ stage: 'values' })];
    expect(stepNews(undefined, 0)).toBeNull();
    expect(stepNews(steps, 0)).toEqual({ closed: ['need', 'roles'], opened: 'values', told: 5 });
    expect(stepNews(steps, 3)).toEqual({ closed: ['roles'], opened: 'values', told: 5 });
    expect(stepNews(steps, 5)).toEqual({ closed: [], opened: null, told: 5 });
  });
});
