import { slackClient } from '../support/slack-client.ts';
import { startSlack, seenIn as seenInSlack } from '../support/slack-stand-in.ts';
import { seenIn as seenInTeams } from '../support/teams-seen.ts';
import type { SlackRunning } from './slack-running.ts';
import { channel as slackChannel, idOf as slackId, signingSecret } from './slack-running.ts';
import { stageOf as slackStageOf } from './slack-stage.ts';
import { names, type Name, type Stage } from './stage.ts';
import { channel as teamsChannel, runInTeams } from './teams-running.ts';
import { stageOf as teamsStageOf } from './teams-stage.ts';

/** One program in the middle of Slack and Teams, and a stage on each side of it. */
export type Both = Awaited<ReturnType<typeof runInBoth>>;

/** All nine could be on either side; whom the huddle asks, and where, is for the test to do. */
export async function runInBoth(databaseUrl?: string) {
  let now: () => number = Date.now;
  const slack = await startSlack({ now: () => now() });
  for (const name of names) slack.addUser({ id: slackId(name), name });
  slack.addChannel({ id: slackChannel, name: 'willow', members: [slack.bot.user, ...names.map(slackId)] });
  const also = { SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: slack.url };
  const running = await runInTeams({ databaseUrl, also });
  now = running.teams.now;

  const inSlack: SlackRunning = {
    slack,
    folder: running.folder,
    settings: { ...running.settings, ...also },
    program: running.program,
    people: () => slackClient({ url: `${running.program().url}/slack/events`, signingSecret, slack }),
    rehearsal: running.rehearsal,
    startAgain: running.startAgain,
    reset: running.reset,
    moveTo: running.moveTo,
    settled: running.settled,
    messages: () => slack.channel(slackChannel),
    seenBy: (who) =>
      slack.world.messages.filter(
        ({ channel: where, only }) =>
          (where === slackChannel && (only === null || only === slackId(who))) ||
          where === slack.world.directOf(slackId(who)),
      ),
    close: running.close,
  };

  return {
    running,
    slack: slackStageOf(inSlack),
    teams: teamsStageOf(running, 'channel'),
    /** In their own chat with the bot in Teams. */
    teamsPrivate: teamsStageOf(running, 'personal'),
    reset: async (at: string): Promise<void> => {
      slack.world.messages.length = 0;
      slack.world.modals.clear();
      await running.reset(at);
    },
    moveTo: running.moveTo,
    /** What WeSaid posted for everyone, outside threads, on each side. */
    posts: (): { readonly slack: readonly string[]; readonly teams: readonly string[] } => ({
      slack: slack
        .channel(slackChannel)
        .filter(({ byBot }) => byBot)
        .map(seenInSlack),
      teams: running.teams
        .posts(teamsChannel)
        .filter(({ byBot }) => byBot)
        .map((shown) => seenInTeams(shown)),
    }),
    close: async (): Promise<void> => {
      await running.close();
      await slack.close();
    },
  };
}

/** The code in an answer to `link` or `connect`. */
export function codeIn(answer: string): string {
  const code = /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(answer)?.[0];
  if (code === undefined) throw new Error(`no code in: ${answer}`);
  return code;
}

/** One person's two accounts become one: the code is asked for in Slack and typed in Teams. */
export async function linkUp({ slack, teamsPrivate }: Both, who: Name): Promise<string> {
  const code = codeIn(await slack.type(who, 'link'));
  return teamsPrivate.type(who, `link ${code}`);
}

/** Takes part, is counted, and picks a group, on the side where they were asked. */
export async function sayYes(stage: Stage, who: Name, group: string): Promise<void> {
  await stage.press(who, 'Yes, I will take part');
  await stage.press(who, 'Yes, count me');
  await stage.press(who, group);
}

/** The words of a post alone: what each platform adds to them by its own way of drawing is left out. */
export function wordsOf(post: string): readonly string[] {
  return post.replace(/[*_`>•]/g, ' ').match(/[\p{L}\p{N}'’]+/gu) ?? [];
}
