import type { CommitmentStatus } from '../../domain/commitment.ts';

/** What a promise is, said to someone who took it for something else. `into` is the new number of a changed one. */
function whatItIs(number: number, status: CommitmentStatus['status'], into: number): string {
  const promise = `Promise ${String(number)}`;
  switch (status) {
    case 'offered':
      return `Number ${String(number)} waits for a yes from the person who was asked.`;
    case 'declined':
      return `Number ${String(number)} was asked, and the answer was no. It is no promise.`;
    case 'open':
      return `${promise} is open. Nothing on it waits for a yes.`;
    case 'claimed':
      return `${promise} is said done. It waits for a yes.`;
    case 'kept':
      return `${promise} is done. There was a yes to it.`;
    case 'could-not':
      return `${promise} has ended. We could not do it.`;
    case 'changed':
      return `${promise} was changed together. It is now promise ${String(into)}.`;
    case 'dropped':
      return `${promise} has ended. We let it go together.`;
    case 'not-kept':
      return `${promise} has ended. It was not kept. You can make it again.`;
    case 'undone':
      return `Number ${String(number)} was taken back. It is no promise.`;
  }
}

/** Each no of the rules, and what to do next. The two that name a side are in `promiseWords`. */
export const promiseRefusals = {
  whatItIs,
  notAMember: 'Only people who take part can do that here. To join, type: join.',
  whatNeeded: 'Say what will be done. Type it like this: we will paint the day room by next Friday.',
  whatTooLong: (most: number) => `That is too long for 1 promise. Please use ${String(most)} letters or fewer.`,
  dateNeeded: (suggested: string) => `When will it be done? How about ${suggested}?`,
  datePassed: (due: string) => `${due} is over. Which day do you mean?`,
  dateTooFar: 'That is more than a year away. What will be done first, and by which day?',
  tooManyOwners: 'A promise has 1 or 2 people. Please name 2 at most.',
  ownerNotHere: 'Someone you named is not in this huddle yet. Ask them to join first.',
  whoIsThat: (name: string) =>
    `I do not know ${name === '@' ? 'that person' : name} here. Check the name, or type @ and pick them.`,
  noSuchPromise: (number: number) => `There is no promise ${String(number)}. Type promises to see them all.`,
  notTheOwner: (number: number) => `Only the person whose promise it is can do that with ${String(number)}.`,
  notAskedOfYou: (number: number) => `Number ${String(number)} waits for someone else to answer.`,
  ownPromise: (number: number) => `Promise ${String(number)} is yours. The yes comes from someone else.`,
  claimWaits: (number: number) =>
    `Promise ${String(number)} is said done and waits for a yes. It can be changed after that.`,
  offerWaits: (number: number) => `Number ${String(number)} waits for a yes first. It can be changed after that.`,
  suggestionWaits: (number: number) =>
    `A change to promise ${String(number)} waits for a yes. Only 1 thing can wait at a time.`,
  pickUpWaits: (number: number) => `Someone has said they can pick up promise ${String(number)}. That waits for a yes.`,
  alreadyYes: (number: number) => `I have your yes on promise ${String(number)}. It still needs others.`,
  reasonNeeded: 'Please give a reason. "I can\'t do this just now" is enough.',
  reasonNeededForNo: 'Please say why, so that a better idea can come.',
  changeNeeded: (number: number) =>
    `Say what should change. Type it like this: change ${String(number)} to meet in the evening, by 3 April.`,
  notLooking: (number: number) => `Promise ${String(number)} is with someone. No one is looked for.`,
  alreadyOwner: (number: number) => `Promise ${String(number)} is yours already. Nothing has changed.`,
  cannotUndo: (number: number) =>
    `There is nothing of yours on number ${String(number)} to take back now. You can ask to change it.`,
  cannotCorrect: (number: number) =>
    `It is too late to put ${String(number)} right on your own. You can ask to change it.`,
  whichNumber: (numbers: readonly string[]) => `Which one do you mean? Say it with its number: ${numbers.join(', ')}.`,
  nothingWaits: 'Nothing here waits for your answer now. Type promises to see them all.',
  nothingOfYours: 'You have no open promises here. Type promises to see them all.',
} as const;
