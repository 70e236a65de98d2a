import type { BalanceLine } from '../../domain/balance.ts';
import type { SideBalance } from '../../domain/side-balance.ts';
import type { LocalDate } from '../../domain/time.ts';
import { count, dayAndDate, joinNames, shortDate } from '../dates.ts';

/** What is told of promises this week, by how many. */
export interface Counts {
  readonly kept: number;
  readonly couldNot: number;
  readonly changed: number;
  readonly dropped: number;
  readonly notKept: number;
  readonly open: number;
}

const wordsGone = 'its words are not shown.';

/** The weekly "we said, we did". Always "we", past facts, counts, no blame. */
export const digestWords = {
  title: (huddle: string) => `${huddle}: we said, we did.`,
  span: (monday: LocalDate, sunday: LocalDate, upTo: string) =>
    `Turns: ${dayAndDate(monday)} to ${dayAndDate(sunday)}. Promises: up to ${upTo}.`,
  counts,
  noPromises: 'We have made no promises yet. To make one, type: we will … by …',
  nothingEnded: 'No promise came to an end this week, and none is open.',

  weDid: (number: number) => `We did, ${String(number)}:`,
  /** Null for someone who has left. */
  saidYes: (name: string | null) => (name === null ? 'Someone who has left said yes.' : `${name} said yes.`),
  couldNot: (number: number) => `We could not, ${String(number)}:`,
  plain: (what: string) => sentence(what),
  because: (what: string, reason: string | null) =>
    sentence(reason === null ? what : `${what}, because: ${sentence(reason)}`),
  next: (what: string) => `What comes next: ${sentence(what)}`,
  changed: (number: number) => `We changed it together, ${String(number)}:`,
  isNow: (number: number) => `It is now promise ${String(number)}.`,
  dropped: (number: number) => `We let this go, ${String(number)}:`,
  notKept: 'Not kept, and we do not know why:',
  noNews: 'No news yet:',
  looking: 'Looking for someone to pick this up:',
  stillOpen: 'Still open:',
  item: (number: number, what: string, standing: string) => `${String(number)}, ${what} (${standing})`,
  wasDue: (due: LocalDate) => `was due ${shortDate(due)}`,
  standing: {
    open: (due: LocalDate) => `due ${shortDate(due)}`,
    claimed: () => 'said done, waiting for a yes',
    disputed: (due: LocalDate) => `not done yet for everyone, due ${shortDate(due)}`,
    suggested: (due: LocalDate) => `due ${shortDate(due)}, a change waits for a yes`,
  },
  andMore: (many: number) => `and ${String(many)} more`,
  moreOpen: (many: number) => `${String(many)} more.`,
  moreEnded: (many: number) => `And ${String(many)} more that ended this week. The thread has them.`,
  moreByTyping: (many: number) => `And ${String(many)} more. To see them all, type: promises.`,
  wordsWiped: 'the words have been wiped',

  heardFrom: (people: number, of: number) => `We heard from ${String(people)} of ${count(of, 'person', 'people')}.`,
  fromMembers: (many: number) =>
    many === 1 ? '1 question came from a member.' : `${String(many)} questions came from members.`,
  quietIsFine: 'Being quiet is fine.',
  talkNext: 'To talk about next:',
  ideas,
  decisions: (many: number) => `${count(many, 'decision')} logged.`,
  ideasTitle: 'Ideas',
  idea: (number: number, text: string | null) => `${String(number)}: ${text === null ? wordsGone : sentence(text)}`,
  ideaTakenUp: (number: number, promise: number) =>
    `${String(number)}: taken up. It is now promise ${String(promise)}.`,
  talk: {
    'new-date': (number: number) => `a new date for promise ${String(number)}`,
    stuck: (number: number) => `what is stopping promise ${String(number)}`,
    asked: (number: number) => `promise ${String(number)}`,
    honest: 'are we being honest, when in 5 weeks we could do it all',
  },
  inThread: 'Proof, who we heard from and who does what are in the thread.',
  notWatched: 'No one watches this chat all the time. Life at risk: call 999. For mental health help, call 111.',

  fromMeeting: (heldOn: LocalDate, people: number) =>
    `From a meeting on ${dayAndDate(heldOn)}: ${count(people, 'person', 'people')} ${people === 1 ? 'was' : 'were'} there.`,
  thereLine: (who: string, people: number) => `${who}: ${String(people)}.`,

  proofTitle: 'Proof',
  proof: (number: number, proof: string | null) =>
    `${String(number)}: ${proof === null ? 'No proof added.' : sentence(proof)}`,
  proofOfClaim: (number: number, proof: string | null) =>
    `${String(number)}, said done: ${proof === null ? 'No proof added.' : sentence(proof)}`,
  stillMissing: (missing: string) => `Still missing: ${sentence(missing)}`,
  agreed: (number: number, on: LocalDate) => `${String(number)}: we agreed this together on ${shortDate(on)}.`,
  noProof: 'No promise was said done this week.',
  inFull: 'In full',
  record: (kept: number, finished: number) => `Kept ${String(kept)} of ${String(finished)} finished.`,
  recordChanged: (changed: number) => `We changed ${String(changed)} together.`,
  recordSince: 'Since we began:',

  heardTitle: 'Who we heard from',
  turns: (turns: number) => `${count(turns, 'turn')} (a turn is one go at speaking).`,
  line: (who: string, people: string, turns: number, percent: number | null) =>
    `${who} (${people}): ${String(turns)}${percent === null ? '' : `, or ${String(percent)}%`}.`,
  people: (people: number, first: boolean) => (first ? count(people, 'person', 'people') : String(people)),
  everyoneElse: 'Everyone else',
  level: (levels: readonly number[]) =>
    new Set(levels).size === 1
      ? `Level would be about ${String(levels[0])} each.`
      : `Level would be about ${joinNames(levels.map(String))}.`,
  twoSides: (using: string, had: number, running: string, theirs: number) =>
    `${using}: ${String(had)}. ${running}: ${String(theirs)}. Half each would be about ${String(Math.round((had + theirs) / 2))}.`,
  sides: {
    'cannot-tell': () => 'We cannot tell if that is more than chance.',
    less: (using: string) => `${using} had less than half this week.`,
    more: (using: string) => `${using} had more than half this week.`,
  } satisfies Record<SideBalance['word'], (using: string) => string>,
  levelForAll: 'About level for all.',
  flagged: {
    'much-more': (who: string) => `${who} had much more this week.`,
    more: (who: string) => `${who} had more this week.`,
    less: (who: string) => `${who} had less this week.`,
    'much-less': (who: string) => `${who} had much less this week.`,
  } satisfies Record<Exclude<BalanceLine['word'], 'level'>, (who: string) => string>,
  canBeChance: 'One week can be chance. We will look again next week.',
  notListened: 'Turns do not tell us who was listened to.',
  notEnough: 'Not enough yet to show numbers by group.',
  hidden: 'We are not showing the numbers this time. We hide them when showing them could give someone away.',
  linesOff: 'This huddle has turned off numbers by group.',
  linesLater: 'Numbers by group start in week 4.',
  rollUp: (from: LocalDate, to: LocalDate) => `4 weeks, ${dayAndDate(from)} to ${dayAndDate(to)}.`,
  rollUpTurns: (turns: number) => `${count(turns, 'turn')} in all.`,
  rollUpLine: (who: string, turns: number, percent: number | null) =>
    `${who}: ${String(turns)}${percent === null ? '' : `, or ${String(percent)}%`}.`,
  rollUpTotal: 'We add up groups only when all 4 weeks showed the same ones.',
  rollUpNotEnough: 'Not enough to add up.',
  leadWeeks: 'Weeks of leading a role.',
  ideasRaised: (raised: number, takenUp: number) =>
    `Ideas: ${String(raised)} raised, ${takenUp === 0 ? 'none' : String(takenUp)} taken up.`,
  ideaLine: (who: string, raised: number, takenUp: number | null) =>
    `${who}: ${String(raised)}${takenUp === null ? '' : `, ${takenUp === 0 ? 'none' : String(takenUp)} taken up`}.`,
  ideaGap: (who: string, points: number) =>
    points === 0
      ? 'The same share of all was taken up.'
      : `${who} had ${String(Math.abs(points))} in 100 ${points > 0 ? 'more' : 'fewer'} taken up than the others.`,

  rolesTitle: 'Who does what',
  leads: (role: string, names: readonly string[]) => `${upperFirst(role)}: ${joinNames(names)}.`,
  forNow: (role: string, names: readonly string[]) => `${upperFirst(role)}: ${joinNames(names)}, for now.`,
  free: (roles: readonly string[]) => `Free to take: ${joinNames(roles)}.`,
  leadRoles: 'Lead roles.',
  openPromises: 'Open promises.',
  share: (who: string, many: number) => `${who}: ${String(many)}.`,
  inAll: (many: number) => `${String(many)} in all.`,
  noneHeld: 'None yet.',
  isItWrong: 'Is this wrong or unfair? Press Something is wrong.',

  yesDone: (number: number) => `Yes, ${String(number)} is done`,
  notYet: 'Not yet',
  notYetOf: (number: number) => `${String(number)} is not done yet`,
  somethingIsWrong: 'Something is wrong',
} as const;

/** "2 kept. 1 we could not do. 4 still open." What is 0 is left out; empty when all are. */
function counts(of: Counts): string {
  const parts: readonly (readonly [number, string])[] = [
    [of.kept, 'kept'],
    [of.couldNot, 'we could not do'],
    [of.notKept, 'not kept'],
    [of.changed, 'changed together'],
    [of.dropped, 'let go'],
    [of.open, 'still open'],
  ];
  return parts.flatMap(([many, words]) => (many === 0 ? [] : [`${String(many)} ${words}.`])).join(' ');
}

/** "2 ideas raised. 1 taken up." */
function ideas(raised: number, takenUp: number): string {
  if (raised === 0) return `${count(takenUp, 'idea')} taken up.`;
  const more = takenUp === 0 ? '' : ` ${String(takenUp)} taken up.`;
  return `${count(raised, 'idea')} raised.${more}`;
}

/** Someone's own words, ended with a full stop where they have no end of their own. */
function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

/** "notes" → "Notes", to begin a line with. */
export function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
