import type { RoleEvent } from './events.ts';
import type { HuddleId, PersonId, RoleKey } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Instant } from './time.ts';

/** Someone holds, or held, a role. `to` is null while they hold it. */
export interface Holding {
  readonly person: PersonId;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A job in the huddle with its one or two holders and its whole history. Two holders count half each (C10). */
export interface Role {
  readonly huddle: HuddleId;
  readonly key: RoleKey;
  readonly name: string;
  readonly holdings: readonly Holding[];
  /** Waits for a yes: from the receiver of a hand-over, or from a holder who is asked to share. */
  readonly offered: Offer | null;
  /** Set by the save, one higher each time. */
  readonly version: number;
}

export interface Offer {
  /** hand: `by` gives it to `to`. share: `to` asks to hold it beside the holder, and `by` is the same person. */
  readonly kind: 'hand' | 'share';
  readonly to: PersonId;
  readonly by: PersonId;
  readonly at: Instant;
}

/** What a role decision needs: the role if it is known, and who takes part in the huddle now. */
export interface RoleState {
  readonly huddle: HuddleId;
  readonly role: Role | null;
  readonly present: ReadonlySet<PersonId>;
  readonly coordinators: ReadonlySet<PersonId>;
}

export type RoleCommand = {
  readonly huddle: HuddleId;
  readonly now: Instant;
  readonly by: PersonId;
  readonly role: RoleKey;
} & (
  | { readonly type: 'TakeRole'; readonly name: string }
  | { readonly type: 'HandRole'; readonly to: PersonId }
  | { readonly type: 'AgreeRole' }
  | { readonly type: 'DeclineRole' }
  | { readonly type: 'PutDownRole' }
);

export type RoleRefusal =
  | 'role-unknown'
  | 'role-yours-already'
  | 'role-full'
  | 'role-not-yours'
  | 'role-to-yourself'
  | 'role-they-hold-it'
  | 'role-no-offer'
  | 'not-a-member'
  | 'role-name-too-long';

/** The jobs that a new huddle starts with, all free. Members name others by taking them. */
export const firstRoles = ['lead', 'notes', 'money', 'outreach', 'evaluation'] as const;
export const mostHolders = 2;
export const longestRoleName = 40;

/** "Front door" → "front-door". Two names with the same key are the same role. */
export function roleKey(name: string): RoleKey {
  const words =
    name
      .toLowerCase()
      .replace(/^(the|a|an)\s+/, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-') as RoleKey;
}

/** The roles that are named, with the first ones that nobody has touched yet. */
export function withFirst(roles: readonly Role[], huddle: HuddleId): readonly Role[] {
  const named = new Set(roles.map(({ key }) => key));
  const untouched = firstRoles.filter((name) => !named.has(roleKey(name)));
  return [
    ...roles,
    ...untouched.map((name) => ({ huddle, key: roleKey(name), name, holdings: [], offered: null, version: 0 })),
  ];
}

/** Who holds a role now, those who have left the huddle aside. */
export function holders(role: Role, present: ReadonlySet<PersonId>): readonly PersonId[] {
  return role.holdings.filter(({ person, to }) => to === null && present.has(person)).map(({ person }) => person);
}

export function decideRole(command: RoleCommand, state: RoleState): readonly RoleEvent[] | Refusal<RoleRefusal> {
  switch (command.type) {
    case 'TakeRole':
      return take(command, state);
    case 'HandRole':
      return hand(command, state);
    case 'AgreeRole':
      return agree(command, state);
    case 'DeclineRole':
      return decline(command, state);
    case 'PutDownRole':
      return putDown(command, state);
  }
}

/** A free role is taken at once, a new one is named first; a held one is shared when its holder agrees. */
function take(
  command: Extract<RoleCommand, { type: 'TakeRole' }>,
  { role, present }: RoleState,
): readonly RoleEvent[] | Refusal<RoleRefusal> {
  const { by, role: key, now: at } = command;
  if (command.name.length > longestRoleName) return refuse('role-name-too-long', { most: longestRoleName });
  const taken: RoleEvent = { type: 'RoleTaken', role: key, at, person: by };
  if (role === null) return [{ type: 'RoleNamed', role: key, at, by, words: { name: command.name } }, taken];
  const holding = holders(role, present);
  if (holding.includes(by)) return refuse('role-yours-already', { name: role.name });
  if (role.offered?.kind === 'hand' && role.offered.to === by)
    return agree({ ...command, type: 'AgreeRole' }, { role, present, huddle: command.huddle, coordinators: new Set() });
  if (holding.length === 0) return [taken];
  if (holding.length >= mostHolders) return refuse('role-full', { name: role.name });
  return [{ type: 'RoleOffered', role: key, at, by, to: by, kind: 'share' }];
}

/** A holder hands it on; a free role may be offered by a coordinator. The receiver takes it or not. */
function hand(
  command: Extract<RoleCommand, { type: 'HandRole' }>,
  { role, present, coordinators }: RoleState,
): readonly RoleEvent[] | Refusal<RoleRefusal> {
  const { by, to, now: at } = command;
  if (role === null) return refuse('role-unknown');
  const holding = holders(role, present);
  const mayGive = holding.includes(by) || (holding.length === 0 && coordinators.has(by));
  if (!mayGive) return refuse('role-not-yours', { name: role.name });
  if (to === by) return refuse('role-to-yourself', { name: role.name });
  if (!present.has(to)) return refuse('not-a-member');
  if (holding.includes(to)) return refuse('role-they-hold-it', { name: role.name });
  return [{ type: 'RoleOffered', role: role.key, at, by, to, kind: 'hand' }];
}

function agree(
  command: Extract<RoleCommand, { type: 'AgreeRole' }>,
  { role, present }: RoleState,
): readonly RoleEvent[] | Refusal<RoleRefusal> {
  if (role?.offered == null) return refuse('role-no-offer');
  const { offered, key } = role;
  const holding = holders(role, present);
  if (offered.kind === 'share') {
    if (!holding.includes(command.by)) return refuse('role-not-yours', { name: role.name });
    return [{ type: 'RoleTaken', role: key, at: command.now, person: offered.to }];
  }
  if (offered.to !== command.by) return refuse('role-no-offer');
  if (!holding.includes(offered.by)) return [{ type: 'RoleTaken', role: key, at: command.now, person: command.by }];
  return [{ type: 'RoleHandedOver', role: key, at: command.now, from: offered.by, to: command.by }];
}

function decline(
  command: Extract<RoleCommand, { type: 'DeclineRole' }>,
  { role, present }: RoleState,
): readonly RoleEvent[] | Refusal<RoleRefusal> {
  if (role?.offered == null) return refuse('role-no-offer');
  const asked = role.offered.kind === 'hand' ? [role.offered.to] : holders(role, present);
  if (!asked.includes(command.by)) return refuse('role-no-offer');
  return [{ type: 'RoleOfferDeclined', role: role.key, at: command.now, person: command.by }];
}

function putDown(
  command: Extract<RoleCommand, { type: 'PutDownRole' }>,
  { role, present }: RoleState,
): readonly RoleEvent[] | Refusal<RoleRefusal> {
  if (role === null) return refuse('role-unknown');
  if (!holders(role, present).includes(command.by)) return refuse('role-not-yours', { name: role.name });
  return [{ type: 'RolePutDown', role: role.key, at: command.now, person: command.by }];
}

export function evolveRole(state: RoleState, event: RoleEvent): RoleState {
  const role = evolved(state, event);
  return { ...state, role };
}

function evolved({ huddle, role }: RoleState, event: RoleEvent): Role {
  if (event.type === 'RoleNamed')
    return { huddle, key: event.role, name: event.words.name, holdings: [], offered: null, version: 0 };
  if (role === null) throw new Error(`${event.type} for a role that nobody named`);
  switch (event.type) {
    case 'RoleTaken':
      return {
        ...role,
        offered: null,
        holdings: [...role.holdings, { person: event.person, from: event.at, to: null }],
      };
    case 'RoleOffered':
      return { ...role, offered: { kind: event.kind, to: event.to, by: event.by, at: event.at } };
    case 'RoleHandedOver':
      return {
        ...role,
        offered: null,
        holdings: [...ended(role.holdings, event.from, event.at), { person: event.to, from: event.at, to: null }],
      };
    case 'RoleOfferDeclined':
      return { ...role, offered: null };
    case 'RolePutDown':
      return { ...role, offered: null, holdings: ended(role.holdings, event.person, event.at) };
  }
}

function ended(holdings: readonly Holding[], person: PersonId, at: Instant): readonly Holding[] {
  return holdings.map((holding) =>
    holding.person === person && holding.to === null ? { ...holding, to: at } : holding,
  );
}
