import type { HuddleId } from '../../src/domain/ids.ts';
import type { ToldPage } from '../../src/domain/told-page.ts';
import type { Records } from '../../src/ports.ts';
import { fromJson, toJson } from '../json.ts';
import { pick, query } from '../query.ts';
import type { ToldPageRow } from '../schema-upstairs.ts';
import type { Session } from '../session.ts';
import { saveVersion } from './saved.ts';

type Key = Pick<ToldPageRow, 'huddle' | 'kind' | 'number'>;

const one = query((db, { huddle, kind, number }: Key) =>
  db
    .selectFrom('told_pages')
    .selectAll()
    .where('huddle', '=', huddle)
    .where('kind', '=', kind)
    .where('number', '=', number),
);

const list = query((db, { huddle, kind }: Pick<Key, 'huddle' | 'kind'>) =>
  db.selectFrom('told_pages').selectAll().where('huddle', '=', huddle).where('kind', '=', kind).orderBy('number'),
);

const changeable = ['made_at', 'facts', 'sponsor', 'added', 'posted_at', 'reminded', 'version'] as const;

const versioned = {
  add: query((db, row: ToldPageRow) =>
    db
      .insertInto('told_pages')
      .values(pick(row, ['huddle', 'kind', 'number', ...changeable]))
      .onConflict((taken) => taken.doNothing()),
  ),
  change: query((db, row: ToldPageRow & { before: number }) =>
    db
      .updateTable('told_pages')
      .set(pick(row, changeable))
      .where('huddle', '=', row.huddle)
      .where('kind', '=', row.kind)
      .where('number', '=', row.number)
      .where('version', '=', row.before),
  ),
};

export function pages(session: Session): Records['pages'] {
  return {
    get: async (huddle: HuddleId, kind, number) => {
      const row = await one.first(session, { huddle, kind, number });
      return row === null ? null : toPage(row);
    },
    list: async (huddle, kind) => (await list.all(session, { huddle, kind })).map(toPage),
    save: (page) =>
      saveVersion(session, versioned, {
        row: fromPage(page),
        what: `page ${page.huddle}/${page.kind}/${String(page.number)}`,
      }),
  };
}

function toPage({ made_at: madeAt, posted_at: postedAt, facts, added, reminded, ...row }: ToldPageRow): ToldPage {
  return { ...row, madeAt, postedAt, facts: fromJson(facts), added: fromJson(added), reminded: reminded === 1 };
}

function fromPage({ madeAt, postedAt, facts, added, reminded, ...page }: ToldPage): ToldPageRow {
  return {
    ...page,
    made_at: madeAt,
    posted_at: postedAt,
    facts: toJson(facts),
    added: toJson(added),
    reminded: reminded ? 1 : 0,
  };
}
