import type { Interaction, Known } from '../../src/ports.ts';
import { identity, type PlaceRef } from './acts.ts';
import type { Addresses } from './addresses.ts';
import type { RosterMember } from './connectors.ts';
import type { Sdk } from './sdk.ts';

/** Who is in a place. */
export interface People {
  /** Everyone there with their names, bots left out. Throws PlatformRefused or PlatformUnreachable. */
  whoIsIn(place: PlaceRef): Promise<readonly Known[]>;
  /** The `29:…` of someone there, by the id that people pickers give; null for someone who is not there. Same errors. */
  userOf(directoryId: string, place: PlaceRef): Promise<string | null>;
  /** Someone came or went: the next look is a new one. */
  changed(): void;
}

/** A new display name shows within the hour; people who come and go are told by Teams. */
const keptMs = 3_600_000;
/** Whoever is not found is looked for again, but not by every form. */
const lookAgainMs = 60_000;

export function createPeople({ sdk, addresses }: { sdk: Pick<Sdk, 'members'>; addresses: Addresses }): People {
  const rosters = new Map<string, { readonly members: readonly RosterMember[]; readonly at: number }>();

  const rosterOf = async (place: PlaceRef, maxAgeMs: number): Promise<readonly RosterMember[]> => {
    const key = `${place.workspace}/${place.channel}`;
    const kept = rosters.get(key);
    if (kept !== undefined && performance.now() - kept.at < maxAgeMs) return kept.members;
    const members = await sdk.members(await addresses.ofPlace(place));
    rosters.set(key, { members, at: performance.now() });
    return members;
  };

  return {
    whoIsIn: async (place) => {
      const members = await rosterOf(place, keptMs);
      return members.map(({ id, name }) => ({ identity: identity(place.workspace, id), name }));
    },
    userOf: async (directoryId, place) => {
      for (const maxAgeMs of [keptMs, lookAgainMs]) {
        const found = (await rosterOf(place, maxAgeMs)).find((member) => member.directoryId === directoryId);
        if (found !== undefined) return found.id;
      }
      return null;
    },
    changed: () => rosters.clear(),
  };
}

/** People pickers give ids of the organisation's directory; everything else here knows people by Teams' own. */
export async function withPeople(interaction: Interaction, people: People): Promise<Interaction> {
  if (interaction.kind !== 'form' || interaction.where === 'direct') return interaction;
  const { values, where } = interaction;
  if (!Object.values(values).some((value) => typeof value !== 'string' && value.some(isDirectoryId)))
    return interaction;
  const read = async (value: string | readonly string[]): Promise<string | readonly string[]> =>
    typeof value === 'string' ? value : Promise.all(value.map((id) => inPlace(id, where, people)));
  const entries = Object.entries(values).map(async ([name, value]) => [name, await read(value)] as const);
  return { ...interaction, values: Object.fromEntries(await Promise.all(entries)) };
}

/** Someone who is not in the place keeps the id that was picked: nobody is known by it, and that is what is said. */
async function inPlace(id: string, place: PlaceRef, people: People): Promise<string> {
  return isDirectoryId(id) ? ((await people.userOf(id, place)) ?? id) : id;
}

function isDirectoryId(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
