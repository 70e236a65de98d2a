import { stageNumber } from '../domain/stage.ts';
import type { StepNews } from '../domain/steps.ts';
import { stepWords as words } from '../words/en/steps.ts';
import { paragraph, type Block } from './document.ts';

/** Which steps were closed and which was opened, in one line; none in most weeks. */
export function stepBlocks(news: StepNews | undefined): readonly Block[] {
  if (news === undefined || (news.closed.length === 0 && news.opened === null)) return [];
  const { closed, opened } = news;
  const now = opened === null ? null : { number: stageNumber(opened), what: words.about[opened] };
  return [paragraph(words.digest(closed.map(stageNumber), now))];
}
