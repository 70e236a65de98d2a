import { afterEach, describe, expect, it } from 'vitest';
import type { Standing } from '../../src/domain/huddle.ts';
import { weekOf } from '../../src/domain/time.ts';
import {
  addHuddle,
  buttonsOf,
  channel,
  closeStages,
  huddleOf,
  memberOf,
  messageOf,
  mondaysAt10,
  openStage,
  personOf,
  said,
  userOf,
  willow,
  type Given,
  type Name,
  type Stage,
} from './stage.ts';

afterEach(closeStages);

const monday = '2027-03-01T10:00:00.000Z';
const closing = '2027-03-04T10:00:00.000Z';
const question = 'What shall we plant?';

/** A question that is open since Monday at 10am. */
async function asked(given: Partial<Given> = {}): Promise<Stage> {
  const stage = await openStage({ start: monday, ...given });
  await stage.type('Priya', `ask "${question}"`);
  return stage;
}

/** The library's question of that place in the row, open since Monday at 10am. */
async function fromLibrary(sent: number): Promise<Stage> {
  const checkIn = { schedule: mondaysAt10, nextDueAt: monday, sent };
  const stage = await openStage({ start: monday, huddle: { checkIn } });
  await stage.tick();
  return stage;
}
/** "I will feel proud of this huddle if we…" waits until all is shown at once. */
const held = () => fromLibrary(1);
const weather = () => fromLibrary(3);

async function answer(
  stage: Stage,
  name: Name,
  text: string,
  { seenBy = 'named', button = 'Answer in private', id }: { seenBy?: string; button?: string; id?: string } = {},
) {
  const form = await stage.press(name, button);
  return stage.submit(name, form, { text, 'seen-by': seenBy }, id === undefined ? {} : { id });
}

async function response(stage: Stage, name: Name) {
  const [round] = await stage.store.read.rounds.recent(willow, 1);
  if (round === undefined) throw new Error('no question');
  return stage.store.read.rounds.response(round.id, personOf(name));
}

async function turns(stage: Stage): Promise<readonly string[]> {
  const { from, to } = weekOf(monday, 'Europe/London');
  return (await stage.store.read.speech.between(willow, from, to)).map(({ person }) => person);
}

/** What stands in the thread of the question. */
function thread(stage: Stage, words = question): readonly string[] {
  return stage.place(stage.messageWith(words).message);
}

describe('the answer form', () => {
  it('has nothing picked beforehand, and says who may see what', async () => {
    const stage = await asked();
    const reply = await stage.press('Amina', 'Answer in private');
    if (reply.kind !== 'form') throw new Error('no form');
    const field = reply.form.fields.find(({ name }) => name === 'seen-by');
    expect(field).not.toHaveProperty('value');
    expect(field).toMatchObject({
      options: [
        { label: 'Everyone here (staff too), with my name' },
        { label: 'Everyone here, no name. People may guess.' },
        { label: 'Only Ellis and Priya, who run Willow' },
        { label: 'No one. Just count me as heard.' },
      ],
    });
  });

  it('from Answer to everyone it is with the name', async () => {
    const stage = await asked();
    const reply = await stage.press('Amina', 'Answer to everyone');
    expect(reply).toMatchObject({ form: { fields: [{}, { name: 'seen-by', value: 'named' }] } });
  });

  it.each([
    ['named', ['“herbs” (Amina)'], 'herbs', 'Everyone here sees it, with your name.'],
    ['unnamed', ['“herbs” (Someone here)'], 'herbs', 'Everyone here sees it, with no name.'],
    ['coordinators', [], 'herbs', 'Only Ellis and Priya may read it.'],
    ['none', [], null, 'No one sees it. We count you as heard.'],
  ])('an answer for %s stands where it may and nowhere else', async (seenBy, shown, kept, told) => {
    const stage = await asked();
    const reply = said(await answer(stage, 'Amina', 'herbs', { seenBy }));
    expect(reply).toContain('Heard. Thank you.');
    expect(reply).toContain(told);
    expect(reply).toContain('You can change it until Thursday 4 March at 10am.');
    expect(thread(stage)).toEqual(shown);
    expect(stage.everywhere()).toHaveLength(1 + shown.length);
    expect((await response(stage, 'Amina'))?.answer?.text).toBe(kept);
    expect(await turns(stage)).toEqual([personOf('Amina')]);
  });

  it('"Heard." stands on a lock screen without the words', async () => {
    const stage = await asked();
    const reply = await answer(stage, 'Amina', 'herbs');
    expect('document' in reply && reply.document.summary).toBe('Heard. Thank you.');
  });

  it('keeps what was typed while something is missing, and the mended form with the same id goes through', async () => {
    const stage = await asked();
    const form = await stage.press('Amina', 'Answer in private');
    expect(await stage.submit('Amina', form, { text: 'herbs' }, { id: 'one form' })).toEqual({
      kind: 'invalid',
      fields: { 'seen-by': 'Please pick who may see it.' },
    });
    expect(await response(stage, 'Amina')).toBeNull();
    const empty = await stage.submit('Amina', form, { text: ' ', 'seen-by': 'named' }, { id: 'one form' });
    expect(empty).toMatchObject({ fields: { text: 'There are no words yet. Write a few, or press Skip.' } });
    const mended = { text: 'herbs', 'seen-by': 'named' };
    expect(said(await stage.submit('Amina', form, mended, { id: 'one form' }))).toContain('Heard.');
    expect(thread(stage)).toEqual(['“herbs” (Amina)']);
  });

  it('the fear: a form that is sent twice at once shows an error, or counts twice', async () => {
    const stage = await asked();
    const form = await stage.press('Amina', 'Answer in private');
    const send = () => stage.submit('Amina', form, { text: 'herbs', 'seen-by': 'named' }, { id: 'one form' });
    const [one, two] = await Promise.all([send(), send()]);
    expect(said(one)).toContain('Heard. Thank you.');
    expect(said(two)).toBe(said(one));
    expect(thread(stage)).toEqual(['“herbs” (Amina)']);
    expect(await turns(stage)).toHaveLength(1);
  });

  it('nobody opens the question of another huddle with it', async () => {
    const stage = await asked();
    await stage.store.transact((records) =>
      addHuddle(records, huddleOf(monday, { id: 'oak' as typeof willow, name: 'Oak' }), { ...channel, channel: 'C2' }),
    );
    const [round] = await stage.store.read.rounds.recent(willow, 1);
    await stage.store.transact(async (records) => {
      const oak = await records.huddles.get('oak' as typeof willow);
      if (oak !== null) await records.members.save(memberOf('Jo', oak, monday));
    });
    const where = { ...channel, channel: 'C2' };
    const press = { kind: 'action', action: 'answer', subject: round?.id ?? '', message: null, where };
    expect(said(await stage.act('Jo', press))).not.toContain(question);
  });
});

describe('a reply in the thread', () => {
  it('is an answer with a name, is told so in private, and stands there already', async () => {
    const stage = await asked();
    const { reply } = await stage.say('Amina', 'herbs', { thread: stage.messageWith(question) });
    expect(reply.kind).toBe('private');
    expect(said(reply)).toBe('Heard. Thank you.');
    expect(thread(stage)).toEqual([]);
    expect((await response(stage, 'Amina'))?.answer).toMatchObject({ text: 'herbs', seenBy: 'named', late: false });
    expect(await turns(stage)).toEqual([personOf('Amina')]);
  });

  it('someone who talks on is not told "Heard." each time, and the newest words are the answer', async () => {
    const stage = await asked();
    const thread = stage.messageWith(question);
    await stage.say('Amina', 'herbs', { thread });
    const { reply } = await stage.say('Amina', 'and roses', { thread });
    expect(reply).toEqual({ kind: 'none' });
    expect((await response(stage, 'Amina'))?.answer?.text).toBe('and roses');
  });

  it('a photo without words is an answer as good as words', async () => {
    const stage = await asked();
    const { reply } = await stage.say('Amina', '', { thread: stage.messageWith(question), files: 1 });
    expect(said(reply)).toBe('Heard. Thank you.');
    expect(await turns(stage)).toEqual([personOf('Amina')]);
  });

  it('brought twice is one answer and one turn', async () => {
    const stage = await asked();
    const thread = stage.messageWith(question);
    const first = await stage.say('Amina', 'herbs', { thread, id: 'said' });
    const again = await stage.say('Amina', 'herbs', { thread, id: 'said', message: first.message });
    expect(said(again.reply)).toBe(said(first.reply));
    expect(await turns(stage)).toHaveLength(1);
  });

  it('edited, it changes the answer and is the same turn', async () => {
    const stage = await asked();
    const { message } = await stage.say('Amina', 'herbs', { thread: stage.messageWith(question) });
    expect(await stage.edit('Amina', message, 'herbs and mint')).toEqual({ kind: 'none' });
    expect((await response(stage, 'Amina'))?.answer?.text).toBe('herbs and mint');
    expect(await turns(stage)).toHaveLength(1);
  });

  it('edited by someone else’s hand, it changes nothing', async () => {
    const stage = await asked();
    const { message } = await stage.say('Amina', 'herbs', { thread: stage.messageWith(question) });
    await stage.edit('Ruth', message, 'nothing at all');
    expect((await response(stage, 'Amina'))?.answer?.text).toBe('herbs');
    expect(await response(stage, 'Ruth')).toBeNull();
  });

  it('deleted, it is un-counted and its words are gone', async () => {
    const stage = await asked();
    const place = stage.messageWith(question);
    const { message } = await stage.say('Amina', 'herbs', { thread: place });
    await stage.delete('Amina', message, place);
    expect((await response(stage, 'Amina'))?.answer).toBeNull();
    expect(await turns(stage)).toEqual([]);
    await stage.moveTo(closing);
    expect(stage.place().at(-1)).toContain('We heard from 0 of 9 people.');
  });

  it('the fear: a deletion that reaches us before its message leaves a ghost', async () => {
    const stage = await asked();
    const place = stage.messageWith(question);
    const message = messageOf('late message');
    await stage.delete('Amina', message, place);
    const { reply } = await stage.say('Amina', 'herbs', { thread: place, message });
    expect(reply).toEqual({ kind: 'none' });
    expect(await response(stage, 'Amina')).toBeNull();
    expect(await turns(stage)).toEqual([]);
  });

  it('the fear: talk in the thread wipes what was written in private, or taking the talk back does', async () => {
    const stage = await asked();
    const place = stage.messageWith(question);
    await answer(stage, 'Amina', 'herbs', { seenBy: 'coordinators' });
    const { message } = await stage.say('Amina', 'good point!', { thread: place });
    const kept = { text: 'herbs', seenBy: 'coordinators' };
    expect((await response(stage, 'Amina'))?.answer).toMatchObject(kept);
    await stage.delete('Amina', message, place);
    expect((await response(stage, 'Amina'))?.answer).toMatchObject(kept);
    expect(await turns(stage)).toEqual([personOf('Amina')]);
  });

  it('the fear: who took their words back in the open and then answers in private is not counted', async () => {
    const stage = await asked();
    const place = stage.messageWith(question);
    const { message } = await stage.say('Amina', 'herbs!', { thread: place });
    await stage.delete('Amina', message, place);
    expect((await response(stage, 'Amina'))?.answer).toBeNull();
    await answer(stage, 'Amina', 'herbs', { seenBy: 'coordinators' });
    expect(await turns(stage)).toEqual([personOf('Amina')]);
  });

  it('longer than an answer may be is heard all the same', async () => {
    const stage = await asked();
    await stage.say('Amina', 'herbs'.repeat(700), { thread: stage.messageWith(question) });
    expect((await response(stage, 'Amina'))?.answer?.text).toHaveLength(3000);
  });

  it('in the thread of anything else of ours is a turn and no answer', async () => {
    const stage = await asked();
    await stage.type('Ruth', 'we will paint the day room by 17 March');
    const { reply } = await stage.say('Amina', 'which colour?', { thread: stage.messageWith('paint the day room') });
    expect(reply).toEqual({ kind: 'none' });
    expect(await response(stage, 'Amina')).toBeNull();
    expect(await turns(stage)).toEqual([personOf('Amina')]);
  });

  it('in any other thread, or in none, is not ours: nothing of it is kept', async () => {
    const stage = await asked();
    for (const options of [{ thread: messageOf('not ours') }, {}]) {
      const { reply } = await stage.say('Amina', 'herbs', options);
      expect(reply).toEqual({ kind: 'none' });
    }
    expect(await turns(stage)).toEqual([]);
    expect(await response(stage, 'Amina')).toBeNull();
  });

  it('of someone who did not say yes to being counted is an answer and no turn', async () => {
    const standings: Standing[] = [{ from: monday, status: 'active', counted: false, group: null, also: null }];
    const stage = await asked({ members: { Amina: { standings } } });
    const { reply } = await stage.say('Amina', 'herbs', { thread: stage.messageWith(question) });
    expect(said(reply)).toBe('Heard. Thank you.');
    expect(await turns(stage)).toEqual([]);
    await stage.moveTo(closing);
    expect(stage.place().at(-1)).toContain('We heard from 0 of 8 people.');
  });

  it('that names the bot and says a command is a command', async () => {
    const stage = await asked();
    const { reply } = await stage.say('Amina', 'skip', { thread: stage.messageWith(question), mentionsBot: true });
    expect(said(reply)).toBe('Skipped. That is fine. No one asks why.');
    expect(await turns(stage)).toEqual([]);
  });
});

describe('words to the bot', () => {
  const ways: readonly [string, (stage: Stage) => Promise<unknown>][] = [
    ['typed to it alone', (stage) => stage.type('Amina', 'more benches please', { direct: true })],
    ['said to it alone', (stage) => stage.say('Amina', 'more benches please', { direct: true })],
    ['after the word answer', (stage) => stage.type('Amina', 'answer more benches please')],
    ['as a command that it does not know', (stage) => stage.type('Amina', 'more benches please')],
    ['in the channel, with its name', (stage) => stage.say('Amina', 'more benches please', { mentionsBot: true })],
  ];
  it.each(ways)('%s are offered as an answer, and kept only after a yes', async (_way, tell) => {
    const stage = await asked();
    await tell(stage);
    expect(await response(stage, 'Amina')).toBeNull();
    const reply = await stage.press('Amina', 'Yes, with no name');
    expect(reply.kind).toBe('replace');
    expect(said(reply)).toContain('Heard. Thank you.');
    expect(thread(stage)).toEqual(['“more benches please” (Someone here)']);
  });

  it.each([
    ['Yes, with my name', 'named'],
    ['Yes, with no name', 'unnamed'],
    ['Yes, only for Ellis and Priya', 'coordinators'],
    ['Just count me as heard', 'none'],
  ])('%s', async (label, seenBy) => {
    const stage = await asked();
    expect(said(await stage.type('Amina', 'more benches', { direct: true }))).toContain(
      `Is this your answer?\nThe question is: ${question}\n“more benches”`,
    );
    await stage.press('Amina', label);
    expect((await response(stage, 'Amina'))?.answer?.seenBy).toBe(seenBy);
  });

  it('that are no answer are forgotten', async () => {
    const stage = await asked();
    await stage.type('Amina', 'more benches', { direct: true });
    expect(said(await stage.press('Amina', 'No, it is not'))).toContain('I kept nothing of it.');
    expect(await response(stage, 'Amina')).toBeNull();
  });

  it('longer than a button holds are put into the form, whole', async () => {
    const stage = await asked();
    const words = 'benches '.repeat(300).trim();
    const reply = await stage.type('Amina', words, { direct: true });
    expect(reply).toMatchObject({ kind: 'form', form: { fields: [{ name: 'text', value: words }, {}] } });
  });

  it('while nothing is open are shown again and not lost', async () => {
    const stage = await openStage({ start: monday });
    expect(said(await stage.type('Amina', 'more benches', { direct: true }))).toBe(
      'I do not know that one. To see what you can type, type help.\n' +
        'No question is open just now. You typed:\n“more benches”',
    );
  });

  it.each(['answer more benches', 'answer'])(
    'said to be one ("%s") after the close, can still be added to the last question',
    async (line) => {
      const stage = await asked();
      await stage.moveTo(closing);
      const reply = said(await stage.type('Amina', line));
      expect(reply).toContain('The last question is closed. You can still add a late answer to it.');
      expect(reply.includes('more benches')).toBe(line !== 'answer');
      expect((await stage.press('Amina', 'Add a late answer')).kind).toBe('form');
    },
  );

  it('that only begin like a command are an answer all the same', async () => {
    const stage = await asked();
    for (const words of [
      'no problem at all',
      'stop and listen more',
      'leave more time for tea',
      'people were kind',
      'promises are easy to make',
      'done well by everyone',
      'roles were not clear to me',
      'skip the long meetings',
      'later in the week it was fine',
      'who knows',
      'hello is all I ever hear from them',
    ])
      expect(said(await stage.type('Amina', words, { direct: true }))).toContain(`“${words}”`);
  });

  it('pick an option by its name or its number; other words are offered the options', async () => {
    const stage = await weather();
    expect(said(await stage.type('Amina', 'lovely', { direct: true }))).toContain('It has answers to pick from.');
    expect(await response(stage, 'Amina')).toBeNull();
    await stage.type('Amina', 'answer rain', { direct: true });
    await stage.press('Amina', 'Yes, with my name');
    expect((await response(stage, 'Amina'))?.answer).toMatchObject({ text: 'Rain: hard going 🌧️', option: 2 });
    await stage.type('Dev', 'answer 4', { direct: true });
    await stage.press('Dev', 'Yes, with my name');
    expect((await response(stage, 'Dev'))?.answer?.option).toBe(3);
  });

  it('the form of a question with options needs one', async () => {
    const stage = await weather();
    const form = await stage.press('Amina', 'Answer in private');
    expect(await stage.submit('Amina', form, { 'seen-by': 'named' })).toMatchObject({
      fields: { option: 'Please pick one of the answers.' },
    });
    expect(said(await stage.submit('Amina', form, { option: '0', 'seen-by': 'named' }))).toContain('Sun: going well');
  });
});

describe('the newest answer', () => {
  it('replaces the last, wherever each came from, and counts once', async () => {
    const stage = await asked();
    await answer(stage, 'Amina', 'herbs', { seenBy: 'unnamed' });
    expect(thread(stage)).toEqual(['“herbs” (Someone here)']);
    await answer(stage, 'Amina', 'roses', { seenBy: 'unnamed' });
    expect(thread(stage)).toEqual(['“roses” (Someone here)']);
    expect(await turns(stage)).toHaveLength(1);
    await stage.moveTo(closing);
    expect(stage.place().at(-1)).toContain('We heard from 1 of 9 people.');
  });

  it.each(['coordinators', 'none'])('for %s takes back what stood in the open', async (seenBy) => {
    const stage = await asked();
    await answer(stage, 'Amina', 'herbs');
    await answer(stage, 'Amina', 'herbs', { seenBy });
    expect(thread(stage)).toEqual(['The answer that stood here was taken back.']);
    expect(stage.everywhere().join()).not.toContain('Amina');
  });

  it('for no one wipes the words that were there before', async () => {
    const stage = await asked();
    await answer(stage, 'Amina', 'herbs', { seenBy: 'coordinators' });
    await answer(stage, 'Amina', '', { seenBy: 'none' });
    expect((await response(stage, 'Amina'))?.answer).toMatchObject({ text: null, seenBy: 'none' });
  });

  it('said earlier but brought later replaces nothing', async () => {
    const stage = await asked();
    const thread = stage.messageWith(question);
    stage.setClock('2027-03-01T12:00:00.000Z');
    await stage.say('Amina', 'roses', { thread });
    await stage.say('Amina', 'herbs', { thread, at: '2027-03-01T11:00:00.000Z' });
    expect((await response(stage, 'Amina'))?.answer?.text).toBe('roses');
  });

  it('after the close is kept and marked as late, and the count stays as it was told', async () => {
    const stage = await asked();
    await answer(stage, 'Dev', 'roses');
    await stage.moveTo('2027-03-04T15:00:00.000Z');
    const reply = said(await answer(stage, 'Amina', 'herbs', { button: 'Add a late answer' }));
    expect(reply).toContain('It came after the close, so we mark it as late.');
    expect(reply).not.toContain('You can change it until');
    expect(thread(stage)).toEqual(['“roses” (Dev)', '“herbs” (Amina, added late)']);
    expect(stage.place().filter((text) => text.includes('We heard from'))).toEqual([
      expect.stringContaining('We heard from 1 of 9 people.'),
    ]);
  });

  it('in the thread after the close is late too', async () => {
    const stage = await asked();
    await stage.moveTo('2027-03-04T15:00:00.000Z');
    const { reply } = await stage.say('Amina', 'herbs', { thread: stage.messageWith(question) });
    expect(said(reply)).toContain('we mark it as late');
    expect((await response(stage, 'Amina'))?.answer?.late).toBe(true);
  });

  it('sent before the close but brought after it is not late', async () => {
    const stage = await asked();
    const thread = stage.messageWith(question);
    await stage.moveTo('2027-03-04T10:01:00.000Z');
    await stage.say('Amina', 'herbs', { thread, at: '2027-03-04T09:59:00.000Z' });
    expect((await response(stage, 'Amina'))?.answer?.late).toBe(false);
  });
});

describe('held answers', () => {
  /** Stands in the question and in nothing else. */
  const proud = 'Why we ask';

  async function fourAnswer(): Promise<Stage> {
    const stage = await held();
    await answer(stage, 'Amina', 'eat cake', { seenBy: 'named' });
    await answer(stage, 'Ruth', 'tidy up', { seenBy: 'unnamed' });
    await answer(stage, 'Dev', 'keep quiet', { seenBy: 'coordinators' });
    await answer(stage, 'Tomos', 'sing songs', { seenBy: 'named' });
    return stage;
  }
  const theirs = /eat cake|tidy up|keep quiet|sing songs/;

  it('appear together at the close, in the lot’s order and not the one in which they came', async () => {
    const stage = await fourAnswer();
    expect(thread(stage, proud)).toEqual([]);
    await stage.moveTo('2027-03-04T09:59:59.999Z');
    expect(thread(stage, proud)).toEqual([]);
    await stage.moveTo(closing);
    const [shown, ...more] = thread(stage, proud);
    expect(more).toEqual([]);
    expect(shown?.split('\n').slice(2)).toEqual([
      '“sing songs” (Tomos)',
      '“tidy up” (Someone here)',
      '“eat cake” (Amina)',
    ]);
    expect(stage.everywhere().join()).not.toContain('keep quiet');
    expect(stage.place().at(-1)).toContain('We heard from 4 of 9 people.');
  });

  it('before the close no command shows one, not to a coordinator either', async () => {
    const stage = await fourAnswer();
    for (const name of ['Priya', 'Ellis', 'Amina'] as const)
      for (const line of [
        '',
        'home',
        'help',
        'people',
        'settings',
        'promises',
        'roles',
        'who',
        'me',
        'digest preview',
        'schedule',
        'answer',
        'answers',
      ]) {
        const reply = said(await stage.type(name, line, { direct: true }));
        // What was given to the coordinators alone is theirs to read, at any time.
        expect(reply.replaceAll('keep quiet', ''), line).not.toMatch(theirs);
        if (name === 'Amina') expect(reply).not.toContain('keep quiet');
      }
    await stage.type('Priya', 'digest post');
    expect(stage.everywhere().join()).not.toMatch(theirs);
  });

  it('a reply in the thread is kindly sent away, and what it said is not kept', async () => {
    const stage = await held();
    const { reply } = await stage.say('Amina', 'eat cake', { thread: stage.messageWith(proud) });
    expect(said(reply)).toContain('This question waits, so that no one goes first.');
    expect(await response(stage, 'Amina')).toBeNull();
    expect(await turns(stage)).toHaveLength(1);
  });

  it('the newest of each person is the one that appears', async () => {
    const stage = await fourAnswer();
    await answer(stage, 'Amina', 'eat more cake', { seenBy: 'unnamed' });
    await answer(stage, 'Tomos', '', { seenBy: 'none' });
    await stage.moveTo(closing);
    expect(thread(stage, proud)[0]?.split('\n').slice(2)).toEqual([
      '“tidy up” (Someone here)',
      '“eat more cake” (Someone here)',
    ]);
  });

  it('the fear: whoever changes theirs after the close still has the old words standing there', async () => {
    const stage = await fourAnswer();
    await stage.moveTo(closing);
    await answer(stage, 'Amina', 'eat fruit', { seenBy: 'unnamed', button: 'Add a late answer' });
    await answer(stage, 'Ruth', '', { seenBy: 'none', button: 'Add a late answer' });
    const [shown, ...more] = thread(stage, proud);
    expect(more).toEqual([]);
    expect(shown?.split('\n').slice(2)).toEqual(['“sing songs” (Tomos)', '“eat fruit” (Someone here, added late)']);
    await answer(stage, 'Amina', '', { seenBy: 'none', button: 'Add a late answer' });
    await answer(stage, 'Tomos', 'nothing', { seenBy: 'coordinators', button: 'Add a late answer' });
    expect(thread(stage, proud)).toEqual(['The answer that stood here was taken back.']);
  });

  it('none to show: nothing appears but the count', async () => {
    const stage = await held();
    await answer(stage, 'Amina', '', { seenBy: 'none' });
    await stage.moveTo(closing);
    expect(thread(stage, proud)).toEqual([]);
    expect(stage.place().at(-1)).toContain('We heard from 1 of 9 people.');
  });

  it('the form says that they wait', async () => {
    const stage = await held();
    const reply = await stage.press('Amina', 'Answer in private');
    expect(JSON.stringify(reply)).toContain('Answers wait until Thursday 4 March at 10am.');
    expect(said(await stage.submit('Amina', reply, { text: 'eat cake', 'seen-by': 'named' }))).toContain(
      'It waits with the others until the question closes.',
    );
  });
});

describe('an answer with no name', () => {
  it('never stands beside the name, in no message to anyone', async () => {
    for (const open of [asked, held]) {
      const stage = await open();
      await answer(stage, 'Tomos', 'sing songs', { seenBy: 'unnamed' });
      await stage.moveTo('2027-03-12T10:00:00.000Z');
      expect(stage.everywhere().join()).toContain('sing songs');
      const toOthers = stage.platform.messages().filter(({ to }) => to !== userOf('Tomos'));
      for (const { text, document } of toOthers)
        if (text.includes('sing songs')) expect(JSON.stringify(document)).not.toContain('Tomos');
    }
  });
});

describe('skip', () => {
  it('asks for nothing more, is no turn, and is told to nobody', async () => {
    const stage = await asked();
    expect(said(await stage.press('Amina', 'Skip'))).toBe('Skipped. That is fine. No one asks why.');
    expect(await turns(stage)).toEqual([]);
    expect(stage.everywhere()).toHaveLength(1);
    expect(said(await stage.type('Amina', ''))).not.toContain(question);
    await stage.moveTo(closing);
    expect(stage.place().at(-1)).toContain('We heard from 0 of 9 people.');
  });

  it('a slip of the finger does not wipe an answer', async () => {
    const stage = await asked();
    await answer(stage, 'Amina', 'herbs');
    expect(said(await stage.press('Amina', 'Skip'))).toContain('I have your answer, and it stays.');
    expect((await response(stage, 'Amina'))?.answer?.text).toBe('herbs');
  });

  it('can be thought over', async () => {
    const stage = await asked();
    await stage.type('Amina', 'skip');
    expect(said(await answer(stage, 'Amina', 'herbs'))).toContain('Heard.');
  });
});

describe('ask me later', () => {
  it('asks once more, a day on, that person alone', async () => {
    const stage = await asked();
    expect(said(await stage.press('Amina', 'Ask me later'))).toBe(
      'I will ask you once more, on Tuesday 2 March at 10am. Only you will see it.',
    );
    await stage.moveTo('2027-03-02T09:59:00.000Z');
    expect(stage.notes('Amina')).toEqual([]);
    await stage.moveTo('2027-03-03T10:00:00.000Z');
    expect(stage.notes('Amina')).toEqual([expect.stringContaining(question)]);
    expect(stage.everywhere()).toHaveLength(1);
    expect(said(await stage.press('Amina', 'Answer in private'))).toContain(question);
  });

  it('asks once and no second time', async () => {
    const stage = await asked();
    await stage.type('Amina', 'ask me later');
    expect(said(await stage.type('Amina', 'ask me later'))).toContain('I ask again only once.');
    await stage.moveTo('2027-03-02T12:00:00.000Z');
    expect(said(await stage.type('Amina', 'ask me later'))).toContain('I ask again only once.');
    await stage.moveTo(closing);
    expect(stage.notes('Amina')).toHaveLength(1);
  });

  it('comes outside their own quiet hours, on their own clock', async () => {
    const people = { Amina: { zone: 'America/New_York', quiet: { from: '20:00', to: '08:00' } } };
    const stage = await asked({ people });
    expect(said(await stage.press('Amina', 'Ask me later'))).toContain('Tuesday 2 March at 8am');
    await stage.moveTo('2027-03-02T12:59:00.000Z');
    expect(stage.notes('Amina')).toEqual([]);
    await stage.moveTo('2027-03-02T13:00:00.000Z');
    expect(stage.notes('Amina')).toHaveLength(1);
  });

  it.each<[string, (stage: Stage) => Promise<unknown>]>([
    ['answered', (stage) => answer(stage, 'Amina', 'herbs')],
    ['skipped', (stage) => stage.type('Amina', 'skip')],
    ['paused', (stage) => stage.type('Amina', 'pause')],
    ['left', (stage) => stage.type('Amina', 'leave')],
  ])('nobody is reminded who has %s meanwhile', async (_what, meanwhile) => {
    const stage = await asked();
    await stage.press('Amina', 'Ask me later');
    await meanwhile(stage);
    await stage.moveTo(closing);
    expect(stage.notes('Amina').filter((text) => text.includes(question))).toEqual([]);
  });

  it('is too late when little time is left, and says so', async () => {
    const stage = await asked();
    await stage.moveTo('2027-03-03T23:00:00.000Z');
    expect(said(await stage.press('Amina', 'Ask me later'))).toContain('It closes soon, so I cannot ask again.');
  });
});

describe('the same act again', () => {
  it.each<[string, (stage: Stage) => Promise<unknown>]>([
    ['a question', (stage) => stage.type('Priya', 'ask "And where?"', { id: 'x', at: '2027-03-02T10:00:00.000Z' })],
    ['a skip', (stage) => stage.press('Amina', 'Skip', { id: 'x' })],
    ['a later', (stage) => stage.type('Amina', 'ask me later', { id: 'x' })],
    ['an answer', (stage) => answer(stage, 'Amina', 'herbs', { id: 'x' })],
  ])('%s gets the same reply and changes nothing', async (_what, act) => {
    const stage = await asked();
    const first = await act(stage);
    const [before, messages] = [await rows(stage), stage.platform.tries.length];
    expect(await act(stage)).toEqual(first);
    expect(await rows(stage)).toEqual(before);
    expect(stage.platform.tries).toHaveLength(messages);
  });

  it('gets the reply of then even when the rules would say no now', async () => {
    const stage = await asked();
    const first = await stage.press('Amina', 'Skip', { id: 'x' });
    await answer(stage, 'Amina', 'herbs');
    expect(await stage.press('Amina', 'Skip', { id: 'x' })).toEqual(first);
    expect((await response(stage, 'Amina'))?.answer?.text).toBe('herbs');
  });

  it('a refused command spends no id', async () => {
    const stage = await asked();
    expect(said(await stage.type('Priya', 'ask "And where?"', { id: 'x' }))).toContain('1 a day is the most');
    stage.setClock('2027-03-02T10:00:00.000Z');
    expect(said(await stage.type('Priya', 'ask "And where?"', { id: 'x' }))).toContain('Sent.');
  });
});

async function rows(stage: Stage): Promise<unknown> {
  const { rounds, journal } = stage.store.read;
  const recent = await rounds.recent(willow, 9);
  const responses = await Promise.all(recent.map(({ id }) => rounds.responses(id)));
  return [recent, responses, await journal.list(willow), await turns(stage)];
}

describe('someone in two huddles', () => {
  async function inTwo(): Promise<Stage> {
    const stage = await asked();
    const oak = huddleOf(monday, { id: 'oak' as typeof willow, name: 'Oak' });
    await stage.store.transact(async (records) => {
      await addHuddle(records, oak, { ...channel, channel: 'C2' });
      for (const name of ['Amina', 'Priya'] as const) await records.members.save(memberOf(name, oak, monday));
    });
    return stage;
  }

  it('is asked in private which is meant, and goes on with what they typed', async () => {
    const stage = await inTwo();
    const reply = await stage.type('Amina', 'more benches please', { direct: true });
    expect(said(reply)).toContain('You are in more than 1 huddle. Which one do you mean?');
    expect(said(await stage.press('Amina', 'Willow', { direct: true }))).toContain(
      `Is this your answer?\nThe question is: ${question}\n“more benches please”`,
    );
    await stage.press('Amina', 'Yes, with my name', { direct: true });
    expect(thread(stage)).toEqual(['“more benches please” (Amina)']);
    await stage.type('Amina', 'we will paint the hall by 17 March', { direct: true });
    await stage.press('Amina', 'Oak', { direct: true });
    expect(await stage.store.read.promises.list('oak' as typeof willow)).toMatchObject([{ what: 'paint the hall' }]);
    expect(await stage.store.read.promises.list(willow)).toEqual([]);
  });

  it('the fear: words too long for a button are cut and saved as if they were all', async () => {
    const stage = await inTwo();
    const words = 'benches '.repeat(350).trim();
    const reply = await stage.type('Amina', words, { direct: true });
    expect(said(reply)).toContain(words);
    for (const { subject } of 'document' in reply ? buttonsOf(reply.document) : [])
      expect(subject).not.toContain('benches');
  });

  it('is not asked in a place, nor about a button that says which', async () => {
    const stage = await inTwo();
    expect(said(await stage.type('Amina', 'more benches please'))).toContain('Is this your answer?');
    expect(said(await stage.press('Amina', 'Skip', { direct: true }))).toContain('Skipped.');
  });

  it('may not use a coordinator’s command by that way either', async () => {
    const stage = await inTwo();
    await stage.type('Amina', 'settings', { direct: true });
    expect(said(await stage.press('Amina', 'Willow', { direct: true }))).toBe(
      'Only a coordinator of Willow can do that. Please ask one of them.',
    );
  });
});

describe('someone who does not take part', () => {
  const as = (status: Standing['status']): readonly Standing[] => [
    { from: monday, status, counted: status === 'paused', group: null, also: null },
  ];

  it.each(['invited', 'declined', 'left'] as const)('%s: cannot answer, and hears why', async (status) => {
    const stage = await asked({ members: { Jo: { standings: as(status) } } });
    for (const way of ['answer herbs', 'answer', 'skip', 'ask me later'])
      expect(said(await stage.type('Jo', way))).toMatch(/Willow/);
    const why = status === 'left' ? 'You have left Willow.' : 'You have not said yes to Willow yet.';
    expect(said(await stage.press('Jo', 'Answer in private'))).toContain(why);
    await stage.say('Jo', 'herbs', { thread: stage.messageWith(question) });
    expect(await response(stage, 'Jo')).toBeNull();
    expect(await turns(stage)).toEqual([]);
  });

  it('whom nobody has invited hears how to join, and leaves no trace', async () => {
    const stage = await asked();
    const who = { platform: 'slack', workspace: 'T1', user: 'U99' };
    const reply = await stage.act('Jo', { kind: 'command', text: 'answer herbs', who, name: 'Sam' });
    expect(said(reply)).toMatch(/join/);
    await stage.act('Jo', {
      kind: 'spoke',
      who,
      message: messageOf('x'),
      thread: stage.messageWith(question),
      text: 'herbs',
      mentionsBot: false,
      files: 0,
    });
    expect(await stage.store.read.people.byIdentity({ platform: 'slack', workspace: 'T1', user: 'U99' })).toBeNull();
    expect(await turns(stage)).toEqual([]);
  });

  it('paused: nothing is kept, and they hear how to come back', async () => {
    const stage = await asked({ members: { Jo: { standings: as('paused') } } });
    expect(await answer(stage, 'Jo', 'herbs')).toMatchObject({
      kind: 'invalid',
      fields: { text: 'You have paused, so I have kept nothing. Type resume first, then send it again.' },
    });
    expect(said(await stage.press('Jo', 'Skip'))).toContain('You have paused');
    const { reply } = await stage.say('Jo', 'herbs', { thread: stage.messageWith(question) });
    expect(reply).toEqual({ kind: 'none' });
    expect(await response(stage, 'Jo')).toBeNull();
    expect(await turns(stage)).toEqual([]);
  });

  it('a coordinator who did not join may still ask', async () => {
    const stage = await openStage({ start: monday, members: { Priya: { standings: as('declined') } } });
    expect(said(await stage.type('Priya', `ask "${question}"`))).toContain('Sent.');
    expect(stage.place()[0]).toContain(question);
  });
});
