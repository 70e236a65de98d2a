import { proposalSubject } from '../commands/proposals.ts';
import { sidesOf } from '../domain/huddle.ts';
import type { ProposalEvent } from '../domain/events-together.ts';
import type { HuddleId } from '../domain/ids.ts';
import { evolveProposal } from '../domain/proposal-evolve.ts';
import { decideProposal, proposalWakesAt } from '../domain/proposal-rules.ts';
import type { Proposal, ProposalBook, ProposalCommand } from '../domain/proposal.ts';
import { everyRole, withFirst } from '../domain/role-names.ts';
import type { ProposalFacts } from '../messages/proposals.ts';
import type { Records } from '../ports.ts';
import { execute, type Aggregate } from './execute.ts';
import { reactToProposal } from './reactions/proposals.ts';
import type { Waking } from './waking.ts';

export const proposalAggregate: Aggregate<ProposalCommand, ProposalBook, ProposalEvent> = {
  load: (records, { huddle }) => proposalBook(records, huddle),
  decide: decideProposal,
  evolve: evolveProposal,
  save,
  react: reactToProposal,
};

/** Writes what changed, and when time will next have something to do with it. */
async function save(records: Records, after: ProposalBook, before: ProposalBook): Promise<void> {
  for (const proposal of after.proposals.values()) {
    const was = before.proposals.get(proposal.number);
    if (proposal === was) continue;
    await records.proposals.save({ ...proposal, version: (was?.version ?? 0) + 1 });
    await setTimer(records, proposal);
  }
}

async function setTimer(records: Records, proposal: Proposal): Promise<void> {
  const { huddle, number } = proposal;
  await records.timers.set('proposal', proposalSubject(huddle, number), huddle, proposalWakesAt(proposal));
}

/** A due timer. It is set anew in any case, so that one with nothing to do does not ring for ever. */
export async function wakeProposal(huddle: HuddleId, number: number, { records, now }: Waking): Promise<void> {
  await execute(records, proposalAggregate, { type: 'WakeProposal', huddle, number, now });
  const proposal = await records.proposals.get(huddle, number);
  if (proposal === null) await records.timers.set('proposal', proposalSubject(huddle, number), huddle, null);
  else await setTimer(records, proposal);
}

/** All that the rules of suggested changes look at. Throws for a huddle that is not there: nobody can act in one. */
export async function proposalBook(records: Records, huddle: HuddleId): Promise<ProposalBook> {
  const home = await records.huddles.get(huddle);
  if (home === null) throw new Error('suggested changes of an unknown huddle');
  const members = await records.members.of(huddle);
  const parties = members.map(
    (member) => [member.person, { sides: sidesOf(home, member), standings: member.standings }] as const,
  );
  const proposals = await records.proposals.list(huddle);
  return {
    home,
    members,
    parties: new Map(parties),
    roles: withFirst(await records.roles.list(huddle), huddle),
    proposals: new Map(proposals.map((proposal) => [proposal.number, proposal])),
    nextNumber: await records.promises.nextNumber(huddle),
  };
}

/** Everything that messages about suggested changes are built from. */
export async function proposalFacts(records: Records, huddle: HuddleId): Promise<ProposalFacts> {
  const book = await proposalBook(records, huddle);
  const roles = everyRole(await records.roles.list(huddle), huddle);
  return {
    huddle: book.home,
    book,
    names: await records.people.names(huddle),
    roleNames: new Map(roles.map(({ key, name }) => [key, name])),
  };
}
