import type { StepEvent } from '../domain/events-steps.ts';
import type { HuddleId } from '../domain/ids.ts';
import type { GivenAnswer } from '../domain/sides-heard.ts';
import { answersTo, countsFor, countsFrom, type StageOf } from '../domain/step-rounds.ts';
import { decideStep, evolveStep, type StepBook, type StepCommand } from '../domain/steps-rules.ts';
import { stepNow } from '../domain/steps.ts';
import { addMs, type Instant } from '../domain/time.ts';
import type { Records } from '../ports.ts';
import { promptLibrary } from '../words/library.ts';
import type { Aggregate } from './execute.ts';

/** Steps live in the huddle, so its version lets only one change at a time. */
export const stepAggregate: Aggregate<StepCommand, StepBook, StepEvent> = {
  load: (records, { huddle, now }) => book(records, huddle, now),
  decide: decideStep,
  evolve: evolveStep,
  save: (records, { huddle }) => records.huddles.save({ ...huddle, version: huddle.version + 1 }),
  react: ({ type }, { huddle }) => {
    const { steps = [] } = huddle;
    // A message that asked everyone loses its buttons when its step is closed: another one may have been opened with it.
    const about = type === 'StepClosed' ? steps.findLastIndex(({ closedAt }) => closedAt !== null) : steps.length - 1;
    const isShown = (type === 'StepClosed' || type === 'StepShared') && steps[about]?.shared === true;
    return isShown ? [{ kind: 'step-look', subject: `${huddle.id}/${String(about + 1)}`, to: 'places' }] : [];
  },
};

const stageOf: StageOf = (id) => promptLibrary.find((one) => one.id === id)?.stage ?? null;

async function book(records: Records, id: HuddleId, now: Instant): Promise<StepBook> {
  const huddle = await records.huddles.get(id);
  if (huddle === null) throw new Error('a step of an unknown huddle');
  const members = await records.members.of(id);
  const { steps = [], setUpAt } = huddle;
  const time = stepNow(steps);
  if (time === null) return { huddle, members, answers: [], questions: 0, isAsking: false };
  const from = countsFrom(steps, time, setUpAt);
  const all = await records.rounds.between(id, from < time.openedAt ? from : time.openedAt, addMs(now, 1));
  const counting = all.filter((round) => countsFor(round, { time, from, stageOf }));
  const since = counting.filter(({ opensAt }) => time.look === null || opensAt > time.look.at);
  const answers: GivenAnswer[] = [];
  for (const round of since) answers.push(...answersTo(round, await records.rounds.responses(round.id)));
  const isAsking = counting.some(({ status }) => status === 'open');
  return { huddle, members, answers, questions: since.length, isAsking };
}
