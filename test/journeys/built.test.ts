import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, startProgram, type Program } from '../support/program.ts';

/* What operators run is built, as a few files. All else is tested from the sources, so here stands what building may break. */

let built = '';
let folder: Awaited<ReturnType<typeof freshFolder>>;
let program: Program;

beforeAll(async () => {
  // Inside the project, so that the built program finds its packages.
  await mkdir('node_modules/.cache', { recursive: true });
  built = await mkdtemp('node_modules/.cache/wesaid-');
  await promisify(execFile)(process.execPath, ['esbuild.config.js', built]);
  folder = await freshFolder();
  program = await startProgram({ DATABASE_URL: folder.databaseUrl }, [`${built}/main.js`]);
}, 60_000);

afterAll(async () => {
  await program.stop();
  await folder.remove();
  await rm(built, { recursive: true });
});

async function page(path: string): Promise<string> {
  const response = await fetch(`${program.url}${path}`);
  expect(response.status).toBe(200);
  return response.text();
}

describe('the program as it is built', () => {
  it('begins as a rehearsal, with Willow at work', async () => {
    expect(await page('/')).toContain('Amina');
    expect(await page('/as/amina')).toContain('Willow: we said, we did.');
  });

  it('tells its health and its figures', async () => {
    expect(await page('/readyz')).toBe('ready\n');
    expect(await page('/metrics')).toContain('wesaid_');
  });

  it('draws a message as the platforms will', async () => {
    const [preview = ''] = /\/as\/amina\/preview\/[^"]+/.exec(await page('/as/amina')) ?? [];
    expect(await page(`${preview}/0`)).toContain('<style>#');
  });
});

describe('a start for Slack alone', () => {
  it('loads nothing of Teams, PostgreSQL, the figures or the rehearsal', async () => {
    const { path, databaseUrl, remove } = await freshFolder();
    const slackOnly = {
      DATABASE_URL: databaseUrl,
      SLACK_BOT_TOKEN: 'xoxb-stand-in',
      SLACK_SIGNING_SECRET: 'stand-in-secret',
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      REHEARSAL: 'off',
      NODE_V8_COVERAGE: path,
    };
    const started = await startProgram(slackOnly, [`${built}/main.js`]);
    await started.stop();
    const scripts = await scriptsIn(path);
    await remove();
    expect(scripts.some((url) => url.includes('/better-sqlite3/'))).toBe(true);
    const needless = /\/(botbuilder|botframework-|pg|prom-client|adaptivecards|react|slack-blocks-to-jsx)[^/]*\//;
    expect(scripts.filter((url) => needless.test(url) || /\/(room|postgres)-[^/]*\.js$/.test(url))).toEqual([]);
  });
});

/** Every file that a program had loaded when it ended: Node writes them where NODE_V8_COVERAGE says. */
async function scriptsIn(folder: string): Promise<readonly string[]> {
  const [report = ''] = (await readdir(folder)).filter((name) => name.startsWith('coverage-'));
  const { result } = JSON.parse(await readFile(join(folder, report), 'utf8')) as { result: { url: string }[] };
  return result.map(({ url }) => url);
}
