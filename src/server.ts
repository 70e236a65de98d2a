import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** What the one HTTP port serves. A null listener is not mounted. */
export interface Routes {
  readonly slack: Listener | null;
  readonly teams: Listener | null;
  readonly web: Listener | null;
  /** The pages for people without an account, under /g. */
  readonly guests: Listener | null;
  /** Whether the store can be read: the answer of /readyz. */
  ready(): Promise<boolean>;
  /** The text of /metrics and its type. */
  metrics(): Promise<{ readonly body: string; readonly type: string }>;
}

export function createHttpServer(routes: Routes): Server {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/healthz') {
      answer(response, 200, 'ok');
    } else if (path === '/readyz') {
      void ready(response, routes);
    } else if (path === '/metrics') {
      void metrics(response, routes);
    } else if (path.startsWith('/slack/') && routes.slack !== null) {
      routes.slack(request, response);
    } else if (path === '/api/messages' && routes.teams !== null) {
      routes.teams(request, response);
    } else if ((path === '/g' || path.startsWith('/g/')) && routes.guests !== null) {
      routes.guests(request, response);
    } else if (routes.web !== null && !path.startsWith('/slack/') && !path.startsWith('/api/')) {
      routes.web(request, response);
    } else {
      answer(response, 404, 'There is nothing here.');
    }
  });
  // A slow or silent client must not hold a connection for ever.
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  return server;
}

async function ready(response: ServerResponse, routes: Routes): Promise<void> {
  const isReady = await routes.ready().catch(() => false);
  answer(response, isReady ? 200 : 503, isReady ? 'ready' : 'the store cannot be read');
}

async function metrics(response: ServerResponse, routes: Routes): Promise<void> {
  try {
    const { body, type } = await routes.metrics();
    response.writeHead(200, { 'content-type': type }).end(body);
  } catch {
    answer(response, 500, 'The figures cannot be read just now.');
  }
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
