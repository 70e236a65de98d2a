import { describe, expect, it } from 'vitest';
import { heldNow, type Held } from '../../src/domain/held.ts';
import type { ToldLine } from '../../src/domain/safe-lines.ts';
import { huddleOf, membersIn, person, willowGroups } from './measuring.ts';

const huddle = huddleOf(willowGroups);
const members = membersIn({ people: 3, staff: 3, artists: 3 });
/** "people1 people2" is a role that two share. */
const each = (...roles: readonly string[]) => roles.map((one) => one.split(' ').map(person));
const none = { total: 0, lines: null };

function leadsOf(roles: readonly string[], given: Partial<Parameters<typeof heldNow>[0]> = {}): Held {
  return heldNow({ huddle, members, leads: each(...roles), open: [], earlier: [], ...given }).leadRoles;
}

function told(to: string, roles: readonly string[], amounts: readonly number[]) {
  const who = [{ side: 'using' as const }, { side: 'running' as const }, { side: 'creative' as const }];
  const lines = amounts.map((amount, nth): ToldLine => ({ who: who[nth] ?? 'everyone-else', amount }));
  const leadRoles = { total: roles.length, lines };
  return { to, roles: each(...roles).map((holders) => ({ holders })), held: { leadRoles, openPromises: none } };
}

const amounts = ({ lines }: Held) => lines?.map(({ amount }) => amount) ?? null;
const five = ['people1', 'people2', 'staff1', 'staff2', 'artists1'];
const before = '2027-03-02T09:00:00.000Z';

describe('lead roles by side, beside the names of those who lead', () => {
  it('five people with one each are told as 2, 2 and 1: each of them could be on any line', () => {
    const held = leadsOf(five);
    expect(amounts(held)).toEqual([2, 2, 1]);
    expect(held.named?.map(({ amount }) => amount)).toEqual([1, 1, 1, 1, 1]);
  });

  it('a huddle that turned numbers by group off is told the total alone', () => {
    const off = { ...huddle, groupLines: 'off' as const };
    expect(leadsOf(five, { huddle: off })).toEqual({ total: 5, lines: null, isOff: true });
  });

  it('the fear: 1.5 and 0.5 of three people tells that the one with a whole role is on the first', () => {
    expect(leadsOf(['people1', 'people2 staff1'])).toEqual({ total: 2, lines: null });
  });

  it('the fear: of two with one each, one knows their own line, and so that of the other', () => {
    expect(leadsOf(['people1', 'staff1'])).toEqual({ total: 2, lines: null });
  });

  it('that the using side has none is told where the others still could be on two lines', () => {
    expect(amounts(leadsOf(['staff1', 'staff2', 'artists1', 'artists2']))).toEqual([0, 2, 2]);
    expect(amounts(leadsOf(['staff1', 'staff2']))).toBeNull();
  });

  it('the fear: one role moves, one line falls by 1 and another rises, and both names are found out', () => {
    const after = ['people1', 'staff3', 'staff1', 'staff2', 'artists1'];
    expect(amounts(leadsOf(after))).toEqual([1, 3, 1]);
    expect(amounts(leadsOf(after, { earlier: [told(before, five, [2, 2, 1])] }))).toBeNull();
    expect(amounts(leadsOf(five, { earlier: [told(before, five, [2, 2, 1])] }))).toEqual([2, 2, 1]);
  });

  it('where nothing fits what was told before, as after a change of groups, only the total is told', () => {
    expect(amounts(leadsOf(five, { earlier: [told(before, five, [4, 0, 1])] }))).toBeNull();
  });

  it('where there are too many ways to look at them all, only the total is told', () => {
    const many = membersIn({ people: 10, staff: 10, artists: 10 });
    const names = many.map((one) => one.person as string);
    const roles = names.flatMap((name, nth) => Array.from({ length: nth + 1 }, () => name));
    expect(leadsOf(roles, { members: many })).toEqual({ total: 465, lines: null });
  });
});

describe('open promises by side', () => {
  const open = each('people3', 'staff3', 'artists2', 'artists3', 'people2', 'staff2');

  it('are told beside the lead roles where both together tell of nobody', () => {
    const { openPromises } = heldNow({ huddle, members, leads: each(...five), open, earlier: [] });
    expect(amounts(openPromises)).toEqual([2, 2, 2]);
  });

  it('the fear: those of long ago, whose owners nobody kept, are added to', () => {
    const earlier = [
      { ...told(before, five, [2, 2, 1]), held: { leadRoles: none, openPromises: { total: 3, lines: [] } } },
    ];
    const { openPromises } = heldNow({ huddle, members, leads: each(...five), open, earlier });
    expect(openPromises).toEqual({ total: 6, lines: null });
  });
});
