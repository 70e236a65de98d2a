import { decisionWithout, type Gone } from '../../src/domain/forget.ts';
import type { HuddleId } from '../../src/domain/ids.ts';
import type { Session } from '../session.ts';
import { decisions } from './decisions.ts';
import type { Redraw } from './forget-notes.ts';

/** Decisions without someone. What stands of them in a place is shown anew. */
export async function forgetDecisions(
  session: Session,
  huddles: readonly HuddleId[],
  { gone, redraw }: { gone: Gone; redraw: Redraw },
): Promise<void> {
  for (const huddle of huddles) {
    for (const before of await decisions(session).list(huddle)) {
      const after = decisionWithout(before, gone);
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      redraw.decisions.add(`${huddle}/${String(before.number)}`);
      await decisions(session).save({ ...after, version: before.version + 1 });
    }
  }
}
