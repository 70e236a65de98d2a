import { sql } from 'kysely';
import { oneMember } from '../../src/domain/link-members.ts';
import { oneCommitment, oneResponse, oneRole, type OnePerson } from '../../src/domain/link.ts';
import type { HuddleId, PersonId, RoundId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import { query } from '../query.ts';
import { fromCommitment, fromRole, toCommitment, toMember, toResponse, toRole } from '../rows.ts';
import type { MemberRow, ResponseRow } from '../schema.ts';
import type { Session } from '../session.ts';
import { becomeInChanges } from './become-changes.ts';
import { becomeInAsks } from './become-asks.ts';
import { becomeInDecisions } from './become-decisions.ts';
import { becomeInNotes } from './become-notes.ts';
import { becomeInText } from './become-text.ts';
import { members } from './members.ts';
import { promises } from './promises.ts';
import { becomeInPulses } from './pulses.ts';
import { roles } from './roles.ts';
import { rounds } from './rounds.ts';

/**
 * Two people are one. Their own rows first, where two may have to become one; then every other row that names `from`.
 * It reads whole tables, for it is done once in a person's life here, and what is forgotten would name nobody.
 */
export async function become(session: Session, one: OnePerson, at: Instant): Promise<readonly RoundId[]> {
  await becomeMembers(session, one, at);
  const both = await becomeResponses(session, one);
  await becomeSpeech(session, one);
  await becomeInPulses(session, one);
  await becomePromises(session, one);
  await becomeRoles(session, one);
  await becomeInChanges(session, one);
  await becomeInDecisions(session, one);
  await becomeInAsks(session, one);
  await becomeInNotes(session, one);
  await becomeInText(session, one);
  await settings.run(session, one);
  await accounts.run(session, one);
  await links.run(session, one);
  await ideas.run(session, one);
  await meetings.run(session, one);
  await gone.run(session, one);
  return both;
}

const memberships = query((db, { from }: Pick<OnePerson, 'from'>) =>
  db.selectFrom('members').selectAll().where('person', '=', from),
);

const membership = query((db, { huddle, person }: { huddle: HuddleId; person: PersonId }) =>
  db.selectFrom('members').selectAll().where('huddle', '=', huddle).where('person', '=', person),
);

const leaveTo = query((db, { huddle, from, into }: OnePerson & { huddle: HuddleId }) =>
  db.updateTable('members').set({ person: into }).where('huddle', '=', huddle).where('person', '=', from),
);

const takeMember = query((db, { huddle, from }: { huddle: HuddleId; from: PersonId }) =>
  db.deleteFrom('members').where('huddle', '=', huddle).where('person', '=', from),
);

const place = query((db, { huddle, person, position }: Pick<MemberRow, 'huddle' | 'person' | 'position'>) =>
  db.updateTable('members').set({ position }).where('huddle', '=', huddle).where('person', '=', person),
);

const invited = query((db, { from, into }: OnePerson) =>
  db.updateTable('members').set({ invited_by: into }).where('invited_by', '=', from),
);

/** Nobody invited themself. */
const notByThemself = query((db, { into }: Pick<OnePerson, 'into'>) =>
  db.updateTable('members').set({ invited_by: null }).where('person', '=', into).where('invited_by', '=', into),
);

/** Whoever looks at everyone in the huddle at this moment has to look again. */
const anew = query((db, { huddle }: { huddle: HuddleId }) =>
  db
    .updateTable('huddles')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', huddle),
);

async function becomeMembers(session: Session, one: OnePerson, at: Instant): Promise<void> {
  const { from, into } = one;
  for (const goes of await memberships.all(session, { from })) {
    const { huddle } = goes;
    const stays = await membership.first(session, { huddle, person: into });
    if (stays === null) await leaveTo.run(session, { huddle, ...one });
    else {
      await takeMember.run(session, { huddle, from });
      await members(session).save(oneMember(toMember(stays), toMember(goes), at));
      await place.run(session, { huddle, person: into, position: Math.min(stays.position, goes.position) });
    }
    await anew.run(session, { huddle });
  }
  await invited.run(session, one);
  await notByThemself.run(session, { into });
}

const answersOf = query((db, { from }: Pick<OnePerson, 'from'>) =>
  db.selectFrom('responses').selectAll().where('person', '=', from),
);

const takeAnswer = query((db, { round, from }: { round: RoundId; from: PersonId }) =>
  db.deleteFrom('responses').where('round', '=', round).where('person', '=', from),
);

const answerTo = query((db, { round, into }: { round: RoundId; into: PersonId }) =>
  db.selectFrom('responses').selectAll().where('round', '=', round).where('person', '=', into),
);

async function becomeResponses(session: Session, { from, into }: OnePerson): Promise<readonly RoundId[]> {
  const both: RoundId[] = [];
  for (const goes of await answersOf.all(session, { from })) {
    const { round } = goes;
    const stays = await answerTo.first(session, { round, into });
    const moved: ResponseRow = { ...goes, person: into };
    await takeAnswer.run(session, { round, from });
    const kept = stays === null ? toResponse(moved) : oneResponse(toResponse(stays), toResponse(moved));
    await rounds(session).saveResponse(kept);
    if (stays !== null) both.push(round);
  }
  return both;
}

const boxes = query((db, { from, ending }: { from: PersonId; ending: string }) =>
  db
    .selectFrom('utterances')
    .selectAll()
    .where('person', '=', from)
    .where(sql<boolean>`id like ${ending}`),
);

const utterance = query((db, { id }: { id: string }) => db.selectFrom('utterances').selectAll().where('id', '=', id));
const takeUtterance = query((db, { id }: { id: string }) => db.deleteFrom('utterances').where('id', '=', id));

const moveUtterance = query((db, { id, to }: { id: string; to: string }) =>
  db.updateTable('utterances').set({ id: to, thread: to }).where('id', '=', id),
);

const speaks = query((db, { from, into }: OnePerson) =>
  db.updateTable('utterances').set({ person: into }).where('person', '=', from),
);

/** An answer box is a turn once: of two answers to one question the first is, and the other one replaced it. */
async function becomeSpeech(session: Session, one: OnePerson): Promise<void> {
  for (const { id, at, gone: isGone } of await boxes.all(session, { from: one.from, ending: `answer/%/${one.from}` })) {
    const to = `${id.slice(0, -one.from.length)}${one.into}`;
    const other = await utterance.first(session, { id: to });
    const stays = other !== null && (isGone === 1 || (other.gone === 0 && other.at <= at));
    if (other !== null) await takeUtterance.run(session, { id: stays ? id : to });
    if (!stays) await moveUtterance.run(session, { id, to });
  }
  await speaks.run(session, one);
}

const promisesOf = query((db, { like }: { like: string }) =>
  db
    .selectFrom('promises')
    .selectAll()
    .where(
      sql<boolean>`(owners like ${like} or made_by like ${like} or state like ${like} or suggestion like ${like} or pick_up like ${like})`,
    ),
);

async function becomePromises(session: Session, one: OnePerson): Promise<void> {
  for (const row of await promisesOf.all(session, { like: `%${one.from}%` })) {
    const before = toCommitment(row);
    const after = oneCommitment(before, one);
    if (isUnlike(fromCommitment(before), fromCommitment(after)))
      await promises(session).save({ ...after, version: before.version + 1 });
  }
}

const rolesOf = query((db, { like }: { like: string }) =>
  db
    .selectFrom('roles')
    .selectAll()
    .where(sql<boolean>`(holdings like ${like} or offered like ${like} or stand_ins like ${like})`),
);

async function becomeRoles(session: Session, one: OnePerson): Promise<void> {
  for (const row of await rolesOf.all(session, { like: `%${one.from}%` })) {
    const before = toRole(row);
    const after = oneRole(before, one);
    if (isUnlike(fromRole(before), fromRole(after)))
      await roles(session).save({ ...after, version: before.version + 1 });
  }
}

function isUnlike(one: object, other: object): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

/** What they have not set themself is as the other one had it. */
const settings = query((db, { from, into }: OnePerson) =>
  db
    .updateTable('people')
    .set((eb) => {
      const of = (column: 'zone' | 'quiet_from' | 'quiet_to' | 'reach_on' | 'held_until') =>
        sql<never>`coalesce(${eb.ref(column)}, (select other.${sql.ref(column)} from people as other where other.id = ${from}))`;
      return {
        zone: of('zone'),
        quiet_from: of('quiet_from'),
        quiet_to: of('quiet_to'),
        reach_on: of('reach_on'),
        held_until: of('held_until'),
      };
    })
    .where('id', '=', into),
);

/** After those that were there already. */
const accounts = query((db, { from, into }: OnePerson) =>
  db
    .updateTable('identities')
    .set({
      person: into,
      position: sql<number>`${sql.ref('position')} + (select coalesce(max(position), 0) from identities as other where other.person = ${into})`,
    })
    .where('person', '=', from),
);

/** The link stays good, and leads to the one they are now. */
const links = query((db, { from, into }: OnePerson) =>
  db.updateTable('guests').set({ person: into }).where('person', '=', from),
);

const ideas = query((db, { from, into }: OnePerson) =>
  db
    .updateTable('ideas')
    .set((eb) => ({ raised_by: into, version: eb('version', '+', 1) }))
    .where('raised_by', '=', from),
);

/** What is said in them is looked through with the other texts. */
const meetings = query((db, { from, into }: OnePerson) =>
  db
    .updateTable('meetings')
    .set((eb) => ({ noted_by: into, version: eb('version', '+', 1) }))
    .where('noted_by', '=', from),
);

const gone = query((db, { from }: Pick<OnePerson, 'from'>) => db.deleteFrom('people').where('id', '=', from));
