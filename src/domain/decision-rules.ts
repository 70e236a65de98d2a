import { needFilledBy } from './commitment-sides.ts';
import type { Need } from './commitment.ts';
import type { Decision, DecisionBook, DecisionCommand, DecisionRefusalCode, DecisionWords } from './decision.ts';
import type { DecisionEvent } from './events-together.ts';
import type { PersonId } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';
import { localDate } from './time.ts';

type Made = readonly DecisionEvent[] | Refusal<DecisionRefusalCode>;
type Of<Type extends DecisionCommand['type']> = Extract<DecisionCommand, { type: Type }>;

export const longestDecision = 300;
/** Of what lived experience told us, and of what practice did. */
export const longestTold = 500;

export function decideDecision(command: DecisionCommand, book: DecisionBook): Made {
  if (command.type === 'LogDecision') return log(command, book);
  const { number } = command;
  if (book.decision === null) return refuse('no-such-decision', { number });
  return command.type === 'CorrectDecision'
    ? correct(command, book.decision, book)
    : sayItWasSo(command, book.decision, book);
}

function log({ now: at, by, words: said }: Of<'LogDecision'>, book: DecisionBook): Made {
  const words = tidy(said);
  const wrong = wrongWords(words);
  if (wrong !== null) return wrong;
  const { finalSay, rung } = words;
  const facts = { at, decision: book.nextNumber, by, finalSay, rung, ...firstYes(by, book) };
  return [{ type: 'DecisionLogged', ...facts, words }];
}

/** Other words are one person's again, until someone of another side says yes to them. */
function correct(
  { now: at, by, number, words: said }: Of<'CorrectDecision'>,
  before: Decision,
  book: DecisionBook,
): Made {
  if (before.loggedBy !== by && !book.coordinators.has(by)) return refuse('decision-not-yours', { number });
  if (localDate(before.loggedAt, book.zone) !== localDate(at, book.zone))
    return refuse('decision-day-over', { number });
  const words = tidy(said);
  const wrong = wrongWords(words);
  if (wrong !== null) return wrong;
  if (isSame(words, before.words)) return refuse('decision-as-it-is', { number });
  const { finalSay, rung } = words;
  return [{ type: 'DecisionCorrected', at, decision: number, by, finalSay, rung, ...firstYes(by, book), words }];
}

function sayItWasSo({ now: at, by, number }: Of<'SayItWasSo'>, decision: Decision, { parties }: DecisionBook): Made {
  if (decision.sharedAt !== null) return refuse('decision-shared', { number });
  if (decision.yes.some(({ person }) => person === by)) return refuse('decision-own-words', { number });
  const open = missingYeses(decision);
  const fills = needFilledBy(open, decision.needs, parties.get(by));
  if (fills === null) return refuse('decision-needs-other-side', { number });
  return [{ type: 'DecisionYes', at, decision: number, by, fills, isShared: open.length === 1 }];
}

/** One person speaks for one side, whatever they noted; someone in no group speaks for none. */
function firstYes(
  by: PersonId,
  { parties }: DecisionBook,
): { readonly needs: readonly Need[]; readonly fills: Need | null } {
  const own = parties.get(by)?.sides[0];
  return own === undefined
    ? { needs: ['using', 'another-side'], fills: null }
    : { needs: [own, 'another-side'], fills: own };
}

export function missingYeses({ needs, yes }: Pick<Decision, 'needs' | 'yes'>): readonly Need[] {
  const given = new Set(yes.map(({ fills }) => fills));
  return needs.filter((need) => !given.has(need));
}

function tidy({ what, lived, practice, ...rest }: DecisionWords): DecisionWords {
  return { ...rest, what: what.trim(), lived: orBlank(lived), practice: orBlank(practice) };
}

function orBlank(said: string | null): string | null {
  const words = (said ?? '').trim();
  return words === '' ? null : words;
}

function wrongWords({ what, lived, practice, rung }: DecisionWords): Refusal<DecisionRefusalCode> | null {
  if (what === '') return refuse('decision-needed');
  if (what.length > longestDecision) return refuse('decision-too-long', { most: longestDecision });
  if (Math.max((lived ?? '').length, (practice ?? '').length) > longestTold)
    return refuse('told-too-long', { most: longestTold });
  return saysCoProduced(what) && (rung === 'told' || rung === 'asked') ? refuse('not-co-produced', { rung }) : null;
}

/** D9: what people were only told of, or asked about, is never called co-produced. */
function saysCoProduced(what: string): boolean {
  return /\bco[-\s]?(?:produc|creat|design)/i.test(what);
}

function isSame(one: DecisionWords, other: DecisionWords): boolean {
  const parts = ['what', 'finalSay', 'rung', 'lived', 'practice'] as const;
  return parts.every((part) => one[part] === other[part]);
}
