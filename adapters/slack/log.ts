import { LogLevel, type Logger } from '@slack/bolt';
import type { Log } from '../../src/ports.ts';

type LogFacts = Readonly<Record<string, string>>;

/** Code and name of an error. Its message is left out: it may quote what a person wrote. */
export function errorFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error };
  return 'code' in error && typeof error.code === 'string'
    ? { error: error.name, code: error.code }
    : { error: error.name };
}

/** The SDK's own logging. Its debug and info lines hold whole payloads, so they go nowhere. */
export function sdkLogger(log: Log): Logger {
  const nothing = (): void => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: (...said: unknown[]) => {
      log.warn('slack-sdk', sdkFacts(said));
    },
    error: (...said: unknown[]) => {
      log.error('slack-sdk', sdkFacts(said));
    },
    setLevel: nothing,
    setName: nothing,
    getLevel: () => LogLevel.WARN,
  };
}

/** Bolt ends this line with what it could not read: only the line's beginning is kept. */
const quotesTheBody = 'Malformed request body';

function sdkFacts([first]: readonly unknown[]): LogFacts {
  if (typeof first !== 'string') return errorFacts(first);
  return { said: first.startsWith(quotesTheBody) ? quotesTheBody : first.slice(0, 200) };
}
