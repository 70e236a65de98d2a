import type { HuddleId, MessageRef, PersonId, PlaceRef } from './domain/ids.ts';
import type { Instant } from './domain/time.ts';

/** What the outbox shall show: never words, only what it is about. A later `version` overtakes an unsent earlier one. */
export interface Note {
  readonly kind: NoteKind;
  readonly subject: string;
  readonly to: PlaceRef | { readonly person: PersonId };
  readonly huddle: HuddleId;
  readonly notBefore: Instant;
  /** After this moment it is not worth sending and is dropped quietly. */
  readonly expiresAt: Instant | null;
  /** The kind and subject of the note, in the same place, in whose thread this one stands. */
  readonly under: { readonly kind: NoteKind; readonly subject: string } | null;
}

export type NoteKind =
  | 'notice'
  | 'notice-again'
  | 'welcome-back'
  | 'asks-to-join'
  | 'using-side-few'
  | 'place-closed'
  | 'place-connected'
  | 'place-left'
  | 'listening'
  /** The switch of role swaps was turned. */
  | 'role-swaps'
  | 'hello'
  | 'prompt'
  | 'prompt-again'
  | 'pulse'
  /** A private question in words. */
  | 'question-alone'
  /** To whoever chose such questions, which is nobody else's business. */
  | 'role-swap'
  | 'answer'
  | 'round-closed'
  | 'revealed'
  | 'promise-made'
  | 'promise-offered'
  | 'promise-claimed'
  | 'promise-settled'
  | 'promise-due'
  | 'promise-late'
  | 'promise-unanswered'
  | 'promise-suggestion'
  | 'promise-pick-up'
  | 'proposal'
  | 'proposal-news'
  | 'proposal-note'
  | 'decision'
  | 'upstairs'
  | 'upstairs-answer'
  | 'step-look'
  /** To coordinators; and what is posted. */
  | 'sponsor-note'
  | 'sponsor-remind'
  | 'sponsor-posted'
  | 'role-offered'
  | 'role-moved'
  | 'meeting'
  | 'meeting-wrong'
  | 'meeting-yes'
  | 'digest'
  | 'digest-proof'
  | 'digest-heard'
  | 'digest-roles'
  | 'digest-draft'
  | 'checker-asked'
  | 'checker-needed'
  | 'nudge'
  | 'nudge-lead'
  | 'burden'
  /** Of one person's own choosing; what it is about is nobody else's business. */
  | 'just-for-you'
  /** Many promises, is that all right: to whoever holds them, and to nobody else. */
  | 'load-check'
  | 'help-card'
  | 'lead-asked'
  | 'lead-answered'
  | 'lead-told'
  | 'telling'
  | 'numbers-lapsed'
  | 'cover-asked'
  | 'cover-answered'
  | 'complaint'
  | 'not-ready'
  | 'not-reached'
  | 'not-delivered';

/** One row of the outbox: the note and how far it got. A row that was sent is also where its message is found again. */
export interface Outgoing extends Note {
  /** kind, subject and addressee in one text: unique. */
  readonly id: string;
  /** Counts up each time the note is wanted again; sent when `sent` equals `wanted`. */
  readonly wanted: number;
  readonly sent: number;
  readonly attempts: number;
  readonly message: MessageRef | null;
  /** A try ended and nobody knows how: look for the message before posting again. */
  readonly mayHaveArrived: boolean;
  readonly state: 'waiting' | 'sending' | 'done' | 'given-up';
  /** It named someone who was forgotten. Where it cannot be shown without the name, only that is said in its place. */
  readonly namesGone?: true;
}
