import { afterEach, describe, expect, it } from 'vitest';
import { plainText } from '../../src/messages/plain-text.ts';
import { closeStages, messageOf, said, willow } from './stage.ts';
import { marked, openRightsStage } from './rights-stage.ts';

const start = '2027-03-01T08:00:00.000Z';
afterEach(closeStages);

/** Amid a few things of their own: an answer, a promise, a role. */
async function aFewThings() {
  const life = await openRightsStage({ start });
  const { stage, act, types, submits } = life;
  stage.setClock('2027-03-01T10:00:00.000Z');
  await stage.type('Priya', 'ask "What should change?"');
  await submits(await act({ kind: 'command', text: 'answer' }), {
    text: 'The kettle is locked away',
    'seen-by': 'coordinators',
  });
  await types('we will paint the day room by 20 March');
  await types('take notes');
  return life;
}

describe('"my data"', () => {
  it('lists all that is held, in private and at once, with what is not held', async () => {
    const { types } = await aFewThings();
    const first = await types('my data');
    expect(first).toContain('Here is what I hold about you. Only you can see this.');
    expect(first).toContain(`Your name here: ${marked.name}.`);
    expect(first).toContain('I know you in Slack, Teams and the web room.');
    expect(first).toContain('On Monday 1 March your answer to taking part was yes (note 1).');
    expect(first).toContain('Only those who run this could see it.');
    expect(first).toContain('The kettle is locked away');
    expect(first).toContain('Promise 1: paint the day room (by Saturday 20 March).');
    expect(first).toContain('You led on notes, from Monday 1 March.');
    expect(first).toContain('What I do not hold');
    expect(first).toContain('Each message is also kept by Slack and Teams.');
  });

  it('is the same for a computer: JSON in parts that fit together', async () => {
    const { presses } = await aFewThings();
    let file = '';
    for (let part = 1; part < 50; part += 1) {
      const page = await presses('my-data-file', String(part));
      file += /“([^]*)”/.exec(page)?.[1] ?? '';
      if (!page.includes('[Next part]')) break;
    }
    const held = JSON.parse(file) as {
      you: { name: string };
      huddles: readonly { answers: readonly { words: string }[] }[];
    };
    expect(held.you.name).toBe(marked.name);
    expect(held.huddles[0]?.answers[0]?.words).toBe('The kettle is locked away');
  });

  it('its summary tells a lock screen nothing', async () => {
    const { act } = await aFewThings();
    const reply = await act({ kind: 'command', text: 'my data' });
    expect('document' in reply ? reply.document.summary : '').toBe(
      'Here is what I hold about you. Only you can see this.',
    );
  });

  it('shows nothing of anyone else', async () => {
    const { types, stage } = await aFewThings();
    await stage.submit('Amina', await stage.type('Amina', 'answer'), { text: 'The zebra is mine', 'seen-by': 'named' });
    expect(await types('my data')).not.toMatch(/zebra|Amina|Priya/);
  });
});

describe('"fix"', () => {
  it('leads to the form of each thing that can be put right', async () => {
    const { types } = await aFewThings();
    const fix = await types('fix');
    expect(fix).toContain('[My name] [My group] [My last answer] [Promise 1] [Help and pause]');
    expect(fix).toContain('Is something else wrong? Tell Ellis and Priya.');
  });

  it.each(['My name', 'My group', 'My last answer', 'Promise 1'])('"%s" opens a form', async (label) => {
    const { act } = await aFewThings();
    const reply = await act({ kind: 'command', text: 'fix' });
    const blocks = 'document' in reply ? reply.document.blocks : [];
    const button = blocks
      .flatMap((block) => (block.kind === 'actions' ? block.actions : []))
      .find((one) => one.label === label);
    const opened = await act({ kind: 'action', action: button?.action, subject: button?.subject, message: null });
    expect(opened.kind).toBe('form');
  });
});

describe('"who sees"', () => {
  it('names those who run it, the platform, and whoever looks after the computer', async () => {
    const { types } = await aFewThings();
    const seen = await types('who sees');
    expect(seen).toContain('Ellis and Priya: who is in, and answers for them alone.');
    expect(seen).toContain('Those who look after my computer could open my files.');
    expect(seen).toContain('Slack, and those who run it, could read each message.');
  });
});

describe('"complain"', () => {
  it('says to whom, today and the day by which they must answer', async () => {
    const { types, stage } = await aFewThings();
    await stage.type('Priya', 'settings complaints contact Jane Doe, 020 7946 0000');
    const told = await types('complain');
    expect(told).toContain('Complaints go to Jane Doe, 020 7946 0000.');
    expect(told).toContain('Today is Monday 1 March. They must answer by Wednesday 31 March.');
    expect(told).not.toContain('[Tell them that I want to]');
  });

  it('a contact in the huddle hears in private who wants to, once, and nobody else does', async () => {
    const { types, presses, stage } = await aFewThings();
    await stage.type('Priya', 'settings complaints contact Ruth');
    expect(await types('complain')).toContain('[Tell them that I want to]');
    expect(await presses('complain-tell', willow)).toContain('Done. I told Ruth that you want to complain.');
    await presses('complain-tell', willow);
    const notes = stage.notes('Ruth').filter((note) => note.includes('complain'));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(`${marked.name} wants to complain about Willow.`);
    expect(stage.everywhere().join('\n')).not.toContain('complain');
    expect(stage.notes('Priya').join('\n')).not.toContain('complain');
  });

  it('the date is in "my data", and nothing of what it is about anywhere', async () => {
    const { types, presses, stage } = await aFewThings();
    await stage.type('Priya', 'settings complaints contact Ruth');
    await presses('complain-tell', willow);
    expect(await types('my data')).toContain('On Monday 1 March you told me that you want to complain.');
    expect(await types('what changed')).not.toMatch(/want to complain/);
  });

  it('only a coordinator names the contact', async () => {
    const { types, stage } = await aFewThings();
    expect(await types('settings complaints contact Max')).toContain('coordinator');
    expect((await stage.store.read.huddles.get(willow))?.complaints).toBeUndefined();
  });

  it('without one, it leads to those who run it and to the office for data rights', async () => {
    const { types } = await aFewThings();
    const told = await types('complain');
    expect(told).toContain('No one is named for complaints yet. You can go to Ellis and Priya.');
    expect(told).toContain('ico.org.uk');
  });
});

describe('"what changed"', () => {
  it('is newest first, with roles by name and promises by number', async () => {
    const { types } = await aFewThings();
    const changed = await types('what changed');
    const lines = changed.split('\n').filter((line) => line.startsWith('- '));
    expect(lines[0]).toBe(`- 1 March: ${marked.name} took on notes.`);
    expect(lines[1]).toBe('- 1 March: Promise 1 was made.');
    expect(lines[2]).toBe('- 1 March: A question was asked.');
  });

  it('tells no private act of anyone: no pause, no leaving, no answer, no skip, no erasure', async () => {
    const { types, stage } = await aFewThings();
    const before = said(await stage.type('Amina', 'what changed'));
    await stage.type('Dev', 'skip');
    await stage.type('Dev', 'pause');
    await stage.type('Lena', 'stop counting');
    await stage.type('Tomos', 'leave');
    expect(said(await stage.type('Amina', 'what changed'))).toBe(before);
    await types('yes, forget me');
    const after = said(await stage.type('Amina', 'what changed'));
    expect(after).toContain('A member who has left took on notes.');
    expect(after).not.toMatch(/forg/i);
  });

  it('coordinators read the same', async () => {
    const { stage } = await aFewThings();
    expect(said(await stage.type('Priya', 'what changed'))).toBe(said(await stage.type('Amina', 'what changed')));
  });
});

describe('for everyone, in private', () => {
  const asked = ['my data', 'forget me', 'yes, forget me', 'fix', 'who sees', 'complain', 'what changed'];

  it.each(asked)('a stranger who types "%s" reads a kind sentence, and nothing is kept of them', async (line) => {
    const { act, stage } = await aFewThings();
    const stranger = { platform: 'slack', workspace: 'T1', user: 'USTRANGER' };
    for (const where of [{}, { where: 'direct' }]) {
      const reply = await act({ kind: 'command', text: line, who: stranger, name: 'Somebody', ...where });
      expect(reply.kind).toBe('private');
      expect(said(reply)).not.toMatch(/Amina|Priya|kettle/);
      expect(said(reply).length).toBeGreaterThan(20);
    }
    expect(
      await stage.store.read.people.byIdentity({ platform: 'slack', workspace: 'T1', user: 'USTRANGER' }),
    ).toBeNull();
  });

  it.each([...asked, 'pause', 'resume', 'stop counting', 'leave'])(
    '"%s" works in the channel, to the bot alone and from Teams, and is answered to them alone',
    async (line) => {
      for (const from of [
        { who: marked.slack },
        { who: marked.slack, where: 'direct' },
        { who: marked.teams, where: { platform: 'teams', workspace: 'tenant', channel: '19:c1@thread.tacv2' } },
        { who: marked.teams, where: 'direct' },
        { who: marked.web, where: 'direct' },
      ]) {
        const { act, stage } = await aFewThings();
        await stage.store.transact((records) =>
          records.huddles.addPlace(willow, { platform: 'teams', workspace: 'tenant', channel: '19:c1@thread.tacv2' }),
        );
        const reply = await act({ kind: 'command', text: line, ...from });
        expect(reply.kind).toBe('private');
        expect('document' in reply ? plainText(reply.document.blocks) : '').not.toMatch(/not in Willow|no huddle/);
        await closeStages();
      }
    },
  );

  it('said in the channel by mention, the words are theirs and the answer is private', async () => {
    const { act } = await aFewThings();
    const reply = await act({
      kind: 'spoke',
      message: messageOf('spoken1'),
      thread: null,
      text: 'my data',
      mentionsBot: true,
      files: 0,
    });
    expect(reply.kind).toBe('private');
  });
});
