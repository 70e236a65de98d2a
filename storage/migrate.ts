import { firstTables } from './migrations/0001-first-tables.ts';
import { addresses } from './migrations/0002-addresses.ts';
import { placesAndSpeech } from './migrations/0003-places-and-speech.ts';
import { linkedAccounts } from './migrations/0004-linked-accounts.ts';
import { heldUntil } from './migrations/0005-held-until.ts';
import { namesGone } from './migrations/0006-names-gone.ts';
import { guests } from './migrations/0007-guests.ts';
import { ideas } from './migrations/0008-ideas.ts';
import { checksOfNumbers } from './migrations/0009-checks-of-numbers.ts';
import { pulses } from './migrations/0010-pulses.ts';
import { supporters } from './migrations/0011-supporters.ts';
import { suggestedChanges } from './migrations/0012-suggested-changes.ts';
import { renewals } from './migrations/0013-renewals.ts';
import { meetings } from './migrations/0014-meetings.ts';
import { decisions } from './migrations/0015-decisions.ts';
import { upstairs } from './migrations/0018-upstairs.ts';
import { toldPages } from './migrations/0020-told-pages.ts';
import { standIns } from './migrations/0017-stand-ins.ts';
import { query } from './query.ts';
import { StorageRefused } from './refused.ts';
import type { Session } from './session.ts';
import type { Step } from './step.ts';

/** In their order for ever: added at the end, never edited. The n-th leads to version n. */
const steps: readonly ((step: Step) => Promise<void>)[] = [
  firstTables,
  addresses,
  placesAndSpeech,
  linkedAccounts,
  heldUntil,
  namesGone,
  guests,
  ideas,
  checksOfNumbers,
  pulses,
  supporters,
  suggestedChanges,
  renewals,
  meetings,
  decisions,
  upstairs,
  toldPages,
  standIns,
];

/** The version that this program brings a database to. */
export const newestVersion = steps.length;

const tableNames = query((db, _, dialect) => db.selectFrom(dialect.tableNames.as('tables')).select('name'));
const version = query((db) => db.selectFrom('schema_version').select('version'));
const firstVersion = query((db) => db.insertInto('schema_version').values({ version: 0 }));
const setVersion = query((db, { to }: { to: number }) => db.updateTable('schema_version').set({ version: to }));

/**
 * Brings the tables up to this program, inside the caller's transaction and under its lock. Throws StorageRefused,
 * having changed nothing, when a newer program was here before.
 */
export async function migrate(session: Session): Promise<void> {
  const { dialect } = session;
  const known = await tableNames.all(session, {});
  const fresh = !known.some(({ name }) => name === 'schema_version');
  const from = fresh ? 0 : ((await version.first(session, {}))?.version ?? 0);
  if (from > newestVersion) throw newerDatabase(from);
  if (from === newestVersion) return;
  const step: Step = {
    dialect,
    schema: dialect.write.schema,
    run: async (statement) => {
      await session.run({ sql: statement.compile().sql }, []);
    },
  };
  if (fresh) await startCounting(step, session);
  for (const up of steps.slice(from)) await up(step);
  await setVersion.run(session, { to: newestVersion });
}

/** For whoever only looks: what this program's queries read has to be there, and nothing is changed to bring it there. */
export async function checkVersion(session: Session): Promise<void> {
  const known = await tableNames.all(session, {});
  const fresh = !known.some(({ name }) => name === 'schema_version');
  const from = fresh ? 0 : ((await version.first(session, {}))?.version ?? 0);
  if (from > newestVersion) throw newerDatabase(from);
  if (from < newestVersion)
    throw new StorageRefused(
      'older-database',
      `The database is at version ${from} and this program reads version ${newestVersion}. ` +
        'Nothing was changed. Start WeSaid once: that brings it up to date.',
    );
}

async function startCounting({ schema, run }: Step, session: Session): Promise<void> {
  await run(schema.createTable('schema_version').addColumn('version', 'integer', (column) => column.notNull()));
  await firstVersion.run(session, {});
}

function newerDatabase(from: number): StorageRefused {
  return new StorageRefused(
    'newer-database',
    `The database is at version ${from} and this program only knows versions up to ${newestVersion}. ` +
      'Nothing was changed. Start the newer WeSaid again, or give this one another DATABASE_URL.',
  );
}
