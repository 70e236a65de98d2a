import { afterEach, describe, expect, it } from 'vitest';
import { paragraph, type Document } from '../../../src/messages/document.ts';
import type { Interaction, Reply } from '../../../src/ports.ts';
import { amina, channel, chat, dev, ruth, team, teamsAtWork, type TeamsAtWork } from '../../support/teams-program.ts';

let open: TeamsAtWork | null = null;
const given = async (answer?: (interaction: Interaction) => Reply | Promise<Reply>): Promise<TeamsAtWork> =>
  (open = await teamsAtWork(answer));
afterEach(async () => {
  await open?.close();
  open = null;
});

const heardLine: Document = { summary: 'Heard.', language: 'en', blocks: [paragraph('Heard.')] };
/** Says "Heard." to what is written; nothing to the installation, with which each of these begins. */
const answering = ({ kind }: Interaction): Reply =>
  kind === 'spoke' ? { kind: 'private', document: heardLine } : { kind: 'none' };
const broken = (): Promise<Reply> => Promise.reject(new Error('the disk is full'));
const kinds = (work: TeamsAtWork, from = 0): readonly string[] =>
  work.heard.slice(from).map(({ kind, where }) => `${kind} ${where === 'direct' ? 'direct' : where.channel}`);
/** What the bot wrote to Ruth alone, once all that is under way is through. */
const toRuth = async (work: TeamsAtWork): Promise<readonly string[]> => {
  await work.adapter.stop();
  return work.teams.personal(ruth).flatMap(({ byBot, summary }) => (byBot ? [summary] : []));
};

describe('an activity that comes twice', () => {
  it('is answered once, also when both come at the same moment', async () => {
    const work = await given(answering);
    const { activity } = await work.people.say({ user: ruth, text: 'promises' });
    if (activity === null) throw new Error('Teams told nobody');
    const again = await Promise.all([work.people.post(activity), work.people.post(activity)]);
    expect(again.map(({ status }) => status)).toEqual([200, 200]);
    expect(work.heard).toHaveLength(1);
    expect(await toRuth(work)).toEqual(['Heard.']);
  });
});

describe('when an act cannot be saved', () => {
  it('Teams is told so, the person is told so once, and the next try counts', async () => {
    let full = true;
    const work = await given((interaction) =>
      full && interaction.kind === 'spoke' ? broken() : answering(interaction),
    );
    const sent = await work.people.say({ user: ruth, text: 'we will paint the day room' });
    expect(sent.status).toBe(500);
    expect((await work.people.post(sent.activity ?? {})).status).toBe(500);
    full = false;
    expect((await work.people.post(sent.activity ?? {})).status).toBe(200);
    // The sorry and the answer are both on their way; either may be first.
    expect([...(await toRuth(work))].sort()).toEqual(['Heard.', expect.stringContaining('could not save')]);
    expect(work.logged.join('\n')).not.toContain('paint');
  });

  it('talk that is not to WeSaid gets no sorry', async () => {
    const work = await given(broken);
    work.teams.world.readsAll.add(team);
    expect((await work.people.say({ user: ruth, where: channel, text: 'The hall is booked.' })).status).toBe(500);
    expect(await toRuth(work)).toEqual([]);
  });

  it('a request that waits for its answer gets one', async () => {
    const work = await given((interaction) => (interaction.kind === 'spoke' ? { kind: 'none' } : broken()));
    const { activity } = await work.people.mention({ user: ruth, where: channel, text: 'roles' });
    const press = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: 'f:1',
      replyToId: '1803632400000',
      value: {
        action: { type: 'Action.Execute', verb: 'skip', data: { wesaid: { action: 'skip', subject: 'w' } } },
        trigger: 'manual',
      },
    };
    const answer = await work.people.post({ ...activity, ...press });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('could not save');
  });

  it('a form that is sent again after it failed is heard', async () => {
    let full = true;
    const work = await given((interaction) => (full && interaction.kind === 'form' ? broken() : { kind: 'none' }));
    const { activity } = await work.people.mention({ user: ruth, where: channel, text: 'roles' });
    const wesaid = {
      form: 'answer',
      subject: 'w',
      nonce: 'n1',
      channel,
      title: 'Your answer',
      fields: { words: 'text' },
    };
    const sent = { type: 'invoke', name: 'task/submit', value: { data: { wesaid, words: 'The stairs' } } };
    const first = await work.people.post({ ...activity, ...sent, id: 'f:1' });
    expect([first.status, first.body]).toEqual([200, expect.stringContaining('could not save')]);
    full = false;
    await work.people.post({ ...activity, ...sent, id: 'f:2' });
    expect(work.heard.filter(({ kind }) => kind === 'form')).toHaveLength(2);
  });
});

describe('coming and going', () => {
  it('one installation is told in two activities, and is one arrival', async () => {
    const work = await given();
    await work.people.removeBot({ user: ruth, where: chat });
    await work.people.addBot({ user: ruth, where: chat });
    expect(kinds(work)).toEqual([`removed ${chat}`, `added ${chat}`]);
  });

  it('a newer version of the app is no arrival, unless it brings WeSaid for the first time', async () => {
    const work = await given();
    const known = await work.people.say({ user: ruth, text: 'roles' });
    const upgrade = { type: 'installationUpdate', action: 'add-upgrade', id: 'f:up' };
    await work.people.post({ ...known.activity, ...upgrade });
    expect(kinds(work, 1)).toEqual([]);
    const elsewhere = { conversation: { conversationType: 'groupChat', id: '19:another@thread.v2' } };
    await work.people.post({ ...known.activity, ...upgrade, ...elsewhere });
    expect(kinds(work, 1)).toEqual(['added 19:another@thread.v2']);
  });

  it('what happens to a team happens to each of its channels', async () => {
    const work = await given();
    await work.people.mention({ user: ruth, where: channel, text: 'roles' });
    await work.people.teamEvent({ user: ruth, team, eventType: 'teamArchived' });
    expect(kinds(work, 1)).toEqual([`removed ${team}`, `removed ${channel}`]);
    await work.people.teamEvent({ user: ruth, team, eventType: 'teamUnarchived' });
    expect(kinds(work, 3)).toEqual([`added ${team}`, `added ${channel}`]);
    expect(new Set(work.heard.map(({ id }) => id)).size).toBe(5);
  });

  it('someone who comes or goes is known at once in the place', async () => {
    const work = await given();
    const place = { platform: 'teams', workspace: work.teams.tenant, channel: chat } as const;
    const names = async (): Promise<readonly string[]> => (await work.adapter.whoIsIn(place)).map(({ name }) => name);
    expect(await names()).toContain('Dev Patel');
    await work.people.leave({ user: dev, where: chat });
    expect(await names()).not.toContain('Dev Patel');
    expect(kinds(work)).toEqual([`left ${chat}`]);
  });
});

it('a message action in a chat between two others teaches no address of it', async () => {
  const work = await given();
  const known = await work.people.say({ user: amina, text: 'promises' });
  const between = { conversationType: 'personal', id: '19:two-others@unq.gbl.spaces' };
  const value = {
    commandId: 'make-promise',
    commandContext: 'message',
    messagePayload: { id: '1', body: { contentType: 'text', content: 'x' } },
  };
  const invoke = { type: 'invoke', name: 'composeExtension/fetchTask', id: 'f:c', value };
  await work.people.post({ ...known.activity, ...invoke, conversation: between });
  const person = { platform: 'teams', workspace: work.teams.tenant, user: amina } as const;
  await work.adapter.deliver({
    id: 'd',
    to: person,
    document: heardLine,
    inReplyTo: null,
    replaces: null,
    mayHaveArrived: false,
    ownView: false,
  });
  expect(work.teams.personal(amina).some(({ summary }) => summary === 'Heard.')).toBe(true);
});

it('a request that is not ours is told so, and closing a dialog is a yes', async () => {
  const work = await given();
  const { activity } = await work.people.say({ user: ruth, text: 'promises' });
  const invoke = (name: string, value: object) =>
    work.people.post({ ...activity, type: 'invoke', id: 'f:9', name, value });
  expect(await invoke('config/fetch', {})).toEqual({ status: 501, body: '' });
  expect(await invoke('task/submit', { data: { wesaid: { close: true } } })).toEqual({ status: 200, body: '' });
});
