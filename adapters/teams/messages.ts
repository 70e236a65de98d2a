import type { MessageRef, Parsed } from './acts.ts';
import { part, text } from './payload.ts';
import { factsOf, type Seen } from './seen.ts';
import { readPress } from './pressed.ts';
import { countFiles, readWritten } from './text.ts';

/** Words, or a button on a client that knows only Action.Submit: that comes as a message without words. */
export function parseMessage(seen: Seen): Parsed | null {
  const { activity, from } = seen;
  const pressed = readPress(seen, part(activity, 'value'));
  if (pressed !== null) {
    const pressedOn = text(activity, 'replyToId');
    return { interaction: pressed.interaction, way: { kind: 'message', ...pressed.from, pressedOn } };
  }
  const { text: words, mentionsBot, quotes } = readWritten(activity);
  const files = countFiles(activity);
  if (words === '' && files === 0 && !mentionsBot) return null;
  return {
    interaction: {
      kind: 'spoke',
      ...factsOf(seen, seen.id),
      message: messageOf(seen),
      thread: threadOf(seen, quotes),
      text: words,
      mentionsBot,
      files,
    },
    way: { kind: 'message', ...from, pressedOn: null },
  };
}

/** https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events */
export function parseUpdate(seen: Seen): Parsed | null {
  const { activity, from } = seen;
  const { text: words, mentionsBot, quotes } = readWritten(activity);
  const way = { kind: 'event', ...from } as const;
  switch (text(part(activity, 'channelData'), 'eventType') ?? '') {
    case 'editMessage': {
      const facts = factsOf(seen, `${seen.id}:edited:${seen.at}`);
      return { interaction: { kind: 'edited', ...facts, message: messageOf(seen), text: words }, way };
    }
    case 'undeleteMessage': {
      const facts = factsOf(seen, `${seen.id}:restored:${seen.at}`);
      const where = { message: messageOf(seen), thread: threadOf(seen, quotes) };
      const said = { text: words, mentionsBot, files: countFiles(activity) };
      return { interaction: { kind: 'restored', ...facts, ...where, ...said }, way };
    }
    default:
      return null;
  }
}

/** A message may be deleted, brought back and deleted again: the moment tells the two apart. */
export function parseDeletion(seen: Seen): Parsed | null {
  if (text(part(seen.activity, 'channelData'), 'eventType') !== 'softDeleteMessage') return null;
  const facts = factsOf(seen, `${seen.id}:gone:${seen.at}`);
  return {
    interaction: { kind: 'deleted', ...facts, message: messageOf(seen), thread: threadOf(seen, null) },
    way: { kind: 'event', ...seen.from },
  };
}

function messageOf({ channel, id }: Seen): MessageRef {
  return { ...channel, message: id };
}

/** Chats have no threads: there people quote the message that they answer. */
function threadOf({ channel, hasThreads, thread }: Seen, quotes: string | null): MessageRef | null {
  const root = hasThreads ? thread : quotes;
  return root === null ? null : { ...channel, message: root };
}
