import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Who } from '../src/commands/intent.ts';
import { commands } from '../src/commands/registry.ts';
import { readConfig } from '../src/config.ts';
import { whoMayTable } from './support/who-may.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the commands in the README', () => {
  it('are those that WeSaid knows, each with its own words', () => {
    // `WRITE_DOCS=yes npx vitest run test/docs.test.ts` writes the table anew.
    if (process.env['WRITE_DOCS'] === 'yes') writeFileSync(join(root, 'README.md'), withTable(commandTable()));
    expect(between(read('README.md'), 'commands')).toBe(commandTable());
  });
});

describe('the table of who may do what', () => {
  it('is the one that a test tries, cell by cell', () => {
    const page = join(root, 'docs/WHO-MAY.md');
    const written = read('docs/WHO-MAY.md').replace(
      /(<!-- who-may -->\n)[\s\S]*?(<!-- \/who-may -->)/,
      (_, start: string, end: string) => `${start}${whoMayTable()}\n${end}`,
    );
    if (process.env['WRITE_DOCS'] === 'yes') writeFileSync(page, written);
    expect(between(read('docs/WHO-MAY.md'), 'who-may')).toBe(whoMayTable());
  });
});

describe('the settings', () => {
  const known = [...settingsIn('src/environment.ts', /^ {2}([A-Z][A-Z_]+): z\b/gm)];
  const rows = [...between(read('README.md'), 'settings').matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`)?/gm)];

  it('in the README are those that the program reads, in the same order', () => {
    expect(known.length).toBeGreaterThan(5);
    expect(rows.map(([, name]) => name)).toEqual(known);
  });

  it('have the defaults that the README names', () => {
    const { host, port, databaseUrl, logLevel, rehearsal, slack, teams } = readConfig({});
    const defaults = Object.fromEntries(
      rows.flatMap(([, name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    expect(defaults).toEqual({
      HOST: host,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: logLevel,
      REHEARSAL: rehearsal ? 'on' : 'off',
    });
    expect([slack, teams]).toEqual([null, null]);
  });

  it('each stand once in .env.example, under a line that says where to find them', () => {
    const paragraphs = read('.env.example').split(/\n\n+/);
    for (const name of known) {
      const found = paragraphs.filter((paragraph) => new RegExp(`^(?:# )?${name}=`, 'm').test(paragraph));
      expect(found, name).toHaveLength(1);
      expect(found[0], name).toMatch(/^# [^=]{20,}/);
    }
    const named = [...settingsIn('.env.example', /^(?:# )?([A-Z][A-Z_]+)=/gm)];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('hold nothing secret in .env.example, and start the rehearsal as they are', () => {
    const set = [...read('.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]);
    expect(set.filter(([, value]) => value !== '')).toEqual([]);
    expect(readConfig(Object.fromEntries(set) as Record<string, string>).rehearsal).toBe(true);
  });
});

describe('what the pages point to', () => {
  const pages = pagesUnder(root);

  it('finds the pages', () => {
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/glossary.md', 'storage/README.md']));
  });

  it.each(pages)('%s links only to what is there', (page) => {
    const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);
    const lost = links.filter((to) => !/^(https?:|mailto:)/.test(to) && !leadsSomewhere(page, to));
    expect(lost).toEqual([]);
  });

  it.each(pages)('%s names only files and folders that are there', (page) => {
    const paths = [...prose(page).matchAll(/`((?:src|adapters|storage|test|docs|\.ci)\/[\w./-]*)`/g)];
    const lost = paths.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)));
    expect(lost).toEqual([]);
  });

  it('every picture is small, and is shown on a page with words for who cannot see it', () => {
    const pictures = readdirSync(join(root, 'docs/pictures')).filter((name) => name.endsWith('.png'));
    const shown = pages.flatMap((page) =>
      [...prose(page).matchAll(/!\[[^\]]{20,}\]\(([^)\s]+)\)/g)].map(([, to = '']) => join(dirname(page), to)),
    );
    for (const name of pictures) {
      expect(statSync(join(root, 'docs/pictures', name)).size, name).toBeLessThanOrEqual(150_000);
      expect(shown, name).toContain(join('docs/pictures', name));
    }
  });

  it('every npm script that a page names is one that there is', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) => [...read(page).matchAll(/npm run (?:--silent )?([a-z][a-z:-]*)/g)]);
    expect(named.map(([, name = '']) => name).filter((name) => !(name in scripts))).toEqual([]);
  });

  it('every address in manifest.json is the one that the README says to change, as often as it says', () => {
    expect(read('manifest.json').match(/https:\/\/wesaid\.example\.org\/slack\/events/g)).toHaveLength(3);
    expect(read('README.md')).toContain('It stands there three times');
  });
});

const whoIs: Readonly<Record<Who, string>> = {
  anyone: 'everyone',
  member: 'who takes part',
  coordinator: 'coordinators',
};

function commandTable(): string {
  const rows = commands.map(({ usage, about, who, shown }) => {
    const cells = [`\`${usage}\``, about, whoIs[who], shown === 'public' ? 'yes' : ''];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| Type | What it does | For | Others hear of it |', '|---|---|---|---|', ...rows].join('\n');
}

function withTable(table: string): string {
  return read('README.md').replace(
    /(<!-- commands -->\n)[\s\S]*?(<!-- \/commands -->)/,
    (_, start: string, end: string) => `${start}${table}\n${end}`,
  );
}

/** What stands between `<!-- name -->` and `<!-- /name -->`. */
function between(page: string, name: string): string {
  return new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)\\n?<!-- /${name} -->`).exec(page)?.[1] ?? '';
}

function settingsIn(path: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...read(path).matchAll(pattern)].map(([, name = '']) => name));
}

function pagesUnder(folder: string): readonly string[] {
  const not = new Set(['node_modules', 'dist', 'data', 'coverage', '.git']);
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return not.has(entry.name) ? [] : pagesUnder(path);
    return entry.name.endsWith('.md') ? [relative(root, path)] : [];
  });
}

/** A page without its blocks of code, in which a bracket is no link. */
function prose(page: string): string {
  return read(page).replace(/^```[\s\S]*?^```/gm, '');
}

function leadsSomewhere(page: string, to: string): boolean {
  const [path = '', part] = to.split('#');
  const target = path === '' ? join(root, page) : join(root, dirname(page), path);
  if (!existsSync(target)) return false;
  return part === undefined || !target.endsWith('.md') || anchors(readFileSync(target, 'utf8')).includes(part);
}

/** A heading's anchor as GitHub makes it. */
function anchors(page: string): readonly string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replace(/ /g, '-'),
  );
}
