import type { Commitment } from '../domain/commitment.ts';
import type { Balance, BalanceLine } from '../domain/balance.ts';
import { finished } from '../domain/commitment-standing.ts';
import type { DigestFacts, PromiseLine } from '../domain/digest.ts';
import type { Held } from '../domain/held.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { MeetingLine } from '../domain/meeting-there.ts';
import { withFirst } from '../domain/role-names.ts';
import type { SideBalance } from '../domain/side-balance.ts';
import { localDate } from '../domain/time.ts';
import { joinNames } from '../words/dates.ts';
import { checkerWords } from '../words/en/checkers.ts';
import { digestWords as words } from '../words/en/digest.ts';
import { whoIsOn } from '../words/en/sides.ts';
import {
  clip,
  endedWords,
  isUnchecked,
  item,
  lists,
  nameOf,
  promiseOf,
  wasClipped,
  type DigestGiven,
  type Told,
} from './digest-lines.ts';
import { pulseBlocks } from './digest-pulses.ts';
import { rollUpBlocks, whoOf } from './digest-weeks.ts';
import { decisionBlocks } from './digest-decisions.ts';
import { changeBlocks } from './digest-changes.ts';
import { stepBlocks } from './digest-steps.ts';
import { actions, paragraph, strong, text, type Action, type Block, type Document, type Rich } from './document.ts';
import { document, helpAction } from './frame.ts';
import { plainRich } from './plain-text.ts';

/** A thread has room for whole sentences; these only keep a message of it from being too long to post. */
const mostInThread = 400;
const mostOfAll = 4500;

/** What shows that the promises were kept, and all that found no room in the channel. */
export function proofMessage(facts: DigestFacts, given: DigestGiven, told: Told): Document {
  const proofs = facts.promises.flatMap((line) => proofOf(line, { facts, given }));
  return document([
    { kind: 'heading', text: words.proofTitle },
    ...(proofs.length === 0 ? [paragraph(words.noProof)] : within(proofs.map((proof) => [text(proof)]))),
    ...inFull(told, given),
    ...ideaBlocks(facts, given),
    ...decisionBlocks(facts.decisions ?? [], { ...given, noWords: isUnchecked(facts, given) }),
    ...changeBlocks(facts.changes ?? [], { ...given, noWords: isUnchecked(facts, given) }),
    ...sinceDraft(facts, given),
    ...recordBlocks(facts),
  ]);
}

function proofOf(
  line: PromiseLine,
  { facts, given }: { readonly facts: DigestFacts; readonly given: DigestGiven },
): readonly string[] {
  const promise = promiseOf(line, given);
  if (promise === null) return [];
  if (isUnchecked(facts, given) || facts.signOff?.hidden.includes(line.number) === true)
    return withoutQuotes(line, { promise, given });
  const proof = promise.proof === null ? null : clip(promise.proof, mostInThread);
  const missing = promise.missing === null ? [] : [words.stillMissing(clip(promise.missing, mostInThread))];
  switch (line.status) {
    case 'kept':
      return [[words.proof(line.number, proof), ...missing].join(' ')];
    case 'claimed':
      return [words.proofOfClaim(line.number, proof)];
    case 'disputed':
      return missing.map((said) => `${String(line.number)}: ${said}`);
    case 'changed':
    case 'dropped':
      return [words.agreed(line.number, localDate(promise.movedAt, given.huddle.zone))];
    case 'could-not':
    case 'not-kept':
    case 'open':
    case 'suggested':
    case 'late':
    case 'looking':
      return [];
  }
}

/** What someone wrote stays out; that there is proof does not. */
function withoutQuotes(
  line: PromiseLine,
  { promise, given }: { readonly promise: Commitment; readonly given: DigestGiven },
): readonly string[] {
  const { number, status } = line;
  if (status === 'kept') return [promise.proof === null ? words.proof(number, null) : checkerWords.proofHidden(number)];
  if (status === 'claimed')
    return [promise.proof === null ? words.proofOfClaim(number, null) : checkerWords.proofHiddenOfClaim(number)];
  if (status === 'changed' || status === 'dropped')
    return [words.agreed(number, localDate(promise.movedAt, given.huddle.zone))];
  return [];
}

/** What was raised and what became a promise, and no name beside any. */
function ideaBlocks(facts: DigestFacts, given: DigestGiven): readonly Block[] {
  if (facts.ideas === undefined) return [];
  const { raised, takenUp } = facts.ideas;
  const found = new Map((given.ideas ?? []).map((idea) => [idea.number, idea]));
  const textOf = (number: number) => (isUnchecked(facts, given) ? null : (found.get(number)?.text ?? null));
  const clipped = (number: number) => {
    const said = textOf(number);
    return words.idea(number, said === null ? null : clip(said, mostInThread));
  };
  const up = takenUp.map((number) => words.ideaTakenUp(number, found.get(number)?.takenUp?.promise ?? 0));
  const all = [...raised.map(clipped), ...up].map((line) => [text(line)]);
  return [paragraph(strong(words.ideasTitle)), ...within(all)];
}

/** What is not as those who check had it before them: for all to see. */
function sinceDraft({ signOff }: DigestFacts, given: DigestGiven): readonly Block[] {
  if (signOff === undefined || given.isDraft === true) return [];
  const { moved, hidden, added, by } = signOff;
  const numbers = (list: readonly number[]) => joinNames(list.map(String));
  const said = [
    ...(moved.length === 0 || by.length === 0 ? [] : [checkerWords.moved(numbers(moved))]),
    ...(hidden.length === 0 ? [] : [checkerWords.hidden(numbers(hidden))]),
    ...(added.length === 0 ? [] : [checkerWords.added(numbers(added))]),
  ];
  return said.length === 0 ? [] : [paragraph(strong(checkerWords.sinceDraft), ` ${said.join(' ')}`)];
}

function inFull({ shown, rest, most, since }: Told, given: DigestGiven): readonly Block[] {
  const cut = shown.filter((line) => line.status === 'could-not' && wasClipped(line, given, most));
  const all = [...cut, ...rest].map((line) => whole(line, given, since));
  return all.length === 0 ? [] : [paragraph(strong(words.inFull)), ...within(all)];
}

function whole(line: PromiseLine, given: DigestGiven, since: readonly number[]): Rich {
  switch (line.status) {
    case 'kept':
    case 'could-not':
    case 'changed':
    case 'dropped':
      return endedWords(line, line.status, { given, most: mostInThread });
    case 'not-kept':
    case 'open':
    case 'claimed':
    case 'disputed':
    case 'suggested':
    case 'late':
    case 'looking':
      return [text(`${item(line, given, { most: mostInThread, since })}.`)];
  }
}

/** As many as a message holds, and where to see the others. */
function within(items: readonly Rich[]): readonly Block[] {
  const some: Rich[] = [];
  let room = mostOfAll;
  for (const item of items) {
    room -= plainRich(item).length;
    if (room < 0) break;
    some.push(item);
  }
  const more = items.length - some.length;
  return [...lists(some), ...(more === 0 ? [] : [paragraph(words.moreByTyping(more))])];
}

function recordBlocks({ record }: DigestFacts): readonly Block[] {
  if (finished(record) + record.changed === 0) return [];
  const kept = finished(record) === 0 ? [] : [words.record(record.kept, finished(record))];
  const changed = record.changed === 0 ? [] : [words.recordChanged(record.changed)];
  return [paragraph([words.recordSince, ...kept, ...changed].join(' '))];
}

/** Turns by the lines that may be shown, or why there are none; and with every fourth one four weeks. No name, ever. */
export function heardMessage({ balance, rollUp, meetings, steps }: DigestFacts, { huddle }: DigestGiven): Document {
  const weeks = rollUp === undefined ? [] : rollUpBlocks(rollUp, huddle);
  return document([
    { kind: 'heading', text: words.heardTitle },
    ...balanceBlocks(balance, huddle),
    ...(meetings?.first ?? []).map((meeting) => paragraph(thereInWords(meeting, huddle))),
    ...weeks,
    paragraph(words.notListened),
    ...stepBlocks(steps),
  ]);
}

function balanceBlocks(balance: Balance, huddle: Huddle): readonly Block[] {
  switch (balance.shown) {
    case 'not-enough':
      return [paragraph(words.notEnough)];
    case 'total': {
      const why = { off: words.linesOff, later: words.linesLater, hidden: words.hidden }[balance.why];
      return [paragraph(`${words.turns(balance.turns)} ${why}`)];
    }
    case 'lines': {
      const { turns, lines, sides } = balance;
      const counted = lines.map((line, index) => lineWords(line, { huddle, first: index === 0 }));
      const level = `${words.level(lines.map((line) => line.level))} ${wordsFor(lines, huddle)}`;
      return [
        paragraph([words.turns(turns), ...counted].join(' ')),
        paragraph(sides === undefined ? level : sidesWords(sides, huddle)),
      ];
    }
  }
}

/** "Equal sides": half for who uses the service, half for who runs it, however many they are. */
function sidesWords({ using, of, word }: SideBalance, { groups }: Huddle): string {
  const [who, running] = [whoIsOn('using', groups), whoIsOn('running', groups)];
  const chance = word === 'cannot-tell' ? [] : [words.canBeChance];
  return [words.twoSides(who, using, running, of - using), words.sides[word](who), ...chance].join(' ');
}

function lineWords(line: BalanceLine, { huddle, first }: { huddle: Huddle; first: boolean }): string {
  return words.line(whoOf(line.who, huddle), words.people(line.people, first), line.turns, line.percent);
}

function wordsFor(lines: readonly BalanceLine[], huddle: Huddle): string {
  const flagged = lines.flatMap((line) =>
    line.word === 'level' ? [] : [words.flagged[line.word](whoOf(line.who, huddle))],
  );
  return flagged.length === 0 ? words.levelForAll : [...flagged, words.canBeChance].join(' ');
}

/** Who leads what, by name and without their group; then by side, without names. */
export function splitMessage(facts: DigestFacts, given: DigestGiven, wrong: Action): Document {
  const { huddle } = given;
  const bySide = (of: 'leadRoles' | 'openPromises') =>
    facts.held === undefined
      ? facts.split.map((part) => words.share(whoIsOn(part.side, huddle.groups), part[of])).join(' ')
      : heldWords(facts.held[of], huddle);
  return document([
    { kind: 'heading', text: words.rolesTitle },
    ...roleBlocks(facts, given),
    paragraph(strong(words.leadRoles), ` ${bySide('leadRoles')}`),
    paragraph(strong(words.openPromises), ` ${bySide('openPromises')}`),
    ...pulseBlocks(facts.pulses ?? [], given),
    paragraph(words.isItWrong),
    actions(wrong, helpAction(huddle.id)),
  ]);
}

function heldWords({ total, lines, isOff }: Held, huddle: Huddle): string {
  if (total === 0) return words.noneHeld;
  if (lines === null) return `${words.inAll(total)} ${isOff === true ? words.linesOff : words.hidden}`;
  return lines.map(({ who, amount }) => words.share(whoOf(who, huddle), amount)).join(' ');
}

function roleBlocks({ roles }: DigestFacts, given: DigestGiven): readonly Block[] {
  const named = new Map(withFirst(given.roles, given.huddle.id).map(({ key, name }) => [key, name]));
  const nameOfRole = (key: (typeof roles)[number]['role']) => named.get(key) ?? key;
  const held = roles.filter(({ holders }) => holders.length > 0);
  const free = roles.filter(({ holders }) => holders.length === 0);
  const lines = held.map(({ role, holders, isStandIn }) => {
    const people = holders.map((person) => nameOf(person, given));
    return isStandIn === true ? words.forNow(nameOfRole(role), people) : words.leads(nameOfRole(role), people);
  });
  const open = free.length === 0 ? [] : [words.free(free.map(({ role }) => nameOfRole(role)))];
  return lists([...lines, ...open].map((line) => [text(line)]));
}

/** Who was at a meeting, by the lines that may be shown. Beside the turns, and never among them. */
function thereInWords({ heldOn, people, lines }: MeetingLine, huddle: Huddle): string {
  const counted = (lines ?? []).map((line) => words.thereLine(whoOf(line.who, huddle), line.people));
  return [words.fromMeeting(heldOn, people), ...counted].join(' ');
}
