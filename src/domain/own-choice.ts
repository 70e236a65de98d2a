import type { Consent, Member } from './huddle.ts';
import type { Instant } from './time.ts';

/** What people choose for themselves alone. Nobody else ever learns of it: no event and no note tells it. */
export type OwnChoice = Extract<Consent['to'], 'role-swaps' | 'load-checks'>;

/** What they had last said by that moment, since they last came in; null where they had said nothing. */
export function ownChoice(member: Member, to: OwnChoice, at: Instant): boolean | null {
  const left = member.standings.findLast(({ status, from }) => status === 'left' && from <= at)?.from ?? '';
  const said = member.consents.filter((one) => one.to === to && one.at > left && one.at <= at);
  return said.at(-1)?.yes ?? null;
}

export function withOwnChoice(
  member: Member,
  { to, yes, at }: { readonly to: OwnChoice; readonly yes: boolean; readonly at: Instant },
): Member {
  const notice = member.consents.at(-1)?.notice ?? 1;
  return { ...member, consents: [...member.consents, { to, yes, at, notice }] };
}
