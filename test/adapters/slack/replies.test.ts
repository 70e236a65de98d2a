import { afterEach, describe, expect, it } from 'vitest';
import { actions, paragraph, type Document, type Form } from '../../../src/messages/document.ts';
import type { Delivery, Interaction, Reply } from '../../../src/ports.ts';
import { dev, ruth, slackAtWork, type SlackAtWork } from '../../support/slack-program.ts';
import { seenIn } from '../../support/slack-stand-in.ts';
import type { Shown } from '../../support/slack-world.ts';

let open: SlackAtWork | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});
type Answer = (interaction: Interaction) => Reply;
const given = async (answer: Answer): Promise<SlackAtWork> => (open = await slackAtWork(answer));

const said = (summary: string): Document => ({ summary, language: 'en', blocks: [paragraph(summary)] });
const privately = (summary: string): Reply => ({ kind: 'private', document: said(summary) });
const question: Document = {
  summary: "This week's question. [Answer in private]",
  language: 'en',
  blocks: [
    paragraph("This week's question"),
    actions({ action: 'answer', subject: 'round/1', label: 'Answer in private' }),
  ],
};
const form: Form = {
  form: 'answer',
  subject: 'round/1',
  title: 'Your answer',
  intro: [paragraph('What got in the way this week?')],
  submit: 'Save',
  cancel: 'Cancel',
  fields: [
    { kind: 'text', name: 'words', label: 'Your answer', lines: 'many' },
    {
      kind: 'choice',
      name: 'seen-by',
      label: 'Who may see it? Pick one.',
      options: [
        { value: 'everyone', label: 'Everyone here (staff too), with my name' },
        { value: 'no-one', label: 'No one. Just count me as heard.' },
      ],
    },
    { kind: 'people', name: 'with', label: 'With whom?', most: 3, optional: true },
    { kind: 'date', name: 'by', label: 'By when?', optional: true },
  ],
};

/** The question as everyone sees it in the channel. */
async function posted({ adapter, slack, channel }: SlackAtWork, more: Partial<Delivery> = {}): Promise<Shown> {
  const to = { platform: 'slack', workspace: slack.team, channel } as const;
  const { message } = await adapter.deliver({
    id: 'prompt',
    to,
    document: question,
    inReplyTo: null,
    replaces: null,
    mayHaveArrived: false,
    ownView: false,
    ...more,
  });
  const shown = slack.world.messages.find(({ ts }) => ts === message.message);
  if (shown === undefined) throw new Error('not shown');
  return shown;
}

describe('a command', () => {
  it('is answered to the person alone, in the same breath', async () => {
    const { people, slack, channel } = await given(() => privately('Your promises: none open.'));
    const { shown } = await people.command({ user: ruth, channel, text: 'promises' });
    expect(shown).toMatchObject({ only: ruth, text: 'Your promises: none open.' });
    expect(slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });

  it('opens a form, and the channel sees nothing', async () => {
    const { people, slack, channel } = await given(() => ({ kind: 'form', form, document: said('x') }));
    const answer = await people.command({ user: ruth, channel, text: 'answer' });
    expect(answer).toMatchObject({ status: 200, body: '' });
    const modal = slack.modal(ruth);
    expect(modal && seenIn(modal)).toContain('○ No one. Just count me as heard.');
    expect(slack.world.messages).toEqual([]);
  });

  it('whose form cannot open is answered in words instead', async () => {
    const { people, slack, channel } = await given(() => ({
      kind: 'form',
      form,
      document: said('Type: answer, then your words.'),
    }));
    slack.fail('views.open', { error: 'expired_trigger_id' });
    const { shown } = await people.command({ user: ruth, channel, text: 'answer' });
    expect(shown?.text).toBe('Type: answer, then your words.');
  });

  it('that needs no answer gets none', async () => {
    const { people, channel } = await given(() => ({ kind: 'none' }));
    expect(await people.command({ user: ruth, channel, text: 'x' })).toMatchObject({
      status: 200,
      body: '',
      shown: null,
    });
  });
});

describe('a button', () => {
  it('opens its form, filled in and sent back with all that was typed', async () => {
    const world = await given(({ kind }) =>
      kind === 'action' ? { kind: 'form', form, document: said('x') } : privately('Heard.'),
    );
    const { people, slack, heard } = world;
    await people.press({ user: ruth, on: await posted(world), label: 'Answer in private' });
    const values = { words: 'the lift & the <stairs>', 'seen-by': 'no-one', with: [dev], by: '2027-03-17' };
    const { modal } = await people.submit({ user: ruth, values });
    expect(heard[0]).toMatchObject({ kind: 'action', action: 'answer', subject: 'round/1' });
    expect(heard[1]).toMatchObject({
      kind: 'form',
      form: 'answer',
      subject: 'round/1',
      values,
      where: { channel: 'C0WILLOW1' },
    });
    expect(modal && seenIn(modal)).toBe('Heard.');
    expect(slack.modal(ruth)?.view.title).toMatchObject({ text: 'Your answer' });
  });

  it('in a channel is answered to the person alone, in the thread where it stands', async () => {
    const world = await given(() => privately('Skipped. No one asks why.'));
    const root = await posted(world);
    const ref = { platform: 'slack', workspace: world.slack.team, channel: world.channel, message: root.ts } as const;
    const reply = await posted(world, { id: 'two', inReplyTo: ref });
    await world.people.press({ user: ruth, on: reply, label: 'Answer in private' });
    const shown = await world.slack.until(() => world.slack.ephemerals(ruth)[0]);
    expect(shown).toMatchObject({ text: 'Skipped. No one asks why.', thread: root.ts });
    expect(world.slack.channel(world.channel)).toHaveLength(1);
  });

  it('in a private message has that message replaced', async () => {
    const { people, slack, channel } = await given(({ kind }) =>
      kind === 'command' ? { kind: 'private', document: question } : { kind: 'replace', document: said('Saved.') },
    );
    const { shown } = await people.command({ user: ruth, channel, text: '' });
    if (shown === null) throw new Error('nothing shown');
    await people.press({ user: ruth, on: shown, label: 'Answer in private' });
    await slack.until(() => slack.ephemerals(ruth)[0]?.text === 'Saved.');
    expect(slack.ephemerals(ruth)).toHaveLength(1);
  });

  it('never replaces what everyone sees', async () => {
    const world = await given(() => ({ kind: 'replace', document: said('Saved.') }));
    await world.people.press({ user: ruth, on: await posted(world), label: 'Answer in private' });
    await world.slack.until(() => world.slack.ephemerals(ruth)[0]?.text === 'Saved.');
    expect(world.slack.channel(world.channel)[0]?.text).toContain("This week's question");
  });

  it('in a direct message is answered there, and replaced there', async () => {
    const world = await given(({ kind }) =>
      kind === 'action' ? { kind: 'replace', document: said('Saved.') } : privately('x'),
    );
    const to = { platform: 'slack', workspace: world.slack.team, user: ruth } as const;
    const shown = await posted(world, { to });
    await world.people.press({ user: ruth, on: shown, label: 'Answer in private' });
    await world.slack.until(() => world.slack.direct(ruth)[0]?.text === 'Saved.');
    expect(world.slack.direct(ruth)).toHaveLength(1);
  });

  it('in a form that was sent changes what the form shows', async () => {
    const { people, slack, channel } = await given(({ kind }) => {
      if (kind === 'command') return { kind: 'form', form, document: said('x') };
      return kind === 'form'
        ? { kind: 'private', document: { ...question } }
        : { kind: 'replace', document: said('Undone.') };
    });
    await people.command({ user: ruth, channel, text: 'answer' });
    const { modal } = await people.submit({ user: ruth, values: { words: 'x', 'seen-by': 'no-one' } });
    if (modal === null) throw new Error('closed');
    await people.press({ user: ruth, on: modal, label: 'Answer in private' });
    await slack.until(() => slack.modal(ruth) && seenIn(slack.modal(ruth) ?? modal) === 'Undone.');
  });

  it('whose blocks Slack refuses is answered in words', async () => {
    const long = { ...said('Short.'), blocks: [] };
    const world = await given(() => ({ kind: 'private', document: long }));
    await world.people.press({ user: ruth, on: await posted(world), label: 'Answer in private' });
    await world.slack.until(() => world.slack.ephemerals(ruth)[0]?.text === 'Short.');
  });
});

describe('a form', () => {
  it('with a wrong field stays open, says so beside it, and can be mended', async () => {
    let tries = 0;
    const { people, channel, heard } = await given(({ kind }) => {
      if (kind === 'command') return { kind: 'form', form, document: said('x') };
      tries += 1;
      return tries === 1
        ? { kind: 'invalid', fields: { by: 'Pick a day to come.', other: 'And more.' } }
        : { kind: 'none' };
    });
    await people.command({ user: ruth, channel, text: 'answer' });
    const values = { words: 'x', 'seen-by': 'no-one', by: '2020-01-01' };
    const first = await people.submit({ user: ruth, values });
    expect(first.errors).toEqual({ by: 'Pick a day to come.', words: 'And more.' });
    const second = await people.submit({ user: ruth, values: { ...values, by: '2027-03-17' } });
    expect(second.modal).toBeNull();
    expect(heard[2]?.id).toBe(heard[1]?.id);
  });

  it('can lead to the next form', async () => {
    const { people, slack, channel } = await given(({ kind }) => ({
      kind: 'form',
      form: kind === 'command' ? form : { ...form, form: 'next', title: 'One more' },
      document: said('x'),
    }));
    await people.command({ user: ruth, channel, text: 'setup' });
    await people.submit({ user: ruth, values: { words: 'x', 'seen-by': 'no-one' } });
    expect(slack.modal(ruth)?.view).toMatchObject({ callback_id: 'next' });
  });

  it('opened in a direct message belongs to no channel', async () => {
    const { people, heard } = await given(({ kind }) =>
      kind === 'command' ? { kind: 'form', form, document: said('x') } : { kind: 'none' },
    );
    await people.command({ user: ruth, text: 'answer' });
    await people.submit({ user: ruth, values: { words: 'x', 'seen-by': 'no-one' } });
    expect(heard[1]).toMatchObject({ kind: 'form', where: 'direct' });
  });
});

describe('words in a channel', () => {
  it('are answered to the person alone, in their thread', async () => {
    const world = await given(() => privately('Heard.'));
    const root = await posted(world);
    await world.people.reply({ user: ruth, channel: world.channel, thread: root.ts, text: 'the lift' });
    const shown = await world.slack.until(() => world.slack.ephemerals(ruth)[0]);
    expect(shown).toMatchObject({ text: 'Heard.', thread: root.ts });
  });

  it('in a direct message are answered there', async () => {
    const { people, slack } = await given(() => privately('Heard.'));
    await people.sendMessage({ user: ruth, text: 'the lift' });
    await slack.until(() => slack.direct(ruth).length === 2);
    expect(slack.direct(ruth)[1]).toMatchObject({ byBot: true, text: 'Heard.', only: null });
  });

  it('cannot open a form, so its words come instead', async () => {
    const { people, slack, channel } = await given(() => ({ kind: 'form', form, document: said('Press Answer.') }));
    await people.mention({ user: ruth, channel, text: 'answer' });
    await slack.until(() => slack.ephemerals(ruth)[0]?.text === 'Press Answer.');
  });

  it('edited and deleted are told as such', async () => {
    const { people, channel, heard } = await given(() => ({ kind: 'none' }));
    const { ts } = await people.sendMessage({ user: ruth, channel, text: 'the lift' });
    await people.edit({ channel, ts, text: 'the stairs' });
    await people.remove({ channel, ts });
    expect(heard.map(({ kind }) => kind)).toEqual(['spoke', 'edited', 'deleted']);
    expect(heard[1]).toMatchObject({ text: 'the stairs', who: { user: ruth } });
  });

  it('an answer that cannot be shown is noted without its words', async () => {
    const { people, slack, channel, logged, adapter } = await given(() => privately('Heard.'));
    slack.fail('chat.postEphemeral', { error: 'user_not_in_channel' });
    await people.sendMessage({ user: ruth, channel, text: 'the lift' });
    await adapter.stop();
    expect(logged.join()).toContain('slack-answer-not-shown');
    expect(logged.join()).not.toContain('Heard');
  });

  it('from the day that Slack gives them, not from today', async () => {
    const day = Date.parse('2027-03-28T00:30:00Z');
    open = await slackAtWork(() => ({ kind: 'none' }), { now: () => day });
    await open.people.sendMessage({
      user: ruth,
      channel: open.channel,
      text: 'late',
      at: Date.parse('2027-03-28T01:30:00Z'),
    });
    await open.people.command({ user: ruth, channel: open.channel, text: 'x' });
    expect(open.heard.map(({ at }) => at)).toEqual(['2027-03-28T01:30:00.000Z', '2027-03-28T00:30:00.000Z']);
  });
});

describe('coming and going', () => {
  it('WeSaid is let in by somebody and taken out again; who comes later has arrived, and who leaves has left', async () => {
    const { people, slack, channel, heard } = await given(() => ({ kind: 'none' }));
    await people.join({ user: slack.bot.user, channel, inviter: dev });
    await people.join({ user: ruth, channel });
    await people.leave({ user: ruth, channel });
    await people.openHome(ruth);
    await people.takeOut({ by: dev, channel });
    expect(heard.map(({ kind, who }) => [kind, who.user])).toEqual([
      ['added', dev],
      ['arrived', ruth],
      ['left', ruth],
      ['opened-home', ruth],
      ['removed', dev],
    ]);
  });

  it('its hello stands in the channel for everyone, once', async () => {
    const { people, slack, channel } = await given(() => ({ kind: 'open', document: said('Hello everyone.') }));
    await people.join({ user: slack.bot.user, channel, inviter: dev });
    await slack.until(() => slack.channel(channel).length === 1);
    expect(slack.channel(channel)).toMatchObject([{ only: null, text: 'Hello everyone.' }]);
    expect(slack.ephemerals(dev)).toEqual([]);
  });

  it('taken off the workspace, it says so in the log, for nobody else can be told', async () => {
    const { people, heard, logged } = await given(() => ({ kind: 'none' }));
    expect((await people.event({ type: 'app_uninstalled' })).status).toBe(200);
    expect(heard).toEqual([]);
    expect(JSON.stringify(logged)).toContain('slack-took-us-out');
  });
});

describe('a shortcut on a message', () => {
  it('opens its form, filled in, for the person alone', async () => {
    const { people, slack, channel } = await given(() => ({ kind: 'form', form, document: said('x') }));
    await people.shortcut({ user: ruth, channel, text: 'We will paint it' });
    const modal = slack.modal(ruth);
    expect(modal && seenIn(modal)).toContain('What got in the way this week?');
    expect(slack.channel(channel)).toEqual([]);
  });

  it('where no form comes, is answered to the person alone, also in a place that WeSaid is not in', async () => {
    const { people, slack, heard } = await given(() => privately('There is no huddle here yet.'));
    slack.addChannel({ id: 'C0OTHER01', name: 'other', members: [ruth] });
    await people.shortcut({ user: ruth, channel: 'C0OTHER01', text: 'We will paint it' });
    await slack.until(() => slack.ephemerals(ruth).length === 1);
    expect(slack.ephemerals(ruth)).toMatchObject([{ text: 'There is no huddle here yet.' }]);
    expect(heard).toMatchObject([{ kind: 'action', action: 'promise-from', subject: 'We will paint it' }]);
  });
});
