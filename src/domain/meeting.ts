import { longestIdea } from './idea.ts';
import { isPast, mostOwners, wrongDay, wrongWhat } from './commitment-make.ts';
import type { MeetingEvent } from './events-promises.ts';
import type { Side } from './huddle.ts';
import type { HuddleId, PersonId } from './ids.ts';
import type { Said, There } from './meeting-said.ts';
import { refuse, type Refusal } from './refusal.ts';
import { addDays, localDate, type Instant, type LocalDate, type Zone } from './time.ts';

export type MeetingState =
  | { readonly status: 'waiting'; readonly said: Said }
  /** Someone says that something is wrong; it waits for whoever wrote it. */
  | {
      readonly status: 'wrong';
      readonly said: Said;
      readonly by: PersonId;
      readonly at: Instant;
      readonly what: string | null;
    }
  /** What was said is now in the promises and ideas themselves, and no longer here. */
  | {
      readonly status: 'confirmed';
      readonly by: PersonId;
      readonly at: Instant;
      readonly promises: readonly number[];
      readonly ideas: readonly number[];
      readonly yeses: readonly number[];
    }
  | { readonly status: 'dropped'; readonly at: Instant };

/** A meeting that was held elsewhere. */
export interface Meeting {
  readonly huddle: HuddleId;
  readonly number: number;
  readonly heldOn: LocalDate;
  readonly notedBy: PersonId;
  /** Of the newest version: a yes to an older one is no yes. */
  readonly notedAt: Instant;
  /** The sides that the note-taker was on then. */
  readonly sides: readonly Side[];
  readonly there: There;
  readonly state: MeetingState;
  readonly version: number;
}

export interface Noted {
  readonly heldOn: LocalDate;
  readonly there: There;
  readonly said: Said;
}

export type MeetingCommand = { readonly huddle: HuddleId; readonly now: Instant; readonly by: PersonId } & (
  | ({ readonly type: 'NoteMeeting' } & Noted)
  | ({ readonly type: 'MendMeeting'; readonly number: number } & Noted)
  /** `noted` is the version that was read; null is the newest. */
  | { readonly type: 'ConfirmMeeting'; readonly number: number; readonly noted: Instant | null }
  | { readonly type: 'SayMeetingWrong'; readonly number: number; readonly what: string }
  | { readonly type: 'DropMeeting'; readonly number: number }
);

export interface MeetingBook {
  readonly huddle: HuddleId;
  readonly zone: Zone;
  readonly meeting: Meeting | null;
  readonly nextNumber: number;
  /** How many others are not confirmed yet. */
  readonly waiting: number;
  /** Who takes part now, with the sides that they are on. */
  readonly here: ReadonlyMap<PersonId, readonly Side[]>;
  readonly coordinators: ReadonlySet<PersonId>;
  readonly promises: ReadonlySet<number>;
}

export const mostDaysAgo = 90;
export const mostPeople = 200;
export const mostLines = 6;
export const mostWaiting = 5;
const longestWrong = 300;

export type MeetingRefusalCode =
  | 'meeting-to-come'
  | 'meeting-long-ago'
  | 'nobody-there'
  | 'too-many-there'
  | 'too-many-lines'
  | 'too-many-waiting'
  | 'promise-words'
  | 'promise-day'
  | 'promise-owners'
  | 'yes-unknown'
  | 'idea-words'
  | 'no-such-meeting'
  | 'meeting-settled'
  | 'meeting-changed'
  | 'own-notes'
  | 'same-side'
  | 'wrong-words'
  | 'not-your-notes';

type No = Refusal<MeetingRefusalCode>;

export function decideMeeting(command: MeetingCommand, book: MeetingBook): readonly MeetingEvent[] | No {
  const { now: at, by } = command;
  if (command.type === 'NoteMeeting') {
    if (book.waiting >= mostWaiting) return refuse('too-many-waiting', { most: mostWaiting });
    return wrongNotes(command, at, book) ?? [noted('MeetingNoted', book.nextNumber, command, book)];
  }
  const { meeting } = book;
  const { number } = command;
  if (meeting === null) return refuse('no-such-meeting', { number });
  const { status } = meeting.state;
  if (status === 'confirmed' || status === 'dropped') return refuse('meeting-settled', { number });
  switch (command.type) {
    case 'MendMeeting':
      if (!mayMend(meeting, by, book)) return refuse('not-your-notes', { number });
      return wrongNotes(command, at, book) ?? [noted('MeetingMended', number, command, book)];
    case 'ConfirmMeeting': {
      if (status === 'wrong') return refuse('meeting-changed', { number });
      if (command.noted !== null && command.noted !== meeting.notedAt) return refuse('meeting-changed', { number });
      const no = mayConfirm(meeting, by, book);
      if (no !== null) return no;
      return [{ type: 'MeetingConfirmed', at, meeting: number, by, words: { yeses: meeting.state.said.yeses } }];
    }
    case 'SayMeetingWrong': {
      const what = command.what.trim();
      if (what === '' || what.length > longestWrong) return refuse('wrong-words', { number });
      return [{ type: 'MeetingSaidWrong', at, meeting: number, by, words: { what } }];
    }
    case 'DropMeeting':
      if (!mayMend(meeting, by, book)) return refuse('not-your-notes', { number });
      return [{ type: 'MeetingDropped', at, meeting: number, by }];
  }
}

function noted(
  type: 'MeetingNoted' | 'MeetingMended',
  meeting: number,
  { now: at, by, heldOn, there, said }: Noted & { readonly now: Instant; readonly by: PersonId },
  { here }: MeetingBook,
): MeetingEvent {
  return { type, at, meeting, by, heldOn, sides: here.get(by) ?? [], words: { there, said } };
}

/** Whoever wrote them; where they are not here any more, anyone who runs the huddle: then it is theirs. */
export function mayMend({ notedBy }: Meeting, by: PersonId, { here, coordinators }: MeetingBook): boolean {
  return here.has(notedBy) ? notedBy === by : coordinators.has(by) && here.has(by);
}

/**
 * Nobody confirms what their own side wrote down. As with promises: someone with two groups is of both sides, and where
 * nobody here is of another side, anyone but the note-taker may.
 */
export function mayConfirm({ notedBy, sides }: Meeting, by: PersonId, { here }: MeetingBook): No | null {
  if (by === notedBy) return refuse('own-notes');
  const isOther = (person: PersonId) => {
    const own = here.get(person) ?? [];
    return own.length > 0 && !own.some((side) => sides.includes(side));
  };
  if (isOther(by)) return null;
  return [...here.keys()].some(isOther) ? refuse('same-side') : null;
}

function wrongNotes({ heldOn, there, said }: Noted, at: Instant, book: MeetingBook): No | null {
  if (!isPast(addDays(heldOn, -1), at, book)) return refuse('meeting-to-come');
  if (heldOn < addDays(localDate(at, book.zone), -mostDaysAgo))
    return refuse('meeting-long-ago', { most: mostDaysAgo });
  const people = there.reduce((sum, line) => sum + line.people, 0);
  if (people === 0) return refuse('nobody-there');
  if (people > mostPeople) return refuse('too-many-there', { most: mostPeople });
  return wrongSaid(said, at, book);
}

function wrongSaid({ promises, yeses, ideas }: Said, at: Instant, book: MeetingBook): No | null {
  if ([promises, yeses, ideas].some(({ length }) => length > mostLines))
    return refuse('too-many-lines', { most: mostLines });
  for (const { what, due, owners } of promises) {
    if (wrongWhat(what) !== null) return refuse('promise-words');
    if (wrongDay(due, at, book) !== null) return refuse('promise-day');
    if (owners.length > mostOwners || owners.some((owner) => !book.here.has(owner))) return refuse('promise-owners');
  }
  const unknown = yeses.find(({ promise }) => !book.promises.has(promise));
  if (unknown !== undefined) return refuse('yes-unknown', { number: unknown.promise });
  return ideas.some(({ text }) => text.trim() === '' || text.length > longestIdea) ? refuse('idea-words') : null;
}

export function evolveMeeting(book: MeetingBook, event: MeetingEvent): MeetingBook {
  const meeting = after(book, event);
  return { ...book, meeting };
}

function after({ huddle, meeting }: MeetingBook, event: MeetingEvent): Meeting | null {
  const { at } = event;
  if (event.type === 'MeetingNoted' || event.type === 'MeetingMended') {
    const { meeting: number, by: notedBy, heldOn, sides, words } = event;
    const state = { status: 'waiting', said: words.said } as const;
    const facts = { huddle, number, heldOn, notedBy, notedAt: at, sides, there: words.there, state };
    return { ...facts, version: meeting?.version ?? 0 };
  }
  if (meeting === null || !('said' in meeting.state)) return meeting;
  const { said } = meeting.state;
  switch (event.type) {
    case 'MeetingConfirmed': {
      const yeses = said.yeses.map(({ promise }) => promise);
      return { ...meeting, state: { status: 'confirmed', by: event.by, at, promises: [], ideas: [], yeses } };
    }
    case 'MeetingSaidWrong':
      return { ...meeting, state: { status: 'wrong', said, by: event.by, at, what: event.words.what } };
    case 'MeetingDropped':
      return { ...meeting, there: [], state: { status: 'dropped', at } };
  }
}
