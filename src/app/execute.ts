import type { DomainEvent } from '../domain/events.ts';
import { isCounted, standingNow, takesPart, type Member } from '../domain/huddle.ts';
import type { HuddleId, PersonId, PlaceRef } from '../domain/ids.ts';
import { defaultQuietHours } from '../domain/person.ts';
import { afterQuiet } from '../domain/quiet.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import type { Note } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import { coordinatorsNow, type Addressee } from './cover-notes.ts';

/** What shall be shown because of an event. `execute` turns it into one outbox note for each addressee. */
export interface Reaction {
  readonly kind: Note['kind'];
  readonly subject: string;
  /**
   * Of those who can be reached: `counted` are those who are counted now, `here` those who take part and are not on a
   * break, `swappers` those who ever chose role swaps; what they get is looked at once more when it is built.
   */
  readonly to: 'places' | 'coordinators' | keyof typeof some | PlaceRef | { readonly person: PersonId };
  /** Null sends at once. Notes to one person wait for the end of their quiet hours in any case. */
  readonly notBefore?: Instant;
  readonly expiresAt?: Instant;
  readonly under?: Note['under'];
}

/** Something with states or rules. Decide, evolve and react are pure; load and save know which rows it lives in. */
export interface Aggregate<
  Command extends { readonly huddle: HuddleId; readonly now: Instant },
  State,
  Event extends DomainEvent,
> {
  load(records: Records, command: Command): Promise<State>;
  decide(command: Command, state: State): readonly Event[] | Refusal;
  evolve(state: State, event: Event): State;
  save(records: Records, after: State, before: State, now: Instant): Promise<void>;
  react(event: Event, state: State): readonly Reaction[];
}

export interface Done<State, Event> {
  readonly events: readonly Event[];
  readonly state: State;
}

/** Load, decide, evolve, save, journal, enqueue: all inside the caller's transaction. */
export async function execute<
  Command extends { readonly huddle: HuddleId; readonly now: Instant },
  State,
  Event extends DomainEvent,
>(
  records: Records,
  aggregate: Aggregate<Command, State, Event>,
  command: Command,
): Promise<Done<State, Event> | Refusal> {
  const before = await aggregate.load(records, command);
  const events = aggregate.decide(command, before);
  if (isRefusal(events)) return events;
  if (events.length === 0) return { events, state: before };
  const after = events.reduce<State>((state, event) => aggregate.evolve(state, event), before);
  await aggregate.save(records, after, before, command.now);
  await records.journal.append(command.huddle, events);
  const reactions = events.flatMap((event) => aggregate.react(event, after));
  await enqueue(records, { huddle: command.huddle, now: command.now, reactions });
  return { events, state: after };
}

/** Addresses each reaction and puts it into the outbox. */
export async function enqueue(
  records: Records,
  { huddle, now, reactions }: { huddle: HuddleId; now: Instant; reactions: readonly Reaction[] },
): Promise<void> {
  for (const reaction of reactions) {
    for (const { to, from } of await addressees(records, { huddle, now, reaction })) {
      const asked = reaction.notBefore ?? now;
      const notBefore = from !== null && from > asked ? from : asked;
      await records.outbox.enqueue({
        kind: reaction.kind,
        subject: reaction.subject,
        to,
        huddle,
        notBefore: 'person' in to ? await considerate(records, huddle, to.person, notBefore) : notBefore,
        expiresAt: reaction.expiresAt ?? null,
        under: reaction.under ?? null,
      });
    }
  }
}

async function addressees(
  records: Records,
  { huddle, now, reaction: { to, kind } }: { huddle: HuddleId; now: Instant; reaction: Reaction },
): Promise<readonly Addressee[]> {
  if (to === 'coordinators') return coordinatorsNow(records, { huddle, kind, now });
  if (to === 'places') return (await records.huddles.places(huddle)).map((one) => ({ to: one, from: null }));
  if (typeof to === 'object') return [{ to, from: null }];
  return (await reachable(records, huddle, some[to])).map((one) => ({ to: one, from: null }));
}

const some = {
  counted: (member: Member) => isCounted(standingNow(member)),
  here: (member: Member) => standingNow(member).status === 'active',
  swappers: (member: Member) => takesPart(member) && member.consents.some(({ to, yes }) => to === 'role-swaps' && yes),
} as const;

/** Someone without any account hears of it from a coordinator, or not at all: a note could not arrive. */
async function reachable(
  records: Records,
  huddle: HuddleId,
  isMeant: (member: Member) => boolean,
): Promise<readonly { readonly person: PersonId }[]> {
  const reached: { readonly person: PersonId }[] = [];
  for (const { person } of (await records.members.of(huddle)).filter(isMeant)) {
    if ((await records.people.identities(person)).length > 0) reached.push({ person });
  }
  return reached;
}

/** Nothing wakes a person in their quiet hours: the moment itself, or the end of the quiet hours that it falls in. */
export async function considerate(records: Records, huddle: HuddleId, id: PersonId, at: Instant): Promise<Instant> {
  const person = await records.people.get(id);
  const home = await records.huddles.get(huddle);
  const zone = person?.zone ?? home?.zone ?? 'UTC';
  const from = person?.heldUntil !== undefined && person.heldUntil > at ? person.heldUntil : at;
  return afterQuiet(from, zone, person?.quiet ?? home?.quiet ?? defaultQuietHours);
}
