import type { LinkIntent } from '../commands/links.ts';
import type { AccountEvent } from '../domain/events-people.ts';
import { refKey, type PersonId, type RoundId } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { Document } from '../messages/document.ts';
import { note } from '../messages/frame.ts';
import {
  confirmLink,
  linkCode,
  linkedMessage,
  notThere,
  platformsOf,
  reachedMessage,
  reachWhere,
  unlinkedMessage,
  type Chats,
} from '../messages/links.ts';
import type { Code } from '../ports-kept.ts';
import type { Reply } from '../ports.ts';
import { linkWords as words } from '../words/en/links.ts';
import { underOf } from './reactions/rounds.ts';
import type { Context } from './context.ts';
import { codeRefused, giveCode, readCode } from './links-codes.ts';
import { connectHere, disconnectHere, giveConnectCode } from './links-places.ts';
import { answer } from './people-reply.ts';
import { setDaysOffOf } from './days-off-timers.ts';
import { setPromiseTimers } from './promise-book.ts';

/** One person in two chats, and one huddle in two places. Told to the one who asks, and to nobody else. */
export async function performLinks(intent: LinkIntent, context: Context): Promise<Reply> {
  switch (intent.want) {
    case 'link':
      return answer(context, linkCode(await giveCode({ kind: 'link', huddle: null }, context)));
    case 'link-code':
      return answer(context, await linkBy(intent, context));
    case 'not-them':
      return answer(context, note(words.notThem));
    case 'unlink':
      return answer(context, await unlink(context));
    case 'reach':
      return answer(context, await reach(intent.on, context));
    case 'connect':
      return answer(context, await giveConnectCode(context));
    case 'connect-code':
      return answer(context, await connectHere(intent.code, context));
    case 'disconnect':
      return answer(context, await disconnectHere(context));
  }
}

async function linkBy(
  { code, sure }: { readonly code: string; readonly sure: boolean },
  context: Context,
): Promise<Document> {
  const { records, interaction, person } = context;
  const found = await readCode({ kind: 'link', code }, context);
  if (isRefusal(found)) return codeRefused(found);
  if (refKey(found.account) === refKey(interaction.who)) return note(words.otherChat);
  const owner = await records.people.byIdentity(found.account);
  if (owner === null && person === null) return note(words.unknownInBoth);
  if (owner !== null && owner.id === person?.id) {
    return found.usedBy === null
      ? note(words.alreadyLinked)
      : linkedMessage(await chatsOf(owner, context), { merged: false });
  }
  // Whoever is in a huddle is asked first: someone else may have sent them the code, to become them.
  if (!sure && person !== null && (await records.huddles.ofPerson(person.id)).length > 0)
    return confirmLink({ code, name: owner?.name ?? null, platform: found.account.platform });
  await records.codes.use(code, interaction.who);
  const merged = owner !== null && person !== null;
  return linkedMessage(await linked(found, { owner, person }, context), { merged });
}

/** The account becomes one of theirs. Where both were known, all becomes that of the one whose code it was. */
async function linked(
  { account }: Code,
  { owner, person }: { readonly owner: Person | null; readonly person: Person | null },
  context: Context,
): Promise<Chats> {
  const { records, interaction } = context;
  const one = owner ?? person;
  if (one === null) throw new Error('two accounts without a person');
  const added = owner === null ? account : interaction.who;
  if (owner !== null && person !== null) await becomeOne(person.id, owner.id, context);
  else await records.people.link(added, one.id);
  await noteDown({ type: 'AccountLinked', at: context.now, person: one.id, platform: added.platform }, context);
  return chatsOf(one, context);
}

async function becomeOne(from: PersonId, into: PersonId, { records, now }: Context): Promise<void> {
  const both = await records.people.become(from, into, now);
  for (const { id } of await records.huddles.ofPerson(into)) {
    const member = await records.members.get(id, into);
    if (member !== null) await setDaysOffOf(records, member);
    await setPromiseTimers(records, id, now);
  }
  for (const round of both) await showAnew(round, into, { records, now });
}

/** Where both of their answers stood in the thread, the one that is left stands there alone. */
async function showAnew(round: RoundId, person: PersonId, { records, now }: Pick<Context, 'records' | 'now'>) {
  const found = await records.rounds.get(round);
  if (found === null) return;
  const { huddle } = found;
  const under = underOf(found);
  for (const to of await records.huddles.places(huddle)) {
    for (const subject of [`${round}/${person}`, `${round}/${person}/2`]) {
      if ((await records.outbox.get('answer', subject, to)) === null) continue;
      await records.outbox.enqueue({ kind: 'answer', subject, to, huddle, notBefore: now, expiresAt: null, under });
    }
  }
}

/** Back to a person of its own, who is in no huddle. Nothing moves: what was done stays where it counts. */
async function unlink(context: Context): Promise<Document> {
  const { records, interaction, person, ids } = context;
  if (person === null) return note(words.notLinked);
  const { accounts } = await chatsOf(person, context);
  if (accounts.length < 2) return note(words.notLinked);
  const { who, name } = interaction;
  const alone = { id: ids.newId() as PersonId, name: name ?? person.name, zone: null, quiet: null, reachOn: null };
  await records.people.save(alone);
  await records.people.link(who, alone.id);
  const left = accounts.filter((account) => refKey(account) !== refKey(who));
  if (!left.some(({ platform }) => platform === person.reachOn))
    await records.people.save({ ...person, reachOn: null });
  await noteDown({ type: 'AccountUnlinked', at: context.now, person: person.id, platform: who.platform }, context);
  return unlinkedMessage();
}

async function reach(asked: Extract<LinkIntent, { want: 'reach' }>['on'], context: Context): Promise<Document> {
  const { records, interaction, person } = context;
  const on = asked === 'here' ? interaction.who.platform : asked;
  if (person === null) return notThere(on ?? interaction.who.platform);
  const chats = await chatsOf(person, context);
  if (on === null) return reachWhere(chats);
  if (!platformsOf(chats).includes(on)) return notThere(on);
  await records.people.save({ ...person, reachOn: on });
  return reachedMessage(chats, on);
}

async function chatsOf(person: Person, { records }: Context): Promise<Chats> {
  const now = await records.people.get(person.id);
  return { person: now ?? person, accounts: await records.people.identities(person.id) };
}

/** In each of their huddles. */
async function noteDown(event: AccountEvent, { records }: Context): Promise<void> {
  for (const { id } of await records.huddles.ofPerson(event.person)) await records.journal.append(id, [event]);
}
