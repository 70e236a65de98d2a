import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderForm } from '../../../adapters/slack/forms.ts';
import { renderMessage } from '../../../adapters/slack/render.ts';
import {
  actions,
  link,
  paragraph,
  strong,
  type Action,
  type Block,
  type Document,
  type Form,
  type Inline,
} from '../../../src/messages/document.ts';
import { acting, blocksProblem, controls, viewProblem } from '../../support/slack-blocks.ts';
import { buttonsOf, seen, type Json } from '../../support/slack-world.ts';

const message = (blocks: readonly Block[], summary = 'Summary'): Document => ({ summary, language: 'en', blocks });
const asJson = (value: unknown): readonly Json[] => JSON.parse(JSON.stringify(value)) as readonly Json[];
const drawn = (...blocks: readonly Block[]): string => seen(asJson(renderMessage(message(blocks)).blocks));

describe('a message in Slack', () => {
  it('is drawn in blocks that Slack shows as they stand', () => {
    const { blocks } = renderMessage(
      message([
        paragraph('Saved as ', strong('promise 19'), '. See ', link('the plan', 'https://example.org/plan'), '.'),
      ]),
    );
    expect(blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'Saved as ' },
              { type: 'text', text: 'promise 19', style: { bold: true } },
              { type: 'text', text: '. See ' },
              { type: 'link', url: 'https://example.org/plan', text: 'the plan' },
              { type: 'text', text: '.' },
            ],
          },
        ],
      },
    ]);
  });

  it('has a table as lines that make sense when each is read alone', () => {
    const table: Block = {
      kind: 'table',
      head: ['Group', 'turns', 'people'],
      rows: [
        ['Artists', '6', '3'],
        ['Staff', '15', '3'],
      ],
    };
    expect(drawn(table)).toBe('- Artists: turns 6, people 3\n- Staff: turns 15, people 3');
  });

  it('gives a screen reader what each button does', () => {
    const { blocks } = renderMessage(
      message([
        actions(
          { action: 'scale', subject: 'r/3', label: '3', spoken: '3 out of 5' },
          { action: 'skip', subject: '', label: 'Skip' },
        ),
      ]),
    );
    expect(buttonsOf(asJson(blocks))).toMatchObject([
      { label: '3', spoken: '3 out of 5', value: 'r/3' },
      { label: 'Skip', spoken: 'Skip', value: undefined },
    ]);
  });

  it('only links to where a browser goes; anything else stays words', () => {
    for (const url of ['javascript:alert(1)', 'slack://user?id=U1', 'https://two words', 'data:text/html,x']) {
      expect(JSON.stringify(renderMessage(message([paragraph(link('see', url))])).blocks)).not.toContain('"link"');
    }
  });

  it('too long to show is cut at the end with a line that says so, and keeps its buttons', () => {
    const pages = Array.from({ length: 80 }, (_, index) => paragraph(`${index} ${'word '.repeat(100)}`));
    const shown = drawn(...pages, actions({ action: 'help', subject: '', label: 'Help and pause' }));
    expect(shown).toContain('0 word');
    expect(shown).toContain('This was too long to show in full. The rest is left out here.');
    expect(shown).toContain('[Help and pause]');
    expect(shown).not.toContain('79 word');
  });

  it('of many short lines loses none of them', () => {
    const shown = drawn(...Array.from({ length: 120 }, (_, index) => paragraph(`line ${index}.`)));
    expect(shown.split('\n')).toHaveLength(120);
  });

  it('breaks long text between words', () => {
    const text = 'word '.repeat(1_400).trim();
    const shown = drawn(paragraph(text));
    expect(shown.replaceAll('\n', '')).toBe(text);
    expect(shown.split('\n').every((part) => part.trimEnd().endsWith('word'))).toBe(true);
  });
});

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
  fc.constantFrom(
    '<!channel>',
    '<@U0RUTH001>',
    '<https://x.org|bank>',
    '&lt;!here&gt;',
    '@everyone',
    '*b* _i_ `c`',
    '```',
    '> quote',
    '\n',
    '&',
    ']]>',
  ),
  fc.integer({ min: 60, max: 300 }).map((length) => 'x'.repeat(length)),
  fc.integer({ min: 2_900, max: 7_000 }).map((length) => 'many words & <more> '.repeat(length / 20)),
);
const anyInline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: words }),
  fc.record({ kind: fc.constant('strong' as const), text: words }),
  fc.record({
    kind: fc.constant('link' as const),
    text: fc.oneof(words, fc.constant('')),
    url: fc.oneof(fc.webUrl({ withQueryParameters: true }), words),
  }),
);
const anyRich = fc.array(anyInline, { maxLength: 5 });
const anyAction: fc.Arbitrary<Action> = fc.record(
  {
    action: fc.constantFrom('answer', 'skip', 'help'),
    subject: fc.string({ maxLength: 255 }),
    label: fc.string({ minLength: 1, maxLength: 75, unit: 'grapheme-ascii' }),
    spoken: fc.string({ minLength: 1, maxLength: 75 }),
    style: fc.constantFrom('primary' as const, 'danger' as const),
  },
  { requiredKeys: ['action', 'subject', 'label'] },
);
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: words }),
  fc.record({ kind: fc.constant('paragraph' as const), content: anyRich }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(anyRich, { maxLength: 40 }) }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: words, value: words }), { maxLength: 20 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    head: fc.array(words, { maxLength: 4 }),
    rows: fc.array(fc.array(words, { minLength: 1, maxLength: 4 }), { maxLength: 20 }),
  }),
  fc.record({ kind: fc.constant('quote' as const), text: words, from: fc.oneof(words, fc.constant(null)) }),
  fc.record({ kind: fc.constant('divider' as const) }),
  fc.record({ kind: fc.constant('actions' as const), actions: fc.array(anyAction, { minLength: 1, maxLength: 60 }) }),
);

const plainBlocks: readonly Block[] = [
  { kind: 'divider' },
  { kind: 'heading', text: 'Promises' },
  paragraph('Saved.'),
  actions({ action: 'help', subject: '', label: 'Help and pause' }),
];

describe('any message, whatever is in it', () => {
  const many = fc.array(fc.constantFrom(...plainBlocks), { minLength: 45, maxLength: 120 });
  const anyBlocks = fc.oneof(fc.array(anyBlock, { maxLength: 30 }), many);
  const anyDocument = fc.record({ summary: words, language: fc.constant('en' as const), blocks: anyBlocks });

  it('stays inside all of Slack’s limits, and nothing in it acts', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { text, blocks } = renderMessage(document);
        if (blocks.length > 0) expect(blocksProblem(asJson(blocks), 'message')).toBeNull();
        expect(text.length).toBeLessThanOrEqual(4_000);
        expect([...controls(text), ...acting(asJson(blocks))]).toEqual([]);
        expect(text).not.toMatch(/&(?!amp;|lt;|gt;)/);
      }),
      { numRuns: 100 },
    );
  });

  it('that is of ordinary length is shown whole', () => {
    const short = fc.array(
      fc.array(fc.record({ kind: fc.constant('text' as const), text: fc.string({ minLength: 1, maxLength: 40 }) }), {
        maxLength: 3,
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(short, (paragraphs) => {
        const shown = drawn(...paragraphs.map((content): Block => ({ kind: 'paragraph', content })));
        for (const content of paragraphs) expect(shown).toContain(content.map(({ text }) => text).join(''));
      }),
    );
  });
});

describe('any form', () => {
  const option = fc.record({
    value: fc.string({ minLength: 1, maxLength: 150 }),
    label: fc.string({ minLength: 1, maxLength: 120 }),
  });
  const facts = { label: words, hint: fc.oneof(words, fc.constant('')), optional: fc.boolean() };
  const anyField = fc.oneof(
    fc.record({
      ...facts,
      kind: fc.constant('text' as const),
      value: words,
      lines: fc.constantFrom('one' as const, 'many' as const),
      max: fc.integer({ min: 1, max: 9_000 }),
    }),
    fc.record({
      ...facts,
      kind: fc.constant('choice' as const),
      value: fc.string(),
      options: fc.array(option, { minLength: 1, maxLength: 120 }),
    }),
    fc.record({
      ...facts,
      kind: fc.constant('people' as const),
      most: fc.integer({ min: 1, max: 30 }),
      value: fc.array(fc.constant('U0RUTH001'), { maxLength: 3 }),
    }),
    fc.record({ ...facts, kind: fc.constant('date' as const), value: fc.constantFrom('2027-03-17', '') }),
  );
  const anyForm: fc.Arbitrary<Form> = fc.record({
    form: fc.constantFrom('answer', 'setup'),
    subject: fc.string({ maxLength: 255 }),
    title: fc.string({ minLength: 1, maxLength: 60 }),
    intro: fc.array(anyBlock, { maxLength: 60 }),
    fields: fc
      .array(anyField, { minLength: 1, maxLength: 12 })
      .map((fields) => fields.map((field, index) => ({ ...field, name: `field-${index}` }))),
    submit: fc.string({ minLength: 1, maxLength: 24 }),
    cancel: fc.string({ minLength: 1, maxLength: 24 }),
  });

  it('stays inside all of Slack’s limits, and nothing in it acts', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const view = renderForm(form, { subject: form.subject, nonce: '5a9d', channel: 'C0WILLOW1' });
        expect(viewProblem(JSON.parse(JSON.stringify(view)))).toBeNull();
        expect(acting(view)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('has nothing picked beforehand unless the form says so', () => {
    const choice = {
      kind: 'choice',
      name: 'seen-by',
      label: 'Who may see it?',
      options: [{ value: 'a', label: 'A' }],
    } as const;
    const form: Form = {
      form: 'answer',
      subject: '',
      title: 'T',
      intro: [],
      submit: 'Save',
      cancel: 'Cancel',
      fields: [choice],
    };
    expect(JSON.stringify(renderForm(form, { subject: '', nonce: '', channel: null }))).not.toContain('initial');
  });
});
