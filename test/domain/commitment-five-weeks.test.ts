import { describe, expect, it } from 'vitest';
import type { PromiseBook } from '../../src/domain/commitment.ts';
import { wakeAt } from '../../src/domain/commitment-clock.ts';
import { finished, ledgerOf, standingOf } from '../../src/domain/commitment-standing.ts';
import type { CommitmentEvent } from '../../src/domain/events-promises.ts';
import { instantAt } from '../../src/domain/time.ts';
import {
  amina,
  dev,
  ellis,
  emptyBook,
  graham,
  on,
  priya,
  promiseIn,
  refusalOf,
  ruth,
  step,
  tomos,
  zone,
  type Said,
} from './commitment-given.ts';

/* Five weeks of Willow's promises, 1 February to 7 March 2027, with a digest every Tuesday at 9am. */

interface Run {
  readonly book: PromiseBook;
  readonly events: readonly CommitmentEvent[];
}

/** What people do, in order; before each act every timer that is due by then rings at its own moment. */
function live(run: Run, ...acts: readonly Said[]): Run {
  return acts.reduce((state, act) => {
    const rung = until(state, act.now);
    const { book, events } = step(rung.book, act);
    return { book, events: [...rung.events, ...events] };
  }, run);
}

function until(run: Run, now: string): Run {
  let state = run;
  for (;;) {
    const due = [...state.book.promises.values()]
      .map((promise) => ({ number: promise.number, at: wakeAt(promise, state.book, last(state)) }))
      .filter((timer): timer is { number: number; at: string } => timer.at !== null && timer.at <= now)
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
    if (due === undefined) return state;
    const { book, events } = step(state.book, { type: 'Wake', now: due.at, number: due.number });
    state = { book, events: [...state.events, ...events] };
  }
}

function last({ events }: Run): string {
  return events.at(-1)?.at ?? on('2027-02-01');
}

const make = (by: typeof ruth, what: string, due: string, now: string): Said => ({
  type: 'Make',
  now,
  by,
  what,
  owners: [],
  forSide: null,
  due,
});
const did = (by: typeof ruth, number: number, now: string): Said => ({ type: 'Claim', now, by, number, proof: null });
const yes = (by: typeof ruth, number: number, now: string): Said => ({ type: 'Agree', now, by, number, but: null });

const start: Run = { book: emptyBook(), events: [] };
const week1 = live(
  start,
  make(ruth, 'paint the day room', '2027-02-12', on('2027-02-03')),
  make(graham, 'pay a peer trainer', '2027-02-20', on('2027-02-03')),
  make(ruth, 'find a quiet room', '2027-02-17', on('2027-02-04')),
  make(tomos, 'bring music at tea time', '2027-02-26', on('2027-02-04')),
);
const week2 = live(
  week1,
  did(ruth, 1, on('2027-02-10')),
  yes(amina, 1, on('2027-02-11')),
  { type: 'CouldNot', now: on('2027-02-11'), by: graham, number: 2, reason: 'No money until April', next: null },
  make(priya, 'meet in the evening', '2027-03-20', on('2027-02-12')),
);
const week3 = live(week2, did(tomos, 4, on('2027-02-19')));
const week4 = until(
  live(
    week3,
    { type: 'NotYet', now: on('2027-02-24'), by: dev, number: 4, missing: 'only on one ward', named: true },
    { type: 'SuggestChange', now: on('2027-02-25'), by: priya, number: 5, what: 'meet every 2 weeks', due: null },
    yes(ellis, 5, on('2027-02-26')),
  ),
  on('2027-03-02', '09:00'),
);
const week5 = live(
  week4,
  did(tomos, 4, on('2027-03-03')),
  yes(dev, 4, on('2027-03-04')),
  did(priya, 6, on('2027-03-04')),
  yes(ellis, 6, on('2027-03-05')),
  make(ruth, 'find a quiet room', '2027-03-15', on('2027-03-05')),
);

const digestAt = (date: string) => instantAt(date, '09:00', zone);
const openIn = ({ book }: Run) => ledgerOf(book.promises.values()).open;

describe('five weeks of promises', () => {
  it('4, then 3, 3, 2 and 1 are open at the end of each week', () => {
    expect([week1, week2, week3, week4, week5].map(openIn)).toEqual([4, 3, 3, 2, 1]);
  });

  it('a yes from the side of whoever promised is refused, and says whose is needed', () => {
    const claimed = live(week1, did(ruth, 1, on('2027-02-10')));
    expect(refusalOf(claimed.book, yes(priya, 1, on('2027-02-10')))).toMatchObject({
      refused: 'need-side',
      details: { side: 'using' },
    });
  });

  it('a could-not without a reason is refused', () => {
    expect(
      refusalOf(week1.book, { type: 'CouldNot', now: on('2027-02-11'), by: graham, number: 2, reason: '', next: null })
        .refused,
    ).toBe('reason-needed');
  });

  it('Ruth hears of promise 3 in private on Monday 15 and on Monday 22 February at 9am', () => {
    const notes = until(week3, digestAt('2027-02-23')).events.filter(
      (event) => event.type === 'OwnerNoted' && event.number === 3,
    );
    expect(notes.map(({ at }) => at)).toEqual([on('2027-02-15', '09:00'), on('2027-02-22', '09:00')]);
  });

  it('the third digest finds no news on 3, and 4 said done', () => {
    const { book } = until(week3, digestAt('2027-02-23'));
    expect(standingOf(promiseIn(book, 3), digestAt('2027-02-23'), book)).toBe('late');
    expect(standingOf(promiseIn(book, 4), digestAt('2027-02-23'), book)).toBe('claimed');
  });

  it('at midnight at the end of Wednesday 24 February 3 is not kept, once', () => {
    const ends = week4.events.filter(({ type }) => type === 'PromiseNotKept');
    expect(ends).toEqual([{ type: 'PromiseNotKept', at: on('2027-02-25', '00:00'), number: 3 }]);
  });

  it('4 is open again with 7 days more, and 5 has become 6', () => {
    expect(promiseIn(week4.book, 4)).toMatchObject({
      due: '2027-03-05',
      missing: 'only on one ward',
      state: { status: 'open' },
    });
    expect(promiseIn(week4.book, 5).state).toMatchObject({ status: 'changed', into: 6 });
    expect(promiseIn(week4.book, 6)).toMatchObject({ from: 5, what: 'meet every 2 weeks', due: '2027-03-20' });
  });

  it('made 7 = kept 3 + could not 1 + not kept 1 + changed 1 + open 1; kept 3 of 5 finished', () => {
    const ledger = ledgerOf(week5.book.promises.values());
    expect(ledger).toEqual({ made: 7, kept: 3, couldNot: 1, changed: 1, dropped: 0, notKept: 1, open: 1 });
    expect(finished(ledger)).toBe(5);
  });
});
