import type { HuddleId, MessageRef, PersonId, RoundId } from './ids.ts';
import type { Instant } from './time.ts';

export type PromptKind = 'open' | 'scale' | 'choice' | 'emoji' | 'photo';

/** Who can see answers. `private`: one to one. `choose`: the person picks. `held`: all wait and appear together at the close. */
export type Reach = 'private' | 'choose' | 'held';

/** One question. `id` is the library's, or null for one asked with `ask "…"`. */
export interface Prompt {
  readonly id: string | null;
  readonly text: string;
  readonly kind: PromptKind;
  readonly reach: Reach;
  /** For choice and emoji, in order; at most five. */
  readonly options: readonly string[];
  /** Answered without a name, and told as one number or word for all. Left out where it is not so. */
  readonly pulse?: boolean;
  /** Asks people to look from another seat; only for those who chose it. Left out where it is not so. */
  readonly roleSwap?: boolean;
  /** A member's own. Nothing says whose. Left out where it is not so. */
  readonly fromMember?: true;
  /** A scale's two ends; left out for every other kind. */
  readonly ends?: readonly string[];
}

/** One occurrence of a question. The prompt is copied in, so a later edit of the library changes no open round. */
export interface Round {
  readonly id: RoundId;
  readonly huddle: HuddleId;
  readonly prompt: Prompt;
  readonly askedBy: PersonId | null;
  /** `waiting` is a question asked in quiet hours: it opens when they end. */
  readonly status: 'waiting' | 'open' | 'closed';
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** Set at the close: how many of the roster were heard. */
  readonly heard: { readonly people: number; readonly of: number } | null;
  /** The order drawn by lot in which held answers appear, set at the close. */
  readonly order: readonly PersonId[];
  readonly version: number;
}

/**
 * Who may see an answer, as the person picked. `self`: the person alone, to whom it is kept. `none`: its words are not
 * kept; the person is only counted as heard.
 */
export type SeenBy = 'named' | 'unnamed' | 'coordinators' | 'self' | 'none';

/** What one member said to a round. The newest replaces the last. */
export interface Answer {
  /** Their words; for a choice or emoji the option's own words; null when seen by none, or kept for long enough. */
  readonly text: string | null;
  /** Which option, from 0, or null for an open question. */
  readonly option: number | null;
  readonly seenBy: SeenBy;
  readonly at: Instant;
  readonly late: boolean;
  /** The thread reply that it was given by, if it was. */
  readonly message: MessageRef | null;
  /** A supporter typed it for the person whose answer it is. Told to that person, and to nobody else. */
  readonly helped?: true;
}

/** All that a round holds of one member. `later`: "ask me later" is pending or has been used. */
export interface Response {
  readonly round: RoundId;
  readonly person: PersonId;
  readonly answer: Answer | null;
  readonly skipped: boolean;
  readonly later: 'no' | 'waiting' | 'sent';
}

/** Nobody has less than three full days to answer. */
export const openDays = 3;
export const mostADay = 1;
export const mostAWeek = 3;
export const longestQuestion = 300;
export const longestAnswer = 3000;
/** A button carries what was typed in at most 2,000 characters, the round's id and the choice with it. */
export const longestOffer = 1800;

/** The option that words name, by its own words with or without its picture, or by its number. Null when none does. */
export function optionOf(prompt: Prompt, words: string): number | null {
  const said = plain(words);
  const found = prompt.options.findIndex((option, at) => {
    const name = plain(option);
    return said === name || said === String(at + 1) || (said !== '' && name.split(':')[0] === said);
  });
  return found < 0 ? null : found;
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s:,']/gu, '')
    .trim();
}
