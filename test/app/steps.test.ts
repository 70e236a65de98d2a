import { afterEach, describe, expect, it } from 'vitest';
import type { Stage as Step } from '../../src/domain/stage.ts';
import { buttonsOf, closeStages, openStage, said, willow, type Name, type Stage } from './stage.ts';

afterEach(closeStages);
const start = '2027-03-01T10:00:00.000Z';
const day = (nth: number, time = '10:00') => `2027-03-${String(nth).padStart(2, '0')}T${time}:00.000Z`;
const every = 'We heard from every side in this step.';
const not = 'Not from every side yet.';
const look = 'Before we close this step, have we heard from all sides? We can ask once more.';

const steps = async (stage: Stage) => (await stage.store.read.huddles.get(willow))?.steps ?? [];
const labels = (reply: Awaited<ReturnType<Stage['type']>>) =>
  'document' in reply ? buttonsOf(reply.document).map(({ label }) => label) : [];
const rounds = async (stage: Stage) => (await stage.store.read.rounds.recent(willow, 20)).toReversed();

/** Asks, and these answer it: in the thread for all to read, or counted as heard and no more. */
async function asked(stage: Stage, who: readonly Name[], how: 'open' | 'counted' = 'open', line = 'ask "What now?"') {
  await stage.type('Priya', line);
  const { text } = (await rounds(stage)).at(-1)?.prompt ?? { text: '' };
  for (const name of who) {
    if (how === 'open') await stage.say(name, 'a lot', { thread: stage.messageWith(text) });
    else await stage.submit(name, await stage.type(name, 'answer'), { text: 'a lot', 'seen-by': 'none' });
  }
}

async function inStep1(changes: Partial<Parameters<typeof openStage>[0]> = {}) {
  const stage = await openStage({ start, ...changes });
  await stage.type('Priya', 'steps 1');
  return stage;
}

describe('the steps', () => {
  it('are off until a coordinator opens one, and say so to everyone', async () => {
    const stage = await openStage({ start });
    const shown = await stage.type('Amina', 'steps');
    expect(said(shown)).toContain('No step is open yet. You need not use them.');
    expect(said(shown)).toContain('7: What changed.');
    expect(labels(shown)).toEqual(['Help and pause']);
    expect(labels(await stage.type('Ellis', 'steps'))).toEqual(['Open step 1', 'Help and pause']);
    expect(said(await stage.press('Ellis', 'Open step 1'))).toContain(
      'Step 1 of 7 is open now: what we need to change.',
    );
    expect(said(await stage.type('Amina', 'stage'))).toContain('We are in step 1 of 7: what we need to change.');
    expect(stage.everywhere()).toEqual([]);
  });

  it('are moved by those who run the huddle alone, by a line or by a button', async () => {
    const stage = await openStage({ start });
    for (const line of ['steps 1', 'steps next', 'steps back', 'steps close', 'steps ask everyone', 'steps ask 1'])
      expect(said(await stage.type('Amina', line)), line).toContain('Only a coordinator of Willow');
    await stage.type('Priya', 'steps 1');
    const reply = await stage.type('Priya', 'steps next');
    const { action, subject } = buttonsOf('document' in reply ? reply.document : ({} as never))[1] ?? {};
    await stage.act('Amina', { kind: 'action', action, subject, message: null });
    expect(await steps(stage)).toMatchObject([{ stage: 'need', closedAt: null }]);
  });

  it('can be opened in any order and again, and each time stays in the history', async () => {
    const stage = await inStep1();
    stage.setClock(day(2));
    await stage.type('Priya', 'steps 3 now');
    await stage.type('Ellis', 'steps back now');
    await stage.type('Priya', 'steps 3 now');
    expect((await steps(stage)).map(({ stage: step, closedAt }) => [step, closedAt === null])).toEqual([
      ['need', false],
      ['values', false],
      ['partners', false],
      ['values', true],
    ] satisfies [Step, boolean][]);
    const shown = said(await stage.type('Jo', 'steps'));
    expect(shown).toContain('1: What we need to change. 1 March to 2 March.');
    expect(shown).toContain('3: What matters to us. Open since 2 March. It was open once before that.');
    expect(said(await stage.type('Priya', 'what changed'))).toContain('Step 3 was opened.');
  });

  it('after the last one are done, and say how to go on', async () => {
    const stage = await openStage({ start });
    expect(said(await stage.type('Priya', 'steps back'))).toContain('There is no step before this one.');
    expect(said(await stage.type('Priya', 'steps close'))).toContain('No step is open now.');
    expect(said(await stage.type('Priya', 'steps 8'))).toContain('There are 7 steps.');
    await stage.type('Priya', 'steps 7');
    expect(said(await stage.type('Priya', 'steps 7'))).toContain('We are in that step now.');
    await stage.type('Priya', 'steps next now');
    expect(said(await stage.type('Priya', 'steps next'))).toContain('All 7 steps are done.');
    expect(said(await stage.type('Jo', 'steps questions'))).toContain('No step is open now.');
  });

  it('the same act twice moves once, and a button pressed too late moves nothing', async () => {
    const stage = await inStep1();
    const reply = await stage.type('Priya', 'steps next');
    const once = await stage.press('Priya', 'Close it now', { id: 'once' });
    expect(await stage.press('Priya', 'Close it now', { id: 'once' })).toEqual(once);
    expect(await steps(stage)).toHaveLength(2);
    expect(said(reply)).toContain(look);
    expect(
      said(await stage.press('Ellis', 'Close it now').catch(() => stage.press('Priya', 'Close it now'))),
    ).toContain('The steps have moved on');
    expect(await steps(stage)).toHaveLength(2);
  });

  it('leave nothing in the journal that says who moved them', async () => {
    const stage = await inStep1();
    await stage.type('Ellis', 'steps next now');
    const journal = (await stage.store.read.journal.list(willow)).filter(({ type }) => type.startsWith('Step'));
    expect(journal.map(({ type }) => type)).toEqual(['StepOpened', 'StepLooked', 'StepClosed', 'StepOpened']);
    expect(JSON.stringify([journal, await steps(stage)])).not.toMatch(/"p\d"/);
  });
});

describe('whether every side was heard', () => {
  it('is told at the close, and then there is no second look', async () => {
    const stage = await inStep1();
    await asked(stage, ['Amina', 'Ruth', 'Jo']);
    await stage.moveTo(day(5));
    expect(said(await stage.type('Amina', 'steps'))).not.toMatch(/every side in|Not from/);
    expect(said(await stage.type('Priya', 'steps next'))).toContain(every);
    for (const name of ['Amina', 'Ellis'] as const) expect(said(await stage.type(name, 'steps'))).toContain(every);
  });

  it('is denied with no side named, to those who run it as to all others', async () => {
    const stage = await inStep1();
    await asked(stage, ['Ruth', 'Graham', 'Jo']);
    await stage.moveTo(day(5));
    const reply = said(await stage.type('Priya', 'steps next'));
    expect(reply).toContain(`${not}\n${look}`);
    for (const name of ['Amina', 'Ellis'] as const) expect(said(await stage.type(name, 'steps'))).toContain(not);
    expect(said(await stage.press('Priya', 'Close it now'))).toContain('Closed without a word from every side.');
    const shown = said(await stage.type('Amina', 'steps'));
    expect(shown).toContain('Closed without a word from every side.');
    expect(`${reply}${shown}`).not.toMatch(/People who use|Staff|Artists/);
  });

  it('is not told where a side is small, whatever was said, and there is a second look either way', async () => {
    for (const who of [
      ['Amina', 'Ruth', 'Jo'],
      ['Ruth', 'Jo'],
    ] as const) {
      const stage = await inStep1({
        members: { Dev: { standings: [{ from: start, status: 'active', counted: false, group: null, also: null }] } },
      });
      await asked(stage, who);
      await stage.moveTo(day(5));
      const reply = said(await stage.type('Priya', 'steps next'));
      expect(reply).toContain(look);
      await stage.press('Priya', 'Close it now');
      expect(`${reply}${said(await stage.type('Amina', 'steps'))}`).not.toMatch(
        /every side in|Not from|without a word/,
      );
    }
  });

  it('does not change for an answer that comes after the look, late or to one more question', async () => {
    const stage = await inStep1();
    await asked(stage, ['Ruth', 'Jo']);
    await stage.moveTo(day(5));
    await stage.type('Priya', 'steps next');
    await stage.say('Amina', 'late', { thread: stage.messageWith('What now?') });
    expect(said(await stage.type('Priya', 'steps next'))).toContain(not);
    stage.setClock(day(5, '10:10'));
    await asked(stage, ['Amina'], 'open', 'ask "And now?"');
    await stage.moveTo(day(9));
    expect(said(await stage.type('Priya', 'steps next'))).toContain(not);
    await stage.press('Priya', 'Close it now');
    const shown = said(await stage.type('Priya', 'steps'));
    expect(shown).toMatch(/Not from every side yet\. Looked at on 5 March\. We asked once more\./);
    expect(shown).not.toContain('without a word');
  });

  it('is told once the questions since that look heard every side by themselves', async () => {
    const stage = await inStep1();
    await asked(stage, ['Ruth', 'Jo']);
    await stage.moveTo(day(5));
    await stage.type('Priya', 'steps next');
    stage.setClock(day(5, '10:10'));
    await asked(stage, ['Amina', 'Ruth', 'Jo'], 'open', 'ask "And now?"');
    await stage.moveTo(day(9));
    expect(said(await stage.type('Priya', 'steps next'))).toContain(every);
  });

  it('is not looked at while a question of the step is open; closed all the same, nothing is told', async () => {
    const stage = await inStep1();
    await asked(stage, ['Amina', 'Ruth', 'Jo']);
    const reply = said(await stage.type('Priya', 'steps next'));
    expect(reply).toContain('A question of this step is still open.');
    expect(reply).not.toMatch(/every side in|Not from/);
    await stage.press('Priya', 'Close it now');
    await stage.moveTo(day(5));
    expect(said(await stage.type('Amina', 'steps'))).not.toMatch(/every side in|Not from|without a word/);
  });

  it('stays as it was told when people leave, or are forgotten', async () => {
    const stage = await inStep1();
    await asked(stage, ['Amina', 'Ruth', 'Jo']);
    await stage.moveTo(day(5));
    await stage.type('Priya', 'steps next');
    await stage.type('Amina', 'forget me');
    await stage.press('Amina', 'Yes, forget me');
    await stage.type('Dev', 'leave');
    expect(said(await stage.type('Priya', 'steps'))).toContain(every);
  });

  it('counts a question of another step that was asked for that step, and a private one for none', async () => {
    const stage = await inStep1();
    await asked(stage, ['Amina', 'Ruth', 'Jo'], 'open', 'ask roles-1');
    await stage.moveTo(day(8));
    expect(said(await stage.type('Priya', 'steps next'))).toContain(not);
    await stage.press('Priya', 'Close it now');
    await stage.type('Priya', 'steps 4 now');
    expect(said(await stage.type('Priya', 'steps next'))).toContain(every);
    await stage.type('Priya', 'ask neg-4');
    for (const name of ['Amina', 'Ruth', 'Jo'] as const) await stage.type(name, '3', { direct: true });
    await stage.moveTo(day(15));
    expect(said(await stage.type('Priya', 'steps next'))).toContain(not);
  });
});

describe('the second look', () => {
  it('asks once more with a held question of the step that was not asked yet', async () => {
    const stage = await inStep1();
    await asked(stage, ['Ruth', 'Jo'], 'open', 'ask need-1');
    await stage.moveTo(day(5));
    await stage.type('Priya', 'steps next');
    expect(said(await stage.press('Priya', 'Ask once more'))).toContain(
      'When that question has closed, type: steps next.',
    );
    expect((await rounds(stage)).at(-1)?.prompt).toMatchObject({ id: 'need-2', reach: 'held' });
    const waits = said(await stage.type('Priya', 'steps next'));
    expect(waits).toContain('A question of this step is still open.');
    await stage.moveTo(day(9));
    expect(said(await stage.type('Priya', 'steps next'))).toContain('Step 1 is closed');
    expect(said(await stage.type('Amina', 'steps'))).toContain('We asked once more.');
  });

  it('over the caps asks nothing, forces nothing, and says which question and how later', async () => {
    const stage = await inStep1();
    await asked(stage, []);
    await stage.type('Priya', 'steps next');
    const reply = said(await stage.press('Priya', 'Ask once more'));
    expect(reply).toContain('Type: steps ask again.');
    expect(await rounds(stage)).toHaveLength(1);
    expect((await steps(stage)).at(-1)?.askedAgain).toBeUndefined();
  });

  it('is put to everyone on a yes, and its buttons go when the step is closed', async () => {
    const stage = await inStep1();
    await stage.type('Priya', 'steps next');
    expect(stage.place()).toEqual([]);
    await stage.press('Priya', 'Put it to everyone');
    expect(stage.place().at(-1)).toContain(look);
    expect(said(await stage.press('Amina', 'Close it now'))).not.toContain('is closed');
    expect(said(await stage.press('Ellis', 'Close it now'))).toContain('Step 2 of 7 is open now: who is with us.');
    expect(stage.place()).toHaveLength(1);
    expect(stage.place()[0]).not.toContain('Close it now');
    expect(stage.place()[0]).toContain('This step is closed.');
  });
});

describe('a huddle that is not ready for real people', () => {
  it('can move its steps, and has nothing put to everyone', async () => {
    const stage = await openStage({ start, mustBeReady: true, huddle: { live: { by: '2027-02-01T10:00:00.000Z' } } });
    await stage.type('Priya', 'steps 1');
    await stage.type('Priya', 'steps ask everyone');
    await stage.type('Priya', 'steps ask again');
    await stage.type('Priya', 'steps next now');
    await stage.type('Priya', 'steps ask in private');
    expect([stage.everywhere(), await rounds(stage)]).toEqual([[], []]);
    expect(await steps(stage)).toHaveLength(2);
  });
});

describe('how much people were part of a step', () => {
  it('is offered at the close, asked in private by its name, and once at most', async () => {
    const stage = await inStep1();
    expect(said(await stage.type('Priya', 'steps ask in private'))).toContain('None has closed yet.');
    await stage.type('Priya', 'steps next now');
    expect(await rounds(stage)).toEqual([]);
    const first = await stage.press('Priya', 'Ask them in private', { id: 'once' });
    expect(await stage.press('Priya', 'Ask them in private', { id: 'once' })).toEqual(first);
    expect((await rounds(stage)).map(({ prompt }) => prompt)).toMatchObject([
      { id: 'neg-14', pulse: true, text: 'How much were you part of step 1, what we need to change?' },
    ]);
    stage.setClock(day(10));
    expect(said(await stage.type('Ellis', 'steps ask in private'))).toContain('I asked that already for this step.');
  });

  it('over the cap is not asked, and can be asked later', async () => {
    const stage = await inStep1();
    await asked(stage, []);
    await stage.type('Priya', 'steps next now');
    await stage.press('Priya', 'Ask them in private');
    expect(await rounds(stage)).toHaveLength(1);
    stage.setClock(day(8));
    await stage.type('Priya', 'steps ask in private');
    expect((await rounds(stage)).map(({ prompt }) => prompt.id)).toEqual([null, 'neg-14']);
  });
});

describe('the questions of a step', () => {
  it('are there for all to see, those that were asked marked, with buttons for those who run it', async () => {
    const stage = await inStep1();
    const shown = await stage.type('Amina', 'steps questions');
    expect(said(shown)).toContain('1: What is the one thing about this service you most want to change?');
    expect(labels(shown)).toEqual(['Help and pause']);
    // Not a photo, which cannot be sent.
    expect(said(shown)).not.toContain('Draw or take a photo');
    const list = await stage.type('Ellis', 'steps questions');
    expect(labels(list)).toEqual(['Ask 1', 'Ask 2', 'Ask 4', 'Ask 5', 'Ask 6', 'Help and pause']);
    await stage.press('Ellis', 'Ask 2');
    expect(stage.place().at(-1)).toContain('What stops people who feel this most from being here?');
    expect(said(await stage.type('Amina', 'steps questions'))).toMatch(/2: What stops .* Asked on 1 March\./);
    expect(said(await stage.type('Priya', 'steps ask 4'))).toMatch(/day/);
    expect(await rounds(stage)).toHaveLength(1);
  });

  it('leave out what a member ruled out, and do not send what is not of the step', async () => {
    const stage = await inStep1();
    await stage.type('Jo', 'question veto 2');
    expect(said(await stage.type('Amina', 'steps questions'))).not.toContain('What stops people');
    for (const line of ['steps ask 2', 'steps ask 3', 'steps ask 40'])
      expect(said(await stage.type('Priya', line)), line).toContain('That is no question of this step');
    expect(await rounds(stage)).toEqual([]);
  });

  it('have private ones in words among them, and no role swap', async () => {
    const stage = await openStage({ start, huddle: { roleSwaps: true } });
    await stage.type('Priya', 'steps 4');
    const all = [await stage.type('Jo', 'steps questions'), await stage.type('Jo', 'steps questions page 2')]
      .map(said)
      .join();
    expect(all).toMatch(/How fair is the split between who does and who decides\? This one is asked in private\./);
    expect(all).not.toContain('Swap seats');
  });

  it('come in pages where they are many', async () => {
    const stage = await openStage({ start });
    await stage.type('Priya', 'steps 6');
    expect(labels(await stage.type('Priya', 'steps questions'))).toContain('More questions');
    expect(said(await stage.press('Priya', 'More questions'))).not.toContain('What got in the way');
    expect(said(await stage.type('Amina', 'steps questions page 9'))).toContain('There is no question');
  });
});

describe('the digest', () => {
  it('says in its thread which step was closed and which was opened, once, as it was when it was posted', async () => {
    const stage = await openStage({ start, huddle: { nextDigestAt: day(9, '09:00') } });
    await stage.type('Ruth', 'we will paint the hall by 17 March');
    await stage.type('Priya', 'steps 1');
    await stage.moveTo(day(3));
    await stage.type('Priya', 'steps 4 now');
    await stage.moveTo(day(9, '09:30'));
    const line = 'We closed step 1 and opened step 4, who does what.';
    expect(stage.everywhere().filter((text) => text.includes(line))).toHaveLength(1);
    expect(stage.place().filter((text) => text.includes(line))).toEqual([]);
    await stage.moveTo(day(16, '09:30'));
    expect(stage.everywhere().filter((text) => /We (?:closed|opened)/.test(text))).toHaveLength(1);
    expect((await stage.store.read.digests.last(willow))?.facts.steps).toEqual({ closed: [], opened: null, told: 3 });
  });
});
