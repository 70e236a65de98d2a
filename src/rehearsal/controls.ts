import { ClockOnlyGoesForward, type PretendPerson, type RehearsalControls } from '../../adapters/web/rehearsal.ts';
import type { Outbox } from '../app/outbox.ts';
import type { Scheduler } from '../app/scheduler.ts';
import type { Instant } from '../domain/time.ts';
import type { WakeKind } from '../ports-kept.ts';
import type { Store } from '../ports.ts';
import type { MovableClock } from './clock.ts';

export interface RehearsalParts {
  readonly store: Store;
  readonly clock: MovableClock;
  readonly scheduler: Scheduler;
  readonly outbox: Outbox;
  readonly people: readonly PretendPerson[];
  /** Plays the huddle's first weeks and ends at this moment. */
  playWillow(controls: Pick<RehearsalControls, 'moveTo'>, at: Instant): Promise<void>;
  /** The machine's own time, where a rehearsal begins unless it is told otherwise. */
  today(): Instant;
}

const zone = 'Europe/London';

/** Set once a start is whole, so that one that was broken off is made again and one that was made is kept. */
export const begun = 'rehearsal-opened';

export function rehearsalControls(parts: RehearsalParts): RehearsalControls {
  const { store, clock } = parts;
  const settled = () => workThrough(parts);
  // One move at a time: two at once would each put the clock where the other does not expect it.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  };
  const moveTo = async (to: Instant) => {
    // The clock goes on by itself, so a moment it has passed since it was last put is no way back.
    if (to < clock.wasSetTo()) throw new ClockOnlyGoesForward();
    await visitAll(parts, to);
  };
  return {
    people: () => Promise.resolve(parts.people),
    now: () => clock.now(),
    zone,
    nextQuestionAt: () => nextOf('check-in', store),
    nextDigestAt: () => nextOf('digest', store),
    moveTo: (to) => inTurn(() => moveTo(to)),
    reset: (options) =>
      inTurn(async () => {
        const at = options.at ?? parts.today();
        await store.clear();
        await clock.set(at);
        if (options.with === 'willow') await parts.playWillow({ moveTo }, at);
        await store.transact((records) => records.facts.set(begun, 'yes'));
      }),
    settled,
  };
}

/** Stops at every moment on the way at which something is due, so that each finds the clock at its own time. */
async function visitAll(parts: RehearsalParts, to: Instant): Promise<void> {
  const { store, clock } = parts;
  let before: Instant | null = null;
  for (;;) {
    await workThrough(parts);
    const next = earliest(await store.read.timers.next(), await store.read.outbox.next());
    // What is due and stays due has failed and is logged; it must not hold the clock.
    if (next === null || next > to || next === before) break;
    before = next;
    if (next > clock.now()) await clock.set(next);
  }
  if (to > clock.now()) await clock.set(to);
  await workThrough(parts);
}

async function workThrough({ scheduler, outbox }: Pick<RehearsalParts, 'scheduler' | 'outbox'>): Promise<void> {
  await scheduler.tick();
  await outbox.flush();
}

/** The first moment at which some huddle's question or digest is due. There is one huddle in a rehearsal as a rule. */
async function nextOf(kind: WakeKind, store: Store): Promise<Instant | null> {
  const due = await store.read.timers.due('9999-12-31T00:00:00.000Z', 1000);
  return due.find((timer) => timer.kind === kind)?.dueAt ?? null;
}

function earliest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
