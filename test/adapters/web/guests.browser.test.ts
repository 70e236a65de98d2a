import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeStages } from '../../app/stage.ts';
import { accessFaults, openBrowser, widerThanWindow } from '../../support/browser.ts';
import { monday, openGuests, type GuestStage } from './guest-stage.ts';

let browser: Browser;
let stage: GuestStage;
let sam: string;
let newcomer: string;
let paper: readonly string[];

beforeAll(async () => {
  browser = await openBrowser();
  stage = await openGuests({ start: '2027-02-15T12:00:00.000Z' });
  sam = (await stage.settled('Sam')).link;
  stage.setClock(monday);
  stage.setWall(monday);
  await stage.ask('What got in the way this week?');
  await stage.type('Ruth', 'we will mend the door by 19 March');
  await stage.type('Ruth', 'did 1 it opens now');
  await stage.type('Priya', 'digest post');
  newcomer = await stage.link('guest Ali');
  const [, card = ''] = await stage.links('guest Sam');
  paper = [card, ...(await stage.links('print'))];
});
afterAll(async () => {
  await browser.close();
  await stage.end();
  await closeStages();
});

interface Look {
  readonly scheme: 'light' | 'dark';
  readonly width: number;
}

/** No page has a script, and none of a browser's own is needed either. */
async function withPage(look: Look, work: (page: Page) => Promise<void>): Promise<void> {
  const viewport = { width: look.width, height: 800 };
  const context = await browser.newContext({ colorScheme: look.scheme, viewport });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const open = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await page.getByRole('button', { name: 'It is me. Open my page' }).click();
};
const at = (path: string) => async (page: Page) => {
  await open(page, sam);
  await page.goto(`${stage.url}${path}`);
};
const openForm = async (page: Page): Promise<void> => {
  await at('/g/question')(page);
  await page.getByRole('button', { name: 'Answer in private' }).click();
};
const say = (text: string) => async (page: Page) => {
  await at('/g')(page);
  await page.getByLabel('Type to WeSaid').fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
};
const paperAt = (index: number) => (page: Page) => page.goto(paper[index] ?? '');

/** Every kind of page, by its name and the way to it. */
const pages: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  link: (page) => page.goto(sam),
  invited: (page) => open(page, newcomer),
  start: at('/g'),
  question: at('/g/question'),
  digest: at('/g/digest'),
  settings: at('/g/settings'),
  help: at('/g/help'),
  reply: say('we will paint the day room by 19 March'),
  'reply with who to call': say('I want to end my life'),
  notes: at('/g/notes'),
  'box with too much in it': say('a '.repeat(2_500)),
  form: openForm,
  'form that needs a second look': async (page) => {
    await openForm(page);
    await page.getByRole('button', { name: 'Save' }).click();
  },
  'form that asks for people': async (page) => {
    await at('/g')(page);
    await page.getByRole('button', { name: 'Make a promise' }).first().click();
  },
  'typed by a supporter': async (page) => {
    await page.goto(sam);
    await page.getByRole('button', { name: 'I type for someone' }).click();
  },
  card: paperAt(0),
  'question on paper': paperAt(1),
  'digest on paper': paperAt(2),
  'wrong link': (page) => page.goto(`${stage.url}/g/wrong.1.link`),
  closed: (page) => page.goto(`${stage.url}/g`),
  finished: async (page) => {
    await at('/g')(page);
    await page.getByRole('button', { name: 'Finish' }).click();
  },
};

/** Where to keep pictures of every page, for people to look at; left out, none are made. */
const pictures = process.env['PICTURES'];

async function picture(page: Page, name: string, look: Look): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  const file = `guest-${name.replaceAll(' ', '-')}-${String(look.width)}-${look.scheme}.png`;
  await page.screenshot({ path: join(pictures, file), fullPage: true });
}

/** What was found on one page. Each is opened once for each look: that is what takes the time. */
interface Found {
  readonly faults: readonly string[];
  readonly wider: number;
  readonly widerInLargeLetters: number;
  readonly mainHeadings: number;
  /** What can be pressed and is too small for a finger. */
  readonly small: readonly string[];
  /** Where the keyboard came to, and how each stop shows: the stops in their order are "0 3px", "1 3px" … */
  readonly stops: readonly string[];
  readonly read: string;
}

async function look(page: Page): Promise<Found> {
  const faults = await accessFaults(page);
  const wider = await widerThanWindow(page);
  const small = await page.evaluate<string[]>(
    "[...document.querySelectorAll('button, input:not([type=hidden]), textarea, nav a, .pages a')].filter((one) => one.offsetHeight < 24 || one.offsetWidth < 24).map((one) => one.outerHTML)",
  );
  const read = await page.locator('body').ariaSnapshot();
  const stops = await walked(page);
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  await page.setViewportSize({ width: 640, height: 800 });
  const widerInLargeLetters = await widerThanWindow(page);
  return { faults, wider, widerInLargeLetters, mainHeadings: await page.locator('h1').count(), small, stops, read };
}

const mostParts = 8;

/** From the top of the page on, by Tab alone. */
async function walked(page: Page): Promise<readonly string[]> {
  const count = await page.evaluate<number>(`(() => {
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, [tabindex="0"]')];
    // Of a group of round buttons the keyboard stops at one.
    const stops = all.filter((one, index) => one.type !== 'radio' || all.findIndex((other) => other.name === one.name) === index);
    stops.forEach((one, index) => { one.dataset.stop = String(index); });
    document.body.tabIndex = -1;
    document.body.focus();
    return stops.length;
  })()`);
  const stops: string[] = [];
  // A box for a date has a stop for each of its parts: together they are one.
  for (let press = 0; press < count + mostParts && stops.length < count; press++) {
    await page.keyboard.press('Tab');
    const reached = await page.evaluate<string>(
      "(document.activeElement.dataset.stop ?? document.activeElement.outerHTML) + ' ' + getComputedStyle(document.activeElement).outlineWidth",
    );
    if (reached !== stops.at(-1)) stops.push(reached);
  }
  return [...stops, ...Array<string>(count - stops.length).fill('never reached')];
}

const looks: readonly Look[] = [
  { scheme: 'light', width: 1000 },
  { scheme: 'dark', width: 320 },
];

describe.each(looks)('every page for guests, $scheme, $width pixels wide', (how) => {
  const found = new Map<string, Found>();

  beforeAll(async () => {
    for (const [name, way] of Object.entries(pages)) {
      await withPage(how, async (page) => {
        await way(page);
        await picture(page, name, how);
        found.set(name, await look(page));
      });
    }
  }, 600_000);

  const each = <T>(what: (one: Found) => T) =>
    Object.fromEntries([...found].map(([name, one]) => [name, what(one)] as const));
  const everywhere = <T>(value: T) => Object.fromEntries(Object.keys(pages).map((name) => [name, value] as const));

  it('has no fault that axe finds, and one main heading', () => {
    expect(each(({ faults }) => faults)).toEqual(everywhere([]));
    expect(each(({ mainHeadings }) => mainHeadings)).toEqual(everywhere(1));
  });

  it('fits its window, and one of 640 pixels in letters that are twice as large', () => {
    expect(each(({ wider, widerInLargeLetters }) => [wider, widerInLargeLetters])).toEqual(everywhere([0, 0]));
  });

  it('has nothing to press that is smaller than 24 pixels', () => {
    expect(each(({ small }) => small)).toEqual(everywhere([]));
  });

  it('is walked by the keyboard alone: every stop is reached in the order in which it is read, and shows where it is', () => {
    const inOrder = each(({ stops }) => stops.map((_, index) => `${String(index)} 3px`));
    expect(each(({ stops }) => stops)).toEqual(inOrder);
    expect(found.get('form')?.stops.length).toBeGreaterThan(5);
  });

  it('is read as text alone: each button and box says what it is, and the help is named on each', () => {
    const nameless = /^\s*- '?(button|link|textbox|radio|checkbox|img)'?(:|$)/m;
    expect(each(({ read }) => nameless.test(read))).toEqual(everywhere(false));
    expect(each(({ read }) => /heading "[^"]+" \[level=1\]/.test(read))).toEqual(everywhere(true));
    expect(each(({ read }) => read.includes('If life is at risk, call 999.'))).toEqual(everywhere(true));
  });
});

describe('a page for guests', () => {
  it('asks for nothing from elsewhere and breaks no rule of its own', async () => {
    await withPage({ scheme: 'light', width: 1000 }, async (page) => {
      const faults: string[] = [];
      page.on('request', (asked) => {
        if (!asked.url().startsWith(stage.url)) faults.push(asked.url());
      });
      page.on('console', (line) => {
        if (/policy/i.test(line.text())) faults.push(line.text());
      });
      for (const way of [pages['start'], pages['form'], pages['card']]) await way?.(page);
      expect(faults).toEqual([]);
    });
  });
});

it('a guest answers with the keyboard alone, without a script, and what was typed stays in a form that needs a second look', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const tabTo = async (what: string): Promise<void> => {
    for (let stop = 0; stop < 40; stop++) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      if ((await focused.count()) > 0 && (await focused.textContent())?.trim() === what) return;
    }
    throw new Error(`the keyboard does not reach ${what}`);
  };
  await page.goto(sam);
  await tabTo('It is me. Open my page');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Hello Sam' }).waitFor();
  await tabTo('Answer');
  await page.keyboard.press('Enter');
  await page.getByLabel('Your answer').focus();
  await page.keyboard.type('The lift');
  await tabTo('Save');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByRole('link').waitFor();
  expect(await page.getByLabel('Your answer').inputValue()).toBe('The lift');
  await page.getByLabel('No one. Just count me as heard.').focus();
  await page.keyboard.press('Space');
  await tabTo('Save');
  await page.keyboard.press('Enter');
  await page.getByText('Heard. Thank you.').waitFor();
  await context.close();
});

it('on paper there is nothing to press, and the code is as sharp as the printer', async () => {
  await withPage({ scheme: 'dark', width: 800 }, async (page) => {
    await page.goto(paper[0] ?? '');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.on-screen').isVisible()).toBe(false);
    expect(await page.locator('svg.qr').isVisible()).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  });
});
