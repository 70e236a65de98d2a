import type { Platform } from '../../domain/ids.ts';
import { joinNames } from '../dates.ts';

/** A platform as people call it. */
export const platformName: Readonly<Record<Platform, string>> = {
  slack: 'Slack',
  teams: 'Teams',
  web: 'the web room',
};

/** One person in two chats, and one huddle in two places. */
export const linkWords = {
  code: (code: string) => `Your code is ${code}. In the other chat, type: link ${code}. It works for 10 minutes.`,
  keepCode: 'Keep it to yourself. Whoever types it there is you from then on.',
  wrongCode: 'That code does not work now. Get a new one in the other chat, and type it here.',
  tooManyTries: 'That was 5 tries. Please wait 10 minutes, then get a new code.',
  otherChat: 'That code is for your other chat. Please type it there.',
  unknownInBoth: 'I do not know you in this chat or in the other. Join a huddle first. Then type: link.',
  confirm: (name: string, platform: string) => `This code comes from ${name} in ${platform}. Is that you?`,
  confirmNew: (platform: string) => `This code comes from an account in ${platform} that is new to me. Is it yours?`,
  confirmHow: 'If you say yes, all that you did in both chats becomes 1. I cannot part it again.',
  confirmCare: 'Did someone else give you this code? Then say no.',
  confirmYes: 'Yes, that is me',
  confirmNo: 'No',
  notThem: 'That is fine. Nothing has changed.',
  linked: (platforms: readonly string[]) => `Done. I know you in ${joinNames(platforms)} now, and count you once.`,
  linkedTwice: 'Done. Both are you now, and I count you once.',
  alreadyLinked: 'These are both you already. Nothing has changed.',
  groupStays: 'Had you picked 2 groups? Then the one from the chat with the code stays. To see it, type: me.',
  notesGoTo: (platform: string) => `I send your private notes to ${platform}.`,
  reachLabel: (platform: string) => `Send my notes to ${platform}`,
  reachWhere: (platforms: readonly string[]) =>
    `Where do you want your private notes? You can say: ${platforms.map((name) => `reach me in ${name}`).join(', or ')}.`,
  reached: (platform: string) => `From now on I send your private notes to ${platform}.`,
  reachedElse: 'If that fails, I try your other chat.',
  notThere: (platform: string) => `I do not know you in ${platform} yet. To link it, type here: link.`,
  unlinked: 'This account stands alone now, and is in no huddle.',
  unlinkedStays: 'All that you did stays with your other account.',
  unlinkedBack: 'To link them again, type in the other chat: link.',
  notLinked: 'This account is not linked to another. To link it, type: link.',
  myChats: 'Where I know you',
  myNotes: 'Private notes go to',

  connectCode: (huddle: string, code: string) =>
    `To add a place to ${huddle}, type in that channel or group chat: connect ${code}. The code works for 10 minutes.`,
  connectHow: 'It can be in Slack or in Teams. I have to be in it first.',
  needsPlace: 'Please type that in the channel or group chat that you mean.',
  connected: (huddle: string) => `Done. This place now belongs to ${huddle}.`,
  disconnected: (huddle: string) => `Done. ${huddle} does not meet here any more. What was said stays.`,
  hello: (huddle: string) => `Hello everyone. I am WeSaid, a computer helper. This place now belongs to ${huddle}.`,
  helloSame: 'It gets the same questions, and the same "we said, we did", as the other places.',
  helloIn: (huddle: string) => `In ${huddle} already? Write to me: link. Then I know that it is you.`,
  helloNew: 'Not in it yet? To ask for a place, write to me: join.',
  alsoIn: (huddle: string, platform: string) =>
    `${huddle} now meets in one more place, in ${platform}. The same questions go to both.`,
  goodbye: (huddle: string) => `${huddle} does not meet here any more. I post nothing new here.`,

  refusals: {
    'place-here': (huddle: string) => `This place belongs to ${huddle} already. Nothing has changed.`,
    'place-taken': (_huddle: string, other: string) =>
      `This place has a huddle of its own, ${other}. A place can only be in 1. Please pick another.`,
    'place-elsewhere': (huddle: string) => `This is no place of ${huddle}. Please type that in the one that you mean.`,
    'last-place': (huddle: string) => `This is the only place of ${huddle}, so it stays. First add another: connect.`,
  },
} as const;
