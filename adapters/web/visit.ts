import type { PretendPerson } from './rehearsal.ts';

/** One request, read and checked. `posted` is empty when a page is only looked at. */
export interface Visit {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly posted: URLSearchParams;
  /** Everyone there is to be. */
  readonly people: readonly PretendPerson[];
}

/** A request to a page under /as/PERSON. */
export interface PersonVisit extends Visit {
  readonly person: PretendPerson;
}
