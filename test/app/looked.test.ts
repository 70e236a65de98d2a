import { afterEach, describe, expect, it } from 'vitest';
import type { Document } from '../../src/messages/document.ts';
import type { MessageRef, RoundId } from '../../src/domain/ids.ts';
import type { Reply } from '../../src/ports.ts';
import {
  buttonsOf,
  closeStages,
  identityOf,
  messageOf,
  openStage,
  said,
  willow,
  type Name,
  type Stage,
} from './stage.ts';

afterEach(closeStages);

const monday = '2027-03-01T10:00:00.000Z';

async function asked() {
  const stage = await openStage({ start: monday });
  await stage.type('Priya', 'ask "What shall we plant?"');
  return { stage, question: stage.messageWith('What shall we plant?') };
}

const look = (stage: Stage, name: Name, message: MessageRef) => stage.act(name, { kind: 'looked', message });
const labels = (reply: Reply) => ('document' in reply ? buttonsOf(reply.document).map(({ label }) => label) : []);
const onScreen = ({ platform }: Stage): Document | undefined => platform.messages()[0]?.document;

describe('who looks at a question', () => {
  it('and has done nothing with it, sees what everyone sees', async () => {
    const { stage, question } = await asked();
    expect(await look(stage, 'Amina', question)).toEqual({ kind: 'replace', document: onScreen(stage) });
  });

  it('and has answered, sees that, until when they can change it, and the button to do so', async () => {
    const { stage, question } = await asked();
    await stage.type('Amina', 'answer herbs');
    await stage.press('Amina', 'Just count me as heard');
    const reply = await look(stage, 'Amina', question);
    expect(reply.kind).toBe('replace');
    expect(said(reply)).toContain('What shall we plant?');
    expect(said(reply)).toContain('You have answered. You can change it until Thursday 4 March at 10am.');
    expect(said(reply)).toContain('Only you can see this.');
    expect(labels(reply)).toEqual(['Change my answer', 'Help and pause']);
    expect(said(await stage.press('Amina', 'Change my answer'))).toContain('[form]');
  });

  it('never sees their words again on a screen that others may look at', async () => {
    const { stage, question } = await asked();
    await stage.type('Amina', 'answer marzipan');
    await stage.press('Amina', 'Yes, only for Ellis and Priya');
    expect(JSON.stringify(await look(stage, 'Amina', question))).not.toContain('marzipan');
  });

  it('and has skipped it, sees that it is fine, and can still answer', async () => {
    const { stage, question } = await asked();
    await stage.press('Amina', 'Skip');
    const reply = await look(stage, 'Amina', question);
    expect(said(reply)).toContain('You skipped this one. That is fine.');
    expect(labels(reply)).toEqual(['Answer in private', 'Answer to everyone', 'Help and pause']);
  });

  it('and asked for it later, sees that it comes once more', async () => {
    const { stage, question } = await asked();
    await stage.press('Amina', 'Ask me later');
    const reply = await look(stage, 'Amina', question);
    expect(said(reply)).toContain('I will ask you once more, in private.');
    expect(labels(reply)).toEqual(['Answer in private', 'Answer to everyone', 'Skip', 'Help and pause']);
  });

  it('once it has closed, is offered no more than a late answer', async () => {
    const { stage, question } = await asked();
    await stage.type('Amina', 'answer herbs');
    await stage.press('Amina', 'Yes, with my name');
    await stage.moveTo('2027-03-05T10:00:00.000Z');
    const reply = await look(stage, 'Amina', question);
    expect(said(reply)).toContain('You have answered.');
    expect(said(reply)).not.toContain('You can change it until');
    expect(labels(reply)).toEqual(['Add a late answer', 'Help and pause']);
  });

  it('sees nothing of anyone else: what others did changes nothing on their screen', async () => {
    const { stage, question } = await asked();
    const before = await look(stage, 'Dev', question);
    await stage.type('Amina', 'answer herbs');
    await stage.press('Amina', 'Yes, with my name');
    await stage.press('Ruth', 'Skip');
    expect(await look(stage, 'Dev', question)).toEqual(before);
  });
});

it('someone who is in no huddle here, or was only asked, sees the question as it stands for everyone', async () => {
  const stage = await openStage({
    start: monday,
    members: { Jo: { standings: [{ from: monday, status: 'invited', counted: false, group: null, also: null }] } },
  });
  await stage.type('Priya', 'ask "What shall we plant?"');
  const message = stage.messageWith('What shall we plant?');
  const asAnyone = await look(stage, 'Dev', message);
  expect(said(asAnyone)).toContain('What shall we plant?');
  expect(await look(stage, 'Jo', message)).toEqual(asAnyone);
  const stranger = { ...identityOf('Jo'), user: 'U99' };
  expect(await stage.act('Jo', { kind: 'looked', message, who: stranger })).toEqual(asAnyone);
});

describe('nothing is shown', () => {
  it('for a message that is no question, or none of ours', async () => {
    const { stage } = await asked();
    await stage.type('Amina', 'we will plant herbs by 26 March');
    expect(await look(stage, 'Amina', stage.messageWith('Promise 1.'))).toEqual({ kind: 'none' });
    expect(await look(stage, 'Amina', messageOf('somebody-elses'))).toEqual({ kind: 'none' });
    await stage.moveTo('2027-03-05T10:00:00.000Z');
    const closed = stage.messageWith("This week's question has closed.");
    expect(await look(stage, 'Amina', closed)).toEqual({ kind: 'none' });
  });
});

it('looking is no act: nothing is written, sent or remembered, however often it is done', async () => {
  const { stage, question } = await asked();
  await stage.type('Amina', 'answer herbs');
  await stage.press('Amina', 'Yes, with my name');
  const [round] = await stage.store.read.rounds.recent(willow, 1);
  const all = async () => ({
    journal: await stage.store.read.journal.list(willow),
    answers: await stage.store.read.rounds.responses(round?.id ?? ('' as RoundId)),
    speech: await stage.store.read.speech.between(willow, monday, '2028-01-01T00:00:00.000Z'),
    sent: stage.platform.tries.length,
  });
  const before = await all();
  for (const name of ['Amina', 'Dev', 'Amina'] as const)
    await stage.act(name, { kind: 'looked', message: question }, { id: 'the-same-look' });
  expect(await all()).toEqual(before);
  expect(await stage.store.read.interactions.outcome('the-same-look')).toBeNull();
});
