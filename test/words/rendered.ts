/** For each sentence that is a function, the worst arguments it can meet. No key can be missing; plain texts need none. */
export type SamplesOf<Words> = {
  readonly [Key in keyof Words as HasFunctions<Words[Key]> extends true ? Key : never]: Words[Key] extends (
    ...given: infer Given
  ) => unknown
    ? readonly Given[]
    : SamplesOf<Words[Key]>;
};

type HasFunctions<Value> = Value extends (...given: never[]) => unknown
  ? true
  : Value extends string | number | boolean | readonly unknown[]
    ? false
    : true extends { [Key in keyof Value]: HasFunctions<Value[Key]> }[keyof Value]
      ? true
      : false;

/** One sentence or more as a person reads them, and where they stand: "roles.taken". */
export interface Rendered {
  readonly path: string;
  readonly text: string;
}

/** Every text of a family, its functions called with their samples. Throws where a function has none. */
export function rendered(path: string, words: unknown, samples: unknown): readonly Rendered[] {
  if (typeof words === 'string') return [{ path, text: words }];
  if (Array.isArray(words)) return words.flatMap((part, place) => rendered(`${path}.${place}`, part, part));
  if (typeof words === 'function') return called(path, words as (...given: unknown[]) => unknown, samples);
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, part]) => rendered(`${path}.${key}`, part, at(samples, key)));
}

function called(path: string, sentence: (...given: unknown[]) => unknown, samples: unknown): readonly Rendered[] {
  if (!Array.isArray(samples) || samples.length === 0) throw new Error(`${path} has no sample`);
  return samples.flatMap((given) => rendered(path, sentence(...(given as unknown[])), null));
}

function at(samples: unknown, key: string): unknown {
  return typeof samples === 'object' && samples !== null ? (samples as Record<string, unknown>)[key] : undefined;
}
