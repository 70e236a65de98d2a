import { describe, expect, it } from 'vitest';
import type { Block, Document, Form } from '../../src/messages/document.ts';
import { readability, theirs } from '../support/readability.ts';
import { sampleDocuments, sampleForms } from '../support/samples.ts';

const written = { name: theirs, words: theirs };

describe('every message is plain English as a whole', () => {
  it('as people see it', () => {
    const texts = Object.entries(sampleDocuments(written)).map(
      ([name, document]) => [name, asRead(document.blocks)] as const,
    );
    expect(texts.flatMap(stopped)).toEqual([]);
  });

  it('as a lock screen or a screen reader has it', () => {
    const texts = Object.entries(sampleDocuments(written)).map(([name, { summary }]) => [name, summary] as const);
    expect(texts.flatMap(stopped)).toEqual([]);
  });

  it('as a form asks for it', () => {
    const texts = Object.entries(sampleForms(written)).map(([name, form]) => [name, formText(form)] as const);
    expect(texts.flatMap(stopped)).toEqual([]);
  });
});

describe('how a message helps', () => {
  const documents = Object.entries(sampleDocuments(written));

  it('"Help and pause" is the last button wherever there are others, but in help itself', () => {
    const without = documents.filter(([name, document]) => {
      if (name === 'help') return false;
      const labels = buttons(document);
      return labels.length > 0 && labels.at(-1) !== 'Help and pause';
    });
    expect(without.map(([name]) => name)).toEqual([]);
  });

  it('no message has more than 80 words beside its buttons, but lists, the digest, pages for outside and the notice to those who join', () => {
    const long = documents
      .filter(
        ([name]) =>
          !/^(?:my data|agreement|notice|settings|digest|all promises|help|home|meeting,|people|roles|question|open question|promise|measures|decisions|steps,|note to the sponsor|report,)/.test(
            name,
          ),
      )
      .map(([name, { blocks }]) => [name, asRead(blocks).split(/\s+/).length] as const)
      .filter(([, many]) => many > 80);
    expect(long).toEqual([]);
  });
});

function stopped([name, text]: readonly [string, string]): readonly string[] {
  return readability(text).map(({ gate, why, sentence }) => `${name} ${gate} (${why}): ${sentence}`);
}

/** A message as its reader has it: a line for each block and each item of a list. */
function asRead(blocks: readonly Block[]): string {
  return blocks.flatMap(linesOf).join('\n');
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [block.content.map(({ text }) => text).join('')];
    case 'list':
      return block.items.map((item) => item.map(({ text }) => text).join(''));
    case 'fields':
      return block.fields.map(({ name, value }) => `${name}: ${value}`);
    case 'table':
      return [block.head, ...block.rows].map((row) => row.join('\n'));
    case 'quote':
      return [block.text, ...(block.from === null ? [] : [block.from])];
    case 'divider':
    case 'actions':
      return [];
  }
}

function buttons({ blocks }: Document): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'actions' ? block.actions.map(({ label }) => label) : []));
}

function formText({ title, intro, fields, submit, cancel }: Form): string {
  const asked = fields.flatMap((field) => [
    field.label,
    field.hint ?? '',
    ...(field.kind === 'choice' ? field.options.map(({ label }) => label) : []),
  ]);
  return [title, asRead(intro), ...asked, submit, cancel].join('\n');
}
