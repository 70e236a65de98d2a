import type { Party } from './commitment.ts';
import { isHere } from './commitment-sides.ts';
import type { AgreementEvent } from './events-together.ts';
import type { Side } from './huddle.ts';
import type { HuddleId, PersonId } from './ids.ts';
import { parts, type Part } from './proposal-change.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Instant } from './time.ts';

/** The words of the partnership agreement as they stood when the first side signed them (S7). */
export interface Agreement {
  readonly huddle: HuddleId;
  /** Counts up: other words are another edition, to be signed anew. */
  readonly edition: number;
  readonly at: Instant;
  readonly words: Readonly<Record<Part, string>>;
  readonly signatures: readonly { readonly person: PersonId; readonly side: Side; readonly at: Instant }[];
  readonly version: number;
}

export interface SigningState {
  readonly huddle: HuddleId;
  /** The newest edition. */
  readonly latest: Agreement | null;
  readonly words: Agreement['words'];
  readonly parties: ReadonlyMap<PersonId, Party>;
}

export interface SignAgreement {
  readonly type: 'Sign';
  readonly huddle: HuddleId;
  readonly now: Instant;
  readonly by: PersonId;
}

export type SigningRefusal = 'not-a-member' | 'nothing-to-sign' | 'no-group' | 'signed-already';

/** Someone signs for their side, the words as they are now. */
export function decideSigning(
  { by, now: at }: SignAgreement,
  { latest, words, parties }: SigningState,
): readonly AgreementEvent[] | Refusal<SigningRefusal> {
  const party = parties.get(by);
  if (party === undefined || !isHere(party)) return refuse('not-a-member');
  if (parts.every((part) => words[part] === '')) return refuse('nothing-to-sign');
  const isNew = latest === null || !isOf(latest, words);
  const edition = isNew ? (latest?.edition ?? 0) + 1 : latest.edition;
  const signed = isNew ? [] : latest.signatures;
  if (signed.some(({ person }) => person === by)) return refuse('signed-already');
  const side = party.sides.find((one) => !signed.some((other) => other.side === one)) ?? party.sides[0];
  if (side === undefined) return refuse('no-group');
  const made: readonly AgreementEvent[] = isNew ? [{ type: 'AgreementMade', at, edition }] : [];
  return [...made, { type: 'AgreementSigned', at, edition, by, side }];
}

export function evolveSigning(state: SigningState, event: AgreementEvent): SigningState {
  const { huddle, words, latest } = state;
  const { at, edition } = event;
  if (event.type === 'AgreementMade')
    return { ...state, latest: { huddle, edition, at, words, signatures: [], version: 0 } };
  if (latest === null) throw new Error('a signature under nothing');
  const signature = { person: event.by, side: event.side, at };
  return { ...state, latest: { ...latest, signatures: [...latest.signatures, signature] } };
}

/** Whether an edition has just these words. */
export function isOf(agreement: Agreement, words: Agreement['words']): boolean {
  return parts.every((part) => agreement.words[part] === words[part]);
}

/** Who has not signed these words yet: every side that has someone here, the using side always. */
export function unsignedSides({ latest, words, parties }: SigningState): readonly Side[] {
  const signed = latest !== null && isOf(latest, words) ? latest.signatures.map(({ side }) => side) : [];
  const here = new Set([...parties.values()].filter(isHere).flatMap(({ sides }) => sides));
  return (['using', 'running', 'creative'] as const).filter(
    (side) => (side === 'using' || here.has(side)) && !signed.includes(side),
  );
}
