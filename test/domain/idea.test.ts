import { describe, expect, it } from 'vitest';
import { decideIdea, evolveIdea, isTakenUp, longestIdea, type IdeaState } from '../../src/domain/idea.ts';
import type { GroupKey, HuddleId, PersonId } from '../../src/domain/ids.ts';
import { isRefusal } from '../../src/domain/refusal.ts';

const huddle = 'willow' as HuddleId;
const [amina, ruth] = ['amina', 'ruth'] as [PersonId, PersonId];
const now = '2027-03-01T10:00:00.000Z';
const empty: IdeaState = { huddle, nextNumber: 1, idea: null, promise: null };

function raise(text: string) {
  const command = { type: 'RaiseIdea', huddle, now, text, by: amina, side: 'using', fromMeeting: false } as const;
  return decideIdea({ ...command, group: 'service' as GroupKey }, empty);
}

function raised(): IdeaState {
  const events = raise('a bench');
  if (isRefusal(events)) throw new Error(events.refused);
  return events.reduce(evolveIdea, empty);
}

const takeUp = (state: IdeaState) =>
  decideIdea({ type: 'TakeUpIdea', huddle, now, number: 1, promise: 7, by: ruth }, state);

describe('an idea', () => {
  it('keeps the group that spoke then, and its words', () => {
    expect(raised().idea).toMatchObject({ number: 1, text: 'a bench', group: 'service', side: 'using', takenUp: null });
  });

  it('needs words, and not too many', () => {
    expect(raise('  ')).toMatchObject({ refused: 'idea-needed' });
    expect(raise('x'.repeat(longestIdea + 1))).toMatchObject({ refused: 'idea-too-long' });
    expect(isRefusal(raise('x'.repeat(longestIdea)))).toBe(false);
  });

  it('is taken up once, by the promise that was made from it', () => {
    const events = takeUp(raised());
    if (isRefusal(events)) throw new Error(events.refused);
    const taken = events.reduce(evolveIdea, raised());
    expect(taken.idea?.takenUp).toEqual({ promise: 7, at: now });
    expect(takeUp({ ...taken, promise: 'open' })).toMatchObject({ refused: 'idea-taken-up' });
    expect(takeUp(empty)).toMatchObject({ refused: 'no-such-idea' });
  });

  it('is free again when that promise was taken back, or whoever was asked said no', () => {
    const idea = { ...raised().idea, takenUp: { promise: 7, at: now } } as NonNullable<IdeaState['idea']>;
    expect(isTakenUp(idea, 'undone')).toBe(false);
    expect(isTakenUp(idea, 'declined')).toBe(false);
    for (const status of ['offered', 'open', 'kept', 'could-not', 'changed'] as const)
      expect(isTakenUp(idea, status)).toBe(true);
  });
});
