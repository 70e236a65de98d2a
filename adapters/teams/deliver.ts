import { PlatformRefused, type Delivery, type Log, type Receipt } from '../../src/ports.ts';
import type { Address, MessageRef } from './acts.ts';
import type { Addresses } from './addresses.ts';
import { toPlatformError } from './errors.ts';
import { inert } from './inert.ts';
import { errorFacts } from './log.ts';
import { createPosted } from './posted.ts';
import { renderMessage } from './render.ts';
import type { Sdk } from './sdk.ts';

interface Needs {
  readonly sdk: Pick<Sdk, 'send' | 'update'>;
  readonly addresses: Pick<Addresses, 'ofPlace' | 'reach'>;
  readonly log: Log;
}

/**
 * Shows one Delivery. Throws PlatformRefused or PlatformUnreachable, nothing else.
 *
 * A bot cannot look through a conversation in Teams, so a message that may have arrived is found again only where this
 * process posted it or still waits for it. After a restart, or where Teams posted and its yes was lost, it is posted
 * again: twice rather than never.
 */
export function createDeliver({ sdk, addresses, log }: Needs): (delivery: Delivery) => Promise<Receipt> {
  const posted = createPosted();

  const deliver = async (delivery: Delivery): Promise<MessageRef> => {
    const { to, replaces } = delivery;
    const address = 'user' in to ? await addresses.reach(to) : await addresses.ofPlace(to);
    const here = { platform: 'teams', workspace: to.workspace, channel: address.conversation } as const;
    const known = replaces ?? (delivery.mayHaveArrived ? await earlier(delivery, here) : null);
    if (known === null) {
      const message = await posted.keep(keyOf(delivery), () => post(address, delivery));
      return { ...here, message };
    }
    // What arrived may be an older version of it, so it is shown anew in its own place.
    await update({ ...address, conversation: known.channel }, { id: known.message, delivery });
    return known;
  };

  const earlier = async (delivery: Delivery, here: Omit<MessageRef, 'message'>): Promise<MessageRef | null> => {
    const message = await posted.find(keyOf(delivery));
    return message === null ? null : { ...here, message };
  };

  const post = (address: Address, delivery: Delivery): Promise<string> => {
    const to = inThread(address, delivery.inReplyTo);
    return orInWords(delivery, (activity) => sdk.send(to, activity));
  };

  const update = async (address: Address, { id, delivery }: { id: string; delivery: Delivery }): Promise<void> => {
    try {
      await orInWords(delivery, (activity) => sdk.update(address, id, activity));
    } catch (error) {
      throw isGone(error) ? new PlatformRefused('message-gone', { forGood: true }) : error;
    }
  };

  /** A card that Teams finds too large, by a count that is not ours: its words alone carry the whole meaning. */
  const orInWords = async <T>(delivery: Delivery, show: (activity: object) => Promise<T>): Promise<T> => {
    try {
      return await show(renderMessage(delivery.document, whereOf(delivery)));
    } catch (error) {
      if (!(error instanceof PlatformRefused && tooLarge.has(error.code))) throw error;
      log.warn('teams-card-refused', { delivery: delivery.id, ...errorFacts(error) });
      return show(inWords(delivery));
    }
  };

  return async (delivery) => {
    try {
      return { message: await deliver(delivery) };
    } catch (error) {
      throw toPlatformError(error);
    }
  };
}

/** Only channels have threads; in a chat a reply is a message among the others. */
function inThread(address: Address, root: MessageRef | null): Address {
  const hasThreads = /@thread\.(tacv2|skype)$/.test(address.conversation);
  return root === null || !hasThreads
    ? address
    : { ...address, conversation: `${address.conversation};messageid=${root.message}` };
}

function whereOf({ to, ownView }: Delivery) {
  return { channel: 'user' in to ? null : to.channel, ownView };
}

/** `plain` keeps Teams from reading Markdown and HTML in it. */
function inWords({ document: { summary } }: Delivery): object {
  const text = inert(summary);
  return { type: 'message', textFormat: 'plain', text, summary: text, attachments: [] };
}

const tooLarge = new Set(['message-size-too-big', 'http-413']);
/** Someone deleted it, or the whole conversation. https://learn.microsoft.com/en-us/microsoftteams/platform/bots/build-conversational-capability */
const gone = new Set(['activity-not-found-in-conversation', 'activity-not-found', 'not-found', 'http-404', 'http-410']);

function isGone(error: unknown): boolean {
  return error instanceof PlatformRefused && gone.has(error.code);
}

function keyOf({ id, to }: Delivery): string {
  return `${to.workspace}/${'user' in to ? to.user : to.channel}/${id}`;
}
