import type { Huddle } from '../domain/huddle.ts';
import type { Refusal } from '../domain/refusal.ts';
import { keptDays } from '../domain/retention.ts';
import type { Answer, Round, SeenBy } from '../domain/round.ts';
import { longestAnswer } from '../domain/round.ts';
import type { RoundRefusal } from '../domain/round-state.ts';
import type { Instant, Zone } from '../domain/time.ts';
import { seenByChoices, wayOf } from '../domain/way.ts';
import { dayAndTime } from '../words/dates.ts';
import { aloneWords } from '../words/en/alone.ts';
import { commonWords } from '../words/en/common.ts';
import { roundWords } from '../words/en/rounds.ts';
import { upstairsWords } from '../words/en/upstairs.ts';
import {
  actions,
  paragraph,
  strong,
  type Action,
  type Block,
  type Document,
  type Field,
  type Form,
} from './document.ts';
import { document, helpAction, note } from './frame.ts';
import { asksUpstairs, newAsk } from './upstairs.ts';

/** Whose names stand in "Only Priya and Ellis may read it". */
export interface Readers {
  readonly coordinators: readonly string[];
  readonly huddle: Huddle;
}

/** The form of an answer; who may see it is picked beforehand only where the button said so. */
export function answerForm(
  round: Round,
  given: Readers & { readonly seenBy: SeenBy | null; readonly text: string | null },
): Form {
  return {
    form: 'answer',
    subject: round.id,
    title: roundWords.formTitle,
    intro: [paragraph(round.prompt.text), ...waits(round, given.huddle), ...tells(round)],
    fields: [saidField(round, given.text), seenByField(round, given)],
    submit: roundWords.save,
    cancel: roundWords.cancel,
  };
}

/** A held question says before the answer what will be done with it. */
function waits({ prompt, status, closesAt }: Round, { zone }: Huddle): readonly Block[] {
  return prompt.reach === 'held' && status === 'open' ? [paragraph(roundWords.waits(dayAndTime(closesAt, zone)))] : [];
}

/** An answer to a role swap says of its writer that they chose such questions. */
function tells({ prompt }: Round): readonly Block[] {
  return wayOf(prompt) === 'swap' ? [paragraph(aloneWords.swap.youChoose)] : [];
}

function saidField({ prompt }: Round, said: string | null): Field {
  if (prompt.options.length > 0) {
    const options = prompt.options.map((label, at) => ({ value: String(at), label }));
    return { kind: 'choice', name: 'option', label: roundWords.pickOne, options };
  }
  const facts = { name: 'text', label: roundWords.yourAnswer, hint: roundWords.voiceHint, optional: true };
  return { kind: 'text', ...facts, lines: 'many', max: longestAnswer, ...(said === null ? {} : { value: said }) };
}

/** Slack shows at most 75 characters of a choice. */
const longestChoice = 75;

function howLongKept({ prompt }: Round): string {
  const privateDays = String(keptDays['private-answers']);
  if (wayOf(prompt) === 'alone') return aloneWords.alone.howLongKept(privateDays);
  return roundWords.howLongKept(String(keptDays.answers), privateDays);
}

function seenByField(
  round: Round,
  { coordinators, huddle, seenBy }: Readers & { readonly seenBy: SeenBy | null },
): Field {
  const named = roundWords.seenBy.coordinators(coordinators, huddle.name);
  const tooLong = coordinators.length === 0 || named.length > longestChoice;
  const readers = tooLong ? roundWords.seenByThoseWhoRunIt : named;
  const label = (who: SeenBy) => (who === 'coordinators' ? readers : roundWords.seenBy[who]);
  return {
    kind: 'choice',
    name: 'seen-by',
    label: roundWords.whoMaySee,
    hint: `${roundWords.pleaseDoNotName} ${howLongKept(round)}`,
    options: seenByChoices(round.prompt).map((value) => ({ value, label: label(value) })),
    ...(seenBy === null ? {} : { value: seenBy }),
  };
}

/** Where no form can be opened. */
export function answerHint(round: Round): Document {
  const { options, text } = round.prompt;
  const question = paragraph(`${roundWords.theQuestion} `, strong(text));
  if (options.length === 0) return document([question, paragraph(roundWords.answerByTyping)]);
  return document([
    question,
    paragraph(roundWords.optionsByTyping),
    { kind: 'list', items: options.map((option) => [{ kind: 'text', text: option }]) },
  ]);
}

/** A chat cannot carry so long an answer in a button: the form can. Nothing is kept until then, and that is said. */
export function longAnswer(round: Round, typed: string): Document {
  const most = String(longestAnswer);
  return document([
    paragraph(roundWords.longAnswer),
    paragraph(typed.length > longestAnswer ? roundWords.longerThanKept(most) : roundWords.pasteIt),
    actions(
      { action: 'answer', subject: round.id, label: roundWords.answerPrivate, style: 'primary', opens: 'form' },
      helpAction(round.huddle),
    ),
  ]);
}

/** "Heard.", what was heard, and who sees it. The summary leaves the words out: it may show on a lock screen. */
export function answerSaved(
  round: Round,
  { text, seenBy, late, helped }: Answer,
  { coordinators, huddle }: Readers,
): Document {
  const held = round.prompt.reach === 'held' && round.status === 'open' && (seenBy === 'named' || seenBy === 'unnamed');
  const opening = late ? roundWords.heardLate : roundWords.heard;
  const lines = [
    held ? `${seen(seenBy, coordinators)} ${roundWords.seenByHeld}` : seen(seenBy, coordinators),
    ...(helped === true ? [roundWords.seenAsHelped] : []),
    ...(late ? [] : [roundWords.canChange(dayAndTime(round.closesAt, huddle.zone))]),
  ];
  return document(
    [
      paragraph(opening),
      ...(text === null ? [] : [{ kind: 'quote' as const, text, from: null }]),
      ...lines.map((line) => paragraph(line)),
      ...(asksUpstairs(round) && text !== null ? becomeAsk(text, huddle) : []),
    ],
    opening,
  );
}

/** The form of an ask opens with the answer in it, and shows it to nobody before it is sent. */
function becomeAsk(text: string, huddle: Huddle): readonly Block[] {
  const make = newAsk(huddle, text, upstairsWords.labels.makeAsk);
  return [paragraph(upstairsWords.promptSaved), actions(make, helpAction(huddle.id))];
}

/** Who sees an answer, in a sentence. */
export function seen(seenBy: SeenBy, coordinators: readonly string[]): string {
  switch (seenBy) {
    case 'named':
      return roundWords.seenByNamed;
    case 'unnamed':
      return roundWords.seenByUnnamed;
    case 'coordinators':
      return roundWords.seenByCoordinators(commonWords.thoseWhoRunIt(coordinators));
    case 'self':
      return roundWords.seenBySelf;
    case 'none':
      return roundWords.seenByNone;
  }
}

/** After a reply in the thread. */
export function heard(late: boolean): Document {
  return note(late ? roundWords.heardLate : roundWords.heard);
}

export function answerPrivately(round: Round): Document {
  return document([
    paragraph(roundWords.heldReply),
    actions(
      { action: 'answer', subject: round.id, label: roundWords.answerPrivate, style: 'primary', opens: 'form' },
      helpAction(round.huddle),
    ),
  ]);
}

/** "Is this your answer?" Each yes says in the same press who may see it. */
export function offerAnswer(round: Round, typed: string, { coordinators, huddle }: Readers): Document {
  const label = (who: SeenBy) =>
    who === 'coordinators'
      ? roundWords.saveAs.coordinators(commonWords.thoseWhoRunIt(coordinators))
      : roundWords.saveAs[who];
  const yes = seenByChoices(round.prompt).map((who): Action => ({
    action: 'save-answer',
    subject: `${round.id}\n${who}\n${typed}`,
    label: label(who).slice(0, 75),
  }));
  return document(
    [
      paragraph(roundWords.isThisYourAnswer),
      paragraph(`${roundWords.theQuestion} `, strong(round.prompt.text)),
      { kind: 'quote', text: typed, from: null },
      paragraph(roundWords.whoSeesIt),
      actions(
        ...yes,
        { action: 'not-an-answer', subject: huddle.id, label: roundWords.noNotMine },
        helpAction(huddle.id),
      ),
    ],
    roundWords.isThisYourAnswer,
  );
}

/** The open question has answers to pick from, and what was typed is none of them. It stands there again, not lost. */
export function pickAnOption(round: Round, typed: string): Document {
  return document(
    [
      paragraph(`${roundWords.theQuestion} `, strong(round.prompt.text)),
      paragraph(roundWords.hasOptions),
      paragraph(roundWords.youTyped),
      { kind: 'quote', text: typed, from: null },
      paragraph(roundWords.meantForMe),
      actions(
        { action: 'answer', subject: round.id, label: roundWords.answerPrivate, style: 'primary', opens: 'form' },
        helpAction(round.huddle),
      ),
    ],
    roundWords.hasOptions,
  );
}

export function notAnAnswer(): Document {
  return note(roundWords.notKept);
}

/** Nothing is open. What was typed stands there again, so that it is not lost; `last` is the question that closed last. */
export function noOpenQuestion(typed: string | null = null, last: Round | null = null): Document {
  if (last !== null) return addLate(last, typed);
  if (typed === null) return note(roundWords.noOpenQuestion);
  return document(
    [
      paragraph(roundWords.notKnown),
      paragraph(`${roundWords.noOpenQuestion} ${roundWords.youTyped}`),
      { kind: 'quote', text: typed, from: null },
    ],
    `${roundWords.notKnown} ${roundWords.noOpenQuestion}`,
  );
}

function addLate(last: Round, typed: string | null): Document {
  const quote: readonly Block[] =
    typed === null ? [] : [paragraph(roundWords.youTyped), { kind: 'quote', text: typed, from: null }];
  return document(
    [
      paragraph(roundWords.lastIsClosed),
      paragraph(`${roundWords.theQuestion} `, strong(last.prompt.text)),
      ...quote,
      actions(
        { action: 'add-late', subject: last.id, label: roundWords.addLate, style: 'primary', opens: 'form' },
        helpAction(last.huddle),
      ),
    ],
    roundWords.lastIsClosed,
  );
}

export function skipSaved(): Document {
  return note(roundWords.skipped);
}

/** In the person's own zone: they alone are asked again. */
export function laterSaved(remindAt: Instant, zone: Zone): Document {
  return note(roundWords.laterOn(dayAndTime(remindAt, zone)));
}

export function askHint(): Document {
  return note(roundWords.askHint);
}

/** `opensAt` is null when it went out at once. */
export function askedNow(
  opensAt: Instant | null,
  { huddle, isPrivate }: { readonly huddle: Huddle; readonly isPrivate: boolean },
): Document {
  if (opensAt !== null) return note(roundWords.askedAt(dayAndTime(opensAt, huddle.zone)));
  return note(isPrivate ? roundWords.askedEach : roundWords.askedNow);
}

/** To whoever asked a role swap. It goes to nobody where too few chose such questions, and this says no more then. */
export function askedSwap(): Document {
  return note(aloneWords.swap.asked);
}

export function roundRefusal(refusal: Refusal): Document {
  const sentence = roundWords.refusals[refusal.refused as RoundRefusal];
  const { most, day } = refusal.details;
  return note(sentence(String(day ?? most ?? '')));
}
