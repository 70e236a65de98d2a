import type { Intent } from '../commands/registry.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { Reply } from '../ports.ts';
import type { Context } from './context.ts';
import { performBurden } from './burden.ts';
import { performCheckers } from './checkers.ts';
import { performDecisions } from './decisions.ts';
import { performCover } from './cover.ts';
import { performDigest } from './digest.ts';
import { performGuests } from './guests.ts';
import { performHelp } from './help.ts';
import { performIdeas } from './ideas.ts';
import { performLinks } from './links.ts';
import { performNudge } from './nudge.ts';
import { performMeetings } from './meetings.ts';
import { performPeople } from './people.ts';
import { performProposals } from './proposals.ts';
import { performPromises } from './promises.ts';
import { performPulses } from './pulses.ts';
import { performQuestions } from './questions.ts';
import { performReadiness } from './readiness.ts';
import { performReports } from './reports.ts';
import { performRights } from './rights.ts';
import { performRoles } from './roles.ts';
import { performRounds } from './rounds.ts';
import { performSafety } from './safety.ts';
import { performSpeech } from './speech.ts';
import { performSteps } from './steps.ts';
import { asksForChange, withTyped } from './typed.ts';
import { performSponsor } from './sponsor.ts';
import { performUpstairs } from './upstairs.ts';

/** Carries out what is wanted, and gives a line of which nothing came back to whoever typed it. */
export async function perform(intent: Intent, context: Context): Promise<Reply> {
  const came = { something: false };
  const run: Context['run'] = async (aggregate, command) => {
    const done = await context.run(aggregate, command);
    if (!isRefusal(done)) came.something = true;
    return done;
  };
  const reply = await handOver(intent, { ...context, run });
  return came.something || !asksForChange(intent) ? reply : withTyped(reply, context);
}

/** Hands an intent to its family. Each answers the person who asked, and nobody else. */
function handOver(intent: Intent, context: Context): Promise<Reply> {
  switch (intent.family) {
    case 'rounds':
      return performRounds(intent, context);
    case 'pulses':
      return performPulses(intent, context);
    case 'promises':
      return performPromises(intent, context);
    case 'ideas':
      return performIdeas(intent, context);
    case 'decisions':
      return performDecisions(intent, context);
    case 'proposals':
      return performProposals(intent, context);
    case 'meetings':
      return performMeetings(intent, context);
    case 'burden':
      return performBurden(intent, context);
    case 'questions':
      return performQuestions(intent, context);
    case 'upstairs':
      return performUpstairs(intent, context);
    case 'steps':
      return performSteps(intent, context);
    case 'sponsor':
      return performSponsor(intent, context);
    case 'reports':
      return performReports(intent, context);
    case 'roles':
      return performRoles(intent, context);
    case 'speech':
      return performSpeech(intent, context);
    case 'nudge':
      return performNudge(intent, context);
    case 'people':
      return performPeople(intent, context);
    case 'cover':
      return performCover(intent, context);
    case 'links':
      return performLinks(intent, context);
    case 'rights':
      return performRights(intent, context);
    case 'safety':
      return performSafety(intent, context);
    case 'readiness':
      return performReadiness(intent, context);
    case 'guests':
      return performGuests(intent, context);
    case 'checkers':
      return performCheckers(intent, context);
    case 'digest':
      return performDigest(intent, context);
    case 'help':
      return performHelp(intent, context);
  }
}
