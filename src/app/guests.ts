import { wayOf } from '../domain/way.ts';
import type { GuestIntent, GuestWord } from '../commands/guests.ts';
import type { GuestEvent } from '../domain/events-people.ts';
import { endedPass, guestIdentity, isOpenPass, newPass, renewedPass, type GuestPass } from '../domain/guest.ts';
import { standingNow } from '../domain/huddle.ts';
import type { PersonId } from '../domain/ids.ts';
import { mayUse } from '../domain/permissions.ts';
import { isRefusal, refuse } from '../domain/refusal.ts';
import { addMs, dayMs } from '../domain/time.ts';
import { note } from '../messages/frame.ts';
import { guestEnded, guestLink, guestList, printLinks, type NamedPass } from '../messages/guests.ts';
import { membershipRefusal, notAllowed } from '../messages/people.ts';
import type { Links } from '../ports-guests.ts';
import type { Reply } from '../ports.ts';
import { guestWords as words } from '../words/en/guests.ts';
import { inHuddle, reaches, type Context, type MemberContext } from './context.ts';
import { cardToken, guestAddress, linkToken, printAddress } from './guests-tokens.ts';
import { membershipAggregate } from './people-aggregates.ts';
import { answer } from './people-reply.ts';

/** Letting in people without an account. Links are told to the coordinator who asks, and to nobody else. */
export async function performGuests(intent: GuestIntent, asked: Context): Promise<Reply> {
  const context = await meant(intent, asked);
  const refusal = mayUse('coordinator', context);
  if (refusal !== null) return answer(context, notAllowed(refusal));
  if (!inHuddle(context)) return answer(context, notAllowed(refuse('no-huddle-here')));
  const { links } = context;
  if (links === null) return answer(context, note(words.notSetUp, words.notSetUpHow));
  const room: GuestContext = { ...context, links };
  switch (intent.want) {
    case 'list':
      return answer(room, guestList(room.huddle, await namedPasses(room), room.wallNow));
    case 'print':
      return printSheets(room);
    case 'invite':
      return intent.guest === null ? answer(room, note(words.whoIsIt)) : invite(intent.guest, room);
    case 'new-link':
      return withGuest(intent.guest, room, (guest) => newLink(guest, room));
    case 'end':
      return withGuest(intent.guest, room, (guest) => end(guest, room));
  }
}

interface GuestContext extends MemberContext {
  readonly links: Links;
}

/** A button names its huddle. */
async function meant({ huddle: id }: GuestIntent, context: Context): Promise<Context> {
  if (id === undefined || id === context.huddle?.id) return context;
  if (!reaches(context, id)) return { ...context, huddle: null, member: null };
  const { person, records } = context;
  const member = person === null ? null : await records.members.get(id, person.id);
  return { ...context, huddle: member === null ? null : await records.huddles.get(id), member };
}

async function namedPasses({ records, huddle }: GuestContext): Promise<readonly NamedPass[]> {
  const passes = await records.guests.of(huddle.id);
  const people = await Promise.all(passes.map(({ person }) => records.people.get(person)));
  return passes.flatMap((pass, index) => {
    const name = people[index]?.name;
    return name === undefined ? [] : [{ pass, name }];
  });
}

async function found(word: GuestWord, context: GuestContext): Promise<readonly NamedPass[]> {
  const all = await namedPasses(context);
  return all.filter(({ pass, name }) => ('user' in word ? pass.user === word.user : plain(name) === plain(word.name)));
}

async function withGuest(
  word: GuestWord | null,
  context: GuestContext,
  work: (guest: NamedPass) => Promise<Reply>,
): Promise<Reply> {
  if (word === null) return answer(context, note(words.whoIsIt));
  const [guest, ...more] = await found(word, context);
  if (guest !== undefined && more.length === 0) return work(guest);
  const name = 'name' in word ? word.name : '';
  if (guest !== undefined) return answer(context, note(words.several(name)));
  return 'name' in word
    ? answer(context, note(words.noSuchGuest(name)))
    : answer(context, guestList(context.huddle, await namedPasses(context), context.wallNow));
}

/** Someone who is a guest already has their link shown again; a second guest of one name needs another name. */
async function invite(word: GuestWord, context: GuestContext): Promise<Reply> {
  const known = await found(word, context);
  if (known.length > 0 || 'user' in word) {
    return withGuest(word, context, (guest) =>
      isOpenPass(guest.pass, context.wallNow)
        ? Promise.resolve(shown('link', guest, context))
        : newLink(guest, context),
    );
  }
  const { huddle, person, now, ids, records, wallNow } = context;
  const unreached = await notReachedCalled(word.name, context);
  if (unreached !== null) return letInByLink(unreached, context);
  const names = await records.people.names(huddle.id);
  if ([...names.values()].some((name) => plain(name) === plain(word.name)))
    return answer(context, note(words.nameTaken(word.name)));
  const user = ids.newId();
  const id = ids.newId() as PersonId;
  const newcomer = {
    identity: guestIdentity(user),
    person: { id, name: word.name, zone: null, quiet: null, reachOn: null },
  };
  const command = { type: 'Invite' as const, huddle: huddle.id, now, by: person.id, people: [id] };
  const done = await context.run(membershipAggregate([newcomer]), command);
  if (isRefusal(done)) return answer(context, membershipRefusal(done, { huddle: huddle.name, aboutSomeoneElse: true }));
  const pass = newPass({ user, huddle: huddle.id, person: id }, wallNow);
  await keep(pass, 'GuestLinkGiven', context);
  return shown('invited', { pass, name: word.name }, context);
}

/** Someone of this name who is still asked, and whom no private note could reach. */
async function notReachedCalled(name: string, { huddle, records }: GuestContext): Promise<NamedPerson | null> {
  const names = await records.people.names(huddle.id);
  for (const [person, known] of names) {
    const member = plain(known) === plain(name) ? await records.members.get(huddle.id, person) : null;
    const standing = member === null ? null : standingNow(member);
    if (standing?.status !== 'invited') continue;
    const notice = await records.outbox.get('notice', `${huddle.id}/${standing.from}`, { person });
    if (notice?.state === 'given-up') return { person, name: known };
  }
  return null;
}

interface NamedPerson {
  readonly person: PersonId;
  readonly name: string;
}

/** They stay who they are, with one more way in. */
async function letInByLink({ person, name }: NamedPerson, context: GuestContext): Promise<Reply> {
  const { ids, huddle, records, wallNow } = context;
  const user = ids.newId();
  await records.people.link(guestIdentity(user), person);
  const pass = newPass({ user, huddle: huddle.id, person }, wallNow);
  await keep(pass, 'GuestLinkGiven', context);
  return shown('invited', { pass, name }, context);
}

/**
 * For someone who said no or left, or whose invitation was taken back, it is a new invitation, too. The same act again
 * shows the link that it made, for one more would end that.
 */
async function newLink({ pass, name }: NamedPass, context: GuestContext): Promise<Reply> {
  const { huddle, person, now, wallNow, records, interaction } = context;
  if ((await records.interactions.outcome(interaction.id)) !== null) return shown('newLink', { pass, name }, context);
  const command = { type: 'Invite' as const, huddle: huddle.id, now, by: person.id, people: [pass.person] };
  const done = await context.run(membershipAggregate(), command);
  if (isRefusal(done)) return answer(context, membershipRefusal(done, { huddle: huddle.name, aboutSomeoneElse: true }));
  const renewed = renewedPass(pass, wallNow);
  await keep(renewed, 'GuestLinkGiven', context);
  return shown('newLink', { pass: renewed, name }, context);
}

/** What was never accepted is taken back with it. Whoever said yes stays: only they themselves can leave. */
async function end({ pass, name }: NamedPass, context: GuestContext): Promise<Reply> {
  const { huddle, person, now, records, wallNow } = context;
  const member = await records.members.get(huddle.id, pass.person);
  const wasInvited = member !== null && standingNow(member).status === 'invited';
  if (wasInvited) {
    const command = { type: 'Withdraw' as const, huddle: huddle.id, now, by: person.id, person: pass.person };
    await context.run(membershipAggregate(), command);
  }
  if (pass.endedAt === null) await keep(endedPass(pass, wallNow), 'GuestLinkEnded', context);
  return answer(context, guestEnded(name, { huddle, wasInvited }));
}

async function keep(pass: GuestPass, type: GuestEvent['type'], context: GuestContext): Promise<void> {
  const { records, huddle, person, now } = context;
  await records.guests.save(pass);
  await records.journal.append(huddle.id, [{ type, at: now, person: pass.person, by: person.id }]);
}

function shown(how: 'invited' | 'link' | 'newLink', { pass, name }: NamedPass, context: GuestContext): Reply {
  const { huddle, links, wallNow } = context;
  const address = guestAddress(links, linkToken(links, pass));
  const card = guestAddress(links, `card/${cardToken(links, pass, addMs(wallNow, dayMs))}`);
  return answer(context, guestLink(how, { huddle, name, pass, address, card }));
}

/** The question that is open, and the newest digest. */
async function printSheets(context: GuestContext): Promise<Reply> {
  const { records, huddle, links, wallNow } = context;
  const round = (await records.rounds.recent(huddle.id, 5)).find(
    ({ status, prompt }) => status === 'open' && wayOf(prompt) === 'posted',
  );
  const digest = await records.digests.last(huddle.id);
  const address = (of: 'question' | 'digest', subject: string) => printAddress(links, { of, subject }, wallNow);
  return answer(
    context,
    printLinks(huddle, {
      question: round === undefined ? null : address('question', round.id),
      digest: digest === null ? null : address('digest', `${huddle.id}/${digest.monday}`),
    }),
  );
}

function plain(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
