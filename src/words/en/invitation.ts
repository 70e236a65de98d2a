/** A private invitation to someone who asked for it. Nobody else learns of it. */
export const invitationWords = {
  quiet: (huddle: string) => `You asked for a note when you have been quiet in ${huddle} for 2 weeks. Here it is.`,
  ifYouLike:
    'We would like to hear you, if you want to speak. Being quiet is fine, too. No one else knows of this note.',
  question: (text: string) => `The question that is open: "${text}"`,
  /** What a lock screen shows. */
  summary: (huddle: string) => `A note just for you, from ${huddle}.`,
  answer: 'Answer in private',
  fine: 'I am fine being quiet',
  never: 'Never ask me',
  mine: 'Private invitations',
  is: {
    on: 'on, after 2 quiet weeks',
    later: 'resting for 4 weeks',
    off: 'off',
  },
  saved: {
    on: 'Saved. After 2 weeks with no turn of yours, I send you a private note, once a fortnight at most. No one else knows.',
    later: 'That is fine. I send you no such note for 4 weeks.',
    off: 'Saved. I never send you such a note. You can change that: me invite on.',
  },
  notInHuddle: (huddle: string) => `${huddle} has not turned such notes on yet, so none will come for now.`,
  change: 'Change my invitations',
} as const;
