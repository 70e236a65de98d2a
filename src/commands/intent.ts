import type { Group } from '../domain/huddle.ts';
import type { Instant, LocalDate, Zone } from '../domain/time.ts';

/** Someone as a line of text names them: `<@USER>` or a plain name. */
export type PersonWord = { readonly user: string } | { readonly name: string };

/** What a reader may know: days and groups are the huddle's own. */
export interface Given {
  readonly now: Instant;
  readonly today: LocalDate;
  readonly zone: Zone;
  readonly groups: readonly Group[];
}

/** Who may use a command. A coordinator is a member with more commands; `anyone` includes people not yet invited. */
export type Who = 'anyone' | 'member' | 'coordinator';

/** One row of the registry: parsing, permissions, help and the README's table all come from it. `Wanted` is what its family reads from a line. */
export interface CommandSpec<Wanted> {
  /** As people type it: "could not". */
  readonly name: string;
  readonly aliases: readonly string[];
  /** "could not N because …" */
  readonly usage: string;
  /** A whole line that works: "could not 2 because no money until April". */
  readonly example: string;
  /** One plain sentence for help. */
  readonly about: string;
  readonly who: Who;
  /** Whether everyone in the place hears of it. The reply itself is private always. */
  readonly shown: 'private' | 'public';
  /** The line may name people who are in no huddle yet: the bot asks the platform who is in the place before it reads on. */
  readonly namesPeople?: true;
  /** It is about the person in all their huddles, so nobody is asked which one they mean. */
  readonly ofPerson?: true;
  /** One of the few that Teams offers in its menu: in the chat with WeSaid alone, in a channel or group chat, or in both. */
  readonly menu?: 'chat' | 'place' | 'both';
  /** `rest` is what follows the name, with white space trimmed and curly quotes made straight; `line` is all of it. */
  read(rest: string, given: Given, line: string): Wanted;
}

const mention = /<@([\w:.-]+)>/;

/** "<@U1>, Dev and @Ellis" → the people it names, in order. */
export function readPeople(line: string): readonly PersonWord[] {
  return line
    .split(/,|\n|;|\band\b|&|(?<=>)\s+(?=\S)|\s+(?=<@)/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readPerson);
}

export function readPerson(word: string): PersonWord {
  const user = mention.exec(word)?.[1];
  return user === undefined ? { name: word.replace(/^@/, '').trim() } : { user };
}
