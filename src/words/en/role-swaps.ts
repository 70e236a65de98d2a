/** Role swaps as a huddle's switch and as one's own choice. The questions themselves are in alone.ts. */
export const roleSwapWords = {
  /** To everyone, when the switch is turned. */
  on: (huddle: string) => `${huddle} can now have role-swap questions.`,
  what: 'Now and then, one asks what you would see from the seat of someone else here. No one is asked to act out being ill.',
  who: 'It comes in private, and only to people who choose it. No one is told who did.',
  how: 'To choose it, press the button, or type to me: me swap on.',
  off: (huddle: string) => `${huddle} has no more role-swap questions.`,
  offWhat: 'I send none to anyone. What you answered stays as you chose.',

  mine: 'Role-swap questions',
  is: { on: 'on', off: 'off' },
  change: 'Choose role swaps',
  saved: {
    on: 'Saved. You get a role-swap question now and then, in private. No one else knows.',
    off: 'Saved. I send you no role-swap questions. You can change that: me swap on.',
  },
  notInHuddle: (huddle: string) => `${huddle} has not turned them on yet, so none will come for now.`,
} as const;
