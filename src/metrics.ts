import type { Clock, Interaction, Records } from './ports.ts';
import { dayMs } from './domain/time.ts';

/** Figures for the operator: counts and kinds only, never a huddle's or a person's. */
export interface Metrics {
  readonly acts: Tally;
  readonly failures: Tally;
  text(): Promise<{ readonly body: string; readonly type: string }>;
}

interface Labels {
  readonly platform: Interaction['who']['platform'];
  readonly kind: Interaction['kind'];
}

/** How often something happened, by its labels. */
interface Tally {
  inc(labels: Labels): void;
  /** Each set of labels so far with its count. */
  all(): Iterable<{ readonly labels: Labels; readonly count: number }>;
}

export function createMetrics(read: Records, clock: Clock): Metrics {
  const [acts, failures] = [newTally(), newTally()];
  return {
    acts,
    failures,
    text: async () => {
      // Loaded when somebody asks, which most never do: it is 60 ms and 10 MB of a start.
      const { Counter, Gauge, Registry } = await import('prom-client');
      const registry = new Registry();
      const counter = (name: string, help: string, { all }: Tally) => {
        const made = new Counter({ name, help, labelNames: ['platform', 'kind'], registers: [registry] });
        for (const { labels, count } of all()) made.inc({ ...labels }, count);
      };
      counter('wesaid_acts_total', 'Acts of people taken in.', acts);
      counter('wesaid_acts_failed_total', 'Acts that ended in an error.', failures);
      new Gauge({
        name: 'wesaid_outbox_oldest_seconds',
        help: 'How long the first waiting note is overdue; 0 when none is.',
        registers: [registry],
      }).set(await overdueSeconds(read, clock));
      return { body: await registry.metrics(), type: registry.contentType };
    },
  };
}

function newTally(): Tally {
  const counts = new Map<string, { readonly labels: Labels; count: number }>();
  return {
    inc: (labels) => {
      const key = `${labels.platform} ${labels.kind}`;
      const known = counts.get(key) ?? { labels, count: 0 };
      known.count += 1;
      counts.set(key, known);
    },
    all: () => counts.values(),
  };
}

async function overdueSeconds(read: Records, clock: Clock): Promise<number> {
  const next = await read.outbox.next();
  const overdueMs = next === null ? 0 : Date.parse(clock.now()) - Date.parse(next);
  return Math.min(Math.max(0, overdueMs), 365 * dayMs) / 1000;
}
