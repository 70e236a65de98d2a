import type { PersonWord } from './intent.ts';
import { readPeople } from './intent.ts';
import { readYes } from './readiness.ts';

/** What was said of a new huddle, as it was typed: the times are read where the zone is known. Null was not said. */
export interface SetupParts {
  readonly name: string | null;
  readonly people: readonly PersonWord[];
  readonly checkIn: string | null;
  readonly second: PersonWord | null;
  readonly zone: string | null;
  readonly digest: string | null;
  /** Where its bank holidays are, or none. */
  readonly holidays: string | null;
  readonly purpose: string | null;
  /** Whether it is about one person's care. */
  readonly care: 'no' | 'yes' | null;
}

export const nothingSaid: SetupParts = {
  name: null,
  people: [],
  checkIn: null,
  second: null,
  zone: null,
  digest: null,
  holidays: null,
  purpose: null,
  care: null,
};

type Part = 'name' | 'people' | 'checkIn' | 'second' | 'zone' | 'digest' | 'holidays' | 'purpose' | 'care';

/** Tried in this order; each takes its keyword away. */
const keywords: readonly (readonly [Part, RegExp])[] = [
  ['care', /^(?:about )?(?:one person's )?care\b:?\s*(?:is\b)?\s*(?=(?:yes|no)\b)/i],
  ['name', /^(?:name|called|named)\b:?\s*/i],
  ['checkIn', /^(?:the )?(?:check[- ]?ins?|questions?|ask)\b:?\s*(?:is\b|are\b)?\s*/i],
  ['digest', /^(?:the )?(?:digest|we said,? we did)\b:?\s*(?:is\b|comes\b)?\s*/i],
  ['zone', /^(?:the )?(?:time ?)?zone\b:?\s*(?:is\b)?\s*/i],
  ['holidays', /^(?:the )?(?:bank )?holidays?\b:?\s*(?:are\b|in\b|of\b)?\s*(?:in\b|of\b)?\s*/i],
  ['second', /^(?:the )?(?:second(?: coordinator)?|co-?coordinator|coordinator|with(?=\s))\b:?\s*(?:is\b)?\s*/i],
  ['people', /^(?:the )?(?:people|invite|members)\b:?\s*(?:are\b)?\s*/i],
  ['purpose', /^(?:the |our )?(?:purpose|aim)\b:?\s*(?:is\b)?\s*/i],
];

const days = 'mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|weekdays?';
/** A piece that says when: "Mondays at 10am", "every other Tuesday". */
export const looksLikeTime = new RegExp(
  `^(?:on |every )?(?:other )?(?:${days}|every\\b.*\\b(?:day|week|${days}))\\b`,
  'i',
);

/** Parts that may hold commas of their own, so that what follows without a keyword still belongs to them. */
const goesOn: ReadonlySet<Part> = new Set(['people', 'purpose', 'name', 'checkIn', 'digest']);

/** "Willow, check-in Mondays at 10am, zone Europe/London, people <@U1> <@U2>" in any order; the name needs no keyword. */
export function readSetup(rest: string): SetupParts {
  const found = new Map<Part, string>();
  let current: Part = 'name';
  for (const piece of pieces(rest)) {
    const [part, text] = partOf(piece, { current, found });
    const before = part === current && goesOn.has(part) ? found.get(part) : undefined;
    found.set(part, before === undefined ? text : `${before}, ${text}`);
    current = part;
  }
  return gather(found);
}

/** Commas, semicolons and new lines part; so does a keyword that cannot be part of a name. */
function pieces(rest: string): readonly string[] {
  const parted = rest
    .replace(/\s+(?=check-?ins?\s)/gi, ', ')
    .replace(new RegExp(`\\s+(?=digest\\s+(?:on\\s+)?(?:${days})\\b)`, 'gi'), ', ')
    .replace(/\s+(?=(?:time ?)?zone\s+\w+\/\w+)/gi, ', ');
  return parted
    .split(/[,;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !/^and$/i.test(piece));
}

function partOf(
  piece: string,
  { current, found }: { readonly current: Part; readonly found: ReadonlyMap<Part, string> },
): readonly [Part, string] {
  const bare = piece.replace(/^and\s+/i, '');
  for (const [part, keyword] of keywords) {
    if (keyword.test(bare)) return [part, bare.replace(keyword, '').trim()];
  }
  if (current === 'people' || current === 'purpose') return [current, piece];
  if (looksLikeTime.test(piece) && !found.has('checkIn')) return ['checkIn', piece];
  if (/^[A-Z]\w+\/\w+/.test(piece)) return ['zone', piece];
  const timely = current === 'checkIn' || current === 'digest';
  return [goesOn.has(current) && (!timely || isTimely(piece)) ? current : 'name', piece];
}

/** It can only be more of a schedule when a day or a time is in it. */
function isTimely(piece: string): boolean {
  return new RegExp(`\\b(?:${days})\\b|\\d`, 'i').test(piece);
}

function gather(found: ReadonlyMap<Part, string>): SetupParts {
  const said = (part: Part) => {
    const text = found.get(part)?.replace(/^"(.*)"$/, '$1') ?? '';
    return text === '' ? null : text;
  };
  const [second, ...others] = readNames(found.get('second') ?? '');
  return {
    name: said('name'),
    people: [...readNames(found.get('people') ?? ''), ...others],
    checkIn: said('checkIn'),
    second: second ?? null,
    zone: said('zone'),
    digest: said('digest'),
    holidays: said('holidays'),
    purpose: said('purpose'),
    care: careSaid(said('care')),
  };
}

function careSaid(text: string | null): SetupParts['care'] {
  const said = text === null ? null : readYes(text);
  return said === null ? null : said ? 'yes' : 'no';
}

/** People as they are listed or pasted: commas, new lines, "and", or mentions one after another. */
export function readNames(line: string): readonly PersonWord[] {
  return readPeople(line.replace(/\s+(?=@)/g, ', '));
}

/** The same set-up as one line: a button that carries on from a form carries this. */
export function setupLine(parts: SetupParts): string {
  const { name, people, checkIn, second, zone, digest, holidays, purpose, care } = parts;
  const said = [
    name,
    checkIn === null ? null : `check-in ${checkIn}`,
    digest === null ? null : `digest ${digest}`,
    zone === null ? null : `zone ${zone}`,
    holidays === null ? null : `holidays ${holidays}`,
    care === null ? null : `care ${care}`,
    second === null ? null : `second coordinator ${nameWord(second)}`,
    people.length === 0 ? null : `people ${people.map(nameWord).join(', ')}`,
    purpose === null ? null : `purpose ${purpose}`,
  ];
  return said.filter((part) => part !== null).join(', ');
}

function nameWord(person: PersonWord): string {
  return 'user' in person ? `<@${person.user}>` : person.name;
}
