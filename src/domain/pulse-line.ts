import type { RoundId } from './ids.ts';
import { gapToTalkAbout, type PulseResult } from './pulse-result.ts';

/** One private question in a digest. Its words are looked up by its round when the digest is built. */
export interface PulseLine {
  readonly round: RoundId;
  readonly result: PulseResult;
}

/** Something that the huddle should talk about next. */
export type AgendaItem =
  /** The two sides answered a private question in unlike ways. */
  | { readonly kind: 'pulse-gap'; readonly round: RoundId }
  /** A promise: it could not be done and needs a new date; nobody has news of it; whoever checked wants to talk about it. */
  | { readonly kind: 'new-date' | 'stuck' | 'asked'; readonly number: number }
  /** For weeks there was nothing that could not be done. */
  | { readonly kind: 'honest' };

/** A gap of 1 or more between those who use the service and those who run it is worth talking about (M20). */
export function agendaOf(lines: readonly PulseLine[]): readonly AgendaItem[] {
  return lines.flatMap(({ round, result }) =>
    result.kind === 'shown' && result.gap !== null && Math.abs(result.gap) >= gapToTalkAbout
      ? [{ kind: 'pulse-gap', round }]
      : [],
  );
}
