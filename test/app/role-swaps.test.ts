import { afterEach, describe, expect, it } from 'vitest';
import {
  buttonsOf,
  closeStages,
  everyone,
  openStage,
  personOf,
  said,
  userOf,
  willow,
  type Name,
  type Stage,
} from './stage.ts';

afterEach(closeStages);

const start = '2027-03-03T10:00:00.000Z';
const closes = '2027-03-06T10:00:00.000Z';
const seats = 'Swap seats.';
const names = Object.keys(everyone) as readonly Name[];
const three = ['Amina', 'Ruth', 'Tomos'] as const;
const on = { huddle: { roleSwaps: true } };
type Given = Partial<Parameters<typeof openStage>[0]>;

async function chosenBy(people: readonly Name[], given: Given = on): Promise<Stage> {
  const stage = await openStage({ start, ...given });
  for (const name of people) await stage.type(name, 'me swap on');
  return stage;
}
const got = (stage: Stage, name: Name) => stage.notes(name).filter((text) => text.includes(seats));
const whoGot = (stage: Stage) => names.filter((name) => got(stage, name).length > 0);

/** All that someone who did not choose them can see, of the bot and of the channel. */
async function seenBy(stage: Stage, name: Name): Promise<string> {
  const lines = ['home', 'what changed', 'who', 'questions', 'skip', 'answer', 'answer yes', 'yes', 'my data', 'fix'];
  const seen: string[] = [];
  for (const line of lines) seen.push(said(await stage.type(name, line, { direct: true })));
  return [...seen, ...stage.everywhere(), ...stage.notes(name)].join('\n');
}

describe('the switch of role swaps', () => {
  it('is off until a coordinator turns it on, and everyone is told what it is, each time', async () => {
    const stage = await openStage({ start });
    expect(said(await stage.type('Priya', 'ask roles-7'))).toContain('Role swaps are off here.');
    expect(said(await stage.type('Priya', 'settings role swaps on'))).toContain('I have told everyone.');
    const told = stage.place().at(-1) ?? '';
    expect(told).toContain('Willow can now have role-swap questions.');
    expect(told).toContain('No one is asked to act out being ill.');
    expect(told).toContain('No one is told who did.');
    expect(said(await stage.type('Priya', 'settings'))).toContain('Role-swap questions: on');
    await stage.type('Priya', 'settings role swaps off');
    expect(stage.place().at(-1)).toContain('no more role-swap questions');
  });

  it('leaves the choice to each: a form from the channel, a line, and a way out under each question', async () => {
    const stage = await openStage({ start });
    expect(said(await stage.type('Amina', 'me swap on'))).toContain('has not turned them on yet');
    await stage.type('Priya', 'settings role swaps on');
    await stage.submit('Ruth', await stage.press('Ruth', 'Choose role swaps'), { words: 'on' });
    await stage.type('Jo', 'me role swaps on');
    expect(said(await stage.type('Ruth', 'me'))).toContain('Role-swap questions: on');
    expect(said(await stage.type('Dev', 'me'))).toContain('Role-swap questions: off');
    expect(said(await stage.type('Dev', 'me swap maybe'))).toContain('Please say on or off.');
    expect(said(await stage.type('Priya', 'settings role swaps maybe'))).toContain('Please say on or off.');
    await stage.type('Priya', 'ask roles-7');
    expect(whoGot(stage)).toEqual(['Amina', 'Ruth', 'Jo']);
    expect(said(await stage.press('Ruth', 'No more of these', { direct: true }))).toContain('no role-swap questions');
    expect(said(await stage.type('Ruth', 'me'))).toContain('Role-swap questions: off');
  });
});

describe('a role swap', () => {
  it('goes in private to those who chose it and are here, and to nobody else', async () => {
    const stage = await chosenBy([...three, 'Jo', 'Lena', 'Dev', 'Graham'], {
      ...on,
      people: { Graham: { heldUntil: '2027-03-04T09:00:00.000Z' } },
    });
    await stage.type('Dev', 'me swap off');
    await stage.type('Jo', 'pause');
    await stage.type('Lena', 'leave');
    await stage.type('Priya', 'ask roles-7');
    await stage.moveTo('2027-03-05T10:00:00.000Z');
    expect(whoGot(stage)).toEqual([...three]);
    expect(got(stage, 'Amina')[0]).toContain('Please do not act out being ill.');
    expect(stage.everywhere().join()).not.toContain(seats);
    expect(said(await stage.type('Graham', 'home'))).not.toContain(seats);
  });

  it('does not exist for those who did not choose it, coordinators too, before, during and after', async () => {
    const stage = await chosenBy(three);
    const before = await seenBy(stage, 'Priya');
    await stage.type('Priya', 'ask roles-7');
    for (const name of ['Priya', 'Dev'] as const) expect(await seenBy(stage, name)).not.toContain(seats);
    const round = await newest(stage);
    const pressed = { kind: 'action', action: 'answer', subject: round.id, message: null };
    expect(said(await stage.act('Dev', pressed))).toContain('No question is open');
    const save = { kind: 'form', form: 'answer', subject: round.id, values: { text: 'Hm.', 'seen-by': 'named' } };
    await stage.act('Dev', save);
    expect(await stage.store.read.rounds.responses(round.id)).toEqual([]);
    await stage.moveTo('2027-03-06T12:00:00.000Z');
    for (const name of ['Priya', 'Dev'] as const) expect(await seenBy(stage, name)).not.toContain(seats);
    expect(before).not.toContain('asked a question');
    expect(said(await stage.type('Dev', 'what changed'))).not.toContain('question was asked');
    expect(said(await stage.type('Dev', 'what changed'))).not.toContain('closed');
  });

  it('stays with whoever has it when it closes: no count, no message, and no place in the answer rate', async () => {
    const stage = await chosenBy(three, {
      huddle: { roleSwaps: true, nextDigestAt: '2027-03-09T09:00:00.000Z' },
    });
    await stage.type('Priya', 'ask roles-7');
    await answer(stage, 'Amina', 'none');
    await stage.moveTo(closes);
    expect(stage.place()).toEqual([]);
    expect(got(stage, 'Amina').at(-1)).toContain('This question is closed. You can still add a late answer.');
    const [round] = await stage.store.read.rounds.recent(willow, 1);
    expect(round).toMatchObject({ status: 'closed', heard: null });
    await stage.moveTo('2027-03-09T10:00:00.000Z');
    expect(said(await stage.type('Priya', 'measures'))).not.toMatch(/answers? of \d+/);
    expect((await stage.press('Ruth', 'Add a late answer', { direct: true })).kind).toBe('form');
  });

  it('an answer to everyone stands in the channel with the question; one for no one is a turn and nothing more', async () => {
    const stage = await chosenBy(three);
    await stage.type('Priya', 'ask roles-7');
    await answer(stage, 'Amina', 'named', 'They would see me wait.');
    const [shown = ''] = stage.place();
    expect(shown).toContain('Some of us got a role-swap question:');
    expect(shown).toContain(seats);
    expect(shown).toContain('They would see me wait.');
    expect(shown).toContain('Amina');
    await answer(stage, 'Ruth', 'none', 'Secret.');
    expect(stage.everywhere().join()).not.toContain('Secret.');
    const turns = await stage.store.read.speech.between(willow, start, closes);
    expect(turns.map(({ person }) => person)).toEqual([personOf('Amina'), personOf('Ruth')]);
    await answer(stage, 'Tomos', 'unnamed', 'They would see us hurry.');
    expect(stage.place().at(-1)).not.toContain('Tomos');
    const changed = await stage.press('Amina', 'Answer in private', { direct: true });
    await stage.submit('Amina', changed, { text: 'No.', 'seen-by': 'none' }, { direct: true });
    expect(stage.place().join()).not.toContain('They would see me wait.');
  });

  it('says the same to whoever asks it, and takes its place in the day, also where too few chose it', async () => {
    const enough = await chosenBy(three);
    const few = await chosenBy(three.slice(1));
    const replies = [];
    for (const stage of [enough, few]) {
      const first = said(await stage.type('Priya', 'ask roles-7'));
      const second = said(await stage.type('Priya', 'ask "What now?"'));
      await stage.moveTo('2027-03-03T12:00:00.000Z');
      const seen = [
        first,
        second,
        said(await stage.type('Priya', 'home')),
        said(await stage.type('Priya', 'what changed')),
      ];
      replies.push([...seen, ...stage.everywhere(), ...stage.notes('Priya')]);
    }
    expect(replies[0]).toEqual(replies[1]);
    expect([whoGot(enough).length, whoGot(few).length]).toEqual([3, 0]);
    // Nor do the two learn that there was one.
    expect(said(await few.type('Ruth', 'home'))).not.toContain(seats);
    expect(await few.store.read.timers.next()).toBeNull();
  });

  it('a member can rule it out, and then it is never sent', async () => {
    const stage = await chosenBy(three);
    expect(said(await stage.type('Dev', 'question veto 26'))).toContain('never ask question 26');
    expect(said(await stage.type('Priya', 'ask roles-7'))).toContain('ruled that question out');
    expect(whoGot(stage)).toEqual([]);
  });

  it('that does not reach someone is told to nobody', async () => {
    const stage = await chosenBy(three);
    stage.platform.weather(({ to }) =>
      'user' in to && to.user === userOf('Ruth') ? { refused: 'gone', forGood: true } : 'fine',
    );
    await stage.type('Priya', 'ask roles-7');
    expect([...stage.notes('Priya'), ...stage.notes('Ellis')].join()).not.toMatch(/could not reach/);
  });
});

describe('its place in the weeks', () => {
  const days = { days: [1, 3, 5] as const, time: '10:00', everyWeeks: 1, anchor: '2027-03-01' };
  /** The next is the one that gives its place to a role swap: values-2, in the fifth of the eight weeks. */
  const next = (roleSwaps: boolean) => ({
    start,
    huddle: { roleSwaps, checkIn: { schedule: days, nextDueAt: '2027-03-05T10:00:00.000Z', sent: 4 + 4 * 3 + 2 } },
  });

  it('is that of another question where three chose it; where fewer did the other one is asked, and nothing says why', async () => {
    const stage = await chosenBy(three, next(true));
    const list = said(await stage.type('Dev', 'questions'));
    expect(list).toContain('14:');
    expect(list).toContain('a role swap (26, 27) may take the place of one');
    await stage.moveTo('2027-03-05T11:00:00.000Z');
    expect(whoGot(stage)).toEqual([...three]);
    expect(stage.place()).toEqual([]);

    const few = await chosenBy(three.slice(1), next(true));
    await few.moveTo('2027-03-05T11:00:00.000Z');
    expect(whoGot(few)).toEqual([]);
    expect(few.place()).toHaveLength(1);

    const off = await chosenBy(three, next(false));
    await off.moveTo('2027-03-05T11:00:00.000Z');
    expect([whoGot(off).length, off.place().length]).toEqual([0, 1]);
  });
});

describe('who chose it', () => {
  it('stands in no journal, log, message to others or export; they see it in what is held, and it goes with them', async () => {
    const stage = await chosenBy(three);
    await stage.type('Priya', 'ask roles-7');
    const journal = JSON.stringify(await stage.store.read.journal.list(willow));
    expect(journal).not.toContain(`"${personOf('Amina')}"`);
    expect(JSON.stringify(stage.logged)).not.toMatch(/swap/i);
    expect(said(await stage.type('Priya', 'people'))).not.toMatch(/swap/i);
    expect(said(await stage.type('Priya', 'who sees'))).not.toMatch(/Amina.*swap/i);
    expect(said(await stage.type('Amina', 'my data', { direct: true }))).toContain('role-swap questions');
    await stage.type('Amina', 'forget me', { direct: true });
    await stage.press('Amina', 'Yes, forget me', { direct: true });
    const rest = JSON.stringify(await stage.store.read.members.of(willow));
    expect(rest.split('role-swaps')).toHaveLength(three.length);
  });

  it('every button of its question is there to be pressed', async () => {
    const stage = await chosenBy(three);
    await stage.type('Priya', 'ask roles-7');
    const last = stage.platform.messages().findLast(({ to }) => to === userOf('Amina'));
    expect(last === undefined ? [] : buttonsOf(last.document).map(({ label }) => label)).toEqual([
      'Answer in private',
      'Answer to everyone',
      'Ask me later',
      'Skip',
      'No more of these',
      'Help and pause',
    ]);
  });
});

async function newest(stage: Stage) {
  const [round] = await stage.store.read.rounds.recent(willow, 1);
  if (round === undefined) throw new Error('nothing was asked');
  return round;
}

async function answer(stage: Stage, name: Name, seenBy: string, text = 'They would see me wait.') {
  const form = await stage.press(name, 'Answer in private', { direct: true });
  return stage.submit(name, form, { text, 'seen-by': seenBy }, { direct: true });
}
