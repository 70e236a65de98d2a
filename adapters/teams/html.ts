/**
 * What Teams' HTML looks like to whoever reads the message, as plain text. Links keep their address, a quoted message is
 * left out (its words are another's), and nothing of the markup stays.
 */
export interface ReadHtml {
  readonly text: string;
  /** The message that is quoted; in a chat that is how people reply to one. */
  readonly quotes: string | null;
}

/** `mentioned` writes a mention: its number in the message, and the label that stands there. */
export function readHtml(html: string, mentioned: (number: number, label: string) => string): ReadHtml {
  const page: Page = { out: [], freshLine: true, quotes: null, hidden: null, depth: 0, open: [], lists: [], mentioned };
  for (const [whole, slash, name, attributes] of html.matchAll(token)) {
    if (name === undefined) write(page, whole);
    else if (slash === '/') closeTag(page, name.toLowerCase());
    else openTag(page, name.toLowerCase(), attributes ?? '');
  }
  return { text: tidy(page.out.join('')), quotes: page.quotes };
}

/** A tag, or the text up to the next one. Neither can begin inside the other, so long junk is read in one go. */
const token = /<(\/?)([a-z][a-z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gi;

interface Page {
  /** In pieces: to look at the end of one long text again and again would take seconds for what takes a millisecond. */
  readonly out: string[];
  freshLine: boolean;
  quotes: string | null;
  /** The element whose content is not shown, and how many of its kind are open inside it. */
  hidden: string | null;
  depth: number;
  /** Links and mentions that are open: what stands in them is their label. */
  readonly open: { readonly tag: string; readonly from: number; readonly end: (label: string) => string }[];
  /** The number of the last item; null in a list without numbers. */
  readonly lists: (number | null)[];
  readonly mentioned: (number: number, label: string) => string;
}

/** Nobody nests links; deeper ones are read as the words that they are. */
const deepest = 20;
const silent = new Set(['script', 'style', 'attachment', 'title', 'head']);
const blocks = new Set(
  'address,article,blockquote,div,h1,h2,h3,h4,h5,h6,hr,li,ol,p,pre,section,table,tr,ul,codeblock'.split(','),
);

function openTag(page: Page, tag: string, attributes: string): void {
  if (page.hidden !== null) {
    if (tag === page.hidden) page.depth += 1;
    return;
  }
  const kind = attribute(attributes, 'itemtype');
  if (tag === 'blockquote' && kind.endsWith('/Reply')) page.quotes ??= attribute(attributes, 'itemid') || null;
  if (silent.has(tag) || (tag === 'blockquote' && kind.endsWith('/Reply'))) {
    page.hidden = tag;
    page.depth = 1;
    return;
  }
  if (blocks.has(tag)) newLine(page);
  switch (tag) {
    case 'br':
      add(page, '\n');
      return;
    case 'ul':
    case 'ol':
      page.lists.push(tag === 'ol' ? 0 : null);
      return;
    case 'li':
      add(page, itemMark(page.lists));
      return;
    case 'img':
    case 'emoji':
      if (tag === 'emoji' || kind.endsWith('/Emoji')) add(page, attribute(attributes, 'alt'));
      return;
    case 'a': {
      const href = attribute(attributes, 'href');
      label(page, tag, (words) => link(words, href));
      return;
    }
    case 'span':
    case 'at': {
      const number = Number(attribute(attributes, tag === 'at' ? 'id' : 'itemid') || NaN);
      const isMention = tag === 'at' || kind.endsWith('/Mention');
      label(page, tag, (words) => (isMention ? page.mentioned(number, words.trim()) : words));
    }
  }
}

function closeTag(page: Page, tag: string): void {
  if (page.hidden !== null) {
    if (tag === page.hidden && (page.depth -= 1) === 0) page.hidden = null;
    return;
  }
  if (tag === 'ul' || tag === 'ol') page.lists.pop();
  if (tag === 'td' || tag === 'th') add(page, ' ');
  if (blocks.has(tag)) newLine(page);
  const last = page.open.at(-1);
  if (last?.tag !== tag) return;
  page.open.pop();
  add(page, last.end(page.out.splice(last.from).join('')));
}

/** What follows, up to the end of the element, is its label. */
function label(page: Page, tag: string, end: (label: string) => string): void {
  if (page.open.length < deepest) page.open.push({ tag, from: page.out.length, end });
}

function add(page: Page, words: string): void {
  if (words === '') return;
  page.out.push(words);
  page.freshLine = words.endsWith('\n');
}

/** In HTML a line break between words is a space; what makes lines are the elements. */
function write(page: Page, words: string): void {
  if (page.hidden !== null) return;
  const seen = readEntities(words.replace(/[ \t\r\n]+/g, ' '));
  add(page, page.freshLine ? seen.trimStart() : seen);
}

function newLine(page: Page): void {
  if (!page.freshLine) add(page, '\n');
}

function itemMark(lists: (number | null)[]): string {
  const last = lists.length - 1;
  const number = lists[last] ?? null;
  if (number === null) return '- ';
  lists[last] = number + 1;
  return `${number + 1}. `;
}

/** An address that was typed is read back as typed; behind another label both are kept. */
function link(label: string, href: string): string {
  const shown = label.trim();
  const isWeb = /^(https?|mailto):/i.test(href);
  if (!isWeb || shown === '') return label;
  const bare = href.replace(/^(https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
  return shown.replace(/^https?:\/\//i, '').replace(/\/$/, '') === bare ? label : `${label} (${href})`;
}

function attribute(attributes: string, name: string): string {
  const [, double, single] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes) ?? [];
  return readEntities(double ?? single ?? '');
}

function tidy(out: string): string {
  const lines = out.split('\n').map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** `&nbsp;`, `&#39;` and the like as the characters that people saw. A space that does not break is still a space. */
export function readEntities(text: string): string {
  if (!text.includes('&') && !text.includes('\u00a0')) return text;
  return text
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return named[name.toLowerCase()] ?? whole;
        return character(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)) ?? whole;
      },
    )
    .replaceAll('\u00a0', ' ');
}

function character(code: number): string | null {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;
}
