import { describe, expect, it } from 'vitest';
import { endedPass, isGuest, guestIdentity, lets, newPass, renewedPass } from '../../src/domain/guest.ts';
import type { HuddleId, PersonId } from '../../src/domain/ids.ts';

const now = '2027-03-01T10:00:00.000Z';
const pass = newPass({ user: 'u1', huddle: 'willow' as HuddleId, person: 'sam' as PersonId }, now);
/** The days on which the clocks change make no difference: 90 times 24 hours. */
const lastMoment = '2027-05-30T09:59:59.999Z';

describe('the link of a guest', () => {
  it('works for 90 days and not a moment longer', () => {
    expect(lets(pass, { serial: 1, now: lastMoment })).toBe(true);
    expect(lets(pass, { serial: 1, now: '2027-05-30T10:00:00.000Z' })).toBe(false);
  });

  it('stops working when a new one is given, which then works for 90 days of its own', () => {
    const newer = renewedPass(pass, lastMoment);
    expect([1, 2].map((serial) => lets(newer, { serial, now: lastMoment }))).toEqual([false, true]);
    expect(lets(newer, { serial: 2, now: '2027-08-28T09:00:00.000Z' })).toBe(true);
  });

  it('never works again once it was ended, not even beside a new one', () => {
    const ended = endedPass(pass, now);
    expect([1, 2].map((serial) => lets(ended, { serial, now }))).toEqual([false, false]);
    const after = renewedPass(endedPass(ended, lastMoment), lastMoment);
    expect([1, 2, 3].map((serial) => lets(after, { serial, now: lastMoment }))).toEqual([false, false, true]);
  });

  it('is known by its own workspace, so that nobody of the room or of a chat is taken for a guest', () => {
    expect(isGuest(guestIdentity('u1'))).toBe(true);
    expect(isGuest({ platform: 'web', workspace: 'room', user: 'u1' })).toBe(false);
    expect(isGuest({ platform: 'slack', workspace: 'guests', user: 'u1' })).toBe(false);
  });
});
