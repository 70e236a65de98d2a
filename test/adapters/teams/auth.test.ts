import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Interaction } from '../../../src/ports.ts';
import { channel, ruth, teamsAtWork, type TeamsAtWork } from '../../support/teams-program.ts';
import type { Json } from '../../support/teams-world.ts';

let work: TeamsAtWork;
let before = 0;
const printed: unknown[][] = [];

beforeAll(() => {
  // Before the first adapter is made, so that what it lets through is seen.
  vi.spyOn(console, 'error').mockImplementation((...said: unknown[]) => void printed.push(said));
});
beforeEach(async () => {
  printed.length = 0;
  work = await teamsAtWork();
});
afterEach(() => work.close());
afterAll(() => vi.restoreAllMocks());

/** A line of Ruth's as Teams sends it, heard once already. */
async function line(): Promise<Json> {
  const { activity } = await work.people.mention({ user: ruth, where: channel, text: 'promises' });
  if (activity === null) throw new Error('Teams told nobody');
  before = work.heard.length;
  return { ...activity, id: '1803632400099' };
}
const heard = (): readonly Interaction[] => work.heard.slice(before);
const token = (claims: Json): string => work.teams.keys.token({ ...work.people.claims(), ...claims });
const seconds = (from: number): number => Math.floor(Date.now() / 1000) + from;
const post = (activity: Json, given: string | null) => work.people.post(activity, { token: given });

describe('what is not from Microsoft, for us, and now', () => {
  it.each([
    ['without a token', (): string | null => null],
    ['with a word in its place', () => 'abc'],
    ['signed by somebody else', () => work.teams.keys.forged(work.people.claims())],
    ['with a key that nobody knows', () => work.teams.keys.token(work.people.claims(), { kid: 'key-9' })],
    [
      'tampered with',
      () =>
        token({}).replace(
          /\.[^.]+\./,
          `.${Buffer.from(JSON.stringify({ ...work.people.claims(), exp: seconds(9e6) })).toString('base64url')}.`,
        ),
    ],
    [
      'unsigned by its own word',
      () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token({}).split('.')[1] ?? ''}.`,
    ],
    ['for another bot', () => token({ aud: '11111111-2222-4333-8444-555555555555' })],
    ['by another issuer', () => token({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' })],
    [
      'by the emulator of any organisation',
      () =>
        token({
          iss: `https://sts.windows.net/${work.teams.tenant}/`,
          tid: work.teams.tenant,
          ver: '1.0',
          appid: work.teams.appId,
        }),
    ],
    ['run out', () => token({ exp: seconds(-3600), nbf: seconds(-7200) })],
    ['not good yet', () => token({ nbf: seconds(3600), exp: seconds(7200) })],
    ['for another gateway', () => token({ serviceurl: 'https://smba.trafficmanager.net/uk/' })],
  ])('%s is refused, and nothing is run or printed', async (_, given) => {
    const activity = await line();
    expect((await post(activity, given())).status).toBe(401);
    expect(heard()).toEqual([]);
    expect(printed).toEqual([]);
    expect(work.logged.join('\n')).not.toContain(token({}).split('.')[1]);
  });

  it('another kind of authorization is none', async () => {
    const activity = await line();
    const headers = { 'content-type': 'application/json', authorization: `Basic ${token({})}` };
    const answer = await fetch(work.url, { method: 'POST', headers, body: JSON.stringify(activity) });
    expect(answer.status).toBe(401);
    expect(heard()).toEqual([]);
  });
});

describe('what is from Microsoft and not for us', () => {
  it('a line of another organisation is refused, and nothing is run', async () => {
    const activity = await line();
    const other = '99999999-2222-4333-8444-555555555555';
    const from = {
      channelData: { tenant: { id: other } },
      conversation: { ...(activity.conversation as Json), tenantId: other },
    };
    expect((await post({ ...activity, ...from }, token({}))).status).toBe(403);
    expect((await post({ ...activity, channelData: {}, conversation: { id: channel } }, token({}))).status).toBe(403);
    expect(heard()).toEqual([]);
  });

  it('a gateway that is not the one we know is refused, although the token names it', async () => {
    const activity = await line();
    const serviceUrl = 'https://evil.example/';
    expect((await post({ ...activity, serviceUrl }, token({ serviceurl: serviceUrl }))).status).toBe(403);
    expect((await post({ ...activity, serviceUrl: '' }, token({ serviceurl: '' }))).status).toBe(403);
    expect(heard()).toEqual([]);
  });

  it('another platform of Microsoft is refused', async () => {
    const activity = await line();
    for (const channelId of ['webchat', 'emulator', 'AseChannel', undefined])
      expect((await post({ ...activity, channelId }, token({}))).status).toBe(403);
    expect(heard()).toEqual([]);
  });

  it('only posting is answered', async () => {
    expect((await fetch(work.url)).status).toBe(405);
  });
});

it('what Microsoft signed for us is heard', async () => {
  const activity = await line();
  expect((await post(activity, token({}))).status).toBe(200);
  expect(heard()).toMatchObject([{ kind: 'spoke', text: 'promises' }]);
});

it('before it has started and after it has stopped the adapter hears nothing', async () => {
  const activity = await line();
  await work.adapter.stop();
  expect((await post(activity, token({}))).status).toBe(503);
  expect(heard()).toEqual([]);
});
