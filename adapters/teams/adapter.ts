import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Adapter, AddressBook, Clock, Handle, Log } from '../../src/ports.ts';
import { createAddresses } from './addresses.ts';
import { createDeliver } from './deliver.ts';
import { createGate } from './gate.ts';
import { createHear } from './hear.ts';
import { createPeople } from './people.ts';
import { createAnswers } from './replies.ts';
import { createSdk } from './sdk.ts';

export interface TeamsOptions {
  /** Null only for local trying out: nothing is signed then. */
  readonly app: { readonly id: string; readonly password: string; readonly tenant: string } | null;
  /** Whose activities are heard. */
  readonly tenants: readonly string[];
  /** A stand-in's address; null is Microsoft itself. */
  readonly apiUrl: string | null;
  readonly addresses: AddressBook;
  readonly clock: Clock;
  readonly log: Log;
}

export interface TeamsAdapter extends Adapter {
  /** Serves `POST /api/messages`, which all that happens in Teams comes by. 503 until the adapter has started. */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
}

/** Microsoft Teams, through botbuilder. One app registration; the organisations that the operator lists. */
export function createTeamsAdapter({ app, tenants, apiUrl, addresses: book, clock, log }: TeamsOptions): TeamsAdapter {
  const sdk = createSdk({ app, apiUrl, log });
  const mayBeHeard = createGate({ signed: app !== null, apiUrl, tenants });
  const addresses = createAddresses({ book, openChat: sdk.openChat });
  const people = createPeople({ sdk, addresses });
  const answers = createAnswers({ sdk, addresses, people, log });
  const hear = createHear({ answers, addresses, people, clock, log });
  let handle: Handle | null = null;
  let stopped: Promise<void> | null = null;

  const listener = sdk.listener(async (activity) => {
    if (handle === null) return { status: 503 };
    return mayBeHeard(activity) ? hear.hear(activity, handle) : { status: 403 };
  });

  return {
    platform: 'teams',
    start: async (given) => {
      handle = given;
    },
    deliver: createDeliver({ sdk, addresses, log }),
    whoIsIn: (place) => people.whoIsIn(place),
    listener: (request, response) => {
      if (handle === null) response.writeHead(503).end();
      else listener(request, response);
    },
    stop: () => (stopped ??= stop()),
  };

  async function stop(): Promise<void> {
    handle = null;
    await hear.settled();
    await sdk.close();
  }
}
