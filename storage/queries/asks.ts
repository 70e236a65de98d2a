import type { HuddleId } from '../../src/domain/ids.ts';
import type { Ask, AskState } from '../../src/domain/upstairs.ts';
import type { Records } from '../../src/ports.ts';
import { fromJson, toJson } from '../json.ts';
import { pick, query } from '../query.ts';
import type { AskRow } from '../schema-upstairs.ts';
import type { Session } from '../session.ts';
import { saveVersion } from './saved.ts';

const one = query((db, { huddle, number }: { huddle: HuddleId; number: number }) =>
  db.selectFrom('asks').selectAll().where('huddle', '=', huddle).where('number', '=', number),
);

const list = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('asks').selectAll().where('huddle', '=', huddle).orderBy('number'),
);

const newest = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('asks').select('number').where('huddle', '=', huddle).orderBy('number', 'desc').limit(1),
);

const changeable = [
  'body',
  'asked_by',
  'asked_at',
  'words_by',
  'status',
  'says',
  'answer',
  'noted_by',
  'settled_at',
  'history',
  'version',
] as const;

const versioned = {
  add: query((db, row: AskRow) =>
    db
      .insertInto('asks')
      .values(pick(row, ['huddle', 'number', ...changeable]))
      .onConflict((taken) => taken.doNothing()),
  ),
  change: query((db, row: AskRow & { before: number }) =>
    db
      .updateTable('asks')
      .set(pick(row, changeable))
      .where('huddle', '=', row.huddle)
      .where('number', '=', row.number)
      .where('version', '=', row.before),
  ),
};

export function asks(session: Session): Records['asks'] {
  return {
    get: async (huddle, number) => {
      const row = await one.first(session, { huddle, number });
      return row === null ? null : toAsk(row);
    },
    list: async (huddle) => (await list.all(session, { huddle })).map(toAsk),
    nextNumber: async (huddle) => ((await newest.first(session, { huddle }))?.number ?? 0) + 1,
    save: (ask) =>
      saveVersion(session, versioned, { row: fromAsk(ask), what: `ask ${ask.huddle}/${String(ask.number)}` }),
  };
}

export function toAsk(row: AskRow): Ask {
  const { huddle, number, body: text, asked_by: askedBy, asked_at: askedAt, words_by: wordsBy, version } = row;
  return {
    huddle,
    number,
    text,
    askedBy,
    askedAt,
    wordsBy,
    state: stateOf(row),
    history: fromJson(row.history),
    version,
  };
}

function stateOf({ status, says, answer: words, noted_by: notedBy, settled_at: at }: AskRow): AskState {
  if (at === null || status === 'waiting') return { status: 'waiting' };
  if (says === null || notedBy === null) return { status: 'taken-back', at };
  return { status: 'answered', answer: { says, words, notedBy, at } };
}

function fromAsk({ huddle, number, text, askedBy, askedAt, wordsBy, state, history, version }: Ask): AskRow {
  const answer = state.status === 'answered' ? state.answer : null;
  return {
    huddle,
    number,
    body: text,
    asked_by: askedBy,
    asked_at: askedAt,
    words_by: wordsBy,
    status: state.status,
    says: answer?.says ?? null,
    answer: answer?.words ?? null,
    noted_by: answer?.notedBy ?? null,
    settled_at: state.status === 'taken-back' ? state.at : (answer?.at ?? null),
    history: toJson(history),
    version,
  };
}
