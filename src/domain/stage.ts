/** The steps of the huddle process, in their order (H1 to H7). People read plain words for them: words/en/steps. */
export const stages = ['need', 'partners', 'values', 'roles', 'training', 'negotiation', 'evaluation'] as const;

export type Stage = (typeof stages)[number];

/** From 1. */
export function stageNumber(stage: Stage): number {
  return stages.indexOf(stage) + 1;
}
