import type { SponsorEvent } from './events-digest.ts';
import type { HuddleId, PersonId } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';
import {
  addDays,
  addLocalMonths,
  addMs,
  dayMs,
  instantAt,
  localDate,
  weekday,
  type Instant,
  type Zone,
} from './time.ts';
import { isWorthTelling, type PageFacts, type ToldPage } from './told-page.ts';

/** All that the rules of notes to the sponsor look at. */
export interface NoteBook {
  readonly huddle: HuddleId;
  readonly sponsor: string | null;
  readonly coordinators: ReadonlySet<PersonId>;
  /** The newest one, or null. */
  readonly note: ToldPage | null;
  /** What one that is made now would tell. */
  readonly facts: PageFacts;
}

export type NoteCommand = { readonly huddle: HuddleId; readonly now: Instant } &
  /** `asked`: somebody asked for it, and it was not simply time. */
  (
    | { readonly type: 'MakeNote'; readonly asked: boolean }
    | { readonly type: 'AddToNote'; readonly by: PersonId; readonly words: string }
    | { readonly type: 'PostNote'; readonly by: PersonId }
    | { readonly type: 'RemindOfNote'; readonly number: number }
  );

export type NoteRefusalCode =
  | 'no-sponsor'
  | 'note-coordinators-only'
  | 'nothing-to-note'
  | 'no-note'
  | 'note-posted'
  | 'addition-needed'
  | 'addition-too-long';

export const longestAddition = 500;
export const mostAdditions = 6;
/** A note that nobody has posted is brought to mind once. */
const remindAfterDays = 7;
/** When it is made, where the huddle is. */
const madeAt = '09:00';

type Made = readonly SponsorEvent[] | Refusal<NoteRefusalCode>;

/**
 * The sponsor sees a note before it is posted. They may add, and nobody may take anything away: there is no command that
 * changes a fact of it.
 */
export function decideNote(command: NoteCommand, book: NoteBook): Made {
  const { note } = book;
  const { now: at } = command;
  if (command.type === 'MakeNote') return make(command, book);
  if (command.type === 'RemindOfNote') {
    const isDue = note?.number === command.number && note.postedAt === null && !note.reminded;
    return isDue ? [{ type: 'SponsorNoteReminded', at, note: note.number }] : [];
  }
  if (!book.coordinators.has(command.by)) return refuse('note-coordinators-only');
  if (note === null) return refuse('no-note');
  if (note.postedAt !== null) return refuse('note-posted');
  const { by } = command;
  if (command.type === 'PostNote') return [{ type: 'SponsorNotePosted', at, note: note.number, by }];
  const words = command.words.trim();
  if (words === '') return refuse('addition-needed');
  const isFull = words.length > longestAddition || note.added.length >= mostAdditions;
  if (isFull) return refuse('addition-too-long', { most: longestAddition });
  return [{ type: 'SponsorNoteAdded', at, note: note.number, by, words: { words } }];
}

function make(
  { now: at, asked }: Extract<NoteCommand, { type: 'MakeNote' }>,
  { sponsor, note, facts }: NoteBook,
): Made {
  if (sponsor === null) return refuse('no-sponsor');
  if (!isWorthTelling(facts)) return refuse('nothing-to-note');
  const number = (note?.number ?? 0) + 1;
  return [{ type: 'SponsorNoteMade', at, note: number, from: facts.from, asked }];
}

/** What was added to one that was never posted goes along into the next. */
export function evolveNote(book: NoteBook, event: SponsorEvent): NoteBook {
  const { note, huddle, sponsor, facts } = book;
  if (event.type === 'SponsorNoteMade') {
    const { note: number, at: made } = event;
    const added = note?.postedAt === null ? note.added : [];
    const state = { added, postedAt: null, reminded: false, version: 0 };
    return { ...book, note: { huddle, kind: 'note', number, madeAt: made, facts, sponsor, ...state } };
  }
  return note === null ? book : { ...book, note: changed(note, event) };
}

function changed(note: ToldPage, event: Exclude<SponsorEvent, { type: 'SponsorNoteMade' }>): ToldPage {
  switch (event.type) {
    case 'SponsorNoteAdded':
      return { ...note, added: [...note.added, event.words.words] };
    case 'SponsorNotePosted':
      return { ...note, postedAt: event.at };
    case 'SponsorNoteReminded':
      return { ...note, reminded: true };
  }
}

/** From where the last posted one ended, so that nothing falls between two; the first tells of a month. */
export function noteFrom(
  notes: readonly ToldPage[],
  { now, zone, setUpAt }: { readonly now: Instant; readonly zone: Zone; readonly setUpAt: Instant },
): Instant {
  const last = notes.findLast(({ postedAt }) => postedAt !== null);
  if (last !== undefined) return last.facts.to;
  const month = addLocalMonths(now, -1, zone);
  return month > setUpAt ? month : addMs(setUpAt, -1);
}

export function remindsAt({ madeAt: at }: Pick<ToldPage, 'madeAt'>): Instant {
  return addMs(at, remindAfterDays * dayMs);
}

/** The next first Monday of a month, at 9am, after `now`. */
export function nextNoteAt(now: Instant, zone: Zone): Instant {
  const today = localDate(now, zone);
  for (let month = 0; ; month += 1) {
    const first = monthOn(today, month);
    const monday = addDays(first, (8 - weekday(first)) % 7);
    const at = instantAt(monday, madeAt, zone);
    if (at > now) return at;
  }
}

/** The first day of the month that is so many on from this day's. */
function monthOn(today: string, months: number): string {
  const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}
