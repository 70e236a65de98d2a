import { describe, expect, it } from 'vitest';
import type { PersonId, RoleKey } from '../../src/domain/ids.ts';
import { refuse } from '../../src/domain/refusal.ts';
import { withFirst } from '../../src/domain/role-names.ts';
import type { Offer, Role } from '../../src/domain/role-split.ts';
import type { Document } from '../../src/messages/document.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import {
  newRoleQuestion,
  roleDeclined,
  roleNews,
  roleOffer,
  roleOfferActions,
  roleRefusal,
  rolesMessage,
} from '../../src/messages/roles.ts';
import { roleWords } from '../../src/words/en/roles.ts';
import { huddleOf, member, person, standing, willowGroups, willowId } from '../domain/measuring.ts';

const huddle = huddleOf(willowGroups);
const [amina, dev, ruth] = [person('amina'), person('dev'), person('ruth')] as [PersonId, PersonId, PersonId];
const names = new Map([
  [amina, 'Amina'],
  [dev, 'Dev'],
  [ruth, 'Ruth'],
]);
const present = new Set(names.keys());
const members = [...names.keys()].map((one) => member(one, standing('2027-02-01T10:00:00.000Z', 'staff')));
const day = (number: number) => `2027-03-0${String(number)}T10:00:00.000Z`;
const held = (who: PersonId, from: number, to: number | null = null) => ({
  person: who,
  from: day(from),
  to: to === null ? null : day(to),
});

function role(key: string, changes: Partial<Role> = {}): Role {
  return { huddle: willowId, key: key as RoleKey, name: key, holdings: [], offered: null, version: 1, ...changes };
}
const offer = (kind: Offer['kind'], by: PersonId, to: PersonId): Offer => ({ kind, by, to, at: day(5) });

const read = (...documents: readonly (Document | null)[]) =>
  `${documents.map((one) => (one === null ? '(nothing)' : plainText(one.blocks))).join('\n\n---\n\n')}\n`;
const golden = (name: string) => `golden/roles-${name}.txt`;

describe('roles as people read them', () => {
  it('all of them: held, shared, handed on, put down, and of someone who left', async () => {
    const roles = withFirst(
      [
        role('notes', { holdings: [held(ruth, 1, 3), held(dev, 3), held(amina, 4)] }),
        role('money', { holdings: [held(person('gone'), 1, 2)], offered: offer('hand', ruth, dev) }),
        role('outreach', { holdings: [held(person('gone'), 2)] }),
      ],
      willowId,
    );
    await expect(read(rolesMessage({ huddle, roles, members, names, viewer: ruth }))).toMatchFileSnapshot(
      golden('list'),
    );
  });

  it('of standing in: the list while a holder is away, both questions, and the news', async () => {
    const standIns = [
      { ...held(ruth, 1, 2), agreedBy: dev },
      { ...held(amina, 3), agreedBy: dev },
    ];
    const notes = role('notes', { holdings: [held(dev, 1)], standIns });
    const away = members.map((one) =>
      one.person === dev ? member(dev, standing(day(4), 'staff', { status: 'paused' })) : one,
    );
    const facts = { huddle, roles: [notes], names, viewer: amina };
    const offers = [offer('stand-in', amina, amina), offer('ask-stand-in', dev, amina)];
    const text = read(
      rolesMessage({ ...facts, members }),
      rolesMessage({ ...facts, members: away }),
      ...offers.map((offered) => roleOffer({ ...notes, standIns: [], offered }, { huddle, names })),
      roleNews(notes, { present, names }),
    );
    await expect(text).toMatchFileSnapshot(golden('standing-in'));
  });

  it('what one person is asked, what everyone hears, and a no', async () => {
    const handed = role('notes', { holdings: [held(ruth, 1)], offered: offer('hand', ruth, dev) });
    const shared = role('notes', { holdings: [held(ruth, 1)], offered: offer('share', amina, amina) });
    const facts = { huddle, names, present };
    await expect(
      read(
        roleOffer(handed, facts),
        roleOffer(shared, facts),
        roleDeclined(shared),
        roleNews(role('notes', { holdings: [held(ruth, 1), held(dev, 2)] }), facts),
        roleNews(role('notes'), facts),
        newRoleQuestion(huddle, 'tea and cake'),
      ),
    ).toMatchFileSnapshot(golden('notes'));
  });

  it('every no', async () => {
    const codes = Object.keys(roleWords.refusals);
    const sentences = codes.map((code) => roleRefusal(refuse(code, { name: 'notes', most: 40 })));
    await expect(read(...sentences)).toMatchFileSnapshot(golden('refusals'));
  });
});

describe('an offer', () => {
  const handed = role('notes', { holdings: [held(ruth, 1)], offered: offer('hand', ruth, dev) });
  const shared = role('notes', { holdings: [held(ruth, 1)], offered: offer('share', amina, amina) });
  const facts = { huddle, names };

  it('waits in the home view of whoever has to say yes, and of nobody else', () => {
    const asks = (one: Role, viewer: PersonId) => roleOfferActions(one, { ...facts, viewer }) !== null;
    expect([asks(handed, dev), asks(handed, ruth), asks(handed, amina)]).toEqual([true, false, false]);
    expect([asks(shared, dev), asks(shared, ruth), asks(shared, amina)]).toEqual([false, true, false]);
    expect(asks(role('notes'), ruth)).toBe(false);
  });

  it('is not asked of someone who had the role before', () => {
    const before = role('notes', { holdings: [held(dev, 1, 2), held(ruth, 2)], offered: offer('share', amina, amina) });
    expect(roleOfferActions(before, { ...facts, viewer: dev })).toBeNull();
  });

  it('has buttons that name it by its moment, so that an old one says yes to nothing newer', () => {
    const { actions } = roleOfferActions(handed, { ...facts, viewer: dev }) ?? { actions: [] };
    expect(actions.map(({ action, subject }) => [action, subject])).toEqual([
      ['role-agree', `willow/notes/${day(5)}`],
      ['role-decline', `willow/notes/${day(5)}`],
    ]);
  });

  it('that is settled shows nothing', () => {
    expect(roleOffer(role('notes', { holdings: [held(ruth, 1)] }), facts)).toBeNull();
  });
});

describe('the list', () => {
  it('offers at most four free roles, and help last', () => {
    const { blocks } = rolesMessage({ huddle, roles: withFirst([], willowId), members, names, viewer: ruth });
    const last = blocks.at(-1);
    expect(last?.kind === 'actions' ? last.actions.map(({ action }) => action) : []).toEqual([
      'role-take',
      'role-take',
      'role-take',
      'role-take',
      'help',
    ]);
  });

  it('offers nobody a role that waits for another’s yes', () => {
    const roles = [role('money', { offered: offer('hand', ruth, dev) })];
    const text = plainText(rolesMessage({ huddle, roles, members, names, viewer: ruth }).blocks);
    expect(text).toContain('waits for Dev to say yes');
    expect(text).not.toContain('[Take money]');
  });

  it('says a day as it is in the huddle’s own zone', () => {
    const late = role('notes', { holdings: [{ person: dev, from: '2027-03-01T12:30:00.000Z', to: null }] });
    const there = { ...huddle, zone: 'Pacific/Auckland' };
    expect(plainText(rolesMessage({ huddle: there, roles: [late], members, names, viewer: ruth }).blocks)).toContain(
      'since 2 March',
    );
  });
});
