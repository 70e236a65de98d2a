import { promptOf } from '../../src/domain/prompts.ts';
import type { Document } from '../../src/messages/document.ts';
import {
  closedMessage,
  ownPromptMessage,
  promptMessage,
  remindMessage,
  shownAnswer,
} from '../../src/messages/prompt.ts';
import { answerSaved, askedSwap, offerAnswer } from '../../src/messages/replies-rounds.ts';
import { roleSwapsMessage } from '../../src/messages/role-swaps.ts';
import { promptLibrary } from '../../src/words/library.ts';
import { now, sampleHuddle, sampleRound, type Written } from './sample-facts.ts';

/** Questions that come to one person at a time: private ones in words, and role swaps. */
export function aboutAlone(written: Written): Readonly<Record<string, Document>> {
  const { name, words } = written;
  const huddle = sampleHuddle(written);
  const given = { huddle, now, promises: [] };
  const round = (id: string, status: 'open' | 'closed' = 'open') => {
    const known = promptLibrary.find((prompt) => prompt.id === id);
    if (known === undefined) throw new Error(`no ${id}`);
    return sampleRound(promptOf(known), { status, heard: { people: 8, of: 9 } });
  };
  const readers = { coordinators: [name, name], huddle };
  const kept = { option: null, at: now, late: false, message: null };
  return {
    'private words': promptMessage(round('values-6'), given),
    'private words, to choose from': promptMessage(round('roles-6'), given),
    'private words, closed': promptMessage(round('values-6', 'closed'), given),
    'private words, skipped': ownPromptMessage(round('values-6'), 'skipped', given),
    'private words, asked again': remindMessage(round('values-6'), { huddle }),
    'private words, the round closed': closedMessage(round('values-6', 'closed'), { huddle }),
    'private words, is this your answer': offerAnswer(round('values-6'), words, readers),
    'private words, saved': answerSaved(round('values-6'), { ...kept, text: words, seenBy: 'self' }, readers),
    'role swap': promptMessage(round('roles-7'), given),
    'role swap, about a promise': promptMessage(round('roles-8'), given),
    'role swap, closed': promptMessage(round('roles-7', 'closed'), given),
    'role swap, shown': shownAnswer({ name, text: words }, round('roles-7')),
    'role swap, asked': askedSwap(),
    'role swaps on': roleSwapsMessage({ ...huddle, roleSwaps: true }),
    'role swaps off': roleSwapsMessage(huddle),
  };
}
