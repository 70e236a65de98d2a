import type { Need } from '../../domain/commitment.ts';
import type { PromiseStanding } from '../../domain/commitment-standing.ts';
import type { Side } from '../../domain/huddle.ts';
import { joinNames } from '../dates.ts';

/** Who is meant by a side, as someone who may say yes. Sides themselves have no name. */
const someoneOf: Readonly<Record<Side, string>> = {
  using: 'someone who uses the service, or a carer',
  running: 'staff or a manager',
  creative: 'an artist',
};

const someoneBeside: Readonly<Record<Side, string>> = {
  using: 'staff, a manager or an artist',
  running: 'someone who is not staff',
  creative: 'someone who is not an artist',
};

/** What a promise is called where it stands. The digest uses the same words. */
export const standingWords: Readonly<Record<PromiseStanding, string>> = {
  offered: 'Asked, waiting for a yes',
  declined: 'Asked, and the answer was no',
  open: 'Still open',
  disputed: 'Not done yet for everyone',
  suggested: 'A change waits for a yes',
  late: 'No news yet',
  looking: 'Looking for someone to pick this up',
  claimed: 'Said done, waiting for a yes',
  kept: 'We did',
  'could-not': 'We could not',
  changed: 'We changed it together',
  dropped: 'We let this go',
  'not-kept': 'Not kept, and we do not know why',
  undone: 'Taken back',
};

/** Whose yes is missing: "We need a yes from staff or a manager." */
function needYes(needs: readonly Need[], beside: Side): string {
  const named = needs.map((need) => (need === 'another-side' ? someoneBeside[beside] : someoneOf[need]));
  return named.map((who) => `We need a yes from ${who}.`).join(' ');
}

/** All that is said about promises. `number` is the promise's own; `due` is a day in words; `what` is a person's own words. */
export const promiseWords = {
  needYes,
  needNotSide: (side: Side) => `We need a yes from ${someoneBeside[side]}.`,
  title: (huddle: string) => `${huddle}: our promises`,
  promise: (number: number) => `Promise ${String(number)}`,

  /* What the person who acts is told. */
  saved: (number: number, what: string, due: string) => `Saved as promise ${String(number)}: ${what} by ${due}.`,
  offered: (number: number, names: readonly string[]) =>
    `Saved as number ${String(number)}. I have asked ${joinNames(names)}. It is a promise once they say yes.`,
  accepted: (number: number, due: string) => `Saved. Promise ${String(number)} is yours now. It is due on ${due}.`,
  acceptedInPart: (number: number) => `Saved. Promise ${String(number)} still waits for the other person.`,
  declined: (number: number) => `Saved. You will not do number ${String(number)}. That is fine.`,
  claimed: (number: number) => `Saved. Promise ${String(number)} is said done.`,
  claimWaits: 'I have asked the others here if it is.',
  claimTakenBack: (number: number) => `Taken back. Promise ${String(number)} is open again.`,
  kept: (number: number) => `Saved. We did promise ${String(number)}. Thank you for the yes.`,
  notYet: (number: number, due: string) => `Saved. Promise ${String(number)} is open again. It is now due on ${due}.`,
  noName: 'Your name is not shown, and I did not keep it.',
  couldNot: (number: number) => `Saved. We could not do promise ${String(number)}. Thank you for saying so.`,
  couldNotNext: 'Do you know what comes next? Type: we will, then what and when.',
  suggested: (number: number) =>
    `Saved. Promise ${String(number)} stays as it is until everyone who is needed says yes.`,
  yesCounted: (number: number) => `Saved. Your yes on promise ${String(number)} counts.`,
  changed: (number: number, into: number) =>
    `Saved. We changed promise ${String(number)} together. It is now promise ${String(into)}.`,
  dropped: (number: number) => `Saved. We let promise ${String(number)} go.`,
  suggestionEnded: (number: number) => `Saved. Promise ${String(number)} stays as it was.`,
  corrected: (number: number, what: string, due: string) =>
    `Put right. Promise ${String(number)} now says: ${what} by ${due}.`,
  correctedAsked: (number: number) => `Put right. Number ${String(number)} waits for a yes.`,
  undone: (number: number) => `Taken back. There is no promise ${String(number)} now.`,
  undoneOffer: (number: number) => `Taken back. No one is asked about number ${String(number)} any more.`,
  undoneYes: (number: number) => `Taken back. Promise ${String(number)} waits for a yes again.`,
  undoneCouldNot: (number: number) => `Taken back. Promise ${String(number)} is open again.`,
  passedOn: (number: number) =>
    `I have asked everyone who can do promise ${String(number)}. It stays yours until someone offers and you say yes.`,
  pickUpOffered: (number: number) => `Thank you. I have asked whose promise ${String(number)} is now.`,
  pickedUp: (number: number, due: string) => `Saved. Promise ${String(number)} is yours now. It is due on ${due}.`,
  handedOn: (number: number, name: string) => `Saved. Promise ${String(number)} is now with ${name}.`,
  pickUpEnded: (number: number) => `Saved. Promise ${String(number)} stays where it was.`,
  pickUpKept: (number: number) => `Promise ${String(number)} stays where it was. Thank you for the offer.`,
  nothingChanged: (number: number) => `Promise ${String(number)} is as it was.`,

  /* In the place, for everyone. */
  made: (number: number, names: readonly string[], what: string, due: string) =>
    `Promise ${String(number)}. ${joinNames(names)} will ${what} by ${due}.`,
  madeFrom: (from: number, number: number) =>
    `We changed promise ${String(from)} together. It is now promise ${String(number)}.`,
  movedTo: (number: number, names: readonly string[], what: string, due: string) =>
    `Promise ${String(number)}: someone was looked for. Now ${joinNames(names)} will ${what} by ${due}.`,
  waitsAgain: (number: number) => `Number ${String(number)} is being put right. It waits for a yes.`,
  someoneCan: (number: number) => `Someone can pick up promise ${String(number)}. That waits for a yes.`,
  takenBack: (number: number) => `Number ${String(number)} was taken back. It is no promise now.`,
  claim: (name: string, number: number) => `${name} says promise ${String(number)} is done. Is it?`,
  claimAbout: (what: string) => `The promise: ${what}.`,
  proof: (proof: string) => `Proof: ${proof}`,
  noProof: 'No proof added.',
  claimKept: (name: string, number: number, yes: string) =>
    `${name} said promise ${String(number)} is done. ${yes} said yes.`,
  yesBut: (but: string) => `With the yes came this: ${but}`,
  claimNotYet: (number: number, name: string | null) =>
    name === null
      ? `Promise ${String(number)} was said done. Someone this was for says: not yet.`
      : `Promise ${String(number)} was said done. ${name} says: not yet.`,
  missing: (missing: string) => `What is missing: ${missing}`,
  nowDue: (due: string) => `It is open again. It is now due on ${due}.`,
  claimGone: (number: number) => `Promise ${String(number)} was said done. That was taken back, so it is still open.`,
  suggestChange: (name: string, number: number) => `${name} would like to change promise ${String(number)}.`,
  suggestDrop: (name: string, number: number) => `${name} would like to let promise ${String(number)} go.`,
  now: (what: string, due: string) => `Now: ${what} by ${due}.`,
  then: (what: string, due: string) => `Then: ${what} by ${due}.`,
  stays: 'It stays as it is until then.',
  suggestionAgreed: (number: number) => `Everyone who was needed said yes on promise ${String(number)}.`,
  suggestionDropped: (number: number) => `We let promise ${String(number)} go. Everyone who was needed said yes.`,
  suggestionOver: (number: number) => `What was asked for promise ${String(number)} is settled. It stays as it was.`,
  yesSoFar: (names: readonly string[]) => `Yes so far: ${joinNames(names)}.`,
  suggestionRefused: (number: number) =>
    `There was a no to the change of promise ${String(number)}. It stays as it was.`,
  because: (reason: string) => `The reason: ${reason}`,
  betterOne: 'Can you think of a change that works for all? Press Change it.',
  looking: (number: number, what: string) => `Looking for someone to pick this up. Promise ${String(number)}: ${what}.`,
  lookingFor: 'Anyone can. Whose promise it is now says yes first.',
  lookingOver: (number: number) => `Someone was looked for to pick up promise ${String(number)}. That is settled now.`,

  /* To one person alone. */
  offer: (name: string, number: number) => `${name} asks if you will make a promise. It has number ${String(number)}.`,
  offerWhat: (what: string, due: string) => `We will ${what} by ${due}.`,
  offerFree: 'You can say no. No one asks why.',
  offerYes: (number: number) => `I have your yes to promise ${String(number)}. Thank you.`,
  offerNo: (number: number) => `I have your no to number ${String(number)}. That is fine.`,
  offerGone: (number: number) => `Number ${String(number)} was taken back. Nothing is asked of you.`,
  offerAccepted: (names: readonly string[], number: number) =>
    `${joinNames(names)} said yes. Number ${String(number)} is a promise now.`,
  offerDeclined: (name: string, number: number) =>
    `${name} said no to number ${String(number)}. You can ask someone else.`,
  settledKept: (number: number, name: string) =>
    `${name} said yes: promise ${String(number)} is done. Thank you for doing it.`,
  settledNotYet: (number: number, name: string | null) =>
    name === null
      ? `Someone promise ${String(number)} was for says: not yet.`
      : `${name} says promise ${String(number)} is not done yet.`,
  dueSoon: (number: number, due: string) => `Promise ${String(number)} is due on ${due}.`,
  dueSoonAsk: 'How is it going? If it is hard, you can change it or say so. That is fine.',
  lateSoon: (number: number, when: string) =>
    `We have no news on promise ${String(number)}. "We said, we did" comes out on ${when}.`,
  lateSoonSays: 'It will say "No news yet" beside it. You can still tell us how it stands.',
  unanswered: (number: number, name: string) =>
    `${name} said 5 days ago that promise ${String(number)} is done. No one has answered yet.`,
  unansweredAsk: 'Is it done? I ask only this once.',
  pickUpAsk: (name: string, number: number) =>
    `${name} can pick up promise ${String(number)} for you. Is that all right?`,
  pickUpFine: 'It is fine to say yes, and fine to keep it.',
  yourWords: (what: string) => `The promise: ${what}.`,

  /* The list. */
  none: 'No promises yet. To make one, type: we will paint the day room by next Friday.',
  endedTitle: 'Ended',
  line: (number: number, what: string) => `${String(number)}. ${what}`,
  /** Read aloud, the stop keeps the promise apart from the name. */
  lineWho: (names: readonly string[], due: string) => `${joinNames(names)}, by ${due}.`,
  fieldNames: { who: 'Who', forSide: 'For', due: 'By', standing: 'How it stands' },
  saidYes: (name: string) => `${name} said yes.`,
  next: (next: string) => `What comes next: ${next}`,
  into: (number: number) => `It is now promise ${String(number)}.`,
  andMore: (many: number) => `And ${String(many)} more. Type promise and its number to see one.`,
  listHow: 'To see one with its buttons, type: promise 12.',
  waitsForYou: (number: number, what: string, ask: 'offer' | 'claim' | 'suggestion' | 'pick-up', name: string) => {
    const which = `Promise ${String(number)}, ${what}:`;
    switch (ask) {
      case 'offer':
        return `${which} ${name} asks if you will do it.`;
      case 'claim':
        return `${which} ${name} says it is done. Is it?`;
      case 'suggestion':
        return `${which} ${name} would like to change it. Do you say yes?`;
      case 'pick-up':
        return `${which} ${name} can pick it up for you.`;
    }
  },
  ledger: (kept: number, ended: number) => `We kept ${String(kept)} of ${String(ended)} that have ended.`,

  labels: {
    new: 'Make a promise',
    list: 'See all promises',
    yes: 'Yes',
    yesDone: 'Yes, it is done',
    yesBut: 'Yes, but…',
    no: 'No, because…',
    noThanks: 'No thanks',
    notYet: 'Not yet',
    notYetUnnamed: 'Not yet, without my name',
    did: 'Done',
    couldNot: "Can't do it",
    change: 'Change it',
    drop: 'Let it go',
    pickUp: 'I can do this',
    passOn: 'Hand it over',
    keep: 'No, I keep it',
    correct: 'Put it right',
    undo: 'Undo',
    spoken: (label: string, number: number) => `${label}: promise ${String(number)}`,
  },
} as const;
