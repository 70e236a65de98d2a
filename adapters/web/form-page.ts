import type { Field, Form } from '../../src/messages/document.ts';
import type { FormValues } from '../../src/ports.ts';
import { webWords } from '../../src/words/en/web.ts';
import { fieldId, fieldName } from './field-names.ts';
import { fieldView } from './field-view.ts';
import { html, nothing, type Html } from './html.ts';
import type { OpenForm } from './open-forms.ts';
import { page } from './page.ts';
import { pathBack } from './parse.ts';
import type { PretendPerson } from './rehearsal.ts';
import { renderBlock } from './render.ts';
import type { Room } from './room.ts';
import type { PersonVisit } from './visit.ts';

/** A sentence for each wrong field. */
export type FormErrors = Readonly<Record<string, string>>;

interface Filled {
  readonly key: string;
  readonly open: OpenForm;
  /** What was typed; null on the first showing, when the form's own values stand. */
  readonly values: FormValues | null;
  readonly errors: FormErrors;
}

/** A form as a page. Wrong fields are listed first, each a link to its place, and keep what was typed. */
export function formPage(room: Room, visit: PersonVisit, { key, open, values, errors }: Filled): Html {
  const { form, origin } = open;
  const { user } = visit.person;
  const fields = form.fields.map((field) =>
    fieldView(field, { value: values?.[field.name], error: errors[field.name] ?? null, people: visit.people }),
  );
  const main = html`${formSummary(form, errors)}
    ${form.intro.map((block) => renderBlock(block, { level: 2, wrap: null }))}
    <form class="form" method="post" action="/as/${user}/form/${key}" novalidate>
      ${hiddenFacts(room, open)} ${fields}
      <p class="buttons">
        <button class="primary">${form.submit}</button>
        <a class="button" href="${pathBack(user, origin.back)}">${form.cancel}</a>
      </p>
    </form>`;
  return page({ title: form.title, main, visit, room, isWrong: Object.keys(errors).length > 0 });
}

/** All that WeSaid needs to save it, so that the form outlives a restart. */
function hiddenFacts(room: Room, { form, origin }: OpenForm): Html {
  const facts: readonly (readonly [string, string])[] = [
    ['page', room.ids.newId()],
    ['back', origin.back],
    ['direct', origin.direct ? 'yes' : 'no'],
    ['message', origin.message ?? ''],
    ['form', form.form],
    ['subject', form.subject],
    ...form.fields.map((field) => ['field', fieldName(field)] as const),
  ];
  return html`${facts.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;
}

/** What needs a second look, each a link to its place. */
export function formSummary(form: Form, errors: FormErrors): Html {
  const wrong = Object.entries(errors);
  if (wrong.length === 0) return nothing;
  const lines = wrong.map(([name, sentence]) => {
    const field = form.fields.find((one) => one.name === name);
    return html`<li>
      ${field === undefined ? html`${sentence}` : html`<a href="#${fieldId(field)}">${field.label}${/[?.!]$/.test(field.label) ? '' : ':'} ${sentence}</a>`}
    </li>`;
  });
  return html`<div class="summary" role="alert" aria-labelledby="wrong-h" tabindex="-1" autofocus>
    <h2 id="wrong-h">${webWords.formWrong}</h2>
    <ul>
      ${lines}
    </ul>
  </div>`;
}

/** Empty fields and texts that are too long, in the words of the page. */
export function formErrors(form: Form, values: FormValues): FormErrors {
  return Object.fromEntries(
    form.fields.flatMap((field) => {
      const sentence = fieldError(field, values[field.name] ?? '');
      return sentence === null ? [] : [[field.name, sentence]];
    }),
  );
}

function fieldError(field: Field, value: string | readonly string[]): string | null {
  if (value.length === 0)
    return field.optional === true
      ? null
      : field.kind === 'text' || field.kind === 'date'
        ? webWords.needsAnswer
        : webWords.pickOne;
  if (field.kind === 'text' && field.max !== undefined && value.length > field.max)
    return webWords.tooManyLetters(field.max);
  if (field.kind === 'people' && value.length > field.most) return webWords.tooManyPeople(field.most);
  return null;
}

/** The program was started anew while the form was open, and something in it is wrong: at least nothing typed is lost. */
export function lostFormPage(
  person: PretendPerson,
  { values, errors }: { values: FormValues; errors: FormErrors },
): Html {
  const texts = Object.values(values)
    .flat()
    .filter((text) => text !== '');
  const main = html`<p>${webWords.formGone}</p>
    <ul>
      ${Object.values(errors).map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
    ${
      texts.length === 0
        ? nothing
        : html`<p>${webWords.formGoneTyped}</p>
            ${texts.map((text) => html`<blockquote>${text}</blockquote>`)}`
    }
    <p><a href="/as/${person.user}">${webWords.backToRoom}</a></p>`;
  return page({ title: webWords.formGoneTitle, main, visit: null, room: null });
}
