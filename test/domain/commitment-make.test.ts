import { describe, expect, it } from 'vitest';
import {
  after,
  amina,
  dev,
  emptyBook,
  on,
  promiseIn,
  refusalOf,
  ruth,
  step,
  withPeople,
  party,
  making,
  jo,
} from './commitment-given.ts';

const now = on('2027-02-08');

describe('making a promise', () => {
  it('one of your own is open at once, for the people who use the service unless said otherwise', () => {
    const { book, events } = step(emptyBook(), {
      type: 'Make',
      now,
      by: ruth,
      what: ' paint the day room ',
      owners: [],
      forSide: null,
      due: '2027-03-17',
    });
    expect(events).toEqual([
      {
        type: 'PromiseMade',
        at: now,
        number: 1,
        by: ruth,
        owners: [ruth],
        forSide: 'using',
        due: '2027-03-17',
        from: null,
        words: { what: 'paint the day room' },
      },
    ]);
    expect(promiseIn(book, 1)).toMatchObject({ state: { status: 'open' }, madeBy: ruth, forSide: 'using' });
  });

  it('numbers go up by one and are never used again, even after an undo', () => {
    const book = after(
      emptyBook(),
      making(ruth, '2027-03-01'),
      { type: 'Undo', now, by: ruth, number: 1 },
      making(dev, '2027-03-01'),
    );
    expect([...book.promises.keys()]).toEqual([1, 2]);
    expect(promiseIn(book, 1).state.status).toBe('undone');
  });

  it('without a date, two weeks from today is suggested', () => {
    const said = { type: 'Make', now, by: ruth, what: 'paint', owners: [], forSide: null, due: null } as const;
    expect(refusalOf(emptyBook(), said)).toEqual({ refused: 'date-needed', details: { suggested: '2027-02-22' } });
  });

  it('a date that has passed is asked about, never moved to next year; today will do', () => {
    expect(refusalOf(emptyBook(), making(ruth, '2027-02-07'))).toMatchObject({
      refused: 'date-passed',
      details: { due: '2027-02-07' },
    });
    expect(promiseIn(after(emptyBook(), making(ruth, '2027-02-08')), 1).due).toBe('2027-02-08');
  });

  it('a day more than a year off is asked about: read without its year it would seem near', () => {
    expect(refusalOf(emptyBook(), making(ruth, '2028-02-09')).refused).toBe('date-too-far');
    expect(promiseIn(after(emptyBook(), making(ruth, '2028-02-08')), 1).due).toBe('2028-02-08');
  });

  it('today is reckoned where the huddle is', () => {
    const justAfterMidnight = '2027-07-01T23:30:00.000Z';
    expect(refusalOf(emptyBook(), making(ruth, '2027-07-01', 'using', justAfterMidnight)).refused).toBe('date-passed');
  });

  it('it needs words, and not too many', () => {
    const said = { type: 'Make', now, by: ruth, owners: [], forSide: null, due: '2027-03-01' } as const;
    expect(refusalOf(emptyBook(), { ...said, what: '  ' }).refused).toBe('what-needed');
    expect(refusalOf(emptyBook(), { ...said, what: 'x'.repeat(301) }).refused).toBe('what-too-long');
  });

  it('it has two owners at most, all of them here', () => {
    const said = { type: 'Make', now, by: ruth, what: 'paint', forSide: null, due: '2027-03-01' } as const;
    expect(refusalOf(emptyBook(), { ...said, owners: [ruth, dev, jo] }).refused).toBe('too-many-owners');
    const left = withPeople(emptyBook(), { dev: party(['using'], [{ from: now, status: 'left' }]) });
    expect(refusalOf(left, { ...said, owners: [dev] }).refused).toBe('owner-not-here');
    expect(refusalOf(left, { ...said, by: dev, owners: [] }).refused).toBe('not-a-member');
  });
});

describe('nobody can promise for someone else', () => {
  const asked = {
    type: 'Make',
    now,
    by: ruth,
    what: 'paint',
    owners: [dev],
    forSide: null,
    due: '2027-03-01',
  } as const;

  it('whoever is named is asked first', () => {
    const { book, events } = step(emptyBook(), asked);
    expect(events).toMatchObject([{ type: 'PromiseOffered', to: [dev], owners: [dev] }]);
    expect(promiseIn(book, 1).state).toEqual({ status: 'offered', to: [dev] });
  });

  it('their yes makes it a promise', () => {
    const book = after(emptyBook(), asked, { type: 'Agree', now, by: dev, number: 1, but: null });
    expect(promiseIn(book, 1)).toMatchObject({ state: { status: 'open' }, due: '2027-03-01' });
  });

  it('their no ends it, and no reason is needed', () => {
    const book = after(emptyBook(), asked, { type: 'Refuse', now, by: dev, number: 1, reason: null });
    expect(promiseIn(book, 1).state).toMatchObject({ status: 'declined', by: dev });
    expect(refusalOf(book, { type: 'Agree', now, by: dev, number: 1, but: null }).refused).toBe('nothing-waits');
  });

  it("nobody else can answer for them, and whoever asked can't either", () => {
    const book = after(emptyBook(), asked);
    expect(refusalOf(book, { type: 'Agree', now, by: ruth, number: 1, but: null }).refused).toBe('not-asked-of-you');
    expect(refusalOf(book, { type: 'Refuse', now, by: amina, number: 1, reason: null }).refused).toBe(
      'not-asked-of-you',
    );
  });

  it('of two who are asked, both have to say yes', () => {
    const both = after(emptyBook(), { ...asked, owners: [dev, amina] });
    const one = after(both, { type: 'Agree', now, by: dev, number: 1, but: null });
    expect(promiseIn(one, 1).state).toEqual({ status: 'offered', to: [amina] });
    const two = after(one, { type: 'Agree', now, by: amina, number: 1, but: null });
    expect(promiseIn(two, 1)).toMatchObject({ state: { status: 'open' }, owners: [dev, amina] });
  });

  it('whoever makes a promise with another has said yes by saying it', () => {
    const book = after(emptyBook(), { ...asked, owners: [ruth, dev] });
    expect(promiseIn(book, 1).state).toEqual({ status: 'offered', to: [dev] });
  });

  it('a date that passed while they thought moves to two weeks from their yes', () => {
    const late = on('2027-03-05');
    const book = after(emptyBook(), asked, { type: 'Agree', now: late, by: dev, number: 1, but: null });
    expect(promiseIn(book, 1).due).toBe('2027-03-19');
  });

  it('an offer can be taken back by whoever made it', () => {
    const book = after(emptyBook(), asked, { type: 'Undo', now: on('2027-02-20'), by: ruth, number: 1 });
    expect(promiseIn(book, 1).state.status).toBe('undone');
  });
});

describe('a slip can be put right', () => {
  const correct = { type: 'Correct', number: 1, what: null, due: null, owners: null, forSide: null } as const;
  const book = after(emptyBook(), making(ruth, '2027-03-01'));

  it('the words, the day and the side, by the owner on the first day', () => {
    const put = after(book, {
      ...correct,
      now,
      by: ruth,
      what: 'paint the hall',
      due: '2027-03-02',
      forSide: 'running',
    });
    expect(promiseIn(put, 1)).toMatchObject({ what: 'paint the hall', due: '2027-03-02', forSide: 'running' });
  });

  it('a wrong person: the right one is asked first', () => {
    const put = after(book, { ...correct, now, by: ruth, owners: [dev] });
    expect(promiseIn(put, 1)).toMatchObject({ owners: [dev], state: { status: 'offered', to: [dev] } });
  });

  it('later, or by another, it takes a change and its yeses', () => {
    expect(refusalOf(book, { ...correct, now: on('2027-02-09', '10:01'), by: ruth, what: 'x' }).refused).toBe(
      'cannot-correct',
    );
    expect(refusalOf(book, { ...correct, now, by: dev, what: 'x' }).refused).toBe('cannot-correct');
  });

  it('the history shows it', () => {
    const { events } = step(book, { ...correct, now, by: ruth, due: '2027-03-02' });
    expect(events).toMatchObject([{ type: 'PromiseCorrected', by: ruth, due: '2027-03-02' }]);
  });
});

describe('undo', () => {
  const book = after(emptyBook(), making(ruth, '2027-03-01'));

  it('takes a new promise back for a day', () => {
    expect(promiseIn(after(book, { type: 'Undo', now, by: ruth, number: 1 }), 1).state.status).toBe('undone');
    expect(refusalOf(book, { type: 'Undo', now: on('2027-02-09', '10:01'), by: ruth, number: 1 }).refused).toBe(
      'cannot-undo',
    );
    expect(refusalOf(book, { type: 'Undo', now, by: dev, number: 1 }).refused).toBe('cannot-undo');
  });
});
