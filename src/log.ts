import { pino } from 'pino';
import type { Config } from './config.ts';
import type { Log } from './ports.ts';

/** Where lines go. */
interface Lines {
  write(line: string): void;
}

/**
 * One JSON line each, to standard output unless `to` says otherwise. Of an error, under whatever name it is handed in,
 * only what cannot hold a person's words: its name, code and frames.
 */
export function createLog(level: Config['logLevel'], to: Lines = pino.destination(1)): Log {
  const formatters = { log: withTraces };
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters, serializers: {} }, to);
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

function withTraces(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(fields).map(([name, value]) => [
    name,
    value instanceof Error || name === 'error' ? traceOf(value) : value,
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

const mostFrames = 12;
const deepest = 5;

/** An error's message may quote what was being read, such as "Unexpected token in …"; it stays out of the log. */
function traceOf(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && isCode(error.code) ? { code: error.code } : {};
  const inner = error.cause === undefined || depth === deepest ? {} : { cause: traceOf(error.cause, depth + 1) };
  return { name: error.name, ...code, frames: framesOf(error).slice(0, mostFrames), ...inner };
}

/** ECONNREFUSED, SQLITE_FULL, rate_limited: one word. Anything longer may be a sentence. */
function isCode(code: unknown): code is string | number {
  return typeof code === 'number' || (typeof code === 'string' && /^[\w.-]{1,60}$/.test(code));
}

/** The frames stand at the end of the stack, after the message, of which a line may look like one: "at home". */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const lines = stack.slice(Math.max(0, stack.indexOf(message)) + message.length).split('\n');
  const lastOther = lines.findLastIndex((line) => !/^\s+at .*(?::\d+:\d+|<anonymous>|\(index \d+)\)?$/.test(line));
  return lines.slice(lastOther + 1).map((line) => line.trim());
}
