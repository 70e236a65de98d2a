import type { HuddleId, Identity, PersonId } from './ids.ts';
import { addMs, type Instant } from './time.ts';

/**
 * The way in of someone without an account: one person, in one huddle. The link that they are given names `user` and
 * `serial`, so that a new link ends the one before it. Moments are the machine's own, which no rehearsal moves.
 */
export interface GuestPass {
  /** The user of their identity; it tells nothing and stays the same from link to link. */
  readonly user: string;
  readonly huddle: HuddleId;
  readonly person: PersonId;
  /** Counts up with each new link. */
  readonly serial: number;
  readonly endsAt: Instant;
  /** Set when a coordinator ended the link; null otherwise. */
  readonly endedAt: Instant | null;
}

/** A link works for 90 days. */
export const guestLinkDays = 90;
const dayMs = 86_400_000;

const workspace = 'guests';

export function guestIdentity(user: string): Identity {
  return { platform: 'web', workspace, user };
}

export function isGuest(who: Identity): boolean {
  return who.platform === 'web' && who.workspace === workspace;
}

export function newPass(of: Pick<GuestPass, 'user' | 'huddle' | 'person'>, now: Instant): GuestPass {
  return { ...of, serial: 1, endsAt: addMs(now, guestLinkDays * dayMs), endedAt: null };
}

/** A new link. The one before it, and every page that was opened by it, works no more. */
export function renewedPass(pass: GuestPass, now: Instant): GuestPass {
  return { ...newPass(pass, now), serial: pass.serial + 1 };
}

/** The serial number moves on as well, so that what was ended can never work again. */
export function endedPass(pass: GuestPass, now: Instant): GuestPass {
  return pass.endedAt === null ? { ...pass, serial: pass.serial + 1, endedAt: now } : pass;
}

/** Whether some link of theirs works at this moment. */
export function isOpenPass(pass: GuestPass, now: Instant): boolean {
  return pass.endedAt === null && now < pass.endsAt;
}

/** Whether the link of this number does. */
export function lets(pass: GuestPass, { serial, now }: { readonly serial: number; readonly now: Instant }): boolean {
  return isOpenPass(pass, now) && pass.serial === serial;
}
