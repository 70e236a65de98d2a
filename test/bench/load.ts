import { Pool } from 'undici';
import type { Program } from './programs.ts';

/** Where a body goes, and what proves who sent it. */
export type Sending = (body: string) => { readonly path: string; readonly headers: Readonly<Record<string, string>> };

/** What one burst of signed messages cost the process that took them in. */
export interface Burst {
  readonly cpuMicros: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly perSecond: number;
}

/** Sends every body once, `atOnce` at a time. Throws when one is not answered with 200. */
export async function burst({
  program,
  bodies,
  sending,
  atOnce = 16,
}: {
  program: Program;
  bodies: readonly string[];
  sending: Sending;
  atOnce?: number;
}): Promise<Burst> {
  const pool = new Pool(program.url, { connections: atOnce, headersTimeout: 10_000, bodyTimeout: 10_000 });
  const took: number[] = [];
  let next = 0;
  const sender = async (): Promise<void> => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const began = performance.now();
      const { statusCode, body: answer } = await pool.request({
        method: 'POST',
        ...sending(body),
        body,
      });
      await answer.dump();
      if (statusCode !== 200) throw new Error(`answered with ${String(statusCode)}`);
      took.push(performance.now() - began);
    }
  };
  const [cpuBefore, began] = [program.cpuMicros(), performance.now()];
  await Promise.all(Array.from({ length: atOnce }, sender));
  const elapsedMs = performance.now() - began;
  const cpuMicros = (program.cpuMicros() - cpuBefore) / bodies.length;
  await pool.close();
  took.sort((a, b) => a - b);
  return {
    cpuMicros,
    p50Ms: at(took, 0.5),
    p99Ms: at(took, 0.99),
    perSecond: (bodies.length / elapsedMs) * 1000,
  };
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export function median(values: readonly number[]): number {
  return at(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}
