/** Whether a text holds an id as a whole, and not as a part of a longer one: "U1" is not in "U12". */
export function namesOne(text: unknown, id: string): boolean {
  if (typeof text !== 'string') return false;
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    if (!isPart(text.charAt(at - 1)) && !isPart(text.charAt(at + id.length))) return true;
  }
  return false;
}

/** The same text with another id in its place. */
export function withOther(text: string, id: string, other: string): string {
  let out = '';
  let from = 0;
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, from)) {
    const whole = !isPart(text.charAt(at - 1)) && !isPart(text.charAt(at + id.length));
    out += text.slice(from, at) + (whole ? other : id);
    from = at + id.length;
  }
  return out + text.slice(from);
}

function isPart(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}
