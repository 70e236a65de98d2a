import { withoutToken } from './errors.ts';
import { text } from './payload.ts';
import type { Wire } from './wire.ts';

interface App {
  readonly id: string;
  readonly password: string;
  readonly tenant: string;
}

/** Microsoft's own libraries insist on https and wait for ever. */
const timeoutMs = 15_000;
/** A token must outlive the call that it is for. */
const marginMs = 300_000;

/** Tokens of a stand-in, by the same request that Microsoft takes: https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
export function createTokens({ app, apiUrl, wire }: { app: App; apiUrl: string; wire: Wire }): () => Promise<string> {
  let kept: { readonly token: string; readonly until: number } | null = null;
  return async () => {
    if (kept !== null && performance.now() < kept.until) return kept.token;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: app.id,
      client_secret: app.password,
      scope: 'https://api.botframework.com/.default',
    });
    const { body } = await wire.call({
      url: `${apiUrl.replace(/\/$/, '')}/${app.tenant}/oauth2/v2.0/token`,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
    const answer: unknown = JSON.parse(body);
    const { expires_in: seconds } = answer as { readonly expires_in?: unknown };
    const token = text(answer, 'access_token') ?? '';
    kept = { token, until: performance.now() + Number(seconds ?? 0) * 1000 - marginMs };
    return token;
  };
}

/** Waits for a token, but not for ever; whatever goes wrong is a PlatformRefused, because nothing was sent. */
export async function inTime<T>(token: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(withoutToken({ code: 'timeout' })), timeoutMs);
  });
  try {
    return await Promise.race([token, over]);
  } catch (error) {
    throw withoutToken(error);
  } finally {
    clearTimeout(timer);
  }
}
