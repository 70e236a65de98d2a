const units = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;

const words: ReadonlyMap<string, number> = new Map([
  ...units.map((word, index) => [word, index] as const),
  ...tens.flatMap((ten, index) => [
    [ten, (index + 2) * 10] as const,
    ...units.slice(1, 10).map((unit, one) => [`${ten} ${unit}`, (index + 2) * 10 + one + 1] as const),
  ]),
]);

const inDigits = /^(?:promise\s+)?(?:number\s+|no\.?\s*(?=\d)|#\s*)?(\d{1,6})\b[:,.]?\s*(.*)$/is;
const inWords = /^(?:promise\s+)?(?:number\s+)?([a-z]+(?:[ -][a-z]+)?)\b[:,.]?\s*(.*)$/is;
/** Said so, it is a promise's number whatever follows: "number two the photo is up". */
const calledNumber = /^(?:promise|number)\s/i;
/** What may follow a number in words, so that "yes one more thing" is not about promise 1. */
const goesOn =
  /^(?:$|because\b|but\b|to\b|by\b|as\b|since\b|without\b|see\b|owner\b|for\b|there(?:'s| is| was)\b|no (?:money|time|room|staff)\b|not allowed\b)/i;

/** A promise's number at the start of a line, "12", "promise 12", "#12" or "twelve", and what follows. Null where there is none. */
export function cutNumber(line: string): { readonly number: number; readonly rest: string } | null {
  const digits = inDigits.exec(line.trim());
  if (digits?.[1] !== undefined) return { number: Number(digits[1]), rest: (digits[2] ?? '').trim() };
  const said = inWords.exec(line.trim());
  if (said?.[1] === undefined) return null;
  const isCalled = calledNumber.test(line.trim());
  const both = fromWords(said[1], said[2] ?? '', isCalled);
  return (
    both ??
    fromWords(
      said[1].split(/[ -]/)[0] ?? '',
      line.trim().replace(/^(?:promise\s+)?(?:number\s+)?[a-z]+[:,.]?\s*/i, ''),
      isCalled,
    )
  );
}

function fromWords(
  word: string,
  rest: string,
  isCalled: boolean,
): { readonly number: number; readonly rest: string } | null {
  const number = words.get(word.toLowerCase().replace('-', ' '));
  return number === undefined || !(isCalled || goesOn.test(rest.trim())) ? null : { number, rest: rest.trim() };
}
