/**
 * A rule said no. Returned, never thrown. The code is kebab-case and stable: `words/` has a sentence for each, and
 * tests and docs refer to it. Details hold what the sentence needs and never leave the reply.
 */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  readonly details: Readonly<Record<string, string | number | readonly string[]>>;
}

export function refuse<Code extends string>(refused: Code, details: Refusal['details'] = {}): Refusal<Code> {
  return { refused, details };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
