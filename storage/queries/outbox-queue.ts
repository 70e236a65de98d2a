import type { Instant } from '../../src/domain/time.ts';
import type { Flag } from '../json.ts';
import { query } from '../query.ts';
import type { OutboxRow } from '../schema-carried.ts';

/*
 * The order in which the outbox is sent. Each place and each person is a queue of its own:
 * - Its head is the note with the lowest sequence among those whose moment has come. A note for later (`not_before` in
 *   the future) holds up nobody: it takes its old place in the queue once its moment has come.
 * - While one note is being sent, or waits before another try (`held`), the whole queue waits: so what belongs together
 *   keeps its order, and a place that asked for quiet gets it.
 * - A lease that has run out holds up nobody. Its sender may have died after the platform's yes, hence may_have_arrived.
 * - What is done or given up has no `ready_at` and is out of the queue.
 */

const columns = [
  'id',
  'kind',
  'subject',
  'addressee',
  'recipient',
  'huddle',
  'not_before',
  'expires_at',
  'under',
  'wanted',
  'sent',
  'attempts',
  'state',
  'held',
  'ready_at',
  'may_have_arrived',
  'sequence',
  'message',
  'message_id',
  'names_gone',
] as const satisfies readonly (keyof OutboxRow)[];

interface Claim {
  now: Instant;
  leaseUntil: Instant;
  limit: number;
}

export const claim = query((db, { now, leaseUntil, limit }: Claim, { canSkipLocked }) =>
  db
    .with('heads', (heads) =>
      heads
        .selectFrom('outbox as head')
        .select('head.id as head_id')
        .where('head.ready_at', '<=', now)
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('outbox as other')
                .select('other.id')
                .whereRef('other.addressee', '=', 'head.addressee')
                .where('other.held', '=', 1)
                .where('other.ready_at', '>', now),
            ),
          ),
        )
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('outbox as earlier')
                .select('earlier.id')
                .whereRef('earlier.addressee', '=', 'head.addressee')
                .where('earlier.ready_at', '<=', now)
                .where((before) =>
                  before.or([
                    before('earlier.sequence', '<', before.ref('head.sequence')),
                    // Two instances may have given the same number at once.
                    before.and([
                      before('earlier.sequence', '=', before.ref('head.sequence')),
                      before('earlier.id', '<', before.ref('head.id')),
                    ]),
                  ]),
                ),
            ),
          ),
        )
        .orderBy('head.ready_at')
        .orderBy('head.sequence')
        .limit(limit)
        .$if(canSkipLocked, (some) => some.forUpdate().skipLocked()),
    )
    .updateTable('outbox')
    .from('heads')
    .set((eb) => ({
      state: 'sending',
      held: 1,
      ready_at: leaseUntil,
      may_have_arrived: eb
        .case()
        .when('outbox.state', '=', 'sending')
        .then<Flag>(1)
        .else(eb.ref('outbox.may_have_arrived'))
        .end(),
    }))
    .whereRef('outbox.id', '=', 'heads.head_id')
    .returning(columns),
);

/**
 * What waits behind a held note cannot be ready before it. A lease counts with its end, so that a dead sender's note is
 * looked for again.
 */
export const nextReady = query((db) =>
  db
    .selectFrom('outbox as waiting')
    .select('waiting.ready_at')
    .where('waiting.ready_at', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('waiting.held', '=', 1),
        eb.not(
          eb.exists(
            eb
              .selectFrom('outbox as held')
              .select('held.id')
              .whereRef('held.addressee', '=', 'waiting.addressee')
              .where('held.held', '=', 1)
              .where('held.ready_at', 'is not', null),
          ),
        ),
      ]),
    )
    .orderBy('waiting.ready_at')
    .limit(1),
);
