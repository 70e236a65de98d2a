import { describe, expect, it } from 'vitest';
import type { Given } from '../../src/commands/intent.ts';
import { partNotes, readNotes } from '../../src/commands/meeting-line.ts';
import { parseCommand } from '../../src/commands/registry.ts';
import type { GroupKey } from '../../src/domain/ids.ts';

const group = (key: string, name: string, side: 'using' | 'running' | 'creative') => ({
  key: key as GroupKey,
  name,
  side,
});
const given: Given = {
  now: '2027-03-04T10:00:00.000Z',
  today: '2027-03-04',
  zone: 'Europe/London',
  groups: [
    group('service', 'People who use the service', 'using'),
    group('staff', 'Staff', 'running'),
    group('funders', 'Managers and funders', 'running'),
    group('artists', 'Artists', 'creative'),
  ],
};

function read(line: string) {
  const typed = partNotes(line, given.today);
  return typed === null ? null : readNotes(typed, given);
}

const counts = (line: string) => read(line)?.there.map(({ group: key, people }) => [key, people]);

describe('met', () => {
  it('reads a whole meeting from one line', () => {
    const line =
      'on 3 March: 3 staff, 2 artists, 4 people who use the service; promise: we will paint the hall by 17 March, owner Ruth; idea: a bench; yes 12 from Dev and Amina';
    expect(read(line)).toEqual({
      heldOn: '2027-03-03',
      there: [
        { group: 'staff', people: 3 },
        { group: 'artists', people: 2 },
        { group: 'service', people: 4 },
      ],
      unreadThere: null,
      promises: [{ what: 'paint the hall', due: '2027-03-17', owners: [{ name: 'Ruth' }], forSide: null }],
      yeses: [{ promise: 12, people: [{ name: 'Dev' }, { name: 'Amina' }] }],
      unreadYes: null,
      ideas: [{ text: 'a bench', group: null }],
      unread: null,
    });
  });

  it('reads numbers in words, a group with an "and" in its name, and no day as today', () => {
    const line = 'three staff and 2 managers and funders, 1 artist';
    expect(counts(line)).toEqual([
      ['staff', 3],
      ['funders', 2],
      ['artists', 1],
    ]);
    expect(read(line)?.heldOn).toBe('2027-03-04');
  });

  it('reads an idea with the group that it came from, and leaves other words before a colon in it', () => {
    const ideas = read('3 staff; idea from artists: a mural; idea from next week: quiet hours')?.ideas;
    expect(ideas).toEqual([
      { text: 'a mural', group: 'artists' },
      { text: 'from next week: quiet hours', group: null },
    ]);
  });

  it('says what it cannot read', () => {
    expect(read('3 staff, 2 wizards')?.unreadThere).toBe('wizards');
    expect(read('on 31 April: 3 staff')?.heldOn).toBeNull();
    expect(read('3 staff; it went well')?.unread).toBe('it went well');
  });

  it('is no command when somebody is only talking', () => {
    for (const talk of ['met with Dev today', 'we met on Tuesday to talk about tea', 'we met yesterday: it went well'])
      expect(parseCommand(talk, given)?.intent.want, talk).toBe('offer');
  });
});

describe('meetings N', () => {
  it('shows, confirms, says what is wrong, puts right and takes back', () => {
    const want = (line: string) => parseCommand(line, given)?.intent;
    expect(want('meetings')).toMatchObject({ want: 'list' });
    expect(want('meeting 2')).toMatchObject({ want: 'show', number: 2 });
    expect(want('meeting 2 is right')).toMatchObject({ want: 'right', number: 2 });
    expect(want('meeting 2 is wrong because 4 were there')).toMatchObject({ want: 'wrong', what: '4 were there' });
    expect(want('meeting 2 is wrong')).toMatchObject({ want: 'wrong', what: null });
    expect(want('meeting 2 put right')).toMatchObject({ want: 'note', number: 2, typed: null });
    expect(want('meeting 2 take back')).toMatchObject({ want: 'drop', number: 2 });
    expect(want('meeting 2 was boring')).toMatchObject({ want: 'offer' });
    expect(want('meetings are too long')).toMatchObject({ want: 'offer' });
  });
});
