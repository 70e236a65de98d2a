import { createHash } from 'node:crypto';
import type { FormValues } from '../../src/ports.ts';
import { PageProblem } from './errors.ts';
import type { Origin } from './open-forms.ts';
import type { PretendPerson } from './rehearsal.ts';

/**
 * One text for an act: the number of the page it was done on and what was done there. Pressed twice on the same page it
 * is one act; something else typed on the same page (after Back in the browser) is another.
 */
export function actKey(posted: URLSearchParams, path: string): string {
  const page = posted.get('page') ?? '';
  if (!/^[A-Za-z0-9]{8,40}$/.test(page)) throw new PageProblem('old-page');
  const done = createHash('sha256').update(path);
  for (const [name, value] of posted) if (name !== 'page') done.update(`\0${name}\0${value}`);
  return page + done.digest('hex').slice(0, 12);
}

/** An Interaction's id for an act. */
export function interactionId(key: string): string {
  return `web/room/${key}`;
}

/** What was typed. */
export function typed(posted: URLSearchParams, name: string): string {
  return asSent(posted, name).trim();
}

/** A value as the page held it: browsers post every line end as CR LF. */
export function asSent(posted: URLSearchParams, name: string): string {
  return (posted.get(name) ?? '').replaceAll('\r\n', '\n');
}

export function readOrigin(posted: URLSearchParams): Origin {
  const message = posted.get('message') ?? '';
  return {
    back: posted.get('back') ?? 'room',
    direct: posted.get('direct') === 'yes',
    message: isName(message) ? message : null,
  };
}

/** The address of the page that an act began on: "room", "room:2", "private", "thread:ID". */
export function pathBack(user: string, back: string): string {
  const [page = '', detail = ''] = back.split(':', 2);
  const number = /^\d{1,4}$/.test(detail) ? `?page=${detail}` : '';
  if (page === 'thread' && isName(detail)) return `/as/${user}/thread/${detail}`;
  return page === 'private' ? `/as/${user}/private${number}` : `/as/${user}${number}`;
}

/** A pressed button's value, parted at the first "|". */
export function readPress(posted: URLSearchParams): { readonly action: string; readonly subject: string } {
  const press = asSent(posted, 'press');
  const parting = press.indexOf('|');
  if (parting < 1) throw new PageProblem('old-page');
  return { action: press.slice(0, parting), subject: press.slice(parting + 1) };
}

/** A posted form's values: `v.NAME` holds one text, `l.NAME` a list. `field` names them all, the empty ones too. */
export function readValues(posted: URLSearchParams): FormValues {
  const values: Record<string, string | readonly string[]> = {};
  for (const field of posted.getAll('field')) {
    const list = posted.getAll(field).filter((one) => one !== '');
    values[field.slice(2)] = field.startsWith('l.') ? list : typed(posted, field);
  }
  return values;
}

/** "@Ruth" becomes `<@ruth>`, as every platform hands on a mention; "@WeSaid" is taken out and reported. */
export function readMentions(
  text: string,
  people: readonly PretendPerson[],
): { readonly text: string; readonly mentionsBot: boolean } {
  const withoutBot = text.replace(/(^|\s)@wesaid\b[:,]?[^\S\n]*/gi, '$1');
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length);
  const named = longestFirst.reduce((sofar, person) => {
    const name = new RegExp(`(^|[^\\w@])@(?:${literal(person.name)}|${literal(person.user)})(?![\\w-])`, 'gi');
    return sofar.replace(name, `$1<@${person.user}>`);
  }, withoutBot);
  return { text: named.trim(), mentionsBot: withoutBot !== text };
}

/** A line that begins with the command's own word is for WeSaid alone, wherever it is typed. */
export function isCommand(text: string): boolean {
  return /^\/wesaid\b/i.test(text);
}

/** Keys of people, messages and pages, as they stand in addresses. */
function isName(text: string): boolean {
  return /^[A-Za-z0-9-]{1,80}$/.test(text);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
