import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { closeStages, identityOf, openStage, personOf, userOf, type Name, type Stage } from './stage.ts';

const folders: string[] = [];

afterEach(async () => {
  await closeStages();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

type Said = readonly (readonly [name: Name, number: 1 | 2 | 3 | 4 | 5])[];

const labels = ['1 Not equal at all', '2', '3', '4', '5 Fully equal'];

/** A huddle in a file, to whose private question some people have answered, one every few minutes. */
async function asked(said: Said) {
  const folder = mkdtempSync(join(tmpdir(), 'wesaid-unjoined-'));
  folders.push(folder);
  const stage = await openStage({
    start: '2027-03-01T09:00:00.000Z',
    url: `sqlite:${folder}/wesaid.db`,
    huddle: { nextDigestAt: '2027-03-09T09:00:00.000Z', pulseSides: true },
  });
  await stage.moveTo('2027-03-03T10:00:00.000Z');
  await stage.type('Priya', 'ask neg-4');
  const before = rows(folder);
  for (const [at, [name, number]] of said.entries()) {
    await stage.moveTo(new Date(Date.parse('2027-03-03T11:00:00Z') + at * 7 * 60_000).toISOString());
    // Pressed or typed, by turns.
    if (at % 2 === 0) await stage.press(name, labels[number - 1] ?? '', { direct: true });
    else await stage.say(name, `answer ${String(number)}`, { direct: true });
  }
  return { stage, folder, before };
}

async function closed(said: Said): Promise<{ stage: Stage; folder: string }> {
  const { stage, folder } = await asked(said);
  await stage.moveTo('2027-03-09T12:00:00.000Z');
  return { stage, folder };
}

/** Every row of every table with its place in it, as someone reads it who has the file. */
function rows(folder: string): ReadonlyMap<string, readonly string[]> {
  const database = new Database(join(folder, 'wesaid.db'), { readonly: true });
  const tables = database.prepare<[], { name: string }>("select name from sqlite_master where type = 'table'").all();
  const found = tables.map(({ name }) => {
    const all = database.prepare(`select rowid as its_place, * from "${name}" order by rowid`).all();
    return [name, all.map((row) => JSON.stringify(row))] as const;
  });
  database.close();
  return new Map(found);
}

/** All bytes on the disk: the database, and what is written ahead of it. */
function bytes(folder: string): Buffer {
  return Buffer.concat(
    readdirSync(folder)
      .filter((name) => !name.endsWith('-shm'))
      .sort()
      .map((name) => readFileSync(join(folder, name))),
  );
}

const six: Said = [
  ['Amina', 2],
  ['Ruth', 4],
  ['Dev', 2],
  ['Graham', 4],
  ['Ellis', 3],
  ['Tomos', 5],
];
/** Other people, other numbers for those who are among them, another order. */
const otherSix: Said = [
  ['Jo', 4],
  ['Tomos', 3],
  ['Lena', 2],
  ['Ruth', 2],
  ['Priya', 5],
  ['Graham', 4],
];

describe('who reads the whole database after the close', () => {
  it('finds the same rows in the same places, whoever answered what and in whatever order', async () => {
    const [one, other] = [await closed(six), await closed(otherSix)];
    expect(one.stage.everywhere().join('\n')).toContain('6 of 9 people told us. The middle answer was 3.5 out of 5.');
    expect(rows(other.folder)).toEqual(rows(one.folder));
    expect(other.stage.everywhere()).toEqual(one.stage.everywhere());
    expect(other.stage.logged).toEqual(one.stage.logged);
  });

  it('finds the same bytes in the file, too', async () => {
    const [one, other] = [await closed(six), await closed(otherSix)];
    for (const { stage } of [one, other]) {
      await stage.store.overwrite();
      await stage.close();
    }
    expect(bytes(other.folder).equals(bytes(one.folder))).toBe(true);
  });

  it('finds the same bytes where numbers are hidden, whether too few answered or all were alike', async () => {
    const alike: Said = [
      ['Amina', 2],
      ['Dev', 2],
      ['Ruth', 2],
      ['Jo', 2],
      ['Lena', 2],
    ];
    const tooFew: Said = [
      ['Amina', 1],
      ['Dev', 5],
      ['Ruth', 4],
      ['Jo', 3],
      ['Jo', 4],
    ];
    const [one, other] = [await closed(alike), await closed(tooFew)];
    for (const { stage } of [one, other]) {
      await stage.store.overwrite();
      await stage.close();
    }
    expect(bytes(other.folder).equals(bytes(one.folder))).toBe(true);
  });

  it('finds neither the key, nor a token, nor an act by which somebody answered', async () => {
    const { stage, folder } = await asked(six);
    const traces = [...(rows(folder).get('pulse_keys') ?? []), ...(rows(folder).get('pulse_answers') ?? [])].flatMap(
      (row) =>
        Object.entries(JSON.parse(row) as object).flatMap(([name, value]) =>
          name === 'key' || name === 'token' ? [String(value)] : [],
        ),
    );
    expect(traces).toHaveLength(7);
    expect(traces.every((trace) => bytes(folder).includes(trace))).toBe(true);
    await stage.moveTo('2027-03-06T10:00:00.000Z');
    expect(traces.filter((trace) => bytes(folder).includes(trace))).toEqual([]);
    expect(rows(folder).get('pulse_keys')).toEqual([]);
    expect(rows(folder).get('pulse_answers')).toEqual([]);
  });

  it('finds no number of answers where the rule hides it', async () => {
    const { folder } = await closed(six.slice(0, 4));
    const [row] = rows(folder).get('pulse_results') ?? [];
    expect(JSON.parse(row ?? '{}')).toMatchObject({ result: '{"kind":"hidden"}' });
  });
});

describe('while the question is open', () => {
  it('an answer leaves one row under a token, and nothing anywhere else', async () => {
    const { folder, before } = await asked(six);
    for (const [table, now] of rows(folder)) {
      if (table === 'pulse_keys' || table === 'pulse_answers') continue;
      expect([table, now]).toEqual([table, before.get(table)]);
    }
    const kept = rows(folder).get('pulse_answers') ?? [];
    expect(kept).toHaveLength(6);
    for (const [name] of six) {
      const named = [personOf(name), userOf(name), name, identityOf(name).user];
      expect(kept.filter((row) => named.some((one) => new RegExp(`\\b${one}\\b`).test(row)))).toEqual([]);
    }
  });

  it('two accounts that turn out to be one person have one answer, the newest', async () => {
    const { stage } = await asked([
      ['Amina', 2],
      ['Dev', 5],
      ['Ruth', 3],
      ['Graham', 3],
      ['Jo', 1],
    ]);
    const [amina, dev] = [personOf('Amina'), personOf('Dev')];
    await stage.store.transact((records) => records.people.become(amina, dev, stage.now()));
    const [round] = await stage.store.read.rounds.recent('willow' as never, 1);
    if (round === undefined) throw new Error('no question');
    expect((await stage.store.read.pulses.answer(round.id, dev))?.option).toBe(4);
    expect(await stage.store.read.pulses.answer(round.id, amina)).toBeNull();
    await stage.moveTo('2027-03-09T09:01:00.000Z');
    expect(stage.everywhere().join('\n')).toContain('We are not showing the numbers this time.');
  });
});
