import { answerTo, isLapsed } from './consent.ts';
import {
  standingAt,
  standingNow,
  takesPart,
  type Consent,
  type DaysOff,
  type Member,
  type Standing,
} from './huddle.ts';
import type { Instant } from './time.ts';

/**
 * One membership of two that one person had in one huddle; `stays` is the one whose id and group stay. What was stays
 * what it was: at each moment they stand as the better of the two stood, so that a past week counts them once. From `at`
 * on the newest word of the two holds, on a pause and on being counted. A yes that neither gave is never made.
 */
export function oneMember(stays: Member, goes: Member, at: Instant): Member {
  const member: Member = {
    ...stays,
    coordinator: stays.coordinator || goes.coordinator,
    invitedBy: stays.invitedBy ?? goes.invitedBy,
    standings: standingsOf(stays, goes),
    consents: consentsOf(stays, goes),
  };
  const last = standingNow(member);
  const status = statusNow(stays, goes);
  // Where every yes of theirs waits to be given anew, the linking gives none.
  const waits = [stays, goes].filter(takesPart).every(isLapsed);
  const counted = isPart(status) && !waits && (answerTo('counted', member) ?? last.counted);
  const daysOff = daysOffNow(status, [stays, goes]);
  if (status === last.status && counted === last.counted && daysOff === last.daysOff) return member;
  const group = isPart(status) ? {} : { group: null, also: null };
  const now: Standing = { ...last, ...group, status, counted, daysOff, from: at > last.from ? at : last.from };
  return { ...member, standings: [...member.standings.filter(({ from }) => from < now.from), now] };
}

function standingsOf(stays: Member, goes: Member): readonly Standing[] {
  const moments = new Set([...stays.standings, ...goes.standings].map(({ from }) => from));
  const all = [...moments].sort().flatMap((from) => {
    const both = together(standingAt(stays, from), standingAt(goes, from));
    return both === null ? [] : [{ ...both, from }];
  });
  return all.filter((standing, index) => index === 0 || !isSame(standing, all[index - 1]));
}

const best = ['active', 'paused', 'invited', 'declined', 'left'] as const;

/** The group of the one that stays goes before; a count needs a yes that was in force at that moment. */
function together(stays: Standing | null, goes: Standing | null): Standing | null {
  if (stays === null || goes === null) return stays ?? goes;
  const [first, second] = best.indexOf(goes.status) < best.indexOf(stays.status) ? [goes, stays] : [stays, goes];
  const chosen = [stays, goes].find(({ status, group }) => isPart(status) && group !== null) ?? first;
  const counted = first.counted || (second.status === first.status && second.counted);
  return { ...first, counted, group: chosen.group, also: chosen.also };
}

function isSame(one: Standing, other: Standing | undefined): boolean {
  return (
    one.status === other?.status &&
    one.counted === other.counted &&
    one.group === other.group &&
    one.also === other.also
  );
}

/**
 * Leaving with one account took that account out and not the person, so whoever takes part with either takes part. Of
 * two others a word of their own goes before an invitation that only waits.
 */
function statusNow(stays: Member, goes: Member): Standing['status'] {
  const here = [stays, goes].filter(takesPart);
  const own = [stays, goes].filter(({ consents }) => consents.some(({ to }) => to === 'taking-part'));
  const candidates = here.length > 0 ? here : own;
  if (candidates.length > 0) return standingNow(newest(candidates)).status;
  return best.find((status) => [stays, goes].some((member) => standingNow(member).status === status)) ?? 'left';
}

/** Of two breaks the newest word holds, with its end or without; days off that are only planned stay planned. */
function daysOffNow(status: Standing['status'], both: readonly Member[]): DaysOff | undefined {
  const those = both.filter((member) => isPart(status) && standingNow(member).status === status);
  if (those.length === 0) return undefined;
  if (status === 'paused') return standingNow(newest(those)).daysOff;
  return those.map((member) => standingNow(member).daysOff).find((days) => days !== undefined);
}

/** Whose status is the younger one; of equals the one that asks less of them, a break. */
function newest(members: readonly Member[]): Member {
  const sorted = [...members].sort(
    (a, b) => compare(since(b), since(a)) || best.indexOf(standingNow(b).status) - best.indexOf(standingNow(a).status),
  );
  const [first] = sorted;
  if (first === undefined) throw new Error('nobody to choose from');
  return first;
}

function since(member: Member): Instant {
  const { status } = standingNow(member);
  const before = member.standings.findLastIndex((standing) => standing.status !== status);
  return member.standings[before + 1]?.from ?? standingNow(member).from;
}

/**
 * All of both. What belongs to a time that is over comes first, so that a yes which a leaving ended is in force no more.
 * Of those who take part now, each yes to taking part comes before each answer to being counted: a second yes does not
 * make the answer one from before they joined.
 */
function consentsOf(stays: Member, goes: Member): readonly Consent[] {
  const [one, other] = [inTwo(stays), inTwo(goes)];
  const [before, now] = [byTime([...one.before, ...other.before]), byTime([...one.now, ...other.now])];
  const isJoining = ({ to }: Consent) => to === 'taking-part';
  return [...before, ...now.filter(isJoining), ...now.filter((consent) => !isJoining(consent))];
}

/** `now` is since the yes by which they take part today. */
function inTwo(member: Member): { readonly before: readonly Consent[]; readonly now: readonly Consent[] } {
  const { consents } = member;
  if (!takesPart(member)) return { before: consents, now: [] };
  const joined = Math.max(
    0,
    consents.findLastIndex(({ to, yes }) => to === 'taking-part' && yes),
  );
  return { before: consents.slice(0, joined), now: consents.slice(joined) };
}

function byTime(consents: readonly Consent[]): readonly Consent[] {
  return [...consents].sort((a, b) => compare(a.at, b.at));
}

function isPart(status: Standing['status']): boolean {
  return status === 'active' || status === 'paused';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
