import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refKey } from '../../src/domain/ids.ts';
import { movableClock } from '../../src/rehearsal/clock.ts';
import type { Store } from '../../src/ports.ts';
import { openStore } from '../../storage/store.ts';
import { startRefused } from '../support/program.ts';
import { messageEvent } from '../support/slack-payloads.ts';
import { seenIn } from '../support/slack-stand-in.ts';
import type { Json } from '../support/slack-world.ts';
import { channel, idOf, runInSlack, type SlackRunning } from './slack-running.ts';
import { stageOf } from './slack-stage.ts';
import { names, setUpWillow, theOne, type Stage } from './stage.ts';

let running: SlackRunning;
let stage: Stage;

beforeEach(async () => {
  running = await runInSlack();
  stage = stageOf(running);
  await running.reset('2027-02-26T09:00:00Z');
  await setUpWillow(stage);
  await running.moveTo('2027-03-01T10:05:00Z');
}, 120_000);
afterEach(() => running.close());

describe('killed while answers and promises come in', { timeout: 240_000 }, () => {
  it('all that Slack was told is saved is there, nothing is there twice, and every promise is posted once', async () => {
    const replies = new Map<string, Reply>();
    const promised = new Set<string>();
    for (const acks of [25, 60, 110]) {
      const acked = await loadUntilKilled(acks, replies);
      acked.promises.forEach((what) => promised.add(what));
      expect(soundness()).toBe('ok');
      await withStore(async ({ read }) => {
        for (const id of acked.replies) expect(await read.speech.get(id), id).not.toBeNull();
        const huddle = (await read.speech.get(acked.replies[0] ?? ''))?.huddle;
        if (huddle === undefined) throw new Error('nothing was kept');
        const kept = (await read.promises.list(huddle)).map(({ what }) => what);
        expect(kept).toEqual(expect.arrayContaining(acked.promises));
        expect(new Set(kept).size, 'none twice').toBe(kept.length);
        kept.forEach((what) => promised.add(what));
      });
      await running.startAgain();
      await slackTriesAgain(replies);
    }
    // What was being sent at the kill is leased until its sender must be gone.
    await running.rehearsal().advance('PT2M');
    const posts = (await stage.room()).join('\n');
    for (const what of promised) expect(posts.split(`${what} by`).length - 1, what).toBe(1);
    await running.program().stop();
    await withStore(async ({ read }) => {
      for (const id of replies.keys()) expect(await read.speech.get(id), 'after the retry').not.toBeNull();
    });
  });

  it('a post that Slack had shown when the program died is found again and not posted twice', async () => {
    const { slack } = running;
    slack.fail('chat.postMessage', { dropAfter: true });
    const text = 'we will paint the day room by 17 March';
    await running.people().command({ user: idOf('Ruth'), channel, text });
    const posted = () => running.messages().filter((shown) => seenIn(shown).includes('paint the day room'));
    await slack.until(() => posted().length > 0, 'the post');
    await running.program().kill();
    await running.startAgain();
    await running.rehearsal().advance('PT2M');
    expect(posted()).toHaveLength(1);
    expect(await stage.type('Ruth', 'promises')).toContain('paint the day room');
  });
});

describe('stopped', { timeout: 120_000 }, () => {
  it('by SIGTERM it ends with 0, goes on where it was, and leaves a sound database', async () => {
    await stage.type('Dev', 'we will mend the lift by 17 March');
    expect(await running.program().stop()).toBe(0);
    expect(soundness()).toBe('ok');
    await running.startAgain();
    expect(await stage.type('Dev', 'promises')).toContain('mend the lift');
  });

  it('a second program on the same file is refused in one plain sentence', async () => {
    const { code, lines } = await startRefused(running.settings);
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/is in use by another WeSaid .*Stop the other one first/);
    expect(await stage.type('Dev', 'promises'), 'the first one goes on').not.toBe('');
  });

  it('over three questions and three digests, it asks one and posts one when it comes back', async () => {
    await stage.reply('Dev', "This week's question", 'The lift.');
    const before = (await stage.room()).length;
    await awayUntil('2027-03-24T12:00:00Z');
    const back = async () => (await stage.room()).slice(before);
    theOne(await back(), '[Answer in private]');
    expect(theOne(await back(), 'Willow: we said, we did.')).toContain('Monday 15 March to Sunday 21 March');
    expect(theOne(await back(), 'has closed')).toContain('We heard from 1 of 9 people.');
    const shown = (await back()).length;
    await awayUntil('2027-03-24T12:10:00Z');
    expect(await back(), 'and nothing more the next time').toHaveLength(shown);
  });

  it('until the day before the next question, it asks nothing and still posts the digest', async () => {
    const before = (await stage.room()).length;
    await awayUntil('2027-03-28T12:00:00Z');
    const back = (await stage.room()).slice(before);
    expect(back.join()).not.toContain('[Answer in private]');
    theOne(back, 'Willow: we said, we did.');
  });
});

interface Reply {
  readonly event: Json;
  readonly eventId: string;
}

/** Sixteen at a time reply and promise; at the wanted number of acks the program is killed. Gives what was acked. */
async function loadUntilKilled(acks: number, replies: Map<string, Reply>) {
  const { slack } = running;
  const people = running.people();
  const thread = running.messages().findLast((shown) => seenIn(shown).includes("This week's question"))?.ts ?? '';
  const acked: { replies: string[]; promises: string[] } = { replies: [], promises: [] };
  const kills: Promise<void>[] = [];
  const done = (list: string[], one: string): void => {
    list.push(one);
    if (acked.replies.length + acked.promises.length === acks) kills.push(running.program().kill());
  };
  const reply = async (user: string, text: string): Promise<void> => {
    const ts = slack.world.nextTs();
    const id = refKey({ platform: 'slack', workspace: slack.team, channel, message: ts });
    const eventId = slack.world.nextId('Ev');
    const event = messageEvent(slack.world, { user, channel, thread, ts, text });
    replies.set(id, { event, eventId });
    if ((await people.event(event, { eventId })).status === 200) done(acked.replies, id);
  };
  const promise = async (user: string, what: string): Promise<void> => {
    const { status, body } = await people.command({ user, channel, text: `we will ${what} by 30 April 2027` });
    if (status === 200 && body.includes('Saved as promise')) done(acked.promises, what);
  };
  const worker = async (number: number): Promise<void> => {
    const user = idOf(names[number % names.length] ?? 'Amina');
    for (let count = 0; kills.length === 0; count++) {
      const mark = `${String(acks)}-${String(number)}-${String(count)}`;
      if (count % 4 === 3) await promise(user, `plant tree ${mark}`);
      else await reply(user, `Answer ${mark}`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, number) => worker(number).catch(brokenOff)));
  await Promise.all(kills);
  return acked;
}

/** The connection of whatever was under way breaks when the program dies; nothing else may. */
function brokenOff(error: unknown): void {
  if (!(error instanceof TypeError) || error.message !== 'fetch failed') throw error;
}

/** Slack sends again what it got no answer to, and a little of what it did. */
async function slackTriesAgain(replies: ReadonlyMap<string, Reply>): Promise<void> {
  for (const { event, eventId } of replies.values()) {
    const { status } = await running.people().event(event, { eventId, retry: 1 });
    expect(status).toBe(200);
  }
}

/** Stops the program, lets this much time go by for it, and starts it again; done when it has shown what was due. */
async function awayUntil(at: string): Promise<void> {
  await running.program().stop();
  await withStore(async (store) => {
    await (await movableClock(store, at)).set(at);
  });
  await running.startAgain();
  await running.settled();
}

function databaseFile(): string {
  return join(running.folder.path, 'wesaid.db');
}

function soundness(): unknown {
  const database = new Database(databaseFile(), { readonly: true });
  try {
    expect(database.pragma('foreign_key_check')).toEqual([]);
    return database.pragma('integrity_check', { simple: true });
  } finally {
    database.close();
  }
}

async function withStore(use: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ url: running.folder.databaseUrl });
  try {
    await use(store);
  } finally {
    await store.close();
  }
}
