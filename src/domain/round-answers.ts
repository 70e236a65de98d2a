import type { Standing } from './huddle.ts';
import type { PersonId, RoundId } from './ids.ts';
import { afterQuiet, beforeQuiet } from './quiet.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import type { Decision, RoundCommand, RoundRefusal, RoundState, Said } from './round-state.ts';
import { isPulse } from './pulse.ts';
import { longestAnswer, optionOf, type Prompt } from './round.ts';
import { seenByChoices } from './way.ts';
import { addMs, dayMs, hourMs, type Instant } from './time.ts';

interface OfPerson {
  readonly now: Instant;
  readonly round: RoundId;
  readonly person: PersonId;
}

/** The newest replaces the last while the round is open; what comes after the close is kept and marked as late. */
export function submit(
  { now, round: id, person, said }: Extract<RoundCommand, { type: 'SubmitAnswer' }>,
  state: RoundState,
): Decision {
  const { round } = state;
  if (round === null || round.status === 'waiting') return refuse('round-not-open');
  // An answer to a private question is kept elsewhere, without its person, and is no turn.
  if (isPulse(round.prompt)) return refuse('only-private');
  const words = wordsOf(round.prompt, said);
  const no = mayAnswer(state.standing) ?? (isRefusal(words) ? words : null);
  if (no !== null || isRefusal(words)) return no ?? [];
  if (said.seenBy === null || !seenByChoices(round.prompt).includes(said.seenBy)) return refuse('seen-by-needed');
  const before = state.response?.answer ?? null;
  // Said earlier but delivered later than the one we have: that one is the newest.
  if (before !== null && now < before.at) return [];
  // Talk in the thread adds to what they wrote in the form, and must not wipe it, nor what they said of who may see it.
  if (before?.message === null && said.message !== null) return [];
  // What they said themself is theirs alone to change.
  if (before !== null && said.helped === true && before.helped !== true) return refuse('own-answer-stays');
  const first = before === null;
  // By when it was said, not by when it reached us.
  const late = now >= round.closesAt;
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
      words: { ...kept, message: said.message, ...(said.helped === true ? { helped: true } : {}) },
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

export function skip({ now, round, person }: OfPerson, state: RoundState): Decision {
  const no = mayAnswer(state.standing) ?? stillOpen(state, now);
  // A slip of the finger on Skip must not wipe what was written.
  if (no === null && state.response?.answer != null) return refuse('answered-already');
  return no ?? [{ type: 'RoundSkipped', at: now, round, person }];
}

/** Once more after a day, and never so late that there is no time left: half a day before the close at the latest. */
export function later({ now, round, person }: OfPerson, state: RoundState): Decision {
  const no = mayAnswer(state.standing) ?? stillOpen(state, now);
  if (no !== null || state.round === null) return no ?? [];
  if (state.response?.answer != null) return refuse('answered-already');
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
  if (isPulse(round.prompt)) return refuse('only-private');
  return round.status === 'closed' || now >= round.closesAt ? refuse('round-closed') : null;
}

/** Nobody is reminded of what they have done, nor of what is over. */
export function remind({ now: at, round, person }: OfPerson, state: RoundState): Decision {
  const waits = state.response?.later === 'waiting' && state.response.answer === null && !state.response.skipped;
  return waits && stillOpen(state, at) === null ? [{ type: 'RemindedLater', at, round, person }] : [];
}

/** The message that an answer was given by is gone. */
export function withdraw({ now: at, round, person }: OfPerson, { response }: RoundState): Decision {
  return response?.answer == null ? [] : [{ type: 'AnswerWithdrawn', at, round, person }];
}
