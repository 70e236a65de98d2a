/** Breaks with an end: they come back by themselves. */
export const daysOffWords = {
  on: (last: string) => `You are on a break. Your last day off is ${last}.`,
  planned: (dates: string) => `Noted. Your days off: ${dates}.`,
  quiet: 'On days off I send you nothing and do not count you. You do not have to say why, and no one is told.',
  backOn: (day: string) => `On ${day} you are back. You do not have to do anything.`,
  sooner: 'To come back sooner, type: resume.',
  callOff: 'To call them off, type: resume.',
  callOffLabel: 'Call them off',
  calledOff: 'Your days off are called off. All goes on as before.',
  noDayRead: 'I found no day in that, so this break has no end yet.',
  how: 'To come back on your own, name your last day off, like this: pause until 20 March.',
  howFrom: 'To plan days off, type: pause from 3 March to 10 March.',
  over: (huddle: string) => `Welcome back. Your days off from ${huddle} are over.`,
  again: 'I write to you again, as before. Do you need more time? Press the button.',
  unchanged: 'Nothing has changed.',

  span: (first: string, last: string) => `${first} to ${last}`,
  mine: (last: string) => `you are paused, and your last day off is ${last}`,
  minePlanned: (dates: string) => `days off, ${dates}`,

  label: 'Pick my last day off',
  title: 'Days off',
  last: 'Your last day off',
  lastHint: 'You are back on the day after. No one is told.',
  first: 'Your first day off',
  firstHint: 'Leave it empty to begin today.',
  save: 'Save',

  refusals: {
    'day-passed': (day: string, nextYear: string) =>
      `${day} has passed. Pick a later day. For next year, add the year: ${day} ${nextYear}.`,
    'start-passed': (last: string) => `That first day has passed. To begin today, type: pause until ${last}.`,
    'ends-first': () => 'The last day comes before the first. For a day next year, add the year.',
    'too-far': () =>
      'Days off can end up to 1 year from now. For a longer break, type: pause. You can come back on any day.',
    'on-a-break': () =>
      'You are on a break now. To pick its last day, type: pause until 20 March. To plan a later break, type first: resume.',
    'day-unread': () => 'I could not read that day. Type it like this: 20 March.',
    'days-unread': () => 'I could not read those days. Type them like this: pause from 3 March to 10 March.',
  },
} as const;
