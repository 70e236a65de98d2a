import { seen, seenIn } from '../support/teams-seen.ts';
import type { Dialog, Shown } from '../support/teams-world.ts';
import { channel, chat, idOf, offers, runInTeams, type TeamsRunning } from './teams-running.ts';
import type { Name, Stage } from './stage.ts';

/** Where the huddle meets and where its people type: `personal` is a channel's huddle whose people type in their own chats. */
export type Scope = 'channel' | 'group chat' | 'personal';

/** The scenarios' stage in Teams. */
export async function teamsStage(scope: Scope, databaseUrl?: string): Promise<Stage> {
  const running = await runInTeams({ databaseUrl });
  return stageOf(running, scope);
}

/** The same stage over a program that a test started itself. */
export function stageOf(running: TeamsRunning, scope: Scope): Stage {
  const { teams, settled } = running;
  const { world } = teams;
  const place = scope === 'group chat' ? chat : channel;
  const posts = (): readonly Shown[] => teams.posts(place).filter(({ byBot }) => byBot);

  /** Only where a huddle meets can it be set up; everything else may be said anywhere. */
  const inPlace = (line: string): boolean => scope !== 'personal' || /^(setup|people|settings) /.test(line);

  const findPost = (under: string): Shown => {
    const found = posts().findLast((shown) => seenIn(shown).includes(under));
    if (found === undefined) throw new Error(`nothing in the place holds "${under}"`);
    return found;
  };

  return {
    reset: running.reset,
    moveTo: running.moveTo,
    type: async (who, line) => {
      const before = sightOf(running, who);
      const speech = { user: idOf(who), text: line };
      const { status } = inPlace(line)
        ? await running.people().mention({ ...speech, where: place })
        : await running.people().say(speech);
      if (status !== 200) throw new Error(`"${line}" was answered with ${String(status)}`);
      await world.until(() => newFor(running, who, before) !== '', `an answer to "${line}"`, patienceMs);
      await settled();
      return newFor(running, who, before);
    },
    reply: async (who, under, text) => {
      const on = findPost(under);
      const speech = { user: idOf(who), where: place, text };
      const people = running.people();
      const { status, activity } =
        scope === 'group chat'
          ? await people.mention({ ...speech, quotes: on })
          : await people.mention({ ...speech, thread: on.id });
      if (status !== 200 || activity === null) throw new Error(`a reply was answered with ${String(status)}`);
      await settled();
    },
    press: async (who, label) => {
      const on = await world.until(
        () => running.seenBy(who, place).findLast((shown) => offers(shown, who, label)),
        `a button "${label}" for ${who}`,
        patienceMs,
      );
      const before = sightOf(running, who);
      const done = await running.people().press({ user: idOf(who), on, label });
      if (done.status !== 200) throw new Error(`"${label}" was answered with ${String(done.status)}`);
      await world.until(() => newFor(running, who, before) !== '', `an answer to "${label}"`, patienceMs);
      await settled();
      return newFor(running, who, before);
    },
    at: (who) => `<@${idOf(who)}>`,
    room: () => Promise.resolve(posts().map((shown) => seenIn(shown))),
    thread: (under) => Promise.resolve(under === '' ? [] : threadOf(running, place, under)),
    notes: (who) =>
      Promise.resolve(
        teams
          .personal(idOf(who))
          .filter(({ byBot }) => byBot)
          .map((shown) => seenIn(shown, idOf(who))),
      ),
    close: running.close,
  };
}

/** How long a busy machine may take to show an answer. */
const patienceMs = 20_000;

/** In a chat, which has no threads, what belongs under a message follows it. */
function threadOf({ teams }: TeamsRunning, place: string, under: string): readonly string[] {
  const posts = teams.posts(place);
  const roots = posts.filter((shown) => seenIn(shown).includes(under));
  if (place !== chat) return roots.flatMap(({ id }) => teams.thread(place, id)).map((shown) => seenIn(shown));
  const first = posts.findIndex((shown) => roots.includes(shown));
  return posts.slice(first + 1).map((shown) => seenIn(shown));
}

interface Sight {
  readonly own: ReadonlyMap<string, string>;
  readonly views: ReadonlyMap<string, string>;
  readonly whispers: number;
  readonly dialog: Dialog | null;
}

/** What this person alone sees: their own chat, their own views of cards, lines under cards, and a dialog. */
function sightOf({ teams }: TeamsRunning, who: Name): Sight {
  const user = idOf(who);
  const bots = teams.personal(user).filter(({ byBot }) => byBot);
  const viewed = teams.world.messages.filter(({ views }) => views.has(user));
  return {
    own: new Map(bots.map((shown) => [shown.id, seenIn(shown, user)])),
    views: new Map(viewed.map((shown) => [`${shown.conversation}/${shown.id}`, seenIn(shown, user)])),
    whispers: teams.whispers(user).length,
    dialog: teams.dialog(user),
  };
}

/** All that is new of it, or has changed. */
function newFor(running: TeamsRunning, who: Name, before: Sight): string {
  const now = sightOf(running, who);
  const changed = (list: ReadonlyMap<string, string>, known: ReadonlyMap<string, string>): readonly string[] =>
    [...list].filter(([id, words]) => known.get(id) !== words).map(([, words]) => words);
  const whispers = running.teams.whispers(idOf(who)).slice(before.whispers);
  const dialog =
    now.dialog === null || now.dialog === before.dialog ? [] : [`${now.dialog.title}\n${seen(now.dialog.card)}`];
  return [
    ...changed(now.own, before.own),
    ...changed(now.views, before.views).filter((words) => ![...now.own.values()].includes(words)),
    ...whispers.map(({ text }) => text),
    ...dialog,
  ].join('\n');
}
