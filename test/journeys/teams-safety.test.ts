import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRefused } from '../support/program.ts';
import { messageActivity } from '../support/teams-activities.ts';
import type { Json } from '../support/teams-world.ts';
import { channel, idOf, runInTeams, settingsFor, type TeamsRunning } from './teams-running.ts';
import { stageOf } from './teams-stage.ts';
import { setUpWillow, type Stage } from './stage.ts';

let running: TeamsRunning;
let stage: Stage;

beforeAll(async () => {
  running = await runInTeams();
  stage = stageOf(running, 'channel');
  await running.reset('2027-02-26T09:00:00Z');
  await setUpWillow(stage);
}, 120_000);
afterAll(() => running.close());

describe('what nobody at Microsoft sent', { timeout: 60_000 }, () => {
  const second = 1;
  const minute = 60 * second;
  const now = (): number => Math.floor(Date.now() / 1000);
  const token = (claims: Json): string => running.teams.keys.token({ ...running.people().claims(), ...claims });

  it.each<[string, () => { change?: Json; token?: string | null }]>([
    ['without a token', () => ({ token: null })],
    ['with a token that is none', () => ({ token: 'a.b.c' })],
    ['signed by somebody else', () => ({ token: running.teams.keys.forged(running.people().claims()) })],
    [
      'signed with a key that nobody knows',
      () => ({ token: running.teams.keys.token(running.people().claims(), { kid: 'key-9' }) }),
    ],
    ['for another bot', () => ({ token: token({ aud: '11111111-2222-4333-8444-555555555555' }) })],
    ['from another issuer', () => ({ token: token({ iss: 'https://sts.windows.net/elsewhere/' }) })],
    ['with a token that has run out', () => ({ token: token({ exp: now() - 10 * minute, nbf: now() - 60 * minute }) })],
    ['with a token that is not good yet', () => ({ token: token({ nbf: now() + 30 * minute }) })],
    [
      'with a token for another gateway',
      () => ({ token: token({ serviceurl: 'https://smba.trafficmanager.net/emea/' }) }),
    ],
    ['from another organisation', () => ({ change: inTenant('99999999-8888-4777-8666-555555555555') })],
    [
      'from a gateway that is not ours',
      () => ({
        change: { serviceUrl: 'http://127.0.0.1:9/' },
        token: token({ serviceurl: 'http://127.0.0.1:9/' }),
      }),
    ],
    ['in the name of another channel', () => ({ change: { channelId: 'emulator' } })],
  ])('%s: refused, nothing is done and nothing is kept', async (_, make) => {
    const { change = {}, token: shown } = make();
    const before = everything();
    const { status } = await running
      .people()
      .post({ ...promiseOf('Ruth'), ...change }, shown === undefined ? {} : { token: shown });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    await running.settled();
    expect(everything()).toEqual(before);
  });

  it.each([['{}'], ['[]'], ['no json'], [''], ['{"type":"message"}'], ['{"type":7}']])(
    'an answer that is no activity is refused: %s',
    async (body) => {
      const before = everything();
      const { status } = await running.people().post(body);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(everything()).toEqual(before);
    },
  );

  it('the same line, rightly signed, is a promise', async () => {
    const { status } = await running.people().post(promiseOf('Ruth'));
    expect(status).toBe(200);
    await running.settled();
    expect((await stage.room()).join()).toContain('paint the day room');
  });

  it('does not stop what Microsoft sends, and no log holds a name or a word', () => {
    const log = running.program().lines.join('\n');
    expect(log).not.toContain('paint the day room');
    expect(log).not.toMatch(/Ruth|Priya|eyJ/);
  });
});

describe('Teams', { timeout: 120_000 }, () => {
  it('sends a line twice, at once and later: it is one promise', async () => {
    const { people, teams } = { people: running.people(), teams: running.teams };
    const text = '<@bot> we will mend the lift by 30 March'.replace('bot', teams.world.bot.id);
    const [first, second] = await Promise.all(
      [0, 1].map(() => people.post({ ...promiseOf('Dev', text), id: '1803632400077' })),
    );
    const third = await people.post({ ...promiseOf('Dev', text), id: '1803632400077' });
    expect([first, second, third].map((answer) => answer?.status)).toEqual([200, 200, 200]);
    await running.settled();
    expect((await stage.room()).filter((words) => words.includes('mend the lift'))).toHaveLength(1);
    expect((await stage.notes('Dev')).filter((words) => words.includes('Saved as promise'))).toHaveLength(1);
  });

  it('is told 200, the program is killed at once, and nothing is lost', async () => {
    const { teams } = running;
    const text = `<@${teams.world.bot.id}> we will plant a tree by 30 March`;
    const { status } = await running.people().post({ ...promiseOf('Graham', text), id: '1803632400088' });
    expect(status).toBe(200);
    await running.program().kill();
    await running.startAgain();
    await running.rehearsal().advance('PT2M');
    expect(await stage.type('Graham', 'promises')).toContain('plant a tree');
    expect((await stage.room()).filter((words) => words.includes('plant a tree'))).toHaveLength(1);
  });

  it('changes its keys and gives short tokens: what the new keys sign is heard, and no token is used past its end', async () => {
    running.teams.keys.rotate();
    running.teams.tokensLive(60);
    await running.program().stop();
    await running.startAgain();
    expect(await stage.type('Dev', 'promises')).toContain('mend the lift');
    running.teams.expireTokens();
    expect(await stage.type('Dev', 'promises')).toContain('mend the lift');
  });
});

describe('settings', { timeout: 60_000 }, () => {
  it('that would let anyone in from outside are refused at the start', async () => {
    const base = { DATABASE_URL: running.folder.databaseUrl.replace('wesaid.db', 'other.db') };
    const open = await startRefused({ ...base, TEAMS_INSECURE_LOCAL: 'on', HOST: '0.0.0.0', REHEARSAL: 'off' });
    expect(open.code).toBe(1);
    expect(open.lines.join('\n')).toMatch(/TEAMS_INSECURE_LOCAL is on, so HOST must be 127\.0\.0\.1/);
    const elsewhere = { ...base, ...settingsFor(running.teams), TEAMS_API_URL: 'https://teams.example.org' };
    const stranger = await startRefused({ ...elsewhere, REHEARSAL: 'off' });
    expect(stranger.code).toBe(1);
    expect(stranger.lines.join('\n')).toMatch(/TEAMS_API_URL must be a stand-in on this machine/);
  });
});

/** A promise typed to the bot in the channel, as Teams would send it, that no one has typed. */
function promiseOf(who: 'Ruth' | 'Dev' | 'Graham', text?: string): Json {
  const { world, serviceUrl } = running.teams;
  const conversation = world.conversations.get(channel);
  if (conversation === undefined) throw new Error('there is no channel');
  const id = '1803632400055';
  const said = { user: idOf(who), conversation, id, thread: id, files: [], quotes: null };
  const line = text ?? `<@${world.bot.id}> we will paint the day room by 17 March`;
  return messageActivity({ world, serviceUrl }, { ...said, text: line });
}

function inTenant(id: string): Json {
  const { conversation, channelData } = promiseOf('Ruth');
  return {
    conversation: { ...(conversation as Json), tenantId: id },
    channelData: { ...(channelData as Json), tenant: { id } },
  };
}

/** How many rows every table holds, and how often the bot has spoken of the promise: nothing may change either. */
function everything(): Json {
  const database = new Database(join(running.folder.path, 'wesaid.db'), { readonly: true });
  try {
    const tables = database.prepare(`select name from sqlite_master where type = 'table'`).pluck().all() as string[];
    const count = (table: string): unknown => database.prepare(`select count(*) from "${table}"`).pluck().get();
    return { ...Object.fromEntries(tables.map((table) => [table, count(table)])), spoken: spoken() };
  } finally {
    database.close();
  }
}

function spoken(): number {
  return running.teams.calls.filter(({ body }) => JSON.stringify(body).includes('paint the day room')).length;
}
