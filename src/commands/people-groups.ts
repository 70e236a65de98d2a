import type { Group, Side } from '../domain/huddle.ts';
import type { PickedGroups } from '../domain/membership.ts';

/** "Staff", "a carer", "staff and artists" → the groups it names, or null when it names none or more than two. */
export function readGroups(line: string, groups: readonly Group[]): PickedGroups | null {
  const whole = groupCalled(line, groups);
  if (whole !== null) return { group: whole.key, also: null };
  for (const { first, second } of partings(line)) {
    const group = groupCalled(first, groups);
    const also = groupCalled(second, groups);
    if (group !== null && also !== null) return { group: group.key, also: also.key };
  }
  return null;
}

/** Every way to part a line in two: a group's own name may have an "and" in it. */
function partings(line: string): readonly { readonly first: string; readonly second: string }[] {
  return [...line.matchAll(/\s+and also\s+|\s+and\s+|\s*[,+&]\s*(?:and\s+)?/gi)].map((match) => ({
    first: line.slice(0, match.index),
    second: line.slice(match.index + match[0].length),
  }));
}

/** A group by its name, in the plural or not, or by a word of its name that no other group has: "manager". */
export function groupCalled(typed: string, groups: readonly Group[]): Group | null {
  const wanted = stem(typed);
  if (wanted === '') return null;
  const exact = groups.find(({ name }) => stem(name) === wanted);
  if (exact !== undefined) return exact;
  const near = groups.filter(({ name }) => stem(name).split(' ').includes(wanted));
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** Lower case, one space, no article, each word without its plural s. */
function stem(name: string): string {
  const plain = name.trim().toLowerCase().replace(/\s+/g, ' ');
  const bare = plain.replace(/^(?:an?|the|one of the)\s+/, '').replace(/^member of\s+/, '');
  return bare
    .split(' ')
    .map((word) => word.replace(/(?<=[a-z]{3})s$/, ''))
    .join(' ');
}

const sideWords: readonly (readonly [Side, RegExp])[] = [
  ['using', /\b(?:using|use|uses|users?|carers?|patients?|families|family)\b/i],
  ['running', /\b(?:running|run|runs|staff|managers?|funders?)\b/i],
  ['creative', /\b(?:creative|artists?|makers?)\b/i],
];

/** Whom a new group sits with, from words such as "people who use the service", "staff" or "the creative side". */
export function readSide(words: string): Side | null {
  return sideWords.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
