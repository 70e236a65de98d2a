import { canBeAsked } from '../domain/check-in.ts';
import { isRuledOut, noQuestions } from '../domain/questions.ts';
import type { Round } from '../domain/round.ts';
import { stageNumber, type Stage } from '../domain/stage.ts';
import { stepNow } from '../domain/steps.ts';
import { addMs } from '../domain/time.ts';
import { wayOf } from '../domain/way.ts';
import type { Document } from '../messages/document.ts';
import { stepQuestions, type StepQuestion } from '../messages/step-questions.ts';
import { stepNote } from '../messages/steps.ts';
import { stepWords } from '../words/en/steps.ts';
import { promptLibrary } from '../words/library.ts';
import type { MemberContext } from './context.ts';
import { askNow } from './rounds.ts';

/** How much people were part of a step. It is offered when one closes, and is on no list. */
const feltId = 'neg-14';
const promisesId = 'neg-1';

/** Those of a stage that can be asked of everyone in this huddle, in the library's order, with when each was last asked. */
export async function questionsOf(stage: Stage, context: MemberContext): Promise<readonly StepQuestion[]> {
  const { huddle, records } = context;
  const { questions = noQuestions } = huddle;
  const asked = await askedSoFar(context);
  const hasPromises = (await records.promises.list(huddle.id)).some(({ state }) => state.status === 'open');
  return promptLibrary.flatMap((one, at): readonly StepQuestion[] => {
    const { id, text } = one;
    const way = wayOf(one);
    const isListed = one.stage === stage && canBeAsked(one) && way !== 'swap' && id !== feltId;
    if (!isListed || isRuledOut(questions, id)) return [];
    if (id === promisesId && !hasPromises) return [];
    const last = asked.findLast(({ prompt }) => prompt.id === id);
    return [{ number: at + 1, id, text, isPrivate: way !== 'posted', askedAt: last?.opensAt ?? null }];
  });
}

async function askedSoFar({ huddle, records, now }: MemberContext): Promise<readonly Round[]> {
  return records.rounds.between(huddle.id, huddle.setUpAt, addMs(now, 1));
}

export async function listQuestions(page: number, context: MemberContext): Promise<Document> {
  const { huddle, member } = context;
  const stage = stepNow(huddle.steps)?.stage;
  if (stage === undefined) return stepNote(huddle, stepWords.nothingToList);
  return stepQuestions(huddle, {
    stage,
    all: await questionsOf(stage, context),
    page,
    runsIt: member.coordinator,
  });
}

/** One of the step's questions by its number, as `ask` would. */
export async function askFromList(number: number | null, context: MemberContext): Promise<Document> {
  const { huddle } = context;
  if (number === null) return stepNote(huddle, stepWords.whichQuestion);
  const stage = stepNow(huddle.steps)?.stage;
  if (stage === undefined) return stepNote(huddle, stepWords.nothingToList);
  const found = (await questionsOf(stage, context)).find((one) => one.number === number);
  if (found === undefined) return stepNote(huddle, stepWords.noSuchQuestion);
  return (await askNow({ text: found.id, how: 'open' }, context)).document;
}

/** One more before the close: the first that was never asked, or the one that was asked longest ago. Its answers are held. */
export async function questionToAskAgain(stage: Stage, context: MemberContext): Promise<StepQuestion | null> {
  const open = (await questionsOf(stage, context)).filter(({ isPrivate }) => !isPrivate);
  const byAge = open.toSorted((one, other) => ((one.askedAt ?? '') < (other.askedAt ?? '') ? -1 : 1));
  return open.find(({ askedAt }) => askedAt === null) ?? byAge[0] ?? null;
}

/** The private question about the step that closed last: once for each time that a step was open. */
export async function askHowMuch(context: MemberContext): Promise<Document> {
  const { huddle } = context;
  const closed = (huddle.steps ?? []).findLast(({ closedAt }) => closedAt !== null);
  if (closed?.closedAt == null) return stepNote(huddle, stepWords.feltNone);
  const { closedAt, stage } = closed;
  const isRepeat = (await context.records.interactions.outcome(context.interaction.id)) !== null;
  const asked = await context.records.rounds.between(huddle.id, closedAt, '9999');
  if (!isRepeat && asked.some(({ prompt }) => prompt.id === feltId)) return stepNote(huddle, stepWords.feltAlready);
  const words = stepWords.felt(stageNumber(stage), stepWords.about[stage]);
  return (await askNow({ text: feltId, how: 'open', words }, context)).document;
}
