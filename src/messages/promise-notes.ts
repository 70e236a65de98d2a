import type { Commitment } from '../domain/commitment.ts';
import { isLooking } from '../domain/commitment-clock.ts';
import { isOpen } from '../domain/commitment-standing.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { dayAndTime } from '../words/dates.ts';
import { promiseWords } from '../words/en/promises.ts';
import { actions, paragraph, type Action, type Block, type Document } from './document.ts';
import { document, helpAction } from './frame.ts';
import { plainText } from './plain-text.ts';
import { answers, dueDay, nameOf, namesOf, promiseButton, type PromiseFacts } from './promise-actions.ts';
import { suggestedWords } from './promises.ts';

/** In the place: a promise was made. Changes with a correction or an undo. */
export function madeNote(promise: Commitment, facts: PromiseFacts): Document | null {
  const { number, state } = promise;
  if (state.status === 'undone') return document([paragraph(promiseWords.takenBack(number))]);
  if (state.status === 'offered') return document([paragraph(promiseWords.waitsAgain(number))]);
  const line = promiseWords.made(number, namesOf(promise.owners, facts), promise.what, dueDay(promise));
  const from = promise.from === null ? [] : [paragraph(promiseWords.madeFrom(promise.from, number))];
  return document([...from, paragraph(line)]);
}

/** In the place: someone says it is done. The same message then tells how it was answered. */
export function claimNote(promise: Commitment, facts: PromiseFacts, claimedAt: Instant): Document {
  const { number, state, proof } = promise;
  const about = paragraph(promiseWords.claimAbout(promise.what));
  if (state.status === 'claimed' && state.at === claimedAt) {
    return document([
      paragraph(promiseWords.claim(nameOf(state.by, facts), number)),
      about,
      paragraph(proof === null ? promiseWords.noProof : promiseWords.proof(proof)),
      actions(...answers('claim', facts.huddle.id, number), helpAction(facts.huddle.id)),
    ]);
  }
  if (state.status === 'kept' && state.claim.at === claimedAt) {
    const said = promiseWords.claimKept(nameOf(state.claim.by, facts), number, nameOf(state.by, facts));
    return document([paragraph(said), about, ...words(promise.missing, promiseWords.yesBut)]);
  }
  if (state.status === 'open' && state.disputed !== undefined) {
    return document([paragraph(notYetLine(number, state.disputed.by, facts)), about, ...notYetWords(promise)]);
  }
  return document([paragraph(promiseWords.claimGone(number)), about]);
}

function notYetLine(number: number, by: PersonId | null, facts: PromiseFacts): string {
  return promiseWords.claimNotYet(number, by === null ? null : nameOf(by, facts));
}

function notYetWords(promise: Commitment): readonly Block[] {
  return [...words(promise.missing, promiseWords.missing), paragraph(promiseWords.nowDue(dueDay(promise)))];
}

/** In the place: a change or a letting-go that waits for its yeses; then how it ended. */
export function suggestionNote(promise: Commitment, facts: PromiseFacts, askedAt: Instant): Document {
  const { number, suggestion, state } = promise;
  if (suggestion?.at === askedAt) {
    return document([
      ...suggestedWords(promise, facts),
      paragraph(promiseWords.stays),
      ...(suggestion.yes.length === 0
        ? []
        : [
            paragraph(
              promiseWords.yesSoFar(
                namesOf(
                  suggestion.yes.map(({ person }) => person),
                  facts,
                ),
              ),
            ),
          ]),
      actions(...answers('suggestion', facts.huddle.id, number), helpAction(facts.huddle.id)),
    ]);
  }
  if (state.status === 'changed') {
    return document([paragraph(promiseWords.suggestionAgreed(number)), paragraph(promiseWords.into(state.into))]);
  }
  if (state.status === 'dropped') return document([paragraph(promiseWords.suggestionDropped(number))]);
  return document([paragraph(promiseWords.suggestionOver(number))]);
}

/** In the place: there was a no, with its reason; a better idea is welcome. */
export function refusedNote(promise: Commitment, { huddle }: PromiseFacts): Document {
  const { number, reason } = promise;
  const open = promise.state.status === 'open' && promise.suggestion === null;
  return document([
    paragraph(promiseWords.suggestionRefused(number)),
    ...words(reason, promiseWords.because),
    ...(open
      ? [paragraph(promiseWords.betterOne), actions(promiseButton('change', huddle.id, number), helpAction(huddle.id))]
      : []),
  ]);
}

/** In the place: nobody has news, and anyone may do it. */
export function lookingNote(promise: Commitment, facts: PromiseFacts): Document {
  const { number, what, pickUp } = promise;
  const { huddle, book, now } = facts;
  if (isLooking(promise, now, book) && pickUp === null) {
    return document([
      paragraph(promiseWords.looking(number, what)),
      paragraph(promiseWords.lookingFor),
      actions(promiseButton('pick-up', huddle.id, number), helpAction(huddle.id)),
    ]);
  }
  if (pickUp !== null) return document([paragraph(promiseWords.someoneCan(number))]);
  if (promise.state.status === 'open') {
    return document([paragraph(promiseWords.movedTo(number, namesOf(promise.owners, facts), what, dueDay(promise)))]);
  }
  return document([paragraph(promiseWords.lookingOver(number))]);
}

/** To one person: will you make this promise? */
export function offerNote(promise: Commitment, facts: PromiseFacts, to: PersonId): Document {
  const { number, state, owners } = promise;
  if (state.status === 'undone' || !owners.includes(to)) return document([paragraph(promiseWords.offerGone(number))]);
  if (state.status === 'declined') {
    return document([paragraph(state.by === to ? promiseWords.offerNo(number) : promiseWords.offerGone(number))]);
  }
  if (state.status !== 'offered' || !state.to.includes(to)) {
    return document([paragraph(promiseWords.offerYes(number))]);
  }
  return toOne(
    [paragraph(promiseWords.offer(nameOf(promise.madeBy, facts), number))],
    [paragraph(promiseWords.offerWhat(promise.what, dueDay(promise)))],
    [paragraph(promiseWords.offerFree), buttons(facts, answers('offer', facts.huddle.id, number))],
  );
}

/** To an owner, two days before: null once there is news. */
export function dueNote(promise: Commitment, facts: PromiseFacts): Document | null {
  if (promise.state.status !== 'open') return null;
  return toOne(
    [paragraph(promiseWords.dueSoon(promise.number, dueDay(promise)))],
    [paragraph(promiseWords.yourWords(promise.what))],
    [paragraph(promiseWords.dueSoonAsk), ownerButtons(promise, facts)],
  );
}

/** To an owner, a day before the digest that will say "No news yet": null once there is news. */
export function lateNote(promise: Commitment, facts: PromiseFacts, digestAt: Instant): Document | null {
  if (promise.state.status !== 'open' || promise.suggestion !== null) return null;
  return toOne(
    [paragraph(promiseWords.lateSoon(promise.number, dayAndTime(digestAt, facts.huddle.zone)))],
    [paragraph(promiseWords.yourWords(promise.what))],
    [paragraph(promiseWords.lateSoonSays), ownerButtons(promise, facts)],
  );
}

function ownerButtons({ number, suggestion }: Commitment, facts: PromiseFacts): Block {
  const { id } = facts.huddle;
  const free = suggestion === null ? (['change', 'drop'] as const) : [];
  return buttons(
    facts,
    (['did', 'could-not', ...free] as const).map((button) => promiseButton(button, id, number)),
  );
}

/** To one person on the side it was for, once, after five silent days. */
export function unansweredNote(promise: Commitment, facts: PromiseFacts): Document | null {
  const { number, state } = promise;
  if (state.status !== 'claimed') return null;
  return toOne(
    [paragraph(promiseWords.unanswered(number, nameOf(state.by, facts)))],
    [paragraph(promiseWords.claimAbout(promise.what))],
    [paragraph(promiseWords.unansweredAsk), buttons(facts, answers('claim', facts.huddle.id, number))],
  );
}

/** To an owner: someone can do it for you. */
export function pickUpNote(promise: Commitment, facts: PromiseFacts): Document | null {
  const { number, pickUp } = promise;
  if (pickUp === null) return null;
  return toOne(
    [paragraph(promiseWords.pickUpAsk(nameOf(pickUp, facts), number))],
    [paragraph(promiseWords.yourWords(promise.what))],
    [paragraph(promiseWords.pickUpFine), buttons(facts, answers('pick-up', facts.huddle.id, number))],
  );
}

/** What has come of something, told to whoever waited for it. */
export type Settled = 'kept' | 'not-yet' | 'accepted' | 'declined' | 'picked-up' | 'not-picked-up';

export function settledNote(promise: Commitment, settled: Settled, facts: PromiseFacts): Document | null {
  const { number, state } = promise;
  switch (settled) {
    case 'kept':
      if (state.status !== 'kept') return null;
      return toOne(
        [paragraph(promiseWords.settledKept(number, nameOf(state.by, facts)))],
        words(promise.missing, promiseWords.yesBut),
        [],
      );
    case 'not-yet':
      return settledNotYet(promise, facts);
    case 'accepted':
      if (!isOpen(promise)) return null;
      return toOne(
        [paragraph(promiseWords.offerAccepted(namesOf(promise.owners, facts), number))],
        words(promise.missing, promiseWords.yesBut),
        [],
      );
    case 'declined':
      if (state.status !== 'declined') return null;
      return toOne(
        [paragraph(promiseWords.offerDeclined(nameOf(state.by, facts), number))],
        words(promise.reason, promiseWords.because),
        [],
      );
    case 'picked-up':
      return document([paragraph(promiseWords.pickedUp(number, dueDay(promise)))]);
    case 'not-picked-up':
      return document([paragraph(promiseWords.pickUpKept(number))]);
  }
}

function settledNotYet(promise: Commitment, facts: PromiseFacts): Document | null {
  const { number, state } = promise;
  if (state.status !== 'open' || state.disputed === undefined) return null;
  const { by } = state.disputed;
  return toOne(
    [
      paragraph(promiseWords.settledNotYet(number, by === null ? null : nameOf(by, facts))),
      paragraph(promiseWords.nowDue(dueDay(promise))),
    ],
    words(promise.missing, promiseWords.missing),
    [ownerButtons(promise, facts)],
  );
}

/** A note to one person. Lock screens show its summary, so words that someone wrote stay out of that. */
function toOne(first: readonly Block[], theirWords: readonly Block[], last: readonly Block[]): Document {
  return document([...first, ...theirWords, ...last], plainText([...first, ...last]));
}

function buttons({ huddle }: PromiseFacts, list: readonly Action[]): Block {
  return actions(...list, helpAction(huddle.id));
}

function words(said: string | null, line: (said: string) => string): readonly Block[] {
  return said === null ? [] : [paragraph(line(said))];
}
