import { startTeams, type TeamsStandIn } from '../support/teams-stand-in.ts';
import { teamsClient } from '../support/teams-client.ts';
import { startBareTeams, startOurTeams } from './programs.ts';
import { farDay, readyLines, sideBySide } from './side-by-side.ts';

const channel = '19:bench0000000000000000000000000001@thread.tacv2';
const people = Array.from({ length: 12 }, (_, at) => `29:1bench${String(at).padStart(2, '0')}`);
const perRound = 400;

/**
 * An answer in a question's thread, durable before Teams has its 200, beside a bare CloudAdapter that keeps one durable
 * row for each message. Both check the same signed tokens with the keys of the stand-in.
 */
export async function teams({ folder }: { folder: string }): Promise<boolean> {
  const standIn = await startTeams();
  for (const [at, id] of people.entries()) standIn.addUser({ id, name: `Person ${String(at)}` });
  standIn.addTeam({ id: channel, name: 'Bench', members: people });
  const ours = await startOurTeams(`sqlite:${folder}/teams.db`, standIn);
  const bare = await startBareTeams(`${folder}/bare-teams.db`, standIn);
  try {
    const client = teamsClient({ url: `${ours.url}/api/messages`, teams: standIn });
    const thread = await openQuestion(client, standIn);
    const replies = await repliesIn(thread, { client, standIn });
    const token = standIn.keys.token(client.claims());
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    return await sideBySide(
      'A Teams answer, durable before its 200',
      { 'bare CloudAdapter': bare, WeSaid: ours },
      { sending: () => ({ path: '/api/messages', headers }), bodies: replies },
    );
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
    await standIn.close();
  }
}

type Client = ReturnType<typeof teamsClient>;

/** A huddle of twelve with a question open; each has answered once, so nobody is told "Heard." while it is measured. */
async function openQuestion(client: Client, standIn: TeamsStandIn): Promise<string> {
  const [first = '', ...others] = people;
  const type = (user: string, line: string) =>
    client.say({ user, where: channel, text: `<@${standIn.world.bot.id}> ${line}` });
  await client.addBot({ user: first, where: channel });
  await type(first, `setup Bench, check-in ${farDay()} at 10am, zone UTC`);
  await type(first, 'settings quiet 3am to 3:01am');
  await type(first, `people ${others.map((id) => `<@${id}>`).join(', ')}`);
  for (const [at, user] of people.entries()) {
    await type(user, `join as ${['People who use the service', 'Staff', 'Artists'][at % 3] ?? ''}`);
    await type(user, 'count me');
  }
  await type(first, `people coordinator <@${others[0] ?? ''}>`);
  for (const line of readyLines) await type(first, line);
  await type(first, 'ask "How is it going?"');
  const asked = () =>
    standIn.posts(channel).findLast(({ byBot, summary }) => byBot && summary.includes('How is it going?'));
  const { id: thread } = await standIn.until(asked, 'the question', 20_000);
  for (const user of people)
    await client.say({ user, where: channel, thread, text: `<@${standIn.world.bot.id}> Well enough.` });
  return thread;
}

/** Makes rounds of replies from what Teams sends for one, no two of one person side by side. */
async function repliesIn(
  thread: string,
  { client, standIn }: { client: Client; standIn: TeamsStandIn },
): Promise<() => readonly string[]> {
  const samples: Readonly<Record<string, unknown>>[] = [];
  for (const user of people) {
    const text = `<@${standIn.world.bot.id}> Fine so far.`;
    samples.push((await client.say({ user, where: channel, thread, text })).activity ?? {});
  }
  return () =>
    Array.from({ length: perRound }, (_, at) =>
      JSON.stringify({ ...samples[at % samples.length], id: standIn.world.nextMessageId() }),
    );
}
