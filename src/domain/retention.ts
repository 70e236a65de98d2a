import { addMs, dayMs, type Instant } from './time.ts';

const year = 365;

/**
 * How many days each thing is kept, in the order in which it goes. People are told the first two where they answer, so
 * they are the same for every huddle; docs/RETENTION.md says why each is as long as it is.
 */
export const keptDays = {
  /** The words of answers that only those who run the huddle may read, or only the person. */
  'private-answers': 30,
  /** The words of all other answers. */
  answers: 90,
  /** What was said at a meeting, while nobody has confirmed the note of it. */
  'waiting-notes': 90,
  /** What was typed and shown in our own room. */
  'room-messages': 90,
  /** Acts, by which a repeated one is known. Platforms repeat for hours at most. */
  acts: 30,
  /** Notes of which nothing stands anywhere. */
  notes: 30,
  /** Where a message of ours stands, by which it can be changed. */
  messages: 2 * year,
  /** The words of a promise, from the day it came to an end; how it ended stays. */
  promises: 2 * year,
  /** The words of an idea and whose it was, from the day it was shared or taken up. */
  ideas: 2 * year,
  /** The words of a decision and whose they were, from the day it was logged; who had the final say stays counted. */
  decisions: 2 * year,
  /** The words of an ask and whose they were, from the day it was answered or taken back; that it was asked stays. */
  asks: 2 * year,
  /** Who suggested a change and who said what to it, and the words of one that came to nothing, from the day it was made. */
  changes: 2 * year,
  /** Notes to the sponsor and reports for a board, from the day each was made. */
  pages: 2 * year,
  /** Who answered or skipped which question. */
  responses: 2 * year,
  /** Who spoke when, which never had words. */
  turns: 2 * year,
  journal: 2 * year,
  /** Totals: digests, who was at a meeting, questions with how many were heard, and how promises ended. */
  digests: 6 * year,
  'meeting-notes': 6 * year,
  questions: 6 * year,
  'ended-promises': 6 * year,
  /** Codes and wrong tries, by the machine's own clock. */
  codes: 1,
  tries: 1,
} as const;

export type Kept = keyof typeof keptDays;

/** What goes, and the moment before which it has to have been. */
export interface Sweep {
  readonly what: Kept;
  readonly before: Instant;
}

const byTheMachine: ReadonlySet<Kept> = new Set(['codes', 'tries']);

/** All that is to go at a moment. `wallNow` is the machine's own time, which no rehearsal moves. */
export function sweepsAt({ now, wallNow }: { readonly now: Instant; readonly wallNow: Instant }): readonly Sweep[] {
  return (Object.keys(keptDays) as Kept[]).map((what) => ({
    what,
    before: addMs(byTheMachine.has(what) ? wallNow : now, -keptDays[what] * dayMs),
  }));
}

/** Stands where the words of a promise were: its number, its end and its date say what is left to say. */
export const wordsGone = '…';
