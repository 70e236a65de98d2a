import type { Instant } from './shapes.ts';
import type { StatusCode } from '../../src/words/en/web.ts';
import { goTo, type Answer } from './answer.ts';
import { isTooFar, middayOf, readInstant } from './moments.ts';
import { pathBack, readOrigin } from './parse.ts';
import { ClockOnlyGoesForward } from './rehearsal.ts';
import type { Room } from './room.ts';
import type { PersonVisit } from './visit.ts';

/** "Next question", "Next digest", "One day on" and "Go to this date". */
export async function moveClock(room: Room, { person, posted }: PersonVisit): Promise<Answer> {
  const back = pathBack(person.user, readOrigin(posted).back).split('?', 1)[0] ?? '/';
  const button = readInstant(posted.get('to') ?? '');
  // A button's moment has come already when it is pressed twice, or late: then the clock is where it was to be.
  if (button !== null && button <= room.rehearsal.now()) return goTo(back, { said: 'moved' });
  return goTo(back, { said: await move(room, button ?? middayOf(posted.get('date') ?? '', room.rehearsal.zone)) });
}

async function move(room: Room, to: Instant | null): Promise<StatusCode> {
  if (to === null) return 'no-date';
  if (isTooFar(room.rehearsal.now(), to)) return 'too-far';
  try {
    await room.rehearsal.moveTo(to);
    return 'moved';
  } catch (error) {
    if (error instanceof ClockOnlyGoesForward) return 'backwards';
    throw error;
  }
}

/** "Start again". Everyone's pages are out of date after it. */
export async function startAgain(room: Room, { person, posted }: PersonVisit): Promise<Answer> {
  await room.rehearsal.reset({ with: posted.get('with') === 'nobody' ? 'nobody' : 'willow' });
  room.news.tell(null);
  return goTo(`/as/${person.user}`, { said: 'again' });
}
