import { setTimeout as wait } from 'node:timers/promises';
import { median } from './load.ts';
import { startBare, startOurs, type Program, type SlackSettings } from './programs.ts';

const runs = 9;
const most = { time: 2, memory: 1.5 };

interface Start {
  readonly ms: number;
  readonly mb: number;
}

/**
 * From the start of the process until it listens, and the memory it holds then: WeSaid for Slack alone on a database
 * that is there already, beside Bolt and nothing else. In turns; gives whether both ratios are within their bounds.
 */
export async function starts({ settings, folder }: { settings: SlackSettings; folder: string }): Promise<boolean> {
  const measured = { ours: [] as Start[], bare: [] as Start[] };
  // The first run makes the database and warms the disk; it is not counted.
  for (let run = -1; run < runs; run++) {
    const bare = await once(startBare(null, settings));
    const ours = await once(startOurs(`sqlite:${folder}/starts.db`, settings));
    if (run < 0) continue;
    measured.bare.push(bare);
    measured.ours.push(ours);
  }
  return report(measured);
}

async function once(starting: Promise<Program>): Promise<Start> {
  const program = await starting;
  // Whatever was begun at the start is in memory by now.
  await wait(300);
  const mb = program.residentMb();
  await program.stop();
  return { ms: program.startMs, mb };
}

function report({ ours, bare }: { ours: readonly Start[]; bare: readonly Start[] }): boolean {
  const ratio = (pick: (each: Start) => number) => median(ours.map((each, at) => pick(each) / pick(bare[at] ?? each)));
  const [time, memory] = [ratio(({ ms }) => ms), ratio(({ mb }) => mb)];
  console.log(
    [
      `A Slack-only start (${String(runs)} starts each, in turns; medians)`,
      line('bare Bolt', bare),
      line('WeSaid', ours),
      `  time ${time.toFixed(2)} × (held to ${String(most.time)} ×), memory ${memory.toFixed(2)} × (held to ${String(most.memory)} ×)`,
    ].join('\n'),
  );
  return time <= most.time && memory <= most.memory;
}

function line(name: string, list: readonly Start[]): string {
  const [ms, mb] = [median(list.map(({ ms: each }) => each)), median(list.map(({ mb: each }) => each))];
  return `  ${name.padEnd(10)} ${ms.toFixed(0).padStart(5)} ms until it listens   ${mb.toFixed(0)} MB`;
}
