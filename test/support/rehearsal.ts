/** The rehearsal's own two routes, as a test moves time with them. */
export interface Rehearsal {
  /** Clears everything and starts the clock there. */
  reset(at: string, start?: 'nobody' | 'willow'): Promise<void>;
  /** Puts the clock forward, stopping at every due moment on the way. */
  moveTo(to: string): Promise<void>;
  advance(duration: string): Promise<void>;
}

export function rehearsalAt(url: string): Rehearsal {
  const post = async (path: string, body: object): Promise<void> => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok)
      throw new Error(`${path} ${JSON.stringify(body)}: ${String(response.status)} ${await response.text()}`);
  };
  return {
    reset: (at, start = 'nobody') => post('/rehearsal/reset', { at, with: start }),
    moveTo: (to) => post('/rehearsal/clock', { to }),
    advance: (advance) => post('/rehearsal/clock', { advance }),
  };
}
