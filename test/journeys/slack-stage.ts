import { rehearsalAt } from '../support/rehearsal.ts';
import { freshFolder, startProgram } from '../support/program.ts';
import { slackClient } from '../support/slack-client.ts';
import { seenIn, startSlack } from '../support/slack-stand-in.ts';
import { buttonsOf, type Shown } from '../support/slack-world.ts';
import { names, type Name, type Stage } from './stage.ts';

const signingSecret = '5b9d0a1c7e3f48d2a6b1c0e9f8d7a6b5';
const channel = 'C0WILLOW01';

/** The running program between a stand-in of Slack and nine people who send it signed requests. */
export async function slackStage(): Promise<Stage> {
  let nowMs = Date.now();
  const slack = await startSlack({ now: () => nowMs });
  for (const name of names) slack.addUser({ id: id(name), name });
  slack.addChannel({ id: channel, name: 'willow', members: [slack.bot.user, ...names.map(id)] });
  const folder = await freshFolder();
  const program = await startProgram({
    DATABASE_URL: folder.databaseUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.url,
    REHEARSAL: 'on',
  });
  const people = slackClient({ url: `${program.url}/slack/events`, signingSecret, slack });
  const rehearsal = rehearsalAt(program.url);

  /** Everything that waits to be shown is shown. */
  const settled = () => rehearsal.advance('PT0S');
  const messages = (): readonly Shown[] => slack.channel(channel);
  const seenBy = (who: Name): readonly Shown[] =>
    [...slack.world.messages].filter(
      ({ channel: where, only }) =>
        (where === channel && (only === null || only === id(who))) || where === slack.world.directOf(id(who)),
    );

  return {
    reset: async (at) => {
      nowMs = Date.parse(at);
      slack.world.messages.length = 0;
      await rehearsal.reset(at);
    },
    moveTo: async (at) => {
      nowMs = Date.parse(at);
      await rehearsal.moveTo(at);
    },
    type: async (who, text) => {
      const before = new Set(slack.world.messages);
      const { status, shown } = await people.command({ user: id(who), channel, text });
      if (status !== 200) throw new Error(`"${text}" was answered with ${String(status)}`);
      await settled();
      return shown === null
        ? newest(seenBy(who).filter((each) => !before.has(each) && each.only !== null))
        : seenIn(shown);
    },
    reply: async (who, under, text) => {
      const parent = messages().findLast((shown) => seenIn(shown).includes(under));
      if (parent === undefined) throw new Error(`nothing in the channel holds "${under}"`);
      const { status } = await people.reply({ user: id(who), channel, thread: parent.ts, text });
      if (status !== 200) throw new Error(`a reply was answered with ${String(status)}`);
      await settled();
    },
    press: async (who, label) => {
      const on = seenBy(who).findLast((shown) => buttonsOf(shown.blocks).some((button) => button.label === label));
      if (on === undefined) throw new Error(`${who} sees no button "${label}"`);
      const { status } = await people.press({ user: id(who), on, label });
      if (status !== 200) throw new Error(`"${label}" was answered with ${String(status)}`);
      await settled();
      const modal = slack.modal(id(who));
      return modal === null
        ? newest(seenBy(who).filter((each) => each.only !== null || each.channel !== channel))
        : seenIn(modal);
    },
    at: (who) => `<@${id(who)}>`,
    room: () =>
      Promise.resolve(
        messages()
          .filter(({ byBot }) => byBot)
          .map(seenIn),
      ),
    thread: (under) => {
      const parents = messages().filter((shown) => seenIn(shown).includes(under));
      return Promise.resolve(parents.flatMap(({ ts }) => slack.thread(channel, ts)).map(seenIn));
    },
    notes: (who) =>
      Promise.resolve(
        slack
          .direct(id(who))
          .filter(({ byBot }) => byBot)
          .map(seenIn),
      ),
    close: async () => {
      await program.stop();
      await slack.close();
      await folder.remove();
    },
  };
}

function id(name: Name): string {
  return `U0${name.toUpperCase()}`;
}

function newest(shown: readonly Shown[]): string {
  const last = shown.at(-1);
  return last === undefined ? '' : seenIn(last);
}
