import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';
import { PlatformRefused, PlatformUnreachable } from '../src/ports.ts';

function logged(use: (log: ReturnType<typeof createLog>) => void, level: Parameters<typeof createLog>[0] = 'debug') {
  const lines: string[] = [];
  use(createLog(level, { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('a line of the log', () => {
  it('is one line of JSON: level, time, what, and fields', () => {
    const [line] = logged((log) => {
      log.info('listening', { port: 3000 });
    });
    expect(line).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      port: 3000,
      msg: 'listening',
    });
  });

  it.each([
    ['debug', ['info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['error', ['error']],
    ['silent', []],
  ] as const)('at %s: %j', (level, expected) => {
    const lines = logged((log) => {
      log.info('info');
      log.warn('warn');
      log.error('error');
    }, level);
    expect(lines.map(({ msg }) => msg)).toEqual(expected);
  });
});

describe('the fear: words that a person typed stand in the log', () => {
  const words = 'Amina cried on the ward';
  const deep = () => {
    throw new SyntaxError(`Unexpected token in "${words}"`);
  };
  const caught = (): unknown => {
    try {
      return deep();
    } catch (error) {
      return error;
    }
  };

  it.each<[string, unknown]>([
    ['an error that quotes them', caught()],
    ['one of several lines', new Error(`first\n${words}\n    at ${words}`)],
    ['one that looks like a frame', new Error(`no\n    at ${words} (/home/x.ts:1:2)\n    at y (/home/y.ts:1:2)`)],
    ['a cause that quotes them', new Error('outer', { cause: new Error(words) })],
    ['the cause of a cause', new Error('a', { cause: new Error('b', { cause: caught() }) })],
    ['a code that is a sentence', Object.assign(new Error('no'), { code: words })],
    ['what is no error at all', words],
    ['an object', { message: words }],
    ['several at once', new AggregateError([new Error(words)], words)],
    ['a cut line', new PlatformUnreachable('cut', { cause: new Error(words) })],
  ])('%s', (_what, error) => {
    const lines = logged((log) => {
      log.error('a timer failed', { huddle: 'willow', error });
      log.warn('again', { error });
    });
    expect(JSON.stringify(lines)).not.toContain('Amina');
    expect(JSON.stringify(lines)).not.toContain('cried');
    expect(lines[0]).toMatchObject({ huddle: 'willow', msg: 'a timer failed' });
  });

  it('an error under another name is held to the same', () => {
    const lines = logged((log) => {
      log.warn('again', { why: new Error(words), err: new Error(words) });
    });
    expect(JSON.stringify(lines)).not.toContain('Amina');
  });
});

describe('what an operator can still find out', () => {
  it('the kind of error, its code, and where in the program it was', () => {
    const [line] = logged((log) => {
      log.error('no', { error: Object.assign(new TypeError('no'), { code: 'SQLITE_FULL' }) });
    });
    expect(line?.['error']).toMatchObject({ name: 'TypeError', code: 'SQLITE_FULL' });
    const { frames } = line?.['error'] as { frames: readonly string[] };
    expect(frames[0]).toMatch(/^at .*log\.test\.ts:\d+:\d+\)?$/);
    expect(frames.length).toBeGreaterThan(2);
    expect(frames.length).toBeLessThanOrEqual(12);
  });

  it('what a platform refused, by its code', () => {
    const [line] = logged((log) => {
      log.warn('no', { error: new PlatformRefused('is_archived', { forGood: true }) });
    });
    expect(line?.['error']).toMatchObject({ name: 'PlatformRefused', code: 'is_archived' });
  });

  it('an error without a message, or without a stack, breaks nothing', () => {
    const bare = new Error('gone');
    delete bare.stack;
    const own: { cause?: unknown } = new Error('turns in a circle');
    own.cause = own;
    const lines = logged((log) => {
      for (const error of [new Error(''), bare, own, null, undefined]) log.error('no', { error });
    });
    expect(lines).toHaveLength(5);
  });
});
