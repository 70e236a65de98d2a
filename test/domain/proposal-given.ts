import type { Party } from '../../src/domain/commitment.ts';
import type { ProposalEvent } from '../../src/domain/events-together.ts';
import type { Member, Side } from '../../src/domain/huddle.ts';
import type { HuddleId, PersonId, RoleKey } from '../../src/domain/ids.ts';
import { evolveProposal } from '../../src/domain/proposal-evolve.ts';
import { decideProposal } from '../../src/domain/proposal-rules.ts';
import type { OnProposals, Proposal, ProposalBook } from '../../src/domain/proposal.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { withFirst } from '../../src/domain/role-names.ts';
import { huddleOf } from '../app/stage.ts';

export const start = '2027-03-01T10:00:00.000Z';
export const [amina, dev, ruth, priya, tomos] = ['amina', 'dev', 'ruth', 'priya', 'tomos'].map(
  (name) => name as PersonId,
) as [PersonId, PersonId, PersonId, PersonId, PersonId];
export const notes = 'notes' as RoleKey;

export function party(sides: readonly Side[], status: 'active' | 'paused' | 'left' = 'active'): Party {
  return { sides, standings: [{ from: start, status }] };
}

/** Two who use the service, two of staff, of whom Priya coordinates, and an artist. */
export function aBook(changes: Partial<ProposalBook> = {}): ProposalBook {
  const home = huddleOf(start);
  return {
    home,
    members: [coordinator(priya)],
    parties: new Map([
      [amina, party(['using'])],
      [dev, party(['using'])],
      [ruth, party(['running'])],
      [priya, party(['running'])],
      [tomos, party(['creative'])],
    ]),
    roles: withFirst([], home.id),
    proposals: new Map(),
    nextNumber: 1,
    ...changes,
  };
}

function coordinator(person: PersonId): Member {
  return { huddle: 'willow' as HuddleId, person, coordinator: true, invitedBy: null, standings: [], consents: [] };
}

export type Step = OnProposals & { readonly by: PersonId; readonly at?: string };

/** The book after steps that are all allowed. */
export function after(book: ProposalBook, ...steps: readonly Step[]): ProposalBook {
  return steps.reduce((now, step) => {
    const events = decided(now, step);
    if (isRefusal(events)) throw new Error(`refused: ${events.refused}`);
    return events.reduce<ProposalBook>((each, event) => evolveProposal(each, event), now);
  }, book);
}

export function decided(book: ProposalBook, { at = start, ...step }: Step) {
  return decideProposal({ ...step, huddle: book.home.id, now: at }, book);
}

/** The code of the no, or null. */
export function refusedBy(book: ProposalBook, step: Step): string | null {
  const events = decided(book, step);
  return isRefusal(events) ? events.refused : null;
}

export function rung(book: ProposalBook, number: number, now: string): readonly ProposalEvent[] {
  const events = decideProposal({ type: 'WakeProposal', huddle: book.home.id, number, now }, book);
  if (isRefusal(events)) throw new Error('a timer was refused');
  return events;
}

export function one(book: ProposalBook, number: number): Proposal {
  const proposal = book.proposals.get(number);
  if (proposal === undefined) throw new Error('no such suggested change');
  return proposal;
}

export const suggest = (by: PersonId, text = 'a warm room'): Step => ({
  type: 'Suggest',
  by,
  change: { about: 'purpose' },
  text,
  atOnce: false,
});
export const yes = (by: PersonId, number = 1, but: string | null = null): Step => ({ type: 'SayYes', by, number, but });
export const no = (by: PersonId, number = 1, reason: string | null = 'it is too late'): Step => ({
  type: 'SayNo',
  by,
  number,
  reason,
});
export const amend = (by: PersonId, number: number, text: string): Step => ({
  type: 'Amend',
  by,
  number,
  change: { about: 'purpose' },
  text,
});
