import { limits } from './limits.ts';

/**
 * Text on its way out. A TextRun is shown as it stands, without Markdown and mentions; what is left that acts in it are
 * date functions: https://learn.microsoft.com/en-us/adaptive-cards/authoring-cards/text-features
 */

/** Text that is shown as it was typed. A sign of no width keeps what would act apart. */
export function inert(text: string): string {
  return readable(text)
    .replace(/\{\{(?=(?:DATE|TIME)\()/gi, `{${apart}{`)
    .replace(/\](?=\()/g, `]${apart}`)
    .replace(/<(?=[a-z/!])/gi, `<${apart}`);
}

/** Text for what speaks: it may be read as SSML, in which these three signs open something. */
export function toSpeak(text: string): string {
  return readable(text).replace(/&/g, ' and ').replace(/[<>]/g, ' ');
}

/** True for one line that means the same to a reader of Markdown, so that it may stand in a TextBlock. */
export function isPlain(text: string): boolean {
  return (
    /^[\p{L}\p{N}“‘£€][\p{L}\p{N}\p{Zs}\p{M}.,;:?!'’“”‘/–—…%£€=@()-]*$/u.test(text) && !/^\d+[.)]|:\/\//.test(text)
  );
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

/** Anything else, `javascript:` and `msteams:` among it, stays text. */
export function isAddress(url: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s"<>\\^`{|}]+$/i.test(url) && url.length <= limits.url;
}

const apart = '\u2060';

/** Without control characters and halves of characters: JSON would write each as six. */
function readable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd');
}
