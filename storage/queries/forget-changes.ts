import { agreementWithout, proposalWithout, type Gone } from '../../src/domain/forget.ts';
import type { HuddleId } from '../../src/domain/ids.ts';
import type { Session } from '../session.ts';
import { agreements } from './agreements.ts';
import type { Redraw } from './forget-notes.ts';
import { proposals } from './proposals.ts';

/** Suggested changes and signed agreements without someone. */
export async function forgetChanges(
  session: Session,
  huddles: readonly HuddleId[],
  { gone, redraw }: { gone: Gone; redraw: Redraw },
): Promise<void> {
  for (const huddle of huddles) {
    for (const before of await proposals(session).list(huddle)) {
      const after = proposalWithout(before, gone);
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      redraw.proposals.add(`${huddle}/${String(before.number)}`);
      await proposals(session).save({ ...after, version: before.version + 1 });
    }
    for (const before of await agreements(session).list(huddle)) {
      const after = agreementWithout(before, gone);
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      await agreements(session).save({ ...after, version: before.version + 1 });
    }
  }
}
