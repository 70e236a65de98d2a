import { finalSays, rungs } from '../domain/decision.ts';
import { commandWords } from '../words/en/commands.ts';
import { clean } from './clean.ts';
import { noDecisionParts, readDecision, type DecisionParts } from './decision-line.ts';
import type { CommandSpec } from './intent.ts';
import { numberIn } from './promises.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

export type DecisionIntent = { readonly family: 'decisions' } & (
  | { readonly want: 'list'; readonly page: number }
  | { readonly want: 'show'; readonly number: number | null }
  /** What is missing opens the form, with all that was said in it. */
  | { readonly want: 'log'; readonly parts: DecisionParts }
  | { readonly want: 'yes'; readonly number: number | null }
  /** Null parts open the form; a part that was not said stays as it is. */
  | { readonly want: 'correct'; readonly number: number | null; readonly parts: DecisionParts | null }
);

type Read = DecisionIntent | RoundIntent;
type Values = Readonly<Record<string, string | readonly string[]>>;

const numbered = /^(?:number\s+|no\.?\s*(?=\d)|#\s*)?(\d{1,6})\b[:,.]?\s*(.*)$/is;

export const decisionCommands: readonly CommandSpec<Read>[] = [
  {
    name: 'decision',
    aliases: ['we decided', 'we have decided', 'log decision', 'log a decision', 'new decision'],
    usage: 'decision WHAT, final say …, rung …',
    example: 'decision we meet at 2pm, final say together, rung asked',
    about: commandWords.decision,
    who: 'member',
    shown: 'public',
    read: (rest) => {
      const [, number, more] = numbered.exec(rest) ?? [];
      if (number !== undefined && more === '') return { family: 'decisions', want: 'show', number: Number(number) };
      return { family: 'decisions', want: 'log', parts: readDecision(rest.replace(/^(?:[:,\s-]+|that\s+)+/i, '')) };
    },
  },
  {
    name: 'decisions',
    aliases: ['our decisions', 'list decisions', 'show decisions', 'see decisions', 'who had the final say'],
    usage: 'decisions',
    example: 'decisions',
    about: commandWords.decisions,
    who: 'member',
    shown: 'private',
    read: (rest, _given, line) => {
      const page = /^page (\d{1,3})$/i.exec(rest)?.[1];
      return page !== undefined || isAlone(rest)
        ? { family: 'decisions', want: 'list', page: Number(page ?? 1) || 1 }
        : offered(line);
    },
  },
  {
    name: 'yes to decision',
    aliases: ['yes decision', 'agree with decision', 'agree to decision', 'agree decision'],
    usage: 'yes to decision N',
    example: 'yes to decision 3',
    about: commandWords.yesToDecision,
    who: 'member',
    shown: 'public',
    read: (rest, _given, line) =>
      rest === '' || numbered.test(rest) ? { family: 'decisions', want: 'yes', number: numberAt(rest) } : offered(line),
  },
  {
    name: 'correct decision',
    aliases: ['change decision', 'fix decision'],
    usage: 'correct decision N to WHAT, final say …, rung …',
    example: 'correct decision 3 to we meet at 3pm',
    about: commandWords.correctDecision,
    who: 'member',
    shown: 'public',
    read: (rest, _given, line) => {
      const [, number, more = ''] = numbered.exec(rest) ?? [];
      if (number === undefined && rest !== '') return offered(line);
      const said = more.replace(/^to\s+/i, '');
      const parts = said === '' ? null : readDecision(said);
      return { family: 'decisions', want: 'correct', number: numberAt(rest), parts };
    },
  },
];

function numberAt(rest: string): number | null {
  const number = numbered.exec(rest)?.[1];
  return number === undefined ? null : Number(number);
}

/** Subjects: the huddle's id; after a slash a decision's number, or of a list its page; after a line end what was typed. */
export const decisionActions: Readonly<Record<string, (subject: string) => DecisionIntent>> = {
  decisions: (subject) => ({ family: 'decisions', want: 'list', page: numberIn(subject) ?? 1 }),
  'decision-show': (subject) => ({ family: 'decisions', want: 'show', number: numberIn(subject) }),
  'decision-yes': (subject) => ({ family: 'decisions', want: 'yes', number: numberIn(subject) }),
  'decision-correct': (subject) => ({ family: 'decisions', want: 'correct', number: numberIn(subject), parts: null }),
  'decision-new': (subject) => {
    const typed = subject.split('\n').slice(1).join('\n');
    return { family: 'decisions', want: 'log', parts: typed === '' ? noDecisionParts : readDecision(typed) };
  },
};

export const decisionForms: Readonly<Record<string, (subject: string, values: Values) => DecisionIntent>> = {
  decision: (_subject, values) => ({ family: 'decisions', want: 'log', parts: partsOf(values) }),
  'decision-correct': (subject, values) => ({
    family: 'decisions',
    want: 'correct',
    number: numberIn(subject),
    parts: partsOf(values),
  }),
};

/** In a form nothing is left unsaid but a choice that nobody picked. */
function partsOf(values: Values): DecisionParts {
  const said = (name: string) => clean(typeof values[name] === 'string' ? values[name] : '');
  return {
    what: said('what'),
    finalSay: finalSays.find((each) => each === said('final-say')) ?? null,
    rung: rungs.find((each) => each === said('rung')) ?? null,
    lived: said('lived'),
    practice: said('practice'),
  };
}
