import { describe, expect, it } from 'vitest';
import type { Commitment, PromiseBook, PromiseCommand } from '../../src/domain/commitment.ts';
import { decide } from '../../src/domain/commitment-decide.ts';
import { evolve } from '../../src/domain/commitment-evolve.ts';
import { finished } from '../../src/domain/commitment-standing.ts';
import type { DigestFacts, DigestSources } from '../../src/domain/digest.ts';
import { digestFacts } from '../../src/domain/digest.ts';
import { sidesOf } from '../../src/domain/huddle.ts';
import type { RoleKey } from '../../src/domain/ids.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Role } from '../../src/domain/role-split.ts';
import { addDays, instantAt, weekFrom } from '../../src/domain/time.ts';
import { huddleOf, member, person, standing, willowGroups, willowId, zone } from './measuring.ts';

const huddle = huddleOf(willowGroups);
const joined = '2027-01-30T09:00:00.000Z';
const members = [
  ...['amina', 'dev', 'ellis'].map((name) => member(name, standing(joined, 'people'))),
  ...['ruth', 'graham', 'priya'].map((name) => member(name, standing(joined, 'staff'))),
  ...['tomos', 'lena', 'jo'].map((name) => member(name, standing(joined, 'artists'))),
];
const parties = new Map(
  members.map((one) => [one.person, { sides: sidesOf(huddle, one), standings: one.standings }] as const),
);
const empty: PromiseBook = {
  huddle: willowId,
  zone,
  digest: huddle.digest,
  nextNumber: 1,
  promises: new Map(),
  members: parties,
};

/** Any command without its huddle and moment. */
type Step = PromiseCommand extends infer Command
  ? Command extends PromiseCommand
    ? Omit<Command, 'huddle' | 'now'>
    : never
  : never;

/** What happens on a day at two in the afternoon; time alone acts first. */
function on(date: string, book: PromiseBook, ...steps: readonly Step[]): PromiseBook {
  const now = instantAt(date, '14:00', zone);
  return steps.reduce((before, step) => run(before, now, step), wakeAll(book, now));
}

function run(book: PromiseBook, now: string, step: Step): PromiseBook {
  const events = decide({ ...step, huddle: willowId, now }, book);
  if (isRefusal(events)) throw new Error(events.refused);
  return events.reduce(evolve, book);
}

function wakeAll(book: PromiseBook, now: string): PromiseBook {
  return [...book.promises.keys()].reduce((before, number) => run(before, now, { type: 'Wake', number }), book);
}

const make = (by: string, what: string, due: string): Step => ({
  type: 'Make',
  by: person(by),
  what,
  owners: [],
  forSide: 'using',
  due,
});
const claim = (by: string, number: number): Step => ({ type: 'Claim', by: person(by), number, proof: null });
const yes = (by: string, number: number): Step => ({ type: 'Agree', by: person(by), number, but: null });

function cut(book: PromiseBook, now: string, last: DigestFacts | null, more: Partial<DigestSources> = {}): DigestFacts {
  const promises = [...wakeAll(book, now).promises.values()];
  const week = weekFrom(addDays(now.slice(0, 10), -8), zone);
  return digestFacts({ huddle, members, promises, roles: [], turns: [], week, last, now, ...more });
}

const told = ({ promises }: DigestFacts) => promises.map(({ number, status }) => `${String(number)} ${status}`);

describe('five weeks of promises', () => {
  const first = on(
    '2027-02-03',
    empty,
    make('ruth', 'paint the quiet room', '2027-02-20'),
    make('graham', 'pay a peer trainer', '2027-03-01'),
    make('ruth', 'make a quiet room sign', '2027-02-17'),
    make('tomos', 'play music at tea time', '2027-02-26'),
  );
  const second = on(
    '2027-02-11',
    first,
    claim('ruth', 1),
    yes('amina', 1),
    { type: 'CouldNot', by: person('graham'), number: 2, reason: 'No money until April', next: null },
    make('priya', 'meet every week', '2027-03-08'),
  );
  const third = on('2027-02-18', second, claim('tomos', 4));
  const fourth = on(
    '2027-02-25',
    third,
    { type: 'NotYet', by: person('dev'), number: 4, missing: 'only on one ward', named: true },
    { type: 'SuggestChange', by: person('priya'), number: 5, what: 'meet every 2 weeks', due: '2027-03-17' },
    yes('ellis', 5),
  );
  const fifth = on(
    '2027-03-04',
    fourth,
    claim('tomos', 4),
    yes('dev', 4),
    claim('priya', 6),
    yes('ellis', 6),
    make('ruth', 'make a quiet room sign', '2027-03-15'),
  );

  const digests = [first, second, third, fourth, fifth].reduce<readonly DigestFacts[]>((before, book, index) => {
    const monday = addDays('2027-02-08', 7 * index);
    return [...before, cut(book, instantAt(addDays(monday, 1), '09:00', zone), before.at(-1) ?? null)];
  }, []);

  it('each digest tells what is new and all that is open', () => {
    expect(digests.map(told)).toEqual([
      ['1 open', '2 open', '3 open', '4 open'],
      ['1 kept', '2 could-not', '3 open', '4 open', '5 open'],
      ['3 late', '4 claimed', '5 open'],
      ['3 not-kept', '4 disputed', '5 changed', '6 open'],
      ['4 kept', '6 kept', '7 open'],
    ]);
    expect(digests.map(({ record }) => record.open)).toEqual([4, 3, 3, 2, 1]);
  });

  it('the kept one names who said yes, and the changed one its new number', () => {
    expect(digests[1]?.promises[0]).toEqual({ number: 1, status: 'kept', due: '2027-02-20', by: 'amina', into: null });
    expect(digests[3]?.promises.find(({ number }) => number === 5)?.into).toBe(6);
    expect(digests[3]?.promises.find(({ number }) => number === 4)?.due).toBe('2027-03-05');
  });

  it('seven made: 3 kept, 1 could not, 1 not kept, 1 changed, 1 open; kept 3 of 5 finished', () => {
    const record = digests[4]?.record;
    expect(record).toEqual({ made: 7, kept: 3, couldNot: 1, notKept: 1, changed: 1, dropped: 0, open: 1 });
    expect(record === undefined ? 0 : finished(record)).toBe(5);
  });
});

describe('each end is told once', () => {
  const one = on('2027-03-03', empty, make('ruth', 'paint the day room', '2027-03-20'), claim('ruth', 1));
  const tuesday = '2027-03-09T09:00:00.000Z';
  const next = '2027-03-16T09:00:00.000Z';

  it('a yes in the very moment of a digest is told in the next one', () => {
    const before = cut(one, tuesday, null);
    const after = run(one, tuesday, yes('amina', 1));
    expect(told(cut(after, next, before))).toEqual(['1 kept']);
  });

  it('a yes that reaches us after the digest, with a time before it, is told in the next one', () => {
    const before = cut(one, tuesday, null);
    const late = run(one, '2027-03-09T08:59:58.000Z', yes('amina', 1));
    const second = cut(late, next, before);
    expect(told(second)).toEqual(['1 kept']);
    expect(told(cut(late, '2027-03-23T09:00:00.000Z', second))).toEqual([]);
  });

  it('a yes that was taken back and given again is told again', () => {
    const kept = run(one, '2027-03-09T08:00:00.000Z', yes('amina', 1));
    const firstDigest = cut(kept, tuesday, null);
    const back = run(kept, '2027-03-09T10:00:00.000Z', { type: 'Undo', by: person('amina'), number: 1 });
    const second = cut(back, next, firstDigest);
    const again = run(back, '2027-03-17T10:00:00.000Z', yes('dev', 1));
    expect([firstDigest, second, cut(again, '2027-03-23T09:00:00.000Z', second)].map(told)).toEqual([
      ['1 kept'],
      ['1 claimed'],
      ['1 kept'],
    ]);
  });

  it('a could-not that was a slip, and then was kept, is told as kept', () => {
    const slip = run(one, '2027-03-09T08:00:00.000Z', {
      type: 'CouldNot',
      by: person('ruth'),
      number: 1,
      reason: 'No paint',
      next: null,
    });
    const before = cut(slip, tuesday, null);
    const back = run(slip, '2027-03-09T10:00:00.000Z', { type: 'Undo', by: person('ruth'), number: 1 });
    const kept = run(
      run(back, '2027-03-10T10:00:00.000Z', claim('ruth', 1)),
      '2027-03-11T10:00:00.000Z',
      yes('dev', 1),
    );
    expect([before, cut(kept, next, before)].map(told)).toEqual([['1 could-not'], ['1 kept']]);
  });

  it('a digest remembers when the one before was cut', () => {
    const before = cut(one, tuesday, null);
    expect([before.from, before.to]).toEqual([huddle.setUpAt, tuesday]);
    expect(cut(one, next, before).from).toBe(tuesday);
  });
});

describe('what is open', () => {
  it('a promise that someone was asked for, and one that was taken back, are not told', () => {
    const book = on(
      '2027-03-03',
      empty,
      { ...make('ruth', 'open the art room', '2027-03-20'), owners: [person('dev')] } as Step,
      make('ruth', 'a slip', '2027-03-20'),
      { type: 'Undo', by: person('ruth'), number: 2 },
    );
    expect(told(cut(book, '2027-03-09T09:00:00.000Z', null))).toEqual([]);
  });

  it('a promise is late from midnight after its date, in summer time too', () => {
    const book = on('2027-03-25', empty, make('ruth', 'open the garden', '2027-03-28'));
    expect(told(cut(book, '2027-03-28T22:59:59.999Z', null))).toEqual(['1 open']);
    expect(told(cut(book, '2027-03-28T23:00:00.000Z', null))).toEqual(['1 late']);
  });

  it('a late promise of someone who uses the service is never not kept: someone is looked for', () => {
    const book = on('2027-03-03', empty, {
      ...make('dev', 'water the plants', '2027-03-05'),
      forSide: 'running',
    } as Step);
    expect(told(cut(book, '2027-03-09T09:00:00.000Z', null))).toEqual(['1 late']);
    expect(told(cut(book, '2027-03-16T09:00:00.000Z', null))).toEqual(['1 looking']);
  });
});

describe('who holds what, by side', () => {
  const role = (key: string, ...people: readonly string[]): Role => ({
    huddle: willowId,
    key: key as RoleKey,
    name: key,
    holdings: people.map((name) => ({ person: person(name), from: joined, to: null })),
    offered: null,
    version: 1,
  });

  it('two holders count half each, and a side that holds nothing shows 0', () => {
    const roles = [role('lead', 'amina', 'priya'), role('money', 'graham'), role('posters', 'dev')];
    const two: Commitment[] = [
      ...on(
        '2027-03-03',
        empty,
        make('ruth', 'paint', '2027-03-20'),
        make('dev', 'write', '2027-03-20'),
      ).promises.values(),
    ];
    const shared = two.map((promise) => ({
      ...promise,
      owners: promise.number === 2 ? [person('dev'), person('ruth')] : promise.owners,
    }));
    const facts = cut(empty, '2027-03-09T09:00:00.000Z', null, { roles, promises: shared });
    expect(facts.split).toEqual([
      { side: 'using', leadRoles: 1.5, openPromises: 0.5 },
      { side: 'running', leadRoles: 1.5, openPromises: 1.5 },
      { side: 'creative', leadRoles: 0, openPromises: 0 },
    ]);
    expect(facts.roles.filter(({ holders }) => holders.length > 0)).toEqual([
      { role: 'lead', holders: ['amina', 'priya'] },
      { role: 'money', holders: ['graham'] },
      { role: 'posters', holders: ['dev'] },
    ]);
  });

  it('a role follows its holder to the group they are in now, and a holder who left holds nothing', () => {
    const moved = member('jo', standing(joined, 'artists'), standing('2027-03-02T09:00:00.000Z', 'people'));
    const left = member(
      'lena',
      standing(joined, 'artists'),
      standing('2027-03-02T09:00:00.000Z', 'artists', { status: 'left' }),
    );
    const facts = cut(empty, '2027-03-09T09:00:00.000Z', null, {
      members: [moved, left],
      roles: [role('lead', 'jo', 'lena')],
    });
    expect(facts.split.map(({ leadRoles }) => leadRoles)).toEqual([1, 0, 0]);
  });
});
