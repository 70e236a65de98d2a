import { Ajv } from 'ajv';

/**
 * The part of the Adaptive Cards 1.5 schema that WeSaid's cards are made of, after https://adaptivecards.io/explorer/.
 * It is narrower than Microsoft's own where that leaves a choice, and lets nothing else through: Microsoft's reader
 * ignores a property that it does not know, and a misspelt one would be lost quietly.
 */
export function schemaProblem(card: unknown): string | null {
  return validate(card) ? null : ajv.errorsText(validate.errors, { separator: '\n' });
}

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string', minLength: 1 };
const flag: Schema = { type: 'boolean' };
const one = (...values: readonly string[]): Schema => ({ enum: values });
const list = (items: Schema): Schema => ({ type: 'array', items, minItems: 1 });
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
/** An object of this type with these properties, those named required, and no others. */
const shape = (type: string, properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema => ({
  type: 'object',
  properties: { type: { const: type }, ...properties },
  required: ['type', ...required],
  additionalProperties: false,
});

const placed = { spacing: one('None', 'Small', 'Large'), separator: flag };
const shown = { title: text, tooltip: text, style: one('positive', 'destructive') };
const asked = { ...placed, id: text, label: text, isRequired: flag, errorMessage: text };
/** Whoever leaves out what is required hears why. */
const said = { dependentRequired: { isRequired: ['errorMessage'] } };

const pressed: Schema = {
  type: 'object',
  properties: {
    action: text,
    subject: { type: 'string', maxLength: 2000 },
    channel: { type: ['string', 'null'] },
    title: text,
  },
  required: ['action', 'subject', 'channel'],
  additionalProperties: false,
};
const sent: Schema = {
  type: 'object',
  properties: {
    form: text,
    subject: { type: 'string' },
    nonce: text,
    channel: { type: ['string', 'null'] },
    title: text,
    fields: { type: 'object', additionalProperties: one('text', 'choice', 'people', 'date') },
    again: text,
  },
  required: ['form', 'subject', 'nonce', 'channel', 'title', 'fields'],
  additionalProperties: false,
};
const closes: Schema = {
  type: 'object',
  properties: { close: { const: true } },
  required: ['close'],
  additionalProperties: false,
};
const data = (...ours: readonly Schema[]): Schema => ({
  type: 'object',
  properties: { wesaid: { anyOf: ours }, msteams: shape('task/fetch', {}, []) },
  required: ['wesaid'],
  additionalProperties: false,
});

const schema: Schema = {
  ...shape(
    'AdaptiveCard',
    {
      $schema: { const: 'http://adaptivecards.io/schemas/adaptive-card.json' },
      version: { const: '1.5' },
      lang: { const: 'en' },
      speak: { type: 'string' },
      fallbackText: { type: 'string' },
      msteams: { const: { width: 'Full' } },
      // Nobody is named in it: whoever can read the card could read who takes part.
      refresh: {
        type: 'object',
        properties: { action: ref('look') },
        required: ['action'],
        additionalProperties: false,
      },
      body: list(ref('element')),
    },
    ['version', 'lang', 'speak', 'msteams', 'body'],
  ),
  $defs: {
    element: {
      anyOf: ['heading', 'words', 'quote', 'buttons', 'textInput', 'choiceInput', 'dateInput'].map(ref),
    },
    heading: shape(
      'TextBlock',
      {
        ...placed,
        text,
        style: { const: 'heading' },
        size: { const: 'Medium' },
        weight: { const: 'Bolder' },
        wrap: { const: true },
      },
      ['text', 'style', 'wrap'],
    ),
    words: shape('RichTextBlock', { ...placed, inlines: list(ref('run')) }, ['inlines']),
    run: shape(
      'TextRun',
      {
        text,
        weight: { const: 'Bolder' },
        color: { const: 'Attention' },
        underline: { const: true },
        selectAction: shape('Action.OpenUrl', { url: { type: 'string', pattern: '^(https?://|mailto:)' } }, ['url']),
      },
      ['text'],
    ),
    quote: shape('Container', { ...placed, style: { const: 'emphasis' }, items: list(ref('words')) }, ['items']),
    buttons: shape(
      'ActionSet',
      { ...placed, actions: { ...list({ anyOf: [ref('execute'), ref('submit')] }), maxItems: 6 } },
      ['actions'],
    ),
    execute: shape('Action.Execute', { ...shown, verb: text, data: data(pressed), fallback: ref('submit') }, [
      'title',
      'verb',
      'data',
      'fallback',
    ]),
    submit: shape(
      'Action.Submit',
      { ...shown, associatedInputs: { const: 'none' }, data: data(pressed, sent, closes) },
      ['title', 'data'],
    ),
    look: shape('Action.Execute', { title: text, verb: text, data: data(pressed) }, ['verb', 'data']),
    textInput: {
      ...shape('Input.Text', { ...asked, isMultiline: flag, maxLength: { type: 'integer', minimum: 1 }, value: text }, [
        'id',
        'label',
        'isMultiline',
        'maxLength',
      ]),
      ...said,
    },
    choiceInput: {
      ...shape(
        'Input.ChoiceSet',
        {
          ...asked,
          choices: { type: 'array', items: ref('choice') },
          isMultiSelect: flag,
          style: one('compact', 'expanded'),
          wrap: flag,
          value: text,
        },
        ['id', 'label', 'choices', 'style'],
      ),
      ...said,
    },
    choice: {
      type: 'object',
      properties: { title: text, value: text },
      required: ['title', 'value'],
      additionalProperties: false,
    },
    dateInput: {
      ...shape('Input.Date', { ...asked, value: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' } }, [
        'id',
        'label',
      ]),
      ...said,
    },
  },
};

const ajv = new Ajv({ strict: false, allErrors: false });
const validate = ajv.compile(schema);
