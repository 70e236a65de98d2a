/** Questions that come to one person at a time: private ones in words, and role swaps. */
export const aloneWords = {
  alone: {
    title: 'A private question',
    /** What a lock screen shows. */
    summary: 'A private question for you. Only you can see it.',
    youPick: (huddle: string) => `You pick who reads it: only you, or also those who run ${huddle}.`,
    never: 'No one else sees it. We ask before we quote.',
    howLongKept: (days: string) =>
      `We keep your words for ${days} days. To wipe them sooner, answer again and pick No one.`,
    closed: 'A private question has closed.',
  },
  swap: {
    title: 'A role-swap question',
    summary: 'A question just for you. Only you can see it.',
    why: 'you chose to get these.',
    noActing: 'Please do not act out being ill.',
    youChoose: 'You choose who sees your answer. No one else knows that you get these.',
    noMore: 'No more of these',
    shown: 'Some of us got a role-swap question:',
    asked:
      'Saved. It goes in private to those who chose role swaps, if 3 or more of them can get it. I never say who or how many.',
  },
} as const;
