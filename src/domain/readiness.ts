import type { Huddle, Member } from './huddle.ts';
import { sidesOf, standingNow, takesPart } from './huddle.ts';
import type { PersonId } from './ids.ts';
import { areNumbersChecked } from './safety.ts';
import { addLocalDays, type Instant } from './time.ts';

/** What a huddle of real people needs before it asks its first question. In this order it is told. */
export const needs = ['care', 'coordinators', 'safeguarding', 'data-contact', 'numbers'] as const;
export type Need = (typeof needs)[number];

/** A huddle from before all this was asked for has so many days to get it together. */
const daysToGetReady = 28;

/**
 * Whether it may begin. `live` has begun and goes on, whatever is missing since; `until` goes on for a while; `held` asks
 * and posts nothing.
 */
export type Readiness = { readonly missing: readonly Need[] } & (
  { readonly status: 'live' | 'ready' | 'held' } | { readonly status: 'until'; readonly by: Instant }
);

export function readinessOf(huddle: Huddle, members: readonly Member[], now: Instant): Readiness {
  const missing = missingIn(huddle, members, now);
  const { care, live, zone } = huddle;
  if (care === 'yes') return { status: 'held', missing };
  if (live !== undefined && 'since' in live) return { status: 'live', missing };
  if (missing.length === 0) return { status: 'ready', missing };
  const by = live?.by ?? addLocalDays(now, daysToGetReady, zone);
  return by > now ? { status: 'until', by, missing } : { status: 'held', missing };
}

function missingIn(huddle: Huddle, members: readonly Member[], now: Instant): readonly Need[] {
  const there: Readonly<Record<Need, boolean>> = {
    care: huddle.care === 'no',
    coordinators: areBothSides(huddle, members),
    safeguarding: isNamed(huddle.safety?.contact, members, hasNotLeft),
    'data-contact': isNamed(huddle.dataContact, members, takesPart),
    numbers: areNumbersChecked(huddle, now),
  };
  return needs.filter((need) => !there[need]);
}

/** Two who said yes to taking part, one of them from the side that uses the service. */
function areBothSides(huddle: Huddle, members: readonly Member[]): boolean {
  const running = members.filter((member) => member.coordinator && takesPart(member));
  return running.length >= 2 && running.some((member) => sidesOf(huddle, member).includes('using'));
}

/** Someone outside the huddle, or a member who is still there. */
function isNamed(
  contact: { readonly person: PersonId | null } | undefined,
  members: readonly Member[],
  isThere: (member: Member) => boolean,
): boolean {
  if (contact === undefined) return false;
  if (contact.person === null) return true;
  const member = members.find(({ person }) => person === contact.person);
  return member !== undefined && isThere(member);
}

function hasNotLeft(member: Member): boolean {
  return standingNow(member).status !== 'left';
}
