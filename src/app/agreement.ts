import type { ProposalIntent } from '../commands/proposals.ts';
import { decideSigning, evolveSigning, isOf, type SignAgreement, type SigningState } from '../domain/agreement.ts';
import { agreementNow, plainTopic, rowsOf } from '../domain/agreement-words.ts';
import type { AgreementEvent } from '../domain/events-together.ts';
import type { HuddleId } from '../domain/ids.ts';
import { parts, type Part } from '../domain/proposal-change.ts';
import { isRefusal } from '../domain/refusal.ts';
import {
  agreementPage,
  partMessage,
  ruleAnswer,
  rulesMessage,
  signedReply,
  type AgreementFacts,
} from '../messages/agreement.ts';
import { note } from '../messages/frame.ts';
import type { Records, Reply } from '../ports.ts';
import { agreementWords as words } from '../words/en/agreement.ts';
import type { MemberContext } from './context.ts';
import type { Aggregate } from './execute.ts';
import { answer } from './people-reply.ts';
import { proposalBook, proposalFacts } from './proposal-book.ts';

type Wanted = Extract<ProposalIntent, { want: 'part' | 'rule' | 'agreement' | 'sign' }>;

export const signingAggregate: Aggregate<SignAgreement, SigningState, AgreementEvent> = {
  load: (records, { huddle }) => signingState(records, huddle),
  decide: decideSigning,
  evolve: evolveSigning,
  save: async (records, { latest }, before) => {
    if (latest === null) return;
    const isNew = latest.edition !== before.latest?.edition;
    await records.agreements.save({ ...latest, version: isNew ? 1 : latest.version + 1 });
  },
  react: () => [],
};

async function signingState(records: Records, huddle: HuddleId): Promise<SigningState> {
  const book = await proposalBook(records, huddle);
  const now = agreementNow(book);
  return {
    huddle,
    latest: (await records.agreements.list(huddle)).at(-1) ?? null,
    words: Object.fromEntries(parts.map((part) => [part, now[part].text])) as Record<Part, string>,
    parties: book.parties,
  };
}

export async function performAgreement(intent: Wanted, context: MemberContext): Promise<Reply> {
  switch (intent.want) {
    case 'part':
      return { kind: 'private', document: partMessage(intent.part, await factsOf(context)) };
    case 'rule':
      return rule(intent.topic, context);
    case 'agreement':
      return answer(context, agreementPage(intent.page, await factsOf(context)));
    case 'sign':
      return sign(context);
  }
}

/** R1c: whose rules count for something. The words that people use for it are enough. */
async function rule(topic: string | null, context: MemberContext): Promise<Reply> {
  const facts = await factsOf(context);
  if (topic === null) return { kind: 'private', document: rulesMessage(facts) };
  const sought = plainTopic(topic);
  const rows = rowsOf(facts.parts.rules.text);
  const row =
    rows.find((each) => plainTopic(each.topic) === sought) ??
    rows.find((each) => plainTopic(each.topic).includes(sought) || sought.includes(plainTopic(each.topic)));
  return { kind: 'private', document: ruleAnswer(row ?? null, topic, facts) };
}

async function sign(context: MemberContext): Promise<Reply> {
  const { huddle, now, person } = context;
  const done = await context.run(signingAggregate, { type: 'Sign', huddle: huddle.id, now, by: person.id });
  // Only the rules of signing refuse here.
  if (isRefusal(done))
    return { kind: 'private', document: note(words.refusals[done.refused as keyof typeof words.refusals]) };
  return answer(context, signedReply(await factsOf(context)));
}

async function factsOf({ records, huddle, now }: MemberContext): Promise<AgreementFacts> {
  const facts = await proposalFacts(records, huddle.id);
  const signing = await signingState(records, huddle.id);
  const { latest } = signing;
  const isCurrent = latest !== null && isOf(latest, signing.words);
  return { ...facts, parts: agreementNow(facts.book), signing, isCurrent, now };
}
