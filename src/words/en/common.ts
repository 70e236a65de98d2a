import { joinNames } from '../dates.ts';

/** Words that more than one family needs. */
export const commonWords = {
  helpAndPause: 'Help and pause',
  someoneWhoLeft: 'a member who has left',
  thatPerson: 'that person',
  nothingChanged: 'Nothing has changed.',
  notDeliveredPlace: (huddle: string) =>
    `I could not post in the place where ${huddle} meets. Check that I am still in it. Then type: digest post.`,
  notDeliveredPerson: (huddle: string) =>
    `I could not reach 1 person in ${huddle} in private. Ask everyone to open a chat with me.`,
  /** Names, or what to call them where there is nobody with a name. */
  thoseWhoRunIt: (names: readonly string[]) => (names.length === 0 ? 'those who run this huddle' : joinNames(names)),
  onlyYou: 'Only you can see this.',
} as const;
