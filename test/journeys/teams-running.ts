import { freshFolder, startProgram, type Program } from '../support/program.ts';
import { rehearsalAt, type Rehearsal } from '../support/rehearsal.ts';
import { teamsClient, type TeamsClient } from '../support/teams-client.ts';
import { startTeams, type TeamsStandIn } from '../support/teams-stand-in.ts';
import { cardFor, type Shown } from '../support/teams-world.ts';
import { buttonsOf } from '../support/teams-seen.ts';
import { names, type Name } from './stage.ts';

export const team = '19:hospital-arts@thread.tacv2';
export const channel = '19:willow@thread.tacv2';
export const chat = '19:willow-chat@thread.v2';

export type TeamsRunning = Awaited<ReturnType<typeof runInTeams>>;

/**
 * The running program between a stand-in of Microsoft's servers and Willow's nine people. The app is in their team and in
 * their group chat. It keeps what it keeps in a new SQLite file, unless it is given the url of an empty database.
 */
export async function runInTeams({
  databaseUrl,
  also = {},
}: {
  databaseUrl?: string | undefined;
  /** Settings of another platform that runs beside it. */
  also?: Readonly<Record<string, string>>;
} = {}) {
  let nowMs = Date.now();
  const teams = await startTeams({ now: () => nowMs });
  peopleWillow(teams);
  const folder = await freshFolder();
  const settings = { DATABASE_URL: databaseUrl ?? folder.databaseUrl, ...settingsFor(teams), REHEARSAL: 'on', ...also };
  const start = async () => {
    const program = await startProgram(settings);
    const people = teamsClient({ url: `${program.url}/api/messages`, teams });
    return { program, people, rehearsal: rehearsalAt(program.url) };
  };
  let now = await start();
  for (const where of [channel, chat]) await now.people.addBot({ user: idOf('Priya'), where });

  return {
    teams,
    folder,
    settings,
    program: (): Program => now.program,
    /** Those who act, on the program that runs now. */
    people: (): TeamsClient => now.people,
    rehearsal: (): Rehearsal => now.rehearsal,
    /** After it was stopped or killed: the same database, and any free port. */
    startAgain: async (): Promise<void> => {
      now = await start();
    },
    reset: async (at: string): Promise<void> => {
      await now.rehearsal.advance('PT0S');
      nowMs = Date.parse(at);
      teams.calm();
      teams.world.messages.length = 0;
      teams.world.whispers.length = 0;
      teams.world.dialogs.clear();
      await now.rehearsal.reset(at);
      for (const each of [...teams.world.teams.values(), ...teams.world.conversations.values()]) each.installed = true;
    },
    moveTo: async (at: string): Promise<void> => {
      nowMs = Date.parse(at);
      await now.rehearsal.moveTo(at);
    },
    /** Done when everything that waits to be shown is shown. */
    settled: (): Promise<void> => now.rehearsal.advance('PT0S'),
    /** All that one person can see in the place and in their own chat, oldest first. */
    seenBy: (who: Name, place: string): readonly Shown[] => {
      const own = teams.world.personalOf(idOf(who)).id;
      return teams.world.messages.filter(
        ({ conversation, deleted }) => !deleted && (conversation === place || conversation === own),
      );
    },
    close: async (): Promise<void> => {
      await now.program.stop();
      await teams.close();
      await folder.remove();
    },
  };
}

export function settingsFor(teams: TeamsStandIn): Readonly<Record<string, string>> {
  return {
    TEAMS_APP_ID: teams.appId,
    TEAMS_APP_PASSWORD: teams.appPassword,
    TEAMS_TENANT_ID: teams.tenant,
    TEAMS_API_URL: teams.url,
  };
}

function peopleWillow(teams: TeamsStandIn): void {
  for (const name of names) teams.addUser({ id: idOf(name), name });
  const members = names.map(idOf);
  teams.addTeam({ id: team, name: 'Hospital arts', members });
  teams.addChannel({ id: channel, name: 'willow', team });
  teams.addGroupChat({ id: chat, name: 'Willow', members });
}

export function idOf(name: Name): string {
  return `29:1${name.toLowerCase()}`;
}

/** Whether this person sees a button with this label on the message. */
export function offers(shown: Shown, who: Name, label: string): boolean {
  const card = cardFor(shown, idOf(who));
  return card !== null && buttonsOf(card).some((button) => button.label === label);
}
