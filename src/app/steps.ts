import type { StepIntent } from '../commands/steps.ts';
import { takesPart } from '../domain/huddle.ts';
import { mayUse } from '../domain/permissions.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import type { Stage } from '../domain/stage.ts';
import { stepMeant, type StepCommand, type StepRefusalCode } from '../domain/steps-rules.ts';
import { stepNow } from '../domain/steps.ts';
import { paragraph, type Document } from '../messages/document.ts';
import { document } from '../messages/frame.ts';
import { notAllowed } from '../messages/people.ts';
import { noPlaceNow } from '../messages/places.ts';
import { movedMessage, secondLook, stepNote, stepRefusal, stepsMessage } from '../messages/steps.ts';
import type { Reply } from '../ports.ts';
import { stepWords } from '../words/en/steps.ts';
import { heldBack } from './begin.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import { outside } from './outside.ts';
import { answer } from './people-reply.ts';
import { askNow } from './rounds.ts';
import { stepAggregate } from './step-book.ts';
import { askFromList, askHowMuch, listQuestions, questionToAskAgain } from './step-questions.ts';

export async function performSteps(intent: StepIntent, context: Context): Promise<Reply> {
  if (!inHuddle(context)) return outside(context);
  const { huddle, member } = context;
  switch (intent.want) {
    case 'list':
    case 'questions': {
      if (!takesPart(member) && !member.coordinator) return outside(context);
      const { want } = intent;
      return answer(
        context,
        want === 'list' ? stepsMessage(huddle, member.coordinator) : await listQuestions(intent.page, context),
      );
    }
    case 'move':
    case 'ask':
    case 'again':
    case 'share':
    case 'felt': {
      const refusal = mayUse('coordinator', context);
      return { kind: 'private', document: refusal === null ? await act(intent, context) : notAllowed(refusal) };
    }
  }
}

function act(intent: Exclude<StepIntent, { want: 'list' | 'questions' }>, context: MemberContext): Promise<Document> {
  switch (intent.want) {
    case 'move':
      return move(intent, context);
    case 'ask':
      return askFromList(intent.number, context);
    case 'again':
      return askAgain(intent.from, context);
    case 'share':
      return share(intent.from, context);
    case 'felt':
      return askHowMuch(context);
  }
}

async function move(
  { to: want, sure, from }: Extract<StepIntent, { want: 'move' }>,
  context: MemberContext,
): Promise<Document> {
  const { huddle } = context;
  const to = want === 'close' ? null : stepMeant(want, huddle.steps);
  if (isRefusal(to)) return stepRefusal(huddle, to);
  const done = await run({ type: 'MoveStep', to, sure, from }, context);
  if (isRefusal(done)) {
    if (done.refused === 'step-asking') return secondLook(huddle, to, true);
    return stepRefusal(huddle, done);
  }
  const { state, events } = done;
  const isClosed = events.some(({ type }) => type === 'StepClosed');
  if (!isClosed && !events.some(({ type }) => type === 'StepOpened')) return secondLook(state.huddle, to, false);
  const closed = isClosed ? (state.huddle.steps ?? []).findLast(({ closedAt }) => closedAt !== null) : undefined;
  return movedMessage(state.huddle, closed ?? null);
}

/** One more question, and that it was asked: where it cannot go out now, nothing is said to have been asked. */
async function askAgain(from: number | null, context: MemberContext): Promise<Document> {
  const { huddle } = context;
  const stage = stageIn(from, context);
  if (isRefusal(stage)) return stepRefusal(huddle, stage);
  const question = await questionToAskAgain(stage, context);
  if (question === null) return stepNote(huddle, stepWords.noneToAsk);
  const asked = await askNow({ text: question.id, how: 'together' }, context);
  if (!asked.isAsked) return more(asked.document, stepWords.whenFree(question.number));
  const done = await run({ type: 'AskAgain', from }, context);
  return isRefusal(done) ? stepRefusal(huddle, done) : more(asked.document, stepWords.sentAgain);
}

/** It asks everyone something, so it needs a place and a huddle that is ready, as any question does. */
async function share(from: number | null, context: MemberContext): Promise<Document> {
  const { huddle, records } = context;
  if ((await records.huddles.places(huddle.id)).length === 0) return noPlaceNow(huddle);
  const held = await heldBack(context);
  if (held !== null) return held;
  const done = await run({ type: 'ShareLook', from }, context);
  return isRefusal(done) ? stepRefusal(huddle, done) : stepNote(huddle, stepWords.shared);
}

/** The step that is open, where it is still the one that a button was about. */
function stageIn(from: number | null, { huddle }: MemberContext): Stage | Refusal<StepRefusalCode> {
  const now = stepNow(huddle.steps);
  if (from !== null && (now === null || from !== huddle.steps?.length)) return refuse('step-moved-on');
  return now?.stage ?? refuse('no-step-open');
}

type Wanted = StepCommand extends infer Each
  ? Each extends StepCommand
    ? Omit<Each, 'huddle' | 'now'>
    : never
  : never;

async function run(wanted: Wanted, context: MemberContext) {
  const { huddle, now } = context;
  const command: StepCommand = { ...wanted, huddle: huddle.id, now };
  const done = await context.run(stepAggregate, command);
  // Only the rules of steps refuse here.
  return isRefusal(done) ? (done as Refusal<StepRefusalCode>) : done;
}

function more({ blocks }: Document, line: string): Document {
  return document([...blocks, paragraph(line)]);
}
