import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderForm } from '../../../adapters/teams/forms.ts';
import { renderMessage } from '../../../adapters/teams/render.ts';
import { actions, link, paragraph, strong, type Document, type Form } from '../../../src/messages/document.ts';
import { openBrowser } from '../../support/browser.ts';

const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js');

/** What people have typed into bots to make a card act. */
const typed = [
  '@everyone @channel @here',
  '<at>Ruth</at> said so',
  '[your bank](javascript:alert(1))',
  '[your bank](https://example.org)',
  '**bold** _slanted_ ~~gone~~ `code`',
  '{{DATE(2027-03-28T01:30:00Z, LONG)}} {{TIME(2027-03-28T01:30:00Z)}}',
  '${x} $(y) {{z}}',
  '<b>bold</b> <script>alert(1)</script> &amp; &lt;',
  '- a list\n1. of lines\n# and a title',
];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
});

describe('a card as Microsoft’s own renderer draws it', () => {
  it.each(typed)('shows what a person typed as it was typed, and nothing of it acts: %s', async (words) => {
    await draw(renderMessage(everywhere(words), { channel: null }).attachments[0].content);
    const shown = (await page.locator('#card').innerText()).replaceAll('\u2060', '');
    for (const line of words.split('\n')) expect(shown.split(line).length - 1).toBeGreaterThanOrEqual(7);
    expect(await acting()).toEqual([]);
  });

  it.each(typed)('shows what a person typed in a form as it was typed: %s', async (words) => {
    await draw(renderForm(asking(words), { nonce: 'n', channel: null }, { people: [] }).card.content);
    expect(await acting()).toEqual([]);
  });

  it('has headings, links, and buttons by the names that stand on them', async () => {
    await draw(
      renderMessage(
        {
          summary: 'Promises.',
          language: 'en',
          blocks: [
            { kind: 'heading', text: 'Promises' },
            paragraph('See ', link('the plan', 'https://example.org/plan'), '.'),
            actions({ action: 'scale', subject: '', label: '3', spoken: '3 out of 5' }),
          ],
        },
        { channel: null },
      ).attachments[0].content,
    );
    expect(await page.getByRole('heading', { name: 'Promises' }).count()).toBe(1);
    expect(await page.getByRole('link', { name: 'the plan' }).getAttribute('href')).toBe('https://example.org/plan');
    const button = page.getByRole('button', { name: '3' });
    expect(await button.getAttribute('title')).toBe('3 out of 5');
  });

  it('names each field of a form by its label, and says which have to be filled in', async () => {
    await draw(renderForm(asking('Staff'), { nonce: 'n', channel: null }, { people: [] }).card.content);
    expect(await page.getByRole('textbox', { name: 'What: Staff' }).getAttribute('aria-required')).toBe('true');
    expect(await page.getByRole('radio', { name: /^Who: Staff.* Staff$/ }).count()).toBe(1);
  });
});

/** Draws it with a reader of Markdown such as Teams has; what such a reader makes is marked as `data-read`. */
async function draw(card: object): Promise<void> {
  await page.setContent('<main id="card"></main>');
  await page.addScriptTag({ path: renderer });
  await page.evaluate(`(() => {
    const { AdaptiveCard, HostConfig } = window.AdaptiveCards;
    AdaptiveCard.onProcessMarkdown = (text, result) => {
      const plain = document.createElement('p');
      plain.textContent = text;
      result.outputHtml = plain.innerHTML
        .replace(/\\[([^\\]]*)\\]\\(([^)]*)\\)/g, '<a data-read href="$2">$1</a>')
        .replace(/(\\*\\*|__|[*_\`]|~~)(?=\\S)(.+?)\\1/g, '<em data-read>$2</em>')
        .replace(/&lt;at&gt;/g, '<i data-read></i>');
      result.didProcess = true;
    };
    const drawn = new AdaptiveCard();
    drawn.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
    drawn.parse(${JSON.stringify(card)});
    document.getElementById('card').append(drawn.render());
  })()`);
}

/** What in the card is more than text. */
function acting(): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('#card [data-read], #card a, #card script, #card b')].map(
    (element) => element.outerHTML,
  )`);
}

function everywhere(words: string): Document {
  return {
    summary: words,
    language: 'en',
    blocks: [
      { kind: 'heading', text: words },
      paragraph(words, ' ', strong(words)),
      { kind: 'list', items: [[strong(words)]] },
      { kind: 'fields', fields: [{ name: words, value: words }] },
      { kind: 'table', head: ['Who', 'What'], rows: [['Someone', words]] },
      { kind: 'quote', text: words, from: words },
      actions({ action: 'see', subject: words, label: words.slice(0, 75), spoken: words.slice(0, 75) }),
    ],
  };
}

function asking(words: string): Form {
  return {
    form: 'answer',
    subject: words,
    title: words,
    intro: [{ kind: 'heading', text: words }, paragraph(words)],
    fields: [
      { kind: 'text', name: 'what', label: `What: ${words}`, hint: words, value: words },
      { kind: 'choice', name: 'who', label: `Who: ${words}`, options: [{ value: 'a', label: words }], value: 'a' },
    ],
    submit: words.slice(0, 24),
    cancel: 'Cancel',
  };
}
