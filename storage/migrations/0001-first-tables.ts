import { sql, type CreateTableBuilder } from 'kysely';
import type { Step } from '../step.ts';

/**
 * Rows point at each other by id without foreign keys: one unit of work saves them in any order, and erasing a person
 * takes their own rows while the facts of the huddle stay.
 */
export async function firstTables({ schema, run, dialect }: Step): Promise<void> {
  const table = async (name: string, columns: readonly string[], keys: readonly string[]): Promise<void> => {
    const start: CreateTableBuilder<string, string> = schema.createTable(name);
    const filled = columns.reduce((builder, column) => {
      const [called = '', kind = 'text', may] = column.split(' ');
      const type = kind === 'number' ? sql`integer` : kind === 'counter' ? dialect.counter : dialect.text;
      return builder.addColumn(called, type, (made) => (may === 'null' || kind === 'counter' ? made : made.notNull()));
    }, start);
    const keyed = keys.length === 0 ? filled : filled.addPrimaryKeyConstraint(`${name}_key`, [...keys]);
    await run(keyed.modifyEnd(dialect.tableOptions));
  };
  const index = async (name: string, on: string, columns: readonly string[], where?: string): Promise<void> => {
    const made = schema
      .createIndex(name)
      .on(on)
      .columns([...columns]);
    await run(where === undefined ? made : made.where(sql.ref(where), 'is not', null));
  };

  await table('people', ['id', 'name', 'zone text null', 'quiet_from text null', 'quiet_to text null'], ['id']);
  await table('identities', ['id', 'platform', 'workspace', 'account', 'person', 'position number'], ['id']);
  await index('identities_of_person', 'identities', ['person', 'position']);

  await table('huddles', ['id', 'name', 'purpose text null', 'settings', 'set_up_at', 'version number'], ['id']);
  await table('places', ['id', 'platform', 'workspace', 'channel', 'huddle', 'position number'], ['id']);
  await index('places_of_huddle', 'places', ['huddle', 'position']);
  await table(
    'members',
    [
      'huddle',
      'person',
      'position number',
      'status',
      'coordinator number',
      'invited_by text null',
      'standings',
      'consents',
    ],
    ['huddle', 'person'],
  );
  await index('members_of_person', 'members', ['person']);

  await table(
    'rounds',
    [
      'id',
      'huddle',
      'prompt',
      'asked_by text null',
      'status',
      'opens_at',
      'closes_at',
      'heard text null',
      'drawn',
      'version number',
    ],
    ['id'],
  );
  await index('rounds_by_opening', 'rounds', ['huddle', 'opens_at', 'id']);
  await table(
    'responses',
    [
      'round',
      'person',
      'answer text null',
      'answer_option number null',
      'seen_by text null',
      'answered_at text null',
      'late number null',
      'message text null',
      'message_id text null',
      'skipped number',
      'later',
    ],
    ['round', 'person'],
  );
  await index('responses_by_message', 'responses', ['message_id'], 'message_id');

  await table(
    'promises',
    [
      'huddle',
      'number number',
      'what',
      'owners',
      'for_side',
      'due',
      'made_by',
      'made_at',
      'came_from number null',
      'state',
      'suggestion text null',
      'proof text null',
      'reason text null',
      'next_step text null',
      'missing text null',
      'moved_at',
      'notes',
      'pick_up text null',
      'version number',
    ],
    ['huddle', 'number'],
  );
  await table(
    'roles',
    ['huddle', 'role', 'name', 'holdings', 'offered text null', 'version number'],
    ['huddle', 'role'],
  );

  await table('utterances', ['id', 'huddle', 'person', 'spoken_as text null', 'thread', 'at', 'gone number'], ['id']);
  await index('utterances_by_time', 'utterances', ['huddle', 'at', 'id']);
  await table('digests', ['huddle', 'monday', 'news_from', 'news_to', 'facts'], ['huddle', 'monday']);

  await table('timers', ['kind', 'subject', 'huddle', 'due_at'], ['kind', 'subject']);
  await index('timers_by_time', 'timers', ['due_at', 'kind', 'subject']);
  await table(
    'outbox',
    [
      'id',
      'kind',
      'subject',
      'addressee',
      'recipient',
      'huddle',
      'not_before',
      'expires_at text null',
      'under text null',
      'wanted number',
      'sent number',
      'attempts number',
      'state',
      'held number',
      'ready_at text null',
      'may_have_arrived number',
      'sequence number',
      'message text null',
      'message_id text null',
    ],
    ['id'],
  );
  await index('outbox_ready', 'outbox', ['ready_at', 'sequence'], 'ready_at');
  await index('outbox_of_addressee', 'outbox', ['addressee', 'sequence'], 'ready_at');
  await index('outbox_sequence', 'outbox', ['sequence']);
  await index('outbox_by_message', 'outbox', ['message_id'], 'message_id');

  await table('journal', ['entry counter', 'huddle', 'at', 'type', 'facts'], []);
  await index('journal_of_huddle', 'journal', ['huddle', 'entry']);
  await table('interactions', ['id', 'at', 'outcome'], ['id']);
  await table('facts', ['name', 'value'], ['name']);

  await table(
    'room_messages',
    [
      'id',
      'position number',
      'channel',
      'thread text null',
      'author text null',
      'only_for text null',
      'at',
      'document text null',
      'body text null',
      'gone number',
    ],
    ['id'],
  );
  await index('room_messages_of_channel', 'room_messages', ['channel', 'position']);
  await index('room_messages_position', 'room_messages', ['position']);
}
