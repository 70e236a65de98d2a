/** A private note to someone who holds many promises. Nobody else learns of it. */
export const loadWords = {
  title: (many: number) => `You hold ${String(many)} open promises. Is that all right?`,
  onlyYou: 'Only you get this note. You can change one, ask who can do it, or say that it cannot be done.',
  /** What a lock screen shows. */
  summary: (huddle: string) => `A note just for you, from ${huddle}.`,
  promise: (number: number, what: string, due: string) => `${String(number)}: ${what}, by ${due}.`,
  more: (many: number) => `And ${String(many)} more. To see all of them, type: promises.`,
  fine: 'It is fine',
  never: 'Never ask me this',
  mine: 'Load notes',
  off: 'off',
  change: 'Change load notes',
  saved: {
    on: 'Saved. When you hold more than 3 promises, I ask you in private, once a fortnight at most.',
    off: 'Saved. I never send you such a note. You can change that: me load checks on.',
    fine: 'Good. I changed nothing.',
  },
} as const;
