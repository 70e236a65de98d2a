import type { LocalDate } from '../../domain/time.ts';
import { dayAndDate, joinNames } from '../dates.ts';

/** A coordinator is away, and someone reads for them. Nobody is told why. */
export const coverWords = {
  away: (until: LocalDate) => `You are away until ${dayAndDate(until)}. On that day your notes come to you again.`,
  notAway: 'You are not away. To change that, type: away until 20 March, Ellis covers.',
  copy: 'You get a copy of each on that day.',
  rest: 'Some notes are only for those who run this huddle. They still come to you at once.',
  covers: (name: string) => `${name} reads notes about running this huddle until then.`,
  asked: (name: string) => `I have asked ${name} to stand in. It needs their yes. I will tell you what they say.`,
  saidYes: (name: string) => `${name} stands in. They hear when I cannot post, or cannot reach someone.`,
  saidNo: (name: string) => `${name} will not stand in. You can name someone else.`,
  othersRead: (names: readonly string[]) => `${joinNames(names)} can read them until then.`,
  nobody: 'Nobody else can read them now, so they still come to you at once.',
  stillMember: 'You still take part as a member. Questions and promises come as before, unless you take a break.',
  back: 'Welcome back. Notes come to you at once again. What was sent meanwhile is on its way.',
  notAwayNow: 'You were not away. Nothing has changed.',

  tells: (name: string, huddle: string, until: LocalDate) =>
    `${name} asks you to read notes about running ${huddle}, until ${dayAndDate(until)}. They come to you already.`,
  asks: (name: string, huddle: string, until: LocalDate) =>
    `${name} asks: will you stand in for ${huddle}, until ${dayAndDate(until)}?`,
  means: 'You would hear when I cannot post, or cannot reach someone. You would see nobody’s answers.',
  free: 'You can say no, and you can stop at any time. You need not say why.',
  yes: 'Yes, I stand in',
  no: 'No, thank you',
  youStandIn: (until: LocalDate) =>
    `Thank you. You stand in until ${dayAndDate(until)}. To stop, type: do not stand in.`,
  youDoNot: 'That is fine. You do not stand in.',
  notAsked: 'Nobody asks you to stand in now.',
  goTo: (names: readonly string[]) => `Questions about running this huddle go to ${joinNames(names)} for now.`,
  waits: (name: string, until: LocalDate) => `${name} asks if you will stand in until ${dayAndDate(until)}.`,

  change: 'Say when I am away',
  imBack: 'I am back',
  form: {
    title: 'When you are away',
    intro: 'Someone else can read notes about running this huddle. I never say why.',
    until: 'On which day are you back?',
    cover: 'Who covers for you?',
    coverHint: 'The name of someone in this huddle. You can leave it out.',
    submit: 'Save',
    cancel: 'Cancel',
  },
  typeInstead: 'You can also type: away until 20 March, Ellis covers.',

  dataAway: (until: LocalDate) => `You are set as away until ${dayAndDate(until)}.`,
  dataCovers: (until: LocalDate) => `You are named as a cover until ${dayAndDate(until)}.`,
  dataLast: (on: LocalDate) => `You last did something here on ${dayAndDate(on)}. I keep that while someone is away.`,

  refusals: {
    'day-unread': () => 'I cannot read the day. Type: away until 20 March, Ellis covers.',
    'day-passed': () => 'Name a day that is still to come. Type: away until 20 March.',
    'day-too-far': () => 'That is more than 180 days from now. Name an earlier day.',
    'cover-unknown': () => 'I do not know that name here. Check it, or leave the cover out.',
    'cover-self': () => 'Name someone else to cover for you, or leave the cover out.',
    'cover-gone': () => 'That person takes no part here now. Name someone else, or leave the cover out.',
  },
} as const;
