import type { PersonWord } from '../commands/intent.ts';
import type { PersonId } from '../domain/ids.ts';
import { isIn, memberOf } from '../domain/membership.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { note } from '../messages/frame.ts';
import {
  inviteForm,
  inviteLines,
  lostNames,
  membershipRefusal,
  newsMessage,
  peopleList,
  type InviteOutcome,
} from '../messages/people.ts';
import type { Reply } from '../ports.ts';
import { peopleWords as words } from '../words/en/people.ts';
import type { MemberContext } from './context.ts';
import { membershipAggregate } from './people-aggregates.ts';
import { findPeople } from './people-found.ts';
import { answer, open } from './people-reply.ts';

export async function listPeople(context: MemberContext): Promise<Reply> {
  const { records, huddle } = context;
  const [members, names] = [await records.members.of(huddle.id), await records.people.names(huddle.id)];
  return answer(context, peopleList(huddle, members, names));
}

export function openInvite({ huddle }: MemberContext): Reply {
  return open(inviteForm(huddle), words.whoToInvite);
}

/** Everyone who is found is invited; the names that fit nobody come back, with what to do. */
export async function invitePeople(asked: readonly PersonWord[], context: MemberContext): Promise<Reply> {
  if (asked.length === 0) return answer(context, note(words.whoToInvite));
  const found = await findPeople(asked, context);
  const ids = found.people.map(({ id }) => id);
  const { huddle, person, now } = context;
  const done = await context.run(membershipAggregate(found.newcomers), {
    type: 'Invite',
    huddle: huddle.id,
    now,
    by: person.id,
    people: ids,
  });
  if (isRefusal(done)) return refused(done, context);
  const invited = new Set(done.events.flatMap((event) => (event.type === 'MemberInvited' ? [event.person] : [])));
  const outcome: InviteOutcome = {
    invited: found.people.filter(({ id }) => invited.has(id)).map(({ name }) => name),
    already: found.people.filter(({ id }) => !invited.has(id)).map(({ name }) => name),
    unknown: found.unknown,
    unclear: found.unclear,
    people: done.state.members.filter(isIn).length,
  };
  return answer(context, newsMessage(huddle, inviteLines(huddle, outcome)));
}

/** The yes to someone who asked to join. */
export async function invitePerson(id: PersonId, context: MemberContext): Promise<Reply> {
  const { huddle, person, now, records } = context;
  const asked = await records.people.get(id);
  if (asked === null) return answer(context, note(words.invitedNobody));
  const done = await context.run(membershipAggregate(), {
    type: 'Invite',
    huddle: huddle.id,
    now,
    by: person.id,
    people: [id],
  });
  if (isRefusal(done)) return refused(done, context);
  const line = done.events.length > 0 ? words.invited([asked.name]) : words.hereAlready([asked.name]);
  return answer(context, newsMessage(huddle, [line]));
}

/** A second coordinator has the same commands as the first. Someone not asked yet is invited in the same breath. */
export async function appointPerson(word: PersonWord | null, context: MemberContext): Promise<Reply> {
  if (word === null) return answer(context, note(words.whoToAppoint));
  const { huddle, person, now, records } = context;
  const found = await findPeople([word], context);
  const who = found.people[0];
  if (who === undefined) return answer(context, note(...lostNames(found)));
  const members = await records.members.of(huddle.id);
  const by = { huddle: huddle.id, now, by: person.id };
  const invited = await context.run(membershipAggregate(found.newcomers), { type: 'Invite', ...by, people: [who.id] });
  if (isRefusal(invited)) return refused(invited, context);
  const done = await context.run(membershipAggregate(), { type: 'Appoint', ...by, person: who.id });
  if (isRefusal(done)) return refused(done, context);
  if (done.events.length === 0) return answer(context, note(words.isCoordinator(who.name)));
  const fresh = !isIn(memberOf(members, who.id));
  return answer(
    context,
    newsMessage(huddle, [words.appointed(who.name), ...(fresh ? [words.invited([who.name])] : []), words.bestSecond]),
  );
}

/** Takes back an invitation that has no answer yet. */
export async function withdrawPerson(word: PersonWord | null, context: MemberContext): Promise<Reply> {
  if (word === null) return answer(context, note(words.whoToTakeBack));
  const { huddle, person, now } = context;
  const found = await findPeople([word], context);
  const who = found.people[0];
  if (who === undefined) return answer(context, note(...lostNames(found)));
  const done = await context.run(membershipAggregate(), {
    type: 'Withdraw',
    huddle: huddle.id,
    now,
    by: person.id,
    person: who.id,
  });
  return isRefusal(done) ? refused(done, context) : answer(context, note(words.tookBack(who.name)));
}

function refused(refusal: Refusal, context: MemberContext): Reply {
  return answer(context, membershipRefusal(refusal, { huddle: context.huddle.name, aboutSomeoneElse: true }));
}
