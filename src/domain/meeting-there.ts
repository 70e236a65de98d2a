import { whyNoLines } from './balance.ts';
import { groupOf, standingNow, takesPart, type Huddle, type Member, type Side } from './huddle.ts';
import type { GroupKey } from './ids.ts';
import type { Meeting } from './meeting.ts';
import { peopleInLine, sameLine, splits, type Line } from './splits.ts';
import { startOfDay, weekOf, type LocalDate } from './time.ts';

/** Who was at a meeting, as everyone may read it. Null lines: no split may be shown, the total alone. */
export interface ThereShown {
  readonly people: number;
  readonly lines: readonly { readonly who: Line; readonly people: number }[] | null;
}

/** A confirmed meeting in a digest. It is told beside the turns, and never in their balance. */
export interface MeetingLine extends ThereShown {
  readonly number: number;
  readonly heldOn: LocalDate;
}

/**
 * The same privacy rule as for turns: the finest split in which every line has three people or more. A group that has
 * members and sent nobody makes a line of 0, so that nobody can be found to have stayed away.
 */
export function thereShown(
  { there, heldOn }: Pick<Meeting, 'there' | 'heldOn'>,
  { huddle, members }: { readonly huddle: Huddle; readonly members: readonly Member[] },
): ThereShown {
  const people = there.reduce((sum, line) => sum + line.people, 0);
  const week = weekOf(startOfDay(heldOn, huddle.zone), huddle.zone);
  if (whyNoLines(huddle, week) !== null) return { people, lines: null };
  const known = members.filter(takesPart).map((member) => standingNow(member).group);
  const meant = new Set<GroupKey | null>([...there.map(({ group }) => group), ...known]);
  const groups = [...inOrder(huddle), null].filter((key) => meant.has(key));
  const many = (key: GroupKey | null) => there.find(({ group }) => group === key)?.people ?? 0;
  for (const split of splits) {
    const lines: { who: Line; people: number }[] = [];
    let isWhole = true;
    for (const key of groups) {
      const who = split(groupOf(huddle, key));
      if (who === null) {
        isWhole = false;
        continue;
      }
      const line = lines.find((one) => sameLine(one.who, who));
      if (line === undefined) lines.push({ who, people: many(key) });
      else line.people += many(key);
    }
    const mayBeShown = lines.length > 1 && lines.every((line) => line.people >= peopleInLine);
    if (isWhole && mayBeShown) return { people, lines };
  }
  return { people, lines: null };
}

function inOrder({ groups }: Huddle): readonly GroupKey[] {
  const sides: readonly Side[] = ['using', 'running', 'creative'];
  return sides.flatMap((side) => groups.filter((group) => group.side === side).map(({ key }) => key));
}

/** The meetings that a digest tells of first: each that is confirmed stands in exactly one. */
export function meetingsToTell(
  meetings: readonly Meeting[],
  told: readonly number[],
  given: { readonly huddle: Huddle; readonly members: readonly Member[] },
): readonly MeetingLine[] {
  return meetings
    .filter(({ number, state }) => state.status === 'confirmed' && !told.includes(number))
    .map((meeting) => ({ number: meeting.number, heldOn: meeting.heldOn, ...thereShown(meeting, given) }));
}
