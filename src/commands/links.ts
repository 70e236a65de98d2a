import type { Platform } from '../domain/ids.ts';
import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

/** One person in two chats, and one huddle in two places. A code comes without its dashes, in capitals. */
export type LinkIntent = { readonly family: 'links' } & (
  | { readonly want: 'link' | 'unlink' | 'not-them' | 'connect' | 'disconnect' }
  /** `sure` after they were asked whether the other account is theirs. */
  | { readonly want: 'link-code'; readonly code: string; readonly sure: boolean }
  | { readonly want: 'connect-code'; readonly code: string }
  /** Null asks for the choice. */
  | { readonly want: 'reach'; readonly on: Platform | 'here' | null }
);

type Spec = CommandSpec<LinkIntent | RoundIntent>;

export const linkCommands: readonly Spec[] = [
  {
    name: 'link',
    aliases: ['link my accounts', 'link my account', 'link accounts', 'link me', 'link my chats', 'link up'],
    usage: 'link [CODE]',
    example: 'link',
    about: commandWords.link,
    who: 'anyone',
    shown: 'private',
    ofPerson: true,
    read: (rest, _given, line) => {
      const code = codeIn(rest);
      if (code !== null) return { family: 'links', want: 'link-code', code, sure: false };
      return isAlone(rest.replace(otherChat, '')) ? { family: 'links', want: 'link' } : offered(line);
    },
  },
  {
    name: 'unlink',
    aliases: ['unlink this account', 'unlink my account', 'unlink me', 'unlink my accounts'],
    usage: 'unlink',
    example: 'unlink',
    about: commandWords.unlink,
    who: 'anyone',
    shown: 'private',
    ofPerson: true,
    read: (rest, _given, line) => (isAlone(rest) ? { family: 'links', want: 'unlink' } : offered(line)),
  },
  {
    name: 'reach me',
    aliases: ['send my notes', 'send me notes', 'send my private notes'],
    usage: 'reach me in Slack, in Teams, or here',
    example: 'reach me here',
    about: commandWords.reach,
    who: 'anyone',
    shown: 'private',
    ofPerson: true,
    read: (rest, _given, line) => {
      const on = platformIn(rest);
      if (on !== null || isAlone(rest)) return { family: 'links', want: 'reach', on };
      return offered(line);
    },
  },
  {
    name: 'connect',
    aliases: ['connect a place', 'connect another place', 'add a place', 'connect this place'],
    usage: 'connect [CODE]',
    example: 'connect',
    about: commandWords.connect,
    who: 'coordinator',
    shown: 'public',
    read: (rest, _given, line) => {
      const code = codeIn(rest);
      if (code !== null) return { family: 'links', want: 'connect-code', code };
      return isAlone(rest.replace(otherChat, '')) ? { family: 'links', want: 'connect' } : offered(line);
    },
  },
  {
    name: 'disconnect',
    aliases: ['disconnect this place', 'disconnect here'],
    usage: 'disconnect',
    example: 'disconnect',
    about: commandWords.disconnect,
    who: 'coordinator',
    shown: 'public',
    read: (rest, _given, line) => (isAlone(rest) ? { family: 'links', want: 'disconnect' } : offered(line)),
  },
];

/** Subjects: the code, the platform, or nothing. */
export const linkActions: Readonly<Record<string, (subject: string) => LinkIntent>> = {
  link: () => ({ family: 'links', want: 'link' }),
  'link-yes': (subject) => ({ family: 'links', want: 'link-code', code: bare(subject), sure: true }),
  'link-no': () => ({ family: 'links', want: 'not-them' }),
  reach: (subject) => ({ family: 'links', want: 'reach', on: platformIn(`in ${subject}`) }),
};

const otherChat =
  /^(?:(?:to|with|and|from|in|my|a|the|another|other|account|accounts|chat|channel|place|slack|(?:ms |microsoft )?teams)\b[\s,]*)+/i;

function bare(typed: string): string {
  return typed.replace(/[^a-z0-9]/gi, '').toUpperCase();
}

/**
 * The code in what follows the word. Signs that codes are made of make one in any case; something near it, with a slip of
 * the finger in it, is one where it has a number, so that "link workers" and "link room 101" stay what people say.
 */
function codeIn(rest: string): string | null {
  const typed = rest
    .replace(/^[\s:,]*(?:(?:with|to|code|my code(?: is)?|the code)\s*:?\s+)?/i, '')
    .replace(/[.!"']+$/, '');
  if (!/^[a-z0-9]+(?:[\s\p{Pd}]+[a-z0-9]+)*$/iu.test(typed)) return null;
  const code = bare(typed);
  if (/^[CDFHJKMNPQRTVWXY34679]{8}$/.test(code)) return code;
  const vowels = code.match(/[AEIOU]/g)?.length ?? 0;
  return /^[A-Z0-9]{7,9}$/.test(code) && /\d/.test(code) && /[A-Z]/.test(code) && vowels < 2 ? code : null;
}

function platformIn(rest: string): Platform | 'here' | null {
  const [, where] =
    /^(?:(?:on|in|through|by|via|at|to|only|now)\s+)*(slack|teams|ms teams|microsoft teams|here|this chat|the web room|web room|web)\b(?:[\s,]+(?:please|only|now|from now on|instead))*[.!]*$/i.exec(
      rest,
    ) ?? [];
  const word = where?.toLowerCase() ?? '';
  if (word === '') return null;
  if (word === 'slack') return 'slack';
  if (word.includes('teams')) return 'teams';
  return word.includes('web') ? 'web' : 'here';
}
