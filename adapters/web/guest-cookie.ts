import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { GuestProblem } from './errors.ts';
import type { GuestRoom, GuestVisit } from './guest-room.ts';

/** A visit stays open on a device for a day; the link itself opens the next one. */
const openSeconds = 86_400;

/** `__Host-` keeps other machines of the same domain from setting it. Browsers take that only over https. */
function cookieName(origin: string): string {
  return origin.startsWith('https://') ? '__Host-wesaid-guest' : 'wesaid-guest';
}

/** `Lax` and not `Strict`: the page that a link opens from a mail would else come without it. */
function cookie(origin: string, value: string, seconds: number): string {
  const secure = origin.startsWith('https://') ? '; Secure' : '';
  return `${cookieName(origin)}=${value}; Path=/; Max-Age=${String(seconds)}; HttpOnly; SameSite=Lax${secure}`;
}

export function keepVisit(origin: string, visit: string): string {
  return cookie(origin, visit, openSeconds);
}

export function dropVisit(origin: string): string {
  return cookie(origin, '', 0);
}

export function visitIn(request: IncomingMessage, origin: string): string | null {
  const name = cookieName(origin);
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  return pairs.find(([key]) => key === name)?.[1] ?? null;
}

/**
 * Another site's page must not press our buttons. Browsers send one of the two headers; plain programs send none. A
 * machine can have two names on its own network, so the address counts only where the browser does not say it better.
 */
export function checkGuestOrigin({ headers }: IncomingMessage, origin: string): void {
  const site = headers['sec-fetch-site'];
  const own = site === undefined ? headers.origin === undefined || headers.origin === origin : site === 'same-origin';
  if (!own) throw new GuestProblem('not-from-here');
}

const pages = 'guest page';

/** The number of a page, marked for one visit: a form of another visit, or of no page of ours, is not taken. */
export function pageMark({ door, ids }: GuestRoom, { visit }: Pick<GuestVisit, 'visit'>): string {
  return door.seals.seal(pages, `${ids.newId()}.${digestOf(visit)}`);
}

/**
 * One text for an act: pressed twice on the same page it is one act; something else typed there (after Back in the
 * browser) is another. It holds the person only as a part of a digest, so that it can stay when they are forgotten.
 */
export function guestActKey({ door }: GuestRoom, { visit, guest, posted }: GuestVisit, path: string): string {
  const [page = '', of = ''] = door.seals.open(pages, posted.get('page') ?? '')?.split('.') ?? [];
  if (page === '' || of !== digestOf(visit)) throw new GuestProblem('old-page');
  const done = createHash('sha256').update(`${path}\0${guest.identity.user}`);
  for (const [name, value] of posted) if (name !== 'page') done.update(`\0${name}\0${value}`);
  return page + done.digest('hex').slice(0, 20);
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
