import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { preview, previewScript } from '../../../src/rehearsal/preview.ts';
import { accessFaults, openBrowser, widerThanWindow } from '../../support/browser.ts';
import { delivery, everyBlock, said, startStage, type Stage } from './stage.ts';

let browser: Browser;
let stage: Stage;
let root: string;
let note: string;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  stage = await startStage({ preview, previewScript });
  root = (await stage.adapter.deliver(delivery({ document: everyBlock }))).message.message;
  const to = { platform: 'web', workspace: 'room', user: 'amina' } as const;
  note = (
    await stage.adapter.deliver(
      delivery({ document: said('Hello Amina. Do you want to take part?', 'swap', 'later'), to }),
    )
  ).message.message;
});
afterEach(() => stage.close());

type Look = { scheme: 'light' | 'dark'; width: number; scripts: boolean };

async function withPage(look: Look, work: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    colorScheme: look.scheme,
    viewport: { width: look.width, height: 800 },
    javaScriptEnabled: look.scripts,
  });
  try {
    await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** Every kind of page, by its name and the way to it. */
const pages: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  choose: (page) => page.goto(`${stage.url}/`),
  help: (page) => page.goto(`${stage.url}/help`),
  room: (page) => page.goto(`${stage.url}/as/amina`),
  'room after an act': async (page) => {
    await page.goto(`${stage.url}/as/amina`);
    await page.getByLabel('Type to WeSaid').fill('help');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Heard: help').waitFor();
  },
  'room with a false move': (page) => page.goto(`${stage.url}/as/amina?said=backwards`),
  private: (page) => page.goto(`${stage.url}/as/amina/private`),
  thread: async (page) => {
    await page.goto(`${stage.url}/as/amina/thread/${root}`);
    await page.getByLabel('Reply in this thread').fill('The heating is off in the art room.');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('link', { name: 'Change' }).waitFor();
  },
  'thread with nothing typed': async (page) => {
    await page.goto(`${stage.url}/as/amina/thread/${root}`);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Please type something first.').waitFor();
  },
  form: async (page) => {
    await page.goto(`${stage.url}/as/amina`);
    await page.getByRole('button', { name: 'Answer in private' }).click();
    await page.getByRole('heading', { name: 'Your answer' }).waitFor();
  },
  'form that needs a second look': async (page) => {
    await pages['form']?.(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Something needs a second look').waitFor();
  },
  preview: (page) => page.goto(`${stage.url}/as/amina/preview/${root}`),
  'drawing for Teams': (page) => page.goto(`${stage.url}/as/amina/preview/${root}/1`),
  'no such page': (page) => page.goto(`${stage.url}/as/amina/thread/none`),
};

/** Where to keep pictures of every page, for people to look at; left out, none are made. */
const pictures = process.env['PICTURES'];

async function picture(page: Page, name: string, look: Look): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  const file = `${name.replaceAll(' ', '-')}-${String(look.width)}-${look.scheme}.png`;
  await page.screenshot({ path: join(pictures, file), fullPage: true });
}

describe('every page', () => {
  const looks: readonly Look[] = [
    { scheme: 'light', width: 1200, scripts: true },
    { scheme: 'dark', width: 1200, scripts: true },
    { scheme: 'light', width: 320, scripts: true },
    { scheme: 'dark', width: 320, scripts: true },
  ];
  for (const look of looks) {
    it(`has no fault that axe finds and fits its window: ${look.scheme}, ${String(look.width)} pixels`, async () => {
      for (const [name, open] of Object.entries(pages)) {
        await withPage(look, async (page) => {
          await open(page);
          await picture(page, name, look);
          expect(await accessFaults(page), name).toEqual([]);
          expect(await widerThanWindow(page), name).toBe(0);
          expect(await page.locator('h1').count(), name).toBe(1);
        });
      }
    });
  }

  it('is looked at by a test that finds faults where there are some', async () => {
    await withPage({ scheme: 'light', width: 320, scripts: true }, async (page) => {
      await page.setContent('<p style="width: 500px; color: #aaa">Pale, and too wide</p><input>');
      expect((await accessFaults(page)).join()).toMatch(/color-contrast.*label/s);
      expect(await widerThanWindow(page)).toBeGreaterThan(100);
    });
  });

  it('still fits when everything that folds is open and letters are twice as large', async () => {
    await withPage({ scheme: 'light', width: 640, scripts: true }, async (page) => {
      await page.goto(`${stage.url}/as/amina`);
      await page.evaluate(
        "document.documentElement.style.fontSize = '200%'; document.querySelectorAll('details').forEach((one) => (one.open = true))",
      );
      expect(await widerThanWindow(page)).toBe(0);
      expect(await accessFaults(page)).toEqual([]);
    });
  });

  it('has nothing to press that is smaller than 24 pixels', async () => {
    await withPage({ scheme: 'light', width: 320, scripts: true }, async (page) => {
      for (const path of ['/', '/as/amina', '/as/amina/private', `/as/amina/thread/${root}`]) {
        await page.goto(`${stage.url}${path}`);
        const small = await page.evaluate(
          "[...document.querySelectorAll('button, input:not([type=hidden]), summary, textarea, nav a, .links a, .people a')].filter((one) => one.offsetParent !== null && (one.offsetHeight < 24 || one.offsetWidth < 24)).map((one) => one.outerHTML)",
        );
        expect(small, path).toEqual([]);
      }
    });
  });
});

describe('without scripts', () => {
  it('a person picks who to be, moves the clock, answers in a form, replies and writes in private', async () => {
    await withPage({ scheme: 'light', width: 1200, scripts: false }, async (page) => {
      await page.goto(stage.url);
      await page.getByRole('link', { name: 'Be Amina' }).click();
      await page.getByRole('button', { name: 'Next question' }).click();
      await page.getByRole('status').getByText('It is now Monday 1 March at 10am.').waitFor();
      await page.getByRole('button', { name: 'Answer in private' }).click();
      await page.getByLabel('Your answer').fill('wrong');
      await page.getByLabel('No one. Just count me as heard.').check();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('link', { name: 'Your answer: Please say a little more.' }).click();
      expect(await page.getByLabel('Your answer').inputValue()).toBe('wrong');
      expect(await page.getByLabel('No one. Just count me as heard.').isChecked()).toBe(true);
      await page.getByLabel('Your answer').fill('The heating');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').waitFor();
      await page
        .getByRole('link', { name: /^Reply to WeSaid/ })
        .first()
        .click();
      await page.getByLabel('Reply in this thread').fill('And the lift.');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByText('And the lift.').waitFor();
      await page.getByRole('button', { name: /^Take it back/ }).click();
      await page.getByText('Your message is gone.').waitFor();
      await page.getByRole('link', { name: 'Private notes' }).click();
      await page.getByLabel('Write to WeSaid in private').fill('help');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByText('Heard in private: help').waitFor();
      expect(stage.acts.map(({ kind }) => kind)).toEqual(['action', 'form', 'form', 'spoke', 'deleted', 'spoke']);
    });
  });

  it('an act brings its reader to the answer', async () => {
    await withPage({ scheme: 'light', width: 1200, scripts: false }, async (page) => {
      await page.goto(`${stage.url}/as/amina/private`);
      await page.locator(`#${note}`).getByRole('button', { name: 'swap' }).click();
      await page.waitForURL(`**/private?after=act#${note}`);
      await page.locator(`#${note}`).getByText('Swapped.').waitFor();
    });
  });
});

describe('with the keyboard alone', () => {
  it('a person skips to the main part, types, and sends with Enter', async () => {
    await withPage({ scheme: 'light', width: 1200, scripts: true }, async (page) => {
      await page.goto(`${stage.url}/as/amina`);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the main part');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.id')).toBe('text');
      await page.keyboard.type('first line');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('second line');
      await page.keyboard.press('Enter');
      await page.getByText('Heard: first line').waitFor();
      expect(stage.acts).toMatchObject([{ kind: 'command', text: 'first line\nsecond line' }]);
    });
  });

  it('every stop shows where it is', async () => {
    await withPage({ scheme: 'light', width: 1200, scripts: true }, async (page) => {
      await page.goto(`${stage.url}/as/amina`);
      for (let stop = 0; stop < 30; stop++) {
        await page.keyboard.press('Tab');
        const outline = await page.evaluate(
          "document.activeElement === document.body ? '3px' : getComputedStyle(document.activeElement).outlineWidth",
        );
        expect(outline).toBe('3px');
      }
    });
  });
});

describe('with scripts', () => {
  it('an open page offers what is new and does not change by itself', async () => {
    await withPage({ scheme: 'light', width: 1200, scripts: true }, async (page) => {
      await page.goto(`${stage.url}/as/amina`);
      await stage.adapter.deliver(delivery({ document: said('Something has come in.') }));
      await page.getByRole('status').getByRole('link', { name: 'Show it' }).click({ timeout: 20_000 });
      await page.getByText('Something has come in.').waitFor();
    });
  });

  it('a double click is one act', async () => {
    await withPage({ scheme: 'light', width: 1200, scripts: true }, async (page) => {
      await page.goto(`${stage.url}/as/amina/private`);
      await page.locator(`#${note}`).getByRole('button', { name: 'later' }).dblclick();
      await page.getByText('Pressed: later').waitFor();
      expect(new Set(stage.acts.map(({ id }) => id)).size).toBe(1);
    });
  });

  it('nothing on any page breaks the rule against foreign code', async () => {
    await withPage({ scheme: 'light', width: 1200, scripts: true }, async (page) => {
      const faults: string[] = [];
      page.on('console', (line) => {
        if (line.type() === 'error') faults.push(line.text());
      });
      page.on('request', (asked) => {
        if (!asked.url().startsWith(stage.url)) faults.push(asked.url());
      });
      for (const path of ['/', '/as/amina', `/as/amina/preview/${root}`]) await page.goto(`${stage.url}${path}`);
      expect(faults).toEqual([]);
    });
  });
});

describe('the drawing for Teams', () => {
  const card = (page: Page) => page.frameLocator('iframe[title$="Teams will draw it"]');

  it('is a card by the renderer of Microsoft, with every word and button of the message, as high as it is', async () => {
    await withPage({ scheme: 'light', width: 1000, scripts: true }, async (page) => {
      await page.goto(`${stage.url}/as/amina/preview/${root}`);
      const drawing = card(page);
      await drawing.locator('[data-drawn="yes"] .ac-adaptiveCard').waitFor();
      const buttons = await drawing.getByRole('button').allTextContents();
      expect(buttons).toEqual(['Answer in private', 'Ask me later', 'Skip', 'Let it go']);
      await drawing.getByRole('heading', { name: 'This week’s question' }).waitFor();
      await drawing.getByText('“Ask before you fix.”').waitFor();
      const inside = page.frames().find((one) => one.url().endsWith('/1'));
      const needed = (await inside?.evaluate<number>('document.body.scrollHeight')) ?? 0;
      const frame = page.locator('iframe[title$="Teams will draw it"]');
      await expect.poll(async () => (await frame.boundingBox())?.height).toBe(needed + 2);
    });
  });

  it('does nothing when its buttons and links are pressed', async () => {
    await withPage({ scheme: 'dark', width: 1000, scripts: true }, async (page, context) => {
      await page.goto(`${stage.url}/as/amina/preview/${root}`, { waitUntil: 'networkidle' });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await card(page).getByRole('button', { name: 'Answer in private' }).click();
      await card(page).getByText('A letter').click();
      await card(page)
        .getByText('A letter')
        .click({ modifiers: ['Control'] });
      await page.getByRole('heading', { name: 'In Teams' }).waitFor();
      expect([asked, stage.acts, context.pages().length]).toEqual([[], [], 1]);
    });
  });

  it('is the text that Teams falls back to where a browser runs no scripts', async () => {
    await withPage({ scheme: 'light', width: 320, scripts: false }, async (page) => {
      await page.goto(`${stage.url}/as/amina/preview/${root}/1`);
      const shown = await page.locator('.instead').innerText();
      expect(shown).toMatch(/This week’s question[\s\S]*Lead roles[\s\S]*Answer in private/);
      expect(await page.locator('.ac-adaptiveCard').count()).toBe(0);
    });
  });

  it('runs nothing that stands in a message', async () => {
    const bad = '</script><script>document.title = "bad"</script><img src=x onerror="document.title = 1">';
    const { message } = await stage.adapter.deliver(delivery({ document: said(bad) }));
    await withPage({ scheme: 'light', width: 1000, scripts: true }, async (page) => {
      await page.goto(`${stage.url}/as/amina/preview/${message.message}/1`);
      await page.locator('[data-drawn="yes"]').waitFor();
      expect(await page.title()).toBe('This message as Teams will draw it');
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.locator('.card').innerText()).toContain('document.title = "bad"');
    });
  });

  it('does not reach the room: another frame can make no page move or grow without end', async () => {
    await withPage({ scheme: 'light', width: 1000, scripts: true }, async (page) => {
      await page.goto(`${stage.url}/as/amina/preview/${root}`);
      await card(page).locator('[data-drawn="yes"]').waitFor();
      const frame = page.frames().find((one) => one.url().endsWith('/1'));
      await frame?.evaluate(
        "removeEventListener('resize', sayHeight); for (const data of [{ height: 'x' }, null, 'height', { height: 1e9 }]) parent.postMessage(data, '*')",
      );
      await expect.poll(async () => (await page.locator('iframe').nth(1).boundingBox())?.height).toBe(5002);
      const reached = await frame?.evaluate(
        "(() => { try { return parent.document.title } catch { return 'nothing' } })()",
      );
      expect(reached).toBe('nothing');
    });
  });
});
