import type { ReportIntent } from '../commands/reports.ts';
import { takesPart } from '../domain/huddle.ts';
import { mayUse } from '../domain/permissions.ts';
import type { ProposalCommand } from '../domain/proposal.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { LocalDate } from '../domain/time.ts';
import { isWorthTelling, type ToldPage } from '../domain/told-page.ts';
import { note } from '../messages/frame.ts';
import { notIn } from '../messages/help.ts';
import { notAllowed } from '../messages/people.ts';
import { proposalRefusal } from '../messages/proposal-refusals.ts';
import { proposalReply } from '../messages/proposal-replies.ts';
import { reportAgreed, reportDraft, reportOver, reportPrint, reportWaiting } from '../messages/reports.ts';
import type { Reply } from '../ports.ts';
import { reportWords as words } from '../words/en/reports.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import { runsIt } from './coordinators.ts';
import { printAddress } from './guests-tokens.ts';
import { inNamed } from './named-huddle.ts';
import { outside } from './outside.ts';
import { answer } from './people-reply.ts';
import { proposalAggregate, proposalFacts } from './proposal-book.ts';
import { agreedReport, askedReports, reportFacts, type AskedReport } from './report-pages.ts';

/**
 * A report for a board, which leaves only with a yes from both sides. Buttons come past the registry, so who may is asked
 * here too: everyone who takes part reads what they are asked about, and nobody but coordinators makes or prints one.
 */
export async function performReports(intent: ReportIntent, asked: Context): Promise<Reply> {
  const context = await inNamed(intent.huddle, asked);
  if (intent.want === 'report-read') {
    if (!inHuddle(context) || !takesPart(context.member)) return outside(context);
    return read(intent.page, context);
  }
  const refusal = mayUse('coordinator', context);
  if (refusal !== null) return answer(context, notAllowed(refusal));
  if (!inHuddle(context)) return answer(context, notIn(context.huddle));
  switch (intent.want) {
    case 'report':
      return show(context);
    case 'report-draft':
      return draft(intent.since, context);
    case 'report-share':
      return share(intent.since, context);
    case 'report-print':
      return print(context);
    case 'report-since-unread':
      return said(words.refusals.since());
  }
}

/** The one that waits; or the newest that may leave; or what one would tell. */
async function show(context: MemberContext): Promise<Reply> {
  const { records, huddle } = context;
  const waiting = (await askedReports(records, huddle)).findLast(isOpen);
  if (waiting !== undefined) return shown(waiting, context);
  const agreed = await agreedReport(records, huddle);
  return agreed === null ? draft(null, context) : privately(reportAgreed(huddle, agreed, { runs: true }));
}

async function draft(since: LocalDate | null, { records, huddle, now }: MemberContext): Promise<Reply> {
  const facts = await reportFacts(records, huddle, { since, now });
  return isWorthTelling(facts) ? privately(reportDraft(huddle, facts, since)) : said(words.refusals.nothing());
}

/** The page is kept as it is now, so that what they say yes to is what leaves. */
async function share(since: LocalDate | null, context: MemberContext): Promise<Reply> {
  const { records, huddle, person, now } = context;
  const facts = await reportFacts(records, huddle, { since, now });
  if (!isWorthTelling(facts)) return said(words.refusals.nothing());
  const number = ((await records.pages.list(huddle.id, 'report')).at(-1)?.number ?? 0) + 1;
  const change = { about: 'report', page: number } as const;
  const by = { huddle: huddle.id, by: person.id, now };
  const command: ProposalCommand = { type: 'Suggest', change, text: '', atOnce: false, ...by };
  const done = await context.run(proposalAggregate, command);
  if (isRefusal(done)) return said(whyNot(done));
  // The same press that arrives again finds its report there.
  const isNew = done.events.some((event) => event.type === 'ProposalMade' && isAbout(event.change, number));
  const rest = { sponsor: null, added: [], postedAt: null, reminded: true, version: 1 };
  const page: ToldPage = { huddle: huddle.id, kind: 'report', number, madeAt: now, facts, ...rest };
  if (isNew) await records.pages.save(page);
  return answer(context, proposalReply(done.events, await proposalFacts(records, huddle.id)));
}

function isAbout(change: AskedReport['proposal']['change'], number: number): boolean {
  return change.about === 'report' && change.page === number;
}

function whyNot(refusal: Refusal): string {
  if (refusal.refused !== 'one-waits') return proposalRefusal(refusal);
  return words.refusals.waitsAlready(Number(refusal.details['number'] ?? 0));
}

/** For everyone: what they are asked about, or the newest that was agreed. */
async function read(number: number | null, context: MemberContext): Promise<Reply> {
  const all = await askedReports(context.records, context.huddle);
  const meant =
    number === null
      ? (all.findLast(isOpen) ?? all.findLast(({ page }) => page.postedAt !== null))
      : all.find(({ page }) => page.number === number);
  return meant === undefined ? said(words.refusals.none()) : shown(meant, context);
}

function shown(report: AskedReport, { huddle, member }: MemberContext): Reply {
  const { page, proposal } = report;
  if (page.postedAt !== null) return privately(reportAgreed(huddle, page, { runs: runsIt(member) }));
  return privately(isOpen(report) ? reportWaiting(huddle, page, proposal.number) : reportOver(huddle, page));
}

function isOpen({ proposal }: AskedReport): boolean {
  return proposal.state.status === 'open';
}

/** Before each side has said yes there is nothing to print, and no link. */
async function print({ records, huddle, links, wallNow }: MemberContext): Promise<Reply> {
  const page = await agreedReport(records, huddle);
  if (page === null) return said(words.refusals.notYet());
  const subject = `${huddle.id}/report/${String(page.number)}`;
  const address = links === null ? null : printAddress(links, { of: 'page', subject }, wallNow);
  return privately(reportPrint(huddle, address));
}

function privately(document: Extract<Reply, { kind: 'private' }>['document']): Reply {
  return { kind: 'private', document };
}

function said(sentence: string): Reply {
  return privately(note(sentence));
}
