import type { Group } from '../../src/domain/huddle.ts';
import type { GroupKey } from '../../src/domain/ids.ts';
import { burdenWords } from '../../src/words/en/burden.ts';
import { commandWords } from '../../src/words/en/commands.ts';
import { commonWords } from '../../src/words/en/common.ts';
import { daysOffWords } from '../../src/words/en/days-off.ts';
import { consentWords } from '../../src/words/en/consent.ts';
import { digestReplyWords } from '../../src/words/en/digest-replies.ts';
import { digestWords } from '../../src/words/en/digest.ts';
import { holidayWords } from '../../src/words/en/holidays.ts';
import { helpWords } from '../../src/words/en/help.ts';
import { decisionWords } from '../../src/words/en/decisions.ts';
import { reportWords } from '../../src/words/en/reports.ts';
import { sponsorWords } from '../../src/words/en/sponsor.ts';
import { upstairsWords } from '../../src/words/en/upstairs.ts';
import { ideaWords } from '../../src/words/en/ideas.ts';
import { checkerWords } from '../../src/words/en/checkers.ts';
import { safetyWords } from '../../src/words/en/safety.ts';
import { nationNumbers, ownNumbers, worryWords } from '../../src/words/en/worry.ts';
import { coverWords } from '../../src/words/en/cover.ts';
import { meetingWords } from '../../src/words/en/meetings.ts';
import { couldNotReasons, promiseFormWords } from '../../src/words/en/promise-forms.ts';
import { agreementWords } from '../../src/words/en/agreement.ts';
import { proposalWords } from '../../src/words/en/proposals.ts';
import { promiseRefusals } from '../../src/words/en/promise-refusals.ts';
import { peopleWords } from '../../src/words/en/people.ts';
import { linkWords, platformName } from '../../src/words/en/links.ts';
import { promiseWords, standingWords } from '../../src/words/en/promises.ts';
import { pulseWords } from '../../src/words/en/pulses.ts';
import { aloneWords } from '../../src/words/en/alone.ts';
import { roleSwapWords } from '../../src/words/en/role-swaps.ts';
import { loadWords } from '../../src/words/en/load.ts';
import { invitationWords } from '../../src/words/en/invitation.ts';
import { nudgeWords } from '../../src/words/en/nudge.ts';
import { measureWords } from '../../src/words/en/measures.ts';
import { questionWords } from '../../src/words/en/questions.ts';
import { rehearsalWords, willowScript } from '../../src/words/en/rehearsal.ts';
import { guestPageWords } from '../../src/words/en/guest-pages.ts';
import { guestWords } from '../../src/words/en/guests.ts';
import { readinessWords } from '../../src/words/en/readiness.ts';
import { rightsWords } from '../../src/words/en/rights.ts';
import { roleWords } from '../../src/words/en/roles.ts';
import { whoIsOn } from '../../src/words/en/sides.ts';
import { roundWords } from '../../src/words/en/rounds.ts';
import { settingsWords } from '../../src/words/en/settings.ts';
import { slackWords } from '../../src/words/en/slack.ts';
import { speechWords } from '../../src/words/en/speech.ts';
import { stepWords } from '../../src/words/en/steps.ts';
import { teamsWords } from '../../src/words/en/teams.ts';
import { webWords } from '../../src/words/en/web.ts';
import { rendered, type Rendered, type SamplesOf } from './rendered.ts';
import { burdenSamples } from './samples/burden.ts';
import { checkerSamples } from './samples/checkers.ts';
import { commonSamples } from './samples/common.ts';
import { daysOffSamples } from './samples/days-off.ts';
import { consentSamples } from './samples/consent.ts';
import { digestReplySamples } from './samples/digest-replies.ts';
import { digestSamples } from './samples/digest.ts';
import { helpSamples } from './samples/help.ts';
import { decisionSamples } from './samples/decisions.ts';
import { reportSamples } from './samples/reports.ts';
import { sponsorSamples } from './samples/sponsor.ts';
import { upstairsSamples } from './samples/upstairs.ts';
import { ideaSamples } from './samples/ideas.ts';
import { holidaySamples } from './samples/holidays.ts';
import { coverSamples } from './samples/cover.ts';
import { meetingSamples } from './samples/meetings.ts';
import { linkSamples } from './samples/links.ts';
import { measureSamples } from './samples/measures.ts';
import { aloneSamples } from './samples/alone.ts';
import { roleSwapSamples } from './samples/role-swaps.ts';
import { loadSamples } from './samples/load.ts';
import { invitationSamples } from './samples/invitation.ts';
import { nudgeSamples } from './samples/nudge.ts';
import { peopleSamples } from './samples/people.ts';
import { promiseFormSamples } from './samples/promise-forms.ts';
import { promiseRefusalsSamples } from './samples/promise-refusals.ts';
import { agreementSamples } from './samples/agreement.ts';
import { proposalSamples } from './samples/proposals.ts';
import { promiseSamples } from './samples/promises.ts';
import { pulseSamples } from './samples/pulses.ts';
import { questionSamples } from './samples/questions.ts';
import { guestPageSamples } from './samples/guest-pages.ts';
import { guestSamples } from './samples/guests.ts';
import { readinessSamples } from './samples/readiness.ts';
import { rightsSamples } from './samples/rights.ts';
import { roleSamples } from './samples/roles.ts';
import { roundSamples } from './samples/rounds.ts';
import { ownNumberSamples, safetySamples, worrySamples } from './samples/safety.ts';
import { settingsSamples } from './samples/settings.ts';
import { speechSamples } from './samples/speech.ts';
import { stepSamples } from './samples/steps.ts';
import { teamsSamples } from './samples/teams.ts';
import { webSamples } from './samples/web.ts';

/** Every file of src/words/en by name, with a way to all its texts as people read them. */
export const families: Readonly<Record<string, () => readonly Rendered[]>> = {
  agreement: () => family('agreement', agreementWords, agreementSamples),
  proposals: () => family('proposals', proposalWords, proposalSamples),
  burden: () => family('burden', burdenWords, burdenSamples),
  commands: () => family('commands', commandWords, {}),
  common: () => family('common', commonWords, commonSamples),
  consent: () => family('consent', consentWords, consentSamples),
  'days-off': () => family('days-off', daysOffWords, daysOffSamples),
  digest: () => family('digest', digestWords, digestSamples),
  'digest-replies': () => family('digest-replies', digestReplyWords, digestReplySamples),
  help: () => family('help', helpWords, helpSamples),
  decisions: () => family('decisions', decisionWords, decisionSamples),
  reports: () => family('reports', reportWords, reportSamples),
  sponsor: () => family('sponsor', sponsorWords, sponsorSamples),
  upstairs: () => family('upstairs', upstairsWords, upstairsSamples),
  ideas: () => family('ideas', ideaWords, ideaSamples),
  holidays: () => family('holidays', holidayWords, holidaySamples),
  worry: () => [
    ...family('worry', worryWords, worrySamples),
    ...family('worry.own', ownNumbers, ownNumberSamples),
    ...family('worry.nations', nationNumbers, {}),
  ],
  readiness: () => family('readiness', readinessWords, readinessSamples),
  checkers: () => family('checkers', checkerWords, checkerSamples),
  safety: () => family('safety', safetyWords, safetySamples),
  cover: () => family('cover', coverWords, coverSamples),
  meetings: () => family('meetings', meetingWords, meetingSamples),
  links: () => [...family('links', linkWords, linkSamples), ...family('links.platforms', platformName, {})],
  people: () => family('people', peopleWords, peopleSamples),
  'promise-forms': () => [
    ...family('promise-forms', promiseFormWords, promiseFormSamples),
    ...family('promise-forms.reasons', couldNotReasons, {}),
  ],
  'promise-refusals': () => family('promise-refusals', promiseRefusals, promiseRefusalsSamples),
  promises: () => [
    ...family('promises', promiseWords, promiseSamples),
    ...family('promises.standing', standingWords, {}),
  ],
  questions: () => family('questions', questionWords, questionSamples),
  pulses: () => family('pulses', pulseWords, pulseSamples),
  invitation: () => family('invitation', invitationWords, invitationSamples),
  alone: () => family('alone', aloneWords, aloneSamples),
  'role-swaps': () => family('role-swaps', roleSwapWords, roleSwapSamples),
  load: () => family('load', loadWords, loadSamples),
  nudge: () => family('nudge', nudgeWords, nudgeSamples),
  measures: () => family('measures', measureWords, measureSamples),
  rehearsal: () => [...family('rehearsal', rehearsalWords, {}), ...family('rehearsal.script', willowScript, {})],
  'guest-pages': () => family('guest-pages', guestPageWords, guestPageSamples),
  guests: () => family('guests', guestWords, guestSamples),
  rights: () => family('rights', rightsWords, rightsSamples),
  roles: () => family('roles', roleWords, roleSamples),
  rounds: () => family('rounds', roundWords, roundSamples),
  settings: () => family('settings', settingsWords, settingsSamples),
  sides: everySide,
  slack: () => family('slack', slackWords, {}),
  speech: () => family('speech', speechWords, speechSamples),
  steps: () => family('steps', stepWords, stepSamples),
  teams: () => family('teams', teamsWords, teamsSamples),
  web: () => family('web', webWords, webSamples),
};

function family<Words>(name: string, words: Words, samples: SamplesOf<Words>): readonly Rendered[] {
  return rendered(name, words, samples);
}

function everySide(): readonly Rendered[] {
  const started: readonly Group[] = [
    { key: 'users' as GroupKey, name: 'People who use the service', side: 'using' },
    { key: 'carers' as GroupKey, name: 'Carers', side: 'using' },
    { key: 'staff' as GroupKey, name: 'Staff', side: 'running' },
    { key: 'funders' as GroupKey, name: 'Managers and funders', side: 'running' },
    { key: 'artists' as GroupKey, name: 'Artists', side: 'creative' },
  ];
  return started.map(({ side }) => ({ path: `sides.${side}`, text: whoIsOn(side, started) }));
}
