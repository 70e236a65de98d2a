import type { DigestFacts } from '../../src/domain/digest.ts';
import type { Held } from '../../src/domain/held.ts';
import { sideByGroup } from './published-attack.ts';

/*
 * Whoever reads who holds what, by name, and how much each line holds, and tries all ways to put the names on the
 * lines. It shares no code with what makes the numbers.
 */

/** What one digest told of one thing: who was named with how much, and the lines. */
interface Naming {
  readonly amounts: ReadonlyMap<string, number>;
  readonly lines: readonly { readonly isOn: (group: string | null) => boolean; readonly amount: number }[];
}

/** Who holds each role, or owns each promise, when a digest is cut; and the group that each person is in then; undefined for who is not here. */
interface Truth {
  readonly digest: DigestFacts;
  readonly leads: readonly (readonly string[])[];
  readonly owners: readonly (readonly string[])[];
  readonly groupOf: (person: string) => string | null | undefined;
}

export function namingsIn({ digest, leads, owners, groupOf }: Truth): readonly Naming[] {
  const { held } = digest;
  if (held === undefined) return [];
  return [...namingOf(held.leadRoles, leads, groupOf), ...namingOf(held.openPromises, owners, groupOf)];
}

function namingOf(
  { lines }: Pick<Held, 'lines'>,
  things: readonly (readonly string[])[],
  groupOf: Truth['groupOf'],
): readonly Naming[] {
  if (lines === null) return [];
  const amounts = new Map<string, number>();
  for (const holders of things)
    for (const one of holders) {
      const group = groupOf(one);
      if (group === undefined) continue;
      const name = nameOf(one, group);
      amounts.set(name, (amounts.get(name) ?? 0) + 1 / holders.length);
    }
  const isOn = (who: (typeof lines)[number]['who']) => (group: string | null) => {
    const side = group === null ? null : (sideByGroup[group] ?? null);
    if (who === 'everyone-else') return side !== 'using';
    return 'side' in who ? side === who.side : group === who.group;
  };
  return [{ amounts, lines: lines.map(({ who, amount }) => ({ isOn: isOn(who), amount })) }];
}

/** Someone who changes their group is two to a reader: they need not be on the line of before. */
function nameOf(person: string, group: string | null): string {
  return `${person} of ${group ?? 'none'}`;
}

function groupIn(name: string): string {
  return name.split(' of ')[1] ?? '';
}

export interface GivenAway {
  readonly who: string;
  /** Null for one who knows of nobody. */
  readonly reader: string | null;
}

/** Everyone of whom some reader finds out on which side they are. */
export function givenAway(namings: readonly Naming[], groups: readonly string[]): readonly GivenAway[] {
  const names = [...new Set(namings.flatMap(({ amounts }) => [...amounts.keys()]))];
  const seen = new Map<string, Set<string>>();
  const left = namings.map(({ lines }) => lines.map(({ amount }) => amount));
  const where: string[] = [];
  const put = (at: number): void => {
    const name = names[at];
    if (name === undefined) {
      if (left.every((lines) => lines.every((amount) => Math.abs(amount) < 0.06))) learn(names, where, seen);
      return;
    }
    for (const group of [...groups, 'none']) {
      const moves = namings.map(({ amounts, lines }, nth) => {
        const amount = amounts.get(name) ?? 0;
        const on = lines.findIndex(({ isOn }) => isOn(group === 'none' ? null : group));
        return { amount, on, fits: amount === 0 || (on >= 0 && (left[nth]?.[on] ?? 0) > amount - 0.06) };
      });
      if (!moves.every(({ fits }) => fits)) continue;
      const add = (by: number) => {
        moves.forEach(({ amount, on }, nth) => {
          const lines = left[nth];
          if (amount > 0 && lines !== undefined) lines[on] = (lines[on] ?? 0) + by * amount;
        });
      };
      add(-1);
      where[at] = group;
      put(at + 1);
      add(1);
    }
  };
  put(0);
  return names.flatMap((who) =>
    [null, ...names.filter((other) => other !== who)]
      .filter((reader) => (seen.get(`${reader ?? ''}>${who}`)?.size ?? 0) < 2)
      .map((reader) => ({ who, reader })),
  );
}

/** A named reader thinks only of ways in which they are where they know that they are. */
function learn(names: readonly string[], where: readonly string[], seen: Map<string, Set<string>>): void {
  const readers = ['', ...names.filter((name, at) => where[at] === groupIn(name))];
  for (const reader of readers)
    names.forEach((who, at) => {
      const key = `${reader}>${who}`;
      const sides = seen.get(key) ?? new Set();
      seen.set(key, sides.add(sideByGroup[where[at] ?? ''] ?? 'none'));
    });
}
