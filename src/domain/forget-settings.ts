import { checkersWithout } from './checkers.ts';
import { coverWithout } from './cover.ts';
import { questionsWithout } from './forget-questions.ts';
import { safetyWithout } from './forget-safety.ts';
import { holdsName, type Gone } from './forget.ts';
import type { Huddle } from './huddle.ts';
import type { PersonId } from './ids.ts';

/** The settings of a huddle that can name a person, each with what is left of it without them: the same one if it is the same. */
const parts: { readonly [Part in Naming]: (part: NonNullable<Huddle[Part]>, gone: Gone) => Huddle[Part] } = {
  complaints: unlessNamed,
  dataContact: unlessNamed,
  sponsor: unlessNamed,
  safety: safetyWithout,
  questions: questionsWithout,
  checkers: (checkers, { person }) => checkersWithout(checkers, person),
  cover: (cover, { person }) => coverWithout(cover, person),
};

type Naming = 'complaints' | 'dataContact' | 'sponsor' | 'safety' | 'questions' | 'checkers' | 'cover';

/** The settings without someone who was forgotten; the very same object where nothing in it named them. */
export function settingsWithout<Settings extends Partial<Pick<Huddle, Naming>>>(
  settings: Settings,
  gone: Gone,
): Settings {
  return naming.reduce((left, part) => partWithout(left, part, gone), settings);
}

const naming = Object.keys(parts) as readonly Naming[];

function partWithout<Part extends Naming, Settings extends Partial<Pick<Huddle, Part>>>(
  settings: Settings,
  name: Part,
  gone: Gone,
): Settings {
  const part = settings[name];
  if (part === undefined) return settings;
  const left = parts[name](part as NonNullable<Huddle[Part]>, gone);
  if (JSON.stringify(left) === JSON.stringify(part)) return settings;
  return { ...settings, [name]: left };
}

/** Nothing can go to someone who is not here: the coordinators name another one. */
function unlessNamed<Contact extends { readonly words: string; readonly person: PersonId | null }>(
  contact: Contact,
  { person, name }: Gone,
): Contact | undefined {
  return contact.person === person || holdsName(contact.words, name) ? undefined : contact;
}
