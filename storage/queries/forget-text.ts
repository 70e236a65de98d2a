import { sql } from 'kysely';
import { isTheirsAlone, type Gone } from '../../src/domain/forget.ts';
import type { Huddle } from '../../src/domain/huddle.ts';
import type { HuddleId } from '../../src/domain/ids.ts';
import { settingsWithout } from '../../src/domain/forget-settings.ts';
import { query } from '../query.ts';
import type { DigestRow, HuddleRow, RoundRow } from '../schema.ts';
import type { InteractionRow, JournalRow } from '../schema-carried.ts';
import type { Session } from '../session.ts';
import type { Redraw } from './forget-notes.ts';
import { namesOne, withOther } from './own-text.ts';

interface Of {
  /** Their id and those of their accounts. */
  readonly needles: readonly string[];
  readonly redraw: Redraw;
}

/** What is kept as JSON and names them among other things: settings, drawn orders, old digests, the journal. */
export async function forgetInText(session: Session, gone: Gone, of: Of): Promise<void> {
  await inSettings(session, gone, of.redraw);
  await inOrders(session, gone, of.redraw);
  await inDigests(session, gone, of.redraw);
  await inJournal(session, gone);
  await inActs(session, gone, of.needles);
}

const settings = query((db, { like }: { like: string }) =>
  db
    .selectFrom('huddles')
    .select(['id', 'settings'])
    .where(sql<boolean>`settings like ${like}`),
);
const saveSettings = query((db, row: Pick<HuddleRow, 'id' | 'settings'>) =>
  db
    .updateTable('huddles')
    .set((eb) => ({ settings: row.settings, version: eb('version', '+', 1) }))
    .where('id', '=', row.id),
);

async function inSettings(session: Session, gone: Gone, { huddles }: Redraw): Promise<void> {
  const { person, name, newGone } = gone;
  for (const like of [`%${person}%`, `%${name}%`]) {
    for (const { id, settings: before } of await settings.all(session, { like })) {
      const kept = JSON.parse(before) as Partial<Huddle>;
      const left = settingsWithout(kept, gone);
      const text = withOther(left === kept ? before : JSON.stringify(left), person, newGone()) as HuddleRow['settings'];
      if (text === before) continue;
      huddles.add(id);
      await saveSettings.run(session, { id, settings: text });
    }
  }
}

const orders = query((db, { like }: { like: string }) =>
  db
    .selectFrom('rounds')
    .select(['id', 'drawn'])
    .where(sql<boolean>`drawn like ${like}`),
);
const saveOrder = query((db, row: Pick<RoundRow, 'id' | 'drawn'>) =>
  db
    .updateTable('rounds')
    .set((eb) => ({ drawn: row.drawn, version: eb('version', '+', 1) }))
    .where('id', '=', row.id),
);

async function inOrders(session: Session, { person }: Gone, { rounds }: Redraw): Promise<void> {
  for (const { id, drawn } of await orders.all(session, { like: `%${person}%` })) {
    const order = JSON.parse(drawn) as readonly string[];
    const left = JSON.stringify(order.filter((one) => one !== person)) as RoundRow['drawn'];
    rounds.add(id);
    await saveOrder.run(session, { id, drawn: left });
  }
}

const digests = query((db, { like }: { like: string }) =>
  db
    .selectFrom('digests')
    .selectAll()
    .where(sql<boolean>`facts like ${like}`),
);
const saveDigest = query((db, row: Pick<DigestRow, 'huddle' | 'monday' | 'facts'>) =>
  db.updateTable('digests').set({ facts: row.facts }).where('huddle', '=', row.huddle).where('monday', '=', row.monday),
);
const allDigests = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('digests').select(['huddle', 'monday', 'facts']).where('huddle', '=', huddle),
);

/** What a digest tells by number. */
interface ToldOf {
  readonly promises: readonly { readonly number: number }[];
  readonly decisions?: ToldOf['promises'];
}

/** Names alone change. What was counted stands as it was told. */
async function inDigests(session: Session, { person, newGone }: Gone, { digests: found, promises, decisions }: Redraw) {
  for (const row of await digests.all(session, { like: `%${person}%` })) {
    if (!namesOne(row.facts, person)) continue;
    found.add(`${row.huddle}/${row.monday}`);
    const facts = withOther(row.facts, person, newGone()) as DigestRow['facts'];
    await saveDigest.run(session, { ...row, facts });
  }
  const huddles = new Set(
    [...promises, ...decisions].map((subject) => subject.slice(0, subject.lastIndexOf('/')) as HuddleId),
  );
  for (const huddle of huddles) {
    for (const { monday, facts } of await allDigests.all(session, { huddle })) {
      const told = JSON.parse(facts) as ToldOf;
      const isIn = (some: ReadonlySet<string>, lines: ToldOf['promises'] = []) =>
        lines.some(({ number }) => some.has(`${huddle}/${String(number)}`));
      if (isIn(promises, told.promises) || isIn(decisions, told.decisions)) found.add(`${huddle}/${monday}`);
    }
  }
}

const journal = query((db, { like }: { like: string }) =>
  db
    .selectFrom('journal')
    .selectAll()
    .where(sql<boolean>`facts like ${like}`),
);
const saveEntry = query((db, row: { entry: number; facts: JournalRow['facts'] }) =>
  db.updateTable('journal').set({ facts: row.facts }).where('entry', '=', row.entry),
);
const takeEntry = query((db, { entry }: { entry: number }) => db.deleteFrom('journal').where('entry', '=', entry));

async function inJournal(session: Session, { person, newGone }: Gone): Promise<void> {
  for (const { entry, type, facts } of await journal.all(session, { like: `%${person}%` })) {
    if (!namesOne(facts, person)) continue;
    if (isTheirsAlone(type, JSON.parse(facts) as Readonly<Record<string, unknown>>, person)) {
      await takeEntry.run(session, { entry });
    } else {
      const text = withOther(facts, person, newGone()) as JournalRow['facts'];
      await saveEntry.run(session, { entry, facts: text });
    }
  }
}

const acts = query((db, { like }: { like: string }) =>
  db
    .selectFrom('interactions')
    .selectAll()
    .where(sql<boolean>`outcome like ${like}`),
);
const actsWith = query((db, { like }: { like: string }) =>
  db.selectFrom('interactions').select('id').where('id', 'like', like),
);
const chats = query((db, { like }: { like: string }) =>
  db.selectFrom('outbox').select('message').where('addressee', 'like', like).where('message', 'is not', null),
);
const emptyAct = query((db, { id, outcome }: Pick<InteractionRow, 'id' | 'outcome'>) =>
  db.updateTable('interactions').set({ outcome }).where('id', '=', id),
);
const takeAct = query((db, { id }: { id: string }) => db.deleteFrom('interactions').where('id', '=', id));

/** What became of their acts goes. So do acts whose own id names them, or the chat that they had with us alone. */
async function inActs(session: Session, { person }: Gone, needles: readonly string[]): Promise<void> {
  const empty = '[]' as InteractionRow['outcome'];
  for (const { id, outcome } of await acts.all(session, { like: `%${person}%` })) {
    if (namesOne(outcome, person)) await emptyAct.run(session, { id, outcome: empty });
  }
  const own = (await chats.all(session, { like: `person/${person}%` })).map(({ message }) => channelOf(message));
  for (const needle of [...needles, ...own.filter((chat) => chat !== null)]) {
    for (const { id } of await actsWith.all(session, { like: `%${needle}%` })) {
      if (namesOne(id, needle)) await takeAct.run(session, { id });
    }
  }
}

function channelOf(message: string | null): string | null {
  return message === null ? null : (JSON.parse(message) as { channel: string }).channel;
}
