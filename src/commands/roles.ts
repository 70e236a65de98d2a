import type { RoleKey } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { commandWords } from '../words/en/commands.ts';
import { readPerson, type CommandSpec, type Given, type PersonWord } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

export type RoleIntent = { readonly family: 'roles' } & (
  | { readonly want: 'list' }
  /** A role that is new is named only when that is `sure`: "take care" is no wish for a role called care. */
  | { readonly want: 'take'; readonly role: string | null; readonly sure: boolean }
  | { readonly want: 'put-down' | 'stop-stand-in'; readonly role: string | null }
  | { readonly want: 'hand'; readonly role: string | null; readonly to: PersonWord | null }
  /** `to` is null for whoever offers to do it themself. */
  | { readonly want: 'stand-in'; readonly role: string | null; readonly to: PersonWord | null }
  | { readonly want: 'agree' | 'decline'; readonly role: RoleKey; readonly offer: Instant | null }
);

type Read = RoleIntent | RoundIntent;

export const roleCommands: readonly CommandSpec<Read>[] = [
  {
    name: 'roles',
    aliases: ['jobs', 'who does what', 'role'],
    usage: 'roles',
    example: 'roles',
    about: commandWords.roles,
    who: 'member',
    shown: 'private',
    menu: 'place',
    read: (rest, _given, line) => (isAlone(rest) ? { family: 'roles', want: 'list' } : offered(line)),
  },
  {
    name: 'take',
    aliases: ['take on', 'take over', 'take role'],
    usage: 'take ROLE',
    example: 'take notes',
    about: commandWords.take,
    who: 'member',
    shown: 'public',
    read: (rest, _given, line) =>
      isLong(rest) ? offered(line) : { family: 'roles', want: 'take', role: roleName(rest), sure: false },
  },
  {
    name: 'hand',
    aliases: ['hand over', 'pass on', 'pass', 'give'],
    usage: 'hand ROLE to @PERSON',
    example: 'hand notes to @Dev',
    about: commandWords.hand,
    who: 'member',
    shown: 'public',
    read: readHand,
  },
  {
    name: 'stand in for',
    aliases: ['i will stand in for', 'i can stand in for'],
    usage: 'stand in for ROLE [@PERSON]',
    example: 'stand in for notes',
    about: commandWords.standInForRole,
    who: 'member',
    shown: 'public',
    read: readStandIn,
  },
  {
    name: 'stop standing in for',
    aliases: ['do not stand in for', "don't stand in for", 'no longer stand in for'],
    usage: 'stop standing in for ROLE',
    example: 'stop standing in for notes',
    about: commandWords.stopStandIn,
    who: 'member',
    shown: 'public',
    read: (rest, _given, line) =>
      isLong(rest) ? offered(line) : { family: 'roles', want: 'stop-stand-in', role: roleName(rest) },
  },
  {
    name: 'put down',
    aliases: ['give up', 'step back from', 'stop doing'],
    usage: 'put down ROLE',
    example: 'put down notes',
    about: commandWords.putDown,
    who: 'member',
    shown: 'public',
    read: (rest, _given, line) =>
      isLong(rest) ? offered(line) : { family: 'roles', want: 'put-down', role: roleName(rest) },
  },
];

/** Button subjects: huddle id, a slash, the role's key; of an offer after another slash the moment it was made. */
export const roleActions = {
  roles: (): RoleIntent => ({ family: 'roles', want: 'list' }),
  'role-take': (subject: string): RoleIntent => ({ family: 'roles', want: 'take', role: keyIn(subject), sure: true }),
  'role-new': (subject: string): RoleIntent => ({
    family: 'roles',
    want: 'take',
    role: subject.slice(subject.indexOf('/') + 1),
    sure: true,
  }),
  'role-stand-in': (subject: string): RoleIntent => ({
    family: 'roles',
    want: 'stand-in',
    role: keyIn(subject),
    to: null,
  }),
  'role-stop-stand-in': (subject: string): RoleIntent => ({
    family: 'roles',
    want: 'stop-stand-in',
    role: keyIn(subject),
  }),
  'role-agree': (subject: string): RoleIntent => ({ family: 'roles', want: 'agree', ...offerIn(subject) }),
  'role-decline': (subject: string): RoleIntent => ({ family: 'roles', want: 'decline', ...offerIn(subject) }),
} as const;

function keyIn(subject: string): RoleKey {
  return offerIn(subject).role;
}

function offerIn(subject: string): { readonly role: RoleKey; readonly offer: Instant | null } {
  const [, role = '', offer = null] = subject.split('/');
  return { role: role as RoleKey, offer };
}

/** No role has a name of more words than this: somebody is talking. */
const mostWords = 3;

function isLong(rest: string): boolean {
  return (roleName(rest) ?? '').split(/\s+/).length > mostWords;
}

function readHand(rest: string, _given: Given, line: string): Read {
  const [, role, person] = /^(.*?)(?:^|\s+)to\s+(.+)$/i.exec(rest) ?? [];
  if (isLong(role ?? rest)) return offered(line);
  return {
    family: 'roles',
    want: 'hand',
    role: roleName(role ?? rest),
    to: person === undefined ? null : readPerson(person),
  };
}

/** "notes @Dev", "notes, Dev", "notes: Dev"; the first way is how Slack and Teams write a person. */
function readStandIn(rest: string, _given: Given, line: string): Read {
  const [, role = rest, person] = /^(.*?)(?:\s*[,:]\s*|\s+(?=[@<]))(.+)$/.exec(rest) ?? [];
  if (isLong(role)) return offered(line);
  const to = person === undefined ? null : readPerson(person);
  return { family: 'roles', want: 'stand-in', role: roleName(role), to };
}

function roleName(rest: string): string | null {
  const name = rest
    .replace(/^(?:the\s+)?(?:role|job)\s+(?:of\s+)?/i, '')
    .replace(/^the\s+/i, '')
    .replace(/[,\s]+(?:please|thanks|thank you)$/i, '')
    .trim();
  return name === '' ? null : name;
}
