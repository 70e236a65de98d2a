import type { HuddleId } from '../domain/ids.ts';
import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

/** What people may ask about what is held of them. */
export type RightsIntent = { readonly family: 'rights' } &
  /** Parts count from 1. */
  (
    | { readonly want: 'my-data'; readonly as: 'words' | 'file'; readonly part: number }
    | { readonly want: 'forget' | 'forget-yes' | 'forget-no' | 'fix' | 'who-sees' }
    | { readonly want: 'complain' | 'complain-tell'; readonly huddle: HuddleId | null }
    | { readonly want: 'complaints-contact'; readonly words: string }
    | { readonly want: 'what-changed'; readonly huddle: HuddleId | null; readonly page: number }
  );

type Spec = CommandSpec<RightsIntent | RoundIntent>;

/** They stand alone: with other words behind them they may be an answer. */
const alone = (spec: Pick<Spec, 'name' | 'aliases' | 'about' | 'ofPerson'>, intent: RightsIntent): Spec => ({
  ...spec,
  usage: spec.name,
  example: spec.name,
  who: 'anyone',
  shown: 'private',
  read: (rest, _given, line) => (isAlone(rest) ? intent : offered(line)),
});

export const rightsCommands: readonly Spec[] = [
  alone(
    {
      name: 'my data',
      aliases: ['mydata', 'my information', 'show my data', 'show me my data', 'what do you know about me'],
      about: commandWords.myData,
      ofPerson: true,
    },
    { family: 'rights', want: 'my-data', as: 'words', part: 1 },
  ),
  alone(
    {
      name: 'forget me',
      aliases: ['forget about me', 'delete my data', 'delete me', 'erase me', 'erase my data'],
      about: commandWords.forgetMe,
      ofPerson: true,
    },
    { family: 'rights', want: 'forget' },
  ),
  alone(
    { name: 'yes, forget me', aliases: ['yes forget me'], about: commandWords.yesForgetMe, ofPerson: true },
    { family: 'rights', want: 'forget-yes' },
  ),
  alone(
    { name: 'fix', aliases: ['fix my data', 'put it right', 'correct my data'], about: commandWords.fix },
    { family: 'rights', want: 'fix' },
  ),
  alone(
    { name: 'who sees', aliases: ['who can see', 'who sees what', 'who can see what'], about: commandWords.whoSees },
    { family: 'rights', want: 'who-sees' },
  ),
  alone(
    {
      name: 'complain',
      aliases: ['i want to complain', 'make a complaint', 'complaint'],
      about: commandWords.complain,
    },
    { family: 'rights', want: 'complain', huddle: null },
  ),
  alone(
    { name: 'what changed', aliases: ['what has changed', "what's changed"], about: commandWords.whatChanged },
    { family: 'rights', want: 'what-changed', huddle: null, page: 1 },
  ),
  {
    name: 'settings complaints contact',
    aliases: ['complaints contact', 'settings complaint contact'],
    usage: 'settings complaints contact NAME, and how to reach them',
    example: 'settings complaints contact Priya',
    about: commandWords.complaintsContact,
    who: 'coordinator',
    shown: 'private',
    read: (rest) => ({ family: 'rights', want: 'complaints-contact', words: rest.replace(/^[:\s]+/, '') }),
  },
];

/** Subjects: of a list its next part; of what belongs to a huddle its id, and after a slash the page. */
export const rightsActions: Readonly<Record<string, (subject: string) => RightsIntent>> = {
  'my-data': (subject) => ({ family: 'rights', want: 'my-data', as: 'words', part: numberOf(subject) }),
  'my-data-file': (subject) => ({ family: 'rights', want: 'my-data', as: 'file', part: numberOf(subject) }),
  'forget-me': () => ({ family: 'rights', want: 'forget' }),
  'forget-yes': () => ({ family: 'rights', want: 'forget-yes' }),
  'forget-no': () => ({ family: 'rights', want: 'forget-no' }),
  'complain-tell': (subject) => ({ family: 'rights', want: 'complain-tell', huddle: subject as HuddleId }),
  'what-changed': (subject) => {
    const [huddle = '', page = '1'] = subject.split('/');
    return { family: 'rights', want: 'what-changed', huddle: huddle as HuddleId, page: numberOf(page) };
  },
};

function numberOf(words: string): number {
  const number = Number(words);
  return Number.isInteger(number) && number > 0 ? number : 1;
}
