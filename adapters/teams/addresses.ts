import type { Address, Identity, PlaceRef } from './acts.ts';

/** Where places and people are reached, kept in the program's own address book. */
export interface Addresses {
  /** Keeps where a place or a person's own chat is reached; writes nothing when that is known already. */
  learn(of: PlaceRef | Identity, address: Address): Promise<void>;
  /** Throws PlatformRefused `place-not-known`, for good, when Teams never told where it is. */
  ofPlace(place: PlaceRef): Promise<Address>;
  /** The person's own chat, opened when it never was. Throws PlatformRefused or PlatformUnreachable. */
  reach(person: Identity): Promise<Address>;
}
