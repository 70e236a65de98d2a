import { PlatformRefused, PlatformUnreachable } from '../../src/ports.ts';
import { part, text } from './payload.ts';

/** What the Bot Connector answered when it was not a yes. */
export interface Refusal {
  readonly status: number;
  readonly retryAfter: string | null;
  /** As it came; only codes are read from it. */
  readonly body: string;
}

/** The operator can mend these (a secret, the registration), so what waits is kept and tried again now and then. */
const mendingMs = 300_000;
/** For when Teams names no time of its own; its longest short window is 30 s. */
const unnamedWaitMs = 30_000;
/** A wrong clock or a broken proxy must not stop the outbox for days. */
const longestWaitMs = 3_600_000;

/**
 * Teams' no in the port's words. Which status means what:
 * https://learn.microsoft.com/en-us/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis
 * and https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/rate-limit
 */
export function fromRefusal(refusal: Refusal): PlatformRefused | PlatformUnreachable {
  const { status } = refusal;
  const code = codeIn(refusal.body) ?? `http-${status}`;
  if (status === 429) return later('throttled', waitOf(refusal.retryAfter) ?? unnamedWaitMs);
  if (status === 401) return later(code, mendingMs);
  // Several writers met in one conversation: nothing was written.
  if (status === 412 || status === 409) return later(code, waitOf(refusal.retryAfter));
  if (status >= 500 || status === 408) return new PlatformUnreachable(code);
  return new PlatformRefused(code, { forGood: neverAgain.has(status) });
}

/** Trying the same again can never work: it is malformed, not allowed, not there, or too large. */
const neverAgain = new Set([400, 403, 404, 405, 410, 413]);

/** Anything that was thrown on the way out. */
export function toPlatformError(error: unknown): PlatformRefused | PlatformUnreachable {
  if (error instanceof PlatformRefused || error instanceof PlatformUnreachable) return error;
  return new PlatformUnreachable(networkCode(error), { cause: error });
}

/** No token to send with: nothing was sent, and the operator may have to mend it. */
export function withoutToken(error: unknown): PlatformRefused {
  const code = text(error, 'errorCode') ?? text(error, 'code');
  return later(code === null ? 'no-token' : `no-token-${kebab(code)}`, mendingMs);
}

function later(code: string, retryAfterMs: number | null): PlatformRefused {
  return new PlatformRefused(code, { forGood: false, ...(retryAfterMs === null ? {} : { retryAfterMs }) });
}

/** `Retry-After` is in seconds or a date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function waitOf(retryAfter: string | null): number | null {
  if (retryAfter === null || retryAfter.trim() === '') return null;
  const seconds = Number(retryAfter);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longestWaitMs) : null;
}

/** The code stands in `error.code`, or as a `subCode` in JSON that is a text in `message`. */
function codeIn(body: string): string | null {
  const answer = readJson(body);
  const inner = readJson(text(answer, 'message') ?? '');
  const code = text(part(answer, 'error'), 'code') ?? text(inner, 'subCode') ?? text(inner, 'errorCode');
  return code !== null && /^[A-Za-z]{2,60}$/.test(code) ? kebab(code) : null;
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // A proxy answered in Teams' place.
    return null;
  }
}

function networkCode(error: unknown): string {
  const code = text(error, 'code') ?? (error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : null);
  return code === null ? 'network' : kebab(code);
}

/** `BotNotInConversationRoster` and `UND_ERR_HEADERS_TIMEOUT` alike. */
function kebab(code: string): string {
  return code
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
}
