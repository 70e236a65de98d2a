import type { Records } from '../ports.ts';

/**
 * The same records, which read the huddle, a member or a round once in a unit of work and then remember it until it is
 * saved. An answer looks at its huddle, its member and its round from three places; read anew each time that was a
 * quarter of the cost of taking it in.
 */
export function remembering(records: Records): Records {
  const known = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const before = known.get(key) as Promise<T> | undefined;
    const value = before ?? read();
    if (before === undefined) known.set(key, value);
    return value;
  };
  const { people, huddles, members, rounds } = records;
  return {
    ...records,
    people: {
      ...people,
      find: async (who, where) => {
        const found = await people.find(who, where);
        const { huddle, member } = found;
        if (huddle !== null) known.set(`huddle ${huddle.id}`, Promise.resolve(huddle));
        if (member !== null) known.set(`member ${member.huddle} ${member.person}`, Promise.resolve(member));
        return found;
      },
    },
    huddles: {
      ...huddles,
      get: (id) => once(`huddle ${id}`, () => huddles.get(id)),
      save: (huddle) => {
        known.delete(`huddle ${huddle.id}`);
        return huddles.save(huddle);
      },
    },
    members: {
      ...members,
      get: (huddle, person) => once(`member ${huddle} ${person}`, () => members.get(huddle, person)),
      save: (member) => {
        known.delete(`member ${member.huddle} ${member.person}`);
        return members.save(member);
      },
    },
    rounds: {
      ...rounds,
      get: (id) => once(`round ${id}`, () => rounds.get(id)),
      save: (round) => {
        known.delete(`round ${round.id}`);
        return rounds.save(round);
      },
    },
  };
}
