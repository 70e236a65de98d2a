import { describe, expect, it } from 'vitest';
import { pageWithout } from '../../src/domain/forget-pages.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { nextNoteAt, noteFrom } from '../../src/domain/sponsor-note.ts';
import { callName } from '../../src/domain/told-page.ts';
import { nameless, pageFacts } from '../../src/domain/told-page-facts.ts';
import { samplePage } from '../support/sample-sponsor.ts';
import { anAsk, aPromise } from '../storage/samples.ts';

const [from, to] = ['2027-02-01T09:00:00.000Z', '2027-03-01T09:00:00.000Z'];
const person = 'ruth' as PersonId;
const couldNot = { status: 'could-not', by: person, at: to } as const;

function factsOf(sources: Partial<Parameters<typeof pageFacts>[0]>) {
  const none = { promises: [], asks: [], digests: [], before: [], names: [], instead: 'one of us' };
  return pageFacts({ zone: 'Europe/London', from, to, ...none, ...sources });
}

describe('what a page tells', () => {
  it('an ask open 21 days is told with 21 days', () => {
    const ask = anAsk({ askedAt: '2027-02-08T10:00:00.000Z', state: { status: 'waiting' } });
    expect(factsOf({ asks: [ask] }).waiting).toEqual([{ number: 1, text: 'A paid peer trainer', days: 21 }]);
  });

  it('every could-not of the time is in it, however many there are, with its reason', () => {
    const promises = Array.from({ length: 80 }, (_, at) =>
      aPromise({
        number: at + 1,
        state: couldNot,
        reason: `reason ${String(at)}`,
        madeAt: from,
        movedAt: at < 40 ? '2027-02-01T09:00:00.001Z' : to,
      }),
    );
    const told = factsOf({ promises }).couldNot;
    expect(told.map(({ number, reason }) => [number, reason])).toEqual(
      promises.map(({ number, reason }) => [number, reason]),
    );
  });

  it('what moved before or after is told by another page, so each end is told once', () => {
    const at = (movedAt: string) => [aPromise({ state: couldNot, reason: 'no', madeAt: from, movedAt })];
    expect(factsOf({ promises: at(from) }).couldNot).toEqual([]);
    expect(factsOf({ promises: at('2027-03-01T09:00:00.001Z') }).couldNot).toEqual([]);
    expect(factsOf({ promises: at(to) }).couldNot).toHaveLength(1);
  });

  it('what came late, after the page of its time was made, is told by the next one, once', () => {
    const late = aPromise({ number: 5, state: couldNot, reason: 'no', madeAt: from, movedAt: from });
    const earlier = factsOf({ to: from, from: '2027-01-01T09:00:00.000Z' });
    expect(factsOf({ promises: [late], before: [earlier] }).couldNot).toHaveLength(1);
    const told = factsOf({ promises: [late], to: from, from: '2027-01-01T09:00:00.000Z' });
    expect(told.couldNot).toHaveLength(1);
    expect(factsOf({ promises: [late], before: [told] }).couldNot).toEqual([]);
  });

  it('no name that is known stands in what people typed', () => {
    const plain = nameless({ names: ['Bell', 'Jo Bell', 'May'], instead: 'one of us' });
    expect(plain('Jo Bell may ask May')).toBe('one of us may ask one of us');
    const promise = aPromise({ state: couldNot, what: 'paint', reason: 'Ruth was away', madeAt: from, movedAt: to });
    expect(factsOf({ promises: [promise], names: ['Ruth'] }).couldNot[0]?.reason).toBe('one of us was away');
  });
});

describe('the time of a note', () => {
  it.each([
    ['2027-02-10T10:00:00.000Z', '2027-03-01T09:00:00.000Z'],
    ['2027-03-01T09:00:00.000Z', '2027-04-05T08:00:00.000Z'],
    ['2027-03-01T08:59:00.000Z', '2027-03-01T09:00:00.000Z'],
    ['2027-12-20T10:00:00.000Z', '2028-01-03T09:00:00.000Z'],
  ])('after %s the next is at %s: the first Monday of a month, at 9am in London', (now, next) => {
    expect(nextNoteAt(now, 'Europe/London')).toBe(next);
  });

  it('begins where the last posted one ended, whatever was made and not posted since', () => {
    const posted = { ...samplePage({ name: 'A', words: 'b' }), postedAt: to };
    const waiting = { ...posted, number: 2, postedAt: null };
    const at = { now: '2027-04-05T08:00:00.000Z', zone: 'Europe/London', setUpAt: from };
    expect(noteFrom([posted, waiting], at)).toBe(posted.facts.to);
    expect(noteFrom([], { ...at, setUpAt: '2027-04-01T08:00:00.000Z' })).toBe('2027-04-01T07:59:59.999Z');
    expect(noteFrom([], at)).toBe('2027-03-05T09:00:00.000Z');
  });
});

describe('a page after someone was forgotten', () => {
  const page = samplePage({ name: 'Graham Price', words: 'ask Zed for a room' });
  const gone = {
    person,
    name: 'Zed',
    instead: 'a member who has left',
    now: to,
    newGone: () => 'gone-1' as PersonId,
  };

  it('has their name no more, and every number and every could-not still', () => {
    const left = pageWithout(page, gone, []);
    expect(JSON.stringify(left)).not.toContain('Zed');
    const numbers = (one: typeof page) =>
      JSON.parse(JSON.stringify(one), (_key, value: unknown) => (typeof value === 'string' ? '' : value)) as unknown;
    expect(numbers(left)).toEqual(numbers(page));
    expect(left.facts.couldNot.map(({ number }) => number)).toEqual([12, 13]);
  });

  it('has no reason that was theirs alone to give', () => {
    const wiped = aPromise({ number: 12, reason: null, next: null, state: couldNot });
    expect(pageWithout(page, gone, [wiped]).facts.couldNot[0]).toMatchObject({ reason: '…', next: '…' });
  });

  it('and a sponsor who is called as they were is nobody in it', () => {
    expect(pageWithout({ ...page, sponsor: 'Zed, chair' }, gone, []).sponsor).toBe('a member who has left');
    expect(callName('Graham Price, commissioner')).toBe('Graham Price');
  });
});
