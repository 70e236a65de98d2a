import type { Commitment } from '../../src/domain/commitment.ts';
import type { DigestFacts, PromiseLine } from '../../src/domain/digest.ts';
import { ledgerOf } from '../../src/domain/commitment-standing.ts';
import type { RoleKey } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/role-split.ts';
import type { DigestGiven } from '../../src/messages/digest-lines.ts';
import { defaultGroups, huddleOf, person, willowId } from '../domain/measuring.ts';

export const names = new Map(
  ['Amina', 'Dev', 'Ellis', 'Ruth', 'Graham', 'Priya', 'Tomos', 'Lena', 'Jo'].map((name) => [
    person(name.toLowerCase()),
    name,
  ]),
);

export function promise(number: number, what: string, changes: Partial<Commitment> = {}): Commitment {
  return {
    huddle: willowId,
    number,
    what,
    owners: [person('ruth')],
    forSide: 'using',
    due: '2027-03-21',
    madeBy: person('ruth'),
    madeAt: '2027-02-20T10:00:00.000Z',
    from: null,
    state: { status: 'open' },
    suggestion: null,
    proof: null,
    reason: null,
    next: null,
    missing: null,
    movedAt: '2027-03-04T18:00:00.000Z',
    notes: [],
    pickUp: null,
    version: 1,
    ...changes,
  };
}

export function line(number: number, status: PromiseLine['status'], changes: Partial<PromiseLine> = {}): PromiseLine {
  return { number, status, due: '2027-03-21', by: null, into: null, ...changes };
}

const at = '2027-03-04T18:00:00.000Z';
const by = person('ellis');
const claim = { by: person('ruth'), at, reminded: false };

export const promises: readonly Commitment[] = [
  promise(11, 'the art room stays open on Saturdays until 4pm', {
    proof: 'It opened on 6 March. 11 people came. Photo of the sign-in sheet, names covered.',
    state: { status: 'kept', by, at, claim },
  }),
  promise(12, 'pay a peer trainer by March', {
    reason: 'There is no new money until April',
    next: 'Graham will bring a new date on 18 March',
    state: { status: 'could-not', by: person('graham'), at },
  }),
  promise(13, 'the welcome letter uses plain words', { state: { status: 'kept', by: person('dev'), at, claim } }),
  promise(14, 'we meet every week, in the day', { state: { status: 'changed', at, into: 18 } }),
  promise(15, 'quiet room sign', { proof: 'The sign is up on the door', state: { status: 'claimed', ...claim } }),
  promise(16, 'ward tour dates', { due: '2027-03-04' }),
  promise(17, 'music at tea time'),
  promise(18, 'we meet every 2 weeks, in the evening', { due: '2027-03-17', from: 14 }),
];

const role = (key: string, ...people: readonly string[]): Role => ({
  huddle: willowId,
  key: key as RoleKey,
  name: key,
  holdings: people.map((name) => ({ person: person(name), from: at, to: null })),
  offered: null,
  version: 1,
});

export const roles = [role('notes', 'amina', 'lena'), role('money', 'graham'), role('outreach', 'dev')];

/** A huddle with the groups that every huddle starts with. */
export const given: DigestGiven = { huddle: huddleOf(defaultGroups), names, promises, roles };

export const facts: DigestFacts = {
  week: { monday: '2027-03-01', sunday: '2027-03-07' },
  from: '2027-03-02T09:00:00.000Z',
  to: '2027-03-09T09:00:00.000Z',
  promises: [
    line(11, 'kept', { by }),
    line(12, 'could-not'),
    line(13, 'kept', { by: person('dev') }),
    line(14, 'changed', { into: 18 }),
    line(15, 'claimed'),
    line(16, 'late', { due: '2027-03-04' }),
    line(17, 'open'),
    line(18, 'open', { due: '2027-03-17' }),
  ],
  ended: [],
  record: ledgerOf(promises),
  heard: { people: 8, of: 9 },
  balance: {
    shown: 'lines',
    turns: 30,
    lines: [
      { who: { side: 'using' }, people: 3, turns: 9, level: 10, percent: null, word: 'level' },
      { who: { side: 'running' }, people: 3, turns: 15, level: 10, percent: null, word: 'level' },
      { who: { side: 'creative' }, people: 3, turns: 6, level: 10, percent: null, word: 'level' },
    ],
  },
  roles: [
    { role: 'notes' as RoleKey, holders: [person('amina'), person('lena')] },
    { role: 'money' as RoleKey, holders: [person('graham')] },
    { role: 'outreach' as RoleKey, holders: [person('dev')] },
    { role: 'lead' as RoleKey, holders: [] },
    { role: 'evaluation' as RoleKey, holders: [] },
  ],
  split: [
    { side: 'using', leadRoles: 1.5, openPromises: 0 },
    { side: 'running', leadRoles: 1, openPromises: 4 },
    { side: 'creative', leadRoles: 0.5, openPromises: 0 },
  ],
};
