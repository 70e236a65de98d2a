type LogFacts = Readonly<Record<string, string>>;

/** Code and name of an error. Its message is left out: it may quote what a person wrote. */
export function errorFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { error: typeof error };
  return 'code' in error && typeof error.code === 'string'
    ? { error: error.name, code: error.code }
    : { error: error.name };
}
