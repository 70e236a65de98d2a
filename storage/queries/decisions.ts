import type { Decision } from '../../src/domain/decision.ts';
import type { HuddleId } from '../../src/domain/ids.ts';
import type { Records } from '../../src/ports.ts';
import { fromJson, toJson } from '../json.ts';
import { pick, query } from '../query.ts';
import type { DecisionRow } from '../schema-decisions.ts';
import type { Session } from '../session.ts';
import { saveVersion } from './saved.ts';

const one = query((db, { huddle, number }: { huddle: HuddleId; number: number }) =>
  db.selectFrom('decisions').selectAll().where('huddle', '=', huddle).where('number', '=', number),
);

const list = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('decisions').selectAll().where('huddle', '=', huddle).orderBy('number'),
);

const newest = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('decisions').select('number').where('huddle', '=', huddle).orderBy('number', 'desc').limit(1),
);

const changeable = [
  'body',
  'final_say',
  'rung',
  'lived',
  'practice',
  'logged_by',
  'logged_at',
  'words_by',
  'needs',
  'yeses',
  'shared_at',
  'history',
  'version',
] as const;

const versioned = {
  add: query((db, row: DecisionRow) =>
    db
      .insertInto('decisions')
      .values(pick(row, ['huddle', 'number', ...changeable]))
      .onConflict((taken) => taken.doNothing()),
  ),
  change: query((db, row: DecisionRow & { before: number }) =>
    db
      .updateTable('decisions')
      .set(pick(row, changeable))
      .where('huddle', '=', row.huddle)
      .where('number', '=', row.number)
      .where('version', '=', row.before),
  ),
};

export function decisions(session: Session): Records['decisions'] {
  return {
    get: async (huddle, number) => {
      const row = await one.first(session, { huddle, number });
      return row === null ? null : toDecision(row);
    },
    list: async (huddle) => (await list.all(session, { huddle })).map(toDecision),
    nextNumber: async (huddle) => ((await newest.first(session, { huddle }))?.number ?? 0) + 1,
    save: (decision) =>
      saveVersion(session, versioned, {
        row: fromDecision(decision),
        what: `decision ${decision.huddle}/${String(decision.number)}`,
      }),
  };
}

export function toDecision(row: DecisionRow): Decision {
  const { huddle, number, body: what, final_say: finalSay, rung, lived, practice } = row;
  const { logged_by: loggedBy, logged_at: loggedAt, words_by: wordsBy, shared_at: sharedAt, version } = row;
  return {
    huddle,
    number,
    words: { what, finalSay, rung, lived, practice },
    loggedBy,
    loggedAt,
    wordsBy,
    needs: fromJson(row.needs),
    yes: fromJson(row.yeses),
    sharedAt,
    history: fromJson(row.history),
    version,
  };
}

function fromDecision({ huddle, number, words, needs, yes, history, ...rest }: Decision): DecisionRow {
  const { loggedBy, loggedAt, wordsBy, sharedAt, version } = rest;
  return {
    huddle,
    number,
    body: words.what,
    final_say: words.finalSay,
    rung: words.rung,
    lived: words.lived,
    practice: words.practice,
    logged_by: loggedBy,
    logged_at: loggedAt,
    words_by: wordsBy,
    needs: toJson(needs),
    yeses: toJson(yes),
    shared_at: sharedAt,
    history: toJson(history),
    version,
  };
}
