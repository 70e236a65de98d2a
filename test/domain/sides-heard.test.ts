import { describe, expect, it } from 'vitest';
import type { Member } from '../../src/domain/huddle.ts';
import { sidesWord, type GivenAnswer } from '../../src/domain/sides-heard.ts';
import { huddleOf, member, membersIn, standing, willowGroups } from './measuring.ts';

const huddle = huddleOf(willowGroups);
const now = '2027-03-09T09:00:00.000Z';
const asked = '2027-03-04T09:00:00.000Z';
const threes = membersIn({ people: 3, staff: 3, artists: 3 });

function wordOf(members: readonly Member[], said: Readonly<Record<string, 'named' | 'no-name'>>) {
  const answers = Object.entries(said).map(([who, how]): GivenAnswer => ({
    person: who as never,
    at: asked,
    named: how === 'named',
  }));
  return sidesWord({ huddle, members, answers, now });
}

const named = (...who: readonly string[]) => Object.fromEntries(who.map((one) => [one, 'named' as const]));
const unnamed = (...who: readonly string[]) => Object.fromEntries(who.map((one) => [one, 'no-name' as const]));

describe('whether every side was heard', () => {
  it('is told when all read an answer with a name from each', () => {
    expect(wordOf(threes, named('people1', 'staff1', 'artists1'))).toBe('every');
  });

  it('is told without names when enough answered', () => {
    expect(wordOf(threes, unnamed('people1', 'people2', 'staff1', 'artists1'))).toBe('every');
    expect(wordOf(threes, unnamed('staff1', 'staff2', 'artists1', 'artists2'))).toBe('not-every');
  });

  it('is told not to be so when all answers stand there with a name: the count has told who was not among them', () => {
    expect(wordOf(threes, named('staff1', 'staff2', 'artists1'))).toBe('not-every');
    expect(wordOf(threes, {})).toBe('not-every');
  });

  it('is not told where a side has fewer than three, heard or not', () => {
    const few = membersIn({ people: 2, staff: 3, artists: 3 });
    expect(wordOf(few, named('people1', 'staff1', 'artists1'))).toBe('untold');
    expect(wordOf(few, named('staff1', 'artists1'))).toBe('untold');
  });

  it('is not told when two of the three on a side have left since', () => {
    const left = { status: 'left', counted: false } as const;
    const members = threes.map((one) =>
      one.person === 'people2' || one.person === 'people3'
        ? { ...one, standings: [...one.standings, standing('2027-03-08T09:00:00.000Z', 'people', left)] }
        : one,
    );
    expect(wordOf(members, named('people1', 'staff1', 'artists1'))).toBe('untold');
  });

  it('still counts the answer of someone who has left since, for the side they were on', () => {
    const four = membersIn({ people: 4, staff: 3, artists: 3 });
    const left = standing('2027-03-08T09:00:00.000Z', null, { status: 'left', counted: false });
    const members = four.map((one) =>
      one.person === 'people1' ? { ...one, standings: [...one.standings, left] } : one,
    );
    expect(wordOf(members, named('people1', 'staff1', 'artists1'))).toBe('every');
  });

  it('leaves out who is not counted', () => {
    const members = [...threes, member('people9', standing('2027-01-30T09:00:00.000Z', 'people', { counted: false }))];
    expect(wordOf(members, named('people9', 'staff1', 'artists1'))).toBe('not-every');
  });

  it('is not told of two sides where one answered without a name: they would know that the other was quiet', () => {
    const two = membersIn({ people: 3, staff: 3 });
    expect(wordOf(two, unnamed('staff1', 'staff2'))).toBe('untold');
    expect(wordOf(two, unnamed('staff1', 'people2'))).toBe('untold');
    expect(wordOf(two, named('staff1', 'people2'))).toBe('every');
  });

  it('is not told where names stand on all sides but one and someone answered without a name', () => {
    const said = { ...named('staff1', 'artists1'), ...unnamed('staff2', 'artists2') };
    expect(wordOf(threes, said)).toBe('untold');
    expect(wordOf(threes, { ...said, people1: 'no-name' })).toBe('untold');
  });

  it('is not told where as many answered as there are sides: each would know that the rest of theirs were quiet', () => {
    expect(wordOf(threes, unnamed('people1', 'staff1', 'artists1'))).toBe('untold');
  });
});

/* Whoever reads the word. It shares no code with what makes it: it looks at all that can have happened. */

type Did = 'quiet' | 'no-name' | 'named';
const dids: readonly Did[] = ['quiet', 'no-name', 'named'];

describe('the fear: the word shows someone as quiet', () => {
  it.each([
    { people: 3, staff: 3 },
    { people: 3, staff: 3, artists: 3 },
    { people: 3, staff: 4, artists: 3 },
    { people: 2, staff: 3, artists: 3 },
    { people: 4, staff: 3 },
  ])('nobody can be sure of more about anyone than without it, whatever they did themselves: %o', (sizes) => {
    const members = membersIn(sizes);
    const people = members.map(({ person }) => person as string);
    const worlds = everything(people.length);
    const words = new Map<string, string>();
    // What a person did on a side is the same for all that know of it: so each way to answer is worked out once.
    const wordIn = (world: readonly Did[]) => {
      const key = people
        .map((one, at) => `${one.replace(/\d/, '')} ${world[at] ?? ''}`)
        .toSorted()
        .join();
      const found =
        words.get(key) ?? wordOf(members, Object.fromEntries(people.flatMap((one, at) => said(one, world[at]))));
      words.set(key, found);
      return found;
    };
    // All of a side are alike, so one of each reads, and another one is read about; -1 knows only what all know.
    const sides = [...new Set(people.map((one) => one.replace(/\d/, '')))];
    const firsts = sides.map((side) => people.findIndex((one) => one.startsWith(side)));
    const lasts = sides.map((side) => people.findLastIndex((one) => one.startsWith(side)));
    const told = new Set<string>();
    /** By what all can see, what one reader did, and the word or none: whether each of the others was ever quiet, and ever not. */
    const seen = new Map<string, Set<string>>();
    const note = (key: string, what: string) => seen.set(key, (seen.get(key) ?? new Set()).add(what));
    for (const world of worlds) {
      const word = wordIn(world);
      told.add(word);
      const open = `${world.map((did) => (did === 'named' ? 'n' : '-')).join('')} ${String(world.filter((did) => did === 'no-name').length)}`;
      for (const reader of [...firsts, -1]) {
        const who = `${String(reader)} ${world[reader] ?? ''}`;
        for (const other of lasts) {
          note(`${open}|${who}|${String(other)}`, world[other] ?? '');
          note(`${open}|${who}|${String(other)}|${word}`, world[other] ?? '');
        }
      }
    }
    const found = [...seen].filter(([key, what]) => {
      const parts = key.split('|');
      return parts.length === 4 && what.size < (seen.get(parts.slice(0, 3).join('|'))?.size ?? 0);
    });
    expect(found).toEqual([]);
    if (Object.values(sizes).every((size) => size > 2)) expect(told.size).toBe(3);
  });
});

function said(who: string, did: Did | undefined): readonly (readonly [string, 'named' | 'no-name'])[] {
  return did === undefined || did === 'quiet' ? [] : [[who, did]];
}

function everything(many: number): (readonly Did[])[] {
  if (many === 0) return [[]];
  return everything(many - 1).flatMap((rest) => dids.map((did) => [did, ...rest]));
}
