import type { Member } from './huddle.ts';
import { isCounted, standingAt } from './huddle.ts';
import type { GroupKey, PersonId } from './ids.ts';
import type { Instant } from './time.ts';
import { epochMs } from './time.ts';
import type { Turn } from './turns.ts';
import { turnsIn } from './turns.ts';

interface Window {
  readonly from: Instant;
  /** The first moment after it. */
  readonly to: Instant;
}

/** One counted person of a window. */
export interface Seat {
  readonly person: PersonId;
  /** Where they are counted as one of so many people: the last group they had in the window; null when they picked none. */
  readonly group: GroupKey | null;
  /** The time they were counted, by the group they had then. It is what they weigh in the shares that would be level. */
  readonly spans: readonly Span[];
}

interface Span {
  readonly group: GroupKey | null;
  readonly ms: number;
}

/** Everyone who was counted for any part of a window: active, with a yes to being counted. The silent are in it too. */
export function rosterOf(members: readonly Member[], window: Window): readonly Seat[] {
  return members.map((member) => seatOf(member, window)).filter((seat) => seat.spans.length > 0);
}

/** w: the share of a window in which a person was counted, 0 to 1. */
export function weightOf(seat: Seat, window: Window): number {
  const counted = seat.spans.reduce((total, { ms }) => total + ms, 0);
  return counted / (epochMs(window.to) - epochMs(window.from));
}

/** The turns of a window whose speakers were counted when they spoke. A turn from before a group was picked takes the speaker's group. */
export function countedTurns(members: readonly Member[], turns: readonly Turn[], window: Window): readonly Turn[] {
  const byPerson = new Map(members.map((member) => [member.person, member]));
  return turnsIn(turns, window).flatMap((turn) => {
    const member = byPerson.get(turn.person);
    if (member === undefined || !isCounted(standingAt(member, turn.at))) return [];
    return [{ ...turn, group: turn.group ?? seatOf(member, window).group }];
  });
}

function seatOf(member: Member, window: Window): Seat {
  const spans = spansOf(member, window);
  const group = spans.findLast((span) => span.group !== null)?.group ?? null;
  return { person: member.person, group, spans: spans.map((span) => ({ ...span, group: span.group ?? group })) };
}

function spansOf({ standings }: Member, window: Window): readonly Span[] {
  return standings.flatMap((standing, index) => {
    const from = Math.max(epochMs(standing.from), epochMs(window.from));
    const next = standings[index + 1];
    const to = Math.min(next === undefined ? Infinity : epochMs(next.from), epochMs(window.to));
    return isCounted(standing) && to > from ? [{ group: standing.group, ms: to - from }] : [];
  });
}
