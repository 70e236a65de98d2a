import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { Config } from './config.ts';
import type { Links } from './ports-guests.ts';
import { createSeals } from './seals.ts';

/**
 * What links for people without an account are made with: what the operator set. In a rehearsal, links to this machine,
 * by a secret that is drawn anew at each start and kept nowhere: a link of the last start opens nothing. Null otherwise.
 */
export function guestLinks(config: Config, server: () => Server | null): Links | null {
  if (config.rehearsal) {
    const seals = createSeals(randomBytes(32).toString('hex'));
    return {
      seals,
      get origin() {
        return originOf(config, server());
      },
    };
  }
  return config.links === null ? null : { seals: createSeals(config.links.secret), origin: config.links.origin };
}

/** Port 0 lets the machine pick one, which is known only once it listens. */
function originOf({ host, port }: Config, server: Server | null): string {
  const address = server?.address() ?? null;
  const picked = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${String(picked)}`;
}
