import { isLapsed } from '../domain/consent.ts';
import { groupOf, type Huddle, type Member } from '../domain/huddle.ts';
import type { PersonId } from '../domain/ids.ts';
import { isPulse } from '../domain/pulse.ts';
import type { Person } from '../domain/person.ts';
import { localDate, type Instant } from '../domain/time.ts';
import { datesInWords } from '../messages/days-off.ts';
import { dataFile, dataPages, type HeldLine, type HeldSection } from '../messages/rights.ts';
import type { Document } from '../messages/document.ts';
import type { OwnRow } from '../ports-kept.ts';
import { count, dayAndDate, dayAndTime } from '../words/dates.ts';
import { coverWords } from '../words/en/cover.ts';
import { platformName } from '../words/en/links.ts';
import { pulseWords } from '../words/en/pulses.ts';
import { proposalWords } from '../words/en/proposals.ts';
import { rightsWords as words } from '../words/en/rights.ts';
import { quietInWords } from '../words/en/settings.ts';
import type { Context } from './context.ts';
import { heldIn, type Held } from './my-data-held.ts';

/** All that is held of one person, in all their huddles: in words, or for a computer. Read anew for each part. */
export async function myData(
  { as, part }: { readonly as: 'words' | 'file'; readonly part: number },
  person: Person,
  context: Context,
): Promise<Document> {
  const rows = await context.records.rights.own(person.id);
  const held = await heldIn(rows, person, context);
  if (as === 'file') return dataFile(fileOf(held, { rows, person }), part);
  const pages = dataPages(await sectionsOf(held, { rows, person, context }));
  const page = pages[Math.min(part, pages.length) - 1];
  if (page === undefined) throw new Error('a list of nothing');
  return page;
}

function fileOf(held: readonly Held[], { rows, person }: { rows: readonly OwnRow[]; person: Person }): string {
  const accounts = rows
    .filter(({ table }) => table === 'identities')
    .map(({ row }) => ({ platform: row['platform'], workspace: row['workspace'], account: row['account'] }));
  const typed = rows
    .filter(({ table, row }) => table === 'room_messages' && row['author'] !== null)
    .map(({ row }) => ({ at: row['at'], words: row['body'] }));
  const addresses = rows.filter(({ table }) => table === 'addresses').map(({ row }) => row['address']);
  return JSON.stringify({
    you: person,
    accounts,
    huddles: held.map(({ huddle, member, ...rest }) => ({
      huddle: huddle.name,
      helpsToRunIt: member.coordinator,
      awayAndCover: coverLines(huddle, member.person),
      standings: member.standings,
      consents: member.consents,
      ...rest,
    })),
    typedInTheWebRoom: typed,
    howToReachYou: addresses,
    rowsThatNameYou: counted(rows),
  });
}

function counted(rows: readonly OwnRow[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { table } of rows) counts[table] = (counts[table] ?? 0) + 1;
  return counts;
}

async function sectionsOf(
  held: readonly Held[],
  { rows, person, context }: { rows: readonly OwnRow[]; person: Person; context: Context },
): Promise<readonly HeldSection[]> {
  const accounts = await context.records.people.identities(person.id);
  const platforms = [...new Set(accounts.map(({ platform }) => platformName[platform]))];
  const you = section(words.you, [
    words.name(person.name),
    ...(platforms.length === 0 ? [] : [words.accounts(platforms)]),
    person.quiet === null ? words.quietOfHuddle : words.quiet(quietInWords(person.quiet)),
    ...(person.zone === null ? [] : [words.zone(person.zone)]),
    ...(person.reachOn === null ? [] : [words.reach(platformName[person.reachOn])]),
    ...(person.heldUntil === undefined || person.heldUntil <= context.now
      ? []
      : [words.held(dayAndTime(person.heldUntil, person.zone ?? 'Europe/London'))]),
    words.notes(String(waitingNotes(rows, person.id))),
    words.codes(String(rows.filter(({ table }) => table === 'codes').length)),
    words.namedOnly,
  ]);
  const outside = platforms.filter((name) => name !== platformName.web);
  const notHeld = section(words.notHeld, [
    words.notHeldTalk,
    words.notHeldWorry,
    ...(await pulseLines(held, context)),
    ...(outside.length === 0 ? [] : [words.platformKeeps(outside)]),
    words.backups,
  ]);
  return [you, ...held.map(sectionOf), notHeld];
}

/** Said to everyone of a huddle that had private questions: whether one answered them is known to nobody. */
async function pulseLines(held: readonly Held[], { records }: Context): Promise<readonly string[]> {
  const lines = new Set<string>();
  for (const { huddle } of held) {
    const recent = await records.rounds.recent(huddle.id, 5);
    if (recent.some(({ status, prompt }) => status === 'open' && isPulse(prompt))) lines.add(pulseWords.dataOpen);
    if ((await records.pulses.list(huddle.id)).length > 0) lines.add(pulseWords.dataClosed);
  }
  return [...lines];
}

function waitingNotes(rows: readonly OwnRow[], person: PersonId): number {
  return rows.filter(
    ({ table, row }) =>
      table === 'outbox' && row['ready_at'] !== null && String(row['addressee']).startsWith(`person/${person}`),
  ).length;
}

function section(title: string, lines: readonly string[]): HeldSection {
  return { title, lines: lines.map((line) => ({ line, quote: null })) };
}

function sectionOf(held: Held): HeldSection {
  const { huddle, member, turns, complaints } = held;
  const on = (at: Instant) => dayAndDate(localDate(at, huddle.zone));
  const [first, last] = [turns[0], turns.at(-1)];
  const plain = (line: string): HeldLine => ({ line, quote: null });
  return {
    title: huddle.name,
    lines: [
      ...(member.coordinator ? [plain(words.coordinator)] : []),
      ...member.standings.map((standing) => plain(words.from(on(standing.from), standingInWords(huddle, standing)))),
      ...member.consents.map(({ to, yes, at, notice }) =>
        plain((yes ? words.saidYes : words.saidNo)(words.consentTo[to], on(at), notice)),
      ),
      ...(isLapsed(member) ? [plain(words.waitsForYes)] : []),
      first === undefined || last === undefined
        ? plain(words.noTurns)
        : plain(words.turns(count(turns.length, 'time'), on(first.at), on(last.at))),
      ...held.answers.flatMap((answer) => answerLine(answer, on)),
      ...held.promises.map(({ number, what, due }) => plain(words.promise(number, what, dayAndDate(due)))),
      ...held.ideas.map(({ number, raised, text }) => ({ line: words.idea(number, on(raised)), quote: text })),
      ...held.questions.map(({ number, added, text }) => ({ line: words.ownQuestion(number, on(added)), quote: text })),
      ...held.ruledOut.map(({ number, text }) => ({ line: words.ruledOut(number), quote: text })),
      ...held.decisions.map(({ number, logged, wrote }) => ({
        line: words.decision(number, on(logged)),
        quote: wrote.length === 0 ? null : wrote.join('\n'),
      })),
      ...held.asks.map(({ number, asked, wrote }) => ({
        line: words.ask(number, on(asked)),
        quote: wrote.length === 0 ? null : wrote.join('\n'),
      })),
      ...held.suggestedChanges.map(({ number, about, said }) => ({
        line: words.suggestedChange(number, proposalWords.about[about]),
        quote: said,
      })),
      ...held.signatures.map((at) => plain(words.signed(on(at)))),
      ...held.meetings.map(({ number, heldOn, yours, words: said }) => ({
        line: (yours ? words.meeting : words.meetingNamed)(number, dayAndDate(heldOn)),
        quote: said,
      })),
      ...held.standsIn.map(({ name, from }) => plain(words.standsIn(name, on(from)))),
      ...held.roles.map(({ name, from }) => plain(words.role(name, on(from)))),
      ...complaints.map((at) => plain(words.complained(on(at)))),
      ...(huddle.complaints?.person === member.person ? [plain(words.takesComplaints)] : []),
      ...(huddle.dataContact?.person === member.person ? [plain(words.answersForData)] : []),
      ...(huddle.sponsor?.person === member.person ? [plain(words.isSponsor)] : []),
      ...(huddle.safety?.contact?.person === member.person ? [plain(words.keepsSafe)] : []),
      ...(huddle.checkers?.people.some(({ person }) => person === member.person) === true
        ? [plain(words.isChecker)]
        : []),
      ...(huddle.safety?.telling?.lead === member.person ? [plain(words.isLead)] : []),
      ...coverLines(huddle, member.person).map(plain),
    ],
  };
}

function coverLines({ cover }: Huddle, person: PersonId): readonly string[] {
  const away = cover?.away ?? [];
  return [
    ...away.filter((one) => one.person === person).map(({ until }) => coverWords.dataAway(until)),
    ...away.filter((one) => one.cover === person).map(({ until }) => coverWords.dataCovers(until)),
    ...(cover?.lastActs ?? []).filter((act) => act.person === person).map(({ on }) => coverWords.dataLast(on)),
  ];
}

function standingInWords(huddle: Huddle, { status, group, counted, daysOff }: Member['standings'][number]): string {
  const name = groupOf(huddle, group)?.name;
  const plain = words.standings[status];
  const standing = daysOff === undefined ? plain : words.withDaysOff(plain, datesInWords(daysOff));
  return name === undefined ? standing : words.inGroup(standing, name, counted ? words.counted : words.notCounted);
}

function answerLine(answer: Held['answers'][number], on: (at: Instant) => string): readonly HeldLine[] {
  const { answered, seenBy, words: said, asked, helped, skipped } = answer;
  const who = seenBy === null ? '' : `${words.seen[seenBy]}${helped ? ` ${words.answerHelped}` : ''}`;
  if (answered === null || seenBy === null)
    return skipped
      ? [{ line: words.skipped(on(asked)), quote: null }]
      : [{ line: words.notAnswered(on(asked)), quote: null }];
  if (said === null) return [{ line: words.answerGone(on(answered)), quote: null }];
  return [{ line: words.answer(on(answered), who), quote: said }];
}
