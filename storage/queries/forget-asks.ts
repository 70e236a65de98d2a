import { askWithout } from '../../src/domain/forget-asks.ts';
import type { Gone } from '../../src/domain/forget.ts';
import type { HuddleId } from '../../src/domain/ids.ts';
import type { Session } from '../session.ts';
import { asks } from './asks.ts';
import type { Redraw } from './forget-notes.ts';

/** Asks without someone. What stands of them in a place is shown anew. */
export async function forgetAsks(
  session: Session,
  huddles: readonly HuddleId[],
  { gone, redraw }: { gone: Gone; redraw: Redraw },
): Promise<void> {
  for (const huddle of huddles) {
    for (const before of await asks(session).list(huddle)) {
      const after = askWithout(before, gone);
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      redraw.asks.add(`${huddle}/${String(before.number)}`);
      await asks(session).save({ ...after, version: before.version + 1 });
    }
  }
}
