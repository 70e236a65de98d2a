import type { teamsWords } from '../../../src/words/en/teams.ts';
import type { SamplesOf } from '../rendered.ts';
import { many } from './worst.ts';

export const teamsSamples: SamplesOf<typeof teamsWords> = {
  part: [
    [2, 2],
    [many, many],
  ],
};
