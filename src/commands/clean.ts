/**
 * Typed words without what no eye can see: control signs, blanks without width and marks that turn the direction of what
 * comes after, a name's whole message included. Pasting brings them in. Joiners stay (emoji and some scripts need them),
 * and so do the plain marks of direction.
 */
export function clean(typed: string): string {
  return typed.replace(/[^\P{Cc}\n\t]|[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu, '');
}
