import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestFacts, type DigestFacts } from '../../src/domain/digest.ts';
import type { Member, Standing } from '../../src/domain/huddle.ts';
import type { Idea } from '../../src/domain/idea.ts';
import type { GroupKey } from '../../src/domain/ids.ts';
import { pulseResult } from '../../src/domain/pulse-result.ts';
import { huddleOf, member, person, standing, willowId } from './measuring.ts';
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
const keys = Object.keys(sideByGroup);
const hours = fc.integer({ min: 0, max: weeks * 168 - 1 });
const changes = fc.constantFrom('pause', 'back', 'leave', 'uncounted', 'move', 'none');
const aPerson = fc.record({
  group: fc.constantFrom(...keys, 'people', 'staff', 'staff', 'people', null),
  joins: fc.oneof({ weight: 4, arbitrary: fc.constant(-50) }, hours),
  later: fc.array(fc.record({ when: hours, what: changes, to: fc.constantFrom(...keys) }), { maxLength: 2 }),
});
const aHuddle = fc.record({
  people: fc.array(aPerson, { minLength: 6, maxLength: 12 }),
  spoken: fc.array(fc.record({ who: fc.nat(11), when: hours }), { minLength: 80, maxLength: 200 }),
  ideas: fc.array(fc.record({ who: fc.nat(11), when: hours, taken: fc.option(hours) }), { maxLength: 40 }),
  leads: fc.array(fc.nat(11), { maxLength: 6 }),
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
  const roles = told.leads.map((who, nth) => ({
    huddle: willowId,
    key: `r${String(nth)}` as never,
    name: `r${String(nth)}`,
    holdings: [{ person: person(`p${String(who)}`), from: at(-1), to: null }],
    offered: null,
    version: 1,
  }));
  const digests: DigestFacts[] = [];
  for (let nth = 0; nth < weeks; nth++) {
    const week = weekAt(nth);
    const gone = told.forgotten !== null && nth > told.forgotten.after ? told.forgotten.who : null;
    const since = weekAt((told.forgotten?.after ?? 0) + 1).from;
    const isGone = (who: string) => who === `p${String(gone)}`;
    digests.unshift(
      digestFacts({
        huddle,
        week,
        now: at((nth + 1) * 168 + 33),
        members: asTheyWere.map((who) =>
          isGone(who.person) ? { ...who, standings: [standing(since, null, { status: 'left' })] } : who,
        ),
        promises: [],
        roles,
        turns: turns.filter((turn) => !isGone(turn.person)),
        ideas: ideas.map((idea) => (isGone(idea.raisedBy ?? '') ? { ...idea, raisedBy: null } : idea)),
        last: digests[0] ?? null,
        earlier: digests,
      }),
    );
  }
  return { digests: digests.toReversed(), asTheyWere, turns, ideas };
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
