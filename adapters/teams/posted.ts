import { limits } from './limits.ts';

/** Which delivery became which message, for as long as this process remembers: the newest 2,000. */
export interface Posted {
  /** Runs the post and remembers its message. One that failed is forgotten. */
  keep(key: string, post: () => Promise<string>): Promise<string>;
  /** The message's id; waits for one that is still under way. Null for one that is not known, or that failed. */
  find(key: string): Promise<string | null>;
}

export function createPosted(): Posted {
  const known = new Map<string, Promise<string>>();
  return {
    keep: async (key, post) => {
      const posting = post();
      known.delete(key);
      known.set(key, posting);
      for (const oldest of known.keys()) {
        if (known.size <= limits.remembered) break;
        known.delete(oldest);
      }
      try {
        return await posting;
      } catch (error) {
        if (known.get(key) === posting) known.delete(key);
        throw error;
      }
    },
    find: async (key) => {
      try {
        return (await known.get(key)) ?? null;
      } catch {
        // Whoever posts it is told.
        return null;
      }
    },
  };
}
