/** Work that is known by a name; whoever comes again gets the first one's result, or waits for it. */
export type Once<T> = (name: string, work: () => Promise<T>) => Promise<T>;

const remembered = 2_000;

/**
 * Does each act once. The store keeps each act once; this keeps its answer from being shown twice. What failed is
 * forgotten, so that the next try counts.
 */
export function createOnce<T>(): Once<T> {
  const known = new Map<string, Promise<T>>();
  return async (name, work) => {
    const first = known.get(name);
    if (first !== undefined) return first;
    const running = work();
    known.set(name, running);
    forgetOldest(known);
    try {
      return await running;
    } catch (error) {
      known.delete(name);
      throw error;
    }
  };
}

const newsForMs = 60_000;

/**
 * Of one place, the same news within a minute counts once: Teams tells of each installation in two activities, in either
 * order. Other news in between makes it news again.
 */
export function createNews<T>(): (of: string, news: string, work: () => Promise<T>) => Promise<T> {
  const latest = new Map<string, { readonly news: string; readonly until: number; readonly done: Promise<T> }>();
  return async (of, news, work) => {
    const known = latest.get(of);
    if (known?.news === news && performance.now() < known.until) return known.done;
    const done = work();
    latest.set(of, { news, until: performance.now() + newsForMs, done });
    forgetOldest(latest);
    try {
      return await done;
    } catch (error) {
      latest.delete(of);
      throw error;
    }
  };
}

function forgetOldest(known: Map<string, unknown>): void {
  for (const oldest of known.keys()) {
    if (known.size <= remembered) break;
    known.delete(oldest);
  }
}
