import { digestFacts } from '../domain/digest.ts';
import { draftAt } from '../domain/draft.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { Week } from '../domain/time.ts';
import { checkAggregate } from './checkers-state.ts';
import { isWorthTelling, sourcesOf } from './digest-sources.ts';
import { execute } from './execute.ts';
import { rests, type Waking } from './waking.ts';

/** A day before the digest: its draft goes to those who check, and later to a stand-in where one is needed. */
export async function sendDraft(
  huddle: Huddle,
  week: Week,
  { records, now }: Pick<Waking, 'records' | 'now'>,
): Promise<void> {
  const { id, nextDigestAt } = huddle;
  if (await rests(id, { kind: 'digest', subject: id, records })) return;
  const from = draftAt(huddle);
  if (huddle.checkers?.isOn !== true || from === null || from > now) {
    await records.timers.set('digest', id, id, huddle.checkers?.isOn === true ? from : nextDigestAt);
    return;
  }
  const sources = await sourcesOf(records, huddle, { week, now });
  if (isWorthTelling(sources)) {
    const stood = digestFacts(sources).promises.map(({ number, status, due }) => ({ number, status, due }));
    const command = { type: 'SendDraft', huddle: id, now, monday: week.monday, stood } as const;
    await execute(records, checkAggregate(command), command);
  }
  await records.timers.set('digest', id, id, nextDigestAt);
}

/** A checker has left or takes a break: the beat sees whether a stand-in has to look. */
export async function checkersMoved(huddle: Huddle, { records, now }: Pick<Waking, 'records' | 'now'>): Promise<void> {
  const { id, checkers, nextDigestAt } = huddle;
  if (checkers?.isOn !== true || checkers.draft === undefined || nextDigestAt === null || nextDigestAt <= now) return;
  if ((await records.huddles.places(id)).length > 0) await records.timers.set('digest', id, id, now);
}
