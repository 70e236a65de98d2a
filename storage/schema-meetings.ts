import type { HuddleId, PersonId } from '../src/domain/ids.ts';
import type { Meeting } from '../src/domain/meeting.ts';
import type { Instant, LocalDate } from '../src/domain/time.ts';
import type { Json } from './json.ts';

/** What was said stands in `state` until it is confirmed. */
export interface MeetingRow {
  huddle: HuddleId;
  number: number;
  held_on: LocalDate;
  noted_by: PersonId;
  noted_at: Instant;
  sides: Json<Meeting['sides']>;
  there: Json<Meeting['there']>;
  state: Json<Meeting['state']>;
  version: number;
}
