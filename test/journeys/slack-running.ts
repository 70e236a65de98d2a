import { freshFolder, startProgram, type Program } from '../support/program.ts';
import { rehearsalAt, type Rehearsal } from '../support/rehearsal.ts';
import { slackClient, type SlackClient } from '../support/slack-client.ts';
import { startSlack } from '../support/slack-stand-in.ts';
import type { Shown } from '../support/slack-world.ts';
import { names, type Name } from './stage.ts';

export const signingSecret = '5b9d0a1c7e3f48d2a6b1c0e9f8d7a6b5';
export const channel = 'C0WILLOW01';

export type SlackRunning = Awaited<ReturnType<typeof runInSlack>>;

/**
 * The running program between a stand-in of Slack and Willow's nine people, who send it signed requests. It keeps what
 * it keeps in a new SQLite file, unless it is given the url of an empty database. `also` are
 * settings that differ; without the rehearsal its clock is the machine's.
 */
export async function runInSlack(databaseUrl?: string, also: Readonly<Record<string, string>> = {}) {
  let nowMs = Date.now();
  const slack = await startSlack({ now: () => nowMs });
  for (const name of names) slack.addUser({ id: idOf(name), name });
  slack.addChannel({ id: channel, name: 'willow', members: [slack.bot.user, ...names.map(idOf)] });
  const folder = await freshFolder();
  const settings = {
    DATABASE_URL: databaseUrl ?? folder.databaseUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.url,
    REHEARSAL: 'on',
    ...also,
  };
  const start = async () => {
    const program = await startProgram(settings);
    const people = slackClient({ url: `${program.url}/slack/events`, signingSecret, slack });
    return { program, people, rehearsal: rehearsalAt(program.url) };
  };
  let now = await start();

  return {
    slack,
    folder,
    settings,
    program: (): Program => now.program,
    /** Those who act, on the program that runs now. */
    people: (): SlackClient => now.people,
    rehearsal: (): Rehearsal => now.rehearsal,
    /** After it was stopped or killed: the same database, and any free port. */
    startAgain: async (): Promise<void> => {
      now = await start();
    },
    reset: async (at: string): Promise<void> => {
      nowMs = Date.parse(at);
      slack.world.messages.length = 0;
      slack.world.modals.clear();
      await now.rehearsal.reset(at);
    },
    moveTo: async (at: string): Promise<void> => {
      nowMs = Date.parse(at);
      await now.rehearsal.moveTo(at);
    },
    /** Done when everything that waits to be shown is shown. */
    settled: (): Promise<void> => now.rehearsal.advance('PT0S'),
    /** What everyone sees outside threads, oldest first. */
    messages: (): readonly Shown[] => slack.channel(channel),
    /** All that one person can see in the channel and in their direct messages. */
    seenBy: (who: Name): readonly Shown[] =>
      slack.world.messages.filter(
        ({ channel: where, only }) =>
          (where === channel && (only === null || only === idOf(who))) || where === slack.world.directOf(idOf(who)),
      ),
    close: async (): Promise<void> => {
      await now.program.stop();
      await slack.close();
      await folder.remove();
    },
  };
}

export function idOf(name: Name): string {
  return `U0${name.toUpperCase()}`;
}
