import { teamsWords } from '../../src/words/en/teams.ts';
import type { Invoked } from './acts.ts';
import type { Card } from './card.ts';
import type { Dialog } from './forms.ts';
import { inert } from './inert.ts';

/*
 * What Teams takes as the answer to an invoke. Of an Action.Execute:
 * https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/universal-action-model#response-format
 * Of a dialog and of a message action alike:
 * https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
 */

/** Takes the place of the card, on the screen of whoever pressed. */
export function cardFor(value: Card): Invoked {
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value } };
}

/** A line by the card, for whoever pressed. */
export function lineFor(value: string): Invoked {
  return {
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: inert(value) },
  };
}

export function dialogFor(value: Dialog): Invoked {
  return { status: 200, body: { task: { type: 'continue', value } } };
}

/** An empty answer ends a dialog. */
export const closed: Invoked = { status: 200 };

/** A dialog that was opened has to hold something. */
export const nothingHere = dialogLine(teamsWords.nothingHere);

export const doneInDialog = dialogLine(teamsWords.done);

/** Ends the dialog with a line in its place. */
function dialogLine(value: string): Invoked {
  return { status: 200, body: { task: { type: 'message', value } } };
}
