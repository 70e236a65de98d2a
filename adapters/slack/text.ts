/**
 * Text on its way in and out. Slack wraps what acts in `<…>` and escapes the three characters that would:
 * https://docs.slack.dev/messaging/formatting-message-text
 */

/** Makes text inert wherever Slack would read control sequences. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
}

/**
 * What a person typed, as they saw it: links as their label and address, special mentions as plain words. A mention
 * of a person stays `<@USER>`.
 */
export function readText(raw: string): string {
  if (!raw.includes('<') && !raw.includes('&')) return raw;
  return raw.replace(/<([^<>]*)>|&(amp|lt|gt);/g, (whole, inside: string | undefined, entity: string | undefined) =>
    inside === undefined ? character(entity) : readMark(inside, whole),
  );
}

/** The text without a mention of the bot at its head, and whether the bot was mentioned anywhere. */
export function withoutBot(text: string, bot: string | null): { text: string; mentionsBot: boolean } {
  if (bot === null) return { text, mentionsBot: false };
  const mention = `<@${bot}>`;
  if (!text.includes(mention)) return { text, mentionsBot: false };
  const trimmed = text.trimStart();
  const rest = trimmed.startsWith(mention) ? trimmed.slice(mention.length).replace(/^[\s,:]+/, '') : text;
  return { text: rest, mentionsBot: true };
}

/** At most `max` characters, ended with "…" when some were left out, never in the middle of a character. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : `${headOf(text, max - 1)}…`;
}

/** The first characters of a text, at most `max`, without half a surrogate pair at the end. */
export function headOf(text: string, max: number): string {
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}

function character(entity: string | undefined): string {
  return entity === 'amp' ? '&' : entity === 'lt' ? '<' : '>';
}

function readMark(inside: string, whole: string): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : unescapeText(inside.slice(bar + 1));
  if (target.startsWith('@')) return `<${target}>`;
  if (target.startsWith('#')) return `#${label === '' ? target.slice(1) : label}`;
  if (target.startsWith('!')) return label === '' ? `@${target.slice(1)}` : label;
  return /^[a-z][a-z+.-]*:/i.test(target) ? readLink(unescapeText(target), label) : whole;
}

/** Slack makes a link of a typed "example.org" itself; that one is read back as it was typed. */
function readLink(url: string, label: string): string {
  if (label === '' || label === url) return url;
  return url.replace(/\/$/, '').endsWith(label.replace(/\/$/, '')) ? label : `${label} (${url})`;
}

function unescapeText(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, entity: string) => character(entity));
}
