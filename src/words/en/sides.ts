import type { Group, Side } from '../../domain/huddle.ts';
import { joinNames } from '../dates.ts';

/** Sides have no name of their own. In a huddle with the groups it started with, this is who is meant. */
const usual: Readonly<Record<Side, { readonly groups: readonly string[]; readonly words: string }>> = {
  using: { groups: ['People who use the service', 'Carers'], words: 'People who use the service, and carers' },
  running: { groups: ['Staff', 'Managers and funders'], words: 'Staff and managers' },
  creative: { groups: ['Artists'], words: 'Artists' },
};

/** Who is meant by a side in this huddle, to begin a sentence with: the usual words, or its own groups' names. */
export function whoIsOn(side: Side, groups: readonly Group[]): string {
  const names = groups.filter((group) => group.side === side).map(({ name }) => name);
  const { groups: started, words } = usual[side];
  const asStarted = names.length === started.length && names.every((name) => started.includes(name));
  return asStarted ? words : joinNames(names);
}
