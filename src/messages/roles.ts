import type { Huddle } from '../domain/huddle.ts';
import type { HuddleId, PersonId } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusal.ts';
import { holders, type Role, type RoleRefusal } from '../domain/role-split.ts';
import { localDate, type Instant } from '../domain/time.ts';
import { shortDate } from '../words/dates.ts';
import { commonWords } from '../words/en/common.ts';
import { roleWords } from '../words/en/roles.ts';
import { actions, paragraph, type Action, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';

export interface RoleFacts {
  readonly huddle: Huddle;
  readonly roles: readonly Role[];
  readonly present: ReadonlySet<PersonId>;
  readonly names: ReadonlyMap<PersonId, string>;
}

/** Every role with who holds it and since when, then who held it before. */
export function rolesMessage(facts: RoleFacts): Document {
  const { roles, huddle, present } = facts;
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
    actions(...free.slice(0, 4).map((role) => take(huddle.id, role)), helpAction(huddle.id)),
  ];
  return document(blocks);
}

function roleLine(role: Role, { huddle, present, names }: RoleFacts): string {
  const holding = role.holdings.filter(({ person, to }) => to === null && present.has(person));
  if (holding.length > 0) {
    const since = holding.map(({ from }) => from).sort()[0] ?? '';
    return roleWords.held(
      role.name,
      holding.map(({ person }) => nameOf(names, person)),
      day(since, huddle),
    );
  }
  if (role.offered !== null) return roleWords.offered(role.name, nameOf(names, role.offered.to));
  return roleWords.free(role.name);
}

function pastLines(role: Role, { huddle, names }: RoleFacts): readonly string[] {
  return role.holdings.flatMap(({ person, from, to }) =>
    to === null ? [] : [roleWords.past(role.name, nameOf(names, person), day(from, huddle), day(to, huddle))],
  );
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
  return (kind === 'hand' ? to === viewer : holds) ? askedOf(role, facts) : null;
}

function askedOf({ key, name, offered }: Role, { huddle, names }: Pick<RoleFacts, 'huddle' | 'names'>) {
  if (offered === null) return null;
  const hand = offered.kind === 'hand';
  const subject = `${huddle.id}/${key}/${offered.at}`;
  const yes: Action = {
    action: 'role-agree',
    subject,
    label: hand ? roleWords.yes : roleWords.yesShare,
    style: 'primary',
  };
  const ask = hand ? roleWords.handOffer : roleWords.shareOffer;
  return {
    line: ask(name, nameOf(names, offered.by)),
    actions: [yes, { action: 'role-decline', subject, label: roleWords.no }],
  };
}

/** To whoever offered or asked. Whom they asked they know; why it is a no is nobody's business. */
export function roleDeclined(role: Role): Document {
  return note(roleWords.notNow(role.name));
}

/** One line for everyone when a role has moved. */
export function roleNews(role: Role, { present, names }: Pick<RoleFacts, 'present' | 'names'>): Document {
  const holding = holders(role, present);
  return note(
    holding.length === 0
      ? roleWords.nowFree(role.name)
      : roleWords.nowLeads(
          role.name,
          holding.map((person) => nameOf(names, person)),
        ),
  );
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
