import type { HuddleId, Identity } from './domain/ids.ts';
import type { Instant, Zone } from './domain/time.ts';
import type { Document } from './messages/document.ts';

/* What crosses the edge for people without an account. */

/** Marks short texts as ours, so that what comes back from a browser or in an address can be trusted. */
export interface Seals {
  /** The text, a dot and its mark. A mark made for one purpose is worth nothing for another. */
  seal(purpose: string, text: string): string;
  /** The text again, or null for one that was not sealed for this purpose. Takes the same time for each wrong mark. */
  open(purpose: string, sealed: string): string | null;
}

/** What personal links are made with; there is none where the operator has not set an address and a secret. */
export interface Links {
  readonly seals: Seals;
  /** Where the world reaches WeSaid, without a slash at its end: "https://wesaid.example.org". */
  readonly origin: string;
}

/** Someone whose link is good now, as their pages see them. */
export interface Guest {
  readonly identity: Identity;
  readonly name: string;
  readonly huddle: { readonly id: HuddleId; readonly name: string };
  readonly zone: Zone;
  /** When the link stops working, by the machine's clock. */
  readonly endsAt: Instant;
  /** They said yes to taking part, and have not left. */
  readonly takesPart: boolean;
  /** Both yeses or noes and their group are there; until then the next of these is asked first. */
  readonly isSettled: boolean;
  /** Someone who helps them is at the keys, and said so on the way in. */
  readonly bySupporter: boolean;
}

/** Someone in the huddle, as a form asks for people. */
export interface Fellow {
  /** Stands for them in what the form posts. */
  readonly user: string;
  readonly name: string;
}

/** What stands on a page of its own for printing. */
export interface Sheet {
  readonly title: string;
  readonly document: Document;
}

/** What the pages for guests need beside `Handle`. Whatever is not good now is null, and nothing says why. */
export interface GuestDoor extends Links {
  /** By a link's token, as oneself or as someone who helps. The visit is what the browser keeps instead of it. */
  enter(token: string, as: { readonly supporter: boolean }): Promise<{ visit: string; guest: Guest } | null>;
  visit(visit: string): Promise<Guest | null>;
  /** The page that prints a link. */
  card(token: string): Promise<{ readonly guest: Guest; readonly address: string } | null>;
  print(token: string): Promise<Sheet | null>;
  /** The question that is open, and how it stands for them; null when none is. */
  question(guest: Guest): Promise<Document | null>;
  /** The newest digest and what stands in its thread; empty before the first. */
  digest(guest: Guest): Promise<readonly Document[]>;
  /** Everyone who takes part in their huddle, by name. */
  fellows(guest: Guest): Promise<readonly Fellow[]>;
  /** Whether notes can be kept for a guest: not once their link was ended. */
  isKnown(user: string): Promise<boolean>;
}
