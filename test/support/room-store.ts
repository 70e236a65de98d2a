import type { RoomMessage, RoomStore } from '../../src/ports-room.ts';

/** A room that lives in memory and keeps the rules of the real one. */
export function memoryRoom(): RoomStore & { clear(): void } {
  const messages = new Map<string, RoomMessage>();
  return {
    put: (message) => {
      messages.set(message.id, message);
      return Promise.resolve();
    },
    get: (id) => Promise.resolve(messages.get(id) ?? null),
    list: (channel, viewer, limit) =>
      Promise.resolve(
        [...messages.values()]
          .filter((message) => message.channel === channel && (message.only === null || message.only === viewer))
          .slice(-limit),
      ),
    remove: (id) => {
      messages.delete(id);
      return Promise.resolve();
    },
    clear: () => {
      messages.clear();
    },
  };
}
