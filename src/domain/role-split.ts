import type { RoleEvent } from './events-promises.ts';
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
  /** Set once it is no role of the huddle any more. Its history stays. */
  readonly endedAt?: Instant;
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
  /** `offer` is when it was made, so that an old button says yes to nothing newer; null means the one that waits. */
  | { readonly type: 'AgreeRole' | 'DeclineRole'; readonly offer: Instant | null }
  | { readonly type: 'PutDownRole' }
  /** What each side has said yes to. */
  | { readonly type: 'GiveRole'; readonly to: PersonId }
  | { readonly type: 'NameRole'; readonly name: string }
  | { readonly type: 'EndRole' }
);

export type RoleRefusal =
  | 'role-unknown'
  | 'role-yours-already'
  | 'role-full'
  | 'role-not-yours'
  | 'role-free'
  | 'role-to-yourself'
  | 'role-they-hold-it'
  | 'role-no-offer'
  | 'role-asked-already'
  | 'not-a-member'
  | 'role-name-too-long';

/** The jobs that a new huddle starts with, all free. Members name others by taking them. */
export const firstRoles = ['lead', 'notes', 'money', 'outreach', 'evaluation'] as const;
export const mostHolders = 2;
export const longestRoleName = 40;

/** A name needs a letter or a number: from a picture alone no role could be told from another. */
export function isRoleName(words: string): boolean {
  return plain(words) !== '';
}

/**
 * The key of the role that people call so, or a fresh one. The keys of roles that people name hold none of their words,
 * since the journal keeps them: the sixth role is "role-6". `roles` are all that there are, the first five among them.
 */
export function roleKeyOf(words: string, roles: readonly Role[]): RoleKey {
  const known = roles.find(({ key }) => key === words) ?? roleNamed(words, roles);
  return known?.key ?? (`role-${String(roles.length + 1)}` as RoleKey);
}

/** The key of a role that nobody has now: its own of before, or a fresh one. `roles` are all that ever were. */
export function keyForNew(name: string, roles: readonly Role[]): RoleKey {
  return roleNamed(name, roles)?.key ?? (`role-${String(roles.length + 1)}` as RoleKey);
}

/** The role that people call so, or null. */
export function roleNamed(words: string, roles: readonly Role[]): Role | null {
  return roles.find(({ name }) => plain(name) === plain(words)) ?? null;
}

/** "The Front Door!" → "front-door". Two names that come out the same name the same role. */
function plain(name: string): string {
  const words =
    name
      .toLowerCase()
      .replace(/^(the|a|an)\s+/, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-');
}

/** The roles that there are now. */
export function withFirst(roles: readonly Role[], huddle: HuddleId): readonly Role[] {
  return everyRole(roles, huddle).filter(({ endedAt }) => endedAt === undefined);
}

/** The roles that were ever named, with the first ones that nobody has touched yet. Those that ended are among them. */
export function everyRole(roles: readonly Role[], huddle: HuddleId): readonly Role[] {
  const named = new Set<string>(roles.map(({ key }) => key));
  const untouched = firstRoles.filter((name) => !named.has(name));
  return [
    ...roles,
    ...untouched.map((name) => ({ huddle, key: name as RoleKey, name, holdings: [], offered: null, version: 0 })),
  ];
}

/** Who holds a role now, those who have left the huddle aside. */
export function holders(role: Role, present: ReadonlySet<PersonId>): readonly PersonId[] {
  return role.holdings.filter(({ person, to }) => to === null && present.has(person)).map(({ person }) => person);
}

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
