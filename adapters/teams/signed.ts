import { Buffer } from 'node:buffer';
import { isObject, text } from './payload.ts';

/** Who signs what the Bot Connector sends: https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#step-4-verify-the-jwt-token */
const issuer = 'https://api.botframework.com';

/**
 * Whether a token claims to be the Bot Connector's; only then is it worth checking. botbuilder also takes tokens of its
 * emulator, for which it remembers every organisation that anyone names, so those never reach it.
 */
export function claimsToBeConnectors(authorization: string): boolean {
  const [scheme, token, ...more] = authorization.split(' ');
  if (scheme !== 'Bearer' || token === undefined || more.length > 0) return false;
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return text(claims, 'iss') === issuer;
  } catch {
    // No token at all.
    return false;
  }
}

/** True when the keys could not be had, so that nobody knows whether the token is good. */
export function isKeysMissing(error: unknown): boolean {
  return isObject(error) && (error.statusCode === 500 || error.name === 'FetchError');
}

/**
 * botframework-connector prints the public key or the whole error for each token that is not good, so anyone could fill
 * the logs. Only those lines are left out; what matters of them is logged by whoever refuses the request.
 */
export function quietConnector(): void {
  if (isQuiet) return;
  isQuiet = true;
  /* eslint-disable no-console -- it is botframework-connector that prints; there is no setting for it */
  const print = console.error;
  console.error = (...said: unknown[]): void => {
    const [first] = said;
    const isTokens = first instanceof Error ? first.name === 'TokenExpiredError' : String(first).startsWith(noKey);
    if (!isTokens) print(...said);
  };
  /* eslint-enable no-console */
}

let isQuiet = false;
const noKey = 'Error finding key for token.';
