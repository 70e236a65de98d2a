import { afterAll, beforeAll, describe, it } from 'vitest';
import { askingUpstairs } from './asking-upstairs.ts';
import { databases, serveDatabases } from '../support/databases.ts';
import { changingTogether } from './changing-together.ts';
import { fiveWeeksOfPromises } from './five-weeks-of-promises.ts';
import { firstTwoWeeks } from './first-two-weeks.ts';
import { powerPulse } from './power-pulse.ts';
import { slackStage } from './slack-stage.ts';
import type { Stage } from './stage.ts';
import { theWholeDigest } from './whole-digest.ts';

serveDatabases();

for (const database of databases) {
  describe(
    `in Slack, through signed requests to the running program, on ${database.name}`,
    { timeout: 120_000 },
    () => {
      let stage: Stage;
      beforeAll(async () => {
        stage = await slackStage(await database.fresh());
      });
      afterAll(async () => {
        await stage.close();
      });

      it('S1: a new huddle has not enough to show by group, and in its second week all are about level', () =>
        firstTwoWeeks(stage));

      it('a change is suggested, objected to, put in other words and agreed by each side, and all sign', () =>
        changingTogether(stage));

      it('S3: over five weeks each of seven promises comes to the end that people gave it', () =>
        fiveWeeksOfPromises(stage));

      it('S4: the power question is answered in private, and told as one number or not at all', () =>
        powerPulse(stage));

      it('an ask goes upstairs and comes back, the sponsor sees the note first, steps and swaps name nobody', () =>
        askingUpstairs(stage));

      it('a whole digest holds each of its parts, checked by two people, and says so when nobody checked', () =>
        theWholeDigest(stage));
    },
  );
}
