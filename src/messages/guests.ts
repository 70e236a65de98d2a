import { isOpenPass, type GuestPass } from '../domain/guest.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { Answer, Round } from '../domain/round.ts';
import { localDate, type Instant } from '../domain/time.ts';
import { dayAndDate, dayAndTime } from '../words/dates.ts';
import { guestWords as words } from '../words/en/guests.ts';
import { peopleWords } from '../words/en/people.ts';
import { roundWords } from '../words/en/rounds.ts';
import { actions, link, paragraph, strong, text, type Action, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';
import { why } from './prompt.ts';
import { seen } from './replies-rounds.ts';

export interface GuestFacts {
  readonly huddle: Huddle;
  readonly name: string;
  readonly pass: GuestPass;
  /** Their own link, and the page that prints it. */
  readonly address: string;
  readonly card: string;
}

/** For a coordinator alone. The summary leaves the link out: lock screens show it. */
export function guestLink(how: 'invited' | 'link' | 'newLink', facts: GuestFacts): Document {
  const { huddle, name, pass, address, card } = facts;
  const first = how === 'invited' ? words.invited(name, huddle.name) : words[how](name);
  return document(
    [
      paragraph(first),
      paragraph(link(address, address)),
      paragraph(`${words.giveIt(name)} ${words.worksUntil(lastDay(pass, huddle))}`),
      paragraph(`${words.cardAsk} `, link(words.cardLabel, card), '.'),
      paragraph(words.cardEnds),
      actions(
        { action: 'guest-new-link', subject: `${huddle.id}/${pass.user}`, label: words.newLinkLabel },
        { action: 'guest-end', subject: `${huddle.id}/${pass.user}`, label: words.endLabel, style: 'danger' },
        helpAction(huddle.id),
      ),
    ],
    words.summary(name),
  );
}

export function guestEnded(name: string, { huddle, wasInvited }: { huddle: Huddle; wasInvited: boolean }): Document {
  return note(words.ended(name), wasInvited ? words.endedInvited : words.endedStays(name, huddle.name));
}

export interface NamedPass {
  readonly name: string;
  readonly pass: GuestPass;
}

/** In the order of their names. Whether someone has opened their link is kept nowhere. */
export function guestList(huddle: Huddle, guests: readonly NamedPass[], wallNow: Instant): Document {
  if (guests.length === 0) return note(words.nobody(huddle.name));
  const inOrder = guests.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  return document([
    paragraph(words.list(huddle.name)),
    { kind: 'list', items: inOrder.map((guest) => [text(listLine(guest, huddle, wallNow))]) },
    actions(...inOrder.slice(0, mostButtons).map((guest) => linkAction(guest, huddle)), helpAction(huddle.id)),
  ]);
}

/** A row of buttons that is longer is no help; a line of text names anyone. */
const mostButtons = 10;

function linkAction({ name, pass }: NamedPass, { id }: Huddle): Action {
  return { action: 'guest-link', subject: `${id}/${pass.user}`, label: clipped(words.listLabel(name), 75) };
}

function clipped(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function listLine({ name, pass }: NamedPass, huddle: Huddle, wallNow: Instant): string {
  if (isOpenPass(pass, wallNow)) return words.listWorks(name, lastDay(pass, huddle));
  return pass.endedAt === null ? words.listOver(name) : words.listEnded(name);
}

function lastDay({ endsAt }: GuestPass, { zone }: Huddle): string {
  return dayAndDate(localDate(endsAt, zone));
}

/** What there is to put on a noticeboard: a link to each sheet. */
export function printLinks(huddle: Huddle, sheets: { question: string | null; digest: string | null }): Document {
  const lines = [
    sheets.question === null ? null : link(words.printQuestion, sheets.question),
    sheets.digest === null ? null : link(words.printDigest, sheets.digest),
  ].filter((line) => line !== null);
  if (lines.length === 0) return note(words.printNone);
  return document([
    paragraph(words.printIntro),
    { kind: 'list', items: lines.map((line) => [line]) },
    paragraph(words.printEnds),
    actions(helpAction(huddle.id)),
  ]);
}

/** What a supporter typed for someone, as that person alone sees it. */
export function typedForYou({ text: said, seenBy }: Answer, coordinators: readonly string[]): readonly Block[] {
  return [
    ...(said === null ? [] : [{ kind: 'quote' as const, text: said, from: null }]),
    paragraph(seen(seenBy, coordinators)),
    paragraph(roundWords.answerIsYours),
  ];
}

/** A question on paper. It says nothing of threads and buttons. */
export function printedQuestion(round: Round, huddle: Huddle): Document {
  const { options } = round.prompt;
  const choices: Block = { kind: 'list', items: options.map((option) => [text(option)]) };
  return document([
    paragraph(strong(round.prompt.text)),
    ...(options.length === 0 ? [] : [choices]),
    paragraph(roundWords.whyWeAsk(why(round))),
    paragraph(roundWords.openUntil(dayAndTime(round.closesAt, huddle.zone))),
    paragraph(words.paperAnswer(huddle.name)),
    paragraph(peopleWords.emergencies),
  ]);
}
