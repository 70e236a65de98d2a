import type { Commitment, Party, PromiseBook } from './commitment.ts';
import { isActive, isHere } from './commitment-sides.ts';
import { isOrphan } from './forget.ts';
import {
  addDays,
  addLocalDays,
  addMs,
  dayMs,
  epochMs,
  instantAt,
  localDate,
  startOfDay,
  weekday,
  type Instant,
  type LocalDate,
} from './time.ts';

/** The times that promises live by, as simulated defaults. */
export const noteDaysBefore = 2;
export const notKeptAfterDays = 7;
export const remindAfterDays = 5;
export const undoMs = dayMs;
/** Offered where no date was named, and given to a promise that moves to someone else. */
export const usualDays = 14;

/** The zone and the digest's day and time: what a promise's times are reckoned by. */
export type Calendar = Pick<PromiseBook, 'zone' | 'digest'>;
/** The same with the members, whose pauses stop a clock. */
export type Times = Calendar & Pick<PromiseBook, 'members'>;

/** 24:00 local on the due date: from here on an open promise is late. */
export function lateFrom(due: LocalDate, calendar: Pick<Calendar, 'zone'>): Instant {
  return startOfDay(addDays(due, 1), calendar.zone);
}

/** Late is never stored: it is an open promise, its date over, with no news. */
export function isLate(promise: Commitment, now: Instant, calendar: Pick<Calendar, 'zone'>): boolean {
  return promise.state.status === 'open' && now >= lateFrom(promise.due, calendar);
}

/** The private note two days before, at the hour of the digest. */
export function noteBefore(due: LocalDate, { zone, digest }: Calendar): Instant {
  return instantAt(addDays(due, -noteDaysBefore), digest.time, zone);
}

/** True when only people of the running side own it: no one else's promise is ever called not kept. */
export function canBeNotKept(promise: Commitment, { members }: Pick<Times, 'members'>): boolean {
  return promise.owners.every((owner) => {
    const sides = members.get(owner)?.sides ?? [];
    return sides.length > 0 && sides.every((side) => side === 'running');
  });
}

/**
 * When a late promise has been without news for seven days: then it is not kept, or someone is looked for. A waiting
 * suggestion counts as news. While every owner is paused or has left the clock stands still: null.
 */
export function silentUntil(promise: Commitment, times: Times): Instant | null {
  const late = lateFrom(promise.due, times);
  const asked = promise.suggestion?.at ?? late;
  const from = asked > late ? asked : late;
  const end = addLocalDays(from, notKeptAfterDays, times.zone);
  return heldUp(promise, from, end, times);
}

/** Moves `end` on by the time in which no owner was here to give news. */
function heldUp(promise: Commitment, from: Instant, end: Instant, { members }: Times): Instant | null {
  const owners = promise.owners.map((owner) => members.get(owner));
  if (!owners.some(isActive)) return null;
  const changes = owners.flatMap((party) => party?.standings.map((standing) => standing.from) ?? []);
  const points = [from, ...new Set(changes.filter((at) => at > from))].sort();
  let until = end;
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (point >= until || next === undefined) break;
    if (!owners.some((party) => wasActive(party, point))) until = addMs(until, epochMs(next) - epochMs(point));
  }
  return until;
}

function wasActive(party: Party | undefined, at: Instant): boolean {
  return party?.standings.findLast((standing) => standing.from <= at)?.status === 'active';
}

/** From when someone is looked for to pick it up; null for a promise of the running side whose owner is here. */
export function lookingFrom(promise: Commitment, times: Times): Instant | null {
  // Whoever promised it was forgotten: it has waited for someone ever since.
  if (isOrphan(promise)) return promise.madeAt;
  if (!promise.owners.some((owner) => isHere(times.members.get(owner)))) return lateFrom(promise.due, times);
  return canBeNotKept(promise, times) ? null : silentUntil(promise, times);
}

export function isLooking(promise: Commitment, now: Instant, times: Times): boolean {
  if (promise.state.status !== 'open') return false;
  if (promise.notes.includes(`passed-on:${promise.due}`)) return true;
  const from = lookingFrom(promise, times);
  return from !== null && now >= from;
}

/** The first weekly digest at or after a moment. */
export function digestFrom(at: Instant, { zone, digest }: Calendar): Instant {
  const today = localDate(at, zone);
  const date = addDays(today, (digest.weekday - weekday(today) + 7) % 7);
  const first = instantAt(date, digest.time, zone);
  return first >= at ? first : instantAt(addDays(date, 7), digest.time, zone);
}

/** The digests that will call it late, with the moment 24 hours before each. */
function digestsThatCallItLate(promise: Commitment, times: Times): readonly { digest: Instant; note: Instant }[] {
  const end = silentUntil(promise, times);
  const found: { digest: Instant; note: Instant }[] = [];
  if (end === null) return found;
  let digest = digestFrom(lateFrom(promise.due, times), times);
  while (digest < end) {
    found.push({ digest, note: addLocalDays(digest, -1, times.zone) });
    digest = addLocalDays(digest, 7, times.zone);
  }
  return found;
}

/** One thing that time alone brings about, from `at` until it is no longer worth it. */
export interface Ahead {
  readonly what: '2-days' | 'before-digest' | 'looking' | 'not-kept' | 'remind';
  readonly about: string;
  readonly at: Instant;
  readonly until: Instant | null;
}

/** Everything that time will still bring about for this promise as it stands, earliest first. */
export function ahead(promise: Commitment, times: Times): readonly Ahead[] {
  const { state, notes } = promise;
  if (state.status === 'claimed') return state.reminded ? [] : [reminder(state.at, times)];
  if (state.status !== 'open') return [];
  const ownerHere = promise.owners.some((owner) => isActive(times.members.get(owner)));
  const all = [...(ownerHere ? ownerNotes(promise, times) : []), ...endOfSilence(promise, times)];
  return all
    .filter(({ what, about }) => !notes.includes(`${what}:${about}`))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

function reminder(claimedAt: Instant, { zone }: Times): Ahead {
  return { what: 'remind', about: claimedAt, at: addLocalDays(claimedAt, remindAfterDays, zone), until: null };
}

function ownerNotes(promise: Commitment, times: Times): readonly Ahead[] {
  const { due } = promise;
  return [
    { what: '2-days', about: due, at: noteBefore(due, times), until: lateFrom(due, times) },
    ...digestsThatCallItLate(promise, times).map(({ digest, note }): Ahead => ({
      what: 'before-digest',
      about: digest,
      at: note,
      until: digest,
    })),
  ];
}

function endOfSilence(promise: Commitment, times: Times): readonly Ahead[] {
  const looking = lookingFrom(promise, times);
  if (looking !== null) return [{ what: 'looking', about: promise.due, at: looking, until: null }];
  const end = silentUntil(promise, times);
  return end === null ? [] : [{ what: 'not-kept', about: promise.due, at: end, until: null }];
}

/** What has come by `now` and is still worth it. */
export function hasCome({ at, until }: Ahead, now: Instant): boolean {
  return at <= now && (until === null || now < until);
}

/** The next moment at which time alone may change this promise, or null. After downtime it can lie before `now`. */
export function wakeAt(promise: Commitment, times: Times, now: Instant): Instant | null {
  return ahead(promise, times).find(({ until }) => until === null || now < until)?.at ?? null;
}

/** A date set now brings no note whose moment is over: the owner has just named that date. */
export function notesTooLate(promise: Commitment, at: Instant, times: Times): readonly string[] {
  return ownerNotes(promise, times)
    .filter((note) => note.at <= at)
    .map(({ what, about }) => `${what}:${about}`);
}
