import type { DomainEvent } from '../../src/domain/events.ts';
import type { HuddleId } from '../../src/domain/ids.ts';
import type { JournalEntry } from '../../src/ports-kept.ts';
import type { Records } from '../../src/ports.ts';
import { fromJson, toJson } from '../json.ts';
import { pick, query } from '../query.ts';
import type { JournalRow } from '../schema-carried.ts';
import type { Session } from '../session.ts';

const append = query((db, row: Omit<JournalRow, 'entry'>) =>
  db.insertInto('journal').values(pick(row, ['huddle', 'at', 'type', 'facts'])),
);

const list = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('journal').select(['huddle', 'at', 'type', 'facts']).where('huddle', '=', huddle).orderBy('entry'),
);

export function journal(session: Session): Records['journal'] {
  return {
    append: async (huddle, events) => {
      for (const event of events) {
        await append.run(session, { huddle, at: event.at, type: event.type, facts: toJson(withoutWords(event)) });
      }
    },
    list: async (huddle) => (await list.all(session, { huddle })).map(toJournalEntry),
  };
}

/** What people typed stands in its own row and nowhere else, so that it can be erased there. */
function withoutWords(event: DomainEvent): Readonly<Record<string, unknown>> {
  return { ...event, words: undefined };
}

function toJournalEntry({ huddle, at, type, facts }: Omit<JournalRow, 'entry'>): JournalEntry {
  return { huddle, at, type, facts: fromJson(facts) };
}
