import type { Huddle, Member } from '../domain/huddle.ts';
import { groupOf, sidesOf, standingNow } from '../domain/huddle.ts';
import type { Instant } from '../domain/time.ts';
import { dayAndTime } from '../words/dates.ts';
import { consentWords } from '../words/en/consent.ts';
import { peopleWords as words } from '../words/en/people.ts';
import { safetyWords } from '../words/en/safety.ts';
import { offerActions } from './consent.ts';
import { actions, paragraph, type Action, type Block, type Document } from './document.ts';
import { document, helpAction } from './frame.ts';

/** Whom the notice is for. `setUpBy` is null for the person who set the huddle up. */
export interface NoticeFacts {
  readonly huddle: Huddle;
  readonly name: string;
  readonly setUpBy: string | null;
  /** They were asked to run it too, by someone else. */
  readonly coordinator?: boolean;
  /** Who is told what may tell of danger, where the huddle has switched that on. */
  readonly tells?: { readonly name: string; readonly hours: string } | null;
}

/** What people read before they say yes or no. Its wording has a version: see `notices` in domain/consent.ts before changing what it means. */
export function noticeMessage({ huddle, name, setUpBy, coordinator, tells }: NoticeFacts): Document {
  return document([
    paragraph(
      `${words.hello(name)} ${setUpBy === null ? words.setUpByYou(huddle.name) : words.setUpBy(setUpBy, huddle.name)}`,
    ),
    ...(coordinator === true && setUpBy !== null ? [paragraph(words.runToo(setUpBy))] : []),
    paragraph(words.asks(howOften(huddle))),
    ...(huddle.listening
      ? [paragraph(words.keeps), paragraph(readsWhat(huddle))]
      : [paragraph(`${words.keeps} ${readsWhat(huddle)}`)]),
    ...(tells == null ? [] : [paragraph(safetyWords.noticeTells(tells.name, tells.hours))]),
    paragraph(words.companyCopy),
    paragraph(words.emergencies),
    paragraph(words.canSayNo),
    paragraph(words.takePartAsk),
    actions(
      { action: 'join-yes', subject: huddle.id, label: words.takePartYes, style: 'primary' },
      { action: 'join-no', subject: huddle.id, label: words.takePartNo },
      helpAction(huddle.id),
    ),
  ]);
}

/** What becomes of chat that is not for the bot. */
export function readsWhat({ listening }: Pick<Huddle, 'listening'>): string {
  return listening ? `${words.countsTalk} ${words.sendsNothing}` : words.readsNot;
}

function howOften({ checkIn }: Huddle): string {
  const times = checkIn?.schedule.days.length ?? 1;
  const weeks = checkIn?.schedule.everyWeeks ?? 1;
  if (weeks === 1) return times === 1 ? words.onceAWeek : words.timesAWeek(times);
  return times === 1 ? words.everyWeeks(weeks) : words.timesEveryWeeks(times, weeks);
}

/** The second yes. `before` are lines of news that stand above it. */
export function countQuestion(huddle: Huddle, before: readonly string[]): Document {
  return document([
    ...before.map((line) => paragraph(line)),
    paragraph(`${words.countAsk} ${words.countHow}`),
    actions(
      { action: 'count-yes', subject: huddle.id, label: words.countYes },
      { action: 'count-no', subject: huddle.id, label: words.countNo },
      helpAction(huddle.id),
    ),
  ]);
}

/** Everyone's own choice, never picked for them. */
export function groupQuestion(huddle: Huddle, before: readonly string[]): Document {
  return document([
    ...before.map((line) => paragraph(line)),
    paragraph(words.groupAsk),
    paragraph(words.groupHow),
    actions(
      ...huddle.groups.map(({ key, name }) => ({
        action: 'pick-group',
        subject: `${huddle.id}/${key}`,
        label: name,
      })),
      helpAction(huddle.id),
    ),
  ]);
}

/** Both yeses and the group are there. The summary leaves the group out: lock screens show it. */
export function welcomeMessage(
  huddle: Huddle,
  member: Member,
  { news }: { readonly news: readonly string[] },
): Document {
  const next = nextQuestion(huddle);
  const offers = offerActions(huddle, member);
  const lines = [
    ...news,
    words.youAreIn(huddle.name),
    groupLine(huddle, member),
    ...(sidesOf(huddle, member).includes('running') ? [words.notAppraisal] : []),
    ...(next === null ? [] : [next]),
    ...(offers.length === 0 ? [] : [consentWords.offer]),
  ];
  return document(
    [...lines.map((line) => paragraph(line)), ownActions(huddle, offers)],
    [words.youAreIn(huddle.name), ...(next === null ? [] : [next])].join('\n'),
  );
}

export function groupLine(huddle: Huddle, member: Member): string {
  const standing = standingNow(member);
  const group = groupOf(huddle, standing.group)?.name ?? '';
  const also = groupOf(huddle, standing.also)?.name;
  return also === undefined ? words.yourGroup(group) : words.yourGroups(group, also);
}

function nextQuestion({ checkIn, zone }: Huddle): string | null {
  const at: Instant | null = checkIn?.nextDueAt ?? null;
  return at === null ? null : words.nextQuestion(dayAndTime(at, zone));
}

function ownActions(huddle: Huddle, offers: readonly Action[]): Block {
  return actions(...offers, { action: 'me', subject: huddle.id, label: words.mySettings }, helpAction(huddle.id));
}
