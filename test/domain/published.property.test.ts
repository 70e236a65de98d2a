import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestFacts, type DigestFacts } from '../../src/domain/digest.ts';
import type { Member, Standing } from '../../src/domain/huddle.ts';
import type { Idea } from '../../src/domain/idea.ts';
import { heldNow } from '../../src/domain/held.ts';
import type { GroupKey, PersonId, RoleKey } from '../../src/domain/ids.ts';
import { pulseResult } from '../../src/domain/pulse-result.ts';
import type { Role } from '../../src/domain/role-split.ts';
import { aPromise } from '../storage/samples.ts';
import { huddleOf, member, person, standing, willowId } from './measuring.ts';
import { givenAway, namingsIn } from './named-attack.ts';
import { asGroups, independent, inSpan, sideByGroup, type Numbers } from './published-attack.ts';

/** Six weeks from Monday 1 March 2027, in UTC, so that an hour is an hour. */
const start = Date.UTC(2027, 2, 1);
const hour = 3_600_000;
const at = (hours: number) => new Date(start + hours * hour).toISOString();
const weekAt = (nth: number) => ({
  monday: at(nth * 168).slice(0, 10),
  from: at(nth * 168),
  to: at((nth + 1) * 168),
});
const weeks = 5;
const cutAt = (nth: number) => at((nth + 1) * 168 + 33);
const keys = Object.keys(sideByGroup);
const hours = fc.integer({ min: 0, max: weeks * 168 - 1 });
const changes = fc.constantFrom('pause', 'back', 'leave', 'uncounted', 'move', 'none');
const aPerson = fc.record({
  group: fc.constantFrom(...keys, 'people', 'staff', 'staff', 'people', null),
  joins: fc.oneof({ weight: 4, arbitrary: fc.constant(-50) }, hours),
  later: fc.array(fc.record({ when: hours, what: changes, to: fc.constantFrom(...keys) }), { maxLength: 2 }),
});
/** A role, or a promise: who has it, perhaps with someone else, and who has it from some week on. */
const aHolding = fc.record({
  who: fc.nat(11),
  with: fc.option(fc.nat(11)),
  then: fc.option(fc.record({ who: fc.nat(11), from: fc.integer({ min: 1, max: weeks - 1 }) })),
});
const aHuddle = fc.record({
  people: fc.array(aPerson, { minLength: 6, maxLength: 12 }),
  spoken: fc.array(fc.record({ who: fc.nat(11), when: hours }), { minLength: 80, maxLength: 200 }),
  ideas: fc.array(fc.record({ who: fc.nat(11), when: hours, taken: fc.option(hours) }), { maxLength: 40 }),
  leads: fc.array(aHolding, { maxLength: 6 }),
  promises: fc.array(aHolding, { maxLength: 4 }),
  forgotten: fc.option(fc.record({ who: fc.nat(11), after: fc.integer({ min: 0, max: 3 }) })),
});
type Told = typeof aHuddle extends fc.Arbitrary<infer T> ? T : never;

function standingsOf({ group, joins, later }: Told['people'][number]): readonly Standing[] {
  const all = [standing(at(joins), group)];
  for (const { when, what, to } of later.toSorted((a, b) => a.when - b.when)) {
    const before = all.at(-1);
    if (before === undefined || when <= joins || before.status === 'left' || what === 'none') continue;
    const status = { pause: 'paused', leave: 'left', back: 'active', uncounted: 'active', move: 'active' } as const;
    const counted = what === 'uncounted' ? false : what === 'back' ? true : before.counted;
    const key = (what === 'move' ? to : before.group) as GroupKey | null;
    all.push({ ...before, from: at(when), status: status[what], counted, group: key });
  }
  return all;
}

const standsAt = (who: Member, when: string) => who.standings.findLast(({ from }) => from <= when);
const isCountedAt = (who: Member, when: string) => {
  const now = standsAt(who, when);
  return now?.status === 'active' && now.counted;
};

/** Every digest of the weeks, as they are published one by one; someone is forgotten in between. */
function publish(told: Told) {
  const huddle = huddleOf(asGroups, { zone: 'UTC', setUpAt: at(-60) });
  const asTheyWere = told.people.map((plan, nth) => member(`p${String(nth)}`, ...standingsOf(plan)));
  const turns = told.spoken.flatMap(({ who, when }, nth) => {
    const speaker = asTheyWere[who];
    if (speaker === undefined) return [];
    const group = standsAt(speaker, at(when))?.group ?? null;
    return [{ id: String(nth), person: speaker.person, group, thread: String(nth), at: at(when) }];
  });
  const ideas = told.ideas.flatMap(({ who, when, taken }, nth): readonly Idea[] => {
    const raiser = asTheyWere[who];
    if (raiser === undefined || !isCountedAt(raiser, at(when))) return [];
    const group = standsAt(raiser, at(when))?.group ?? null;
    const takenUp = taken === null || taken < when ? null : { promise: nth, at: at(taken) };
    const facts = { huddle: willowId, number: nth + 1, text: null, side: null, fromMeeting: false, version: 1 };
    return [{ ...facts, raisedBy: raiser.person, group, raisedAt: at(when), takenUp }];
  });
  const known = new Set(asTheyWere.map((who) => who.person));
  const heldIn = (nth: number) => (things: Told['leads']) =>
    things.map(({ who, with: other, then }) => {
      const people = then !== null && then.from <= nth ? [then.who] : [who, ...(other === null ? [] : [other])];
      return [...new Set(people.map((one) => person(`p${String(one)}`)))].filter((one) => known.has(one));
    });
  const digests: DigestFacts[] = [];
  for (let nth = 0; nth < weeks; nth++) {
    const week = weekAt(nth);
    const gone = told.forgotten !== null && nth > told.forgotten.after ? told.forgotten.who : null;
    const since = weekAt((told.forgotten?.after ?? 0) + 1).from;
    const now = cutAt(nth);
    const isGone = (who: string) => who === `p${String(gone)}`;
    const roles = heldIn(nth)(told.leads).map((people, at) => roleOf(at, people));
    const owned = heldIn(nth)(told.promises).map((owners, at) => ({
      number: at + 1,
      owners: owners.filter((one) => !isGone(one)),
    }));
    digests.unshift(
      digestFacts({
        huddle,
        week,
        now,
        members: asTheyWere.flatMap((who) => {
          const standings = who.standings.filter(({ from }) => from <= now);
          if (isGone(who.person)) return [{ ...who, standings: [standing(since, null, { status: 'left' })] }];
          return standings.length === 0 ? [] : [{ ...who, standings }];
        }),
        promises: owned.filter(({ owners }) => owners.length > 0).map((one) => aPromise({ ...one, due: '2027-12-01' })),
        roles,
        turns: turns.filter((turn) => !isGone(turn.person)),
        ideas: ideas.map((idea) => (isGone(idea.raisedBy ?? '') ? { ...idea, raisedBy: null } : idea)),
        last: digests[0] ?? null,
        earlier: digests,
      }),
    );
  }
  return { digests: digests.toReversed(), asTheyWere, turns, ideas, heldIn };
}

function roleOf(nth: number, people: readonly PersonId[]): Role {
  const holdings = people.map((one) => ({ person: one, from: at(-1), to: null }));
  const name = `r${String(nth)}`;
  return { huddle: willowId, key: name as RoleKey, name, holdings, offered: null, version: 1 };
}

/** What digests say of these roles, the newest first, where the named are in these groups and six people are in each. */
function answersTo(
  weeksOfRoles: readonly (readonly string[])[],
  { names, way, groups }: { names: readonly PersonId[]; way: readonly string[]; groups: readonly string[] },
) {
  const stands = (group: string | undefined) => standing(at(-50), group ?? null);
  const others = groups.flatMap((group) =>
    Array.from({ length: 6 - way.filter((one) => one === group).length }, (_, nth) =>
      member(`${group}${String(nth)}`, stands(group)),
    ),
  );
  const members = [...names.map((one, nth) => member(one, stands(way[nth]))), ...others];
  const huddle = huddleOf(asGroups.filter(({ key }) => groups.includes(key)));
  const earlier: { to: string; roles: { holders: PersonId[] }[]; held: ReturnType<typeof heldNow> }[] = [];
  for (const [nth, roles] of weeksOfRoles.entries()) {
    const leads = roles.map((one) => Array.from(one).map(person));
    const held = heldNow({ huddle, members, leads, open: [], earlier });
    earlier.unshift({ to: cutAt(nth), roles: leads.map((holders) => ({ holders })), held });
  }
  return earlier.map(({ held }) => held.leadRoles.lines);
}

describe('all that is published', () => {
  it('added up or taken away from each other, tells of no one or two people', () => {
    const seen = { weeks: 0, rollUps: 0, ideas: 0, taken: 0, held: 0 };
    fc.assert(
      fc.property(aHuddle, (told) => {
        const { digests, ...truth } = publish(told);
        const known: Numbers[] = [];
        digests.forEach((digest, nth) => {
          known.push(...independent({ digest, nth, weeks: weekAt, ...truth, forgotten: told.forgotten }));
          if (digest.balance.shown === 'lines') seen.weeks++;
          if (digest.rollUp?.shown.as === 'lines') seen.rollUps++;
          if (digest.rollUp?.ideas?.lines != null) seen.ideas++;
          if (digest.rollUp?.ideas?.lines?.[0]?.takenUp != null) seen.taken++;
          if (digest.held?.leadRoles.lines != null) seen.held++;
        });
        // What every number is about was worked out without the code that made it, and so was its value.
        for (const { value, is } of known) expect(value).toBeCloseTo(is, 6);
        // A line at 0 tells that of each of its people, but for the using side where that is told of nobody.
        for (const { value, mayBeNothing } of known) if (!mayBeNothing) expect(value).toBeGreaterThan(0);
        const people = truth.asTheyWere.map((who) => who.person as string);
        const few = people.flatMap((one, from) => people.slice(from).map((two) => new Set([one, two])));
        for (const family of new Set(known.flatMap(({ cells }) => cells.map(({ family: of }) => of)))) {
          for (const some of few) expect(inSpan(known, { family, of: some })).toBe(false);
        }
      }),
      { numRuns: 90, seed: 20270301 },
    );
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(3);
  });

  it('beside the names of those who hold something, tells of none of them on which side they are', () => {
    const seen = { leads: 0, promises: 0, moved: 0 };
    fc.assert(
      fc.property(aHuddle, (told) => {
        const { digests, asTheyWere, heldIn } = publish(told);
        const namings = digests.flatMap((digest, nth) => {
          const isGone = (one: string) =>
            nth > (told.forgotten?.after ?? weeks) && one === `p${String(told.forgotten?.who)}`;
          const here = new Map<string, GroupKey | null>(
            asTheyWere.flatMap((who) => {
              const stands = standsAt(who, cutAt(nth));
              return isGone(who.person) || stands === undefined || stands.status === 'left'
                ? []
                : [[who.person, stands.group] as const];
            }),
          );
          const leads = heldIn(nth)(told.leads).map((people) => people.filter((one) => here.has(one)));
          const owners = heldIn(nth)(told.promises).map((people) => people.filter((one) => !isGone(one)));
          if (digest.held?.leadRoles.lines != null) seen.leads++;
          if (digest.held?.openPromises.lines != null) seen.promises++;
          if (digest.held?.leadRoles.lines != null && nth > 0 && told.leads.some(({ then }) => then?.from === nth))
            seen.moved++;
          return namingsIn({ digest, leads, owners, groupOf: (one) => here.get(one) });
        });
        expect(givenAway(namings, keys)).toEqual([]);
      }),
      { numRuns: 200, seed: 20270301 },
    );
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(3);
  });

  const three = ['people', 'staff', 'artists'];
  const two = ['people', 'staff'];
  it.each([
    ['one role each', three, [['a', 'b', 'c', 'd']], 6],
    ['five with one each', two, [['a', 'b', 'c', 'd', 'e']], 3],
    ['one who has two', three, [['a', 'a', 'b', 'c', 'd']], 1],
    ['two who share one', two, [['a', 'b', 'c', 'de', 'f']], 1],
    ['three', three, [['a', 'b', 'c']], 2],
    [
      'a role that changes hands',
      two,
      [
        ['a', 'b', 'c', 'd'],
        ['a', 'b', 'c', 'e'],
      ],
      1,
    ],
    [
      'one that changes hands where there are three lines',
      three,
      [
        ['a', 'b', 'c', 'd'],
        ['a', 'b', 'c', 'e'],
      ],
      5,
    ],
    [
      'one that is put down',
      two,
      [
        ['a', 'b', 'c', 'd'],
        ['a', 'b', 'c'],
      ],
      1,
    ],
  ])('and what is hidden tells it no more than what is told: %s', (_what, groups, weeksOfRoles, told) => {
    const names = [...new Set(weeksOfRoles.flat().flatMap((one) => Array.from(one)))].map(person);
    const ways = names.reduce<(readonly string[])[]>(
      (all) => all.flatMap((way) => groups.map((group) => [...way, group])),
      [[]],
    );
    const byAnswer = new Map<string, (readonly string[])[]>();
    for (const way of ways) {
      const answers = answersTo(weeksOfRoles, { names, way, groups });
      if (answers.slice(1).includes(null)) continue;
      const answer = JSON.stringify(answers);
      byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), way]);
    }
    expect(byAnswer.size).toBe(told);
    const isOpen = (all: readonly (readonly string[])[], who: number) => new Set(all.map((way) => way[who])).size > 1;
    for (const all of byAnswer.values())
      names.forEach((_name, who) => {
        expect(isOpen(all, who)).toBe(true);
        names.forEach((_other, reader) => {
          if (reader === who) return;
          for (const own of new Set(all.map((way) => way[reader])))
            expect(
              isOpen(
                all.filter((way) => way[reader] === own),
                who,
              ),
            ).toBe(true);
        });
      });
  });

  it('of private answers, added up or taken away, is of no set under 5', () => {
    const sidesAre = ['using', 'running', 'creative', null] as const;
    const side = fc.constantFrom(...sidesAre);
    const many = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 5, max: 9 }));
    const ofSide = many.chain((length) => fc.array(fc.nat(4), { minLength: length, maxLength: length }));
    const answers = fc
      .tuple(ofSide, ofSide, ofSide, ofSide)
      .map((sets) => sets.flatMap((set, nth) => set.map((option) => ({ side: sidesAre[nth] ?? null, option }))));
    let sides = 0;
    fc.assert(
      fc.property(answers, fc.array(side, { maxLength: 1 }), fc.boolean(), (given, silent, bySide) => {
        const roster = [...given.map((one) => one.side), ...silent] as const;
        const prompt = { kind: 'scale' as const, options: [] };
        const result = pulseResult({ prompt, answers: given, roster, bySide });
        if (result.kind === 'hidden') return;
        const shown: string[] = result.sides.map(({ side: of }) => of);
        const inSide = (of: string | null) => given.filter((one) => one.side === of);
        const rest = given.filter((one) => !shown.includes(one.side ?? 'none'));
        const sets = [given, ...shown.map(inSide), ...(shown.length > 0 && rest.length > 0 ? [rest] : [])];
        sides += shown.length > 1 ? 1 : 0;
        for (const set of sets) expect(set.length).toBeGreaterThanOrEqual(5);
        for (const set of sets)
          if (new Set(set.map(({ option }) => option)).size === 1) expect(set.length).toBeGreaterThan(7);
        // Nobody who was asked is on a side that is left out while others are told.
        if (shown.length > 0) for (const of of roster) expect(inSide(of).length).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 1500, seed: 20270301 },
    );
    expect(sides).toBeGreaterThan(10);
  });
});
