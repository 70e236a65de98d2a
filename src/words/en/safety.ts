/** Who to turn to, set by coordinators; and the one person who may be told, if they say yes. */
export const safetyWords = {
  title: (huddle: string) => `Keeping people safe in ${huddle}`,
  contact: 'Who keeps people safe',
  local: 'Help near you',
  numbers: 'Numbers to call',
  lead: 'Safeguarding lead',
  notNamed: 'no one named yet',
  none: 'none yet',
  neverChecked: 'never checked',
  checkedOn: (date: string) => `checked on ${date}`,
  checkAgain: (date: string) => `checked on ${date}. Please check again.`,
  leadOff: 'off. I tell no one.',
  leadAsked: (name: string) => `${name} was asked. Off until then.`,
  leadReady: (name: string, hours: string) => `${name} said yes (${hours}). It is off.`,
  leadOn: (name: string, hours: string) => `on. I tell ${name} (${hours}).`,
  leadAway: 'off. The lead has left.',
  how: 'These stand on the card for someone who may be in danger. To change one, type:',
  examples: [
    'settings safeguarding contact Sam Reed, 020 7946 0000',
    'settings local help The Elm team, 020 7946 0111',
    'settings numbers checked',
    'settings numbers mental health call 111 and press 2',
    'settings safeguarding lead Sam Reed, weekdays 9am to 5pm',
  ],
  changeContact: 'Name a contact',
  changeLocal: 'Local help',
  numbersWork: 'The numbers work',
  nameLead: 'Name a lead',
  turnOn: 'Turn telling on',
  turnOff: 'Turn telling off',

  formTitle: 'Keeping people safe',
  contactAsk: 'Who keeps people safe here, and how can they be reached?',
  contactHint: 'Such as: Sam Reed, 020 7946 0000',
  localAsk: 'What help is near you, and how can it be reached?',
  localHint: 'Such as: The Elm team, 020 7946 0111. Or: none',
  leadAsk: 'Who shall be told? It has to be someone in this huddle.',
  leadHint: 'Such as: Sam Reed',
  hoursAsk: 'When do they read their notes?',
  hoursHint: 'Such as: weekdays 9am to 5pm',
  save: 'Save',
  cancel: 'Cancel',

  unchanged: 'That is how it was already. Nothing has changed.',
  savedContact: (who: string) => `Saved. The card says: to keep someone safe, tell ${who}.`,
  savedLocal: (help: string) => `Saved. The card says: near you, ${help}.`,
  savedNoLocal: 'Saved. The card has no line for help near you now.',
  savedNumber: 'Saved. The card has your number now. Please try it, then press: The numbers work.',
  savedNoNumber: 'Saved. The card has the number for where you are again.',
  savedChecked: (date: string, again: string) =>
    `Thank you. The numbers were checked on ${date}. I will ask again on ${again}.`,
  onTheCard: 'This is what the card shows:',
  savedLead: (name: string) => `I have asked ${name}. I tell no one until they say yes and you turn it on.`,
  savedOn: 'It is on. I am telling each person here now, in private. I act only for those I have told.',
  savedOff: 'It is off. I tell no one, and I am letting people know.',

  leadAsks: (huddle: string) => `Will you be the safeguarding lead for ${huddle}?`,
  leadMeans: 'If I read words that may tell of danger, I tell you who and when. I keep no words of it.',
  leadHours: (hours: string) =>
    `People are told that you read it at these times: ${hours}. I send it at once, at night too.`,
  leadThen: 'It is you who talks to them, in the way your group agreed. You can say no, now or at any time.',
  leadYes: 'Yes, I will',
  leadNo: 'No',
  leadSaidYes: 'Thank you. It is off until a coordinator turns it on. To stop, type: not safeguarding lead.',
  leadSaidNo: 'That is fine. You do not have to say why. I tell you nothing.',
  answeredYes: (name: string) => `${name} said yes to being the safeguarding lead. It is off until you turn it on.`,
  answeredNo: 'The safeguarding lead has said no. That is fine, and I tell no one. You can ask someone else.',

  /** To each member, when it is turned on and when they join. */
  tellsNow: (name: string) => `From now on I may tell one person: ${name}, the safeguarding lead.`,
  tellsWhen: 'If I read words of yours that may tell of danger, I tell them who and when. Not what.',
  tellsHours: (hours: string) => `They read it at these times: ${hours}. It is no help line. At risk now? Call 999.`,
  tellsChoice: 'If you do not want this, talk to a coordinator.',
  tellsNoMore: 'I no longer tell anyone when words may tell of danger. To see who to call, type: safe.',
  noticeTells: (name: string, hours: string) =>
    `If words of yours may tell of danger, I tell ${name} who and when. They read it: ${hours}.`,

  /** To the lead alone. */
  toldWho: (name: string, huddle: string) => `${name} wrote words to me that may tell of danger. It was in ${huddle}.`,
  toldWhen: (when: string) => `When: ${when}. I kept none of the words, and I know no more.`,
  toldThen: 'Please talk to them, as your group agreed. They know that I told you. At risk now? Call 999.',
  toldSummary: 'WeSaid has a private note for you.',

  /** To each coordinator, once for each time that a check is over. */
  lapsed: (huddle: string, date: string) => `The numbers to call in ${huddle} were last checked on ${date}.`,
  lapsedNever: (huddle: string) => `No one has checked the numbers to call in ${huddle} yet.`,
  lapsedHow: 'Please try each one. Then press the button, or type: settings numbers checked.',

  refusals: {
    'needs-words': () => 'Some words are missing. Please say who or what, and how to reach them.',
    'too-long': (longest: string, is: string) => `That is ${is} letters long. Please use ${longest} or fewer.`,
    'day-to-come': () => 'That day is still to come. Type it like this: settings numbers checked on 3 March.',
    'needs-hours': () =>
      'Please say when they read their notes: settings safeguarding lead Sam Reed, weekdays 9am to 5pm.',
    'lead-unknown': () => 'I find no one of that name in this huddle. Type people to see who is here.',
    'no-lead': () => 'First name a lead: settings safeguarding lead Sam Reed, weekdays 9am to 5pm.',
    'lead-has-not-said-yes': () => 'They have not said yes yet. I have asked them. You can turn it on after that.',
    'not-asked-to-lead': () => 'No one has asked you to be the safeguarding lead. Nothing has changed.',
    'number-unread': () =>
      'Please say which one: life, mental health or talk. Type: settings numbers talk call 020 7946 0222.',
    'day-unread': () => 'I did not get the day. Type it like this: settings numbers checked on 3 March.',
  },
} as const;
