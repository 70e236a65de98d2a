import type { Gone } from '../../src/domain/forget.ts';
import type { HuddleId } from '../../src/domain/ids.ts';
import { meetingWithout } from '../../src/domain/meeting-without.ts';
import type { Session } from '../session.ts';
import { fromMeeting, meetings } from './meetings.ts';

/** Notes of meetings without them. What stands in a place is shown anew. */
export async function forgetMeetings(
  session: Session,
  huddles: readonly HuddleId[],
  gone: Gone,
  redraw: Set<string>,
): Promise<void> {
  for (const huddle of huddles) {
    for (const before of await meetings(session).list(huddle)) {
      const after = meetingWithout(before, gone);
      if (JSON.stringify(fromMeeting(after)) === JSON.stringify(fromMeeting(before))) continue;
      redraw.add(`${huddle}/${String(before.number)}`);
      await meetings(session).save({ ...after, version: before.version + 1 });
    }
  }
}
