import type { Huddle } from '../domain/huddle.ts';
import type { PersonId, RoundId } from '../domain/ids.ts';
import { maySend } from '../domain/role-swap.ts';
import type { Answer, Round } from '../domain/round.ts';
import type { Instant } from '../domain/time.ts';
import { wayOf, type Way } from '../domain/way.ts';
import type { Document } from '../messages/document.ts';
import {
  answerTakenBack,
  closedMessage,
  promptMessage,
  remindMessage,
  revealedMessage,
  revealParts,
  shownAnswer,
} from '../messages/prompt.ts';
import { pulseClosed, pulseQuestion } from '../messages/pulses.ts';
import { answerOfGone } from '../messages/rights.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import { unnamedHidden } from './forgetting.ts';

/** Subject: the round's id; after a slash of an answer its person (and a number, if they have two), of a second or later part of the held answers its number. */
export async function buildRoundNote(note: Outgoing, records: Records, now: Instant): Promise<Document | null> {
  const [id = '', person = '', copy] = note.subject.split('/');
  const round = await records.rounds.get(id as RoundId);
  const huddle = await records.huddles.get(note.huddle);
  if (round === null || huddle === null) return null;
  // Nothing of a private question stands in a place, whatever asked for it.
  if (!stands[wayOf(round.prompt)].includes(note.kind)) return null;
  switch (note.kind) {
    case 'prompt':
      return promptMessage(round, { huddle, now, promises: await openPromises(round, records) });
    case 'pulse':
      return pulse(round, { huddle, note });
    case 'question-alone':
    case 'role-swap':
      return alone(round, { huddle, note, records, now });
    case 'prompt-again':
      return remind(round, { huddle, note, records, now });
    case 'round-closed':
      return closedMessage(round, { huddle });
    case 'revealed':
      return revealed(round, note, records);
    case 'answer':
      // The second one of someone who has become one person since: the first shows what they say now.
      if (copy === 'left') return answerOfGone();
      return copy === undefined ? answer(round, person as PersonId, { note, records }) : answerTakenBack();
    default:
      return null;
  }
}

/** What there may be of a question, by the way in which it comes. */
const stands: Readonly<Record<Way, readonly Outgoing['kind'][]>> = {
  posted: ['prompt', 'prompt-again', 'answer', 'revealed', 'round-closed'],
  pulse: ['pulse'],
  alone: ['question-alone', 'prompt-again', 'round-closed'],
  swap: ['role-swap', 'prompt-again', 'answer'],
};

/** Nobody has to remember the promises that a question asks about: it lists them. */
export async function openPromises({ prompt, huddle }: Round, records: Records): Promise<readonly string[]> {
  if (prompt.id !== 'neg-1') return [];
  const open = (await records.promises.list(huddle)).filter(
    ({ state }) => state.status === 'open' || state.status === 'claimed',
  );
  return open.map(({ number, what }) => `${String(number)}, ${what}`);
}

/** Closed before it could be sent, it is not sent at all. */
function pulse(round: Round, { huddle, note }: { huddle: Huddle; note: Outgoing }): Document | null {
  if (round.status === 'open') return pulseQuestion(round, { huddle });
  return note.message === null ? null : pulseClosed(round);
}

interface ToOne {
  readonly huddle: Huddle;
  readonly note: Outgoing;
  readonly records: Records;
  readonly now: Instant;
}

/** Closed it loses its buttons where it stands, and is not sent any more. */
async function alone(round: Round, to: ToOne): Promise<Document | null> {
  const facts = { huddle: to.huddle, now: to.now, promises: [] };
  if (round.status !== 'open') return to.note.message === null ? null : promptMessage(round, facts);
  return (await mayStillGo(round, to)) ? promptMessage(round, facts) : null;
}

/** Whoever has paused, left or chosen otherwise since gets nothing; nor does anyone once role swaps are off. */
async function mayStillGo(round: Round, { huddle, note: { to }, records, now }: ToOne): Promise<boolean> {
  if (!('person' in to)) return false;
  if (wayOf(round.prompt) === 'swap' && huddle.roleSwaps !== true) return false;
  const [member, person] = [await records.members.get(huddle.id, to.person), await records.people.get(to.person)];
  return member !== null && maySend(round, member, { now, heldUntil: person?.heldUntil });
}

async function remind(round: Round, to: ToOne): Promise<Document | null> {
  const { huddle, note, records } = to;
  if (round.status !== 'open' || !('person' in note.to) || !(await mayStillGo(round, to))) return null;
  const response = await records.rounds.response(round.id, note.to.person);
  return response?.answer == null && response?.skipped !== true ? remindMessage(round, { huddle }) : null;
}

async function revealed(round: Round, note: Outgoing, records: Records): Promise<Document | null> {
  const names = await records.people.names(note.huddle);
  const responses = await records.rounds.responses(round.id);
  const hidden = await records.facts.get(unnamedHidden(note.huddle));
  const inOrder = round.order.flatMap((person) => responses.filter((response) => response.person === person));
  const shown = inOrder.flatMap(({ person, answer: given }) =>
    given?.text == null || !isForAll(given, { round, hidden })
      ? []
      : [{ name: given.seenBy === 'named' ? (names.get(person) ?? null) : null, text: given.text, late: given.late }],
  );
  const part = Number(note.subject.split('/')[1] ?? '1');
  const answers = revealParts(shown)[part - 1];
  if (answers === undefined) return note.message === null ? null : answerTakenBack();
  return revealedMessage(round, answers, part);
}

/** An answer that is no longer for everyone leaves a line in its place, if it stood there. */
async function answer(
  round: Round,
  person: PersonId,
  { note, records }: { note: Outgoing; records: Records },
): Promise<Document | null> {
  const response = await records.rounds.response(round.id, person);
  const given = response?.answer ?? null;
  const hidden = await records.facts.get(unnamedHidden(note.huddle));
  const isShown = given?.text != null && given.message === null && isForAll(given, { round, hidden });
  if (!isShown) return note.message === null ? null : answerTakenBack();
  const names = await records.people.names(note.huddle);
  const name = given.seenBy === 'named' ? (names.get(person) ?? null) : null;
  return shownAnswer({ name, text: given.text, late: given.late }, round);
}

/**
 * Without a name only as long as nobody who was in the huddle then was forgotten: all of those are taken away together.
 * What waited to appear together had been seen by nobody, and can still be shown.
 */
function isForAll({ seenBy, at }: Answer, { round, hidden }: { round: Round; hidden: Instant | null }): boolean {
  if (seenBy !== 'unnamed') return seenBy === 'named';
  if (hidden === null || at > hidden) return true;
  return round.prompt.reach === 'held' && round.closesAt > hidden;
}
