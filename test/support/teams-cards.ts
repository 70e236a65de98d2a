import type * as AdaptiveCards from 'adaptivecards';
import { createRequire } from 'node:module';
import { actionsOf, everyPart, inputsOf, json, list } from './teams-seen.ts';
import type { Json } from './teams-world.ts';

// Its ES build cannot be loaded by Node; the one made for browsers can.
const { AdaptiveCard, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof AdaptiveCards;

/** Where a card stands: in a message, in one person's view of it, or in a dialog. */
export type CardPlace = 'message' | 'view' | 'dialog';

/**
 * What Teams would refuse or silently leave out of a card, or null. Stricter than Teams in what people who hear the card
 * need: words for a card that cannot be drawn, labels, and alternative texts.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference
 */
export function cardProblem(card: unknown, place: CardPlace): string | null {
  const given = json(card);
  const checks = [shapeProblem, parseProblem, inputProblem, imageProblem, actionCountProblem, mentionProblem];
  for (const check of checks) {
    const problem = check(given);
    if (problem !== null) return problem;
  }
  if (place !== 'dialog' && !isFilled(given.fallbackText)) return 'fallbackText is missing';
  if (place === 'message' && !isFilled(given.speak)) return 'speak is missing';
  return place === 'dialog' ? dialogActionProblem(given) : (actionProblem(given) ?? refreshProblem(given));
}

function shapeProblem(card: Json): string | null {
  if (card.type !== 'AdaptiveCard') return 'type is not AdaptiveCard';
  if (card.version !== '1.5') return `version is ${String(card.version)} and not 1.5`;
  return Array.isArray(card.body) && card.body.length > 0 ? null : 'body is empty';
}

/**
 * Microsoft's own reader: what it does not know, clients would leave out. `lang` is checked apart, because the reader's
 * expression for it remembers where it stopped and refuses every second card.
 */
function parseProblem({ lang, ...card }: Json): string | null {
  if (lang !== undefined && !(isFilled(lang) && /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(lang))) return 'a bad lang';
  const context = new SerializationContext();
  new AdaptiveCard().parse(structuredClone(card), context);
  for (let index = 0; index < context.eventCount; index++) {
    const { message } = context.getEventAt(index);
    if (!message.includes('"Chart.')) return message;
  }
  return null;
}

function inputProblem(card: Json): string | null {
  const inputs = inputsOf(card);
  const ids = inputs.map(({ id }) => id);
  if (ids.some((id) => !isFilled(id))) return 'an input has no id';
  if (new Set(ids).size !== ids.length) return 'two inputs have the same id';
  const unnamed = inputs.find(({ label }) => !isFilled(label));
  if (unnamed !== undefined) return `input "${String(unnamed.id)}" has no label`;
  const silent = inputs.find(({ isRequired, errorMessage }) => isRequired === true && !isFilled(errorMessage));
  return silent === undefined ? null : `input "${String(silent.id)}" is required and has no errorMessage`;
}

function imageProblem(card: Json): string | null {
  const images = everyPart(card).filter(({ type }) => type === 'Image');
  if (images.some(({ altText }) => !isFilled(altText))) return 'an image has no altText';
  return images.every(({ url }) => /^(https:|data:image\/)/.test(String(url))) ? null : 'an image is not from https';
}

/** Teams draws six buttons in a row and leaves out the rest. */
function actionCountProblem(card: Json): string | null {
  const most = 6;
  const full = everyPart(card).some(
    ({ actions }) => list(actions).filter((action) => json(action).mode !== 'secondary').length > most,
  );
  return full ? `more than ${String(most)} actions in one place` : null;
}

/** A mention in a card is drawn where its text stands, and must name somebody. */
function mentionProblem(card: Json): string | null {
  const entities = list(json(card.msteams).entities).map(json);
  const text = JSON.stringify(card.body);
  for (const { type, text: at, mentioned } of entities) {
    if (type !== 'mention' || !isFilled(json(mentioned).id) || !isFilled(json(mentioned).name)) return 'a bad entity';
    if (!isFilled(at) || !text.includes(JSON.stringify(at).slice(1, -1))) return 'a mention whose text is not there';
  }
  return null;
}

function actionProblem(card: Json): string | null {
  for (const action of actionsOf(card)) {
    const { title, fallback: given } = action;
    if (!isFilled(title)) return 'an action has no title';
    const fallback = json(given);
    if (action.type === 'Action.Execute') {
      if (!isFilled(action.verb)) return `"${title}" has no verb`;
      if (fallback.type !== 'Action.Submit') return `"${title}" has no Action.Submit for old clients`;
      if (fallback.title !== title) return `"${title}" has another title on old clients`;
    } else if (action.type === 'Action.Submit') {
      const problem = submitProblem(action);
      if (problem !== null) return problem;
    } else if (!known.has(String(action.type))) return `Teams does not know ${String(action.type)}`;
  }
  return null;
}

const known = new Set(['Action.OpenUrl', 'Action.ShowCard', 'Action.ToggleVisibility']);

function submitProblem({ title, data }: Json): string | null {
  const msteams = json(data).msteams;
  if (msteams === undefined) return null;
  const types = ['task/fetch', 'messageBack', 'imBack', 'signin', 'invoke'];
  return types.includes(String(json(msteams).type)) ? null : `"${String(title)}" has a bad msteams type`;
}

/** Dialogs know no Action.Execute; https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules */
function dialogActionProblem(card: Json): string | null {
  const wrong = actionsOf(card).find(({ type }) => type !== 'Action.Submit' && !known.has(String(type)));
  if (wrong !== undefined) return `${String(wrong.type)} does not work in a dialog`;
  return actionsOf(card).some(({ type }) => type === 'Action.Submit') ? null : 'a dialog without a way to send it';
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views */
function refreshProblem({ refresh }: Json): string | null {
  if (refresh === undefined) return null;
  const { action, userIds } = json(refresh);
  if (json(action).type !== 'Action.Execute' || !isFilled(json(action).verb))
    return 'refresh without an Action.Execute and its verb';
  if (userIds === undefined) return null;
  return Array.isArray(userIds) && userIds.length <= 60 ? null : 'refresh for more than 60 people';
}

export function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
