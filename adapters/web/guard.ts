import type { IncomingMessage } from 'node:http';
import { PageProblem } from './errors.ts';

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * Only this machine's own names are answered: a web site that points its name at 127.0.0.1 could otherwise read the
 * room through the visitor's browser (DNS rebinding).
 */
export function checkHost(request: IncomingMessage): void {
  if (!loopback.test(request.headers.host ?? '')) throw new PageProblem('wrong-address');
}

/** Another site's page must not press our buttons. Browsers send one of the two headers; plain programs send none. */
export function checkSameOrigin(request: IncomingMessage): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new PageProblem('not-from-here');
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${request.headers.host ?? ''}`) throw new PageProblem('not-from-here');
}

/** `same-origin` and not `no-referrer`: with the latter, browsers send "Origin: null" with our own forms. */
const always: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

export const pageHeaders: Readonly<Record<string, string>> = {
  ...always,
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
};

/**
 * For a drawing by another platform's renderer. It may bring its own styles and run the scripts that carry `nonce`; with
 * null it runs none. It can do nothing else: no request, no form, no window, and nothing of our pages is in its reach.
 */
export function frameHeaders(nonce: string | null): Readonly<Record<string, string>> {
  const [scripts, sandbox] =
    nonce === null ? ['', 'sandbox'] : [`script-src 'nonce-${nonce}'; `, 'sandbox allow-scripts'];
  return {
    ...always,
    'content-security-policy':
      `default-src 'none'; style-src 'unsafe-inline'; ${scripts}img-src data:; base-uri 'none'; form-action 'none'; ` +
      `frame-ancestors 'self'; ${sandbox}`,
    'x-frame-options': 'SAMEORIGIN',
  };
}

/** A sandboxed frame is of no origin, so what it loads is never its own. These files hold nothing that is anyone's. */
export const frameScriptHeaders: Readonly<Record<string, string>> = { 'cross-origin-resource-policy': 'cross-origin' };
