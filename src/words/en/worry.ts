import type { Region } from '../../domain/holidays.ts';
import type { HelpLine } from '../../domain/safety.ts';

/** What someone reads who may be in danger, or who asks what to do. Never advice, never a promise to pass anything on. */
export const worryWords = {
  thanks: 'Thank you for saying this.',
  computer: 'I am a computer. No one is watching this chat all the time.',
  keptNothing: 'I kept none of your words and told no one.',
  toldLead: 'I kept none of your words. I have told the safeguarding lead, as we agreed when you joined.',
  leadReads: (hours: string) => `They read it at these times: ${hours}.`,
  leadNotReached: 'I could not reach the safeguarding lead after all. No one has been told.',
  near: (help: string) => `Near you: ${help}.`,
  someoneElse: 'Is someone else in danger? Tell the person who keeps people safe where you are.',
  someoneElseTell: (who: string) => `Is someone else in danger? To keep them safe, tell ${who}.`,
  yourTurn: 'You can still answer, or delete what you wrote.',
  /** What a lock screen may show. */
  summary: 'WeSaid has a private note for you.',

  safeHead: 'Help, day or night.',
  worriedHead: 'Are you worried about someone?',
  worriedNow: 'If a life is at risk now, call 999. Do not wait.',
  worriedOwn: (help: string) => `If a life is at risk now: ${help}. Do not wait.`,
  worriedAsk: 'If you can, ask them how they are. Listen. You do not have to fix it.',
  worriedTell: 'You do not have to carry it alone. Tell the person who keeps people safe where you are.',
  worriedTellWho: (who: string) => `You do not have to carry it alone. Tell ${who}.`,
  worriedTalk: 'Samaritans listen to you too: call 116 123.',
  worriedKept: 'I have kept nothing of this, and I have told no one.',
};

/** Numbers that a huddle has set for itself. */
export const ownNumbers: Readonly<Record<HelpLine, (help: string) => string>> = {
  life: (help) => `Life at risk? ${help}.`,
  'mental-health': (help) => `Mental health help: ${help}.`,
  talk: (help) => `To talk to someone: ${help}.`,
};

const everywhere = {
  life: 'Life at risk? Call 999, or go to A&E.',
  talk: 'To talk: call Samaritans on 116 123. To text: send Shout to 85258.',
};

/**
 * Numbers as each nation has them. NHS 111 has a mental health option in England and Wales (press 2) and the hub of NHS 24
 * in Scotland, day and night. Breathing Space is open from 6pm to 2am, and all weekend. Northern Ireland has Lifeline.
 */
export const nationNumbers: Readonly<Record<Region, Readonly<Record<HelpLine, string>>>> = {
  england: {
    ...everywhere,
    'mental-health': 'Mental health help, day or night: call 111 and pick the mental health option.',
  },
  wales: { ...everywhere, 'mental-health': 'Mental health help, day or night: call 111 and press 2.' },
  scotland: {
    ...everywhere,
    'mental-health': 'Mental health help: call 111. At night and weekends: Breathing Space, 0800 83 85 87.',
  },
  'northern-ireland': {
    ...everywhere,
    'mental-health': 'Mental health help, day or night: call Lifeline on 0808 808 8000.',
  },
};
