import type { GuestPass } from '../domain/guest.ts';
import { addMs, dayMs, epochMs, type Instant } from '../domain/time.ts';
import type { Links } from '../ports-guests.ts';

/* What stands in the addresses of pages for guests: a few facts, each with the mark that makes them ours. */

const link = 'guest link';
const card = 'guest card';
const print = 'guest print';

/** Which link of whom: good for as long as the store says so. */
export interface LinkFacts {
  readonly user: string;
  readonly serial: number;
}

export function guestAddress({ origin }: Links, path: string): string {
  return `${origin}/g/${path}`;
}

export function linkToken({ seals }: Links, { user, serial }: Pick<GuestPass, 'user' | 'serial'>): string {
  return seals.seal(link, `${user}.${String(serial)}`);
}

export function readLinkToken({ seals }: Links, token: string): LinkFacts | null {
  return linkFacts(seals.open(link, token));
}

/** The page that prints a link, for a coordinator: it shows the link and does not use it. */
export function cardToken(links: Links, { user, serial }: Pick<GuestPass, 'user' | 'serial'>, until: Instant): string {
  return links.seals.seal(card, `${user}.${String(serial)}.${seconds(until)}`);
}

export function readCardToken({ seals }: Links, token: string, now: Instant): LinkFacts | null {
  const text = stillGood(seals.open(card, token), now);
  return text === null ? null : linkFacts(text);
}

export interface Sheet {
  readonly of: 'question' | 'digest' | 'page';
  /** A round's id; a huddle's id and the Monday of its week; a huddle's id, the kind of page and its number. */
  readonly subject: string;
}

/** Where a sheet can be opened to be printed, by whoever holds the link, for 7 days by the machine's own clock. */
export function printAddress(links: Links, { of, subject }: Sheet, wallNow: Instant): string {
  const until = addMs(wallNow, 7 * dayMs);
  const token = links.seals.seal(print, `${of}~${subject.replaceAll('/', '~')}.${seconds(until)}`);
  return guestAddress(links, `print/${token}`);
}

export function readPrintToken({ seals }: Links, token: string, now: Instant): Sheet | null {
  const [of = '', ...subject] = stillGood(seals.open(print, token), now)?.split('~') ?? [];
  if (of !== 'question' && of !== 'digest' && of !== 'page') return null;
  return { of, subject: subject.join(of === 'question' ? '~' : '/') };
}

export function linkFacts(text: string | null): LinkFacts | null {
  const [, user, serial] = /^([A-Za-z0-9]{8,40})\.(\d{1,9})$/.exec(text ?? '') ?? [];
  return user === undefined ? null : { user, serial: Number(serial) };
}

function seconds(at: Instant): string {
  return String(Math.floor(epochMs(at) / 1_000));
}

/** The text before its last dot, while the moment behind the dot is still to come. */
function stillGood(text: string | null, now: Instant): string | null {
  if (text === null) return null;
  const parting = text.lastIndexOf('.');
  return epochMs(now) / 1_000 < Number(text.slice(parting + 1)) ? text.slice(0, parting) : null;
}
