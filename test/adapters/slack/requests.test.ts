import { afterEach, describe, expect, it } from 'vitest';
import type { Interaction, Reply } from '../../../src/ports.ts';
import { ruth, slackAtWork, type SlackAtWork } from '../../support/slack-program.ts';

let open: SlackAtWork | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});
const given = async (answer?: (interaction: Interaction) => Reply | Promise<Reply>): Promise<SlackAtWork> =>
  (open = await slackAtWork(answer));

const challenge = JSON.stringify({
  type: 'url_verification',
  token: 'x',
  challenge: '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P',
});

describe('who may send', () => {
  it('Slack checks the address once, and is answered', async () => {
    const { people } = await given();
    const { status, body } = await people.post(challenge, { type: 'json' });
    expect(status).toBe(200);
    expect(body).toContain('3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P');
  });

  it('a forged request is refused', async () => {
    const { people, heard } = await given();
    expect((await people.post(challenge, { type: 'json', secret: 'not-the-secret' })).status).toBe(401);
    expect(heard).toEqual([]);
  });

  it('a request without a signature is refused', async () => {
    const { url, heard } = await given();
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: challenge,
    });
    expect(answer.status).toBe(401);
    expect(heard).toEqual([]);
  });

  it('a request of more than five minutes ago is refused, however well it is signed', async () => {
    const { people, heard } = await given();
    const body = (age: number) => people.post(challenge, { type: 'json', signedAtMs: Date.now() - age * 1000 });
    expect((await body(302)).status).toBe(401);
    expect((await body(290)).status).toBe(200);
    expect(heard).toEqual([]);
  });

  it('a signature for other words is refused', async () => {
    const { people, heard, channel } = await given();
    const { event } = await people.sendMessage({ user: ruth, channel, text: 'we will paint it' });
    const tampered = JSON.stringify({ ...event, text: 'we will not' });
    const answer = await people.post(tampered, { type: 'json', headers: { 'x-slack-signature': 'v0=0123' } });
    expect(answer.status).toBe(401);
    expect(heard).toHaveLength(1);
  });

  it('a request that is played again has the same id, and nobody sees a second answer', async () => {
    const { people, slack, heard, channel } = await given(() => ({ kind: 'private', document: said('Heard.') }));
    const { event } = await people.sendMessage({ user: ruth, channel, text: 'nothing got in the way' });
    await slack.until(() => slack.ephemerals(ruth).length === 1);
    const again = await people.event(event, { retry: 1 });
    expect(again.status).toBe(200);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
    expect(slack.ephemerals(ruth)).toHaveLength(1);
  });

  it('only the one address is served, and only to posts', async () => {
    const { url } = await given();
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(url.replace('/slack/events', '/slack/other'), { method: 'POST' })).status).toBe(404);
  });

  it('what is no use is taken and left: unknown events, lists, closed forms', async () => {
    const { people, heard } = await given();
    expect((await people.event({ type: 'reaction_added', user: ruth, event_ts: '1.1' })).status).toBe(200);
    expect(
      (await people.interact({ type: 'view_closed', team: { id: 'T' }, user: { id: ruth }, view: {} })).status,
    ).toBe(200);
    expect(
      (await people.interact({ type: 'shortcut', callback_id: 'x', team: { id: 'T' }, user: { id: ruth } })).status,
    ).toBe(200);
    expect(
      (await people.interact({ type: 'block_suggestion', name: 'x', team: { id: 'T' }, user: { id: ruth } })).status,
    ).toBe(200);
    expect(heard).toEqual([]);
  });

  it('what cannot be read is not sent back to be sent again', async () => {
    const { people, heard } = await given();
    expect((await people.post(JSON.stringify({ event: 'not an object' }), { type: 'json' })).status).toBe(200);
    expect(
      (
        await people.interact({
          type: 'view_submission',
          team: { id: 'T' },
          user: { id: ruth },
          view: { private_metadata: '{' },
        })
      ).status,
    ).toBe(200);
    expect(heard).toEqual([]);
  });

  it('until it has started and once it has stopped, Slack is told to come back', async () => {
    const { people, adapter } = await given();
    await adapter.stop();
    expect((await people.post(challenge, { type: 'json' })).status).toBe(503);
  });
});

describe('when an act cannot be saved', () => {
  const broken = (): Reply => {
    throw new Error('disk full: we will paint the day room');
  };

  it('Slack is told, sends the message again, and it counts once', async () => {
    let works = false;
    const { people, heard, channel } = await given(() => (works ? { kind: 'none' } : broken()));
    const first = await people.sendMessage({ user: ruth, channel, text: 'we will paint it' });
    expect(first.status).toBe(500);
    works = true;
    expect((await people.event(first.event, { retry: 1 })).status).toBe(200);
    expect(heard.map(({ id }) => id)).toEqual([heard[0]?.id, heard[0]?.id]);
  });

  it('a person who typed a command is told kindly', async () => {
    const { people, channel } = await given(broken);
    const { status, shown } = await people.command({ user: ruth, channel, text: 'promises' });
    expect(status).toBe(200);
    expect(shown?.text).toBe('I could not save that just now. Please try it again in a minute.');
    // Slack takes the line away once it is sent.
    expect(JSON.stringify(shown?.blocks)).toContain('promises');
  });

  it('a form stays open with what was typed', async () => {
    const form = {
      form: 'answer',
      subject: 'r',
      title: 'Your answer',
      intro: [],
      submit: 'Save',
      cancel: 'Cancel',
      fields: [{ kind: 'text', name: 'words', label: 'Your answer' }],
    } as const;
    const { people, channel } = await given(({ kind }) =>
      kind === 'command' ? { kind: 'form', form, document: said('x') } : broken(),
    );
    await people.command({ user: ruth, channel, text: 'answer' });
    const { errors, modal } = await people.submit({ user: ruth, values: { words: 'nothing' } });
    expect(errors).toEqual({ words: 'I could not save that just now. Please try it again in a minute.' });
    expect(modal).not.toBeNull();
  });

  it('the log holds the act and the kind of error, never the words', async () => {
    const { people, channel, logged } = await given(broken);
    await people.sendMessage({ user: ruth, channel, text: 'we will paint the day room' });
    await people.command({ user: ruth, channel, text: 'we will paint the day room' });
    expect(logged).toHaveLength(2);
    expect(logged.join()).not.toContain('paint');
  });
});

describe('one act, however often Slack tells of it', () => {
  it('a mention comes twice at the same moment and is handled once', async () => {
    const { people, heard, channel } = await given();
    await people.mention({ user: ruth, channel, text: 'promises' });
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ kind: 'spoke', text: 'promises', mentionsBot: true });
  });

  it('Slack hears "yes" only once the act is saved', async () => {
    let save = (): void => undefined;
    const saving = new Promise<void>((resolve) => (save = resolve));
    const { people, channel, heard } = await given(async () => (await saving, { kind: 'none' }));
    let answered = false;
    const sent = people.sendMessage({ user: ruth, channel, text: 'we will' }).then(() => (answered = true));
    // Two whole round trips later the first request would have been answered, had anything answered it.
    await people.post(challenge, { type: 'json' });
    await people.post(challenge, { type: 'json' });
    expect([heard.length, answered]).toEqual([1, false]);
    save();
    await sent;
    expect(answered).toBe(true);
  });

  it('an answer that Slack takes its time over delays nothing', async () => {
    const { people, slack, channel } = await given(() => ({ kind: 'private', document: said('Heard.') }));
    slack.latency(1_500);
    const before = performance.now();
    expect((await people.sendMessage({ user: ruth, channel, text: 'nothing' })).status).toBe(200);
    expect(performance.now() - before).toBeLessThan(1_400);
    await slack.until(() => slack.ephemerals(ruth).length === 1);
  });

  it('a command that takes longer than Slack waits is still answered', async () => {
    let save = (): void => undefined;
    const saving = new Promise<void>((resolve) => (save = resolve));
    const { people, slack, channel } = await given(
      async () => (await saving, { kind: 'private', document: said('Saved.') }),
    );
    const answer = await people.command({ user: ruth, channel, text: 'we will …' });
    expect(answer).toMatchObject({ status: 200, body: '' });
    save();
    await slack.until(() => slack.ephemerals(ruth).some(({ text }) => text === 'Saved.'));
  });
});

function said(summary: string) {
  return {
    summary,
    language: 'en',
    blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: summary }] }],
  } as const;
}
