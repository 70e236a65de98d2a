import { commitmentWithout, memberGone, roleWithout, type Gone } from '../../src/domain/forget.ts';
import { isCounted } from '../../src/domain/huddle.ts';
import type { HuddleId, PersonId, RoundId } from '../../src/domain/ids.ts';
import type { Forgetting } from '../../src/ports-kept.ts';
import { query } from '../query.ts';
import { fromCommitment, fromRole, fromUtterance, toCommitment, toMember, toRole, toUtterance } from '../rows.ts';
import type { MemberRow, ResponseRow, UtteranceRow } from '../schema.ts';
import type { Session } from '../session.ts';
import { forgetIdeas } from './forget-ideas.ts';
import { forgetAsks } from './forget-asks.ts';
import { forgetPages } from './forget-pages.ts';
import { forgetDecisions } from './forget-decisions.ts';
import { forgetChanges } from './forget-changes.ts';
import { forgetMeetings } from './forget-meetings.ts';
import { forgetInNotes, type Redraw } from './forget-notes.ts';
import { forgetInRoom } from './forget-room.ts';
import { forgetInText } from './forget-text.ts';
import { members } from './members.ts';
import { namesOne } from './own-text.ts';
import { needlesOf } from './own.ts';
import { promises } from './promises.ts';
import { forgetInPulses } from './pulses.ts';
import { roles } from './roles.ts';

/**
 * Takes a person out of every table. Their own rows go; what others count on stays with ids that stand for nobody. What
 * stands on a platform and names them waits to be shown anew. It reads whole tables, as `become` does.
 */
export async function forgetPerson(session: Session, gone: Gone, how: Forgetting): Promise<void> {
  const { person } = gone;
  const needles = await needlesOf(session, person);
  const said = await wordsOf(session, person);
  const huddles = (await memberships.all(session, { person })).map(({ huddle }) => huddle);
  const redraw: Redraw = {
    promises: new Set(),
    proposals: new Set(),
    decisions: new Set(),
    asks: new Set(),
    pages: new Set(),
    roles: new Set(),
    digests: new Set(),
    meetings: new Set(),
    rounds: new Set(),
    huddles: new Set(),
  };
  const named = await namedBy(session, person);
  await forgetMembership(session, gone, how);
  await forgetRounds(session, person, redraw);
  await forgetPromises(session, huddles, gone, redraw);
  await forgetRoles(session, huddles, gone, redraw);
  await forgetIdeas(session, huddles, gone);
  await forgetDecisions(session, huddles, { gone, redraw });
  await forgetAsks(session, huddles, { gone, redraw });
  await forgetPages(session, huddles, { gone, redraw });
  await forgetChanges(session, huddles, { gone, redraw });
  await forgetMeetings(session, huddles, gone, redraw.meetings);
  await forgetInText(session, gone, { needles, redraw });
  const shown = await forgetInRoom(session, gone, { accounts: needles, said, instead: how.inPlace });
  await forgetInNotes(session, gone, { named, redraw, shown });
  await forgetCodes(session, needles);
  await forgetInPulses(session, person);
  await passes.run(session, { person });
  await people.run(session, { person });
  await accounts.run(session, { person });
}

const words = query((db, { person }: { person: PersonId }) =>
  db.selectFrom('responses').select('answer').where('person', '=', person).where('answer', 'is not', null),
);

async function wordsOf(session: Session, person: PersonId): Promise<readonly string[]> {
  return (await words.all(session, { person })).flatMap(({ answer }) => answer ?? []);
}

const namedAnswers = query((db, { person }: { person: PersonId }) =>
  db.selectFrom('responses').select('round').where('person', '=', person).where('seen_by', '=', 'named'),
);

async function namedBy(session: Session, person: PersonId): Promise<ReadonlySet<string>> {
  return new Set((await namedAnswers.all(session, { person })).map(({ round }) => round));
}

const memberships = query((db, { person }: { person: PersonId }) =>
  db.selectFrom('members').selectAll().where('person', '=', person),
);
const takeMember = query((db, { huddle, person }: { huddle: HuddleId; person: PersonId }) =>
  db.deleteFrom('members').where('huddle', '=', huddle).where('person', '=', person),
);
const invited = query((db, { person }: { person: PersonId }) =>
  db.updateTable('members').set({ invited_by: null }).where('invited_by', '=', person),
);
const spoken = query((db, { person }: { person: PersonId }) =>
  db.selectFrom('utterances').selectAll().where('person', '=', person),
);
const takeSpoken = query((db, { person }: { person: PersonId }) =>
  db.deleteFrom('utterances').where('person', '=', person),
);
const addSpoken = query((db, row: UtteranceRow) =>
  db.insertInto('utterances').values({
    id: row.id,
    huddle: row.huddle,
    person: row.person,
    spoken_as: row.spoken_as,
    thread: row.thread,
    at: row.at,
    gone: row.gone,
    settled_at: row.settled_at,
  }),
);
const openAnswers = query((db, { person, huddle }: { person: PersonId; huddle: HuddleId }) =>
  db
    .selectFrom('responses')
    .innerJoin('rounds', 'rounds.id', 'responses.round')
    .select(['responses.round', 'responses.late', 'rounds.opens_at'])
    .where('responses.person', '=', person)
    .where('rounds.huddle', '=', huddle)
    .where('rounds.status', '=', 'open')
    .where('responses.answered_at', 'is not', null),
);
const addAnswer = query((db, row: Pick<ResponseRow, 'round' | 'person' | 'answered_at' | 'late'>) =>
  db.insertInto('responses').values({
    round: row.round,
    person: row.person,
    seen_by: 'none',
    answered_at: row.answered_at,
    late: row.late,
    skipped: 0,
    later: 'no',
  }),
);
const takeAnswers = query((db, { person }: { person: PersonId }) =>
  db.deleteFrom('responses').where('person', '=', person),
);

/** In weeks that are not told yet they count as before, by one id for all of it. Everything else goes. */
async function forgetMembership(session: Session, gone: Gone, { keepFrom }: Forgetting): Promise<void> {
  const { person, now, newGone } = gone;
  const turns = (await spoken.all(session, { person })).map((row) => ({ row, said: toUtterance(row) }));
  const memberRows: readonly MemberRow[] = await memberships.all(session, { person });
  await takeSpoken.run(session, { person });
  for (const row of memberRows) {
    const { huddle } = row;
    const from = keepFrom.get(huddle) ?? now;
    const as = newGone();
    const before = toMember(row);
    await takeMember.run(session, { huddle, person });
    const stays = memberGone(before, { as, from, now });
    const needed = turns.filter(({ said }) => said.huddle === huddle && said.at >= from && !said.gone);
    const answers = await openAnswers.all(session, { person, huddle });
    if (needed.length === 0 && !stays.standings.some(isCounted)) continue;
    await members(session).save(stays);
    for (const { said } of needed) {
      const id = newGone();
      const thread = said.thread === said.id || said.thread.includes(person) ? id : said.thread;
      await addSpoken.run(session, { ...fromUtterance({ ...said, id, thread, person: as }), settled_at: null });
    }
    for (const { round, late, opens_at } of answers)
      await addAnswer.run(session, { round, person: as, answered_at: opens_at, late });
  }
  await takeAnswers.run(session, { person });
  await invited.run(session, { person });
}

const asked = query((db, { person }: { person: PersonId }) =>
  db.selectFrom('rounds').select(['id', 'status']).where('asked_by', '=', person),
);
const takeRound = query((db, { id }: { id: RoundId }) => db.deleteFrom('rounds').where('id', '=', id));
const takeTimer = query((db, { id }: { id: RoundId }) =>
  db.deleteFrom('timers').where('kind', '=', 'round').where('subject', '=', id),
);
const unasked = query((db, { person }: { person: PersonId }) =>
  db
    .updateTable('rounds')
    .set((eb) => ({ asked_by: null, version: eb('version', '+', 1) }))
    .where('asked_by', '=', person),
);

/** A question of theirs that nobody has seen yet goes with them. One that was asked is the huddle's. */
async function forgetRounds(session: Session, person: PersonId, { rounds }: Redraw): Promise<void> {
  for (const { id, status } of await asked.all(session, { person })) {
    rounds.add(id);
    if (status !== 'waiting') continue;
    await takeRound.run(session, { id });
    await takeTimer.run(session, { id });
  }
  await unasked.run(session, { person });
}

const promisesIn = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('promises').selectAll().where('huddle', '=', huddle),
);
const rolesIn = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('roles').selectAll().where('huddle', '=', huddle),
);

async function forgetPromises(session: Session, huddles: readonly HuddleId[], gone: Gone, redraw: Redraw) {
  for (const huddle of huddles) {
    for (const row of await promisesIn.all(session, { huddle })) {
      const before = toCommitment(row);
      const after = commitmentWithout(before, gone);
      if (!isUnlike(fromCommitment(before), fromCommitment(after))) continue;
      redraw.promises.add(`${huddle}/${String(before.number)}`);
      await promises(session).save({ ...after, version: before.version + 1 });
    }
  }
}

async function forgetRoles(session: Session, huddles: readonly HuddleId[], gone: Gone, redraw: Redraw) {
  for (const huddle of huddles) {
    for (const row of await rolesIn.all(session, { huddle })) {
      const before = toRole(row);
      const after = roleWithout(before, gone);
      if (!isUnlike(fromRole(before), fromRole(after))) continue;
      redraw.roles.add(`${huddle}/${before.key}`);
      await roles(session).save({ ...after, version: before.version + 1 });
    }
  }
}

function isUnlike(one: object, other: object): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

const codeRows = query((db) => db.selectFrom('codes').selectAll());
const takeCode = query((db, { hash }: { hash: string }) => db.deleteFrom('codes').where('hash', '=', hash));
const takeTries = query((db, { account }: { account: string }) =>
  db.deleteFrom('code_tries').where('account', '=', account),
);
const takeAddress = query((db, { id }: { id: string }) => db.deleteFrom('addresses').where('id', '=', id));

async function forgetCodes(session: Session, needles: readonly string[]): Promise<void> {
  for (const { hash, account, used_by } of await codeRows.all(session, {})) {
    const theirs = needles.some((needle) => namesOne(account, needle) || namesOne(used_by, needle));
    if (theirs) await takeCode.run(session, { hash });
  }
  for (const needle of needles) {
    await takeTries.run(session, { account: needle });
    await takeAddress.run(session, { id: needle });
  }
}

const people = query((db, { person }: { person: PersonId }) => db.deleteFrom('people').where('id', '=', person));
const passes = query((db, { person }: { person: PersonId }) => db.deleteFrom('guests').where('person', '=', person));
const accounts = query((db, { person }: { person: PersonId }) =>
  db.deleteFrom('identities').where('person', '=', person),
);
