import { allNeeds, missingYeses } from './proposal-needs.ts';
import type { Part, YesNeed } from './proposal-change.ts';
import type { Proposal, ProposalBook } from './proposal.ts';
import { parts } from './proposal-change.ts';
import type { Instant } from './time.ts';

/** One part as it holds now, and how far it is agreed. */
export interface PartNow {
  readonly text: string;
  /** When it came to hold; null for words from the start. */
  readonly at: Instant | null;
  readonly isAgreed: boolean;
  /** The yeses that are missing where it is not agreed. */
  readonly missing: readonly YesNeed[];
  /** The suggested change that it came by, if any. */
  readonly number: number | null;
}

type Sources = Pick<ProposalBook, 'home' | 'parties' | 'proposals'>;

const nothing: PartNow = { text: '', at: null, isAgreed: true, missing: [], number: null };

/** The words of a part. A purpose that was set outside of any suggested change is one that nobody else has agreed to. */
export function partNow(part: Part, book: Sources): PartNow {
  if (part === 'rules') return rulesNow(book);
  const newest = inForce(part, book).at(-1);
  if (part === 'purpose') return purposeNow(newest, book);
  return newest === undefined ? nothing : asPart(newest, book);
}

function purposeNow(newest: Proposal | undefined, book: Sources): PartNow {
  const { purpose } = book.home;
  if (purpose === null || purpose === '') return nothing;
  if (newest !== undefined && sameWords(newest.text, purpose)) return { ...asPart(newest, book), text: purpose };
  const missing = allNeeds({ change: { about: 'purpose' }, needs: [] }, book);
  return { text: purpose, at: null, isAgreed: false, missing, number: null };
}

/** Each row is agreed by itself; the newest row about a thing holds. */
function rulesNow(book: Sources): PartNow {
  const all = inForce('rules', book);
  const rows = new Map<string, string>();
  for (const { text } of all) for (const row of rowsOf(text)) rows.set(plainTopic(row.topic), lineOf(row));
  const open = all.filter((proposal) => proposal.state.status !== 'agreed');
  const last = all.at(-1);
  return {
    text: [...rows.values()].join('\n'),
    at: last === undefined ? null : heldSince(last),
    isAgreed: open.length === 0,
    missing: [...new Set(open.flatMap((proposal) => missingYeses(proposal, book)))],
    number: open.at(-1)?.number ?? last?.number ?? null,
  };
}

export interface RuleRow {
  readonly topic: string;
  readonly whose: string;
}

/** "photos: the trust's" in each line. What has no colon is a thing without a rule yet. */
export function rowsOf(text: string): readonly RuleRow[] {
  return linesOf(text).map((line) => {
    const at = line.indexOf(':');
    return at < 0 ? { topic: line, whose: '' } : { topic: line.slice(0, at).trim(), whose: line.slice(at + 1).trim() };
  });
}

export function plainTopic(topic: string): string {
  return topic.trim().replace(/\s+/g, ' ').toLowerCase();
}

function lineOf({ topic, whose }: RuleRow): string {
  return whose === '' ? topic : `${topic}: ${whose}`;
}

/** "a; b" or a line each. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/[\n;]/)
    .map((line) => line.trim().replace(/^[-•*]\s+|^\d+[.)]\s+/, ''))
    .filter((line) => line !== '');
}

function asPart(proposal: Proposal, book: Sources): PartNow {
  const isAgreed = proposal.state.status === 'agreed';
  return {
    text: proposal.text,
    at: heldSince(proposal),
    isAgreed,
    missing: isAgreed ? [] : missingYeses(proposal, book),
    number: proposal.number,
  };
}

/** All that ever came to hold about a part, in the order in which they did. */
export function inForce(part: Part, { proposals }: Pick<Sources, 'proposals'>): readonly Proposal[] {
  return [...proposals.values()]
    .filter(({ change, state, inPlace }) => change.about === part && (inPlace || state.status === 'agreed'))
    .toSorted((a, b) => (heldSince(a) < heldSince(b) ? -1 : heldSince(a) > heldSince(b) ? 1 : a.number - b.number));
}

function heldSince({ inPlace, at, state }: Proposal): Instant {
  return !inPlace && state.status === 'agreed' ? state.at : at;
}

export function sameWords(one: string, other: string): boolean {
  return one.trim().replace(/\s+/g, ' ') === other.trim().replace(/\s+/g, ' ');
}

/** Every part, as it holds now. */
export function agreementNow(book: Sources): Readonly<Record<Part, PartNow>> {
  return Object.fromEntries(parts.map((part) => [part, partNow(part, book)])) as Record<Part, PartNow>;
}
