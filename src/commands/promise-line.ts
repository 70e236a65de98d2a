import type { Side } from '../domain/huddle.ts';
import type { LocalDate } from '../domain/time.ts';
import { readPeople, type Given, type PersonWord } from './intent.ts';
import { cutDate } from './when.ts';

/** What a line of words says of a promise. What it leaves out is null. */
export interface PromiseParts {
  readonly what: string | null;
  readonly due: LocalDate | null;
  readonly owners: readonly PersonWord[];
  readonly forSide: Side | null;
  /** A day that is in no calendar, as it was typed: "31 April". The words no longer hold it. */
  readonly unreadDay?: string;
}

export const noParts: PromiseParts = { what: null, due: null, owners: [], forSide: null };

/** "book the hall by 3 March, owner @Ruth, for People who use the service" → its parts, in any order. */
export function readPromise(line: string, given: Given): PromiseParts {
  const whom = cutSide(line, given);
  const who = cutOwners(whom.rest);
  const { what, due } = readDue(who.rest, given);
  const unread = what === null || due !== null ? null : cutUnread(what);
  return {
    what: unread?.rest ?? what,
    due,
    owners: who.owners,
    forSide: whom.side,
    ...(unread === null ? {} : { unreadDay: unread.day }),
  };
}

/** Words with a date among them: "paint the hall by 18 March" → the words without it, and the day. */
export function readDue(line: string, given: Given): Pick<PromiseParts, 'what' | 'due'> {
  const cut = cutDate(line, given.today);
  const what = tidy(cut.rest);
  return { what: what === '' ? null : what, due: cut.date };
}

const months = 'jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec';
const dayLike = new RegExp(
  `^(.+?),?\\s+by\\s+((?:[a-z]+ )?(?:the )?(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${months})[a-z]*|(?:${months})[a-z]* (?:the )?\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}[/.-]\\d{1,2})(?:[ /.-]\\d{2,4})?)$`,
  'is',
);

/** What looks like a day and is none: "clean by 31 April". Left in, it would stand beside the day that is asked for. */
function cutUnread(what: string): { readonly rest: string; readonly day: string } | null {
  const [, rest, day] = dayLike.exec(what) ?? [];
  return rest === undefined || day === undefined ? null : { rest, day };
}

/** Owners stand after "owner": people by mention or by name, up to what comes next. */
function cutOwners(line: string): { readonly owners: readonly PersonWord[]; readonly rest: string } {
  const found = /(?:,\s*|\s+(?=owners?:?\s+[<@])|^)owners?\b:?\s+(.+?)(?=,?\s+(?:for|by|before|on)\s|,\s*$|$)/i.exec(
    line,
  );
  if (found?.[1] === undefined) return { owners: [], rest: line };
  return { owners: readPeople(found[1]), rest: line.replace(found[0], '') };
}

/** Names that people use for a side, whatever a huddle calls its groups. */
const usualNames: readonly (readonly [string, Side])[] = [
  ['people who use the service', 'using'],
  ['people who use services', 'using'],
  ['patients', 'using'],
  ['carers', 'using'],
  ['staff', 'running'],
  ['managers', 'running'],
  ['funders', 'running'],
  ['artists', 'creative'],
];

/** After a comma the side is a part of its own and goes; elsewhere it is also said in the promise, and stays there. */
function cutSide(line: string, { groups }: Given): { readonly side: Side | null; readonly rest: string } {
  const names = [...groups.map(({ name, side }) => [name.toLowerCase(), side] as const), ...usualNames];
  for (const [name, side] of names.toSorted(([a], [b]) => b.length - a.length)) {
    const found = new RegExp(`(,\\s*)?\\bfor (?:the )?${escaped(name)}(?=[\\s,.]|$)`, 'i').exec(line);
    if (found !== null) return { side, rest: found[1] === undefined ? line : line.replace(found[0], '') };
  }
  return { side: null, rest: line };
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What voice typing writes down while somebody thinks. */
const halting = /(?<![\w-])(?:u+mm*|u+hh*|erm+),? (?=\S)/g;

function tidy(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(halting, '')
    .replace(/\s+,/g, ',')
    .replace(/^[\s,]+|[\s,.]+$/g, '');
}
