import type { Interaction } from '../../src/ports.ts';
import { channelOf, identity, idOf, instantOf, placeOf, whereOf, type Context, type Parsed } from './acts.ts';
import { readCarried, readValues } from './forms.ts';
import { parseEvent } from './events.ts';
import { has, part, parts, text, type Payload } from './payload.ts';
import { limits } from './limits.ts';
import { cut, readText } from './text.ts';

/** The meaning of what Slack sent, or null for what WeSaid has no use for: bots, joins in words, types not known here. */
export function parse(body: Payload, context: Context): Parsed | null {
  if (has(body, 'event')) return parseEvent(body, context);
  if (has(body, 'command')) return parseCommand(body, context);
  switch (text(body, 'type') ?? '') {
    case 'block_actions':
      return parseButton(body, context);
    case 'message_action':
      return parseShortcut(body, context);
    case 'view_submission':
      return parseForm(body, context);
    default:
      return null;
  }
}

function parseCommand(body: Payload, { now, nameOf }: Context): Parsed | null {
  const [team, user, channel] = [text(body, 'team_id'), text(body, 'user_id'), text(body, 'channel_id')];
  const trigger = text(body, 'trigger_id');
  if (team === null || user === null || channel === null || trigger === null) return null;
  const place = placeOf(team, channel);
  return {
    interaction: {
      kind: 'command',
      id: idOf(team, trigger),
      at: now(),
      who: identity(team, user),
      name: nameOf(user) ?? text(body, 'user_name'),
      where: place,
      text: readText(text(body, 'text') ?? '').trim(),
    },
    way: {
      kind: 'command',
      trigger,
      respondAt: text(body, 'response_url') ?? '',
      channel: place === 'direct' ? null : channel,
    },
  };
}

/** What each shortcut of the manifest does. */
const shortcuts: Readonly<Record<string, string>> = { make_promise: 'promise-from' };

/** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
function parseShortcut(body: Payload, { now, nameOf }: Context): Parsed | null {
  const [team, user] = [text(part(body, 'team'), 'id'), text(part(body, 'user'), 'id')];
  const [channel, trigger] = [text(part(body, 'channel'), 'id'), text(body, 'trigger_id')];
  const action = shortcuts[text(body, 'callback_id') ?? ''];
  if (team === null || user === null || channel === null || trigger === null || action === undefined) return null;
  const where = placeOf(team, channel);
  return {
    interaction: {
      kind: 'action',
      id: idOf(team, trigger),
      at: instantOf(text(body, 'action_ts')) ?? now(),
      who: identity(team, user),
      name: nameOf(user) ?? text(part(body, 'user'), 'name'),
      where,
      action,
      subject: cut(readText(text(part(body, 'message'), 'text') ?? '').trim(), limits.buttonValue),
      message: null,
    },
    way: {
      kind: 'shortcut',
      trigger,
      respondAt: text(body, 'response_url') ?? '',
      channel: where === 'direct' ? null : channel,
    },
  };
}

function parseButton(body: Payload, context: Context): Parsed | null {
  const [pressed] = parts(body, 'actions');
  const [team, user] = [text(part(body, 'team'), 'id'), text(part(body, 'user'), 'id')];
  const trigger = text(body, 'trigger_id');
  if (pressed?.type !== 'button' || team === null || user === null || trigger === null) return null;
  const act = {
    kind: 'action' as const,
    id: idOf(team, trigger),
    at: instantOf(text(pressed, 'action_ts')) ?? context.now(),
    who: identity(team, user),
    name: context.nameOf(user) ?? text(part(body, 'user'), 'name'),
    action: (text(pressed, 'action_id') ?? '').replace(/#\d+$/, ''),
    subject: text(pressed, 'value') ?? '',
  };
  return has(body, 'view') ? inModal(act, { body, team }) : inMessage(act, { body, team, user, trigger });
}

type Act = Omit<Extract<Interaction, { kind: 'action' }>, 'where' | 'message'>;

function inModal(act: Act, { body, team }: { body: Payload; team: string }): Parsed {
  const view = part(body, 'view');
  const carried = readCarried(text(view, 'private_metadata') ?? '');
  return {
    interaction: { ...act, where: whereOf(team, carried.channel), message: null },
    way: { kind: 'modal-button', view: text(view, 'id') ?? '', title: titleOf(view), carried },
  };
}

function inMessage(
  act: Act,
  { body, team, user, trigger }: { body: Payload; team: string; user: string; trigger: string },
): Parsed | null {
  const held = part(body, 'container');
  const channel = text(held, 'channel_id') ?? text(part(body, 'channel'), 'id');
  const message = text(held, 'message_ts');
  if (channel === null || message === null) return null;
  const onlyTheirs = held.is_ephemeral === true;
  const where = placeOf(team, channel);
  return {
    interaction: { ...act, where, message: onlyTheirs ? null : { ...channelOf(team, channel), message } },
    way: {
      kind: 'button',
      trigger,
      respondAt: text(body, 'response_url'),
      user,
      channel,
      direct: where === 'direct',
      message,
      thread: text(held, 'thread_ts'),
      onlyTheirs,
    },
  };
}

function parseForm(body: Payload, { now, nameOf }: Context): Parsed | null {
  const view = part(body, 'view');
  const [team, user] = [text(part(body, 'team'), 'id'), text(part(body, 'user'), 'id')];
  if (team === null || user === null) return null;
  const carried = readCarried(text(view, 'private_metadata') ?? '');
  const fields = parts(view, 'blocks').flatMap((block) =>
    block.type === 'input' ? [text(block, 'block_id') ?? ''] : [],
  );
  return {
    interaction: {
      kind: 'form',
      id: idOf(team, `form:${carried.nonce}`),
      at: now(),
      who: identity(team, user),
      name: nameOf(user) ?? text(part(body, 'user'), 'name'),
      where: whereOf(team, carried.channel),
      form: text(view, 'callback_id') ?? '',
      subject: carried.subject,
      values: readValues(part(part(view, 'state'), 'values')),
    },
    way: { kind: 'form', user, title: titleOf(view), carried, fields },
  };
}

function titleOf(view: Payload): string {
  return text(part(view, 'title'), 'text') ?? '';
}
