import type { HuddleId } from '../domain/ids.ts';
import { parts, type About, type Part } from '../domain/proposal-change.ts';
import { commandWords } from '../words/en/commands.ts';
import { proposalWords } from '../words/en/proposals.ts';
import type { CommandSpec, Given } from './intent.ts';
import { cutNumber } from './promise-number.ts';
import { promiseCommands, type PromiseIntent } from './promises.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';
import { readSuggestion } from './suggest-line.ts';

export type ProposalFormName = 'yes-but' | 'no' | 'change';

export type ProposalIntent = { readonly family: 'proposals' } & (
  | { readonly want: 'list' }
  | { readonly want: 'show'; readonly number: number }
  /** Asks what to change; `words` are what was typed already. */
  | { readonly want: 'ask'; readonly about: About | null; readonly words: string }
  | { readonly want: 'suggest'; readonly about: About; readonly words: string; readonly atOnce: boolean }
  | { readonly want: 'set-how' }
  | { readonly want: 'form'; readonly form: ProposalFormName; readonly number: number }
  | { readonly want: 'yes'; readonly number: number; readonly but: string | null }
  | { readonly want: 'no'; readonly number: number; readonly reason: string | null }
  | { readonly want: 'change'; readonly number: number; readonly words: string }
  | { readonly want: 'withdraw'; readonly number: number | null }
  | { readonly want: 'part'; readonly part: Part }
  | { readonly want: 'rule'; readonly topic: string | null }
  | { readonly want: 'agreement'; readonly page: number }
  | { readonly want: 'sign' }
);

type Wanted = ProposalIntent extends infer Each ? (Each extends ProposalIntent ? Omit<Each, 'family'> : never) : never;
const intent = (wanted: Wanted): ProposalIntent => ({ family: 'proposals', ...wanted });

type Read = ProposalIntent | PromiseIntent | RoundIntent;

export const proposalCommands: readonly CommandSpec<Read>[] = [
  {
    name: 'suggest',
    aliases: ['propose', 'suggest a change', 'suggest that'],
    usage: 'suggest …',
    example: 'suggest check-in Fridays at 2pm',
    about: commandWords.suggest,
    who: 'member',
    shown: 'public',
    read: readSuggest,
  },
  {
    name: 'suggestions',
    aliases: ['suggested changes', 'proposals'],
    usage: 'suggestions',
    example: 'suggestions',
    about: commandWords.suggestions,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => (isAlone(rest) ? intent({ want: 'list' }) : offered(line)),
  },
  {
    name: 'withdraw',
    aliases: ['take back suggestion', 'withdraw suggestion'],
    usage: 'withdraw N',
    example: 'withdraw 12',
    about: commandWords.withdraw,
    who: 'member',
    shown: 'public',
    read: (rest, _given, line) => {
      const cut = cutNumber(rest);
      if (rest === '' || cut?.rest === '') return intent({ want: 'withdraw', number: cut?.number ?? null });
      return offered(line);
    },
  },
  {
    name: 'purpose',
    aliases: ['our purpose', 'the purpose'],
    usage: 'purpose …',
    example: 'purpose: a day room that works for all of us',
    about: commandWords.purpose,
    who: 'member',
    shown: 'public',
    read: (rest) => readPart('purpose', rest),
  },
  {
    name: 'values',
    aliases: ['our values'],
    usage: 'values …',
    example: 'values: be kind; be on time; say what is true',
    about: commandWords.values,
    who: 'member',
    shown: 'public',
    read: (rest, _given, line) =>
      rest === '' || /^(?::|are\b|to\b)/i.test(rest) || /[;\n]/.test(rest) ? readPart('values', rest) : offered(line),
  },
  {
    name: 'rules',
    aliases: ['whose rules', 'rules for', 'rules about'],
    usage: 'rules …',
    example: 'rules photos',
    about: commandWords.rules,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => {
      const topic = rest.replace(/\?$/, '').trim();
      if (topic.split(/\s+/).length > mostTopicWords) return offered(line);
      return intent({ want: 'rule', topic: topic === '' ? null : topic });
    },
  },
  {
    name: 'agreement',
    aliases: ['our agreement', 'partnership agreement', 'what we agree'],
    usage: 'agreement',
    example: 'agreement',
    about: commandWords.agreement,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => {
      const page = /^(?:part\s+)?([1-9])$/i.exec(rest)?.[1];
      if (isAlone(rest) || page !== undefined) return intent({ want: 'agreement', page: Number(page ?? 1) });
      return offered(line);
    },
  },
  {
    name: 'sign',
    aliases: ['sign agreement', 'sign the agreement', 'i sign'],
    usage: 'sign',
    example: 'sign',
    about: commandWords.sign,
    who: 'member',
    shown: 'public',
    read: (rest, _given, line) => (isAlone(rest) ? intent({ want: 'sign' }) : offered(line)),
  },
  {
    name: 'set',
    aliases: ['set at once'],
    usage: 'set …',
    example: 'set money: we pay for all bus fares',
    about: commandWords.set,
    who: 'coordinator',
    shown: 'public',
    read: (rest) => {
      const read = readSuggestion(rest);
      const isPart = read !== null && parts.some((part) => part === read.about) && read.words !== '';
      return intent(isPart ? { want: 'suggest', ...read, atOnce: true } : { want: 'set-how' });
    },
  },
];

/** What somebody says of rules in more words is talk. */
const mostTopicWords = 5;

/** A change of a promise has its own way, and goes there. */
function readSuggest(rest: string, given: Given): Read {
  const [, verb, more] =
    /^(?:that |we |to |should |could )*(change|move|renegotiate|drop|let go of|let go)\s+(?=promise|number|#|\d)(.+)$/is.exec(
      rest,
    ) ?? [];
  if (verb !== undefined && more !== undefined) {
    const name = /^(?:drop|let)/i.test(verb) ? 'drop' : 'change';
    const found = promiseCommands.find((command) => command.name === name)?.read(more, given, `${name} ${more}`);
    if (found?.family === 'promises') return found;
  }
  const read = readSuggestion(rest);
  if (read === null) return intent({ want: 'ask', about: null, words: rest });
  return read.words === ''
    ? intent({ want: 'ask', about: read.about, words: '' })
    : intent({ want: 'suggest', ...read, atOnce: false });
}

function readPart(part: 'purpose' | 'values', rest: string): ProposalIntent {
  const words = rest.replace(/^\s*(?::|-|=|is\b|are\b|to\b)?\s*/i, '').trim();
  return words === '' ? intent({ want: 'part', part }) : intent({ want: 'suggest', about: part, words, atOnce: false });
}

/** Button and form subjects: the huddle's id alone, or with a number, a part or a page after a slash. */
export function proposalSubject(huddle: HuddleId, about: number | string): string {
  return `${huddle}/${String(about)}`;
}

const numberOf = (subject: string): number => Number(subject.split('/')[1] ?? 0);
const form =
  (name: ProposalFormName) =>
  (subject: string): ProposalIntent =>
    intent({ want: 'form', form: name, number: numberOf(subject) });

export const proposalActions: Readonly<Record<string, (subject: string) => ProposalIntent>> = {
  suggestions: () => intent({ want: 'list' }),
  'proposal-suggest': (subject) => intent({ want: 'ask', about: aboutOf(subject.split('/')[1]), words: '' }),
  'proposal-show': (subject) => intent({ want: 'show', number: numberOf(subject) }),
  'proposal-yes': (subject) => intent({ want: 'yes', number: numberOf(subject), but: null }),
  'proposal-yes-but': form('yes-but'),
  'proposal-no': form('no'),
  'proposal-change': form('change'),
  'proposal-withdraw': (subject) => intent({ want: 'withdraw', number: numberOf(subject) }),
  agreement: (subject) => intent({ want: 'agreement', page: Number(subject.split('/')[1] ?? 1) }),
  'agreement-sign': () => intent({ want: 'sign' }),
};

type Values = Readonly<Record<string, string | readonly string[]>>;

export const proposalForms: Readonly<Record<string, (subject: string, values: Values) => ProposalIntent>> = {
  'proposal-suggest': (_subject, values) => {
    const about = aboutOf(textOf(values['about']));
    const words = textOf(values['words']);
    return about === null
      ? intent({ want: 'ask', about, words })
      : intent({ want: 'suggest', about, words, atOnce: false });
  },
  'proposal-yes-but': (subject, values) =>
    intent({ want: 'yes', number: numberOf(subject), but: textOf(values['words']) || null }),
  'proposal-no': (subject, values) =>
    intent({ want: 'no', number: numberOf(subject), reason: textOf(values['words']) || null }),
  'proposal-change': (subject, values) =>
    intent({ want: 'change', number: numberOf(subject), words: textOf(values['words']) }),
};

function aboutOf(key: string | undefined): About | null {
  const known = Object.keys(proposalWords.form.pick) as readonly About[];
  return known.find((about) => about === key) ?? null;
}

function textOf(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value.trim() : (value?.[0] ?? '').trim();
}
