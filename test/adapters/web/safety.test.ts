import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderDocument } from '../../../adapters/web/render.ts';
import { html } from '../../../adapters/web/html.ts';
import type { Document } from '../../../src/messages/document.ts';
import { delivery, everyBlock, post, said, startStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

/** Plain HTTP, because fetch does not let a test say which host or origin it comes from. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: Record<string, string>; body?: string },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(`${stage.url}${path}`, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const say = 'page=abcdefgh&text=help';

describe('other sites', () => {
  it('cannot press a button or move the clock', async () => {
    const strangers = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of strangers) {
      expect(await ask('/as/amina/say', { method: 'POST', headers: { ...form, ...headers }, body: say })).toBe(403);
      expect(await ask('/rehearsal/reset', { method: 'POST', headers, body: '{"with":"nobody"}' })).toBe(403);
    }
    expect(stage.acts).toEqual([]);
    expect(stage.moves).toEqual([]);
  });

  it('that give themselves this machine’s address are refused', async () => {
    for (const host of [
      'evil.example',
      'evil.example:3000',
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      '10.0.0.1',
    ]) {
      expect(await ask('/as/amina', { headers: { host } }), host).toBe(421);
      expect(await ask('/rehearsal/clock', { method: 'POST', headers: { host }, body: '{"advance":"P1D"}' })).toBe(421);
    }
  });

  it('our own page and plain programs are let in', async () => {
    const own = { origin: stage.url, 'sec-fetch-site': 'same-origin' };
    expect(await ask('/as/amina/say', { method: 'POST', headers: { ...form, ...own }, body: say })).toBe(303);
    expect(await ask('/as/amina/say', { method: 'POST', headers: form, body: say })).toBe(303);
    for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000'])
      expect(await ask('/as/amina', { headers: { host } })).toBe(200);
  });
});

describe('pages', () => {
  it('forbid foreign scripts, frames and referrers on every answer', async () => {
    for (const path of ['/', '/as/amina', '/nothing', '/help', '/room.css', '/rehearsal/state']) {
      const { headers } = await fetch(`${stage.url}${path}`);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
  });

  it('hold no inline script or style, which the rule above would stop', async () => {
    await stage.adapter.deliver(delivery({ document: everyBlock }));
    const page = await (await fetch(`${stage.url}/as/amina`)).text();
    expect(page).not.toMatch(/\sstyle=|<style|\son[a-z]+=|<script(?! src="\/room\.js)/);
  });

  it('answer HEAD without a body and other methods with a reason', async () => {
    const head = await fetch(`${stage.url}/as/amina`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await fetch(`${stage.url}/as/amina`, { method: 'DELETE' })).status).toBe(405);
    expect((await fetch(`${stage.url}/as/amina/say`)).status).toBe(405);
  });

  it('say that WeSaid is starting until it listens, and after it has stopped', async () => {
    await stage.adapter.stop();
    expect((await fetch(`${stage.url}/as/amina`)).status).toBe(503);
    expect((await post(`${stage.url}/as/amina/say`, { page: 'abcdefgh', text: 'help' })).status).toBe(503);
  });
});

describe('a message as markup', () => {
  const drawn = (document: Document) =>
    renderDocument(document, { level: 4, wrap: (buttons) => html`<form>${buttons}</form>` }).html;

  it('has every word, number and button of its document', () => {
    const markup = drawn(everyBlock);
    for (const word of [
      'This week’s question',
      'What got in the way',
      'A letter',
      'Open until',
      'Lead roles',
      'Ask before you fix.',
      'Answer in private',
    ]) {
      expect(markup).toContain(word);
    }
    expect(markup).toContain('value="answer|r1"');
    expect(markup).toContain('aria-label="Skip this question"');
  });

  it('a button is spoken with the words that stand on it, so that it can be named by voice', () => {
    const notYet = { action: 'no', subject: 'h1/2', label: 'Not yet', spoken: '2 is not done yet' };
    const markup = drawn({ ...said(''), blocks: [{ kind: 'actions', actions: [notYet] }] });
    expect(markup).toContain('aria-label="Not yet: 2 is not done yet"');
  });

  it('turns only web and mail addresses into links', () => {
    const link = (url: string) =>
      drawn({ ...said(''), blocks: [{ kind: 'paragraph', content: [{ kind: 'link', text: 'here', url }] }] });
    expect(link('https://example.org/a?b=1&c="')).toContain('href="https://example.org/a?b=1&#38;c=&#34;"');
    for (const url of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '//evil.example'])
      expect(link(url)).not.toContain('href');
  });

  it('escapes what people typed wherever it stands', () => {
    const bad = '"><img src=x onerror=alert(1)>\'';
    const markup = drawn({
      summary: bad,
      language: 'en',
      blocks: [
        { kind: 'heading', text: bad },
        { kind: 'list', items: [[{ kind: 'strong', text: bad }]] },
        { kind: 'fields', fields: [{ name: bad, value: bad }] },
        { kind: 'table', head: [bad], rows: [[bad]] },
        { kind: 'quote', text: bad, from: bad },
        { kind: 'actions', actions: [{ action: 'a', subject: bad, label: bad, spoken: bad }] },
      ],
    });
    expect(markup).not.toContain('<img');
    expect(markup).not.toContain('"&#62;"');
    expect(markup.match(/&#60;img/g)?.length).toBe(12);
  });
});
