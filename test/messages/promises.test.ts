import { describe, expect, it } from 'vitest';
import type { PromiseRefusalCode } from '../../src/domain/commitment.ts';
import type { Huddle } from '../../src/domain/huddle.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { refuse } from '../../src/domain/refusal.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import type { PromiseFacts } from '../../src/messages/promise-actions.ts';
import {
  dueNote,
  lateNote,
  offerNote,
  pickUpNote,
  settledNote,
  unansweredNote,
} from '../../src/messages/promise-notes.ts';
import { promiseRefusal } from '../../src/messages/promise-refusals.ts';
import { promiseList } from '../../src/messages/promises.ts';
import {
  after,
  amina,
  dev,
  emptyBook,
  huddle,
  jo,
  making,
  on,
  promiseIn,
  refusalOf,
  ruth,
  zone,
} from '../domain/commitment-given.ts';

const now = on('2027-02-10');
const willow: Huddle = {
  id: huddle,
  name: 'Willow',
  purpose: null,
  zone,
  groups: [],
  checkIn: null,
  digest: { weekday: 2, time: '09:00' },
  nextDigestAt: null,
  quiet: { from: '20:00', to: '08:00' },
  groupLines: 'on',
  listening: false,
  setUpBy: ruth,
  setUpAt: now,
  version: 1,
};
const names = new Map<PersonId, string>([
  [amina, 'Amina'],
  [dev, 'Dev'],
  [ruth, 'Ruth'],
  [jo, 'Jo'],
]);
const factsOf = (book: PromiseFacts['book'], at = now): PromiseFacts => ({ huddle: willow, book, names, now: at });

const open = after(emptyBook(), making(ruth, '2027-02-17'));
const claimed = after(open, { type: 'Claim', now, by: ruth, number: 1, proof: null });

describe('a no of the rules says what to do next', () => {
  it('whose yes is needed, in words for people', () => {
    const yes = { type: 'Agree', now, by: jo, number: 1, but: null } as const;
    expect(promiseRefusal(refusalOf(claimed, yes) as never)).toBe(
      'We need a yes from someone who uses the service, or a carer.',
    );
    const forStaff = after(emptyBook(), making(ruth, '2027-02-17', 'running'), {
      type: 'Claim',
      now,
      by: ruth,
      number: 1,
      proof: null,
    });
    const colleague = { ...yes, by: 'graham' as PersonId };
    expect(promiseRefusal(refusalOf(forStaff, colleague) as never)).toBe(
      'We need a yes from someone who is not staff.',
    );
  });

  it('what a number is, to someone who took it for something else', () => {
    const kept = after(claimed, { type: 'Agree', now, by: amina, number: 1, but: null });
    expect(promiseRefusal(refusalOf(kept, { type: 'Claim', now, by: ruth, number: 1, proof: null }) as never)).toBe(
      'Promise 1 is done. There was a yes to it.',
    );
    expect(promiseRefusal(refusalOf(open, { type: 'Agree', now, by: amina, number: 1, but: null }) as never)).toBe(
      'Promise 1 is open. Nothing on it waits for a yes.',
    );
  });

  it('every code has its sentence', () => {
    const codes: readonly PromiseRefusalCode[] = [
      'not-a-member',
      'what-needed',
      'too-many-owners',
      'owner-not-here',
      'no-such-promise',
      'nothing-waits-for-you',
      'none-of-yours',
      'not-the-owner',
      'not-asked-of-you',
      'own-promise',
      'claim-waits',
      'offer-waits',
      'suggestion-waits',
      'pick-up-waits',
      'already-yes',
      'reason-needed',
      'change-needed',
      'not-looking',
      'already-owner',
      'cannot-undo',
      'cannot-correct',
    ];
    for (const code of codes) expect(promiseRefusal(refuse(code, { number: 12 }))).toMatch(/^[A-Z].*\.$/);
  });
});

describe('a note to one person', () => {
  const offered = after(emptyBook(), {
    type: 'Make',
    now,
    by: ruth,
    what: 'see the therapist',
    owners: [dev],
    forSide: null,
    due: '2027-03-01',
  });
  const disputed = after(claimed, { type: 'NotYet', now, by: amina, number: 1, missing: 'my own words', named: true });
  const kept = after(claimed, { type: 'Agree', now, by: amina, number: 1, but: 'my own words' });
  const looking = after(emptyBook(), making(amina, '2027-02-17'), {
    type: 'PickUp',
    now: on('2027-02-26'),
    by: jo,
    number: 1,
  });
  const notes = {
    offer: offerNote(promiseIn(offered, 1), factsOf(offered), dev),
    due: dueNote(promiseIn(open, 1), factsOf(open)),
    late: lateNote(promiseIn(open, 1), factsOf(open), on('2027-02-23', '09:00')),
    unanswered: unansweredNote(promiseIn(claimed, 1), factsOf(claimed)),
    'pick up': pickUpNote(promiseIn(looking, 1), factsOf(looking)),
    kept: settledNote(promiseIn(kept, 1), 'kept', factsOf(kept)),
    'not yet': settledNote(promiseIn(disputed, 1), 'not-yet', factsOf(disputed)),
  };

  it.each(Object.entries(notes))(
    '%s: the lock screen shows its number and its buttons, and nobody’s words',
    (_name, note) => {
      const whole = note === null ? '' : plainText(note.blocks);
      const summary = note?.summary ?? '';
      expect(whole).toMatch(/therapist|art room|my own words/);
      expect(summary).not.toMatch(/therapist|art room|my own words/);
      expect(summary).toMatch(/(?:promise|number) 1\b/i);
      for (const [button] of whole.matchAll(/\[[^\]]+\]/g)) expect(summary).toContain(button);
    },
  );

  it('is not sent once there is news', () => {
    expect(dueNote(promiseIn(claimed, 1), factsOf(claimed))).toBeNull();
    expect(lateNote(promiseIn(claimed, 1), factsOf(claimed), now)).toBeNull();
    expect(unansweredNote(promiseIn(kept, 1), factsOf(kept))).toBeNull();
  });
});

describe('the list', () => {
  it('stays short, however many promises there are', () => {
    const many = after(emptyBook(), ...Array.from({ length: 40 }, () => making(ruth, '2027-02-17')));
    const { blocks } = promiseList(factsOf(many), ruth);
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(plainText(blocks)).toContain('And 25 more.');
  });

  it('what was taken back is not in it', () => {
    const book = after(open, { type: 'Undo', now: on('2027-02-08'), by: ruth, number: 1 });
    expect(plainText(promiseList(factsOf(book), ruth).blocks)).not.toContain('art room');
  });
});
