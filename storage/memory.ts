import type { Tables } from './schema.ts';
import type { Session } from './session.ts';

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
