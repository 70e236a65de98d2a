import { describe, expect, it } from 'vitest';
import type { Side } from '../../src/domain/huddle.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import {
  after,
  amina,
  dev,
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
  tomos,
  withPeople,
} from './commitment-given.ts';

const now = on('2027-02-10');
const did = (by: PersonId, at = now) => ({ type: 'Claim', now: at, by, number: 1, proof: null }) as const;
const yes = (by: PersonId, at = now) => ({ type: 'Agree', now: at, by, number: 1, but: null }) as const;
const notYet = (by: PersonId, at = now) =>
  ({ type: 'NotYet', now: at, by, number: 1, missing: 'only on one ward', named: true }) as const;

describe('"done" is a claim until someone it was for says yes', () => {
  const open = after(emptyBook(), making(ruth, '2027-02-17'));
  const claimed = after(open, did(ruth));

  it('only an owner can say it is done', () => {
    expect(refusalOf(open, did(amina)).refused).toBe('not-the-owner');
    expect(promiseIn(claimed, 1).state).toMatchObject({ status: 'claimed', by: ruth });
  });

  it('a yes from the side it was for keeps it', () => {
    const { book, events } = step(claimed, yes(amina));
    expect(promiseIn(book, 1).state).toMatchObject({ status: 'kept', by: amina });
    expect(events).toMatchObject([{ type: 'PromiseKept', by: amina }]);
  });

  it('a yes from the owner, or from their own side, does not', () => {
    expect(refusalOf(claimed, yes(ruth)).refused).toBe('own-promise');
    expect(refusalOf(claimed, yes(priya))).toMatchObject({ refused: 'need-side', details: { side: 'using' } });
  });

  it('a yes from a third side does not either', () => {
    expect(refusalOf(claimed, yes(tomos))).toMatchObject({ refused: 'need-side', details: { side: 'using' } });
  });

  it('where the owner is on the side it was for, the yes comes from any other side', () => {
    const forStaff = after(emptyBook(), making(ruth, '2027-02-17', 'running'), did(ruth));
    expect(refusalOf(forStaff, yes(priya))).toMatchObject({ refused: 'need-other-side', details: { side: 'running' } });
    for (const person of [amina, jo]) expect(promiseIn(after(forStaff, yes(person)), 1).state.status).toBe('kept');
  });

  it('where two owners are on both sides, anyone who is no owner can say yes', () => {
    const offered = after(emptyBook(), {
      type: 'Make',
      now,
      by: ruth,
      what: 'paint',
      owners: [ruth, dev],
      forSide: 'using',
      due: '2027-02-17',
    });
    const both = after(offered, yes(dev), did(dev));
    expect(refusalOf(both, yes(ruth)).refused).toBe('own-promise');
    for (const person of [amina, priya, jo]) expect(promiseIn(after(both, yes(person)), 1).state.status).toBe('kept');
  });

  it("where one owner's two groups are on both sides, the same", () => {
    const twice = withPeople(emptyBook(), { ruth: party(['running', 'using']) });
    const book = after(twice, making(ruth, '2027-02-17'), did(ruth));
    expect(promiseIn(after(book, yes(priya)), 1).state.status).toBe('kept');
  });

  it('someone who has left, or has no group, cannot say yes for a side', () => {
    const gone = withPeople(claimed, { amina: party(['using'], [{ from: now, status: 'left' }]), dev: party([]) });
    expect(refusalOf(gone, yes(amina)).refused).toBe('not-a-member');
    expect(refusalOf(gone, yes(dev)).refused).toBe('need-side');
  });

  it('it can be taken back while it waits; the proof goes with it', () => {
    const proven = after(open, { ...did(ruth), proof: 'see the photo' });
    const back = after(proven, { type: 'Undo', now, by: ruth, number: 1 });
    expect(promiseIn(back, 1)).toMatchObject({ state: { status: 'open' }, proof: null });
  });

  it('a yes given by mistake can be taken back for a day, by whoever gave it', () => {
    const kept = after(claimed, yes(amina));
    expect(promiseIn(after(kept, { type: 'Undo', now, by: amina, number: 1 }), 1).state).toMatchObject({
      status: 'claimed',
      by: ruth,
    });
    expect(refusalOf(kept, { type: 'Undo', now, by: ruth, number: 1 }).refused).toBe('cannot-undo');
    expect(refusalOf(kept, { type: 'Undo', now: on('2027-02-12'), by: amina, number: 1 }).refused).toBe('cannot-undo');
  });

  it('a yes twice is told what it is', () => {
    const kept = after(claimed, yes(amina));
    expect(refusalOf(kept, yes(dev))).toMatchObject({ refused: 'nothing-waits', details: { status: 'kept' } });
    expect(refusalOf(kept, did(ruth))).toMatchObject({ refused: 'not-open', details: { status: 'kept' } });
  });
});

describe('"not yet" opens it again', () => {
  const claimedBy = (due: string, at: string) => after(emptyBook(), making(tomos, due), did(tomos, at));

  it('due seven days from the old date when that is later than today', () => {
    const book = after(claimedBy('2027-02-17', now), notYet(dev));
    expect(promiseIn(book, 1)).toMatchObject({
      state: { status: 'open', disputed: { by: dev } },
      due: '2027-02-24',
      missing: 'only on one ward',
    });
  });

  it('due seven days from today when the old date is over, across a clock change too', () => {
    const at = on('2027-03-26');
    const book = after(claimedBy('2027-02-17', at), notYet(dev, at));
    expect(promiseIn(book, 1).due).toBe('2027-04-02');
  });

  it('without a name, nothing keeps who said it', () => {
    const { book, events } = step(claimedBy('2027-02-17', now), { ...notYet(dev), named: false });
    expect(JSON.stringify(events)).not.toContain('dev');
    expect(JSON.stringify(promiseIn(book, 1))).not.toContain('dev');
  });

  it('only those who could say yes can say not yet', () => {
    const book = claimedBy('2027-02-17', now);
    expect(refusalOf(book, notYet(priya)).refused).toBe('need-side');
    expect(refusalOf(book, notYet(tomos)).refused).toBe('own-promise');
  });

  it('a plain no to a claim means not yet', () => {
    const book = after(claimedBy('2027-02-17', now), {
      type: 'Refuse',
      now,
      by: dev,
      number: 1,
      reason: 'the sign fell',
    });
    expect(promiseIn(book, 1)).toMatchObject({ state: { status: 'open' }, missing: 'the sign fell' });
  });

  it('what nobody said is done cannot be not yet', () => {
    const open = after(emptyBook(), making(tomos, '2027-02-17'));
    expect(refusalOf(open, notYet(dev))).toMatchObject({ refused: 'nothing-waits', details: { status: 'open' } });
  });
});

describe('could not', () => {
  const open = after(emptyBook(), making(ruth, '2027-02-17'));
  const couldNot = (by: PersonId, reason: string) =>
    ({ type: 'CouldNot', now, by, number: 1, reason, next: null }) as const;

  it('needs a reason, and one is enough', () => {
    expect(refusalOf(open, couldNot(ruth, ' ')).refused).toBe('reason-needed');
    const book = after(open, couldNot(ruth, "I can't do this just now"));
    expect(promiseIn(book, 1)).toMatchObject({ state: { status: 'could-not' }, reason: "I can't do this just now" });
  });

  it('only an owner can say it, of an open promise or one that they said done', () => {
    expect(refusalOf(open, couldNot(amina, 'no money')).refused).toBe('not-the-owner');
    expect(promiseIn(after(open, did(ruth), couldNot(ruth, 'no money')), 1).state.status).toBe('could-not');
    expect(refusalOf(after(open, did(ruth), yes(amina)), couldNot(ruth, 'no money')).refused).toBe('not-open');
  });

  it('can be taken back for a day', () => {
    const book = after(open, couldNot(ruth, 'no money'), { type: 'Undo', now, by: ruth, number: 1 });
    expect(promiseIn(book, 1)).toMatchObject({ state: { status: 'open' }, reason: null });
  });
});

describe('words that need a number', () => {
  const claimed = after(emptyBook(), making(ruth, '2027-02-17'), did(ruth));
  const bare = { type: 'Agree', now, by: amina, number: null, but: null } as const;

  it('act without one when exactly one thing waits', () => {
    expect(promiseIn(after(claimed, bare), 1).state.status).toBe('kept');
  });

  it('ask which when more than one does, and say so when none does', () => {
    const two = after(claimed, making(priya, '2027-02-20'), { type: 'Claim', now, by: priya, number: 2, proof: null });
    expect(refusalOf(two, bare)).toEqual({ refused: 'which-number', details: { numbers: ['1', '2'] } });
    expect(refusalOf(emptyBook(), bare).refused).toBe('nothing-waits-for-you');
    expect(refusalOf(emptyBook(), { ...did(ruth), number: null }).refused).toBe('none-of-yours');
  });

  it('a number that nobody has is refused', () => {
    expect(refusalOf(claimed, { ...bare, number: 7 })).toEqual({ refused: 'no-such-promise', details: { number: 7 } });
  });
});

/** The whole table of who can say yes, for one owner with one group. */
describe('who can say yes', () => {
  const sides: readonly Side[] = ['using', 'running', 'creative'];
  const someone: Readonly<Record<Side, readonly [PersonId, PersonId]>> = {
    using: [amina, dev],
    running: [ruth, priya],
    creative: [tomos, jo],
  };
  const rows = sides.flatMap((owner) => sides.flatMap((forSide) => sides.map((sayer) => ({ owner, forSide, sayer }))));

  it.each(rows)('$owner promises it for $forSide: $sayer', ({ owner, forSide, sayer }) => {
    const book = after(emptyBook(), making(someone[owner][0], '2027-02-17', forSide), did(someone[owner][0]));
    const can = owner === forSide ? sayer !== owner : sayer === forSide;
    if (can) expect(promiseIn(after(book, yes(someone[sayer][1])), 1).state.status).toBe('kept');
    else
      expect(refusalOf(book, yes(someone[sayer][1])).refused).toBe(owner === forSide ? 'need-other-side' : 'need-side');
  });
});
