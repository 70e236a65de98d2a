import { addDays, type Week } from '../domain/time.ts';
import { commonWords } from '../words/en/common.ts';
import { speechWords } from '../words/en/speech.ts';
import type { Document } from './document.ts';
import { note } from './frame.ts';

interface OwnTurns {
  readonly turns: number | null;
  readonly week: Week;
  /** They did not choose it: they have not said yet whether their yes still holds. */
  readonly waits?: boolean;
}

/** What the asker of `who` hears: their own turns in a week and nobody else's. Null for someone who is not counted. */
export function whoMessage({ turns, week, waits = false }: OwnTurns): Document {
  if (turns === null) return note(waits ? speechWords.waits : speechWords.notCounted, commonWords.onlyYou);
  const own = speechWords.ownTurns(turns, week.monday, addDays(week.monday, 6));
  return note(own, `${speechWords.aTurnIs} ${commonWords.onlyYou}`);
}
