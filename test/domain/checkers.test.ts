import { describe, expect, it } from 'vitest';
import { toTalkAbout } from '../../src/domain/agenda.ts';
import { digestWakesAt, draftAt } from '../../src/domain/draft.ts';
import { defaultGroups, huddleOf, person } from './measuring.ts';

const week = (status: string, agenda: readonly { readonly kind: 'honest' }[] = []) => ({
  promises: [{ number: 1, status }],
  record: { made: 3 },
  agenda,
});
const good = [week('kept'), week('open'), week('kept'), week('kept')];
const kinds = (...given: Parameters<typeof toTalkAbout>) => toTalkAbout(...given).map(({ kind }) => kind);

describe('to talk about next', () => {
  it('asks about honesty once there was nothing for 5 weeks that could not be done, and not again the week after', () => {
    const none = { promises: [], added: [] };
    expect(kinds([], { ...none, earlier: good })).toEqual(['honest']);
    expect(kinds([], { ...none, earlier: good.slice(1) })).toEqual([]);
    expect(kinds([], { ...none, earlier: [week('could-not'), ...good] })).toEqual([]);
    expect(kinds([], { ...none, earlier: [week('kept', [{ kind: 'honest' }]), ...good] })).toEqual([]);
  });

  it('is at most 3 things, those first that people who check put there', () => {
    const lines = [1, 2, 3, 4].map((number) => ({ number, status: number < 3 ? 'could-not' : 'late' }));
    const told = toTalkAbout(lines, { promises: [], added: [4, 9] });
    expect(told).toEqual([
      { kind: 'asked', number: 4 },
      { kind: 'new-date', number: 1 },
      { kind: 'new-date', number: 2 },
    ]);
  });
});

describe('the draft', () => {
  const base = { ...huddleOf(defaultGroups), digest: { weekday: 1, time: '09:00' } as const };
  const people = [{ person: person('amina'), standIn: false, willing: true }];

  it('comes at the same time of day, across a change of the clocks too', () => {
    // On Sunday 28 March the clocks went forward.
    const huddle = { ...base, zone: 'Europe/London', nextDigestAt: '2027-03-29T08:00:00.000Z' };
    expect(draftAt(huddle)).toBe('2027-03-28T08:00:00.000Z');
    expect(draftAt({ ...huddle, nextDigestAt: '2027-03-28T08:00:00.000Z' })).toBe('2027-03-27T09:00:00.000Z');
  });

  it('is waited for only where it is checked, and until it was cut', () => {
    const huddle = { ...base, zone: 'Europe/London', nextDigestAt: '2027-03-08T09:00:00.000Z' };
    const checkers = { people, isOn: true, askedAt: '2027-03-01T09:00:00.000Z' };
    expect(digestWakesAt(huddle)).toBe('2027-03-08T09:00:00.000Z');
    expect(digestWakesAt({ ...huddle, checkers })).toBe('2027-03-07T09:00:00.000Z');
    const empty = { stood: [], sentTo: [], right: [], cannot: [], hidden: [], talk: [] };
    const draft = { ...empty, monday: '2027-03-01', at: '2027-03-07T09:00:00.000Z' };
    expect(digestWakesAt({ ...huddle, checkers: { ...checkers, draft } })).toBe('2027-03-08T09:00:00.000Z');
  });
});
