import type { PersonWord } from '../commands/intent.ts';
import { isGuest } from '../domain/guest.ts';
import type { Identity, PersonId } from '../domain/ids.ts';
import { refKey } from '../domain/ids.ts';
import type { Known } from '../ports.ts';
import type { Context } from './context.ts';
import type { Newcomer } from './people-aggregates.ts';

/** Whom a list of names and mentions means. */
export interface FoundPeople {
  readonly people: readonly { readonly id: PersonId; readonly name: string }[];
  /** Those among them whom nobody here knew. */
  readonly newcomers: readonly Newcomer[];
  readonly unknown: readonly string[];
  readonly unclear: readonly string[];
}

type Candidate = { readonly name: string } & ({ readonly person: PersonId } | { readonly identity: Identity });
type Hit = Candidate | 'unknown' | 'unclear';

/** Looks for each among the huddle's own people and those whom the platform shows in the place. */
export async function findPeople(words: readonly PersonWord[], context: Context): Promise<FoundPeople> {
  const candidates = await candidatesIn(context);
  const found = {
    people: new Map<PersonId, string>(),
    newcomers: [] as Newcomer[],
    unknown: [] as string[],
    unclear: [] as string[],
  };
  const met = new Set<string>();
  for (const word of words) {
    const hit =
      'user' in word ? await byUser(word.user, candidates, context) : await byName(word.name, candidates, context);
    if (hit === 'unknown' || hit === 'unclear') {
      found[hit].push('user' in word ? `@${word.user}` : word.name);
    } else if ('person' in hit) {
      found.people.set(hit.person, hit.name);
    } else if (!met.has(refKey(hit.identity))) {
      met.add(refKey(hit.identity));
      const newcomer = newcomerFrom(hit, context);
      found.newcomers.push(newcomer);
      found.people.set(newcomer.person.id, hit.name);
    }
  }
  return { ...found, people: [...found.people].map(([id, name]) => ({ id, name })) };
}

export function newcomerFrom({ identity, name }: Known, { ids }: Pick<Context, 'ids'>): Newcomer {
  return { identity, person: { id: ids.newId() as PersonId, name, zone: null, quiet: null, reachOn: null } };
}

/** Everyone whom a name could mean, each once: who has an account in the place and is known here goes by the person. */
async function candidatesIn({ records, huddle, directory }: Context): Promise<readonly Candidate[]> {
  const members = huddle === null ? new Map<PersonId, string>() : await records.people.names(huddle.id);
  const known = new Map<PersonId, Candidate>([...members].map(([person, name]) => [person, { person, name }]));
  const others: Candidate[] = [];
  for (const { identity, name } of directory) {
    const person = await records.people.byIdentity(identity);
    if (person === null) others.push({ identity, name });
    else known.set(person.id, { person: person.id, name: person.name });
  }
  return [...known.values(), ...others];
}

async function byUser(user: string, candidates: readonly Candidate[], { records, interaction }: Context): Promise<Hit> {
  if (isGuest(interaction.who)) return candidates.find((one) => 'person' in one && one.person === user) ?? 'unknown';
  const { platform, workspace } = interaction.who;
  const identity = { platform, workspace, user };
  const person = await records.people.byIdentity(identity);
  if (person !== null) return { person: person.id, name: person.name };
  const key = refKey(identity);
  return candidates.find((one) => 'identity' in one && refKey(one.identity) === key) ?? 'unknown';
}

/** The whole name, or else a first name that only one has. Case does not matter. */
async function byName(name: string, candidates: readonly Candidate[], context: Context): Promise<Hit> {
  const sought = plain(name);
  const whole = candidates.filter((one) => plain(one.name) === sought);
  const hits = whole.length > 0 ? whole : candidates.filter((one) => plain(one.name).startsWith(`${sought} `));
  return hits.length > 1 ? ((await onlyMember(hits, context)) ?? 'unclear') : (hits[0] ?? 'unknown');
}

/**
 * Of one member and accounts that nobody knows, the member, where they have no account on this platform yet: most likely
 * it is their own, which they have not linked. Anyone else of that name can still be meant with @.
 */
async function onlyMember(hits: readonly Candidate[], { records, directory }: Context): Promise<Candidate | null> {
  const [member, ...others] = hits.filter((one) => 'person' in one);
  if (member === undefined || others.length > 0) return null;
  const platforms = new Set(directory.map(({ identity }) => identity.platform));
  const accounts = await records.people.identities(member.person);
  return accounts.some(({ platform }) => platforms.has(platform)) ? null : member;
}

function plain(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
