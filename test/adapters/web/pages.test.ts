import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { delivery, everyBlock, look, pageNumber, post, said, startStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const direct = (user: string) => ({ platform: 'web', workspace: 'room', user }) as const;

describe('the room in the browser', () => {
  it('the first page shows who there is to be, with a line about each', async () => {
    const page = await look(stage.url);
    expect(page).toContain('This is a rehearsal');
    expect(page).toContain('Be Amina');
    expect(page).toContain('Cares for his brother, and works shifts.');
  });

  it('everyone sees a message to the room, and only its reader sees a private one', async () => {
    await stage.adapter.deliver(delivery({ document: said('Hello all') }));
    await stage.adapter.deliver(delivery({ document: said('Hello Amina'), to: direct('amina') }));
    const [aminas, devs] = await Promise.all([look(`${stage.url}/as/amina`), look(`${stage.url}/as/dev`)]);
    expect(aminas).toContain('Hello all');
    expect(aminas).toContain('Hello Amina');
    expect(aminas).toContain('Only you can see this');
    expect(devs).toContain('Hello all');
    expect(devs).not.toContain('Hello Amina');
  });

  it('the page of private notes leaves out what all can see', async () => {
    await stage.adapter.deliver(delivery({ document: said('Hello all') }));
    await stage.adapter.deliver(delivery({ document: said('Hello Amina'), to: direct('amina') }));
    const page = await look(`${stage.url}/as/amina/private`);
    expect(page).toContain('Hello Amina');
    expect(page).not.toContain('Hello all');
  });

  it('the newest message is on top', async () => {
    await stage.adapter.deliver(delivery({ document: said('First') }));
    await stage.adapter.deliver(delivery({ document: said('Second') }));
    const page = await look(`${stage.url}/as/amina`);
    expect(page.indexOf('Second')).toBeLessThan(page.indexOf('First'));
  });

  it('a room with 60 long messages has pages under 60 KB, and all messages can be reached', async () => {
    for (let number = 1; number <= 60; number++) {
      await stage.adapter.deliver(
        delivery({
          document: { ...everyBlock, blocks: [...said(`Number ${String(number)}.`).blocks, ...everyBlock.blocks] },
        }),
      );
    }
    const pages = await Promise.all([1, 2, 3, 4].map((page) => look(`${stage.url}/as/amina?page=${String(page)}`)));
    for (const page of pages) expect(Buffer.byteLength(page)).toBeLessThan(60 * 1024);
    for (let number = 1; number <= 60; number++) expect(pages.join('')).toContain(`Number ${String(number)}.`);
    expect(pages.map((page) => page.includes('Older messages'))).toEqual([true, true, true, false]);
  });

  it('what people type never acts as markup', async () => {
    const page = await look(`${stage.url}/as/amina`);
    await post(`${stage.url}/as/amina/private/say`, {
      page: pageNumber(page),
      text: '<script>alert(1)</script> & "me"',
    });
    const notes = await look(`${stage.url}/as/amina/private`);
    expect(notes).not.toContain('<script>alert');
    expect(notes).toContain('&#60;script&#62;alert(1)');
  });

  it('a page that is not there says so, and a person who is not there too', async () => {
    for (const path of [
      '/nothing',
      '/as/nobody',
      '/as/amina/thread/b-0',
      '/as/amina/preview/b-0',
      '/as/amina/%2e%2e/x',
    ]) {
      const answer = await fetch(`${stage.url}${path}`);
      expect(answer.status, path).toBe(404);
      expect(await answer.text()).toContain('This page is not here');
    }
  });

  it('another person’s private message has no page, no thread and no button for anyone else', async () => {
    const { message } = await stage.adapter.deliver(
      delivery({ document: said('For Amina', 'later'), to: direct('amina') }),
    );
    const page = pageNumber(await look(`${stage.url}/as/dev`));
    const press = await post(`${stage.url}/as/dev/act`, { page, message: message.message, press: 'later|h1/7' });
    expect(press.status).toBe(404);
    expect((await fetch(`${stage.url}/as/dev/preview/${message.message}`)).status).toBe(404);
    expect((await fetch(`${stage.url}/as/dev/thread/${message.message}`)).status).toBe(404);
    expect(stage.acts).toEqual([]);
  });

  it('a message can be seen as Slack will draw it, in a frame that can do nothing', async () => {
    const { message } = await stage.adapter.deliver(delivery({ document: said('Hello all') }));
    const page = await look(`${stage.url}/as/amina/preview/${message.message}`);
    expect(page).toContain('How Slack and Teams draw it');
    expect(page).toMatch(new RegExp(`sandbox="" src="/as/amina/preview/${message.message}/0"`));
    const frame = await fetch(`${stage.url}/as/amina/preview/${message.message}/0`);
    expect(await frame.text()).toContain('<b style="color:red">drawn</b>');
    const rule = frame.headers.get('content-security-policy') ?? '';
    expect(rule).toMatch(/^default-src 'none'; .*; sandbox$/);
    expect(rule).not.toContain('script-src');
  });

  it('a drawing that runs scripts runs only its own, in a frame that reaches nothing', async () => {
    await stage.close();
    stage = await startStage({
      preview: () => Promise.resolve([{ platform: 'Teams', html: '<i>card</i>', scripts: ['one', 'two'] }]),
      previewScript: (name) => Promise.resolve(name === 'one' ? 'run()' : null),
    });
    const { message } = await stage.adapter.deliver(delivery({ document: said('Hello all') }));
    const address = `${stage.url}/as/amina/preview/${message.message}`;
    expect(await look(address)).toContain('sandbox="allow-scripts" src');
    const [first, second] = await Promise.all([fetch(`${address}/0`), fetch(`${address}/0`)]);
    const rule = first.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([\w-]{20,})';/.exec(rule)?.[1] ?? '';
    expect(rule).toMatch(/^default-src 'none'; .*; sandbox allow-scripts$/);
    expect(rule).not.toMatch(/allow-same-origin|connect-src|'self'.*'self'/);
    const markup = await first.text();
    expect([...markup.matchAll(/<script ([^>]*)>/g)].map(([, attributes]) => attributes)).toEqual([
      `nonce="${nonce}" src="/drawing/one"`,
      `nonce="${nonce}" src="/drawing/two"`,
    ]);
    expect(second.headers.get('content-security-policy')).not.toContain(nonce);
    const script = await fetch(`${stage.url}/drawing/one`);
    expect([script.headers.get('content-type'), await script.text()]).toEqual([
      'text/javascript; charset=utf-8',
      'run()',
    ]);
    expect((await fetch(`${stage.url}/drawing/two`)).status).toBe(404);
    expect((await fetch(`${stage.url}/drawing/..%2froom`)).status).toBe(404);
  });

  it('an open page learns that there is something new for its reader alone', async () => {
    const before = await Promise.all(['amina', 'dev'].map((user) => look(`${stage.url}/as/${user}/news`)));
    await stage.adapter.deliver(delivery({ document: said('Hello Amina'), to: direct('amina') }));
    const after = await Promise.all(['amina', 'dev'].map((user) => look(`${stage.url}/as/${user}/news`)));
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });
});

describe('where there is no rehearsal', () => {
  it('there is no room, and a page says where to look', async () => {
    const bare = await startStage({ rehearsal: 'none' });
    const answer = await fetch(`${bare.url}/`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('There is no room in the browser here.');
    expect((await post(`${bare.url}/rehearsal/reset`, {})).status).toBe(404);
    await bare.close();
  });
});
