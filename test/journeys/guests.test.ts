import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, startProgram, type Program } from '../support/program.ts';
import { slackClient } from '../support/slack-client.ts';
import { seenIn, startSlack } from '../support/slack-stand-in.ts';
import { clientWith, textOf } from '../adapters/web/guest-stage.ts';

const signingSecret = '5b9d0a1c7e3f48d2a6b1c0e9f8d7a6b5';
const channel = 'C0WILLOW01';
const priya = 'U0PRIYA01';
const publicUrl = 'https://wesaid.example.org';

describe('beside Slack, with PUBLIC_URL and WESAID_SECRET set and no rehearsal', { timeout: 120_000 }, () => {
  let slack: Awaited<ReturnType<typeof startSlack>>;
  let folder: Awaited<ReturnType<typeof freshFolder>>;
  let program: Program;

  beforeAll(async () => {
    slack = await startSlack({ now: () => Date.now() });
    slack.addUser({ id: priya, name: 'Priya' });
    slack.addChannel({ id: channel, name: 'willow', members: [slack.bot.user, priya] });
    folder = await freshFolder();
    program = await startProgram({
      DATABASE_URL: folder.databaseUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.url,
      PUBLIC_URL: publicUrl,
      WESAID_SECRET: 'a secret of forty letters, nobody knows.',
    });
  });
  afterAll(async () => {
    await program.stop();
    await slack.close();
    await folder.remove();
  });

  it('a guest comes in by the link that a coordinator got in Slack, and nothing else of the room is served', async () => {
    const people = slackClient({ url: `${program.url}/slack/events`, signingSecret, slack });
    const type = (text: string) => people.command({ user: priya, channel, text });
    await type('setup Willow, check-in Mondays at 10am, digest Tuesdays at 9am, zone Europe/London');
    const seen = () => slack.world.messages.map(seenIn).join('\n');
    await slack.until(() => seen().includes('Willow') || undefined, 'the huddle', 20_000);
    await type('guest Sam');
    const pattern = /https:\/\/wesaid\.example\.org(\/g\/\w+\.\d+\.[\w-]+)/;
    const token = await slack.until(() => pattern.exec(seen())?.[1], 'the link', 20_000);
    const enter = { method: 'POST', body: 'as=self', redirect: 'manual', headers: { origin: publicUrl } } as const;
    const entered = await fetch(`${program.url}${token}`, enter);
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-wesaid-guest=.*; HttpOnly; SameSite=Lax; Secure$/);
    const client = clientWith(cookie.split(';', 1)[0] ?? '', program.url);
    expect(textOf(await client.look('/g'))).toMatch(/Hello Sam.*Priya set me up for Willow\./);
    const statuses = ['/', '/as/amina', '/rehearsal/state', '/room.css', '/gallery'].map(
      async (path) => (await fetch(`${program.url}${path}`)).status,
    );
    expect(new Set(await Promise.all(statuses))).toEqual(new Set([404]));
    expect(program.lines.join('\n')).not.toContain(token.slice('/g/'.length));
  });
});
