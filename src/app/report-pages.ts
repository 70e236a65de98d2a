import { namePartsOf, reportFrom, withReportFacts } from '../domain/board-report.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import { callName, type PageFacts, type ToldPage } from '../domain/told-page.ts';
import { nameless } from '../domain/told-page-facts.ts';
import { whoOf } from '../messages/digest-weeks.ts';
import type { Records } from '../ports.ts';
import { sponsorWords } from '../words/en/sponsor.ts';
import { factsOf } from './sponsor-book.ts';

/** More weeks than any report looks back. */
const mostWeeks = 120;

/** What a report made now would tell. Nobody is named in it, and the sponsor neither. */
export async function reportFacts(
  records: Records,
  huddle: Huddle,
  { since, now }: { readonly since: LocalDate | null; readonly now: Instant },
): Promise<PageFacts> {
  const { id, zone, setUpAt, sponsor } = huddle;
  const names = [...(await records.people.names(id)).values()];
  const called = sponsor === undefined ? [] : [sponsor.words, callName(sponsor.words)];
  const inStead = (some: readonly string[], instead: string) => some.map((name) => ({ name, instead }));
  const besides = [
    ...inStead(names.flatMap(namePartsOf), sponsorWords.someoneHere),
    ...inStead([...called, ...called.slice(-1).flatMap(namePartsOf)], sponsorWords.ourSponsor),
  ];
  const from = reportFrom(since, { now, zone, setUpAt });
  const facts = await factsOf(records, huddle, { from, to: now, before: [], besides });
  const plain = nameless({ names, instead: sponsorWords.someoneHere, besides });
  return withReportFacts(facts, {
    decisions: await records.decisions.list(id),
    digests: (await records.digests.recent(id, mostWeeks)).map(({ facts: told }) => told),
    linesOff: huddle.groupLines === 'off',
    wordsFor: (line) => plain(whoOf(line, huddle)),
  });
}

/** A report, and the suggested change by which it is asked to leave. */
export interface AskedReport {
  readonly page: ToldPage;
  readonly proposal: Proposal;
}

/** Every report that is kept, the newest last. */
export async function askedReports(records: Records, { id }: Huddle): Promise<readonly AskedReport[]> {
  const proposals = await records.proposals.list(id);
  return (await records.pages.list(id, 'report')).flatMap((page) => {
    const proposal = proposals.findLast(({ change }) => change.about === 'report' && change.page === page.number);
    return proposal === undefined ? [] : [{ page, proposal }];
  });
}

/** The newest that each side said yes to. */
export async function agreedReport(records: Records, { id }: Huddle): Promise<ToldPage | null> {
  return (await records.pages.list(id, 'report')).findLast(({ postedAt }) => postedAt !== null) ?? null;
}

/** Each side has said yes: from now on it may leave. */
export async function letLeave(records: Records, { huddle, number, now }: Leaving): Promise<void> {
  const page = await records.pages.get(huddle.id, 'report', number);
  if (page === null) throw new Error('a report was agreed that is not there');
  if (page.postedAt === null) await records.pages.save({ ...page, postedAt: now, version: page.version + 1 });
}

interface Leaving {
  readonly huddle: Huddle;
  readonly number: number;
  readonly now: Instant;
}
