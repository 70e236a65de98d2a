import { isOfPerson, namesPeople } from '../commands/registry.ts';
import { promiseLine } from '../commands/promise-from.ts';
import type { Huddle } from '../domain/huddle.ts';
import { isGuest } from '../domain/guest.ts';
import type { HuddleId, Identity, PlaceRef, Platform } from '../domain/ids.ts';
import { mayUse } from '../domain/permissions.ts';
import type { Person } from '../domain/person.ts';
import { whichHuddle } from '../messages/help.ts';
import { notAllowed } from '../messages/people.ts';
import type { Links } from '../ports-guests.ts';
import type {
  Adapter,
  BankHolidays,
  Clock,
  Handle,
  Ids,
  Interaction,
  Known,
  Log,
  Records,
  Reply,
  Store,
} from '../ports.ts';
import { givenIn, runner, type Context } from './context.ts';
import { noteAct } from './cover-notes.ts';
import { perform } from './perform.ts';
import { route } from './route.ts';
import { meetWorry, meetWorryAnywhere, worries } from './worry.ts';
import { withTyped } from './typed.ts';

export interface BotParts {
  readonly store: Store;
  readonly clock: Clock;
  /** The machine's own, which no rehearsal moves: what codes live by. */
  readonly wallClock: Clock;
  readonly ids: Ids;
  readonly bankHolidays: BankHolidays;
  readonly log: Log;
  adapter(platform: Platform): Adapter | null;
  /** Left out where the operator has not set what personal links need. */
  readonly links?: Links | null;
  /** Real people are here: a huddle has to be ready for them first. Off where left out. */
  readonly mustBeReady?: boolean;
  /** Called after each commit: something may wait in the outbox. */
  poke(): void;
}

/** The one way in: an act of a person becomes a change on disk and a reply. Throws only what is a bug or a broken store. */
export function createBot(parts: BotParts): Handle {
  return async (interaction) => {
    try {
      const directory = await directoryFor(interaction, parts);
      // Looking changes nothing, so it takes no turn among those that write, and sets nothing off.
      if (interaction.kind === 'looked') return await act(interaction, { records: parts.store.read, directory, parts });
      const reply = await parts.store.transact((records) => act(interaction, { records, directory, parts }));
      parts.poke();
      return reply;
    } catch (error) {
      parts.log.error('an act failed', { kind: interaction.kind, interaction: interaction.id, error });
      throw error;
    }
  };
}

async function act(
  interaction: Interaction,
  { records, directory, parts }: { records: Records; directory: readonly Known[]; parts: BotParts },
): Promise<Reply> {
  const stored = await records.interactions.outcome(interaction.id);
  const { run, kept } = runner(records, stored);
  const found = await find(interaction, records);
  const several = 'choose' in found;
  const { ids, wallClock, bankHolidays } = parts;
  const at = { now: interaction.at, wallNow: wallClock.now() };
  const links = parts.links ?? null;
  const mustBeReady = parts.mustBeReady ?? false;
  const who = several ? { person: found.person, huddle: null, member: null } : found;
  const context: Context = {
    records,
    ids,
    interaction,
    ...at,
    directory,
    links,
    bankHolidays,
    mustBeReady,
    run,
    ...who,
  };
  if (worries(interaction)) {
    const isRepeat = stored !== null;
    const met = several
      ? await meetWorryAnywhere(context, { huddles: found.choose, isRepeat })
      : await meetWorry(context, { isRepeat, given: givenIn(context) });
    // Kept even where nothing was decided: done again it must not send a second card.
    if (met !== null && !isRepeat) await records.interactions.keep(interaction.id, interaction.at, kept);
    if (met !== null) return met;
  }
  if (several) return whichOf(found.choose, interaction);
  const routed = route(interaction, () => givenIn(context));
  if (routed === null) return { kind: 'none' };
  const refusal = mayUse(routed.who, context);
  if (refusal !== null) return withTyped({ kind: 'private', document: notAllowed(refusal) }, context);
  const reply = await perform(routed.intent, context);
  if (context.huddle?.cover !== undefined && interaction.kind !== 'looked') await noteAct(context);
  // A refused act keeps nothing, so the mended form with the same id goes through.
  if (stored === null && kept.length > 0) await records.interactions.keep(interaction.id, interaction.at, kept);
  return reply;
}

type Where =
  Pick<Context, 'person' | 'huddle' | 'member'> | { readonly person: Person; readonly choose: readonly Huddle[] };

/**
 * Which huddle is meant: the place's, the one that a button names, or in a direct message the person's only one. In a
 * channel without a huddle none is: there a new one may be set up, also by someone who is in a huddle elsewhere.
 */
async function find(interaction: Interaction, records: Records): Promise<Where> {
  const found = await records.people.find(interaction.who, interaction.where);
  if (found.huddle !== null || found.person === null) return found;
  const { person } = found;
  const named = 'subject' in interaction ? huddleIn(interaction.subject) : null;
  const huddles = await records.huddles.ofPerson(person.id);
  if (isGuest(interaction.who)) return findOfGuest(interaction.who, { person, huddles, named }, records);
  const isDirect = interaction.where === 'direct';
  const only = isDirect && huddles.length === 1 ? huddles[0] : undefined;
  const meant = huddles.find((huddle) => huddle.id === named) ?? only;
  if (meant !== undefined) return { person, huddle: meant, member: await records.members.get(meant.id, person.id) };
  const needsOne = isDirect && meansOne(interaction);
  return huddles.length > 1 && needsOne ? { person, choose: huddles } : found;
}

/** A guest's link is good for one huddle. What names another of theirs finds none here, and changes nothing there. */
async function findOfGuest(
  { user }: Identity,
  { person, huddles, named }: { person: Person; huddles: readonly Huddle[]; named: HuddleId | null },
  records: Records,
): Promise<Where> {
  const pass = await records.guests.get(user);
  const isElsewhere = named !== pass?.huddle && huddles.some(({ id }) => id === named);
  if (pass?.endedAt !== null || isElsewhere) return { person, huddle: null, member: null };
  return {
    person,
    huddle: await records.huddles.get(pass.huddle),
    member: await records.members.get(pass.huddle, person.id),
  };
}

/** Words to the bot, and whoever lets it into their own chat. Buttons name their huddle, but for words of anyone's message. */
function meansOne(interaction: Interaction): boolean {
  if (interaction.kind === 'action') return interaction.action === 'promise-from';
  if (interaction.kind === 'command' || interaction.kind === 'spoke') return !isOfPerson(interaction.text);
  return interaction.kind === 'added';
}

/** Every subject of a button or a form begins with its huddle's id: alone, before "/", or before the "~" of a round. */
function huddleIn(subject: string): HuddleId {
  return subject.split(/[/~\n]/, 1)[0] as HuddleId;
}

function whichOf(huddles: readonly Huddle[], interaction: Interaction): Reply {
  return { kind: 'private', document: whichHuddle(huddles, typedIn(interaction)) };
}

/** The line that is carried on once they have picked. */
function typedIn(interaction: Interaction): string {
  if (interaction.kind === 'action') return promiseLine(interaction.subject);
  return 'text' in interaction ? interaction.text : '';
}

/** Names can only be matched against the people of the place; asking the platform happens before the transaction. */
async function directoryFor(interaction: Interaction, parts: BotParts): Promise<readonly Known[]> {
  if (!mayNamePeople(interaction)) return [];
  const place = await placeOf(interaction, parts.store);
  const adapter = place === null ? null : parts.adapter(place.platform);
  if (adapter === null || place === null) return [];
  try {
    return await adapter.whoIsIn(place);
  } catch (error) {
    parts.log.warn('could not ask who is in a place', { interaction: interaction.id, error });
    return [];
  }
}

function mayNamePeople(interaction: Interaction): boolean {
  // The yes to a set-up carries the set-up's own line, names and all.
  if (interaction.kind === 'action') return interaction.action === 'setup-yes';
  if (interaction.kind === 'form') return interaction.form === 'setup' || interaction.form === 'people';
  return (interaction.kind === 'command' || interaction.kind === 'spoke') && namesPeople(interaction.text);
}

async function placeOf(interaction: Interaction, store: Store): Promise<PlaceRef | null> {
  if (interaction.where !== 'direct') return interaction.where;
  const found = await find(interaction, store.read);
  if ('choose' in found || found.huddle === null) return null;
  const places = await store.read.huddles.places(found.huddle.id);
  return places.find((place) => place.platform === interaction.who.platform) ?? places[0] ?? null;
}
