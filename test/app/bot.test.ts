import { afterEach, describe, expect, it } from 'vitest';
import { bankHolidays } from '../../src/bank-holidays.ts';
import { createBot } from '../../src/app/bot.ts';
import { commands } from '../../src/commands/registry.ts';
import type { Standing } from '../../src/domain/huddle.ts';
import { Conflict } from '../../src/ports-kept.ts';
import { PlatformUnreachable, type Interaction, type Store } from '../../src/ports.ts';
import {
  channel,
  closeStages,
  identityOf,
  messageOf,
  openStage,
  personOf,
  said,
  willow,
  type Given,
  type Stage,
} from './stage.ts';

afterEach(closeStages);

const monday = '2027-03-01T10:00:00.000Z';
const open = (given: Partial<Given> = {}) => openStage({ start: monday, ...given });

/** A bot of the test's own making on the stage's store. */
function botOn(stage: Stage, changes: Partial<Parameters<typeof createBot>[0]> = {}) {
  const ids = { newId: () => 'new', shuffled: <T>(list: readonly T[]) => list, newCode: () => 'K7QM4RTP' };
  const parts = { store: stage.store, clock: stage.clock, wallClock: stage.clock, ids, bankHolidays, log: stage.log };
  return createBot({ ...parts, adapter: () => stage.platform, poke: () => undefined, ...changes });
}

function typed(text: string, changes: Partial<Interaction> = {}): Interaction {
  const base = { id: `typed ${text}`, at: monday, who: identityOf('Dev'), name: 'Dev', where: channel };
  return { ...base, kind: 'command', text, ...changes } as Interaction;
}

describe('the one way in', () => {
  it('what nobody needs to answer gets no answer and leaves no trace', async () => {
    const stage = await open();
    for (const kind of ['left', 'opened-home']) expect(await stage.act('Dev', { kind })).toEqual({ kind: 'none' });
    for (const what of [
      { kind: 'action', action: 'no-such-button', subject: willow, message: null },
      { kind: 'form', form: 'no-such-form', subject: willow, values: {} },
      { kind: 'edited', message: messageOf('x'), text: 'herbs' },
      { kind: 'deleted', message: messageOf('x'), thread: null },
    ])
      expect(await stage.act('Dev', what)).toEqual({ kind: 'none' });
    expect(await stage.store.read.journal.list(willow)).toEqual([]);
    expect(stage.platform.tries).toEqual([]);
    expect(stage.logged).toEqual([]);
  });

  it('the reply comes only once the change is on the disk', async () => {
    const stage = await open();
    const order: string[] = [];
    const store: Store = {
      ...stage.store,
      transact: async (work) => {
        const done = await stage.store.transact(work);
        order.push('on disk');
        return done;
      },
    };
    const bot = botOn(stage, { store, poke: () => void order.push('poke') });
    await bot(typed('take notes')).then(() => order.push('reply'));
    expect(order).toEqual(['on disk', 'poke', 'reply']);
  });

  it('when two meet it is done again, once, and nobody notices', async () => {
    const stage = await open();
    const replies = await Promise.all([
      stage.type('Dev', 'take notes'),
      stage.type('Ruth', 'take notes'),
      stage.type('Amina', 'take notes'),
    ]);
    expect(replies.map(said).filter((text) => text.startsWith('Saved.'))).toHaveLength(1);
    const [role] = await stage.store.read.roles.list(willow);
    expect(role?.holdings).toHaveLength(1);
  });

  it('a broken store is thrown, so that the platform brings the act again, and is logged by ids alone', async () => {
    const stage = await open();
    const words = 'the zebra ate it';
    for (const error of [new Error(words), new Conflict('round')]) {
      const bot = botOn(stage, { store: { ...stage.store, transact: () => Promise.reject(error) } });
      await expect(bot(typed(`answer ${words}`, { id: 'T1/C1:17' }))).rejects.toBe(error);
    }
    expect(stage.logged).toMatchObject([
      { level: 'error', what: 'an act failed', fields: { kind: 'command', interaction: 'T1/C1:17' } },
      { level: 'error' },
    ]);
    for (const { what, fields } of stage.logged) {
      const { error: _error, ...rest } = fields as Record<string, unknown>;
      expect(JSON.stringify([what, rest])).not.toContain('zebra');
    }
  });

  it('what failed half-way has changed nothing, and works when it is brought again', async () => {
    const stage = await open();
    let fails = true;
    const store: Store = {
      ...stage.store,
      transact: (work) =>
        stage.store.transact(async (records) => {
          const done = await work(records);
          if (fails) throw new Error('killed');
          return done;
        }),
    };
    const bot = botOn(stage, { store });
    await expect(bot(typed('take notes'))).rejects.toThrow('killed');
    expect(await stage.store.read.roles.list(willow)).toEqual([]);
    expect(await stage.store.read.outbox.next()).toBeNull();
    fails = false;
    expect(said(await bot(typed('take notes')))).toBe('Saved. You now lead on notes.');
  });
});

describe('whom a line names', () => {
  it('names are looked up on the platform only where a line may name people', async () => {
    const stage = await open();
    let asked = 0;
    const platform = { ...stage.platform, whoIsIn: () => ((asked += 1), stage.platform.whoIsIn(channel)) };
    const bot = botOn(stage, { adapter: () => platform });
    for (const line of ['roles', 'answer herbs', 'who', 'home', 'take notes', 'did 1']) await bot(typed(line));
    expect(asked).toBe(0);
    await bot(typed('people Sam', { who: identityOf('Priya') }));
    expect(asked).toBe(1);
  });

  it('a platform that cannot say who is in a place stops nothing', async () => {
    const stage = await open();
    const platform = { ...stage.platform, whoIsIn: () => Promise.reject(new PlatformUnreachable('cut')) };
    const bot = botOn(stage, { adapter: () => platform });
    expect(said(await bot(typed('people Sam', { who: identityOf('Priya') })))).toContain('Sam');
    expect(stage.logged).toMatchObject([{ level: 'warn', what: 'could not ask who is in a place' }]);
  });

  it('without a platform to ask it goes on too', async () => {
    const bot = botOn(await open(), { adapter: () => null });
    expect(said(await bot(typed('people Sam', { who: identityOf('Priya') })))).toContain('Sam');
  });
});

describe('who may do what', () => {
  const as = (status: Standing['status']): Partial<Given> => ({
    members: { Jo: { standings: [{ from: monday, status, counted: false, group: null, also: null }] } },
  });
  const theirs = commands.filter(({ who }) => who === 'coordinator');
  const members = commands.filter(({ who }) => who === 'member');

  it.each(theirs.map((spec) => [spec.name, spec.example] as const))(
    'a member who does not run the huddle: %s is refused and changes nothing',
    async (_name, example) => {
      const stage = await open();
      const before = await stage.store.read.huddles.get(willow);
      for (const direct of [true, false]) {
        const reply = await stage.type('Dev', example, { direct });
        expect(said(reply)).toContain('Only a coordinator of Willow can do that. Please ask one of them.');
      }
      expect(await stage.store.read.huddles.get(willow)).toEqual(before);
      expect(await stage.store.read.rounds.recent(willow, 9)).toEqual([]);
      expect(stage.platform.tries).toEqual([]);
    },
  );

  it.each(theirs.map((spec) => [spec.name, exampleForEither(spec)] as const))(
    'the second coordinator, from the using side, has the same: %s',
    async (_name, example) => {
      const [one, other] = [await open(), await open()];
      expect(withoutSides(said(await one.type('Ellis', example)))).toBe(
        withoutSides(said(await other.type('Priya', example))),
      );
      expect(one.platform.tries.map(({ id }) => id.split(' ')[0])).toEqual(
        other.platform.tries.map(({ id }) => id.split(' ')[0]),
      );
    },
  );

  /** Its own example names one of the two, who cannot cover for themself. */
  function exampleForEither({ name, example }: (typeof theirs)[number]): string {
    return name === 'away' ? 'away until 20 March' : example;
  }

  /** For each of them the other one is the other coordinator, and whose yes is missing another side. */
  function withoutSides(text: string): string {
    return text
      .replace(/^- (?:Staff|People who use the service)$/gm, '- the other side')
      .replace(/^(?:Priya|Ellis)(?= )/gm, 'the other one');
  }

  it.each(['invited', 'declined', 'left'] as const)('someone %s: no member’s command does anything', async (status) => {
    const stage = await open(as(status));
    for (const { name, example } of members) {
      const reply = await stage.type('Jo', example);
      expect(said(reply), name).toMatch(/Willow/);
      expect(reply.kind, name).toBe('private');
    }
    expect(stage.platform.tries).toEqual([]);
    expect(await stage.store.read.journal.list(willow)).toEqual([]);
    expect(await stage.store.read.promises.list(willow)).toEqual([]);
  });

  it('whoever left keeps no way in by an old button', async () => {
    const stage = await open(as('left'));
    for (const action of ['promise-new', 'home', 'roles', 'role-take', 'answer', 'skip', 'save-answer']) {
      const subject = action === 'role-take' ? `${willow}/notes` : willow;
      const reply = await stage.act('Jo', { kind: 'action', action, subject, message: null });
      expect(reply.kind, action).toBe('private');
      expect(said(reply), action).toMatch(/Willow/);
    }
    expect(await stage.store.read.journal.list(willow)).toEqual([]);
  });

  it('in a channel without a huddle everything points to the first step', async () => {
    const stage = await open();
    const where = { ...channel, channel: 'C9' };
    for (const { name, example } of commands.filter(({ who }) => who !== 'anyone')) {
      const reply = await stage.act('Dev', { kind: 'command', text: example, where });
      expect(said(reply), name).toContain('There is no huddle here yet.');
    }
    expect(await stage.store.read.people.byIdentity(identityOf('Dev'))).toMatchObject({ id: personOf('Dev') });
  });

  it('a stranger in a direct chat hears how to begin', async () => {
    const stage = await open();
    const who = { platform: 'slack', workspace: 'T1', user: 'U99' };
    const reply = await stage.act('Dev', { kind: 'command', text: 'hello', who, name: 'Sam' }, { direct: true });
    expect(said(reply)).toContain('There is no huddle here yet.');
    expect(await stage.store.read.people.byIdentity({ platform: 'slack', workspace: 'T1', user: 'U99' })).toBeNull();
  });

  it('someone of another workspace with the same id is somebody else', async () => {
    const stage = await open();
    const who = { ...identityOf('Priya'), workspace: 'T2' };
    expect(said(await stage.act('Priya', { kind: 'command', text: 'ask "What now?"', who }))).not.toContain('Sent.');
    expect(stage.place()).toEqual([]);
  });
});

describe('help and home', () => {
  it('help shows a coordinator’s commands to those who may use them', async () => {
    const stage = await open();
    expect(said(await stage.type('Dev', 'help all'))).not.toContain('digest preview');
    expect(said(await stage.type('Priya', 'help with everything'))).toContain('digest preview');
    for (const { example, who } of commands)
      if (who !== 'coordinator') expect(said(await stage.type('Dev', 'help all'))).toContain(example);
  });

  it('help is one short page, and each of its buttons opens what it names', async () => {
    const stage = await open();
    const first = said(await stage.type('Dev', 'help'));
    expect(first).toContain('[Promises and ideas]');
    expect(first.split(/\s+/).length).toBeLessThan(140);
    const promises = said(await stage.press('Dev', 'Promises and ideas'));
    expect(promises).toContain('did 12');
    expect(promises).not.toContain('question veto');
    await stage.type('Priya', 'help');
    expect(said(await stage.press('Priya', 'Running a huddle'))).toContain('digest preview');
  });

  it('typing nothing shows what waits, to that person alone', async () => {
    const stage = await open();
    expect(said(await stage.type('Dev', ''))).toContain('Nothing waits for you.');
    await stage.type('Priya', 'ask "What now?"');
    await stage.type('Ruth', 'take notes');
    await stage.type('Ruth', 'hand notes to Dev');
    const home = said(await stage.type('Dev', ''));
    expect(home).toContain('Waiting for you: 2 things.');
    expect(home).toContain('What now?');
    expect(home).toContain('Ruth would like to hand you a role: notes.');
    expect(said(await stage.type('Jo', ''))).toContain('Waiting for you: 1 thing.');
  });
});
