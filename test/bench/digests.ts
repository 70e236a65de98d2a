import Database from 'better-sqlite3';
import { digestAggregate } from '../../src/app/digest.ts';
import type { GroupKey, HuddleId, PersonId, RoundId } from '../../src/domain/ids.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { weekFrom } from '../../src/domain/time.ts';
import type { Records, Store } from '../../src/ports.ts';
import { openStore } from '../../storage/store.ts';
import { aHuddle, aMember, aPerson, aRound } from '../storage/samples.ts';
import { median } from './load.ts';

const sizes = { few: 50_000, many: 5_000_000 };
const most = 1.3;
const rounds = 60;

const huddle = 'bench' as HuddleId;
const week = weekFrom('2027-03-01', 'Europe/London');
const now = '2027-03-09T09:00:00.000Z';
const groups = ['using', 'staff', 'artists'].map((key) => key as GroupKey);
const people = Array.from({ length: 9 }, (_, at) => `b${String(at)}` as PersonId);

/**
 * One week's digest of one huddle, read and worked out, beside 50,000 answers of others and beside 5 million. In turns,
 * in this process; gives whether the ratio is within its bound.
 */
export async function digests({ folder }: { folder: string }): Promise<boolean> {
  const few = await withAnswers(`${folder}/few.db`, sizes.few);
  const many = await withAnswers(`${folder}/many.db`, sizes.many);
  const measured = { few: [] as number[], many: [] as number[] };
  for (let round = -10; round < rounds; round++) {
    const [one, other] = [await once(few), await once(many)];
    if (round < 0) continue;
    measured.few.push(one);
    measured.many.push(other);
  }
  await Promise.all([few.close(), many.close()]);
  return report(measured);
}

/** Microseconds of this process for one digest. */
async function once(store: Store): Promise<number> {
  const before = process.cpuUsage();
  await store.transact(async (records) => {
    const command = { huddle, now, week };
    const state = await digestAggregate.load(records, command);
    const events = digestAggregate.decide(command, state);
    if (isRefusal(events)) throw new Error(`no digest: ${events.refused}`);
    const told = events.reduce((sofar, event) => digestAggregate.evolve(sofar, event), state);
    if (told.facts?.heard.people !== people.length) throw new Error('the digest does not count the week');
  });
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** A huddle of nine with a week of talk, and this many answers and turns in other huddles, over two years. */
async function withAnswers(file: string, answers: number): Promise<Store> {
  const url = `sqlite:${file}`;
  const store = await openStore({ url });
  await store.transact(async (records) => {
    await records.huddles.save(aHuddle({ id: huddle }));
    for (const [at, person] of people.entries()) {
      await records.people.save(aPerson({ id: person }));
      const group = groups[at % groups.length] ?? null;
      const standings = [
        { from: '2027-01-04T09:00:00.000Z', status: 'active' as const, group, also: null, counted: true },
      ];
      await records.members.save(aMember({ huddle, person, standings }));
    }
    for (const number of [0, 1, 2]) await question(number, records);
  });
  await store.close();
  fill(file, answers - people.length * 3);
  return openStore({ url });
}

/** One that closed in the week, with an answer of each, said in its thread. */
async function question(number: number, records: Records): Promise<void> {
  const id = `bench~${String(number)}` as RoundId;
  const at = `2027-03-0${String(number + 2)}T10:00:00.000Z`;
  const heard = { people: people.length, of: people.length };
  await records.rounds.save(
    aRound({ id, huddle, status: 'closed', opensAt: '2027-03-01T10:00:00.000Z', closesAt: at, heard }),
  );
  for (const person of people) {
    const answer = { text: 'Well enough.', option: null, seenBy: 'named' as const, at, late: false, message: null };
    await records.rounds.saveResponse({ round: id, person, answer, skipped: false, later: 'no' });
    await records.speech.add({ id: `${id}/${person}`, huddle, person, group: null, thread: id, at, gone: false });
  }
}

/** In SQL, in the order of the keys: five million take half a minute, through the store they would take an hour. */
function fill(file: string, answers: number): void {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  const rows = `with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${String(answers)}),
    said as (select i, printf('h%05d', i / 500) huddle, printf('p%d', i % 9) person,
      strftime('%Y-%m-%dT%H:%M:%S.000Z', '2025-03-01', printf('+%d minutes', (i % 500) * 2000)) at from n)`;
  db.exec(`begin;
    insert into utterances (id, huddle, person, thread, at, gone)
      ${rows} select printf('u%08d', i), huddle, person, huddle || '/' || (i % 500 / 9), at, 0 from said;
    insert into responses (round, person, answer, seen_by, answered_at, late, skipped, later)
      ${rows} select printf('%s~%03d', huddle, i % 500 / 9), person, 'Well enough.', 'named', at, 0, 0, 'no' from said;
    commit;`);
  db.close();
}

function report({ few, many }: { readonly few: readonly number[]; readonly many: readonly number[] }): boolean {
  const ratio = median(many) / median(few);
  console.log(
    [
      `One huddle's digest, read and worked out (${String(rounds)} in turns; medians)`,
      `  beside ${sizes.few.toLocaleString('en')} answers      ${median(few).toFixed(0)} µs CPU`,
      `  beside ${sizes.many.toLocaleString('en')} answers   ${median(many).toFixed(0)} µs CPU`,
      `  ${ratio.toFixed(2)} × (held to ${String(most)} ×)`,
    ].join('\n'),
  );
  return ratio <= most;
}
