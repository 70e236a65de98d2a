import { joinNames } from '../dates.ts';
import { upperFirst } from './digest.ts';

/** Who does what. */
export const roleWords = {
  title: 'Who does what',
  none: 'No one has a role yet.',
  held: (role: string, names: readonly string[], since: string) =>
    `${upperFirst(role)}: ${joinNames(names)}, since ${since}.`,
  forNow: (role: string, name: string) => `${upperFirst(role)}: ${name} does it for now.`,
  standsIn: (name: string) => `${name} stands in when needed.`,
  free: (role: string) => `${upperFirst(role)}: free.`,
  offered: (role: string, name: string) => `${upperFirst(role)}: waits for ${name} to say yes.`,
  howTo: 'To take one, type: take notes. To pass yours on, type: hand notes to Dev.',
  howToStandIn: 'To help out, type: stand in for notes. To ask for help with yours, type: stand in for notes @Dev.',
  past: (role: string, name: string, from: string, to: string) => `${upperFirst(role)}: ${name}, ${from} to ${to}.`,
  pastStandIn: (role: string, name: string, from: string, to: string) =>
    `${upperFirst(role)}: ${name} stood in, ${from} to ${to}.`,
  pastTitle: 'Before now',
  taken: (role: string) => `Saved. You now lead on ${role}.`,
  shared: (role: string, name: string) => `Saved. You and ${name} now share ${role}. It counts as half each.`,
  askedToShare: (role: string, name: string) =>
    `I have asked ${name} to share ${role} with you. I will tell you what they say.`,
  handed: (role: string, name: string) => `I have asked ${name} to take ${role}. It stays yours until they say yes.`,
  offeredToStandIn: (role: string, name: string) =>
    `I have asked ${name} if you can stand in for ${role}. I will tell you what they say.`,
  askedToStandIn: (role: string, name: string) =>
    `I have asked ${name} to stand in for ${role}. It stays yours, and they can say no. When they do it, people may guess that you are away.`,
  youStandIn: (role: string) => `Saved. You stand in for ${role}. To stop, type: stop standing in for ${role}.`,
  theyStandIn: (role: string, name: string) => `Saved. ${name} stands in for ${role} when needed.`,
  standInOver: (role: string) => `Saved. No one stands in for ${role} now. You do not have to say why.`,
  standInOffer: (role: string, name: string) =>
    `${name} would like to stand in for you when you are away: ${role}. Then I say that they do it, so people may guess that you are away. Is that all right?`,
  standInAsk: (role: string, name: string) =>
    `${name} asks you to stand in: ${role}. You would do it when they cannot. Will you?`,
  putDown: (role: string) => `Saved. ${upperFirst(role)} is free again. Thank you for doing it.`,
  declined: 'Saved. I have told them. You do not have to say why.',
  handOffer: (role: string, name: string) => `${name} would like to hand you a role: ${role}. Do you want it?`,
  shareOffer: (role: string, name: string) =>
    `${name} would like to share a role with you: ${role}. Is that all right?`,
  notNow: (role: string) => `About ${role}: the answer is not now. You can ask again another day.`,
  noRush: 'There is no rush. You can say no.',
  nowLeads: (role: string, names: readonly string[]) => `Role news. ${upperFirst(role)}: ${joinNames(names)}.`,
  nowFree: (role: string) => `Role news. ${upperFirst(role)} is free. To take it, type: take ${role}.`,
  yes: 'Yes, I will take it',
  yesShare: 'Yes, share it',
  yesStandIn: 'Yes, I will stand in',
  yesLetStandIn: 'Yes, they can stand in',
  standInLabel: (role: string) => `Stand in for ${role}`,
  stopStandInLabel: (role: string) => `Stop standing in for ${role}`,
  no: 'Not now',
  takeLabel: (role: string) => `Take ${role}`,
  noSuchRole: (role: string) => `There is no role called ${role} yet. Shall I make it one, and give it to you?`,
  makeItHow: 'If you meant something else, nothing has changed.',
  makeIt: 'Yes, make it a role',
  seeAll: 'See the roles',
  whichToTake: 'Which role would you like? Type it like this: take notes.',
  whichToHand: 'Say which role and to whom. Type it like this: hand notes to Dev.',
  whichToPutDown: 'Say which role. Type it like this: put down notes.',
  whichToStandIn: 'Say which role. Type it like this: stand in for notes.',
  whichToStopStandIn: 'Say which role. Type it like this: stop standing in for notes.',
  whoIsThat: (name: string) =>
    `I do not know ${name === '@' ? 'that person' : name} here. Check the name, or type @ and pick them.`,
  refusals: {
    'role-unknown': () => 'I do not know that role. Type roles to see them all.',
    'role-yours-already': (role: string) => `You lead on ${role} already. Nothing has changed.`,
    'role-full': (role: string) => `2 people share ${role} now. Ask one of them to hand it to you.`,
    'role-free': (role: string) => `No one has ${role} now. To take it, type: take ${role}.`,
    'role-not-yours': (role: string) => `Only the person who has ${role} can do that. Type roles to see who it is.`,
    'role-to-yourself': (role: string) => `You have ${role} already. Name someone else to hand it to.`,
    'role-they-hold-it': (role: string) => `They have ${role} with you already. To stop, type: put down ${role}.`,
    'role-no-offer': () => 'Nothing waits for your yes here. It may be settled already. Type roles to see.',
    'role-asked-already': (role: string) =>
      `Someone has been asked about ${role} already. Try again when they have answered.`,
    'stand-in-there': (role: string) => `Someone stands in for ${role} already. Type roles to see who.`,
    'stand-in-for-yourself': (role: string) =>
      `You have ${role} yourself. To ask someone to stand in, type: stand in for ${role} @Dev.`,
    'stand-in-not-there': (role: string) => `You do not stand in for ${role}. Nothing has changed.`,
    'not-a-member': () => 'They are not in this huddle yet. Ask them to join first.',
    'role-name-too-long': () => 'That name is too long. Use 40 letters or fewer.',
  },
} as const;
