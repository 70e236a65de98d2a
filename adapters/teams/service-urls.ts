/**
 * Where Teams may be reached. An activity names its own gateway, and our token goes there, so no other host is believed.
 * https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages and
 * https://microsoft.github.io/Agents-for-js/variables/_microsoft_agents-hosting.TeamsServiceEndpoints.html
 */
const microsofts = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
]);

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

export interface Whereabouts {
  /** False when nothing is signed, for local trying out. */
  readonly signed: boolean;
  /** A stand-in's address; null is Microsoft itself. */
  readonly apiUrl: string | null;
}

/** True for a gateway that may be given our token: Microsoft's, the stand-in's, or this machine's own when nothing is signed. */
export function isOurGateway(serviceUrl: string, { signed, apiUrl }: Whereabouts): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  if (url.username !== '' || url.password !== '') return false;
  if (apiUrl !== null) return withSlash(serviceUrl) === withSlash(apiUrl);
  if (!signed && loopback.has(url.hostname)) return url.protocol === 'http:' || url.protocol === 'https:';
  return url.protocol === 'https:' && url.port === '' && microsofts.has(url.hostname);
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
