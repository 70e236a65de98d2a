import type { RoomMessage } from '../../src/ports-room.ts';
import { webWords } from '../../src/words/en/web.ts';
import { mayBeInDanger } from '../../src/words/worrying.ts';
import { pageAnswer, type Answer } from './answer.ts';
import { changePage } from './change-page.ts';
import { PageProblem } from './errors.ts';
import { typedLetters } from './limits.ts';
import type { Origin } from './open-forms.ts';
import { privatePage } from './private-page.ts';
import { actKey, asSent, isCommand, readMentions, readOrigin, readPress, readValues, typed } from './parse.ts';
import { carryOut, checkForm, type Act } from './reply.ts';
import { isDirect, isPassing, maySee, messageId, putMessage, refOf, type Room } from './room.ts';
import { roomPage } from './room-page.ts';
import { threadPage, threadRoot } from './thread-page.ts';
import type { PersonVisit } from './visit.ts';

/** The room's box: every line typed there is for WeSaid. */
export async function typeToBot(room: Room, visit: PersonVisit): Promise<Answer> {
  const text = typed(visit.posted, 'text');
  if (text.length > typedLetters) return pageAnswer(await roomPage(room, visit, { text, error: tooLong }), 422);
  return carryOut(room, newAct(visit, { back: 'room', direct: false }), {
    deed: { kind: 'command', text: named(text, visit).text },
  });
}

/** The box of the private page: words to WeSaid as in a private chat, kept as such a chat would keep them. */
export async function writePrivately(room: Room, visit: PersonVisit): Promise<Answer> {
  const text = typed(visit.posted, 'text');
  const error = textError(text);
  if (error !== null) return pageAnswer(await privatePage(room, visit, { text, error }), 422);
  const act = newAct(visit, { back: 'private', direct: true });
  return speak(room, act, { text, id: messageId('d', act.key), thread: null });
}

/** The box of a thread: all see it, with the name. */
export async function replyInThread(room: Room, visit: PersonVisit): Promise<Answer> {
  const root = await threadRoot(room, visit);
  const text = typed(visit.posted, 'text');
  const act = newAct(visit, { back: `thread:${root.id}`, direct: false });
  if (isCommand(text)) return carryOut(room, act, { deed: { kind: 'command', text: named(text, visit).text } });
  const error = textError(text);
  if (error !== null) return pageAnswer(await threadPage(room, visit, { text, error }), 422);
  return speak(room, act, { text, id: messageId('t', act.key), thread: root });
}

export async function pressButton(room: Room, visit: PersonVisit): Promise<Answer> {
  const { back, message } = readOrigin(visit.posted);
  const pressed = message === null ? null : await room.store.get(message);
  if (pressed === null || !maySee(pressed, visit.person)) throw new PageProblem('not-found');
  const act = newAct(visit, { back, direct: isDirect(pressed.id), message });
  return carryOut(room, act, {
    deed: { kind: 'action', ...readPress(visit.posted), message: isPassing(pressed.id) ? null : refOf(pressed) },
  });
}

export async function sendForm(room: Room, visit: PersonVisit): Promise<Answer> {
  const key = visit.params['form'] ?? '';
  const act: Act = { ...newAct(visit, readOrigin(visit.posted)), openForm: key };
  const wrong = checkForm(room, act);
  if (wrong !== null) return wrong;
  const { posted } = visit;
  const form = asSent(posted, 'form');
  const subject = asSent(posted, 'subject');
  return carryOut(room, act, { deed: { kind: 'form', form, subject, values: readValues(posted) } });
}

export async function changeMessage(room: Room, visit: PersonVisit): Promise<Answer> {
  const message = await ownMessage(room, visit);
  if (message.gone) throw new PageProblem('not-found');
  const text = typed(visit.posted, 'text');
  const error = textError(text);
  if (error !== null) return pageAnswer(changePage(room, visit, { message, text, error }), 422);
  const act = newAct(visit, { back: backOf(message), direct: isDirect(message.id) });
  // What may tell of danger is written down nowhere: the message goes, and WeSaid answers.
  await putMessage(room, mayBeInDanger(text) ? { ...message, text: null, gone: true } : { ...message, text });
  const deed = { kind: 'edited', message: refOf(message), text: named(text, visit).text } as const;
  return carryOut(room, act, { deed, quiet: { said: 'changed', message: message.id } });
}

export async function takeBack(room: Room, visit: PersonVisit): Promise<Answer> {
  const message = await ownMessage(room, visit);
  const act = newAct(visit, { back: backOf(message), direct: isDirect(message.id) });
  if (!message.gone) await putMessage(room, { ...message, text: null, gone: true });
  const { channel, only } = message;
  const thread = message.thread === null ? null : refOf({ id: message.thread, channel, only });
  const deed = { kind: 'deleted', message: refOf(message), thread } as const;
  return carryOut(room, act, { deed, quiet: { said: 'taken-back' } });
}

/**
 * The room keeps the words first, as a chat does; WeSaid is told on every try, and knows a repeat by its id. What may tell
 * of danger is handed to WeSaid alone: this room is where WeSaid itself keeps words, so it keeps none of these.
 */
async function speak(
  room: Room,
  act: Act,
  { text, id, thread }: { text: string; id: string; thread: RoomMessage | null },
): Promise<Answer> {
  const { visit } = act;
  const message: RoomMessage = {
    id,
    channel: room.channel,
    thread: thread?.id ?? null,
    from: { user: visit.person.user },
    only: act.origin.direct ? visit.person.user : null,
    at: room.clock.now(),
    document: null,
    text,
    gone: false,
  };
  const kept = !mayBeInDanger(text);
  if (kept && (await room.store.get(id)) === null) await putMessage(room, message);
  const where = { message: refOf(message), thread: thread === null ? null : refOf(thread) };
  return carryOut(room, act, {
    deed: { kind: 'spoke', ...where, ...named(text, visit), files: 0 },
    quiet: kept ? { message: id } : { said: 'sent' },
  });
}

function newAct(visit: PersonVisit, origin: Omit<Origin, 'message'> & Partial<Origin>): Act {
  return { visit, key: actKey(visit.posted, visit.path), origin: { message: null, ...origin }, openForm: null };
}

/** A message that the visitor wrote, even one taken back: WeSaid may not have heard of that yet. */
export async function ownMessage(room: Room, visit: PersonVisit): Promise<RoomMessage> {
  const message = await room.store.get(visit.params['message'] ?? '');
  if (message === null || message.from === 'bot' || message.from.user !== visit.person.user) {
    throw new PageProblem('not-found');
  }
  return message;
}

function backOf(message: RoomMessage): string {
  return message.thread === null ? 'private' : `thread:${message.thread}`;
}

function named(text: string, visit: PersonVisit): { text: string; mentionsBot: boolean } {
  return readMentions(text, visit.people);
}

const tooLong = webWords.tooManyLetters(typedLetters);

function textError(text: string): string | null {
  if (text === '') return webWords.typeFirst;
  return text.length > typedLetters ? tooLong : null;
}
