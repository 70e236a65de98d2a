import type { RoundIntent } from '../commands/rounds.ts';
import { standingAt } from '../domain/huddle.ts';
import type { PersonId } from '../domain/ids.ts';
import { refuse } from '../domain/refusal.ts';
import type { Response, Round } from '../domain/round.ts';
import type { Instant } from '../domain/time.ts';
import { entrustedMessage, noEntrusted } from '../messages/entrusted.ts';
import { notAllowed } from '../messages/people.ts';
import type { ShownAnswer } from '../messages/prompt.ts';
import { commonWords } from '../words/en/common.ts';
import type { Reply } from '../ports.ts';
import type { MemberContext } from './context.ts';
import { coordinatorNames, runsIt } from './coordinators.ts';
import { answer } from './people-reply.ts';

/** Some half a year of weekly questions; their words are kept for 30 days. */
const mostRounds = 40;

/** `answers`: what people gave to those who run the huddle alone, one question at a time, the newest first. */
export async function readEntrusted(
  { round: wanted, part }: Extract<RoundIntent, { want: 'answers' }>,
  context: MemberContext,
): Promise<Reply> {
  const { huddle, member } = context;
  // The buttons of the list come past the registry, so its rule is held here too.
  if (!runsIt(member)) return answer(context, notAllowed(refuse('coordinators-only', { huddle: huddle.name })));
  const shelves = await entrusted(context, mostRounds);
  const at = wanted === null ? 0 : shelves.findIndex(({ round }) => round.id === wanted);
  const shelf = shelves[at];
  if (shelf === undefined) return answer(context, noEntrusted());
  const readers = await coordinatorNames(context);
  const before = shelves[at + 1]?.round ?? null;
  return answer(context, entrustedMessage({ huddle, ...shelf, readers, part, before }));
}

interface Shelf {
  readonly round: Round;
  readonly answers: readonly ShownAnswer[];
}

/** The newest questions with the answers that this coordinator may read; those without any are left out. */
export async function entrusted(context: MemberContext, newest: number): Promise<readonly Shelf[]> {
  const { records, huddle } = context;
  const since = await appointedAt(context);
  if (since === null) return [];
  const names = await records.people.names(huddle.id);
  const shelves: Shelf[] = [];
  for (const round of await records.rounds.recent(huddle.id, newest)) {
    const responses = waits(round) ? [] : await records.rounds.responses(round.id);
    const answers = responses.flatMap((response) => shownTo(response, { since, context, names }));
    if (answers.length > 0) shelves.push({ round, answers });
  }
  return shelves;
}

/** Coordinators are members too: what waits so that no one goes first waits for them as well. */
function waits({ prompt, status }: Round): boolean {
  return status !== 'closed' && prompt.reach === 'held';
}

/** Since when the asker has run the huddle. */
async function appointedAt({ records, huddle, person }: MemberContext): Promise<Instant | null> {
  const journal = await records.journal.list(huddle.id);
  const event = journal.findLast(({ type, facts }) => type === 'CoordinatorAppointed' && facts['person'] === person.id);
  return event?.at ?? null;
}

/** The form named who would read it: whoever came to run the huddle later, or had left it then, was not among them. */
function shownTo(
  { person, answer: given }: Response,
  { since, context, names }: { since: Instant; context: MemberContext; names: ReadonlyMap<PersonId, string> },
): readonly ShownAnswer[] {
  if (given?.seenBy !== 'coordinators' || given.text === null || given.at < since) return [];
  if (standingAt(context.member, given.at)?.status === 'left') return [];
  return [{ name: names.get(person) ?? commonWords.someoneWhoLeft, text: given.text, late: given.late }];
}
