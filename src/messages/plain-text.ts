import type { Block, Inline, Rich } from './document.ts';

/**
 * Blocks as lines of plain text, in their own order: what notifications and screen readers get. Every number, word
 * and button of the blocks is in it; buttons stand as "[label]".
 */
export function plainText(blocks: readonly Block[]): string {
  return blocks.flatMap(lines).join('\n');
}

/** A run of inline text without its dress; a link keeps its address. */
export function plainRich(rich: Rich): string {
  return rich.map(plainInline).join('');
}

function lines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [plainRich(block.content)];
    case 'list':
      return block.items.map((item) => `- ${plainRich(item)}`);
    case 'fields':
      return block.fields.map(({ name, value }) => `${name}: ${value}`);
    case 'table':
      return block.rows.map((row) => tableRow(block.head, row));
    case 'quote':
      return [block.from === null ? `“${block.text}”` : `“${block.text}” (${block.from})`];
    case 'divider':
      return [];
    case 'actions':
      return [block.actions.map(({ label }) => `[${label}]`).join(' ')];
  }
}

/** Each cell with its heading, so that a row makes sense when it is read aloud alone. */
function tableRow(head: readonly string[], row: readonly string[]): string {
  return row.map((cell, column) => (head[column] ? `${head[column]}: ${cell}` : cell)).join('. ');
}

function plainInline(inline: Inline): string {
  return inline.kind === 'link' && inline.text !== inline.url ? `${inline.text} (${inline.url})` : inline.text;
}
