import { mayUse } from '../domain/permissions.ts';
import { addDays, weekday, type LocalDate } from '../domain/time.ts';
import { notIn } from '../messages/help.ts';
import { measuresMessage, noMeasures } from '../messages/measures.ts';
import { notAllowed } from '../messages/people.ts';
import type { Reply } from '../ports.ts';
import { inHuddle, type Context } from './context.ts';

/**
 * The measures of a week, for coordinators. Only of a week that a digest has told, as they were then: the week that runs,
 * looked at twice, would tell who spoke in between.
 */
export async function performMeasures(day: LocalDate | null, context: Context): Promise<Reply> {
  if (!inHuddle(context)) return { kind: 'private', document: notIn(context.huddle) };
  const refusal = mayUse('coordinator', context);
  if (refusal !== null) return { kind: 'private', document: notAllowed(refusal) };
  const { huddle, records } = context;
  const monday = day === null ? null : addDays(day, 1 - weekday(day));
  const told = monday === null ? await records.digests.last(huddle.id) : await records.digests.get(huddle.id, monday);
  if (told?.facts.measures === undefined) return { kind: 'private', document: noMeasures(monday) };
  return { kind: 'private', document: measuresMessage(told.facts, huddle) };
}
