import { burdenActions } from '../commands/burden.ts';
import { checkerActions, checkerForms } from '../commands/checkers.ts';
import { coverActions, coverForms } from '../commands/cover.ts';
import { guestActions } from '../commands/guests.ts';
import { helpActions } from '../commands/help.ts';
import { ideaActions, ideaForms } from '../commands/ideas.ts';
import { decisionActions, decisionForms } from '../commands/decisions.ts';
import type { Given } from '../commands/intent.ts';
import { linkActions } from '../commands/links.ts';
import { nudgeActions } from '../commands/nudge.ts';
import { meetingActions, meetingForms } from '../commands/meetings.ts';
import { peopleActions, peopleForms } from '../commands/people-buttons.ts';
import { proposalActions, proposalForms } from '../commands/proposals.ts';
import { promiseActions, promiseForms } from '../commands/promise-buttons.ts';
import { readinessActions, readinessForms } from '../commands/readiness.ts';
import { parseCommand, type Intent } from '../commands/registry.ts';
import { pulseActions } from '../commands/pulses.ts';
import { questionActions, questionForms } from '../commands/questions.ts';
import { reportActions } from '../commands/reports.ts';
import { rightsActions } from '../commands/rights.ts';
import { roleActions } from '../commands/roles.ts';
import { roundActions, roundForms } from '../commands/rounds.ts';
import { safetyActions, safetyForms } from '../commands/safety.ts';
import { digestActions } from '../commands/digest.ts';
import { speechActions } from '../commands/speech.ts';
import { sponsorActions, sponsorForms } from '../commands/sponsor.ts';
import { upstairsActions, upstairsForms } from '../commands/upstairs.ts';
import { stepActions } from '../commands/steps.ts';
import type { Who } from '../commands/intent.ts';
import type { FormValues, Interaction } from '../ports.ts';

type FromAction = Readonly<Record<string, (subject: string) => Intent>>;
type FromForm = Readonly<Record<string, (subject: string, values: FormValues) => Intent>>;

/** Every button there is, by its action. */
const actions: FromAction = {
  ...roundActions,
  ...pulseActions,
  ...promiseActions,
  ...ideaActions,
  ...questionActions,
  ...burdenActions,
  ...stepActions,
  ...decisionActions,
  ...upstairsActions,
  ...sponsorActions,
  ...reportActions,
  ...proposalActions,
  ...meetingActions,
  ...roleActions,
  ...peopleActions,
  ...coverActions,
  ...digestActions,
  ...checkerActions,
  ...nudgeActions,
  ...speechActions,
  ...linkActions,
  ...guestActions,
  ...rightsActions,
  ...safetyActions,
  ...readinessActions,
  ...helpActions,
};

/** Every form there is, by its name. */
const forms: FromForm = {
  ...roundForms,
  ...promiseForms,
  ...proposalForms,
  ...ideaForms,
  ...meetingForms,
  ...questionForms,
  ...decisionForms,
  ...upstairsForms,
  ...sponsorForms,
  ...peopleForms,
  ...coverForms,
  ...safetyForms,
  ...readinessForms,
  ...checkerForms,
};

/** What an act asks for, and who may ask it. Null for an act that nobody needs to answer. */
export interface Routed {
  readonly intent: Intent;
  readonly who: Who;
}

/**
 * The only place where acts become intents. Rules come later: here nothing is refused. What is given is worked out for a
 * line to the bot alone: an answer needs none of it, and the local date would add 4 µs to its 60.
 */
export function route(interaction: Interaction, given: () => Given): Routed | null {
  switch (interaction.kind) {
    case 'command':
      return command(interaction.text, given);
    case 'action': {
      // Someone in several huddles picked the one they meant; what they had typed stands under its id.
      if (interaction.action === 'in-huddle')
        return command(interaction.subject.split('\n').slice(1).join('\n'), given);
      const intent = actions[interaction.action]?.(interaction.subject);
      return intent === undefined ? null : { intent, who: 'anyone' };
    }
    case 'form': {
      const intent = forms[interaction.form]?.(interaction.subject, interaction.values);
      return intent === undefined ? null : { intent, who: 'anyone' };
    }
    case 'spoke':
      return spoken(interaction, given);
    case 'edited':
      return {
        intent: { family: 'rounds', want: 'edit', message: interaction.message, text: interaction.text },
        who: 'anyone',
      };
    case 'deleted':
      return {
        intent: { family: 'rounds', want: 'delete', message: interaction.message, thread: interaction.thread },
        who: 'anyone',
      };
    case 'arrived':
      return { intent: { family: 'people', want: 'hello' }, who: 'anyone' };
    case 'restored': {
      const { message, thread, text, files } = interaction;
      // A command that was put back has been carried out already, and is no turn.
      if (interaction.mentionsBot === true && parseCommand(text, given()) !== null) return null;
      return { intent: { family: 'rounds', want: 'restore', message, thread, text, files }, who: 'anyone' };
    }
    case 'looked':
      return { intent: { family: 'rounds', want: 'look', message: interaction.message }, who: 'anyone' };
    case 'added':
      return { intent: { family: 'people', want: 'let-in' }, who: 'anyone' };
    case 'removed':
      return { intent: { family: 'people', want: 'taken-out' }, who: 'anyone' };
    // Opening the chat with the bot asks for nothing; an answer each time would be noise.
    case 'opened-home':
    case 'left':
      return null;
  }
}

/** A line that begins like a command and goes on like talk ("people were kind") is anybody's to say. */
function parsed(text: string, given: () => Given): Routed | null {
  const found = parseCommand(text, given());
  if (found === null) return null;
  const { intent, spec } = found;
  return { intent, who: isAnybodys(intent) ? 'anyone' : spec.who };
}

/** An answer; and a code, which is the proof itself, typed where nobody has to be known. */
function isAnybodys(intent: Intent): boolean {
  return intent.want === 'offer' || intent.want === 'connect-code';
}

/** A line to the bot. What is no command is offered as an answer, never met with a typo hint alone. */
function command(text: string, given: () => Given): Routed {
  if (text.trim() === '') return { intent: { family: 'help', want: 'home' }, who: 'anyone' };
  return parsed(text, given) ?? { intent: { family: 'rounds', want: 'offer', text }, who: 'anyone' };
}

/** Words in a chat: to the bot where they name it or are said to it alone; anything else is someone speaking. */
function spoken(interaction: Extract<Interaction, { kind: 'spoke' }>, given: () => Given): Routed | null {
  if (interaction.where === 'direct') return command(interaction.text, given);
  if (interaction.mentionsBot) {
    const found = parsed(interaction.text, given);
    if (found !== null) return found;
    if (interaction.thread === null) return command(interaction.text, given);
  }
  const { message, thread, text, files } = interaction;
  return { intent: { family: 'rounds', want: 'reply', message, thread, text, files }, who: 'anyone' };
}
