import { seenIn } from '../support/slack-stand-in.ts';
import { buttonsOf, type Modal, type Shown } from '../support/slack-world.ts';
import { channel, idOf, runInSlack, type SlackRunning } from './slack-running.ts';
import type { Name, Stage } from './stage.ts';

/** The scenarios' stage in Slack. */
export async function slackStage(databaseUrl?: string): Promise<Stage> {
  return stageOf(await runInSlack(databaseUrl));
}

/** The same stage over a program that a test started itself. */
export function stageOf(running: SlackRunning): Stage {
  const { slack, messages, settled } = running;

  /** The button may still be on its way: what a person presses is answered at once and shown a moment later. */
  const buttonFor = (who: Name, label: string): Promise<Shown> => {
    const has = (shown: Shown) => buttonsOf(shown.blocks).some((button) => button.label === label);
    return slack.until(() => running.seenBy(who).findLast(has), `a button "${label}" for ${who}`, patienceMs);
  };

  return {
    reset: running.reset,
    moveTo: running.moveTo,
    type: async (who, text) => {
      const before = sightOf(running, who);
      const { status, shown } = await running.people().command({ user: idOf(who), channel, text });
      if (status !== 200) throw new Error(`"${text}" was answered with ${String(status)}`);
      const isAnswer = ({ only }: Shown) => only !== null;
      const answer = shown ?? (await newFor(running, who, { before, isAnswer, what: `an answer to "${text}"` }));
      await settled();
      return seenIn(answer);
    },
    reply: async (who, under, text) => {
      const parent = messages().findLast((shown) => seenIn(shown).includes(under));
      if (parent === undefined) throw new Error(`nothing in the channel holds "${under}"`);
      const { status } = await running.people().reply({ user: idOf(who), channel, thread: parent.ts, text });
      if (status !== 200) throw new Error(`a reply was answered with ${String(status)}`);
      await settled();
    },
    press: async (who, label) => {
      const on = await buttonFor(who, label);
      const before = sightOf(running, who);
      const { status } = await running.people().press({ user: idOf(who), on, label });
      if (status !== 200) throw new Error(`"${label}" was answered with ${String(status)}`);
      const isAnswer = (shown: Shown) => shown.byBot && (shown.only !== null || shown.channel !== channel);
      const answer = await newFor(running, who, { before, isAnswer, what: `an answer to "${label}"` });
      await settled();
      return seenIn(answer);
    },
    at: (who) => `<@${idOf(who)}>`,
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
          .direct(idOf(who))
          .filter(({ byBot }) => byBot)
          .map(seenIn),
      ),
    close: running.close,
  };
}

/** How long a busy machine may take to show an answer. */
const patienceMs = 20_000;

interface Sight {
  readonly messages: ReadonlySet<Shown>;
  readonly modal: Modal | null;
}

function sightOf({ seenBy, slack }: SlackRunning, who: Name): Sight {
  return { messages: new Set(seenBy(who)), modal: slack.modal(idOf(who)) };
}

/** The form that has opened or changed since, or the newest message for them that is new or has changed. */
function newFor(
  running: SlackRunning,
  who: Name,
  { before, isAnswer, what }: { before: Sight; isAnswer: (shown: Shown) => boolean; what: string },
): Promise<Shown | Modal> {
  return running.slack.until(
    () => {
      const now = sightOf(running, who);
      if (now.modal !== null && now.modal !== before.modal) return now.modal;
      return [...now.messages].findLast((shown) => !before.messages.has(shown) && isAnswer(shown));
    },
    what,
    patienceMs,
  );
}
