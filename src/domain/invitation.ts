import { isCounted, standingNow, takesPart, type Member } from './huddle.ts';
import type { PersonId } from './ids.ts';
import type { Instant } from './time.ts';
import { addMs, dayMs } from './time.ts';
import type { Turn } from './turns.ts';

/** What someone chose about a private invitation after two weeks without a turn. Nobody else ever learns of it. */
export type InvitationChoice = 'on' | 'off' | 'later';

/** "I am fine being quiet" holds for so long. */
const restMs = 28 * dayMs;

/** Off until they choose, and again once they come back after leaving. */
export function invitationOf(member: Member, now: Instant): InvitationChoice {
  const left = member.standings.findLast(({ status }) => status === 'left')?.from ?? '';
  const since = member.consents.filter(({ at }) => at > left);
  if (since.findLast(({ to }) => to === 'invited')?.yes !== true) return 'off';
  const rested = since.findLast(({ to }) => to === 'left-quiet');
  return rested !== undefined && addMs(rested.at, restMs) > now ? 'later' : 'on';
}

/** "Later" is kept as a moment of its own, so that what they chose before holds again after it. */
export function withInvitation(member: Member, choice: InvitationChoice, at: Instant): Member {
  const said =
    choice === 'later' ? { to: 'left-quiet' as const, yes: true } : { to: 'invited' as const, yes: choice === 'on' };
  return { ...member, consents: [...member.consents, { ...said, at, notice: member.consents.at(-1)?.notice ?? 1 }] };
}

/** Whoever chose it, takes part, was counted all through the two weeks and had no turn in them. */
export function quietVoices(given: {
  readonly members: readonly Member[];
  readonly turns: readonly Turn[];
  readonly from: Instant;
  readonly now: Instant;
}): readonly PersonId[] {
  const { members, turns, from, now } = given;
  const spoke = new Set(turns.filter(({ at }) => at >= from).map(({ person }) => person));
  return members
    .filter((member) => takesPart(member) && invitationOf(member, now) === 'on')
    .filter((member) => isCounted(standingNow(member)) && countedSince(member) <= from)
    .filter(({ person }) => !spoke.has(person))
    .map(({ person }) => person);
}

/** Since when they have been counted without a break. */
function countedSince({ standings }: Member): Instant {
  const before = standings.findLastIndex((standing) => !isCounted(standing));
  return standings[before + 1]?.from ?? '9999';
}
