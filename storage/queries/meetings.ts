import type { HuddleId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Records } from '../../src/ports.ts';
import { fromJson, toJson } from '../json.ts';
import { pick, query } from '../query.ts';
import type { MeetingRow } from '../schema-meetings.ts';
import type { Session } from '../session.ts';
import { saveVersion } from './saved.ts';

const one = query((db, { huddle, number }: { huddle: HuddleId; number: number }) =>
  db.selectFrom('meetings').selectAll().where('huddle', '=', huddle).where('number', '=', number),
);

const list = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('meetings').selectAll().where('huddle', '=', huddle).orderBy('number'),
);

const newest = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('meetings').select('number').where('huddle', '=', huddle).orderBy('number', 'desc').limit(1),
);

const changeable = ['held_on', 'noted_by', 'noted_at', 'sides', 'there', 'state', 'version'] as const;

const versioned = {
  add: query((db, row: MeetingRow) =>
    db
      .insertInto('meetings')
      .values(pick(row, ['huddle', 'number', ...changeable]))
      .onConflict((taken) => taken.doNothing()),
  ),
  change: query((db, row: MeetingRow & { before: number }) =>
    db
      .updateTable('meetings')
      .set(pick(row, changeable))
      .where('huddle', '=', row.huddle)
      .where('number', '=', row.number)
      .where('version', '=', row.before),
  ),
};

export function meetings(session: Session): Records['meetings'] {
  return {
    get: async (huddle, number) => {
      const row = await one.first(session, { huddle, number });
      return row === null ? null : toMeeting(row);
    },
    list: async (huddle) => (await list.all(session, { huddle })).map(toMeeting),
    nextNumber: async (huddle) => ((await newest.first(session, { huddle }))?.number ?? 0) + 1,
    save: (meeting) =>
      saveVersion(session, versioned, {
        row: fromMeeting(meeting),
        what: `meeting ${meeting.huddle}/${String(meeting.number)}`,
      }),
  };
}

function toMeeting(row: MeetingRow): Meeting {
  const { huddle, number, held_on: heldOn, noted_by: notedBy, noted_at: notedAt, version } = row;
  const { sides, there, state } = row;
  const facts = { huddle, number, heldOn, notedBy, notedAt, version };
  return { ...facts, sides: fromJson(sides), there: fromJson(there), state: fromJson(state) };
}

export function fromMeeting({
  huddle,
  number,
  heldOn,
  notedBy,
  notedAt,
  sides,
  there,
  state,
  version,
}: Meeting): MeetingRow {
  return {
    huddle,
    number,
    held_on: heldOn,
    noted_by: notedBy,
    noted_at: notedAt,
    sides: toJson(sides),
    there: toJson(there),
    state: toJson(state),
    version,
  };
}
