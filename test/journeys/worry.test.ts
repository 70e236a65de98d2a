import { afterAll, beforeAll, describe, it } from 'vitest';
import { slackStage } from './slack-stage.ts';
import type { Stage } from './stage.ts';
import { teamsStage } from './teams-stage.ts';
import { aWorryingMessage } from './worrying-message.ts';

const stages: readonly (readonly [name: string, open: () => Promise<Stage>])[] = [
  ['Slack', () => slackStage()],
  ['Teams', () => teamsStage('channel')],
];

describe.each(stages)('a worrying message in %s', (_, open) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await open();
  }, 120_000);
  afterAll(() => stage.close());

  it(
    'is met with who to call, for the writer alone; the week is told without it, and one lead may be told who',
    { timeout: 180_000 },
    () => aWorryingMessage(stage),
  );
});
