import type { RoleEvent } from './events-promises.ts';
import type { PersonId } from './ids.ts';
import type { Holding, Role, RoleState } from './role-split.ts';
import type { Instant } from './time.ts';

export function evolveRole(state: RoleState, event: RoleEvent): RoleState {
  const role = evolved(state, event);
  return { ...state, role };
}

function evolved({ huddle, role, present }: RoleState, event: RoleEvent): Role {
  if (event.type === 'RoleNamed') {
    const { words } = event;
    return { huddle, key: event.role, name: words.name, holdings: role?.holdings ?? [], offered: null, version: 0 };
  }
  if (role === null) throw new Error(`${event.type} for a role that nobody named`);
  switch (event.type) {
    case 'RoleTaken':
      return {
        ...role,
        offered: null,
        holdings: [
          // Whoever left without putting it down would hold it beside two others if they came back.
          ...ended(role.holdings, event.at, (person) => !present.has(person)),
          { person: event.person, from: event.at, to: null },
        ],
      };
    case 'RoleOffered':
      return { ...role, offered: { kind: event.kind, to: event.to, by: event.by, at: event.at } };
    case 'RoleHandedOver':
      return {
        ...role,
        offered: null,
        holdings: [
          ...ended(role.holdings, event.at, (person) => person === event.from || !present.has(person)),
          { person: event.to, from: event.at, to: null },
        ],
      };
    case 'RoleOfferDeclined':
      return { ...role, offered: null };
    case 'RoleGiven':
      return {
        ...role,
        offered: null,
        holdings: [...ended(role.holdings, event.at, () => true), { person: event.to, from: event.at, to: null }],
      };
    case 'RoleRenamed':
      return { ...role, name: event.words.name };
    case 'RoleEnded':
      return { ...role, offered: null, holdings: ended(role.holdings, event.at, () => true), endedAt: event.at };
    case 'RolePutDown':
      return { ...role, offered: null, holdings: ended(role.holdings, event.at, (person) => person === event.person) };
  }
}

function ended(holdings: readonly Holding[], at: Instant, ends: (person: PersonId) => boolean): readonly Holding[] {
  return holdings.map((holding) => (holding.to === null && ends(holding.person) ? { ...holding, to: at } : holding));
}
