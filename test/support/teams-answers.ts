import { cardProblem, isFilled } from './teams-cards.ts';
import { json } from './teams-seen.ts';
import { cardFor, type Dialog, type Json, type Shown, type World } from './teams-world.ts';

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What a person sees after an invoke. */
export interface Outcome {
  /** The card in place of the one on which they pressed; they alone see it. */
  readonly card: Json | null;
  /** A line of Teams' own, which they alone see. */
  readonly words: string | null;
  readonly dialog: Dialog | null;
}

/**
 * Shows what came back of an Action.Execute. Anything but the shapes that Teams knows throws, because people would read
 * "Something went wrong" there.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format
 */
export function applyAction(world: World, answer: Answer, { user, on }: { user: string; on: Shown }): Answer & Outcome {
  const { statusCode, type, value } = bodyOf(answer, 'adaptiveCard/action');
  if (statusCode !== 200) throw wrong('adaptiveCard/action', `statusCode ${String(statusCode)}: ${answer.body}`);
  if (type === 'application/vnd.microsoft.activity.message') {
    if (!isFilled(value)) throw wrong('adaptiveCard/action', 'a message without words');
    world.whisper({ conversation: on.conversation, message: on.id, user, text: value });
    return { ...answer, card: null, words: value, dialog: null };
  }
  if (type !== 'application/vnd.microsoft.card.adaptive') throw wrong('adaptiveCard/action', `type ${String(type)}`);
  const problem = cardProblem(value, 'view');
  if (problem !== null) throw wrong('adaptiveCard/action', problem);
  world.showOwn(on, user, json(value));
  return { ...answer, card: json(value), words: null, dialog: null };
}

/**
 * Shows what came back of `task/fetch`, `task/submit` and the message action.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
 */
export function applyTask(
  world: World,
  answer: Answer,
  facts: { user: string; on: Shown | null; opens: boolean; dialog?: Dialog; command?: Json },
): Answer & Outcome {
  const { user, on, opens, dialog, command } = facts;
  const { task } = bodyOf(answer, 'the dialog', !opens);
  world.dialogs.delete(user);
  world.changed();
  if (task === undefined && !opens) return { ...answer, card: null, words: null, dialog: null };
  const { type, value } = json(task);
  if (type === 'message') {
    if (!isFilled(value)) throw wrong('the dialog', 'a message without words');
    const where = { conversation: on?.conversation ?? dialog?.conversation ?? '', message: on?.id ?? '' };
    world.whisper({ ...where, user, text: value });
    return { ...answer, card: null, words: value, dialog: null };
  }
  if (type !== 'continue') throw wrong('the dialog', `type ${String(type)}`);
  const { title, card } = json(value);
  const { contentType, content } = json(card);
  if (!isFilled(title)) throw wrong('the dialog', 'it has no title');
  if (contentType !== 'application/vnd.microsoft.card.adaptive') throw wrong('the dialog', 'it holds no card');
  const problem = cardProblem(content, 'dialog');
  if (problem !== null) throw wrong('the dialog', problem);
  const next: Dialog = {
    user,
    kind: dialog?.kind ?? (command === undefined ? 'task' : 'compose'),
    conversation: on?.conversation ?? dialog?.conversation ?? '',
    title,
    card: json(content),
    replyToId: dialog?.replyToId ?? on?.id ?? null,
    command: dialog?.command ?? command ?? null,
  };
  world.dialogs.set(user, next);
  world.changed();
  return { ...answer, card: on === null ? null : cardFor(on, user), words: null, dialog: next };
}

function bodyOf({ status, body }: Answer, what: string, mayBeEmpty = false): Json {
  if (status !== 200) throw wrong(what, `HTTP ${String(status)} ${body}`);
  if (body.trim() === '' && mayBeEmpty) return {};
  try {
    return json(JSON.parse(body));
  } catch (error) {
    throw wrong(what, `no JSON: ${body}`, { cause: error });
  }
}

function wrong(what: string, problem: string, options?: ErrorOptions): Error {
  return new Error(`Teams would say that something went wrong with ${what}: ${problem}`, options);
}
