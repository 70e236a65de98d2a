import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWebAdapter } from '../../../adapters/web/adapter.ts';
import { createGuestDoor } from '../../../src/app/guests-door.ts';
import { randomIds } from '../../../src/ids.ts';
import type { Document } from '../../../src/messages/document.ts';
import type { Reply } from '../../../src/ports.ts';
import { createSeals } from '../../../src/seals.ts';
import { huddleOf, openStage, type Given } from '../../app/stage.ts';

/** Monday 1 March 2027, after the question. */
export const monday = '2027-03-01T12:00:00.000Z';

export type GuestStage = Awaited<ReturnType<typeof openGuests>>;

/** The whole program with its pages for guests behind a real HTTP server; the huddle itself meets in Slack. */
export async function openGuests(given: Partial<Given> = {}) {
  let origin = '';
  const links = {
    seals: createSeals('a secret of forty letters, nobody knows.'),
    get origin() {
      return origin;
    },
  };
  const stage = await openStage({ start: monday, links, ids: randomIds, ...given });
  const { store, clock, wallClock, log } = stage;
  const door = createGuestDoor({ store, clock, wallClock, ids: randomIds, links });
  const preview = () => Promise.resolve([]);
  const web = createWebAdapter({
    room: store.room,
    clock,
    ids: randomIds,
    log,
    preview,
    rehearsal: null,
    guests: door,
  });
  await web.start(stage.bot);
  stage.setWeb(web);
  const server = createServer(web.guestListener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  const link = async (line: string): Promise<string> => linksIn(await stage.type('Priya', line))[0] ?? '';
  return {
    ...stage,
    door,
    url: origin,
    /** Asks Priya for someone's link, which invites them; what they are sent at once is there then. */
    link,
    links: async (line: string) => linksIn(await stage.type('Priya', line)),
    /** A guest who has said both yeses and picked a group, by their link. */
    async settled(name: string): Promise<{ readonly link: string; readonly client: Client }> {
      const given = await link(`guest ${name}`);
      const client = await enter(given);
      await client.say('join as People who use the service');
      await client.say('count me');
      return { link: given, client };
    },
    ask: async (question = 'What got in the way?') => {
      await stage.type('Ellis', `ask "${question}"`);
    },
    async end(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export { huddleOf };

function linksIn(reply: Reply): readonly string[] {
  if (!('document' in reply)) return [];
  return inlineOf(reply.document).flatMap((part) => (part.kind === 'link' ? [part.url] : []));
}

function inlineOf({ blocks }: Document) {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.content : block.kind === 'list' ? block.items.flat() : [],
  );
}

/** A browser without a window: it keeps one cookie, and reads pages as text. */
export type Client = Awaited<ReturnType<typeof enter>>;

/** Opens a link and presses one of its two buttons. */
export async function enter(link: string, as: 'self' | 'supporter' = 'self') {
  const { origin } = new URL(link);
  const entered = await fetch(link, { method: 'POST', body: new URLSearchParams({ as }), redirect: 'manual' });
  return clientWith((entered.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '', origin);
}

export function clientWith(cookie: string, origin: string) {
  const headers = { cookie };
  const look = async (path: string): Promise<string> => (await fetch(`${origin}${path}`, { headers })).text();
  const post = (path: string, values: Values, more: Record<string, string> = {}): Promise<Response> =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      body: new URLSearchParams(values),
      redirect: 'manual',
      headers: { ...headers, ...more },
    });
  return {
    cookie,
    look,
    get: (path: string) => fetch(`${origin}${path}`, { headers, redirect: 'manual' }),
    post,
    /** Types a line into the box of the first page; gives the page that answers. */
    say: async (text: string): Promise<string> =>
      (await post('/g/say', { page: markIn(await look('/g')), text })).text(),
    /** Presses the first button with this label on a page; gives the page that answers. */
    press: async (page: string, label: string): Promise<string> =>
      (await post('/g/act', { page: markIn(page), press: pressIn(page, label) })).text(),
    /** Sends the form of a page as a browser does: with all that it hides. */
    send: (page: string, values: Values): Promise<Response> =>
      post('/g/form', new URLSearchParams([...hiddenIn(page), ...new URLSearchParams(values)])),
  };
}

type Values = Readonly<Record<string, string>> | URLSearchParams;

export function markIn(page: string): string {
  const found = /name="page" value="([^"]+)"/.exec(page)?.[1];
  if (found === undefined) throw new Error(`a page without a mark: ${textOf(page)}`);
  return found;
}

function pressIn(page: string, label: string): string {
  const buttons = [...page.matchAll(/name="press"\s+value="([^"]*)"[^>]*>\s*([^<]*?)\s*<\/button>/g)];
  const found = buttons.find(([, , name]) => plain(name ?? '') === label)?.[1];
  if (found === undefined) throw new Error(`no button "${label}" but ${buttons.map(([, , name]) => name).join(', ')}`);
  return plain(found);
}

/** Of the form that is a form of WeSaid, and not of the ways out below it. */
function hiddenIn(page: string): readonly [string, string][] {
  const form = /<form class="form"[\s\S]*?<\/form>/.exec(page)?.[0] ?? '';
  return [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)" \/>/g)].map(
    ([, name = '', value = '']) => [name, plain(value)],
  );
}

/** A page as it is read without its markup. */
export function textOf(page: string): string {
  return plain(page.replace(/<title>[\s\S]*?<\/title>/, '').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function plain(markup: string): string {
  return markup.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
