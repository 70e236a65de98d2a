/** The one-tap reasons for a could-not. The first stands alone: nobody has to say more. */
export const couldNotReasons = {
  'not-now': "I can't do this just now",
  'no-money': 'There is no money',
  'not-allowed': 'We are not allowed',
  'someone-else': 'Someone else decides',
  'got-it-wrong': 'We got it wrong',
} as const;

export type CouldNotReason = keyof typeof couldNotReasons;

/** What the forms of promises say. */
export const promiseFormWords = {
  cancel: 'Cancel',
  save: 'Save',
  send: 'Send',
  empty: 'You can leave this empty.',
  make: {
    title: 'Make a promise',
    what: 'We will…',
    whatHint: 'One thing, in plain words, such as: paint the day room.',
    due: 'By when?',
    owners: 'Who does it?',
    ownersHint: 'You, if you leave this empty. 2 people at most. Others are asked first.',
    forSide: 'Who is it for?',
    forHint: 'They say if it is done.',
    unknownDay: (day: string) => `I do not know the day ${day}. Which day do you mean?`,
    needsDate: 'When will it be done? I put in a day 2 weeks from now. Change it if you like.',
  },
  did: {
    title: 'It is done',
    proof: 'Is there proof?',
    hint: 'A link, a photo or who saw it. You can leave this empty.',
    submit: 'Say it is done',
  },
  couldNot: {
    title: "Can't do it",
    intro: 'Thank you for saying so. 1 reason is enough, with no blame.',
    reason: 'Why not? Pick one, or use your own words below.',
    words: 'Your own words',
    next: 'What comes next?',
  },
  notYet: {
    title: 'Not yet',
    missing: 'What is missing?',
    hint: 'So that the next try gets it right. You can leave this empty.',
    unnamed:
      'We will say: "Someone this was for says: not yet." Your name is not shown or kept. People may still guess.',
  },
  change: {
    title: 'Change a promise',
    intro: 'It changes when the people it is for say yes, and the side whose promise it is.',
    what: 'We will…',
    due: 'By when?',
  },
  no: {
    title: 'No, because…',
    reason: 'What would have to be different?',
    hint: 'Your reason is shown with the no, so that a better idea can come.',
  },
  yesBut: { title: 'Yes, but…', but: 'Yes, but what?', hint: 'Your yes counts. Your words go with it.' },
  correct: {
    title: 'Put it right',
    intro: 'For slips, on the first day. Later, change it together.',
  },
  /** Shown where a form cannot open. */
  typeInstead: {
    make: 'Type it like this: we will paint the day room by next Friday.',
    did: (number: number) => `Type it like this: did ${String(number)} see the photo in the folder.`,
    couldNot: (number: number) =>
      `Pick a reason, or type your own. Like this: could not ${String(number)} because the roof leaks.`,
    notYet: (number: number) => `Say what is missing, like this: not yet ${String(number)} because the sign fell down.`,
    notYetUnnamed: (number: number) =>
      `Type it like this: not yet ${String(number)} without my name because the sign fell.`,
    change: (number: number) => `Say how, like this: change ${String(number)} to meet in the evening, by 3 April.`,
    no: (number: number) => `Say why, like this: no ${String(number)} because it is too late in the day.`,
    yesBut: (number: number) => `Say what, like this: yes ${String(number)} but please start at 11am.`,
    correct: (number: number) => `Type it like this: correct ${String(number)} to paint the hall, by 18 March.`,
  },
} as const;
