import type { Records } from '../../src/ports.ts';
import type { Session } from '../session.ts';
import { forgetCounted, huddlesOfGone } from './forget-counted.ts';
import { answersAnew } from './forget-notes.ts';
import { forgetOrphans } from './forget-room.ts';
import { forgetPerson } from './forget.ts';
import { ownRows } from './own.ts';

export function rights(session: Session): Records['rights'] {
  return {
    own: (id) => ownRows(session, id),
    forget: (gone, how) => forgetPerson(session, gone, how),
    huddlesOfGone: () => huddlesOfGone(session),
    forgetCounted: (keepFrom) => forgetCounted(session, keepFrom),
    forgetOrphans: () => forgetOrphans(session),
    answersAnew: (huddle, now) => answersAnew(session, huddle, now),
  };
}
