import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standingNow } from '../../src/domain/huddle.ts';
import { channel, openPeopleStage, said, type PeopleStage } from './people-stage.ts';

const users = { P: 'Priya', A: 'Amina', D: 'Dev', E: 'Ellis', R: 'Ruth', S1: 'Sam Hill', S2: 'Sam Bell', N: 'Noor' };
const line = 'setup Willow, check-in Mondays at 10am, digest Tuesdays at 9am, zone Europe/London';

let stage: PeopleStage;
beforeEach(async () => {
  stage = await openPeopleStage(users);
});
afterEach(() => stage.close());

/** Both yeses and a group. */
async function joins(user: string, group: string): Promise<void> {
  await stage.press(user, 'Yes, I will take part');
  await stage.press(user, 'Yes, count me');
  await stage.press(user, group);
}

async function member(user: string) {
  const person = await stage.store.read.people.byIdentity({ platform: 'slack', workspace: 'T1', user });
  if (person === null) throw new Error(`${user} is not known`);
  const found = await stage.store.read.members.get(await stage.huddle(), person.id);
  if (found === null) throw new Error(`${user} is no member`);
  return found;
}

describe('one line sets up a huddle', () => {
  it('it saves, says the next three times, greets the channel and sends the notice to whoever set it up', async () => {
    const reply = said(await stage.type('P', line));
    expect(reply).toContain('Willow is set up.');
    expect(reply).toContain('The question comes every Monday at 10am.');
    expect(reply).toContain('- Monday 1 March at 10am\n- Monday 8 March at 10am\n- Monday 15 March at 10am');
    expect(reply).toContain('on Tuesdays at 9am. The first time is Tuesday 2 March at 9am.');
    expect(stage.sent('C1')).toEqual([expect.stringContaining('Priya set me up for Willow.')]);
    expect(stage.sent('P')).toEqual([expect.stringContaining('You set me up for Willow.')]);
    const timers = await stage.store.read.timers.due('2027-03-02T09:00:00.000Z', 9);
    expect(timers.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['check-in', '2027-03-01T10:00:00.000Z'],
      ['digest', '2027-03-02T09:00:00.000Z'],
    ]);
  });

  it('the same act arriving twice makes one huddle and gets the same answer', async () => {
    const first = said(await stage.type('P', line, { id: 'once' }));
    expect(said(await stage.type('P', line, { id: 'once' }))).toBe(first);
    expect(stage.sent('P')).toHaveLength(1);
  });

  it('a channel that has a huddle keeps it', async () => {
    await stage.type('P', line);
    expect(said(await stage.type('R', 'setup Oak, check-in Fridays at 2pm'))).toContain(
      'This channel has a huddle already: Willow.',
    );
  });

  it('without the check-in the form opens with the name filled in, and the form shows the times before it saves', async () => {
    const reply = await stage.type('P', 'setup Willow, people <@A>');
    if (reply.kind !== 'form') throw new Error('no form');
    expect(said(reply)).toContain('I still need the day and time of the question.');
    expect(reply.form.fields.map((field) => field.name)).toEqual([
      'name',
      'people',
      'checkIn',
      'second',
      'zone',
      'holidays',
      'care',
    ]);
    const values = {
      name: 'Willow',
      people: ['A', 'D'],
      checkIn: 'Mondays at 10am',
      second: ['E'],
      zone: 'Europe/London',
    };
    const shown = said(await stage.form('P', 'setup', { subject: reply.form.subject, values }));
    expect(shown).toContain('Shall I start Willow like this?');
    expect(shown).toContain('- Monday 1 March at 10am');
    expect(
      (await stage.store.read.people.find({ platform: 'slack', workspace: 'T1', user: 'P' }, channel)).huddle,
    ).toBeNull();
    expect(said(await stage.press('P', 'Yes, start'))).toContain('I will send a private note to Ellis, Amina and Dev.');
    expect((await member('E')).coordinator).toBe(true);
    expect(stage.sent('E')[0]).toContain('Priya also asks you to run it with them');
  });

  it('a form with a wrong time stays open, with the sentence beside the field', async () => {
    const values = { name: 'Willow', people: [], checkIn: 'weekdays at 9:30', second: [], zone: 'Europe/London' };
    expect(await stage.form('P', 'setup', { subject: '', values })).toEqual({
      kind: 'invalid',
      fields: { checkIn: expect.stringContaining('You could keep Monday, Wednesday and Friday.') as string },
    });
  });

  it('in a chat with the bot alone nothing is lost: the line comes back to be typed in the channel', async () => {
    expect(said(await stage.type('P', line, { direct: true }))).toContain(
      'setup Willow, check-in Mondays at 10am, digest Tuesdays at 9am, zone Europe/London',
    );
  });
});

describe('inviting', () => {
  beforeEach(() => stage.type('P', line));

  it('a pasted list invites those who are found, and says what to do about the others', async () => {
    const reply = said(await stage.type('P', 'people Amina\ndev\nSam\nBob Nobody\nPriya'));
    expect(reply).toContain('I will send a private note to Amina and Dev.');
    expect(reply).toContain('In or asked already: Priya.');
    expect(reply).toContain('I could not find Bob Nobody in this channel.');
    expect(reply).toContain('More than 1 person fits Sam.');
    expect(stage.sent('A')).toHaveLength(1);
    expect(stage.sent('D')).toHaveLength(1);
  });

  it('the list for coordinators has names and nothing beside them', async () => {
    await stage.type('P', 'people <@A> <@D>');
    await joins('A', 'Carers');
    await stage.type('A', 'pause', { direct: true });
    const reply = said(await stage.type('P', 'people'));
    expect(reply).toContain('Taking part: Amina.');
    expect(reply).toContain('Asked, no answer yet: Priya and Dev.');
    expect(reply).not.toMatch(/Carers|paused/i);
  });

  it('only coordinators may invite', async () => {
    await stage.type('P', 'people <@A>');
    await joins('A', 'Carers');
    expect(said(await stage.type('A', 'people <@R>'))).toBe(
      'Only a coordinator of Willow can do that. Please ask one of them.',
    );
    expect(
      said(await stage.form('A', 'people', { subject: await stage.huddle(), values: { people: ['R'] } })),
    ).toContain('Only a coordinator of Willow can do that.');
    expect(stage.sent('R')).toEqual([]);
  });

  it('a second coordinator has the same commands', async () => {
    await stage.type('P', 'people coordinator <@E>');
    await joins('E', 'Carers');
    expect(said(await stage.type('E', 'people <@R>'))).toContain('I will send a private note to Ruth.');
  });

  it('a note for someone waits for the end of the quiet hours', async () => {
    stage.at('2027-02-26T22:00:00.000Z');
    await stage.type('P', 'people <@A>');
    expect(stage.sent('A')).toEqual([]);
    stage.at('2027-02-27T08:00:00.000Z');
    await stage.type('P', 'people');
    expect(stage.sent('A')).toHaveLength(1);
  });

  it('an invitation that was taken back is not sent', async () => {
    stage.at('2027-02-26T22:00:00.000Z');
    await stage.type('P', 'people <@A>');
    expect(said(await stage.type('P', 'people take back Amina'))).toBe('I have taken back the invitation to Amina.');
    stage.at('2027-02-27T08:00:00.000Z');
    await stage.type('P', 'people');
    expect(stage.sent('A')).toEqual([]);
  });
});

describe('joining', () => {
  beforeEach(async () => {
    await stage.type('P', line);
    await stage.type('P', 'people <@A> <@R> <@D>');
  });

  it('two yeses and a group, each by button, though the clock stands still', async () => {
    expect(said(await stage.press('A', 'Yes, I will take part'))).toContain('Do you want us to count your answers');
    expect(said(await stage.press('A', 'Yes, count me'))).toContain('Which group is yours?');
    const welcome = await stage.press('A', 'Carers');
    expect(welcome.kind).toBe('replace');
    expect(said(welcome)).toContain('You are in Willow. Thank you.\nYour group: Carers.');
    expect(said(welcome)).toContain('The next question comes on Monday 1 March at 10am.');
    expect(said(welcome)).not.toContain('appraisal');
    const now = standingNow(await member('A'));
    expect([now.status, now.counted, now.group]).toEqual(['active', true, 'carers']);
    expect((await member('A')).consents.map(({ to, yes, notice }) => [to, yes, notice])).toEqual([
      ['taking-part', true, 1],
      ['counted', true, 1],
    ]);
  });

  it('"join as Staff" says the first yes and picks the group; the second yes is still asked', async () => {
    expect(said(await stage.type('R', 'join as staff'))).toContain('Do you want us to count your answers');
    const welcome = said(await stage.press('R', 'Do not count me'));
    expect(welcome).toContain('Your group: Staff.');
    expect(welcome).toContain('Not for appraisal.');
    expect(standingNow(await member('R')).counted).toBe(false);
  });

  it('the group stays out of what a lock screen shows', async () => {
    await stage.press('A', 'Yes, I will take part');
    await stage.press('A', 'Yes, count me');
    const welcome = await stage.press('A', 'Carers');
    expect('document' in welcome && welcome.document.summary).not.toContain('Carers');
  });

  it('a group that is not there brings the list of groups', async () => {
    expect(said(await stage.type('R', 'join as Pirates'))).toContain('I do not know that group.');
    expect(standingNow(await member('R')).status).toBe('invited');
  });

  it('someone who says no hears nothing more, and can change their mind', async () => {
    expect(said(await stage.press('D', 'No thanks'))).toContain('That is fine.');
    expect(standingNow(await member('D')).status).toBe('declined');
    expect(said(await stage.type('D', 'join'))).toContain('Do you want to take part?');
    await joins('D', 'Carers');
    expect(standingNow(await member('D')).status).toBe('active');
  });

  it('someone nobody invited asks the coordinators, who can invite with one press', async () => {
    expect(said(await stage.type('N', 'join'))).toContain('I have asked the people who run Willow.');
    expect(stage.sent('P').at(-1)).toContain('Noor asks to join Willow.');
    await stage.press('P', 'Invite Noor');
    expect(stage.sent('N')).toEqual([expect.stringContaining('Hello Noor.')]);
  });
});

describe('a break, and an end', () => {
  beforeEach(async () => {
    await stage.type('P', line);
    await stage.type('P', 'people <@A> <@R>');
    await joins('A', 'Carers');
  });

  it('pause, resume, stop counting and count me are one line each, in private, and nobody else is told', async () => {
    const before = [stage.sent('C1').length, stage.sent('P').length];
    expect(said(await stage.type('A', 'pause', { direct: true }))).toContain('You are paused.');
    expect(standingNow(await member('A')).status).toBe('paused');
    expect(said(await stage.type('A', 'resume', { direct: true }))).toContain('Welcome back.');
    expect(said(await stage.type('A', 'stop counting'))).toContain('We do not count your answers from now on.');
    expect(standingNow(await member('A')).counted).toBe(false);
    expect(said(await stage.type('A', 'count me'))).toContain("Your answers now count in your group's total.");
    expect([stage.sent('C1').length, stage.sent('P').length]).toEqual(before);
  });

  it('a bare "stop" pauses at once and offers the rest', async () => {
    expect(said(await stage.type('A', 'stop'))).toContain('[Come back] [Stop counting me] [Leave] [Help and pause]');
    expect(standingNow(await member('A')).status).toBe('paused');
  });

  it('leaving is one step, and coming back is welcome', async () => {
    expect(said(await stage.type('A', 'leave', { direct: true }))).toContain(
      'You have left. You do not have to say why. Your name is off our lists. You are welcome back.',
    );
    expect(said(await stage.type('P', 'people'))).not.toContain('Amina');
    await stage.press('A', 'Join again');
    await joins('A', 'Staff');
    expect(standingNow(await member('A')).status).toBe('active');
  });

  it('words that only begin like a command are no command', async () => {
    await stage.type('A', 'leave the lights on at night, please', { direct: true });
    await stage.type('A', 'stop moving the chairs', { direct: true });
    expect(standingNow(await member('A')).status).toBe('active');
  });
});

describe('the using side', () => {
  it('is told to be few to the coordinators alone, once, when everyone has answered', async () => {
    await stage.type('P', `${line}, second coordinator <@E>, people <@A> <@R>`);
    await joins('P', 'Staff');
    await joins('E', 'Carers');
    await joins('R', 'Staff');
    const few = () =>
      ['P', 'E', 'A', 'R', 'C1'].map(
        (to) => stage.sent(to).filter((text) => text.includes('fewer than 1 in 3')).length,
      );
    expect(few()).toEqual([0, 0, 0, 0, 0]);
    await joins('A', 'Staff');
    expect(few()).toEqual([1, 1, 0, 0, 0]);
    await stage.type('A', 'me group Artists');
    expect(few()).toEqual([1, 1, 0, 0, 0]);
  });
});
