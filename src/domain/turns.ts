import type { GroupKey, HuddleId, PersonId } from './ids.ts';
import type { Instant } from './time.ts';
import { addMs, epochMs } from './time.ts';

/** The bare fact that someone spoke; never the words. Edits change nothing, a deletion marks it gone. */
export interface Utterance {
  /** Unique: the message it was, or round and person for an answer box. */
  readonly id: string;
  readonly huddle: HuddleId;
  readonly person: PersonId;
  /** The group the speaker had then. */
  readonly group: GroupKey | null;
  /** Where turns are folded: a thread, or one person's answer box. */
  readonly thread: string;
  readonly at: Instant;
  readonly gone: boolean;
}

/** One go at speaking. It keeps the group its speaker had at its first utterance, and counts in the week of that one. */
export interface Turn {
  /** The first utterance's. */
  readonly id: string;
  readonly person: PersonId;
  readonly group: GroupKey | null;
  readonly thread: string;
  readonly at: Instant;
}

/** A gap this long, or longer, begins a new turn. */
export const turnGapMs = 10 * 60_000;

/** Where to start reading a week's utterances: what was said just before may go on into it, and belongs to the week before. */
export function readFrom(week: { readonly from: Instant }): Instant {
  return addMs(week.from, -turnGapMs);
}

/**
 * Utterances become turns. Same speaker, same thread, nobody else between and less than ten minutes since the last one:
 * the same turn. What is gone counts for nothing, so its neighbours may join; late arrivals take their place by time,
 * and what was said at one moment goes by id. Only people's utterances are ever recorded: the bot's posts, commands and
 * plain reactions are not.
 */
export function foldTurns(utterances: readonly Utterance[]): readonly Turn[] {
  const turns: Turn[] = [];
  const lastIn = new Map<string, Utterance>();
  for (const utterance of inOrder(utterances)) {
    const before = lastIn.get(utterance.thread);
    if (before === undefined || !goesOn(before, utterance)) turns.push(turnOf(utterance));
    lastIn.set(utterance.thread, utterance);
  }
  return turns;
}

/** The turns that began in a window; `to` is the first moment after it. */
export function turnsIn(turns: readonly Turn[], { from, to }: { readonly from: Instant; readonly to: Instant }) {
  return turns.filter(({ at }) => at >= from && at < to);
}

function inOrder(utterances: readonly Utterance[]): readonly Utterance[] {
  return utterances.filter(({ gone }) => !gone).sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
}

function goesOn(before: Utterance, after: Utterance): boolean {
  return before.person === after.person && epochMs(after.at) - epochMs(before.at) < turnGapMs;
}

function turnOf({ id, person, group, thread, at }: Utterance): Turn {
  return { id, person, group, thread, at };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
