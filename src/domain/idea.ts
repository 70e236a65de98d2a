import type { CommitmentStatus } from './commitment.ts';
import type { IdeaEvent } from './events-promises.ts';
import type { Side } from './huddle.ts';
import type { GroupKey, HuddleId, PersonId } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Instant } from './time.ts';

/** Something that someone would like to see happen. Its number is the huddle's own and never used twice. */
export interface Idea {
  readonly huddle: HuddleId;
  readonly number: number;
  /** Null once whoever raised it was forgotten. */
  readonly text: string | null;
  /** Null for one that was raised at a meeting, and once they were forgotten. Shown to nobody but them. */
  readonly raisedBy: PersonId | null;
  /** As whom they spoke then; null where that is not known, and where they were not counted. */
  readonly group: GroupKey | null;
  readonly side: Side | null;
  readonly raisedAt: Instant;
  readonly fromMeeting: boolean;
  /** The promise that was made from it. */
  readonly takenUp: { readonly promise: number; readonly at: Instant } | null;
  readonly version: number;
}

export const longestIdea = 300;

export interface RaiseIdea {
  readonly type: 'RaiseIdea';
  readonly text: string;
  readonly by: PersonId | null;
  readonly group: GroupKey | null;
  readonly side: Side | null;
  readonly fromMeeting: boolean;
}

export type IdeaCommand = { readonly huddle: HuddleId; readonly now: Instant } & (
  RaiseIdea | { readonly type: 'TakeUpIdea'; readonly number: number; readonly promise: number; readonly by: PersonId }
);

export interface IdeaState {
  readonly huddle: HuddleId;
  readonly nextNumber: number;
  /** The one that is meant, or that was just raised. */
  readonly idea: Idea | null;
  /** How the promise stands that was made from it. */
  readonly promise: CommitmentStatus['status'] | null;
}

export type IdeaRefusalCode = 'idea-needed' | 'idea-too-long' | 'no-such-idea' | 'idea-taken-up';

export function decideIdea(command: IdeaCommand, state: IdeaState): readonly IdeaEvent[] | Refusal<IdeaRefusalCode> {
  switch (command.type) {
    case 'RaiseIdea': {
      const { now, by, group, side, fromMeeting } = command;
      const text = command.text.trim();
      if (text === '') return refuse('idea-needed');
      if (text.length > longestIdea) return refuse('idea-too-long', { most: longestIdea });
      const facts = { at: now, idea: state.nextNumber, by, group, side, fromMeeting };
      return [{ type: 'IdeaRaised', ...facts, words: { text } }];
    }
    case 'TakeUpIdea': {
      const { now, number, promise, by } = command;
      if (state.idea === null) return refuse('no-such-idea', { number });
      if (isTakenUp(state.idea, state.promise)) return refuse('idea-taken-up', { number });
      return [{ type: 'IdeaTakenUp', at: now, idea: number, promise, by }];
    }
  }
}

export function evolveIdea(state: IdeaState, event: IdeaEvent): IdeaState {
  switch (event.type) {
    case 'IdeaRaised': {
      const { at, idea: number, by, group, side, fromMeeting, words } = event;
      const idea: Idea = {
        huddle: state.huddle,
        number,
        text: words.text,
        raisedBy: by,
        group,
        side,
        raisedAt: at,
        fromMeeting,
        takenUp: null,
        version: 0,
      };
      return { ...state, idea };
    }
    case 'IdeaTakenUp': {
      const { at, promise } = event;
      return state.idea === null ? state : { ...state, idea: { ...state.idea, takenUp: { promise, at } } };
    }
  }
}

/** A promise that was taken back, or that whoever was asked said no to, leaves the idea free again. */
export function isTakenUp({ takenUp }: Idea, promise: CommitmentStatus['status'] | null): boolean {
  return takenUp !== null && promise !== 'undone' && promise !== 'declined';
}
