/** Letting in people without an account: what coordinators read, in private. */
export const guestWords = {
  whoIsIt: 'Who is the guest? Type their name, such as: guest Sam.',
  notSetUp: 'I cannot make links for guests yet.',
  notSetUpHow:
    'Please ask the person who looks after my computer. The page docs/guests.md tells them what to set.',
  invited: (name: string, huddle: string) => `${name} is invited to ${huddle} as a guest. Here is their own link:`,
  link: (name: string) => `Here is the link of ${name}:`,
  newLink: (name: string) => `Here is a new link for ${name}. The old one has stopped working.`,
  giveIt: (name: string) => `Give it to ${name} alone. Whoever opens it is ${name} here.`,
  worksUntil: (day: string) => `It works until ${day}.`,
  cardAsk: 'To print it, with a code for a phone:',
  cardLabel: 'open the page to print',
  cardEnds: 'That page opens for 1 day. To see it again, ask me again.',
  summary: (name: string) => `The link for ${name} is here. Only you can see it.`,
  newLinkLabel: 'Make a new link',
  endLabel: 'End the link',
  ended: (name: string) => `The link of ${name} has ended. It opens nothing now.`,
  endedStays: (name: string, huddle: string) =>
    `${name} is still in ${huddle}. To give a new link, type: guest ${name}.`,
  endedInvited: 'They had not said yes yet, so I took the invitation back too.',
  list: (huddle: string) => `Guests of ${huddle}:`,
  nobody: (huddle: string) => `${huddle} has no guests. To invite someone without an account, type: guest Sam.`,
  listWorks: (name: string, day: string) => `${name}: the link works until ${day}.`,
  listOver: (name: string) => `${name}: the link is over. For a new one, type: guest ${name} new link.`,
  listEnded: (name: string) => `${name}: the link was ended. For a new one, type: guest ${name} new link.`,
  noSuchGuest: (name: string) => `I know no guest called ${name}. Type guests to see who is one.`,
  nameTaken: (name: string) => `I know someone called ${name} here already. Please add a letter or a second name.`,
  several: (name: string) =>
    `More than one guest is called ${name}. Type guests, and press the button of the one you mean.`,
  listLabel: (name: string) => `Link of ${name}`,

  printIntro: 'Pages for your noticeboard, in large letters. They show only names that the channel shows.',
  printQuestion: "this week's question",
  printDigest: '"we said, we did"',
  printNone: 'There is nothing to print yet. I can print a question that is open, and "we said, we did".',
  printEnds: 'These links open for 7 days. Anyone with a link can read its page.',

  sheetQuestion: (huddle: string) => `${huddle}: this week's question`,
  sheetDigest: (huddle: string) => `${huddle}: we said, we did`,
  paperAnswer: (huddle: string) => `To answer, use your own link, or tell someone who runs ${huddle}.`,
} as const;
