import type { PlaceEvent } from '../domain/events-people.ts';
import { decidePlace, evolvePlaces, type PlaceCommand, type Places } from '../domain/link-places.ts';
import { isPlaceRef, refKey, type HuddleId, type PlaceRef, type Platform } from '../domain/ids.ts';
import { mayUse } from '../domain/permissions.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { Document } from '../messages/document.ts';
import { note } from '../messages/frame.ts';
import { noHuddle } from '../messages/help.ts';
import { alsoIn, connectCode, placeGoodbye, placeHello, placeRefused } from '../messages/links.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import { linkWords as words } from '../words/en/links.ts';
import type { Context } from './context.ts';
import type { Aggregate, Reaction } from './execute.ts';
import { codeRefused, giveCode, readCode } from './links-codes.ts';

export async function giveConnectCode(context: Context): Promise<Document> {
  const { huddle } = context;
  if (huddle === null) return noHuddle();
  return connectCode(huddle, await giveCode({ kind: 'connect', huddle: huddle.id }, context));
}

/** `connect CODE` in the place that is to be added. Nobody has to be known there: the code is the proof. */
export async function connectHere(code: string, context: Context): Promise<Document> {
  const { records, interaction, person, now } = context;
  const found = await readCode({ kind: 'connect', code }, context);
  if (isRefusal(found)) return codeRefused(found);
  const huddle = found.huddle === null ? null : await records.huddles.get(found.huddle);
  const giver = await records.people.byIdentity(found.account);
  const member = huddle === null || giver === null ? null : await records.members.get(huddle.id, giver.id);
  // Whoever gave the code may have put the huddle down since.
  if (huddle === null || mayUse('coordinator', { huddle, member }) !== null) return note(words.wrongCode);
  if (interaction.where === 'direct') return note(words.needsPlace);
  const { platform, workspace, channel } = interaction.where;
  const done = await context.run(placesAggregate, {
    type: 'ConnectPlace',
    huddle: huddle.id,
    now,
    place: { platform, workspace, channel },
    by: person?.id ?? null,
  });
  if (isRefusal(done)) return placeRefused(done, huddle.name);
  await records.codes.use(code, interaction.who);
  return note(words.connected(huddle.name));
}

export async function disconnectHere(context: Context): Promise<Document> {
  const { huddle, interaction, person, now } = context;
  if (huddle === null) return noHuddle();
  if (interaction.where === 'direct') return note(words.needsPlace);
  const { platform, workspace, channel } = interaction.where;
  const done = await context.run(placesAggregate, {
    type: 'DisconnectPlace',
    huddle: huddle.id,
    now,
    place: { platform, workspace, channel },
    by: person?.id ?? null,
  });
  return isRefusal(done) ? placeRefused(done, huddle.name) : note(words.disconnected(huddle.name));
}

const placesAggregate: Aggregate<PlaceCommand, Places, PlaceEvent> = {
  load,
  decide: decidePlace,
  evolve: evolvePlaces,
  save: async (records, after, before) => {
    const [added, gone] = [without(after.places, before.places), without(before.places, after.places)];
    for (const place of added) await records.huddles.addPlace(after.huddle, place);
    for (const place of gone) await records.huddles.removePlace(after.huddle, place);
  },
  react,
};

async function load(records: Records, { huddle, place }: PlaceCommand): Promise<Places> {
  // Nobody has this account, so only the place is found.
  const found = await records.people.find({ platform: place.platform, workspace: '', user: '' }, place);
  const recent = await records.rounds.recent(huddle, 5);
  return {
    huddle,
    places: await records.huddles.places(huddle),
    owner: found.huddle,
    open: recent.filter(({ status }) => status === 'open').map(({ id }) => id),
  };
}

function without(places: readonly PlaceRef[], others: readonly PlaceRef[]): readonly PlaceRef[] {
  const known = new Set(others.map(refKey));
  return places.filter((place) => !known.has(refKey(place)));
}

/** Every place hears of a new one, and the new one gets what is being asked just now. Subject: huddle, moment, new place. */
function react({ type, at, place }: PlaceEvent, { huddle, open }: Places): readonly Reaction[] {
  const subject = `${huddle}/${at}/${refKey(place)}`;
  if (type === 'PlaceDisconnected') return [{ kind: 'place-left', subject, to: place }];
  const asked = open.map((round) => ({ kind: 'prompt' as const, subject: round, to: place }));
  return [{ kind: 'place-connected', subject, to: 'places' }, ...asked];
}

export async function buildPlaceNote({ kind, subject, to, huddle: id }: Outgoing, records: Records) {
  const huddle = await records.huddles.get(id);
  if (huddle === null || !isPlaceRef(to)) return null;
  if (kind === 'place-left') return placeGoodbye(huddle);
  return subject.endsWith(`/${refKey(to)}`) ? placeHello(huddle) : alsoIn(huddle, platformIn(subject, id));
}

function platformIn(subject: string, huddle: HuddleId): Platform {
  const [, platform = ''] = subject.slice(huddle.length + 1).split('/');
  return platform === 'teams' || platform === 'web' ? platform : 'slack';
}
