import type { Known } from '../../src/ports.ts';
import { identity, type PlaceRef } from './acts.ts';
import type { Api, Clients } from './client.ts';
import { toPlatformError } from './errors.ts';
import { part, text } from './payload.ts';

/** Who is in a place, and the names that were met on the way. */
export interface People {
  /** Everyone there, bots left out. Throws PlatformRefused or PlatformUnreachable. */
  whoIsIn(place: PlaceRef): Promise<readonly Known[]>;
  /** The name that people see, where it was looked up within the hour; never asks Slack. */
  nameOf(user: string): string | null;
}

/** A new display name shows within the hour. */
const keptMs = 3_600_000;
/** Slack allows about 100 look-ups a minute; a few at a time keep a huddle's 30 people under a second. */
const atOnce = 5;
const pageSize = 200;

export function createPeople(clients: Clients): People {
  const known = new Map<string, { name: string | null; until: number }>();

  const lookUp = async (api: Api, user: string): Promise<string | null> => {
    const kept = known.get(user);
    if (kept !== undefined && kept.until > performance.now()) return kept.name;
    const answer: unknown = await api.users.info({ user });
    const name = nameIn(answer, user);
    known.set(user, { name, until: performance.now() + keptMs });
    return name;
  };

  return {
    whoIsIn: async ({ workspace, channel }) => {
      const api = clients.of(workspace);
      try {
        const users = await membersOf(api, channel);
        const names = await inTurns(users, (user) => lookUp(api, user));
        return users.flatMap((user, index) => {
          const name = names[index] ?? null;
          return name === null ? [] : [{ identity: identity(workspace, user), name }];
        });
      } catch (error) {
        throw toPlatformError(error);
      }
    },
    nameOf: (user) => known.get(user)?.name ?? null,
  };
}

async function membersOf(api: Api, channel: string): Promise<readonly string[]> {
  const users: string[] = [];
  let cursor = '';
  do {
    const page = await api.conversations.members({ channel, limit: pageSize, ...(cursor === '' ? {} : { cursor }) });
    users.push(...(page.members ?? []));
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  return users;
}

/** What they call themselves, else their full name; null for a bot and for someone who has left. */
function nameIn(answer: unknown, id: string): string | null {
  const user = part(answer, 'user');
  if (user.is_bot === true || user.deleted === true || id === 'USLACKBOT') return null;
  const profile = part(user, 'profile');
  const names = [
    text(profile, 'display_name'),
    text(profile, 'real_name'),
    text(user, 'real_name'),
    text(user, 'name'),
  ];
  return names.find((name) => name !== null && name.trim() !== '') ?? null;
}

/** The results in the order of the items, a few asked for at a time. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
