import type { Huddle } from '../domain/huddle.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Meeting, MeetingRefusalCode } from '../domain/meeting.ts';
import type { Said } from '../domain/meeting-said.ts';
import type { LocalDate } from '../domain/time.ts';
import { meetingWords as words } from '../words/en/meetings.ts';
import { actions, paragraph, type Action, type Document, type Field, type Form } from './document.ts';
import { document, helpAction } from './frame.ts';
import type { Question } from './promise-forms.ts';

/** What stands in the form: each field as people type it. */
export interface NotesFilled {
  readonly day: LocalDate | null;
  readonly there: string;
  readonly promises: string;
  readonly yeses: string;
  readonly ideas: string;
}

const longest = 2500;

/** For a new meeting, or with its number to put one right. */
export function notesQuestion(
  huddle: Huddle,
  {
    number,
    filled,
    why,
  }: { readonly number: number | null; readonly filled: NotesFilled; readonly why: string | null },
): Question {
  const subject = number === null ? huddle.id : `${huddle.id}/${String(number)}`;
  const form: Form = {
    form: 'met',
    subject,
    title: words.form.title,
    intro: [paragraph(why ?? words.form.intro)],
    fields: fields(huddle, filled),
    submit: words.form.submit,
    cancel: words.form.cancel,
  };
  const again: Action = { action: 'met', subject, label: words.write, opens: 'form' };
  const lines = why === null ? [words.typeInstead] : [why, words.typeInstead];
  return { form, document: said(lines, huddle, again) };
}

function fields({ groups }: Huddle, { day, there, promises, yeses, ideas }: NotesFilled): readonly Field[] {
  const { form } = words;
  const lines = (name: string, label: string, hint: string, value: string): Field => ({
    kind: 'text',
    name,
    label,
    hint,
    optional: true,
    lines: 'many',
    max: longest,
    ...(value === '' ? {} : { value: value.slice(0, longest) }),
  });
  const names = groups.map(({ name }) => name);
  const thereHint = form.thereHint(names);
  return [
    { kind: 'date', name: 'day', label: form.day, ...(day === null ? {} : { value: day }) },
    {
      kind: 'text',
      name: 'there',
      label: form.there,
      hint: thereHint.length > 150 ? words.refusals['nobody-there']() : thereHint,
      max: 500,
      ...(there === '' ? {} : { value: there.slice(0, 500) }),
    },
    lines('promises', form.promises, form.promisesHint, promises),
    lines('yeses', form.yeses, form.yesesHint, yeses),
    lines('ideas', form.ideas, form.ideasHint, ideas),
  ];
}

function said(lines: readonly string[], huddle: Huddle, again: Action): Document {
  return document([...lines.map((line) => paragraph(line)), actions(again, helpAction(huddle.id))]);
}

/** What was saved, as it can be typed again. */
export function filledFrom(
  meeting: Meeting,
  { huddle, names }: { readonly huddle: Huddle; readonly names: ReadonlyMap<PersonId, string> },
): NotesFilled {
  const called = (people: readonly PersonId[]) => people.flatMap((person) => names.get(person) ?? []);
  const group = (key: string | null) => huddle.groups.find((one) => one.key === key)?.name;
  const { promises, yeses, ideas }: Said =
    'said' in meeting.state ? meeting.state.said : { promises: [], yeses: [], ideas: [] };
  const promise = ({ what, due, owners, forSide }: Said['promises'][number]) => {
    const owned = called(owners).length === 0 ? [] : [words.owner(called(owners))];
    const side = forSide === null ? undefined : huddle.groups.find((one) => one.side === forSide)?.name;
    return [`${what} by ${words.dayTyped(due)}`, ...owned, ...(side === undefined ? [] : [words.forWhom(side)])].join(
      ', ',
    );
  };
  const yes = ({ promise: number, people }: Said['yeses'][number]) =>
    [String(number), ...(called(people).length === 0 ? [] : [`from ${called(people).join(', ')}`])].join(' ');
  const idea = (one: Said['ideas'][number]) => {
    const from = group(one.group);
    return from === undefined ? one.text : `idea from ${from}: ${one.text}`;
  };
  return {
    day: meeting.heldOn,
    there: meeting.there.map((line) => `${String(line.people)} ${group(line.group) ?? line.group}`).join(', '),
    promises: promises.map(promise).join('\n'),
    yeses: yeses.map(yes).join('\n'),
    ideas: ideas.map(idea).join('\n'),
  };
}

export function wrongQuestion(huddle: Huddle, number: number): Question {
  const subject = `${huddle.id}/${String(number)}`;
  const { form } = words;
  const field: Field = {
    kind: 'text',
    name: 'what',
    label: form.wrongLabel,
    hint: form.wrongHint,
    lines: 'many',
    max: 300,
  };
  return {
    form: {
      form: 'meeting-wrong',
      subject,
      title: form.wrongTitle,
      intro: [],
      fields: [field],
      submit: form.wrongSubmit,
      cancel: form.cancel,
    },
    document: said([words.typeWrong(number)], huddle, {
      action: 'meeting-wrong',
      subject,
      label: words.wrong,
      opens: 'form',
    }),
  };
}

/** What could not be read, before any rule looks at it. */
export type UnreadCode = keyof typeof words.no;

const at: Readonly<Record<MeetingRefusalCode | UnreadCode, keyof NotesFilled | 'what'>> = {
  'day-unread': 'day',
  'group-unread': 'there',
  'yes-unread': 'yeses',
  'part-unread': 'promises',
  'owner-unread': 'promises',
  'promise-undated': 'promises',
  'meeting-to-come': 'day',
  'meeting-long-ago': 'day',
  'nobody-there': 'there',
  'too-many-there': 'there',
  'too-many-lines': 'promises',
  'too-many-waiting': 'day',
  'promise-words': 'promises',
  'promise-day': 'promises',
  'promise-owners': 'promises',
  'yes-unknown': 'yeses',
  'idea-words': 'ideas',
  'no-such-meeting': 'day',
  'meeting-settled': 'day',
  'meeting-changed': 'day',
  'own-notes': 'day',
  'same-side': 'day',
  'wrong-words': 'what',
  'not-your-notes': 'day',
};

/** Beside which field of the form a no stands. */
export function fieldOf(code: MeetingRefusalCode | UnreadCode): string {
  return at[code];
}

/** Whether putting the notes right would mend it. */
export function mendsNotes(code: MeetingRefusalCode): boolean {
  const others: readonly MeetingRefusalCode[] = [
    'no-such-meeting',
    'meeting-settled',
    'meeting-changed',
    'own-notes',
    'same-side',
    'not-your-notes',
    'wrong-words',
    'too-many-waiting',
  ];
  return !others.includes(code);
}

export function unreadSentence(code: UnreadCode, typed: string): string {
  return words.no[code](typed);
}

export function meetingRefusal(code: MeetingRefusalCode): string {
  return words.refusals[code]();
}
