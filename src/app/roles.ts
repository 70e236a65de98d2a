import type { RoleIntent } from '../commands/roles.ts';
import { takesPart } from '../domain/huddle.ts';
import type { PersonId, RoleKey } from '../domain/ids.ts';
import { isRefusal } from '../domain/refusal.ts';
import { evolveRole } from '../domain/role-evolve.ts';
import { isRoleName, longestRoleName, everyRole, roleKeyOf, withFirst } from '../domain/role-names.ts';
import { decideRole } from '../domain/role-rules.ts';
import type { Role, RoleCommand, RoleState } from '../domain/role-split.ts';
import type { RoleEvent } from '../domain/events-promises.ts';
import { stillThere } from '../domain/role-stand-in.ts';
import { note } from '../messages/frame.ts';
import { newRoleQuestion, roleRefusal, rolesMessage } from '../messages/roles.ts';
import { commonWords } from '../words/en/common.ts';
import { roleWords } from '../words/en/roles.ts';
import type { Records, Reply } from '../ports.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import type { Aggregate } from './execute.ts';
import { outside } from './outside.ts';
import { findPerson } from './who.ts';
import { reactToRole } from './reactions/roles.ts';

export const roleAggregate: Aggregate<RoleCommand, RoleState, RoleEvent> = {
  load: async (records, command) => ({
    huddle: command.huddle,
    role: await roleNow(records, command),
    ...(await membership(records, command.huddle)),
  }),
  decide: decideRole,
  evolve: evolveRole,
  save: async (records, after, before) => {
    if (after.role !== null) await records.roles.save({ ...after.role, version: (before.role?.version ?? 0) + 1 });
  },
  react: reactToRole,
};

/** Without those who have left since they said that they would stand in. */
async function roleNow(records: Records, { huddle, role: key }: RoleCommand): Promise<Role | null> {
  const role = everyRole(await records.roles.list(huddle), huddle).find(isNamed(key));
  return role === undefined ? null : stillThere(role, await records.members.of(huddle));
}

function isNamed(role: RoleKey): (one: Role) => boolean {
  return ({ key }) => key === role;
}

function isName(words: string | null): words is string {
  return words !== null && isRoleName(words);
}

/** Those that ended too: a new one must not get the key of one of them. */
async function rolesOf({ records, huddle }: MemberContext): Promise<readonly Role[]> {
  return everyRole(await records.roles.list(huddle.id), huddle.id);
}

/** Who takes part now, and who of them coordinates. */
export async function membership(
  records: Records,
  huddle: RoleState['huddle'],
): Promise<Pick<RoleState, 'present' | 'coordinators'>> {
  const members = (await records.members.of(huddle)).filter(takesPart);
  return {
    present: new Set(members.map(({ person }) => person)),
    coordinators: new Set(members.filter(({ coordinator }) => coordinator).map(({ person }) => person)),
  };
}

export async function performRoles(intent: RoleIntent, context: Context): Promise<Reply> {
  if (!inHuddle(context) || !takesPart(context.member)) return outside(context);
  switch (intent.want) {
    case 'list':
      return list(context);
    case 'take':
      return take(intent, context);
    case 'put-down':
      return isName(intent.role)
        ? act(context, { type: 'PutDownRole', role: roleKeyOf(intent.role, await rolesOf(context)) })
        : said(roleWords.whichToPutDown);
    case 'hand':
      return hand(intent, context);
    case 'stand-in':
      return standIn(intent, context);
    case 'stop-stand-in':
      return isName(intent.role)
        ? act(context, { type: 'StopStandIn', role: roleKeyOf(intent.role, await rolesOf(context)) })
        : said(roleWords.whichToStopStandIn);
    case 'agree':
      return act(context, { type: 'AgreeRole', role: intent.role, offer: intent.offer });
    case 'decline':
      return act(context, { type: 'DeclineRole', role: intent.role, offer: intent.offer });
  }
}

async function list(context: MemberContext): Promise<Reply> {
  const { records, huddle } = context;
  const members = await records.members.of(huddle.id);
  const roles = withFirst(await records.roles.list(huddle.id), huddle.id);
  const names = await records.people.names(huddle.id);
  return { kind: 'private', document: rolesMessage({ huddle, roles, members, names, viewer: context.person.id }) };
}

/** A role nobody has heard of is shown first: a line that only begins like a wish for one must not become news. */
async function take({ role, sure }: Extract<RoleIntent, { want: 'take' }>, context: MemberContext): Promise<Reply> {
  if (!isName(role)) return said(roleWords.whichToTake);
  const roles = await rolesOf(context);
  const key = roleKeyOf(role, roles);
  if (
    !roles.some((known) => known.key === key && known.endedAt === undefined) &&
    !sure &&
    role.length <= longestRoleName
  )
    return { kind: 'private', document: newRoleQuestion(context.huddle, role) };
  return act(context, { type: 'TakeRole', role: key, name: role });
}

async function hand(intent: Extract<RoleIntent, { want: 'hand' }>, context: MemberContext): Promise<Reply> {
  if (intent.role === null || intent.to === null) return said(roleWords.whichToHand);
  const to = await findPerson(intent.to, context);
  if (to === null) return said(roleWords.whoIsThat('name' in intent.to ? intent.to.name : commonWords.thatPerson));
  return act(context, { type: 'HandRole', role: roleKeyOf(intent.role, await rolesOf(context)), to });
}

async function standIn(
  { role, to }: Extract<RoleIntent, { want: 'stand-in' }>,
  context: MemberContext,
): Promise<Reply> {
  if (!isName(role)) return said(roleWords.whichToStandIn);
  const key = roleKeyOf(role, await rolesOf(context));
  if (to === null) return act(context, { type: 'OfferStandIn', role: key, to });
  const person = await findPerson(to, context);
  if (person === null) return said(roleWords.whoIsThat('name' in to ? to.name : commonWords.thatPerson));
  return act(context, { type: 'OfferStandIn', role: key, to: person });
}

/** A role command without what the context knows. */
type Wanted = RoleCommand extends infer Each
  ? Each extends RoleCommand
    ? Omit<Each, 'huddle' | 'now' | 'by'>
    : never
  : never;

async function act(context: MemberContext, wanted: Wanted): Promise<Reply> {
  const { huddle, person, now, records } = context;
  const command: RoleCommand = { ...wanted, huddle: huddle.id, now, by: person.id };
  const done = await context.run(roleAggregate, command);
  if (isRefusal(done)) return { kind: 'private', document: roleRefusal(done) };
  const role = done.state.role;
  const event = done.events.at(-1);
  if (role === null || event === undefined) return said(roleWords.refusals['role-no-offer']());
  return said(confirmation(event, role, { names: await records.people.names(huddle.id), me: person.id }));
}

function confirmation(
  event: RoleEvent,
  role: Role,
  { names, me }: { names: ReadonlyMap<PersonId, string>; me: PersonId },
): string {
  const name = (id: PersonId) => names.get(id) ?? '';
  switch (event.type) {
    case 'RoleNamed':
      return roleWords.taken(role.name);
    case 'RoleTaken': {
      const other = role.holdings.find(({ person, to }) => to === null && person !== event.person);
      if (event.person !== me) return roleWords.shared(role.name, name(event.person));
      return other === undefined ? roleWords.taken(role.name) : roleWords.shared(role.name, name(other.person));
    }
    case 'RoleOffered': {
      if (event.kind === 'ask-stand-in') return roleWords.askedToStandIn(role.name, name(event.to));
      if (event.kind === 'hand') return roleWords.handed(role.name, name(event.to));
      const holder = role.holdings.find(({ to }) => to === null);
      const asked = event.kind === 'share' ? roleWords.askedToShare : roleWords.offeredToStandIn;
      return asked(role.name, holder === undefined ? '' : name(holder.person));
    }
    case 'RoleHandedOver':
      return roleWords.taken(role.name);
    case 'RoleOfferDeclined':
      return roleWords.declined;
    case 'StandInAgreed':
      return event.person === me
        ? roleWords.youStandIn(role.name)
        : roleWords.theyStandIn(role.name, name(event.person));
    case 'StandInEnded':
      return roleWords.standInOver(role.name);
    case 'RolePutDown':
      return roleWords.putDown(role.name);
    case 'RoleGiven':
    case 'RoleRenamed':
    case 'RoleEnded':
      return commonWords.nothingChanged;
  }
}

function said(sentence: string): Reply {
  return { kind: 'private', document: note(sentence) };
}
