import { afterEach, describe, expect, it } from 'vitest';
import { limits } from '../../../adapters/teams/limits.ts';
import { actions, paragraph, type Block, type Document, type Form } from '../../../src/messages/document.ts';
import type { Interaction, Reply } from '../../../src/ports.ts';
import { teamsWords } from '../../../src/words/en/teams.ts';
import { channel, chat, dev, ruth, teamsAtWork, type TeamsAtWork } from '../../support/teams-program.ts';
import { refusals } from '../../support/teams-refusal.ts';
import { buttonsOf, inputsOf, json, seen, seenIn } from '../../support/teams-seen.ts';
import type { Shown } from '../../support/teams-world.ts';

const message = (...blocks: readonly Block[]): Document => ({ summary: 'Your answer.', language: 'en', blocks });
const short = message(paragraph('You are in group Staff.'));
const withButton = message(
  paragraph('You are in group Staff.'),
  actions({ action: 'pause', subject: '', label: 'Pause' }),
);
const long = message(...Array.from({ length: 60 }, (_, index) => paragraph(`Line ${index}. ${'word '.repeat(120)}`)));
const form: Form = {
  form: 'answer',
  subject: 'willow/1',
  title: 'Your answer',
  intro: [],
  fields: [
    { kind: 'text', name: 'text', label: 'What got in the way?', lines: 'many' },
    { kind: 'people', name: 'owner', label: 'Who can help?', most: 1, optional: true },
  ],
  submit: 'Save',
  cancel: 'Cancel',
};
const question = message(
  paragraph('What got in the way?'),
  actions(
    { action: 'answer', subject: 'willow/1', label: 'Answer in private', opens: 'form' },
    { action: 'skip', subject: 'willow/1', label: 'Skip' },
  ),
);

let open: TeamsAtWork | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

/** Teams with the bot answering every act by this. */
async function answering(reply: Reply | ((interaction: Interaction) => Reply)): Promise<TeamsAtWork> {
  open = await teamsAtWork((act) =>
    act.kind === 'added' ? { kind: 'none' } : typeof reply === 'function' ? reply(act) : reply,
  );
  return open;
}

/** The same, with a question that stands in the channel or in Ruth's own chat. */
async function asked(reply: Reply | ((interaction: Interaction) => Reply), to: 'channel' | 'ruth' = 'channel') {
  const at = await answering(reply);
  const workspace = at.teams.tenant;
  const { message: ref } = await at.adapter.deliver({
    id: 'prompt/1',
    to: to === 'channel' ? { platform: 'teams', workspace, channel } : { platform: 'teams', workspace, user: ruth },
    document: question,
    inReplyTo: null,
    replaces: null,
    mayHaveArrived: false,
    ownView: true,
  });
  const on = at.teams.world.find(ref.channel, ref.message);
  if (on === null) throw new Error('the question does not stand there');
  return { ...at, on };
}

const wordsIn = (shown: readonly Shown[]): string => shown.map((each) => seenIn(each)).join('\n');

describe('an answer to words in a place', () => {
  it.each([
    ['a channel', channel],
    ['a group chat', chat],
  ])('comes in the person’s own chat, and %s shows nothing of it', async (_, where) => {
    const { teams, people } = await answering({ kind: 'private', document: withButton });
    await people.mention({ user: ruth, where, text: 'me' });
    await teams.until(() => teams.personal(ruth).length > 0);
    expect(wordsIn(teams.personal(ruth))).toBe('You are in group Staff.\n[Pause]');
    expect(teams.world.messages.filter(({ conversation, byBot }) => byBot && conversation === where)).toEqual([]);
  });

  it('that cannot reach the person’s own chat is only said to be there', async () => {
    const { teams, people } = await answering({ kind: 'private', document: withButton });
    teams.failNext('create', { refusal: refusals.notInstalledFor() });
    const { id } = await people.mention({ user: ruth, where: channel, text: 'me' });
    const [said] = await teams.until(() => (teams.thread(channel, id).length > 0 ? teams.thread(channel, id) : null));
    expect(said && seenIn(said)).toBe('I have an answer for you. Please open a chat with me.');
    expect(teams.personal(ruth)).toEqual([]);
  });

  it('points at nobody who only took part in the conversation', async () => {
    const at = await answering({ kind: 'private', document: short });
    at.teams.world.readsAll.add(chat);
    at.teams.failNext('create', { refusal: refusals.notInstalledFor() });
    await at.people.say({ user: ruth, where: chat, text: 'The hall was shut.' });
    await at.adapter.stop();
    expect(at.teams.world.messages.filter(({ byBot }) => byBot)).toEqual([]);
  });

  it('that is for everyone stands in the thread that was written in', async () => {
    const { teams, people } = await answering({ kind: 'open', document: short });
    const { id } = await people.mention({ user: ruth, where: channel, text: 'hello' });
    await teams.until(() => teams.thread(channel, id).length > 0);
    expect(wordsIn(teams.thread(channel, id))).toBe('You are in group Staff.');
  });

  it('that is long comes in several messages, whole', async () => {
    const { teams, people } = await answering({ kind: 'private', document: long });
    await people.say({ user: ruth, text: 'promises' });
    await teams.until(() => wordsIn(teams.personal(ruth)).includes('Line 59.'));
    for (let line = 0; line < 60; line++) expect(wordsIn(teams.personal(ruth))).toContain(`Line ${line}.`);
  });

  it('that is a form comes with a button that opens it, about the place that it was asked in', async () => {
    const { teams, people, heard } = await answering({ kind: 'form', form, document: short });
    await people.mention({ user: ruth, where: channel, text: 'setup Willow' });
    const [on] = await teams.until(() => (teams.personal(ruth).length > 0 ? teams.personal(ruth) : null));
    if (on === undefined) throw new Error('no answer');
    const { dialog } = await people.press({ user: ruth, on, label: teamsWords.openForm });
    expect(dialog?.title).toBe('Your answer');
    expect(heard.at(-1)).toMatchObject({ kind: 'command', text: 'setup Willow', where: { channel } });
  });
});

describe('an answer to a button in a place', () => {
  it('that is short is a line that the presser alone sees', async () => {
    const { teams, people, on } = await asked({ kind: 'private', document: short });
    expect((await people.press({ user: ruth, on, label: 'Skip' })).words).toBe('You are in group Staff.');
    expect(teams.personal(ruth)).toEqual([]);
  });

  it.each([
    ['has buttons', withButton],
    ['is long', long],
  ])('that %s comes in the person’s own chat, and a line says so', async (_, document) => {
    const { teams, people, on } = await asked({ kind: 'private', document });
    expect((await people.press({ user: ruth, on, label: 'Skip' })).words).toBe(teamsWords.sentInChat);
    expect(teams.personal(ruth).length).toBeGreaterThan(0);
    expect(teams.whispers(dev)).toEqual([]);
  });

  it('is there as words, as far as they fit, where the own chat cannot be reached', async () => {
    const { teams, people, on } = await asked({ kind: 'private', document: long });
    teams.failNext('create', { refusal: refusals.notInstalledFor() });
    const { words } = await people.press({ user: ruth, on, label: 'Skip' });
    expect(words).toContain('Line 0.');
    expect(words?.endsWith(teamsWords.openChat)).toBe(true);
    expect(words?.length).toBeLessThanOrEqual(limits.pressedTextWhole);
  });

  it('in the place of the card is seen by the presser alone', async () => {
    const { teams, people, on } = await asked({ kind: 'replace', document: short });
    const { card } = await people.press({ user: ruth, on, label: 'Skip' });
    expect(seen(card ?? {})).toBe('You are in group Staff.');
    expect(seenIn(teams.posts(channel)[0] ?? on, dev)).toContain('What got in the way?');
  });

  it('from a client that knows no Action.Execute comes in the person’s own chat', async () => {
    const { teams, people, on } = await asked({ kind: 'private', document: short });
    await people.press({ user: ruth, on, label: 'Skip', old: true });
    await teams.until(() => teams.personal(ruth).length > 0);
    expect(wordsIn(teams.personal(ruth))).toBe('You are in group Staff.');
  });

  it('is one line where there is nothing to say', async () => {
    const { people, on } = await asked({ kind: 'none' });
    expect((await people.press({ user: ruth, on, label: 'Skip' })).words).toBe(teamsWords.done);
  });
});

describe('an answer to a button in the person’s own chat', () => {
  it('in the place of the card stays there after they come back', async () => {
    const { teams, people, on } = await asked({ kind: 'replace', document: short }, 'ruth');
    await people.press({ user: ruth, on, label: 'Skip' });
    await teams.until(() => teams.personal(ruth)[0]?.edited === true);
    expect(wordsIn(teams.personal(ruth))).toBe('You are in group Staff.');
  });

  it('is a message that stays', async () => {
    const { teams, people, on } = await asked({ kind: 'private', document: short }, 'ruth');
    await people.press({ user: ruth, on, label: 'Skip' });
    await teams.until(() => teams.personal(ruth).length > 1);
    expect(wordsIn(teams.personal(ruth).slice(1))).toBe('You are in group Staff.');
  });
});

describe('a question that each person may see in their own way', () => {
  it('shows to each how it stands for them, and keeps asking', async () => {
    const { teams, people, on } = await asked((act) =>
      act.who.user === ruth ? { kind: 'replace', document: short } : { kind: 'none' },
    );
    const mine = await people.look({ user: ruth, on });
    expect(seen(mine?.card ?? {})).toBe('You are in group Staff.');
    expect(mine?.card).toHaveProperty('refresh');
    expect(teams.world.find(channel, on.id)?.edited).toBe(false);
  });

  it('is left as it is for whoever has no own view', async () => {
    const { people, on } = await asked({ kind: 'none' });
    expect((await people.look({ user: dev, on }))?.words).toBe(teamsWords.sameForAll);
  });
});

describe('a form in a dialog', () => {
  const invalid: Reply = { kind: 'invalid', fields: { text: 'Please say a little more.' } };
  const byAct =
    (sent: Reply) =>
    (act: Interaction): Reply =>
      act.kind === 'form' ? sent : { kind: 'form', form, document: short };

  it('opens with the people of the place to pick from', async () => {
    const { people, on } = await asked(byAct({ kind: 'none' }));
    const { dialog } = await people.press({ user: ruth, on, label: 'Answer in private' });
    const [, owner] = inputsOf(dialog?.card ?? {});
    expect(owner?.choices).toEqual([
      { title: 'Ruth Lane', value: ruth },
      { title: 'Dev Patel', value: dev },
      { title: 'Amina Noor', value: '29:1amina' },
    ]);
  });

  it('stays open with what was typed, and the sentence beside its field', async () => {
    const { people, on, heard } = await asked(byAct(invalid));
    await people.press({ user: ruth, on, label: 'Answer in private' });
    const { dialog } = await people.submit({ user: ruth, values: { text: 'The hall **was** shut.', owner: dev } });
    expect(inputsOf(dialog?.card ?? {}).map(({ value }) => value)).toEqual(['The hall **was** shut.', dev]);
    expect(seen(dialog?.card ?? {})).toContain('Please say a little more.');
    await people.submit({ user: ruth, values: { text: 'The hall was shut all week.', owner: dev } });
    const [, second] = heard.filter(({ kind }) => kind === 'form');
    expect(second).toMatchObject({ values: { text: 'The hall was shut all week.', owner: [dev] } });
  });

  it('gives its answer in the dialog, which closes by its button', async () => {
    const { people, on } = await asked(byAct({ kind: 'private', document: short }));
    await people.press({ user: ruth, on, label: 'Answer in private' });
    const { dialog } = await people.submit({ user: ruth, values: { text: 'The hall was shut.' } });
    expect(seen(dialog?.card ?? {})).toBe(`You are in group Staff.\n[${teamsWords.close}]`);
    expect((await people.submit({ user: ruth, values: {}, label: teamsWords.close })).dialog).toBeNull();
  });

  it('closes where there is nothing to say', async () => {
    const { people, on } = await asked(byAct({ kind: 'none' }));
    await people.press({ user: ruth, on, label: 'Answer in private' });
    expect((await people.submit({ user: ruth, values: { text: 'The hall was shut.' } })).dialog).toBeNull();
  });

  it('goes on to another form, and buttons in it work', async () => {
    const at = await asked((act) => {
      if (act.kind === 'form') return { kind: 'private', document: withButton };
      if (act.kind === 'action' && act.action === 'pause') return { kind: 'replace', document: short };
      return { kind: 'form', form, document: short };
    });
    await at.people.press({ user: ruth, on: at.on, label: 'Answer in private' });
    const { dialog } = await at.people.submit({ user: ruth, values: { text: 'The hall was shut.' } });
    expect(buttonsOf(json(dialog?.card)).map(({ label }) => label)).toEqual(['Pause', teamsWords.close]);
    const after = await at.people.submit({ user: ruth, values: {}, label: 'Pause' });
    expect(seen(after.dialog?.card ?? {})).toContain('You are in group Staff.');
    expect(at.heard.at(-1)).toMatchObject({ kind: 'action', action: 'pause', where: { channel } });
  });

  it('that has become a plain answer is shown in the dialog', async () => {
    const { people, on } = await asked({ kind: 'private', document: short });
    const { dialog } = await people.press({ user: ruth, on, label: 'Answer in private' });
    expect(seen(dialog?.card ?? {})).toContain('You are in group Staff.');
  });

  it('has a line where there is nothing to open', async () => {
    const { people, on } = await asked({ kind: 'none' });
    expect((await people.press({ user: ruth, on, label: 'Answer in private' })).words).toBe(teamsWords.nothingHere);
  });

  it('opens from the menu of anyone’s message too', async () => {
    const { teams, people } = await answering(byAct({ kind: 'private', document: short }));
    const { id } = await people.say({ user: dev, where: channel, text: 'We could paint the day room.' });
    const on = teams.world.find(channel, id);
    if (on === null) throw new Error('nothing was said');
    expect((await people.messageAction({ user: ruth, on })).dialog?.title).toBe('Your answer');
    const { dialog } = await people.submit({ user: ruth, values: { text: 'Paint the day room.' } });
    expect(seen(dialog?.card ?? {})).toContain('You are in group Staff.');
  });
});
