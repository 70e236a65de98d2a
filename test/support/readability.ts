import { syllable } from 'syllable';
import { banned, capitals, wellKnown } from '../words/lists.ts';

/** Stands for whatever people wrote themselves, and for names: one word, easy to say, judged by no gate. */
export const theirs = '‹theirs›';

/** One sentence that a gate stopped, and why. `message` gates speak of the whole message. */
export interface Finding {
  readonly gate: 'G1' | 'G2' | 'G3' | 'G8';
  readonly sentence: string;
  readonly why: string;
}

export const longest = 20;
export const longestMean = 14;
const hardWords = 1;

/**
 * What the gates G1, G2, G3 and G8 find in one message, as a person reads it. Empty is a pass. `part` is for a single
 * sentence that is only ever read among others: no mean is taken of it, as its message has one of its own.
 */
export function readability(message: string, { part = false } = {}): readonly Finding[] {
  const list = sentences(message);
  const mean = list.reduce((sum, sentence) => sum + words(sentence).length, 0) / list.length;
  const whole: Finding[] =
    mean > longestMean && !(part && list.length === 1)
      ? [{ gate: 'G1', sentence: message, why: `a mean of ${mean.toFixed(1)} words a sentence` }]
      : [];
  return [
    ...whole,
    ...list.flatMap((sentence) => [...length(sentence), ...hard(sentence), ...jargon(sentence), ...form(sentence)]),
  ];
}

/** Line ends, list items and buttons in a row ([Yes] [No]) end a sentence too; a colon ends none. */
export function sentences(message: string): readonly string[] {
  return message
    .replace(/\] (?=\[)/g, ']\n')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-•*]|\d+[.)])\s+/, ''))
    .flatMap((line) => line.split(/(?<=[.!?…]["'”’)\]]*)\s+/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => words(sentence).length > 0);
}

/** Words as read aloud: "day-room" is one, "10am" is one, a dash alone is none. */
export function words(sentence: string): readonly string[] {
  return sentence
    .split(/[\s/]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}‹]+|[^\p{L}\p{N}›]+$/gu, ''))
    .filter((word) => word !== '');
}

function length(sentence: string): readonly Finding[] {
  const many = words(sentence).length;
  return many > longest ? [{ gate: 'G1', sentence, why: `${many} words` }] : [];
}

function hard(sentence: string): readonly Finding[] {
  const found = words(sentence).filter(isHard);
  return found.length > hardWords ? [{ gate: 'G2', sentence, why: `long words: ${found.join(', ')}` }] : [];
}

function isHard(word: string): boolean {
  const plain = word.toLowerCase().replace(/[’']s$/, '');
  if (word.includes(theirs) || /\d/.test(word) || wellKnown.has(plain)) return false;
  return syllable(plain) >= 3;
}

function jargon(sentence: string): readonly Finding[] {
  return bannedPatterns
    .filter(({ pattern }) => pattern.test(sentence))
    .map(({ pattern, instead }) => ({
      gate: 'G3',
      sentence,
      why: `${String(pattern.exec(sentence)?.[0])}: ${instead}`,
    }));
}

const bannedPatterns = banned.map(([source, instead]) => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'iu'),
  instead,
}));

const monthNames = 'January|February|March|April|May|June|July|August|September|October|November|December';
const formRules: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\bclick here\b/i, 'say where the link goes'],
  [/\b\d{4}-\d{2}-\d{2}(?!\d)/, 'write the date as "Tuesday 9 March"'],
  [/\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/, 'write the date as "Tuesday 9 March"'],
  [/\b\d{1,2}(?:st|nd|rd|th)\b/, 'write the date as "Tuesday 9 March"'],
  [new RegExp(`\\b(?:${monthNames}) \\d{1,2}\\b(?!:)`), 'write the date as "Tuesday 9 March"'],
  [/\b\d{1,2}:\d{2}\b(?!\s?[ap]m)/, 'write the time as "9:30am"'],
  [/\b\d{1,2} [ap]m\b/, 'write the time as "9am"'],
  [
    /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty|hundred|thousand)\b/i,
    'write the numeral',
  ],
];

function form(sentence: string): readonly Finding[] {
  const rules = formRules.filter(([pattern]) => pattern.test(sentence)).map(([, why]) => why);
  const shouted = words(sentence).filter((word) => /^[\p{Lu}&]{2,}$/u.test(word) && !capitals.has(word));
  const doubled = clauses(sentence).filter((clause) => negatives(clause) > 1);
  return [
    ...rules,
    ...shouted.map((word) => `capitals: ${word}`),
    ...doubled.map((clause) => `two negatives: ${clause.trim()}`),
  ].map((why) => ({ gate: 'G8', sentence, why }));
}

function clauses(sentence: string): readonly string[] {
  return sentence.split(/[,;:()"“”–—]|\b(?:and|but|or|so|because|if|when|until|while|who|that)\b/i);
}

/** "no one" is one negative, "not unsure" is two. "Not yet, without my name" is a button: the second part takes nothing back. */
function negatives(clause: string): number {
  const plain =
    clause.match(
      /\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without(?! my name))\b|n[’']t\b/gi,
    ) ?? [];
  const hidden =
    clause.match(/\bun(?:able|aware|clear|common|fair|happy|known|likely|safe|sure|true|usual|willing)\b/gi) ?? [];
  return plain.length + hidden.length;
}
