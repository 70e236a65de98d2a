import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightOf, type Card } from '../../../adapters/teams/card.ts';
import { renderAnswer } from '../../../adapters/teams/forms.ts';
import { limits } from '../../../adapters/teams/limits.ts';
import { renderMessage, renderMessages } from '../../../adapters/teams/render.ts';
import type { Action, Block, Document, Inline } from '../../../src/messages/document.ts';
import { plainText } from '../../../src/messages/plain-text.ts';
import { schemaProblem } from '../../support/card-schema.ts';
import { theirs } from '../../support/readability.ts';
import { sampleDocuments, type Written } from '../../support/samples.ts';
import { cardProblem } from '../../support/teams-cards.ts';
import { actingIn, buttonsOf, json, seen } from '../../support/teams-seen.ts';

const channel = '19:willow@thread.tacv2';
/** What people may have written: the ordinary, the worst for a card, and the longest. */
const all: readonly (readonly [string, Written])[] = [
  ['ordinary words', { name: 'Ruth', words: 'We will paint the day room.' }],
  [
    'words that would act',
    {
      name: '<at>Ruth</at>',
      words: '**We** [will](javascript:alert(1)) {{DATE(2027-03-01T10:00:00Z, LONG)}} ${x} @everyone',
    },
  ],
  ['the longest words', { name: 'Wilhelmina '.repeat(6).trim(), words: 'word '.repeat(199).trim() }],
  ['any words', { name: theirs, words: theirs }],
];

describe.each(all)('every message, with %s', (_, written) => {
  const documents = Object.entries(sampleDocuments(written));
  const drawn = documents.map(([name, document]) => ({
    name,
    document,
    message: renderMessage(document, { channel, ownView: true }),
    parts: renderMessages(document, { channel: null }),
  }));

  it('is a card that Teams takes whole, in a message and in a dialog', () => {
    for (const { name, document, message, parts } of drawn) {
      const dialog = renderAnswer(document, { title: 'WeSaid', channel }).card.content;
      const cards = [message, ...parts].map(({ attachments }) => attachments[0].content);
      expect([name, ...cards.flatMap((card) => problems(card, 'message')), ...problems(dialog, 'dialog')]).toEqual([
        name,
      ]);
    }
  });

  it('fits into one message, and is whole in several where one is too small', () => {
    for (const { name, document, message, parts } of drawn) {
      for (const part of [message, ...parts]) expect(weightOf(part), name).toBeLessThanOrEqual(limits.messageBytes);
      const shown = parts.map((part) => seen(json(part.attachments[0].content))).join('\n');
      for (const part of [...numbersIn(withoutAddresses(plainText(document.blocks))), ...labelsIn(document)]) {
        expect(shown, name).toContain(part);
      }
    }
  });

  it('says every number and every button in plain text too', () => {
    for (const { name, message } of drawn) {
      const card = message.attachments[0].content;
      const said = plain(card.fallbackText);
      for (const part of [...numbersIn(seen(json(card))), ...buttonsOf(json(card)).map(({ label }) => label)]) {
        expect(said, name).toContain(part);
      }
      expect([message.summary, card.speak], name).not.toContain('');
    }
  });

  it('holds nothing that would act', () => {
    for (const { name, message } of drawn) {
      const card = json(message.attachments[0].content);
      expect([name, ...actingIn({ byBot: true, text: '', card })]).toEqual([name]);
    }
  });
});

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
  fc.constantFrom(
    '<at>Ruth</at>',
    '@everyone',
    '[a](javascript:x)',
    '{{TIME(2027-03-01T10:00:00Z)}}',
    '\n',
    '`',
    '\u0000',
  ),
  fc.integer({ min: 60, max: 300 }).map((length) => 'x'.repeat(length)),
  fc.integer({ min: 2_900, max: 7_000 }).map((length) => 'many "words" & <more> '.repeat(length / 20)),
  fc.integer({ min: 100, max: 3_000 }).map((length) => '\u0000\ud800字'.repeat(length)),
);
const anyInline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ kind: fc.constantFrom('text' as const, 'strong' as const), text: words }),
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
    label: fc.string({ minLength: 1, maxLength: 75, unit: 'grapheme-ascii' }).filter((label) => label.trim() !== ''),
    spoken: fc.string({ minLength: 1, maxLength: 75 }),
    style: fc.constantFrom('primary' as const, 'danger' as const),
    opens: fc.constant('form' as const),
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
  fc.record({ kind: fc.constant('actions' as const), actions: fc.array(anyAction, { minLength: 1, maxLength: 20 }) }),
);
const anyDocument: fc.Arbitrary<Document> = fc.record({
  summary: words.map((summary) => `In short: ${summary}`),
  language: fc.constant('en' as const),
  blocks: fc.array(anyBlock, { maxLength: 30 }),
});

describe('any message, whatever is in it', () => {
  it('with nothing in it that can be shown still says in short what it is', () => {
    const blocks: readonly Block[] = [{ kind: 'heading', text: '\u0000' }, { kind: 'divider' }];
    const [card] = renderMessage({ summary: 'In short: hello', language: 'en', blocks }, { channel }).attachments;
    expect(card.content.fallbackText).toContain('In short: hello');
    expect(problems(card.content, 'message')).toEqual([]);
  });

  it('is a card that Teams takes whole, inside its limits, and nothing in it acts', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const part of [renderMessage(document, { channel }), ...renderMessages(document, { channel })]) {
          const card = part.attachments[0].content;
          expect(problems(card, 'message')).toEqual([]);
          expect(JSON.stringify(part), 'signs that JSON has to write as six').not.toMatch(/\\u[0-9a-f]{4}/);
          expect(weightOf(part)).toBeLessThanOrEqual(limits.messageBytes);
          expect(actingIn({ byBot: true, text: '', card: json(card) })).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

function problems(card: Card, place: 'message' | 'dialog'): readonly string[] {
  return [schemaProblem(card), cardProblem(card, place)].filter((problem) => problem !== null);
}

/** As far as a button can show it. */
function labelsIn({ blocks }: Document): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'actions' ? block.actions.map(({ label }) => label.slice(0, 20)) : [],
  );
}

/** A link that has words shows these, and not where it leads. */
function withoutAddresses(text: string): string {
  return text.replace(/ \(https?:[^\s)]*\)/g, '');
}

function numbersIn(text: string): readonly string[] {
  return text.match(/\d+/g) ?? [];
}

/** Without the signs of no width that keep others apart. */
function plain(text: string | undefined): string {
  return (text ?? '').replaceAll('\u2060', '');
}
