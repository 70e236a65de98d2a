import { createHash } from 'node:crypto';

/** One accent colour on warm paper; every pair of colours has a contrast of 4.5 to 1 or more, in light and in dark. */
const colours = `
:root {
  color-scheme: light dark;
  --paper: #f6f4ef; --sheet: #ffffff; --ink: #20261f; --soft: #59615a; --line: #ddd9cf; --edge: #858a80;
  --accent: #17634f; --on-accent: #ffffff; --tint: #e6f0ec; --own: #f3efe4; --wrong: #9c2f1f; --wrong-tint: #fbece8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #131716; --sheet: #1b201f; --ink: #e7ebe8; --soft: #a5afa9; --line: #303836; --edge: #7c8882;
    --accent: #86cfb8; --on-accent: #0d1f19; --tint: #20332d; --own: #22261f; --wrong: #f3a896; --wrong-tint: #3a221d;
  }
}`;

const base = `
*, *::before, *::after { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; -webkit-text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0; }
h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.015em; margin-bottom: 1rem; }
h2 { font-size: 1.125rem; line-height: 1.35; }
h3, h4 { font-size: 1rem; }
a { color: var(--accent); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
main:focus, article:focus { outline: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: 0.75rem 1rem; background: var(--sheet); z-index: 1; }
.skip:focus { top: 0.5rem; }
.hint, .when, .about { color: var(--soft); font-size: 0.9375rem; font-weight: 400; }
.lead { font-size: 1.125rem; max-width: 60ch; margin-bottom: 1.25rem; }
.error { color: var(--wrong); font-weight: 600; }
@media (prefers-reduced-motion: no-preference) { :target, button, .people a { transition: background-color 0.2s, border-color 0.2s; } }`;

const layout = `
.top { background: var(--sheet); border-bottom: 1px solid var(--line); }
.top .line { max-width: 66rem; margin: 0 auto; padding: 0.75rem 1.25rem; display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; align-items: center; }
.sign { flex: 1 1 100%; font-size: 0.9375rem; color: var(--soft); }
.sign strong { color: var(--ink); }
nav { flex: 1 1 auto; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
nav a { display: inline-block; padding: 0.375rem 0; }
nav a[aria-current] { color: var(--ink); font-weight: 650; text-decoration-thickness: 3px; text-decoration-color: var(--accent); }
.me a { display: inline-block; padding: 0.375rem 0; }
.me strong { margin-right: 0.5rem; }
.sheet { max-width: 66rem; margin: 0 auto; padding: 1.5rem 1.25rem 2rem; display: grid; gap: 2rem; grid-template-columns: minmax(0, 1fr); }
.sheet.narrow { max-width: 46rem; }
main { max-width: 44rem; min-width: 0; }
.bottom { border-top: 1px solid var(--line); color: var(--soft); font-size: 0.9375rem; }
.bottom p { max-width: 66rem; margin: 0 auto; padding: 1rem 1.25rem 2rem; }
@media (min-width: 56rem) {
  .sheet:not(.narrow) { grid-template-columns: 16rem minmax(0, 1fr); gap: 3rem; padding-top: 2.5rem; }
  aside { position: sticky; top: 1.5rem; align-self: start; max-height: calc(100vh - 3rem); overflow-y: auto; }
}`;

const controls = `
button, .button { font: inherit; font-weight: 600; line-height: 1.3; min-height: 2.75rem; padding: 0.5rem 1rem; border-radius: 0.5rem; border: 1px solid var(--edge); background: var(--sheet); color: var(--ink); cursor: pointer; text-align: left; display: inline-flex; align-items: center; text-decoration: none; }
button:hover, .button:hover { border-color: var(--accent); background: var(--tint); }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.primary:hover { filter: brightness(1.08); }
button.danger { border-color: var(--wrong); color: var(--wrong); }
button:disabled { cursor: default; opacity: 1; color: var(--soft); background: none; border-style: dashed; border-color: var(--edge); }
button.quiet { min-height: 1.75rem; padding: 0; border: 0; background: none; color: var(--accent); font-weight: 400; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
label, legend { font-weight: 650; padding: 0; }
textarea, input[type='text'], input[type='date'] { font: inherit; width: 100%; min-width: 0; padding: 0.625rem 0.75rem; border: 1px solid var(--edge); border-radius: 0.5rem; background: var(--sheet); color: var(--ink); }
textarea { resize: vertical; display: block; min-height: 2.75rem; }
[aria-invalid='true'] { border: 2px solid var(--wrong); }
summary { cursor: pointer; padding: 0.375rem 0; font-weight: 600; color: var(--accent); }
.said { padding: 0.75rem 1rem; border-radius: 0.5rem; background: var(--tint); margin-bottom: 1.25rem; }
.said.wrong, .summary { background: var(--wrong-tint); border-left: 4px solid var(--wrong); padding: 0.75rem 1rem; border-radius: 0.25rem; margin-bottom: 1.25rem; }
.summary ul { padding-left: 1.25rem; margin-top: 0.5rem; }
.summary a { color: var(--wrong); }
.news p { padding: 0.75rem 1rem; border-radius: 0.5rem; background: var(--tint); margin-bottom: 1rem; }`;

const clock = `
.clock { display: grid; gap: 0.5rem; }
.now { font-size: 1.125rem; line-height: 1.4; }
.moves { display: grid; gap: 0.5rem; margin: 0.5rem 0; }
.moves button { flex-direction: column; align-items: flex-start; gap: 0.125rem; }
.moves .to { font-weight: 400; font-size: 0.875rem; color: var(--soft); }
.clock details { border-top: 1px solid var(--line); padding-top: 0.25rem; }
.clock details form { display: grid; gap: 0.5rem; padding: 0.25rem 0 1rem; }
.others { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding-bottom: 0.75rem; }
.others a { display: inline-block; padding: 0.375rem 0; min-width: 1.5rem; }
@media (max-width: 55.99rem) {
  .moves { grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr)); }
  .moves button { padding: 0.5rem 0.75rem; }
  .folds { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
  .clock .folds details { border-top: 0; padding-top: 0; }
  .folds details[open] { flex-basis: 100%; }
}`;

const messages = `
.steps { border: 1px solid var(--line); border-radius: 0.75rem; padding: 0.5rem 1rem; margin-bottom: 1.25rem; }
.steps ol, .try { padding-left: 1.375rem; margin: 0.25rem 0 0.5rem; display: grid; gap: 0.375rem; max-width: 65ch; }
.composer { display: grid; gap: 0.375rem; margin-bottom: 2rem; }
.say { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: flex-end; }
.say textarea { flex: 1 1 14rem; }
.list { list-style: none; display: grid; gap: 1rem; margin-top: 0.75rem; }
.message { background: var(--sheet); border: 1px solid var(--line); border-radius: 0.75rem; padding: 1rem 1.125rem 0.75rem; }
.message.only { background: var(--own); border-style: dashed; border-color: var(--edge); }
.message:target { border-color: var(--accent); box-shadow: inset 4px 0 0 var(--accent); }
.message > header { display: grid; grid-template-columns: auto 1fr; gap: 0 0.75rem; align-items: center; margin-bottom: 0.625rem; }
.message h3 .when { margin-left: 0.375rem; font-size: 0.875rem; }
.face { width: 2.25rem; height: 2.25rem; border-radius: 50%; display: grid; place-items: center; font-weight: 650; grid-row: span 2; flex: none; }
.face.bot { background: var(--accent); color: var(--on-accent); border-radius: 0.625rem; }
.face.person { background: var(--tint); color: var(--accent); }
.only-you { font-size: 0.875rem; font-weight: 600; color: var(--soft); grid-column: 2; }
.document, .typed { max-width: 65ch; white-space: pre-line; }
.document { display: grid; gap: 0.625rem; white-space: normal; }
.document p, .document li, .document dd, .document blockquote { white-space: pre-line; }
.document ul { padding-left: 1.25rem; display: grid; gap: 0.25rem; list-style: disc; }
.document h4 { font-size: 1.0625rem; }
.document dl { display: grid; gap: 0.375rem; }
.document dt { font-size: 0.875rem; color: var(--soft); }
.document .buttons { padding-top: 0.25rem; }
blockquote { margin: 0; padding: 0.125rem 0 0.125rem 0.875rem; border-left: 3px solid var(--accent); }
figcaption { color: var(--soft); font-size: 0.9375rem; padding-left: 1.0625rem; }
hr { border: 0; border-top: 1px solid var(--line); width: 100%; margin: 0.25rem 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 0.375rem 1rem 0.375rem 0; border-bottom: 1px solid var(--line); overflow-wrap: normal; }
.links { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: center; margin-top: 0.75rem; padding-top: 0.375rem; border-top: 1px solid var(--line); font-size: 0.9375rem; }
.links a { display: inline-block; padding: 0.25rem 0; }
.links .aside { margin-left: auto; color: var(--soft); }
.pages { display: flex; gap: 1.5rem; margin-top: 1.25rem; }
.pages a { padding: 0.375rem 0; }
.thread > li + li { margin-left: clamp(0rem, 4vw, 2rem); }
.thread + * { margin-top: 1.5rem; }
section + .composer { margin-top: 1.5rem; }`;

const otherPages = `
.people { list-style: none; display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); margin-bottom: 1rem; }
.people a { display: flex; gap: 0.875rem; align-items: center; height: 100%; padding: 0.875rem 1rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 0.75rem; text-decoration: none; color: var(--ink); }
.people a:hover { border-color: var(--accent); background: var(--tint); }
.people .about { display: block; }
main section { margin-top: 1.75rem; }
main section > h2 + * { margin-top: 0.5rem; }
main section p { max-width: 65ch; margin-top: 0.375rem; }
.document p { margin-top: 0; }
.form { display: grid; gap: 1.5rem; margin-top: 1.25rem; max-width: 36rem; }
.field { display: grid; gap: 0.375rem; border: 0; min-width: 0; }
.field > legend { float: left; width: 100%; }
.field.wrong { border-left: 4px solid var(--wrong); padding-left: 0.875rem; }
.choice { display: grid; grid-template-columns: 1.5rem 1fr; gap: 0 0.75rem; align-items: start; }
.choice input { width: 1.5rem; height: 1.5rem; margin: 0.375rem 0 0; accent-color: var(--accent); }
.choice label { font-weight: 400; padding: 0.375rem 0; }
.drawing { width: 100%; height: 28rem; border: 1px solid var(--line); border-radius: 0.5rem; background: #ffffff; resize: vertical; }
main > p + form, main > div + form { margin-top: 1.25rem; }`;

export const style = [colours, base, layout, controls, clock, messages, otherPages].join('\n');

export const styleAddress = `/room.css?${createHash('sha256').update(style).digest('hex').slice(0, 12)}`;

/** The mark in the browser's tab: two voices, level. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#17634f"/><path d="M7 13h18M7 19h18" stroke="#fff" stroke-width="3.5" stroke-linecap="round"/></svg>`;
