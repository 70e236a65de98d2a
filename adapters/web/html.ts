/** Markup that is safe to send. Made only by `html`, which escapes every text that is put in. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | null | false | readonly Part[];

/**
 * A template for markup: text put in is escaped, markup put in stays, null and false are left out. A line end in the
 * template itself counts as one space, so that templates can be laid out to be read.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = strings.map((piece, index) => {
    const laidFlat = piece.replace(/\s*\n\s*/g, ' ');
    return index < parts.length ? laidFlat + asMarkup(parts[index] ?? null) : laidFlat;
  });
  return { html: pieces.join('') };
}

/** Made by hand, because in a text area each space counts. A browser drops the line end after the opening tag. */
export function textArea(attributes: Html, text: string): Html {
  return { html: `<textarea ${attributes.html}>\n${escapeHtml(text)}</textarea>` };
}

export const nothing: Html = { html: '' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

function asMarkup(part: Part): string {
  if (part === null || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'html' in part ? part.html : part.map(asMarkup).join('');
}
