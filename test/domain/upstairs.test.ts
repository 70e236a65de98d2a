import { describe, expect, it } from 'vitest';
import { askWithout } from '../../src/domain/forget-asks.ts';
import type { HuddleId, PersonId } from '../../src/domain/ids.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { AskBook, AskCommand } from '../../src/domain/upstairs.ts';
import { evolveAsk } from '../../src/domain/upstairs-evolve.ts';
import { daysWaiting, decideAsk, inTurn } from '../../src/domain/upstairs-rules.ts';

const willow = 'willow' as HuddleId;
const [amina, dev, priya] = ['amina', 'dev', 'priya'] as unknown as [PersonId, PersonId, PersonId];
const monday = '2027-03-01T10:00:00.000Z';
const empty: AskBook = {
  huddle: willow,
  zone: 'Europe/London',
  coordinators: new Set([priya]),
  nextNumber: 1,
  ask: null,
};

type Part<Of> = Of extends AskCommand ? Omit<Of, 'huddle' | 'now'> : never;
const command = (part: Part<AskCommand>, now = monday): AskCommand => ({ ...part, huddle: willow, now });

/** The book after these, or the code of the first that was refused. */
function after(parts: readonly Part<AskCommand>[]): AskBook | string {
  let book = empty;
  for (const part of parts) {
    const events = decideAsk(command(part), book);
    if (isRefusal(events)) return events.refused;
    book = events.reduce(evolveAsk, book);
  }
  return book;
}

const asked = { type: 'AskUpstairs', by: amina, text: ' a paid trainer ' } as const;
const no = { type: 'AnswerAsk', by: priya, number: 1, says: 'no', words: 'no money' } as const;

describe('an ask', () => {
  it('is anybody’s to make, and waits', () => {
    expect(after([asked])).toMatchObject({ ask: { number: 1, text: 'a paid trainer', state: { status: 'waiting' } } });
    expect(after([{ ...asked, text: ' ' }])).toBe('ask-needed');
    expect(after([{ ...asked, text: 'a'.repeat(301) }])).toBe('ask-too-long');
  });

  it('is answered by a coordinator, and a no or a part without words is refused', () => {
    expect(after([asked, { ...no, by: dev }])).toBe('ask-coordinators-only');
    expect(after([asked, { ...no, words: ' ' }])).toBe('ask-reason-needed');
    expect(after([asked, { ...no, says: 'part', words: null }])).toBe('ask-part-needed');
    expect(after([asked, { ...no, says: 'yes', words: null }])).toMatchObject({
      ask: { state: { answer: { says: 'yes', words: null } } },
    });
  });

  it('keeps an answer that is put right in its history', () => {
    const book = after([asked, no, { ...no, says: 'yes', words: 'from May' }]);
    expect(book).toMatchObject({
      ask: { state: { answer: { says: 'yes' } }, history: [{ answer: { says: 'no', words: 'no money' } }] },
    });
    expect(after([asked, no, no])).toBe('ask-as-it-is');
  });

  it('is put in other words by whoever asked or a coordinator, until it is answered', () => {
    const mend = { type: 'MendAsk', number: 1, text: 'a trainer', by: amina } as const;
    expect(after([asked, { ...mend, by: dev }])).toBe('ask-not-yours');
    expect(after([asked, no, mend])).toBe('ask-answered');
    expect(after([asked, { ...mend, by: priya }])).toMatchObject({
      ask: { text: 'a trainer', wordsBy: priya, history: [{ text: 'a paid trainer', answer: null, by: amina }] },
    });
  });

  it('is taken back by whoever asked alone, and nothing happens to it after that', () => {
    const back = { type: 'TakeBackAsk', number: 1, by: amina } as const;
    expect(after([asked, { ...back, by: priya }])).toBe('ask-not-yours-to-take-back');
    expect(after([asked, no, back])).toBe('ask-answered');
    expect(after([asked, back])).toMatchObject({ ask: { state: { status: 'taken-back' } } });
    expect(after([asked, back, no])).toBe('ask-taken-back');
  });
});

describe('the wait for an answer', () => {
  const ask = { askedAt: '2027-03-08T23:30:00.000Z', state: { status: 'waiting' } } as const;

  it('is told in days of the huddle’s own calendar, over a clock change too', () => {
    expect(daysWaiting(ask, '2027-03-08T23:59:00.000Z', 'Europe/London')).toBe(0);
    expect(daysWaiting(ask, '2027-03-09T00:01:00.000Z', 'Europe/London')).toBe(1);
    // The clocks go forward on 28 March: 23:30 UTC is the next day in London then.
    expect(daysWaiting(ask, '2027-03-28T23:30:00.000Z', 'Europe/London')).toBe(21);
  });

  it('ends with the answer', () => {
    const answer = { says: 'yes', words: null, notedBy: priya, at: '2027-03-12T10:00:00.000Z' } as const;
    const answered = { ...ask, state: { status: 'answered', answer } } as const;
    expect(daysWaiting(answered, '2027-06-01T10:00:00.000Z', 'Europe/London')).toBe(4);
  });

  it('puts the longest wait on top, and what is settled after it, the newest first', () => {
    const one = (number: number, state: { status: 'waiting' } | { status: 'taken-back'; at: string }) => ({
      huddle: willow,
      number,
      text: 'tea',
      askedBy: amina,
      askedAt: monday,
      wordsBy: amina,
      state,
      history: [],
      version: 1,
    });
    const back = { status: 'taken-back', at: monday } as const;
    const all = [one(1, back), one(2, { status: 'waiting' }), one(3, back), one(4, { status: 'waiting' })];
    expect(inTurn(all).map(({ number }) => number)).toEqual([2, 4, 3, 1]);
  });
});

describe('an ask of someone who was forgotten', () => {
  it('stays, without them and without how they had put it before', () => {
    const book = after([asked, { type: 'MendAsk', number: 1, by: amina, text: 'a room for Amina' }]);
    if (typeof book === 'string' || book.ask === null) throw new Error('no ask');
    let next = 0;
    const newGone = () => `gone-${String(++next)}` as PersonId;
    const left = askWithout(book.ask, { person: amina, name: 'Amina', instead: 'a member', now: monday, newGone });
    expect(left).toMatchObject({ text: 'a room for a member', history: [{ text: '…' }] });
    expect(JSON.stringify(left)).not.toMatch(/amina/i);
  });
});
