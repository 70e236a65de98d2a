import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPeopleStage, said, type PeopleStage } from './people-stage.ts';

let stage: PeopleStage;

beforeEach(async () => {
  stage = await openPeopleStage({ UP: 'Priya', UA: 'Amina', UZ: 'Zoe' });
});
afterEach(() => stage.close());

async function setUp(): Promise<void> {
  await stage.type('UP', 'setup Willow, check-in Mondays at 10am, people <@UA>');
  await stage.type('UP', 'join as Staff');
}

describe('a line of which nothing came stands below the reply again', () => {
  it('when a promise names someone whom nobody knows', async () => {
    await setUp();
    const line = 'we will mend the lift with the new key by 17 March, owner Zebedee';
    const reply = await stage.type('UP', line);
    expect(said(reply)).toContain('I do not know Zebedee here.');
    expect(said(reply)).toContain(`You typed:\n“${line}”`);
  });

  it('when someone outside says more than a few words', async () => {
    await setUp();
    expect(said(await stage.type('UZ', 'answer the lift was broken again this week'))).toContain(
      '“answer the lift was broken again this week”',
    );
    expect(said(await stage.type('UA', 'the lift was broken again this week'))).toContain(
      '“the lift was broken again this week”',
    );
  });

  it('when only a coordinator may do it', async () => {
    await setUp();
    await stage.type('UA', 'join as Carers');
    const reply = said(await stage.type('UA', 'ask "What shall we plant in the front garden?"'));
    expect(reply).toContain('Only a coordinator of Willow can do that.');
    expect(reply).toContain('What shall we plant in the front garden?');
  });

  it('when a set-up is refused, with the names of those whom it mentioned', async () => {
    const reply = said(
      await stage.type('UP', 'setup Willow, check-in Mondays at 11pm, people <@UA>, purpose better food'),
    );
    expect(reply).toContain('11pm is in the quiet hours');
    expect(reply).toContain('“setup Willow, check-in Mondays at 11pm, people @Amina, purpose better food”');
  });

  it('and not in what a lock screen shows', async () => {
    await setUp();
    const reply = await stage.type('UZ', 'answer the lift was broken again this week');
    expect('document' in reply ? reply.document.summary : '').not.toContain('lift');
  });
});

describe('a line is not repeated', () => {
  it('when it did what it says', async () => {
    await setUp();
    expect(said(await stage.type('UP', 'we will mend the lift in the old house by 17 March'))).not.toContain(
      'You typed',
    );
    expect(said(await stage.type('UP', 'me name Priya from the ward by the river'))).not.toContain('You typed');
  });

  it('when it is short', async () => {
    await setUp();
    expect(said(await stage.type('UP', 'schedule Mondays at 9pm'))).not.toContain('You typed');
  });

  it('when the reply shows it already', async () => {
    await setUp();
    const reply = said(await stage.type('UP', 'the lift was broken again this week'));
    expect(reply.match(/broken again/g)).toHaveLength(1);
  });
});

describe('a set-up whose yes is refused', () => {
  it('leaves the message that holds all of it where it is', async () => {
    const many = Array.from({ length: 31 }, (_, at) => `U${String(at)}`);
    await stage.close();
    stage = await openPeopleStage({ UP: 'Priya', ...Object.fromEntries(many.map((user) => [user, `Sam ${user}`])) });
    const values = { name: 'Willow', checkIn: 'Mondays at 10am', zone: 'Europe/London', people: many };
    await stage.form('UP', 'setup', { subject: '', values });
    const reply = await stage.press('UP', 'Yes, start');
    expect(said(reply)).toContain('Up to 30 people can be in a huddle');
    expect(reply.kind).toBe('private');
  });
});
