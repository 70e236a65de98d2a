import type { Huddle, Member } from '../domain/huddle.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Said } from '../domain/meeting-said.ts';
import { thereShown } from '../domain/meeting-there.ts';
import { commonWords } from '../words/en/common.ts';
import { meetingWords as words } from '../words/en/meetings.ts';
import { clip } from './digest-lines.ts';
import { whoOf } from './digest-weeks.ts';
import { actions, paragraph, text, type Action, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';

export interface MeetingFacts {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
  readonly names: ReadonlyMap<PersonId, string>;
  /** Words of the promises and ideas that came of it, by number; null where they are gone. */
  readonly promises: ReadonlyMap<number, string>;
  readonly ideas: ReadonlyMap<number, string | null>;
}

const most = 160;

/** What everyone reads of a meeting. Nobody is named in it but whoever wrote it down. */
export function meetingMessage(meeting: Meeting, facts: MeetingFacts): Document {
  const { state } = meeting;
  if (state.status === 'dropped') return note(words.takenBack);
  const title = { waiting: words.waitingTitle, wrong: words.wrongTitle, confirmed: words.confirmedTitle }[state.status];
  const lines = 'said' in state ? saidLines(state.said) : cameOfIt(state, facts);
  const yeses = 'said' in state ? state.said.yeses : state.yeses;
  const after = { waiting: words.notYet, wrong: words.beingMended, confirmed: words.isConfirmed }[state.status];
  return document([
    { kind: 'heading', text: title },
    paragraph(thereInWords(meeting, facts)),
    ...(lines.length === 0 ? [paragraph(words.onlyCount)] : [listed(lines)]),
    ...(yeses.length === 0 ? [] : [paragraph(words.ownYes)]),
    paragraph(`${words.writtenBy(facts.names.get(meeting.notedBy) ?? commonWords.someoneWhoLeft)} ${after}`),
    ...(state.status === 'confirmed' ? [] : [actions(...answersTo(meeting), helpAction(meeting.huddle))]),
  ]);
}

function listed(lines: readonly string[]): Block {
  return { kind: 'list', items: lines.map((line) => [text(line)]) };
}

function thereInWords(meeting: Meeting, { huddle, members }: MeetingFacts): string {
  const { people, lines } = thereShown(meeting, { huddle, members });
  const by = (lines ?? []).map((line) => words.line(whoOf(line.who, huddle), line.people));
  return [words.about(meeting.number, meeting.heldOn, people), ...by].join(' ');
}

function saidLines({ promises, yeses, ideas }: Said): readonly string[] {
  return [
    ...promises.map(({ what, due }) => words.promise(clip(what, most), due)),
    ...yeses.map(({ promise }) => words.yes(promise)),
    ...ideas.map((idea) => words.idea(clip(idea.text, most))),
  ];
}

function cameOfIt(
  { promises, ideas, yeses }: Extract<Meeting['state'], { status: 'confirmed' }>,
  facts: MeetingFacts,
): readonly string[] {
  return [
    ...promises.map((number) => words.madePromise(number, clip(facts.promises.get(number) ?? words.wordsGone, most))),
    ...yeses.map((number) => words.yes(number)),
    ...ideas.map((number) => words.madeIdea(number, clip(facts.ideas.get(number) ?? words.wordsGone, most))),
  ];
}

/** The buttons of notes that wait. The yes names the version that it is a yes to. */
export function answersTo({ huddle, number, notedAt, state }: Meeting): readonly Action[] {
  const subject = `${huddle}/${String(number)}`;
  const wrong: Action = { action: 'meeting-wrong', subject, label: words.wrong, opens: 'form' };
  if (state.status !== 'waiting') return [wrong];
  return [{ action: 'meeting-right', subject: `${subject}/${notedAt}`, label: words.right, style: 'primary' }, wrong];
}

export function mendActions({ huddle, number }: Meeting): readonly Action[] {
  const subject = `${huddle}/${String(number)}`;
  return [
    { action: 'met', subject, label: words.mend, opens: 'form', style: 'primary' },
    { action: 'meeting-drop', subject, label: words.drop },
  ];
}

/** To whoever wrote notes of a meeting. */
export function notesSaved({ huddle, number, state }: Meeting, { mended }: { readonly mended: boolean }): Document {
  const subject = `${huddle}/${String(number)}`;
  const promises = state.status === 'waiting' && state.said.promises.length > 0;
  return document([
    paragraph(mended ? words.mended(number) : words.saved(number)),
    ...(promises ? [paragraph(words.yours)] : []),
    actions(
      { action: 'meeting-show', subject, label: words.see },
      { action: 'met', subject, label: words.mend, opens: 'form' },
      { action: 'meeting-drop', subject, label: words.drop },
      helpAction(huddle),
    ),
  ]);
}

export function meetingThanks({ huddle, number }: Meeting): Document {
  return document([
    paragraph(words.thanks(number)),
    paragraph(words.thanksNews),
    actions({ action: 'meeting-show', subject: `${huddle}/${String(number)}`, label: words.see }, helpAction(huddle)),
  ]);
}

/** To the note-taker alone: what somebody says is wrong. The summary leaves their words out: lock screens show it. */
export function toMend(meeting: Meeting): Document | null {
  const { number, state, huddle } = meeting;
  if (state.status !== 'wrong') return null;
  const { what } = state;
  const said: readonly Block[] =
    what === null
      ? [paragraph(words.toMendGone(number))]
      : [paragraph(words.toMend(number)), { kind: 'quote', text: what, from: null }];
  return document(
    [...said, paragraph(words.toMendHow), actions(...mendActions(meeting), helpAction(huddle))],
    `${words.toMendGone(number)}\n${words.toMendHow}`,
  );
}

/** To someone of whom the notes say that they said yes: the promise waits for them, as it does without any notes. */
export function askYes(
  meeting: Meeting,
  waiting: { readonly line: string; readonly actions: readonly Action[] },
): Document {
  const asked = words.askYes(meeting.heldOn);
  return document(
    [
      paragraph(asked),
      paragraph(waiting.line),
      paragraph(words.askYesHow),
      actions(...waiting.actions, helpAction(meeting.huddle)),
    ],
    `${asked}\n${words.askYesHow}`,
  );
}

/** Newest first. */
export function meetingsMessage(huddle: Huddle, meetings: readonly Meeting[]): Document {
  const shown = meetings.slice(0, 12);
  const open = shown.filter(({ state }) => 'said' in state).slice(0, 4);
  const line = ({ number, heldOn, state }: Meeting) => words.listed(number, heldOn, words.standing[state.status]);
  return document([
    { kind: 'heading', text: words.listTitle(huddle.name) },
    ...(shown.length === 0 ? [paragraph(words.none)] : [listed(shown.map(line))]),
    actions(
      ...open.map(({ number }) => ({
        action: 'meeting-show',
        subject: `${huddle.id}/${String(number)}`,
        label: `${words.see} (${String(number)})`,
      })),
      { action: 'met', subject: huddle.id, label: words.write, opens: 'form' as const },
      helpAction(huddle.id),
    ),
  ]);
}
