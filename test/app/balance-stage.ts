import type { GroupKey } from '../../src/domain/ids.ts';
import { addMs, dayMs, hourMs, type LocalDate } from '../../src/domain/time.ts';
import { everyone, openStage, personOf, willow, type Given, type Name, type Stage } from './stage.ts';

const names = Object.keys(everyone) as readonly Name[];
const groups = { using: 'service', running: 'staff', creative: 'artists' } as const;

/** Willow with its digest on Tuesdays at 9am, and the tip to everyone on. */
export function openBalance(given: Partial<Given> = {}): Promise<Stage> {
  const huddle = { nextDigestAt: '2027-03-02T09:00:00.000Z', nudge: { on: true }, ...given.huddle };
  return openStage({ start: '2027-02-18T09:00:00.000Z', ...given, huddle });
}

/** So many turns by each of the nine in their order, in the week of that Monday; then the clock goes to the digest. */
export async function weekOf(stage: Stage, monday: LocalDate, counts: readonly number[]): Promise<void> {
  await stage.store.transact(async (records) => {
    for (const [at, name] of names.entries()) {
      for (let nth = 0; nth < (counts[at] ?? 0); nth++) {
        await records.speech.add({
          id: `${monday}/${name}/${String(nth)}`,
          huddle: willow,
          person: personOf(name),
          group: groups[everyone[name]] as GroupKey,
          thread: `${monday}/${name}`,
          at: addMs(`${monday}T10:00:00.000Z`, nth * hourMs),
          gone: false,
        });
      }
    }
  });
  await stage.moveTo(addMs(`${monday}T09:30:00.000Z`, 8 * dayMs));
}

/** Staff have far more than level: z is 3.3. */
export const unlevel = [2, 1, 1, 8, 7, 3, 1, 2, 1] as const;
/** About level for all. */
export const level = [3, 3, 2, 4, 2, 3, 2, 2, 1] as const;
