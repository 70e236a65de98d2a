import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { createSlackAdapter, type SlackAdapter } from '../../../adapters/slack/adapter.ts';
import { paragraph } from '../../../src/messages/document.ts';
import type { Handle } from '../../../src/ports.ts';
import { startSocketSlack } from '../../support/slack-socket.ts';
import type { Json } from '../../support/slack-world.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const clock = { now: () => '2027-03-01T10:07:00.000Z' };
const payload = (name: string): Json =>
  (
    JSON.parse(readFileSync(new URL(`../../support/fixtures/slack/${name}.json`, import.meta.url), 'utf8')) as {
      payload: Json;
    }
  ).payload;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
async function given(
  handle: Handle,
): Promise<{ slack: Awaited<ReturnType<typeof startSocketSlack>>; adapter: SlackAdapter }> {
  const slack = await startSocketSlack();
  closing.push(slack.close);
  const adapter = createSlackAdapter({
    botToken: 'xoxb-x',
    signingSecret: 's',
    appToken: 'xapp-x',
    apiUrl: slack.url,
    clock,
    log,
  });
  closing.push(adapter.stop);
  await adapter.start(handle);
  return { slack, adapter };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Answered at once: what was to be answered before it has been. */
const ofNoUse: Json = {
  envelope_id: 'later',
  type: 'events_api',
  accepts_response_payload: false,
  payload: payload('reaction-added'),
};

describe('Socket Mode', () => {
  it('brings the same acts, and Slack hears "yes" only once they are saved', async () => {
    let save = (): void => undefined;
    const saving = new Promise<void>((resolve) => (save = resolve));
    const heard: string[] = [];
    const { slack } = await given(async ({ id }) => {
      heard.push(id);
      await saving;
      return { kind: 'none' };
    });
    slack.send({
      envelope_id: 'e1',
      type: 'events_api',
      accepts_response_payload: false,
      payload: payload('message-in-thread'),
    });
    while (heard.length === 0) await turn();
    slack.send(ofNoUse);
    while (slack.answers.length === 0) await turn();
    save();
    while (slack.answers.length === 1) await turn();
    expect(slack.answers).toMatchObject([{ envelope_id: 'later' }, { envelope_id: 'e1' }]);
    expect(heard).toEqual(['slack/T0WILLOW1/C0WILLOW1:1803895500.000200']);
  });

  it('answers a command over the socket', async () => {
    const document = {
      summary: 'Your promises: none open.',
      language: 'en',
      blocks: [paragraph('Your promises: none open.')],
    } as const;
    const { slack } = await given(() => Promise.resolve({ kind: 'private', document }));
    slack.send({
      envelope_id: 'e2',
      type: 'slash_commands',
      accepts_response_payload: true,
      payload: payload('command'),
    });
    while (slack.answers.length === 0) await turn();
    expect(slack.answers).toMatchObject([
      { envelope_id: 'e2', payload: { response_type: 'ephemeral', text: 'Your promises: none open.' } },
    ]);
  });

  it('leaves an act that was not saved unanswered, so that Slack sends it again', async () => {
    let tries = 0;
    const { slack } = await given(() => {
      tries += 1;
      return Promise.reject(new Error('disk full'));
    });
    slack.send({
      envelope_id: 'e3',
      type: 'events_api',
      accepts_response_payload: false,
      payload: payload('message-in-thread'),
    });
    while (tries === 0) await turn();
    slack.send(ofNoUse);
    while (slack.answers.length === 0) await turn();
    expect(slack.answers).toMatchObject([{ envelope_id: 'later' }]);
  });
});
