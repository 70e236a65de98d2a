import { webApi } from '@slack/bolt';
import { messageGone, PlatformRefused, PlatformUnreachable } from '../../src/ports.ts';

/** Slack's no in the port's words. Codes are Slack's own: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
export function toPlatformError(error: unknown): PlatformRefused | PlatformUnreachable {
  if (error instanceof PlatformRefused || error instanceof PlatformUnreachable) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) return rateLimited(error.retryAfter * 1000);
  if (error instanceof webApi.WebAPIPlatformError) return fromCode(codeOf(error));
  if (error instanceof webApi.WebAPIHTTPError) return fromStatus(error.statusCode);
  if (error instanceof webApi.WebAPIRequestError)
    return new PlatformUnreachable(networkCode(error.original), { cause: error });
  return new PlatformUnreachable('unknown', { cause: error });
}

/** True when Slack would take the message without its blocks. */
export function refusesBlocks(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && blockCodes.has(codeOf(error));
}

const blockCodes = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'block_mismatch']);

/** Trying the same again can never work. */
const forGood = new Set([
  ...blockCodes,
  'cannot_dm_bot',
  'cant_update_message',
  'channel_is_limited_access',
  'channel_not_found',
  'edit_window_closed',
  'invalid_arguments',
  'is_archived',
  'messages_tab_disabled',
  'msg_too_long',
  'no_text',
  'not_in_channel',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_locked',
  'restricted_action_thread_only_channel',
  'thread_not_found',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
  'users_not_found',
  'user_not_in_channel',
]);

/** Slack says of these that part of the work may have been done. */
const unsure = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);

/** The operator can mend these (a token, a scope, a plan), so what waits is kept and tried again now and then. */
const mendable = new Set([
  'access_denied',
  'account_inactive',
  'ekm_access_denied',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
]);

const mendingMs = 300_000;
/** Slack's longest window is a minute; for when it names no time of its own. */
const unnamedWaitMs = 60_000;

function fromCode(code: string): PlatformRefused | PlatformUnreachable {
  if (unsure.has(code) || code === '') return new PlatformUnreachable(code === '' ? 'no-json' : code);
  if (code === 'ratelimited' || code === 'rate_limited') return rateLimited(unnamedWaitMs);
  if (code === 'message_not_found') return new PlatformRefused(messageGone, { forGood: true });
  if (mendable.has(code)) return new PlatformRefused(code, { forGood: false, retryAfterMs: mendingMs });
  return new PlatformRefused(code, { forGood: forGood.has(code) });
}

function fromStatus(status: number): PlatformRefused | PlatformUnreachable {
  if (status === 429) return rateLimited(unnamedWaitMs);
  const code = `http-${status}`;
  return status >= 500 ? new PlatformUnreachable(code) : new PlatformRefused(code, { forGood: false });
}

function rateLimited(retryAfterMs: number): PlatformRefused {
  return new PlatformRefused('ratelimited', { forGood: false, retryAfterMs });
}

/** The SDK puts a whole page here when a proxy answered in Slack's place. */
function codeOf(error: InstanceType<typeof webApi.WebAPIPlatformError>): string {
  const code: unknown = error.data.error;
  return typeof code === 'string' && /^[a-z_]{2,80}$/.test(code) ? code : '';
}

function networkCode(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code.toLowerCase();
  return error.name === 'TimeoutError' ? 'timeout' : 'network';
}
