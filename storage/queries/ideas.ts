import type { Idea } from '../../src/domain/idea.ts';
import type { HuddleId } from '../../src/domain/ids.ts';
import type { Records } from '../../src/ports.ts';
import { toFlag } from '../json.ts';
import { pick, query } from '../query.ts';
import type { IdeaRow } from '../schema.ts';
import type { Session } from '../session.ts';
import { saveVersion } from './saved.ts';

const one = query((db, { huddle, number }: { huddle: HuddleId; number: number }) =>
  db.selectFrom('ideas').selectAll().where('huddle', '=', huddle).where('number', '=', number),
);

const list = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('ideas').selectAll().where('huddle', '=', huddle).orderBy('number'),
);

const newest = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('ideas').select('number').where('huddle', '=', huddle).orderBy('number', 'desc').limit(1),
);

const changeable = [
  'body',
  'raised_by',
  'raised_as',
  'side',
  'raised_at',
  'from_meeting',
  'promise',
  'taken_up_at',
  'version',
] as const;

const versioned = {
  add: query((db, row: IdeaRow) =>
    db
      .insertInto('ideas')
      .values(pick(row, ['huddle', 'number', ...changeable]))
      .onConflict((taken) => taken.doNothing()),
  ),
  change: query((db, row: IdeaRow & { before: number }) =>
    db
      .updateTable('ideas')
      .set(pick(row, changeable))
      .where('huddle', '=', row.huddle)
      .where('number', '=', row.number)
      .where('version', '=', row.before),
  ),
};

export function ideas(session: Session): Records['ideas'] {
  return {
    get: async (huddle, number) => {
      const row = await one.first(session, { huddle, number });
      return row === null ? null : toIdea(row);
    },
    list: async (huddle) => (await list.all(session, { huddle })).map(toIdea),
    nextNumber: async (huddle) => ((await newest.first(session, { huddle }))?.number ?? 0) + 1,
    save: (idea) =>
      saveVersion(session, versioned, { row: fromIdea(idea), what: `idea ${idea.huddle}/${String(idea.number)}` }),
  };
}

function toIdea(row: IdeaRow): Idea {
  const { huddle, number, body: text, raised_by: raisedBy, raised_as: group, side, raised_at: raisedAt } = row;
  const { from_meeting: fromMeeting, promise, taken_up_at: at, version } = row;
  return {
    huddle,
    number,
    text,
    raisedBy,
    group,
    side,
    raisedAt,
    fromMeeting: fromMeeting === 1,
    takenUp: promise === null || at === null ? null : { promise, at },
    version,
  };
}

function fromIdea({ huddle, number, text, raisedBy, group, side, raisedAt, ...rest }: Idea): IdeaRow {
  const { fromMeeting, takenUp, version } = rest;
  return {
    huddle,
    number,
    body: text,
    raised_by: raisedBy,
    raised_as: group,
    side,
    raised_at: raisedAt,
    from_meeting: toFlag(fromMeeting),
    promise: takenUp?.promise ?? null,
    taken_up_at: takenUp?.at ?? null,
    version,
  };
}
