import type { PersonWord } from '../commands/intent.ts';
import { isGuest } from '../domain/guest.ts';
import type { PersonId } from '../domain/ids.ts';
import type { MemberContext } from './context.ts';

/** The member that a line names, by mention or by name (whole, or the one that begins so). Null when nobody or several fit. */
export async function findPerson(
  word: PersonWord,
  { records, huddle, interaction }: MemberContext,
): Promise<PersonId | null> {
  const names = [...(await records.people.names(huddle.id))];
  if ('user' in word) {
    // The pages of guests know no accounts: there a person stands for themself.
    if (isGuest(interaction.who)) return names.find(([person]) => person === word.user)?.[0] ?? null;
    const { platform, workspace } = interaction.who;
    const person = await records.people.byIdentity({ platform, workspace, user: word.user });
    return person?.id ?? null;
  }
  const sought = word.name.toLowerCase();
  const exact = names.filter(([, name]) => name.toLowerCase() === sought);
  const close = exact.length > 0 ? exact : names.filter(([, name]) => name.toLowerCase().startsWith(`${sought} `));
  return close.length === 1 ? (close[0]?.[0] ?? null) : null;
}
