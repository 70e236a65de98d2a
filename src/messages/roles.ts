import { takesPart, type Huddle, type Member } from '../domain/huddle.ts';
import type { HuddleId, PersonId } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusal.ts';
import { holders, type Holding, type Role, type RoleRefusal } from '../domain/role-split.ts';
import { doneBy, isForReceiver, standInOf, stillThere } from '../domain/role-stand-in.ts';
import { localDate, type Instant } from '../domain/time.ts';
import { shortDate } from '../words/dates.ts';
import { commonWords } from '../words/en/common.ts';
import { roleWords } from '../words/en/roles.ts';
import { actions, paragraph, type Action, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';

export interface RoleFacts {
  readonly huddle: Huddle;
  readonly roles: readonly Role[];
  readonly members: readonly Member[];
  readonly names: ReadonlyMap<PersonId, string>;
  readonly viewer: PersonId;
}

/** Every role with who holds it and since when, then who held it before. */
export function rolesMessage(given: RoleFacts): Document {
  const { huddle, members } = given;
  const roles = given.roles.map((role) => stillThere(role, members));
  const present = new Set(members.filter(takesPart).map(({ person }) => person));
  const facts = { ...given, present };
  const free = roles.filter((role) => holders(role, present).length === 0 && role.offered === null);
  const past = roles.flatMap((role) => pastLines(role, facts));
  const blocks: Block[] = [
    { kind: 'heading', text: roleWords.title },
    { kind: 'list', items: roles.map((role) => [{ kind: 'text' as const, text: roleLine(role, facts) }]) },
    ...(past.length === 0
      ? []
      : [
          paragraph(roleWords.pastTitle),
          { kind: 'list' as const, items: past.map((line) => [{ kind: 'text' as const, text: line }]) },
        ]),
    paragraph(roleWords.howTo),
    paragraph(roleWords.howToStandIn),
    actions(
      ...free.slice(0, 4).map((role) => take(huddle.id, role)),
      ...standInActions(roles, facts),
      helpAction(huddle.id),
    ),
  ];
  return document(blocks);
}

interface Seen extends RoleFacts {
  readonly present: ReadonlySet<PersonId>;
}

/** To stop for whoever stands in; for roles of others in which nobody stands in yet, to offer it. */
function standInActions(roles: readonly Role[], { huddle, present, viewer }: Seen): readonly Action[] {
  const button = (action: string, { key }: Role, label: string) => ({ action, subject: `${huddle.id}/${key}`, label });
  const own = roles.filter((role) => standInOf(role, present) === viewer);
  const open = roles.filter((role) => {
    const holding = holders(role, present);
    return (
      holding.length > 0 && !holding.includes(viewer) && standInOf(role, present) === null && role.offered === null
    );
  });
  return [
    ...own.slice(0, 2).map((role) => button('role-stop-stand-in', role, roleWords.stopStandInLabel(role.name))),
    ...open.slice(0, 2).map((role) => button('role-stand-in', role, roleWords.standInLabel(role.name))),
  ];
}

/** Where someone stands in now they alone are named: that a holder is away is theirs. */
function roleLine(role: Role, { huddle, present, names, members }: Seen): string {
  const { people, isStandIn } = doneBy(role, members);
  if (isStandIn) return roleWords.forNow(role.name, people.map((person) => nameOf(names, person)).join());
  const holding = role.holdings.filter(({ person, to }) => to === null && present.has(person));
  if (holding.length > 0) {
    const since = holding.map(({ from }) => from).sort()[0] ?? '';
    const held = roleWords.held(
      role.name,
      holding.map(({ person }) => nameOf(names, person)),
      day(since, huddle),
    );
    const standIn = standInOf(role, present);
    return standIn === null ? held : `${held} ${roleWords.standsIn(nameOf(names, standIn))}`;
  }
  if (role.offered !== null) return roleWords.offered(role.name, nameOf(names, role.offered.to));
  return roleWords.free(role.name);
}

function pastLines({ name, holdings, standIns = [] }: Role, { huddle, names }: RoleFacts): readonly string[] {
  const past = (words: typeof roleWords.past) => (each: Holding) =>
    each.to === null ? [] : [words(name, nameOf(names, each.person), day(each.from, huddle), day(each.to, huddle))];
  return [...holdings.flatMap(past(roleWords.past)), ...standIns.flatMap(past(roleWords.pastStandIn))];
}

function take(huddle: HuddleId, { key, name }: Role) {
  return { action: 'role-take', subject: `${huddle}/${key}`, label: roleWords.takeLabel(name) };
}

/** Before a role that nobody has heard of is made. */
export function newRoleQuestion(huddle: Huddle, name: string): Document {
  return document([
    paragraph(roleWords.noSuchRole(name)),
    paragraph(roleWords.makeItHow),
    actions(
      { action: 'role-new', subject: `${huddle.id}/${name}`, label: roleWords.makeIt },
      { action: 'roles', subject: huddle.id, label: roleWords.seeAll },
      helpAction(huddle.id),
    ),
  ]);
}

/** The private question to whoever has to say yes. */
export function roleOffer(role: Role, facts: Pick<RoleFacts, 'huddle' | 'names'>): Document | null {
  const asked = askedOf(role, facts);
  if (asked === null) return null;
  return document([
    paragraph(asked.line),
    paragraph(roleWords.noRush),
    actions(...asked.actions, helpAction(facts.huddle.id)),
  ]);
}

/** The same question as a line of the home view, where it waits for this person. */
export function roleOfferActions(
  role: Role,
  { viewer, ...facts }: Pick<RoleFacts, 'huddle' | 'names'> & { readonly viewer: PersonId },
): { readonly line: string; readonly actions: readonly Action[] } | null {
  if (role.offered === null) return null;
  const { kind, to } = role.offered;
  const holds = role.holdings.some((holding) => holding.person === viewer && holding.to === null);
  return (isForReceiver({ kind }) ? to === viewer : holds) ? askedOf(role, facts) : null;
}

function askedOf({ key, name, offered }: Role, { huddle, names }: Pick<RoleFacts, 'huddle' | 'names'>) {
  if (offered === null) return null;
  const subject = `${huddle.id}/${key}/${offered.at}`;
  const [ask, label] = askWords[offered.kind];
  const yes: Action = { action: 'role-agree', subject, label, style: 'primary' };
  return {
    line: ask(name, nameOf(names, offered.by)),
    actions: [yes, { action: 'role-decline', subject, label: roleWords.no }],
  };
}

const askWords = {
  hand: [roleWords.handOffer, roleWords.yes],
  share: [roleWords.shareOffer, roleWords.yesShare],
  'stand-in': [roleWords.standInOffer, roleWords.yesLetStandIn],
  'ask-stand-in': [roleWords.standInAsk, roleWords.yesStandIn],
} as const;

/** To whoever offered or asked. Whom they asked they know; why it is a no is nobody's business. */
export function roleDeclined(role: Role): Document {
  return note(roleWords.notNow(role.name));
}

/** One line for everyone when a role has moved. */
export function roleNews(role: Role, { present, names }: Pick<Seen, 'present' | 'names'>): Document {
  const holding = holders(role, present);
  if (holding.length === 0) return note(roleWords.nowFree(role.name));
  const standIn = standInOf(role, present);
  const leads = roleWords.nowLeads(
    role.name,
    holding.map((person) => nameOf(names, person)),
  );
  return note(standIn === null ? leads : `${leads} ${roleWords.standsIn(nameOf(names, standIn))}`);
}

export function roleRefusal(refusal: Refusal): Document {
  const sentence = roleWords.refusals[refusal.refused as RoleRefusal];
  return note(sentence(String(refusal.details['name'] ?? '')));
}

function nameOf(names: ReadonlyMap<PersonId, string>, person: PersonId): string {
  return names.get(person) ?? commonWords.someoneWhoLeft;
}

function day(at: Instant, huddle: Huddle): string {
  return shortDate(localDate(at, huddle.zone));
}
