import type { RoundEvent } from './events-rounds.ts';
import type { HuddleId, PersonId, RoundId } from './ids.ts';
import type { RoundState } from './round-state.ts';
import type { Answer, Prompt, Response, Round } from './round.ts';
import type { Instant } from './time.ts';

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
      return {
        ...newRound(huddle, event.round, event.words.prompt),
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
    case 'PulseClosed':
      if (round === null) throw new Error('a question was closed that nobody opened');
      return { ...round, status: 'closed' };
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
      return { ...known, skipped: false, later: 'waiting' };
    case 'RemindedLater':
      return { ...known, later: 'sent' };
  }
}

function answerOf({ words, seenBy, at, late }: Extract<RoundEvent, { type: 'AnswerSubmitted' }>): Answer {
  const answer = { text: words.text, option: words.option, seenBy, at, late, message: words.message };
  return words.helped === true ? { ...answer, helped: true } : answer;
}

/** When a round has to be looked at next: at its opening, then at its close. */
export function roundWakesAt(round: Round): Instant | null {
  if (round.status === 'waiting') return round.opensAt;
  return round.status === 'open' ? round.closesAt : null;
}
