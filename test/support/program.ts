import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The real program in a process of its own, as an operator starts it. */
export interface Program {
  readonly url: string;
  readonly process: ChildProcess;
  /** Every line that it logged. */
  readonly lines: readonly string[];
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, at once. */
  kill(): Promise<void>;
}

/** What starts the program: its sources, or `main.js` of a build. */
const sources = ['--import', 'tsx', 'src/main.ts'];

/** Starts it on a free port and waits until it says that it listens. Throws what it wrote when it ends before that. */
export async function startProgram(environment: Readonly<Record<string, string>>, program = sources): Promise<Program> {
  const { child, lines, ended, heard } = run(environment, program);
  const port = await new Promise<number>((resolve, reject) => {
    heard((line) => {
      const found = /"port":(\d+).*"msg":"listening"/.exec(line)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    void ended.then((code) => {
      reject(new Error(`the program ended with ${String(code)}:\n${lines.join('\n')}`));
    });
  });
  return {
    url: `http://127.0.0.1:${String(port)}`,
    process: child,
    lines,
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** For a start that is to be refused: how the program ended, and what it said. One that listens is stopped: code null. */
export async function startRefused(environment: Readonly<Record<string, string>>): Promise<{
  readonly code: number | null;
  readonly lines: readonly string[];
}> {
  const { child, lines, ended, heard } = run(environment);
  heard((line) => {
    if (line.includes('"msg":"listening"')) child.kill('SIGKILL');
  });
  return { code: await ended, lines };
}

function run(environment: Readonly<Record<string, string>>, program = sources) {
  const child = spawn(process.execPath, program, {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const listeners: ((line: string) => void)[] = [];
  const take = (line: string): void => {
    lines.push(line);
    for (const listener of listeners) listener(line);
  };
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', take);
  // "close" and not "exit": only then has all that it wrote been read.
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, lines, ended, heard: (listener: (line: string) => void) => listeners.push(listener) };
}

/** A folder for one test's database, and the way to take it away. */
export async function freshFolder(): Promise<{
  readonly path: string;
  readonly databaseUrl: string;
  remove(): Promise<void>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'wesaid-'));
  return {
    path,
    databaseUrl: `sqlite:${join(path, 'wesaid.db')}`,
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
