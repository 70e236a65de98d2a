import type { Huddle } from '../domain/huddle.ts';
import type { HuddleId } from '../domain/ids.ts';
import { localDate, type LocalDate } from '../domain/time.ts';
import type { PageFacts, ToldPage } from '../domain/told-page.ts';
import { dayAndDate } from '../words/dates.ts';
import { reportWords as words } from '../words/en/reports.ts';
import { sponsorWords } from '../words/en/sponsor.ts';
import { actions, paragraph, strong, text, type Action, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';
import { pageBlocks } from './told-page.ts';

/** To those who run the huddle: what a report of that time would tell. It stands nowhere yet. */
export function reportDraft(huddle: Huddle, facts: PageFacts, since: LocalDate | null): Document {
  return document([
    heading(huddle),
    ...[words.private, words.mayNotLeave, words.readForNames, words.stays].map((line) => paragraph(line)),
    ...reportBlocks(facts, huddle),
    actions(shareAction(huddle.id, since), helpAction(huddle.id)),
  ]);
}

/** The one that both sides are asked about, as it would leave. */
export function reportWaiting(huddle: Huddle, page: ToldPage, number: number): Document {
  return document([
    heading(huddle),
    paragraph(words.waits(number)),
    paragraph(words.allOfIt),
    ...reportBlocks(page.facts, huddle),
    actions(
      { action: 'proposal-show', subject: `${huddle.id}/${String(number)}`, label: words.labels.see },
      helpAction(huddle.id),
    ),
  ]);
}

/** One that was taken back or has ended. */
export function reportOver(huddle: Huddle, page: ToldPage): Document {
  return document([heading(huddle), paragraph(words.notAgreed), ...reportBlocks(page.facts, huddle)]);
}

/** One that may leave: to be read by everyone, and printed by those who run the huddle. */
export function reportAgreed(huddle: Huddle, page: ToldPage, { runs }: { readonly runs: boolean }): Document {
  const draft: Action = { action: 'report-draft', subject: huddle.id, label: words.labels.draft };
  const print: Action = { action: 'report-print', subject: huddle.id, label: words.labels.print };
  return document([
    heading(huddle),
    ...agreedLine(huddle, page),
    paragraph(words.mayLeave),
    ...reportBlocks(page.facts, huddle),
    ...(runs ? [paragraph(words.newOne), actions(print, draft, helpAction(huddle.id))] : []),
  ]);
}

/** On paper, or to be sent on. */
export function reportOnPaper(huddle: Huddle, page: ToldPage): Document {
  return document([
    paragraph(strong(words.title(huddle.name))),
    ...agreedLine(huddle, page),
    ...reportBlocks(page.facts, huddle),
  ]);
}

export function reportPrint(huddle: Huddle, address: string | null): Document {
  if (address === null) return note(words.printCopy);
  return document([
    paragraph(`${sponsorWords.printHow} `, { kind: 'link', text: sponsorWords.printLabel, url: address }),
    paragraph(sponsorWords.printEnds),
    actions(helpAction(huddle.id)),
  ]);
}

/** On a suggested change: all that would leave. */
export function readReport(huddle: HuddleId, page: number, number: number): Action {
  const { read, spoken } = words.labels;
  return { action: 'report-read', subject: `${huddle}/${String(page)}`, label: read, spoken: spoken(number) };
}

function heading({ name }: Huddle): Block {
  return { kind: 'heading', text: words.title(name) };
}

function agreedLine({ zone }: Huddle, { postedAt }: ToldPage): readonly Block[] {
  if (postedAt === null) return [];
  const day = localDate(postedAt, zone);
  return [paragraph(strong(words.agreedOn(dayAndDate(day), day.slice(0, 4))))];
}

function reportBlocks(facts: PageFacts, huddle: Huddle): readonly Block[] {
  const { fourWeeks = [], decided = [] } = facts;
  const all = decided.reduce((sum, { many }) => sum + many, 0);
  return [
    ...pageBlocks(facts, huddle),
    ...fourWeeks.map(({ from, to, turns, lines }) => {
      const each = lines.map((line) => words.turnLine(line.who, line.turns, line.percent));
      return paragraph(strong(words.fourWeeks(from, to)), ` ${[words.turns(turns), ...each].join(' ')}`);
    }),
    ...(decided.length === 0
      ? []
      : [
          paragraph(strong(words.decided(all))),
          {
            kind: 'list' as const,
            items: decided.map(({ finalSay, many }) => [text(words.decidedBy(words.finalSay[finalSay], many))]),
          },
        ]),
  ];
}

function shareAction(huddle: HuddleId, since: LocalDate | null): Action {
  const subject = since === null ? huddle : `${huddle}/${since}`;
  return { action: 'report-share', subject, label: words.labels.share };
}
