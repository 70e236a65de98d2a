import { holdsName, type Gone } from '../../src/domain/forget.ts';
import type { RoomMessage } from '../../src/ports-room.ts';
import { toJson } from '../json.ts';
import { query } from '../query.ts';
import type { RoomMessageRow } from '../schema-carried.ts';
import type { Session } from '../session.ts';
import { namesOne } from './own-text.ts';

interface InRoom {
  readonly accounts: readonly string[];
  /** Every answer of theirs whose words are still kept. */
  readonly said: readonly string[];
  /** Takes the place of what names them, until it is shown anew. */
  readonly instead: NonNullable<RoomMessage['document']>;
}

const all = query((db) => db.selectFrom('room_messages').selectAll());
const take = query((db, { id }: { id: string }) => db.deleteFrom('room_messages').where('id', '=', id));
const wipe = query((db, { id, author }: Pick<RoomMessageRow, 'id' | 'author'>) =>
  db.updateTable('room_messages').set({ author, body: null, gone: 1 }).where('id', '=', id),
);
const redraw = query((db, { id, document }: Pick<RoomMessageRow, 'id' | 'document'>) =>
  db.updateTable('room_messages').set({ document }).where('id', '=', id),
);
const saveBody = query((db, { id, body }: Pick<RoomMessageRow, 'id' | 'body'>) =>
  db.updateTable('room_messages').set({ body }).where('id', '=', id),
);

/** Shorter words stand in many messages that are not theirs. */
const longEnough = 12;

/** The web room is our own: what they wrote there, and what it shows of them. Gives the notes to be shown anew. */
export async function forgetInRoom(session: Session, gone: Gone, of: InRoom): Promise<ReadonlySet<string>> {
  const shown = new Set<string>();
  const said = of.said.filter((words) => words.length >= longEnough).map((words) => JSON.stringify(words).slice(1, -1));
  for (const row of await all.all(session, {})) {
    const { id, author, only_for, document, body } = row;
    if (only_for !== null && of.accounts.includes(only_for)) await take.run(session, { id });
    else if (author !== null && of.accounts.includes(author)) {
      await wipe.run(session, { id, author: gone.newGone() });
    } else if (document !== null && tellsOf(document, gone, said)) {
      await redraw.run(session, { id, document: toJson(of.instead) });
      shown.add(id);
    } else if (body !== null) {
      const after = of.accounts.reduce((text, account) => text.replaceAll(`<@${account}>`, gone.instead), body);
      if (after !== body) await saveBody.run(session, { id, body: after });
    }
  }
  return shown;
}

function tellsOf(document: string, { person, name }: Gone, said: readonly string[]): boolean {
  return (
    namesOne(document, person) ||
    holdsName(document, JSON.stringify(name).slice(1, -1)) ||
    said.some((words) => document.includes(words))
  );
}

const orphans = query((db) =>
  db
    .deleteFrom('room_messages')
    .where('only_for', 'is not', null)
    .where('only_for', 'not in', db.selectFrom('identities').select('account').where('platform', '=', 'web')),
);

/** The last private words to someone who was forgotten, kept so that they could read them. */
export async function forgetOrphans(session: Session): Promise<void> {
  await orphans.run(session, {});
}
