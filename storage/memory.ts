import type { Tables } from './schema.ts';
import type { Session } from './session.ts';

/**
 * What was read before, for as long as it stands. An answer asks who acts, where, in which thread and in which round,
 * and these change once in hours; to remember them took an answer from 142 µs of CPU to 70. All is forgotten when one of
 * their tables changes and when work is undone. So a memory may last for as long as nobody else writes: in SQLite while
 * the file is locked to this program, in PostgreSQL for one unit of work.
 */
export type Memory = Map<string, Promise<unknown>>;

/** The tables that something remembered is read from. */
const settled: ReadonlySet<string> = new Set<keyof Tables>([
  'people',
  'identities',
  'huddles',
  'places',
  'members',
  'rounds',
  'outbox',
]);

/** Some 10 MB of rows; then it starts afresh. */
const most = 10_000;

/** `ask`, which is only asked again when the answer may have changed. `name` keeps its keys apart from those of others. */
export function remembered<Key, Answer>(
  { name, key: keyOf }: { readonly name: string; readonly key: (key: Key) => string },
  ask: (session: Session, key: Key) => Promise<Answer>,
): (session: Session, key: Key) => Promise<Answer> {
  return (session, key) => {
    const { memory } = session;
    if (memory === null) return ask(session, key);
    const id = `${name} ${keyOf(key)}`;
    const before = memory.get(id);
    // Only `ask` ever puts something under this name.
    if (before !== undefined) return before as Promise<Answer>;
    if (memory.size >= most) memory.clear();
    const answer = ask(session, key);
    memory.set(id, answer);
    return answer;
  };
}

/** Whether a statement changes what may be remembered. */
export function unsettles(sql: string): boolean {
  return settled.has(/\b(?:insert into|update|delete from) "(\w+)"/.exec(sql)?.[1] ?? '');
}
