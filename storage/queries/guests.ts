import type { HuddleId } from '../../src/domain/ids.ts';
import type { GuestPass } from '../../src/domain/guest.ts';
import type { Records } from '../../src/ports.ts';
import { pick, query } from '../query.ts';
import type { GuestRow } from '../schema.ts';
import type { Session } from '../session.ts';

const changeable = ['huddle', 'person', 'serial', 'ends_at', 'ended_at'] as const;

const byUser = query((db, { user }: { user: string }) =>
  db.selectFrom('guests').selectAll().where('account', '=', user),
);

const ofHuddle = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('guests').selectAll().where('huddle', '=', huddle).orderBy('account'),
);

const save = query((db, row: GuestRow) =>
  db
    .insertInto('guests')
    .values(pick(row, ['account', ...changeable]))
    .onConflict((known) => known.column('account').doUpdateSet(pick(row, changeable))),
);

export function guests(session: Session): Records['guests'] {
  return {
    get: async (user) => {
      const row = await byUser.first(session, { user });
      return row === null ? null : toPass(row);
    },
    of: async (huddle) => (await ofHuddle.all(session, { huddle })).map(toPass),
    save: async (pass) => {
      await save.run(session, fromPass(pass));
    },
  };
}

function toPass({ account: user, huddle, person, serial, ends_at: endsAt, ended_at: endedAt }: GuestRow): GuestPass {
  return { user, huddle, person, serial, endsAt, endedAt };
}

function fromPass({ user, huddle, person, serial, endsAt, endedAt }: GuestPass): GuestRow {
  return { account: user, huddle, person, serial, ends_at: endsAt, ended_at: endedAt };
}
