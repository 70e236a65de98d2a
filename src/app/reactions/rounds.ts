import type { RoundEvent } from '../../domain/events-rounds.ts';
import type { Round } from '../../domain/round.ts';
import type { RoundState } from '../../domain/round-state.ts';
import { wayOf } from '../../domain/way.ts';
import { fewestInOne } from '../../messages/prompt.ts';
import type { Reaction } from '../execute.ts';

/** Who hears of what in a round. What one person did with it stays theirs, but for an answer that they gave to everyone. */
export function reactToRound(event: RoundEvent, state: RoundState): readonly Reaction[] {
  const { round } = state;
  if (round === null) return [];
  switch (event.type) {
    case 'RoundOpened':
      return asked(round);
    case 'RoundClosed':
      return closedRound(round);
    case 'AnswerSubmitted':
    case 'AnswerWithdrawn':
      return shownAnswer(event.person, state);
    case 'RemindedLater':
      return [{ kind: 'prompt-again', subject: round.id, to: { person: event.person }, expiresAt: round.closesAt }];
    // The question loses its buttons, for all alike: nothing may tell who answered. No message says that it closed.
    case 'PulseClosed':
      return theQuestion(round);
    case 'RoundPlanned':
    case 'RoundSkipped':
    case 'AskedForLater':
      return [];
  }
}

/** The question, to those for whom it is. In private it is not worth sending once it is over. */
function asked(round: Round): readonly Reaction[] {
  const isPosted = wayOf(round.prompt) === 'posted';
  return theQuestion(round).map((reaction) => (isPosted ? reaction : { ...reaction, expiresAt: round.closesAt }));
}

function theQuestion({ id: subject, prompt }: Round): readonly Reaction[] {
  switch (wayOf(prompt)) {
    case 'posted':
      return [{ kind: 'prompt', subject, to: 'places' }];
    case 'pulse':
      return [{ kind: 'pulse', subject, to: 'counted' }];
    case 'alone':
      return [{ kind: 'question-alone', subject, to: 'here' }];
    case 'swap':
      return [{ kind: 'role-swap', subject, to: 'swappers' }];
  }
}

/** The question loses its buttons, held answers appear together, and the count of who was heard is told. */
export function closedRound(round: Round): readonly Reaction[] {
  const prompt = theQuestion(round);
  const way = wayOf(round.prompt);
  if (way === 'pulse' || way === 'swap') return prompt;
  const told: Reaction = { kind: 'round-closed', subject: round.id, to: 'places' };
  return round.prompt.reach === 'held' && round.order.length > 0
    ? [...prompt, ...revealed(round), told]
    : [...prompt, told];
}

function revealed(round: Round): readonly Reaction[] {
  const under = { kind: 'prompt' as const, subject: round.id };
  return parts(round).map((subject) => ({ kind: 'revealed', subject, to: 'places', under }));
}

/** As many messages as the longest answers would need; those that turn out empty are dropped when they are built. */
function parts({ id, order }: Round): readonly string[] {
  const many = Math.ceil(order.length / fewestInOne);
  return Array.from({ length: many }, (_, at) => (at === 0 ? id : `${id}/${String(at + 1)}`));
}

/** Shown in the thread, and shown again when it changes. What was said in the thread itself stands there already. */
export function shownAnswer(
  person: string,
  { round, response }: Pick<RoundState, 'round' | 'response'>,
): readonly Reaction[] {
  if (round === null || response === null || response.answer?.message != null) return [];
  if (round.prompt.reach === 'held' && round.status === 'open') return [];
  // It stands among the held ones already: there the old words must give way, to other words or to none.
  if (round.order.some((one) => one === person)) return revealed(round);
  return [{ kind: 'answer', subject: `${round.id}/${person}`, to: 'places', under: underOf(round) }];
}

/** An answer stands in its question's thread. A role swap was posted nowhere, so there it stands by itself. */
export function underOf({ id, prompt }: Round): NonNullable<Reaction['under']> | null {
  return wayOf(prompt) === 'swap' ? null : { kind: 'prompt', subject: id };
}
