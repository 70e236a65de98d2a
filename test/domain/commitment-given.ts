import type { Commitment, Party, PromiseBook, PromiseCommand } from '../../src/domain/commitment.ts';
import { decide } from '../../src/domain/commitment-decide.ts';
import { evolve } from '../../src/domain/commitment-evolve.ts';
import type { CommitmentEvent } from '../../src/domain/events-promises.ts';
import type { Side } from '../../src/domain/huddle.ts';
import type { HuddleId, PersonId } from '../../src/domain/ids.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import { instantAt, type Instant, type LocalDate } from '../../src/domain/time.ts';

/* Willow in 2027, Europe/London: three people on each side. The digest comes on Tuesdays at 9am. */

export const huddle = 'willow' as HuddleId;
export const zone = 'Europe/London';
export const [amina, dev, ellis, ruth, graham, priya, tomos, lena, jo] = [
  'amina',
  'dev',
  'ellis',
  'ruth',
  'graham',
  'priya',
  'tomos',
  'lena',
  'jo',
] as [PersonId, PersonId, PersonId, PersonId, PersonId, PersonId, PersonId, PersonId, PersonId];

/** A moment where the huddle is. */
export function on(date: LocalDate, time = '10:00'): Instant {
  return instantAt(date, time, zone);
}

export function party(sides: readonly Side[], standings: Party['standings'] = here): Party {
  return { sides, standings };
}

const here: Party['standings'] = [{ from: '2027-01-01T09:00:00.000Z', status: 'active' }];

const willow: ReadonlyMap<PersonId, Party> = new Map([
  ...[amina, dev, ellis].map((person) => [person, party(['using'])] as const),
  ...[ruth, graham, priya].map((person) => [person, party(['running'])] as const),
  ...[tomos, lena, jo].map((person) => [person, party(['creative'])] as const),
]);

export function emptyBook(members: ReadonlyMap<PersonId, Party> = willow): PromiseBook {
  return {
    huddle,
    zone,
    digest: { weekday: 2, time: '09:00' },
    nextNumber: 1,
    promises: new Map(),
    members,
  };
}

/** The same book with some people as they are now. */
export function withPeople(book: PromiseBook, people: Readonly<Record<string, Party>>): PromiseBook {
  const changed = Object.entries(people).map(([person, as]) => [person as PersonId, as] as const);
  return { ...book, members: new Map([...book.members, ...changed]) };
}

/** A command as it is said: when, by whom and what. */
export type Said = PromiseCommand extends infer Each ? (Each extends unknown ? Omit<Each, 'huddle'> : never) : never;

export function command(said: Said): PromiseCommand {
  return { huddle, ...said };
}

export interface Step {
  readonly book: PromiseBook;
  readonly events: readonly CommitmentEvent[];
}

/** Decides and evolves; a refusal is a failure of the test. */
export function after(book: PromiseBook, ...said: readonly Said[]): PromiseBook {
  return said.reduce((state, each) => step(state, each).book, book);
}

export function step(book: PromiseBook, said: Said): Step {
  const events = decide(command(said), book);
  if (isRefusal(events)) throw new Error(`refused: ${events.refused} for ${JSON.stringify(said)}`);
  return { events, book: events.reduce((state, event) => evolve(state, event), book) };
}

export function refusalOf(book: PromiseBook, said: Said): Refusal {
  const refused = decide(command(said), book);
  if (!isRefusal(refused)) throw new Error(`not refused: ${JSON.stringify(refused)}`);
  return refused;
}

export function promiseIn(book: PromiseBook, number: number): Commitment {
  const promise = book.promises.get(number);
  if (promise === undefined) throw new Error(`no promise ${String(number)}`);
  return promise;
}

/** "We will do it by …", by one person for one side. */
export function making(by: PersonId, due: LocalDate, forSide: Side = 'using', now = on('2027-02-08')): Said {
  return { type: 'Make', now, by, what: 'keep the art room open', owners: [], forSide, due };
}
