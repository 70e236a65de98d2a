import { afterAll, beforeAll, describe, it } from 'vitest';
import { askingUpstairs } from './asking-upstairs.ts';
import { fiveWeeksOfPromises } from './five-weeks-of-promises.ts';
import { changingTogether } from './changing-together.ts';
import { firstTwoWeeks } from './first-two-weeks.ts';
import { heardLabels, powerPulse } from './power-pulse.ts';
import type { Stage } from './stage.ts';
import { webStage } from './web-stage.ts';
import { theWholeDigest } from './whole-digest.ts';
import { aWorryingMessage } from './worrying-message.ts';

describe('in the browser, through what people type and press in the running program', { timeout: 600_000 }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await webStage();
  });
  afterAll(async () => {
    await stage.close();
  });

  it('S1: a new huddle has not enough to show by group, and in its second week all are about level', () =>
    firstTwoWeeks(stage));

  it('S3: over five weeks each of seven promises comes to the end that people gave it', () =>
    fiveWeeksOfPromises(stage));

  it('S4: the power question is answered in private, and told as one number or not at all', () =>
    powerPulse(stage, heardLabels));

  it('a change is suggested, objected to, put in other words and agreed by each side, and all sign', () =>
    changingTogether(stage, 'Yes: suggested change 1'));

  it('an ask goes upstairs and comes back, the sponsor sees the note first, steps and swaps name nobody', () =>
    askingUpstairs(stage));

  it('a whole digest holds each of its parts, checked by two people, and says so when nobody checked', () =>
    theWholeDigest(stage, heardLabels));

  it('S6: a worrying message is met for its writer alone, and the week is told without it', () =>
    aWorryingMessage(stage));
});
