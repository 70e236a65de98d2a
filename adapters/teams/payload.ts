/** Reading what Teams sent without believing its shape: what is missing or of another kind is empty. */
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
  const value = at(of, key);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** True for an object that is no list, such as every activity is. */
export function isObject(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(of: unknown, key: string): unknown {
  return isObject(of) ? of[key] : undefined;
}
