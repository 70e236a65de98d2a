import { createHmac } from 'node:crypto';
import * as payloads from './slack-payloads.ts';
import type { Said } from './slack-payloads.ts';
import type { SlackStandIn } from './slack-stand-in.ts';
import { buttonsOf, type Json, type Modal, type Shown } from './slack-world.ts';

/** What the program answered to one signed request. */
export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** A message that went out, with what Slack would need to send it again. */
export interface Sent extends Answered {
  readonly ts: string;
  readonly event: Json;
}

export type SlackClient = ReturnType<typeof slackClient>;

/**
 * People at work in Slack: each act is shown in the stand-in and goes to the program signed, in the shape that Slack
 * sends. `url` is the program's `/slack/events`. Times of acts come from the stand-in's `now`, or `at` (ms); the
 * signature is always of the machine's time.
 */
export function slackClient({
  url,
  signingSecret,
  slack,
}: {
  url: string;
  signingSecret: string;
  slack: SlackStandIn;
}) {
  const { world } = slack;
  const said = new Map<string, Said>();

  /** Signed as Slack signs; `secret` and `signedAtMs` let a test forge and age it. */
  const post = async (
    body: string,
    how: { type: 'json' | 'form'; secret?: string; signedAtMs?: number; headers?: Record<string, string> },
  ): Promise<Answered> => {
    const time = String(Math.floor((how.signedAtMs ?? Date.now()) / 1000));
    const signature = `v0=${createHmac('sha256', how.secret ?? signingSecret)
      .update(`v0:${time}:${body}`)
      .digest('hex')}`;
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': how.type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': time,
        'x-slack-signature': signature,
        ...how.headers,
      },
      body,
    });
    return { status: answer.status, body: await answer.text() };
  };
  const form = (fields: Json): Promise<Answered> =>
    post(new URLSearchParams(fields as Record<string, string>).toString(), {
      type: 'form',
    });
  const interact = (payload: Json): Promise<Answered> => form({ payload: JSON.stringify(payload) });
  const retryHeaders = (num: number): Record<string, string> => ({
    'x-slack-retry-num': String(num),
    'x-slack-retry-reason': 'http_timeout',
  });

  /** One event; the same `eventId` again is Slack's retry. */
  const event = (
    body: Json,
    { eventId = world.nextId('Ev'), retry = 0 }: { eventId?: string; retry?: number } = {},
  ): Promise<Answered> => {
    const wrapped = payloads.envelope(world, {
      event: body,
      eventId,
      time: typeof body.event_ts === 'string' ? body.event_ts : String(world.now() / 1000),
    });
    return post(JSON.stringify(wrapped), { type: 'json', headers: retry > 0 ? retryHeaders(retry) : {} });
  };
  /** Slack tells the bot only of channels that it is in. */
  const heard = async (channel: string, bodies: readonly Json[]): Promise<Answered> => {
    if (world.channels.get(channel)?.members.has(world.bot.user) !== true) return { status: 200, body: '' };
    const answers = await Promise.all(bodies.map((body) => event(body)));
    return answers.find(({ status }) => status !== 200) ?? answers[0] ?? { status: 200, body: '' };
  };

  interface Speech {
    readonly user: string;
    /** Left out: the person's direct messages with the bot. */
    readonly channel?: string;
    /** As it is typed; `<@USER>` mentions someone. */
    readonly text: string;
    readonly thread?: string;
    readonly files?: readonly string[];
    readonly at?: number;
    readonly subtype?: string;
  }

  const write = (speech: Speech): Said => {
    const { user, thread, files, subtype } = speech;
    const channel = speech.channel ?? world.directOf(user);
    const message: Said = {
      user,
      channel,
      ts: world.nextTs(speech.at),
      text: toWire(speech.text),
      thread: thread ?? null,
      ...(files ? { files } : {}),
      ...(subtype ? { subtype } : {}),
    };
    said.set(`${channel}/${message.ts}`, message);
    world.put({
      channel,
      ts: message.ts,
      user,
      byBot: false,
      text: message.text,
      blocks: [],
      thread: thread ?? null,
      only: null,
      metadata: null,
    });
    return message;
  };
  const sendMessage = async (speech: Speech): Promise<Sent> => {
    const message = write(speech);
    const body = payloads.messageEvent(world, message);
    return { ...(await heard(message.channel, [body])), ts: message.ts, event: body };
  };
  const known = (channel: string, ts: string): Said => {
    const message = said.get(`${channel}/${ts}`);
    if (message === undefined) throw new Error(`no one said anything at ${ts}`);
    return message;
  };

  const press = async ({
    user,
    on,
    label,
    at,
  }: {
    user: string;
    on: Shown | Modal;
    label: string;
    at?: number;
  }): Promise<Answered> => {
    const blocks = 'view' in on ? (on.view.blocks as readonly Json[]) : on.blocks;
    const button = buttonsOf(blocks).find((each) => each.label === label);
    if (button === undefined)
      throw new Error(
        `no button "${label}" among ${buttonsOf(blocks)
          .map((each) => `"${each.label}"`)
          .join(', ')}`,
      );
    const pressed = { user, trigger: slack.trigger(user), button, ts: world.nextTs(at) };
    if ('view' in on) return interact(payloads.pressInModal(world, pressed, on.view));
    if (on.only !== null && on.only !== user) throw new Error(`${user} cannot see that message`);
    const respondAt = slack.responseUrl({ channel: on.channel, user, message: on.ts });
    return interact(payloads.pressInMessage(world, pressed, { shown: on, respondAt }));
  };

  /** Sends the modal before the person. What Slack itself would refuse (a field left empty) throws. */
  const submit = async ({
    user,
    values,
    modal,
  }: {
    user: string;
    values: Readonly<Record<string, string | readonly string[]>>;
    modal?: Modal;
  }): Promise<Submitted> => {
    const open = modal ?? slack.modal(user);
    if (open === null) throw new Error(`${user} has no form before them`);
    const state = stateOf(open.view, values);
    const answer = await interact(
      payloads.submissionBody(world, { user, view: open.view, values: state, trigger: slack.trigger(user) }),
    );
    return { ...answer, ...applyTo(open, answer) };
  };
  const applyTo = (open: Modal, { status, body }: Answered): Omit<Submitted, keyof Answered> => {
    const said = (body === '' ? {} : JSON.parse(body)) as Json;
    if (status !== 200 || said.response_action === 'errors')
      return { errors: (said.errors ?? {}) as Record<string, string>, modal: open };
    world.modals.delete(open.id);
    if (said.response_action === 'update')
      world.modals.set(open.id, { ...open, view: { ...(said.view as Json), id: open.id } });
    world.changed();
    return { errors: {}, modal: world.modals.get(open.id) ?? null };
  };

  return {
    post,
    event,
    interact,
    sendMessage,
    press,
    submit,
    reply: (speech: Speech & { thread: string }): Promise<Sent> => sendMessage(speech),
    /** Both events that Slack sends for a mention, at the same moment. */
    mention: async (speech: Speech): Promise<Sent> => {
      const message = write({ ...speech, text: `<@${world.bot.user}> ${speech.text}` });
      const bodies = [payloads.messageEvent(world, message), payloads.mentionEvent(world, message)];
      return { ...(await heard(message.channel, bodies)), ts: message.ts, event: bodies[0] ?? {} };
    },
    edit: async ({
      channel,
      ts,
      text,
      at,
    }: {
      channel: string;
      ts: string;
      text: string;
      at?: number;
    }): Promise<Sent> => {
      const before = known(channel, ts);
      const after = { ...before, text: toWire(text) };
      said.set(`${channel}/${ts}`, after);
      world.replace(channel, ts, { text: after.text, blocks: [] });
      const body = payloads.changedEvent(world, { before, after, ts: world.nextTs(at) });
      return { ...(await heard(channel, [body])), ts, event: body };
    },
    remove: async ({ channel, ts, at }: { channel: string; ts: string; at?: number }): Promise<Sent> => {
      const before = known(channel, ts);
      const hasReplies = world.messages.some((shown) => shown.channel === channel && shown.thread === ts);
      world.remove(channel, ts);
      const body = payloads.deletedEvent(world, { before, ts: world.nextTs(at), hasReplies });
      return { ...(await heard(channel, [body])), ts, event: body };
    },
    /** `/wesaid text`; what comes back in the same request is shown to the person alone. */
    command: async ({
      user,
      channel,
      text,
    }: {
      user: string;
      channel?: string;
      text: string;
    }): Promise<Answered & { shown: Shown | null }> => {
      const where = channel ?? world.directOf(user);
      const respondAt = slack.responseUrl({ channel: where, user, message: null });
      const answer = await form(
        payloads.commandBody(world, {
          user,
          channel: where,
          text: toWire(text),
          trigger: slack.trigger(user),
          respondAt,
        }),
      );
      return { ...answer, shown: showAck(slack, { user, channel: where, answer }) };
    },
    join: ({ user, channel, inviter }: { user: string; channel: string; inviter?: string }): Promise<Answered> => {
      world.channels.get(channel)?.members.add(user);
      return heard(channel, [
        {
          type: 'member_joined_channel',
          user,
          channel,
          channel_type: 'C',
          team: world.team,
          ...(inviter ? { inviter } : {}),
          event_ts: world.nextTs(),
        },
      ]);
    },
    leave: ({ user, channel }: { user: string; channel: string }): Promise<Answered> => {
      world.channels.get(channel)?.members.delete(user);
      return heard(channel, [
        { type: 'member_left_channel', user, channel, channel_type: 'C', team: world.team, event_ts: world.nextTs() },
      ]);
    },
    /** Somebody takes WeSaid out of a public channel. */
    takeOut: ({ by, channel }: { by: string; channel: string }): Promise<Answered> => {
      world.channels.get(channel)?.members.delete(world.bot.user);
      return event({ type: 'channel_left', channel, actor_id: by, event_ts: world.nextTs() });
    },
    /** "Make this a promise" on a message; what comes back by the response_url is shown to the person alone. */
    shortcut: ({ user, channel, text }: { user: string; channel: string; text: string }): Promise<Answered> =>
      interact(
        payloads.shortcutBody(world, {
          user,
          channel,
          text: toWire(text),
          trigger: slack.trigger(user),
          respondAt: slack.responseUrl({ channel, user, message: null }),
        }),
      ),
    openHome: (user: string): Promise<Answered> =>
      event({
        type: 'app_home_opened',
        user,
        channel: world.directOf(user),
        tab: 'messages',
        event_ts: world.nextTs(),
      }),
  };
}

export interface Submitted extends Answered {
  /** The sentence beside each wrong field. */
  readonly errors: Readonly<Record<string, string>>;
  /** What the person has before them now; null when it closed. */
  readonly modal: Modal | null;
}

function showAck(
  slack: SlackStandIn,
  { user, channel, answer }: { user: string; channel: string; answer: Answered },
): Shown | null {
  if (answer.status !== 200 || answer.body === '') return null;
  const said = JSON.parse(answer.body) as Json;
  const { world } = slack;
  const blocks = (said.blocks ?? []) as readonly Json[];
  const only = said.response_type === 'in_channel' ? null : user;
  return world.put({
    channel,
    ts: world.nextTs(),
    user: world.bot.user,
    byBot: true,
    text: said.text as string,
    blocks,
    thread: null,
    only,
    metadata: null,
  });
}

/** As Slack writes down what is typed: three characters escaped, addresses wrapped, mentions kept. */
export function toWire(typed: string): string {
  return typed
    .split(/(<@[A-Z0-9]+>|<#[A-Z0-9]+>|<![a-z]+>|https?:\/\/[^\s<>]+)/)
    .map((piece, index) => (index % 2 === 0 ? escape(piece) : piece.startsWith('<') ? piece : `<${escape(piece)}>`))
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The state of a form with these values typed in, or an error where Slack would not let it be sent. */
function stateOf(view: Json, values: Readonly<Record<string, string | readonly string[]>>): Json {
  const inputs = (view.blocks as readonly Json[]).filter(({ type }) => type === 'input');
  const names = inputs.map(({ block_id: id }) => String(id));
  const stray = Object.keys(values).find((name) => !names.includes(name));
  if (stray !== undefined) throw new Error(`no field "${stray}" among ${names.join(', ')}`);
  return Object.fromEntries(
    inputs.map((block) => {
      const element = block.element as Json;
      const value = stateOfField(element, values[String(block.block_id)], block);
      return [String(block.block_id), { [String(element.action_id)]: { type: element.type, ...value } }];
    }),
  );
}

function stateOfField(element: Json, given: string | readonly string[] | undefined, block: Json): Json {
  const must = (holds: boolean): void => {
    if (!holds && block.optional !== true)
      throw new Error(`Slack asks for "${String(block.block_id)}" to be filled in`);
  };
  switch (element.type) {
    case 'radio_buttons':
    case 'static_select': {
      const wanted = given ?? ((element.initial_option ?? {}) as Json).value;
      const option = (element.options as readonly Json[]).find(({ value }) => value === wanted) ?? null;
      if (given !== undefined && option === null)
        throw new Error(`"${String(given)}" is no choice of "${String(block.block_id)}"`);
      must(option !== null);
      return { selected_option: option };
    }
    case 'multi_users_select': {
      const users = given ?? element.initial_users ?? [];
      must((users as readonly string[]).length > 0);
      return { selected_users: users };
    }
    case 'users_select': {
      const user = (Array.isArray(given) ? (given as readonly string[])[0] : given) ?? element.initial_user ?? null;
      must(user !== null);
      return { selected_user: user };
    }
    case 'datepicker':
      must((given ?? element.initial_date ?? null) !== null);
      return { selected_date: given ?? element.initial_date ?? null };
    default: {
      const typed = (given ?? element.initial_value ?? '') as string;
      if (typed.length > Number(element.max_length ?? 3000))
        throw new Error(`"${String(block.block_id)}" takes no more characters`);
      must(typed !== '');
      return { value: typed === '' ? null : typed };
    }
  }
}
