import type { UpstairsIntent } from '../commands/upstairs.ts';
import { usualDate } from '../domain/commitment-make.ts';
import type { UpstairsEvent } from '../domain/events-together.ts';
import { takesPart } from '../domain/huddle.ts';
import type { HuddleId } from '../domain/ids.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import type { Ask, AskBook, AskCommand, AskRefusalCode } from '../domain/upstairs.ts';
import { evolveAsk } from '../domain/upstairs-evolve.ts';
import { decideAsk } from '../domain/upstairs-rules.ts';
import { note } from '../messages/frame.ts';
import { makeQuestion } from '../messages/promise-forms.ts';
import { answerQuestion, askQuestion, mendQuestion } from '../messages/upstairs-forms.ts';
import { askPage, askRefusal, askReply, asksMessage, whichAsk } from '../messages/upstairs.ts';
import type { Records, Reply } from '../ports.ts';
import { upstairsWords } from '../words/en/upstairs.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import type { Aggregate } from './execute.ts';
import { outside } from './outside.ts';
import { answer } from './people-reply.ts';
import { withNames } from './promise-people.ts';
import { nothingFilled, opened } from './promise-questions.ts';

const askAggregate: Aggregate<AskCommand, AskBook, UpstairsEvent> = {
  load: async (records, command) =>
    book(records, command.huddle, command.type === 'AskUpstairs' ? null : command.number),
  decide: decideAsk,
  evolve: evolveAsk,
  save: async (records, { ask }, before) => {
    if (ask !== null) await records.asks.save({ ...ask, version: (before.ask?.version ?? 0) + 1 });
  },
  // One message in each place tells of it, and is changed with it. An answer is told once more, so that nobody misses it.
  react: ({ type, ask: number }, { huddle }) => {
    const note = { subject: `${huddle}/${String(number)}`, to: 'places' } as const;
    const asked = { kind: 'upstairs', ...note } as const;
    return type === 'AskAnswered' ? [asked, { kind: 'upstairs-answer', ...note }] : [asked];
  },
};

/** Throws for a huddle that is not there: nobody can act in one. */
async function book(records: Records, huddle: HuddleId, number: number | null): Promise<AskBook> {
  const home = await records.huddles.get(huddle);
  if (home === null) throw new Error('an ask of an unknown huddle');
  const members = await records.members.of(huddle);
  return {
    huddle,
    zone: home.zone,
    coordinators: new Set(members.filter(({ coordinator }) => coordinator).map(({ person }) => person)),
    nextNumber: await records.asks.nextNumber(huddle),
    ask: number === null ? null : await records.asks.get(huddle, number),
  };
}

export async function performUpstairs(intent: UpstairsIntent, context: Context): Promise<Reply> {
  if (!inHuddle(context) || !takesPart(context.member)) return outside(context);
  const { huddle, records, now } = context;
  switch (intent.want) {
    case 'list': {
      const all = await records.asks.list(huddle.id);
      return answer(context, asksMessage({ huddle, all, page: intent.page, now }));
    }
    case 'ask':
      return ask(intent, context);
    case 'show':
      return onOne(intent.number, context, (found) => Promise.resolve(answer(context, page(found, context))));
    case 'answer':
      return onOne(intent.number, context, (found) => noteAnswer(intent, found, context));
    case 'mend':
      return onOne(intent.number, context, (found) => mend(intent.text, found, context));
    case 'promise':
      return onOne(intent.number, context, (found) => {
        const filled = { ...nothingFilled, what: found.text, due: usualDate(now, huddle) };
        return Promise.resolve(opened(makeQuestion(huddle, filled, null)));
      });
    case 'take-back':
      return onOne(intent.number, context, ({ number }) => act({ type: 'TakeBackAsk', number }, 'back', context));
  }
}

async function onOne(
  number: number | null,
  context: MemberContext,
  then: (ask: Ask) => Promise<Reply>,
): Promise<Reply> {
  if (number === null) return answer(context, whichAsk());
  const found = await context.records.asks.get(context.huddle.id, number);
  return found === null ? answer(context, note(askRefusal(refuse('no-such-ask', { number })))) : then(found);
}

function page(ask: Ask, { huddle, person, member, now }: MemberContext) {
  return askPage(huddle, ask, { person: person.id, coordinator: member.coordinator, now });
}

async function ask({ text, sure }: Extract<UpstairsIntent, { want: 'ask' }>, context: MemberContext): Promise<Reply> {
  if (text === null || !sure) return opened(askQuestion(context.huddle, text));
  return act({ type: 'AskUpstairs', text: await withNames(text, context) }, 'saved', context);
}

type Answer = Extract<UpstairsIntent, { want: 'answer' }>;

async function noteAnswer({ says, words }: Answer, found: Ask, context: MemberContext): Promise<Reply> {
  const { number, state } = found;
  const { huddle, member, interaction } = context;
  if (!member.coordinator || state.status === 'taken-back') {
    const code = member.coordinator ? 'ask-taken-back' : 'ask-coordinators-only';
    return answer(context, note(askRefusal(refuse(code, { number }))));
  }
  if (says === null) {
    if (interaction.kind === 'form') return { kind: 'invalid', fields: { says: upstairsWords.form.pickOne } };
    return opened(answerQuestion(huddle, found, { says, words, why: null }));
  }
  return act({ type: 'AnswerAsk', number, says, words: await withNames(words, context) }, 'noted', context);
}

async function mend(text: string | null, found: Ask, context: MemberContext): Promise<Reply> {
  const { number } = found;
  if (text !== null) return act({ type: 'MendAsk', number, text: await withNames(text, context) }, 'mended', context);
  const why = whyNot(found, context);
  return why === null ? opened(mendQuestion(context.huddle, found)) : answer(context, note(askRefusal(why)));
}

/** Asked before the form opens, so that nobody types for nothing. */
function whyNot({ number, askedBy, state }: Ask, { person, member }: MemberContext): Refusal<AskRefusalCode> | null {
  if (state.status === 'taken-back') return refuse('ask-taken-back', { number });
  if (askedBy !== person.id && !member.coordinator) return refuse('ask-not-yours', { number });
  return state.status === 'answered' ? refuse('ask-answered', { number }) : null;
}

/** A command without what the context knows. */
type Wanted = AskCommand extends infer Each
  ? Each extends AskCommand
    ? Omit<Each, 'huddle' | 'now' | 'by'>
    : never
  : never;

async function act(wanted: Wanted, what: Parameters<typeof askReply>[2], context: MemberContext): Promise<Reply> {
  const { huddle, person, now, records } = context;
  const command: AskCommand = { ...wanted, huddle: huddle.id, now, by: person.id };
  const done = await context.run(askAggregate, command);
  // Only the rules of asks refuse here.
  if (isRefusal(done)) return refused(done as Refusal<AskRefusalCode>, wanted, context);
  const found = await records.asks.get(huddle.id, done.events[0]?.ask ?? 0);
  return found === null ? { kind: 'none' } : { kind: 'private', document: askReply(huddle, found, what) };
}

/** A form stays open with what was typed; a line that lacks its reason gets the form with its words in it. */
async function refused(refusal: Refusal<AskRefusalCode>, wanted: Wanted, context: MemberContext): Promise<Reply> {
  const why = askRefusal(refusal);
  const { interaction, huddle, records } = context;
  if (interaction.kind === 'form')
    return { kind: 'invalid', fields: { [wanted.type === 'AnswerAsk' ? 'words' : 'text']: why } };
  const lacks = refusal.refused === 'ask-reason-needed' || refusal.refused === 'ask-part-needed';
  if (wanted.type === 'AnswerAsk' && lacks) {
    const found = await records.asks.get(huddle.id, wanted.number);
    if (found !== null) return opened(answerQuestion(huddle, found, { says: wanted.says, words: wanted.words, why }));
  }
  return answer(context, note(why));
}
