import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Balance, balanceOf, firstMonday, heardFrom, wordFor } from '../../src/domain/balance.ts';
import { rosterOf, weightOf } from '../../src/domain/roster.ts';
import type { Group, Huddle, Member } from '../../src/domain/huddle.ts';
import type { Week } from '../../src/domain/time.ts';
import { addLocalDays, addMs, dayMs, weekFrom } from '../../src/domain/time.ts';
import {
  defaultGroups,
  huddleOf,
  member,
  membersIn,
  standing,
  turnsBy,
  weekOfMarch1,
  weekOfMarch22,
  weekOfMarch8,
  willowGroups,
  zone,
} from './measuring.ts';

const nine = membersIn({ people: 3, staff: 3, artists: 3 });

function balance(
  counts: readonly number[],
  given: { groups?: readonly Group[]; members?: readonly Member[]; week?: Week; huddle?: Partial<Huddle> } = {},
): Balance {
  const { groups = willowGroups, members = nine, week = weekOfMarch8 } = given;
  return balanceOf({ huddle: huddleOf(groups, given.huddle), members, turns: turnsBy(members, counts, week), week });
}

function lines(of: Balance): readonly string[] {
  if (of.shown !== 'lines') return [of.shown];
  return of.lines.map(({ who, people, turns }) => {
    const name = who === 'everyone-else' ? who : 'side' in who ? `side ${who.side}` : who.group;
    return `${name} ${String(people)}: ${String(turns)}`;
  });
}

describe('the first two weeks of a huddle of nine', () => {
  it('with 8 turns it is too early to show numbers, and 5 of 9 were heard', () => {
    const counts = [1, 0, 0, 3, 1, 2, 1, 0, 0];
    expect(balance(counts, { week: weekOfMarch1 })).toEqual({ shown: 'not-enough' });
    const turns = turnsBy(nine, counts, weekOfMarch1);
    expect(heardFrom({ members: nine, turns, week: weekOfMarch1 })).toEqual({ people: 5, of: 9 });
  });

  it('with 14 turns each line has its count, level would be about 5 each, and all are about level', () => {
    const counts = [2, 1, 1, 4, 0, 3, 2, 1, 0];
    expect(balance(counts)).toEqual({
      shown: 'lines',
      turns: 14,
      lines: [
        { who: { group: 'people' }, people: 3, turns: 4, level: 5, percent: null, word: 'level' },
        { who: { group: 'staff' }, people: 3, turns: 7, level: 5, percent: null, word: 'level' },
        { who: { group: 'artists' }, people: 3, turns: 3, level: 5, percent: null, word: 'level' },
      ],
    });
    expect(heardFrom({ members: nine, turns: turnsBy(nine, counts, weekOfMarch8), week: weekOfMarch8 })).toEqual({
      people: 7,
      of: 9,
    });
  });

  it('a week in which all nine speak is level for all', () => {
    const shown = balance([3, 3, 2, 4, 2, 3, 2, 2, 1]);
    expect(lines(shown)).toEqual(['people 3: 8', 'staff 3: 9', 'artists 3: 5']);
    expect(shown.shown === 'lines' && shown.lines.every(({ word }) => word === 'level')).toBe(true);
  });
});

describe('numbers wait until there is enough', () => {
  it.each([
    ['3 people are too few', { people: 3 }, [5, 5, 5]],
    ['9 turns are too few', { people: 3, staff: 3 }, [2, 2, 1, 2, 1, 1]],
    ['2 who spoke are too few', { people: 3, staff: 3 }, [9, 0, 0, 9, 0, 0]],
  ])('%s', (_, sizes, counts) => {
    expect(balance(counts, { members: membersIn(sizes) })).toEqual({ shown: 'not-enough' });
  });

  it('10 turns by 3 of 6 people are enough', () => {
    expect(lines(balance([4, 1, 0, 5, 0, 0], { members: membersIn({ people: 3, staff: 3 }) }))).toEqual([
      'people 3: 5',
      'staff 3: 5',
    ]);
  });
});

describe('the finest lines that give nobody away', () => {
  it('groups, where each has three people', () => {
    const members = membersIn({ people: 3, carers: 3, staff: 3, artists: 3, managers: 3 });
    const shown = balance(Array<number>(15).fill(1), { members, groups: defaultGroups });
    expect(lines(shown)).toEqual(['people 3: 3', 'carers 3: 3', 'staff 3: 3', 'managers 3: 3', 'artists 3: 3']);
  });

  it('three sides, where a group is too small', () => {
    const members = membersIn({ people: 2, carers: 1, staff: 2, managers: 1, artists: 3 });
    const shown = balance([2, 2, 2, 2, 2, 2, 1, 1, 1], { members, groups: defaultGroups });
    expect(lines(shown)).toEqual(['side using 3: 6', 'side running 3: 6', 'side creative 3: 3']);
  });

  it('the using side and everyone else, where a side is too small', () => {
    const members = membersIn({ people: 4, staff: 4, artists: 1 });
    expect(lines(balance([2, 2, 1, 1, 3, 2, 1, 0, 2], { members }))).toEqual(['side using 4: 6', 'everyone-else 5: 8']);
  });

  it('the total alone, where two people use the service', () => {
    const members = membersIn({ people: 2, staff: 6 });
    expect(balance([2, 2, 1, 1, 3, 2, 1, 0], { members })).toEqual({ shown: 'total', turns: 12, why: 'hidden' });
  });

  it('no line is ever at 0: three silent artists join everyone else', () => {
    expect(lines(balance([2, 1, 1, 4, 0, 3, 0, 0, 0]))).toEqual(['side using 3: 4', 'everyone-else 6: 7']);
    expect(balance([0, 0, 0, 4, 2, 3, 2, 1, 1])).toEqual({ shown: 'total', turns: 13, why: 'hidden' });
  });

  it('someone without a group is counted with everyone else', () => {
    const members = [...nine, member('newcomer', standing('2027-03-01T00:00:00.000Z', null))];
    expect(lines(balance([1, 1, 1, 2, 2, 2, 1, 1, 1, 3], { members }))).toEqual([
      'side using 3: 3',
      'everyone-else 7: 12',
    ]);
  });

  it('a huddle in which all are in one group has a total and no lines', () => {
    expect(balance([3, 3, 3, 3, 3], { members: membersIn({ people: 5 }) })).toEqual({
      shown: 'total',
      turns: 15,
      why: 'hidden',
    });
  });

  it('whatever the week, every line has 3 people, no line is at 0, and the lines add up', () => {
    const sizes = fc.record({
      people: fc.nat(5),
      carers: fc.nat(4),
      staff: fc.nat(5),
      managers: fc.nat(4),
      artists: fc.nat(4),
    });
    fc.assert(
      fc.property(sizes, fc.array(fc.nat(4), { minLength: 22, maxLength: 22 }), (size, counts) => {
        const members = membersIn(size);
        const shown = balance(counts, { members, groups: defaultGroups });
        if (shown.shown !== 'lines') return;
        expect(shown.lines.every(({ people, turns }) => people >= 3 && turns > 0)).toBe(true);
        expect(shown.lines.reduce((total, line) => total + line.turns, 0)).toBe(shown.turns);
        expect(shown.lines.reduce((total, line) => total + line.people, 0)).toBe(members.length);
      }),
    );
  });
});

describe('who is counted', () => {
  it('someone who paused for half the week weighs half: 2.5 of 8.5', () => {
    const half = addMs(weekOfMarch8.from, 3.5 * dayMs);
    const ellis = member(
      'ellis',
      standing('2027-03-01T00:00:00.000Z', 'people'),
      standing(half, 'people', { status: 'paused' }),
    );
    const seats = rosterOf([...membersIn({ people: 2, staff: 3, artists: 3 }), ellis], weekOfMarch8);
    const weights = seats.map((seat) => weightOf(seat, weekOfMarch8));
    const all = weights.reduce((total, weight) => total + weight, 0);
    const using = seats.reduce(
      (total, seat, index) => total + (seat.group === 'people' ? (weights[index] ?? 0) : 0),
      0,
    );
    expect([using, all]).toEqual([2.5, 8.5]);
    expect(using / all).toBeCloseTo(0.2941, 4);
    expect(3 / all).toBeCloseTo(0.3529, 4);
  });

  it('in the week the clocks change, half a week is half of its 167 hours', () => {
    const half = addMs(weekOfMarch22.from, 83.5 * 3_600_000);
    const jo = member('jo', standing(half, 'artists'));
    const [seat] = rosterOf([jo], weekOfMarch22);
    expect(seat === undefined ? null : weightOf(seat, weekOfMarch22)).toBe(0.5);
    expect(addLocalDays(weekOfMarch22.from, 7, zone)).toBe(weekOfMarch22.to);
  });

  it('a silent member is on the roster, and one who said no to being counted is not', () => {
    const uncounted = member('graham', standing('2027-03-01T00:00:00.000Z', 'staff', { counted: false }));
    const invited = member('lena', standing('2027-03-01T00:00:00.000Z', null, { status: 'invited', counted: false }));
    const members = [...nine, uncounted, invited];
    const turns = turnsBy(members, [1, 0, 0, 0, 0, 0, 0, 0, 0, 4], weekOfMarch8);
    expect(heardFrom({ members, turns, week: weekOfMarch8 })).toEqual({ people: 1, of: 9 });
  });

  it('what someone says while paused is not counted', () => {
    const dev = member(
      'dev',
      standing('2027-03-01T00:00:00.000Z', 'people'),
      standing(addMs(weekOfMarch8.from, 2 * 3_600_000), 'people', { status: 'paused' }),
    );
    expect(heardFrom({ members: [dev], turns: turnsBy([dev], [5], weekOfMarch8), week: weekOfMarch8 })).toEqual({
      people: 1,
      of: 1,
    });
    const later = turnsBy([dev], [5], weekOfMarch8).slice(2);
    expect(heardFrom({ members: [dev], turns: later, week: weekOfMarch8 })).toEqual({ people: 0, of: 1 });
  });

  it('someone who left before the week is not on its roster', () => {
    const left = member(
      'tomos',
      standing('2027-03-01T00:00:00.000Z', 'artists'),
      standing(weekOfMarch8.from, 'artists', { status: 'left' }),
    );
    expect(rosterOf([left], weekOfMarch8)).toEqual([]);
    expect(rosterOf([left], weekOfMarch1)).toHaveLength(1);
  });

  it('someone who changes group is one person, weighs in both, and turns stay where they were made', () => {
    const half = addMs(weekOfMarch8.from, 3.5 * dayMs);
    const mover = member('jo', standing('2027-03-01T00:00:00.000Z', 'staff'), standing(half, 'artists'));
    const members = [...membersIn({ people: 3, staff: 3, artists: 3 }), mover];
    const turns = turnsBy(members, [2, 1, 1, 2, 1, 1, 2, 1, 1, 0], weekOfMarch8);
    const made = turns.concat({
      id: 'jo',
      person: mover.person,
      group: willowGroups[1]?.key ?? null,
      thread: 't',
      at: weekOfMarch8.from,
    });
    const shown = balanceOf({ huddle: huddleOf(willowGroups), members, turns: made, week: weekOfMarch8 });
    expect(lines(shown)).toEqual(['people 3: 4', 'staff 3: 5', 'artists 4: 4']);
    expect(shown.shown === 'lines' && shown.lines.map(({ level }) => level)).toEqual([4, 5, 5]);
  });

  it('words from before someone picked their group go to the group they picked', () => {
    const jo = member('jo', standing(weekOfMarch8.from, null), standing(addMs(weekOfMarch8.from, 1), 'artists'));
    const members = [...membersIn({ people: 3, staff: 3, artists: 2 }), jo];
    const turns = turnsBy(members, [1, 1, 1, 1, 1, 1, 1, 1, 0], weekOfMarch8);
    const early = [0, 1].map((nth) => ({
      id: `jo${String(nth)}`,
      person: jo.person,
      group: null,
      thread: String(nth),
      at: weekOfMarch8.from,
    }));
    expect(
      lines(balanceOf({ huddle: huddleOf(willowGroups), members, turns: [...turns, ...early], week: weekOfMarch8 })),
    ).toEqual(['people 3: 3', 'staff 3: 3', 'artists 3: 4']);
  });
});

describe('the words beside the counts', () => {
  const word = (turns: number, of: number, weight = 3, all = 9) => wordFor({ turns, of, weight, all });

  it.each([
    ['level', 10, 30],
    // z is 1.94 here: high, but it happens in a fair week.
    ['level', 15, 30],
    ['more', 16, 30],
    ['less', 4, 30],
    ['much-more', 24, 36],
    ['much-less', 2, 36],
    // A ratio of 3, and only 2 turns too many.
    ['level', 3, 3],
    // A sure gap, and a ratio of only 1.2.
    ['level', 160, 400],
  ])('%s for %i turns of %i', (wanted, turns, of) => {
    expect(word(turns, of)).toBe(wanted);
  });

  it('the bounds themselves count: z of exactly 2 with 3 turns too many is more', () => {
    // Level 6 of 18, variance 4: z is 2 at 10 turns.
    expect(word(10, 18)).toBe('more');
    expect(word(9, 18)).toBe('level');
    expect(word(2, 18)).toBe('less');
  });

  it('a ratio of exactly one and a half is more, and not much more', () => {
    // 54 of 108 by a third: z is 3.67, the gap 18.
    expect(word(54, 108)).toBe('more');
    expect(word(55, 108)).toBe('much-more');
  });
});

describe('when lines begin', () => {
  it('a huddle set up on a Friday has its first week on the Monday after', () => {
    expect(firstMonday({ setUpAt: '2027-02-26T10:00:00.000Z', zone })).toBe('2027-03-01');
    expect(firstMonday({ setUpAt: '2027-03-01T10:00:00.000Z', zone })).toBe('2027-03-01');
  });

  it('numbers by group start in the fourth week unless the huddle says otherwise', () => {
    const huddle = { groupLines: 'later', setUpAt: '2027-02-26T10:00:00.000Z' } as const;
    const counts = [2, 1, 1, 4, 0, 3, 2, 1, 0];
    const shownIn = (monday: string) => balance(counts, { huddle, week: weekFrom(monday, zone) });
    expect(shownIn('2027-03-15')).toEqual({ shown: 'total', turns: 14, why: 'later' });
    expect(shownIn('2027-03-22').shown).toBe('lines');
    expect(balance(counts, { huddle: { groupLines: 'off' } })).toEqual({ shown: 'total', turns: 14, why: 'off' });
  });

  it('percents wait for 50 turns', () => {
    const percents = (counts: readonly number[]) => {
      const shown = balance(counts);
      return shown.shown === 'lines' ? shown.lines.map(({ percent }) => percent) : [];
    };
    expect(percents([5, 5, 5, 6, 6, 6, 5, 5, 6])).toEqual([null, null, null]);
    expect(percents([5, 5, 6, 6, 6, 6, 5, 5, 6])).toEqual([32, 36, 32]);
  });
});
