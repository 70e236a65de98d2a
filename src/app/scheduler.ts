import type { HuddleId, RoundId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Timer } from '../ports-kept.ts';
import type { BankHolidays, Clock, Ids, Log, Store } from '../ports.ts';
import type { Waking } from './waking.ts';
import { wakeDaysOff } from './days-off-over.ts';
import { wakeDigest } from './digest.ts';
import { createForgetting } from './forgetting.ts';
import { createRetention } from './retention.ts';
import { wakeProposal } from './proposal-book.ts';
import { wakePromise } from './promises.ts';
import { wakeRenewal, wakeRenewalOver } from './renewals.ts';
import { wakeCheckIn, wakeLater, wakeRound } from './rounds-due.ts';
import { wakeSponsorNote, wakeSponsorRemind } from './sponsor-due.ts';
import { wakeNumbersCheck } from './safety-notes.ts';

export interface SchedulerParts {
  readonly store: Store;
  readonly clock: Clock;
  /** The machine's own, which no rehearsal moves: what codes live by. */
  readonly wallClock: Clock;
  readonly ids: Ids;
  readonly bankHolidays: BankHolidays;
  readonly log: Log;
  /** Real people are here: a huddle has to be ready for them first. Off where left out. */
  readonly mustBeReady?: boolean;
  /** Called when something may wait in the outbox. */
  poke(): void;
}

export interface Scheduler {
  /** Looks at all that is due at the clock's now. Run twice, by two instances or after a crash, the second run changes nothing. */
  tick(): Promise<void>;
}

const atOnce = 200;

export function createScheduler(parts: SchedulerParts): Scheduler {
  let running: Promise<void> | null = null;
  const takeOld = createRetention(parts);
  const forgetTraces = createForgetting(parts);
  return {
    tick: () => {
      running ??= workThrough(parts)
        .then(takeOld)
        .then(forgetTraces)
        .finally(() => {
          running = null;
        });
      return running;
    },
  };
}

/**
 * Each due moment of a timer is looked at once a tick. One that fails, or that leaves its timer where it was, waits for
 * the next tick: it holds up no other, and it cannot keep the program busy with itself.
 */
async function workThrough(parts: SchedulerParts): Promise<void> {
  const looked = new Set<string>();
  for (;;) {
    const now = parts.clock.now();
    const due = await parts.store.read.timers.due(now, atOnce + looked.size);
    const fresh = due.filter((timer) => !looked.has(moment(timer)));
    if (fresh.length === 0) return;
    await Promise.all(
      fresh.map((timer) => {
        looked.add(moment(timer));
        return wakeOne(timer, now, parts).catch((error: unknown) => {
          parts.log.error('a timer failed', { timer: timer.kind, huddle: timer.huddle, error });
        });
      }),
    );
    parts.poke();
  }
}

async function wakeOne(
  timer: Timer,
  now: Instant,
  { store, ids, bankHolidays, ...parts }: SchedulerParts,
): Promise<void> {
  const mustBeReady = parts.mustBeReady ?? false;
  await store.transact((records) => wake(timer, { records, ids, bankHolidays, now, mustBeReady }));
}

/** Each family sets its timer anew while it works, or takes it away. */
function wake(timer: Timer, waking: Waking): Promise<void> {
  switch (timer.kind) {
    case 'check-in':
      return wakeCheckIn(timer.huddle, waking);
    case 'round':
      return wakeRound(timer.huddle, timer.subject as RoundId, waking);
    case 'ask-later':
      return wakeLater(timer.huddle, timer.subject, waking);
    case 'digest':
      return wakeDigest(timer.huddle, waking);
    case 'numbers-check':
      return wakeNumbersCheck(timer.huddle, waking);
    case 'promise':
      return wakePromise(timer.huddle, numberIn(timer.subject, timer.huddle), waking);
    case 'proposal':
      return wakeProposal(timer.huddle, numberIn(timer.subject, timer.huddle), waking);
    case 'renewal':
      return wakeRenewal(timer.huddle, timer.subject, waking);
    case 'renewal-over':
      return wakeRenewalOver(timer.huddle, timer.subject, waking);
    case 'sponsor-note':
      return wakeSponsorNote(timer.huddle, waking);
    case 'sponsor-remind':
      return wakeSponsorRemind(timer.huddle, numberIn(timer.subject, timer.huddle), waking);
    case 'days-off':
      return wakeDaysOff(timer.huddle, timer.subject, waking);
  }
}

function numberIn(subject: string, huddle: HuddleId): number {
  return Number(subject.slice(huddle.length + 1));
}

function moment({ kind, subject, dueAt }: Timer): string {
  return `${kind} ${subject} ${dueAt}`;
}
