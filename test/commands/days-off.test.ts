import { describe, expect, it } from 'vitest';
import { readDaysOff, readDaysOffFields } from '../../src/commands/days-off.ts';
import { parseCommand } from '../../src/commands/registry.ts';

/** A Wednesday. */
const today = '2027-03-03';
const given = { now: '2027-03-03T12:00:00.000Z', today, zone: 'Europe/London', groups: [] };
const intent = (line: string) => parseCommand(line, given)?.intent;

describe('days off', () => {
  it.each([
    ['until 20 March', today, '2027-03-20'],
    ['until Friday, please', today, '2027-03-05'],
    ['till the end of March', today, '2027-03-31'],
    ['until tomorrow', today, '2027-03-04'],
    ['from 8 March to 10 March', '2027-03-08', '2027-03-10'],
    ['8 to 10 March', '2027-03-08', '2027-03-10'],
    ['from the 8th until the 10th', '2027-03-08', '2027-03-10'],
    ['from Friday to Tuesday', '2027-03-05', '2027-03-09'],
    ['20 December to 3 January 2028', '2027-12-20', '2028-01-03'],
    ['from 10 March to 8 March', '2027-03-10', '2027-03-08'],
    ['for 2 weeks', today, '2027-03-16'],
    ['for a week', today, '2027-03-09'],
    ['for today', today, today],
    ['on Friday', '2027-03-05', '2027-03-05'],
    ['8 March', '2027-03-08', '2027-03-08'],
  ])('"%s" are %s to %s', (words, first, last) => {
    expect(readDaysOff(words, today)).toEqual({ first, last });
  });

  it.each(['', 'until I am well', 'for now', 'from work to home', 'the music'])('"%s" are none', (words) => {
    expect(readDaysOff(words, today)).toBeNull();
  });

  it.each([
    ['pause until 20 March', 'until 20 March'],
    ['Pause me until 20 March.', 'until 20 March'],
    ['take a break until 20 March', 'until 20 March'],
    ['break until Friday', 'until Friday'],
    ['break for 2 weeks', 'for 2 weeks'],
    ['days off 3 March to 10 March', '3 March to 10 March'],
    ['day off tomorrow', 'tomorrow'],
    ['pause from 3 Mrach to 10 March', 'from 3 Mrach to 10 March'],
  ])('are asked for with "%s"', (line, words) => {
    expect(intent(line)).toEqual({ family: 'people', want: 'days-off', typed: { line: words } });
  });

  it('named alone open the form', () => {
    expect(intent('days off')).toEqual({ family: 'people', want: 'days-off', typed: null });
  });

  it('a pause in which no day can be read is a pause', () => {
    expect(intent('pause until I am well')).toEqual({ family: 'people', want: 'pause', unread: true });
    for (const line of ['pause', 'pause for now', 'pause me please'])
      expect(intent(line)).toEqual({ family: 'people', want: 'pause' });
  });

  it.each([
    'break the ice with a game',
    'days off are hard for me',
    'break for lunch was too short',
    'a day off helps',
  ])('"%s" is no command but may be an answer', (line) => {
    const read = intent(line);
    expect(read === undefined ? 'offer' : read.want).toBe('offer');
  });

  it('"away until" is not theirs: that is how a coordinator names who covers for them', () => {
    expect(intent('away until 20 March, Ellis covers')).not.toMatchObject({ want: 'days-off' });
  });

  it('of the form begin today where no first day is given, and the wrong field is named', () => {
    expect(readDaysOffFields({ first: '', last: '2027-03-20' }, today)).toEqual({ first: today, last: '2027-03-20' });
    expect(readDaysOffFields({ first: '2027-03-08', last: '' }, today)).toBe('last');
    expect(readDaysOffFields({ first: 'soon', last: '2027-03-20' }, today)).toBe('first');
  });
});
