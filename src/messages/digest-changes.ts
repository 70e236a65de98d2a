import { inForce } from '../domain/agreement-words.ts';
import type { ChangeLine } from '../domain/digest-changes.ts';
import { isPart } from '../domain/proposal-rules.ts';
import type { Proposal } from '../domain/proposal.ts';
import { proposalWords as words } from '../words/en/proposals.ts';
import { reportWords } from '../words/en/reports.ts';
import { paragraph, strong, text, type Block } from './document.ts';
import { sidesInWords, type ProposalFacts } from './proposals.ts';

/** What the lines are built from; the suggested changes as they are now. */
export interface ChangesGiven extends Pick<ProposalFacts, 'huddle' | 'names'> {
  readonly proposals?: readonly Proposal[];
  /** Nobody's own words are shown. */
  readonly noWords?: boolean;
}

const mostLines = 6;
const mostLetters = 100;

/** In the digest's thread: changed together, and what one side changed or asks for, with old words and new (B3). */
export function changeBlocks(lines: readonly ChangeLine[], given: ChangesGiven): readonly Block[] {
  const items = lines.slice(0, mostLines).flatMap((line) => {
    const proposal = given.proposals?.find(({ number }) => number === line.number);
    return proposal === undefined ? [] : [[text(lineOf(line, proposal, given))]];
  });
  return items.length === 0 ? [] : [paragraph(strong(words.digest.title)), { kind: 'list', items }];
}

function lineOf({ number, about, status, missing }: ChangeLine, proposal: Proposal, given: ChangesGiven): string {
  const what = words.about[about];
  if (status === 'agreed') return about === 'report' ? reportWords.agreed(number) : words.agreed(number, what);
  const first = status === 'asked' ? words.suggests(number, what) : words.setAtOnce(number, what);
  // Beside the name of whoever would do a role, what is missing would tell their side.
  const open = about === 'hand-role' ? [] : [words.digest.notAgreedBy(sidesInWords(missing, given).join('; '))];
  return [first, ...wordsOf(proposal, given), ...open].join(' ');
}

function wordsOf(
  { change, text: said, number }: Proposal,
  { huddle, proposals = [], noWords }: ChangesGiven,
): readonly string[] {
  if (noWords === true || !isPart(change.about) || said === '') return [];
  const known = new Map(proposals.map((each) => [each.number, each]));
  const before = inForce(change.about, { proposals: known }).filter((each) => each.number !== number);
  const old =
    before.at(-1)?.text ?? (change.about === 'purpose' && huddle.purpose !== said ? (huddle.purpose ?? '') : '');
  return [...(old === '' ? [] : [words.digest.before(clip(old))]), words.digest.after(clip(said))];
}

function clip(said: string): string {
  const line = said.replace(/\s*\n\s*/g, '; ');
  return line.length > mostLetters ? `${line.slice(0, mostLetters - 1).trimEnd()}…` : line;
}
