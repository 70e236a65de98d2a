import type { Commitment, PromiseBook } from '../../src/domain/commitment.ts';
import { ledgerOf } from '../../src/domain/commitment-standing.ts';
import type { DigestFacts, PromiseLine } from '../../src/domain/digest.ts';
import type { Huddle, Member } from '../../src/domain/huddle.ts';
import type { HuddleId, PersonId, RoleKey, RoundId } from '../../src/domain/ids.ts';
import { longestRoleName } from '../../src/domain/role-names.ts';
import type { Role } from '../../src/domain/role-split.ts';
import type { Prompt, Round } from '../../src/domain/round.ts';
import { defaultGroups } from '../../src/domain/setup.ts';
import type { PromiseFacts } from '../../src/messages/promise-actions.ts';

/* One huddle at work, from which every sample message is built. */

/** What stands where people write: short words to read by, or very long ones to try a platform's limits. */
export interface Written {
  readonly name: string;
  readonly words: string;
}

export const now = '2027-03-09T09:00:00.000Z';
const earlier = '2027-03-04T18:00:00.000Z';
const id = 'willow' as HuddleId;

export const person = (name: string) => name as PersonId;
export const people = ['amina', 'dev', 'ellis', 'ruth', 'graham', 'priya', 'tomos', 'lena', 'jo'].map(person);
const groupAt = (place: number) => defaultGroups[[0, 1, 0, 2, 4, 2, 3, 3, 3][place] ?? 0]?.key ?? null;

export function sampleHuddle({ name, words }: Written): Huddle {
  return {
    id,
    name,
    purpose: words,
    zone: 'Europe/London',
    groups: defaultGroups,
    checkIn: {
      schedule: { days: [1, 3, 5], time: '10:30', everyWeeks: 2, anchor: '2027-03-01' },
      nextDueAt: '2027-03-15T10:30:00.000Z',
      sent: 5,
    },
    digest: { weekday: 3, time: '10:30' },
    nextDigestAt: '2027-03-10T10:30:00.000Z',
    quiet: { from: '20:00', to: '08:00' },
    groupLines: 'on',
    listening: false,
    setUpBy: person('priya'),
    setUpAt: '2027-01-29T09:00:00.000Z',
    version: 1,
  };
}

export const sampleMembers: readonly Member[] = people.map((who, place) => ({
  huddle: id,
  person: who,
  coordinator: who === 'priya' || who === 'ellis',
  invitedBy: person('priya'),
  standings: [{ from: '2027-01-29T09:00:00.000Z', status: 'active', counted: true, group: groupAt(place), also: null }],
  consents: [],
}));

export const sampleNames = ({ name }: Written): ReadonlyMap<PersonId, string> =>
  new Map(people.map((who) => [who, name]));

export function sampleRound(prompt: Partial<Prompt>, changes: Partial<Round> = {}): Round {
  return {
    id: 'willow/2027-03-01' as RoundId,
    huddle: id,
    prompt: { id: null, text: '', kind: 'open', reach: 'choose', options: [], ...prompt },
    askedBy: null,
    status: 'open',
    opensAt: '2027-03-01T10:30:00.000Z',
    closesAt: '2027-09-29T21:30:00.000Z',
    heard: null,
    order: [],
    version: 1,
    ...changes,
  };
}

export function samplePromise(number: number, what: string, changes: Partial<Commitment> = {}): Commitment {
  return {
    huddle: id,
    number,
    what,
    owners: [person('ruth'), person('priya')],
    forSide: 'using',
    due: '2027-09-29',
    madeBy: person('ruth'),
    madeAt: '2027-02-20T10:00:00.000Z',
    from: null,
    state: { status: 'open' },
    suggestion: null,
    proof: null,
    reason: null,
    next: null,
    missing: null,
    movedAt: earlier,
    notes: [],
    pickUp: null,
    version: 1,
    ...changes,
  };
}

const claim = { by: person('ruth'), at: earlier, reminded: false };

/** A promise in each state that it can be in, numbered from 11. */
export function samplePromises({ words }: Written): readonly Commitment[] {
  const by = person('ellis');
  const said = { proof: words, reason: words, next: words, missing: words };
  const suggestion = {
    kind: 'change',
    by,
    at: earlier,
    what: words,
    due: '2027-09-29',
    needs: ['using'],
    yes: [],
  } as const;
  return [
    samplePromise(11, words, { ...said, state: { status: 'kept', by, at: earlier, claim } }),
    samplePromise(12, words, { ...said, state: { status: 'could-not', by: person('ruth'), at: earlier } }),
    samplePromise(13, words, { ...said, state: { status: 'changed', at: earlier, into: 18 } }),
    samplePromise(14, words, { ...said, state: { status: 'dropped', at: earlier } }),
    samplePromise(15, words, { ...said, state: { status: 'claimed', ...claim } }),
    samplePromise(16, words, { due: '2027-03-04' }),
    samplePromise(17, words, { suggestion }),
    samplePromise(18, words, { from: 13 }),
    samplePromise(19, words, { state: { status: 'not-kept', at: earlier } }),
    samplePromise(20, words, { state: { status: 'offered', to: [person('ruth')] } }),
    samplePromise(21, words, { owners: [person('amina')], due: '2027-02-20' }),
    samplePromise(22, words, { pickUp: person('jo') }),
  ];
}

export function samplePromiseFacts(written: Written): PromiseFacts {
  const huddle = sampleHuddle(written);
  const members: PromiseBook['members'] = new Map(
    sampleMembers.map(({ person: who, standings }) => {
      const side = defaultGroups.find(({ key }) => key === standings[0]?.group)?.side ?? 'using';
      return [who, { sides: [side], standings }];
    }),
  );
  const promises = new Map(samplePromises(written).map((promise) => [promise.number, promise]));
  const book = { huddle: id, zone: huddle.zone, digest: huddle.digest, nextNumber: 23, promises, members };
  return { huddle, book, names: sampleNames(written), now };
}

export function sampleRoles({ name }: Written): readonly Role[] {
  const role = (key: string, ...holders: readonly string[]): Role => ({
    huddle: id,
    key: key as RoleKey,
    name: name.slice(0, longestRoleName),
    holdings: holders.map((who) => ({ person: person(who), from: earlier, to: null })),
    offered: null,
    version: 1,
  });
  const offered: Role['offered'] = { kind: 'hand', to: person('dev'), by: person('ruth'), at: earlier };
  const past = { person: person('jo'), from: '2027-02-01T09:00:00.000Z', to: earlier };
  const notes = role('notes', 'amina', 'lena');
  return [{ ...notes, holdings: [past, ...notes.holdings] }, { ...role('money', 'graham'), offered }, role('outreach')];
}

const status = {
  11: 'kept',
  12: 'could-not',
  13: 'changed',
  14: 'dropped',
  15: 'claimed',
  16: 'late',
  17: 'suggested',
  18: 'open',
  19: 'not-kept',
  21: 'looking',
} as const;

export function sampleDigest(written: Written): DigestFacts {
  const promises = samplePromises(written).flatMap(({ number, due, state }): readonly PromiseLine[] => {
    const told = status[number as keyof typeof status] as PromiseLine['status'] | undefined;
    const by = state.status === 'kept' ? state.by : null;
    return told === undefined ? [] : [{ number, status: told, due, by, into: number === 13 ? 18 : null }];
  });
  const line = (side: 'using' | 'running' | 'creative', turns: number, word: 'less' | 'level' | 'more') =>
    ({ who: { side }, people: 3, turns, level: 10, percent: null, word }) as const;
  return {
    week: { monday: '2027-03-01', sunday: '2027-03-07' },
    from: '2027-03-02T09:00:00.000Z',
    to: now,
    promises,
    ended: [],
    record: ledgerOf(samplePromises(written)),
    heard: { people: 8, of: 9 },
    balance: {
      shown: 'lines',
      turns: 30,
      lines: [line('using', 9, 'level'), line('running', 15, 'more'), line('creative', 6, 'level')],
    },
    roles: sampleRoles(written).map(({ key, holdings }) => ({
      role: key,
      holders: holdings.filter(({ to }) => to === null).map(({ person: who }) => who),
    })),
    split: [
      { side: 'using', leadRoles: 1.5, openPromises: 0 },
      { side: 'running', leadRoles: 1, openPromises: 4 },
      { side: 'creative', leadRoles: 0.5, openPromises: 0.5 },
    ],
  };
}
