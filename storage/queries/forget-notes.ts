import type { Gone } from '../../src/domain/forget.ts';
import type { HuddleId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import { query } from '../query.ts';
import { toOutgoing } from '../rows.ts';
import type { OutboxRow, TimerRow } from '../schema-carried.ts';
import type { Session } from '../session.ts';
import { namesOne, withOther } from './own-text.ts';
import { noteId, outbox } from './outbox.ts';

/** What changed and may stand on a platform with their name: subjects as notes have them. */
export interface Redraw {
  readonly promises: Set<string>;
  /** Suggested changes, as `huddle/number`. */
  readonly proposals: Set<string>;
  /** `huddle/number`. */
  readonly decisions: Set<string>;
  /** `huddle/number`. */
  readonly asks: Set<string>;
  /** Notes to the sponsor, as `huddle/number`. */
  readonly pages: Set<string>;
  /** `huddle/role`. */
  readonly roles: Set<string>;
  /** `huddle/monday`. */
  readonly digests: Set<string>;
  /** `huddle/meeting`. */
  readonly meetings: Set<string>;
  readonly rounds: Set<string>;
  /** Those that they set up. */
  readonly huddles: Set<string>;
}

interface InNotes {
  /** Rounds in which everyone saw an answer with their name. */
  readonly named: ReadonlySet<string>;
  readonly redraw: Redraw;
  /** Messages of the web room that were emptied. */
  readonly shown: ReadonlySet<string>;
}

const all = query((db) => db.selectFrom('outbox').selectAll().orderBy('sequence'));
const take = query((db, { id }: { id: string }) => db.deleteFrom('outbox').where('id', '=', id));
const move = query((db, { was, id, subject }: Pick<OutboxRow, 'id' | 'subject'> & { was: string }) =>
  db.updateTable('outbox').set({ id, subject }).where('id', '=', was),
);
const nameless = query((db, { id }: { id: string }) =>
  db.updateTable('outbox').set({ names_gone: 1 }).where('id', '=', id),
);
const timers = query((db, { like }: { like: string }) =>
  db.selectFrom('timers').selectAll().where('subject', 'like', like),
);
const takeTimer = query((db, { kind, subject }: Pick<TimerRow, 'kind' | 'subject'>) =>
  db.deleteFrom('timers').where('kind', '=', kind).where('subject', '=', subject),
);

/** Notes to them go. Those that stand somewhere and tell of them are shown once more, without them. */
export async function forgetInNotes(session: Session, gone: Gone, of: InNotes): Promise<void> {
  for (const { kind, subject } of await timers.all(session, { like: `%${gone.person}%` })) {
    if (namesOne(subject, gone.person)) await takeTimer.run(session, { kind, subject });
  }
  for (const row of await all.all(session, {})) {
    if (namesOne(row.addressee, gone.person)) await take.run(session, { id: row.id });
    else if (namesOne(row.subject, gone.person)) await renamed(session, row, { gone, named: of.named });
    else if (tells(row, of)) await again(session, row, gone);
  }
}

/** Nothing was shown yet: nothing is left to show. Else it keeps a row of its own, by which it is changed there. */
async function renamed(
  session: Session,
  row: OutboxRow,
  { gone, named }: { gone: Gone; named: InNotes['named'] },
): Promise<void> {
  if (row.message === null) {
    await take.run(session, { id: row.id });
    return;
  }
  const other = withOther(row.subject, gone.person, gone.newGone());
  // Without a name nobody may learn whose it was: all of these are taken away alike.
  const isNamed = row.kind === 'answer' && named.has(row.subject.split('/')[0] ?? '');
  const subject = isNamed ? `${other}/left` : other;
  const id = noteId(row.kind, subject, toOutgoing(row).to);
  await move.run(session, { was: row.id, id, subject });
  await again(session, { ...row, id, subject }, gone);
}

async function again(session: Session, row: OutboxRow, { now }: Gone): Promise<void> {
  if (row.message === null) return;
  const { kind, subject, to, huddle, under } = toOutgoing(row);
  await outbox(session).enqueue({ kind, subject, to, huddle, under, notBefore: now, expiresAt: null });
  await nameless.run(session, { id: row.id });
}

function tells({ kind, subject, huddle, message }: OutboxRow, { redraw, shown }: InNotes): boolean {
  if (message !== null && shown.has((JSON.parse(message) as { message: string }).message)) return true;
  const second = subject.slice(huddle.length + 1).split('/')[0] ?? '';
  if (kind.startsWith('promise-')) return redraw.promises.has(`${huddle}/${second}`);
  if (kind.startsWith('proposal')) return redraw.proposals.has(`${huddle}/${second}`);
  if (kind.startsWith('sponsor')) return redraw.pages.has(`${huddle}/${second}`);
  if (kind.startsWith('upstairs')) return redraw.asks.has(`${huddle}/${second}`);
  if (kind === 'decision') return redraw.decisions.has(`${huddle}/${second}`);
  if (kind.startsWith('role-')) return redraw.roles.has(`${huddle}/${second}`);
  if (kind === 'meeting') return redraw.meetings.has(`${huddle}/${second}`);
  if (kind.startsWith('digest')) return redraw.digests.has(subject);
  if (kind === 'revealed') return [...redraw.rounds].some((id) => subject === id || subject.startsWith(`${id}/`));
  if (kind === 'hello') return redraw.huddles.has(huddle);
  return kind === 'prompt' && redraw.rounds.has(subject);
}

const standing = query((db, { huddle }: { huddle: HuddleId }) =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where('huddle', '=', huddle)
    .where('kind', 'in', ['answer', 'revealed'])
    .where('message', 'is not', null)
    .orderBy('sequence'),
);

export async function answersAnew(session: Session, huddle: HuddleId, now: Instant): Promise<void> {
  for (const row of await standing.all(session, { huddle })) {
    const { kind, subject, to, under } = toOutgoing(row);
    await outbox(session).enqueue({ kind, subject, to, huddle, under, notBefore: now, expiresAt: null });
  }
}
