import { ideaWithout, type Gone } from '../../src/domain/forget.ts';
import type { HuddleId } from '../../src/domain/ids.ts';
import type { Session } from '../session.ts';
import { ideas } from './ideas.ts';

/** That an idea was raised, and by which group, stays counted; what they wrote goes, and their name in others' ideas. */
export async function forgetIdeas(session: Session, huddles: readonly HuddleId[], gone: Gone): Promise<void> {
  for (const huddle of huddles) {
    for (const before of await ideas(session).list(huddle)) {
      const after = ideaWithout(before, gone);
      if (after.text === before.text && after.raisedBy === before.raisedBy) continue;
      await ideas(session).save({ ...after, version: before.version + 1 });
    }
  }
}
