/** Tells an open page whether something has changed for its reader since it was made. */
export interface News {
  /** Something changed for everyone (null) or for one person. */
  tell(only: string | null): void;
  /** Differs from the last one as soon as there is something new for this person. */
  version(user: string): string;
}

/** `born` tells this start of the program from the last one. Kept in memory only: it matters while a page is open. */
export function createNews(born: string): News {
  let all = 0;
  const own = new Map<string, number>();
  return {
    tell: (only) => {
      if (only === null) all++;
      else own.set(only, (own.get(only) ?? 0) + 1);
    },
    version: (user) => `${born}.${String(all)}.${String(own.get(user) ?? 0)}`,
  };
}
