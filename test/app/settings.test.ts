import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPeopleStage, said, type PeopleStage } from './people-stage.ts';

const line = 'setup Willow, check-in Mondays at 10am, digest Tuesdays at 9am, zone Europe/London';

let stage: PeopleStage;
beforeEach(async () => {
  stage = await openPeopleStage({ P: 'Priya', A: 'Amina' });
  await stage.type('P', line);
});
afterEach(() => stage.close());

async function due(kind: string): Promise<string | undefined> {
  const timers = await stage.store.read.timers.due('2028-01-01T00:00:00.000Z', 9);
  return timers.find((timer) => timer.kind === kind)?.dueAt;
}

describe('settings', () => {
  it('shows all that is set, and how to change each', async () => {
    const reply = said(await stage.type('P', 'settings'));
    expect(reply).toContain('Question: every Monday at 10am');
    expect(reply).toContain('We said, we did: on Tuesdays at 9am');
    expect(reply).toContain('Quiet hours: 8pm to 8am');
    expect(reply).toContain('Lines by group: from week 4');
    expect(reply).toContain('settings add group Young people with carers');
  });

  it.each([
    ['settings purpose better food', 'The purpose is: better food'],
    ['settings name Oak', 'This huddle is now called Oak.'],
    ['settings quiet 9pm to 7am', 'Quiet hours: 9pm to 7am.'],
    ['settings zone Paris', 'All times are for Europe/Paris now.'],
    ['settings group lines on', 'Turns by group are shown from now on'],
    ['settings group Young people on the using side', 'Managers and funders; Young people.'],
    ['settings rename group staff to Ward staff', 'Ward staff'],
    ['settings drop group artist', 'People who use the service; Carers; Staff; Managers and funders.'],
    ['settings name Willow', 'Nothing has changed.'],
    ['settings digest Tuesdays', 'Type it like this: Tuesdays at 9am.'],
    ['settings quiet always', 'Type it like this: 8pm to 8am.'],
    ['settings group Young people', 'Please say whom they sit with'],
    ['settings colour blue', 'I do not know that setting.'],
  ])('%s', async (typed, words) => {
    expect(said(await stage.type('P', typed))).toContain(words);
  });

  it('a new digest time sets the digest’s own clock', async () => {
    expect(said(await stage.type('P', 'settings digest Fridays at 2pm'))).toContain(
      'comes on Fridays at 2pm. The next one is Friday 26 February at 2pm.',
    );
    expect(await due('digest')).toBe('2027-02-26T14:00:00.000Z');
  });

  it('a setting without its words opens a form, and the form saves', async () => {
    const reply = await stage.press('P', 'Settings');
    expect(said(reply)).toContain('Settings of Willow');
    const form = await stage.press('P', 'Change the purpose');
    if (form.kind !== 'form') throw new Error('no form');
    const done = await stage.form('P', form.form.form, {
      subject: form.form.subject,
      values: { words: 'better food' },
    });
    expect(said(done)).toContain('The purpose is: better food');
  });

  it('only coordinators see them', async () => {
    expect(said(await stage.type('A', 'settings'))).toBe('You are not in Willow yet. To ask for a place, type: join.');
  });
});

describe('the schedule', () => {
  it('one line saves it and shows the next three times', async () => {
    const reply = said(await stage.type('P', 'schedule every other Tuesday at 2pm'));
    expect(reply).toContain('Saved. The question comes every other Tuesday at 2pm. The next 3 times are:');
    expect(reply).toContain('- Tuesday 2 March at 2pm\n- Tuesday 16 March at 2pm\n- Tuesday 30 March at 2pm');
    expect(await due('check-in')).toBe('2027-03-02T14:00:00.000Z');
  });

  it('the form shows the next three times before it saves', async () => {
    await stage.press('P', 'Change the times');
    const subject = await stage.huddle();
    const shown = said(await stage.form('P', 'schedule', { subject, values: { words: 'Thursdays at 11am' } }));
    expect(shown).toContain('- Thursday 4 March at 11am\n- Thursday 11 March at 11am\n- Thursday 18 March at 11am');
    expect(await due('check-in')).toBe('2027-03-01T10:00:00.000Z');
    expect(said(await stage.press('P', 'Yes, save'))).toContain('Saved.');
    expect(await due('check-in')).toBe('2027-03-04T11:00:00.000Z');
  });

  it('weekdays are refused with the cap and the days to keep, and nothing changes', async () => {
    expect(said(await stage.type('P', 'schedule weekdays at 9:30'))).toBe(
      'Up to 3 questions a week, so that no one gets tired of them. You could keep Monday, Wednesday and Friday.',
    );
    expect(await due('check-in')).toBe('2027-03-01T10:00:00.000Z');
  });

  it('a time in the quiet hours is refused', async () => {
    expect(said(await stage.type('P', 'schedule Mondays at 9pm'))).toBe(
      '9pm is in the quiet hours, 8pm to 8am. Please pick a time outside them.',
    );
  });
});

describe('my own settings', () => {
  beforeEach(async () => {
    await stage.type('P', 'people <@A>');
    await stage.type('A', 'join as Carers');
    await stage.press('A', 'Yes, count me');
  });

  it('are shown in private, and the lock screen does not have the group', async () => {
    const reply = await stage.type('A', 'me');
    expect(reply.kind).toBe('private');
    expect(said(reply)).toContain(
      'Your group: Carers\nYour answers: counted\nBeing quoted: no\nPhotos of you: no\nYour quiet hours: 8pm to 8am, as the huddle has it',
    );
    expect('document' in reply && reply.document.summary).not.toContain('Carers');
  });

  it.each([
    ['me name Mina', 'I call you Mina from now on'],
    ['me quiet 9pm to 7am', 'I send you nothing from 9pm to 7am.'],
    ['me quiet off', "The huddle's own setting holds for you now."],
    ['me zone Paris', 'Your time zone is Europe/Paris.'],
    ['me group Staff and Artists', 'Your group: Staff. You noted Artists too.'],
    ['me zone Nowhere', 'I do not know the time zone Nowhere.'],
  ])('%s', async (typed, words) => {
    expect(said(await stage.type('A', typed))).toContain(words);
  });

  it('a note waits for the end of one’s own quiet hours', async () => {
    await stage.type('A', 'me quiet 9am to 11am');
    const before = stage.sent('A').length;
    await stage.type('P', 'people coordinator <@A>');
    expect(stage.sent('A')).toHaveLength(before);
    stage.at('2027-02-26T11:00:00.000Z');
    await stage.type('P', 'people');
    expect(stage.sent('A').at(-1)).toContain('You are now a coordinator of Willow too.');
  });
});
