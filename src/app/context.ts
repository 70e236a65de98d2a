import type { Given } from '../commands/intent.ts';
import type { DomainEvent } from '../domain/events.ts';
import { isGuest } from '../domain/guest.ts';
import type { Huddle, Member } from '../domain/huddle.ts';
import type { HuddleId } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import type { Refusal } from '../domain/refusal.ts';
import { isRefusal } from '../domain/refusal.ts';
import { localDate, type Instant } from '../domain/time.ts';
import type { StoredOutcome } from '../ports-kept.ts';
import type { Links } from '../ports-guests.ts';
import type { BankHolidays, Ids, Interaction, Known, Records } from '../ports.ts';
import { execute, type Aggregate, type Done } from './execute.ts';

/** One act of one person, inside its transaction: who, where, and the way to change things. */
export interface Context {
  readonly records: Records;
  readonly ids: Ids;
  readonly interaction: Interaction;
  /** When it was done, by the platform's own time: decides lateness and week. */
  readonly now: Instant;
  /** The machine's own time, which no rehearsal moves: what codes live by. */
  readonly wallNow: Instant;
  /** Null for someone nobody has invited yet. */
  readonly person: Person | null;
  /** The huddle of the place; in a direct message the one that is meant; null where there is none yet. */
  readonly huddle: Huddle | null;
  readonly member: Member | null;
  /** Everyone whom the platform shows in the place, fetched before the transaction when the line names people. */
  readonly directory: readonly Known[];
  /** Null where the operator has not set what personal links need. */
  readonly links: Links | null;
  readonly bankHolidays: BankHolidays;
  /** Real people are here: nothing is asked or posted before the huddle is ready for them. */
  readonly mustBeReady: boolean;
  /**
   * Decides and saves. When the same act arrives again nothing is decided: the events stored the first time come back,
   * with today's state, so the person gets the same answer. Their `words` are gone then.
   */
  run<Command extends { readonly huddle: HuddleId; readonly now: Instant }, State, Event extends DomainEvent>(
    aggregate: Aggregate<Command, State, Event>,
    command: Command,
  ): Promise<Done<State, Event> | Refusal>;
}

/** A context in which the person is in the huddle that is meant. */
export interface MemberContext extends Context {
  readonly person: Person;
  readonly huddle: Huddle;
  readonly member: Member;
}

export function inHuddle(context: Context): context is MemberContext {
  return context.person !== null && context.huddle !== null && context.member !== null;
}

/** A guest's link is good for one huddle: for them, what names another one names none. */
export function reaches({ interaction, huddle }: Context, id: HuddleId): boolean {
  return !isGuest(interaction.who) || huddle?.id === id;
}

/** What a line is read by. */
export function givenIn({ huddle, now }: Pick<Context, 'huddle' | 'now'>): Given {
  const zone = huddle?.zone ?? 'Europe/London';
  return { now, zone, today: localDate(now, zone), groups: huddle?.groups ?? [] };
}

/** The `run` of a context, and what it has to keep at the end. `stored` is null for a new act. */
export function runner(records: Records, stored: readonly StoredOutcome[] | null) {
  const kept: StoredOutcome[] = [];
  let next = 0;
  const run: Context['run'] = async (aggregate, command) => {
    const again = stored?.[next++];
    if (again !== undefined) return repeated(records, aggregate, command, again);
    const done = await execute(records, aggregate, command);
    if (!isRefusal(done)) kept.push(done.events.map(withoutWords));
    return done;
  };
  return { run, kept };
}

async function repeated<
  Command extends { readonly huddle: HuddleId; readonly now: Instant },
  State,
  Event extends DomainEvent,
>(
  records: Records,
  aggregate: Aggregate<Command, State, Event>,
  command: Command,
  stored: StoredOutcome,
): Promise<Done<State, Event>> {
  // Stored by this same call the first time, so the shape is the aggregate's own; only the words were left out.
  const events = stored as unknown as readonly Event[];
  return { events, state: await aggregate.load(records, command) };
}

function withoutWords(event: DomainEvent): Readonly<Record<string, unknown>> {
  return { ...event, words: undefined };
}
