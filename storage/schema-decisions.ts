import type { Need } from '../src/domain/commitment.ts';
import type { DecisionBefore, DecisionYes, FinalSay, Rung } from '../src/domain/decision.ts';
import type { HuddleId, PersonId } from '../src/domain/ids.ts';
import type { Instant } from '../src/domain/time.ts';
import type { Json } from './json.ts';

/** `body` is what was decided; `words_by` put it into the words that stand now. */
export interface DecisionRow {
  huddle: HuddleId;
  number: number;
  body: string;
  final_say: FinalSay;
  rung: Rung;
  lived: string | null;
  practice: string | null;
  logged_by: PersonId;
  logged_at: Instant;
  words_by: PersonId;
  needs: Json<readonly Need[]>;
  yeses: Json<readonly DecisionYes[]>;
  shared_at: Instant | null;
  history: Json<readonly DecisionBefore[]>;
  version: number;
}
