import type { DigestFacts } from '../../src/domain/digest.ts';
import type { Group, Member } from '../../src/domain/huddle.ts';
import type { Idea } from '../../src/domain/idea.ts';
import type { Turn } from '../../src/domain/turns.ts';

/*
 * Whoever reads all digests and does sums. It is written from the definitions and shares no code with what makes the
 * numbers: of each number that is published it knows whose doings are in it, and what it should be.
 */

export const sideByGroup: Readonly<Record<string, 'using' | 'running' | 'creative'>> = {
  people: 'using',
  carers: 'using',
  staff: 'running',
  artists: 'creative',
};
export const asGroups = Object.entries(sideByGroup).map(([key, side]) => ({
  key,
  name: key,
  side,
})) as unknown as Group[];

/** What one person did, of one kind, in one group, in one window. It is what nobody should be able to work out. */
interface Cell {
  readonly family: string;
  readonly person: string;
  readonly id: string;
}

export interface Numbers {
  readonly value: number;
  /** Worked out from who did what. */
  readonly is: number;
  readonly cells: readonly Cell[];
  readonly mayBeNothing: boolean;
}

interface Truth {
  readonly digest: DigestFacts;
  readonly nth: number;
  readonly weeks: (nth: number) => { readonly from: string; readonly to: string };
  readonly asTheyWere: readonly Member[];
  readonly turns: readonly Turn[];
  readonly ideas: readonly Idea[];
  readonly forgotten: { readonly who: number; readonly after: number } | null;
}

type Who = 'everyone-else' | { readonly group: string } | { readonly side: string };
type Place = string | null;

function isOn(who: Who, group: Place): boolean {
  const side = group === null ? null : (sideByGroup[group] ?? null);
  if (who === 'everyone-else') return side !== 'using';
  return 'side' in who ? side === who.side : group === who.group;
}

interface Counted {
  readonly from: string;
  readonly to: string;
  readonly group: Place;
}

/** When someone was counted in a window, and as whom; the last group counts for the time before they picked one. */
function countedIn({ standings }: Member, from: string, to: string): readonly Counted[] {
  const spans: Counted[] = [];
  for (const [nth, now] of standings.entries()) {
    const begins = now.from > from ? now.from : from;
    const next = standings[nth + 1]?.from ?? to;
    const ends = next < to ? next : to;
    if (now.status === 'active' && now.counted && begins < ends)
      spans.push({ from: begins, to: ends, group: now.group });
  }
  const last = spans.filter(({ group }) => group !== null).at(-1)?.group ?? null;
  return spans.map((span) => ({ ...span, group: span.group ?? last }));
}

export function independent(truth: Truth): readonly Numbers[] {
  return [...ofTurns(truth), ...ofIdeas(truth), ...ofRoles(truth)];
}

/** The forgotten have no turns in weeks that were told after they went. */
function present({ asTheyWere, forgotten, nth }: Truth): readonly Member[] {
  return asTheyWere.filter((_, at) => forgotten === null || nth <= forgotten.after || at !== forgotten.who);
}

function ofTurns(truth: Truth): readonly Numbers[] {
  const { digest, nth, weeks } = truth;
  const { balance, rollUp } = digest;
  const inWeek = (who: Who | null, at: number) => {
    const { from, to } = weeks(at);
    const some = present({ ...truth, nth: at }).flatMap((member) =>
      countedIn(member, from, to)
        .filter(({ group }) => who === null || isOn(who, group))
        .map((span) => ({ member, span })),
    );
    const is = truth.turns.filter((turn) =>
      some.some(({ member, span }) => member.person === turn.person && turn.at >= span.from && turn.at < span.to),
    ).length;
    const cells = some.map(({ member: { person }, span: { group } }) => cellOf('turn', person, [at, group]));
    return { is, cells: once(cells) };
  };
  const fourWeeks = (who: Who | null) => {
    const each = [nth - 3, nth - 2, nth - 1, nth].map((at) => inWeek(who, at));
    return { is: each.reduce((all, { is }) => all + is, 0), cells: each.flatMap(({ cells }) => cells) };
  };
  const told: Numbers[] = [];
  if (balance.shown !== 'not-enough') told.push({ value: balance.turns, ...inWeek(null, nth), mayBeNothing: false });
  if (balance.shown === 'lines')
    for (const { who, turns } of balance.lines) told.push({ value: turns, ...inWeek(who, nth), mayBeNothing: false });
  if (rollUp !== undefined && rollUp.shown.as !== 'not-enough')
    told.push({ value: rollUp.shown.turns, ...fourWeeks(null), mayBeNothing: false });
  if (rollUp?.shown.as === 'lines')
    for (const { who, turns } of rollUp.shown.lines)
      told.push({ value: turns, ...fourWeeks(who), mayBeNothing: false });
  return told;
}

/** An idea is of the group that its raiser was counted in then, and stays counted when they are forgotten. */
function ofIdeas({ digest, nth, weeks, asTheyWere, ideas }: Truth): readonly Numbers[] {
  const told = digest.rollUp?.ideas;
  if (told === undefined || told.lines === null) return [];
  const [{ from }, { to }] = [weeks(nth - 3), weeks(nth)];
  const raised = ideas.filter(({ raisedAt }) => raisedAt >= from && raisedAt < to);
  const isTaken = ({ takenUp }: Idea) => takenUp !== null && takenUp.at < to;
  const could = (who: Who) =>
    asTheyWere.flatMap((member) =>
      countedIn(member, from, to)
        .filter(({ group }) => isOn(who, group))
        .map(({ group }) => ({ person: member.person, group })),
    );
  return told.lines.flatMap(({ who, ...line }): readonly Numbers[] => {
    const theirs = raised.filter(({ group }) => isOn(who, group));
    const cells = (family: string) => once(could(who).map(({ person, group }) => cellOf(family, person, [nth, group])));
    const [up, down] = [cells('taken up'), cells('waiting')];
    const isUsing = who !== 'everyone-else' && ('side' in who ? who.side : sideByGroup[who.group]) === 'using';
    const all = { value: line.raised, is: theirs.length, cells: [...up, ...down], mayBeNothing: false };
    if (line.takenUp === null) return [all];
    const taken = theirs.filter(isTaken).length;
    const noneAtAll = !raised.some(isTaken);
    const noneWaits = raised.every(isTaken);
    return [
      all,
      { value: line.takenUp, is: taken, cells: up, mayBeNothing: isUsing || noneAtAll },
      { value: line.raised - line.takenUp, is: theirs.length - taken, cells: down, mayBeNothing: isUsing || noneWaits },
    ];
  });
}

/** Whoever takes part could hold a role; told is how many a line holds. */
function ofRoles(truth: Truth): readonly Numbers[] {
  const { digest, nth } = truth;
  const lines = digest.held?.leadRoles.lines ?? [];
  const here = present(truth).flatMap((member) => {
    const last = member.standings.findLast(({ from }) => from <= digest.to);
    return last?.status === 'active' || last?.status === 'paused' ? [{ person: member.person, group: last.group }] : [];
  });
  return lines.map(({ who, amount }) => {
    const theirs = here.filter(({ group }) => isOn(who, group));
    const is = digest.roles.flatMap(({ holders }) =>
      holders.filter((holder) => theirs.some(({ person }) => person === holder)).map(() => 1 / holders.length),
    );
    return {
      value: amount,
      is: is.reduce((all, one) => all + one, 0),
      cells: theirs.map(({ person, group }) => cellOf('role', person, [nth, group])),
      mayBeNothing: who !== 'everyone-else' && 'side' in who && who.side === 'using',
    };
  });
}

function cellOf(family: string, person: string, rest: readonly (number | Place)[]): Cell {
  return { family, person, id: JSON.stringify([family, person, ...rest]) };
}

function once(cells: readonly Cell[]): readonly Cell[] {
  return [...new Map(cells.map((cell) => [cell.id, cell])).values()];
}

type Row = Map<string, number>;
const reduced = new WeakMap<readonly Numbers[], { readonly family: string; readonly basis: readonly Row[] }[]>();

/**
 * Whether some sum and difference of the numbers is about nobody but these people: true where what is left of all
 * numbers once everyone else's cells have been made to cancel out is still about something.
 */
export function inSpan(
  known: readonly Numbers[],
  { family, of }: { family: string; of: ReadonlySet<string> },
): boolean {
  const kept = reduced.get(known) ?? [];
  reduced.set(known, kept);
  let found = kept.find((one) => one.family === family);
  if (found === undefined) {
    found = { family, basis: atomsOf(known, family) };
    kept.push(found);
  }
  // Rows without the columns of these people: fewer independent ones mean that a combination lives in those alone.
  const without = found.basis.map((row) => new Map([...row].filter(([id]) => !of.has(personIn(id)))));
  return rank(without) < found.basis.length;
}

function personIn(id: string): string {
  return (JSON.parse(id) as readonly string[])[1] ?? '';
}

function atomsOf(known: readonly Numbers[], family: string): readonly Row[] {
  const rows = known
    .filter(({ cells }) => cells.some((cell) => cell.family === family))
    .map(({ cells }): Row => new Map(cells.map(({ id }) => [id, 1])));
  return echelon(rows);
}

function rank(rows: readonly Row[]): number {
  return echelon(rows).length;
}

/** Gauss: independent rows with the same sums and differences. */
function echelon(rows: readonly Row[]): readonly Row[] {
  const basis: { readonly pivot: string; readonly row: Row }[] = [];
  for (const given of rows) {
    const row = new Map(given);
    for (const { pivot, row: other } of basis) {
      const times = row.get(pivot) ?? 0;
      if (times === 0) continue;
      for (const [id, by] of other) {
        const left = (row.get(id) ?? 0) - times * by;
        if (Math.abs(left) < 1e-9) row.delete(id);
        else row.set(id, left);
      }
    }
    const [first] = row;
    if (first === undefined) continue;
    basis.push({ pivot: first[0], row: new Map([...row].map(([id, by]) => [id, by / first[1]])) });
  }
  return basis.map(({ row }) => row);
}
