/** What someone reads who may be in danger, or who asks what to do. Never advice, never a promise to pass anything on. */
export const worryWords = {
  thanks: 'Thank you for saying this. It matters.',
  computer: 'I am a computer. No one is watching this chat all the time.',
  keptNothing: 'I kept none of your words, and I have told no one.',
  lifeAtRisk: 'Is a life at risk now? Call 999, or go to A&E.',
  mentalHealth: 'For help with your mental health, day or night: call 111. Pick the mental health option.',
  talk: 'To talk to someone: call Samaritans on 116 123. To text: send the word Shout to 85258.',
  others: 'Is someone else in danger? Call 999. Then tell the person who keeps people safe where you are.',
  yourTurn: 'You can still answer, or delete what you wrote.',
  /** What a lock screen may show. */
  summary: 'WeSaid has a private note for you.',

  safeHead: 'Help, day or night.',
  worriedHead: 'Are you worried about someone?',
  worriedNow: 'If a life is at risk now, call 999. Do not wait.',
  worriedAsk: 'If you can, ask them how they are. Listen. You do not have to fix it.',
  worriedTell: 'You do not have to carry it alone. Tell the person who keeps people safe where you are.',
  worriedTalk: 'Samaritans listen to you too: call 116 123.',
  worriedKept: 'I have kept nothing of this, and I have told no one.',
};
