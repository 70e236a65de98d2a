import type { Parsed, Way } from './acts.ts';
import { look } from './buttons.ts';
import { readCarried, readValues } from './forms.ts';
import { part, text, type Payload } from './payload.ts';
import { aboutPlace, fromPlace, readPress } from './pressed.ts';
import { factsOf, type Seen } from './seen.ts';
import { readHandedOver } from './text.ts';

/** Whatever waits for an answer in Teams' own request; null for one that is not ours, which gets a 501. */
export function parseInvoke(seen: Seen): Parsed | null {
  const value = part(seen.activity, 'value');
  switch (text(seen.activity, 'name') ?? '') {
    case 'adaptiveCard/action':
      return parseExecute(seen, value);
    case 'task/fetch':
      return parseOpener(seen, value);
    case 'task/submit':
      return parseForm(seen, part(value, 'data'), 'form');
    case 'composeExtension/fetchTask':
      return parseMessageAction(seen, value);
    case 'composeExtension/submitAction':
      return parseForm(seen, part(value, 'data'), 'compose-form');
    default:
      return null;
  }
}

/** The command of the message extension, as the app's manifest names it. */
const makePromise = 'make-promise';

/** https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/overview */
function parseExecute(seen: Seen, value: Payload): Parsed | null {
  const action = part(value, 'action');
  const card = text(seen.activity, 'replyToId');
  const automatic = text(value, 'trigger') === 'automatic';
  const kind = { kind: 'execute', message: card, automatic } as const;
  // A screen draws a card again whenever it comes into view; nobody did anything.
  if (automatic || text(action, 'verb') === look) {
    if (card === null) return null;
    const message = { ...seen.channel, message: card };
    return { interaction: { kind: 'looked', ...factsOf(seen, seen.id), message }, way: { ...kind, ...seen.from } };
  }
  const pressed = readPress(seen, part(action, 'data'));
  return pressed === null ? null : { interaction: pressed.interaction, way: { ...kind, ...pressed.from } };
}

function parseOpener(seen: Seen, value: Payload): Parsed | null {
  const pressed = readPress(seen, part(value, 'data'));
  return pressed === null ? null : { interaction: pressed.interaction, way: { kind: 'open', ...pressed.from } };
}

/** https://learn.microsoft.com/en-us/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module */
function parseMessageAction(seen: Seen, value: Payload): Parsed | null {
  if (text(value, 'commandId') !== makePromise) return null;
  const message = part(value, 'messagePayload');
  const id = text(message, 'id');
  return {
    interaction: {
      kind: 'action',
      ...factsOf(seen, seen.id),
      action: 'promise-from',
      subject: readHandedOver(message),
      message: id === null ? null : { ...seen.channel, message: id },
    },
    way: { kind: 'compose-open', ...seen.from },
  };
}

/** A dialog belongs to the place that its button was in. A button in it that is no "send" comes in the same way. */
function parseForm(seen: Seen, data: Payload, kind: 'form' | 'compose-form'): Parsed | null {
  const carried = readCarried(data);
  const about = aboutPlace(seen, carried.channel);
  const title = text(part(data, 'wesaid'), 'title') ?? '';
  const way: Way = { kind, ...fromPlace(seen, about), carried, title };
  const pressed = readPress(seen, data);
  if (pressed !== null) return { interaction: pressed.interaction, way };
  if (carried.form === '' || carried.nonce === '') return null;
  const facts = { ...factsOf(seen, `form:${carried.nonce}`), where: about ?? seen.where };
  const { form, subject } = carried;
  return { interaction: { kind: 'form', ...facts, form, subject, values: readValues(data) }, way };
}

/** The button that only closes a dialog: there is nothing to do but to say yes. */
export function isClosing(activity: Payload): boolean {
  return part(part(part(activity, 'value'), 'data'), 'wesaid').close === true;
}
