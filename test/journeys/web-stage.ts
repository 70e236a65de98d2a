import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { freshFolder, startProgram } from '../support/program.ts';
import { rehearsalAt } from '../support/rehearsal.ts';
import type { Name, Stage } from './stage.ts';

/** The running program with its web room, and one person after another at one browser. Only the clock is moved by call. */
export async function webStage(): Promise<Stage> {
  const folder = await freshFolder();
  const program = await startProgram({ DATABASE_URL: folder.databaseUrl });
  const rehearsal = rehearsalAt(program.url);
  const browser = await openBrowser();
  const page = await openPage(browser);

  const roomOf = (who: Name) => `${program.url}/as/${who.toLowerCase()}`;
  const privateOf = (who: Name) => `${roomOf(who)}/private`;
  /** Anyone's view will do for what everyone sees. */
  const anyone: Name = 'Amina';

  /** The page of the newest message to everyone that holds these words; newest first, some to a page. */
  const openThread = async (who: Name, under: string): Promise<void> => {
    for await (const list of pagesOf(page, roomOf(who))) {
      const message = list.filter({ hasText: under, hasNot: page.getByText('Only you can see this') }).first();
      if ((await message.count()) === 0) continue;
      await message.getByRole('link', { name: /to WeSaid/ }).click();
      await page.getByLabel('Reply in this thread').waitFor();
      return;
    }
    throw new Error(`nothing in the room holds "${under}"`);
  };

  const buttonOn = async (who: Name, label: string): Promise<Locator> => {
    for (const address of [privateOf(who), roomOf(who)]) {
      for await (const list of pagesOf(page, address)) {
        const button = list.getByRole('button', { name: label, exact: true }).first();
        if ((await button.count()) > 0) return button;
      }
    }
    throw new Error(`${who} sees no button "${label}"`);
  };

  return {
    reset: (at) => rehearsal.reset(at),
    moveTo: (at) => rehearsal.moveTo(at),
    type: async (who, line) => {
      await page.goto(roomOf(who));
      await page.getByLabel('Type to WeSaid').fill(line);
      await page.getByRole('button', { name: 'Send' }).click();
      return answerOn(page);
    },
    reply: async (who, under, text) => {
      await openThread(who, under);
      await page.getByLabel('Reply in this thread').fill(text);
      await page.getByRole('button', { name: 'Send' }).click();
      // Words that may tell of danger do not appear: their writer sees who to call.
      await page.getByText(text).or(page.getByText('116 123')).first().waitFor();
    },
    press: async (who, label) => {
      await (await buttonOn(who, label)).click();
      return answerOn(page);
    },
    at: (who) => `@${who}`,
    room: async () => {
      const texts: string[] = [];
      for await (const list of pagesOf(page, roomOf(anyone))) texts.push(...(await toAll(page, list).allInnerTexts()));
      return texts.toReversed();
    },
    thread: async (under) => {
      await openThread(anyone, under);
      return (await toAll(page, page.getByRole('article')).allInnerTexts()).slice(1);
    },
    notes: async (who) => {
      const texts: string[] = [];
      for await (const list of pagesOf(page, privateOf(who))) texts.push(...(await list.allInnerTexts()));
      return texts.toReversed();
    },
    close: async () => {
      await browser.close();
      await program.stop();
      await folder.remove();
    },
  };
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

/** The messages of each page of a list, from the newest on, by the link to the older ones. */
async function* pagesOf(page: Page, address: string): AsyncGenerator<Locator> {
  await page.goto(address);
  for (;;) {
    yield page.getByRole('article');
    const older = page.getByRole('link', { name: 'Older messages' });
    if ((await older.count()) === 0) return;
    await older.click();
    await page.getByRole('link', { name: 'Newer messages' }).waitFor();
  }
}

function toAll(page: Page, list: Locator): Locator {
  return list.filter({ hasNot: page.getByText('Only you can see this') });
}

/** What the page that followed an act shows of it: the message it leads to, or the form that has opened. */
async function answerOn(page: Page): Promise<string> {
  await page.waitForURL(/[?&](said|after)=|\/form\//);
  const message = decodeURIComponent(new URL(page.url()).hash.slice(1));
  return page.locator(message === '' || message === 'main' ? 'main' : `#${message}`).innerText();
}
