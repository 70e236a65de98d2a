import { guestIdentity, lets, type GuestPass } from '../domain/guest.ts';
import { standingNow, takesPart } from '../domain/huddle.ts';
import { answerTo } from '../domain/consent.ts';
import type { HuddleId, RoundId } from '../domain/ids.ts';
import { maySend } from '../domain/role-swap.ts';
import { wayOf } from '../domain/way.ts';
import { isPulse } from '../domain/pulse.ts';
import type { Document } from '../messages/document.ts';
import { digestMessage } from '../messages/digest.ts';
import { pulseQuestion } from '../messages/pulses.ts';
import { printedQuestion, typedForYou } from '../messages/guests.ts';
import { ownPromptMessage, promptMessage } from '../messages/prompt.ts';
import type { PublishedDigest } from '../ports-kept.ts';
import type { Guest, GuestDoor, Links, Sheet } from '../ports-guests.ts';
import type { Clock, Ids, Records, Store } from '../ports.ts';
import { guestWords as words } from '../words/en/guests.ts';
import { askedIn } from './digest-notes.ts';
import { pageSheet } from './told-page-sheet.ts';
import { coordinatorNames } from './coordinators.ts';
import {
  guestAddress,
  linkFacts,
  linkToken,
  readCardToken,
  readLinkToken,
  readPrintToken,
  type LinkFacts,
} from './guests-tokens.ts';
import { partOf } from './looked.ts';
import { openPromises } from './round-notes.ts';

export interface DoorParts {
  readonly store: Pick<Store, 'read'>;
  readonly clock: Clock;
  /** The machine's own, which no rehearsal moves: what links live by. */
  readonly wallClock: Clock;
  readonly ids: Ids;
  readonly links: Links;
}

const visiting = 'guest visit';
/** Before the number of a visit in which someone else is at the keys. */
const supporting = '-';

/** Who may come in by which link, and what they then see that no command shows. It only reads. */
export function createGuestDoor({ store: { read }, clock, wallClock, ids, links }: DoorParts): GuestDoor {
  const guestOf = async (facts: LinkFacts | null): Promise<{ guest: Guest; pass: GuestPass } | null> => {
    if (facts === null) return null;
    const pass = await read.guests.get(facts.user);
    if (pass === null || !lets(pass, { serial: facts.serial, now: wallClock.now() })) return null;
    const guest = await guestBy(pass, read);
    return guest === null ? null : { guest, pass };
  };
  return {
    seals: links.seals,
    // Asked for each time: a program that picks its own port knows its address only once it listens.
    get origin() {
      return links.origin;
    },
    enter: async (token, { supporter }) => {
      const found = await guestOf(readLinkToken(links, token));
      if (found === null) return null;
      // The number of the visit makes the marks on its forms its own.
      const number = `${supporter ? supporting : ''}${ids.newId()}`;
      const visit = `${found.pass.user}.${String(found.pass.serial)}.${number}`;
      return { visit: links.seals.seal(visiting, visit), guest: { ...found.guest, bySupporter: supporter } };
    },
    visit: async (visit) => {
      const text = links.seals.open(visiting, visit);
      const parting = text?.lastIndexOf('.') ?? 0;
      const found = await guestOf(text === null ? null : linkFacts(text.slice(0, parting)));
      return found && { ...found.guest, bySupporter: text?.startsWith(supporting, parting + 1) === true };
    },
    card: async (token) => {
      const found = await guestOf(readCardToken(links, token, wallClock.now()));
      return found && { guest: found.guest, address: guestAddress(links, linkToken(links, found.pass)) };
    },
    print: async (token) => {
      const sheet = readPrintToken(links, token, wallClock.now());
      if (sheet === null) return null;
      return sheetOf(sheet, read);
    },
    question: (guest) => question(guest, { read, now: clock.now() }),
    digest: async ({ huddle, takesPart: isIn }) => {
      const published = isIn ? await read.digests.last(huddle.id) : null;
      const shown = published === null ? null : await digestDocuments(published, read);
      return shown === null ? [] : [shown.channel, ...Object.values(shown.threads)];
    },
    fellows: async ({ huddle: { id } }) => {
      const names = await read.people.names(id);
      const members = (await read.members.of(id)).filter(takesPart);
      const fellows = members.flatMap(({ person }) => {
        const name = names.get(person);
        return name === undefined ? [] : [{ user: person, name }];
      });
      return fellows.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
    },
    isKnown: async (user) => {
      const pass = await read.guests.get(user);
      return pass !== null && pass.endedAt === null;
    },
  };
}

async function guestBy(pass: GuestPass, read: Records): Promise<Guest | null> {
  const [person, huddle] = [await read.people.get(pass.person), await read.huddles.get(pass.huddle)];
  const member = await read.members.get(pass.huddle, pass.person);
  if (person === null || huddle === null || member === null) return null;
  return {
    identity: guestIdentity(pass.user),
    name: person.name,
    huddle: { id: huddle.id, name: huddle.name },
    zone: person.zone ?? huddle.zone,
    endsAt: pass.endsAt,
    takesPart: takesPart(member),
    isSettled: answerTo('counted', member) !== null && standingNow(member).group !== null,
    bySupporter: false,
  };
}

/** As a screen that has an own view for each person shows it. */
async function question(
  { identity, huddle: { id }, takesPart: isIn }: Guest,
  { read, now }: { readonly read: Records; readonly now: string },
): Promise<Document | null> {
  const [huddle, person] = [await read.huddles.get(id), await read.people.byIdentity(identity)];
  const member = person === null ? null : await read.members.get(id, person.id);
  if (!isIn || huddle === null || person === null || member === null) return null;
  const open = (await read.rounds.recent(id, 5)).filter(({ status }) => status === 'open');
  const round = open.find(
    (one) => wayOf(one.prompt) !== 'swap' || maySend(one, member, { now, heldUntil: person.heldUntil }),
  );
  if (round === undefined) return null;
  if (isPulse(round.prompt)) return pulseQuestion(round, { huddle });
  const response = await read.rounds.response(round.id, person.id);
  const own = response === null ? null : partOf(response);
  const answer = response?.answer ?? null;
  const typedFor =
    answer?.helped === true ? typedForYou(answer, await coordinatorNames({ records: read, huddle })) : [];
  const facts = { huddle, now, promises: await openPromises(round, read), typedFor };
  return own === null ? promptMessage(round, facts) : ownPromptMessage(round, own, facts);
}

async function questionSheet(id: RoundId, read: Records): Promise<Sheet | null> {
  const round = await read.rounds.get(id);
  const huddle = round === null ? null : await read.huddles.get(round.huddle);
  if (round?.status !== 'open' || huddle === null || wayOf(round.prompt) !== 'posted') return null;
  return { title: words.sheetQuestion(huddle.name), document: printedQuestion(round, huddle) };
}

function sheetOf(
  { of, subject }: NonNullable<ReturnType<typeof readPrintToken>>,
  read: Records,
): Promise<Sheet | null> {
  switch (of) {
    case 'question':
      return questionSheet(subject as RoundId, read);
    case 'digest':
      return digestSheet(subject, read);
    case 'page':
      return pageSheet(subject, read);
  }
}

async function digestSheet(subject: string, read: Records): Promise<Sheet | null> {
  const [id = '', monday = ''] = subject.split('/');
  const published = await read.digests.get(id as HuddleId, monday);
  const shown = published === null ? null : await digestDocuments(published, read);
  return shown === null ? null : { title: words.sheetDigest(shown.huddle), document: shown.channel };
}

async function digestDocuments({ huddle: id, facts }: PublishedDigest, read: Records) {
  const huddle = await read.huddles.get(id);
  if (huddle === null) return null;
  const message = digestMessage(facts, {
    huddle,
    names: await read.people.names(id),
    promises: await read.promises.list(id),
    roles: await read.roles.list(id),
    asked: await askedIn(facts, read),
  });
  return { ...message, huddle: huddle.name };
}
