export type HelpTopic = keyof typeof helpWords.topics;

/** Help, the home view and what to say when nothing else fits. */
export const helpWords = {
  title: 'Help',
  oneLine: 'Type to me in plain words, or press a button. Such as:',
  firstLines: [
    'we will paint the day room by next Friday',
    'promises',
    'idea a bench in the garden',
    'suggest check-in Fridays at 2pm',
    'who',
  ],
  more: 'What would you like to know more about?',
  topics: {
    questions: 'Questions',
    promises: 'Promises and ideas',
    together: 'Agreeing together',
    roles: 'Roles and turns',
    you: 'You and your data',
    running: 'Running a huddle',
  },
  all: 'All I can say',
  whatYouCanSay: 'Here is what you can type.',
  everyone: 'For everyone',
  coordinators: 'For coordinators',
  pauseTitle: 'Take a break, or leave',
  pause: 'pause: I send you nothing and do not count you. Type resume to come back.',
  stopCounting: 'stop counting: you can still talk, but your turns are not counted.',
  leave: 'leave: everything stops. You do not have to say why.',
  notForEmergencies: 'No one watches this chat all the time. Life at risk: call 999. For mental health help, call 111.',
  home: (huddle: string) => `${huddle}. Only you can see this.`,
  waiting: (count: string) => `Waiting for you: ${count}. Nothing has to be done today.`,
  nothingWaits: 'Nothing waits for you.',
  /** `title`: "This week's question", or what else it is. */
  question: (title: string, text: string, until: string) => `${title}: "${text}" Open until ${until}.`,
  answered: (title: string, text: string, until: string) =>
    `${title}: "${text}" I have your answer. You can change it until ${until}.`,
  answeredFor: (title: string, text: string, until: string) =>
    `${title}: "${text}" A supporter typed an answer for you. You can change it until ${until}.`,
  nextQuestion: (when: string) => `The next question comes on ${when}.`,
  yours: (lines: readonly string[]) => `Your promises: ${lines.length === 0 ? 'none open.' : lines.join(', ')}`,
  yourPromise: (number: number, what: string, due: string) => `${String(number)}, ${what} (by ${due})`,
  typeToMe: 'You can also type to me in plain words, such as: we will paint the day room by next Friday.',
  answerLabel: 'Answer',
  makePromise: 'Make a promise',
  mySettings: 'My settings',
  which: 'You are in more than 1 huddle. Which one do you mean?',
  tooLongToCarry: 'That is too long for me to keep while you pick. Copy it, pick, and then send it again.',
  noHuddleYet:
    'There is no huddle here yet. To start one, type in your channel: setup Willow, check-in Mondays at 10am.',
  notInHuddle: (huddle: string) => `You are not in ${huddle} yet. To ask for a place, type: join.`,
  pauseLabel: 'Pause me',
  whatWaits: 'What waits for me',
} as const;
