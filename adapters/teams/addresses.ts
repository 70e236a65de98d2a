import { PlatformRefused, type AddressBook } from '../../src/ports.ts';
import { channelOf, type Address, type Identity, type PlaceRef } from './acts.ts';
import { part, text, type Payload } from './payload.ts';
import type { Sdk } from './sdk.ts';

/** Where places and people are reached, kept in the program's own address book. */
export interface Addresses {
  /** Keeps where a place or a person's own chat is reached; writes nothing when that is known already. */
  learn(of: PlaceRef | Identity, address: Address): Promise<void>;
  /** Keeps that a channel belongs to a team; writes nothing when that is known already. */
  learnTeam(team: string, channel: PlaceRef): Promise<void>;
  /** The channels of a team from which something was ever heard. */
  channelsOf(team: PlaceRef): Promise<readonly PlaceRef[]>;
  /** The bot was taken out: what comes next is an arrival again. */
  forget(of: PlaceRef | Identity): Promise<void>;
  isKnown(of: PlaceRef | Identity): Promise<boolean>;
  /** Throws PlatformRefused `place-not-known`, for good, when Teams never told where it is. */
  ofPlace(place: PlaceRef): Promise<Address>;
  /** The person's own chat, opened when it never was. Throws PlatformRefused or PlatformUnreachable. */
  reach(person: Identity): Promise<Address>;
}

/** All that is kept under one key; each part may be missing. */
interface Entry {
  readonly serviceUrl: string | null;
  readonly conversation: string | null;
  readonly gone: boolean;
  /** Of a team. */
  readonly channels: readonly string[];
}

const nothing: Entry = { serviceUrl: null, conversation: null, gone: false, channels: [] };
/** What is remembered is only what need not be read again; past this many it begins anew. */
const mostRemembered = 20_000;

export function createAddresses({ book, openChat }: { book: AddressBook } & Pick<Sdk, 'openChat'>): Addresses {
  const remembered = new Map<string, Entry>();

  const read = async (of: PlaceRef | Identity): Promise<Entry> => {
    const key = keyOf(of);
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const kept = await book.get(of);
    const entry = kept === null ? nothing : readEntry(JSON.parse(kept));
    remember(key, entry);
    return entry;
  };
  const keep = async (of: PlaceRef | Identity, entry: Entry): Promise<void> => {
    await book.keep(of, JSON.stringify(entry));
    remember(keyOf(of), entry);
  };
  const remember = (key: string, entry: Entry): void => {
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, entry);
  };

  /** One gateway of the organisation, for opening chats. It moves with the place that it was learned from. */
  const learnGateway = async (
    tenant: string,
    { before, now }: { before: string | null; now: string },
  ): Promise<void> => {
    const { serviceUrl } = await read(gatewayOf(tenant));
    if (serviceUrl === null || (serviceUrl === before && serviceUrl !== now))
      await keep(gatewayOf(tenant), { ...nothing, serviceUrl: now });
  };

  return {
    learn: async (of, { serviceUrl, conversation }) => {
      const entry = await read(of);
      if (entry.serviceUrl === serviceUrl && entry.conversation === conversation && !entry.gone) return;
      await keep(of, { ...entry, serviceUrl, conversation, gone: false });
      await learnGateway(of.workspace, { before: entry.serviceUrl, now: serviceUrl });
    },
    learnTeam: async (team, channel) => {
      const place = channelOf(channel.workspace, team);
      const entry = await read(place);
      if (entry.channels.includes(channel.channel)) return;
      await keep(place, { ...entry, channels: [...entry.channels, channel.channel] });
    },
    channelsOf: async (team) => (await read(team)).channels.map((channel) => channelOf(team.workspace, channel)),
    forget: async (of) => {
      const entry = await read(of);
      if (entry.conversation !== null && !entry.gone) await keep(of, { ...entry, gone: true });
    },
    isKnown: async (of) => {
      const { conversation, gone } = await read(of);
      return conversation !== null && !gone;
    },
    ofPlace: async (place) => {
      const known = addressIn(await read(place), place.workspace);
      if (known === null) throw new PlatformRefused('place-not-known', { forGood: true });
      return known;
    },
    reach: async (person) => {
      const { workspace: tenant, user } = person;
      const known = addressIn(await read(person), tenant);
      if (known !== null) return known;
      const { serviceUrl } = await read(gatewayOf(tenant));
      if (serviceUrl === null) throw new PlatformRefused('person-not-known', { forGood: true });
      const conversation = await openChat({ serviceUrl, tenant, user });
      await keep(person, { ...nothing, serviceUrl, conversation });
      return { serviceUrl, tenant, conversation };
    },
  };
}

/** Teams tells a bot that was taken out so itself when it writes, so a place that is gone keeps its address. */
function addressIn({ serviceUrl, conversation }: Entry, tenant: string): Address | null {
  return serviceUrl === null || conversation === null ? null : { serviceUrl, tenant, conversation };
}

/** No conversation has an empty id. */
function gatewayOf(tenant: string): PlaceRef {
  return channelOf(tenant, '');
}

function keyOf(of: PlaceRef | Identity): string {
  return `${of.workspace}/${'user' in of ? of.user : of.channel}`;
}

function readEntry(kept: unknown): Entry {
  const channels: unknown = part({ kept }, 'kept').channels;
  return {
    serviceUrl: text(kept, 'serviceUrl'),
    conversation: text(kept, 'conversation'),
    gone: (kept as Payload).gone === true,
    channels: Array.isArray(channels) ? channels.filter((channel) => typeof channel === 'string') : [],
  };
}
