import type { Tables } from '../schema.ts';

/** Where a person's id, or the id of an account of theirs, may stand. A test looks through every column that there is. */
export const personColumns = {
  people: ['id'],
  identities: ['id', 'person', 'account'],
  members: ['person', 'invited_by'],
  huddles: ['settings'],
  rounds: ['asked_by', 'drawn'],
  responses: ['person'],
  promises: ['owners', 'made_by', 'state', 'suggestion', 'pick_up'],
  ideas: ['raised_by'],
  meetings: ['noted_by', 'state'],
  decisions: ['logged_by', 'words_by', 'yeses', 'history'],
  asks: ['asked_by', 'words_by', 'noted_by', 'history'],
  roles: ['holdings', 'offered', 'stand_ins'],
  proposals: ['change', 'made_by', 'answers'],
  agreements: ['signatures'],
  utterances: ['id', 'person', 'thread'],
  digests: ['facts'],
  timers: ['subject'],
  outbox: ['id', 'subject', 'addressee', 'recipient', 'under', 'message'],
  journal: ['facts'],
  interactions: ['id', 'outcome'],
  room_messages: ['author', 'only_for', 'document', 'body'],
  addresses: ['id', 'address'],
  codes: ['account', 'used_by'],
  code_tries: ['id', 'account'],
  guests: ['account', 'person'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

export type OwnTable = keyof typeof personColumns;
