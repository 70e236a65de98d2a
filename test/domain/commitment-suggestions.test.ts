import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import {
  after,
  amina,
  dev,
  ellis,
  emptyBook,
  jo,
  making,
  on,
  party,
  priya,
  promiseIn,
  refusalOf,
  ruth,
  step,
  withPeople,
} from './commitment-given.ts';

const now = on('2027-02-10');
const change = (by: PersonId, what: string | null = 'meet in the evening', due: string | null = null) =>
  ({ type: 'SuggestChange', now, by, number: 1, what, due }) as const;
const drop = (by: PersonId) => ({ type: 'SuggestDrop', now, by, number: 1 }) as const;
const yes = (by: PersonId, at = now) => ({ type: 'Agree', now: at, by, number: 1, but: null }) as const;
const no = (by: PersonId, reason: string | null = 'it is too late in the day') =>
  ({ type: 'Refuse', now, by, number: 1, reason }) as const;

const open = after(emptyBook(), making(ruth, '2027-02-17'));

describe('a change is made together', () => {
  it("it needs a yes from the owner's side and the side it is for; the asker's yes counts for theirs", () => {
    const asked = step(open, change(ruth));
    expect(asked.events).toMatchObject([
      { type: 'SuggestionMade', needs: ['running', 'using'] },
      { type: 'SuggestionAgreed', by: ruth, side: 'running' },
    ]);
    const { book, events } = step(asked.book, yes(amina));
    expect(events).toMatchObject([
      { type: 'SuggestionAgreed', side: 'using' },
      { type: 'PromiseChanged', number: 1, into: 2 },
      {
        type: 'PromiseMade',
        number: 2,
        from: 1,
        owners: [ruth],
        due: '2027-02-17',
        words: { what: 'meet in the evening' },
      },
    ]);
    expect(promiseIn(book, 1).state).toMatchObject({ status: 'changed', into: 2 });
    expect(promiseIn(book, 2)).toMatchObject({ state: { status: 'open' }, from: 1 });
  });

  it('two from one side are not enough', () => {
    const asked = after(open, change(ruth));
    expect(refusalOf(asked, yes(priya))).toMatchObject({ refused: 'yes-from-others', details: { needs: ['using'] } });
    expect(refusalOf(asked, yes(ruth)).refused).toBe('already-yes');
    expect(promiseIn(asked, 1).state.status).toBe('open');
  });

  it('someone of neither side can ask, and both yeses are still needed', () => {
    const asked = after(open, change(jo));
    expect(promiseIn(asked, 1).suggestion?.yes).toEqual([]);
    const one = after(asked, yes(amina));
    expect(promiseIn(one, 1).state.status).toBe('open');
    expect(promiseIn(after(one, yes(priya)), 1).state.status).toBe('changed');
  });

  it('where the owner is on the side it is for, one other side has to say yes too', () => {
    const own = after(emptyBook(), making(ruth, '2027-02-17', 'running'));
    const asked = after(own, change(ruth));
    expect(promiseIn(asked, 1).suggestion?.needs).toEqual(['running', 'another-side']);
    expect(refusalOf(asked, yes(priya)).refused).toBe('yes-from-others');
    for (const person of [amina, jo]) expect(promiseIn(after(asked, yes(person)), 1).state.status).toBe('changed');
  });

  it('nobody says yes for two sides, even with a group on each', () => {
    const twice = withPeople(open, { priya: party(['running', 'using']) });
    const asked = after(twice, change(priya));
    expect(promiseIn(asked, 1).suggestion?.yes).toHaveLength(1);
    expect(refusalOf(asked, yes(priya)).refused).toBe('already-yes');
  });

  it('it says what is new: words, a day or both; the rest stays', () => {
    expect(refusalOf(open, change(ruth, null)).refused).toBe('change-needed');
    expect(refusalOf(open, change(ruth, null, '2027-02-01')).refused).toBe('date-passed');
    expect(refusalOf(open, change(ruth, null, '2037-02-01')).refused).toBe('date-too-far');
    const later = after(open, change(ruth, null, '2027-03-01'), yes(amina));
    expect(promiseIn(later, 2)).toMatchObject({ what: 'keep the art room open', due: '2027-03-01' });
  });

  it('a day that passed while it waited moves to two weeks from the last yes', () => {
    const book = after(open, change(ruth), yes(amina, on('2027-02-20')));
    expect(promiseIn(book, 2).due).toBe('2027-03-06');
  });

  it('cannot be asked while the promise is said done, offered, at an end, or already being changed', () => {
    const claimed = after(open, { type: 'Claim', now, by: ruth, number: 1, proof: null });
    expect(refusalOf(claimed, change(amina)).refused).toBe('claim-waits');
    expect(refusalOf(after(open, change(amina)), drop(ruth)).refused).toBe('suggestion-waits');
    const kept = after(claimed, yes(amina));
    expect(refusalOf(kept, change(ruth))).toMatchObject({ refused: 'not-open', details: { status: 'kept' } });
    const offer = { type: 'Make', now, by: ruth, what: 'x', owners: [dev], forSide: null, due: '2027-03-01' } as const;
    expect(refusalOf(after(emptyBook(), offer), change(ruth)).refused).toBe('offer-waits');
  });
});

describe('what two sides agreed', () => {
  it('is not taken back, or put right, by one of them alone', () => {
    const changed = after(open, change(ruth), yes(amina));
    expect(refusalOf(changed, { type: 'Undo', now, by: ruth, number: 2 }).refused).toBe('cannot-undo');
    expect(refusalOf(changed, { type: 'Undo', now, by: ruth, number: 1 }).refused).toBe('cannot-undo');
    const correct = {
      type: 'Correct',
      now,
      number: 2,
      what: 'meet at noon',
      due: null,
      owners: null,
      forSide: null,
    } as const;
    expect(refusalOf(changed, { ...correct, by: ruth }).refused).toBe('cannot-correct');
  });

  it('a promise that someone took on for you is not yours to take back', () => {
    const asked = after(emptyBook(), {
      type: 'Make',
      now,
      by: ruth,
      what: 'paint',
      owners: [dev],
      forSide: null,
      due: '2027-03-01',
    });
    const taken = after(asked, yes(dev, on('2027-02-10', '11:00')));
    const undo = { type: 'Undo', now: on('2027-02-10', '12:00'), by: ruth, number: 1 } as const;
    expect(refusalOf(taken, undo).refused).toBe('cannot-undo');
  });

  it('a new promise on which someone has asked for a change is not taken back past it', () => {
    const made = on('2027-02-08');
    const asked = after(open, { ...change(amina), now: made });
    expect(refusalOf(asked, { type: 'Undo', now: made, by: ruth, number: 1 }).refused).toBe('cannot-undo');
  });
});

describe('letting go is agreed in the same way', () => {
  it('at the last yes it is dropped, and no new promise is made', () => {
    const book = after(open, drop(amina), yes(ruth));
    expect(promiseIn(book, 1).state.status).toBe('dropped');
    expect(book.promises.size).toBe(1);
  });
});

describe('a no to a suggestion', () => {
  it('ends it with its reason, and the promise stays', () => {
    const { book, events } = step(after(open, change(ruth)), no(ellis));
    expect(events).toMatchObject([
      { type: 'SuggestionRefused', by: ellis, words: { reason: 'it is too late in the day' } },
    ]);
    expect(promiseIn(book, 1)).toMatchObject({ state: { status: 'open' }, suggestion: null });
  });

  it('needs a reason, save from whoever asked', () => {
    expect(refusalOf(after(open, change(ruth)), no(ellis, null)).refused).toBe('reason-needed');
    expect(promiseIn(after(open, change(ruth), no(ruth, null)), 1).suggestion).toBeNull();
  });

  it('is for those whose yes is asked', () => {
    expect(refusalOf(after(open, change(ruth)), no(jo)).refused).toBe('yes-from-others');
  });

  it('is idle once the owner says it is done: that ends the suggestion', () => {
    const { book, events } = step(after(open, change(amina)), { type: 'Claim', now, by: ruth, number: 1, proof: null });
    expect(events.map(({ type }) => type)).toEqual(['SuggestionRefused', 'PromiseClaimed']);
    expect(promiseIn(book, 1)).toMatchObject({ suggestion: null, state: { status: 'claimed' } });
  });
});
