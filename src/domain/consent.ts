import type { Consent, Huddle, Member } from './huddle.ts';
import { standingNow, takesPart } from './huddle.ts';
import { addLocalMonths, type Instant } from './time.ts';

/** What a notice tells of that not every notice does. */
export type NoticeNews = 'listening';

/**
 * The notices that people have answered: each answer keeps its number, and the n-th here has the number n. When the notice
 * changes in meaning, add a line for what is new: everyone whose yes was to less is asked again. Where that is so for
 * huddles as they stand, have everyone looked at by a migration, as 0013 does.
 */
const notices: readonly (readonly NoticeNews[])[] = [[], ['listening']];

function toldToday({ listening }: Pick<Huddle, 'listening'>): readonly NoticeNews[] {
  return listening ? ['listening'] : [];
}

export function noticeVersion(huddle: Pick<Huddle, 'listening'>): number {
  const today = toldToday(huddle).join();
  return notices.findIndex((notice) => notice.join() === today) + 1;
}

/** What the notice of today says and the one that was answered did not. One that says less leaves every yes good. */
function newsSince(answered: number, huddle: Pick<Huddle, 'listening'>): readonly NoticeNews[] {
  const known = notices[answered - 1] ?? [];
  return toldToday(huddle).filter((told) => !known.includes(told));
}

/** A yes is asked for again after so many months. */
export const monthsOfAYes = 6;
/**
 * So many days someone has to answer then. After them they are still in, with all that they had, and are not counted until
 * they answer: nobody speaks in a total by a yes that may be no more. Nobody else is told.
 */
export const daysToRenew = 14;

/** Why a yes is asked for again. `news` is empty where only time has passed. */
export interface Renewal {
  readonly since: Instant;
  readonly news: readonly NoticeNews[];
}

/** Null while the yes to taking part is good, and for whoever does not take part. */
export function renewalOf(huddle: Huddle, member: Member, now: Instant): Renewal | null {
  const yes = joiningYes(member);
  if (yes === null || !takesPart(member)) return null;
  const news = newsSince(yes.notice, huddle);
  return news.length > 0 || goodUntil(huddle, yes) <= now ? { since: yes.at, news } : null;
}

/** When a member is to be asked again: at once where the notice has news; null on a break, and for whoever is not in. */
export function renewsAt(huddle: Huddle, member: Member, now: Instant): Instant | null {
  const yes = joiningYes(member);
  if (yes === null || standingNow(member).status !== 'active') return null;
  return newsSince(yes.notice, huddle).length > 0 ? now : goodUntil(huddle, yes);
}

function goodUntil({ zone }: Huddle, { at }: Consent): Instant {
  return addLocalMonths(at, monthsOfAYes, zone);
}

function joiningYes({ consents }: Member): Consent | null {
  return consents.findLast(({ to, yes }) => to === 'taking-part' && yes) ?? null;
}

/** Their answer since they last said yes to taking part; null when they have given none. */
export function answerTo(to: Consent['to'], { consents }: Member): boolean | null {
  const since = consents.findLastIndex((each) => each.to === 'taking-part' && each.yes);
  return consents.slice(Math.max(0, since)).findLast((each) => each.to === to)?.yes ?? null;
}

/** They said yes to being counted, and are not: they were asked whether that still holds, and did not answer. */
export function isLapsed(member: Member): boolean {
  const { status, counted } = standingNow(member);
  return status === 'active' && !counted && answerTo('counted', member) === true;
}

/** The things that are asked, in the order in which they are told. */
export const consentKinds = ['taking-part', 'counted', 'quoted', 'photos'] as const satisfies readonly Consent['to'][];
