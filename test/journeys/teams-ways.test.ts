import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inputsOf, seen, seenIn } from '../support/teams-seen.ts';
import { cardFor, type Json, type Shown } from '../support/teams-world.ts';
import { channel, chat, idOf, runInTeams, team, type TeamsRunning } from './teams-running.ts';
import { stageOf } from './teams-stage.ts';
import { setUpWillow, theOne, type Name, type Stage } from './stage.ts';

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
  await running.moveTo('2027-03-01T10:05:00Z');
}, 120_000);

const weekly = "This week's question";
const question = (): Shown => {
  const found = running.teams.posts(channel).findLast((shown) => shown.byBot && seenIn(shown).includes(weekly));
  if (found === undefined) throw new Error('no question');
  return found;
};
const fresh = (shown: Shown): Shown => running.teams.world.find(shown.conversation, shown.id) ?? shown;
const viewOf = (who: Name): string => seen(cardFor(fresh(question()), idOf(who)) ?? {});
/** "We heard from 2 of 9 people.", as the closed question says it. */
const heardFrom = async (): Promise<string | undefined> => {
  await running.moveTo('2027-03-04T10:05:00Z');
  return /We heard from \d+ of 9 people/.exec(theOne(await stage.room(), 'has closed'))?.[0];
};

describe('ways to answer in Teams', { timeout: 120_000 }, () => {
  it('the dialog: it opens, asks for what is missing, keeps what was typed, and only the person sees the answer', async () => {
    const people = running.people();
    const user = idOf('Dev');
    const { dialog } = await people.press({ user, on: question(), label: 'Answer in private' });
    expect(seen(dialog?.card ?? {})).toContain('How will we know this has worked?');
    await expect(people.submit({ user, values: { text: 'The lift.' } }), 'who may see it').rejects.toThrow('filled in');
    const again = await people.submit({ user, values: { 'seen-by': 'coordinators' } });
    expect(inputOf(again.dialog?.card, 'seen-by'), 'kept').toMatchObject({ value: 'coordinators' });
    const done = await people.submit({ user, values: { text: 'When the lift works.' } });
    expect(done.status).toBe(200);
    await running.settled();
    const everyone = running.teams.world.messages.filter(({ conversation }) => conversation === channel);
    expect(everyone.map((shown) => seenIn(shown)).join('\n')).not.toContain('When the lift works.');
    expect(await heardFrom()).toBe('We heard from 1 of 9 people');
  });

  it('each screen shows their own state, and nobody sees the state of another', async () => {
    const people = running.people();
    const before = seen(question().card ?? {});
    await stage.reply('Dev', weekly, 'The lift.');
    await people.look({ user: idOf('Dev'), on: question() });
    await people.look({ user: idOf('Ruth'), on: question() });
    expect(viewOf('Dev'), 'one who answered').not.toBe(viewOf('Ruth'));
    expect(seen(fresh(question()).card ?? {}), 'what stands for all').toBe(before);
    expect(JSON.stringify(question().card)).not.toMatch(/29:1/);
  });

  it('a reply that names nobody is not heard, unless the team has let the app read along', async () => {
    const people = running.people();
    const speech = { where: channel, thread: question().id, text: 'The lift.' };
    expect((await people.say({ ...speech, user: idOf('Dev') })).activity, 'Teams tells nothing').toBeNull();
    running.teams.world.readsAll.add(team);
    expect((await people.say({ ...speech, user: idOf('Ruth') })).status).toBe(200);
    expect(await heardFrom()).toBe('We heard from 1 of 9 people');
  });

  it('talk beside the questions is a turn only where the huddle chose so, and its words are never kept', async () => {
    const people = running.people();
    running.teams.world.readsAll.add(team);
    const talk = (text: string) => people.say({ user: idOf('Jo'), where: channel, text });
    await running.moveTo('2027-03-01T11:00:00Z');
    await talk('Zinnias before the choice.');
    await stage.type('Priya', 'settings listening on');
    await running.moveTo('2027-03-01T12:00:00Z');
    await talk('Zinnias after the choice.');
    await running.moveTo('2027-03-09T09:05:00Z');
    expect(await stage.type('Jo', 'who')).toContain('You had 1 turn ');
    for (const file of await readdir(running.folder.path))
      expect((await readFile(join(running.folder.path, file))).includes('Zinnias'), file).toBe(false);
    expect(running.program().lines.join()).not.toContain('Zinnias');
  });

  it('an old client presses the same buttons and is heard the same', async () => {
    const people = running.people();
    const user = idOf('Dev');
    const before = (await stage.notes('Dev')).length;
    const { status } = await people.press({ user, on: question(), label: 'Skip', old: true });
    expect(status).toBe(200);
    await running.teams.until(
      () => running.teams.personal(user).filter(({ byBot }) => byBot).length > before,
      'a note',
    );
    expect(
      running.teams
        .posts(channel)
        .map((shown) => seenIn(shown))
        .join(),
    ).not.toMatch(/Dev/);
  });

  it('an edit changes the answer, a deletion takes it back, and an undo brings it again', async () => {
    const people = running.people();
    running.teams.world.readsAll.add(team);
    const { id } = await people.say({ user: idOf('Dev'), where: channel, thread: question().id, text: 'The lift.' });
    for (const act of [
      people.edit({ where: channel, id, text: 'The lift and the stairs.' }),
      people.remove({ where: channel, id }),
    ])
      expect((await act).status).toBe(200);
    await running.moveTo('2027-03-02T10:00:00Z');
    expect((await people.undo({ where: channel, id })).status).toBe(200);
    expect(await heardFrom()).toBe('We heard from 1 of 9 people');
  });

  it('a deletion that stays is no answer', async () => {
    const people = running.people();
    running.teams.world.readsAll.add(team);
    const { id } = await people.say({ user: idOf('Dev'), where: channel, thread: question().id, text: 'The lift.' });
    await people.remove({ where: channel, id });
    expect(await heardFrom()).toBe('We heard from 0 of 9 people');
  });

  it('a message of someone becomes a promise by its menu', async () => {
    const people = running.people();
    const { id } = await people.say({ user: idOf('Ruth'), where: channel, text: 'I can put up the sign.' });
    const on = running.teams.world.find(channel, id);
    if (on === null) throw new Error('nothing was said');
    const { dialog } = await people.messageAction({ user: idOf('Ruth'), on });
    expect(inputOf(dialog?.card, 'what')).toMatchObject({ value: 'I can put up the sign' });
    await people.submit({ user: idOf('Ruth'), values: { what: 'put up the sign', due: '2027-03-17' } });
    await running.settled();
    theOne(await stage.room(), 'put up the sign by Wednesday 17 March');
  });

  it('reactions, new kinds of activities and what other apps send are taken politely', async () => {
    const people = running.people();
    expect((await people.react({ user: idOf('Dev'), on: question() })).status).toBe(200);
    expect((await people.react({ user: idOf('Dev'), on: question(), added: false })).status).toBe(200);
    const sent = await people.mention({ user: idOf('Dev'), where: channel, text: 'promises' });
    const frame = { ...sent.activity };
    for (const change of [
      { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: { lastReadMessageId: '1' } },
      { type: 'typing' },
      { type: 'conversationUpdate', channelData: { tenant: { id: running.teams.tenant }, eventType: 'channelShared' } },
      { type: 'endOfConversation' },
      { type: 'somethingNew', value: { any: [1, null, 'x'] } },
      { type: 'message', text: null, attachments: null, entities: null },
      { type: 'messageReaction', reactionsAdded: null },
      { type: 'installationUpdate', action: 'something-new' },
    ])
      expect((await people.post({ ...frame, ...change, id: `f:${change.type}` })).status, change.type).toBe(200);
    for (const name of [
      'composeExtension/query',
      'signin/verifyState',
      'config/fetch',
      'task/fetch',
      'something/new',
    ]) {
      const { status } = await people.post({ ...frame, type: 'invoke', name, value: {}, id: `f:${name}` });
      expect([200, 400, 501], name).toContain(status);
    }
    expect(running.program().lines.join('\n')).not.toMatch(/"level":(50|60)/);
  });
});

describe('where nobody may look over a shoulder', { timeout: 120_000 }, () => {
  it.each(['who', 'me', 'join as Staff', 'pause', 'roles', 'people'])(
    '"%s" is never answered in the open',
    async (line) => {
      const before = running.teams.world.messages.filter(({ conversation }) => conversation === channel).length;
      await stage.type('Jo', line);
      const shown = running.teams.world.messages.filter(({ conversation }) => conversation === channel).slice(before);
      expect(shown.filter(({ byBot }) => byBot).map((each) => seenIn(each))).toEqual([]);
    },
  );

  it('someone whose own chat cannot be reached reads in the place only that there is an answer', async () => {
    running.teams.world.blockers.add(idOf('Jo'));
    await running.people().mention({ user: idOf('Jo'), where: channel, text: 'who' });
    const open = await running.teams.until(
      () =>
        running.teams.world.messages.find(
          ({ conversation, byBot, text, card }) =>
            conversation === channel && byBot && `${text}${seen(card ?? {})}`.includes('I have an answer for you'),
        ),
      'a hint',
    );
    expect(seenIn(open)).not.toMatch(/turns|quiet|Jo/);
  });

  it('the bot says hello once where it is let in, though Teams tells it twice, and again only after it was away', async () => {
    const { teams } = running;
    teams.addGroupChat({ id: '19:new@thread.v2', members: [idOf('Ruth'), idOf('Dev')] });
    const people = running.people();
    const hellos = (): number => teams.posts('19:new@thread.v2').length;
    await people.addBot({ user: idOf('Ruth'), where: '19:new@thread.v2' });
    await teams.until(() => hellos() > 0, 'a hello');
    await running.settled();
    expect(hellos()).toBe(1);
    await people.arrive({ user: idOf('Lena'), where: '19:new@thread.v2' });
    await running.settled();
    expect(hellos()).toBe(1);
    await people.removeBot({ user: idOf('Ruth'), where: '19:new@thread.v2' });
    await people.addBot({ user: idOf('Ruth'), where: '19:new@thread.v2' });
    await teams.until(() => hellos() > 1, 'a second hello');
    await running.settled();
    expect(hellos()).toBe(2);
  });

  it('a huddle of the channel and one of the group chat do not hear each other', async () => {
    const rowan = stageOf(running, 'group chat');
    await rowan.type('Lena', 'setup Rowan, check-in Tuesdays at 10am, digest Tuesdays at 9am, zone Europe/London');
    await rowan.press('Lena', 'Yes, I will take part');
    await rowan.type('Lena', 'we will tune the piano by 30 March');
    expect(
      running.teams
        .posts(chat)
        .map((shown) => seenIn(shown))
        .join(),
    ).toContain('tune the piano');
    expect((await stage.room()).join()).not.toContain('tune the piano');
  });
});

function inputOf(card: Json | undefined, id: string): Json | undefined {
  return inputsOf(card ?? {}).find((input) => input.id === id);
}
