import type { HuddleId, RoleKey } from './ids.ts';
import type { Role } from './role-split.ts';

/** The jobs that a new huddle starts with, all free. Members name others by taking them. */
export const firstRoles = ['lead', 'notes', 'money', 'outreach', 'evaluation'] as const;
export const longestRoleName = 40;

/** A name needs a letter or a number: from a picture alone no role could be told from another. */
export function isRoleName(words: string): boolean {
  return plain(words) !== '';
}

/**
 * The key of the role that people call so, or a fresh one. The keys of roles that people name hold none of their words,
 * since the journal keeps them: the sixth role is "role-6". `roles` are all that there are, the first five among them.
 */
export function roleKeyOf(words: string, roles: readonly Role[]): RoleKey {
  const known = roles.find(({ key }) => key === words) ?? roleNamed(words, roles);
  return known?.key ?? (`role-${String(roles.length + 1)}` as RoleKey);
}

/** The key of a role that nobody has now: its own of before, or a fresh one. `roles` are all that ever were. */
export function keyForNew(name: string, roles: readonly Role[]): RoleKey {
  return roleNamed(name, roles)?.key ?? (`role-${String(roles.length + 1)}` as RoleKey);
}

/** The role that people call so, or null. */
export function roleNamed(words: string, roles: readonly Role[]): Role | null {
  return roles.find(({ name }) => plain(name) === plain(words)) ?? null;
}

/** "The Front Door!" → "front-door". Two names that come out the same name the same role. */
function plain(name: string): string {
  const words =
    name
      .toLowerCase()
      .replace(/^(the|a|an)\s+/, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-');
}

/** The roles that there are now. */
export function withFirst(roles: readonly Role[], huddle: HuddleId): readonly Role[] {
  return everyRole(roles, huddle).filter(({ endedAt }) => endedAt === undefined);
}

/** The roles that were ever named, with the first ones that nobody has touched yet. Those that ended are among them. */
export function everyRole(roles: readonly Role[], huddle: HuddleId): readonly Role[] {
  const named = new Set<string>(roles.map(({ key }) => key));
  const untouched = firstRoles.filter((name) => !named.has(name));
  return [
    ...roles,
    ...untouched.map((name) => ({ huddle, key: name as RoleKey, name, holdings: [], offered: null, version: 0 })),
  ];
}
