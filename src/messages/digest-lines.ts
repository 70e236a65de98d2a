import type { Decision } from '../domain/decision.ts';
import type { Commitment } from '../domain/commitment.ts';
import type { PromiseLine } from '../domain/digest.ts';
import type { SignOff } from '../domain/sign-off.ts';
import type { Idea } from '../domain/idea.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { PersonId, RoundId } from '../domain/ids.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { Role } from '../domain/role-split.ts';
import type { Prompt } from '../domain/round.ts';
import { commonWords } from '../words/en/common.ts';
import { checkerWords } from '../words/en/checkers.ts';
import { digestWords as words } from '../words/en/digest.ts';
import { paragraph, strong, text, type Block, type Rich } from './document.ts';
import { plainRich } from './plain-text.ts';

/** What the facts leave out: names and words, as they are when the message is built. Who has left has no name here. */
export interface DigestGiven {
  readonly huddle: Huddle;
  readonly names: ReadonlyMap<PersonId, string>;
  readonly promises: readonly Commitment[];
  readonly roles: readonly Role[];
  readonly proposals?: readonly Proposal[];
  /** The private questions that it tells of, by round. */
  readonly ideas?: readonly Idea[];
  readonly decisions?: readonly Decision[];
  /** Shown in private to someone who checks it, or as a preview. */
  readonly isDraft?: true;
  readonly asked?: ReadonlyMap<RoundId, Prompt>;
}

/** Which promises stand in the channel, which wait in the thread, and how much of anyone's words is shown there. */
export interface Told {
  readonly shown: readonly PromiseLine[];
  readonly rest: readonly PromiseLine[];
  readonly most: number;
  /** Promises that moved after those who checked had seen them. */
  readonly since: readonly number[];
}

type Status = PromiseLine['status'];

const endings = ['kept', 'could-not', 'changed', 'dropped'] as const;
/** Slack takes 50 blocks a message: past this many, what ended stands in a list instead of a paragraph each. */
const mostParagraphs = 12;
/** A section of a Slack message takes 3,000 characters (https://docs.slack.dev/reference/block-kit/blocks/section-block). */
const mostInList = 2500;

/** The promises in the channel, in the order of the digest: what came to an end one by one, then what is open. */
export function promiseBlocks(told: Told, given: DigestGiven): readonly Block[] {
  const ended = endings.flatMap((status) =>
    withStatus(told.shown, status).map((line) =>
      marked(endedWords(line, status, { given, most: told.most }), line, told),
    ),
  );
  const endedRest = told.rest.filter(({ status }) => ['kept', 'changed', 'dropped'].includes(status)).length;
  return [
    ...(ended.length > mostParagraphs
      ? lists(ended)
      : ended.map((content) => ({ kind: 'paragraph' as const, content }))),
    ...(endedRest === 0 ? [] : [paragraph(words.moreEnded(endedRest))]),
    ...listed(words.notKept, withStatus(told.shown, 'not-kept'), told, given),
    ...openBlocks(told, { given, more: told.rest.length - endedRest }),
  ];
}

/** With a mark where it is not as it was checked. */
function marked(content: Rich, { number }: PromiseLine, { since }: Told): Rich {
  return since.includes(number) ? [...content, text(` (${checkerWords.sinceCheck})`)] : content;
}

/** Whether it goes out without a check: then with facts alone, and nobody's words. */
export function isUnchecked({ signOff }: { readonly signOff?: SignOff }, { isDraft }: DigestGiven): boolean {
  return signOff?.by.length === 0 && isDraft !== true;
}

/** One promise that came to an end, beginning with how. */
export function endedWords(
  line: PromiseLine,
  status: 'kept' | 'could-not' | 'changed' | 'dropped',
  { given, most }: { readonly given: DigestGiven; readonly most: number },
): Rich {
  const what = whatOf(line, given, most);
  const { number } = line;
  switch (status) {
    case 'kept':
      return ledBy(
        words.weDid(number),
        words.plain(what),
        words.saidYes(line.by === null ? null : (given.names.get(line.by) ?? null)),
      );
    case 'changed':
      return ledBy(words.changed(number), words.plain(what), line.into === null ? null : words.isNow(line.into));
    case 'dropped':
      return ledBy(words.dropped(number), words.plain(what), null);
    case 'could-not': {
      const { reason, next } = promiseOf(line, given) ?? { reason: null, next: null };
      const because = words.because(what, reason === null ? null : clip(reason, most));
      return ledBy(words.couldNot(number), because, next === null ? null : words.next(clip(next, most)));
    }
  }
}

/** "15, the quiet room sign (due 21 March)", for lists of what is open or not kept. */
export function item(line: PromiseLine, given: DigestGiven, { most, since }: Pick<Told, 'most' | 'since'>): string {
  const mark = since.includes(line.number) ? `, ${checkerWords.sinceCheck}` : '';
  return words.item(line.number, whatOf(line, given, most), `${standingOf(line)}${mark}`);
}

function openBlocks(told: Told, { given, more }: { given: DigestGiven; more: number }): readonly Block[] {
  const open = told.shown.filter(({ status }) => status in words.standing);
  const items = open.map((line) => item(line, given, told)).join('. ');
  const tail = more === 0 ? '.' : `, ${words.andMore(more)}.`;
  const list = open.length > 0 ? `${items}${tail}` : words.moreOpen(more);
  return [
    ...(open.length + more === 0 ? [] : [led(words.stillOpen, list, null)]),
    ...listed(words.noNews, withStatus(told.shown, 'late'), told, given),
    ...listed(words.looking, withStatus(told.shown, 'looking'), told, given),
  ];
}

function listed(label: string, lines: readonly PromiseLine[], told: Told, given: DigestGiven): readonly Block[] {
  if (lines.length === 0) return [];
  const items = lines.map((line) => item(line, given, told));
  if (items.length <= mostParagraphs) return [led(label, `${items.join('. ')}.`, null)];
  return [paragraph(strong(label)), ...lists(items.map((one) => [text(`${one}.`)]))];
}

function standingOf({ status, due }: PromiseLine): string {
  switch (status) {
    case 'open':
    case 'claimed':
    case 'disputed':
    case 'suggested':
      return words.standing[status](due);
    case 'late':
    case 'looking':
    case 'not-kept':
    case 'kept':
    case 'could-not':
    case 'changed':
    case 'dropped':
      return words.wasDue(due);
  }
}

function led(label: string, first: string, second: string | null): Block {
  return { kind: 'paragraph', content: ledBy(label, first, second) };
}

function ledBy(label: string, first: string, second: string | null): Rich {
  return [strong(label), text(` ${second === null ? first : `${first} ${second}`}`)];
}

/** One list, or several where one would be too long to post. */
export function lists(items: readonly Rich[]): readonly Block[] {
  const blocks: Rich[][] = [];
  let room = 0;
  for (const item of items) {
    const length = plainRich(item).length + 2;
    if (length > room) blocks.push([]);
    room = length > room ? mostInList - length : room - length;
    blocks.at(-1)?.push(item);
  }
  return blocks.map((some) => ({ kind: 'list', items: some }));
}

export function withStatus(lines: readonly PromiseLine[], status: Status): readonly PromiseLine[] {
  return lines.filter((line) => line.status === status);
}

export function promiseOf({ number }: Pick<PromiseLine, 'number'>, { promises }: DigestGiven): Commitment | null {
  return promises.find((promise) => promise.number === number) ?? null;
}

export function nameOf(person: PersonId, { names }: DigestGiven): string {
  return names.get(person) ?? commonWords.someoneWhoLeft;
}

function whatOf(line: PromiseLine, given: DigestGiven, most: number): string {
  const promise = promiseOf(line, given);
  return promise === null ? words.wordsWiped : clip(promise.what, most);
}

/** Someone's own words on one line, cut between words at `most` characters. */
export function clip(theirs: string, most: number): string {
  const line = theirs.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}

/** True when the channel showed less than someone said of why it could not be done. */
export function wasClipped(line: PromiseLine, given: DigestGiven, most: number): boolean {
  const promise = promiseOf(line, given);
  return [promise?.what, promise?.reason, promise?.next].some((said) => clip(said ?? '', most).endsWith('…'));
}
