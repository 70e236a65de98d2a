import type { Action } from '../../src/messages/document.ts';
import type { Button } from './card.ts';
import { cut, inert } from './inert.ts';
import { limits } from './limits.ts';

/** The verb and action by which a screen asks for a person's own view. */
export const look = 'wesaid-look';
/** The action of a button that says a typed line again; its subject is the line. */
export const sayAgain = 'wesaid-say';
/**
 * A button of a message. `channel` is the place that the message is about, null for none: a private answer to what was
 * done in a place carries it, so that its buttons still mean that place.
 *
 * Only Action.Submit can open a dialog. All others are Action.Execute, whose answer only the presser sees, with an
 * Action.Submit of the same meaning for clients that do not know it:
 * https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards
 */
export function messageButton(action: Action, channel: string | null): Button {
  const shown = shownOf(action);
  const data = { wesaid: { action: action.action, subject: action.subject, channel } };
  if (action.opens === 'form') {
    return { type: 'Action.Submit', ...shown, data: { msteams: { type: 'task/fetch' }, ...data } };
  }
  const fallback = { type: 'Action.Submit' as const, ...shown, data };
  return { type: 'Action.Execute', ...shown, verb: action.action, data, fallback };
}

/** A button in a dialog, where Teams knows Action.Submit alone. It comes back as `task/submit` without a form's name. */
export function dialogButton(action: Action, { channel, title }: { channel: string | null; title: string }): Button {
  const data = { wesaid: { action: action.action, subject: action.subject, channel, title } };
  return { type: 'Action.Submit', ...shownOf(action), data };
}

/** Ends a dialog: sent without an act's name, it means nothing but that. */
export function closeButton(label: string): Button {
  return { type: 'Action.Submit', title: label, associatedInputs: 'none', data: { wesaid: { close: true } } };
}

/**
 * Makes a screen ask for the person's own view by itself where at most 60 people are, and by the message's menu
 * elsewhere. It names no `userIds`: everyone could read them in the card, and so who takes part.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views
 */
export function refresh(title: string, channel: string | null) {
  const data = { wesaid: { action: 'look', subject: '', channel } };
  return { action: { type: 'Action.Execute' as const, title, verb: look, data } };
}

function shownOf({ label, spoken, style }: Action) {
  const title = cut(inert(label), limits.actionTitle);
  return {
    title,
    ...(spoken === undefined || spoken === label
      ? {}
      : { tooltip: cut(labelFirst(inert(spoken), title), 2 * limits.actionTitle) }),
    ...(style === undefined ? {} : { style: style === 'primary' ? ('positive' as const) : ('destructive' as const) }),
  };
}

/** Whoever speaks to the screen says what stands on the button: WCAG 2.5.3. */
function labelFirst(spoken: string, title: string): string {
  return spoken.startsWith(title) ? spoken : `${title}: ${spoken}`;
}
