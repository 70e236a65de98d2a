import type { Action, Block, Inline, Rich } from '../../src/messages/document.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { weightOf, type Button, type Element, type Run } from './card.ts';
import { headOf, inert, isAddress, isPlain } from './inert.ts';
import { limits } from './limits.ts';

/** A part of a card that stands or falls as one, with the same in plain text. `keep` marks what must not be left out: buttons. */
export interface Piece {
  readonly element: Element;
  readonly text: string;
  readonly keep?: boolean;
  /** A new section begins here. */
  readonly opens?: boolean;
}

/**
 * Blocks as elements of a card. Text is in RichTextBlocks, which Teams shows as it stands; a TextBlock or a FactSet reads
 * Markdown and mentions. Only a heading needs a TextBlock, to be a heading for screen readers, and it is one only where
 * no sign in it could act.
 */
export function elementsOf(blocks: readonly Block[], button: (action: Action) => Button): Piece[] {
  const pieces: Piece[] = [];
  let divided = false;
  for (const block of blocks) {
    if (block.kind === 'divider') {
      divided = true;
      continue;
    }
    const [first, ...rest] = render(block, button);
    if (first === undefined) continue;
    const opens = divided || block.kind === 'heading';
    const element: Element = divided ? { ...first.element, separator: true, spacing: 'Large' } : first.element;
    pieces.push({ ...first, element, opens }, ...rest);
    divided = false;
  }
  return pieces;
}

/** One run of text as lines that each are a block of their own: TextRuns do not agree on what a line break is. */
export function richText(content: Rich, prefix = ''): Piece[] {
  return linesOf(content).flatMap((line, index) => {
    const runs = [...(prefix === '' || index > 0 ? [] : [words(prefix)]), ...line];
    return chunks(runs).map((part, number) => piece(part, index + number === 0 ? {} : { spacing: 'None' }));
  });
}

function render(block: Exclude<Block, { kind: 'divider' }>, button: (action: Action) => Button): Piece[] {
  switch (block.kind) {
    case 'heading':
      return heading(block.text);
    case 'paragraph':
      return richText(block.content);
    case 'list':
      return list(block.items);
    case 'fields':
      return close(block.fields.map(({ name, value }) => richText([bold(`${name}: `), words(value)])));
    case 'table':
      return list(block.rows.map((row) => tableRow(block.head, row)));
    case 'quote':
      return quote(block.text, block.from);
    case 'actions':
      return actionSets(block.actions, button);
  }
}

function heading(text: string): Piece[] {
  if (text.length > limits.heading || !isPlain(text)) return richText([bold(text)]);
  const element: Element = { type: 'TextBlock', text, style: 'heading', size: 'Medium', weight: 'Bolder', wrap: true };
  return [{ element, text }];
}

function list(items: readonly Rich[]): Piece[] {
  return close(items.map((item) => richText(item, '• ')));
}

/** Belongs together, so it stands closer. */
function close(groups: readonly (readonly Piece[])[]): Piece[] {
  return groups.flatMap(([first, ...rest], index) => {
    if (first === undefined) return [];
    return [index === 0 ? first : { ...first, element: { ...first.element, spacing: 'Small' as const } }, ...rest];
  });
}

/**
 * A row is a line in which each cell carries its heading. A Table element would be squeezed on a phone until words break,
 * and screen readers in Teams do not agree on whether a cell's heading is read with it.
 */
function tableRow(head: readonly string[], row: readonly string[]): Rich {
  const rest = row.slice(1).map((cell, column) => {
    const name = head[column + 1] ?? '';
    return name === '' ? cell : `${name} ${cell}`;
  });
  return rest.length === 0 ? [words(row[0] ?? '')] : [bold(row[0] ?? ''), words(`: ${rest.join(', ')}`)];
}

/** Set apart by its ground, with the marks that a screen reader says. */
function quote(text: string, from: string | null): Piece[] {
  const said = richText([words(`“${text}”`)]).map(({ element, text: line }): Piece => ({
    element: { type: 'Container', style: 'emphasis', items: [element] as [Element], ...spacingOf(element) },
    text: line,
  }));
  return [...said, ...(from === null ? [] : close([[], richText([words(from)])]))];
}

function spacingOf({ spacing }: Element): Pick<Element, 'spacing'> {
  return spacing === undefined ? {} : { spacing };
}

/** Sets that Teams shows whole, and light enough to be put in different messages. */
function actionSets(actions: readonly Action[], button: (action: Action) => Button): Piece[] {
  const sets: { readonly actions: Action[]; readonly buttons: Button[] }[] = [];
  let weight = Infinity;
  for (const action of actions) {
    const drawn = button(action);
    const last = sets.at(-1);
    weight += weightOf(drawn);
    if (last === undefined || last.actions.length === limits.actionsInSet || weight > limits.actionSetBytes) {
      sets.push({ actions: [action], buttons: [drawn] });
      weight = weightOf(drawn);
    } else {
      last.actions.push(action);
      last.buttons.push(drawn);
    }
  }
  return sets.map((set): Piece => {
    const text = inert(plainText([{ kind: 'actions', actions: set.actions }]));
    return { element: { type: 'ActionSet', actions: set.buttons }, text, keep: true };
  });
}

function piece(content: Rich, more: Pick<Element, 'spacing'>): Piece {
  const text = inert(plainText([{ kind: 'paragraph', content }]));
  return { element: { type: 'RichTextBlock', inlines: content.map(run), ...more }, text };
}

function run(inline: Inline): Run {
  const text = inert(inline.text);
  if (inline.kind === 'link') {
    return { type: 'TextRun', text, underline: true, selectAction: { type: 'Action.OpenUrl', url: inline.url } };
  }
  return inline.kind === 'strong' ? { type: 'TextRun', text, weight: 'Bolder' } : { type: 'TextRun', text };
}

/** Empty lines and inlines are left out. */
function linesOf(content: Rich): Rich[] {
  const lines: Inline[][] = [[]];
  for (const inline of content.map(shownAs)) {
    inline.text.split(/\r\n|[\n\r\u2028\u2029]/).forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...inline, text });
    });
  }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ''));
}

/** A link that leads where no browser goes is its words. */
function shownAs(inline: Inline): Inline {
  if (inline.kind !== 'link') return inline;
  const text = inline.text === '' ? inline.url : inline.text;
  return isAddress(inline.url) ? { ...inline, text } : words(text);
}

/** One line as several, each inside the limit, broken at a space where there is one. */
function chunks(line: Rich): Rich[] {
  const done: Inline[][] = [[]];
  let room: number = limits.textInBlock;
  for (const inline of line) {
    let rest = inline.text;
    while (rest.length > room) {
      const head = breakOf(rest, room);
      // Nothing fits where no room is left, or half a character.
      if (head !== '') done.at(-1)?.push({ ...inline, text: head });
      done.push([]);
      [room, rest] = [limits.textInBlock, rest.slice(head.length)];
    }
    if (rest !== '') done.at(-1)?.push({ ...inline, text: rest });
    room -= rest.length;
  }
  return done.filter((part) => part.length > 0);
}

function breakOf(text: string, room: number): string {
  const head = headOf(text, room);
  const space = head.lastIndexOf(' ');
  return space > room / 2 ? head.slice(0, space + 1) : head;
}

const words = (text: string): Inline => ({ kind: 'text', text });
const bold = (text: string): Inline => ({ kind: 'strong', text });
