import type { DigestFacts, PromiseLine } from '../domain/digest.ts';
import type { AgendaItem } from '../domain/pulse-line.ts';
import { dayAndTime, joinNames } from '../words/dates.ts';
import { checkerWords } from '../words/en/checkers.ts';
import { digestWords as words } from '../words/en/digest.ts';
import { pulseWords } from '../words/en/pulses.ts';
import { isUnchecked, nameOf, promiseBlocks, withStatus, type DigestGiven, type Told } from './digest-lines.ts';
import { heardMessage, proofMessage, splitMessage } from './digest-thread.ts';
import { actions, paragraph, strong, type Action, type Block, type Document } from './document.ts';
import { document, helpAction } from './frame.ts';
import { plainText } from './plain-text.ts';

/** One screen. */
export const mostCharacters = 1200;
const mostLines = 14;
/** Promises with buttons of their own; the others are answered by typing. */
const mostWithButtons = 2;
/** How much of anyone's words the channel shows, tried in turn until all fits. */
const wordLengths = [160, 80, 48] as const;

export interface DigestMessages {
  readonly channel: Document;
  readonly threads: { readonly proof: Document; readonly heard: Document; readonly roles: Document };
}

/** The weekly digest: one screen for the channel, and three messages for its thread, in their order. */
export function digestMessage(facts: DigestFacts, given: DigestGiven): DigestMessages {
  const told = fit(facts, given);
  return {
    channel: document(channelBlocks(facts, given, told)),
    threads: {
      proof: proofMessage(facts, given, told),
      heard: heardMessage(facts, given),
      roles: splitMessage(facts, given, wrongAction(facts, given)),
    },
  };
}

function channelBlocks(facts: DigestFacts, given: DigestGiven, told: Told): readonly Block[] {
  const { huddle } = given;
  const { week, heard, fromMembers } = facts;
  const credit = fromMembers === undefined ? '' : ` ${words.fromMembers(fromMembers)}`;
  return [
    ...(isUnchecked(facts, given) ? [paragraph(strong(checkerWords.notChecked))] : []),
    paragraph(
      strong(words.title(huddle.name)),
      ` ${words.span(week.monday, week.sunday, dayAndTime(facts.to, huddle.zone))}`,
    ),
    paragraph(countsOf(facts)),
    ...promiseBlocks(told, given),
    paragraph(`${words.heardFrom(heard.people, heard.of)} ${words.quietIsFine}${credit}`),
    ...ideasBlock(facts),
    ...talkNext(facts),
    paragraph([...checkedBy(facts, given), words.inThread].join(' ')),
    paragraph(words.notWatched),
    actions(...claimActions(told.shown, given), wrongAction(facts, given), helpAction(huddle.id)),
  ];
}

/** What came up that the huddle should talk about. */
function talkNext({ agenda = [] }: DigestFacts): readonly Block[] {
  if (agenda.length === 0) return [];
  return [paragraph(strong(words.talkNext), ` ${joinNames([...new Set(agenda.map(talkOf))])}.`)];
}

function talkOf(about: AgendaItem): string {
  switch (about.kind) {
    case 'pulse-gap':
      return pulseWords.talkOfEqual;
    case 'new-date':
    case 'stuck':
    case 'asked':
      return words.talk[about.kind](about.number);
    case 'honest':
      return words.talk.honest;
  }
}

/** By how many, in one line; the thread has the rest. */
function ideasBlock({ ideas, decisions = [] }: DigestFacts): readonly Block[] {
  const said = [
    ...(ideas === undefined ? [] : [words.ideas(ideas.raised.length, ideas.takenUp.length)]),
    ...(decisions.length === 0 ? [] : [words.decisions(decisions.length)]),
  ];
  return said.length === 0 ? [] : [paragraph(said.join(' '))];
}

/** Names and nothing about them: not who is from where, nor whose check is missing. */
function checkedBy({ signOff }: DigestFacts, given: DigestGiven): readonly string[] {
  if (signOff === undefined || signOff.by.length === 0) return [];
  const names = joinNames([...new Set(signOff.by.map((person) => nameOf(person, given)))]);
  return [checkerWords.checkedBy(names), ...(signOff.isWhole ? [] : [checkerWords.oneMore])];
}

function countsOf({ promises, record }: DigestFacts): string {
  const told = words.counts({
    kept: withStatus(promises, 'kept').length,
    couldNot: withStatus(promises, 'could-not').length,
    notKept: withStatus(promises, 'not-kept').length,
    changed: withStatus(promises, 'changed').length,
    dropped: withStatus(promises, 'dropped').length,
    open: record.open,
  });
  if (told !== '') return told;
  return record.made === 0 ? words.noPromises : words.nothingEnded;
}

/** What must never leave the channel, and the rest in the order in which it may stay. */
const always: readonly PromiseLine['status'][] = ['could-not', 'not-kept'];
const ended: readonly PromiseLine['status'][] = ['kept', 'changed', 'dropped'];
const open: readonly PromiseLine['status'][] = ['late', 'claimed', 'looking', 'disputed', 'suggested', 'open'];

/** As many promises as one screen holds. Open ones go to the thread first, then words are cut, then good news goes too. */
function fit(facts: DigestFacts, given: DigestGiven): Told {
  const must = always.flatMap((status) => withStatus(facts.promises, status));
  const may = [...ended, ...open].flatMap((status) => withStatus(facts.promises, status));
  const endedCount = may.filter(({ status }) => ended.includes(status)).length;
  const since = (facts.signOff?.by ?? []).length > 0 ? (facts.signOff?.moved ?? []) : [];
  const told = (many: number, most: number): Told => ({
    shown: byNumber([...must, ...may.slice(0, many)]),
    rest: byNumber(may.slice(many)),
    most,
    since,
  });
  for (const most of wordLengths) {
    const least = most === wordLengths.at(-1) ? 0 : endedCount;
    for (let many = may.length; many >= least; many -= 1) {
      if (fits(channelBlocks(facts, given, told(many, most)))) return told(many, most);
    }
  }
  return told(0, wordLengths[2]);
}

function fits(blocks: readonly Block[]): boolean {
  const whole = plainText(blocks);
  return whole.length <= mostCharacters && whole.split('\n').length <= mostLines + 1;
}

function byNumber(lines: readonly PromiseLine[]): readonly PromiseLine[] {
  return lines.toSorted((a, b) => a.number - b.number);
}

function claimActions(shown: readonly PromiseLine[], { huddle }: DigestGiven): readonly Action[] {
  const claimed = withStatus(shown, 'claimed').slice(0, mostWithButtons);
  return claimed.flatMap(({ number }) => {
    const subject = `${huddle.id}/${String(number)}`;
    const notYet = words.notYetOf(number);
    return [
      { action: 'promise-yes', subject, label: words.yesDone(number), style: 'primary' as const },
      {
        action: 'promise-not-yet',
        subject,
        label: claimed.length > 1 ? notYet : words.notYet,
        spoken: notYet,
        opens: 'form' as const,
      },
    ];
  });
}

function wrongAction({ week }: DigestFacts, { huddle }: DigestGiven): Action {
  return { action: 'digest-wrong', subject: `${huddle.id}/${week.monday}`, label: words.somethingIsWrong };
}
