import { describe, expect, it } from 'vitest';
import type { Side } from '../../src/domain/huddle.ts';
import type { GroupKey, PersonId } from '../../src/domain/ids.ts';
import {
  decideMeeting,
  evolveMeeting,
  type MeetingBook,
  type MeetingCommand,
  type Noted,
} from '../../src/domain/meeting.ts';
import { thereShown } from '../../src/domain/meeting-there.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { huddleOf, memberOf, willow, type Name } from '../app/stage.ts';

const now = '2027-03-04T10:00:00.000Z';
const person = (name: string) => name as PersonId;
const [amina, dev, ruth, priya, tomos] = ['amina', 'dev', 'ruth', 'priya', 'tomos'].map(person) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
const here = new Map<PersonId, readonly Side[]>([
  [amina, ['using']],
  [dev, ['using', 'running']],
  [ruth, ['running']],
  [priya, ['running']],
  [tomos, ['creative']],
]);
const book: MeetingBook = {
  huddle: willow,
  zone: 'Europe/London',
  meeting: null,
  nextNumber: 1,
  waiting: 0,
  here,
  coordinators: new Set([priya]),
  promises: new Set([12]),
};
const noted: Noted = {
  heldOn: '2027-03-03',
  there: [{ group: 'staff' as GroupKey, people: 3 }],
  said: { promises: [], yeses: [], ideas: [] },
};
const basis = { huddle: willow, now };

function given(by: PersonId = priya, changes: Partial<Noted> = {}, state: MeetingBook = book): MeetingBook {
  return done({ type: 'NoteMeeting', ...basis, by, ...noted, ...changes }, state);
}

function done(command: MeetingCommand, state: MeetingBook): MeetingBook {
  const events = decideMeeting(command, state);
  if (isRefusal(events)) throw new Error(events.refused);
  return events.reduce(evolveMeeting, state);
}

function no(command: MeetingCommand, state: MeetingBook): string | null {
  const events = decideMeeting(command, state);
  return isRefusal(events) ? events.refused : null;
}

const note = (changes: Partial<Noted>) => no({ type: 'NoteMeeting', ...basis, by: priya, ...noted, ...changes }, book);
const confirm = (by: PersonId, state: MeetingBook) =>
  no({ type: 'ConfirmMeeting', ...basis, by, number: 1, noted: null }, state);

describe('notes of a meeting', () => {
  it('are of a day that has been, and not long ago', () => {
    expect(note({ heldOn: '2027-03-04' })).toBeNull();
    expect(note({ heldOn: '2027-03-05' })).toBe('meeting-to-come');
    expect(note({ heldOn: '2026-12-04' })).toBeNull();
    expect(note({ heldOn: '2026-12-03' })).toBe('meeting-long-ago');
  });

  it('say how many were there, and not more than a hall holds', () => {
    expect(note({ there: [] })).toBe('nobody-there');
    expect(note({ there: [{ group: 'staff' as GroupKey, people: 201 }] })).toBe('too-many-there');
  });

  it('hold promises by the rules of promises', () => {
    const promise = { what: 'paint', due: '2027-03-17', forSide: null, owners: [] };
    const said = (change: object) => note({ said: { ...noted.said, promises: [{ ...promise, ...change }] } });
    expect(said({})).toBeNull();
    expect(said({ due: '2027-03-03' })).toBe('promise-day');
    expect(said({ what: 'x'.repeat(301) })).toBe('promise-words');
    expect(said({ owners: [person('nobody')] })).toBe('promise-owners');
    expect(said({ owners: [amina, dev, ruth] })).toBe('promise-owners');
    expect(note({ said: { ...noted.said, promises: Array.from({ length: 7 }, () => promise) } })).toBe(
      'too-many-lines',
    );
  });

  it('name only promises that there are', () => {
    const yes = (promise: number) => note({ said: { ...noted.said, yeses: [{ promise, people: [] }] } });
    expect([yes(12), yes(13)]).toEqual([null, 'yes-unknown']);
  });
});

describe('a yes to the notes', () => {
  it('comes from another side than the note-taker’s, and never from the note-taker', () => {
    const state = given(priya);
    expect(confirm(priya, state)).toBe('own-notes');
    expect(confirm(ruth, state)).toBe('same-side');
    expect(confirm(amina, state)).toBeNull();
    expect(confirm(tomos, state)).toBeNull();
  });

  it('is not had from someone who is on both sides', () => {
    expect(confirm(dev, given(priya))).toBe('same-side');
    expect(confirm(ruth, given(dev))).toBe('same-side');
    expect(confirm(tomos, given(dev))).toBeNull();
  });

  it('may come from anyone else where nobody here is of another side', () => {
    const alike = new Map([ruth, priya].map((one) => [one, ['running'] as const]));
    const state = given(priya, {}, { ...book, here: alike });
    expect(confirm(ruth, state)).toBeNull();
    expect(confirm(priya, state)).toBe('own-notes');
  });

  it('is to the version that was read, and to none that is being put right', () => {
    const state = given(priya);
    const old = { type: 'ConfirmMeeting', ...basis, by: amina, number: 1, noted: '2027-03-04T09:00:00.000Z' } as const;
    expect(no(old, state)).toBe('meeting-changed');
    const wrong = done({ type: 'SayMeetingWrong', ...basis, by: ruth, number: 1, what: '4 were there' }, state);
    expect(confirm(amina, wrong)).toBe('meeting-changed');
    const mended = done({ type: 'MendMeeting', ...basis, by: priya, number: 1, ...noted }, wrong);
    expect(confirm(amina, mended)).toBeNull();
  });

  it('is given once, and nothing is said to be wrong after it', () => {
    const state = done({ type: 'ConfirmMeeting', ...basis, by: amina, number: 1, noted: now }, given(priya));
    expect(confirm(tomos, state)).toBe('meeting-settled');
    const late = { type: 'SayMeetingWrong', ...basis, by: ruth, number: 1, what: 'no' } as const;
    expect(no(late, state)).toBe('meeting-settled');
    expect(JSON.stringify(state.meeting)).not.toContain('said');
  });
});

describe('what is wrong', () => {
  it('keeps all that was typed, for the note-taker to put right', () => {
    const said = { ...noted.said, ideas: [{ text: 'a bench', group: null }] };
    const wrong = done(
      { type: 'SayMeetingWrong', ...basis, by: amina, number: 1, what: 'a mural' },
      given(priya, { said }),
    );
    expect(wrong.meeting?.state).toMatchObject({ status: 'wrong', said, what: 'a mural' });
    const mend = (by: PersonId) => no({ type: 'MendMeeting', ...basis, by, number: 1, ...noted }, wrong);
    expect([mend(priya), mend(amina)]).toEqual([null, 'not-your-notes']);
  });

  it('is for those who run the huddle once the note-taker is not here, and then the notes are theirs', () => {
    const left = { ...given(ruth), here: new Map([...here].filter(([one]) => one !== ruth)) };
    expect(no({ type: 'DropMeeting', ...basis, by: amina, number: 1 }, left)).toBe('not-your-notes');
    const mended = done({ type: 'MendMeeting', ...basis, by: priya, number: 1, ...noted }, left);
    expect(mended.meeting?.notedBy).toBe(priya);
    expect(confirm(priya, mended)).toBe('own-notes');
  });
});

describe('who was there', () => {
  const huddle = huddleOf(now);
  const names: readonly Name[] = ['Amina', 'Dev', 'Ellis', 'Ruth', 'Graham', 'Priya', 'Tomos', 'Lena', 'Jo'];
  const members = names.map((name) => memberOf(name, huddle, now));
  const shown = (counts: Readonly<Record<string, number>>, changes = {}) => {
    const there = Object.entries(counts).map(([group, people]) => ({ group: group as GroupKey, people }));
    return thereShown({ there, heldOn: '2027-03-03' }, { huddle: { ...huddle, ...changes }, members });
  };

  it('is shown by group where every line has three people or more', () => {
    expect(shown({ service: 3, staff: 4, artists: 3 })).toEqual({
      people: 10,
      lines: [
        { who: { group: 'service' }, people: 3 },
        { who: { group: 'staff' }, people: 4 },
        { who: { group: 'artists' }, people: 3 },
      ],
    });
  });

  it('is shown in coarser lines, or the total alone, where one would have fewer', () => {
    const lines = shown({ service: 4, staff: 2, artists: 1 }).lines?.map(({ people }) => people);
    expect(lines).toEqual([4, 3]);
    expect(shown({ service: 2, staff: 3, artists: 2 })).toEqual({ people: 7, lines: null });
  });

  it('never shows that nobody of a group came', () => {
    expect(shown({ staff: 3, artists: 3 }).lines).toBeNull();
  });

  it('is the total alone where the huddle shows no numbers by group', () => {
    expect(shown({ service: 3, staff: 4, artists: 3 }, { groupLines: 'off' }).lines).toBeNull();
  });
});
