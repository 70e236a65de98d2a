import { PlatformRefused } from '../../src/ports.ts';
import { isBot } from './acts.ts';
import { toPlatformError } from './errors.ts';
import { isOurGateway, type Whereabouts } from './service-urls.ts';

/** Someone in a conversation's roster. Bots are left out. */
export interface RosterMember {
  /** `29:…` */
  readonly id: string;
  /** The person's id in their organisation's directory; what people pickers give. */
  readonly directoryId: string | null;
  readonly name: string;
}

/** What is used of botbuilder's ConnectorClient, whose type its main package does not export. */
export interface Connector {
  readonly conversations: Conversations;
}

interface Conversations {
  sendToConversation(conversation: string, activity: object): Promise<{ id?: string }>;
  updateActivity(conversation: string, id: string, activity: object): Promise<unknown>;
  createConversation(parameters: object): Promise<{ id?: string }>;
  getConversationPagedMembers(
    conversation: string,
    options: { pageSize: number; continuationToken?: string },
  ): Promise<{ continuationToken?: string; members?: readonly { id?: string; name?: string; aadObjectId?: string }[] }>;
}

/** The Bot Connector at one gateway. Throws PlatformRefused or PlatformUnreachable. */
export type Calling = <T>(serviceUrl: string, call: (api: Conversations) => Promise<T>) => Promise<T>;

/** One client a gateway. Our token goes only where Teams may be. */
export function createCalling(
  open: (serviceUrl: string) => Promise<Connector>,
  { whereabouts }: { whereabouts: Whereabouts },
): Calling {
  const known = new Map<string, Connector>();
  const connectorOf = async (serviceUrl: string): Promise<Connector> => {
    const connector = known.get(serviceUrl);
    if (connector !== undefined) return connector;
    if (!isOurGateway(serviceUrl, whereabouts)) throw new PlatformRefused('service-url-not-ours', { forGood: true });
    const opened = await open(serviceUrl);
    known.set(serviceUrl, opened);
    return opened;
  };
  return async (serviceUrl, call) => {
    try {
      return await call((await connectorOf(serviceUrl)).conversations);
    } catch (error) {
      throw toPlatformError(error);
    }
  };
}

/** The largest page that Teams gives: https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/get-teams-context */
const pageSize = 500;

/** Everyone in the conversation, page by page. */
export async function allMembers(api: Conversations, conversation: string): Promise<readonly RosterMember[]> {
  const found: RosterMember[] = [];
  let next = '';
  do {
    const from = next === '' ? {} : { continuationToken: next };
    const page = await api.getConversationPagedMembers(conversation, { pageSize, ...from });
    for (const { id, name, aadObjectId } of page.members ?? []) {
      if (id !== undefined && !isBot(id)) found.push({ id, directoryId: aadObjectId ?? null, name: name ?? '' });
    }
    next = page.continuationToken ?? '';
  } while (next !== '');
  return found;
}
