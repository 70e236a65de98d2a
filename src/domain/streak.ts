import type { Balance } from './balance.ts';
import type { NudgeSetting } from './huddle.ts';
import { sameLine, type Line } from './splits.ts';
import type { Instant, LocalDate } from './time.ts';
import { addDays } from './time.ts';

/** A week as a digest told it. What no digest told is not here. */
export interface ToldWeek {
  readonly week: { readonly monday: LocalDate };
  readonly balance: Balance;
  /** A nudge came with it. */
  readonly nudge?: true;
}

/** One line had more or less than level, however much. A flag by head and one by sides are two things. */
interface Flag {
  readonly who: Line;
  readonly direction: 'more' | 'less';
  readonly by: 'head' | 'sides';
}

/** A nudge in public comes after this many flagged weeks running. */
export const weeksForNudge = 2;
/** "Not now" holds for so long. */
export const daysOfNotNow = 28;

/** How many weeks running, up to the newest, some one line was flagged in one direction. `weeks` are the newest first. */
export function streakOf(weeks: readonly ToldWeek[]): number {
  const [newest] = weeks;
  if (newest === undefined) return 0;
  return Math.max(0, ...flagsOf(newest.balance).map((flag) => runOf(flag, weeks)));
}

/** A week without numbers by group, or without a digest, ends the run. */
function runOf(flag: Flag, weeks: readonly ToldWeek[]): number {
  const newest = weeks[0]?.week.monday ?? '';
  const ends = weeks.findIndex(
    ({ week, balance }, back) =>
      week.monday !== addDays(newest, -7 * back) || !flagsOf(balance).some((other) => isSame(flag, other)),
  );
  return ends < 0 ? weeks.length : ends;
}

function isSame(one: Flag, other: Flag): boolean {
  return one.by === other.by && one.direction === other.direction && sameLine(one.who, other.who);
}

/** Under "equal sides" the two sides are what is measured; else each line by its word. */
function flagsOf(balance: Balance): readonly Flag[] {
  if (balance.shown !== 'lines') return [];
  if (balance.sides !== undefined) {
    const { word } = balance.sides;
    return word === 'cannot-tell' ? [] : [{ who: { side: 'using' }, direction: word, by: 'sides' }];
  }
  return balance.lines.flatMap(({ who, word }): readonly Flag[] => {
    if (word === 'level') return [];
    return [{ who, direction: word === 'more' || word === 'much-more' ? 'more' : 'less', by: 'head' }];
  });
}

/**
 * Whether this week's digest brings the tip to everyone: two flagged weeks running, where the huddle has it on, nobody
 * said "not now", and the week before brought none. `before` are the digests before it, the newest first.
 */
export function wantsNudge(
  setting: NudgeSetting | undefined,
  told: { readonly week: ToldWeek; readonly before: readonly ToldWeek[]; readonly now: Instant },
): boolean {
  if (setting?.on !== true || (setting.notBefore ?? '') > told.now) return false;
  if (told.before[0]?.nudge === true) return false;
  return streakOf([told.week, ...told.before]) >= weeksForNudge;
}
