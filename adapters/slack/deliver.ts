import { createHash } from 'node:crypto';
import type { Delivery, Log, Receipt } from '../../src/ports.ts';
import { channelOf, type MessageRef } from './acts.ts';
import type { Api, Clients } from './client.ts';
import { refusesBlocks, toPlatformError } from './errors.ts';
import { parts, part, text } from './payload.ts';
import { renderMessage, type Message } from './render.ts';

/** Shows one Delivery. Throws PlatformRefused or PlatformUnreachable, nothing else. */
export function createDeliver({
  clients,
  log,
}: {
  clients: Clients;
  log: Log;
}): (delivery: Delivery) => Promise<Receipt> {
  const directs = new Map<string, string>();

  /** A person's direct-message channel never changes, so it is asked for once. */
  const directOf = async (api: Api, { workspace, user }: { workspace: string; user: string }): Promise<string> => {
    const known = directs.get(`${workspace}/${user}`);
    if (known !== undefined) return known;
    const { channel } = await api.conversations.open({ users: user });
    const id = channel?.id ?? '';
    directs.set(`${workspace}/${user}`, id);
    return id;
  };

  return async (delivery) => {
    const api = clients.of(delivery.to.workspace);
    try {
      const channel = 'user' in delivery.to ? await directOf(api, delivery.to) : delivery.to.channel;
      const arrived =
        delivery.mayHaveArrived && delivery.replaces === null ? await find(api, { channel, delivery }) : null;
      const here = channelOf(delivery.to.workspace, channel);
      // What arrived may be an older version of it, so it is shown anew in its own place.
      const replaces = arrived === null ? delivery.replaces : { ...here, message: arrived };
      const message = await show(api, { channel, delivery: { ...delivery, replaces }, log });
      return { message: { ...here, message } };
    } catch (error) {
      throw toPlatformError(error);
    }
  };
}

/** Posts or updates; where a workspace refuses the blocks, the text alone carries the whole meaning. */
async function show(
  api: Api,
  { channel, delivery, log }: { channel: string; delivery: Delivery; log: Log },
): Promise<string> {
  const message = renderMessage(delivery.document);
  try {
    return await send(api, { channel, delivery, message });
  } catch (error) {
    if (!refusesBlocks(error)) throw error;
    log.warn('slack-blocks-refused', { delivery: delivery.id });
    return send(api, { channel, delivery, message: { ...message, blocks: [] } });
  }
}

async function send(
  api: Api,
  { channel, delivery, message }: { channel: string; delivery: Delivery; message: Message },
): Promise<string> {
  const content = { ...message, metadata: { event_type: eventType, event_payload: { id: markOf(delivery) } } };
  if (delivery.replaces !== null) {
    const { channel: held, message: ts } = delivery.replaces;
    await api.chat.update({ channel: held, ts, ...content });
    return ts;
  }
  const { ts } = await api.chat.postMessage({ channel, ...content, ...quietly, ...inThread(delivery.inReplyTo) });
  return ts ?? '';
}

/** No link unfolds, and nothing in the text is made into a mention, a channel or bold print. */
export const quietly = {
  unfurl_links: false,
  unfurl_media: false,
  mrkdwn: false,
  link_names: false,
  parse: 'none',
} as const;

function inThread(root: MessageRef | null): { thread_ts?: string } {
  return root === null ? {} : { thread_ts: root.message };
}

const eventType = 'wesaid';
const lookedThrough = 200;

/** Any app in the workspace may read it, and a delivery's id may hold a person's: who said what without a name shall not show there. */
function markOf({ id }: Delivery): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 32);
}

/** The message that an earlier try of this delivery left behind. */
async function find(api: Api, { channel, delivery }: { channel: string; delivery: Delivery }): Promise<string | null> {
  const asked = { channel, include_all_metadata: true, limit: lookedThrough };
  const page: unknown =
    delivery.inReplyTo === null
      ? await api.conversations.history(asked)
      : await api.conversations.replies({ ...asked, ts: delivery.inReplyTo.message });
  const mine = parts(page, 'messages').find((message) => {
    const metadata = part(message, 'metadata');
    return metadata.event_type === eventType && part(metadata, 'event_payload').id === markOf(delivery);
  });
  return text(mine, 'ts');
}
