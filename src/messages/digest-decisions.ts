import type { Decision } from '../domain/decision.ts';
import type { DecisionLine } from '../domain/digest-decisions.ts';
import { decisionWords as words } from '../words/en/decisions.ts';
import { clip } from './digest-lines.ts';
import { paragraph, strong, text, type Block } from './document.ts';

interface Given {
  readonly decisions?: readonly Decision[];
  /** Nobody's own words are shown: it goes out without a check. */
  readonly noWords: boolean;
}

const mostLines = 6;
/** Six decisions with both their parts leave room in a message for all that stands beside them. */
const mostLetters = 160;

/** In the digest's thread: what was decided, who had the final say, and what it came from. No name, and nobody's side. */
export function decisionBlocks(lines: readonly DecisionLine[], given: Given): readonly Block[] {
  if (lines.length === 0) return [];
  const found = new Map((given.decisions ?? []).map((decision) => [decision.number, decision]));
  const items = lines.slice(0, mostLines).map((line) => [text(lineOf(line, found.get(line.number), given))]);
  const more = lines.length - items.length;
  return [
    paragraph(strong(words.digest.title)),
    { kind: 'list', items },
    ...(more === 0 ? [] : [paragraph(words.digest.more(more))]),
  ];
}

/** One side's own words wait for a check, as ideas do; what more than one side says is the huddle's. */
function lineOf(line: DecisionLine, decision: Decision | undefined, { noWords }: Given): string {
  const said = decision === undefined || (noWords && !line.isShared) ? words.digest.noWords : decision.words.what;
  return [
    words.line(line.number, ended(clip(said, mostLetters)), words.finalSay[line.finalSay], words.rung[line.rung]),
    told(line.lived, noWords ? null : (decision?.words.lived ?? null), 'lived'),
    told(line.practice, noWords ? null : (decision?.words.practice ?? null), 'practice'),
    ...(line.isShared ? [] : [words.lineOneSide]),
  ].join(' ');
}

/** A blank part is shown as blank; one whose words are not shown, as there. */
function told(isThere: boolean, said: string | null, from: 'lived' | 'practice'): string {
  if (!isThere) return from === 'lived' ? words.noLived : words.noPractice;
  return said === null ? words.digest.isThere[from] : words.digest.told[from](ended(clip(said, mostLetters)));
}

function ended(said: string): string {
  return /[.!?…]$/.test(said) ? said : `${said}.`;
}
