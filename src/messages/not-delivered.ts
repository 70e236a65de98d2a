import type { Huddle } from '../domain/huddle.ts';
import { commonWords } from '../words/en/common.ts';
import type { Document } from './document.ts';
import { note } from './frame.ts';

/** To the coordinators, when a message was given up for good. Names nobody. */
export function notDelivered(huddle: Huddle, where: 'place' | 'person'): Document {
  return note(
    where === 'place' ? commonWords.notDeliveredPlace(huddle.name) : commonWords.notDeliveredPerson(huddle.name),
  );
}
