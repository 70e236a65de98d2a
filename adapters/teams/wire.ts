import { Agent } from 'undici';
import { fromRefusal, toPlatformError } from './errors.ts';

/** Well over Teams' slowest answers, well under the outbox's lease. */
const timeoutMs = 15_000;

export interface Call {
  readonly url: string;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH';
  readonly headers: Record<string, string>;
  readonly body: string | null;
}

/** One call each, over kept-alive connections. It is never repeated here: the outbox waits and tries again. */
export interface Wire {
  /** The body of a yes. Throws PlatformRefused or PlatformUnreachable. */
  call(call: Call): Promise<{ readonly status: number; readonly body: string }>;
  close(): Promise<void>;
}

export function createWire(): Wire {
  const agent = new Agent({
    connections: 32,
    keepAliveTimeout: 30_000,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  return {
    call: async ({ url, method, headers, body }) => {
      const { origin, pathname, search } = new URL(url);
      try {
        const answer = await agent.request({ origin, path: `${pathname}${search}`, method, headers, body });
        const [status, text] = [answer.statusCode, await answer.body.text()];
        if (status >= 200 && status < 300) return { status, body: text };
        const retryAfter = answer.headers['retry-after'];
        throw fromRefusal({ status, retryAfter: typeof retryAfter === 'string' ? retryAfter : null, body: text });
      } catch (error) {
        throw toPlatformError(error);
      }
    },
    close: () => agent.close(),
  };
}
