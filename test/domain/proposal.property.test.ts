import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isHere } from '../../src/domain/commitment-sides.ts';
import type { ProposalEvent } from '../../src/domain/events-together.ts';
import { goneId, proposalWithout } from '../../src/domain/forget.ts';
import type { Side } from '../../src/domain/huddle.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { evolveProposal } from '../../src/domain/proposal-evolve.ts';
import { decideProposal } from '../../src/domain/proposal-rules.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Change } from '../../src/domain/proposal-change.ts';
import type { ProposalBook, ProposalCommand } from '../../src/domain/proposal.ts';
import { addMs, hourMs } from '../../src/domain/time.ts';
import { aBook, amina, dev, notes, party, priya, ruth, start, tomos } from './proposal-given.ts';

/*
 * What was said is kept a second time, in the plainest way: who said what to which words, and on which sides they were at
 * that moment. Nothing of the code under test decides here whether each side has said yes.
 */

const people = [amina, dev, ruth, priya, tomos, 'new' as PersonId];
const someone = fc.constantFrom(...people);
const sides = fc.constantFrom<readonly Side[]>(['using'], ['running'], ['creative'], ['using', 'running'], []);
const number = fc.integer({ min: 1, max: 4 });
const change = fc.constantFrom<Change>(
  { about: 'purpose' },
  { about: 'money' },
  { about: 'new-role' },
  { about: 'hand-role', role: notes, to: tomos },
);
const text = fc.constantFrom('a', 'b', 'c');

type Draft =
  | { readonly do: 'suggest' | 'amend'; by: PersonId; number: number; change: Change; text: string; atOnce: boolean }
  | { readonly do: 'yes' | 'no' | 'withdraw'; by: PersonId; number: number }
  | { readonly do: 'wait'; hours: number }
  | { readonly do: 'joins' | 'moves'; by: PersonId; sides: readonly Side[] }
  | { readonly do: 'leaves' | 'forgotten'; by: PersonId };

const draft: fc.Arbitrary<Draft> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('suggest' as const, 'amend' as const),
      by: someone,
      number,
      change,
      text,
      atOnce: fc.boolean(),
    }),
  },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('yes' as const), by: someone, number }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('no' as const, 'withdraw' as const), by: someone, number }) },
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 300 }) }),
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('joins' as const, 'moves' as const), by: someone, sides }) },
  fc.record({ do: fc.constantFrom('leaves' as const, 'forgotten' as const), by: someone }),
);

interface World {
  book: ProposalBook;
  now: string;
  /** By number: every yes with the sides it was said on, newest for each person; and who objects. */
  readonly yeses: Map<number, Map<PersonId, readonly Side[]>>;
  readonly noes: Map<number, Set<PersonId>>;
  gone: number;
}

function decide(world: World, command: object): readonly ProposalEvent[] {
  const given = { huddle: world.book.home.id, now: world.now, ...command } as ProposalCommand;
  const events = decideProposal(given, world.book);
  return isRefusal(events) ? [] : events;
}

function step(world: World, each: Draft): readonly ProposalEvent[] {
  const { book } = world;
  switch (each.do) {
    case 'suggest':
      return decide(world, { type: 'Suggest', ...each });
    case 'amend':
      return decide(world, { type: 'Amend', ...each });
    case 'yes':
      return decide(world, { type: 'SayYes', but: null, ...each });
    case 'no':
      return decide(world, { type: 'SayNo', reason: 'because', ...each });
    case 'withdraw':
      return decide(world, { type: 'Withdraw', ...each });
    case 'wait':
      world.now = addMs(world.now, each.hours * hourMs);
      return [...book.proposals.keys()].flatMap((known) => decide(world, { type: 'WakeProposal', number: known }));
    case 'joins':
    case 'moves':
      world.book = { ...book, parties: new Map(book.parties).set(each.by, party(each.sides)) };
      return [];
    case 'leaves': {
      const before = book.parties.get(each.by);
      world.book = { ...book, parties: new Map(book.parties).set(each.by, party(before?.sides ?? [], 'left')) };
      return [];
    }
    case 'forgotten': {
      const newGone = () => goneId(String((world.gone += 1)));
      const gone = { person: each.by, name: 'x', instead: 'y', now: world.now, newGone };
      const parties = new Map(book.parties);
      parties.delete(each.by);
      const proposals = [...book.proposals].map(
        ([known, proposal]) => [known, proposalWithout(proposal, gone)] as const,
      );
      world.book = { ...book, parties, proposals: new Map(proposals) };
      return [];
    }
  }
}

/** The second book-keeping: what was said at this moment, by whom and for which sides. */
function note(world: World, event: ProposalEvent): void {
  if (event.type !== 'ProposalYes' && event.type !== 'ProposalNo') return;
  const yeses = world.yeses.get(event.number) ?? new Map<PersonId, readonly Side[]>();
  const noes = world.noes.get(event.number) ?? new Set<PersonId>();
  const here = world.book.parties.get(event.by);
  if (event.type === 'ProposalYes') {
    noes.delete(event.by);
    yeses.set(event.by, isHere(here) ? (here?.sides ?? []) : []);
  } else {
    yeses.delete(event.by);
    noes.add(event.by);
  }
  world.yeses.set(event.number, yeses);
  world.noes.set(event.number, noes);
}

function sidesHere({ parties }: ProposalBook): ReadonlySet<Side> {
  return new Set([...parties.values()].filter(isHere).flatMap(({ sides: on }) => on));
}

/** Whether different people can be found, one for each of these sides. */
function oneForEach(needed: readonly Side[], given: readonly (readonly Side[])[]): boolean {
  const [first, ...others] = needed;
  if (first === undefined) return true;
  return given.some((on, at) => on.includes(first) && oneForEach(others, given.toSpliced(at, 1)));
}

interface Seen {
  agreements: number;
  reports: number;
}

/** Plays them all, and looks at each agreement. */
function play(drafts: readonly Draft[], seen: Seen): void {
  const world: World = { book: aBook(), now: start, yeses: new Map(), noes: new Map(), gone: 0 };
  const asked = new Map<number, ReadonlySet<Side>>();
  for (const each of drafts) {
    for (const event of step(world, each)) {
      if (event.type === 'ProposalMade') asked.set(event.number, sidesHere(world.book));
      note(world, event);
      if (event.type === 'ProposalAgreed') {
        seen.agreements += 1;
        expect(each.do).toBe('yes');
        isAgreedByAll(event.number, asked.get(event.number) ?? new Set(), { world, seen });
      }
      world.book = evolveProposal(world.book, event);
    }
  }
  // What came to be agreed did so by an event that was looked at above.
  for (const { state } of world.book.proposals.values())
    expect(['open', 'agreed', 'amended', 'withdrawn', 'timed-out']).toContain(state.status);
}

function isAgreedByAll(number: number, asked: ReadonlySet<Side>, { world, seen }: { world: World; seen: Seen }): void {
  const proposal = world.book.proposals.get(number);
  if (proposal === undefined) throw new Error('agreed, and not there');
  const given = [...(world.yeses.get(number) ?? new Map<PersonId, readonly Side[]>()).values()];
  expect([...(world.noes.get(number) ?? [])]).toEqual([]);
  const { about } = proposal.change;
  if (about === 'purpose' || about === 'money') {
    const needed = new Set<Side>(['using', ...asked, ...sidesHere(world.book)]);
    expect(needed.size).toBeGreaterThan(1);
    expect(oneForEach([...needed], given)).toBe(true);
  } else if (about === 'report') {
    seen.reports += 1;
    expect(oneForEach(['using', 'running'], given)).toBe(true);
  } else {
    expect(oneForEach(['using', 'running'], given) || oneForEach(['using', 'creative'], given)).toBe(true);
  }
  if (about === 'hand-role') expect(world.yeses.get(number)?.has(tomos)).toBe(true);
}

it('nothing is ever agreed without a yes from each needed side, or over an objection', () => {
  const seen: Seen = { agreements: 0, reports: 0 };
  const drafts = fc.array(draft, { minLength: 5, maxLength: 60 });
  fc.assert(
    fc.property(drafts, (each) => {
      play(each, seen);
    }),
    { numRuns: 1500, seed: 20270301 },
  );
  // So that the search means something.
  expect(seen.agreements).toBeGreaterThan(50);
});

it('a report leaves with a yes of both sides only, whichever side its coordinator is on', () => {
  const seen: Seen = { agreements: 0, reports: 0 };
  const drafts = fc.tuple(sides, fc.array(draft, { minLength: 1, maxLength: 20 }));
  const report: Draft = {
    do: 'suggest',
    by: priya,
    number: 1,
    change: { about: 'report', page: 1 },
    text: '',
    atOnce: false,
  };
  fc.assert(
    fc.property(drafts, ([on, each]) => {
      play([{ do: 'moves', by: priya, sides: on }, report, ...each], seen);
    }),
    { numRuns: 1000, seed: 20270301 },
  );
  expect(seen.reports).toBeGreaterThan(50);
});
