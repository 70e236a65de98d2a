import type { PersonWord } from '../commands/intent.ts';
import { isGuest } from '../domain/guest.ts';
import type { PersonId } from '../domain/ids.ts';
import { commonWords } from '../words/en/common.ts';
import type { MemberContext } from './context.ts';
import { findPerson } from './who.ts';

const self = /^(?:me|myself|i|us|we)$/i;

/** The people that a line names as owners, each once; or the first name that nobody here, or more than one, goes by. */
export async function ownersIn(
  words: readonly PersonWord[],
  context: MemberContext,
): Promise<readonly PersonId[] | { readonly unknown: string }> {
  const found: PersonId[] = [];
  for (const word of words) {
    const person = 'name' in word && self.test(word.name) ? context.person.id : await findPerson(word, context);
    if (person === null) return { unknown: 'name' in word ? word.name : commonWords.thatPerson };
    if (!found.includes(person)) found.push(person);
  }
  return found;
}

const mention = /<@([\w:.-]+)>/g;

/** Names stand in for mentions: what is saved is read long after, and on other platforms too. */
export async function withNames<Words extends string | null>(
  words: Words,
  { records, interaction }: MemberContext,
): Promise<Words | string> {
  if (words === null) return words;
  const { platform, workspace } = interaction.who;
  const names = new Map<string, string>();
  for (const [, user = ''] of words.matchAll(mention)) {
    const person = await records.people.byIdentity({ platform, workspace, user });
    names.set(user, person?.name ?? '');
  }
  return words.replace(mention, (_whole, user: string) => names.get(user) ?? '');
}

/** The owners as the platform of this act knows them, to fill in a form that asks for people. */
export async function usersOf(people: readonly PersonId[], { records, interaction }: MemberContext) {
  if (isGuest(interaction.who)) return people;
  const all = await Promise.all(people.map((person) => records.people.identities(person)));
  const { platform, workspace } = interaction.who;
  return all.flatMap(
    (identities) =>
      identities.find((identity) => identity.platform === platform && identity.workspace === workspace)?.user ?? [],
  );
}
