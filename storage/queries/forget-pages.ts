import { pageWithout } from '../../src/domain/forget-pages.ts';
import type { Gone } from '../../src/domain/forget.ts';
import type { HuddleId } from '../../src/domain/ids.ts';
import type { Session } from '../session.ts';
import type { Redraw } from './forget-notes.ts';
import { pages } from './pages.ts';
import { promises } from './promises.ts';

/** Pages without someone, after their promises are. What stands of a note in a place is shown anew. */
export async function forgetPages(
  session: Session,
  huddles: readonly HuddleId[],
  { gone, redraw }: { gone: Gone; redraw: Redraw },
): Promise<void> {
  for (const huddle of huddles) {
    const left = await promises(session).list(huddle);
    const all = [...(await pages(session).list(huddle, 'note')), ...(await pages(session).list(huddle, 'report'))];
    for (const before of all) {
      const after = pageWithout(before, gone, left);
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      if (before.kind === 'note') redraw.pages.add(`${huddle}/${String(before.number)}`);
      await pages(session).save({ ...after, version: before.version + 1 });
    }
  }
}
