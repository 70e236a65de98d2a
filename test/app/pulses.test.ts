import { afterEach, describe, expect, it } from 'vitest';
import { closeStages, everyone, openStage, personOf, said, userOf, willow, type Name, type Stage } from './stage.ts';

afterEach(closeStages);

const start = '2027-03-01T09:00:00.000Z';
const asked = '2027-03-03T10:00:00.000Z';
const closes = '2027-03-06T10:00:00.000Z';
const equal = 'How equal did the power feel this week?';
const hidden = 'We are not showing the numbers this time. We hide them when showing them could give someone away.';

async function stageAsking(huddle: Parameters<typeof openStage>[0]['huddle'] = {}): Promise<Stage> {
  const stage = await openStage({ start, huddle: { nextDigestAt: '2027-03-09T09:00:00.000Z', ...huddle } });
  await stage.moveTo(asked);
  await stage.type('Priya', 'ask neg-4');
  return stage;
}

/** Each presses their number. */
async function answer(stage: Stage, numbers: Partial<Record<Name, number>>): Promise<void> {
  const labels = ['1 Not equal at all', '2', '3', '4', '5 Fully equal'];
  for (const [name, number] of Object.entries(numbers) as [Name, number][])
    await stage.press(name, labels[number - 1] ?? '', { direct: true });
}

const digestOf = (stage: Stage) => stage.everywhere().join('\n');

describe('a private question', () => {
  it('comes to each person alone, says first that an answer cannot be taken back out, and stands in no place', async () => {
    const stage = await stageAsking();
    for (const name of Object.keys(everyone) as Name[]) {
      const [note = ''] = stage.notes(name).filter((text) => text.includes(equal));
      expect(note).toContain('A private question');
      expect(note).toContain('1 means not equal at all. 5 means fully equal.');
      expect(note).toContain('No one in Willow sees your number.');
      expect(note).toContain('You can change it until Saturday 6 March at 10am. Then we cut the link to you.');
      expect(note).toContain('After that we cannot find your answer, so we cannot take it back out.');
    }
    expect(digestOf(stage)).not.toContain(equal);
  });

  it('is answered with "Saved.", and never with the number', async () => {
    const stage = await stageAsking();
    const pressed = await stage.press('Ruth', '4', { direct: true });
    expect(said(pressed)).toMatch(/^Saved\./);
    expect('document' in pressed && pressed.document.summary).toBe('Saved.');
    expect(said(pressed)).not.toContain('4');
    for (const line of ['answer 4', 'answer five', '3 out of 5', 'answer fully equal']) {
      const { reply } = await stage.say('Dev', line, { direct: true });
      expect(said(reply)).toMatch(/^Saved\./);
    }
  });

  it('S4.1: six answers give the middle number in the digest, with no split, and nothing before the close', async () => {
    const stage = await stageAsking({ pulseSides: true });
    await answer(stage, { Amina: 2, Dev: 2, Ellis: 3, Ruth: 4, Graham: 4, Tomos: 5 });
    await stage.moveTo('2027-03-05T10:00:00.000Z');
    expect(said(await stage.type('Priya', 'digest preview'))).not.toContain('How equal');
    const before = stage.place().length;
    await stage.moveTo('2027-03-06T12:00:00.000Z');
    expect(stage.place()).toHaveLength(before);
    await stage.moveTo('2027-03-09T09:01:00.000Z');
    expect(digestOf(stage)).toContain(
      'How equal it felt: 6 of 9 people told us. The middle answer was 3.5 out of 5.\nIs this wrong',
    );
    const told = digestOf(stage);
    await stage.moveTo('2027-03-16T09:01:00.000Z');
    expect(digestOf(stage).split('The middle answer')).toHaveLength(told.split('The middle answer').length);
  });

  it.each([
    ['S4.2: four answers', { Amina: 2, Dev: 3, Ruth: 4, Jo: 5 }],
    ['S4.3: five answers that are all alike', { Amina: 2, Dev: 2, Ruth: 2, Jo: 2, Lena: 2 }],
    ['no answer at all', {}],
  ])('%s give one and the same sentence', async (_, numbers) => {
    const stage = await stageAsking();
    await answer(stage, numbers);
    await stage.moveTo('2027-03-09T09:01:00.000Z');
    expect(digestOf(stage)).toContain(`How equal it felt: ${hidden}\nIs this wrong`);
  });

  it('S4.6: a second answer takes the place of the first, also one that arrives before an older one', async () => {
    const stage = await stageAsking();
    await answer(stage, { Amina: 1, Dev: 2, Ellis: 3, Ruth: 4, Graham: 5 });
    await answer(stage, { Amina: 5 });
    await stage.say('Amina', 'answer 1', { direct: true, at: '2027-03-03T09:59:00.000Z' });
    await stage.moveTo('2027-03-09T09:01:00.000Z');
    expect(digestOf(stage)).toContain('5 of 9 people told us. The middle answer was 4 out of 5.');
  });

  it('is no turn, is not in "heard from", and closes without a message or a count', async () => {
    const stage = await stageAsking();
    await answer(stage, { Amina: 1, Dev: 2, Ellis: 3, Ruth: 4, Graham: 5 });
    const posted = stage.everywhere().length;
    await stage.moveTo('2027-03-06T10:01:00.000Z');
    expect(stage.everywhere()).toHaveLength(posted);
    await stage.moveTo('2027-03-09T09:01:00.000Z');
    expect(digestOf(stage)).toContain('We heard from 0 of 9 people.');
    const journal = await stage.store.read.journal.list(willow);
    expect(journal.map(({ type }) => type).filter((type) => /Answer|Skip|RoundClosed/.test(type))).toEqual([]);
  });

  it('takes no answer once its time is over, and says so', async () => {
    const stage = await stageAsking();
    stage.setClock(closes);
    expect(said(await stage.press('Ruth', '4', { direct: true }))).toContain('has closed, and I have kept nothing');
    await stage.moveTo('2027-03-07T10:00:00.000Z');
    expect(stage.notes('Ruth').at(-1)).toContain('This question has closed. We have cut the link to you.');
    expect(said(await stage.say('Ruth', 'answer 4', { direct: true }).then(({ reply }) => reply))).toContain(
      'No question is open just now.',
    );
  });

  it('takes no number where others can read it, and none from who is not counted or has paused', async () => {
    const stage = await stageAsking();
    const { reply } = await stage.say('Ruth', 'answer 4', { mentionsBot: true });
    expect(said(reply)).toContain('can read what you write there, so I have kept nothing');
    await stage.type('Dev', 'pause');
    expect(said(await stage.press('Dev', '4', { direct: true }))).toContain('You have paused');
    expect(await stage.store.read.pulses.answer(await roundOf(stage), personOf('Ruth'))).toBeNull();
  });

  it('can be skipped, and a slip on Skip wipes no answer', async () => {
    const stage = await stageAsking();
    expect(said(await stage.press('Jo', 'Skip', { direct: true }))).toContain('Skipped. That is fine.');
    await answer(stage, { Jo: 3 });
    expect(said(await stage.press('Jo', 'Skip', { direct: true }))).toContain('I have your answer, and it stays.');
    expect((await stage.store.read.pulses.answer(await roundOf(stage), personOf('Jo')))?.option).toBe(2);
  });

  it('shows itself again for "answer" alone, and for words that are none of its answers keeps nothing', async () => {
    const stage = await stageAsking();
    expect(said(await stage.type('Ruth', 'answer', { direct: true }))).toContain(equal);
    const odd = said(await stage.type('Ruth', 'answer somewhere between', { direct: true }));
    expect(odd).toContain('Please press one of the answers.');
    expect(odd).toContain('somewhere between');
  });

  it('leaves room for this week’s own question: words go there, and numbers here', async () => {
    const stage = await stageAsking();
    await stage.moveTo('2027-03-04T10:00:00.000Z');
    await stage.type('Priya', 'ask "What got in the way?"');
    expect(said(await stage.type('Ruth', 'answer 4', { direct: true }))).toMatch(/^Saved\./);
    expect(said(await stage.type('Ruth', 'answer the lift', { direct: true }))).toContain('Is this your answer?');
  });
});

describe('before the close an answer can be taken back', () => {
  it.each(['leave', 'forget me'])('%s takes it along', async (line) => {
    const stage = await stageAsking();
    await answer(stage, { Amina: 1, Dev: 2, Graham: 3, Ruth: 4, Jo: 5 });
    await stage.type('Jo', line, { direct: true });
    if (line === 'forget me') await stage.press('Jo', 'Yes, forget me', { direct: true });
    await stage.moveTo('2027-03-09T09:01:00.000Z');
    expect(digestOf(stage)).toContain(hidden);
  });

  it('whoever stops being counted is not in it, and comes back without the old answer', async () => {
    const stage = await stageAsking();
    await answer(stage, { Amina: 1, Dev: 2, Graham: 3, Ruth: 4, Jo: 5 });
    await stage.type('Jo', 'stop counting', { direct: true });
    expect(await stage.store.read.pulses.answer(await roundOf(stage), personOf('Jo'))).toBeNull();
    expect(said(await stage.press('Jo', '4', { direct: true }))).toContain('You asked us not to count you');
  });
});

describe('other private questions', () => {
  it('one in a coordinator’s own words is a scale', async () => {
    const stage = await openStage({ start });
    await stage.moveTo(asked);
    const reply = await stage.type('Priya', 'ask "How well did the workshop go?" as a private question');
    expect(said(reply)).toContain('Sent to each person in private.');
    expect(stage.notes('Jo').join()).toContain('How well did the workshop go? 1 means not at all. 5 means very much.');
    expect(stage.everywhere()).toEqual([]);
  });

  it('one with answers to pick tells what more than half picked', async () => {
    const stage = await openStage({ start, huddle: { nextDigestAt: '2027-03-09T09:00:00.000Z' } });
    await stage.moveTo(asked);
    await stage.type('Priya', 'ask roles-2');
    for (const name of ['Amina', 'Dev', 'Ruth'] as const)
      await stage.press(name, 'It is about right', { direct: true });
    for (const name of ['Jo', 'Lena'] as const) await stage.press(name, 'It is too much', { direct: true });
    await stage.moveTo('2027-03-09T09:01:00.000Z');
    expect(digestOf(stage)).toContain('5 of 9 people told us. Most people said: it is about right.');
  });

  it('an id that the library does not have, and one that cannot be sent yet, are refused', async () => {
    const stage = await openStage({ start: asked });
    expect(said(await stage.type('Priya', 'ask neg-99'))).toContain('I have no question by that name.');
    expect(said(await stage.type('Priya', 'ask neg-15'))).toContain('I cannot send that one yet.');
  });
});

describe('my data', () => {
  it('S4.6: says that a closed answer cannot be pulled out, to everyone alike', async () => {
    const stage = await stageAsking();
    await answer(stage, { Ruth: 4 });
    await stage.moveTo('2027-03-06T12:00:00.000Z');
    for (const name of ['Ruth', 'Jo'] as const) {
      expect(await allData(stage, name)).toContain('We cannot pull out your answer. We do not hold your name with it.');
    }
  });
});

async function allData(stage: Stage, name: Name): Promise<string> {
  let text = said(await stage.type(name, 'my data', { direct: true }));
  for (let part = 2; part < 9 && !text.includes('What I do not hold'); part++)
    text += said(await stage.press(name, 'Show me more', { direct: true }));
  return text;
}

async function roundOf(stage: Stage) {
  const [round] = await stage.store.read.rounds.recent(willow, 1);
  if (round === undefined) throw new Error('no question');
  return round.id;
}

it('a person is never named in what is stored of private questions', async () => {
  const stage = await stageAsking();
  await answer(stage, { Amina: 1, Dev: 2 });
  const kept = JSON.stringify(await stage.store.read.pulses.list(willow));
  expect(kept).not.toContain(userOf('Amina'));
});
