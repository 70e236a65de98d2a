import type { FinalSay } from './decision.ts';
import type { AskSays } from './upstairs.ts';
import type { HuddleId } from './ids.ts';
import type { Instant, LocalDate } from './time.ts';

/** A promise as a page tells it. The words are kept with the page, so that a later change does not rewrite it. */
export interface PagePromise {
  readonly number: number;
  readonly what: string;
  readonly due: LocalDate;
  readonly reason: string | null;
  readonly next: string | null;
  /** The new number of a changed one; null elsewhere. */
  readonly into: number | null;
}

/** Whole days on the huddle's calendar: since it was asked, or from then to its answer. */
export interface PageAsk {
  readonly number: number;
  readonly text: string;
  readonly days: number;
}

export interface PageAnswer extends PageAsk {
  readonly says: AskSays;
  readonly words: string | null;
}

/** What a page tells of a time, to people outside. Nobody in the huddle is named in it. */
export interface PageFacts {
  /** News after `from`, up to and with `to`. */
  readonly from: Instant;
  readonly to: Instant;
  /** As each week's digest told it. */
  readonly heard: readonly { readonly monday: LocalDate; readonly people: number; readonly of: number }[];
  /** How many promises were made in that time. */
  readonly made: number;
  readonly kept: readonly PagePromise[];
  /** Every one of the time: nothing takes one away. */
  readonly couldNot: readonly PagePromise[];
  readonly changed: readonly PagePromise[];
  readonly dropped: readonly PagePromise[];
  readonly notKept: readonly PagePromise[];
  readonly open: readonly PagePromise[];
  readonly waiting: readonly PageAsk[];
  readonly answered: readonly PageAnswer[];
  /* Of a report alone. */
  /** Four weeks as their roll-up told them. Lines are empty where it told the total alone. */
  readonly fourWeeks?: readonly FourWeeks[];
  /** How often each had the final say, in decisions that were logged in that time. */
  readonly decided?: readonly { readonly finalSay: FinalSay; readonly many: number }[];
}

export interface FourWeeks {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly turns: number;
  /** `who` in words, so that another name of a group does not rewrite what was told. */
  readonly lines: readonly { readonly who: string; readonly turns: number; readonly percent: number | null }[];
}

/** One edition of a page for people outside. Its facts never change but by an erasure. */
export interface ToldPage {
  readonly huddle: HuddleId;
  readonly kind: 'note' | 'report';
  /** Its own in its huddle and kind, from 1. */
  readonly number: number;
  readonly madeAt: Instant;
  readonly facts: PageFacts;
  /** Who it is for, as the coordinators had named them then. */
  readonly sponsor: string | null;
  /** What the sponsor wants added, in the order in which it was typed. */
  readonly added: readonly string[];
  /** Of a report: since when each side's yes lets it leave. */
  readonly postedAt: Instant | null;
  readonly reminded: boolean;
  readonly version: number;
}

/** Something stands in it that is worth telling. */
export function isWorthTelling({ waiting, answered, made, open, ...ended }: PageFacts): boolean {
  const { kept, couldNot, changed, dropped, notKept } = ended;
  return made + [waiting, answered, open, kept, couldNot, changed, dropped, notKept].flat().length > 0;
}

/** How the sponsor is called where their words stand: "Graham Price, commissioner" → "Graham Price". */
export function callName(sponsor: string): string {
  return (sponsor.split(/[,(;]/)[0] ?? sponsor).trim() || sponsor;
}
