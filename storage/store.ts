import type { Records, Store } from '../src/ports.ts';
import { addresses } from './queries/addresses.ts';
import { agreements } from './queries/agreements.ts';
import { codes } from './queries/codes.ts';
import { digests } from './queries/digests.ts';
import { facts } from './queries/facts.ts';
import { guests } from './queries/guests.ts';
import { huddles } from './queries/huddles.ts';
import { asks } from './queries/asks.ts';
import { pages } from './queries/pages.ts';
import { decisions } from './queries/decisions.ts';
import { ideas } from './queries/ideas.ts';
import { interactions } from './queries/interactions.ts';
import { journal } from './queries/journal.ts';
import { meetings } from './queries/meetings.ts';
import { members } from './queries/members.ts';
import { outbox } from './queries/outbox.ts';
import { people } from './queries/people.ts';
import { promises } from './queries/promises.ts';
import { pulses } from './queries/pulses.ts';
import { proposals } from './queries/proposals.ts';
import { retention } from './queries/retention.ts';
import { rights } from './queries/rights.ts';
import { roles } from './queries/roles.ts';
import { room } from './queries/room.ts';
import { rounds } from './queries/rounds.ts';
import { speech } from './queries/speech.ts';
import { timers } from './queries/timers.ts';
import { query } from './query.ts';
import { cannotOpen, StorageRefused } from './refused.ts';
import { emptied } from './schema.ts';
import type { Database, Look, Session } from './session.ts';

/**
 * Opens the database that `url` names and brings its tables up to date: `sqlite:data/wesaid.db`, `sqlite:/var/wesaid.db`,
 * `sqlite::memory:` (kept nowhere) or `postgres://…`. Throws StorageRefused when it is in use, newer than this program
 * or cannot be opened, or when the url is of no known kind.
 */
export async function openStore({ url }: { readonly url: string }): Promise<Store> {
  const database = await openDatabase(url).catch((error: unknown) => {
    throw cannotOpen(error);
  });
  let closing: Promise<void> | null = null;
  return {
    transact: (work) => database.transact((session) => work(recordsOf(session))),
    read: recordsOf(database.reader),
    room: room(database),
    addresses: addresses(database),
    overwrite: () => database.forget(),
    clear: async () => {
      await database.transact(clearAll);
      await database.forget();
    },
    close: () => (closing ??= database.close()),
  };
}

/**
 * The same database for reading alone, as it is now, while the bot runs. Nothing is changed; one that this program does
 * not know, or that is not there, is refused.
 */
export async function lookInto({ url }: { readonly url: string }): Promise<Pick<Store, 'read' | 'close'>> {
  const { reader, close } = await lookAt(url).catch((error: unknown) => {
    throw cannotOpen(error);
  });
  return { read: recordsOf(reader), close };
}

async function lookAt(url: string): Promise<Look> {
  if (url.startsWith('sqlite:')) {
    const { lookAtSqlite } = await import('./sqlite.ts');
    return lookAtSqlite(url.slice('sqlite:'.length).replace(/^\/\//, ''));
  }
  const { lookAtPostgres } = await import('./postgres.ts');
  return lookAtPostgres(url);
}

async function openDatabase(url: string): Promise<Database> {
  if (url.startsWith('sqlite:')) {
    const { openSqlite } = await import('./sqlite.ts');
    return openSqlite(url.slice('sqlite:'.length).replace(/^\/\//, ''));
  }
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres(url);
  }
  throw new StorageRefused('bad-url', 'DATABASE_URL begins with "sqlite:" and a file, or with "postgres://".');
}

const known = new WeakMap<Session, Records>();

/** Made once for a session: on SQLite a session lives for as long as its work goes well. */
function recordsOf(session: Session): Records {
  const before = known.get(session);
  if (before !== undefined) return before;
  const records: Records = {
    people: people(session),
    huddles: huddles(session),
    members: members(session),
    rounds: rounds(session),
    pulses: pulses(session),
    promises: promises(session),
    ideas: ideas(session),
    meetings: meetings(session),
    decisions: decisions(session),
    asks: asks(session),
    pages: pages(session),
    roles: roles(session),
    proposals: proposals(session),
    agreements: agreements(session),
    speech: speech(session),
    digests: digests(session),
    timers: timers(session),
    outbox: outbox(session),
    journal: journal(session),
    codes: codes(session),
    guests: guests(session),
    rights: rights(session),
    retention: retention(session),
    interactions: interactions(session),
    facts: facts(session),
  };
  known.set(session, records);
  return records;
}

const deletions = emptied.map((table) => query((db) => db.deleteFrom(table)));

async function clearAll(session: Session): Promise<void> {
  for (const deletion of deletions) await deletion.run(session, {});
}
