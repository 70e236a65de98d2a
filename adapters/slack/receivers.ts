import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPReceiver, SocketModeReceiver, type App, type Receiver } from '@slack/bolt';
import type { Log } from '../../src/ports.ts';
import { limits } from './limits.ts';
import { errorFacts, sdkLogger } from './log.ts';

/** An act was not made durable. Slack hears of it and sends it again; anything else that goes wrong is not worth a retry. */
export class NotSaved extends Error {
  /** Bolt wraps errors that have none. */
  readonly code = 'act-not-saved';
  constructor(options: ErrorOptions) {
    super('the act was not saved', options);
    this.name = 'NotSaved';
  }
}

export interface HttpWay {
  readonly receiver: Receiver;
  readonly listener: (req: IncomingMessage, res: ServerResponse) => void;
  /** True once Slack's 3 seconds were over and the request got an empty answer. */
  readonly wasAnswered: (request: unknown) => boolean;
}

/**
 * Bolt's own receiver, on our one port. It answers only after the listener is done (`processBeforeResponse`), so that
 * Slack is told "yes" for nothing that is not on disk.
 */
export function createHttp({ signingSecret, log }: { signingSecret: string; log: Log }): HttpWay {
  const answered = new WeakSet<object>();
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: ['/slack/events'],
    processBeforeResponse: true,
    logger: sdkLogger(log),
    customPropertiesExtractor: (request) => ({ request }),
    unhandledRequestTimeoutMillis: limits.answerWithinMs,
    unhandledRequestHandler: ({ request, response }) => {
      answered.add(request);
      answer(response, 200);
    },
    processEventErrorHandler: ({ error, response }) => {
      const notSaved = error instanceof NotSaved;
      log.error(
        notSaved ? 'slack-act-not-saved' : 'slack-act-not-understood',
        errorFacts(notSaved ? error.cause : error),
      );
      answer(response, notSaved ? 500 : 200);
      return Promise.resolve(true);
    },
  });
  const listener: HttpWay['listener'] = (req, res) => {
    try {
      receiver.requestListener(req, res);
    } catch {
      // Bolt throws for every other path and method.
      answer(res, 404);
    }
  };
  return {
    receiver,
    listener,
    wasAnswered: (request) => typeof request === 'object' && request !== null && answered.has(request),
  };
}

/** Socket Mode for places that Slack cannot reach: the same acts over a socket that we open. */
export function createSocket({
  appToken,
  apiUrl,
  log,
}: {
  appToken: string;
  apiUrl: string | null;
  log: Log;
}): Receiver {
  const clientOptions = apiUrl === null ? {} : { slackApiUrl: apiUrl };
  const socket = new SocketModeReceiver({ appToken, logger: sdkLogger(log), installerOptions: { clientOptions } });
  return {
    init: (app) => {
      socket.init(answeringLast(app));
    },
    start: () => socket.start(),
    stop: () => socket.stop(),
  };
}

/** Over the socket Bolt says "yes" to an event before its listener runs; here, as over HTTP, only after. */
function answeringLast(app: App): App {
  const last = Object.create(app) as App;
  last.processEvent = async (event) => {
    let answered: { body: unknown } | null = null;
    const ack = (body?: unknown): Promise<void> => {
      answered = { body };
      return Promise.resolve();
    };
    await app.processEvent({ ...event, ack });
    const kept = answered as { body: unknown } | null;
    if (kept !== null) await event.ack(kept.body);
  };
  return last;
}

function answer(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.writeHead(status);
  response.end();
}
