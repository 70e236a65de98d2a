import { createHash } from 'node:crypto';
import { style } from './style.ts';

/** The room's own looks, and what only the pages for guests have. On paper there is nothing to press. */
const own = `
.top .line, .bottom p, .way-out { max-width: 46rem; }
.document form + p { margin-top: 0.375rem; }
.note { background: var(--sheet); border: 1px solid var(--line); border-radius: 0.75rem; padding: 1rem 1.125rem; margin-top: 1rem; }
.note h2, .note h3 { font-size: 1rem; margin-bottom: 0.625rem; }
.choices { display: grid; gap: 0.75rem; margin-top: 1rem; justify-items: start; }
.way-out { margin: 0 auto; padding: 1rem 1.25rem 0; display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: center; }
.bottom .way-out p { padding: 0; margin: 0; }
.way-out form { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; }
main > .document + *, main > section + * { margin-top: 1.75rem; }
main > .composer { margin-top: 2rem; }
.back { margin-top: 1.75rem; }
.typed-kept { white-space: pre-wrap; margin-top: 0.75rem; }
.qr { display: block; width: min(100%, 18rem); height: auto; margin: 1rem 0; border: 1px solid var(--line); }
.address { font-size: 1.125rem; font-weight: 650; }
.paper main { font-size: 1.375rem; line-height: 1.5; max-width: 46rem; }
.paper h1 { font-size: 2.25rem; }
.paper .document { max-width: none; gap: 1rem; }
.paper .on-screen { margin-bottom: 1rem; }
.paper .document h4 { font-size: 1.5rem; }
.paper main > p { margin-top: 1rem; }
@media print {
  :root { --paper: #ffffff; --sheet: #ffffff; --ink: #000000; --soft: #000000; --line: #000000; --accent: #000000; --tint: #ffffff; }
  .top, .skip, .way-out, .on-screen, .buttons, form { display: none; }
  body { background: #ffffff; }
  .sheet { padding: 0; max-width: none; }
  .bottom { border: 0; color: #000000; }
  .bottom p { padding: 0.5rem 0 0; }
  .document > *, .qr, figure { break-inside: avoid; }
}`;

export const guestStyle = `${style}\n${own}`;

export const guestStyleAddress = `/g/style.css?${createHash('sha256').update(guestStyle).digest('hex').slice(0, 12)}`;
