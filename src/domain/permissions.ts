import type { Huddle, Member, Standing } from './huddle.ts';
import { standingNow } from './huddle.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refusal.ts';

/** Who may use a command. A coordinator is a member with more commands; `anyone` includes people not yet invited. */
export type Audience = 'anyone' | 'member' | 'coordinator';

export type NotAllowedCode = 'no-huddle-here' | 'not-invited' | 'not-joined' | 'has-left' | 'coordinators-only';

/** Why someone may not; `details.huddle` is its name where there is one. */
export type NotAllowed = Refusal<NotAllowedCode>;

/**
 * The one table of who may do what. Running a huddle and taking part in it are two things: a coordinator who has not
 * said yes to taking part, or who said no, still has a coordinator's commands, and no member's.
 */
const member: Readonly<Record<Standing['status'], NotAllowedCode | null>> = {
  invited: 'not-joined',
  declined: 'not-joined',
  active: null,
  paused: null,
  left: 'has-left',
};

/** Null when they may. `member` is null for someone nobody has invited. */
export function mayUse(
  who: Audience,
  asker: { readonly huddle: Huddle | null; readonly member: Member | null },
): NotAllowed | null {
  if (who === 'anyone') return null;
  if (asker.huddle === null) return refuse('no-huddle-here');
  const code = asker.member === null ? 'not-invited' : whyNot(who, asker.member);
  return code === null ? null : refuse(code, { huddle: asker.huddle.name });
}

function whyNot(who: 'member' | 'coordinator', asker: Member): NotAllowedCode | null {
  if (who === 'member') return member[standingNow(asker).status];
  return asker.coordinator ? null : 'coordinators-only';
}
