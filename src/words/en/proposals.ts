import type { About } from '../../domain/proposal-change.ts';

/** What a change is about, to stand after "about". */
const about: Readonly<Record<About, string>> = {
  purpose: 'our purpose',
  values: 'our values',
  goals: 'our goals',
  rules: 'whose rules count when',
  dates: 'our dates',
  money: 'money',
  review: 'how we look back',
  schedule: 'when the question comes',
  'new-role': 'a new role',
  'rename-role': 'the name of a role',
  'end-role': 'the end of a role',
  'hand-role': 'who does a role',
  report: 'a report for people outside',
};

const n = String;

/** A suggested change, from the first word to its end. `number` is its own; `what` says what it is about. */
export const proposalWords = {
  about,

  /* In the place, for everyone, and on its own page. */
  suggests: (number: number, what: string) => `A change is suggested, number ${n(number)}. It is about ${what}.`,
  otherWords: (from: number) => `It takes the place of number ${n(from)}. Each side is asked again.`,
  setAtOnce: (number: number, what: string) => `A coordinator has changed this: ${what}. It has number ${n(number)}.`,
  holds: 'It holds now, but it is not agreed yet.',
  now: 'Now:',
  nothingYet: 'Now: nothing is written down yet.',
  then: 'New:',
  newRole: (role: string) => `There would be a new role: ${role}.`,
  renameRole: (role: string, name: string) => `The role called ${role} would be called ${name}.`,
  endRole: (role: string) => `The role called ${role} would end.`,
  handRole: (role: string, name: string) => `${name} would do this role: ${role}.`,
  times: (when: string) => `The question would come ${when}.`,
  timesNow: (when: string) => `It comes ${when} now.`,
  stays: 'Nothing changes until each side says yes.',
  missing: 'A yes is still missing from:',
  needs: 'It needs a yes from:',
  allSaid: 'Each side has said yes.',
  anotherSide: 'Someone from another group',
  receiver: 'Whoever would do the role',
  yesBut: 'A yes, but:',
  noBecause: 'A no, because:',
  noOfGone: 'Someone who has left said no.',
  held: 'While there is a no, nothing changes. Can you find words that work for all? Press Change the words.',
  stuck: {
    'role-gone': 'It cannot be done now: there is no such role any more.',
    'role-there': 'It cannot be done now: there is a role of that name already.',
    'person-gone': 'It cannot be done now: they are not in this huddle any more.',
    'holds-it': 'It cannot be done now: they do that role already.',
    times: 'It cannot be done now: these times do not fit our settings.',
  },
  stuckNext: 'It stays open. Press Change the words.',
  agreed: (number: number, what: string) => `We changed it together, number ${n(number)}: ${what}.`,
  agreedInPlace: (number: number, what: string) => `Now agreed by each side, number ${n(number)}: ${what}.`,
  amended: (number: number, into: number) => `Number ${n(number)} has other words now. It is number ${n(into)}.`,
  withdrawn: (number: number) => `Number ${n(number)} was taken back. Nothing has changed.`,
  timedOut: (number: number) =>
    `Number ${n(number)} was open for 21 days, and a yes was missing. Nothing has changed. You can suggest it again.`,
  timedOutInPlace: (number: number) =>
    `Number ${n(number)} was open for 21 days, and a yes was missing. It holds, but it is not agreed.`,

  /* News, so that nobody misses it. */
  newsNo: (number: number) => `There is a no to suggested change ${n(number)}. Nothing changes for now.`,
  newsNoNext: 'Can you find words that work for all?',
  newsStuck: (number: number) => `Each side said yes to number ${n(number)}, but it cannot be done now.`,

  /* To one person alone. */
  remind: (number: number, what: string) =>
    `Suggested change ${n(number)} is 5 days old. It is about ${what}. It still needs a yes or a no.`,
  remindAsk: 'What do you say? I ask only this once. You do not have to answer.',
  receives: (number: number, role: string) =>
    `Someone suggests that you do this role: ${role}. It is number ${n(number)}.`,
  receivesFree: 'It needs your own yes. You can say no.',
  someoneSaidNo: (number: number) => `There is a no to your suggested change ${n(number)}. The reason:`,
  yoursTimedOut: (number: number) => `Your suggested change ${n(number)} was open for 21 days. It has ended.`,
  settled: (number: number) => `Suggested change ${n(number)} is settled. Nothing is asked of you.`,

  /* What the person who acts is told. */
  saved: (number: number) => `Saved as suggested change ${n(number)}. I have told everyone here, without your name.`,
  savedInPlace: (number: number) => `Saved. It holds now. I ask the other sides for their yes to number ${n(number)}.`,
  yesCounted: (number: number) => `Saved. Your yes to number ${n(number)} counts.`,
  yesToo: (number: number) => `Saved. Thank you for your yes to number ${n(number)}.`,
  noCounted: (number: number) => `Saved. Number ${n(number)} waits now. To take your no back, say yes to it.`,
  done: (number: number) => `Saved. With your yes, number ${n(number)} is agreed. We changed it together.`,
  doneInPlace: (number: number) => `Saved. With your yes, number ${n(number)} is agreed by each side.`,
  newWords: (from: number, number: number) =>
    `Saved. Number ${n(from)} is now number ${n(number)}. Each side is asked again.`,
  takenBack: (number: number) => `Taken back. Number ${n(number)} is not asked any more.`,
  fewValues: 'Most groups find that 3 to 7 values are easy to keep in mind. You can still change them.',

  /* Asking. */
  what: 'What would you like to change?',
  whatWords: 'The new words',
  form: {
    title: 'Suggest a change',
    intro: 'Nothing changes until each side says yes. Your name is not shown.',
    hint: 'Values: a line for each. Times: Fridays at 2pm. Hand on a role: notes to Dev. New name: notes to minutes.',
    submit: 'Suggest it',
    cancel: 'Cancel',
    type: 'Type it like this:',
    examples: [
      'suggest purpose: a day room that works for all of us',
      'suggest values: be kind; be on time; say what is true',
      'suggest check-in Fridays at 2pm',
      'suggest hand notes to Dev',
    ],
    pick: {
      purpose: 'Our purpose',
      values: 'Our values',
      goals: 'Our goals',
      rules: 'Whose rules count when',
      dates: 'Our dates',
      money: 'Money',
      review: 'How we look back',
      schedule: 'When the question comes',
      'hand-role': 'Who does a role',
      'new-role': 'Add a role',
      'rename-role': 'Give a role another name',
      'end-role': 'End a role',
    } satisfies Readonly<Record<Exclude<About, 'report'>, string>>,
  },
  yesButForm: {
    title: 'Yes, but…',
    label: 'What worries you?',
    hint: 'Your yes counts. Everyone sees your words, but not your name. People may guess.',
    submit: 'Say yes',
    type: (number: number) => `Type it like this: yes ${n(number)} but please not before lunch.`,
  },
  noForm: {
    title: 'No, because…',
    label: 'Why not?',
    hint: 'Everyone sees your reason, but not your name. People may guess.',
    submit: 'Say no',
    type: (number: number) => `Type it like this: no ${n(number)} because 6pm is too late for me.`,
  },
  changeForm: {
    title: 'Change the words',
    label: 'The new words',
    intro: 'It gets a new number, and each side is asked again.',
    submit: 'Suggest them',
    type: (number: number) => `Type it like this: change ${n(number)} to your new words.`,
  },

  list: {
    title: (huddle: string) => `${huddle}: suggested changes`,
    none: 'No suggested change is open now.',
    line: (number: number, what: string) => `${n(number)}. About ${what}.`,
    how: 'To suggest one, type suggest and then what. Such as: suggest check-in Fridays at 2pm.',
  },
  waitsForYou: (number: number, what: string) =>
    `Suggested change ${n(number)} waits for your yes or no. It is about ${what}.`,
  notAgreed: (what: string, sides: string) => `Changed, not yet agreed: ${what}. A yes is missing from: ${sides}.`,

  digest: {
    title: 'Changes',
    before: (words: string) => `Before: ${words}.`,
    after: (words: string) => `New: ${words}.`,
    notAgreedBy: (sides: string) => `Not yet agreed by: ${sides}.`,
  },

  labels: {
    yes: 'Yes',
    yesBut: 'Yes, but…',
    no: 'No, because…',
    change: 'Change the words',
    withdraw: 'Take it back',
    show: 'See it',
    suggest: 'Suggest a change',
    spoken: (label: string, number: number) => `${label}: suggested change ${n(number)}`,
  },

  refusals: {
    'not-a-member': () => 'Only people who take part here can do that.',
    'coordinators-only': () => 'Only those who run this huddle can set it at once. You can suggest it: type suggest.',
    'words-needed': () => 'I need the new words. Please type them too.',
    'words-too-long': (most: number) => `That is too long. Please use ${n(most)} letters or fewer.`,
    'as-it-is': () => 'That is how it is already. Nothing has changed.',
    'one-waits': (number: number) =>
      `Number ${n(number)} is about this already. To find other words, type: change ${n(number)} to your words.`,
    'no-such-number': (number: number) => `There is no suggested change ${n(number)}. Type suggestions to see all.`,
    'already-yes': (number: number) => `I have your yes to number ${n(number)} already. It waits for others.`,
    'reason-needed': (number: number) =>
      `Please say why. Type it like this: no ${n(number)} because 6pm is too late for me.`,
    'same-words': () => 'Those are the same words. Someone said no to them. Please try others.',
    'not-yours': (number: number) =>
      `Only whoever suggested number ${n(number)} can take it back. You can say no to it.`,
    'holds-already': (number: number) =>
      `Number ${n(number)} holds already. To change it, type: change ${n(number)} to your words.`,
    'other-kind': (number: number) => `Number ${n(number)} is about something else. Please suggest this by itself.`,
    'report-stays': (number: number) =>
      `The words of a report stay as they are. Take number ${n(number)} back, and make a new report instead.`,
    'role-gone': () => 'I do not know that role. Type roles to see them all.',
    'role-there': () => 'There is a role of that name already. Type roles to see them all.',
    'person-gone': () => 'They do not take part here. Check the name, or type @ and pick them.',
    'holds-it': () => 'They do that role already. Nothing has changed.',
    times: () => 'These times do not fit our settings. Please try others.',
    agreed: (number: number) => `Number ${n(number)} is agreed already. We changed it together.`,
    withdrawn: (number: number) => `Number ${n(number)} was taken back. You can suggest it again.`,
    'timed-out': (number: number) => `Number ${n(number)} has ended. You can suggest it again.`,
    amended: (number: number, into: number) =>
      `Number ${n(number)} has other words now. Please look at number ${n(into)}.`,
    isSuggested: (number: number) =>
      `Number ${n(number)} is a suggested change. It is no promise. You can say yes or no to it.`,
    isPromise: (number: number) =>
      `Number ${n(number)} is a promise, not a suggested change. Type: promise ${n(number)}.`,
    which: (numbers: string) => `Which one do you mean? These wait for you: ${numbers}. Please add the number.`,
    nothingToTakeBack: () => 'Say which one. Type it like this: withdraw 12.',
    roleUnread: () => 'Say the role and the new name or person. Such as: notes to Dev.',
    setHow: () => 'Say what and its new words. Such as: set money: we pay for all bus fares.',
  },
} as const;
