import type { StepEvent } from './events-steps.ts';
import type { Huddle, Member } from './huddle.ts';
import type { HuddleId } from './ids.ts';
import { refuse, type Refusal } from './refusal.ts';
import { sidesWord, type GivenAnswer } from './sides-heard.ts';
import { stages, type Stage } from './stage.ts';
import { stepNow, type Steps, type StepTime } from './steps.ts';
import type { Instant } from './time.ts';

/** All that the rules look at. */
export interface StepBook {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
  /** To the questions of the step that is open, since the last look at it. */
  readonly answers: readonly GivenAnswer[];
  /** How many questions that is. */
  readonly questions: number;
  /** One of them is open still. */
  readonly isAsking: boolean;
}

export type StepCommand = { readonly huddle: HuddleId; readonly now: Instant } &
  /** A null `to` opens none. `sure` closes without a second look. `from` is which time it is about, where a button says. */
  (
    | { readonly type: 'MoveStep'; readonly to: Stage | null; readonly sure: boolean; readonly from: number | null }
    | { readonly type: 'AskAgain' | 'ShareLook'; readonly from: number | null }
  );

export type StepRefusalCode =
  | 'step-is-now'
  | 'no-step-open'
  | 'step-moved-on'
  | 'step-asking'
  | 'step-is-first'
  | 'steps-all-done'
  | 'no-such-step';

type Decided = readonly StepEvent[] | Refusal<StepRefusalCode>;

export function decideStep(command: StepCommand, book: StepBook): Decided {
  const { steps = [] } = book.huddle;
  const time = stepNow(steps);
  if (command.from !== null && (command.from !== steps.length || time === null)) return refuse('step-moved-on');
  if (command.type === 'MoveStep') return move(command, time, book);
  if (time === null) return refuse('no-step-open');
  const { stage } = time;
  return [{ type: command.type === 'AskAgain' ? 'StepAskedAgain' : 'StepShared', at: command.now, stage }];
}

/**
 * Before a step is closed there is a second look, unless it may be told that every side was heard: so where nothing may
 * be told, there always is one, and it tells nothing. Once more was asked, or where the coordinator is sure, it closes.
 * While one of its questions is open nobody looks.
 */
function move(
  { now: at, to, sure }: Extract<StepCommand, { type: 'MoveStep' }>,
  time: StepTime | null,
  book: StepBook,
): Decided {
  const opened: readonly StepEvent[] = to === null ? [] : [{ type: 'StepOpened', at, stage: to }];
  if (time === null) return to === null ? refuse('no-step-open') : opened;
  const { stage } = time;
  if (to === stage) return refuse('step-is-now');
  const closes = sure || time.askedAgain === true;
  if (book.isAsking && !sure) return refuse('step-asking');
  const looked = look(at, time, book);
  const word = looked[0]?.type === 'StepLooked' ? looked[0].word : time.look?.word;
  if (!closes && word !== 'every') return looked;
  const askedSince = time.look !== null && book.questions > 0 && looked.length === 0;
  return [...looked, { type: 'StepClosed', at, stage, askedSince }, ...opened];
}

/**
 * A word that stands does not change by what came since: the difference would tell of those few who answered meanwhile.
 * Only where the questions since, looked at alone, may be said to have heard every side, that is so from then on. A
 * question that is still open has answers that nobody sees yet, so with one nothing is told.
 */
function look(at: Instant, { stage, look: before }: StepTime, book: StepBook): readonly StepEvent[] {
  if (before !== null && (before.word === 'every' || book.questions === 0)) return [];
  const word = book.isAsking ? 'untold' : sidesWord({ ...book, now: at });
  return before === null || word === 'every' ? [{ type: 'StepLooked', at, stage, word }] : [];
}

export function evolveStep(book: StepBook, event: StepEvent): StepBook {
  return { ...book, huddle: { ...book.huddle, steps: changed(book.huddle.steps ?? [], event) } };
}

function changed(steps: Steps, { at, stage, ...event }: StepEvent): Steps {
  const last = steps.at(-1);
  if (event.type === 'StepOpened') return [...steps, { stage, openedAt: at, closedAt: null, look: null }];
  if (last === undefined) return steps;
  const others = steps.slice(0, -1);
  switch (event.type) {
    case 'StepLooked':
      return [...others, { ...last, look: { at, word: event.word } }];
    case 'StepClosed':
      return [...others, { ...last, closedAt: at, ...(event.askedSince ? { askedSince: true } : {}) }];
    case 'StepAskedAgain':
      return [...others, { ...last, askedAgain: true }];
    case 'StepShared':
      return [...others, { ...last, shared: true }];
  }
}

/** Which step a line means. After the last one, `next` closes it and opens none. */
export function stepMeant(
  want: 'next' | 'back' | number,
  steps: Steps | undefined,
): Stage | null | Refusal<StepRefusalCode> {
  if (typeof want === 'number') return stages[want - 1] ?? refuse('no-such-step');
  const last = steps?.at(-1);
  if (last === undefined) return want === 'next' ? stages[0] : refuse('step-is-first');
  const at = stages.indexOf(last.stage);
  const isOpen = last.closedAt === null;
  if (want === 'back') return isOpen ? (stages[at - 1] ?? refuse('step-is-first')) : last.stage;
  return stages[at + 1] ?? (isOpen ? null : refuse('steps-all-done'));
}
