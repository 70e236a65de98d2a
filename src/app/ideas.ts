import type { IdeaIntent } from '../commands/ideas.ts';
import type { PromiseParts } from '../commands/promise-line.ts';
import { usualDate } from '../domain/commitment-make.ts';
import type { IdeaEvent } from '../domain/events-promises.ts';
import { groupOf, isCounted, standingNow, takesPart } from '../domain/huddle.ts';
import type { HuddleId } from '../domain/ids.ts';
import {
  decideIdea,
  evolveIdea,
  isTakenUp,
  type Idea,
  type IdeaCommand,
  type IdeaRefusalCode,
  type IdeaState,
} from '../domain/idea.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import { note } from '../messages/frame.ts';
import {
  asTakingUp,
  ideaQuestion,
  ideaRefusal,
  ideaSaved,
  ideasMessage,
  takeUpQuestion,
  whichIdea,
  type ShownIdea,
} from '../messages/ideas.ts';
import type { Records, Reply } from '../ports.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import type { Aggregate } from './execute.ts';
import { outside } from './outside.ts';
import { answer } from './people-reply.ts';
import { withNames } from './promise-people.ts';
import { nothingFilled, opened } from './promise-questions.ts';
import { performPromises } from './promises.ts';

export const ideaAggregate: Aggregate<IdeaCommand, IdeaState, IdeaEvent> = {
  load: async (records, command) => {
    const { huddle } = command;
    const idea = command.type === 'RaiseIdea' ? null : await records.ideas.get(huddle, command.number);
    const nextNumber = await records.ideas.nextNumber(huddle);
    return { huddle, nextNumber, idea, promise: idea === null ? null : await promiseStatus(idea, records) };
  },
  decide: decideIdea,
  evolve: evolveIdea,
  save: async (records, { idea }, before) => {
    if (idea !== null) await records.ideas.save({ ...idea, version: (before.idea?.version ?? 0) + 1 });
  },
  // Nobody is told: an idea waits where everyone can read it.
  react: () => [],
};

async function promiseStatus({ huddle, takenUp }: Idea, records: Records): Promise<IdeaState['promise']> {
  if (takenUp === null) return null;
  return (await records.promises.get(huddle, takenUp.promise))?.state.status ?? null;
}

export async function performIdeas(intent: IdeaIntent, context: Context): Promise<Reply> {
  if (!inHuddle(context) || !takesPart(context.member)) return outside(context);
  switch (intent.want) {
    case 'list':
      return list(intent.page, context);
    case 'raise':
      return raise(intent.text, context);
    case 'take-up':
      return takeUp(intent, context);
  }
}

const onePage = 10;

async function list(page: number, context: MemberContext): Promise<Reply> {
  const { records, huddle } = context;
  const all = await shownIdeas(huddle.id, records);
  const from = (page - 1) * onePage;
  const older = all.length > from + onePage ? page + 1 : null;
  return answer(context, ideasMessage({ huddle, ideas: all.slice(from, from + onePage), older }));
}

/** Those that wait first, each newest first; one whose words are gone is shown only as the promise that it became. */
async function shownIdeas(huddle: HuddleId, records: Records): Promise<readonly ShownIdea[]> {
  const promises = new Map((await records.promises.list(huddle)).map(({ number, state }) => [number, state.status]));
  const shown = (await records.ideas.list(huddle)).toReversed().map((idea) => ({
    idea,
    takenUp: isTakenUp(idea, promises.get(idea.takenUp?.promise ?? 0) ?? null),
  }));
  return [
    ...shown.filter(({ idea, takenUp }) => !takenUp && idea.text !== null),
    ...shown.filter(({ takenUp }) => takenUp),
  ];
}

async function raise(text: string | null, context: MemberContext): Promise<Reply> {
  const { huddle, member, person, now, interaction } = context;
  if (text === null) return opened(ideaQuestion(huddle));
  const standing = standingNow(member);
  // Who is not counted is counted in no group's ideas either, later.
  const group = isCounted(standing) ? standing.group : null;
  const done = await context.run(ideaAggregate, {
    type: 'RaiseIdea',
    huddle: huddle.id,
    now,
    text: await withNames(text, context),
    by: person.id,
    group,
    side: groupOf(huddle, group)?.side ?? null,
    fromMeeting: false,
  });
  if (isRefusal(done)) {
    // Only the rules of ideas refuse here.
    const why = ideaRefusal(done as Refusal<IdeaRefusalCode>);
    return interaction.kind === 'form' ? { kind: 'invalid', fields: { text: why } } : answer(context, note(why));
  }
  const event = done.events[0];
  const idea = event === undefined ? null : await context.records.ideas.get(huddle.id, event.idea);
  return idea === null ? { kind: 'none' } : { kind: 'private', document: ideaSaved(huddle, idea) };
}

type TakeUp = Extract<IdeaIntent, { want: 'take-up' }>;

/** The promise is made by the rules of promises; that it came from the idea is noted with it. */
async function takeUp({ number, parts }: TakeUp, context: MemberContext): Promise<Reply> {
  const { huddle, records, person, now } = context;
  if (number === null) return answer(context, whichIdea());
  const idea = await records.ideas.get(huddle.id, number);
  if (idea === null) return answer(context, note(ideaRefusal(refuse('no-such-idea', { number }))));
  if (isTakenUp(idea, await promiseStatus(idea, records)) && (await isNew(context)))
    return answer(context, note(ideaRefusal(refuse('idea-taken-up', { number }))));
  if (parts === null) {
    const filled = { ...nothingFilled, due: usualDate(now, huddle) };
    return opened(takeUpQuestion(huddle, idea, { filled, why: null }));
  }
  const { reply, promise } = await makePromise(parts, context);
  if (promise !== null)
    await context.run(ideaAggregate, { type: 'TakeUpIdea', huddle: huddle.id, now, number, promise, by: person.id });
  return reply.kind === 'form' ? opened(asTakingUp(reply.form, huddle, idea)) : reply;
}

/** An act that came again gets its first answer, though the idea is taken up by now. */
async function isNew({ records, interaction }: MemberContext): Promise<boolean> {
  return (await records.interactions.outcome(interaction.id)) === null;
}

async function makePromise(
  parts: PromiseParts,
  context: MemberContext,
): Promise<{ readonly reply: Reply; readonly promise: number | null }> {
  const made: { number: number | null } = { number: null };
  const run: Context['run'] = async (aggregate, command) => {
    const done = await context.run(aggregate, command);
    const event = isRefusal(done) ? undefined : done.events[0];
    if (event !== undefined && 'number' in event) made.number = event.number;
    return done;
  };
  const reply = await performPromises({ family: 'promises', want: 'make', parts }, { ...context, run });
  return { reply, promise: made.number };
}
