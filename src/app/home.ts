import { renewalOf } from '../domain/consent.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { Round } from '../domain/round.ts';
import { isOpen } from '../domain/commitment-standing.ts';
import { isPulse } from '../domain/pulse.ts';
import { maySend } from '../domain/role-swap.ts';
import { withFirst } from '../domain/role-names.ts';
import { wayOf } from '../domain/way.ts';
import type { Action, Document } from '../messages/document.ts';
import { renewalActions } from '../messages/consent.ts';
import { homeMessage } from '../messages/help.ts';
import { waitingPromise } from '../messages/promises.ts';
import { calledFor } from '../messages/prompt.ts';
import { readyAction } from '../messages/readiness.ts';
import { roleOfferActions } from '../messages/roles.ts';
import { dayAndTime, shortDate } from '../words/dates.ts';
import { consentWords } from '../words/en/consent.ts';
import { helpWords } from '../words/en/help.ts';
import { pulseWords } from '../words/en/pulses.ts';
import { readinessWords } from '../words/en/readiness.ts';
import { roundWords } from '../words/en/rounds.ts';
import type { MemberContext } from './context.ts';
import { isWaiting, readinessNow } from './begin.ts';
import { runsIt } from './coordinators.ts';
import { coverFor } from './cover.ts';
import { entrusted } from './entrusted.ts';
import { agreementNow } from '../domain/agreement-words.ts';
import { parts } from '../domain/proposal-change.ts';
import { sidesInWords } from '../messages/proposals.ts';
import { waitingProposal } from '../messages/proposal-replies.ts';
import { proposalWords } from '../words/en/proposals.ts';
import { proposalFacts } from './proposal-book.ts';
import { meetingsFor } from './meetings.ts';
import { promiseFacts } from './promise-book.ts';
import { roundsFor } from './rounds-for.ts';

interface Waiting {
  readonly line: string;
  readonly actions: readonly Action[];
}

/** What waits for one person, for them alone: the question, a yes or no on promises and roles, and their own promises. */
export async function home(context: MemberContext): Promise<Document> {
  const { huddle } = context;
  const questions = await openQuestions(context);
  const promises = await promisesOf(context);
  const changes = await changesOf(context);
  const cover = await coverFor(context);
  return homeMessage({
    huddle,
    waiting: [
      ...renewalOfYes(context),
      ...(await readinessOfHuddle(context)),
      ...questions.waiting,
      ...promises.waiting,
      ...changes.waiting,
      ...(await rolesOf(context)),
      ...(await meetingsFor(context)),
      ...cover.waiting,
    ],
    also: [
      ...questions.answered,
      ...changes.notAgreed,
      ...(await toRead(context)),
      ...nextQuestion(huddle),
      ...cover.also,
    ],
    yourPromises: promises.own,
  });
}

function renewalOfYes({ huddle, member, now }: MemberContext): readonly Waiting[] {
  if (renewalOf(huddle, member, now) === null) return [];
  return [{ line: consentWords.waits, actions: renewalActions(huddle) }];
}

/** For coordinators, while it is not ready for real people. */
async function readinessOfHuddle(context: MemberContext): Promise<readonly Waiting[]> {
  const { huddle, member, mustBeReady } = context;
  if (!mustBeReady || !runsIt(member) || !isWaiting(await readinessNow(huddle, context))) return [];
  return [{ line: readinessWords.homeLine(huddle.name), actions: [readyAction(huddle)] }];
}

async function openQuestions(context: MemberContext) {
  const { records, huddle, person, member, now } = context;
  const open = (await roundsFor(context)).filter(({ status }) => status === 'open');
  const waiting: Waiting[] = [];
  const answered: string[] = [];
  for (const round of open) {
    const line = pulseWords.isOpen(round.prompt.text, dayAndTime(round.closesAt, huddle.zone));
    // The same before and after they answered: this message may stay where it is for long.
    if (isPulse(round.prompt)) waiting.push({ line, actions: [answerButton(round)] });
    if (isPulse(round.prompt)) continue;
    const response = await records.rounds.response(round.id, person.id);
    const until = dayAndTime(round.closesAt, huddle.zone);
    const title = calledFor(round);
    const { text } = round.prompt;
    if (response?.answer?.helped === true) answered.push(helpWords.answeredFor(title, text, until));
    else if (response?.answer != null) answered.push(helpWords.answered(title, text, until));
    else if (response?.skipped !== true && mayShow(round, { member, person, now }))
      waiting.push({ line: helpWords.question(title, text, until), actions: [answerButton(round)] });
  }
  return { waiting, answered };
}

/** A role swap is left out as long as it could not be sent to them; every other question is there to be found. */
function mayShow(round: Round, { member, person, now }: Pick<MemberContext, 'member' | 'person' | 'now'>): boolean {
  return wayOf(round.prompt) !== 'swap' || maySend(round, member, { now, heldUntil: person.heldUntil });
}

function answerButton(round: Round): Action {
  return {
    action: 'answer',
    subject: round.id,
    label: helpWords.answerLabel,
    style: 'primary',
    ...(isPulse(round.prompt) ? {} : { opens: 'form' as const }),
  };
}

/** Coordinators are told that there is something for them alone to read, and not how much. */
async function toRead(context: MemberContext): Promise<readonly string[]> {
  const { member } = context;
  return runsIt(member) && (await entrusted(context, 2)).length > 0 ? [roundWords.answersToRead] : [];
}

function nextQuestion({ checkIn, zone }: Huddle): readonly string[] {
  return checkIn?.nextDueAt == null ? [] : [helpWords.nextQuestion(dayAndTime(checkIn.nextDueAt, zone))];
}

async function promisesOf({ records, huddle, person, now }: MemberContext) {
  const facts = await promiseFacts(records, huddle, now);
  const all = await records.promises.list(huddle.id);
  const waiting = all.flatMap((promise) => waitingPromise(promise, facts, person.id) ?? []);
  const own = all
    .filter((promise) => isOpen(promise) && promise.owners.includes(person.id))
    .map(({ number, what, due }) => helpWords.yourPromise(number, what, shortDate(due)));
  return { waiting, own };
}

/** Suggested changes, and what one side changed that the others have not agreed to yet (B3). */
async function changesOf({ records, huddle, person }: MemberContext) {
  const facts = await proposalFacts(records, huddle.id);
  const { proposals } = facts.book;
  const now = agreementNow(facts.book);
  const notAgreed = parts.flatMap((part) => {
    const { isAgreed, missing, number } = now[part];
    // A purpose from the set-up is nobody's change: the agreement alone says how far it is agreed.
    if (isAgreed || number === null) return [];
    return [proposalWords.notAgreed(proposalWords.about[part], sidesInWords(missing, facts).join('; '))];
  });
  const waiting = [...proposals.values()].flatMap((proposal) => waitingProposal(proposal, facts, person.id) ?? []);
  return { waiting, notAgreed };
}

/** A role that someone wants to hand to this person, or to share with them. */
async function rolesOf({ records, huddle, person }: MemberContext): Promise<readonly Waiting[]> {
  const roles = withFirst(await records.roles.list(huddle.id), huddle.id);
  const names = await records.people.names(huddle.id);
  return roles.flatMap((role) => roleOfferActions(role, { huddle, names, viewer: person.id }) ?? []);
}
