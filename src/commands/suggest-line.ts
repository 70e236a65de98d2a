import type { About, Part } from '../domain/proposal-change.ts';

/** What a line would change, and its words. People and roles in it are found where the huddle is known. */
export interface Suggested {
  readonly about: About;
  readonly words: string;
}

const leads = /^(?:that |we |you |should |could |can |please |let's |let us |to (?=\w))+/i;

const parts: readonly (readonly [Part, RegExp])[] = [
  ['purpose', /^(?:purpose|aim)\b/],
  ['values', /^values?\b/],
  ['goals', /^goals?\b/],
  ['rules', /^(?:whose )?rules?\b(?: (?:for|about|on)\b)?/],
  ['dates', /^dates\b/],
  ['money', /^money\b/],
  ['review', /^reviews?\b/],
];

const joint = /^\s*(?::|-|=|is\b|are\b|to\b|should be\b|be\b)?\s*/i;

/** "purpose: a warm day room" → what it is about and the words; null where it names nothing that can be changed. */
export function readSuggestion(line: string): Suggested | null {
  const said = line.trim().replace(leads, '');
  return readRole(said) ?? readPart(said) ?? readTimes(said);
}

const openers = /^(?:(?:change|set|make|have|use|a|an|new|other|our|the|this|these|words for|role of)\s+)+/i;

function readPart(said: string): Suggested | null {
  const plain = said.replace(openers, '');
  for (const [about, pattern] of parts) {
    const keyword = pattern.exec(plain.toLowerCase())?.[0];
    if (keyword !== undefined) return { about, words: plain.slice(keyword.length).replace(joint, '').trim() };
  }
  return null;
}

function readTimes(said: string): Suggested | null {
  const found = /^(?:schedule|check[- ]?ins?|questions?)\b(?:\s+comes?\b)?/i.exec(said.replace(openers, ''))?.[0];
  if (found === undefined) return null;
  return { about: 'schedule', words: said.replace(openers, '').slice(found.length).replace(joint, '').trim() };
}

const roleShapes: readonly (readonly [About, RegExp, (found: readonly string[]) => string])[] = [
  [
    'rename-role',
    /^(?:rename|call)\s+(?:the\s+)?(?:role\s+)?(.+?)\s+(?:to|as|into)\s+(.+)$/i,
    ([a, b]) => `${a} to ${b}`,
  ],
  [
    'hand-role',
    /^(?:hand|pass|give)\s+(?:on\s+)?(?:the\s+)?(?:role\s+(?:of\s+)?)?(.+?)\s+to\s+(.+)$/i,
    ([a, b]) => `${a} to ${b}`,
  ],
  [
    'end-role',
    /^(?:remove|end|drop|stop|delete|take away)\s+(?:the\s+)?role\b\s*(?:called|of|for|:)?\s*(.+)$/i,
    ([a]) => a ?? '',
  ],
  ['end-role', /^(?:remove|end|drop|stop|delete|take away)\s+(?:the\s+)?(.+?)\s+role$/i, ([a]) => a ?? ''],
  ['new-role', /^(?:add\s+)?(?:a\s+)?(?:new\s+)?role\b\s*(?:called|named|for|of|:)?\s*(.+)$/i, ([a]) => a ?? ''],
  [
    'hand-role',
    /^(\S+(?:\s\S+)?)\s+takes?\s+(?:over\s+)?(?:the\s+)?(?:role\s+(?:of\s+)?)?(\S+(?:\s\S+)?)$/i,
    ([a, b]) => `${b} to ${a}`,
  ],
];

function readRole(said: string): Suggested | null {
  for (const [about, shape, words] of roleShapes) {
    const found = shape.exec(said);
    if (found !== null) return { about, words: words(found.slice(1).map((part) => part.trim())) };
  }
  return null;
}
