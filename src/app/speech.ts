import type { SpeechIntent } from '../commands/speech.ts';
import { isLapsed } from '../domain/consent.ts';
import { isCounted, standingNow, takesPart } from '../domain/huddle.ts';
import { countedTurns, rosterOf } from '../domain/roster.ts';
import { foldTurns, readFrom } from '../domain/turns.ts';
import { addDays, localDate, weekFrom, weekday } from '../domain/time.ts';
import { whoMessage } from '../messages/participation.ts';
import type { Reply } from '../ports.ts';
import { inHuddle, type Context } from './context.ts';
import { performMeasures } from './measures.ts';
import { outside } from './outside.ts';

export function performSpeech(intent: SpeechIntent, context: Context): Promise<Reply> {
  switch (intent.want) {
    case 'who':
      return who(context);
    case 'measures':
      return performMeasures(intent.day, context);
  }
}

/** The asker's own count of the last whole week, and nobody else's. */
async function who(context: Context): Promise<Reply> {
  if (!inHuddle(context) || !takesPart(context.member)) return outside(context);
  const { huddle, member, records, now } = context;
  const today = localDate(now, huddle.zone);
  const week = weekFrom(addDays(today, 1 - weekday(today) - 7), huddle.zone);
  const utterances = await records.speech.between(huddle.id, readFrom(week), week.to);
  const turns = countedTurns([member], foldTurns(utterances), week);
  // Who pauses today was counted last week all the same.
  const isOnRoster = isCounted(standingNow(member)) || rosterOf([member], week).length > 0;
  return {
    kind: 'private',
    document: whoMessage({ turns: isOnRoster ? turns.length : null, week, waits: isLapsed(member) }),
  };
}
