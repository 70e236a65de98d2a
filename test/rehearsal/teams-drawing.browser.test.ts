import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { renderForm } from '../../adapters/teams/forms.ts';
import type { Document } from '../../src/messages/document.ts';
import { previewScript } from '../../src/rehearsal/preview.ts';
import { cardsAsMarkup, drawForTeams } from '../../src/rehearsal/preview-teams.ts';
import { delivery, said, startStage, type Stage } from '../adapters/web/stage.ts';
import { accessFaults, openBrowser, widerThanWindow } from '../support/browser.ts';
import { sampleDocuments, sampleForms } from '../support/samples.ts';

const written = { name: 'Amina', words: 'The lift was out of order again, so we met in the hall.' };
const documents = sampleDocuments(written);
const forms = sampleForms(written);
const shownMessages = [
  'open question',
  'digest',
  'digest heard',
  'note made 11',
  'all promises',
  'home',
  'notice',
  'me',
];
const shownForms = ['answer need-1', 'make', 'set up', 'invite', 'my group', 'not yet'];

const member = (user: string, name: string) =>
  ({ identity: { platform: 'teams', workspace: 't', user }, name }) as const;
const people = [member('29:1', 'Amina'), member('29:2', 'Dev'), member('29:3', 'Ruth')];

let browser: Browser;
let stage: Stage;
/** What the next page draws. */
let drawn: string;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  const scripts = ['adaptivecards', 'teams'];
  const preview = (_: Document) => Promise.resolve([{ platform: 'Teams', html: drawn, scripts }]);
  stage = await startStage({ preview, previewScript });
});
afterEach(() => stage.close());

function messageNamed(name: string): string {
  const document = documents[name];
  if (document === undefined) throw new Error(`no sample message called ${name}`);
  return drawForTeams(document).html;
}

function formNamed(name: string): string {
  const form = forms[name];
  if (form === undefined) throw new Error(`no sample form called ${name}`);
  return cardsAsMarkup([renderForm(form, { nonce: 'n', channel: '19:a@thread.tacv2' }, { people }).card.content]);
}

/** Where to keep pictures of what was drawn, for people to look at; left out, none are made. */
const pictures = process.env['PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  const path = join(pictures, `teams-${name.replace(/\W+/g, '-')}.png`);
  const height = await page.evaluate<number>('Math.ceil(document.body.scrollHeight)');
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height });
  await page.screenshot({ path });
}

describe("what Microsoft's own renderer makes of the cards", () => {
  const looks = [
    { scheme: 'light', width: 1000 },
    { scheme: 'dark', width: 1000 },
    { scheme: 'light', width: 320 },
  ] as const;
  const all: Readonly<Record<string, () => string>> = {
    ...Object.fromEntries(shownMessages.map((name) => [name, () => messageNamed(name)])),
    ...Object.fromEntries(shownForms.map((name) => [`form ${name}`, () => formNamed(name)])),
  };

  for (const { scheme, width } of looks) {
    it(`is drawn without a fault, fits, and can be read by all: ${scheme}, ${String(width)} pixels`, async () => {
      const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 800 } });
      const page = await context.newPage();
      const { message } = await stage.adapter.deliver(delivery({ document: said('drawn anew each time') }));
      for (const [name, draw] of Object.entries(all)) {
        drawn = draw();
        await page.goto(`${stage.url}/as/amina/preview/${message.message}/0`);
        await page.locator('[data-drawn="yes"]').first().waitFor();
        await picture(page, `${name}-${scheme}-${String(width)}`);
        expect(await page.locator('[data-drawn="no"]').count(), name).toBe(0);
        expect(await widerThanWindow(page), name).toBe(0);
        expect(await accessFaults(page), name).toEqual([]);
        await page.setViewportSize({ width, height: 800 });
      }
      await context.close();
    });
  }

  it('shows the text of a card that it finds fault with', async () => {
    const page = await browser.newPage();
    drawn = cardsAsMarkup([
      { fallbackText: 'Words alone', type: 'AdaptiveCard', version: '1.5', body: [{}] } as object,
    ]);
    const { message } = await stage.adapter.deliver(delivery({ document: said('drawn anew each time') }));
    await page.goto(`${stage.url}/as/amina/preview/${message.message}/0`);
    await page.locator('[data-drawn="no"]').getByText('Words alone').waitFor();
    await page.close();
  });
});
