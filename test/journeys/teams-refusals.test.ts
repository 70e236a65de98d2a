import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusals } from '../support/teams-refusal.ts';
import { channel, chat, idOf, runInTeams, team, type TeamsRunning } from './teams-running.ts';
import { stageOf } from './teams-stage.ts';
import { setUpWillow, theOne, type Stage } from './stage.ts';

let running: TeamsRunning;
let stage: Stage;

beforeAll(async () => {
  running = await runInTeams();
  stage = stageOf(running, 'channel');
}, 120_000);
afterAll(() => running.close());
beforeEach(async () => {
  await running.reset('2027-02-26T09:00:00Z');
  await setUpWillow(stage);
}, 120_000);

const question = "This week's question";
/** Calls that asked to post in a conversation, threads of it too. */
const triesIn = (where: string): number =>
  running.teams.calls.filter(({ operation, conversation }) => operation === 'send' && conversation?.startsWith(where))
    .length;
const said = (where: string): readonly string[] =>
  running.teams.posts(where).flatMap(({ byBot, summary }) => (byBot ? [summary] : []));
const inChannel = (): readonly string[] => said(channel);
const inChat = (): readonly string[] => said(chat);

describe('when Teams says no', { timeout: 120_000 }, () => {
  it('a place without the app is told to each coordinator once, and is not tried again', async () => {
    for (const name of ['Priya', 'Ellis', 'Ruth'] as const) await running.people().addBot({ user: idOf(name) });
    await running.settled();
    const notes = (await stage.notes('Priya')).length;
    const members = (await stage.notes('Ruth')).length;
    const tries = triesIn(channel);
    // Nobody tells the program: that activity was lost.
    const there = running.teams.world.teams.get(team);
    if (there !== undefined) there.installed = false;
    await running.moveTo('2027-03-01T10:05:00Z');
    await running.moveTo('2027-03-01T22:00:00Z');
    expect(triesIn(channel) - tries, 'the question alone').toBe(1);
    const told = (await stage.notes('Priya')).slice(notes);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/Willow/);
    expect(await stage.notes('Ruth'), 'and to nobody else').toHaveLength(members);
  });

  it('a place from which the app was taken out is left alone, and goes on when it comes back', async () => {
    await running.people().removeBot({ user: idOf('Ruth'), where: channel });
    await running.settled();
    const before = running.teams.calls.filter(({ conversation }) => conversation?.startsWith(channel)).length;
    await running.moveTo('2027-03-01T10:05:00Z');
    const after = running.teams.calls.filter(({ conversation }) => conversation?.startsWith(channel)).length;
    expect(after, 'nothing is tried there').toBe(before);
    await running.people().addBot({ user: idOf('Ruth'), where: channel });
    await running.settled();
    await running.moveTo('2027-03-08T10:05:00Z');
    expect(inChannel().join('\n')).toContain(question);
  });

  it('"too many requests" is waited out as long as Teams says, and holds up no other place', async () => {
    const rowan = stageOf(running, 'group chat');
    await rowan.type('Priya', 'setup Rowan, check-in Mondays at 10am, digest Tuesdays at 9am, zone Europe/London');
    await rowan.press('Priya', 'Yes, I will take part');
    running.teams.failNext('send', { status: 429, retryAfter: 90 }, { conversation: channel });
    const before = triesIn(channel);
    await running.moveTo('2027-03-01T10:00:00Z');
    expect(inChat().join('\n'), 'the other place has its question').toContain(question);
    expect(inChannel().join('\n')).not.toContain(question);
    await running.moveTo('2027-03-01T10:01:29Z');
    expect(triesIn(channel) - before, 'not before its time').toBe(1);
    await running.moveTo('2027-03-01T10:01:31Z');
    theOne(inChannel(), question);
  });

  it.each([
    ['412', { status: 412 }],
    ['502', { status: 502 }],
    ['504', { status: 504 }],
    ['a broken connection', { dropBefore: true }],
  ] as const)('%s is tried again later, and the question is there once', async (_, fault) => {
    running.teams.failNext('send', fault, { conversation: channel, times: 2 });
    await running.moveTo('2027-03-01T10:00:00Z');
    await running.moveTo('2027-03-01T10:05:00Z');
    theOne(inChannel(), question);
  });

  it('a call that hangs holds up no other place, and is tried again', async () => {
    const rowan = stageOf(running, 'group chat');
    await rowan.type('Priya', 'setup Rowan, check-in Mondays at 10am, digest Tuesdays at 9am, zone Europe/London');
    await rowan.press('Priya', 'Yes, I will take part');
    running.teams.failNext('send', { hang: true }, { conversation: channel });
    const moved = running.moveTo('2027-03-01T10:00:00Z');
    await running.teams.until(() => inChat().join().includes(question), 'the question of the other place');
    expect(inChannel().join()).not.toContain(question);
    await moved;
    await running.moveTo('2027-03-01T10:05:00Z');
    theOne(inChannel(), question);
  });

  it('a post whose yes was lost may stand there twice, and never not at all', async () => {
    running.teams.failNext('send', { dropAfter: true }, { conversation: channel });
    await running.moveTo('2027-03-01T10:05:00Z');
    const shown = inChannel().filter((words) => words.includes(question)).length;
    expect([1, 2]).toContain(shown);
    await running.moveTo('2027-03-02T08:00:00Z');
    expect(inChannel().filter((words) => words.includes(question))).toHaveLength(shown);
  });

  it('someone who has blocked the bot gets nothing, and everyone else gets all', async () => {
    running.teams.world.blockers.add(idOf('Dev'));
    await stage.type('Priya', 'ask "What got in the way?"');
    await running.moveTo('2027-03-01T10:05:00Z');
    expect(inChannel().filter((words) => words.includes('What got in the way?'))).not.toEqual([]);
    expect(triesIn(running.teams.world.personalOf(idOf('Dev')).id)).toBeLessThanOrEqual(3);
  });

  it('an update of a message that someone deleted ends there', async () => {
    await running.moveTo('2027-03-01T10:05:00Z');
    const [post] = running.teams.posts(channel).filter(({ summary }) => summary.includes(question));
    if (post === undefined) throw new Error('no question');
    running.teams.world.change(post, { deleted: true });
    const tries = (): number => running.teams.calls.filter(({ operation }) => operation === 'update').length;
    const before = tries();
    await running.moveTo('2027-03-05T10:05:00Z');
    expect(tries() - before).toBeLessThanOrEqual(1);
  });

  it('the app was switched off for the whole organisation: no storm, and all goes on when it is back', async () => {
    const off = { refusal: refusals.disabled() };
    const before = triesIn(channel);
    running.teams.failNext('send', off, { conversation: channel });
    await running.moveTo('2027-03-01T10:05:00Z');
    expect(triesIn(channel) - before).toBe(1);
    await running.moveTo('2027-03-08T10:05:00Z');
    theOne(inChannel(), 'I will feel proud');
  });
});
