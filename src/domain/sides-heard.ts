import { groupOf, isCounted, standingAt, type Huddle, type Member, type Side } from './huddle.ts';
import type { PersonId } from './ids.ts';
import { peopleInLine } from './splits.ts';
import type { SidesWord } from './steps.ts';
import type { Instant } from './time.ts';

/** That someone answered a question. `named` where everyone reads it with their name. */
export interface GivenAnswer {
  readonly person: PersonId;
  readonly at: Instant;
  readonly named: boolean;
}

interface Facts {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
  readonly answers: readonly GivenAnswer[];
  readonly now: Instant;
}

/**
 * Whether every side answered (S1), as far as it may be told. Nobody may be shown as quiet, so:
 *
 * 1. A side that has anyone counted has to have three or more (DOMAIN 2.6). Else nothing is told.
 * 2. No side is ever named.
 * 3. A word is told only where neither word could tell any reader something new. Readers know who is on which side, how
 *    many were heard, whose answers stand there with a name, and what they did themselves. With two sides, whoever
 *    answered would know that the other one was quiet; with names of two of three sides, everyone would know; where as
 *    many were heard as there are sides, each reader would know that nobody else on their side was. Then nothing is told.
 * 4. What rule 3 looks at is in public view, or how many answered without a name, and never who: that nothing is told
 *    tells of nobody either.
 *
 * A word is worked out once, and stays: steps-rules says when. Someone who answered and has left since is still heard.
 */
export function sidesWord(facts: Facts): SidesWord {
  const seats = seatsOf(facts);
  const here = seats.filter(({ isHere }) => isHere);
  const sides = [...new Set(here.map(({ side }) => side))].filter((side) => side !== null);
  const isSmall = sides.some((of) => here.filter(({ side }) => side === of).length < peopleInLine);
  if (sides.length < 2 || isSmall) return 'untold';
  const parts = [...sides, null].map((side) => partOf(side, sides, seats));
  const unnamed = seats.filter(({ answered }) => answered === 'no-name').length;
  if (!tellsNothingNew({ parts, answered: unnamed })) return 'untold';
  const isHeard = (of: Side) => seats.some(({ side, answered }) => side === of && answered !== 'no');
  return sides.every(isHeard) ? 'every' : 'not-every';
}

interface Seat {
  readonly side: Side | null;
  readonly answered: 'no' | 'no-name' | 'named';
  /** Counted now. */
  readonly isHere: boolean;
}

/** Everyone who is counted now, and who answered while they were. An answer is of the side of its person then. */
function seatsOf({ huddle, members, answers, now }: Facts): readonly Seat[] {
  return members.flatMap((member): readonly Seat[] => {
    const theirs = answers.filter(({ person, at }) => person === member.person && isCounted(standingAt(member, at)));
    const [nowIs, first] = [standingAt(member, now), theirs[0]];
    const isHere = isCounted(nowIs);
    if (!isHere && first === undefined) return [];
    const then = first === undefined ? null : (standingAt(member, first.at)?.group ?? null);
    const side = groupOf(huddle, then ?? nowIs?.group ?? null)?.side ?? null;
    const answered = first === undefined ? 'no' : theirs.some(({ named }) => named) ? 'named' : 'no-name';
    return [{ side, answered, isHere }];
  });
}

/** Some of the people, as everyone knows them. */
interface Part {
  /** So many of them did not answer with a name: they answered without one, or were quiet. */
  readonly unknown: number;
  /** A side of which nobody answered with a name. */
  readonly inDoubt: boolean;
}

/** Everyone who may have answered without a name, and how many did. */
interface Known {
  readonly parts: readonly Part[];
  readonly answered: number;
}

function partOf(side: Side | null, sides: readonly Side[], seats: readonly Seat[]): Part {
  const theirs = seats.filter((seat) => (seat.side !== null && sides.includes(seat.side) ? seat.side : null) === side);
  const hasName = theirs.some(({ answered }) => answered === 'named');
  return { unknown: theirs.filter(({ answered }) => answered !== 'named').length, inDoubt: side !== null && !hasName };
}

/** Whoever reads either word can be sure of nothing about anyone that they were not sure of before. */
function tellsNothingNew(known: Known): boolean {
  return readersOf(known).every((reader) =>
    (['every', 'not-every'] as const).every(
      (word) =>
        !canBe(reader, { word }) ||
        reader.parts.every((part, of) =>
          [true, false].every(
            (has) => part.unknown === 0 || !canBe(reader, { of, has }) || canBe(reader, { word, of, has }),
          ),
        ),
    ),
  );
}

/** Someone whom the others know all about; and each who is unknown to the others, and knows what they did. */
function readersOf(known: Known): readonly Known[] {
  const { parts, answered } = known;
  const without = (of: number, inDoubt: boolean) =>
    parts.map((part, at) => (at === of ? { unknown: part.unknown - 1, inDoubt: part.inDoubt && inDoubt } : part));
  const own = parts.flatMap(({ unknown }, of) =>
    unknown === 0
      ? []
      : [
          { parts: without(of, true), answered },
          { parts: without(of, false), answered: answered - 1 },
        ],
  );
  return [known, ...own].filter((reader) => canBe(reader, {}));
}

/** Whether the people can have answered so that this word is true, and that one of part `of` has answered, or not. */
function canBe(
  { parts, answered }: Known,
  { word, of, has }: { readonly word?: 'every' | 'not-every'; readonly of?: number; readonly has?: boolean },
): boolean {
  const bounds = parts.map(({ unknown }, at) => ({
    least: at === of && has === true ? 1 : 0,
    most: at === of && has === false ? unknown - 1 : unknown,
  }));
  if (word === undefined) return fits(bounds, answered);
  const doubted = (at: number) => parts[at]?.inDoubt === true;
  if (word === 'every')
    return fits(
      bounds.map((bound, at) => (doubted(at) ? { ...bound, least: 1 } : bound)),
      answered,
    );
  return bounds.some(
    (_, silent) =>
      doubted(silent) &&
      fits(
        bounds.map((bound, at) => (at === silent ? { ...bound, most: Math.min(bound.most, 0) } : bound)),
        answered,
      ),
  );
}

function fits(bounds: readonly { readonly least: number; readonly most: number }[], many: number): boolean {
  const sum = (end: 'least' | 'most') => bounds.reduce((all, bound) => all + bound[end], 0);
  return bounds.every(({ least, most }) => least <= most) && sum('least') <= many && many <= sum('most');
}
