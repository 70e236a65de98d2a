import { afterEach, describe, expect, it } from 'vitest';
import { actions, paragraph, type Document } from '../../../src/messages/document.ts';
import { PlatformRefused, PlatformUnreachable, type Delivery, type Receipt } from '../../../src/ports.ts';
import { channel, chat, ruth, teamsAtWork, type TeamsAtWork } from '../../support/teams-program.ts';
import { refusals } from '../../support/teams-refusal.ts';
import { seenIn } from '../../support/teams-seen.ts';

const question: Document = {
  summary: 'What got in the way? [Skip]',
  language: 'en',
  blocks: [paragraph('What got in the way?'), actions({ action: 'skip', subject: 'willow/1', label: 'Skip' })],
};
const closed: Document = {
  summary: 'We heard from 7 of 9.',
  language: 'en',
  blocks: [paragraph('We heard from 7 of 9.')],
};

let open: TeamsAtWork | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

async function atWork() {
  const at = (open = await teamsAtWork());
  const workspace = at.teams.tenant;
  const place = (where: string) => ({ platform: 'teams' as const, workspace, channel: where });
  const deliver = (more: Partial<Delivery> = {}): Promise<Receipt> =>
    at.adapter.deliver({
      id: 'prompt/1',
      to: place(channel),
      document: question,
      inReplyTo: null,
      replaces: null,
      mayHaveArrived: false,
      ownView: false,
      ...more,
    });
  const refused = (more: Partial<Delivery> = {}): Promise<unknown> => deliver(more).catch((error: unknown) => error);
  return { ...at, place, person: { platform: 'teams' as const, workspace, user: ruth }, deliver, refused };
}

describe('a message that is delivered to Teams', () => {
  it('is found again by the channel and its own id, not by the thread', async () => {
    const { teams, deliver } = await atWork();
    const root = await deliver();
    const reply = await deliver({ id: 'digest/2', inReplyTo: root.message });
    expect(reply.message.channel).toBe(channel);
    expect(teams.thread(channel, root.message.message).map(({ id }) => id)).toEqual([reply.message.message]);
    await deliver({ id: 'digest/2', document: closed, replaces: reply.message });
    expect(teams.thread(channel, root.message.message).map((shown) => seenIn(shown))).toEqual([
      'We heard from 7 of 9.',
    ]);
  });

  it('in answer to another stands after it in a group chat, which has no threads', async () => {
    const { teams, deliver, place } = await atWork();
    const root = await deliver({ to: place(chat) });
    await deliver({ to: place(chat), id: 'digest/2', document: closed, inReplyTo: root.message });
    expect(teams.posts(chat).map((shown) => seenIn(shown))).toEqual([
      'What got in the way?\n[Skip]',
      'We heard from 7 of 9.',
    ]);
  });

  it('to a person is found again in their own chat, and changed there', async () => {
    const { teams, deliver, person } = await atWork();
    const { message } = await deliver({ to: person });
    expect(message.channel).toBe(teams.personal(ruth)[0]?.conversation);
    await deliver({ to: person, document: closed, replaces: message });
    expect(teams.personal(ruth).map((shown) => seenIn(shown))).toEqual(['We heard from 7 of 9.']);
  });

  it('while an earlier try is still under way waits for it, and is shown once', async () => {
    const { teams, deliver } = await atWork();
    const [first, second] = await Promise.all([deliver(), deliver({ mayHaveArrived: true, document: closed })]);
    expect(second.message).toEqual(first.message);
    expect(teams.posts(channel).map((shown) => seenIn(shown))).toEqual(['We heard from 7 of 9.']);
  });

  it('that nobody knows to have arrived is posted again: twice rather than never', async () => {
    const { teams, deliver, refused } = await atWork();
    teams.failNext('send', { dropAfter: true });
    expect(await refused()).toBeInstanceOf(PlatformUnreachable);
    await deliver({ mayHaveArrived: true });
    expect(teams.posts(channel)).toHaveLength(2);
  });

  it('that someone deleted is not posted anew by its next change', async () => {
    const { teams, deliver, refused } = await atWork();
    const { message } = await deliver();
    teams.world.change(teams.posts(channel)[0] ?? fail(), { deleted: true });
    const error = await refused({ document: closed, replaces: message });
    expect(error).toBeInstanceOf(PlatformRefused);
    expect(error).toMatchObject({ code: 'message-gone', forGood: true });
    expect(teams.posts(channel)).toEqual([]);
  });

  it('that Teams finds too large is there in words', async () => {
    const { teams, deliver } = await atWork();
    teams.failNext('send', { refusal: refusals.tooBig() });
    await deliver({ document: { ...question, summary: '**What** <b>got</b> in the way? [Skip]' } });
    const [shown] = teams.posts(channel);
    expect(shown && seenIn(shown)).toBe('**What** <b>got</b> in the way? [Skip]');
    expect(shown?.acts).toEqual([]);
  });

  it('waits as long as Teams asks', async () => {
    const { teams, refused } = await atWork();
    teams.failNext('send', { status: 429, retryAfter: 7 });
    expect(await refused()).toMatchObject({ forGood: false, retryAfterMs: 7_000 });
  });

  it('to a place that Teams never told of is refused for good', async () => {
    const { refused, place } = await atWork();
    expect(await refused({ to: place('19:elsewhere@thread.tacv2') })).toMatchObject({
      name: 'PlatformRefused',
      forGood: true,
    });
  });
});

function fail(): never {
  throw new Error('nothing stands there');
}
