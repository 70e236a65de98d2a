/** To those who run a huddle, when answering is too much for many. It changes nothing without their yes. */
export const burdenWords = {
  title: 'Too many questions?',
  many: (huddle: string) => `In ${huddle}, a third or more of those who answered find our questions too much.`,
  ask: 'Shall I ask half as often?',
  now: (times: string) => `Now: ${times}.`,
  then: (times: string) => `Then: ${times}.`,
  yes: 'Yes, half as often',
  no: 'No, as now',
  halved: (times: string) => `Done. From now on: ${times}.`,
  kept: 'Fine. I ask as often as now. You can change it at any time by typing: half as often.',
  changedAlready: 'The times were changed already, so I left them as they are. To see them, type: schedule.',
  rareAlready: 'The questions are many weeks apart. I cannot ask less often than that.',
  noSchedule: 'No question comes by itself here. To set times, type: schedule Mondays at 10am.',
} as const;
