import { describe, expect, it } from 'vitest';
import { missingYeses } from '../../src/domain/proposal-needs.ts';
import { evolveProposal } from '../../src/domain/proposal-evolve.ts';
import { partNow } from '../../src/domain/agreement-words.ts';
import { waitsForYes } from '../../src/domain/proposal-rules.ts';
import type { Change } from '../../src/domain/proposal-change.ts';
import { huddleOf } from '../app/stage.ts';
import { addMs, dayMs } from '../../src/domain/time.ts';
import {
  aBook,
  after,
  amend,
  amina,
  decided,
  dev,
  no,
  notes,
  one,
  party,
  priya,
  refusedBy,
  ruth,
  rung,
  start,
  suggest,
  tomos,
  yes,
} from './proposal-given.ts';

const daysOn = (days: number) => addMs(start, days * dayMs);
const status = (book: ReturnType<typeof aBook>, number = 1) => one(book, number).state.status;

describe('a suggested change', () => {
  it('is agreed with one yes of each side, the yes of whoever asks among them', () => {
    const asked = after(aBook(), suggest(priya));
    expect(missingYeses(one(asked, 1), asked)).toEqual(['using', 'creative']);
    const almost = after(asked, yes(tomos));
    expect(status(almost)).toBe('open');
    expect(status(after(almost, yes(dev, 1, 'not before lunch')))).toBe('agreed');
  });

  it('is not agreed by two yeses of one side, nor by any silence', () => {
    const book = after(aBook(), suggest(priya), yes(tomos), yes(ruth));
    expect(status(book)).toBe('open');
    expect(rung(book, 1, daysOn(20)).map(({ type }) => type)).toEqual(['ProposalReminded']);
    expect(rung(book, 1, daysOn(21)).map(({ type }) => type)).toEqual(['ProposalTimedOut']);
  });

  it('waits while anyone objects, also one whose side has said yes', () => {
    const held = after(aBook(), suggest(priya), yes(amina), no(dev), yes(tomos));
    expect(status(held)).toBe('open');
    const back = after(held, yes(dev));
    expect(status(back)).toBe('agreed');
  });

  it('takes a reason with a no, and a no of whoever asked takes it back', () => {
    const asked = after(aBook(), suggest(priya));
    expect(refusedBy(asked, no(dev, 1, '  '))).toBe('reason-needed');
    expect(status(after(asked, no(priya, 1, null)))).toBe('withdrawn');
    expect(refusedBy(asked, { type: 'Withdraw', by: dev, number: 1 })).toBe('not-yours');
  });

  it('with other words is another one: every side is asked again, and a yes to the old words is no yes to the new', () => {
    const book = after(aBook(), suggest(priya), yes(tomos), no(dev), amend(dev, 1, 'a quiet room'));
    expect(one(book, 1).state).toMatchObject({ status: 'amended', into: 2 });
    expect(one(book, 2)).toMatchObject({ from: 1, text: 'a quiet room' });
    expect(missingYeses(one(book, 2), book)).toEqual(['running', 'creative']);
    expect(refusedBy(book, yes(ruth, 1))).toBe('is-over');
  });

  it('an objection is not got rid of with the same words, unless nobody is left who could take it back', () => {
    const book = after(aBook(), suggest(priya), no(dev));
    expect(refusedBy(book, amend(priya, 1, 'a warm  room'))).toBe('same-words');
    const gone = { ...book, parties: new Map(book.parties).set(dev, party(['using'], 'left')) };
    expect(refusedBy(gone, amend(priya, 1, 'a warm room'))).toBeNull();
  });

  it('a yes stays the yes of the side on which it was said', () => {
    const asked = after(aBook(), suggest(priya), yes(amina));
    const moved = { ...asked, parties: new Map(asked.parties).set(amina, party(['creative'])) };
    expect(missingYeses(one(moved, 1), moved)).toEqual(['creative']);
    expect(refusedBy(moved, yes(amina))).toBeNull();
    expect(missingYeses(one(after(moved, yes(amina)), 1), moved)).toEqual(['using']);
  });

  it('asks a side that came since, and still needs one whose last member has left', () => {
    const small = aBook({
      parties: new Map([
        [amina, party(['using'])],
        [ruth, party(['running'])],
      ]),
    });
    const asked = after(small, suggest(ruth));
    const grown = { ...asked, parties: new Map(asked.parties).set(tomos, party(['creative'])) };
    expect(status(after(grown, yes(amina)))).toBe('open');
    const shrunk = { ...asked, parties: new Map(asked.parties).set(amina, party(['using'], 'left')) };
    expect(missingYeses(one(shrunk, 1), shrunk)).toEqual(['using']);
  });

  it('is never agreed by one side alone, even where there is no other', () => {
    const alone = aBook({
      parties: new Map([
        [amina, party(['using'])],
        [dev, party(['using'])],
      ]),
    });
    const book = after(alone, suggest(amina), yes(dev));
    expect(missingYeses(one(book, 1), book)).toEqual(['another-side']);
  });

  it('about the same thing as an open one is pointed to that one', () => {
    const book = after(aBook(), suggest(priya));
    expect(refusedBy(book, suggest(dev, 'a quiet room'))).toBe('one-waits');
  });
});

describe('what comes of it', () => {
  const hand: Change = { about: 'hand-role', role: notes, to: tomos };

  it('a role is handed to nobody without their own yes', () => {
    const asked = after(aBook(), { type: 'Suggest', by: priya, change: hand, text: '', atOnce: false }, yes(amina));
    expect(missingYeses(one(asked, 1), asked)).toEqual(['receiver']);
    expect(waitsForYes(one(asked, 1), tomos, asked)).toBe(true);
    expect(status(after(asked, yes(tomos)))).toBe('agreed');
  });

  it('what cannot be done any more at the last yes stays open, says why, and can be changed', () => {
    const asked = after(aBook(), { type: 'Suggest', by: priya, change: hand, text: '', atOnce: false }, yes(tomos));
    const without = { ...asked, roles: asked.roles.filter(({ key }) => key !== notes) };
    const stuck = after(without, yes(amina));
    expect(one(stuck, 1).state).toEqual({ status: 'open', stuck: 'role-gone' });
    const there = { ...stuck, roles: asked.roles };
    expect(status(after(there, yes(dev, 1, 'try again')))).toBe('agreed');
  });

  it('times over the caps are refused when they are suggested, however many would say yes', () => {
    const schedule = { days: [1, 2, 3, 4], time: '10:00', everyWeeks: 1, anchor: '2027-03-01' } as const;
    const step = {
      type: 'Suggest',
      by: priya,
      change: { about: 'schedule', schedule },
      text: '',
      atOnce: false,
    } as const;
    expect(decided(aBook(), step)).toMatchObject({ refused: 'times', details: { code: 'too-many-days' } });
  });

  it('what a coordinator sets at once holds, and is marked as not agreed until each other side says yes', () => {
    const set = { ...suggest(priya), atOnce: true } as const;
    expect(refusedBy(aBook(), { ...suggest(dev), atOnce: true } as never)).toBe('coordinators-only');
    const book = { ...after(aBook(), set), home: huddleOf(start, { purpose: 'a warm room' }) };
    expect(partNow('purpose', book)).toMatchObject({
      text: 'a warm room',
      isAgreed: false,
      missing: ['using', 'creative'],
    });
    const ended = after(book, yes(dev), yes(tomos));
    expect(partNow('purpose', ended)).toMatchObject({ isAgreed: true, missing: [], number: 1 });
    const late = rung(book, 1, daysOn(21)).reduce((each, event) => evolveProposal(each, event), book);
    expect(partNow('purpose', late)).toMatchObject({ text: 'a warm room', isAgreed: false });
  });

  it('a rule for one thing leaves the others as they are, and the newest one about a thing holds', () => {
    const rule = (text: string) =>
      ({ type: 'Suggest', by: priya, change: { about: 'rules' }, text, atOnce: true }) as const;
    const book = after(aBook(), rule("photos: the trust's\nmoney: the charity's"), rule('Photos: ours'));
    expect(partNow('rules', book).text).toBe("Photos: ours\nmoney: the charity's");
  });
});
