/** What is said about "we said, we did" to one person. */
export const digestReplyWords = {
  preview: 'This is how it would look now. Only you can see it.',
  inItsThread: 'In its thread:',
  howToPost: 'To post it now, type: digest post.',
  comesOn: (when: string) => `It comes on ${when}.`,
  posted: 'Posted. Everyone can read it now.',
  postedAlready: (next: string) => `The one for last week is out already. The next comes on ${next}.`,
  tooSoon: (next: string) => `There is nothing to tell of last week yet. The next comes on ${next}.`,
  wrong: (names: string) => `Thank you for looking. Tell ${names} what is wrong, and they can put it right.`,
  wrongPromise: 'Is it about a promise of yours? Type promises, and press the button beside it.',
} as const;
