/** A value of type T as JSON text. */
export type Json<T> = string & { readonly json: T };

export function toJson<T>(value: T): Json<T> {
  return JSON.stringify(value) as Json<T>;
}

/** Only this program writes these columns, so what was stored as T comes back as T. */
export function fromJson<T>(text: Json<T>): T {
  return JSON.parse(text) as T;
}

export function toJsonOrNull<T>(value: T | null): Json<T> | null {
  return value === null ? null : toJson(value);
}

export function fromJsonOrNull<T>(text: Json<T> | null): T | null {
  return text === null ? null : fromJson(text);
}

/** Yes or no as both databases hold it. */
export type Flag = 0 | 1;

export function toFlag(value: boolean): Flag {
  return value ? 1 : 0;
}
