import { isGuest } from '../domain/guest.ts';
import {
  isPlaceRef,
  type HuddleId,
  type Identity,
  type MessageRef,
  type PersonId,
  type PlaceRef,
  type Platform,
} from '../domain/ids.ts';
import { addMs, epochMs, localDate, type Instant } from '../domain/time.ts';
import { namesGone } from '../messages/rights.ts';
import {
  messageGone,
  PlatformRefused,
  PlatformUnreachable,
  type Adapter,
  type Clock,
  type Delivery,
  type Log,
  type Records,
  type Store,
} from '../ports.ts';
import type { Outgoing } from '../ports-outbox.ts';
import { considerate, enqueue } from './execute.ts';
import { buildNote } from './notes.ts';
import { leadNotReached } from './worry.ts';

export interface OutboxParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  adapter(platform: Platform): Adapter | null;
  /** Does the work after so many ms; gives the way to call it off. Left out, what is due later waits for the next look. */
  after?(ms: number, work: () => void): () => void;
}

export interface Outbox {
  /** Sends all that is due, until nothing is. Two calls at once share the work. */
  flush(): Promise<void>;
  /** Sends soon; never throws. */
  poke(): void;
  /** Waits for what is being sent. */
  stop(): Promise<void>;
}

/** Longer than any adapter's own timeout, so a lease runs out only when its holder is gone. */
const leaseMs = 90_000;
const heads = 32;
/** What is due within the minute is not left to the heartbeat: a short wait would become a minute's. */
const soonMs = 60_000;
/** 5 s, 10 s, 20 s … up to an hour: some 14 hours in all. */
const mostTries = 22;
const longestWaitMs = 3_600_000;

export function createOutbox(parts: OutboxParts): Outbox {
  let running: Promise<void> | null = null;
  let stopped = false;
  let bell = newBell();
  let soon: NodeJS.Immediate | null = null;

  const flush = async (): Promise<void> => {
    bell.ring();
    if (!stopped) running ??= drain();
    await running;
  };
  let callOff: (() => void) | null = null;
  const wakeFor = (next: Instant | null): void => {
    callOff?.();
    const waitMs = next === null ? soonMs : epochMs(next) - epochMs(parts.clock.now());
    // What is due and was not taken stands behind another that waits: no use in asking at once.
    callOff = stopped || waitMs >= soonMs ? null : (parts.after?.(waitMs > 0 ? waitMs : 1_000, poke) ?? null);
  };
  /** As soon as one note is through the next may go, so that a place that answers slowly holds up no other. */
  const drain = async (): Promise<void> => {
    const onTheWay = new Set<Promise<void>>();
    try {
      for (;;) {
        bell = newBell();
        const room = stopped ? 0 : heads - onTheWay.size;
        const next = room > 0 ? await parts.store.read.outbox.next() : null;
        // A look costs no commit: most acts leave nothing to send.
        const claimed = next !== null && next <= parts.clock.now() ? await claim(parts, room) : [];
        for (const note of claimed) {
          const sending = sendOne(note, parts).finally(() => onTheWay.delete(sending));
          onTheWay.add(sending);
        }
        if (claimed.length > 0) continue;
        if (onTheWay.size > 0) await Promise.race([...onTheWay, bell.rung]);
        else if (stopped || !bell.isRung()) {
          wakeFor(next);
          break;
        }
      }
    } catch (error) {
      await Promise.all(onTheWay);
      throw error;
    } finally {
      // In the same breath as the last look, so that whoever rings after it begins anew.
      running = null;
    }
  };
  // Answers that share a commit share the look, too: one each was 4 % of their CPU.
  const poke = (): void => {
    soon ??= setImmediate(() => {
      soon = null;
      flush().catch((error: unknown) => {
        parts.log.error('the outbox stopped short', { error });
      });
    });
  };
  return {
    flush,
    poke,
    stop: async () => {
      stopped = true;
      callOff?.();
      bell.ring();
      await running;
    },
  };
}

/** Rung when something new may wait. */
function newBell() {
  let isRung = false;
  let ring: () => void = () => undefined;
  const rung = new Promise<void>((resolve) => {
    ring = () => {
      isRung = true;
      resolve();
    };
  });
  return { rung, ring, isRung: () => isRung };
}

/** Takes the first waiting note of each place and person. */
function claim({ store, clock }: OutboxParts, room: number): Promise<readonly Outgoing[]> {
  const now = clock.now();
  return store.transact((records) => records.outbox.claim(now, addMs(now, leaseMs), room));
}

/** Never throws: a note of which nothing can be noted down is left to its lease. */
async function sendOne(note: Outgoing, parts: OutboxParts): Promise<void> {
  try {
    await trySending(note, parts).catch((error: unknown) => failed(note, error, parts));
  } catch (error) {
    parts.log.error('could not note what became of a note', { note: note.kind, huddle: note.huddle, error });
  }
}

async function trySending(note: Outgoing, parts: OutboxParts): Promise<void> {
  const { store } = parts;
  const quietUntil = await quietEnd(note, parts);
  if (quietUntil !== null) {
    await store.transact((records) => records.outbox.retry(note.id, quietUntil, false));
    return;
  }
  const message = await show(note, parts);
  await store.transact((records) =>
    message === null
      ? records.outbox.dropped(note.id, note.wanted)
      : records.outbox.sent(note.id, note.wanted, message),
  );
}

/** A note that was late, or tried again for hours, must not wake a person at night any more than a new one. */
async function quietEnd({ kind, to, huddle }: Outgoing, { store, clock }: OutboxParts): Promise<Instant | null> {
  if (isPlaceRef(to) || kind === 'help-card' || kind === 'lead-told') return null;
  const now = clock.now();
  const at = await considerate(store.read, huddle, to.person, now);
  return at > now ? at : null;
}

async function show(note: Outgoing, { store, clock, adapter }: OutboxParts): Promise<MessageRef | null> {
  const now = clock.now();
  if (note.expiresAt !== null && note.expiresAt <= now) return null;
  if (isPlaceRef(note.to) && (await store.read.huddles.closedSince(note.to)) !== null) return null;
  const document = (await buildNote(note, store.read, now)) ?? (note.namesGone === true ? namesGone() : null);
  if (document === null) return null;
  const parent = await parentOf(note, store.read);
  // It belongs in a thread of something that was never to be shown here: the place came later.
  if (note.under !== null && parent === null) return null;
  return deliver(await addressesOf(note, store.read), adapter, {
    id: note.id,
    document,
    inReplyTo: parent?.message ?? null,
    mayHaveArrived: note.mayHaveArrived,
    ownView: note.kind === 'prompt',
    shown: note.message,
  });
}

type Letter = Omit<Delivery, 'to' | 'replaces'> & { readonly shown: MessageRef | null };

/** Where one address refuses it for good, the next is tried; the last one's no is the answer. */
async function deliver(
  addresses: readonly (PlaceRef | Identity)[],
  adapter: OutboxParts['adapter'],
  { shown, ...letter }: Letter,
): Promise<MessageRef> {
  let no = new PlatformRefused('no-way-to-reach', { forGood: true });
  for (const to of addresses) {
    const through = adapter(to.platform);
    if (through === null) continue;
    try {
      const replaces = shown?.platform === to.platform && shown.workspace === to.workspace ? shown : null;
      return (await through.deliver({ ...letter, to, replaces })).message;
    } catch (error) {
      if (!(error instanceof PlatformRefused) || !error.forGood || error.code === messageGone) throw error;
      no = error;
    }
  }
  throw no;
}

/**
 * A person's accounts in the order in which they are tried: where the note stands already, and nowhere else then; else
 * where they want their notes, then as they came.
 */
async function addressesOf(note: Outgoing, read: Records): Promise<readonly (PlaceRef | Identity)[]> {
  if (isPlaceRef(note.to)) return [note.to];
  const { message } = note;
  const accounts = await accountsFor(note.to.person, note.huddle, read);
  const there = accounts.filter(
    ({ platform, workspace }) => platform === message?.platform && workspace === message.workspace,
  );
  if (there.length > 0 || accounts.length < 2) return there.length > 0 ? there : accounts;
  const reachOn = (await read.people.get(note.to.person))?.reachOn ?? null;
  return [
    ...accounts.filter(({ platform }) => platform === reachOn),
    ...accounts.filter(({ platform }) => platform !== reachOn),
  ];
}

/** A guest's pages are those of one huddle: nothing of another one is ever shown there. */
async function accountsFor(person: PersonId, huddle: HuddleId, read: Records): Promise<readonly Identity[]> {
  const accounts = await read.people.identities(person);
  const good: Identity[] = [];
  for (const who of accounts) if (!isGuest(who) || (await read.guests.get(who.user))?.huddle === huddle) good.push(who);
  return good;
}

async function parentOf(note: Outgoing, read: Records): Promise<Outgoing | null> {
  return note.under === null ? null : read.outbox.get(note.under.kind, note.under.subject, note.to);
}

/** Only here is it decided whether to try again. */
async function failed(note: Outgoing, error: unknown, parts: OutboxParts): Promise<void> {
  const refused = error instanceof PlatformRefused ? error : null;
  const unreachable = error instanceof PlatformUnreachable;
  const tries = note.attempts + 1;
  const code = refused?.code ?? (unreachable ? error.code : 'bug');
  if (code === messageGone) {
    // Someone took our message away. What it would say now is not said behind their back in a new one.
    parts.log.info('let go of a message that was deleted', { note: note.kind, huddle: note.huddle });
    await parts.store.transact((records) => records.outbox.dropped(note.id, note.wanted));
    return;
  }
  if (refused?.forGood === true || tries >= mostTries) {
    parts.log.error('gave up on a note', { note: note.kind, huddle: note.huddle, code, tries });
    await parts.store.transact((records) => giveUp(note, records, parts.clock.now()));
    return;
  }
  const wait = Math.max(refused?.retryAfterMs ?? 0, Math.min(5_000 * 2 ** (tries - 1), longestWaitMs));
  parts.log.warn('will try a note again', {
    note: note.kind,
    huddle: note.huddle,
    code,
    tries,
    waitMs: wait,
    ...(code === 'bug' ? { error } : {}),
  });
  const at = addMs(parts.clock.now(), wait);
  // Only a plain no says that it did not arrive; a bug may have come after the platform's yes.
  await parts.store.transact((records) => records.outbox.retry(note.id, at, refused === null));
}

/** The coordinators hear of it once a day by direct message; a note that cannot even reach them is only logged. */
async function giveUp(note: Outgoing, records: Records, now: Instant): Promise<void> {
  await records.outbox.giveUp(note.id, note.wanted);
  // Nobody hears that someone was to get help, or a note of their own choosing.
  if (['not-delivered', 'help-card', 'just-for-you', 'role-swap', 'load-check'].includes(note.kind)) return;
  if (note.kind === 'lead-told') return leadNotReached(note, records, now);
  if (isInvitation(note)) {
    const reaction = { kind: 'not-reached', subject: `${note.huddle}/${note.to.person}`, to: 'coordinators' } as const;
    return enqueue(records, { huddle: note.huddle, now, reactions: [reaction] });
  }
  const subject = isPlaceRef(note.to) ? 'place' : 'person';
  await enqueue(records, {
    huddle: note.huddle,
    now,
    reactions: [{ kind: 'not-delivered', subject: `${subject}/${localDate(now, 'UTC')}`, to: 'coordinators' }],
  });
}

/** What asks someone to take part: whoever cannot be reached in private by it is let in by a link instead. */
function isInvitation(note: Outgoing): note is Outgoing & { readonly to: { readonly person: PersonId } } {
  return note.kind === 'notice' && !isPlaceRef(note.to) && !note.subject.endsWith('/coordinator');
}
