import type { Fellow } from '../../src/ports-guests.ts';
import type { FormValues, Reply } from '../../src/ports.ts';
import { fieldName } from './field-names.ts';
import { fieldView } from './field-view.ts';
import { formSummary, type FormErrors } from './form-page.ts';
import { pageMark } from './guest-cookie.ts';
import { guestPage } from './guest-page.ts';
import type { GuestRoom, GuestVisit } from './guest-room.ts';
import { html, type Html } from './html.ts';
import { renderBlock } from './render.ts';
import { webWords } from '../../src/words/en/web.ts';

type Form = Extract<Reply, { kind: 'form' }>['form'];

const purpose = 'guest form';

interface Filled {
  readonly form: Form;
  /** What was typed; null on the first showing, when the form's own values stand. */
  readonly values: FormValues | null;
  readonly errors: FormErrors;
}

/**
 * A form as a page. It brings its own shape back, sealed, so that it is held nowhere meanwhile: one that was open over a
 * restart, or that another instance showed, comes back with all that was typed when it needs a second look.
 */
export async function guestFormPage(room: GuestRoom, visit: GuestVisit, filled: Filled): Promise<Html> {
  const { form, errors } = filled;
  const mark = pageMark(room, visit);
  const people = form.fields.some(({ kind }) => kind === 'people') ? await room.door.fellows(visit.guest) : [];
  const isWrong = Object.keys(errors).length > 0;
  const main = html`${formSummary(form, errors)}
    ${form.intro.map((block) => renderBlock(block, { level: 2, wrap: null }))}
    <form class="form" method="post" action="/g/form" novalidate>
      ${hiddenFacts(room, { form, mark })} ${fields(filled, people)}
      <p class="buttons">
        <button class="primary">${form.submit}</button>
        <a class="button" href="/g">${form.cancel}</a>
      </p>
    </form>`;
  return guestPage({ title: form.title, main, visit, mark, wrong: isWrong ? webWords.formWrong : null });
}

function fields({ form, values, errors }: Filled, people: readonly Fellow[]): readonly Html[] {
  return form.fields.map((field) =>
    fieldView(field, { value: values?.[field.name], error: errors[field.name] ?? null, people }),
  );
}

/** `typed` names the boxes whose words come back also where the form itself cannot. */
function hiddenFacts({ door }: GuestRoom, { form, mark }: { form: Form; mark: string }): Html {
  const facts: readonly (readonly [string, string])[] = [
    ['page', mark],
    ['shape', door.seals.seal(purpose, JSON.stringify(form))],
    ...form.fields.map((field) => ['field', fieldName(field)] as const),
    ...form.fields.flatMap((field) => (field.kind === 'text' ? [['typed', fieldName(field)] as const] : [])),
  ];
  return html`${facts.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;
}

/** The form that was posted; null where it was not made by us. */
export function postedForm({ door }: Pick<GuestRoom, 'door'>, posted: URLSearchParams): Form | null {
  const shape = door.seals.open(purpose, posted.get('shape') ?? '');
  // Sealed by us, so it is what we wrote.
  return shape === null ? null : (JSON.parse(shape) as Form);
}
