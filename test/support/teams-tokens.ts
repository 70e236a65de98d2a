import { randomBytes } from 'node:crypto';
import type { Done } from './teams-connector.ts';

/**
 * The tokens that a bot asks for with its secret and shows to the connector;
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export function createTokens({ tenant, appId, appPassword }: { tenant: string; appId: string; appPassword: string }) {
  const good = new Set<string>();
  let lifeSeconds = 3599;

  return {
    /** The answer of `/<tenant>/oauth2/v2.0/token`. */
    grant: (path: string, method: string | undefined, body: string): Done => {
      const form = new URLSearchParams(body);
      if (method !== 'POST' || form.get('grant_type') !== 'client_credentials')
        return refused(400, 'unsupported_grant_type', 'AADSTS70003');
      if (path !== `/${tenant}/oauth2/v2.0/token`) return refused(400, 'invalid_request', 'AADSTS90002');
      if (form.get('scope') !== 'https://api.botframework.com/.default')
        return refused(400, 'invalid_scope', 'AADSTS70011');
      if (form.get('client_id') !== appId) return refused(401, 'unauthorized_client', 'AADSTS700016');
      if (form.get('client_secret') !== appPassword) return refused(401, 'invalid_client', 'AADSTS7000215');
      const token = randomBytes(24).toString('base64url');
      good.add(token);
      return {
        status: 200,
        body: { token_type: 'Bearer', expires_in: lifeSeconds, ext_expires_in: lifeSeconds, access_token: token },
      };
    },
    isValid: (authorization: string | undefined): boolean =>
      authorization?.startsWith('Bearer ') === true && good.has(authorization.slice('Bearer '.length)),
    /** What the next ones are said to live. */
    live: (seconds: number): void => {
      lifeSeconds = seconds;
    },
    expire: (): void => {
      good.clear();
    },
  };
}

function refused(status: number, error: string, code: string): Done {
  return { status, body: { error, error_description: `${code}: the request was refused.` } };
}
