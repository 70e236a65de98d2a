import { part, text, type Payload } from './payload.ts';
import { isOurGateway, type Whereabouts } from './service-urls.ts';

export interface GateOptions extends Whereabouts {
  /** Whose activities are heard; not asked when nothing is signed. */
  readonly tenants: readonly string[];
}

/** Whether an activity, its sender known by now, may be heard at all. */
export function createGate(options: GateOptions): (activity: Payload) => boolean {
  const tenants = new Set(options.tenants.map((tenant) => tenant.toLowerCase()));
  const { signed } = options;
  return (activity) =>
    (!signed || tenants.has((tenantOf(activity) ?? '').toLowerCase())) &&
    isOurGateway(text(activity, 'serviceUrl') ?? '', options);
}

/** The organisation in which it happened; Teams names it in every activity. */
export function tenantOf(activity: Payload): string | null {
  return text(part(part(activity, 'channelData'), 'tenant'), 'id') ?? text(part(activity, 'conversation'), 'tenantId');
}
