import { describe, expect, it } from 'vitest';
import { namePartsOf, reportFrom, withReportFacts } from '../../src/domain/board-report.ts';
import { pageWithout } from '../../src/domain/forget-pages.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { missingYeses } from '../../src/domain/proposal-needs.ts';
import { aPage } from '../storage/samples.ts';
import {
  aBook,
  after,
  amend,
  amina,
  dev,
  no,
  one,
  party,
  priya,
  refusedBy,
  ruth,
  tomos,
  yes,
  type Step,
} from './proposal-given.ts';

const ask = (by: PersonId, page = 1): Step => ({
  type: 'Suggest',
  by,
  change: { about: 'report', page },
  text: '',
  atOnce: false,
});
const status = (book: ReturnType<typeof aBook>) => one(book, 1).state.status;

describe('the yes that a report needs', () => {
  it('is one of the people who use the service and one of those who run it, and of nobody else', () => {
    const asked = after(aBook(), ask(priya));
    expect(missingYeses(one(asked, 1), asked)).toEqual(['using']);
    expect(status(after(asked, yes(tomos)))).toBe('open');
    expect(status(after(asked, yes(tomos), yes(ruth)))).toBe('open');
    expect(status(after(asked, yes(amina)))).toBe('agreed');
  });

  it('is not one person for both, and not that of a side where nobody is', () => {
    const both = aBook({ parties: new Map([[priya, party(['using', 'running'])]]) });
    expect(status(after(both, ask(priya)))).toBe('open');
    expect(refusedBy(after(both, ask(priya)), yes(priya))).toBe('already-yes');
    const noUsing = aBook({
      parties: new Map([
        [priya, party(['running'])],
        [tomos, party(['creative'])],
      ]),
    });
    expect(status(after(noUsing, ask(priya), yes(tomos)))).toBe('open');
  });

  it('is missing of those who run it where an artist asked and someone who uses the service agreed', () => {
    const [home] = aBook().members;
    if (home === undefined) throw new Error('no coordinator');
    const book = aBook({ members: [{ ...home, person: tomos }] });
    const asked = after(book, ask(tomos), yes(amina));
    expect(missingYeses(one(asked, 1), asked)).toEqual(['running']);
    expect(status(after(asked, yes(ruth)))).toBe('agreed');
  });

  it('is held by a no of anyone, also where both sides said yes', () => {
    const held = after(aBook(), ask(priya), no(tomos), yes(amina));
    expect(status(held)).toBe('open');
    expect(status(after(held, yes(tomos)))).toBe('agreed');
  });

  it('is asked for by a coordinator, for one report at a time, whose words nobody changes', () => {
    expect(refusedBy(aBook(), ask(amina))).toBe('coordinators-only');
    const asked = after(aBook(), ask(priya));
    expect(refusedBy(asked, ask(priya, 2))).toBe('one-waits');
    expect(refusedBy(asked, amend(dev, 1, 'other words'))).toBe('report-stays');
    expect(refusedBy(asked, { ...ask(priya, 2), type: 'Amend', number: 1 } as Step)).toBe('report-stays');
    const back = after(asked, { type: 'Withdraw', by: priya, number: 1 });
    expect(refusedBy(back, ask(priya, 2))).toBeNull();
  });
});

describe('the time of a report', () => {
  const at = { now: '2027-03-31T10:00:00.000Z', zone: 'Europe/London', setUpAt: '2026-01-01T10:00:00.000Z' };

  it('is three months, or from a day on, and never from before the huddle', () => {
    expect(reportFrom(null, at)).toBe('2026-12-31T11:00:00.000Z');
    expect(reportFrom('2026-10-01', at)).toBe('2026-09-30T22:59:59.999Z');
    expect(reportFrom('2025-10-01', at)).toBe('2026-01-01T09:59:59.999Z');
  });
});

describe('the names that give way in a report', () => {
  it('are those of one part too, without titles and without words that are no names', () => {
    expect(namePartsOf('Dr Jo Ann Bell')).toEqual(['Jo', 'Ann', 'Bell']);
    expect(namePartsOf('the commissioner')).toEqual([]);
    expect(namePartsOf('The Commissioner')).toEqual(['Commissioner']);
    expect(namePartsOf('Dev')).toEqual([]);
  });
});

describe('the numbers in a report', () => {
  const { facts } = aPage();
  const lines = [
    { who: { side: 'using' }, turns: 18, percent: 45 },
    { who: 'everyone-else', turns: 22, percent: 55 },
  ] as const;
  const rollUp = {
    from: '2027-02-01',
    to: '2027-02-28',
    shown: { as: 'lines', turns: 40, lines },
    leadWeeks: null,
  } as const;
  const digest = (more: object) => ({ to: facts.to, ...more }) as never;
  const sources = { decisions: [], digests: [digest({ rollUp }), digest({})], linesOff: false, wordsFor: () => 'us' };

  it('are those that a four-week sum has told already, as it told them, and no others', () => {
    expect(withReportFacts(facts, sources).fourWeeks).toEqual([
      {
        from: '2027-02-01',
        to: '2027-02-28',
        turns: 40,
        lines: [
          { who: 'us', turns: 18, percent: 45 },
          { who: 'us', turns: 22, percent: 55 },
        ],
      },
    ]);
    expect(withReportFacts(facts, { ...sources, linesOff: true }).fourWeeks?.[0]?.lines).toEqual([]);
    const hidden = digest({ rollUp: { ...rollUp, shown: { as: 'not-enough' } } });
    expect(withReportFacts(facts, { ...sources, digests: [hidden] }).fourWeeks).toEqual([]);
    const earlier = digest({ rollUp, to: facts.from });
    expect(withReportFacts(facts, { ...sources, digests: [earlier] }).fourWeeks).toEqual([]);
  });

  it('stay as they are when someone is forgotten', () => {
    const page = aPage({ kind: 'report', sponsor: null, facts: withReportFacts(facts, sources) });
    const gone = { person: ruth, name: 'us', instead: 'x', now: facts.to, newGone: () => 'gone-1' as PersonId };
    expect(pageWithout(page, gone, []).facts.fourWeeks?.[0]?.turns).toBe(40);
  });
});
