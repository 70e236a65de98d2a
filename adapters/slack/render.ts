import type { types } from '@slack/bolt';
import { slackWords } from '../../src/words/en/slack.ts';
import type { Action, Block, Document, Inline, Rich } from '../../src/messages/document.ts';
import { fit, type Piece } from './fit.ts';
import { limits } from './limits.ts';
import { cut, escapeText, headOf } from './text.ts';

/** What Slack takes: `text` for notifications and screen readers, blocks for the eye. */
export interface Message {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/**
 * A Document as a Slack message. Text goes into rich_text and plain_text, which Slack shows as it stands: there
 * `<!channel>`, `*`, links and mentions have no meaning, so nothing typed can act. Only the top-level `text` is read for
 * control sequences, and there they are escaped.
 */
export function renderMessage(document: Document): Message {
  return { text: renderText(document), blocks: toBlocks(document) };
}

/** The blocks of a message, as Slack is sent them. */
export function toBlocks(document: Document): types.KnownBlock[] {
  return renderBlocks(document.blocks, limits.blocksInMessage);
}

/** The message as text alone, for where Slack refuses the blocks. */
export function renderText(document: Document): string {
  const escaped = escapeText(document.summary);
  if (escaped.length <= limits.fallbackText) return escaped;
  // Cut before escaping, so that no entity is broken; an escaped character takes at most five.
  return escapeText(cut(document.summary, Math.floor(limits.fallbackText / 5)));
}

/** Blocks inside Slack's limits. What does not fit is left out from the end, with a line that says so; buttons stay. */
export function renderBlocks(blocks: readonly Block[], most: number): types.KnownBlock[] {
  return fit(blocks.flatMap(render), { most, note: richText([[words(slackWords.cutShort)]]) });
}

function render(block: Block): Piece[] {
  switch (block.kind) {
    case 'heading':
      return heading(block.text);
    case 'paragraph':
      return chunks(block.content).map((content) => richText([content]));
    case 'list':
      return list(block.items);
    case 'fields':
      // A block each: renderers do not agree on whether two sections of one block stand on two lines.
      return block.fields.flatMap(({ name, value }) => lines([[bold(`${name}: `), words(value)]]));
    case 'table':
      return list(block.rows.map((row) => tableRow(block.head, row)));
    case 'quote':
      return quote(block.text, block.from);
    case 'divider':
      return [{ block: { type: 'divider' }, size: 0 }];
    case 'actions':
      return buttons(block.actions);
  }
}

function heading(text: string): Piece[] {
  if (text === '') return [];
  if (text.length > limits.header) return chunks([bold(text)]).map((content) => richText([content]));
  return [{ block: { type: 'header', text: { type: 'plain_text', text, emoji: true } }, size: text.length }];
}

/** A row is read aloud one cell after the other, so each cell carries its heading; Slack's table block is too new to rely on. */
function tableRow(head: readonly string[], row: readonly string[]): Rich {
  const rest = row.slice(1).map((cell, column) => {
    const name = head[column + 1] ?? '';
    return name === '' ? cell : `${name} ${cell}`;
  });
  return rest.length === 0 ? [words(row[0] ?? '')] : [bold(row[0] ?? ''), words(`: ${rest.join(', ')}`)];
}

function list(items: readonly Rich[]): Piece[] {
  return groups(items.flatMap(chunks)).map((group) => ({
    block: {
      type: 'rich_text',
      elements: [{ type: 'rich_text_list', style: 'bullet', elements: group.map(section) }],
    },
    size: sizeOf(group),
  }));
}

function lines(rows: readonly Rich[]): Piece[] {
  return groups(rows.flatMap(chunks)).map(richText);
}

function quote(text: string, from: string | null): Piece[] {
  const said = chunks([words(text)]);
  const signed = from === null ? [] : chunks([words(from)]).map((content) => richText([content]));
  return [
    ...said.map((content): Piece => ({
      block: { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: content.map(element) }] },
      size: sizeOf([content]),
    })),
    ...signed,
  ];
}

function buttons(actions: readonly Action[]): Piece[] {
  const elements = actions.map(button);
  const rows = Math.ceil(elements.length / limits.buttonsInBlock);
  return Array.from({ length: rows }, (_, row) => {
    const some = elements.slice(row * limits.buttonsInBlock, (row + 1) * limits.buttonsInBlock);
    const size = some.reduce((sum, { text }) => sum + text.text.length, 0);
    return { block: { type: 'actions', elements: some }, size, keep: true };
  });
}

/** The number after `#` keeps ids apart: two buttons of one message may have the same action. */
function button(action: Action, index: number): types.Button {
  return {
    type: 'button',
    action_id: `${action.action}#${index}`,
    text: { type: 'plain_text', text: cut(action.label, limits.buttonLabel), emoji: true },
    accessibility_label: cut(action.spoken ?? action.label, limits.buttonLabel),
    ...(action.subject === '' ? {} : { value: action.subject }),
    ...(action.style === undefined ? {} : { style: action.style }),
  };
}

function richText(rows: readonly Rich[]): Piece {
  return { block: { type: 'rich_text', elements: rows.map(section) }, size: sizeOf(rows) };
}

function section(content: Rich): types.RichTextSection {
  return { type: 'rich_text_section', elements: content.map(element) };
}

function element(inline: Inline): types.RichTextElement {
  if (inline.kind === 'link' && isAddress(inline.url)) {
    return inline.text === ''
      ? { type: 'link', url: inline.url }
      : { type: 'link', url: inline.url, text: inline.text };
  }
  return inline.kind === 'strong'
    ? { type: 'text', text: inline.text, style: { bold: true } }
    : { type: 'text', text: inline.text };
}

/** Anything else, `slack://` and `javascript:` among it, stays text. */
function isAddress(url: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(url) && url.length <= limits.url;
}

/** One run of text as several, each inside the limit, broken at a space where there is one. Empty inlines are left out. */
function chunks(content: Rich): Rich[] {
  const done: Inline[][] = [];
  let open: Inline[] = [];
  let room: number = limits.textInBlock;
  for (const inline of content) {
    let rest = inline.text === '' && inline.kind === 'link' ? inline.url : inline.text;
    while (rest.length > room) {
      const head = breakOf(rest, room);
      if (head !== '') open.push({ ...inline, text: head });
      if (open.length > 0) done.push(open);
      [open, room, rest] = [[], limits.textInBlock, rest.slice(head.length)];
    }
    if (rest !== '') open.push({ ...inline, text: rest });
    room -= rest.length;
  }
  return open.length > 0 ? [...done, open] : done;
}

function breakOf(text: string, room: number): string {
  const head = headOf(text, room);
  const space = head.lastIndexOf(' ');
  return space > room / 2 ? head.slice(0, space + 1) : head;
}

/** Rows gathered into groups that each fit one block. */
function groups(rows: readonly Rich[]): Rich[][] {
  const all: Rich[][] = [];
  let size = Infinity;
  for (const row of rows) {
    const own = sizeOf([row]);
    if (size + own > limits.textInBlock) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(row);
    size += own;
  }
  return all;
}

function sizeOf(rows: readonly Rich[]): number {
  return rows.reduce((sum, row) => sum + row.reduce((part, inline) => part + inlineSize(inline), 0), 0);
}

function inlineSize(inline: Inline): number {
  return inline.text.length + (inline.kind === 'link' && isAddress(inline.url) ? inline.url.length : 0);
}

const words = (text: string): Inline => ({ kind: 'text', text });
const bold = (text: string): Inline => ({ kind: 'strong', text });
