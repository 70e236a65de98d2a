import type { HuddleId } from '../domain/ids.ts';
import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

/** A guest as a line names them, or as a button does: by the user of their identity. */
export type GuestWord = { readonly name: string } | { readonly user: string };

/** Letting in people without an account. `huddle` is the one that a button names. */
export type GuestIntent = { readonly family: 'guests'; readonly huddle?: HuddleId } & (
  | { readonly want: 'list' | 'print' }
  /** Null asks for a name. */
  | { readonly want: 'invite' | 'new-link' | 'end'; readonly guest: GuestWord | null }
);

type Spec = CommandSpec<GuestIntent | RoundIntent>;

export const guestCommands: readonly Spec[] = [
  {
    name: 'guest',
    aliases: ['add guest', 'add a guest', 'invite guest', 'invite a guest', 'new guest'],
    usage: 'guest NAME [new link, or end]',
    example: 'guest Sam',
    about: commandWords.guest,
    who: 'coordinator',
    shown: 'private',
    read: readGuest,
  },
  {
    name: 'guests',
    aliases: ['list guests', 'our guests', 'guest list'],
    usage: 'guests',
    example: 'guests',
    about: commandWords.guests,
    who: 'coordinator',
    shown: 'private',
    read: (rest, _given, line) => (isAlone(rest) ? { family: 'guests', want: 'list' } : offered(line)),
  },
  {
    name: 'print',
    aliases: ['print sheet', 'print sheets', 'noticeboard', 'print the question', 'print the digest'],
    usage: 'print',
    example: 'print',
    about: commandWords.print,
    who: 'coordinator',
    shown: 'private',
    read: (rest, _given, line) => (isAlone(rest) ? { family: 'guests', want: 'print' } : offered(line)),
  },
];

/** Subjects: `huddle/user`, or the huddle alone. */
export const guestActions: Readonly<Record<string, (subject: string) => GuestIntent>> = {
  guests: (subject) => ({ family: 'guests', huddle: huddleIn(subject), want: 'list' }),
  'guest-link': (subject) => about('invite', subject),
  'guest-new-link': (subject) => about('new-link', subject),
  'guest-end': (subject) => about('end', subject),
};

function about(want: 'invite' | 'new-link' | 'end', subject: string): GuestIntent {
  return { family: 'guests', huddle: huddleIn(subject), want, guest: { user: subject.split('/')[1] ?? '' } };
}

function huddleIn(subject: string): HuddleId {
  return (subject.split('/')[0] ?? '') as HuddleId;
}

/** "Sam", "Sam new link", "Sam, end". What is no name, such as "speakers were great", is offered as an answer. */
function readGuest(rest: string, _given: unknown, line: string): GuestIntent | RoundIntent {
  const [, named = rest, end] =
    /^(.*?)[\s,:]+(?:(?:a |needs a )?new link|(end)(?: (?:the |their )?link)?)$/i.exec(rest) ?? [];
  const want = named === rest ? 'invite' : end === undefined ? 'new-link' : 'end';
  const name = named.replace(/^["']|["']$/g, '').trim();
  if (name === '') return { family: 'guests', want: 'invite', guest: null };
  return isName(name) ? { family: 'guests', want, guest: { name } } : offered(line);
}

/** One or two words, or up to five that all begin with a capital letter. */
function isName(name: string): boolean {
  const words = name.split(/\s+/);
  if (name.length > 60 || words.length > 5 || !/^[\p{L}\p{M}\p{N} .'-]+$/u.test(name)) return false;
  return words.length <= 2 || words.every((word) => /^\p{Lu}/u.test(word));
}
