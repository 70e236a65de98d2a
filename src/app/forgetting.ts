import { goneId, neededFrom, type Gone } from '../domain/forget.ts';
import { takesPart, type Huddle } from '../domain/huddle.ts';
import type { HuddleId } from '../domain/ids.ts';
import { runsAlone } from '../domain/membership.ts';
import type { Person } from '../domain/person.ts';
import { addDays, addMs, localDate, weekFrom, weekday, type Instant } from '../domain/time.ts';
import { namesGone } from '../messages/rights.ts';
import type { Clock, Ids, Log, Records, Store } from '../ports.ts';
import { rightsWords as words } from '../words/en/rights.ts';
import { setPromiseTimers } from './promise-book.ts';

/** Huddles with others in it that nobody else runs: someone else has to be named there first. */
export async function runAlone(person: Person, records: Records): Promise<readonly Huddle[]> {
  const alone: Huddle[] = [];
  for (const id of await huddlesOf(person, records)) {
    const members = await records.members.of(id);
    const others = members.some((member) => member.person !== person.id && takesPart(member));
    const huddle = runsAlone(members, person.id) && others ? await records.huddles.get(id) : null;
    if (huddle !== null) alone.push(huddle);
  }
  return alone;
}

async function huddlesOf(person: Person, records: Records): Promise<readonly HuddleId[]> {
  const rows = await records.rights.own(person.id);
  return rows
    .filter(({ table, row }) => table === 'members' && row['person'] === person.id)
    .map(({ row }) => row['huddle'] as HuddleId);
}

/** Forgets someone in all their huddles. What was told before stays as it was told. */
export async function forget(
  person: Person,
  { records, ids, now }: { records: Records; ids: Ids; now: Instant },
): Promise<void> {
  const huddles = await huddlesOf(person, records);
  const keepFrom = await keepFroms(huddles, { records, now });
  const gone: Gone = {
    person: person.id,
    name: person.name,
    instead: words.leftMember,
    now,
    newGone: () => goneId(ids.newId()),
  };
  await records.rights.forget(gone, { keepFrom, inPlace: namesGone() });
  for (const id of huddles) {
    // Were only theirs to go, everyone could tell which of the answers without a name had been theirs.
    await records.facts.set(unnamedHidden(id), now);
    await records.rights.answersAnew(id, now);
    await restIfEmpty(id, records);
    await setPromiseTimers(records, id, now);
    await records.journal.append(id, [{ type: 'MemberForgotten', at: now }]);
  }
  await overwriteSoon(records, now);
}

/** Answers without a name that were given before this moment are no longer shown. */
export function unnamedHidden(huddle: HuddleId): string {
  return `unnamed-hidden/${huddle}`;
}

/** Nobody is left whom a question could reach. */
async function restIfEmpty(id: HuddleId, records: Records): Promise<void> {
  const huddle = await records.huddles.get(id);
  if (huddle === null || (await records.members.of(id)).some(takesPart)) return;
  await records.huddles.save({ ...huddle, checkIn: null, nextDigestAt: null, version: huddle.version + 1 });
  await records.timers.set('check-in', id, id, null);
  await records.timers.set('digest', id, id, null);
}

async function keepFroms(
  huddles: readonly HuddleId[],
  { records, now }: { records: Records; now: Instant },
): Promise<ReadonlyMap<HuddleId, Instant>> {
  const found = new Map<HuddleId, Instant>();
  for (const id of huddles) {
    const huddle = await records.huddles.get(id);
    if (huddle === null) continue;
    const rounds = await records.rounds.recent(id, 20);
    found.set(id, neededFrom(await firstUntold(huddle, { records, now }), rounds));
  }
  return found;
}

/** The start of the last whole week, or of this one where that one is told. Older ones are never told any more. */
async function firstUntold(
  { id, zone }: Huddle,
  { records, now }: { records: Records; now: Instant },
): Promise<Instant> {
  const today = localDate(now, zone);
  const whole = weekFrom(addDays(today, 1 - weekday(today) - 7), zone);
  return (await records.digests.get(id, whole.monday)) === null ? whole.from : whole.to;
}

/** What was deleted in this unit of work is overwritten in the file after it. */
export async function overwriteSoon(records: Records, now: Instant): Promise<void> {
  await records.facts.set(traces, now);
}

const traces = 'traces-of-forgotten';
const soMs = 60_000;

/**
 * After someone was forgotten: what was deleted is overwritten in the file, now and once more a little later, when their
 * last private message has been read. Once a day, what was kept of them until its week was told goes too.
 */
export function createForgetting({ store, clock, log }: { store: Store; clock: Clock; log: Log }) {
  let lastDay = '';
  return async (): Promise<void> => {
    const now = clock.now();
    const at = await store.read.facts.get(traces);
    if (at !== null && at !== '') {
      await store.transact((records) => records.rights.forgetOrphans());
      await store.overwrite();
      if (now >= addMs(at, soMs)) await store.transact((records) => records.facts.set(traces, ''));
      log.info('overwrote what was forgotten');
    }
    const today = localDate(now, 'UTC');
    if (today === lastDay) return;
    const huddles = await store.read.rights.huddlesOfGone();
    if (huddles.length > 0)
      await store.transact(async (records) => {
        await records.rights.forgetCounted(await keepFroms(huddles, { records, now }));
      });
    lastDay = today;
  };
}
