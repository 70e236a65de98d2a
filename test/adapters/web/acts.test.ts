import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { delivery, firstDay, look, pageNumber, post, said, startStage, type Stage } from './stage.ts';

let stage: Stage;
let page: string;
beforeEach(async () => {
  stage = await startStage();
  page = pageNumber(await look(`${stage.url}/as/amina`));
});
afterEach(() => stage.close());

const room = { platform: 'web', workspace: 'room', channel: 'willow' };
const amina = { platform: 'web', workspace: 'room', user: 'amina' } as const;
const say = (text: string, to = 'say', more: Readonly<Record<string, string>> = {}) =>
  post(`${stage.url}/as/amina/${to}`, { page, text, ...more });

async function prompt(...buttons: readonly string[]): Promise<string> {
  const receipt = await stage.adapter.deliver(delivery({ document: said('This week’s question', ...buttons) }));
  return receipt.message.message;
}

describe('typing', () => {
  it('a line in the room’s box reaches WeSaid as a command, and its answer is seen by its writer alone', async () => {
    const answer = await say('we will paint the day room');
    expect(stage.acts).toEqual([
      {
        kind: 'command',
        id: expect.stringMatching(/^web\/room\/\w+$/) as string,
        at: firstDay,
        who: amina,
        name: 'Amina',
        where: room,
        text: 'we will paint the day room',
      },
    ]);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^\/as\/amina\?after=act#r-\w+$/);
    expect(await look(`${stage.url}/as/amina`)).toContain('Heard: we will paint the day room');
    expect(await look(`${stage.url}/as/dev`)).not.toContain('Heard');
  });

  it('an answer that is for everyone is seen by all, once', async () => {
    await say('everyone');
    await say('everyone');
    for (const reader of ['amina', 'dev'])
      expect((await look(`${stage.url}/as/${reader}`)).split('Hello everyone.')).toHaveLength(2);
  });

  it('an empty line asks what waits', async () => {
    await say('');
    expect(stage.acts).toMatchObject([{ kind: 'command', text: '' }]);
  });

  it('a name after @ becomes a mention of that person, and one of WeSaid is told apart', async () => {
    const message = await prompt();
    await say('hand notes to @Ruth');
    await say('@WeSaid ask @dev please', `thread/${message}/say`);
    await say('mail ruth@ruth.example', `thread/${message}/say`);
    expect(stage.acts).toMatchObject([
      { text: 'hand notes to <@ruth>' },
      { text: 'ask <@dev> please', mentionsBot: true },
      { text: 'mail ruth@ruth.example', mentionsBot: false },
    ]);
  });

  it('a reply in a thread is heard with its thread and seen by all under the writer’s name', async () => {
    const message = await prompt();
    const answer = await say('The heating', `thread/${message}/say`);
    expect(stage.acts).toMatchObject([
      { kind: 'spoke', text: 'The heating', where: room, thread: { ...room, message }, mentionsBot: false, files: 0 },
    ]);
    expect(answer.headers.get('location')).toMatch(new RegExp(`^/as/amina/thread/${message}\\?after=act#t-`));
    const devs = await look(`${stage.url}/as/dev/thread/${message}`);
    expect(devs).toContain('The heating');
    expect(devs).toContain('Amina');
    expect(await look(`${stage.url}/as/dev`)).toContain('1 reply');
  });

  it('a line that begins with /wesaid in a thread is for WeSaid alone', async () => {
    const message = await prompt();
    await say('/wesaid pause', `thread/${message}/say`);
    expect(stage.acts).toMatchObject([{ kind: 'command', text: '/wesaid pause' }]);
    expect(await look(`${stage.url}/as/dev/thread/${message}`)).not.toContain('pause');
  });

  it('words on the private page are said to WeSaid alone and stay there', async () => {
    await say('The heating', 'private/say');
    expect(stage.acts).toMatchObject([{ kind: 'spoke', where: 'direct', text: 'The heating', thread: null }]);
    const notes = await look(`${stage.url}/as/amina/private`);
    expect(notes).toContain('Heard in private: The heating');
    expect(await look(`${stage.url}/as/dev`)).not.toContain('The heating');
  });

  it('the same page sent twice is one act with one answer', async () => {
    const message = await prompt();
    await Promise.all([say('The heating', `thread/${message}/say`), say('The heating', `thread/${message}/say`)]);
    await Promise.all([say('help'), say('help')]);
    expect(new Set(stage.acts.map(({ id }) => id)).size).toBe(2);
    const thread = await look(`${stage.url}/as/amina/thread/${message}`);
    expect(thread.split('The heating').length - 1).toBe(1);
    const seen = await look(`${stage.url}/as/amina`);
    expect(seen.split('Heard: help').length - 1).toBe(1);
  });

  it('something else typed on a page that the browser went back to is an act of its own', async () => {
    await say('first');
    await say('second');
    expect(new Set(stage.acts.map(({ id }) => id)).size).toBe(2);
  });

  it('nothing typed, or too much, is said kindly, and the words stay in the box', async () => {
    const message = await prompt();
    const empty = await say('  ', `thread/${message}/say`);
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Please type something first.');
    const long = await say(`${'very '.repeat(900)}long`, `thread/${message}/say`);
    expect(long.status).toBe(422);
    const markup = await long.text();
    expect(markup).toContain('It can have 4000 letters at most.');
    expect(markup).toContain('very very long</textarea>');
    expect(stage.acts).toEqual([]);
  });

  it('a book is refused before it is read', async () => {
    const answer = await say('x'.repeat(200_000));
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('That is too long');
    expect(stage.acts).toEqual([]);
  });
});

describe('one’s own words', () => {
  it('can be changed, and WeSaid hears of it', async () => {
    const message = await prompt();
    const to = (await say('The heting', `thread/${message}/say`)).headers.get('location')?.split('#')[1] ?? '';
    expect(await look(`${stage.url}/as/amina/change/${to}`)).toContain('The heting</textarea>');
    await say('The heating', `change/${to}`);
    expect(stage.acts.at(-1)).toMatchObject({ kind: 'edited', text: 'The heating', message: { ...room, message: to } });
    expect(await look(`${stage.url}/as/dev/thread/${message}`)).toContain('The heating');
  });

  it('can be taken back, and are then nowhere', async () => {
    const message = await prompt();
    const to = (await say('The heating', `thread/${message}/say`)).headers.get('location')?.split('#')[1] ?? '';
    const answer = await say('', `take-back/${to}`, { back: `thread:${message}` });
    expect(answer.headers.get('location')).toBe(`/as/amina/thread/${message}?said=taken-back#main`);
    expect(stage.acts.at(-1)).toMatchObject({
      kind: 'deleted',
      message: { ...room, message: to },
      thread: { ...room, message },
    });
    expect(await look(`${stage.url}/as/dev/thread/${message}`)).not.toContain('The heating');
    expect((await stage.room.get(to))?.text).toBeNull();
  });

  it('a double press after a change does not bring the old words back', async () => {
    const message = await prompt();
    const to = (await say('Old words', `thread/${message}/say`)).headers.get('location')?.split('#')[1] ?? '';
    await say('New words', `change/${to}`);
    await say('Old words', `thread/${message}/say`);
    expect((await stage.room.get(to))?.text).toBe('New words');
  });

  it('of others cannot be changed or taken back', async () => {
    const message = await prompt();
    const to = (await say('The heating', `thread/${message}/say`)).headers.get('location')?.split('#')[1] ?? '';
    const before = stage.acts.length;
    for (const path of [`change/${to}`, `take-back/${to}`]) {
      expect((await post(`${stage.url}/as/dev/${path}`, { page, text: 'Mine now' })).status).toBe(404);
    }
    expect(stage.acts.length).toBe(before);
    expect((await stage.room.get(to))?.text).toBe('The heating');
  });
});

describe('buttons', () => {
  const press = (message: string, button: string, more: Readonly<Record<string, string>> = {}) =>
    post(`${stage.url}/as/amina/act`, { page, message, press: button, back: 'room', ...more });

  it('a button reaches WeSaid with its subject and its message', async () => {
    const message = await prompt('later');
    await press(message, 'later|h1/7|x');
    expect(stage.acts).toMatchObject([
      { kind: 'action', action: 'later', subject: 'h1/7|x', where: room, message: { ...room, message } },
    ]);
  });

  it('a subject of several lines comes back as it was, though browsers post line ends in their own way', async () => {
    await press(await prompt('later'), 'later|h1\r\nwe will paint');
    expect(stage.acts).toMatchObject([{ action: 'later', subject: 'h1\nwe will paint' }]);
  });

  it('a button on a private note is pressed in private', async () => {
    const { message } = await stage.adapter.deliver(delivery({ document: said('Hello', 'swap'), to: amina }));
    await press(message.message, 'swap|h1/7', { back: 'private' });
    expect(stage.acts).toMatchObject([{ kind: 'action', where: 'direct', message: { channel: 'direct-amina' } }]);
  });

  it('an answer that takes the place of a private note does so, where the note stands', async () => {
    const { message } = await stage.adapter.deliver(delivery({ document: said('Hello', 'swap'), to: amina }));
    await press(message.message, 'swap|h1/7', { back: 'private' });
    const notes = await look(`${stage.url}/as/amina/private`);
    expect(notes).toContain('Swapped.');
    expect(notes).not.toContain('Hello');
  });

  it('a message to all is never replaced by one person’s answer', async () => {
    const message = await prompt('swap');
    await press(message, 'swap|h1/7');
    expect(await look(`${stage.url}/as/dev`)).toContain('This week’s question');
    expect(await look(`${stage.url}/as/amina`)).toContain('Swapped.');
  });

  it('a button that needs no answer says that it was sent', async () => {
    const answer = await press(await prompt('quiet'), 'quiet|h1/7');
    expect(answer.headers.get('location')).toBe('/as/amina?said=sent#main');
    expect(await look(`${stage.url}/as/amina?said=sent`)).toContain('Sent.');
  });

  it('a page without a number, or with a false one, does nothing', async () => {
    const message = await prompt('later');
    for (const false_ of ['', 'short', 'x'.repeat(60), '../../../../etc']) {
      const answer = await post(`${stage.url}/as/amina/act`, { page: false_, message, press: 'later|1' });
      expect(answer.status).toBe(400);
    }
    expect(stage.acts).toEqual([]);
  });
});

describe('forms', () => {
  async function openForm(): Promise<{ path: string; markup: string }> {
    const path = (await say('form')).headers.get('location') ?? '';
    return { path, markup: await look(`${stage.url}${path}`) };
  }

  function posted(markup: string, values: readonly (readonly [string, string])[]): URLSearchParams {
    const main = markup.slice(markup.indexOf('<form class="form"'));
    const hidden = [...main.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    return new URLSearchParams([
      ...hidden.map((field) => [field[1] ?? '', field[2] ?? ''] as [string, string]),
      ...values.map(([name, value]) => [name, value] as [string, string]),
    ]);
  }

  it('a form is a page of its own, with nothing picked beforehand', async () => {
    const { path, markup } = await openForm();
    expect(path).toMatch(/^\/as\/amina\/form\/\w+/);
    expect(markup).toContain('What got in the way this week?');
    expect(markup).not.toContain(' checked');
  });

  it('a form that is sent reaches WeSaid with a value for each field, the empty ones too', async () => {
    const { path, markup } = await openForm();
    await post(
      `${stage.url}${path}`,
      posted(markup, [
        ['v.answer', 'The heating\r\nagain'],
        ['v.seen-by', 'none'],
        ['l.with', 'dev'],
        ['l.with', 'ruth'],
      ]),
    );
    expect(stage.acts.at(-1)).toMatchObject({
      kind: 'form',
      form: 'answer',
      subject: 'h1~2027-03-01',
      where: room,
      values: { answer: 'The heating\nagain', 'seen-by': 'none', with: ['dev', 'ruth'], owner: [], by: '' },
    });
    expect(await look(`${stage.url}/as/amina`)).toContain('Saved.');
  });

  it('a form that needs a second look keeps what was typed, with the reason beside the field', async () => {
    const { path, markup } = await openForm();
    const answer = await post(
      `${stage.url}${path}`,
      posted(markup, [
        ['v.answer', 'wrong'],
        ['v.seen-by', 'none'],
      ]),
    );
    expect(answer.status).toBe(422);
    const again = await answer.text();
    expect(again).toContain('<a href="#field-answer">Your answer: Please say a little more.</a>');
    expect(again).toContain('wrong</textarea>');
    expect(again).toMatch(/value="none"\s+checked/);
  });

  it('an empty field that is needed is asked for before WeSaid is troubled', async () => {
    const { path, markup } = await openForm();
    const before = stage.acts.length;
    const answer = await (await post(`${stage.url}${path}`, posted(markup, [['v.answer', 'x'.repeat(301)]]))).text();
    expect(answer).toContain('It can have 300 letters at most.');
    expect(answer).toContain('Please pick one.');
    expect(stage.acts.length).toBe(before);
  });

  it('a form that was open over a restart can still be saved, and nothing typed is lost', async () => {
    const { path, markup } = await openForm();
    const other = await startStage();
    const saved = await post(
      `${other.url}${path}`,
      posted(markup, [
        ['v.answer', 'The heating'],
        ['v.seen-by', 'none'],
      ]),
    );
    expect(saved.status).toBe(303);
    expect(other.acts).toMatchObject([{ kind: 'form', form: 'answer', values: { answer: 'The heating' } }]);
    const wrong = await post(
      `${other.url}${path}`,
      posted(markup, [
        ['v.answer', 'wrong'],
        ['v.seen-by', 'none'],
      ]),
    );
    expect(wrong.status).toBe(409);
    expect(await wrong.text()).toContain('<blockquote>wrong</blockquote>');
    await other.close();
  });

  it('nobody opens another person’s form', async () => {
    const { path } = await openForm();
    expect((await fetch(`${stage.url}${path.replace('amina', 'dev')}`)).status).toBe(400);
  });
});

describe('when something breaks', () => {
  it('the person reads a kind page, the words stay in the browser, and the operator gets a line', async () => {
    const broken = await startStage({ handle: () => Promise.reject(new Error('the disk is full')) });
    const answer = await post(`${broken.url}/as/amina/say`, { page, text: 'help' });
    expect(answer.status).toBe(500);
    const markup = await answer.text();
    expect(markup).toContain('Something went wrong');
    expect(markup).not.toContain('disk');
    expect(broken.logged).toEqual(['a page of the room failed']);
    await broken.close();
  });

  it('words that WeSaid could not hear the first time are heard on the next try, and stand in the thread once', async () => {
    let tries = 0;
    const shaky = await startStage({
      handle: () => (tries++ === 0 ? Promise.reject(new Error('busy')) : Promise.resolve({ kind: 'none' })),
    });
    const { message } = (await shaky.adapter.deliver(delivery({ document: said('A question') }))).message;
    const to = `${shaky.url}/as/amina/thread/${message}/say`;
    expect((await post(to, { page, text: 'The heating' })).status).toBe(500);
    expect((await post(to, { page, text: 'The heating' })).status).toBe(303);
    expect(new Set(shaky.acts.map(({ id }) => id)).size).toBe(1);
    expect((await look(`${shaky.url}/as/dev/thread/${message}`)).split('The heating').length - 1).toBe(1);
    await shaky.close();
  });
});

describe('words that may tell of danger', () => {
  const worrying = 'this rota is killing me';

  it('reach WeSaid and are kept nowhere in the room: not in a thread, not in private', async () => {
    const message = await prompt();
    await say(worrying, `thread/${message}/say`);
    await say(worrying, 'private/say');
    expect(stage.acts).toMatchObject([
      { kind: 'spoke', text: worrying },
      { kind: 'spoke', text: worrying, where: 'direct' },
    ]);
    for (const path of ['as/dev', `as/dev/thread/${message}`, 'as/amina', 'as/amina/private'])
      expect((await look(`${stage.url}/${path}`)).replaceAll(/Heard[^:]*: [^<]*/g, ''), path).not.toContain(worrying);
  });

  it('take the message away that was changed into them', async () => {
    const message = await prompt();
    await say('fine', `thread/${message}/say`);
    const mine = stage.acts.flatMap((act) => (act.kind === 'spoke' ? [act.message.message] : []))[0] ?? '';
    await post(`${stage.url}/as/amina/change/${mine}`, { page, text: worrying });
    expect(stage.acts.at(-1)).toMatchObject({ kind: 'edited', text: worrying });
    expect(await stage.room.get(mine)).toMatchObject({ text: null, gone: true });
  });
});
