import * as activities from './teams-activities.ts';
import type { Frame, Said } from './teams-activities.ts';
import { applyAction, applyTask, type Outcome } from './teams-answers.ts';
import { comings } from './teams-comings.ts';
import { dataOf, filled, type Values } from './teams-forms.ts';
import { buttonsOf, json, type Button } from './teams-seen.ts';
import type { TeamsStandIn } from './teams-stand-in.ts';
import { cardFor, type Conversation, type Json, type Shown } from './teams-world.ts';

/** What the program answered to one signed request. */
export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** A message that went out; `activity` is null when Teams did not tell the bot of it. */
export interface Sent extends Answered {
  readonly id: string;
  readonly activity: Json | null;
}

/** What came of a press or a form, as the person sees it. */
export type Done = Answered & Outcome;

export interface Speech {
  readonly user: string;
  /** Left out: the person's own chat with the bot. */
  readonly where?: string;
  /** As typed; `<@ID>` mentions a person, or the bot by its own id. */
  readonly text: string;
  /** The post in a channel under which it stands. */
  readonly thread?: string;
  /** The message in a chat that it quotes. */
  readonly quotes?: Shown;
  readonly files?: readonly string[];
  /** ms; left out: the stand-in's now. */
  readonly at?: number;
}

export type TeamsClient = ReturnType<typeof teamsClient>;

/**
 * People at work in Teams: each act is shown in the stand-in and goes to the program signed, in the shape that Teams
 * sends. `url` is the program's `/api/messages`. Acts are of the stand-in's time, tokens of the machine's.
 */
export function teamsClient({ url, teams }: { url: string; teams: TeamsStandIn }) {
  const { world } = teams;
  const frame: Frame = { world, serviceUrl: teams.serviceUrl };
  const said = new Map<string, Said>();

  /** The claims of a token as Microsoft makes it for this bot. */
  const claims = (): Json => {
    const seconds = Math.floor(Date.now() / 1000);
    return {
      serviceurl: teams.serviceUrl,
      nbf: seconds - 60,
      exp: seconds + 3600,
      iss: 'https://api.botframework.com',
      aud: teams.appId,
    };
  };
  /** `token` null sends none. */
  const post = async (
    activity: Json | string,
    { token = teams.keys.token(claims()) }: { token?: string | null } = {},
  ): Promise<Answered> => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    });
    return { status: answer.status, body: await answer.text() };
  };

  /** In its own chat the bot hears everything; elsewhere mentions of it, or all where it was let read all. */
  const hears = ({ conversation, text }: Said): boolean => {
    if (conversation.kind === 'personal') return !conversation.uninstalled && world.isInstalled(conversation);
    if (!world.isInstalled(conversation) || conversation.deleted) return false;
    return text.includes(`<@${world.bot.id}>`) || world.readsAll.has(conversation.team ?? conversation.id);
  };
  const tell = async (act: Said, activity: Json): Promise<Sent> =>
    hears(act)
      ? { ...(await post(activity)), id: act.id, activity }
      : { status: 200, body: '', id: act.id, activity: null };

  const write = ({ user, where, text, thread, quotes, files = [], at }: Speech): Said => {
    const conversation = where === undefined ? world.personalOf(user) : activities.conversationOf(world, where);
    mustBeIn(conversation, user);
    const id = world.nextMessageId(at);
    const root = conversation.kind === 'channel' ? (thread ?? id) : null;
    const act: Said = { user, conversation, id, thread: root, text, files, quotes: quotes ?? null };
    said.set(`${conversation.id}/${id}`, act);
    const under = thread ?? null;
    const place = { conversation: conversation.id, id, thread: under };
    world.put({ ...place, from: user, byBot: false, text, summary: text, card: null });
    return act;
  };
  const say = async (speech: Speech): Promise<Sent> => {
    const act = write(speech);
    // Whoever writes to the bot for the first time has let it into their own chat by that.
    if (act.conversation.kind === 'personal' && !act.conversation.uninstalled) act.conversation.installed = true;
    return tell(act, activities.messageActivity(frame, act));
  };

  const mustBeIn = (conversation: Conversation, user: string): void => {
    if (!world.membersOf(conversation).has(user)) throw new Error(`${user} is not in ${conversation.id}`);
    if (conversation.uninstalled || conversation.deleted) throw new Error(`nobody can write in ${conversation.id}`);
  };
  const known = (conversation: string, id: string): Said => {
    const act = said.get(`${conversation}/${id}`);
    if (act === undefined) throw new Error(`no one said anything at ${id}`);
    return act;
  };
  const shownAt = (conversation: string, id: string): Shown => {
    const shown = world.find(conversation, id);
    if (shown === null) throw new Error(`nothing stands at ${id}`);
    return shown;
  };

  const press = async ({
    user,
    on,
    label,
    old = false,
    inputs = {},
  }: {
    user: string;
    on: Shown;
    label: string;
    /** A client that does not know Action.Execute. */
    old?: boolean;
    inputs?: Values;
  }): Promise<Done> => {
    mustBeIn(activities.conversationOf(world, on.conversation), user);
    const card = cardFor(on, user) ?? {};
    const buttons = buttonsOf(card, { old });
    const button = buttons.findLast((each) => each.label === label);
    if (button === undefined)
      throw new Error(`no button "${label}" among ${buttons.map((each) => `"${each.label}"`).join(', ')}`);
    const { action } = button;
    const data = dataOf(action, filled(card, inputs, { action, world }));
    if (action.type === 'Action.Execute') return execute({ user, on, action, data, trigger: 'manual' });
    if (json(json(action.data).msteams).type === 'task/fetch') {
      const value = { data, context: { theme: 'default' } };
      const answer = await post(activities.invokeActivity(frame, { user, on, name: 'task/fetch', value }));
      return applyTask(world, answer, { user, on, opens: true });
    }
    return { ...(await post(activities.submitActivity(frame, { user, on, data }))), ...nothing };
  };

  const execute = async ({
    user,
    on,
    action,
    data,
    trigger,
  }: {
    user: string;
    on: Shown;
    action: Json;
    data: Json;
    trigger: 'manual' | 'automatic';
  }): Promise<Done> => {
    const { type, id, verb } = action;
    const value = { action: { type, ...(id === undefined ? {} : { id }), verb, data }, trigger };
    const answer = await post(activities.invokeActivity(frame, { user, on, name: 'adaptiveCard/action', value }));
    return applyAction(world, answer, { user, on });
  };

  return {
    claims,
    post,
    say,
    press,
    /** Says it to the bot: its name comes first. */
    mention: (speech: Speech & { where: string }): Promise<Sent> =>
      say({ ...speech, text: `<@${world.bot.id}> ${speech.text}` }),
    edit: async ({ where, id, text }: { where: string; id: string; text: string }): Promise<Sent> => {
      const after = { ...known(where, id), text };
      said.set(`${where}/${id}`, after);
      world.change(shownAt(where, id), { text, edited: true });
      return tell(after, activities.changedActivity(frame, after, 'editMessage'));
    },
    remove: async ({ where, id }: { where: string; id: string }): Promise<Sent> => {
      world.change(shownAt(where, id), { deleted: true });
      const act = known(where, id);
      return tell(act, activities.deletedActivity(frame, act));
    },
    /** Takes a deletion back. */
    undo: async ({ where, id }: { where: string; id: string }): Promise<Sent> => {
      world.change(shownAt(where, id), { deleted: false });
      const act = known(where, id);
      return tell(act, activities.changedActivity(frame, act, 'undeleteMessage'));
    },
    /** Teams tells the bot of reactions to its own messages only. */
    react: ({ user, on, type = 'like', added = true }: { user: string; on: Shown; type?: string; added?: boolean }) =>
      on.byBot
        ? post(activities.reactionActivity(frame, { user, on, type, added }))
        : Promise.resolve({ status: 200, body: '' }),
    /** Their screen shows the message: where it has own views for up to 60 people, it asks for theirs. */
    look: async ({ user, on }: { user: string; on: Shown }): Promise<Done | null> => {
      const { action, userIds } = json(json(shownAt(on.conversation, on.id).card).refresh);
      const members = world.membersOf(activities.conversationOf(world, on.conversation));
      const asks = Array.isArray(userIds) ? userIds.includes(user) : members.size <= 60;
      if (action === undefined || !asks) return null;
      return execute({ user, on, action: json(action), data: json(json(action).data), trigger: 'automatic' });
    },
    /** Sends the dialog before the person, by the last button that takes the values along, or the one named. What Teams itself would refuse throws. */
    submit: async ({ user, values, label }: { user: string; values: Values; label?: string }): Promise<Done> => {
      const open = teams.dialog(user);
      if (open === null) throw new Error(`${user} has no dialog before them`);
      const buttons = buttonsOf(open.card).filter(({ action }) => action.type === 'Action.Submit');
      const sends = (each: Button): boolean => each.action.associatedInputs !== 'none';
      const button = label === undefined ? buttons.findLast(sends) : buttons.find((each) => each.label === label);
      if (button === undefined) throw new Error(`no button to send the dialog with`);
      const { action } = button;
      const data = dataOf(action, filled(open.card, values, { action, world }));
      const conversation = activities.conversationOf(world, open.conversation);
      const on = open.replyToId === null ? null : world.find(conversation.id, open.replyToId);
      const answer = await post(
        activities.invokeIn(frame, {
          user,
          conversation,
          thread: on === null ? null : (on.thread ?? on.id),
          replyToId: open.replyToId,
          name: open.kind === 'task' ? 'task/submit' : 'composeExtension/submitAction',
          value: { ...open.command, data, context: { theme: 'default' } },
        }),
      );
      return applyTask(world, answer, { user, on, opens: false, dialog: open });
    },
    /** The message extension's action in the menu of any message. */
    messageAction: async ({ user, on, command = 'make-promise' }: { user: string; on: Shown; command?: string }) => {
      const value = {
        commandId: command,
        commandContext: 'message',
        context: { theme: 'default' },
        messagePayload: activities.messagePayload(world, on),
      };
      const name = 'composeExtension/fetchTask';
      const answer = await post(activities.invokeActivity(frame, { user, on, name, value }));
      return applyTask(world, answer, { user, on, opens: true, command: value });
    },
    ...comings({ teams, frame, post }),
  };
}

const nothing: Outcome = { card: null, words: null, dialog: null };
