import type { HuddleId } from '../domain/ids.ts';
import { reaches, type Context } from './context.ts';

/** As in the huddle that a button names; null for a line, which is said in its own. */
export async function inNamed(id: HuddleId | null, context: Context): Promise<Context> {
  if (id === null || context.huddle?.id === id) return context;
  if (!reaches(context, id)) return { ...context, huddle: null, member: null };
  const member = context.person === null ? null : await context.records.members.get(id, context.person.id);
  return member === null ? context : { ...context, huddle: await context.records.huddles.get(id), member };
}
