import { z } from 'zod';
import type { Instant } from './shapes.ts';
import { webWords } from '../../src/words/en/web.ts';
import { CallRefused } from './errors.ts';
import { after, isTooFar, readInstant } from './moments.ts';
import { ClockOnlyGoesForward } from './rehearsal.ts';
import type { Room } from './room.ts';

const words = webWords.calls;

const clockCall = z.union([z.strictObject({ to: z.string() }), z.strictObject({ advance: z.string() })]);
const resetCall = z.strictObject({ at: z.string().optional(), with: z.enum(['nobody', 'willow']) });

/** POST /rehearsal/clock: {"to": moment} or {"advance": duration}. Answered once all that fell due is shown. */
export async function clockCalled(room: Room, body: string): Promise<{ now: Instant }> {
  const { rehearsal } = room;
  const read = clockCall.safeParse(readJson(body));
  if (!read.success) throw new CallRefused(400, words.clockNeeds);
  const to = 'to' in read.data ? moment(read.data.to) : after(rehearsal.now(), read.data.advance, rehearsal.zone);
  if (to === null) throw new CallRefused(400, words.notADuration);
  if (isTooFar(rehearsal.now(), to)) throw new CallRefused(400, words.tooFar);
  try {
    await rehearsal.moveTo(to);
  } catch (error) {
    if (error instanceof ClockOnlyGoesForward) throw new CallRefused(409, words.goesForward);
    throw error;
  }
  return { now: rehearsal.now() };
}

/** POST /rehearsal/reset: {"at": moment, "with": "nobody" | "willow"}. */
export async function resetCalled(room: Room, body: string): Promise<{ now: Instant }> {
  const read = resetCall.safeParse(readJson(body));
  if (!read.success) throw new CallRefused(400, words.resetNeeds);
  const { at, with: startWith } = read.data;
  await room.rehearsal.reset(at === undefined ? { with: startWith } : { at: moment(at), with: startWith });
  room.news.tell(null);
  return { now: room.rehearsal.now() };
}

/** GET /rehearsal/state: what a program that drives the rehearsal may want to know. */
export async function stateCalled({ rehearsal }: Room): Promise<Readonly<Record<string, unknown>>> {
  const [people, nextQuestionAt, nextDigestAt] = await Promise.all([
    rehearsal.people(),
    rehearsal.nextQuestionAt(),
    rehearsal.nextDigestAt(),
  ]);
  return { now: rehearsal.now(), zone: rehearsal.zone, nextQuestionAt, nextDigestAt, people };
}

function moment(text: string): Instant {
  const at = readInstant(text);
  if (at === null) throw new CallRefused(400, words.notAMoment);
  return at;
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) throw new CallRefused(400, words.notJson);
    throw error;
  }
}
