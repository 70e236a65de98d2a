/** Reading what Slack sent without believing its shape: what is missing or of another kind is empty. */
export type Payload = Readonly<Record<string, unknown>>;

/** The object at this key, or an empty one. */
export function part(of: unknown, key: string): Payload {
  const value = at(of, key);
  return isObject(value) ? value : {};
}

/** The text at this key, or null. */
export function text(of: unknown, key: string): string | null {
  const value = at(of, key);
  return typeof value === 'string' ? value : null;
}

/** The objects in the list at this key. */
export function parts(of: unknown, key: string): readonly Payload[] {
  return list(of, key).filter(isObject);
}

/** The texts in the list at this key. */
export function texts(of: unknown, key: string): readonly string[] {
  return list(of, key).filter((value) => typeof value === 'string');
}

export function has(of: Payload, key: string): boolean {
  return of[key] !== undefined && of[key] !== null;
}

function list(of: unknown, key: string): readonly unknown[] {
  const value = at(of, key);
  return Array.isArray(value) ? value : [];
}

function at(of: unknown, key: string): unknown {
  return isObject(of) ? of[key] : undefined;
}

function isObject(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null;
}
