import type { PersonId } from './ids.ts';
import type { Instant, LocalDate } from './time.ts';

export type DigestEvent = {
  readonly type: 'DigestPublished';
  readonly at: Instant;
  readonly monday: LocalDate;
  readonly from: Instant;
  readonly to: Instant;
};

/** Checking a digest before it is posted. No words: a draft is mended by numbers. */
export type CheckEvent =
  /** Nobody: it is turned off. */
  | {
      readonly type: 'CheckersNamed';
      readonly at: Instant;
      readonly people: readonly PersonId[];
      readonly standIn: PersonId | null;
    }
  | { readonly type: 'CheckerAnswered'; readonly at: Instant; readonly person: PersonId; readonly yes: boolean }
  | { readonly type: 'DraftSent'; readonly at: Instant; readonly monday: LocalDate; readonly to: readonly PersonId[] }
  | {
      readonly type: 'DraftMarked';
      readonly at: Instant;
      readonly monday: LocalDate;
      readonly person: PersonId;
      readonly what: 'right' | 'cannot';
    }
  | {
      readonly type: 'DraftMended';
      readonly at: Instant;
      readonly monday: LocalDate;
      readonly by: PersonId;
      readonly what: 'hide' | 'show' | 'talk';
      readonly number: number;
    };

/** `note` is the number of a note to the sponsor. What it tells stands in its row. */
export type SponsorEvent = { readonly at: Instant; readonly note: number } & (
  | { readonly type: 'SponsorNoteMade'; readonly from: Instant; readonly asked: boolean }
  | { readonly type: 'SponsorNoteAdded'; readonly by: PersonId; readonly words: { readonly words: string } }
  | { readonly type: 'SponsorNotePosted'; readonly by: PersonId }
  | { readonly type: 'SponsorNoteReminded' }
);
