import type { ServerResponse } from 'node:http';
import type { StatusCode } from '../../src/words/en/web.ts';
import { pageHeaders } from './guard.ts';
import type { Html } from './html.ts';

/** What goes back to the browser. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function pageAnswer(page: Html, status = 200): Answer {
  return { status, headers: { ...pageHeaders, 'content-type': 'text/html; charset=utf-8' }, body: page.html };
}

/** After an act the browser is sent on to a page of its own, so that loading it again repeats nothing. */
export function goTo(path: string, options: { said?: StatusCode; message?: string; passing?: string } = {}): Answer {
  const [address = '', query = ''] = path.split('?', 2);
  const parameters = new URLSearchParams(query);
  if (options.passing !== undefined) parameters.set('passing', options.passing);
  if (options.said !== undefined) parameters.set('said', options.said);
  // A page that follows an act keeps its advice for newcomers folded.
  else parameters.set('after', 'act');
  // On a narrow page the clock stands above what an act changed, so the browser is led past it.
  const fragment = options.message ?? 'main';
  return {
    status: 303,
    headers: { ...pageHeaders, location: `${address}?${parameters.toString()}#${fragment}` },
    body: '',
  };
}

export function jsonAnswer(value: unknown, status = 200): Answer {
  return {
    status,
    headers: { ...pageHeaders, 'content-type': 'application/json; charset=utf-8' },
    body: `${JSON.stringify(value)}\n`,
  };
}

export function textAnswer(body: string, type: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, headers: { ...pageHeaders, 'content-type': `${type}; charset=utf-8`, ...headers }, body };
}

export function sendAnswer(response: ServerResponse, answer: Answer, withBody: boolean): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
  response.end(withBody ? answer.body : undefined);
}
