/** Who the nine pretend people of the rehearsal are, in one line each. */
export const rehearsalWords = {
  amina: "Member of the ward's community group. She likes to write at night.",
  dev: 'Carer for his brother. He works shifts and uses voice typing.',
  ellis: 'Peer trainer, and one of the 2 who run this huddle. They use a screen reader.',
  ruth: 'Ward manager. She has 5 minutes between meetings.',
  graham: 'Pays for the work. He reads the news on a train.',
  priya: 'Set up this huddle, and runs it with Ellis.',
  tomos: 'Artist. He speaks Welsh and is paid by the session.',
  lena: 'Artist. She makes prints with people.',
  jo: 'Artist. They play music on the ward.',
} as const;

/** What the pretend people say and promise in their first weeks, so that a newcomer finds a huddle at work. */
export const willowScript = {
  purpose: 'Make the ward a place where people feel at home.',
  signs: [
    'People stay for tea after the group ends.',
    'My brother is asked what he wants, not told.',
    'We are paid for the work we do here.',
    'Fewer people ask to move to another ward.',
    'The walls have our own work on them.',
  ],
  proud: [
    'make one room that feels like ours.',
    'tell people what came of what they said.',
    'hire a person who has been a patient.',
    'stop using words that no one gets.',
  ],
  changes: [
    'I would like to choose when I eat.',
    'Tell us before plans change, not after.',
    'More time to sit and talk with people.',
    'A room where we can make noise.',
  ],
  promises: {
    artRoom: 'keep the art room open on Saturdays until 4pm',
    letter: 'write the welcome letter in plain words',
    sign: 'put up a sign for the quiet room',
    music: 'play music at tea time',
    pay: 'pay a peer trainer',
  },
  reason: 'there is no new money until April',
  proof: '11 people came on the first Saturday',
} as const;
