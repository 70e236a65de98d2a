import type { Field } from '../../src/messages/document.ts';
import { webWords } from '../../src/words/en/web.ts';
import { fieldId, fieldName } from './field-names.ts';
import { html, nothing, textArea, type Html } from './html.ts';

interface FieldState {
  /** What was typed; left out on the first showing. */
  readonly value: string | readonly string[] | undefined;
  readonly error: string | null;
  /** Everyone whom a field may ask for. */
  readonly people: readonly { readonly user: string; readonly name: string }[];
}

/** One field with its label, its hint and, where it needs a second look, the reason. */
export function fieldView(field: Field, state: FieldState): Html {
  switch (field.kind) {
    case 'text':
      return single(field, state, textBox(field, state));
    case 'date':
      return single(field, state, dateBox(field, state));
    case 'choice':
      return group(field, state, {
        type: 'radio',
        options: field.options,
        picked: [asText(state.value ?? field.value)],
      });
    case 'people':
      return group(field, state, {
        type: field.most === 1 ? 'radio' : 'checkbox',
        options: state.people.map(({ user, name }) => ({ value: user, label: name })),
        picked: asList(state.value ?? field.value),
      });
  }
}

function textBox(field: Extract<Field, { kind: 'text' }>, state: FieldState): Html {
  const value = asText(state.value ?? field.value);
  const facts = html`id="${fieldId(field)}" name="${fieldName(field)}"${described(field, state)}`;
  if (field.lines === 'many') return textArea(html`${facts} rows="5"`, value);
  return html`<input type="text" ${facts} value="${value}" />`;
}

function dateBox(field: Extract<Field, { kind: 'date' }>, state: FieldState): Html {
  return html`<input
    type="date"
    id="${fieldId(field)}"
    name="${fieldName(field)}"
    ${described(field, state)}
    value="${asText(state.value ?? field.value)}"
  />`;
}

function single(field: Field, state: FieldState, box: Html): Html {
  return html`<div class="field${state.error === null ? '' : ' wrong'}">
    <label for="${fieldId(field)}">${field.label}</label>
    ${notes(field, state)} ${box}
  </div>`;
}

interface Options {
  readonly type: 'radio' | 'checkbox';
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly picked: readonly string[];
}

/** Nothing is picked beforehand unless the form says so. The group's first button carries the field's id. */
function group(field: Field, state: FieldState, { type, options, picked }: Options): Html {
  // A radio button cannot be taken back, so a field that may stay empty has one for that.
  const none = type === 'radio' && field.optional === true ? [{ value: '', label: webWords.noneOfThese }] : [];
  const choices = [...options, ...none].map(({ value, label }, index) => {
    const id = index === 0 ? fieldId(field) : `${fieldId(field)}-${String(index)}`;
    const checked = picked.includes(value) ? html` checked` : nothing;
    return html`<div class="choice">
      <input type="${type}" id="${id}" name="${fieldName(field)}" value="${value}" ${checked} /><label for="${id}"
        >${label}</label
      >
    </div>`;
  });
  return html`<fieldset class="field${state.error === null ? '' : ' wrong'}" ${described(field, state)}>
    <legend>${field.label}</legend>
    ${notes(field, state)} ${choices}
  </fieldset>`;
}

function notes(field: Field, { error }: FieldState): Html {
  const hints = [field.hint, field.optional === true ? webWords.canStayEmpty : undefined].filter(
    (hint) => hint !== undefined,
  );
  return html`${hints.length === 0 ? nothing : html`<p class="hint" id="${fieldId(field)}-hint">${hints.join(' ')}</p>`}${
    error === null ? nothing : html`<p class="error" id="${fieldId(field)}-error">${error}</p>`
  }`;
}

function described(field: Field, { error }: FieldState): Html {
  const hasHint = field.hint !== undefined || field.optional === true;
  const ids = [hasHint ? `${fieldId(field)}-hint` : null, error === null ? null : `${fieldId(field)}-error`].filter(
    (id) => id !== null,
  );
  const invalid =
    error !== null && (field.kind === 'text' || field.kind === 'date') ? html` aria-invalid="true"` : nothing;
  return html`${ids.length === 0 ? nothing : html` aria-describedby="${ids.join(' ')}"`}${invalid}`;
}

function asText(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

function asList(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}
