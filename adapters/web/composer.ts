import { html, nothing, textArea, type Html } from './html.ts';
import { hidden, type View } from './message-view.ts';
import { webWords } from '../../src/words/en/web.ts';

/** What stood in a box that needs a second look, and why. */
export interface Draft {
  readonly text: string;
  readonly error: string | null;
}

export const noDraft: Draft = { text: '', error: null };

interface Box {
  readonly action: string;
  readonly label: string;
  readonly hint: string;
  readonly draft: Draft;
  readonly button?: string;
}

/** A box to type into. Nothing typed is lost: a refused text stands in it again, with the reason above. */
export function composer(
  { action, label, hint, draft, button = webWords.send }: Box,
  view: Pick<View, 'page' | 'back'>,
): Html {
  const isWrong = draft.error !== null;
  const attributes = html`id="text" name="text" rows="2" data-send
  aria-describedby="text-hint${isWrong ? ' text-error' : ''}"${isWrong ? html` aria-invalid="true" autofocus` : nothing}`;
  return html`<form class="composer" method="post" action="${action}">
    ${hidden(view)}
    <label for="text">${label}</label>
    <p class="hint" id="text-hint">${hint}</p>
    ${isWrong ? html`<p class="error" id="text-error" role="alert">${draft.error}</p>` : nothing}
    <div class="say">
      ${textArea(attributes, draft.text)}
      <button class="primary">${button}</button>
    </div>
  </form>`;
}
