/** One plain sentence for each command, as help and the README show them. */
export const commandWords = {
  answer: "Answer this week's question in private. You choose who sees it.",
  skip: "Skip this week's question. No one asks why.",
  later: "Get this week's question once more, in private.",
  ask: 'Send everyone a question of your own.',
  roles: 'See who leads on what, and since when.',
  take: 'Take on a role that is free, or ask to share it.',
  hand: 'Hand a role to someone. They can say yes or no.',
  putDown: 'Give up a role. You do not have to say why.',
  who: 'See how often you spoke last week. Only you see it.',
  digest: 'See the next "we said, we did" first, or post it now.',
  help: 'See what you can type, and how to pause or leave.',
  home: 'See what waits for you. Typing nothing does the same.',
} as const;
