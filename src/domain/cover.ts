import { standingNow, takesPart, type Away, type Cover, type Huddle, type Member } from './huddle.ts';
import type { PersonId } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';
import { addDays, daysBetween, type LocalDate } from './time.ts';

export type CoverRefusalCode =
  'day-unread' | 'day-passed' | 'day-too-far' | 'cover-unknown' | 'cover-self' | 'cover-gone';

const longestAway = 180;
/** After so many days without any act nobody counts on someone to read. */
const silentDays = 7;

type People = readonly Member[];

/** Whoever runs the huddle now. */
function runs(member: Member): boolean {
  return member.coordinator && standingNow(member).status !== 'left';
}

export function awayOn({ cover }: Pick<Huddle, 'cover'>, today: LocalDate): readonly Away[] {
  return (cover?.away ?? []).filter(({ until }) => today < until);
}

export function awayOf(huddle: Pick<Huddle, 'cover'>, person: PersonId, today: LocalDate): Away | null {
  return awayOn(huddle, today).find((away) => away.person === person) ?? null;
}

export interface GoAway {
  readonly person: PersonId;
  readonly until: LocalDate;
  readonly cover: PersonId | null;
  readonly today: LocalDate;
}

/** Said twice, the newer one holds. A yes that was given to the same person stays a yes. */
export function goAway(huddle: Huddle, { person, until, cover, today }: GoAway, members: People) {
  const wrong = wrongDay(until, today) ?? wrongCover(cover, person, members);
  if (wrong !== null) return wrong;
  const before = awayOf(huddle, person, today);
  const covering = members.find((member) => member.person === cover);
  const kept = before !== null && before.cover === cover ? before.answer : null;
  const answer = covering === undefined || runs(covering) ? null : kept === 'yes' ? kept : 'asked';
  const one: Away = { person, since: before?.since ?? today, until, cover, answer };
  const others = awayOn(huddle, today).filter((away) => away.person !== person);
  return withAway(huddle, [...others, one]);
}

function wrongDay(until: LocalDate, today: LocalDate): Refusal<CoverRefusalCode> | null {
  if (until <= today) return refuse('day-passed');
  return until > addDays(today, longestAway) ? refuse('day-too-far', { days: longestAway }) : null;
}

function wrongCover(cover: PersonId | null, person: PersonId, members: People): Refusal<CoverRefusalCode> | null {
  if (cover === null) return null;
  if (cover === person) return refuse('cover-self');
  const found = members.find((member) => member.person === cover);
  const may = found !== undefined && (runs(found) || standingNow(found).status === 'active');
  return may ? null : refuse('cover-gone');
}

/** The same huddle where they were not away. */
export function comeBack(huddle: Huddle, person: PersonId, today: LocalDate): Huddle {
  if (awayOf(huddle, person, today) === null) return huddle;
  return withAway(
    huddle,
    awayOn(huddle, today).filter((away) => away.person !== person),
  );
}

/** What someone who was asked says, for one who is away or for all. A no ends a yes, too. */
export function answerCover(
  huddle: Huddle,
  { by, of, yes, today }: { by: PersonId; of: PersonId | null; yes: boolean; today: LocalDate },
): { readonly huddle: Huddle; readonly told: readonly Away[] } {
  const answer = yes ? 'yes' : 'no';
  const told = awayOn(huddle, today).filter(
    (away) =>
      away.cover === by && away.answer !== null && away.answer !== answer && (of ?? away.person) === away.person,
  );
  if (told.length === 0) return { huddle, told };
  const away = awayOn(huddle, today).map((one): Away => (told.includes(one) ? { ...one, answer } : one));
  return { huddle: withAway(huddle, away), told };
}

/** Nothing is kept once nobody is away. */
function withAway(huddle: Huddle, away: readonly Away[]): Huddle {
  const { cover, ...others } = huddle;
  return away.length === 0 ? others : { ...others, cover: { away, lastActs: cover?.lastActs ?? [] } };
}

/** Someone did something. The same huddle where that tells nothing new, which is so but once a day. */
export function didSomething(huddle: Huddle, member: Member, today: LocalDate): Huddle {
  const { cover } = huddle;
  if (cover === undefined) return huddle;
  if (awayOn(huddle, today).length === 0) return withAway(huddle, []);
  const reads = runs(member) || cover.away.some((away) => away.cover === member.person);
  const last = cover.lastActs.find(({ person }) => person === member.person);
  if (!reads || (last !== undefined && last.on >= today)) return huddle;
  const others = cover.lastActs.filter(({ person }) => person !== member.person);
  return { ...huddle, cover: { ...cover, lastActs: [...others, { person: member.person, on: today }] } };
}

/** Who reads for someone who is away: a coordinator who is here, or a member who said yes to standing in. */
export function coverNow(huddle: Huddle, away: Away, { members, today }: At): PersonId | null {
  const found = members.find((member) => member.person === away.cover);
  if (found === undefined || awayOf(huddle, found.person, today) !== null) return null;
  const may = runs(found) || away.answer === 'yes';
  return may && standingNow(found).status !== 'paused' && (runs(found) || takesPart(found)) ? found.person : null;
}

interface At {
  readonly members: People;
  readonly today: LocalDate;
}

export interface Reader {
  readonly person: PersonId;
  /** Their copy waits until this day. Null sends it at once. */
  readonly from: LocalDate | null;
}

/**
 * Who gets a note for those who run the huddle. Whoever is away gets theirs on the day they are back, as long as someone
 * else reads it now. Where nobody does, or all of those were silent for a week, it goes to everyone at once.
 */
export function readersOf(huddle: Huddle, { members, today, standIns }: At & { readonly standIns: boolean }) {
  const running = members.filter(runs).map(({ person }) => person);
  const away = awayOn(huddle, today).filter(({ person }) => running.includes(person));
  const covers = standIns ? away.flatMap((one) => coverNow(huddle, one, { members, today }) ?? []) : [];
  const isAway = (person: PersonId) => away.some((one) => one.person === person);
  const now = [...new Set([...running.filter((person) => !isAway(person)), ...covers])];
  const awake = now.some((person) => reads(person, members) && !isSilent(huddle, person, { away, today }));
  const later = (person: PersonId) => (awake ? (away.find((one) => one.person === person)?.until ?? null) : null);
  return [...new Set([...running, ...now])].map((person): Reader => ({ person, from: later(person) }));
}

function reads(person: PersonId, members: People): boolean {
  return members.some((member) => member.person === person && standingNow(member).status !== 'paused');
}

/** Days are counted from the day on which the others went away, or from their own last act since. */
function isSilent(
  { cover }: Huddle,
  person: PersonId,
  { away, today }: { away: readonly Away[]; today: LocalDate },
): boolean {
  const first = away.map(({ since }) => since).sort()[0] ?? today;
  const last = cover?.lastActs.find((act) => act.person === person)?.on ?? first;
  return daysBetween(last > first ? last : first, today) >= silentDays;
}

/** Without someone who is forgotten: whoever they covered for has no cover. The same object where nothing names them. */
export function coverWithout(cover: Cover, person: PersonId): Cover | undefined {
  const names = [
    ...cover.away.flatMap((away) => [away.person, away.cover]),
    ...cover.lastActs.map((act) => act.person),
  ];
  if (!names.includes(person)) return cover;
  const away = cover.away
    .filter((one) => one.person !== person)
    .map((one) => (one.cover === person ? { ...one, cover: null, answer: null } : one));
  return away.length === 0 ? undefined : { away, lastActs: cover.lastActs.filter((act) => act.person !== person) };
}
