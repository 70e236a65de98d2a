import type { HelpTopic } from '../words/en/help.ts';
import { burdenCommands, type BurdenIntent } from './burden.ts';
import { checkerCommands, type CheckerIntent } from './checkers.ts';
import { clean } from './clean.ts';
import { consentCommands } from './consent.ts';
import { decisionCommands, type DecisionIntent } from './decisions.ts';
import { coverCommands, type CoverIntent } from './cover.ts';
import { digestCommands, type DigestIntent } from './digest.ts';
import { guestCommands, type GuestIntent } from './guests.ts';
import { helpCommands, helpTopics, type HelpIntent } from './help.ts';
import { ideaCommands, type IdeaIntent } from './ideas.ts';
import type { CommandSpec, Given } from './intent.ts';
import { linkCommands, type LinkIntent } from './links.ts';
import { nudgeCommands, type NudgeIntent } from './nudge.ts';
import { meetingCommands, type MeetingIntent } from './meetings.ts';
import { peopleCommands, type PeopleIntent } from './people.ts';
import { proposalCommands, type ProposalIntent } from './proposals.ts';
import { promiseCommands, type PromiseIntent } from './promises.ts';
import type { PulseIntent } from './pulses.ts';
import { questionCommands, type QuestionIntent } from './questions.ts';
import { readinessCommands, type ReadinessIntent } from './readiness.ts';
import { reportCommands, type ReportIntent } from './reports.ts';
import { rightsCommands, type RightsIntent } from './rights.ts';
import { roleCommands, type RoleIntent } from './roles.ts';
import { roundCommands, type RoundIntent } from './rounds.ts';
import { safetyCommands, type SafetyIntent } from './safety.ts';
import { speechCommands, type SpeechIntent } from './speech.ts';
import { stepCommands, type StepIntent } from './steps.ts';
import { sponsorCommands, type SponsorIntent } from './sponsor.ts';
import { upstairsCommands, type UpstairsIntent } from './upstairs.ts';

/** What a person wants, read from a line of text, a button or a form. A part that they left out is null, and the reply asks for it. */
export type Intent =
  | BurdenIntent
  | CheckerIntent
  | DecisionIntent
  | CoverIntent
  | DigestIntent
  | GuestIntent
  | HelpIntent
  | IdeaIntent
  | LinkIntent
  | NudgeIntent
  | MeetingIntent
  | PeopleIntent
  | PromiseIntent
  | PulseIntent
  | ProposalIntent
  | QuestionIntent
  | ReadinessIntent
  | ReportIntent
  | RightsIntent
  | RoleIntent
  | RoundIntent
  | SafetyIntent
  | SpeechIntent
  | StepIntent
  | SponsorIntent
  | UpstairsIntent;

/** Anyone may set up a huddle, and runs it from then on. */
const forCoordinators = ({ who, name }: CommandSpec<Intent>) => who === 'coordinator' || name === 'setup';
const forAll = (spec: CommandSpec<Intent>) => !forCoordinators(spec);

/** Every command, under what it is about, in the order in which help shows them. */
export const topics: Readonly<Record<HelpTopic, readonly CommandSpec<Intent>[]>> = {
  questions: [...roundCommands, ...questionCommands, ...burdenCommands, ...stepCommands],
  promises: [...promiseCommands, ...ideaCommands],
  together: [
    ...decisionCommands,
    ...upstairsCommands,
    ...proposalCommands,
    ...reportCommands.filter(forAll),
    ...meetingCommands,
  ],
  roles: [...roleCommands, ...speechCommands, ...nudgeCommands],
  you: [
    ...peopleCommands.filter(forAll),
    ...consentCommands,
    ...linkCommands.filter(forAll),
    ...rightsCommands.filter(forAll),
    ...helpCommands,
  ],
  running: [
    ...peopleCommands.filter(forCoordinators),
    ...coverCommands,
    ...guestCommands,
    ...linkCommands.filter(forCoordinators),
    ...rightsCommands.filter(forCoordinators),
    ...safetyCommands,
    ...readinessCommands,
    ...digestCommands,
    ...sponsorCommands,
    ...reportCommands.filter(forCoordinators),
    ...checkerCommands,
  ],
};

export const commands: readonly CommandSpec<Intent>[] = helpTopics.flatMap((topic) => topics[topic]);

export interface Parsed {
  readonly spec: CommandSpec<Intent>;
  readonly intent: Intent;
}

/** Reads a line as a command, or null when it is none. The longest name that fits wins: "stop counting" before "stop". */
export function parseCommand(line: string, given: Given): Parsed | null {
  const text = tidy(line);
  const spec = matching(text);
  if (spec === null) return null;
  return { spec: spec.command, intent: spec.command.read(text.slice(spec.length).trim(), given, text) };
}

/** Whether a line is one in which people may be named. */
export function namesPeople(line: string): boolean {
  return matching(tidy(line))?.command.namesPeople === true;
}

/** Whether a line is about the person, whichever huddle it is said in. */
export function isOfPerson(line: string): boolean {
  return matching(tidy(line))?.command.ofPerson === true;
}

function matching(text: string): { command: CommandSpec<Intent>; length: number } | null {
  const lower = text.toLowerCase();
  for (const { name, command } of byLength) {
    if (!lower.startsWith(name)) continue;
    const after = lower.charAt(name.length);
    if (after === '' || !/[a-z0-9']/.test(after)) return { command, length: name.length };
  }
  return null;
}

const byLength = commands
  .flatMap((command) => [command.name, ...command.aliases].map((name) => ({ name: name.toLowerCase(), command })))
  .sort((a, b) => b.name.length - a.name.length);

/** Straight quotes, single spaces, no slash, no closing full stop. Line ends stay: a pasted list of names has them. */
function tidy(line: string): string {
  return (
    clean(line)
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/[\u201c\u201d]/g, '"')
      .replace(/[^\S\n]+/g, ' ')
      .trim()
      .replace(/^\/?wesaid\b[:,]?\s*/i, '')
      .replace(/(?<=[^.])\.$/, '')
      // A question that is a number alone is none: it is the number of an ask.
      .replace(/^ask (?=(?:#|number )?\d{1,6}$)/i, 'upstairs ')
  );
}
