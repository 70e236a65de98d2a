import type { Consent, NudgeChoice } from '../domain/huddle.ts';
import type { PersonId, RoleKey } from '../domain/ids.ts';
import { stageNumber, type Stage } from '../domain/stage.ts';
import { localDate } from '../domain/time.ts';
import type { JournalEntry } from '../ports-kept.ts';
import { shortDate } from '../words/dates.ts';
import { rightsWords } from '../words/en/rights.ts';
import type { MemberContext } from './context.ts';

const mostLines = 12;
const words = rightsWords.changed;

interface Names {
  readonly people: ReadonlyMap<PersonId, string>;
  readonly roles: ReadonlyMap<RoleKey, string>;
}

/**
 * The journal as everyone in the huddle may read it, newest first. What one person did for themself alone is left out:
 * a yes, a break, a leaving, an answer; but for the reader's own yeses and noes. Nobody is named beside a promise, and nobody for having been quiet.
 */
export async function changesOf(
  page: number,
  { records, huddle, person }: MemberContext,
): Promise<{ readonly lines: readonly string[]; readonly older: number | null }> {
  const names: Names = {
    people: await records.people.names(huddle.id),
    roles: new Map((await records.roles.list(huddle.id)).map(({ key, name }) => [key, name])),
  };
  const all = (await records.journal.list(huddle.id)).toReversed().flatMap((entry) => {
    const what = lineOf(entry, names) ?? ownLine(entry, person.id);
    return what === null ? [] : [rightsWords.changedOn(shortDate(localDate(entry.at, huddle.zone)), what)];
  });
  const from = (page - 1) * mostLines;
  const lines = all.slice(from, from + mostLines);
  return { lines, older: all.length > from + mostLines ? page + 1 : null };
}

function lineOf({ type, facts }: JournalEntry, names: Names): string | null {
  // Only some were asked: to the others there was nothing.
  if (facts['apart'] === true) return null;
  const number = Number(facts['number']);
  const who = (key: string) => capital(names.people.get(facts[key] as PersonId) ?? rightsWords.leftMember);
  const role = () => names.roles.get(facts['role'] as RoleKey) ?? String(facts['role']);
  switch (type) {
    case 'HuddleSetUp':
      return words.setUp;
    case 'SettingChanged':
      return words.setting(String(facts['setting']));
    case 'ScheduleChanged':
      return words.schedule;
    case 'PlaceConnected':
      return words.place;
    case 'PlaceDisconnected':
      return words.placeGone;
    case 'PlaceClosed':
      return words.placeClosed;
    case 'PlaceOpened':
      return words.placeOpened;
    case 'CoordinatorAppointed':
      return words.coordinator(who('person'));
    case 'RoundOpened':
      return words.asked;
    case 'RoundClosed':
      return words.closed(Number(facts['heard']), Number(facts['of']));
    case 'PulseClosed':
      return words.pulseClosed;
    case 'PromiseMade':
      return words.made(number);
    case 'PromiseClaimed':
      return words.done(number);
    case 'PromiseKept':
      return words.kept(number);
    case 'PromiseCouldNot':
      return words.couldNot(number);
    case 'SuggestionMade':
      return words.asksChange(number);
    case 'PromiseChanged':
      return words.agreedChange(number);
    case 'PromiseDropped':
      return words.dropped(number);
    case 'PromiseNotKept':
      return words.notKept(number);
    case 'PromiseCorrected':
      return words.corrected(number);
    case 'PickUpWanted':
      return words.looking(number);
    case 'PickUpAgreed':
      return words.moved(number);
    case 'IdeaRaised':
      return words.idea(Number(facts['idea']));
    case 'IdeaTakenUp':
      return words.ideaTaken(Number(facts['idea']), Number(facts['promise']));
    case 'MeetingNoted':
      return words.meeting(Number(facts['meeting']));
    case 'MeetingMended':
      return words.meetingMended(Number(facts['meeting']));
    case 'MeetingConfirmed':
      return words.meetingConfirmed(Number(facts['meeting']));
    case 'MeetingDropped':
      return words.meetingDropped(Number(facts['meeting']));
    case 'QuestionAdded':
      return words.questionAdded;
    case 'QuestionRuledOut':
      return words.questionRuledOut(Number(facts['question']));
    case 'QuestionAllowed':
      return words.questionAllowed(Number(facts['question']));
    case 'StepOpened':
      return words.stepOpened(stageNumber(facts['stage'] as Stage));
    case 'StepClosed':
      return words.stepClosed(stageNumber(facts['stage'] as Stage));
    case 'DecisionLogged':
      return words.decision(Number(facts['decision']));
    case 'DecisionCorrected':
      return words.decisionCorrected(Number(facts['decision']));
    case 'DecisionYes':
      return facts['isShared'] === true ? words.decisionShared(Number(facts['decision'])) : null;
    case 'AskedUpstairs':
      return words.askedUpstairs(Number(facts['ask']));
    case 'AskAnswered':
      return words.askAnswered(Number(facts['ask']));
    case 'AskMended':
      return words.askMended(Number(facts['ask']));
    case 'AskTakenBack':
      return words.askTakenBack(Number(facts['ask']));
    case 'SponsorNotePosted':
      return words.sponsorNote;
    case 'RoleTaken':
      return words.roleTaken(who('person'), role());
    case 'RoleHandedOver':
      return words.roleTaken(who('to'), role());
    case 'StandInAgreed':
      return words.standInAgreed(who('person'), role());
    case 'StandInEnded':
      return words.standInEnded(who('person'), role());
    case 'RolePutDown':
      return words.rolePutDown(who('person'), role());
    case 'RoleGiven':
      return words.roleTaken(who('to'), role());
    case 'RoleRenamed':
      return words.roleRenamed(role());
    case 'RoleEnded':
      return words.roleEnded(role());
    case 'ProposalMade':
      return facts['inPlace'] === true ? words.setAtOnce(number) : words.suggested(number);
    case 'ProposalNo':
      return words.objected(number);
    case 'ProposalAgreed':
      return words.agreedTogether(number);
    case 'ProposalAmended':
      return words.otherWords(number, Number(facts['into']));
    case 'ProposalWithdrawn':
      return words.suggestionBack(number);
    case 'ProposalTimedOut':
      return words.suggestionOver(number);
    case 'AgreementSigned':
      return words.signed;
    case 'CheckersNamed':
      return words.checkers;
    case 'DraftMended':
      return words.draftMended(number);
    case 'DigestPublished':
      return words.digest;
    case 'NudgeAnswered':
      return words.nudge[facts['choice'] as NudgeChoice];
    default:
      return null;
  }
}

/** What only the reader may read here: it is about them. */
function ownLine({ type, facts }: JournalEntry, reader: PersonId): string | null {
  if (facts['person'] !== reader) return null;
  if (type === 'RenewalAsked') return words.youWereAsked;
  if (type === 'RenewalMissed') return words.youAreNotCounted;
  if (type !== 'MemberAnswered') return null;
  const to = rightsWords.consentTo[facts['to'] as Consent['to']];
  return facts['yes'] === true ? words.youSaidYes(to) : words.youSaidNo(to);
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
