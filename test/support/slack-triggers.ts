/** Slack's `ok: false`. */
export class Refusal extends Error {
  readonly code: string;
  readonly reason: string | null;
  constructor(code: string, reason: string | null = null) {
    super(code);
    this.code = code;
    this.reason = reason;
  }
}

export type Triggers = ReturnType<typeof createTriggers>;

/** Triggers open one modal each, for 3 seconds of the machine's time. */
export function createTriggers() {
  const known = new Map<string, { user: string; until: number; used: boolean }>();
  let count = 0;
  return {
    give: (user: string, ageMs = 0): string => {
      const trigger = `${String(++count)}.${String(1_000_000 + count)}.stand-in`;
      known.set(trigger, { user, until: performance.now() + 3_000 - ageMs, used: false });
      return trigger;
    },
    use: (trigger: string): string => {
      const found = known.get(trigger);
      if (found === undefined) throw new Refusal('invalid_trigger_id');
      if (found.used) throw new Refusal('exchanged_trigger_id');
      if (found.until < performance.now()) throw new Refusal('expired_trigger_id');
      found.used = true;
      return found.user;
    },
  };
}
