import '../env-file.ts';
import '../utc.ts';
import { countOld, takeOld, type Counts } from '../app/retention.ts';
import { machineClock } from '../clock.ts';
import { ConfigError, readConfig } from '../config.ts';
import { keptDays, sweepsAt, type Kept, type Sweep } from '../domain/retention.ts';
import { StorageRefused } from '../../storage/refused.ts';
import { lookInto, openStore } from '../../storage/store.ts';

const usage = `Takes away what WeSaid has kept for long enough, as it does itself once a day. Prints counts, never words.

  npm run retention -- --dry-run   counts what would go, also while WeSaid runs, and changes nothing
  npm run retention                takes it away; with SQLite, stop WeSaid first

The database is the one that DATABASE_URL names. docs/RETENTION.md says what is kept for how long.`;

async function main(given: readonly string[]): Promise<void> {
  const unknown = given.find((word) => word !== '--dry-run');
  if (unknown !== undefined) {
    console.log(usage);
    process.exitCode = unknown === '--help' ? 0 : 1;
    return;
  }
  const now = machineClock.now();
  const sweeps = sweepsAt({ now, wallNow: now });
  const { databaseUrl: url } = readConfig(process.env);
  const isDry = given.length > 0;
  const counts = isDry ? await look(url, sweeps) : await take(url, sweeps);
  console.log([isDry ? 'This would go:' : 'This went:', ...lines(counts)].join('\n'));
}

async function look(url: string, sweeps: readonly Sweep[]): Promise<Counts> {
  const store = await lookInto({ url });
  try {
    return await countOld(store, sweeps);
  } finally {
    await store.close();
  }
}

async function take(url: string, sweeps: readonly Sweep[]): Promise<Counts> {
  const store = await openStore({ url });
  try {
    return await takeOld(store, sweeps);
  } finally {
    await store.close();
  }
}

function lines(counts: Counts): readonly string[] {
  return (Object.keys(keptDays) as Kept[]).map(
    (what) =>
      `  ${what.padEnd(16)} ${String(counts[what] ?? 0).padStart(8)}   older than ${String(keptDays[what])} days`,
  );
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StorageRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
