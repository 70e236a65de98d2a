import type { FinalSay, Rung } from '../domain/decision.ts';

/** What a line says of a decision. Null is not said; '' is said to be blank. */
export interface DecisionParts {
  readonly what: string | null;
  readonly finalSay: FinalSay | null;
  readonly rung: Rung | null;
  readonly lived: string | null;
  readonly practice: string | null;
}

export const noDecisionParts: DecisionParts = { what: null, finalSay: null, rung: null, lived: null, practice: null };

/** A part begins the line or stands after a comma, so that "in practice" stays what was decided. */
const marker =
  /(?:^|[,;.\n])\s*(?:the\s+)?(?:(final say)\b(?:\s+was)?|(rung)\b|(lived experience|practice)\s*(?=[:=]))\s*[:=]?\s*/gi;

/** "we meet weekly, final say together, rung asked, practice: rooms are free" → its parts, in any order. */
export function readDecision(line: string): DecisionParts {
  const found = [...line.matchAll(marker)];
  const first = found[0]?.index ?? line.length;
  let what = tidy(line.slice(0, first));
  const parts: { -readonly [Part in keyof DecisionParts]: DecisionParts[Part] } = { ...noDecisionParts };
  found.forEach((part, at) => {
    const value = tidy(line.slice(part.index + part[0].length, found[at + 1]?.index ?? line.length));
    const name = (part[1] ?? part[2] ?? part[3] ?? '').toLowerCase();
    const isRead = put(parts, name, value);
    // What is no choice of ours stays with the words, so that nothing is lost.
    if (!isRead && value !== '') what = `${what}, ${name} ${value}`;
  });
  return { ...parts, what: what === '' ? null : what };
}

function put(
  parts: { -readonly [Part in keyof DecisionParts]: DecisionParts[Part] },
  name: string,
  value: string,
): boolean {
  switch (name) {
    case 'final say':
      return (parts.finalSay = readFinalSay(value)) !== null;
    case 'rung':
      return (parts.rung = readRung(value)) !== null;
    case 'practice':
      parts.practice = orBlank(value);
      return true;
    default:
      parts.lived = orBlank(value);
      return true;
  }
}

const finalSayNames: readonly (readonly [RegExp, FinalSay])[] = [
  [/^(?:all )?(?:of us )?together$|^(?:all of us|both|shared|everyone)$/i, 'together'],
  [/^(?:mostly |with )?(?:the )?(?:staff|managers|staff and managers)$/i, 'staff'],
  [
    /^(?:mostly |with )?(?:the )?(?:people who use (?:the service|services)|users|service users|patients|carers)$/i,
    'using',
  ],
  [/^(?:someone |with someone |from )?(?:outside|else|elsewhere)$/i, 'outside'],
];

const rungNames: readonly (readonly [RegExp, Rung])[] = [
  [/^(?:people were |just )?(?:told|informed)$/i, 'told'],
  [/^(?:people were )?(?:asked|consulted)$/i, 'asked'],
  [/^(?:co-?)?design(?:ed)?(?: with(?: people)?)?$/i, 'designed-with'],
  [/^(?:(?:design(?:ed)? and )?run with(?: people)?|co-?produced|co-?production)$/i, 'run-with'],
];

export function readFinalSay(value: string): FinalSay | null {
  return finalSayNames.find(([pattern]) => pattern.test(value))?.[1] ?? null;
}

export function readRung(value: string): Rung | null {
  return rungNames.find(([pattern]) => pattern.test(value))?.[1] ?? null;
}

function orBlank(value: string): string {
  return /^(?:none|nothing|blank|-)$/i.test(value) ? '' : value;
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/^[\s,;:]+|[\s,;.]+$/g, '');
}
