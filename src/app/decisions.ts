import type { DecisionIntent } from '../commands/decisions.ts';
import type { DecisionParts } from '../commands/decision-line.ts';
import type {
  Decision,
  DecisionBook,
  DecisionCommand,
  DecisionRefusalCode,
  DecisionWords,
} from '../domain/decision.ts';
import { evolveDecision } from '../domain/decision-evolve.ts';
import { decideDecision, longestTold } from '../domain/decision-rules.ts';
import type { DecisionEvent } from '../domain/events-together.ts';
import { sidesOf, takesPart } from '../domain/huddle.ts';
import type { HuddleId } from '../domain/ids.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import { localDate } from '../domain/time.ts';
import { correctionQuestion, logQuestion } from '../messages/decision-forms.ts';
import {
  decisionPage,
  decisionRefusal,
  decisionReply,
  decisionsMessage,
  whichDecision,
} from '../messages/decisions.ts';
import { note } from '../messages/frame.ts';
import type { Records, Reply } from '../ports.ts';
import { decisionWords } from '../words/en/decisions.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import type { Aggregate } from './execute.ts';
import { outside } from './outside.ts';
import { answer } from './people-reply.ts';
import { withNames } from './promise-people.ts';
import { opened } from './promise-questions.ts';

const decisionAggregate: Aggregate<DecisionCommand, DecisionBook, DecisionEvent> = {
  load: async (records, command) =>
    book(records, command.huddle, command.type === 'LogDecision' ? null : command.number),
  decide: decideDecision,
  evolve: evolveDecision,
  save: async (records, { decision }, before) => {
    if (decision !== null) await records.decisions.save({ ...decision, version: (before.decision?.version ?? 0) + 1 });
  },
  // One message in each place tells of it, and is changed with it.
  react: ({ decision: number }, { huddle }) => [
    { kind: 'decision', subject: `${huddle}/${String(number)}`, to: 'places' },
  ],
};

/** Throws for a huddle that is not there: nobody can act in one. */
async function book(records: Records, huddle: HuddleId, number: number | null): Promise<DecisionBook> {
  const home = await records.huddles.get(huddle);
  if (home === null) throw new Error('a decision of an unknown huddle');
  const members = await records.members.of(huddle);
  return {
    huddle,
    zone: home.zone,
    parties: new Map(
      members.map((member) => [member.person, { sides: sidesOf(home, member), standings: member.standings }]),
    ),
    coordinators: new Set(members.filter(({ coordinator }) => coordinator).map(({ person }) => person)),
    nextNumber: await records.decisions.nextNumber(huddle),
    decision: number === null ? null : await records.decisions.get(huddle, number),
  };
}

export async function performDecisions(intent: DecisionIntent, context: Context): Promise<Reply> {
  if (!inHuddle(context) || !takesPart(context.member)) return outside(context);
  const { huddle, records } = context;
  switch (intent.want) {
    case 'list': {
      const all = await records.decisions.list(huddle.id);
      return answer(context, decisionsMessage({ huddle, all, page: intent.page, now: context.now }));
    }
    case 'log':
      return log(intent.parts, context);
    case 'show':
      return onOne(intent.number, context, (decision) =>
        Promise.resolve(answer(context, decisionPage(huddle, decision, mayCorrect(decision, context)))),
      );
    case 'yes':
      return onOne(intent.number, context, ({ number }) => act({ type: 'SayItWasSo', number }, 'saidYes', context));
    case 'correct':
      return onOne(intent.number, context, (decision) => correct(intent.parts, decision, context));
  }
}

async function onOne(
  number: number | null,
  context: MemberContext,
  then: (decision: Decision) => Promise<Reply>,
): Promise<Reply> {
  if (number === null) return answer(context, whichDecision());
  const decision = await context.records.decisions.get(context.huddle.id, number);
  if (decision !== null) return then(decision);
  return answer(context, note(decisionRefusal(refuse('no-such-decision', { number }))));
}

function mayCorrect({ loggedBy, loggedAt }: Decision, { person, member, now, huddle }: MemberContext): boolean {
  const isToday = localDate(loggedAt, huddle.zone) === localDate(now, huddle.zone);
  return isToday && (member.coordinator || loggedBy === person.id);
}

async function log(parts: DecisionParts, context: MemberContext): Promise<Reply> {
  const { finalSay, rung } = parts;
  if (parts.what !== null && finalSay !== null && rung !== null) {
    const { lived, practice } = parts;
    const words = await named({ what: parts.what, finalSay, rung, lived, practice }, context);
    return act({ type: 'LogDecision', words }, 'saved', context);
  }
  if (context.interaction.kind === 'form') return unpicked(parts);
  const typed = context.interaction.kind === 'action' ? null : typedLine(parts);
  return opened(logQuestion(context.huddle, parts, typed));
}

/** Says again what was read from a line, so that a button can bring it to the form. */
function typedLine({ what, finalSay, rung, lived, practice }: DecisionParts): string | null {
  const parts = [
    what,
    finalSay === null ? null : `final say ${decisionWords.finalSay[finalSay]}`,
    rung === null ? null : `rung ${decisionWords.rung[rung]}`,
    lived === null ? null : `lived experience: ${lived}`,
    practice === null ? null : `practice: ${practice}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function unpicked({ finalSay, rung }: DecisionParts): Reply {
  const { pickOne } = decisionWords.form;
  const fields = {
    ...(finalSay === null ? { 'final-say': pickOne } : {}),
    ...(rung === null ? { rung: pickOne } : {}),
  };
  return { kind: 'invalid', fields };
}

async function correct(parts: DecisionParts | null, decision: Decision, context: MemberContext): Promise<Reply> {
  const { number, words: now } = decision;
  if (parts === null) {
    const why = mayCorrect(decision, context) ? null : whyNot(decision, context);
    return why === null ? opened(correctionQuestion(context.huddle, decision)) : answer(context, note(why));
  }
  const words = await named(
    {
      what: parts.what ?? now.what,
      finalSay: parts.finalSay ?? now.finalSay,
      rung: parts.rung ?? now.rung,
      lived: parts.lived ?? now.lived,
      practice: parts.practice ?? now.practice,
    },
    context,
  );
  return act({ type: 'CorrectDecision', number, words }, 'corrected', context);
}

function whyNot({ number, loggedBy }: Decision, { person, member }: MemberContext): string {
  const isTheirs = member.coordinator || loggedBy === person.id;
  return decisionRefusal(refuse(isTheirs ? 'decision-day-over' : 'decision-not-yours', { number }));
}

async function named(words: DecisionWords, context: MemberContext): Promise<DecisionWords> {
  const { what, lived, practice } = words;
  return {
    ...words,
    what: await withNames(what, context),
    lived: await withNames(lived, context),
    practice: await withNames(practice, context),
  };
}

/** A command without what the context knows. */
type Wanted = DecisionCommand extends infer Each
  ? Each extends DecisionCommand
    ? Omit<Each, 'huddle' | 'now' | 'by'>
    : never
  : never;

async function act(wanted: Wanted, what: Parameters<typeof decisionReply>[2], context: MemberContext): Promise<Reply> {
  const { huddle, person, now, records } = context;
  const command: DecisionCommand = { ...wanted, huddle: huddle.id, now, by: person.id };
  const done = await context.run(decisionAggregate, command);
  // Only the rules of decisions refuse here.
  if (isRefusal(done)) return refused(done as Refusal<DecisionRefusalCode>, wanted, context);
  const number = done.events[0]?.decision ?? 0;
  const decision = await records.decisions.get(huddle.id, number);
  return decision === null ? { kind: 'none' } : { kind: 'private', document: decisionReply(huddle, decision, what) };
}

function refused(refusal: Refusal<DecisionRefusalCode>, wanted: Wanted, context: MemberContext): Reply {
  const why = decisionRefusal(refusal);
  if (context.interaction.kind !== 'form') return { kind: 'private', document: note(why) };
  return { kind: 'invalid', fields: { [fieldOf(refusal.refused, wanted)]: why } };
}

function fieldOf(code: DecisionRefusalCode, wanted: Wanted): string {
  if (code === 'not-co-produced') return 'rung';
  if (code !== 'told-too-long' || !('words' in wanted)) return 'what';
  return (wanted.words.lived ?? '').length > longestTold ? 'lived' : 'practice';
}
