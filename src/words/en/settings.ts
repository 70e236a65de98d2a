import type { Huddle } from '../../domain/huddle.ts';
import type { QuietHours } from '../../domain/person.ts';
import type { Schedule } from '../../domain/schedule.ts';
import type { LocalTime, Weekday, Zone } from '../../domain/time.ts';
import { dayName, joinNames, time12 } from '../dates.ts';

/** Setting up, and all that can be set afterwards. */
export const settingsWords = {
  setupTitle: 'Set up a huddle',
  setupIntro: '6 short questions. You can change all of this later.',
  setupName: 'What is the huddle called?',
  setupNameHint: 'Such as: Willow',
  setupPeople: 'Who is in it?',
  setupPeopleHint: 'Each gets a private note, and can say no. You can add more people later.',
  setupWhen: 'When shall I ask the question?',
  setupWhenHint: 'Such as: Mondays at 10am. Or: every other Tuesday at 2pm',
  setupSecond: 'Who is the second coordinator?',
  setupSecondHint: 'It works best when one of you uses the service, or is a carer.',
  setupZone: 'Which time zone?',
  setupZoneHint: 'Such as: Europe/London',
  setupNext: 'Show me the times',
  cancel: 'Cancel',
  setupNeeds: (what: readonly string[]) => `To start, I still need ${joinNames(what)}. Here is a line that works:`,
  needsName: 'a name',
  needsWhen: 'the day and time of the question',
  setupExample: 'setup Willow, check-in Mondays at 10am',
  setupCarryOn: 'Fill in the rest',
  setupPlace: 'A huddle needs a channel. Please type this in the channel where your group meets:',
  setupSure: (huddle: string) => `Shall I start ${huddle} like this?`,
  setupYes: 'Yes, start',
  changeLabel: 'Change',
  setUp: (huddle: string) => `${huddle} is set up. You are a coordinator.`,
  setUpNext: 'You get the same private note as everyone. Please read it and choose.',
  questionComes: (when: string) => `The question comes ${when}.`,
  nextTimes: 'The next 3 times are:',
  digestComes: (when: string, first: string) => `"We said, we did" comes ${when}. The first time is ${first}.`,
  zoneLine: (zone: Zone) => `All times are for ${zone}.`,
  changeTimes: 'Change the times',
  settingsLabel: 'Settings',

  every: (days: readonly Weekday[], time: LocalTime) => `every ${joinNames(days.map(dayName))} at ${time12(time)}`,
  everyOther: (days: readonly Weekday[], time: LocalTime) =>
    `every other ${joinNames(days.map(dayName))} at ${time12(time)}`,
  everyWeeks: (days: readonly Weekday[], time: LocalTime, weeks: number) =>
    `every ${String(weeks)} weeks on ${joinNames(days.map(dayName))} at ${time12(time)}`,
  onDay: (day: Weekday, time: LocalTime) => `on ${dayName(day)}s at ${time12(time)}`,
  quietSpan: (from: LocalTime, to: LocalTime) => `${time12(from)} to ${time12(to)}`,
  quietNone: 'none',

  title: (huddle: string) => `Settings of ${huddle}`,
  how: 'To change one, type it with its new words. Such as: settings digest Tuesdays at 9am.',
  examples: [
    'settings purpose better food on the ward',
    'settings quiet 8pm to 8am',
    'settings zone Europe/London',
    'settings name Willow',
    'settings add group Young people with carers',
    'settings rename group Staff to Ward staff',
    'settings drop group Artists',
    'settings group lines on',
    'settings listening on',
    'settings holidays Scotland',
    'settings answers together on',
    'settings private numbers by group on',
    'schedule every other Tuesday at 2pm',
  ],
  name: 'Name',
  purpose: 'Purpose',
  purposeNone: 'none yet',
  question: 'Question',
  digest: 'We said, we did',
  quiet: 'Quiet hours',
  zone: 'Time zone',
  groups: 'Groups',
  groupLines: 'Lines by group',
  groupLinesAre: {
    later: 'from week 4',
    on: 'on',
    off: 'off',
  },
  listening: 'What I count',
  listeningIs: {
    on: 'all talk here, and no words of it',
    off: 'answers, and replies in my threads',
  },
  together: 'Answers',
  togetherIs: {
    always: 'wait, and are shown together',
    next: 'wait the next time, and are shown together',
    off: 'shown as they come',
  },
  pulseSides: 'Numbers of private questions',
  pulseSidesAre: {
    on: 'for each group too, where 5 or more answer in every group',
    off: 'for all of us as one',
  },
  notSet: 'not set',
  unread: 'I do not know that setting. Here is what you can set.',
  unchanged: 'That is how it was already. Nothing has changed.',
  savedName: (huddle: string) => `Saved. This huddle is now called ${huddle}.`,
  savedPurpose: (purpose: string) => `Saved. The purpose is: ${purpose}`,
  savedNoPurpose: 'Saved. There is no purpose line now.',
  savedDigest: (when: string, first: string) => `Saved. "We said, we did" comes ${when}. The next one is ${first}.`,
  savedQuiet: (span: string) => `Saved. Quiet hours: ${span}. I send nothing then.`,
  savedZone: (zone: Zone) => `Saved. All times are for ${zone} now.`,
  savedGroups: (groups: readonly string[]) => `Saved. The groups are: ${groups.join('; ')}.`,
  savedGroupLines: {
    later: 'Saved. Turns by group are shown from week 4.',
    on: 'Saved. Turns by group are shown from now on, where no one is given away.',
    off: 'Saved. Turns by group are not shown.',
  },
  savedListening: {
    on: 'Saved. I count all talk from now on, and keep none of the words. I have told everyone.',
    off: 'Saved. I count only answers, and replies in my threads. I have told everyone.',
  },
  savedTogether: {
    always: 'Saved. Answers wait until a question closes. Then we show them all at once, so no one goes first.',
    next: 'Saved. The next time answers wait, and we show them all at once. So no one goes first.',
    off: 'Saved. Answers to all are shown as they come.',
  },
  savedPulseSides: {
    on: 'Saved. Each group gets its own number in private questions, if 5 or more answer in every group.',
    off: 'Saved. Private questions get one number for all of us.',
  },
  savedSchedule: (when: string) => `Saved. The question comes ${when}.`,
  scheduleIs: (when: string) => `The question comes ${when}.`,
  scheduleHow: 'To change it, type: schedule every other Tuesday at 2pm.',
  scheduleSure: 'Shall I save it like this?',
  scheduleYes: 'Yes, save',

  changeTitle: 'Change a setting',
  scheduleTitle: 'When to ask',
  newWords: {
    name: 'What shall the huddle be called?',
    purpose: 'What is the huddle for? One line is enough.',
    digest: 'When shall "we said, we did" come?',
    quiet: 'When shall I be quiet?',
    zone: 'Which time zone?',
    'group-lines': 'Show turns by group: on, off, or later?',
    listening: 'Count all talk in the channel: on or off?',
    together: 'Show answers all at once: on, off, or next time?',
    'private-sides': 'Numbers of private questions by group: on or off?',
    'add-group': 'What is the new group called?',
    'rename-group': 'Which group, and its new name?',
    'drop-group': 'Which group shall go?',
    schedule: 'When shall I ask the question?',
  },
  hints: {
    name: 'Such as: Willow',
    purpose: 'Such as: better food on the ward',
    digest: 'Such as: Tuesdays at 9am',
    quiet: 'Such as: 8pm to 8am',
    zone: 'Such as: Europe/London',
    'group-lines': 'Such as: on',
    listening: 'Such as: off',
    holidays: 'Such as: settings holidays Scotland',
    together: 'Such as: on',
    'private-sides': 'Such as: off',
    'add-group': 'Such as: Young people',
    'rename-group': 'Such as: Staff to Ward staff',
    'drop-group': 'Such as: Artists',
    schedule: 'Such as: every other Tuesday at 2pm',
  },
  sideAsk: 'Whom do they sit with?',
  newSide: {
    using: 'People who use the service, and carers',
    running: 'Staff and managers',
    creative: 'Artists',
  },
  save: 'Save',
  addGroup: 'Add a group',
  changePurpose: 'Change the purpose',

  me: (name: string, huddle: string) => `${name}, here is how you are set in ${huddle}. Only you can see this.`,
  myName: 'Your name here',
  myGroup: 'Your group',
  myGroupNone: 'not picked yet',
  myGroupTwo: (group: string, also: string) => `${group}. You noted ${also} too.`,
  myCount: 'Your answers',
  myCountYes: 'counted',
  myCountNo: 'not counted',
  myBreak: 'Break',
  myBreakYes: 'you are paused',
  myQuiet: 'Your quiet hours',
  myZone: 'Your time zone',
  asHuddle: (value: string) => `${value}, as the huddle has it`,
  meHow: 'To change one, type it like this: me quiet 9pm to 7am.',
  savedMyName: (name: string) => `Saved. I call you ${name} from now on, in each huddle you are in.`,
  savedMyQuiet: (span: string) => `Saved. I send you nothing from ${span}.`,
  savedMyQuietNone: 'Saved. You have no quiet hours now, so a note can come at any time.',
  savedAsHuddle: "Saved. The huddle's own setting holds for you now.",
  savedMyZone: (zone: Zone) => `Saved. Your time zone is ${zone}.`,
  myWords: {
    name: 'What shall I call you?',
    quiet: 'When shall I send you nothing?',
    zone: 'Which time zone are you in?',
    group: 'Which group is yours?',
  },
  myHints: {
    name: 'Such as: Sam',
    quiet: 'Such as: 9pm to 7am',
    zone: 'Such as: Europe/London',
    group: 'Such as: Staff. Or 2 groups: Staff and Carers',
  },
  myTitle: 'My settings',
  changeName: 'Change my name',
  changeQuiet: 'Change my quiet hours',
  changeGroup: 'Change my group',

  refusals: {
    'huddle-exists': (huddle: string) => `This channel has a huddle already: ${huddle}. To change it, type: settings.`,
    'needs-words': () => 'Some words are missing. Please type a name.',
    'too-long': (longest: string, is: string) => `That is ${is} letters long. Please use ${longest} or fewer.`,
    'no-such-zone': (zone: string) => `I do not know the time zone ${zone}. Type it like this: Europe/London.`,
    'digest-is-quiet': (time: string, from: string, to: string) =>
      `${time} is in the quiet hours, ${from} to ${to}. Please pick a time outside them.`,
    'time-is-quiet': (time: string, from: string, to: string) =>
      `${time} is in the quiet hours, ${from} to ${to}. Please pick a time outside them.`,
    'too-many-groups': (most: string) => `A huddle can have up to ${most} groups. You can rename one instead.`,
    'group-exists': (group: string) => `There is a group called ${group} already.`,
    'no-such-group': (group: string) => `There is no group called ${group}. Type settings to see them all.`,
    'group-in-use': (group: string) => `Someone has picked ${group}, so it has to stay. You can rename it instead.`,
    'needs-using-group': () => 'One group has to be there for people who use the service, or for carers.',
    'needs-side': () => 'Please say whom they sit with, such as: settings add group Young people with carers.',
    'no-days': () => 'Please name a day. Type it like this: Mondays at 10am.',
    'no-time': () => 'Please say the time too. Type it like this: Mondays at 10am.',
    'two-times': () => 'I can ask at one time of day. Type it like this: Mondays and Thursdays at 10am.',
    'not-weekly': () => 'I ask by the week. Type it like this: every 4 weeks on Monday at 10am.',
    'too-many-days': (keep: string) =>
      `Up to 3 questions a week, so that no one gets tired of them. You could keep ${keep}.`,
    'weeks-out-of-range': (most: string) => `It can come every week, or up to every ${most} weeks.`,
    'when-unread': () => 'I did not get the day and time. Type it like this: every Monday at 10am.',
    'digest-unread': () => 'I did not get the day and time. Type it like this: Tuesdays at 9am.',
    'quiet-unread': () => 'I did not get the times. Type it like this: 8pm to 8am.',
    'lines-unread': () => 'Please say on, off or later.',
    'listening-unread': () => 'Please say on or off. Type it like this: settings listening on.',
    'holidays-unread': () => 'Please say where, or none. Type it like this: settings holidays Scotland.',
    'together-unread': () => 'Please say on, off or next. Type it like this: settings answers together on.',
    'sides-unread': () => 'Please say on or off. Type it like this: settings private numbers by group on.',
    'rename-unread': () => 'Please say both names. Type it like this: settings rename group Staff to Ward staff.',
  },
} as const;

/** "every Monday at 10am", "every other Tuesday at 2pm". */
export function scheduleInWords({ days, time, everyWeeks }: Schedule): string {
  if (everyWeeks === 1) return settingsWords.every(days, time);
  if (everyWeeks === 2) return settingsWords.everyOther(days, time);
  return settingsWords.everyWeeks(days, time, everyWeeks);
}

/** "on Tuesdays at 9am". */
export function digestInWords({ weekday, time }: Huddle['digest']): string {
  return settingsWords.onDay(weekday, time);
}

/** "8pm to 8am", or "none". */
export function quietInWords({ from, to }: QuietHours): string {
  return from === to ? settingsWords.quietNone : settingsWords.quietSpan(from, to);
}
