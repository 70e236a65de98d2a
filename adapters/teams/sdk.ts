import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import type { Log } from '../../src/ports.ts';
import type { Address, Invoked } from './acts.ts';
import { errorFacts } from './log.ts';
import { allMembers, createCalling, type Connector, type RosterMember } from './connectors.ts';
import { text, type Payload } from './payload.ts';
import { answerRequest, end } from './requests.ts';
import { claimsToBeConnectors, isKeysMissing, quietConnector } from './signed.ts';
import { createTokens, inTime } from './tokens.ts';
import { createWire, type Wire } from './wire.ts';

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
type Asked = Parameters<ConfigurationServiceClientCredentialFactory['createCredentials']>;
type HttpClient = NonNullable<NonNullable<Settings[4]>['httpClient']>;
type Activity = Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>[0];

/** Teams through botbuilder: its checks of tokens, its tokens for us, its client of the Bot Connector. */
export function createSdk({ app, apiUrl, log }: SdkOptions): Sdk {
  const wire = createWire();
  const authentication = new ConfigurationBotFrameworkAuthentication(
    settingsFor({ app, apiUrl }),
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- botbuilder's own, which only implements the class
    credentialsFor({ app, apiUrl, wire }),
    undefined,
    undefined,
    { httpClient: over(wire) },
  );
  const adapter = new CloudAdapter(authentication);
  const open = (serviceUrl: string): Promise<Connector> => connectorAt(serviceUrl, { adapter, app: app?.id ?? '' });
  const calling = createCalling(open, { whereabouts: { signed: app !== null, apiUrl } });
  const bot = `28:${app?.id ?? 'wesaid'}`;
  quietConnector();

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
      if (isKeysMissing(error)) {
        log.error('teams-keys-not-loaded', errorFacts(error));
        return 503;
      }
      log.warn('teams-token-refused', errorFacts(error));
      return 401;
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

/** botbuilder hands its client out in a turn only; nothing is sent by opening one. */
async function connectorAt(
  serviceUrl: string,
  { adapter, app }: { readonly adapter: CloudAdapter; readonly app: string },
): Promise<Connector> {
  let connector: Connector | undefined;
  await adapter.continueConversationAsync(app, { serviceUrl, conversation: nowhere }, async (turn) => {
    connector = turn.turnState.get<Connector>(adapter.ConnectorClientKey);
  });
  if (connector === undefined) throw new Error('botbuilder gave no client');
  return connector;
}

const nowhere = { id: '', isGroup: false, conversationType: '', name: '' };

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
function credentialsFor({
  app,
  apiUrl,
  wire,
}: Pick<SdkOptions, 'app' | 'apiUrl'> & { wire: Wire }): ConfigurationServiceClientCredentialFactory {
  if (app === null) return new ConfigurationServiceClientCredentialFactory({});
  const token = apiUrl === null ? null : createTokens({ app, apiUrl, wire });
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: app.id,
    MicrosoftAppPassword: app.password,
    MicrosoftAppTenantId: app.tenant,
  });
  const create = factory.createCredentials.bind(factory);
  const createCredentials = async (...asked: Asked): ReturnType<typeof create> => {
    const inner = await create(...asked);
    return {
      signRequest: async (resource) => {
        if (token === null) return inTime(inner.signRequest(resource));
        resource.headers.set('authorization', `Bearer ${await inTime(token())}`);
        return resource;
      },
    };
  };
  return Object.assign(factory, { createCredentials });
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
