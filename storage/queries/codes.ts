import { createHash } from 'node:crypto';
import { refKey } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Code } from '../../src/ports-kept.ts';
import type { Records } from '../../src/ports.ts';
import { fromJson, fromJsonOrNull, toJson, toJsonOrNull } from '../json.ts';
import { pick, query } from '../query.ts';
import type { CodeRow, CodeTryRow } from '../schema-carried.ts';
import type { Session } from '../session.ts';

const over = query((db, { now }: { now: Instant }) => db.deleteFrom('codes').where('ends_at', '<=', now));

const keep = query((db, row: CodeRow) =>
  db.insertInto('codes').values(pick(row, ['hash', 'kind', 'account', 'huddle', 'ends_at', 'used_by'])),
);

const find = query((db, { hash, now }: { hash: string; now: Instant }) =>
  db.selectFrom('codes').selectAll().where('hash', '=', hash).where('ends_at', '>', now),
);

const use = query((db, { hash, used_by }: Pick<CodeRow, 'hash' | 'used_by'>) =>
  db.updateTable('codes').set({ used_by }).where('hash', '=', hash),
);

const tried = query((db, row: CodeTryRow) =>
  db
    .insertInto('code_tries')
    .values(pick(row, ['id', 'account', 'at']))
    .onConflict((known) => known.doNothing()),
);

const forgetTries = query((db, { since }: { since: Instant }) => db.deleteFrom('code_tries').where('at', '<=', since));

const tries = query((db, { account, since }: { account: string; since: Instant }) =>
  db.selectFrom('code_tries').select('id').where('account', '=', account).where('at', '>', since),
);

export function codes(session: Session): Records['codes'] {
  return {
    keep: async (code, about, now) => {
      await over.run(session, { now });
      await keep.run(session, fromCode(code, about));
    },
    find: async (code, now) => {
      const row = await find.first(session, { hash: hashed(code), now });
      return row === null ? null : toCode(row);
    },
    use: async (code, by) => {
      await use.run(session, { hash: hashed(code), used_by: toJson(by) });
    },
    tried: async (who, act, at) => {
      await tried.run(session, { id: act, account: refKey(who), at });
    },
    triesSince: async (who, since) => {
      await forgetTries.run(session, { since });
      return (await tries.all(session, { account: refKey(who), since })).length;
    },
  };
}

/** A plain hash is enough for what is worth nothing after ten minutes. */
function hashed(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

function fromCode(code: string, { kind, account, huddle, endsAt, usedBy }: Code): CodeRow {
  return {
    hash: hashed(code),
    kind,
    account: toJson(account),
    huddle,
    ends_at: endsAt,
    used_by: toJsonOrNull(usedBy),
  };
}

function toCode({ kind, account, huddle, ends_at: endsAt, used_by }: CodeRow): Code {
  return { kind, account: fromJson(account), huddle, endsAt, usedBy: fromJsonOrNull(used_by) };
}
