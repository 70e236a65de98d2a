/** The database cannot be used as it is. The message tells the operator what to do. */
export class StorageRefused extends Error {
  readonly code: 'bad-url' | 'in-use' | 'newer-database' | 'older-database' | 'cannot-open';
  constructor(code: StorageRefused['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageRefused';
    this.code = code;
  }
}

/**
 * A folder that cannot be made, a file that is no database, a server that does not answer or lets nobody in: the system's
 * and the databases' own codes for what the operator can mend. Anything else is a bug and is given back as it is.
 * https://www.sqlite.org/rescode.html, https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const mendable = /^(E[A-Z]+|SQLITE_(CANTOPEN|NOTADB|READONLY|PERM|FULL|IOERR|CORRUPT)\w*|28\w{3}|3D000|53\w{3}|57P03)$/;

/** Says which setting to look at, and never what stands in it: there may be a password. */
export function cannotOpen(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof StorageRefused || !mendable.test(code)) return error;
  return new StorageRefused(
    'cannot-open',
    `The database that DATABASE_URL names cannot be opened (${code}). Check that its folder or its server is there, and that WeSaid may use it.`,
    { cause: error },
  );
}
