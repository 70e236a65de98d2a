import { describe, expect, it } from 'vitest';
import { createAddresses } from '../../../adapters/teams/addresses.ts';
import type { RosterMember } from '../../../adapters/teams/connectors.ts';
import { createPeople, withPeople } from '../../../adapters/teams/people.ts';
import { isOurGateway } from '../../../adapters/teams/service-urls.ts';
import { refKey } from '../../../src/domain/ids.ts';
import type { AddressBook } from '../../../src/ports.ts';
import { channel, dev, devsDirectoryId, gateway, readOne, ruth, team, tenant } from './recorded.ts';

const person = { platform: 'teams', workspace: tenant, user: ruth } as const;
const inChannel = { serviceUrl: gateway, tenant, conversation: channel.channel };

/** A book that tells how often it was written in, and a Teams that opens chats and has a roster. */
function atWork() {
  const kept = new Map<string, string>();
  const did = { writes: 0, opened: 0, rosters: 0 };
  const book: AddressBook = {
    get: (of) => Promise.resolve(kept.get(refKey(of)) ?? null),
    keep: (of, address) => {
      did.writes += 1;
      return Promise.resolve(void kept.set(refKey(of), address));
    },
  };
  const openChat = ({ user }: { user: string }): Promise<string> => {
    did.opened += 1;
    return Promise.resolve(`a:${user}`);
  };
  const roster: RosterMember[] = [{ id: ruth, directoryId: null, name: 'Ruth Lane' }];
  const members = (): Promise<readonly RosterMember[]> => {
    did.rosters += 1;
    return Promise.resolve([...roster]);
  };
  const begin = () => createAddresses({ book, openChat });
  const addresses = begin();
  return { addresses, begin, did, roster, people: createPeople({ sdk: { members }, addresses }) };
}

describe('where places and people are reached', () => {
  it('is kept once, and nothing is written while it stays the same', async () => {
    const { addresses, did } = atWork();
    await addresses.learn(channel, inChannel);
    const { writes } = did;
    for (let time = 0; time < 5; time++) await addresses.learn(channel, inChannel);
    expect(did.writes).toBe(writes);
    expect(await addresses.ofPlace(channel)).toEqual(inChannel);
  });

  it('is known after a restart', async () => {
    const { addresses, begin } = atWork();
    await addresses.learn(channel, inChannel);
    await addresses.learnTeam(team.channel, channel);
    const later = begin();
    expect(await later.ofPlace(channel)).toEqual(inChannel);
    expect(await later.channelsOf(team)).toEqual([channel]);
  });

  it('moves when Microsoft moves, for opening chats too', async () => {
    const { addresses } = atWork();
    await addresses.learn(channel, inChannel);
    const moved = { ...inChannel, serviceUrl: 'https://smba.trafficmanager.net/emea/' };
    await addresses.learn(channel, moved);
    expect(await addresses.ofPlace(channel)).toEqual(moved);
    expect(await addresses.reach(person)).toMatchObject({ serviceUrl: moved.serviceUrl });
  });

  it('is refused for good for a place that Teams never told of', async () => {
    await expect(atWork().addresses.ofPlace(channel)).rejects.toMatchObject({ code: 'place-not-known', forGood: true });
  });

  it('a chat is opened once for someone who never wrote, and never for someone who did', async () => {
    const { addresses, begin, did } = atWork();
    await addresses.learn(channel, inChannel);
    expect(await addresses.reach(person)).toEqual({ serviceUrl: gateway, tenant, conversation: `a:${ruth}` });
    await addresses.reach(person);
    await begin().reach(person);
    expect(did.opened).toBe(1);
    const wrote = { ...person, user: dev };
    await addresses.learn(wrote, { ...inChannel, conversation: 'a:dev' });
    expect(await addresses.reach(wrote)).toMatchObject({ conversation: 'a:dev' });
    expect(did.opened).toBe(1);
  });

  it('nobody is reached in an organisation from which nothing was ever heard', async () => {
    const { addresses } = atWork();
    await addresses.learn(channel, inChannel);
    const elsewhere = { ...person, workspace: 'another-tenant' };
    await expect(addresses.reach(elsewhere)).rejects.toMatchObject({ code: 'person-not-known', forGood: true });
  });

  it('a place that took WeSaid out is no longer known, until it is heard of again', async () => {
    const { addresses } = atWork();
    expect(await addresses.isKnown(channel)).toBe(false);
    await addresses.learn(channel, inChannel);
    expect(await addresses.isKnown(channel)).toBe(true);
    await addresses.forget(channel);
    expect(await addresses.isKnown(channel)).toBe(false);
    await addresses.learn(channel, inChannel);
    expect(await addresses.isKnown(channel)).toBe(true);
  });
});

describe('who is in a place', () => {
  it('is asked once within the hour, and anew when someone came or went', async () => {
    const { addresses, people, did, roster } = atWork();
    await addresses.learn(channel, inChannel);
    await people.whoIsIn(channel);
    roster.push({ id: dev, directoryId: devsDirectoryId, name: 'Dev Patel' });
    expect(await people.whoIsIn(channel)).toHaveLength(1);
    expect(did.rosters).toBe(1);
    people.changed();
    expect(await people.whoIsIn(channel)).toEqual([
      { identity: person, name: 'Ruth Lane' },
      { identity: { ...person, user: dev }, name: 'Dev Patel' },
    ]);
  });

  it('someone who was picked is found by the id of the directory', async () => {
    const { addresses, people, roster } = atWork();
    roster.push({ id: dev, directoryId: devsDirectoryId, name: 'Dev Patel' });
    await addresses.learn(channel, inChannel);
    const { interaction } = readOne('task-submit');
    expect(await withPeople(interaction, people)).toMatchObject({ values: { words: 'The stairs', with: [dev] } });
  });

  it('someone who is not there stays unknown, and no form asks for the whole place again', async () => {
    const { addresses, people, did } = atWork();
    await addresses.learn(channel, inChannel);
    expect(await people.userOf(devsDirectoryId, channel)).toBeNull();
    expect(await people.userOf(devsDirectoryId, channel)).toBeNull();
    expect(did.rosters).toBe(1);
  });
});

describe('whom our token may be given', () => {
  const microsoft = { signed: true, apiUrl: null };
  it.each([
    'https://smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net/amer-client-ss.msg/',
    'https://smba.infra.gcc.teams.microsoft.com/gcc',
  ])('%s is Microsoft', (url) => {
    expect(isOurGateway(url, microsoft)).toBe(true);
  });

  it.each([
    'http://smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net:8443/uk/',
    'https://smba.trafficmanager.net.evil.example/uk/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://someone@smba.trafficmanager.net/',
    'https://evil.trafficmanager.net/',
    'http://localhost:3978/',
    'smba.trafficmanager.net',
    '',
  ])('%s is not', (url) => {
    expect(isOurGateway(url, microsoft)).toBe(false);
  });

  it('with a stand-in it is the stand-in alone, and with nothing signed this machine too', () => {
    const standIn = { signed: true, apiUrl: 'http://127.0.0.1:4000' };
    expect(isOurGateway('http://127.0.0.1:4000/', standIn)).toBe(true);
    expect(isOurGateway('http://127.0.0.1:4001/', standIn)).toBe(false);
    expect(isOurGateway('https://smba.trafficmanager.net/uk/', standIn)).toBe(false);
    expect(isOurGateway('http://localhost:56150/_connector', { signed: false, apiUrl: null })).toBe(true);
    expect(isOurGateway('http://192.168.0.9:56150/', { signed: false, apiUrl: null })).toBe(false);
  });
});
