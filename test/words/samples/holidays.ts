import type { holidayWords } from '../../../src/words/en/holidays.ts';
import type { SamplesOf } from '../rendered.ts';
import { day } from './worst.ts';

const place = 'Northern Ireland';

export const holidaySamples: SamplesOf<typeof holidayWords> = {
  thenIs: { move: [[place]], skip: [[place]] },
  moved: [[day, day]],
  skipped: [[day]],
  saved: { move: [[place]], skip: [[place]] },
};
