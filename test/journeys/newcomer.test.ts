import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acting } from '../support/slack-blocks.ts';
import { seenIn } from '../support/slack-stand-in.ts';
import type { Submitted } from '../support/slack-client.ts';
import type { Json, Modal, Shown } from '../support/slack-world.ts';
import { channel, idOf, runInSlack, type SlackRunning } from './slack-running.ts';
import { stageOf } from './slack-stage.ts';
import { names, setUpWillow, theOne, type Name, type Stage } from './stage.ts';

let running: SlackRunning;
let stage: Stage;

beforeAll(async () => {
  running = await runInSlack();
  stage = stageOf(running);
}, 120_000);
afterAll(() => running.close());

describe('setting up by form', { timeout: 60_000 }, () => {
  beforeEach(() => running.reset('2027-02-26T09:00:00Z'));

  it('asks seven things, keeps what was typed when one is wrong, shows the next times, and starts on a yes', async () => {
    await stage.type('Priya', 'setup');
    const asked = formOf('Priya');
    expect(labelsOf(asked)).toHaveLength(7);
    const typed = {
      name: 'Willow',
      people: others('Priya').map(idOf),
      second: [idOf('Ellis')],
      zone: 'Europe/London',
      care: 'yes',
    };
    const forCare = await submit('Priya', { ...typed, checkIn: 'Mondays at 10am' });
    expect(forCare.errors['care']).toMatch(/I am not made for one person's care.*I am for planning work together/);
    typed.care = 'no';
    const wrong = await submit('Priya', { ...typed, checkIn: 'weekdays at 9:30' });
    expect(wrong.errors['checkIn']).toMatch(/You could keep Monday, Wednesday and Friday/);
    expect(wrong.modal?.id, 'the form stays open').toBe(asked.id);

    const shown = await submit('Priya', { ...typed, checkIn: 'every other Tuesday at 2pm' });
    expect(seenIn(shown.modal ?? asked)).toMatch(/The next 3 times are:\n- Tuesday 2 March at 2pm/);
    expect(await pressIn('Priya', 'Change'), 'all of it is filled in again').toMatch(/What is the huddle called\?/);
    const again = JSON.stringify(formOf('Priya').view);
    for (const value of ['Willow', 'every other Tuesday at 2pm', 'Europe/London', idOf('Jo')])
      expect(again).toContain(`"${value}"`);
    await submit('Priya', { checkIn: 'Mondays at 10am' });
    expect(await pressIn('Priya', 'Yes, start')).toContain('Willow is set up. You are a coordinator.');
    await running.settled();
    for (const name of names) expect((await stage.notes(name)).join(), name).toContain(`Hello ${name}.`);
    expect((await stage.notes('Ellis')).join()).toContain('Willow');
  });

  it('a line that lacks something opens the form with what it said, and is finished there', async () => {
    await stage.type('Priya', 'setup Willow, zone Europe/Dublin');
    const view = JSON.stringify(formOf('Priya').view);
    expect(view).toContain('"Willow"');
    expect(view).toContain('"Europe/Dublin"');
    const done = await submit('Priya', { checkIn: 'Mondays at 10am', care: 'no' });
    expect(seenIn(done.modal ?? formOf('Priya'))).toContain('All times are for Europe/Dublin.');
  });
});

describe('in Willow, at work', { timeout: 60_000 }, () => {
  beforeEach(async () => {
    await running.reset('2027-02-26T09:00:00Z');
    await setUpWillow(stage);
    await running.moveTo('2027-03-01T10:05:00Z');
  }, 60_000);

  it('the command alone says what waits, with a button for it', async () => {
    await stage.type('Dev', 'we will mend the lift by 17 March');
    const home = await stage.type('Dev', '');
    expect(home).toMatch(
      /^Willow\. Only you can see this\.\nWaiting for you: 1 thing\. Nothing has to be done today\./,
    );
    expect(home).toMatch(/This week's question: ".*" Open until Thursday 4 March at 10am\.\n\[Answer\]/);
    expect(home).toContain('Your promises: 1, mend the lift (by 17 March)');
  });

  it('an answer by form is seen by those whom its writer chose', async () => {
    await answerByForm('Amina', { text: 'The named lift', 'seen-by': 'named' });
    await answerByForm('Dev', { text: 'The nameless stairs', 'seen-by': 'unnamed' });
    await answerByForm('Ruth', { text: 'The quiet budget', 'seen-by': 'coordinators' });
    await answerByForm('Tomos', { text: 'The secret door', 'seen-by': 'none' });
    await running.settled();
    const inTheOpen = (await stage.thread(question)).join('\n');
    expect(inTheOpen).toMatch(/Amina[\s\S]*The named lift|The named lift[\s\S]*Amina/);
    expect(inTheOpen).toMatch(/Someone here[\s\S]*The nameless stairs|The nameless stairs[\s\S]*Someone here/);
    expect(inTheOpen).not.toMatch(/Dev|quiet budget|secret door/);
    const elsewhere = running.slack.world.messages.filter(({ only }) => only === null).map(seenIn);
    expect(elsewhere.join()).not.toContain('secret door');
    await running.moveTo('2027-03-04T10:01:00Z');
    expect(theOne(await stage.room(), 'has closed')).toContain('We heard from 4 of 9 people.');
  });

  it('nothing is picked beforehand, and Slack itself asks who may see it', async () => {
    await openAnswer('Amina');
    await expect(submit('Amina', { text: 'The lift' })).rejects.toThrow('Slack asks for "seen-by" to be filled in');
  });

  it('a skip is fine, and may be taken back by an answer', async () => {
    expect(await stage.press('Lena', 'Skip')).toContain('Skipped. That is fine. No one asks why.');
    await answerByForm('Lena', { text: 'After all', 'seen-by': 'none' });
    await running.moveTo('2027-03-04T10:01:00Z');
    expect(theOne(await stage.room(), 'has closed')).toContain('We heard from 1 of 9 people.');
  });

  it('"ask me later" asks once more, in private, and no more than once', async () => {
    expect(await stage.press('Jo', 'Ask me later')).toContain(
      'I will ask you once more, on Tuesday 2 March at 10:05am.',
    );
    const before = (await stage.notes('Jo')).length;
    await running.moveTo('2027-03-02T10:10:00Z');
    theOne(await stage.notes('Jo'), 'You asked me to ask again.');
    expect(await stage.type('Jo', 'ask me later')).toContain('I ask again only once.');
    await running.moveTo('2027-03-04T09:59:00Z');
    expect(await stage.notes('Jo')).toHaveLength(before + 1);
  });

  it('words in a direct message are offered as an answer, and kept only once its writer says who may see it', async () => {
    const { people } = running;
    await people().sendMessage({ user: idOf('Graham'), text: 'Nobody tells us the dates' });
    const asks = (shown: Shown) => seenIn(shown).includes('Is this your answer?');
    const offer = await running.slack.until(() => running.slack.direct(idOf('Graham')).find(asks), 'the offer');
    const buttons = ['[Yes, with my name]', '[Yes, with no name]', '[Just count me as heard]', '[No, it is not]'];
    for (const button of buttons) expect(seenIn(offer)).toContain(button);
    await running.settled();
    expect(await stage.thread(question)).toEqual([]);
    expect(await stage.press('Graham', 'Yes, with no name')).toContain('Heard.');
    expect((await stage.thread(question)).join()).toContain('Nobody tells us the dates');
    expect((await stage.thread(question)).join()).not.toContain('Graham');
  });

  it('a question on five days a week is refused with the days to keep', async () => {
    const said = await stage.type('Priya', 'schedule weekdays at 9:30');
    expect(said).toContain('Up to 3 questions a week');
    expect(said).toContain('You could keep Monday, Wednesday and Friday');
    expect(await stage.type('Priya', 'schedule')).toContain('every Monday at 10am');
  });

  it('a break, no counting, and leaving are one line each, said to that person alone', async () => {
    const before = seenByOthers('Jo');
    expect(await stage.type('Jo', 'pause')).toContain('You are paused.');
    expect(await stage.type('Jo', 'resume')).toContain('Welcome back.');
    expect(await stage.type('Jo', 'stop counting')).toContain('We do not count your answers from now on.');
    expect(await stage.type('Jo', 'stop')).toContain('You are paused.');
    expect(await stage.type('Jo', 'leave')).toContain('You have left.');
    expect(seenByOthers('Jo')).toEqual(before);
  });

  it('a role is handed on and is theirs once they take it', async () => {
    await stage.type('Dev', 'take notes');
    expect(await stage.type('Dev', `hand notes to ${stage.at('Ellis')}`)).toContain(
      'I have asked Ellis to take notes.',
    );
    expect(await stage.type('Dev', 'roles')).toMatch(/Notes: (Dev|waits for Ellis)/);
    expect(theOne(await stage.notes('Ellis'), 'Dev would like to hand you a role: notes.')).toContain(
      'You can say no.',
    );
    await stage.press('Ellis', 'Yes, I will take it');
    const roles = await stage.type('Dev', 'roles');
    expect(roles).toContain('Notes: Ellis, since 1 March.');
    expect(roles).toContain('Notes: Dev, 1 March to 1 March.');
  });

  it('what people type never acts: it calls nobody, opens nothing and looks like itself', async () => {
    const sly = '<!channel> <!here> <@U0DEV> <https://evil.example|the bank> *all* @everyone `x`';
    await stage.type('Ruth', `we will tell ${sly} the news by 17 March`);
    await stage.type('Ruth', `settings purpose ${sly}`);
    await stage.type('Priya', `settings purpose ${sly}`);
    await answerByForm('Amina', { text: sly, 'seen-by': 'named' });
    await stage.reply('Dev', question, sly);
    await stage.type('Ruth', `did 1 ${sly}`);
    await stage.type('Amina', `not yet 1 because ${sly}`);
    await stage.type('Ruth', `could not 1 because ${sly}`);
    await running.people().sendMessage({ user: idOf('Graham'), text: sly });
    await running.moveTo('2027-03-09T09:01:00Z');
    for (const line of ['', 'promises', 'settings', 'roles', 'help', 'who']) await stage.type('Priya', line);
    const ours = running.slack.world.messages.filter(({ byBot }) => byBot);
    expect(ours.filter(({ acts }) => acts.length > 0).map((shown) => [shown.acts, shown.text])).toEqual([]);
    const forms = [...running.slack.world.modals.values()].flatMap(({ view }) => acting(view.blocks));
    expect(forms).toEqual([]);
    expect((await stage.room()).join('\n'), 'and it was shown').toContain('*all* @everyone `x`');
  });
});

const question = "This week's question";

function others(name: Name): readonly Name[] {
  return names.filter((other) => other !== name);
}

function formOf(who: Name): Modal {
  const modal = running.slack.modal(idOf(who));
  if (modal === null) throw new Error(`${who} has no form before them`);
  return modal;
}

function labelsOf({ view }: Modal): readonly string[] {
  return (view.blocks as readonly Json[]).flatMap(({ type, label }) =>
    type === 'input' ? [String((label as Json).text)] : [],
  );
}

function submit(who: Name, values: Readonly<Record<string, string | readonly string[]>>): Promise<Submitted> {
  return running.people().submit({ user: idOf(who), values });
}

/** A button in the window that someone has before them; gives what the window shows then. */
async function pressIn(who: Name, label: string): Promise<string> {
  const before = formOf(who);
  await running.people().press({ user: idOf(who), on: before, label });
  const changed = (): Modal | false => formOf(who).view !== before.view && formOf(who);
  return seenIn(await running.slack.until(changed, `what "${label}" leads to`, 20_000));
}

async function openAnswer(who: Name): Promise<void> {
  expect(await stage.press(who, 'Answer in private')).toContain('Who may see it? Pick one.');
}

async function answerByForm(who: Name, values: Readonly<Record<string, string>>): Promise<void> {
  await openAnswer(who);
  const { modal, errors } = await submit(who, values);
  expect(errors).toEqual({});
  expect(seenIn(modal ?? formOf(who))).toContain('Heard. Thank you.');
}

/** Everything that anyone but this person can see, in the channel and in direct messages. */
function seenByOthers(name: Name): readonly string[] {
  const own = running.slack.world.directOf(idOf(name));
  return running.slack.world.messages
    .filter(({ channel: where, only }) => where === channel || where !== own || (only !== null && only !== idOf(name)))
    .filter(({ only }) => only !== idOf(name))
    .map(seenIn);
}
