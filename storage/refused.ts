/** The database cannot be used as it is. The message tells the operator what to do. */
export class StorageRefused extends Error {
  readonly code: 'bad-url' | 'in-use' | 'newer-database';
  constructor(code: StorageRefused['code'], message: string) {
    super(message);
    this.name = 'StorageRefused';
    this.code = code;
  }
}
