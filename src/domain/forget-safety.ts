import { holdsName, type Gone } from './forget.ts';
import type { Safety } from './safety.ts';

/** Without someone who is forgotten: what names them goes. The same object where nothing does. */
export function safetyWithout(safety: Safety, { person, name }: Pick<Gone, 'person' | 'name'>): Safety {
  const { contact, local, numbers, telling } = safety;
  const holds = (words: string | undefined) => words !== undefined && holdsName(words, name);
  const gone = new Set<keyof Safety>([
    ...(contact?.person === person || holds(contact?.words) ? (['contact'] as const) : []),
    ...(telling?.lead === person || holds(telling?.hours) ? (['telling'] as const) : []),
    ...(holds(local) ? (['local'] as const) : []),
    ...(Object.values(numbers ?? {}).some(holds) ? (['numbers'] as const) : []),
  ]);
  if (gone.size === 0) return safety;
  return Object.fromEntries(Object.entries(safety).filter(([part]) => !gone.has(part as keyof Safety)));
}
