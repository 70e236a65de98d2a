import { helpTopics } from '../../src/commands/help.ts';
import { topics } from '../../src/commands/registry.ts';
import type { Answer, SeenBy } from '../../src/domain/round.ts';
import { weekFrom } from '../../src/domain/time.ts';
import { digestMessage } from '../../src/messages/digest.ts';
import {
  digestPosted,
  digestPostedAlready,
  digestPreview,
  digestTooSoon,
  sayWhatIsWrong,
} from '../../src/messages/digest-replies.ts';
import type { Document, Form } from '../../src/messages/document.ts';
import { entrustedMessage, noEntrusted } from '../../src/messages/entrusted.ts';
import { helpMessage, helpPage, homeMessage, noHuddle, whichHuddle } from '../../src/messages/help.ts';
import {
  alsoIn,
  confirmLink,
  connectCode,
  linkCode,
  linkedMessage,
  notThere,
  placeGoodbye,
  placeHello,
  placeRefused,
  reachedMessage,
  reachWhere,
  unlinkedMessage,
} from '../../src/messages/links.ts';
import { notDelivered } from '../../src/messages/not-delivered.ts';
import { daysOffForm } from '../../src/messages/days-off.ts';
import { daysOff, daysOffSamples } from './sample-days-off.ts';
import { renewalMessage } from '../../src/messages/consent.ts';
import { countQuestion, groupQuestion, noticeMessage, welcomeMessage } from '../../src/messages/notice.ts';
import { whoMessage } from '../../src/messages/participation.ts';
import {
  appointedNote,
  asksToJoin,
  channelHello,
  inviteForm,
  inviteLines,
  newcomerHello,
  newsMessage,
  peopleList,
  stopMessage,
  usingSideFewMessage,
} from '../../src/messages/people.ts';
import {
  backMessage,
  directHello,
  listeningMessage,
  noPlaceNow,
  openHello,
  placeClosedMessage,
} from '../../src/messages/places.ts';
import { waitingPromise } from '../../src/messages/promises.ts';
import {
  closedMessage,
  ownPromptMessage,
  promptMessage,
  remindMessage,
  revealedMessage,
  shownAnswer,
} from '../../src/messages/prompt.ts';
import {
  answerForm,
  answerHint,
  answerPrivately,
  answerSaved,
  askedNow,
  askHint,
  laterSaved,
  longAnswer,
  noOpenQuestion,
  notAnAnswer,
  offerAnswer,
  pickAnOption,
  skipSaved,
} from '../../src/messages/replies-rounds.ts';
import { roleNews, roleOffer, rolesMessage } from '../../src/messages/roles.ts';
import { promptLibrary } from '../../src/words/library.ts';
import {
  now,
  person,
  people,
  sampleDigest,
  sampleHuddle,
  sampleMembers,
  sampleNames,
  samplePromise,
  samplePromiseFacts,
  samplePromises,
  sampleRoles,
  sampleRound,
  type Written,
} from './sample-facts.ts';
import { aboutReports } from './sample-reports.ts';
import { aboutSponsor, sponsorForms } from './sample-sponsor.ts';
import { aboutUpstairs, upstairsFormSamples } from './sample-upstairs.ts';
import { aboutDecisions, decisionFormSamples, toldDecisions } from './sample-decisions.ts';
import { aboutIdeas, ideaForms } from './sample-ideas.ts';
import { aboutQuestions, questionForms } from './sample-questions.ts';
import { promptOf } from '../../src/domain/prompts.ts';
import { loadNote } from '../../src/messages/load.ts';
import { aboutAlone } from './sample-alone.ts';
import { aboutBalance } from './sample-balance.ts';
import { aboutCover, coverForm } from './sample-cover.ts';
import { aboutMeetings, meetingForms } from './sample-meetings.ts';
import { aboutPromises, promiseQuestions } from './sample-promises.ts';
import { aboutGuests } from './sample-guests.ts';
import { aboutPulses } from './sample-pulses.ts';
import { aboutProposals, proposalForms } from './sample-proposals.ts';
import { aboutRights } from './sample-rights.ts';
import { aboutReadiness, readinessForms } from './sample-readiness.ts';
import { aboutCheckers, checkerForms } from './sample-checkers.ts';
import { aboutSafety, safetyForms } from './sample-safety.ts';
import { aboutSteps } from './sample-steps.ts';
import { aboutSettings, settingForms } from './sample-settings.ts';

export type { Written };
type Documents = Readonly<Record<string, Document | null>>;

/** Every kind of message, as it is when people have written this. A new message is added here. */
export function sampleDocuments(written: Written): Readonly<Record<string, Document>> {
  const all = {
    ...aboutPeople(written),
    ...aboutLinks(written),
    ...aboutRounds(written),
    ...aboutPromises(written),
    ...aboutProposals(written),
    ...aboutIdeas(written),
    ...aboutMeetings(written),
    ...aboutQuestions(written),
    ...aboutDecisions(written),
    ...aboutUpstairs(written),
    ...aboutSteps(written),
    ...aboutReports(written),
    ...aboutSponsor(written),
    ...aboutCover(written),
    ...aboutRoles(written),
    ...aboutGuests(written),
    ...aboutPulses(written),
    ...aboutRights(written),
    ...aboutSettings(written),
    ...aboutSafety(written),
    ...aboutReadiness(written),
    ...aboutBalance(written),
    ...digests(written),
    ...help(written),
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, Document] => entry[1] !== null));
}

/** Every form, in the same way. */
export function sampleForms(written: Written): Readonly<Record<string, Form>> {
  const { huddle, words } = common(written);
  const forms = Object.entries(promiseQuestions(written)).map(([name, { form }]) => [name, form] as const);
  const answers = promptLibrary.map((prompt) => {
    const round = sampleRound(promptOf(prompt));
    return [`answer ${prompt.id}`, answerForm(round, { ...readers(written), seenBy: null, text: words })] as const;
  });
  return {
    ...settingForms(written),
    ...proposalForms(written),
    ...ideaForms(written),
    ...questionForms(written),
    ...decisionFormSamples(written),
    ...upstairsFormSamples(written),
    ...sponsorForms(written),
    ...safetyForms(written),
    ...meetingForms(written),
    ...readinessForms(written),
    ...checkerForms(written),
    ...coverForm(written),
    invite: inviteForm(huddle),
    'days off': daysOffForm(huddle, daysOff),
    ...Object.fromEntries(forms),
    ...Object.fromEntries(answers),
  };
}

function common(written: Written) {
  return { huddle: sampleHuddle(written), names: sampleNames(written), ...written };
}

function readers(written: Written) {
  return { coordinators: [written.name, written.name], huddle: sampleHuddle(written) };
}

function aboutPeople(written: Written): Documents {
  const { huddle, name, names } = common(written);
  const listening = { ...huddle, listening: true };
  const [member] = sampleMembers;
  const outcome = { invited: [name, name], already: [name], unknown: [name], unclear: [name], people: 13 };
  return {
    notice: noticeMessage({ huddle, name, setUpBy: name, coordinator: true }),
    'notice to whoever set up': noticeMessage({ huddle, name, setUpBy: null, coordinator: false }),
    'to be counted': countQuestion(huddle, []),
    'which group': groupQuestion(huddle, []),
    welcome: member === undefined ? null : welcomeMessage(huddle, member, { news: [] }),
    stop: stopMessage(huddle),
    people: peopleList(huddle, sampleMembers, names),
    invited: newsMessage(huddle, inviteLines(huddle, outcome)),
    'asks to join': asksToJoin(huddle, { id: person('sam'), name }),
    'few who use the service': usingSideFewMessage(huddle, { using: 2, of: 9 }),
    hello: channelHello(huddle, {
      setUpBy: name,
      question: 'every other Monday at 10:30am',
      digest: 'every Wednesday at 10:30am',
    }),
    newcomer: newcomerHello(huddle),
    'notice where all talk counts': noticeMessage({ huddle: listening, name, setUpBy: name }),
    'hello where all talk counts': channelHello(listening, {
      setUpBy: name,
      question: 'every other Monday at 10:30am',
      digest: 'every Wednesday at 10:30am',
    }),
    'let in': openHello(),
    'let into a chat': directHello(),
    'back again': backMessage(huddle),
    'no place left': placeClosedMessage(huddle),
    'no place to post in': noPlaceNow(huddle),
    'all talk counts': listeningMessage(listening),
    'other talk counts no more': listeningMessage(huddle),
    'asked again, with news':
      member === undefined
        ? null
        : renewalMessage(listening, member, { name, renewal: { since: now, news: ['listening'] } }),
    'asked again after half a year':
      member === undefined ? null : renewalMessage(huddle, member, { name, renewal: { since: now, news: [] } }),
    ...daysOffSamples(huddle),
    'coordinator too': appointedNote(huddle),
    'not delivered to a place': notDelivered(huddle, 'place'),
    'not delivered to a person': notDelivered(huddle, 'person'),
    who: whoMessage({ turns: 30, week: weekFrom('2027-03-01', huddle.zone) }),
    'who, not counted': whoMessage({ turns: null, week: weekFrom('2027-03-01', huddle.zone) }),
  };
}

function aboutLinks(written: Written): Documents {
  const { huddle, name } = common(written);
  const code = 'K7QM4RTP';
  const account = { workspace: 'T1', user: 'U1' };
  const chats = {
    person: { id: person('amina'), name, zone: null, quiet: null, reachOn: 'teams' as const },
    accounts: [
      { ...account, platform: 'slack' as const },
      { ...account, platform: 'teams' as const },
      { ...account, platform: 'web' as const },
    ],
  };
  return {
    'link code': linkCode(code),
    'link, is it you': confirmLink({ code, name, platform: 'web' }),
    'link, is it you, nobody known': confirmLink({ code, name: null, platform: 'teams' }),
    linked: linkedMessage(chats, { merged: true }),
    unlinked: unlinkedMessage(),
    reached: reachedMessage(chats, 'web'),
    'reach where': reachWhere(chats),
    'reach, not there': notThere('web'),
    'connect code': connectCode(huddle, code),
    'place hello': placeHello(huddle),
    'also in': alsoIn(huddle, 'web'),
    'place goodbye': placeGoodbye(huddle),
    'place taken': placeRefused({ refused: 'place-taken', details: { huddle: name } }, huddle.name),
  };
}

function aboutRounds(written: Written): Documents {
  const { huddle, name, words } = common(written);
  const open = sampleRound({ text: words });
  const held = sampleRound({ text: words, reach: 'held' });
  const choice = sampleRound({ text: words, kind: 'choice', options: ['Yes', 'Part of it', 'Not yet'] });
  const closed = sampleRound({ text: words }, { status: 'closed', heard: { people: 8, of: 9 } });
  const given = { huddle, now, promises: [] };
  const answer = (seenBy: SeenBy, late = false): Answer => ({
    text: words,
    option: null,
    seenBy,
    at: now,
    late,
    message: null,
  });
  return {
    ...fromLibrary(written),
    'open question': promptMessage(open, { ...given, promises: [words, words] }),
    'question of a coordinator': promptMessage({ ...open, askedBy: person('priya') }, given),
    'question to choose from': promptMessage(choice, given),
    'closed question': promptMessage(closed, given),
    'own view, answered': ownPromptMessage(open, 'answered', given),
    'own view, skipped': ownPromptMessage(held, 'skipped', given),
    'own view, later': ownPromptMessage(choice, 'later', given),
    'own view, closed': ownPromptMessage(closed, 'answered', given),
    'asked again': remindMessage(open, { huddle }),
    'round closed': closedMessage(closed, { huddle }),
    revealed: revealedMessage(closed, [
      { name, text: words },
      { name: null, text: words },
    ]),
    'an answer': shownAnswer({ name, text: words, late: true }, open),
    ...aboutAlone(written),
    'load check': loadNote(
      huddle,
      [1, 2, 3, 4, 5].map((number) => samplePromise(number, words)),
    ),
    'answers for coordinators': entrustedMessage({
      huddle,
      round: closed,
      answers: [
        { name, text: words, late: false },
        { name, text: words, late: true },
      ],
      readers: [name, name],
      part: 1,
      before: open,
    }),
    'no answers for coordinators': noEntrusted(),
    'how to answer': answerHint(open),
    'how to pick an answer': answerHint(choice),
    'answer in private': answerPrivately(held),
    'is this your answer': offerAnswer(open, words, readers(written)),
    'no open question': noOpenQuestion(words),
    'the last question is closed': noOpenQuestion(words, held),
    'no answer': notAnAnswer(),
    'a long answer': longAnswer(open, words),
    'too long an answer': longAnswer(open, words.repeat(200)),
    'pick one': pickAnOption(choice, words),
    skipped: skipSaved(),
    later: laterSaved('2027-09-29T21:30:00.000Z', huddle.zone),
    'how to ask': askHint(),
    asked: askedNow(null, { huddle, isPrivate: false }),
    'asked in private': askedNow(null, { huddle, isPrivate: true }),
    'asked in quiet hours': askedNow('2027-09-29T21:30:00.000Z', { huddle, isPrivate: false }),
    'answer saved, for all': answerSaved(open, answer('named'), readers(written)),
    'answer saved, no name': answerSaved(open, answer('unnamed'), readers(written)),
    'answer saved, for coordinators': answerSaved(open, answer('coordinators'), readers(written)),
    'answer saved, for no one': answerSaved(open, answer('none'), readers(written)),
    'answer saved, held': answerSaved(held, answer('named'), readers(written)),
    'answer saved, late': answerSaved(closed, answer('named', true), readers(written)),
  };
}

/** Each question as it will stand in the channel; the private ones have no such message. */
function fromLibrary(written: Written): Documents {
  const huddle = sampleHuddle(written);
  const asked = promptLibrary.filter(({ reach }) => reach !== 'private');
  return Object.fromEntries(
    asked.map((prompt) => [
      `question ${prompt.id}`,
      promptMessage(sampleRound(promptOf(prompt)), { huddle, now, promises: [] }),
    ]),
  );
}

function aboutRoles(written: Written): Documents {
  const { huddle, names } = common(written);
  const roles = sampleRoles(written);
  const facts = { huddle, roles, members: sampleMembers, names, viewer: person('ruth'), present: new Set(people) };
  const about = roles.flatMap((role) => [
    [`role news ${role.key}`, roleNews(role, facts)] as const,
    [`role offer ${role.key}`, roleOffer(role, facts)] as const,
  ]);
  return { roles: rolesMessage(facts), ...Object.fromEntries<Document | null>(about) };
}

function digests(written: Written): Documents {
  const { huddle, names } = common(written);
  const given = { huddle, names, promises: samplePromises(written), roles: sampleRoles(written) };
  const { decisions, lines } = toldDecisions(written);
  const messages = digestMessage({ ...sampleDigest(written), decisions: lines }, { ...given, decisions });
  const { channel, threads } = messages;
  return {
    'digest preview': digestPreview(messages, { huddle, posting: 'may' }),
    'digest posted': digestPosted(),
    'digest posted already': digestPostedAlready(huddle),
    'digest too soon': digestTooSoon(huddle),
    ...aboutCheckers(written, messages),
    'something is wrong': sayWhatIsWrong([written.name, written.name]),
    digest: channel,
    'digest proof': threads.proof,
    'digest heard': threads.heard,
    'digest roles': threads.roles,
  };
}

function help(written: Written): Documents {
  const { huddle, words } = common(written);
  const viewer = { coordinator: true, huddle };
  const parts = helpTopics.map((topic) => ({
    topic,
    lines: topics[topic].map(({ example, about, who }) => ({ example, about, forCoordinators: who === 'coordinator' })),
  }));
  const facts = samplePromiseFacts(written);
  const waiting = samplePromises(written).flatMap((promise) => waitingPromise(promise, facts, person('amina')) ?? []);
  return {
    help: helpMessage(viewer),
    'help with all': helpPage(parts, viewer),
    'help with promises': helpPage(
      parts.filter(({ topic }) => topic === 'promises'),
      viewer,
    ),
    home: homeMessage({ huddle, waiting, also: [], yourPromises: [words] }),
    'home, nothing waits': homeMessage({ huddle, waiting: [], also: [], yourPromises: [] }),
    'which huddle': whichHuddle([huddle, huddle], words),
    'no huddle': noHuddle(),
  };
}
