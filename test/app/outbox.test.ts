import { afterEach, describe, expect, it } from 'vitest';
import { createOutbox } from '../../src/app/outbox.ts';
import type { PersonId, PlaceRef, RoundId } from '../../src/domain/ids.ts';
import { addMs } from '../../src/domain/time.ts';
import type { Delivery } from '../../src/ports.ts';
import type { Note, NoteKind } from '../../src/ports-outbox.ts';
import type { Weather } from './fake-platform.ts';
import {
  addHuddle,
  channel,
  closeStages,
  huddleOf,
  memberOf,
  openStage,
  personOf,
  userOf,
  willow,
  type Stage,
} from './stage.ts';

afterEach(closeStages);

const start = '2027-03-01T10:00:00.000Z';
const otherChannel: PlaceRef = { ...channel, channel: 'C2' };
const minuteMs = 60_000;

/** Puts a question of its own into the outbox, so that what arrives can be told apart by its words. */
async function want(stage: Stage, words: string, changes: Partial<Note> = {}): Promise<void> {
  const id = `${willow}~${words}` as RoundId;
  await stage.store.transact(async (records) => {
    const known = await records.rounds.get(id);
    if (known === null) {
      const prompt = { id: null, text: words, kind: 'open', reach: 'choose', options: [] } as const;
      const times = { opensAt: start, closesAt: '2027-03-04T10:00:00.000Z' };
      const none = { askedBy: null, heard: null, order: [], version: 1 };
      await records.rounds.save({ id, huddle: willow, prompt, status: 'open', ...times, ...none });
    }
    const kind: NoteKind = 'person' in (changes.to ?? channel) ? 'prompt-again' : 'prompt';
    await records.outbox.enqueue({
      kind,
      subject: id,
      to: channel,
      huddle: willow,
      notBefore: stage.now(),
      expiresAt: null,
      under: null,
      ...changes,
    });
  });
}

async function change(stage: Stage, words: string, newWords: string): Promise<void> {
  await stage.store.transact(async (records) => {
    const round = await records.rounds.get(`${willow}~${words}` as RoundId);
    if (round === null) throw new Error('no such question');
    await records.rounds.save({ ...round, prompt: { ...round.prompt, text: newWords }, version: round.version + 1 });
  });
}

const toPerson = (name: Parameters<typeof personOf>[0]) => ({ to: { person: personOf(name) } });
const about = (delivery: Delivery) => delivery.id.split('~')[1]?.split(' >')[0] ?? delivery.id.split(' ')[0];
const tried = (stage: Stage) => stage.platform.tries.map(about);
const stands = (stage: Stage, to = 'C1') =>
  stage.platform
    .messages()
    .filter((one) => one.to === to)
    .map(({ text }) => text.split('\n')[1]);

/** The weather of one question; every other is fine. */
function only(stage: Stage, words: string, weather: Weather | ((attempt: number) => Weather)): void {
  stage.platform.weather((delivery, attempt) => {
    if (about(delivery) !== words) return 'fine';
    return typeof weather === 'function' ? weather(attempt) : weather;
  });
}

describe('a place keeps its order', () => {
  it('notes arrive in the order in which they were wanted', async () => {
    const stage = await openStage({ start });
    for (const words of ['one', 'two', 'three']) await want(stage, words);
    await stage.outbox.flush();
    expect(stands(stage)).toEqual(['one', 'two', 'three']);
  });

  it('a note that is refused for now holds back its place, and no other place or person', async () => {
    const stage = await openStage({ start });
    only(stage, 'one', { refused: 'rate_limited' });
    await want(stage, 'one');
    await want(stage, 'two');
    await want(stage, 'elsewhere', { to: otherChannel });
    await want(stage, 'for Dev', toPerson('Dev'));
    await stage.outbox.flush();
    expect(stands(stage)).toEqual([]);
    expect(stands(stage, 'C2')).toEqual(['elsewhere']);
    expect(stage.notes('Dev')).toHaveLength(1);
    stage.platform.weather(() => 'fine');
    await stage.moveTo(addMs(start, minuteMs));
    expect(stands(stage)).toEqual(['one', 'two']);
  });

  it('a place that answers slowly holds back no other place', async () => {
    const stage = await openStage({ start });
    let answer: (value: unknown) => void = () => undefined;
    only(stage, 'one', { slowly: new Promise((resolve) => (answer = resolve)) });
    await want(stage, 'one');
    await want(stage, 'two');
    await want(stage, 'elsewhere', { to: otherChannel });
    await want(stage, 'elsewhere again', { to: otherChannel });
    const flushed = stage.outbox.flush();
    await until(() => stands(stage, 'C2').length === 2);
    expect(stands(stage, 'C2')).toEqual(['elsewhere', 'elsewhere again']);
    await want(stage, 'for Dev, while one is on its way', toPerson('Dev'));
    stage.outbox.poke();
    await until(() => stage.notes('Dev').length === 1);
    expect(stage.notes('Dev')).toHaveLength(1);
    expect(stands(stage)).toEqual([]);
    answer(null);
    await flushed;
    expect(stands(stage)).toEqual(['one', 'two']);
  });

  it('what stands in a thread follows the message that it stands under', async () => {
    const stage = await openStage({ start });
    only(stage, 'one', (attempt) => (attempt < 3 ? { refused: 'busy' } : 'fine'));
    await want(stage, 'one');
    await want(stage, 'below', { under: { kind: 'prompt', subject: `${willow}~one` } });
    await stage.moveTo(addMs(start, 5 * minuteMs));
    const [one, below] = stage.platform.messages();
    expect(below).toMatchObject({ thread: one?.id });
  });
});

describe('a note that does not arrive', () => {
  it('waits as long as the platform asks for, and no less', async () => {
    const stage = await openStage({ start });
    only(stage, 'one', (attempt) => (attempt === 1 ? { refused: 'rate_limited', retryAfterMs: 120_000 } : 'fine'));
    await want(stage, 'one');
    await stage.outbox.flush();
    stage.setClock(addMs(start, 119_999));
    await stage.outbox.flush();
    expect(tried(stage)).toEqual(['one']);
    stage.setClock(addMs(start, 120_000));
    await stage.outbox.flush();
    expect(tried(stage)).toEqual(['one', 'one']);
    expect(stands(stage)).toEqual(['one']);
  });

  it('is tried again after 5 seconds, then 10, then 20, and never more than an hour apart', async () => {
    const stage = await openStage({ start });
    only(stage, 'one', { refused: 'busy' });
    await want(stage, 'one');
    const waits: number[] = [];
    await stage.outbox.flush();
    for (let tries = 1; tries < 22; tries++) {
      const next = await stage.store.read.outbox.next();
      waits.push((Date.parse(next ?? '') - Date.parse(stage.now())) / 1000);
      stage.setClock(next ?? '');
      await stage.outbox.flush();
    }
    expect(waits.slice(0, 5)).toEqual([5, 10, 20, 40, 80]);
    expect(waits.slice(9)).toEqual([2560, ...Array<number>(11).fill(3600)]);
  });

  it('is given up after 22 tries, its place goes on, and the coordinators hear of it in private', async () => {
    const stage = await openStage({ start });
    only(stage, 'one', { refused: 'busy' });
    await want(stage, 'one');
    await want(stage, 'two');
    await stage.moveTo('2027-03-02T10:00:00.000Z');
    expect(tried(stage).filter((words) => words === 'one')).toHaveLength(22);
    expect(stands(stage)).toEqual(['two']);
    expect(stage.notes('Priya')).toEqual([expect.stringContaining('Willow')]);
    expect(stage.notes('Ellis')).toEqual(stage.notes('Priya'));
    expect(stage.notes('Dev')).toEqual([]);
  });

  it('is given up at once when the platform will never take it', async () => {
    const stage = await openStage({ start });
    only(stage, 'one', { refused: 'is_archived', forGood: true });
    await want(stage, 'one');
    await want(stage, 'two');
    await stage.outbox.flush();
    expect(tried(stage).filter((words) => words === 'one')).toHaveLength(1);
    expect(stands(stage)).toEqual(['two']);
    expect(stage.notes('Priya')).toHaveLength(1);
  });

  it('the coordinators hear of it once a day, however many fail', async () => {
    const stage = await openStage({ start });
    stage.platform.weather(({ to }) => ('channel' in to ? { refused: 'is_archived', forGood: true } : 'fine'));
    for (const words of ['one', 'two', 'three']) await want(stage, words);
    await stage.outbox.flush();
    expect(stage.platform.messages()).toHaveLength(2);
    expect(toldOf(stage, 'Priya')).toBe(1);
    stage.setClock('2027-03-01T15:00:00.000Z');
    await want(stage, 'four');
    await stage.outbox.flush();
    expect(toldOf(stage, 'Priya')).toBe(1);
    stage.setClock('2027-03-02T10:00:00.000Z');
    await want(stage, 'five');
    await stage.outbox.flush();
    expect(toldOf(stage, 'Priya')).toBe(2);
  });

  it('the fear: a coordinator who cannot be reached is told of that for ever', async () => {
    const stage = await openStage({ start });
    stage.platform.weather(() => ({ refused: 'user_gone', forGood: true }));
    await want(stage, 'one');
    await stage.outbox.flush();
    await stage.moveTo('2027-03-08T10:00:00.000Z');
    expect(tried(stage)).toEqual(['one', 'not-delivered', 'not-delivered']);
    expect(await stage.store.read.outbox.next()).toBeNull();
  });

  it('a person whom no platform knows is given up, and said so', async () => {
    const stage = await openStage({ start });
    const person = 'p-nowhere' as PersonId;
    await stage.store.transact((records) =>
      records.members.save({ ...memberOf('Jo', huddleOf(start), start), person }),
    );
    await want(stage, 'one', { to: { person } });
    await stage.outbox.flush();
    expect(stage.platform.tries.map(about)).toEqual(['not-delivered', 'not-delivered']);
    expect(stage.notes('Priya')[0]).toContain('1 person');
  });

  it('after a cut line it says that the message may be there, and is not posted twice', async () => {
    const stage = await openStage({ start });
    only(stage, 'one', (attempt) => (attempt === 1 ? { unreachable: 'after' } : 'fine'));
    await want(stage, 'one');
    await stage.moveTo(addMs(start, minuteMs));
    expect(stage.platform.tries.map(({ mayHaveArrived }) => mayHaveArrived)).toEqual([false, true]);
    expect(stands(stage)).toEqual(['one']);
  });

  it('once it may be there, a refusal does not make that untrue', async () => {
    const stage = await openStage({ start });
    only(stage, 'one', (attempt) =>
      attempt === 1 ? { unreachable: 'before' } : attempt === 2 ? { refused: 'busy' } : 'fine',
    );
    await want(stage, 'one');
    await stage.moveTo(addMs(start, minuteMs));
    expect(stage.platform.tries.map(({ mayHaveArrived }) => mayHaveArrived)).toEqual([false, true, true]);
    expect(stands(stage)).toEqual(['one']);
  });

  it('the fear: a bug after the message arrived posts it a second time', async () => {
    const stage = await openStage({ start });
    const store = { ...stage.store };
    let cut = true;
    const { transact } = stage.store;
    // The disk is full at the one moment at which the message is already there and not noted yet.
    store.transact = (work) => {
      const breaks = cut && stage.platform.messages().length === 1;
      if (breaks) cut = false;
      return breaks ? Promise.reject(new Error('disk full')) : transact(work);
    };
    await want(stage, 'one');
    const outbox = createOutbox({ store, clock: stage.clock, log: stage.log, adapter: () => stage.platform });
    await outbox.flush();
    stage.setClock(addMs(start, minuteMs));
    await outbox.flush();
    expect(stage.platform.tries.map(({ mayHaveArrived }) => mayHaveArrived)).toEqual([false, true]);
    expect(stands(stage)).toEqual(['one']);
  });

  it('a bug while one is built holds back its place alone, and is logged without words', async () => {
    const stage = await openStage({ start });
    only(stage, 'one', (attempt) => (attempt === 1 ? { throws: new TypeError('the lift was broken') } : 'fine'));
    await want(stage, 'one');
    await want(stage, 'elsewhere', { to: otherChannel });
    await stage.outbox.flush();
    expect(stands(stage, 'C2')).toEqual(['elsewhere']);
    expect(stage.logged).toMatchObject([{ level: 'warn', fields: { code: 'bug', tries: 1 } }]);
    await stage.moveTo(addMs(start, minuteMs));
    expect(stands(stage)).toEqual(['one']);
  });

  it('the fear: a wait of seconds becomes a minute, because nobody looks before the next tick', async () => {
    const stage = await openStage({ start });
    const waits: { ms: number; work: () => void; off: boolean }[] = [];
    const after = (ms: number, work: () => void) => {
      const wait = { ms, work, off: false };
      waits.push(wait);
      return () => {
        wait.off = true;
      };
    };
    const { store, clock, log, platform } = stage;
    const outbox = createOutbox({ store, clock, log, adapter: () => platform, after });
    only(stage, 'one', (attempt) => (attempt === 1 ? { refused: 'throttled', retryAfterMs: 2_000 } : 'fine'));
    await want(stage, 'one');
    await outbox.flush();
    expect(waits.map(({ ms, off }) => ({ ms, off }))).toEqual([{ ms: 5_000, off: false }]);
    stage.setClock(addMs(start, 5_000));
    waits[0]?.work();
    await until(() => stands(stage).length === 1);
    await outbox.stop();
    expect(waits).toHaveLength(1);
  });

  it('one that is no longer worth sending is dropped, and nobody is told', async () => {
    const stage = await openStage({ start });
    only(stage, 'one', { refused: 'busy' });
    await want(stage, 'one', { expiresAt: addMs(start, 30_000) });
    await want(stage, 'two');
    await stage.moveTo(addMs(start, 5 * minuteMs));
    expect(stands(stage)).toEqual(['two']);
    expect(stage.logged.filter(({ level }) => level === 'error')).toEqual([]);
    expect(stage.notes('Priya')).toEqual([]);
  });

  it('one with nothing to show any more is dropped, and holds back nothing', async () => {
    const stage = await openStage({ start });
    await want(stage, 'one', { subject: 'willow~never asked' });
    await want(stage, 'two');
    await stage.outbox.flush();
    expect(stands(stage)).toEqual(['two']);
  });
});

function toldOf(stage: Stage, name: 'Priya'): number {
  return stage.platform.messages().filter(({ to }) => to === userOf(name)).length;
}

/** Lets everything run that needs no clock, until something is true. */
async function until(isTrue: () => boolean): Promise<void> {
  for (let turns = 0; turns < 2000 && !isTrue(); turns++) await new Promise((resolve) => setImmediate(resolve));
}

describe('newer news', () => {
  it('overtakes what was not sent yet: one message, with the newest words', async () => {
    const stage = await openStage({ start });
    await want(stage, 'one');
    await change(stage, 'one', 'one, put better');
    await want(stage, 'one');
    await stage.outbox.flush();
    expect(stands(stage)).toEqual(['one, put better']);
    expect(stage.platform.tries).toHaveLength(1);
  });

  it('changes the message that was sent, in its own place', async () => {
    const stage = await openStage({ start });
    await want(stage, 'one');
    await want(stage, 'two');
    await stage.outbox.flush();
    await change(stage, 'one', 'one, put better');
    await want(stage, 'one');
    await stage.outbox.flush();
    expect(stands(stage)).toEqual(['one, put better', 'two']);
    expect(stage.platform.messages()[0]?.versions).toBe(2);
  });

  it('wanted while the older is on its way, changes it once that has arrived', async () => {
    const stage = await openStage({ start });
    let answer: (value: unknown) => void = () => undefined;
    const slow = new Promise((resolve) => (answer = resolve));
    only(stage, 'one', { slowly: slow });
    await want(stage, 'one');
    const flushed = stage.outbox.flush();
    await until(() => stage.platform.tries.length === 1);
    await change(stage, 'one', 'one, put better');
    await want(stage, 'one');
    answer(null);
    await flushed;
    expect(stands(stage)).toEqual(['one, put better']);
    expect(stage.platform.messages()[0]?.versions).toBe(2);
  });

  it('goes by the same id in every try and every version, so that one which arrived unnoticed is found', async () => {
    const stage = await openStage({ start });
    only(stage, 'one', (attempt) => (attempt === 1 ? { refused: 'busy' } : 'fine'));
    await want(stage, 'one');
    await stage.moveTo(addMs(start, minuteMs));
    await want(stage, 'one');
    await stage.outbox.flush();
    expect(stage.platform.tries).toHaveLength(3);
    expect(new Set(stage.platform.tries.map(({ id }) => id)).size).toBe(1);
  });
});

describe('two programs on one store', () => {
  it('send each note once', async () => {
    const one = await openStage({ start });
    const other = await openStage({ start, store: one.store });
    for (let number = 0; number < 40; number++) {
      await want(one, `note ${String(number)}`, { to: { ...channel, channel: `C${String(10 + number)}` } });
    }
    await Promise.all([one.outbox.flush(), other.outbox.flush()]);
    const all = [...tried(one), ...tried(other)];
    expect(all).toHaveLength(40);
    expect(new Set(all).size).toBe(40);
  });

  it('the fear: a program that died while sending loses the note', async () => {
    const dead = await openStage({ start });
    const alive = await openStage({ start, store: dead.store });
    dead.platform.weather(() => ({ slowly: new Promise(() => undefined) }));
    await want(dead, 'one');
    void dead.outbox.flush();
    await until(() => dead.platform.tries.length === 1);
    alive.setClock(addMs(start, 89_000));
    await alive.outbox.flush();
    expect(alive.platform.tries).toEqual([]);
    alive.setClock(addMs(start, 90_000));
    await alive.outbox.flush();
    expect(alive.platform.tries).toMatchObject([{ mayHaveArrived: true }]);
    expect(stands(alive)).toEqual(['one']);
  });

  it('a flush that was asked for twice at once is one', async () => {
    const stage = await openStage({ start });
    await want(stage, 'one');
    await Promise.all([stage.outbox.flush(), stage.outbox.flush()]);
    expect(tried(stage)).toEqual(['one']);
  });

  it('a program that is told to stop waits for what is on its way, and takes nothing new', async () => {
    const stage = await openStage({ start });
    let answer: (value: unknown) => void = () => undefined;
    only(stage, 'one', { slowly: new Promise((resolve) => (answer = resolve)) });
    await want(stage, 'one');
    await want(stage, 'two');
    stage.outbox.poke();
    await until(() => stage.platform.tries.length === 1);
    let stopped = false;
    const stopping = stage.outbox.stop().then(() => (stopped = true));
    await until(() => false);
    expect(stopped).toBe(false);
    answer(null);
    await stopping;
    expect(stands(stage)).toEqual(['one']);
    await stage.outbox.flush();
    expect(tried(stage)).toEqual(['one']);
  });
});

describe('a note to one person', () => {
  const night = { quiet: { from: '20:00', to: '08:00' } };

  it('waits for the end of their quiet hours, on their own clock', async () => {
    const stage = await openStage({
      start: '2027-03-01T21:00:00.000Z',
      people: { Ruth: { zone: 'America/New_York' } },
      huddle: night,
    });
    await stage.type('Priya', 'hand lead to Ruth', { id: 'hand' });
    expect(stage.notes('Ruth')).toHaveLength(1);
    await stage.type('Priya', 'hand notes to Dev');
    expect(stage.notes('Dev')).toEqual([]);
    await stage.moveTo('2027-03-02T07:59:00.000Z');
    expect(stage.notes('Dev')).toEqual([]);
    await stage.moveTo('2027-03-02T08:00:00.000Z');
    expect(stage.notes('Dev')).toHaveLength(1);
  });

  it.each([
    ['forward', '2027-03-27T21:00:00.000Z', '2027-03-28T07:00:00.000Z'],
    ['back', '2027-10-30T20:00:00.000Z', '2027-10-31T08:00:00.000Z'],
  ])('in the night in which the clocks go %s it comes at 8am as they read it', async (_way, evening, morning) => {
    const stage = await openStage({ start: evening, huddle: night });
    await stage.type('Priya', 'hand notes to Dev');
    await stage.moveTo(addMs(morning, -minuteMs));
    expect(stage.notes('Dev')).toEqual([]);
    await stage.moveTo(morning);
    expect(stage.notes('Dev')).toHaveLength(1);
  });

  it('the fear: a note that could not be sent all day wakes them at night', async () => {
    const stage = await openStage({ start: '2027-03-01T19:30:00.000Z', huddle: night });
    stage.platform.weather(() => ({ unreachable: 'before' }));
    await stage.type('Priya', 'hand notes to Dev');
    await stage.moveTo('2027-03-01T20:30:00.000Z');
    stage.platform.weather(() => 'fine');
    await stage.moveTo('2027-03-02T07:59:00.000Z');
    expect(stage.notes('Dev')).toEqual([]);
    await stage.moveTo('2027-03-02T08:00:00.000Z');
    expect(stage.notes('Dev')).toHaveLength(1);
    expect(stage.platform.tries.at(-1)?.mayHaveArrived).toBe(true);
  });

  it('goes to the first way by which they can be reached', async () => {
    const stage = await openStage({ start });
    await stage.store.transact((records) =>
      records.people.link({ platform: 'slack', workspace: 'T1', user: 'U-second' }, personOf('Dev')),
    );
    await want(stage, 'one', toPerson('Dev'));
    await stage.outbox.flush();
    expect(stage.platform.tries.map(({ to }) => to)).toEqual([
      { platform: 'slack', workspace: 'T1', user: userOf('Dev') },
    ]);
  });
});

describe('nothing is sent from inside a unit of work', () => {
  it('a delivery sees the note on the disk, and no unit of work is open while it runs', async () => {
    const stage = await openStage({ start });
    let open = 0;
    const atDelivery: number[] = [];
    const { transact } = stage.store;
    const watched = {
      ...stage.store,
      transact: async <T>(work: Parameters<typeof transact<T>>[0]) => {
        const done = await transact<T>(async (records) => {
          open += 1;
          return work(records).finally(() => {
            open -= 1;
          });
        });
        return done;
      },
    };
    stage.platform.weather(() => {
      atDelivery.push(open);
      return 'fine';
    });
    const outbox = createOutbox({ store: watched, clock: stage.clock, log: stage.log, adapter: () => stage.platform });
    await want(stage, 'one');
    await want(stage, 'elsewhere', { to: otherChannel });
    await outbox.flush();
    expect(atDelivery).toEqual([0, 0]);
  });

  it('an act that ends in an error leaves nothing to send', async () => {
    const stage = await openStage({ start });
    await expect(
      stage.store.transact(async (records) => {
        await records.outbox.enqueue({
          kind: 'hello',
          subject: willow,
          to: channel,
          huddle: willow,
          notBefore: start,
          expiresAt: null,
          under: null,
        });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await stage.store.read.outbox.next()).toBeNull();
  });
});

describe('many places at once', () => {
  it('200 huddles with a note each are all told in one flush', async () => {
    const stage = await openStage({ start });
    await stage.store.transact(async (records) => {
      for (let number = 0; number < 3; number++) {
        const huddle = huddleOf(start, { id: `h${String(number)}` as typeof willow, name: `Huddle ${String(number)}` });
        await addHuddle(records, huddle, { ...channel, channel: `H${String(number)}` });
        await records.members.save(memberOf('Priya', huddle, start));
      }
    });
    for (let number = 0; number < 200; number++)
      await want(stage, `n${String(number)}`, { to: { ...channel, channel: `X${String(number)}` } });
    await stage.outbox.flush();
    expect(stage.platform.messages()).toHaveLength(200);
  });
});
