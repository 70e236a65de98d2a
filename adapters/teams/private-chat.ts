import type { Document } from '../../src/messages/document.ts';
import type { Log } from '../../src/ports.ts';
import { teamsWords } from '../../src/words/en/teams.ts';
import type { Address, Way } from './acts.ts';
import type { Addresses } from './addresses.ts';
import { errorFacts } from './log.ts';
import { renderMessages } from './render.ts';
import type { Sdk } from './sdk.ts';

export interface PrivateChat {
  /** Shows it to the person alone. False where their own chat could not be reached; never throws. */
  tell(way: Way, document: Document): Promise<boolean>;
  /** Says in the place that there is an answer; nothing of it, and to nobody by name. */
  askToOpen(way: Way): Promise<void>;
}

/** Channels and group chats have no private answer, so it is given in the person's own chat with WeSaid. */
export function createPrivateChat({ sdk, addresses, log }: Needs): PrivateChat {
  return {
    tell: async (way, document) => {
      try {
        const address = way.direct ? way.address : await addresses.reach(way.who);
        await sendAll(sdk, { to: address, document, channel: placeOf(way) });
        return true;
      } catch (error) {
        log.warn('teams-chat-not-reached', errorFacts(error));
        return false;
      }
    },
    askToOpen: async (way) => {
      await sendAll(sdk, { to: way.address, document: openChat, channel: null });
    },
  };
}

interface Needs {
  readonly sdk: Pick<Sdk, 'send'>;
  readonly addresses: Pick<Addresses, 'reach'>;
  readonly log: Log;
}

/** One after the other: Teams shows them in the order in which they came. */
export async function sendAll(
  sdk: Pick<Sdk, 'send'>,
  { to, document, channel }: { to: Address; document: Document; channel: string | null },
): Promise<void> {
  for (const activity of renderMessages(document, { channel })) await sdk.send(to, activity);
}

/** The place that an act was done in or is about; null in a chat with one person where it is about none. */
export function placeOf({ direct, about, address }: Way): string | null {
  return direct ? (about ?? null) : (address.conversation.split(';messageid=', 1)[0] ?? null);
}

const openChat: Document = {
  summary: teamsWords.openChat,
  language: 'en',
  blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: teamsWords.openChat }] }],
};
