import type { HuddleId, PersonId } from '../src/domain/ids.ts';
import type { Instant } from '../src/domain/time.ts';
import type { AskBefore, AskSays, AskState } from '../src/domain/upstairs.ts';
import type { PageFacts, ToldPage } from '../src/domain/told-page.ts';
import type { Json } from './json.ts';

/** `body` is what is asked; `words_by` put it into the words that stand now. */
export interface AskRow {
  huddle: HuddleId;
  number: number;
  body: string;
  asked_by: PersonId;
  asked_at: Instant;
  words_by: PersonId;
  status: AskState['status'];
  says: AskSays | null;
  /** The words of the answer, where it is answered and has some. */
  answer: string | null;
  noted_by: PersonId | null;
  /** When it was answered or taken back. */
  settled_at: Instant | null;
  history: Json<readonly AskBefore[]>;
  version: number;
}

export interface ToldPageRow {
  huddle: HuddleId;
  kind: ToldPage['kind'];
  number: number;
  made_at: Instant;
  facts: Json<PageFacts>;
  sponsor: string | null;
  added: Json<readonly string[]>;
  posted_at: Instant | null;
  reminded: number;
  version: number;
}
