import { describe, expect, it } from 'vitest';
import type { Decision, FinalSay } from '../../src/domain/decision.ts';
import { finalSayTrend } from '../../src/domain/decision-trend.ts';
import { decisionsToTell } from '../../src/domain/digest-decisions.ts';
import { person, willowId, zone } from './measuring.ts';

function decision(number: number, loggedAt: string, finalSay: FinalSay = 'together'): Decision {
  const words = { what: 'we meet at 2pm', finalSay, rung: 'asked', lived: null, practice: 'the hall is free' } as const;
  const by = { loggedBy: person('ruth'), wordsBy: person('ruth') };
  return {
    huddle: willowId,
    number,
    words,
    loggedAt,
    ...by,
    needs: [],
    yes: [],
    sharedAt: null,
    history: [],
    version: 1,
  };
}

describe('who has the final say, over time', () => {
  it('is counted for the last 12 weeks, four at a time, by days of the huddle', () => {
    const all = [
      decision(1, '2027-01-11T12:00:00.000Z', 'using'),
      decision(2, '2027-01-12T12:00:00.000Z', 'staff'),
      decision(3, '2027-03-08T23:30:00.000Z', 'together'),
      decision(4, '2027-03-31T23:30:00.000Z', 'together'),
      decision(5, '2027-04-05T09:00:00.000Z', 'outside'),
    ];
    const { whole, spans } = finalSayTrend(all, { now: '2027-04-05T10:00:00.000Z', zone });
    expect(whole).toMatchObject({ first: '2027-01-12', last: '2027-04-05', many: 4 });
    expect([...whole.totals]).toEqual([
      ['staff', 1],
      ['together', 2],
      ['outside', 1],
    ]);
    expect(spans.map(({ first, last, many }) => [first, last, many])).toEqual([
      ['2027-03-09', '2027-04-05', 2],
      ['2027-02-09', '2027-03-08', 1],
      ['2027-01-12', '2027-02-08', 1],
    ]);
  });
});

describe('the decisions of a week', () => {
  it('are those since the digest before, each told once, and say what is blank and that one side alone says it', () => {
    const all = [1, 2, 3].map((nth) => decision(nth, `2027-03-0${String(nth)}T09:00:00.000Z`));
    const [from, to] = ['2027-03-02T09:00:00.000Z', '2027-03-03T09:00:00.000Z'];
    const line = { finalSay: 'together', rung: 'asked', isShared: false, lived: false, practice: true };
    expect(decisionsToTell(all, { from, to })).toEqual([{ number: 2, ...line }]);
    expect(decisionsToTell(all, { from: to, to: '2027-03-09T09:00:00.000Z' })).toEqual([{ number: 3, ...line }]);
    const shared = all.map((one) => ({ ...one, sharedAt: one.loggedAt }));
    expect(decisionsToTell(shared, { from, to })[0]?.isShared).toBe(true);
  });
});
