import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Commitment, PromiseBook } from '../../src/domain/commitment.ts';
import { decide } from '../../src/domain/commitment-decide.ts';
import { evolve } from '../../src/domain/commitment-evolve.ts';
import { ledgerOf } from '../../src/domain/commitment-standing.ts';
import type { CommitmentEvent } from '../../src/domain/events-promises.ts';
import type { Side } from '../../src/domain/huddle.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { addDays, addMs, hourMs } from '../../src/domain/time.ts';
import { amina, command, dev, emptyBook, jo, on, party, priya, ruth, tomos, type Said } from './commitment-given.ts';

const both = 'both' as PersonId;
const members = new Map([
  [amina, party(['using'])],
  [dev, party(['using'])],
  [ruth, party(['running'])],
  [priya, party(['running'])],
  [tomos, party(['creative'])],
  [
    jo,
    party(
      ['creative'],
      [
        { from: '2027-01-01T00:00:00.000Z', status: 'active' },
        { from: on('2027-02-20'), status: 'paused' },
      ],
    ),
  ],
  [both, party(['running', 'using'])],
]);

const someone = fc.constantFrom(...members.keys());
const side = fc.constantFrom<Side>('using', 'running', 'creative');
const number = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.constant(null));
const words = fc.constantFrom('a', 'b', '');
const inDays = fc.integer({ min: -1, max: 12 });

type Draft = { readonly after: number } & { readonly said: (now: string, today: string) => Said };

const act: fc.Arbitrary<Draft['said']> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({ by: someone, owners: fc.array(someone, { maxLength: 2 }), forSide: side, days: inDays })
      .map(({ days, ...facts }) => (now: string, today: string): Said => ({
        type: 'Make',
        now,
        what: 'do it',
        due: addDays(today, days),
        ...facts,
      })),
  },
  {
    weight: 5,
    arbitrary: fc
      .record({ by: someone, number })
      .map((facts) => (now: string): Said => ({ type: 'Agree', now, but: null, ...facts })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ by: someone, number })
      .map((facts) => (now: string): Said => ({ type: 'Claim', now, proof: null, ...facts })),
  },
  fc
    .record({ by: someone, number, reason: words })
    .map((facts) => (now: string): Said => ({ type: 'Refuse', now, ...facts })),
  fc
    .record({ by: someone, number, named: fc.boolean() })
    .map((facts) => (now: string): Said => ({ type: 'NotYet', now, missing: null, ...facts })),
  fc
    .record({ by: someone, number, reason: words })
    .map((facts) => (now: string): Said => ({ type: 'CouldNot', now, next: null, ...facts })),
  {
    weight: 2,
    arbitrary: fc
      .record({ by: someone, number, what: words, days: inDays })
      .map(({ days, ...facts }) => (now: string, today: string): Said => ({
        type: 'SuggestChange',
        now,
        due: addDays(today, days),
        ...facts,
      })),
  },
  fc.record({ by: someone, number }).map((facts) => (now: string): Said => ({ type: 'SuggestDrop', now, ...facts })),
  fc.record({ by: someone, number }).map((facts) => (now: string): Said => ({ type: 'PickUp', now, ...facts })),
  fc.record({ by: someone, number }).map((facts) => (now: string): Said => ({ type: 'Undo', now, ...facts })),
  fc
    .record({ by: someone, number, owners: fc.option(fc.array(someone, { minLength: 1, maxLength: 2 })) })
    .map((facts) => (now: string): Said => ({
      type: 'Correct',
      now,
      what: 'do it well',
      due: null,
      forSide: null,
      ...facts,
    })),
  fc.integer({ min: 1, max: 5 }).map((known) => (now: string): Said => ({ type: 'Wake', now, number: known })),
);

const drafts = fc.array(fc.record({ after: fc.integer({ min: 0, max: 60 }), said: act }), {
  minLength: 1,
  maxLength: 40,
});

interface Moment {
  readonly before: PromiseBook;
  readonly events: readonly CommitmentEvent[];
  readonly after: PromiseBook;
}

function play(list: readonly Draft[]): readonly Moment[] {
  let now = on('2027-02-08');
  let book = emptyBook(members);
  return list.flatMap(({ after, said }) => {
    now = addMs(now, after * hourMs);
    const decided = decide(command(said(now, now.slice(0, 10))), book);
    if (isRefusal(decided)) return [];
    const before = book;
    book = decided.reduce((state, event) => evolve(state, event), book);
    return [{ before, events: decided, after: book }];
  });
}

const ends: readonly Commitment['state']['status'][] = [
  'declined',
  'kept',
  'could-not',
  'changed',
  'dropped',
  'not-kept',
  'undone',
];
const runs = { numRuns: 400 };

it('whatever people do, no promise is kept by the yes of its owner, or of its owner’s side alone', () => {
  fc.assert(
    fc.property(drafts, (list) => {
      for (const { before, events } of play(list)) {
        for (const event of events.filter((each) => each.type === 'PromiseKept')) {
          const promise = before.promises.get(event.number);
          const owned = new Set(promise?.owners.flatMap((owner) => members.get(owner)?.sides ?? []));
          const said = members.get(event.by)?.sides ?? [];
          expect(promise?.owners).not.toContain(event.by);
          expect(owned.size > 1 || said.some((each) => !owned.has(each))).toBe(true);
        }
      }
    }),
    runs,
  );
});

it('no number is ever given twice', () => {
  fc.assert(
    fc.property(drafts, (list) => {
      const given = play(list)
        .flatMap(({ events }) => events)
        .filter(({ type }) => type === 'PromiseMade' || type === 'PromiseOffered')
        .map((event) => event.number);
      expect(given).toEqual(given.map((_, index) => index + 1));
    }),
    runs,
  );
});

it('the counts of a huddle always add up', () => {
  fc.assert(
    fc.property(drafts, (list) => {
      const book = play(list).at(-1)?.after ?? emptyBook();
      const { made, kept, couldNot, changed, dropped, notKept, open } = ledgerOf(book.promises.values());
      expect(made).toBe(kept + couldNot + changed + dropped + notKept + open);
      const never = [...book.promises.values()].filter(({ state }) =>
        ['offered', 'declined', 'undone'].includes(state.status),
      );
      expect(made + never.length).toBe(book.nextNumber - 1);
    }),
    runs,
  );
});

it('what has come to an end stays there, save for an undo by whoever brought it about', () => {
  fc.assert(
    fc.property(drafts, (list) => {
      for (const { before, events, after } of play(list)) {
        for (const [at, was] of before.promises) {
          const now = after.promises.get(at);
          if (!ends.includes(was.state.status) || now === was) continue;
          const undo = events.find((event) => event.type === 'PromiseUndone' && event.number === at);
          expect(undo).toMatchObject({ was: was.state.status, by: 'by' in was.state ? was.state.by : null });
        }
      }
    }),
    runs,
  );
});

it('a change or a letting-go always has the yes of two different people', () => {
  fc.assert(
    fc.property(drafts, (list) => {
      const moments = play(list);
      for (const { events, before } of moments) {
        const end = events.find(({ type }) => type === 'PromiseChanged' || type === 'PromiseDropped');
        if (end === undefined) continue;
        const earlier = before.promises.get(end.number)?.suggestion?.yes.map(({ person }) => person) ?? [];
        const last = events.flatMap((event) => (event.type === 'SuggestionAgreed' ? [event.by] : []));
        expect(new Set([...earlier, ...last]).size).toBeGreaterThanOrEqual(2);
      }
    }),
    runs,
  );
});

it('not kept is never said of a promise with an owner who is not on the running side alone', () => {
  fc.assert(
    fc.property(drafts, (list) => {
      for (const { before, events } of play(list)) {
        for (const { number: at } of events.filter(({ type }) => type === 'PromiseNotKept')) {
          for (const owner of before.promises.get(at)?.owners ?? [])
            expect(members.get(owner)?.sides).toEqual(['running']);
        }
      }
    }),
    runs,
  );
});
