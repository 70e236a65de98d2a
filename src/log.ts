import { pino } from 'pino';
import type { Config } from './config.ts';
import type { Log } from './ports.ts';

/** One JSON line each, to standard output. Of an error only what cannot hold a person's words: its name, code and frames. */
export function createLog(level: Config['logLevel']): Log {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: traceOf } });
  return {
    info: (what, fields = {}) => {
      out.info(fields, what);
    },
    warn: (what, fields = {}) => {
      out.warn(fields, what);
    },
    error: (what, fields = {}) => {
      out.error(fields, what);
    },
  };
}

/** An error's message may quote what was being read, such as "Unexpected token in …"; it stays out of the log. */
function traceOf(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: traceOf(error.cause) };
  return { name: error.name, ...code, frames: frames.slice(0, 12).map((line) => line.trim()), ...cause };
}
