import { describe, expect, it } from 'vitest';
import { balanceOf } from '../../src/domain/balance.ts';
import { sideBalance, wilson } from '../../src/domain/side-balance.ts';
import { huddleOf, membersIn, turnsBy, weekOfMarch8, willowGroups } from './measuring.ts';

describe('half for each side', () => {
  it('9 of 24 turns: the interval is 0.212 to 0.573, so nobody can tell', () => {
    expect(wilson(9, 24).low).toBeCloseTo(0.212, 3);
    expect(wilson(9, 24).high).toBeCloseTo(0.573, 3);
    expect(sideBalance(9, 24).word).toBe('cannot-tell');
  });

  it('45 of 120 is the same share, and enough to tell: 0.294 to 0.464', () => {
    expect(wilson(45, 120).low).toBeCloseTo(0.294, 3);
    expect(wilson(45, 120).high).toBeCloseTo(0.464, 3);
    expect(sideBalance(45, 120).word).toBe('less');
    expect(sideBalance(75, 120).word).toBe('more');
  });
});

describe('a huddle that chose equal sides', () => {
  const members = membersIn({ people: 3, staff: 6, artists: 3 });
  const counts = [10, 6, 4, 10, 10, 10, 10, 5, 5, 1, 2, 2];
  const shown = (baseline: 'by-head' | 'equal-sides', given = counts) =>
    balanceOf({
      huddle: huddleOf(willowGroups, { baseline }),
      members,
      turns: turnsBy(members, given, weekOfMarch8),
      week: weekOfMarch8,
    });

  it('sees what heads hide: by head 20 of 75 is level for 3 of 12, by sides 20 of 70 is less than half', () => {
    const byHead = shown('by-head');
    expect(byHead.shown === 'lines' && byHead.lines[0]?.word).toBe('level');
    expect(byHead).not.toHaveProperty('sides');
    expect(shown('equal-sides')).toHaveProperty('sides', { using: 20, of: 70, word: 'less' });
  });

  it('hears by head where the running side cannot be told from the lines', () => {
    const noArtists = [10, 6, 4, 10, 10, 10, 10, 5, 5, 0, 0, 0];
    expect(shown('equal-sides', noArtists)).not.toHaveProperty('sides');
  });
});
