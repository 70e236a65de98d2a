import type { GroupKey } from '../domain/ids.ts';
import type { LocalDate } from '../domain/time.ts';
import { readPeople, type Given, type PersonWord } from './intent.ts';
import { groupCalled } from './people-groups.ts';
import { readPromise, type PromiseParts } from './promise-line.ts';
import { plainWords } from './when-words.ts';
import { readDate } from './when-date.ts';

/** Notes of a meeting as they were typed: a line parted into its pieces, or the fields of the form. */
export interface TypedNotes {
  /** "" is today. */
  readonly day: string;
  readonly there: string;
  readonly promises: readonly string[];
  readonly yeses: readonly string[];
  readonly ideas: readonly string[];
  /** What is none of these. */
  readonly other: readonly string[];
}

/** "on 3 March: 3 staff, 2 artists; promise: we will paint it by 17 March; idea: a bench; yes 12" → its pieces. Null: somebody is talking. */
export function partNotes(line: string, today: LocalDate): TypedNotes | null {
  const pieces = line
    .split(/[;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const { day, there } = cutDay(pieces[0] ?? '');
  const rest = [...(there === '' ? [] : [there]), ...pieces.slice(1)];
  const kinds = rest.map((piece) => ({ piece, kind: kindOf(piece) }));
  const of = (kind: Kind) => kinds.filter((one) => one.kind === kind).map(({ piece }) => piece);
  const isDayAlone = rest.length === 0 && readDate(day, today) !== null;
  const isNotes = isDayAlone || kinds.some(({ kind }) => kind !== 'other');
  if (!isNotes) return null;
  const words = { promises: of('promise'), yeses: of('yes'), ideas: of('idea'), other: of('other') };
  return { day, there: of('there').join(', '), ...words };
}

type Kind = 'there' | 'promise' | 'yes' | 'idea' | 'other';

const marks: readonly (readonly [Kind, RegExp])[] = [
  ['promise', /^(?:we promised|promises?|promised)\b|^(?:we|i) will\b/i],
  ['yes', /^yes(?:es)?\b[^\d]{0,20}\d/i],
  ['idea', /^ideas?\b/i],
  ['there', /^\d{1,4}\s+\p{L}/u],
];

function kindOf(piece: string): Kind {
  return marks.find(([, pattern]) => pattern.test(plainWords(piece)))?.[0] ?? 'other';
}

/** The day stands first: before a colon, or after "on" up to a comma. */
function cutDay(first: string): { readonly day: string; readonly there: string } {
  const [, before = '', after = ''] = /^([^:]{1,40}):\s*(.*)$/s.exec(first) ?? [];
  if (before !== '' && !['promise', 'yes', 'idea'].includes(kindOf(before))) {
    return { day: before.replace(/^on\s+/i, '').trim(), there: after };
  }
  const [, day = '', there = ''] = /^on\s+([^,]{1,40})(?:,\s*(.*))?$/is.exec(first) ?? [];
  return day === '' ? { day: '', there: first } : { day: day.trim(), there };
}

/** What the notes say. What cannot be read stands under its own name, and the person is asked about it. */
export interface ReadNotes {
  readonly heldOn: LocalDate | null;
  readonly there: readonly { readonly group: GroupKey; readonly people: number }[];
  /** Words for a group that nobody here goes by. */
  readonly unreadThere: string | null;
  readonly promises: readonly PromiseParts[];
  readonly yeses: readonly { readonly promise: number; readonly people: readonly PersonWord[] }[];
  readonly unreadYes: string | null;
  readonly ideas: readonly { readonly text: string; readonly group: GroupKey | null }[];
  readonly unread: string | null;
}

export function readNotes(typed: TypedNotes, given: Given): ReadNotes {
  const there = readThere(typed.there, given);
  const yeses = typed.yeses.map(readYes);
  return {
    heldOn: typed.day.trim() === '' ? given.today : readDate(typed.day, given.today),
    there: there.lines,
    unreadThere: there.unread,
    promises: typed.promises.map((piece) => readPromise(bare(piece), given)),
    yeses: yeses.filter((yes) => yes !== null),
    unreadYes: typed.yeses.find((_, at) => yeses[at] === null) ?? null,
    ideas: typed.ideas.map((piece) => readIdea(piece, given)),
    unread: typed.other[0] ?? null,
  };
}

/** A group's own name may hold an "and": the words up to the next number are its name. */
function readThere(
  words: string,
  { groups }: Given,
): { readonly lines: ReadNotes['there']; readonly unread: string | null } {
  const counted = new Map<GroupKey, number>();
  for (const piece of plainWords(words).split(/[\s,&+]*(?:\band\s+)?(?=\b\d{1,4}\s+\p{L})/u)) {
    if (piece === '') continue;
    const [, many = '', name = ''] = /^(\d{1,4})\s+(.+?)[\s,]*$/.exec(piece) ?? [];
    const group = groupCalled(name, groups);
    if (group === null) return { lines: [], unread: name === '' ? piece : name };
    counted.set(group.key, (counted.get(group.key) ?? 0) + Number(many));
  }
  const lines = [...counted].map(([group, people]) => ({ group, people }));
  return { lines: lines.filter(({ people }) => people > 0), unread: null };
}

function bare(promise: string): string {
  return promise.replace(/^(?:we promised|promises?|promised)\b(?: to)?[:\s-]*/i, '').replace(/^(?:we|i) will\s+/i, '');
}

/** "yes 12", "yes to 12 from Dev and Amina", "12: Dev". */
function readYes(piece: string): ReadNotes['yeses'][number] | null {
  const [, number, names = ''] =
    /^(?:yes(?:es)?\b)?[:\s]*(?:to\s+)?(?:promise\s+)?#?(\d{1,6})\b[:,\s]*(?:(?:from|by|of)\s+)?(.*)$/is.exec(piece) ??
    [];
  return number === undefined ? null : { promise: Number(number), people: readPeople(names) };
}

/** "idea from artists: a mural" → the group and the words. Words before a colon that name no group are part of the idea. */
function readIdea(piece: string, { groups }: Given): ReadNotes['ideas'][number] {
  const [, name = '', text = ''] = /^ideas?\s+(?:from|of|by)\s+(?:the\s+)?([^:]{1,60}):\s*(.+)$/is.exec(piece) ?? [];
  const group = name === '' ? null : groupCalled(name, groups);
  if (group !== null) return { text: text.trim(), group: group.key };
  return { text: piece.replace(/^ideas?\b[:\s-]*/i, '').trim(), group: null };
}
