import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTeamsAdapter, type TeamsAdapter } from '../../adapters/teams/adapter.ts';
import { refKey } from '../../src/domain/ids.ts';
import type { AddressBook, Handle, Interaction, Log, Reply } from '../../src/ports.ts';
import { teamsClient, type TeamsClient } from './teams-client.ts';
import { startTeams, type TeamsStandIn } from './teams-stand-in.ts';

/** Willow's channel and chat, three of its people, with the adapter answering as a test tells it to. */
export interface TeamsAtWork {
  readonly teams: TeamsStandIn;
  readonly adapter: TeamsAdapter;
  readonly people: TeamsClient;
  /** Every act that reached the program, in order. */
  readonly heard: readonly Interaction[];
  /** What was logged, one line each. */
  readonly logged: readonly string[];
  readonly url: string;
  close(): Promise<void>;
}

export const ruth = '29:1ruth';
export const dev = '29:1dev';
export const amina = '29:1amina';
export const team = '19:hospital-arts@thread.tacv2';
export const channel = '19:willow@thread.tacv2';
export const chat = '19:willow-chat@thread.v2';

/** The app is in the team and in the chat already, and has told the adapter so. */
export async function teamsAtWork(
  answer: (interaction: Interaction) => Reply | Promise<Reply> = () => ({ kind: 'none' }),
  { now, addresses = addressBook() }: { now?: () => number; addresses?: AddressBook } = {},
): Promise<TeamsAtWork> {
  const teams = await startTeams(now === undefined ? {} : { now });
  teams.addUser({ id: ruth, name: 'Ruth Lane' });
  teams.addUser({ id: dev, name: 'Dev Patel' });
  teams.addUser({ id: amina, name: 'Amina Noor' });
  teams.addTeam({ id: team, name: 'Hospital arts', members: [ruth, dev, amina] });
  teams.addChannel({ id: channel, name: 'willow', team });
  teams.addGroupChat({ id: chat, members: [ruth, dev, amina] });

  const heard: Interaction[] = [];
  const logged: string[] = [];
  const handle: Handle = async (interaction) => {
    heard.push(interaction);
    return answer(interaction);
  };
  const clock = { now: () => new Date(teams.now()).toISOString() };
  const adapter = createTeamsAdapter({
    app: { id: teams.appId, password: teams.appPassword, tenant: teams.tenant },
    tenants: [teams.tenant],
    apiUrl: teams.url,
    addresses,
    clock,
    log: logInto(logged),
  });
  await adapter.start(handle);
  const server = await serve(adapter);
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/messages`;
  const people = teamsClient({ url, teams });
  await people.addBot({ user: ruth, where: channel });
  await people.addBot({ user: ruth, where: chat });
  heard.length = 0;
  return {
    teams,
    adapter,
    people,
    heard,
    logged,
    url,
    close: async () => {
      await adapter.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await teams.close();
    },
  };
}

/** An address book that lives as long as its test. */
export function addressBook(): AddressBook {
  const kept = new Map<string, string>();
  return {
    get: (of) => Promise.resolve(kept.get(refKey(of)) ?? null),
    keep: (of, address) => Promise.resolve(void kept.set(refKey(of), address)),
  };
}

function serve(adapter: TeamsAdapter): Promise<Server> {
  const server = createServer(adapter.listener);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function logInto(lines: string[]): Log {
  const line =
    (level: string) =>
    (what: string, fields: Readonly<Record<string, unknown>> = {}): void => {
      lines.push(`${level} ${what} ${JSON.stringify(fields)}`);
    };
  return { info: line('info'), warn: line('warn'), error: line('error') };
}
