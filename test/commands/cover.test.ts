import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/commands/registry.ts';

const given = { now: '2027-03-01T10:00:00.000Z', today: '2027-03-01', zone: 'Europe/London', groups: [] };
const read = (line: string) => parseCommand(line, given)?.intent;

describe('away', () => {
  it.each([
    ['away until 20 March, Ellis covers', '2027-03-20', 'Ellis'],
    ['Away until Friday 12 March, Ruth Hill will cover for me.', '2027-03-12', 'Ruth Hill'],
    ['away until next Friday Ellis covers', '2027-03-12', 'Ellis'],
    ['away till 20/3, cover: Ellis', '2027-03-20', 'Ellis'],
    ['I am away until 4 February', '2028-02-04', null],
    ['away until 27 February 2027', '2027-02-27', null],
  ])('%s', (line, until, name) => {
    expect(read(line)).toMatchObject({ family: 'cover', want: 'away', until, cover: name === null ? null : { name } });
  });

  it('without a day asks for one, and other words are an answer', () => {
    expect(read('away until whenever')).toMatchObject({ want: 'away', until: null });
    expect(read('away')).toMatchObject({ want: 'look' });
    expect(read('away with the fairies')).toMatchObject({ want: 'offer' });
    expect(read('back to work on Monday')).toMatchObject({ want: 'offer' });
    expect(read('pause until 20 March')).toMatchObject({ family: 'people' });
  });
});
