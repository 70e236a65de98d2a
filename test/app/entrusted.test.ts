import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/ports.ts';
import { openPeopleStage, said as text, type PeopleStage } from './people-stage.ts';

const users = { UP: 'Priya', UE: 'Ellis', UA: 'Amina', UD: 'Dev' };
const asks = '2027-03-02T10:00:00.000Z';

let stage: PeopleStage;

beforeEach(async () => {
  stage = await openPeopleStage(users);
  await stage.type('UP', 'setup Willow, check-in Mondays at 10am, second coordinator <@UE>, people <@UA> <@UD>');
  for (const [user, group] of [
    ['UP', 'Staff'],
    ['UE', 'Carers'],
    ['UA', 'Carers'],
    ['UD', 'Carers'],
  ] as const) {
    await stage.type(user, `join as ${group}`);
  }
  stage.at(asks);
  await stage.type('UP', 'ask "How is the new menu?"');
});

afterEach(() => stage.close());

const summary = (reply: Reply) => ('document' in reply ? reply.document.summary : '');

async function answer(user: string, words: string, seenBy: string): Promise<void> {
  const [round] = await stage.store.read.rounds.recent(await stage.huddle(), 1);
  await stage.form(user, 'answer', { subject: round?.id ?? '', values: { text: words, 'seen-by': seenBy } });
}

describe('an answer for those who run the huddle alone', () => {
  it('is read by both coordinators, with the name of whoever gave it', async () => {
    await answer('UA', 'The soup is cold.', 'coordinators');
    const read = await stage.type('UP', 'answers');
    expect(text(read)).toContain('“The soup is cold.” (Amina)');
    expect(text(read)).toContain('People gave these answers to Priya and Ellis alone.');
    expect(text(await stage.type('UE', 'answers'))).toContain('The soup is cold.');
  });

  it('is read by nobody else, and not with the button of a coordinator either', async () => {
    await answer('UA', 'The soup is cold.', 'coordinators');
    expect(text(await stage.type('UD', 'answers'))).toContain('Only a coordinator of Willow can do that.');
    const [round] = await stage.store.read.rounds.recent(await stage.huddle(), 1);
    expect(text(await stage.forge('UD', 'answers', `${round?.id ?? ''}/1`))).not.toContain('soup');
  });

  it('is the only kind that the list holds', async () => {
    await answer('UA', 'For all.', 'named');
    await answer('UD', 'For no one.', 'none');
    expect(text(await stage.type('UP', 'answers'))).toContain('There is no answer for only you here now.');
  });

  it('leaves no word of itself in the note that a lock screen shows, nor in the channel', async () => {
    await answer('UA', 'The soup is cold.', 'coordinators');
    expect(summary(await stage.type('UP', 'answers'))).not.toContain('soup');
    expect(stage.sent('C1').join()).not.toContain('soup');
  });

  it('is not for someone who came to run the huddle after it was given', async () => {
    await answer('UA', 'The soup is cold.', 'coordinators');
    stage.at('2027-03-03T10:00:00.000Z');
    await stage.type('UP', 'people coordinator <@UD>');
    expect(text(await stage.type('UD', 'answers'))).toContain('There is no answer for only you here now.');
    await answer('UE', 'The tea is good.', 'coordinators');
    expect(text(await stage.type('UD', 'answers'))).toContain('The tea is good.');
    expect(text(await stage.type('UD', 'answers'))).not.toContain('soup');
  });

  it('is spoken of where a coordinator looks what waits, without a number', async () => {
    expect(text(await stage.type('UP', ''))).not.toContain('type: answers');
    await answer('UA', 'The soup is cold.', 'coordinators');
    expect(text(await stage.type('UP', ''))).toContain('Some answers are only for those who run this huddle.');
    expect(text(await stage.type('UD', ''))).not.toContain('only for those who run');
  });
});

describe('a question that a coordinator asks', () => {
  it('is said to be sent when it was sent', async () => {
    stage.at('2027-03-04T10:00:00.000Z');
    expect(text(await stage.type('UP', 'ask "What next?"'))).toContain('Sent. Everyone has 3 days to answer.');
  });

  it('is said to wait in quiet hours', async () => {
    stage.at('2027-03-04T22:00:00.000Z');
    expect(text(await stage.type('UP', 'ask "What next?"'))).toContain('These are quiet hours');
  });
});
