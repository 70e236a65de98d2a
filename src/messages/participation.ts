import { addDays, type Week } from '../domain/time.ts';
import { commonWords } from '../words/en/common.ts';
import { speechWords } from '../words/en/speech.ts';
import type { Document } from './document.ts';
import { note } from './frame.ts';

/** What the asker of `who` hears: their own turns in a week and nobody else's. Null for someone who is not counted. */
export function whoMessage({ turns, week }: { readonly turns: number | null; readonly week: Week }): Document {
  if (turns === null) return note(speechWords.notCounted, commonWords.onlyYou);
  const own = speechWords.ownTurns(turns, week.monday, addDays(week.monday, 6));
  return note(own, `${speechWords.aTurnIs} ${commonWords.onlyYou}`);
}
