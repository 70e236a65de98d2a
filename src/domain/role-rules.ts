import type { RoleEvent } from './events-promises.ts';
import type { PersonId } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';
import { longestRoleName } from './role-names.ts';
import {
  holders,
  mostHolders,
  type Offer,
  type Role,
  type RoleCommand,
  type RoleRefusal,
  type RoleState,
} from './role-split.ts';
import type { Instant } from './time.ts';

export function decideRole(command: RoleCommand, known: RoleState): readonly RoleEvent[] | Refusal<RoleRefusal> {
  // One that ended is no role; named anew, it goes on with its history.
  const state = known.role?.endedAt === undefined ? known : { ...known, role: null };
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
    case 'GiveRole':
    case 'NameRole':
    case 'EndRole':
      return asAgreed(command, state);
  }
}

/** What all sides agreed: whether it can be done was looked at with their last yes. */
function asAgreed(
  command: Extract<RoleCommand, { type: 'GiveRole' | 'NameRole' | 'EndRole' }>,
  { role }: RoleState,
): readonly RoleEvent[] | Refusal<RoleRefusal> {
  const facts = { role: command.role, at: command.now };
  if (command.type === 'NameRole') {
    const words = { name: command.name };
    return role === null
      ? [{ type: 'RoleNamed', ...facts, by: command.by, words }]
      : [{ type: 'RoleRenamed', ...facts, words }];
  }
  if (role === null) return refuse('role-unknown');
  return [
    command.type === 'EndRole' ? { type: 'RoleEnded', ...facts } : { type: 'RoleGiven', ...facts, to: command.to },
  ];
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
  const offered = offerThatWaits(role, present);
  if (offered?.kind === 'hand' && offered.to === by) return accepted(offered, role, { by, at, holding });
  if (holding.length === 0) return [taken];
  if (holding.length >= mostHolders) return refuse('role-full', { name: role.name });
  // One question at a time: a second one would take the place of a hand-over, or of someone who asked before.
  if (offered !== null) return refuse('role-asked-already', { name: role.name });
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
  if (!mayGive) return refuse(holding.length === 0 ? 'role-free' : 'role-not-yours', { name: role.name });
  if (to === by) return refuse('role-to-yourself', { name: role.name });
  if (!present.has(to)) return refuse('not-a-member');
  if (holding.includes(to)) return refuse('role-they-hold-it', { name: role.name });
  return [{ type: 'RoleOffered', role: role.key, at, by, to, kind: 'hand' }];
}

function agree(
  command: Extract<RoleCommand, { type: 'AgreeRole' | 'DeclineRole' }>,
  { role, present }: RoleState,
): readonly RoleEvent[] | Refusal<RoleRefusal> {
  const offered = offerMeant(command, role, present);
  if (role === null || offered === null) return refuse('role-no-offer');
  const holding = holders(role, present);
  if (!isAsked(command.by, offered, holding)) return notAsked(offered, role);
  return accepted(offered, role, { by: command.by, at: command.now, holding });
}

function accepted(
  offered: Offer,
  role: Role,
  { by, at, holding }: { by: PersonId; at: Instant; holding: readonly PersonId[] },
): readonly RoleEvent[] {
  if (offered.kind === 'share') return [{ type: 'RoleTaken', role: role.key, at, person: offered.to }];
  if (!holding.includes(offered.by)) return [{ type: 'RoleTaken', role: role.key, at, person: by }];
  return [{ type: 'RoleHandedOver', role: role.key, at, from: offered.by, to: by }];
}

function decline(
  command: Extract<RoleCommand, { type: 'AgreeRole' | 'DeclineRole' }>,
  { role, present }: RoleState,
): readonly RoleEvent[] | Refusal<RoleRefusal> {
  const offered = offerMeant(command, role, present);
  if (role === null || offered === null) return refuse('role-no-offer');
  if (!isAsked(command.by, offered, holders(role, present))) return notAsked(offered, role);
  return [{ type: 'RoleOfferDeclined', role: role.key, at: command.now, person: command.by, by: offered.by }];
}

function offerMeant(
  { offer }: { readonly offer: Instant | null },
  role: Role | null,
  present: ReadonlySet<PersonId>,
): Offer | null {
  const offered = role === null ? null : offerThatWaits(role, present);
  return offer === null || offered?.at === offer ? offered : null;
}

/** The offer of a role while whoever would hold it is still here. */
function offerThatWaits({ offered }: Role, present: ReadonlySet<PersonId>): Offer | null {
  return offered !== null && present.has(offered.to) ? offered : null;
}

function isAsked(person: PersonId, offered: Offer, holding: readonly PersonId[]): boolean {
  return offered.kind === 'hand' ? offered.to === person : holding.includes(person);
}

function notAsked({ kind }: Offer, role: Role): Refusal<RoleRefusal> {
  return kind === 'share' ? refuse('role-not-yours', { name: role.name }) : refuse('role-no-offer');
}

function putDown(
  command: Extract<RoleCommand, { type: 'PutDownRole' }>,
  { role, present }: RoleState,
): readonly RoleEvent[] | Refusal<RoleRefusal> {
  if (role === null) return refuse('role-unknown');
  if (!holders(role, present).includes(command.by)) return refuse('role-not-yours', { name: role.name });
  return [{ type: 'RolePutDown', role: role.key, at: command.now, person: command.by }];
}
