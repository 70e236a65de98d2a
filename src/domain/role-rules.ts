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
import { isForReceiver, standInOf } from './role-stand-in.ts';
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
    case 'OfferStandIn':
      return offerStandIn(command, state);
    case 'StopStandIn':
      return stopStandIn(command, state);
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
  if (offered.kind === 'stand-in' || offered.kind === 'ask-stand-in')
    return [{ type: 'StandInAgreed', role: role.key, at, person: offered.to, by }];
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
  return isForReceiver(offered) ? offered.to === person : holding.includes(person);
}

function notAsked(offer: Offer, role: Role): Refusal<RoleRefusal> {
  return isForReceiver(offer) ? refuse('role-no-offer') : refuse('role-not-yours', { name: role.name });
}

function putDown(
  command: Extract<RoleCommand, { type: 'PutDownRole' }>,
  { role, present }: RoleState,
): readonly RoleEvent[] | Refusal<RoleRefusal> {
  if (role === null) return refuse('role-unknown');
  if (!holders(role, present).includes(command.by)) return refuse('role-not-yours', { name: role.name });
  return [{ type: 'RolePutDown', role: role.key, at: command.now, person: command.by }];
}

/** Anyone offers it to the holders, or a holder asks someone. Nobody is given a job without their yes. */
function offerStandIn(
  command: Extract<RoleCommand, { type: 'OfferStandIn' }>,
  { role, present }: RoleState,
): readonly RoleEvent[] | Refusal<RoleRefusal> {
  const { by, now: at } = command;
  const to = command.to ?? by;
  if (role === null) return refuse('role-unknown');
  const { name } = role;
  const holding = holders(role, present);
  if (holding.length === 0) return refuse('role-free', { name });
  if (holding.includes(to)) return refuse(to === by ? 'stand-in-for-yourself' : 'role-they-hold-it', { name });
  if (to !== by && !holding.includes(by)) return refuse('role-not-yours', { name });
  if (!present.has(to)) return refuse('not-a-member');
  if (standInOf(role, present) !== null) return refuse('stand-in-there', { name });
  const offered = offerThatWaits(role, present);
  // Both have said it now.
  if (offered?.to === to && offered.kind === (to === by ? 'ask-stand-in' : 'stand-in'))
    return accepted(offered, role, { by, at, holding });
  if (offered !== null) return refuse('role-asked-already', { name });
  return [{ type: 'RoleOffered', role: role.key, at, by, to, kind: to === by ? 'stand-in' : 'ask-stand-in' }];
}

/** In one step, with no reason: by whoever stands in, or by a holder. */
function stopStandIn(
  { by, now: at }: Extract<RoleCommand, { type: 'StopStandIn' }>,
  { role, present }: RoleState,
): readonly RoleEvent[] | Refusal<RoleRefusal> {
  if (role === null) return refuse('role-unknown');
  const person = standInOf(role, present);
  const mayStop = person === by || holders(role, present).includes(by);
  if (person === null || !mayStop) return refuse('stand-in-not-there', { name: role.name });
  return [{ type: 'StandInEnded', role: role.key, at, person, by }];
}
