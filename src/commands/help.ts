import { commandWords } from '../words/en/commands.ts';
import { helpWords, type HelpTopic } from '../words/en/help.ts';
import type { CommandSpec } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

/** What commands are about, in the order in which help offers them. */
export const helpTopics = Object.keys(helpWords.topics) as readonly HelpTopic[];

export type HelpIntent = { readonly family: 'help' } & (
  | { readonly want: 'home' | 'safe' | 'worried' }
  /** Null is the short page from which all others are reached. */
  | { readonly want: 'help'; readonly about: HelpTopic | 'all' | null }
);

export const helpCommands: readonly CommandSpec<HelpIntent | RoundIntent>[] = [
  {
    name: 'help',
    aliases: ['commands', 'what can I say', '?'],
    usage: 'help [with …]',
    example: 'help',
    about: commandWords.help,
    who: 'anyone',
    shown: 'private',
    menu: 'both',
    read: (rest) => ({ family: 'help', want: 'help', about: topicIn(rest) }),
  },
  {
    name: 'home',
    aliases: ['what waits for me', 'what is waiting', 'hello', 'hi'],
    usage: 'home',
    example: 'home',
    about: commandWords.home,
    who: 'anyone',
    shown: 'private',
    menu: 'chat',
    read: (rest, _given, line) =>
      isAlone(rest.replace(greeted, '')) ? { family: 'help', want: 'home' } : offered(line),
  },
  {
    name: 'safe',
    aliases: ['crisis', 'emergency', 'i need help', 'i need help now', 'not safe', 'i am not safe', "i'm not safe"],
    usage: 'safe',
    example: 'safe',
    about: commandWords.safe,
    who: 'anyone',
    shown: 'private',
    ofPerson: true,
    read: (rest, _given, line) => (isAlone(rest) ? { family: 'help', want: 'safe' } : offered(line)),
  },
  {
    name: 'worried',
    aliases: ['i am worried', "i'm worried", 'im worried'],
    usage: 'worried',
    example: 'worried',
    about: commandWords.worried,
    who: 'anyone',
    shown: 'private',
    ofPerson: true,
    // Whom they name after it is read by nobody. Of a thing, "worried about money" is what people say.
    read: (rest, _given, line) =>
      isAlone(rest.replace(aboutSomeone, '')) ? { family: 'help', want: 'worried' } : offered(line),
  },
];

/** How people call a topic. The first that fits wins; nobody who asks for help is told that they asked wrongly. */
const topicWords: readonly (readonly [HelpTopic | 'all', RegExp])[] = [
  ['all', /\b(?:all|everything|every command|list)\b/i],
  ['questions', /\b(?:question|answer|ask|skip)/i],
  ['promises', /\b(?:promise|idea|done)/i],
  ['together', /\b(?:chang|suggest|decision|decid|agree|purpose|value|meeting|together|upstairs|sponsor|yes)/i],
  ['roles', /\b(?:role|job|who|turn|spoke|measure|lead)/i],
  ['running', /\b(?:run|coordinat|set ?up|setting|people|guest|digest|schedule|invite)/i],
  ['you', /\b(?:my|data|pause|leave|break|privacy|private|account|safe|forget|count)/i],
];

function topicIn(words: string): HelpTopic | 'all' | null {
  return topicWords.find(([, word]) => word.test(words))?.[0] ?? null;
}

/** With all that comes after it. */
const aboutSomeone = /^[,\s]*(?:about|for)\s+(?:someone|somebody|him|her|them|a\s|my\s|<@|@)[^]*$/i;

/** Whom people greet. What they say after that is no greeting. */
const greeted = /^[,\s]*(?:there|wesaid|we said|all|everyone|everybody|team|folks|bot)\b/i;

export const helpActions = {
  help: (): HelpIntent => ({ family: 'help', want: 'help', about: null }),
  /** `subject` is the huddle and the topic: "willow/promises". */
  'help-with': (subject: string): HelpIntent => ({
    family: 'help',
    want: 'help',
    about: helpTopics.find((topic) => subject.endsWith(`/${topic}`)) ?? 'all',
  }),
  home: (): HelpIntent => ({ family: 'help', want: 'home' }),
} as const;
