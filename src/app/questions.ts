import type { QuestionIntent } from '../commands/questions.ts';
import { canBeAsked, coming, type Due } from '../domain/check-in.ts';
import type { QuestionEvent } from '../domain/events-rounds.ts';
import { takesPart, type Huddle } from '../domain/huddle.ts';
import type { HuddleId } from '../domain/ids.ts';
import {
  changeQuestions,
  isRuledOut,
  noQuestions,
  numbered,
  type Numbered,
  type QuestionCommand,
  type QuestionRefusal,
  type Questions,
} from '../domain/questions.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { note } from '../messages/frame.ts';
import {
  questionAdded,
  questionAllowed,
  questionForm,
  questionRefusal,
  questionReworded,
  questionsMessage,
  questionVetoed,
  whichQuestion,
} from '../messages/questions.ts';
import type { Records, Reply } from '../ports.ts';
import { questionWords } from '../words/en/questions.ts';
import { promptLibrary } from '../words/library.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import type { Aggregate } from './execute.ts';
import { outside } from './outside.ts';
import { answer } from './people-reply.ts';
import { withNames } from './promise-people.ts';

type Command = QuestionCommand & { readonly huddle: HuddleId };

/** They live in the huddle, so its version lets only one change at a time. The command carries the words, not the event. */
function questionAggregate(command: Command): Aggregate<Command, Huddle, QuestionEvent> {
  return {
    load: async (records, { huddle: id }) => {
      const huddle = await records.huddles.get(id);
      if (huddle === null) throw new Error('a huddle that was found is gone');
      return huddle;
    },
    decide: (_command, { questions = noQuestions }) => decide(command, questions),
    evolve: (huddle) => {
      const questions = changeQuestions(command, huddle.questions ?? noQuestions, promptLibrary);
      return isRefusal(questions) ? huddle : { ...huddle, questions };
    },
    save: (records, huddle) => records.huddles.save({ ...huddle, version: huddle.version + 1 }),
    // Nobody is told: the list is there for all to read.
    react: () => [],
  };
}

function decide(command: Command, questions: Questions): readonly QuestionEvent[] | Refusal<QuestionRefusal> {
  const changed = changeQuestions(command, questions, promptLibrary);
  if (isRefusal(changed)) return changed;
  if (JSON.stringify(changed) === JSON.stringify(questions)) return [];
  const { now: at } = command;
  switch (command.type) {
    case 'AddQuestion':
      return [{ type: 'QuestionAdded', at, question: questions.nextNumber }];
    case 'RewordQuestion':
      return [{ type: 'QuestionReworded', at, question: command.number }];
    case 'VetoQuestion':
      return [{ type: 'QuestionRuledOut', at, question: command.number }];
    case 'AllowQuestion':
      return [{ type: 'QuestionAllowed', at, question: command.number }];
  }
}

export async function performQuestions(intent: QuestionIntent, context: Context): Promise<Reply> {
  if (!inHuddle(context) || !takesPart(context.member)) return outside(context);
  switch (intent.want) {
    case 'list':
      return list(context);
    case 'add': {
      if (intent.text === null) return { kind: 'form', ...questionForm(context.huddle, null) };
      return act({ type: 'AddQuestion', text: await withNames(intent.text, context) }, context);
    }
    case 'reword':
      return reword(intent, context);
    case 'veto':
    case 'allow': {
      const { want, number } = intent;
      if (number === null) return answer(context, whichQuestion(want));
      return act({ type: want === 'veto' ? 'VetoQuestion' : 'AllowQuestion', number }, context);
    }
  }
}

/** As many as a month has at once a week. */
const shownNext = 4;

async function list(context: MemberContext): Promise<Reply> {
  const { huddle, person, records } = context;
  const { questions = noQuestions } = huddle;
  const all = numbered(questions, promptLibrary);
  const next = (await comingIn(huddle, records)).flatMap(({ own, known }) => {
    const found = all.find(({ key }) => key === (own === null ? known?.id : String(own.number)));
    return found === undefined ? [] : [{ ...found, fromMember: own !== null }];
  });
  const later = questions.own.filter(({ number }) => !next.some((one) => one.number === number));
  const ruledOut = all.filter(({ key }) => isRuledOut(questions, key));
  const document = questionsMessage({
    huddle,
    next,
    waiting: all.filter(({ number, key }) => later.some((one) => one.number === number) && !isRuledOut(questions, key)),
    ruledOut,
    swaps: swapsOf(huddle).map(({ number }) => number),
    yours: questions.own
      .filter(({ by, number }) => by === person.id && !isRuledOut(questions, String(number)))
      .map(({ number }) => number),
    yourVetoes: ruledOut
      .filter(({ key }) => questions.vetoes.some((veto) => veto.question === key && veto.by === person.id))
      .map(({ number }) => number),
  });
  return answer(context, document);
}

/** The same whether one is about to come or not. */
function swapsOf({ roleSwaps, questions = noQuestions }: Huddle): readonly Numbered[] {
  if (roleSwaps !== true) return [];
  const swaps = promptLibrary.filter((prompt) => prompt.roleSwap && canBeAsked(prompt)).map(({ id }) => id);
  return numbered(questions, promptLibrary).filter(({ key }) => swaps.includes(key) && !isRuledOut(questions, key));
}

async function comingIn({ id, checkIn, questions }: Huddle, records: Records): Promise<readonly Due[]> {
  if (checkIn === null) return [];
  const openPromises = (await records.promises.list(id)).some(({ state }) => state.status === 'open');
  const { sent, schedule } = checkIn;
  const turn = { library: promptLibrary, sent, perWeek: schedule.days.length, openPromises };
  return coming(questions === undefined ? turn : { ...turn, questions }, shownNext);
}

/** Without words the form opens, with the ones that stand now; only for one's own. */
async function reword(
  { number, text }: Extract<QuestionIntent, { want: 'reword' }>,
  context: MemberContext,
): Promise<Reply> {
  if (number === null) return answer(context, whichQuestion('reword'));
  const { huddle, person } = context;
  const own = huddle.questions?.own.find((one) => one.number === number && one.by === person.id);
  if (text === null && own !== undefined) return { kind: 'form', ...questionForm(huddle, own) };
  return act({ type: 'RewordQuestion', number, text: await withNames(text ?? '', context) }, context);
}

type Wanted = QuestionCommand extends infer Each
  ? Each extends QuestionCommand
    ? Omit<Each, 'now' | 'by'>
    : never
  : never;

async function act(wanted: Wanted, context: MemberContext): Promise<Reply> {
  const { huddle, person, now, interaction } = context;
  const command: Command = { ...wanted, huddle: huddle.id, now, by: person.id };
  const done = await context.run(questionAggregate(command), command);
  if (isRefusal(done)) {
    // Only the rules of questions refuse here.
    const why = questionRefusal(done as Refusal<QuestionRefusal>);
    return interaction.kind === 'form' ? { kind: 'invalid', fields: { text: why } } : answer(context, note(why));
  }
  const event = done.events[0];
  return answer(context, event === undefined ? note(questionWords.same) : confirmation(event, done.state));
}

function confirmation({ type, question }: QuestionEvent, huddle: Huddle) {
  switch (type) {
    case 'QuestionAdded':
      return questionAdded(huddle, question);
    case 'QuestionReworded':
      return questionReworded(huddle, question);
    case 'QuestionRuledOut':
      return questionVetoed(huddle, question);
    case 'QuestionAllowed': {
      const { questions = noQuestions } = huddle;
      const key = numbered(questions, promptLibrary).find(({ number }) => number === question)?.key ?? '';
      return questionAllowed(huddle, question, isRuledOut(questions, key));
    }
  }
}
