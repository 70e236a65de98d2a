import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { readFileSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { transform } from 'esbuild';

/** A program under measurement, in a process of its own. */
export interface Program {
  readonly url: string;
  /** From the moment it was started until it listened. */
  readonly startMs: number;
  /** User and system time of all its threads so far. */
  cpuMicros(): number;
  /** Memory that it holds now. */
  residentMb(): number;
  stop(): Promise<void>;
}

/** What WeSaid is told by its environment: Slack alone, as an operator sets it up. */
export interface SlackSettings {
  readonly botToken: string;
  readonly signingSecret: string;
  readonly apiUrl: string;
}

const bares = ['bare', 'bare-teams', 'durably'];

/** Writes what `npm start` runs, and the bare programs as plain files, so that all are measured without a loader. */
export async function build(): Promise<void> {
  await promisify(execFile)('npm', ['run', '--silent', 'build'], { timeout: 90_000 });
  await mkdir('dist/bench', { recursive: true });
  for (const name of bares) {
    const { code } = await transform(await readFile(`test/bench/${name}.ts`, 'utf8'), { loader: 'ts', format: 'esm' });
    await writeFile(`dist/bench/${name}.js`, code.replaceAll(".ts'", ".js'").replaceAll('.ts"', '.js"'));
  }
}

export function startOurs(databaseUrl: string, { botToken, signingSecret, apiUrl }: SlackSettings): Promise<Program> {
  return start(['dist/main.js'], {
    PORT: '0',
    DATABASE_URL: databaseUrl,
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
  });
}

/** With a file it keeps a row for each message; without one it is Bolt and nothing else. */
export function startBare(file: string | null, { signingSecret, apiUrl }: SlackSettings): Promise<Program> {
  return start(['dist/bench/bare.js', signingSecret, apiUrl, ...(file === null ? [] : [file])], {});
}

export interface TeamsSettings {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenant: string;
  readonly url: string;
}

export function startOurTeams(
  databaseUrl: string,
  { appId, appPassword, tenant, url }: TeamsSettings,
): Promise<Program> {
  return start(['dist/main.js'], {
    PORT: '0',
    DATABASE_URL: databaseUrl,
    TEAMS_APP_ID: appId,
    TEAMS_APP_PASSWORD: appPassword,
    TEAMS_TENANT_ID: tenant,
    TEAMS_API_URL: url,
  });
}

export function startBareTeams(file: string, { appId, appPassword, tenant, url }: TeamsSettings): Promise<Program> {
  const keysAt = `${url}/v1/.well-known/openidconfiguration`;
  return start(['dist/bench/bare-teams.js', appId, appPassword, tenant, keysAt, file], {});
}

/** None of them outlives the bench, however it ends. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(2));

async function start(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Program> {
  const began = performance.now();
  const child = spawn(process.execPath, [...profiling(), ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running.delete(child);
      resolve();
    });
  });
  const port = await listening(child, args[0] ?? '');
  const startMs = performance.now() - began;
  return {
    url: `http://127.0.0.1:${port}`,
    startMs,
    cpuMicros: () => cpuMicrosOf(child.pid ?? 0),
    residentMb: () => residentMbOf(child.pid ?? 0),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** PROFILE_TO=folder keeps a CPU profile of each program that is started. */
function profiling(): readonly string[] {
  const folder = process.env['PROFILE_TO'];
  return folder ? ['--cpu-prof', '--cpu-prof-dir', folder] : [];
}

function listening(
  child: ChildProcess & { stdout: NonNullable<ChildProcess['stdout']> },
  name: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`${name} ended with ${String(code)} before it listened`));
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /"port":(\d+).*"msg":"listening"/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}

/** Linux counts what each thread ran in nanoseconds. */
function cpuMicrosOf(pid: number): number {
  const threads = `/proc/${String(pid)}/task`;
  return readdirSync(threads)
    .map((thread) => Number(readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1000)
    .reduce((sum, micros) => sum + micros, 0);
}

function residentMbOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]) / 1024;
}
