import type { IncomingMessage } from 'node:http';
import { PageProblem } from './errors.ts';
import { bodyBytes, drainBytes } from './limits.ts';

/** The body as text. Throws `too-long`; a body far beyond is cut off. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > drainBytes) break;
    if (size <= bodyBytes) chunks.push(chunk);
  }
  if (size > bodyBytes) throw new PageProblem('too-long');
  return Buffer.concat(chunks).toString('utf8');
}

/** The path without its closing slash, and the query. */
export function readAddress(request: IncomingMessage): { readonly path: string; readonly query: URLSearchParams } {
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  return { path: path.length > 1 ? path.replace(/\/+$/, '') || '/' : path, query: new URLSearchParams(query) };
}
