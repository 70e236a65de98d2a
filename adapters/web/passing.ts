/** What was said once, to one person, of an act that leaves nothing behind: kept in memory until its page was shown. */
export interface Passing {
  keep(key: string, said: { readonly user: string; readonly text: string }): void;
  get(key: string, user: string): string | null;
}

/** As many as may wait for their page at once. */
const most = 200;

export function createPassing(): Passing {
  const all = new Map<string, { readonly user: string; readonly text: string }>();
  return {
    keep: (key, said) => {
      all.delete(key);
      all.set(key, said);
      const [oldest] = all.keys();
      if (all.size > most && oldest !== undefined) all.delete(oldest);
    },
    get: (key, user) => {
      const said = all.get(key);
      return said?.user === user ? said.text : null;
    },
  };
}
