import { afterEach, describe, expect, it } from 'vitest';
import { paragraph, type Document } from '../../../src/messages/document.ts';
import { PlatformRefused, PlatformUnreachable, type Delivery } from '../../../src/ports.ts';
import { ruth, slackAtWork, type SlackAtWork } from '../../support/slack-program.ts';

let open: SlackAtWork | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});
const given = async (): Promise<SlackAtWork> => (open = await slackAtWork());

const document: Document = {
  summary: 'Promise 11 is kept.',
  language: 'en',
  blocks: [paragraph('Promise 11 is kept.')],
};
const toChannel = ({ slack, channel }: SlackAtWork, more: Partial<Delivery> = {}): Delivery => ({
  id: 'note/1',
  to: { platform: 'slack', workspace: slack.team, channel },
  document,
  inReplyTo: null,
  replaces: null,
  mayHaveArrived: false,
  ownView: false,
  ...more,
});
const failing = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'it worked',
    (error: unknown) => error,
  );

describe('what Slack refuses', () => {
  it('too many at once waits as long as Slack says, and nothing is tried meanwhile', async () => {
    const world = await given();
    world.slack.fail('chat.postMessage', { retryAfter: 7 });
    const error = await failing(world.adapter.deliver(toChannel(world)));
    expect(error).toBeInstanceOf(PlatformRefused);
    expect(error).toMatchObject({ code: 'ratelimited', forGood: false, retryAfterMs: 7_000 });
    expect(world.slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });

  it('one channel that is told to wait holds up no other', async () => {
    const world = await given();
    world.slack.addChannel({ id: 'C0OTHER01', name: 'other', members: [world.slack.bot.user] });
    world.slack.fail('chat.postMessage', { retryAfter: 30 });
    const before = performance.now();
    const first = failing(world.adapter.deliver(toChannel(world)));
    const second = world.adapter.deliver(
      toChannel(world, { id: 'two', to: { platform: 'slack', workspace: world.slack.team, channel: 'C0OTHER01' } }),
    );
    await Promise.all([first, second]);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it.each([
    ['channel_not_found', true],
    ['is_archived', true],
    ['not_in_channel', true],
    ['invalid_auth', false],
    ['missing_scope', false],
    ['some_new_code', false],
  ])('%s is refused, for good: %s', async (code, forGood) => {
    const world = await given();
    world.slack.fail('chat.postMessage', { error: code });
    const error = await failing(world.adapter.deliver(toChannel(world)));
    expect(error).toBeInstanceOf(PlatformRefused);
    expect(error).toMatchObject({ code, forGood });
  });

  it('a message that somebody deleted is gone for good, in the words of all platforms', async () => {
    const world = await given();
    const { message } = await world.adapter.deliver(toChannel(world));
    world.slack.world.remove(world.channel, message.message);
    const error = await failing(world.adapter.deliver(toChannel(world, { replaces: message })));
    expect(error).toMatchObject({ name: 'PlatformRefused', code: 'message-gone', forGood: true });
  });

  it.each([
    [{ error: 'internal_error' }, 'internal_error'],
    [{ status: 503 }, 'http-503'],
    [{ status: 200 }, 'no-json'],
    [{ dropBefore: true }, 'und_err_socket'],
    [{ dropAfter: true }, 'und_err_socket'],
  ] as const)('no answer that can be trusted (%j) means that nobody knows', async (fault, code) => {
    const world = await given();
    world.slack.fail('chat.postMessage', fault);
    const error = await failing(world.adapter.deliver(toChannel(world)));
    expect(error).toBeInstanceOf(PlatformUnreachable);
    expect(error).toMatchObject({ code });
  });

  it('a workspace that takes no blocks gets the whole meaning as text', async () => {
    const world = await given();
    world.slack.fail('chat.postMessage', { error: 'invalid_blocks' });
    await world.adapter.deliver(toChannel(world));
    expect(world.slack.channel(world.channel)).toMatchObject([{ text: 'Promise 11 is kept.', blocks: [] }]);
  });
});

describe('no message twice', () => {
  it('one that arrived before the connection broke is found again', async () => {
    const world = await given();
    world.slack.fail('chat.postMessage', { dropAfter: true });
    await failing(world.adapter.deliver(toChannel(world)));
    await world.people.sendMessage({ user: ruth, channel: world.channel, text: 'nice' });
    const { message } = await world.adapter.deliver(toChannel(world, { mayHaveArrived: true }));
    const shown = world.slack.channel(world.channel).filter(({ byBot }) => byBot);
    expect(shown.map(({ ts }) => ts)).toEqual([message.message]);
  });

  it('one that arrived unnoticed and has newer words since is changed in its place', async () => {
    const world = await given();
    world.slack.fail('chat.postMessage', { dropAfter: true });
    await failing(world.adapter.deliver(toChannel(world)));
    const newer = { ...document, summary: 'Promise 11 is open again.' };
    await world.adapter.deliver(toChannel(world, { mayHaveArrived: true, document: newer }));
    expect(world.slack.channel(world.channel)).toMatchObject([{ text: 'Promise 11 is open again.' }]);
  });

  it('the mark that it is found by tells other apps nothing of whom it is about', async () => {
    const world = await given();
    await world.adapter.deliver(toChannel(world, { id: 'answer round/amina-7 > place' }));
    expect(JSON.stringify(world.slack.calls)).not.toContain('amina-7');
  });

  it('one in a thread is found there, and one that never arrived is posted', async () => {
    const world = await given();
    const { message: root } = await world.adapter.deliver(toChannel(world));
    const reply = toChannel(world, { id: 'note/2', inReplyTo: root });
    world.slack.fail('chat.postMessage', { dropBefore: true });
    await failing(world.adapter.deliver(reply));
    await world.adapter.deliver({ ...reply, mayHaveArrived: true });
    await world.adapter.deliver({ ...reply, mayHaveArrived: true });
    expect(world.slack.thread(world.channel, root.message)).toHaveLength(1);
  });

  it('while Slack will not let it look, nothing is posted', async () => {
    const world = await given();
    world.slack.fail('conversations.history', { retryAfter: 3 });
    const error = await failing(world.adapter.deliver(toChannel(world, { mayHaveArrived: true })));
    expect(error).toMatchObject({ code: 'ratelimited' });
    expect(world.slack.channel(world.channel)).toEqual([]);
  });
});

describe('quietly', () => {
  it('no link in a message unfolds, and nothing in its text becomes a mention', async () => {
    const world = await given();
    await world.adapter.deliver(toChannel(world));
    const call = world.slack.calls.find(({ method }) => method === 'chat.postMessage');
    expect(call?.args).toMatchObject({ unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none' });
  });

  it("a person's direct messages are opened once", async () => {
    const world = await given();
    const to = { platform: 'slack', workspace: world.slack.team, user: ruth } as const;
    await world.adapter.deliver(toChannel(world, { to }));
    await world.adapter.deliver(toChannel(world, { id: 'two', to }));
    expect(world.slack.calls.filter(({ method }) => method === 'conversations.open')).toHaveLength(1);
    expect(world.slack.direct(ruth)).toHaveLength(2);
  });

  it('someone unknown is refused for good', async () => {
    const world = await given();
    const to = { platform: 'slack', workspace: world.slack.team, user: 'U0NOBODY1' } as const;
    expect(await failing(world.adapter.deliver(toChannel(world, { to })))).toMatchObject({
      code: 'user_not_found',
      forGood: true,
    });
  });

  it('names are asked for once an hour, page by page', async () => {
    const world = await given();
    const everyone = Array.from({ length: 230 }, (_, index) => `U0MANY${String(index).padStart(3, '0')}`);
    for (const id of everyone) world.slack.addUser({ id, name: `Person ${id}` });
    const place = {
      platform: 'slack',
      workspace: world.slack.team,
      channel: world.slack.addChannel({ id: 'C0MANY001', name: 'many', members: everyone }),
    } as const;
    expect(await world.adapter.whoIsIn(place)).toHaveLength(230);
    await world.adapter.whoIsIn(place);
    const count = (name: string): number => world.slack.calls.filter(({ method }) => method === name).length;
    expect([count('conversations.members'), count('users.info')]).toEqual([4, 230]);
  });
});
