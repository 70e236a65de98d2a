import type { Interaction, Reply } from '../../src/ports.ts';
import type { Document } from '../../src/messages/document.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { goTo, pageAnswer, type Answer } from './answer.ts';
import { formErrors, formPage, lostFormPage } from './form-page.ts';
import { settleMs } from './limits.ts';
import type { Origin } from './open-forms.ts';
import { interactionId, pathBack, readValues } from './parse.ts';
import { identityOf, messageId, placeOf, putMessage, type Room } from './room.ts';
import type { PersonVisit } from './visit.ts';

/** An act on its way: who did it, its key, and where its answer is shown. */
export interface Act {
  readonly visit: PersonVisit;
  readonly key: string;
  readonly origin: Origin;
  /** The open form that was sent, if this is one. */
  readonly openForm: string | null;
}

type Deed<T = Interaction> = T extends Interaction ? Omit<T, 'id' | 'at' | 'who' | 'name' | 'where'> : never;

/** What the next page shows where WeSaid has nothing to answer. */
type Quiet = NonNullable<Parameters<typeof goTo>[1]>;

/** Hands an act to WeSaid, keeps its answer in the room and says which page comes next. */
export async function carryOut(
  room: Room,
  act: Act,
  { deed, quiet = { said: 'sent' } }: { deed: Deed; quiet?: Quiet },
): Promise<Answer> {
  const reply = await room.handle({
    ...deed,
    id: interactionId(act.key),
    at: room.clock.now(),
    who: identityOf(act.visit.person.user),
    name: act.visit.person.name,
    where: act.origin.direct ? 'direct' : placeOf(room.channel),
  });
  const answer = await showReply(room, act, { reply, quiet, deed });
  await settled(room);
  return answer;
}

async function showReply(
  room: Room,
  act: Act,
  { reply, quiet, deed }: { reply: Reply; quiet: Quiet; deed: Deed },
): Promise<Answer> {
  const back = pathBack(act.visit.person.user, act.origin.back);
  switch (reply.kind) {
    case 'none':
      return goTo(back, quiet);
    case 'open':
      return goTo(firstPage(back), { message: await keepReply(room, act, { document: reply.document, only: null }) });
    case 'private':
      if (reply.passing === true) return leaveNothing(room, act, { deed, document: reply.document });
      return goTo(firstPage(back), { message: await keepPrivate(room, act, reply.document) });
    case 'replace':
      return goTo(back, { message: await replace(room, act, reply.document) });
    case 'form':
      room.forms.keep(act.key, { user: act.visit.person.user, form: reply.form, origin: act.origin });
      return goTo(`/as/${act.visit.person.user}/form/${act.key}`);
    case 'invalid':
      return showAgain(room, act, reply.fields);
  }
}

/** Neither the answer stands in the room after it, nor what was typed: both would tell who did it, and when. */
async function leaveNothing(
  room: Room,
  act: Act,
  { deed, document }: { readonly deed: Deed; readonly document: Document },
): Promise<Answer> {
  const { user } = act.visit.person;
  if (deed.kind === 'spoke') await room.store.remove(deed.message.message);
  room.passing.keep(act.key, { user, text: plainText(document.blocks) });
  return goTo(firstPage(pathBack(user, act.origin.back)), { passing: act.key });
}

/** A reply is the newest message, so it stands on the first page whichever page the act began on. */
function firstPage(path: string): string {
  return path.split('?', 1)[0] ?? path;
}

function keepPrivate(room: Room, act: Act, document: Document): Promise<string> {
  return keepReply(room, act, { document, only: act.visit.person.user });
}

/** The answer to an act, for one person or for all. Done twice, it appears once, and what became of it since stays. */
async function keepReply(
  room: Room,
  act: Act,
  { document, only }: { readonly document: Document; readonly only: string | null },
): Promise<string> {
  const { direct, back } = act.origin;
  const id = messageId(only === null ? 'b' : direct ? 'p' : 'r', act.key);
  if ((await room.store.get(id)) !== null) return id;
  await putMessage(room, {
    id,
    channel: room.channel,
    thread: back.startsWith('thread:') ? back.slice('thread:'.length) : null,
    from: 'bot',
    only,
    at: room.clock.now(),
    document,
    text: null,
    gone: false,
  });
  return id;
}

/** Only one's own private message can be replaced; a message to all stays, and the answer stands by itself. */
async function replace(room: Room, act: Act, document: Document): Promise<string> {
  const pressed = act.origin.message === null ? null : await room.store.get(act.origin.message);
  if (pressed?.only !== act.visit.person.user) return keepPrivate(room, act, document);
  await putMessage(room, { ...pressed, document });
  return pressed.id;
}

function showAgain(room: Room, act: Act, errors: Readonly<Record<string, string>>): Answer {
  const values = readValues(act.visit.posted);
  const open = act.openForm === null ? null : room.forms.get(act.openForm, act.visit.person.user);
  if (open === null || act.openForm === null)
    return pageAnswer(lostFormPage(act.visit.person, { values, errors }), 409);
  return pageAnswer(formPage(room, act.visit, { key: act.openForm, open, values, errors }), 422);
}

/** What the adapter can see by itself: the same two checks that Slack's own forms make. */
export function checkForm(room: Room, act: Act): Answer | null {
  const open = act.openForm === null ? null : room.forms.get(act.openForm, act.visit.person.user);
  const errors = open === null ? {} : formErrors(open.form, readValues(act.visit.posted));
  return Object.keys(errors).length === 0 ? null : showAgain(room, act, errors);
}

/** The page waits a little for what its act set off, so that without scripts nobody has to load it again. */
async function settled(room: Room): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, settleMs);
  });
  try {
    await Promise.race([room.rehearsal.settled(), enough]);
  } catch (error) {
    room.log.warn('the room could not wait for what an act set off', { error });
  } finally {
    clearTimeout(timer);
  }
}
