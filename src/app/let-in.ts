import { isRefusal } from '../domain/refusal.ts';
import { backMessage, directHello, openHello } from '../messages/places.ts';
import type { Reply } from '../ports.ts';
import type { Context } from './context.ts';
import { whatWaits } from './help.ts';
import { placeAggregate } from './places.ts';

/** The bot may speak in a place, or to a person: it says once who it is and how to begin, or that it is back. */
export async function letIn(context: Context): Promise<Reply> {
  const { interaction, huddle, now } = context;
  const place = interaction.where;
  if (place === 'direct') return huddle === null ? { kind: 'private', document: directHello() } : whatWaits(context);
  if (huddle === null) return { kind: 'open', document: openHello() };
  const done = await context.run(placeAggregate, { huddle: huddle.id, now, place, may: 'speak' });
  const isBack = !isRefusal(done) && done.events.length > 0;
  return isBack ? { kind: 'open', document: backMessage(huddle) } : { kind: 'none' };
}

/** It may not any more. What is known stays; whoever took it out of their own chat gets no message there to say so. */
export async function takenOut({ interaction, huddle, now, run }: Context): Promise<Reply> {
  const place = interaction.where;
  if (place !== 'direct' && huddle !== null)
    await run(placeAggregate, { huddle: huddle.id, now, place, may: 'not-speak' });
  return { kind: 'none' };
}
