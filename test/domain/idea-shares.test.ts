import { describe, expect, it } from 'vitest';
import type { Huddle, Member } from '../../src/domain/huddle.ts';
import type { Idea } from '../../src/domain/idea.ts';
import { ideaShares, type IdeaFacts } from '../../src/domain/idea-shares.ts';
import type { GroupKey } from '../../src/domain/ids.ts';
import { huddleOf, membersIn, weekOfMarch1, weekOfMarch22, willowGroups, willowId } from './measuring.ts';

const window = { from: weekOfMarch1.from, to: weekOfMarch22.to };
const inside = '2027-03-10T10:00:00.000Z';
const nine = membersIn({ people: 3, staff: 3, artists: 3 });

/** So many ideas of a group, the first of them taken up, each by the promise of its own number. */
function ideasOf(group: string | null, raised: number, taken: number, at = inside): readonly Idea[] {
  return Array.from({ length: raised }, (_, nth) => ({
    huddle: willowId,
    number: nth + 1,
    text: 'a bench',
    raisedBy: null,
    group: group as GroupKey | null,
    side: null,
    raisedAt: at,
    fromMeeting: false,
    takenUp: nth < taken ? { promise: nth + 1, at } : null,
    version: 1,
  }));
}

function shares(ideas: readonly Idea[], changes: Partial<IdeaFacts> = {}, huddle: Partial<Huddle> = {}) {
  return ideaShares({ huddle: huddleOf(willowGroups, huddle), members: nine, ideas, promises: [], window, ...changes });
}

const lines = (found: ReturnType<typeof shares>) => found.lines?.map(({ raised, takenUp }) => [raised, takenUp]);

describe('ideas of four weeks', () => {
  it('are told by group, as counts, with how many were taken up', () => {
    const found = shares([...ideasOf('people', 3, 1), ...ideasOf('staff', 4, 3), ...ideasOf('artists', 2, 1)]);
    expect(found).toMatchObject({ raised: 9, takenUp: 5, gap: null });
    expect(lines(found)).toEqual([
      [3, 1],
      [4, 3],
      [2, 1],
    ]);
  });

  it('have a gap only from 5 ideas of each line on: 2 of 5 and 6 of 10 are 20 points apart', () => {
    const of = (artists: number) =>
      shares([...ideasOf('people', 5, 2), ...ideasOf('staff', 5, 3), ...ideasOf('artists', artists, 3)]).gap;
    expect(of(5)).toBe(-20);
    expect(of(4)).toBeNull();
  });

  it('count those raised in these weeks alone, and only what was taken up in them', () => {
    const later = ideasOf('people', 2, 2, window.to);
    const early = ideasOf('people', 1, 1, '2027-02-28T23:59:59.999Z');
    const taken = ideasOf('people', 1, 1).map((idea) => ({ ...idea, takenUp: { promise: 1, at: window.to } }));
    expect(shares([...later, ...early, ...taken])).toMatchObject({ raised: 1, takenUp: 0 });
  });

  it('one whose promise was taken back in these weeks waits again, and one taken back later had been taken up', () => {
    const promise = (movedAt: string) =>
      [{ number: 1, movedAt, state: { status: 'undone', by: null, at: movedAt } }] as unknown as IdeaFacts['promises'];
    expect(shares(ideasOf('people', 1, 1), { promises: promise(inside) }).takenUp).toBe(0);
    expect(shares(ideasOf('people', 1, 1), { promises: promise(window.to) }).takenUp).toBe(1);
  });

  it('have no lines where one would be of two people, or none are of one group or of nobody known', () => {
    const all = [...ideasOf('people', 3, 1), ...ideasOf('staff', 4, 3), ...ideasOf('artists', 2, 1)];
    const two: readonly Member[] = membersIn({ people: 2, staff: 6, artists: 3 });
    expect(shares(all, { members: two }).lines).toBeNull();
    expect(shares(ideasOf('staff', 4, 2)).lines).toBeNull();
    expect(shares([...all, ...ideasOf(null, 1, 0)]).lines).toBeNull();
    expect(shares(all, {}, { groupLines: 'off' }).lines).toBeNull();
  });

  it('the fear: a number tells that the words of an idea came from someone who uses the service', () => {
    const staffAll = shares([...ideasOf('people', 3, 1), ...ideasOf('staff', 4, 4), ...ideasOf('artists', 2, 2)]);
    expect(lines(staffAll)).toEqual([
      [3, null],
      [4, null],
      [2, null],
    ]);
    expect(staffAll.gap).toBeNull();
    const none = shares([...ideasOf('people', 3, 0), ...ideasOf('staff', 4, 3), ...ideasOf('artists', 2, 1)]);
    expect(lines(none)?.[0]).toEqual([3, 0]);
  });
});
