import { describe, expect, it } from 'vitest';
import type { Party } from '../../src/domain/commitment.ts';
import { isLate, isLooking, lateFrom, wakeAt } from '../../src/domain/commitment-clock.ts';
import { decide } from '../../src/domain/commitment-decide.ts';
import { standingOf } from '../../src/domain/commitment-standing.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import {
  after,
  amina,
  command,
  dev,
  emptyBook,
  jo,
  making,
  on,
  party,
  promiseIn,
  refusalOf,
  ruth,
  step,
  tomos,
  withPeople,
} from './commitment-given.ts';

const made = on('2027-02-08');
/** Ruth's, for the people who use the service, due on Wednesday 17 February. */
const open = after(emptyBook(), making(ruth, '2027-02-17'));
const wake = (now: string) => ({ type: 'Wake', now, number: 1 }) as const;
const wakesOf = (book: typeof open, now: string) => wakeAt(promiseIn(book, 1), book, now);

describe('late', () => {
  it('begins at midnight at the end of the due date, where the huddle is', () => {
    const promise = promiseIn(open, 1);
    expect(isLate(promise, on('2027-02-17', '23:59'), open)).toBe(false);
    expect(isLate(promise, lateFrom('2027-02-17', open), open)).toBe(true);
    expect(lateFrom('2027-03-27', open)).toBe('2027-03-28T00:00:00.000Z');
    expect(lateFrom('2027-03-28', open)).toBe('2027-03-28T23:00:00.000Z');
  });

  it('is never said of one that is said done', () => {
    const claimed = after(open, { type: 'Claim', now: on('2027-02-18'), by: ruth, number: 1, proof: null });
    expect(standingOf(promiseIn(claimed, 1), on('2027-02-20'), open)).toBe('claimed');
  });
});

describe('no surprises', () => {
  it('the owner hears in private 2 days before, at the hour of the digest', () => {
    const at = on('2027-02-15', '09:00');
    expect(wakesOf(open, made)).toBe(at);
    expect(step(open, wake(at)).events).toEqual([
      { type: 'OwnerNoted', at, number: 1, note: '2-days', about: '2027-02-17' },
    ]);
  });

  it('and 24 hours before the digest that will call it late', () => {
    const noted = after(open, wake(on('2027-02-15', '09:00')));
    const at = on('2027-02-22', '09:00');
    expect(wakesOf(noted, on('2027-02-15', '09:00'))).toBe(at);
    expect(step(noted, wake(at)).events).toMatchObject([
      { type: 'OwnerNoted', note: 'before-digest', about: on('2027-02-23', '09:00') },
    ]);
  });

  it('at the same local hour when the clocks change in between', () => {
    const book = after(emptyBook(), making(ruth, '2027-03-24', 'using', on('2027-03-10')));
    const noted = after(book, wake(on('2027-03-22', '09:00')));
    expect(wakesOf(noted, on('2027-03-22', '09:00'))).toBe('2027-03-29T08:00:00.000Z');
  });

  it('a note whose time is over when the date is named is not sent', () => {
    const soon = after(emptyBook(), making(ruth, '2027-02-09'));
    expect(wakesOf(soon, made)).toBe(on('2027-02-15', '09:00'));
    expect(promiseIn(soon, 1).notes).toEqual(['2-days:2027-02-09']);
  });

  it('a tick that comes late sends what is still worth it, once; the second run does nothing', () => {
    const slept = on('2027-02-17', '15:00');
    const { book, events } = step(open, wake(slept));
    expect(events).toMatchObject([{ note: '2-days' }]);
    expect(step(book, wake(slept)).events).toEqual([]);
  });

  it('a tick that comes too late sends no note from the past', () => {
    expect(step(open, wake(on('2027-02-18'))).events).toEqual([]);
    expect(wakesOf(open, on('2027-02-18'))).toBe(on('2027-02-22', '09:00'));
  });

  it('who paused is left in peace', () => {
    const paused = withPeople(open, { ruth: away('2027-02-12') });
    expect(decide(command(wake(on('2027-02-15', '09:00'))), paused)).toEqual([]);
    expect(wakesOf(paused, made)).toBeNull();
  });
});

const since = { from: '2027-01-01T09:00:00.000Z', status: 'active' } as const;
function away(from: string, to?: string, status: 'paused' | 'left' = 'paused'): Party {
  const back = to === undefined ? [] : [{ from: on(to), status: 'active' } as const];
  return party(['running'], [since, { from: on(from), status }, ...back]);
}

describe('not kept', () => {
  const noted = after(open, wake(on('2027-02-15', '09:00')), wake(on('2027-02-22', '09:00')));
  const midnight = on('2027-02-25', '00:00');

  it('is recorded once, at midnight at the end of the seventh day without news', () => {
    expect(wakesOf(noted, on('2027-02-22', '09:00'))).toBe(midnight);
    expect(decide(command(wake(on('2027-02-24', '23:59'))), noted)).toEqual([]);
    const { book, events } = step(noted, wake(midnight));
    expect(events).toEqual([{ type: 'PromiseNotKept', at: midnight, number: 1 }]);
    expect(step(book, wake(midnight)).events).toEqual([]);
    expect(wakesOf(book, midnight)).toBeNull();
  });

  it("the owner's pause stops the clock, and it goes on where it stood", () => {
    const paused = withPeople(noted, { ruth: away('2027-02-19') });
    expect(wakesOf(paused, midnight)).toBeNull();
    expect(decide(command(wake(midnight)), paused)).toEqual([]);
    const back = withPeople(noted, { ruth: away('2027-02-19', '2027-02-22') });
    expect(wakesOf(back, on('2027-02-23'))).toBe(on('2027-02-28', '00:00'));
  });

  it('a pause that was over before the due date changes nothing', () => {
    const back = withPeople(noted, { ruth: away('2027-02-10', '2027-02-14') });
    expect(wakesOf(back, on('2027-02-23'))).toBe(midnight);
  });

  it('a suggested change is news: the seven days begin with it', () => {
    const asked = after(noted, { type: 'SuggestDrop', now: on('2027-02-20'), by: ruth, number: 1 });
    expect(decide(command(wake(midnight)), asked)).toEqual([]);
    const { events } = step(asked, wake(on('2027-02-27')));
    expect(events.map(({ type }) => type)).toContain('PromiseNotKept');
  });

  it.each([
    ['someone who uses the service', amina],
    ['an artist', tomos],
  ])('is never said of %s: someone is looked for instead', (_who, owner: PersonId) => {
    const theirs = after(emptyBook(), making(owner, '2027-02-17', 'running'));
    expect(standingOf(promiseIn(theirs, 1), on('2027-02-20'), theirs)).toBe('late');
    const { book, events } = step(theirs, wake(midnight));
    expect(events.map(({ type }) => type)).toEqual(['PickUpWanted']);
    expect(standingOf(promiseIn(book, 1), midnight, book)).toBe('looking');
    expect(step(book, wake(midnight)).events).toEqual([]);
  });

  it('is never said of someone on both sides, or of two owners of whom one is not on the running side', () => {
    const twice = withPeople(noted, { ruth: party(['running', 'using']) });
    expect(step(twice, wake(midnight)).events.map(({ type }) => type)).toEqual(['PickUpWanted']);
    const shared = after(emptyBook(), {
      type: 'Make',
      now: made,
      by: ruth,
      what: 'x',
      owners: [ruth, dev],
      forSide: null,
      due: '2027-02-17',
    });
    const agreed = after(shared, { type: 'Agree', now: made, by: dev, number: 1, but: null });
    expect(step(agreed, wake(midnight)).events.map(({ type }) => type)).toEqual(['PickUpWanted']);
  });
});

describe('picking up', () => {
  const now = on('2027-02-26');
  const looking = after(emptyBook(), making(amina, '2027-02-17'), wake(on('2027-02-25', '00:00')));
  const pickUp = { type: 'PickUp', now, by: jo, number: 1 } as const;

  it('another offers, the owner agrees, and the promise moves with two weeks from then', () => {
    const offered = after(looking, pickUp);
    expect(promiseIn(offered, 1)).toMatchObject({ owners: [amina], pickUp: jo });
    expect(refusalOf(offered, { type: 'Agree', now, by: dev, number: 1, but: null }).refused).toBe('not-the-owner');
    const moved = after(offered, { type: 'Agree', now, by: amina, number: 1, but: null });
    expect(promiseIn(moved, 1)).toMatchObject({
      owners: [jo],
      due: '2027-03-12',
      pickUp: null,
      state: { status: 'open' },
    });
  });

  it('the owner can keep it, and the offer can be taken back', () => {
    const offered = after(looking, pickUp);
    expect(promiseIn(after(offered, { type: 'Refuse', now, by: amina, number: 1, reason: null }), 1).pickUp).toBeNull();
    expect(promiseIn(after(offered, { type: 'Undo', now, by: jo, number: 1 }), 1).pickUp).toBeNull();
  });

  it('only where someone is looked for, by someone who does not have it, one at a time', () => {
    expect(refusalOf(open, { ...pickUp, now: made }).refused).toBe('not-looking');
    expect(refusalOf(looking, { ...pickUp, by: amina }).refused).toBe('already-owner');
    expect(refusalOf(after(looking, pickUp), { ...pickUp, by: dev }).refused).toBe('pick-up-waits');
  });

  it('where the owner has left there is nobody to ask: it moves at once', () => {
    const left = withPeople(open, { ruth: away('2027-02-12', undefined, 'left') });
    expect(isLooking(promiseIn(left, 1), now, left)).toBe(true);
    expect(promiseIn(after(left, pickUp), 1)).toMatchObject({ owners: [jo], due: '2027-03-12' });
  });
});

describe('a claim that nobody answers', () => {
  const claimed = after(open, { type: 'Claim', now: on('2027-02-10'), by: ruth, number: 1, proof: null });

  it('brings one reminder after 5 days, and is never confirmed by silence', () => {
    const at = on('2027-02-15');
    expect(wakesOf(claimed, on('2027-02-10'))).toBe(at);
    const { book, events } = step(claimed, wake(at));
    expect(events.map(({ type }) => type)).toEqual(['ClaimReminded']);
    expect(wakesOf(book, at)).toBeNull();
    expect(step(book, wake(on('2028-02-15'))).events).toEqual([]);
    expect(promiseIn(book, 1).state.status).toBe('claimed');
  });
});
