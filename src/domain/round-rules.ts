import type { RoundEvent } from './events.ts';
import type { Standing } from './huddle.ts';
import type { HuddleId, MessageRef, PersonId, RoundId } from './ids.ts';
import type { QuietHours } from './person.ts';
import { askedPrompt } from './prompts.ts';
import { afterQuiet, beforeQuiet } from './quiet.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import {
  longestAnswer,
  longestQuestion,
  mostADay,
  mostAWeek,
  openDays,
  optionOf,
  type Answer,
  type Prompt,
  type Response,
  type Round,
  type SeenBy,
} from './round.ts';
import { addLocalDays, addMs, dayMs, hourMs, localDate, weekOf, type Instant, type Zone } from './time.ts';

/** A round with one member's part in it. `lately` holds the huddle's other rounds of this week and day, for the caps. */
export interface RoundState {
  readonly huddle: HuddleId;
  readonly zone: Zone;
  readonly quiet: QuietHours;
  readonly round: Round | null;
  readonly lately: readonly Round[];
  /** When the schedule asks next, which counts against the caps of a day and a week. */
  readonly nextDueAt: Instant | null;
  readonly response: Response | null;
  /** Set by a decision to ask once more. */
  readonly remindAt: Instant | null;
  /** How the person stands who acts; null where nobody does. */
  readonly standing: Standing | null;
  /** The reader's own zone and quiet hours, for a reminder. */
  readonly reader: { readonly zone: Zone; readonly quiet: QuietHours };
}

/** What one member says. `seenBy` is null while they have not picked; `message` is the thread reply it came by. */
export interface Said {
  readonly text: string | null;
  readonly option: number | null;
  readonly seenBy: SeenBy | null;
  readonly message: MessageRef | null;
}

export type RoundCommand = { readonly huddle: HuddleId; readonly now: Instant; readonly round: RoundId } & (
  | { readonly type: 'PlanRound'; readonly by: PersonId; readonly text: string }
  | { readonly type: 'OpenRound'; readonly prompt: Prompt | null }
  | {
      readonly type: 'CloseRound';
      readonly heard: { readonly people: number; readonly of: number };
      readonly order: readonly PersonId[];
    }
  | { readonly type: 'SubmitAnswer'; readonly person: PersonId; readonly said: Said }
  | { readonly type: 'WithdrawAnswer' | 'Skip' | 'AskLater' | 'RemindLater'; readonly person: PersonId }
);

export type RoundRefusal =
  | 'question-empty'
  | 'question-too-long'
  | 'one-a-day'
  | 'three-a-week'
  | 'round-not-open'
  | 'round-closed'
  | 'paused'
  | 'not-joined'
  | 'answer-empty'
  | 'answer-too-long'
  | 'option-needed'
  | 'seen-by-needed'
  | 'answered-already'
  | 'later-used'
  | 'too-late-for-later';

type Decision = readonly RoundEvent[] | Refusal<RoundRefusal>;

export function decideRound(command: RoundCommand, state: RoundState): Decision {
  switch (command.type) {
    case 'PlanRound':
      return plan(command, state);
    case 'OpenRound':
      return open(command, state);
    case 'CloseRound':
      return close(command, state);
    case 'SubmitAnswer':
      return submit(command, state);
    case 'WithdrawAnswer':
      return state.response?.answer == null
        ? []
        : [{ type: 'AnswerWithdrawn', at: command.now, round: command.round, person: command.person }];
    case 'Skip':
      return skip(command, state);
    case 'AskLater':
      return later(command, state);
    case 'RemindLater':
      return state.response?.later === 'waiting'
        ? [{ type: 'RemindedLater', at: command.now, round: command.round, person: command.person }]
        : [];
  }
}

/** A coordinator's own question goes out now, or at the end of quiet hours, within the caps of a day and a week. */
function plan(command: Extract<RoundCommand, { type: 'PlanRound' }>, state: RoundState): Decision {
  const { now: at, round, by } = command;
  const text = command.text.trim();
  if (text === '') return refuse('question-empty');
  if (text.length > longestQuestion) return refuse('question-too-long', { most: longestQuestion });
  const opensAt = afterQuiet(at, state.zone, state.quiet);
  const full = overCaps(opensAt, state);
  if (full !== null) return full;
  const planned: RoundEvent = { type: 'RoundPlanned', at, round, opensAt, by, words: { text } };
  return opensAt > at ? [planned] : [planned, opened(round, at, state.zone)];
}

function overCaps(opensAt: Instant, { lately, nextDueAt, zone }: RoundState): Refusal<RoundRefusal> | null {
  const asked = [...lately.map((round) => round.opensAt), ...(nextDueAt === null ? [] : [nextDueAt])];
  const sameDay = asked.filter((at) => localDate(at, zone) === localDate(opensAt, zone));
  const week = weekOf(opensAt, zone);
  const sameWeek = asked.filter((at) => at >= week.from && at < week.to);
  if (sameDay.length >= mostADay) return refuse('one-a-day');
  return sameWeek.length >= mostAWeek ? refuse('three-a-week') : null;
}

/** A prompt is given for a scheduled round, and null for one that waited. Opened already: nothing happens. */
function open({ now, round, prompt }: Extract<RoundCommand, { type: 'OpenRound' }>, state: RoundState): Decision {
  if (state.round !== null && state.round.status !== 'waiting') return [];
  if (state.round === null && prompt === null) return refuse('round-not-open');
  return [{ ...opened(round, now, state.zone), prompt }];
}

function opened(round: RoundId, at: Instant, zone: Zone): Extract<RoundEvent, { type: 'RoundOpened' }> {
  return { type: 'RoundOpened', at, round, closesAt: addLocalDays(at, openDays, zone), prompt: null };
}

function close(
  { now, round, heard, order }: Extract<RoundCommand, { type: 'CloseRound' }>,
  state: RoundState,
): Decision {
  if (state.round?.status !== 'open') return [];
  return [{ type: 'RoundClosed', at: now, round, heard: heard.people, of: heard.of, order }];
}

/** The newest replaces the last while the round is open; what comes after the close is kept and marked as late. */
function submit(
  { now, round: id, person, said }: Extract<RoundCommand, { type: 'SubmitAnswer' }>,
  state: RoundState,
): Decision {
  const { round } = state;
  if (round === null || round.status === 'waiting') return refuse('round-not-open');
  const words = wordsOf(round.prompt, said);
  const no = mayAnswer(state.standing) ?? (isRefusal(words) ? words : null);
  if (no !== null || isRefusal(words)) return no ?? [];
  if (said.seenBy === null) return refuse('seen-by-needed');
  const late = now >= round.closesAt || round.status === 'closed';
  const first = state.response?.answer == null;
  const kept = said.seenBy === 'none' ? { text: null, option: null } : words;
  return [
    {
      type: 'AnswerSubmitted',
      at: now,
      round: id,
      person,
      first,
      late,
      seenBy: said.seenBy,
      words: { ...kept, message: said.message },
    },
  ];
}

function mayAnswer(standing: Standing | null): Refusal<RoundRefusal> | null {
  if (standing?.status === 'paused') return refuse('paused');
  return standing?.status === 'active' ? null : refuse('not-joined');
}

function wordsOf(
  prompt: Prompt,
  said: Said,
): { readonly text: string | null; readonly option: number | null } | Refusal<RoundRefusal> {
  const text = (said.text ?? '').trim();
  if (text.length > longestAnswer) return refuse('answer-too-long', { most: longestAnswer, length: text.length });
  if (prompt.options.length > 0) {
    const option = said.option ?? optionOf(prompt, text);
    const name = option === null ? undefined : prompt.options[option];
    // In the thread, other words beside the options are an answer too: they were said in the open already.
    if (name === undefined)
      return said.message !== null && text !== '' ? { text, option: null } : refuse('option-needed');
    return { text: name, option };
  }
  return text === '' && said.seenBy !== 'none'
    ? refuse('answer-empty')
    : { text: text === '' ? null : text, option: null };
}

function skip(
  { now, round, person }: { readonly now: Instant; readonly round: RoundId; readonly person: PersonId },
  state: RoundState,
): Decision {
  const no = mayAnswer(state.standing) ?? stillOpen(state, now);
  // A slip of the finger on Skip must not wipe what was written.
  if (no === null && state.response?.answer != null) return refuse('answered-already');
  return no ?? [{ type: 'RoundSkipped', at: now, round, person }];
}

/** Once more after a day, and never so late that there is no time left: half a day before the close at the latest. */
function later(
  { now, round, person }: { readonly now: Instant; readonly round: RoundId; readonly person: PersonId },
  state: RoundState,
): Decision {
  const no = mayAnswer(state.standing) ?? stillOpen(state, now);
  if (no !== null || state.round === null) return no ?? [];
  if (state.response !== null && state.response.later !== 'no') return refuse('later-used');
  const { zone, quiet } = state.reader;
  const last = beforeQuiet(addMs(state.round.closesAt, -12 * hourMs), zone, quiet);
  const remindAt = afterQuiet(addMs(now, dayMs), zone, quiet);
  const at = remindAt < last ? remindAt : last;
  if (at <= now) return refuse('too-late-for-later');
  return [{ type: 'AskedForLater', at: now, round, person, remindAt: at }];
}

function stillOpen({ round }: RoundState, now: Instant): Refusal<RoundRefusal> | null {
  if (round === null || round.status === 'waiting') return refuse('round-not-open');
  return round.status === 'closed' || now >= round.closesAt ? refuse('round-closed') : null;
}

export function evolveRound(state: RoundState, event: RoundEvent): RoundState {
  if ('person' in event) {
    const remindAt = event.type === 'AskedForLater' ? event.remindAt : null;
    return { ...state, remindAt, response: evolvedResponse(state.response, event) };
  }
  return { ...state, round: evolvedRound(state, event) };
}

type RoundOnly = Exclude<RoundEvent, { person: PersonId }>;

function evolvedRound({ huddle, round }: RoundState, event: RoundOnly): Round {
  switch (event.type) {
    case 'RoundPlanned': {
      const prompt = askedPrompt(event.words.text);
      return {
        ...newRound(huddle, event.round, prompt),
        askedBy: event.by,
        opensAt: event.opensAt,
        closesAt: event.opensAt,
      };
    }
    case 'RoundOpened': {
      const known = round ?? (event.prompt === null ? null : newRound(huddle, event.round, event.prompt));
      if (known === null) throw new Error('a round was opened without a question');
      return { ...known, status: 'open', opensAt: event.at, closesAt: event.closesAt };
    }
    case 'RoundClosed':
      if (round === null) throw new Error('a round was closed that nobody opened');
      return { ...round, status: 'closed', heard: { people: event.heard, of: event.of }, order: event.order };
  }
}

function newRound(huddle: HuddleId, id: RoundId, prompt: Prompt): Round {
  const none = { askedBy: null, opensAt: '', closesAt: '', heard: null, order: [], version: 0 };
  return { id, huddle, prompt, status: 'waiting', ...none };
}

function evolvedResponse(response: Response | null, event: Extract<RoundEvent, { person: PersonId }>): Response {
  const known: Response = response ?? {
    round: event.round,
    person: event.person,
    answer: null,
    skipped: false,
    later: 'no',
  };
  switch (event.type) {
    case 'AnswerSubmitted':
      return { ...known, skipped: false, answer: answerOf(event) };
    case 'AnswerWithdrawn':
      return { ...known, answer: null };
    case 'RoundSkipped':
      return { ...known, answer: null, skipped: true };
    case 'AskedForLater':
      return { ...known, later: 'waiting' };
    case 'RemindedLater':
      return { ...known, later: 'sent' };
  }
}

function answerOf({ words, seenBy, at, late }: Extract<RoundEvent, { type: 'AnswerSubmitted' }>): Answer {
  return { text: words.text, option: words.option, seenBy, at, late, message: words.message };
}

/** When a round has to be looked at next: at its opening, then at its close. */
export function roundWakesAt(round: Round): Instant | null {
  if (round.status === 'waiting') return round.opensAt;
  return round.status === 'open' ? round.closesAt : null;
}
