import { Counter, Gauge, Registry } from 'prom-client';
import type { Records } from './ports.ts';
import { dayMs } from './domain/time.ts';
import type { Clock } from './ports.ts';

/** Figures for the operator: counts and kinds only, never a huddle's or a person's. */
export interface Metrics {
  acts: Counter<'platform' | 'kind'>;
  failures: Counter<'platform' | 'kind'>;
  text(): Promise<{ readonly body: string; readonly type: string }>;
}

export function createMetrics(read: Records, clock: Clock): Metrics {
  const registry = new Registry();
  const labels = ['platform', 'kind'] as const;
  const acts = new Counter({
    name: 'wesaid_acts_total',
    help: 'Acts of people taken in.',
    labelNames: labels,
    registers: [registry],
  });
  const failures = new Counter({
    name: 'wesaid_acts_failed_total',
    help: 'Acts that ended in an error.',
    labelNames: labels,
    registers: [registry],
  });
  new Gauge({
    name: 'wesaid_outbox_oldest_seconds',
    help: 'How long the first waiting note is overdue; 0 when none is.',
    registers: [registry],
    async collect() {
      const next = await read.outbox.next();
      const overdueMs = next === null ? 0 : Date.parse(clock.now()) - Date.parse(next);
      this.set(Math.min(Math.max(0, overdueMs), 365 * dayMs) / 1000);
    },
  });
  return { acts, failures, text: async () => ({ body: await registry.metrics(), type: registry.contentType }) };
}
