import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { PlatformRefused, type Log } from '../../src/ports.ts';
import { isBot, type Address, type Invoked } from './acts.ts';
import { errorFacts } from './log.ts';
import { toPlatformError } from './errors.ts';
import { text, type Payload } from './payload.ts';
import { answerRequest, end } from './requests.ts';
import { isOurGateway } from './service-urls.ts';
import { claimsToBeConnectors, isKeysMissing, quietConnector } from './signed.ts';
import { createTokens, inTime } from './tokens.ts';
import { createWire, type Wire } from './wire.ts';

/** Someone in a conversation's roster. Bots are left out. */
export interface RosterMember {
  /** `29:…` */
  readonly id: string;
  /** The person's id in their organisation's directory; what people pickers give. */
  readonly directoryId: string | null;
  readonly name: string;
}

/** All that is asked of botbuilder. Everything that goes wrong is thrown as PlatformRefused or PlatformUnreachable. */
export interface Sdk {
  /** Checks who sent it, then hands the activity on and answers the request: 200 only once `hear` is done. */
  listener(
    hear: (activity: Payload) => Promise<Invoked | null>,
  ): (request: IncomingMessage, response: ServerResponse) => void;
  /** Posts; the new activity's id. */
  send(to: Address, activity: object): Promise<string>;
  update(to: Address, id: string, activity: object): Promise<void>;
  /** All pages of it. */
  members(of: Address): Promise<readonly RosterMember[]>;
  /** Opens the chat with one person, or finds it; its conversation id. */
  openChat(person: { readonly serviceUrl: string; readonly tenant: string; readonly user: string }): Promise<string>;
  close(): Promise<void>;
}

export interface SdkOptions {
  /** Null only for local trying out: nothing is signed, and calls carry no token. */
  readonly app: { readonly id: string; readonly password: string; readonly tenant: string } | null;
  /** A stand-in's address; null is Microsoft itself. */
  readonly apiUrl: string | null;
  readonly log: Log;
}

type Settings = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>;
type Credentials = NonNullable<Settings[1]>;
type HttpClient = NonNullable<NonNullable<Settings[4]>['httpClient']>;
type Activity = Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>[0];

/** What is used of botbuilder's ConnectorClient, which its main package does not export. */
interface Connector {
  readonly conversations: {
    sendToConversation(conversation: string, activity: object): Promise<{ id?: string }>;
    updateActivity(conversation: string, id: string, activity: object): Promise<unknown>;
    createConversation(parameters: object): Promise<{ id?: string }>;
    getConversationPagedMembers(
      conversation: string,
      options: { pageSize: number; continuationToken?: string },
    ): Promise<{
      continuationToken?: string;
      members?: readonly { id?: string; name?: string; aadObjectId?: string }[];
    }>;
  };
}

/** The largest page that Teams gives: https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/get-teams-context */
const pageSize = 500;

/** Teams through botbuilder: its checks of tokens, its tokens for us, its client of the Bot Connector. */
export function createSdk({ app, apiUrl, log }: SdkOptions): Sdk {
  const wire = createWire();
  const authentication = new ConfigurationBotFrameworkAuthentication(
    settingsFor({ app, apiUrl }),
    credentialsFor({ app, apiUrl, wire }),
    undefined,
    undefined,
    { httpClient: over(wire) },
  );
  const connectorOf = createConnectors(new CloudAdapter(authentication), { app, apiUrl });
  const bot = `28:${app?.id ?? 'wesaid'}`;
  quietConnector();

  const calling = async <T>(serviceUrl: string, call: (api: Connector['conversations']) => Promise<T>): Promise<T> => {
    try {
      return await call((await connectorOf(serviceUrl)).conversations);
    } catch (error) {
      throw toPlatformError(error);
    }
  };

  /** 401 for a token that is not the Bot Connector's, not for us, or not of this activity; 503 when nobody can know. */
  const check = async (activity: Payload, authorization: string): Promise<200 | 401 | 403 | 503> => {
    const channel = text(activity, 'channelId');
    if (app === null) return channel === 'msteams' || channel === 'emulator' ? 200 : 403;
    if (!claimsToBeConnectors(authorization)) return 401;
    if (channel !== 'msteams') return 403;
    try {
      await authentication.authenticateRequest(activity as unknown as Activity, authorization);
      return 200;
    } catch (error) {
      const keysMissing = isKeysMissing(error);
      log[keysMissing ? 'error' : 'warn'](
        keysMissing ? 'teams-keys-not-loaded' : 'teams-token-refused',
        errorFacts(error),
      );
      return keysMissing ? 503 : 401;
    }
  };

  return {
    listener: (hear) => (request, response) => {
      answerRequest(request, { check, hear }).then(
        (answer) => end(response, answer),
        (error: unknown) => {
          log.error('teams-activity-not-taken', errorFacts(error));
          end(response, { status: 500 });
        },
      );
    },
    send: async (to, activity) => {
      const { id } = await calling(to.serviceUrl, (api) => api.sendToConversation(to.conversation, activity));
      return id ?? '';
    },
    update: async (to, id, activity) => {
      await calling(to.serviceUrl, (api) => api.updateActivity(to.conversation, id, activity));
    },
    members: (of) => calling(of.serviceUrl, (api) => allMembers(api, of.conversation)),
    openChat: async ({ serviceUrl, tenant, user }) => {
      const chat = { isGroup: false, bot: { id: bot }, members: [{ id: user }], tenantId: tenant };
      const asked = { ...chat, channelData: { tenant: { id: tenant } } };
      const { id } = await calling(serviceUrl, (api) => api.createConversation(asked));
      return id ?? '';
    },
    close: () => wire.close(),
  };
}

/** One client a gateway. Our token goes only where Teams may be. */
function createConnectors(
  adapter: CloudAdapter,
  { app, apiUrl }: Pick<SdkOptions, 'app' | 'apiUrl'>,
): (serviceUrl: string) => Promise<Connector> {
  const known = new Map<string, Connector>();
  return async (serviceUrl) => {
    const connector = known.get(serviceUrl);
    if (connector !== undefined) return connector;
    if (!isOurGateway(serviceUrl, { signed: app !== null, apiUrl }))
      throw new PlatformRefused('service-url-not-ours', { forGood: true });
    const made = await connectorFrom(adapter, { app: app?.id ?? '', serviceUrl });
    known.set(serviceUrl, made);
    return made;
  };
}

/** botbuilder hands its client out in a turn only; nothing is sent by opening one. */
async function connectorFrom(
  adapter: CloudAdapter,
  { app, serviceUrl }: { readonly app: string; readonly serviceUrl: string },
): Promise<Connector> {
  let connector: Connector | undefined;
  await adapter.continueConversationAsync(app, { serviceUrl, conversation: nowhere }, async (turn) => {
    connector = turn.turnState.get<Connector>(adapter.ConnectorClientKey);
  });
  if (connector === undefined) throw new Error('botbuilder gave no client');
  return connector;
}

const nowhere = { id: '', isGroup: false, conversationType: '', name: '' };

async function allMembers(api: Connector['conversations'], conversation: string): Promise<readonly RosterMember[]> {
  const found: RosterMember[] = [];
  let continuationToken: string | undefined;
  do {
    const from = continuationToken === undefined ? {} : { continuationToken };
    const page = await api.getConversationPagedMembers(conversation, { pageSize, ...from });
    for (const { id, name, aadObjectId } of page.members ?? []) {
      if (id !== undefined && !isBot(id)) found.push({ id, directoryId: aadObjectId ?? null, name: name ?? '' });
    }
    continuationToken = page.continuationToken;
  } while (continuationToken !== undefined && continuationToken !== '');
  return found;
}

/** Whom our tokens are for, and who signs what comes. */
const connectors = 'https://api.botframework.com';

/** Single tenant: https://learn.microsoft.com/en-us/azure/bot-service/bot-service-quickstart-registration */
function settingsFor({ app, apiUrl }: Pick<SdkOptions, 'app' | 'apiUrl'>): NonNullable<Settings[0]> {
  const ours = { MicrosoftAppId: app?.id ?? '', MicrosoftAppTenantId: app?.tenant ?? '' };
  if (apiUrl === null) return ours;
  const keys = `${apiUrl.replace(/\/$/, '')}/v1/.well-known/openidconfiguration`;
  return {
    ...ours,
    ToChannelFromBotLoginUrl: apiUrl,
    ToChannelFromBotOAuthScope: connectors,
    ToBotFromChannelTokenIssuer: connectors,
    OAuthUrl: apiUrl,
    ToBotFromChannelOpenIdMetadataUrl: keys,
    ToBotFromEmulatorOpenIdMetadataUrl: keys,
    CallerId: 'urn:botframework:azure',
  };
}

/** botbuilder's own, over MSAL; MSAL insists on https, so a stand-in's tokens are asked for here. */
function credentialsFor({ app, apiUrl, wire }: Pick<SdkOptions, 'app' | 'apiUrl'> & { wire: Wire }): Credentials {
  if (app === null) return new ConfigurationServiceClientCredentialFactory({});
  const token = apiUrl === null ? null : createTokens({ app, apiUrl, wire });
  const microsofts = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: app.id,
    MicrosoftAppPassword: app.password,
    MicrosoftAppTenantId: app.tenant,
  });
  const create = microsofts.createCredentials.bind(microsofts);
  return Object.assign(microsofts, {
    createCredentials: async (
      ...[id, audience = connectors, ...more]: Parameters<Credentials['createCredentials']>
    ) => {
      const inner = await create(id, audience, ...more);
      const signRequest: typeof inner.signRequest = async (resource) => {
        if (token === null) return inTime(inner.signRequest(resource));
        resource.headers.set('authorization', `Bearer ${await inTime(token())}`);
        return resource;
      };
      return { signRequest };
    },
  });
}

/** botbuilder's client over our own connections: without its retries, and with timeouts. */
function over(wire: Wire): HttpClient {
  return {
    sendRequest: async (request) => {
      const { url, method } = request;
      const body = typeof request.body === 'string' ? request.body : null;
      const answer = await wire.call({ url, method, headers: request.headers.rawHeaders(), body });
      const headers = request.headers.clone();
      for (const name of headers.headerNames()) headers.remove(name);
      headers.set('content-type', 'application/json');
      return { request, status: answer.status, headers, bodyAsText: answer.body };
    },
  };
}
