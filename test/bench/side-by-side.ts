import { burst, median, type Burst, type Sending } from './load.ts';
import type { Program } from './programs.ts';

const rounds = 15;
const most = { cpu: 1.5, p99: 2 };

/**
 * The same bodies to a bare program and to ours, in turns, 16 at once. Prints the figures and gives whether both ratios
 * are within their bounds. The first program named is the bare one.
 */
export async function sideBySide(
  what: string,
  programs: Readonly<Record<string, Program>>,
  { sending, bodies }: { sending: Sending; bodies: () => readonly string[] },
): Promise<boolean> {
  const measured = new Map<string, Burst[]>(Object.keys(programs).map((name) => [name, []]));
  let each = 0;
  // The first rounds warm both up and are not counted.
  for (let round = -3; round < rounds; round++) {
    const some = bodies();
    each = some.length;
    for (const [name, program] of Object.entries(programs)) {
      const taken = await burst({ program, bodies: some, sending });
      if (round >= 0) measured.get(name)?.push(taken);
    }
  }
  console.log(`${what}, 16 at once (${String(rounds)} rounds of ${String(each)}, in turns; medians)`);
  for (const [name, bursts] of measured) console.log(line(name, bursts));
  const [bare = [], ours = []] = measured.values();
  return judged(bare, ours);
}

function judged(bare: readonly Burst[], ours: readonly Burst[]): boolean {
  const ratio = (pick: (each: Burst) => number) => median(ours.map((each, at) => pick(each) / pick(bare[at] ?? each)));
  const [cpu, p99] = [ratio((each) => each.cpuMicros), ratio((each) => each.p99Ms)];
  console.log(
    `  CPU ${cpu.toFixed(2)} × (held to ${String(most.cpu)} ×), p99 ${p99.toFixed(2)} × (held to ${String(most.p99)} ×)`,
  );
  return cpu <= most.cpu && p99 <= most.p99;
}

function line(name: string, bursts: readonly Burst[]): string {
  const of = (pick: (each: Burst) => number, digits: number) => median(bursts.map(pick)).toFixed(digits);
  const cpu = of((each) => each.cpuMicros, 0);
  const [p50, p99] = [of((each) => each.p50Ms, 1), of((each) => each.p99Ms, 1)];
  const perSecond = of((each) => each.perSecond, 0);
  return `  ${name.padEnd(18)} ${cpu.padStart(5)} µs CPU a request   p50 ${p50} ms   p99 ${p99} ms   ${perSecond} a second`;
}

/** A day of the week half a week away, so that the huddle's own question stands in the way of none that is asked now. */
export function farDay(): string {
  return `${new Date(Date.now() + 3.5 * 86_400_000).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' })}s`;
}

/** What a huddle of real people has to say before it is asked anything; a second coordinator comes beside it. */
export const readyLines = [
  'settings care no',
  'settings safeguarding contact Jane Doe, 020 7946 0000',
  'settings data contact Ali Khan, 020 7946 0011',
  'settings numbers checked',
];
