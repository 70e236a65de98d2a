import type { RoleEvent } from './events-promises.ts';
import type { PersonId } from './ids.ts';
import type { Holding, Role, RoleState } from './role-split.ts';
import type { Instant } from './time.ts';

export function evolveRole(state: RoleState, event: RoleEvent): RoleState {
  const role = standInsAfter(evolved(state, event), state.role, event);
  return { ...state, role };
}

/** Whoever comes to hold it stands in no more. Nobody stands in for a role that all have put down, or for new holders. */
function standInsAfter(role: Role, before: Role | null, event: RoleEvent): Role {
  const { standIns } = role;
  if (standIns === undefined) return role;
  const holding = ({ holdings }: Role) => holdings.filter(({ to }) => to === null).map(({ person }) => person);
  const stays = before !== null && holding(role).some((person) => holding(before).includes(person));
  const isHandedOn = event.type === 'RoleHandedOver' || stays;
  return {
    ...role,
    standIns: standIns.map((one) =>
      one.to === null && (!isHandedOn || holding(role).includes(one.person)) ? { ...one, to: event.at } : one,
    ),
  };
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
    case 'StandInAgreed':
      return {
        ...role,
        offered: null,
        standIns: [
          ...(role.standIns ?? []).map((one) => ({ ...one, to: one.to ?? event.at })),
          { person: event.person, from: event.at, to: null, agreedBy: event.by },
        ],
      };
    case 'StandInEnded':
      return {
        ...role,
        standIns: (role.standIns ?? []).map((one) =>
          one.person === event.person ? { ...one, to: one.to ?? event.at } : one,
        ),
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
