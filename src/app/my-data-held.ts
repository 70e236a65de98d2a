import type { Ask } from '../domain/upstairs.ts';
import type { Decision } from '../domain/decision.ts';
import { type Huddle, type Member } from '../domain/huddle.ts';
import type { HuddleId, PersonId, RoundId } from '../domain/ids.ts';
import type { About } from '../domain/proposal-change.ts';
import type { MeetingState } from '../domain/meeting.ts';
import type { Person } from '../domain/person.ts';
import { noQuestions, numbered } from '../domain/questions.ts';
import { type Instant } from '../domain/time.ts';
import type { OwnRow } from '../ports-kept.ts';
import type { rightsWords as words } from '../words/en/rights.ts';
import { promptLibrary } from '../words/library.ts';
import type { Context } from './context.ts';

/** What is held of one person in one huddle, before any wording. */
export interface Held {
  readonly huddle: Huddle;
  readonly member: Member;
  readonly answers: readonly {
    readonly question: string;
    readonly asked: Instant;
    readonly words: string | null;
    readonly seenBy: keyof typeof words.seen | null;
    readonly answered: Instant | null;
    /** A supporter typed it for them. */
    readonly helped: boolean;
    readonly skipped: boolean;
  }[];
  readonly promises: readonly { number: number; what: string; due: string; part: string; status: string }[];
  readonly ideas: readonly { number: number; text: string | null; raised: Instant; group: string | null }[];
  readonly questions: readonly { number: number; text: string; added: Instant }[];
  readonly ruledOut: readonly { number: number; text: string }[];
  readonly asks: readonly { number: number; asked: Instant; wrote: readonly string[] }[];
  readonly decisions: readonly { number: number; what: string; logged: Instant; wrote: readonly string[] }[];
  readonly suggestedChanges: readonly {
    number: number;
    about: About;
    words: string;
    yours: boolean;
    said: string | null;
  }[];
  readonly signatures: readonly Instant[];
  readonly meetings: readonly { number: number; heldOn: string; yours: boolean; words: string | null }[];
  readonly roles: readonly { name: string; from: Instant; to: Instant | null }[];
  readonly standsIn: readonly { name: string; from: Instant; to: Instant | null }[];
  readonly turns: readonly { at: Instant; group: string | null }[];
  readonly complaints: readonly Instant[];
}

export async function heldIn(rows: readonly OwnRow[], person: Person, { records }: Context): Promise<readonly Held[]> {
  const ids = rows.filter(({ table, row }) => table === 'members' && row['person'] === person.id);
  const held: Held[] = [];
  for (const { row } of ids) {
    const id = row['huddle'] as HuddleId;
    const [huddle, member] = [await records.huddles.get(id), await records.members.get(id, person.id)];
    if (huddle === null || member === null) continue;
    held.push({ huddle, member, ...(await heldOf(huddle, { rows, person: person.id, records })) });
  }
  return held;
}

interface Seek {
  readonly rows: readonly OwnRow[];
  readonly person: PersonId;
  readonly records: Context['records'];
}

async function heldOf(huddle: Huddle, seek: Seek): Promise<Omit<Held, 'huddle' | 'member'>> {
  const { rows, person, records } = seek;
  const promises = (await records.promises.list(huddle.id)).filter((promise) =>
    JSON.stringify(promise).includes(`"${person}"`),
  );
  const roles = (await records.roles.list(huddle.id)).flatMap(({ name, holdings }) =>
    holdings.filter((holding) => holding.person === person).map(({ from, to }) => ({ name, from, to })),
  );
  const standsIn = (await records.roles.list(huddle.id)).flatMap(({ name, standIns = [] }) =>
    standIns.filter((one) => one.person === person).map(({ from, to }) => ({ name, from, to })),
  );
  const ideas = (await records.ideas.list(huddle.id)).filter(({ raisedBy }) => raisedBy === person);
  const decisions = (await records.decisions.list(huddle.id)).filter((decision) =>
    JSON.stringify(decision).includes(`"${person}"`),
  );
  const asks = (await records.asks.list(huddle.id)).filter((ask) => JSON.stringify(ask).includes(`"${person}"`));
  const changes = (await records.proposals.list(huddle.id)).filter((proposal) =>
    JSON.stringify(proposal).includes(`"${person}"`),
  );
  const signatures = (await records.agreements.list(huddle.id)).flatMap((agreement) =>
    agreement.signatures.filter((signature) => signature.person === person).map(({ at }) => at),
  );
  const meetings = (await records.meetings.list(huddle.id)).filter((meeting) =>
    JSON.stringify(meeting).includes(`"${person}"`),
  );
  const ownTurns = rows.filter(
    ({ table, row }) => table === 'utterances' && row['huddle'] === huddle.id && row['person'] === person,
  );
  const complaints = rows.filter(
    ({ table, row }) => table === 'journal' && row['huddle'] === huddle.id && row['type'] === 'ComplaintMade',
  );
  return {
    answers: await answersOf(huddle, seek),
    promises: promises.map(({ number, what, due, owners, madeBy, state }) => ({
      number,
      what,
      due,
      part: owners.includes(person) ? 'yours' : madeBy === person ? 'made by you' : 'you had a say in it',
      status: state.status,
    })),
    ideas: ideas.map(({ number, text, raisedAt: raised, group }) => ({ number, text, raised, group })),
    ...questionsOf(huddle, person),
    decisions: decisions.map((decision) => ({
      number: decision.number,
      what: decision.words.what,
      logged: decision.loggedAt,
      wrote: wroteIn(decision, person),
    })),
    asks: asks.map((ask) => ({ number: ask.number, asked: ask.askedAt, wrote: wroteInAsk(ask, person) })),
    suggestedChanges: changes.map(({ number, change, text, by, answers }) => ({
      number,
      about: change.about,
      words: text,
      yours: by === person,
      said: answers.find((answer) => answer.person === person)?.words ?? null,
    })),
    signatures,
    meetings: meetings.map(({ number, heldOn, notedBy, state }) => ({
      number,
      heldOn,
      yours: notedBy === person,
      words: wordsIn(state, { isNoteTaker: notedBy === person, person }),
    })),
    roles,
    standsIn,
    turns: ownTurns
      .map(({ row }) => ({
        at: String(row['at']),
        group: row['spoken_as'] === null ? null : String(row['spoken_as']),
      }))
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
    complaints: complaints.map(({ row }) => String(row['at'])),
  };
}

/** Of notes their own words: all that they wrote down, or what they said was wrong. */
function wordsIn(
  state: MeetingState,
  { isNoteTaker, person }: { readonly isNoteTaker: boolean; readonly person: PersonId },
): string | null {
  if (!('said' in state)) return null;
  const { promises, ideas } = state.said;
  if (isNoteTaker) return [...promises.map(({ what }) => what), ...ideas.map(({ text }) => text)].join('\n') || null;
  return state.status === 'wrong' && state.by === person ? state.what : null;
}

/** Theirs that wait, and those that they ruled out. Of one that was asked nothing says whose it was. */
function questionsOf({ questions = noQuestions }: Huddle, person: PersonId): Pick<Held, 'questions' | 'ruledOut'> {
  const theirs = questions.vetoes.filter(({ by }) => by === person).map(({ question }) => question);
  return {
    questions: questions.own
      .filter(({ by }) => by === person)
      .map(({ number, text, addedAt: added }) => ({ number, text, added })),
    ruledOut: numbered(questions, promptLibrary)
      .filter(({ key }) => theirs.includes(key))
      .map(({ number, text }) => ({ number, text })),
  };
}

/** What stands there in their words, now or before. */
function wroteIn({ words: now, wordsBy, history }: Decision, person: PersonId): readonly string[] {
  return [...history, { words: now, by: wordsBy }].flatMap(({ words: said, by }) =>
    by === person ? [said.what, said.lived, said.practice].filter((part) => part !== null) : [],
  );
}

/** How they put it, now or before, and the answers that they noted. */
function wroteInAsk({ text, wordsBy, state, history }: Ask, person: PersonId): readonly string[] {
  const answers = [...history.map(({ answer }) => answer), state.status === 'answered' ? state.answer : null];
  const texts = [...history, { text, by: wordsBy }].filter(({ by }) => by === person).map(({ text: said }) => said);
  const noted = answers.flatMap((answer) => (answer?.notedBy === person ? (answer.words ?? []) : []));
  return [...new Set([...texts, ...noted])];
}

async function answersOf(huddle: Huddle, { rows, person, records }: Seek): Promise<Held['answers']> {
  const answers: Held['answers'][number][] = [];
  for (const { table, row } of rows) {
    if (table !== 'responses' || row['person'] !== person) continue;
    const round = await records.rounds.get(row['round'] as RoundId);
    const response = round?.huddle === huddle.id ? await records.rounds.response(round.id, person) : null;
    if (round === null || response === null) continue;
    const { answer, skipped } = response;
    const said = { words: answer?.text ?? null, seenBy: answer?.seenBy ?? null, answered: answer?.at ?? null };
    const helped = answer?.helped === true;
    answers.push({ question: round.prompt.text, asked: round.opensAt, ...said, helped, skipped });
  }
  return answers.sort((a, b) => (a.asked > b.asked ? -1 : 1));
}

/** Everything once more, under plain names; and how often they are named where nothing of theirs stands. */
