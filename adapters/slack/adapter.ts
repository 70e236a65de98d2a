import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, type Receiver } from '@slack/bolt';
import type { Adapter, Clock, Handle, Log } from '../../src/ports.ts';
import { createClients } from './client.ts';
import { createDeliver } from './deliver.ts';
import { toPlatformError } from './errors.ts';
import { createHear } from './hear.ts';
import { sdkLogger } from './log.ts';
import { createPeople } from './people.ts';
import { createHttp, createSocket } from './receivers.ts';

export interface SlackOptions {
  readonly botToken: string;
  readonly signingSecret: string;
  /** With it, Slack is reached by Socket Mode and the listener answers nothing. */
  readonly appToken: string | null;
  /** Null is Slack itself. */
  readonly apiUrl: string | null;
  readonly clock: Clock;
  readonly log: Log;
}

export interface SlackAdapter extends Adapter {
  /** Serves `POST /slack/events`: events, commands, buttons and forms. 503 until the adapter has started. */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
}

/** Slack, with the real Bolt app. One workspace: the one that the bot token is for. */
export function createSlackAdapter(options: SlackOptions): SlackAdapter {
  const { botToken, signingSecret, appToken, apiUrl, clock, log } = options;
  const clients = createClients({ token: botToken, apiUrl, log });
  const people = createPeople(clients);
  const http = createHttp({ signingSecret, log });
  const receiver = appToken === null ? http.receiver : createSocket({ appToken, apiUrl, log });
  const hear = createHear({ clients, people, clock, log, wasAnswered: http.wasAnswered });
  const app = createApp(receiver, log);
  let open = false;
  let stopped: Promise<void> | null = null;

  return {
    platform: 'slack',
    start: async (handle: Handle) => {
      app.use(hear.listen(handle));
      await checkToken();
      if (appToken !== null) await app.start();
      open = true;
    },
    deliver: createDeliver({ clients, log }),
    whoIsIn: (place) => people.whoIsIn(place),
    listener: (request, response) => {
      if (open && appToken === null) http.listener(request, response);
      else response.writeHead(503).end();
    },
    stop: () => (stopped ??= stop()),
  };

  async function stop(): Promise<void> {
    open = false;
    if (appToken !== null) await app.stop();
    await hear.settled();
    await clients.close();
  }

  /** A wrong token is told at start; when Slack cannot be reached then, the work waits in the outbox. */
  async function checkToken(): Promise<void> {
    try {
      const { user_id: user } = await clients.of('').auth.test();
      hear.botIs(user ?? null);
    } catch (error) {
      const { name, code } = toPlatformError(error);
      log[name === 'PlatformRefused' ? 'error' : 'warn']('slack-token-not-checked', { code });
    }
  }
}

/**
 * Every act takes the one way through `hear`: no store of conversations, no listener chains, and the bot's own posts are
 * told apart in parse. Slack's signature is checked by the receiver.
 */
function createApp(receiver: Receiver, log: Log): App {
  const app = new App({
    receiver,
    authorize: () => Promise.resolve({}),
    ignoreSelf: false,
    convoStore: false,
    attachFunctionToken: false,
    logger: sdkLogger(log),
  });
  // The receiver notes what failed; Bolt's own handler would note it a second time.
  app.error((error) => Promise.reject(error));
  return app;
}
