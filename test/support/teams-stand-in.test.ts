import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTeams, type TeamsStandIn } from './teams-stand-in.ts';
import type { Json } from './teams-world.ts';

let teams: TeamsStandIn;
let token: string;
const channel = '19:willow@thread.tacv2';
const ruth = '29:ruth';

beforeEach(async () => {
  teams = await startTeams({ now: () => Date.parse('2027-03-01T10:00:00Z') });
  teams.addUser({ id: ruth, name: 'Ruth Lane' });
  teams.addTeam({ id: '19:team@thread.tacv2', name: 'Hospital arts', members: [ruth], installed: true });
  teams.addChannel({ id: channel, name: 'willow', team: '19:team@thread.tacv2' });
  token = String((await tokenFor({})).body.access_token);
});
afterEach(() => teams.close());

async function tokenFor(wrong: Record<string, string>): Promise<{ status: number; body: Json }> {
  const form = {
    grant_type: 'client_credentials',
    client_id: teams.appId,
    client_secret: teams.appPassword,
    scope: 'https://api.botframework.com/.default',
    ...wrong,
  };
  const body = new URLSearchParams(form);
  const answer = await fetch(`${teams.url}/${teams.tenant}/oauth2/v2.0/token`, { method: 'POST', body });
  return { status: answer.status, body: (await answer.json()) as Json };
}

async function ask(
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; code: unknown; body: Json }> {
  const answer = await fetch(`${teams.url}/v3/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const given = (await answer.json()) as Json;
  return { status: answer.status, code: (given.error as Json | undefined)?.code, body: given };
}

const post = (where: string, activity: object) =>
  ask('POST', `conversations/${encodeURIComponent(where)}/activities`, activity);

const words = (text: string): object => ({ type: 'message', text });

const card = (change: object = {}): object => ({
  type: 'message',
  summary: 'A question.',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        type: 'AdaptiveCard',
        version: '1.5',
        fallbackText: 'A question.',
        speak: 'A question.',
        body: [{ type: 'TextBlock', text: 'A question.', wrap: true }],
        ...change,
      },
    },
  ],
});

describe('the stand-in of Teams', () => {
  it('gives a token for the right secret, tenant and scope alone', async () => {
    expect((await tokenFor({ client_secret: 'guessed' })).status).toBe(401);
    expect((await tokenFor({ client_id: 'someone' })).status).toBe(401);
    expect((await tokenFor({ scope: 'https://graph.microsoft.com/.default' })).status).toBe(400);
    expect((await tokenFor({})).status).toBe(200);
  });

  it('refuses a call without a token, and with one that has run out', async () => {
    expect((await post(channel, words('Hello.'))).status).toBe(201);
    teams.expireTokens();
    expect(await post(channel, words('Hello.'))).toMatchObject({ status: 401 });
  });

  it('knows a thread by the address, and not by the activity that is answered', async () => {
    const root = String((await post(channel, words('One.'))).body.id);
    await post(`${channel};messageid=${root}`, words('Two.'));
    await ask('POST', `conversations/${encodeURIComponent(channel)}/activities/${root}`, words('Three.'));
    expect(teams.thread(channel, root).map(({ text }) => text)).toEqual(['Two.']);
    expect(teams.posts(channel).map(({ text }) => text)).toEqual(['One.', 'Three.']);
    expect(await post(`${channel};messageid=1`, words('Four.'))).toMatchObject({ status: 404 });
  });

  it('changes what is there and of the bot, and nothing else', async () => {
    const id = String((await post(channel, words('One.'))).body.id);
    const at = (message: string): string => `conversations/${encodeURIComponent(channel)}/activities/${message}`;
    expect((await ask('PUT', at(id), words('Two.'))).status).toBe(200);
    expect(teams.posts(channel).map(({ text }) => text)).toEqual(['Two.']);
    expect(await ask('PUT', at('1'), words('Three.'))).toMatchObject({
      status: 404,
      code: 'ActivityNotFoundInConversation',
    });
    const place = { conversation: channel, thread: null, byBot: false, text: 'Hi', summary: 'Hi', card: null };
    teams.world.put({ ...place, id: '77', from: ruth });
    expect((await ask('PUT', at('77'), words('Three.'))).status).toBe(403);
    await ask('DELETE', at(id));
    expect((await ask('PUT', at(id), words('Three.'))).status).toBe(404);
  });

  it('tells a place that is unknown from one in which the bot is not', async () => {
    expect(await post('19:nowhere@thread.tacv2', words('Hello.'))).toMatchObject({
      status: 404,
      code: 'ConversationNotFound',
    });
    const team = teams.world.teams.get('19:team@thread.tacv2');
    if (team !== undefined) team.installed = false;
    expect(await post(channel, words('Hello.'))).toMatchObject({ status: 403, code: 'BotNotInConversationRoster' });
  });

  it('opens a chat with one person whom the bot may reach, the same one each time', async () => {
    const asked = { bot: { id: teams.world.bot.id }, members: [{ id: ruth }], tenantId: teams.tenant, isGroup: false };
    const first = await ask('POST', 'conversations', asked);
    expect(first.status).toBe(201);
    expect((await ask('POST', 'conversations', asked)).body.id).toBe(first.body.id);
    expect((await ask('POST', 'conversations', { ...asked, tenantId: undefined })).status).toBe(400);
    teams.addUser({ id: '29:stranger', name: 'A Stranger' });
    const stranger = { ...asked, members: [{ id: '29:stranger' }] };
    expect((await ask('POST', 'conversations', stranger)).status).toBe(403);
    expect((await ask('POST', 'conversations', { ...asked, members: [...asked.members, { id: '29:x' }] })).status).toBe(
      400,
    );
    teams.world.blockers.add(ruth);
    expect(await ask('POST', 'conversations', asked)).toMatchObject({ status: 403, code: 'ConversationBlockedByUser' });
    expect((await post(String(first.body.id), words('Hello.'))).code).toBe('ConversationBlockedByUser');
  });

  it('gives the roster in pages of at least 50', async () => {
    const team = teams.world.teams.get('19:team@thread.tacv2');
    for (let number = 0; number < 60; number++)
      team?.members.add(teams.addUser({ id: `29:${String(number)}`, name: `Person ${String(number)}` }).id);
    const path = `conversations/${encodeURIComponent(channel)}/pagedmembers?pageSize=2`;
    const first = await ask('GET', path);
    expect(first.body.members).toHaveLength(50);
    const next = await ask('GET', `${path}&continuationToken=${String(first.body.continuationToken)}`);
    expect(next.body.members).toHaveLength(11);
    expect(next.body.continuationToken).toBeUndefined();
  });

  it.each([
    ['words beside a card', { ...card(), text: 'Look:' }],
    ['a card of another version', card({ version: '1.6' })],
    ['an element that nobody knows', card({ body: [{ type: 'Sparkle' }] })],
    ['no words for a card that cannot be drawn', card({ fallbackText: '' })],
    [
      'a button without a way for old clients',
      card({ actions: [{ type: 'Action.Execute', title: 'Yes', verb: 'yes' }] }),
    ],
    [
      'an own view for 61 people',
      card({ refresh: { action: { type: 'Action.Execute', verb: 'x' }, userIds: Array(61).fill(ruth) } }),
    ],
    ['seven buttons', card({ actions: Array(7).fill({ type: 'Action.Submit', title: 'Yes', data: {} }) })],
    ['a mention without its entity', words('Hello <at>Ruth Lane</at>')],
    ['nothing', words(' ')],
  ])('refuses %s', async (_, activity) => {
    expect(await post(channel, activity)).toMatchObject({ status: 400 });
    expect(teams.posts(channel)).toEqual([]);
  });

  it('takes a card with a button, and refuses what is too big', async () => {
    const fallback = { type: 'Action.Submit', title: 'Yes', data: { action: 'yes' } };
    const actions = [{ type: 'Action.Execute', title: 'Yes', verb: 'yes', data: {}, fallback }];
    expect((await post(channel, card({ actions }))).status).toBe(201);
    const long = card({ body: [{ type: 'TextBlock', text: 'long '.repeat(6_000) }] });
    expect(await post(channel, long)).toMatchObject({ status: 413, code: 'MessageSizeTooBig' });
  });

  it('fails as it is told to, where it is told to', async () => {
    const other = teams.addChannel({ id: '19:other@thread.tacv2', name: 'other', team: '19:team@thread.tacv2' });
    teams.failNext('send', { status: 429, retryAfter: 7 }, { conversation: channel });
    expect((await post(other.id, words('Hello.'))).status).toBe(201);
    expect(await post(channel, words('Hello.'))).toMatchObject({ status: 429, code: 'Throttled' });
    expect((await post(channel, words('Hello.'))).status).toBe(201);
    teams.failNext('send', { dropAfter: true });
    await expect(post(channel, words('Lost?'))).rejects.toThrow();
    expect(teams.posts(channel).at(-1)?.text).toBe('Lost?');
  });
});
