import { readCheckIn } from '../commands/people-times.ts';
import { readPerson } from '../commands/intent.ts';
import type { ProposalIntent } from '../commands/proposals.ts';
import { takesPart } from '../domain/huddle.ts';
import { linesOf } from '../domain/agreement-words.ts';
import { isPart } from '../domain/proposal-rules.ts';
import type { About, Change } from '../domain/proposal-change.ts';
import type { OnProposals, ProposalCommand } from '../domain/proposal.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import { roleNamed, withFirst } from '../domain/role-names.ts';
import { note } from '../messages/frame.ts';
import { askWhat, changeAsk, noAsk, setHow, yesButAsk } from '../messages/proposal-forms.ts';
import { proposalRefusal } from '../messages/proposal-refusals.ts';
import { proposalPage } from '../messages/proposals.ts';
import { proposalReply, proposalsList } from '../messages/proposal-replies.ts';
import type { Reply } from '../ports.ts';
import { proposalWords as words } from '../words/en/proposals.ts';
import { performAgreement } from './agreement.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import { outside } from './outside.ts';
import { withNames } from './promise-people.ts';
import { proposalAggregate, proposalFacts } from './proposal-book.ts';
import { bringAbout, set } from './proposal-effects.ts';
import { answer } from './people-reply.ts';
import { findPerson } from './who.ts';

export async function performProposals(intent: ProposalIntent, context: Context): Promise<Reply> {
  if (!inHuddle(context) || !takesPart(context.member)) return outside(context);
  switch (intent.want) {
    case 'list':
      return list(context);
    case 'show':
      return show(intent.number, context);
    case 'ask':
      return opened(askWhat(context.huddle, intent, null));
    case 'set-how':
      return { kind: 'private', document: setHow() };
    case 'suggest':
      return suggest(intent, context);
    case 'form':
      return form(intent, context);
    case 'yes':
      return run({ type: 'SayYes', number: intent.number, but: await withNames(intent.but, context) }, context);
    case 'no':
      return run({ type: 'SayNo', number: intent.number, reason: await withNames(intent.reason, context) }, context);
    case 'change':
      return change(intent, context);
    case 'withdraw':
      return intent.number === null
        ? said(words.refusals.nothingToTakeBack())
        : run({ type: 'Withdraw', number: intent.number }, context);
    case 'part':
    case 'rule':
    case 'agreement':
    case 'sign':
      return performAgreement(intent, context);
  }
}

async function list({ records, huddle, person }: MemberContext): Promise<Reply> {
  return { kind: 'private', document: proposalsList(await proposalFacts(records, huddle.id), person.id) };
}

async function show(number: number, { records, huddle, person }: MemberContext): Promise<Reply> {
  const facts = await proposalFacts(records, huddle.id);
  const proposal = facts.book.proposals.get(number);
  if (proposal === undefined) return said(words.refusals['no-such-number'](number));
  return { kind: 'private', document: proposalPage(proposal, facts, person.id) };
}

async function suggest(intent: Extract<ProposalIntent, { want: 'suggest' }>, context: MemberContext): Promise<Reply> {
  const typed = await withNames(intent.words, context);
  const read = await readChange(intent.about, intent.words, context);
  if (isRefusal(read)) return unread(read, { about: intent.about, words: typed }, context);
  return run({ type: 'Suggest', ...read, atOnce: intent.atOnce }, context);
}

/** The same kind of change in other words. */
async function change({ number, words: typed }: Extract<ProposalIntent, { want: 'change' }>, context: MemberContext) {
  const proposal = await context.records.proposals.get(context.huddle.id, number);
  if (proposal === null) return said(words.refusals['no-such-number'](number));
  if (typed === '') return form({ family: 'proposals', want: 'form', form: 'change', number }, context);
  const { change: before } = proposal;
  if (before.about === 'report') return refused(refuse('report-stays', { number }), context);
  const line = typed.replace(/^(?:we|you) (?:will|could|should)\s+/i, '');
  const read = await readChange(before.about, line, context, 'role' in before ? before.role : null);
  if (isRefusal(read)) return refused(read, context);
  return run({ type: 'Amend', number, ...read }, context);
}

type Read = { readonly change: Change; readonly text: string };

/** What was typed, as a change: people, roles and times are the huddle's own. `of` is the role that is meant already. */
async function readChange(
  about: About,
  typed: string,
  context: MemberContext,
  of: string | null = null,
): Promise<Read | Refusal> {
  const { records, huddle, now } = context;
  const text = await withNames(typed, context);
  if (about === 'schedule') {
    const schedule = readCheckIn(text, { now, zone: huddle.zone });
    return isRefusal(schedule)
      ? refuse('times', { ...schedule.details, code: schedule.refused })
      : { change: { about, schedule }, text: '' };
  }
  // A report is made by its own command, and never from words.
  if (about === 'report') return refuse('words-needed');
  if (isPart(about)) return { change: { about }, text: about === 'values' ? linesOf(text).join('\n') : text };
  const roles = withFirst(await records.roles.list(huddle.id), huddle.id);
  if (about === 'new-role') return { change: { about }, text: text.replace(/^(?:the|a|an)\s+/i, '') };
  const [, first, second] = /^(.*?)(?:^|\s+)(?:to|as|into)\s+(.+)$/is.exec(typed.trim()) ?? [];
  const named = (about === 'end-role' ? typed : first) ?? '';
  const role = (named.trim() === '' ? roles.find(({ key }) => key === of) : roleNamed(named, roles)) ?? null;
  if (role === null) return refuse(first === undefined && about !== 'end-role' ? 'role-unread' : 'role-gone');
  if (about === 'end-role') return { change: { about, role: role.key }, text: '' };
  if (about === 'rename-role')
    return { change: { about, role: role.key }, text: (await withNames(second ?? '', context)).trim() };
  const isMe = /^(?:me|myself)$/i.test((second ?? '').trim());
  const to = isMe ? context.person.id : await findPerson(readPerson(second ?? ''), context);
  return to === null ? refuse('person-gone') : { change: { about, role: role.key, to }, text: '' };
}

async function form(
  { form: name, number }: Extract<ProposalIntent, { want: 'form' }>,
  context: MemberContext,
): Promise<Reply> {
  const facts = await proposalFacts(context.records, context.huddle.id);
  const proposal = facts.book.proposals.get(number);
  if (proposal === undefined) return said(words.refusals['no-such-number'](number));
  if (proposal.state.status !== 'open')
    return { kind: 'private', document: proposalPage(proposal, facts, context.person.id) };
  const isReport = proposal.change.about === 'report';
  if (isReport && name === 'change') return refused(refuse('report-stays', { number }), context);
  switch (name) {
    case 'yes-but':
      return opened(yesButAsk(proposal, facts));
    case 'no':
      return opened(noAsk(proposal, facts));
    case 'change':
      return opened(changeAsk(proposal, facts));
  }
}

function opened({ form: asked, document }: ReturnType<typeof askWhat>): Reply {
  return { kind: 'form', form: asked, document };
}

/** Decides, and where that was the last yes, brings it about. */
async function run(wanted: OnProposals, context: MemberContext): Promise<Reply> {
  const { records, huddle, person, now } = context;
  const command: ProposalCommand = { ...wanted, huddle: huddle.id, by: person.id, now };
  const done = await context.run(proposalAggregate, command);
  if (isRefusal(done)) return (await ofPromise(done, context)) ?? refused(done, context, wanted);
  for (const event of done.events) {
    const proposal = done.state.proposals.get(event.number);
    if (proposal === undefined) continue;
    if (event.type === 'ProposalAgreed' && !event.inPlace) await bringAbout(proposal, context);
    if (event.type === 'ProposalMade' && event.inPlace && event.change.about === 'purpose')
      await set({ setting: 'purpose', purpose: proposal.text }, context);
  }
  return answer(context, proposalReply(done.events, await proposalFacts(records, huddle.id)));
}

/** The number is a promise's: it says so, and where to look. */
async function ofPromise(
  { refused: code, details }: Refusal,
  { records, huddle }: MemberContext,
): Promise<Reply | null> {
  const number = Number(details['number'] ?? 0);
  if (code !== 'no-such-number' || (await records.promises.get(huddle.id, number)) === null) return null;
  return said(words.refusals.isPromise(number));
}

/** A form stays open with what was typed; a line gets the sentence, or the form with its words in it. */
function refused(refusal: Refusal, { interaction, huddle }: MemberContext, wanted?: OnProposals): Reply {
  const why = proposalRefusal(refusal);
  if (interaction.kind === 'form') return { kind: 'invalid', fields: { words: why } };
  if (wanted?.type === 'SayNo' && refusal.refused === 'reason-needed') {
    const asked = noAsk({ number: wanted.number }, { huddle });
    return opened(asked);
  }
  return said(why);
}

function unread(refusal: Refusal, filled: { about: About; words: string }, context: MemberContext): Reply {
  if (context.interaction.kind === 'form') return refused(refusal, context);
  return opened(askWhat(context.huddle, filled, proposalRefusal(refusal)));
}

function said(sentence: string): Reply {
  return { kind: 'private', document: note(sentence) };
}
