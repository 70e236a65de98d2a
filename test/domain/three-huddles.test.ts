import { describe, expect, it } from 'vitest';
import { digestFacts, type DigestFacts } from '../../src/domain/digest.ts';
import { huddleOf, member, membersIn, person, standing, turnsBy, willowGroups, willowId } from './measuring.ts';

/*
 * Huddles of 5, 9 and 14 people over six weeks. Each number of each digest is worked out here a second time, from the
 * definitions alone. The clocks go forward in the fourth week, in which the first person is paused from Thursday on.
 */
const bounds = [1, 8, 15, 22]
  .map((day) => `2027-03-${String(day).padStart(2, '0')}T00:00:00.000Z`)
  .concat(['2027-03-28T23:00:00.000Z', '2027-04-04T23:00:00.000Z', '2027-04-11T23:00:00.000Z']);
const mondays = ['2027-03-01', '2027-03-08', '2027-03-15', '2027-03-22', '2027-03-29', '2027-04-05'];
const pause = { from: '2027-03-25T00:00:00.000Z', to: '2027-03-28T23:00:00.000Z' };
/** 168 hours but for the fourth week, which has 167; of these the first person was counted for 72. */
const hoursOf = (week: number, at: number) => (week !== 3 ? 168 : at === 0 ? 72 : 167);

type Side = 'people' | 'staff' | 'artists';
const sizes: readonly Readonly<Record<Side, number>>[] = [
  { people: 3, staff: 2, artists: 0 },
  { people: 3, staff: 3, artists: 3 },
  { people: 6, staff: 5, artists: 3 },
];

/** Turns by person; staff have far more in the second and third week, and three artists among nine are silent in the first. */
function countsOf(groups: readonly Side[], week: number): readonly number[] {
  return groups.map((group, at) => {
    if (group === 'artists' && week === 0 && groups.length === 9) return 0;
    return ((at * 7 + week * 5 + ((at * week) % 3)) % 4) + (group === 'staff' && (week === 1 || week === 2) ? 6 : 0);
  });
}

type Name = Side | 'else';
const ways: readonly ((group: Side) => Name)[] = [(group) => group, (group) => (group === 'people' ? group : 'else')];

/** The finest way in which each line has 3 people and something; `may` have nothing. */
function finest(groups: readonly Side[], amounts: readonly number[], may: Name | null = null) {
  for (const way of ways) {
    const names = [...new Set(groups.map(way))];
    const lines = names.map((name) => {
      const on = groups.flatMap((group, at) => (way(group) === name ? [at] : []));
      return { name, on, amount: on.reduce((all, at) => all + (amounts[at] ?? 0), 0) };
    });
    const fits = lines.every(({ name, on, amount }) => on.length >= 3 && (amount > 0 || name === may));
    if (lines.length > 1 && fits) return lines;
  }
  return null;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

function gapOf(on: readonly number[], counts: readonly number[], hours: readonly number[]) {
  const share = sum(on.map((at) => hours[at] ?? 0)) / sum(hours);
  const [had, all] = [sum(on.map((at) => counts[at] ?? 0)), sum(counts)];
  const d = had - share * all;
  return { level: share * all, d, z: d / Math.sqrt(all * share * (1 - share)), ratio: had / (share * all) };
}

function wordOf({ d, z, ratio }: ReturnType<typeof gapOf>) {
  const way = d > 0 ? 'more' : 'less';
  if (Math.abs(z) >= 3 && Math.abs(d) >= 5 && (ratio > 1.5 || ratio < 2 / 3)) return `much-${way}`;
  return Math.abs(z) >= 2 && Math.abs(d) >= 3 && (ratio > 1.25 || ratio < 0.8) ? way : 'level';
}

/** Whole numbers of 100, the rest to the largest remainders; from 50 turns on. */
function percentsOf(amounts: readonly number[]): readonly (number | null)[] {
  const all = sum(amounts);
  if (all < 50) return amounts.map(() => null);
  const exact = amounts.map((amount) => (amount / all) * 100);
  const whole = exact.map(Math.floor);
  while (sum(whole) < 100) {
    const rests = exact.map((one, at) => one - (whole[at] ?? 0));
    const most = rests.indexOf(Math.max(...rests));
    whole[most] = (whole[most] ?? 0) + 1;
  }
  return whole;
}

/** Every way to put nine people on three lines of three, by trying all 3^9 of them. */
function chance(counts: readonly number[], hours: readonly number[], lines: readonly (readonly number[])[]): number {
  const widest = (put: readonly (readonly number[])[]) =>
    Math.max(...put.map((on) => Math.abs(gapOf(on, counts, hours).z)));
  const was = widest(lines);
  let [wide, all] = [0, 0];
  for (let code = 0; code < lines.length ** counts.length; code++) {
    const put = lines.map(() => [] as number[]);
    counts.forEach((_, at) => put[Math.floor(code / lines.length ** at) % lines.length]?.push(at));
    if (put.some((on, nth) => on.length !== lines[nth]?.length)) continue;
    all++;
    if (widest(put) >= was - 1e-9) wide++;
  }
  return wide / all;
}

function huddleOfSize(size: Readonly<Record<Side, number>>) {
  const names = ['people', 'staff', 'artists'] as const;
  const groups = names.flatMap((name) => Array.from({ length: size[name] }, () => name));
  const [first, ...others] = membersIn(size);
  if (first === undefined) throw new Error('nobody');
  const paused = member(
    first.person,
    standing('2027-01-30T09:00:00.000Z', 'people'),
    standing(pause.from, 'people', { status: 'paused' }),
    standing(pause.to, 'people'),
  );
  return { groups, members: [paused, ...others] };
}

/** The lead is the first person's, money the first member of staff's, notes of both the second ones. */
const holdings = [['people1'], ['staff1'], ['people2', 'staff2'], ['staff2', 'people2']];
const roles = holdings.map((holders, at) => ({
  huddle: willowId,
  key: `role ${String(at)}` as never,
  name: `role ${String(at)}`,
  holdings: holders.map((name) => ({ person: person(name), from: '2027-02-01T10:00:00.000Z', to: null })),
  offered: null,
  version: 1,
}));

function told(size: Readonly<Record<Side, number>>) {
  const { groups, members } = huddleOfSize(size);
  const huddle = huddleOf(willowGroups, { nudge: { on: true } });
  const digests: DigestFacts[] = [];
  mondays.forEach((monday, week) => {
    const [from = '', to = ''] = [bounds[week], bounds[week + 1]];
    const counts = countsOf(groups, week);
    const window = { monday, from, to };
    const answeredBy = members.filter((_, at) => (counts[at] ?? 0) % 2 === 1).map((who) => who.person);
    const closedAt = new Date(Date.parse(from) + 60 * 3_600_000).toISOString();
    const turns = turnsBy(members, counts, window);
    const now = new Date(Date.parse(to) + 33 * 3_600_000).toISOString();
    const rest = { huddle, members, roles, promises: [], last: digests[0] ?? null, earlier: [...digests] };
    digests.unshift(digestFacts({ ...rest, turns, now, week: window, closed: [{ closedAt, answeredBy }] }));
  });
  return { groups, digests: digests.toReversed() };
}

const nameOf = (who: unknown): Name =>
  who === 'everyone-else' ? 'else' : 'group' in (who as object) ? (who as { group: Side }).group : sideName(who);
const sideName = (who: unknown): Name =>
  ({ using: 'people', running: 'staff', creative: 'artists' })[(who as { side: 'using' }).side] as Name;

describe.each(sizes)('six weeks of $people who use it, $staff staff and $artists artists', (size) => {
  const { groups, digests } = told(size);
  const weeks = mondays.map((_, week) => {
    const counts = countsOf(groups, week);
    const hours = groups.map((_, at) => hoursOf(week, at));
    return { counts, hours, lines: sum(counts) < 10 ? null : finest(groups, counts) };
  });

  const digestOf = (week: number): DigestFacts => {
    const digest = digests[week];
    if (digest === undefined) throw new Error(`no digest of week ${String(week)}`);
    return digest;
  };

  it.each(mondays)('in the week of %s all turns, levels, percents and words are right', (monday) => {
    const week = mondays.indexOf(monday);
    const { counts, hours, lines } = weeks[week] ?? { counts: [], hours: [], lines: null };
    const { heard, balance } = digestOf(week);
    const spoke = counts.filter((count) => count > 0).length;
    expect(heard).toEqual({ people: spoke, of: groups.length });
    if (sum(counts) < 10 || spoke < 3) {
      expect(balance).toEqual({ shown: 'not-enough' });
    } else if (lines === null) {
      expect(balance).toEqual({ shown: 'total', turns: sum(counts), why: 'hidden' });
    } else {
      const percents = percentsOf(lines.map(({ amount }) => amount));
      const shown = balance.shown === 'lines' ? balance.lines : [];
      expect(shown.map(({ who, ...line }) => ({ ...line, who: nameOf(who) }))).toEqual(
        lines.map(({ name, on, amount }, at) => {
          const gap = gapOf(on, counts, hours);
          const level = Math.round(gap.level);
          return { who: name, people: on.length, turns: amount, level, percent: percents[at], word: wordOf(gap) };
        }),
      );
    }
  });

  it('the tip to everyone comes after two weeks that were flagged alike, and not twice running', () => {
    const flags = weeks.map(({ lines, counts, hours }) =>
      (lines ?? []).flatMap(({ name, on }) => {
        const word = wordOf(gapOf(on, counts, hours)).replace('much-', '');
        return word === 'level' ? [] : [`${name} ${word}`];
      }),
    );
    const due: boolean[] = [];
    flags.forEach((now, week) => {
      due.push(week > 0 && due[week - 1] === false && now.some((flag) => flags[week - 1]?.includes(flag) === true));
    });
    expect(digests.map(({ nudge }) => nudge === true)).toEqual(due);
    expect(due.includes(true)).toBe(groups.length > 5);
  });

  it('four weeks are added up with the fourth digest alone', () => {
    const four = weeks.slice(0, 4);
    const { rollUp } = digestOf(3);
    expect(digests.map((digest) => digest.rollUp !== undefined)).toEqual([false, false, false, true, false, false]);
    expect(rollUp).toMatchObject({ from: '2027-03-01', to: '2027-03-28' });
    const turns = sum(four.flatMap(({ counts }) => counts));
    const alike = new Set(four.map(({ lines }) => lines?.map(({ name }) => name).join())).size === 1;
    if (four.some(({ counts }) => sum(counts) < 10)) expect(rollUp?.shown).toEqual({ as: 'not-enough' });
    else if (!alike || four[0]?.lines == null) expect(rollUp?.shown).toEqual({ as: 'total', turns });
    else {
      const names = four[0].lines.map(({ name }) => name);
      const added = names.map((name) =>
        sum(four.map(({ lines }) => lines?.find((one) => one.name === name)?.amount ?? 0)),
      );
      const lines = rollUp?.shown.as === 'lines' ? rollUp.shown.lines : [];
      expect(lines.map((line) => [nameOf(line.who), line.turns])).toEqual(names.map((name, at) => [name, added[at]]));
      expect(lines.map(({ percent }) => percent)).toEqual(percentsOf(added));
    }
    const led = groups.length === 5 ? undefined : [8, 8];
    expect(rollUp?.leadWeeks?.map(({ amount }) => amount)).toEqual(led);
  });

  it('lead roles: 2 for each, and no lines where there are two members of staff', () => {
    for (const { held } of digests) {
      expect(held?.leadRoles.total).toBe(4);
      const lines = held?.leadRoles.lines?.map(({ who, amount }) => [nameOf(who), amount]);
      expect(lines).toEqual(
        groups.length === 5
          ? undefined
          : [
              ['people', 2],
              ['else', 2],
            ],
      );
    }
  });

  it('the measures for coordinators: voices, evenness, gaps, answers, and chance by every way there is', () => {
    weeks.forEach(({ counts, hours, lines }, week) => {
      const { measures, balance } = digestOf(week);
      const all = sum(counts);
      if (balance.shown === 'not-enough') expect(measures?.spread).toBeNull();
      else {
        const entropy = sum(counts.filter((one) => one > 0).map((one) => (-one / all) * Math.log(one / all)));
        expect(measures?.spread?.voices).toBeCloseTo(Math.exp(entropy), 1);
        expect(measures?.spread?.evenness).toBeCloseTo(entropy / Math.log(groups.length), 2);
      }
      const shown = balance.shown === 'lines' ? (lines ?? []) : [];
      expect(measures?.lines.length).toBe(shown.length);
      shown.forEach(({ on }, at) => {
        expect(Math.abs((measures?.lines[at]?.z ?? 99) - gapOf(on, counts, hours).z)).toBeLessThan(0.0051);
      });
      if (groups.length === 9 && shown.length > 0) {
        const p = chance(
          counts,
          hours,
          shown.map(({ on }) => on),
        );
        expect(measures?.shuffle?.exact).toBe(true);
        expect(Math.abs((measures?.shuffle?.p ?? 9) - p)).toBeLessThan(0.00051);
      }
      const answers = counts.map((one) => one % 2);
      const by = finest(groups, answers)?.map(({ amount, on }) => ({ answers: amount, of: on.length }));
      expect(measures?.answers).toMatchObject({ answers: sum(answers), of: groups.length });
      expect(measures?.answers.lines?.map(({ answers: some, of }) => ({ answers: some, of }))).toEqual(by);
    });
  });
});
