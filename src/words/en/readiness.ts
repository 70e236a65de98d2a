import { joinNames } from '../dates.ts';

/** What a huddle needs before it asks real people, and what is still missing. */
export const readinessWords = {
  title: (huddle: string) => `Is ${huddle} ready?`,
  allThere: 'Yes. All is there, and I ask at the set times.',
  goesOn: 'I go on asking. But please look at these:',
  until: (day: string) => `I go on until ${day}. Then I stop until these are there:`,
  held: 'I ask and post nothing here until these are there:',
  rehearsal: 'In a rehearsal nothing waits for this.',
  done: (what: readonly string[]) => `There already: ${joinNames(what)}.`,
  there: {
    care: 'shared work',
    coordinators: '2 coordinators',
    safeguarding: 'who keeps people safe',
    'data-contact': 'who to ask about data',
    numbers: 'checked numbers',
  },
  missing: {
    care: "It is not about one person's care. Type: settings care no",
    coordinators: '2 coordinators take part, one who uses the service or is a carer. Type: people coordinator @Ellis',
    safeguarding: 'Who keeps people safe. Type: settings safeguarding contact Sam, 020 7946 0000',
    'data-contact': 'Who to ask about data. Type: settings data contact Ali, 020 7946 0011',
    numbers: 'The numbers to call, tried. Type: settings numbers checked',
  },
  label: 'What is needed',
  contactLabel: 'Name a contact',
  dataLabel: 'Name for data',
  numbersLabel: 'The numbers to call',
  peopleLabel: 'People',
  homeLine: (huddle: string) => `${huddle} is not ready for all I do. To see what is needed, type: ready.`,
  setUpNext: 'You get the private note too. Then type: ready.',

  careAsk: "Will you talk about one person's care here?",
  careHint: 'Such as their treatment, or how they are.',
  careNo: 'No, about our shared work',
  careYes: 'Yes',
  careSetting: "one person's care",
  careRefused: "I am not made for one person's care. Others here would read about them, and I am no care record.",
  careInstead: 'I am for planning work together, such as meals or art on a ward. For care, please ask the care team.',
  careOther: 'If it is about shared work after all, type: settings care no.',
  careSetup: 'Nothing is set up. If it is about shared work after all, send your line with: care no.',

  dataTitle: 'Who to ask about data',
  dataAsk: 'Who answers questions about data, and how can they be reached?',
  dataHint: 'Such as: Ali Khan, 020 7946 0011',
  needsWords: 'Some words are missing. Please say who, and how to reach them.',
  save: 'Save',
  cancel: 'Cancel',
  contactSaved: (who: string) => `Done. To ask about data, people go to ${who} now.`,
  contactNow: (who: string) => `To ask about data, people go to ${who} now.`,
  contactHow: 'To change it, type: settings data contact, then a name and how to reach them.',
  contactNone: 'No one is named for data yet.',

  /** To each coordinator. It is about reaching someone, and not about their being quiet. */
  notReached: (name: string) => `I could not reach ${name} in private, so I could not ask them.`,
  notReachedHow: (name: string) => `You can give them a link of their own. Type: guest ${name}`,
} as const;
