import type { Part } from '../../domain/proposal-change.ts';

const n = String;

/** The 7 headings. Values stand under the purpose. */
export type Heading = Exclude<Part, 'values'> | 'roles';

const headings: Readonly<Record<Heading, string>> = {
  purpose: '1. Our purpose',
  goals: '2. Our goals',
  roles: '3. Who does what',
  rules: '4. Whose rules count when',
  dates: '5. Our dates',
  money: '6. Money',
  review: '7. How we look back',
};

/** How to fill a part that is empty. */
const fill: Readonly<Record<Part, string>> = {
  purpose: 'suggest purpose: a day room that works for all of us',
  values: 'suggest values: be kind; be on time; say what is true',
  goals: 'suggest goals: open the art room 3 days a week',
  rules: "suggest rules photos: the hospital's rules",
  dates: 'suggest dates: we start in March and end in July',
  money: 'suggest money: we pay for all bus fares',
  review: 'suggest review: we look back on the first Monday of each month',
};

/** The partnership agreement, and the words that it is made from. */
export const agreementWords = {
  headings,
  fill,
  values: 'Our values',
  title: (huddle: string) => `${huddle}: what we agree`,
  part: (part: number, of: number) => `Part ${n(part)} of ${n(of)}.`,
  none: 'Nothing is written down yet.',
  toFill: (example: string) => `To suggest words, type: ${example}`,
  onDate: (day: string) => `As of ${day}.`,
  agreedOn: (number: number, day: string) => `We changed it together on ${day}, number ${n(number)}.`,
  notAgreed: (sides: string) => `Changed, not yet agreed. A yes is missing from: ${sides}.`,
  before: 'Before that:',
  topic: 'About',
  whose: 'Whose rules',
  noRule: 'Not said yet',
  roleFree: 'free',
  signedTitle: 'Who has signed',
  signed: (side: string, day: string) => `${side}: signed on ${day}.`,
  notSigned: 'Not signed yet:',
  changedSince: (day: string) =>
    `The words have changed since they were signed on ${day}. Each side needs to sign again.`,
  edition: (edition: number, day: string) => `This is version ${n(edition)}, of ${day}.`,
  noEdition: 'No one has signed it yet.',
  signLabel: 'Sign for my side',
  nextLabel: 'Next part',
  showLabel: 'See what we agree',
  signedNow: 'Thank you. You have signed for your side.',
  allSigned: 'Each side has signed now.',
  signHow: 'Read all the parts first. Then type: sign.',
  refusals: {
    'not-a-member': 'Only people who take part here can sign.',
    'nothing-to-sign': 'There is nothing to sign yet. Start with: suggest purpose, then your words.',
    'no-group': 'Please pick your group first. Type me.',
    'signed-already': 'You have signed these words already. Thank you.',
  },
  rulesTitle: 'Whose rules count when',
  rulesNone: "No rules are written down yet. Type it like this: suggest rules photos: the hospital's rules.",
  rule: (topic: string, whose: string) => `${topic}: ${whose}`,
  ruleUnknown: (topic: string) =>
    `I have no rule about this yet: ${topic}. To add one, type: suggest rules, then what.`,
} as const;
