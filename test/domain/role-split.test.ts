import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoleEvent } from '../../src/domain/events-promises.ts';
import type { HuddleId, PersonId, RoleKey } from '../../src/domain/ids.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { evolveRole } from '../../src/domain/role-evolve.ts';
import { firstRoles, isRoleName, roleKeyOf, withFirst } from '../../src/domain/role-names.ts';
import { decideRole } from '../../src/domain/role-rules.ts';
import { holders, mostHolders, type Role, type RoleCommand, type RoleState } from '../../src/domain/role-split.ts';

const huddle = 'willow' as HuddleId;
const notes = 'notes' as RoleKey;
const person = (name: string) => name as PersonId;
const [ruth, dev, amina, priya] = ['Ruth', 'Dev', 'Amina', 'Priya'].map(person) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
const day = (number: number) => `2027-03-0${String(number)}T10:00:00.000Z`;

/** A role that nobody touched yet, in a huddle of four in which Priya coordinates. */
const untouched: RoleState = {
  huddle,
  role: withFirst([], huddle).find(({ key }) => key === notes) ?? null,
  present: new Set([ruth, dev, amina, priya]),
  coordinators: new Set([priya]),
};
const unknown: RoleState = { ...untouched, role: null };

type Wish = RoleCommand extends infer Each
  ? Each extends RoleCommand
    ? Omit<Each, 'huddle' | 'now' | 'by' | 'role'>
    : never
  : never;
interface Act {
  readonly by: PersonId;
  readonly wish: Wish;
}
const takes = (by: PersonId, name = 'notes'): Act => ({ by, wish: { type: 'TakeRole', name } });
const hands = (by: PersonId, to: PersonId): Act => ({ by, wish: { type: 'HandRole', to } });
const agrees = (by: PersonId, offer: string | null = null): Act => ({ by, wish: { type: 'AgreeRole', offer } });
const declines = (by: PersonId, offer: string | null = null): Act => ({ by, wish: { type: 'DeclineRole', offer } });
const putsDown = (by: PersonId): Act => ({ by, wish: { type: 'PutDownRole' } });

function decide({ by, wish }: Act, state: RoleState, now: string) {
  return decideRole({ ...wish, huddle, now, by, role: notes }, state);
}

/** What has happened so far, an act a day; an act that is refused is a mistake in the test. */
function after(...acts: readonly Act[]): RoleState {
  return acts.reduce<RoleState>((state, act, at) => {
    const events = decide(act, state, day(at + 1));
    if (isRefusal(events)) throw new Error(events.refused);
    return events.reduce(evolveRole, state);
  }, untouched);
}

function without(state: RoleState, ...gone: readonly PersonId[]): RoleState {
  return { ...state, present: new Set([...state.present].filter((one) => !gone.includes(one))) };
}

/** The codes of what happens, or of the refusal. */
function outcome(act: Act, state: RoleState): string {
  const events = decide(act, state, day(9));
  return isRefusal(events) ? events.refused : events.map(({ type }) => type).join(' + ');
}

function holding({ role, present }: RoleState): readonly PersonId[] {
  return role === null ? [] : holders(role, present);
}

const shared = [takes(ruth), takes(amina), agrees(ruth)];
const ruthHas = after(takes(ruth));
const aminaAsksRuth = after(takes(ruth), takes(amina));
const ruthAndAmina = after(...shared);
const ruthHandsDev = after(takes(ruth), hands(ruth, dev));

describe('who may do what with a role', () => {
  it.each<[string, Act, RoleState, string]>([
    ['a free one is taken at once', takes(dev), untouched, 'RoleTaken'],
    ['a new one is named and taken', takes(dev, 'front door'), unknown, 'RoleNamed + RoleTaken'],
    ['a name of more than 40 letters is refused', takes(dev, 'x'.repeat(41)), unknown, 'role-name-too-long'],
    ['a name of 40 letters will do', takes(dev, 'x'.repeat(40)), unknown, 'RoleNamed + RoleTaken'],
    ['nobody takes what they have', takes(ruth), ruthHas, 'role-yours-already'],
    ['what someone has is asked to be shared', takes(dev), ruthHas, 'RoleOffered'],
    ['two share it and no third', takes(dev), ruthAndAmina, 'role-full'],
    ['nobody asks over the head of someone who asked before', takes(dev), aminaAsksRuth, 'role-asked-already'],
    ['asking twice is asking once', takes(amina), aminaAsksRuth, 'role-asked-already'],
    ['nobody asks for what is being handed to another', takes(amina), ruthHandsDev, 'role-asked-already'],
    ['to take what is handed to you is a yes', takes(dev), ruthHandsDev, 'RoleHandedOver'],
    ['a holder may hand it on', hands(ruth, dev), ruthHas, 'RoleOffered'],
    ['and change their mind about whom', hands(ruth, amina), ruthHandsDev, 'RoleOffered'],
    ['either of two may hand on their half', hands(amina, dev), ruthAndAmina, 'RoleOffered'],
    ['nobody hands on what another has', hands(dev, amina), ruthHas, 'role-not-yours'],
    ['not a coordinator either, while someone has it', hands(priya, amina), ruthHas, 'role-not-yours'],
    ['a coordinator may offer a free one', hands(priya, dev), untouched, 'RoleOffered'],
    ['no other member may', hands(dev, amina), untouched, 'role-free'],
    ['nor to themselves', hands(ruth, ruth), ruthHas, 'role-to-yourself'],
    ['nor to someone who shares it', hands(ruth, amina), ruthAndAmina, 'role-they-hold-it'],
    ['nor to someone who is not here', hands(ruth, dev), without(ruthHas, dev), 'not-a-member'],
    ['nor what nobody has named', hands(ruth, dev), unknown, 'role-unknown'],
    ['the receiver says yes', agrees(dev), ruthHandsDev, 'RoleHandedOver'],
    ['nobody says it for them', agrees(amina), ruthHandsDev, 'role-no-offer'],
    ['not even who handed it', agrees(ruth), ruthHandsDev, 'role-no-offer'],
    ['the holder says yes to sharing', agrees(ruth), aminaAsksRuth, 'RoleTaken'],
    ['who asked cannot say it for them', agrees(amina), aminaAsksRuth, 'role-not-yours'],
    ['nor a coordinator', agrees(priya), aminaAsksRuth, 'role-not-yours'],
    ['a yes to nothing is nothing', agrees(dev), ruthHas, 'role-no-offer'],
    ['an old button says yes to nothing newer', agrees(ruth, day(1)), aminaAsksRuth, 'role-no-offer'],
    ['the right button says yes', agrees(ruth, day(2)), aminaAsksRuth, 'RoleTaken'],
    ['nor does it say no', declines(ruth, day(1)), aminaAsksRuth, 'role-no-offer'],
    ['the receiver says no', declines(dev), ruthHandsDev, 'RoleOfferDeclined'],
    ['the holder says no to sharing', declines(ruth), aminaAsksRuth, 'RoleOfferDeclined'],
    ['nobody says no for them', declines(priya), ruthHandsDev, 'role-no-offer'],
    ['nor to sharing', declines(amina), aminaAsksRuth, 'role-not-yours'],
    ['a holder puts it down', putsDown(ruth), ruthHas, 'RolePutDown'],
    ['nobody puts down what another has', putsDown(dev), ruthHas, 'role-not-yours'],
    ['nor a free one', putsDown(dev), untouched, 'role-not-yours'],
    ['nor one that nobody named', putsDown(dev), unknown, 'role-unknown'],
    ['who asked and left gets nothing', agrees(ruth), without(aminaAsksRuth, amina), 'role-no-offer'],
    ['a hand-over outlives whoever left after it', agrees(dev), without(ruthHandsDev, ruth), 'RoleTaken'],
    ['what someone who left had is free', takes(dev), without(ruthHas, ruth), 'RoleTaken'],
    ['and who asked them need not wait', takes(dev), without(aminaAsksRuth, ruth), 'RoleTaken'],
    ['one of two who left makes room', takes(dev), without(ruthAndAmina, ruth), 'RoleOffered'],
  ])('%s', (_rule, act, state, expected) => {
    expect(outcome(act, state)).toBe(expected);
  });
});

describe('who has it after', () => {
  it.each<[string, RoleState, readonly PersonId[]]>([
    ['a role that was shared: both', ruthAndAmina, [ruth, amina]],
    ['a hand-over: the receiver alone', after(takes(ruth), hands(ruth, dev), agrees(dev)), [dev]],
    [
      'a hand-over by one of two: the other and the receiver',
      after(...shared, hands(amina, dev), agrees(dev)),
      [ruth, dev],
    ],
    ['a hand-over that waits: still who has it', ruthHandsDev, [ruth]],
    ['a no: still who has it', after(takes(ruth), hands(ruth, dev), declines(dev)), [ruth]],
    ['a no to sharing: still who has it', after(takes(ruth), takes(amina), declines(ruth)), [ruth]],
    ['one of two who puts it down: the other', after(...shared, putsDown(ruth)), [amina]],
    ['the last who puts it down: nobody', after(takes(ruth), putsDown(ruth)), []],
    ['an offer that a coordinator made: the receiver', after(hands(priya, dev), agrees(dev)), [dev]],
  ])('%s', (_what, state, expected) => {
    expect(holding(state)).toEqual(expected);
  });

  it('an offer is gone once it is answered', () => {
    for (const state of [
      ruthAndAmina,
      after(takes(ruth), hands(ruth, dev), agrees(dev)),
      after(takes(ruth), hands(ruth, dev), declines(dev)),
      after(takes(ruth), takes(amina), putsDown(ruth)),
    ])
      expect(state.role?.offered).toBeNull();
  });

  it('the history says who had it, from when and until when', () => {
    const { role } = after(takes(ruth), hands(ruth, dev), agrees(dev), putsDown(dev));
    expect(role?.holdings).toEqual([
      { person: ruth, from: day(1), to: day(3) },
      { person: dev, from: day(3), to: day(4) },
    ]);
  });

  it('a no says who said it and to whom, so that whoever asked can be told', () => {
    expect(decide(declines(ruth), aminaAsksRuth, day(3))).toEqual([
      { type: 'RoleOfferDeclined', role: notes, at: day(3), person: ruth, by: amina },
    ]);
  });

  it('the fear: someone who left and came back is a third holder', () => {
    const taken = decide(takes(dev), without(ruthAndAmina, ruth, amina), day(5)) as readonly RoleEvent[];
    const state = taken.reduce(evolveRole, without(ruthAndAmina, ruth, amina));
    expect(holding({ ...state, present: untouched.present })).toEqual([dev]);
    expect(state.role?.holdings.map(({ person: who, to }) => [who, to])).toEqual([
      [ruth, day(5)],
      [amina, day(5)],
      [dev, null],
    ]);
  });
});

const anAct = fc.record({
  by: fc.constantFrom(ruth, dev, amina, priya),
  to: fc.constantFrom(ruth, dev, amina, priya),
  what: fc.constantFrom('take', 'hand', 'agree', 'decline', 'put down'),
  leaves: fc.option(fc.constantFrom(ruth, dev, amina), { freq: 6 }),
});

describe('whatever people do', () => {
  it('a role has two holders at most, nobody twice, and each refusal changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anAct, { maxLength: 30 }), (acts) => {
        let state = untouched;
        for (const [at, { by, to, what, leaves }] of acts.entries()) {
          const act = { take: takes(by), hand: hands(by, to), agree: agrees(by), decline: declines(by) }[
            what as 'take'
          ] as Act | undefined;
          const here = new Set(state.present);
          if (leaves !== null) here[here.has(leaves) ? 'delete' : 'add'](leaves);
          state = { ...state, present: here };
          if (!here.has(by)) continue;
          const events = decide(act ?? putsDown(by), state, `2027-03-01T10:${String(at).padStart(2, '0')}:00.000Z`);
          if (!isRefusal(events)) state = events.reduce(evolveRole, state);
          const now = holding(state);
          expect(now.length).toBeLessThanOrEqual(mostHolders);
          expect(new Set(now).size).toBe(now.length);
        }
      }),
    );
  });
});

describe('names of roles', () => {
  const first = withFirst([], huddle);
  const frontDoor: Role = {
    huddle,
    key: 'role-6' as RoleKey,
    name: 'Front door',
    holdings: [],
    offered: null,
    version: 1,
  };
  const roles = [frontDoor, ...first];

  it.each([
    ['notes', 'notes'],
    ['The Notes', 'notes'],
    ['a front door', 'role-6'],
    ['Front  Door!', 'role-6'],
    ['role-6', 'role-6'],
    ['Arweinydd y gân', 'role-7'],
    ['zebra', 'role-7'],
  ])('%s', (name, key) => {
    expect(roleKeyOf(name, roles)).toBe(key);
  });

  it('a key never holds what people typed: the journal keeps it', () => {
    expect(roleKeyOf('looking after Amina', first)).toBe('role-6');
  });

  it.each([
    ['notes', true],
    ['2nd floor', true],
    ['cân', true],
    ['👍', false],
    [' !', false],
    ['the', true],
  ])('%j can be one: %j', (words, expected) => {
    expect(isRoleName(words)).toBe(expected);
  });

  it('a new huddle has five roles, all free, and one that was taken stands once', () => {
    expect(withFirst([], huddle).map(({ name }) => name)).toEqual([...firstRoles]);
    const { role } = ruthHas;
    if (role === null) throw new Error('no role');
    const all = withFirst([role], huddle);
    expect(all).toHaveLength(5);
    expect(all[0]).toBe(role);
  });
});
