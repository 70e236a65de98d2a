import { describe, expect, it } from 'vitest';
import {
  bot,
  channel,
  chat,
  dev,
  devsDirectoryId,
  gateway,
  personal,
  read,
  readOne,
  recorded,
  ruth,
  team,
  tenant,
} from './recorded.ts';

const from = { who: { platform: 'teams', workspace: tenant, user: ruth }, name: 'Ruth Lane' };
const unnamed = { ...from, name: null };
const idIn = (place: { channel: string }, act: string): string => `teams/${tenant}/${place.channel}/${act}`;
const threadOf = (message: string) => ({ ...channel, message });
const round = 'willow-1~2027-03-01';

describe('what people write in Teams', () => {
  it('a message to WeSaid in a channel is heard without its name and without the hard space', () => {
    expect(readOne('message-in-channel')).toEqual({
      interaction: {
        kind: 'spoke',
        id: idIn(channel, '1803722400111'),
        at: '2027-03-01T10:00:00.111Z',
        ...from,
        where: channel,
        message: threadOf('1803722400111'),
        thread: null,
        text: 'we will paint the day room by 17 March',
        mentionsBot: true,
        files: 0,
      },
      way: {
        kind: 'message',
        address: { serviceUrl: gateway, tenant, conversation: `${channel.channel};messageid=1803722400111` },
        who: from.who,
        direct: false,
        pressedOn: null,
      },
    });
  });

  it('a message that is not to WeSaid is known as that, where a team lets it hear those', () => {
    const { interaction } = readOne('message-in-channel-unmentioned');
    expect(interaction).toMatchObject({ kind: 'spoke', text: 'The hall is booked.', mentionsBot: false, thread: null });
  });

  it('a reply stands in the thread of the message that began it', () => {
    const { interaction } = readOne('reply-in-thread');
    expect(interaction).toMatchObject({
      kind: 'spoke',
      text: 'the stairs',
      thread: threadOf('1803722400111'),
      where: channel,
    });
  });

  it('in a group chat there are no threads, and a quoted message is the one that is answered', () => {
    expect(readOne('message-in-group').interaction).toMatchObject({
      where: chat,
      thread: null,
      text: 'roles',
      mentionsBot: true,
    });
    expect(readOne('message-in-group-quoting').interaction).toMatchObject({
      where: chat,
      thread: { ...chat, message: '1803722600000' },
      text: 'Nothing this week',
      mentionsBot: false,
    });
  });

  it('what is written to WeSaid alone is private, and answered in that chat', () => {
    const { interaction, way } = readOne('message-in-personal');
    expect(interaction).toMatchObject({ kind: 'spoke', where: 'direct', text: 'what waits for me?' });
    expect(way).toMatchObject({ direct: true, address: { conversation: personal } });
  });

  it('files and pictures are counted; cards and the message itself are none', () => {
    expect(readOne('message-with-files').interaction).toMatchObject({ kind: 'spoke', text: '', files: 2 });
  });

  it('an edit tells the new words of the same message', () => {
    expect(readOne('message-edited').interaction).toEqual({
      kind: 'edited',
      id: idIn(channel, '1803722520333:edited:2027-03-01T10:12:00.100Z'),
      at: '2027-03-01T10:12:00.100Z',
      ...from,
      where: channel,
      message: threadOf('1803722520333'),
      text: 'the stairs and the door',
    });
  });

  it('a deletion says where the message stood, and taking it back says its words again', () => {
    const place = { ...from, where: channel, message: threadOf('1803722520333'), thread: threadOf('1803722400111') };
    expect(readOne('message-deleted').interaction).toEqual({
      kind: 'deleted',
      id: idIn(channel, '1803722520333:gone:2027-03-01T10:13:00.200Z'),
      at: '2027-03-01T10:13:00.200Z',
      ...place,
    });
    expect(readOne('message-undone').interaction).toEqual({
      kind: 'restored',
      id: idIn(channel, '1803722520333:restored:2027-03-01T10:14:00.300Z'),
      at: '2027-03-01T10:14:00.300Z',
      ...place,
      text: 'the stairs and the door',
      mentionsBot: true,
      files: 0,
    });
  });

  it('a message that is deleted a second time is a second act', () => {
    const again = { ...recorded('message-deleted'), timestamp: '2027-03-01T10:16:00Z' };
    expect(read(again)[0]?.interaction.id).not.toBe(readOne('message-deleted').interaction.id);
  });

  it('the same activity sent again is the same act', () => {
    for (const name of [
      'message-in-channel',
      'message-edited',
      'execute-in-channel',
      'task-submit',
      'bot-added-to-team',
    ])
      expect(readOne(name)).toEqual(readOne(name));
  });

  it.each(['message-by-bot', 'reaction', 'typing', 'meeting-started', 'read-receipt', 'kind-unknown', 'topic-changed'])(
    'nothing is made of what is nobody’s act here: %s',
    (name) => {
      expect(read(recorded(name))).toEqual([]);
    },
  );
});

describe('who comes and goes in Teams', () => {
  it.each([
    ['bot-added-to-team', 'added', channel],
    ['installed-in-team', 'added', channel],
    ['upgraded-in-team', 'added', channel],
    ['bot-added-to-group', 'added', chat],
    ['bot-added-to-person', 'added', 'direct'],
    ['installed-for-person', 'added', 'direct'],
    ['uninstalled-for-person', 'removed', 'direct'],
    ['bot-removed-from-team', 'removed', team],
    ['channel-deleted', 'removed', channel],
    ['channel-restored', 'added', channel],
    ['team-archived', 'removed', team],
    ['team-unarchived', 'added', team],
    ['team-deleted', 'removed', team],
    ['team-hard-deleted', 'removed', team],
    ['team-restored', 'added', team],
  ])('whether WeSaid may speak somewhere is told by %s', (name, kind, where) => {
    expect(readOne(name).interaction).toMatchObject({ kind, where, ...unnamed });
  });

  it.each(['channel-created', 'channel-renamed', 'team-renamed'])('%s changes nothing', (name) => {
    expect(read(recorded(name))).toEqual([]);
  });

  it('each person who comes is one arrival, and a bot is none', () => {
    const acts = read(recorded('people-added-to-team')).map(({ interaction, way }) => [interaction, way] as const);
    expect(acts.map(([{ kind, name, who }]) => [kind, name, who.user])).toEqual([
      ['arrived', null, dev],
      ['arrived', 'Amina Noor', '29:1AminaYyTzXc'],
    ]);
    expect(new Set(acts.map(([{ id }]) => id)).size).toBe(2);
    expect(acts.map(([, way]) => way.who.user)).toEqual([dev, '29:1AminaYyTzXc']);
  });

  it('someone who is taken out of a chat has left it', () => {
    expect(readOne('person-removed-from-group').interaction).toMatchObject({
      kind: 'left',
      where: chat,
      who: { user: dev },
    });
  });
});

describe('what people press in Teams', () => {
  it('a button is an act of the presser on the message that holds it', () => {
    const { interaction, way } = readOne('execute-in-channel');
    expect(interaction).toEqual({
      kind: 'action',
      id: idIn(channel, 'f:622749630322482883'),
      at: '2027-03-01T10:20:00.500Z',
      ...from,
      where: channel,
      action: 'skip',
      subject: round,
      message: threadOf('1803722400000'),
    });
    expect(way).toMatchObject({ kind: 'execute', message: '1803722400000', automatic: false, direct: false });
  });

  it('a client that knows only the older button means the same', () => {
    const { interaction, way } = readOne('submit-on-old-client');
    expect(interaction).toMatchObject({
      kind: 'action',
      action: 'skip',
      subject: round,
      message: threadOf('1803722400000'),
    });
    expect(way).toMatchObject({ kind: 'message', pressedOn: '1803722400000' });
  });

  it('in the private chat a button means the place that its message was about', () => {
    const { interaction, way } = readOne('execute-in-personal');
    expect(interaction).toMatchObject({ action: 'setup-yes', where: channel });
    expect(way).toMatchObject({ direct: true, about: channel.channel, address: { conversation: personal } });
  });

  it('a screen that draws a card again is nobody’s act, by itself or by hand', () => {
    const looked = { kind: 'looked', where: channel, message: threadOf('1803722400000') };
    expect(readOne('refresh-automatic')).toMatchObject({
      interaction: looked,
      way: { kind: 'execute', automatic: true },
    });
    expect(readOne('refresh-by-hand')).toMatchObject({
      interaction: looked,
      way: { kind: 'execute', automatic: false },
    });
  });

  it('a button that opens a form is the same act along another way', () => {
    expect(readOne('task-fetch')).toMatchObject({
      interaction: { kind: 'action', action: 'answer', subject: round, where: channel },
      way: { kind: 'open', direct: false },
    });
  });

  it('a button that says a line again is that line, for the place it was said in', () => {
    expect(readOne('task-fetch-say-again')).toMatchObject({
      interaction: { kind: 'command', text: 'we will', where: channel },
      way: { kind: 'open', direct: true, about: channel.channel },
    });
  });

  it('a form that is sent has an id of its own, and the place it was opened in', () => {
    const { interaction, way } = readOne('task-submit');
    expect(interaction).toEqual({
      kind: 'form',
      id: idIn(channel, 'form:4bb7d6c2-0f0e-4b8e-9a53-2f3f8f9f1c11'),
      at: '2027-03-01T10:20:00.500Z',
      ...from,
      where: channel,
      form: 'answer',
      subject: round,
      values: { words: 'The stairs', who: 'all', with: [devsDirectoryId], by: '' },
    });
    expect(way).toMatchObject({ kind: 'form', title: 'Your answer', carried: { form: 'answer' } });
    expect(readOne('task-submit-in-personal').interaction).toMatchObject({ kind: 'form', where: 'direct' });
  });

  it('a button in a dialog is an act, answered in the dialog', () => {
    expect(readOne('task-button')).toMatchObject({
      interaction: { kind: 'action', action: 'undo', subject: 'willow-1/19', where: channel },
      way: { kind: 'form', title: 'A promise' },
    });
  });

  it('"Make this a promise" hands over the words of the message, names and all', () => {
    expect(readOne('compose-fetch')).toMatchObject({
      interaction: {
        kind: 'action',
        action: 'promise-from',
        subject: 'Ruth Lane shall we paint the day room?',
        where: channel,
        message: threadOf('1803722100000'),
      },
      way: { kind: 'compose-open' },
    });
    expect(readOne('compose-submit')).toMatchObject({
      interaction: { kind: 'form', form: 'promise', where: channel },
      way: { kind: 'compose-form' },
    });
  });

  it.each(['execute-of-another-app', 'compose-fetch-other-command', 'invoke-unknown', 'task-closed'])(
    'a request that is not ours means nothing: %s',
    (name) => {
      expect(read(recorded(name))).toEqual([]);
    },
  );
});

describe('activities that lack something', () => {
  const whole = recorded('message-in-channel');

  it.each(['from', 'conversation', 'serviceUrl'])('without %s nothing is made of it', (key) => {
    expect(read({ ...whole, [key]: undefined })).toEqual([]);
    expect(read({ ...whole, [key]: 7 })).toEqual([]);
  });

  it('without its own time it happened now, and without an id it still has one', () => {
    const [parsed] = read({ ...whole, timestamp: undefined, id: undefined });
    expect(parsed?.interaction.at).toBe('2027-03-01T12:00:00.000Z');
    expect(parsed?.interaction.id).toContain(ruth);
  });

  it('where the kind of conversation is not named nothing private is said in it', () => {
    const personalMessage = recorded('message-in-personal');
    const [parsed] = read({ ...personalMessage, conversation: { id: personal, tenantId: tenant } });
    expect(parsed?.way.direct).toBe(false);
  });

  it('a bot that is named by its role alone is no person', () => {
    expect(read({ ...whole, from: { id: '29:odd', role: 'bot' } })).toEqual([]);
    expect(read({ ...whole, from: { id: bot } })).toEqual([]);
  });
});
