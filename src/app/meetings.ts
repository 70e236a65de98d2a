import { readNotes, type ReadNotes, type TypedNotes } from '../commands/meeting-line.ts';
import type { MeetingIntent } from '../commands/meetings.ts';
import { takesPart } from '../domain/huddle.ts';
import { longestWhat } from '../domain/commitment-make.ts';
import type { MeetingCommand, MeetingRefusalCode, Noted } from '../domain/meeting.ts';
import type { Said } from '../domain/meeting-said.ts';
import { mayConfirm, mayMend } from '../domain/meeting.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { localDate } from '../domain/time.ts';
import { note } from '../messages/frame.ts';
import {
  fieldOf,
  filledFrom,
  meetingRefusal,
  mendsNotes,
  notesQuestion,
  unreadSentence,
  wrongQuestion,
  type NotesFilled,
  type UnreadCode,
} from '../messages/meeting-forms.ts';
import {
  answersTo,
  meetingMessage,
  meetingsMessage,
  meetingThanks,
  mendActions,
  notesSaved,
} from '../messages/meetings.ts';
import type { Action } from '../messages/document.ts';
import type { Reply } from '../ports.ts';
import { meetingWords as words } from '../words/en/meetings.ts';
import { givenIn, inHuddle, type Context, type MemberContext } from './context.ts';
import { meetingAggregate, meetingFacts, openMeetings } from './meeting-book.ts';
import { outside } from './outside.ts';
import { answer } from './people-reply.ts';
import { ownersIn, withNames } from './promise-people.ts';
import { opened } from './promise-questions.ts';

/** Anyone who takes part may write notes: a yes from another side is what makes them count. */
export async function performMeetings(intent: MeetingIntent, context: Context): Promise<Reply> {
  if (!inHuddle(context) || !takesPart(context.member)) return outside(context);
  switch (intent.want) {
    case 'list':
      return list(context);
    case 'show':
      return show(intent.number, context);
    case 'note':
      return intent.typed === null ? blank(intent.number, context) : keep(intent.number, intent.typed, context);
    case 'right':
      return act({ type: 'ConfirmMeeting', number: intent.number, noted: intent.noted }, context);
    case 'wrong':
      return intent.what === null
        ? opened(wrongQuestion(context.huddle, intent.number))
        : act({ type: 'SayMeetingWrong', number: intent.number, what: await withNames(intent.what, context) }, context);
    case 'drop':
      return act({ type: 'DropMeeting', number: intent.number }, context);
  }
}

async function list(context: MemberContext): Promise<Reply> {
  const { records, huddle } = context;
  const all = (await records.meetings.list(huddle.id)).toReversed();
  return answer(context, meetingsMessage(huddle, all));
}

async function show(number: number, context: MemberContext): Promise<Reply> {
  const { records, huddle } = context;
  const meeting = await records.meetings.get(huddle.id, number);
  if (meeting === null) return answer(context, note(meetingRefusal('no-such-meeting')));
  return answer(context, meetingMessage(meeting, await meetingFacts(records, huddle)));
}

const nothing: NotesFilled = { day: null, there: '', promises: '', yeses: '', ideas: '' };

/** The form: empty, or with all that was saved. Nobody fills it in in vain. */
async function blank(number: number | null, context: MemberContext): Promise<Reply> {
  const { records, huddle, person, now } = context;
  const today = localDate(now, huddle.zone);
  if (number === null) return opened(notesQuestion(huddle, { number, filled: { ...nothing, day: today }, why: null }));
  const book = await openMeetings(records, huddle.id, number);
  const { meeting } = book;
  if (meeting === null) return answer(context, note(meetingRefusal('no-such-meeting')));
  if (!('said' in meeting.state)) return answer(context, note(meetingRefusal('meeting-settled')));
  if (!mayMend(meeting, person.id, book)) return answer(context, note(meetingRefusal('not-your-notes')));
  const filled = filledFrom(meeting, { huddle, names: await records.people.names(huddle.id) });
  return opened(notesQuestion(huddle, { number, filled, why: null }));
}

async function keep(number: number | null, typed: TypedNotes, context: MemberContext): Promise<Reply> {
  const read = readNotes(typed, givenIn(context));
  const noted = await asNoted(read, context);
  if ('unread' in noted)
    return asked(noted.unread, unreadSentence(noted.unread, noted.typed), { number, typed, read, context });
  const command =
    number === null
      ? ({ type: 'NoteMeeting', ...noted } as const)
      : ({ type: 'MendMeeting', number, ...noted } as const);
  const done = await context.run(meetingAggregate, { ...command, ...basis(context) });
  if (!isRefusal(done)) return saved(done.events[0]?.meeting ?? 0, number !== null, context);
  // Only the rules of meetings refuse here.
  const { refused } = done as Refusal<MeetingRefusalCode>;
  return asked(refused, meetingRefusal(refused), { number, typed, read, context });
}

async function saved(number: number, mended: boolean, context: MemberContext): Promise<Reply> {
  const meeting = await context.records.meetings.get(context.huddle.id, number);
  return meeting === null ? { kind: 'none' } : { kind: 'private', document: notesSaved(meeting, { mended }) };
}

type Unread = { readonly unread: UnreadCode; readonly typed: string };

/** What was read, with people in the place of names; or the first thing that cannot be read. */
async function asNoted(read: ReadNotes, context: MemberContext): Promise<Noted | Unread> {
  const { heldOn, unreadThere, unreadYes, unread } = read;
  if (heldOn === null) return { unread: 'day-unread', typed: '' };
  if (unreadThere !== null) return { unread: 'group-unread', typed: unreadThere.slice(0, 40) };
  if (unread !== null) return { unread: 'part-unread', typed: unread };
  if (unreadYes !== null) return { unread: 'yes-unread', typed: unreadYes };
  const promises: Said['promises'][number][] = [];
  for (const { what, due, owners, forSide } of read.promises) {
    if (due === null) return { unread: 'promise-undated', typed: '' };
    const people = await ownersIn(owners, context);
    if ('unknown' in people) return { unread: 'owner-unread', typed: people.unknown };
    promises.push({ what: await withNames(what ?? '', context), due, forSide, owners: people });
  }
  const yeses: Said['yeses'][number][] = [];
  for (const { promise, people } of read.yeses) {
    const named = await ownersIn(people, context);
    if ('unknown' in named) return { unread: 'owner-unread', typed: named.unknown };
    yeses.push({ promise, people: named });
  }
  const ideas: Said['ideas'][number][] = [];
  for (const { text, group } of read.ideas) ideas.push({ text: await withNames(text, context), group });
  return { heldOn, there: read.there, said: { promises, yeses, ideas } };
}

interface Asking {
  readonly number: number | null;
  readonly typed: TypedNotes;
  readonly read: ReadNotes;
  readonly context: MemberContext;
}

/** Keeps all that was typed: an open form stays open, and a line becomes the form with everything in it. */
function asked(code: MeetingRefusalCode | UnreadCode, why: string, { number, typed, read, context }: Asking): Reply {
  const { interaction, huddle } = context;
  if (interaction.kind === 'form') return { kind: 'invalid', fields: { [fieldOf(code)]: why } };
  if (!(code in words.no) && !mendsNotes(code as MeetingRefusalCode)) return answer(context, note(why));
  const filled: NotesFilled = {
    day: read.heldOn,
    there: typed.there,
    promises: [...typed.promises, ...typed.other].join('\n').slice(0, 8 * longestWhat),
    yeses: typed.yeses.join('\n'),
    ideas: typed.ideas.map((idea) => idea.replace(/^ideas?:\s*/i, '')).join('\n'),
  };
  return opened(notesQuestion(huddle, { number, filled, why }));
}

function basis({ huddle, person, now }: MemberContext) {
  return { huddle: huddle.id, by: person.id, now };
}

type Act = Extract<MeetingCommand, { readonly type: 'ConfirmMeeting' | 'SayMeetingWrong' | 'DropMeeting' }>;
type Wanted = Act extends infer Each ? (Each extends Act ? Omit<Each, 'huddle' | 'by' | 'now'> : never) : never;

async function act(wanted: Wanted, context: MemberContext): Promise<Reply> {
  const done = await context.run(meetingAggregate, { ...wanted, ...basis(context) });
  if (isRefusal(done)) {
    const { refused } = done as Refusal<MeetingRefusalCode>;
    const why = meetingRefusal(refused);
    // A button in the place stays there for others: the answer is beside it.
    return context.interaction.kind === 'form'
      ? { kind: 'invalid', fields: { what: why } }
      : { kind: 'private', document: note(why) };
  }
  switch (wanted.type) {
    case 'ConfirmMeeting': {
      const meeting = await context.records.meetings.get(context.huddle.id, wanted.number);
      return meeting === null ? { kind: 'none' } : { kind: 'private', document: meetingThanks(meeting) };
    }
    case 'SayMeetingWrong':
      return { kind: 'private', document: note(words.told) };
    case 'DropMeeting':
      return answer(context, note(words.dropped(wanted.number)));
  }
}

/** Notes that wait for this person: for their yes, or to be put right. For the home view. */
export async function meetingsFor({
  records,
  huddle,
  person,
}: MemberContext): Promise<readonly { readonly line: string; readonly actions: readonly Action[] }[]> {
  const open = (await records.meetings.list(huddle.id)).filter(({ state }) => 'said' in state);
  if (open.length === 0) return [];
  const book = await openMeetings(records, huddle.id, null);
  return open.flatMap((meeting) => {
    const { number, state } = meeting;
    if (state.status === 'wrong')
      return mayMend(meeting, person.id, book) ? [{ line: words.homeMend(number), actions: mendActions(meeting) }] : [];
    const see: Action = { action: 'meeting-show', subject: `${huddle.id}/${String(number)}`, label: words.see };
    return mayConfirm(meeting, person.id, book) === null
      ? [{ line: words.homeConfirm(number), actions: [see, ...answersTo(meeting)] }]
      : [];
  });
}
