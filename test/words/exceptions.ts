import type { Finding } from '../support/readability.ts';

/** Texts that a gate need not pass, each with its reason. A path covers all that begins with it. */
export const exceptions: readonly { readonly path: string; readonly gate: Finding['gate']; readonly why: string }[] = [
  { path: 'web.calls.', gate: 'G8', why: 'read by those who write programs, who need the exact form' },
];
