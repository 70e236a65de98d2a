import { describe, expect, it } from 'vitest';
import { fromRefusal, toPlatformError, withoutToken } from '../../../adapters/teams/errors.ts';
import { PlatformRefused, PlatformUnreachable } from '../../../src/ports.ts';

const said = (status: number, code: string | null = null, retryAfter: string | null = null) =>
  fromRefusal({ status, retryAfter, body: code === null ? '' : JSON.stringify({ error: { code, message: 'No.' } }) });
const refused = (status: number, code: string | null = null, retryAfter: string | null = null): PlatformRefused => {
  const error = said(status, code, retryAfter);
  if (error instanceof PlatformRefused) return error;
  throw new Error(`${String(status)} is no plain no`);
};

describe("Teams' no", () => {
  it.each([
    [403, 'BotNotInConversationRoster', 'bot-not-in-conversation-roster'],
    [403, 'ForbiddenOperationException', 'forbidden-operation-exception'],
    [403, 'ConversationBlockedByUser', 'conversation-blocked-by-user'],
    [404, 'ConversationNotFound', 'conversation-not-found'],
    [404, 'ActivityNotFoundInConversation', 'activity-not-found-in-conversation'],
    [413, 'MessageSizeTooBig', 'message-size-too-big'],
    [400, 'BadSyntax', 'bad-syntax'],
  ])('%i %s is for good', (status, code, ours) => {
    expect(refused(status, code)).toMatchObject({ code: ours, forGood: true });
  });

  it('of someone who blocked WeSaid is told in another shape, and is for good too', () => {
    const message = JSON.stringify({ subCode: 'MessageWritesBlocked', details: 'Thread is blocked.', errorCode: null });
    const error = fromRefusal({ status: 403, retryAfter: null, body: JSON.stringify({ errorCode: 209, message }) });
    expect(error).toMatchObject({ name: 'PlatformRefused', code: 'message-writes-blocked', forGood: true });
  });

  it('to the registration or the secret can be mended, so it is tried again after five minutes', () => {
    expect(refused(401, 'BotNotRegistered')).toMatchObject({
      code: 'bot-not-registered',
      forGood: false,
      retryAfterMs: 300_000,
    });
    expect(withoutToken({ errorCode: 'invalid_client' })).toMatchObject({
      code: 'no-token-invalid-client',
      forGood: false,
      retryAfterMs: 300_000,
    });
  });

  it('because of too many calls is waited out for as long as it says', () => {
    expect(refused(429, 'Throttled', '17')).toMatchObject({ code: 'throttled', forGood: false, retryAfterMs: 17_000 });
    expect(refused(429, null, null).retryAfterMs).toBe(30_000);
    expect(refused(429, null, 'soon').retryAfterMs).toBe(30_000);
    expect(refused(429, null, '999999').retryAfterMs).toBe(3_600_000);
    const date = new Date(Date.now() + 40_000).toUTCString();
    expect(refused(429, null, date).retryAfterMs).toBeGreaterThan(30_000);
    expect(refused(429, null, new Date(0).toUTCString()).retryAfterMs).toBe(0);
  });

  it('because two wrote at once is tried again, and nothing was written', () => {
    expect(refused(412, 'PreconditionFailed')).toMatchObject({
      code: 'precondition-failed',
      forGood: false,
      retryAfterMs: null,
    });
  });

  it('says how long to wait, and is believed', () => {
    expect(refused(412, 'PreconditionFailed', '2').retryAfterMs).toBe(2_000);
  });

  it.each([500, 502, 503, 504, 408])('%i leaves open whether the message arrived', (status) => {
    expect(said(status)).toBeInstanceOf(PlatformUnreachable);
    expect(said(status)).toMatchObject({ code: `http-${String(status)}` });
  });

  it('is read from a page of a proxy as its number alone', () => {
    const page = '<html>Something with words in it</html>';
    expect(fromRefusal({ status: 502, retryAfter: null, body: page }).code).toBe('http-502');
    expect(fromRefusal({ status: 403, retryAfter: null, body: page }).code).toBe('http-403');
    expect(refused(403, 'Someone wrote: hello').code).toBe('http-403');
  });
});

describe('what goes wrong on the way', () => {
  it.each([
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'econnrefused'],
    [Object.assign(new Error('x'), { code: 'UND_ERR_HEADERS_TIMEOUT' }), 'und-err-headers-timeout'],
    [new DOMException('x', 'TimeoutError'), 'timeout'],
    [new Error('x'), 'network'],
    ['x', 'network'],
  ])('leaves open whether the message arrived: %s', (thrown, code) => {
    expect(toPlatformError(thrown)).toMatchObject({ name: 'PlatformUnreachable', code });
  });

  it('stays what it is when it is known already', () => {
    const known = new PlatformRefused('place-not-known', { forGood: true });
    expect(toPlatformError(known)).toBe(known);
  });
});
