import type { Interaction, Reply } from '../../src/ports.ts';
import { guestPageWords as words } from '../../src/words/en/guest-pages.ts';
import type { Answer } from './answer.ts';
import { GuestProblem } from './errors.ts';
import { formErrors, type FormErrors } from './form-page.ts';
import { dropVisit, guestActKey } from './guest-cookie.ts';
import { guestFormPage, postedForm } from './guest-form.ts';
import { guestAnswer, guestGoTo, guestPage } from './guest-page.ts';
import { replyPage, startPage } from './guest-pages.ts';
import { guestRef, type GuestRoom, type GuestVisit } from './guest-room.ts';
import { html } from './html.ts';
import { typedLetters } from './limits.ts';
import { readPress, readValues, typed } from './parse.ts';

type Deed<T = Interaction> = T extends Interaction
  ? Omit<T, 'id' | 'at' | 'who' | 'name' | 'where' | 'bySupporter'>
  : never;

/** The box: every line is for WeSaid, in private. */
export async function sayIt(room: GuestRoom, visit: GuestVisit): Promise<Answer> {
  const text = typed(visit.posted, 'text');
  if (text.length > typedLetters) {
    const draft = { text, error: words.tooLong(typedLetters) };
    return guestAnswer(await startPage(room, visit, draft), { status: 422 });
  }
  return carryOut(room, visit, { path: 'say', deed: { kind: 'command', text } });
}

/** A button of a page, or of a note to them. A note whose question is answered goes: the answer takes its place. */
export async function pressIt(room: GuestRoom, visit: GuestVisit): Promise<Answer> {
  const { user } = visit.guest.identity;
  const id = visit.posted.get('message');
  const note = id === null ? null : await room.store.get(id);
  if (id !== null && note?.only !== user) throw new GuestProblem('old-page');
  const message = note === null ? null : guestRef(note);
  const replaced = async (): Promise<void> => {
    if (note !== null) await room.store.put({ ...note, gone: true });
  };
  return carryOut(room, visit, {
    path: 'act',
    deed: { kind: 'action', ...readPress(visit.posted), message },
    replaced,
  });
}

export async function sendForm(room: GuestRoom, visit: GuestVisit): Promise<Answer> {
  const form = postedForm(room, visit.posted);
  if (form === null) throw new GuestProblem('old-page');
  const values = readValues(visit.posted);
  const errors = formErrors(form, values);
  if (Object.keys(errors).length > 0) return showAgain(room, visit, errors);
  const { form: name, subject } = form;
  return carryOut(room, visit, { path: 'form', deed: { kind: 'form', form: name, subject, values } });
}

/** Closes the page on this device, for whoever shares it. */
export function finish(room: GuestRoom): Answer {
  const page = guestPage({
    title: words.finishedTitle,
    main: html`<p class="lead">${words.finished}</p>`,
    visit: null,
  });
  return guestAnswer(page, { headers: { 'set-cookie': dropVisit(room.door.origin) } });
}

interface Act {
  /** Where it was posted to: a part of its key. */
  readonly path: string;
  readonly deed: Deed;
  /** Called where the answer takes the place of the note whose button it was. */
  readonly replaced?: () => Promise<void>;
}

async function carryOut(room: GuestRoom, visit: GuestVisit, { path, deed, replaced }: Act): Promise<Answer> {
  const { guest } = visit;
  const reply = await room.handle({
    ...deed,
    id: `web/guests/${guestActKey(room, visit, path)}`,
    at: room.clock.now(),
    who: guest.identity,
    name: null,
    where: 'direct',
    ...(guest.bySupporter ? { bySupporter: true as const } : {}),
  });
  if (reply.kind === 'replace') await replaced?.();
  return show(room, visit, reply);
}

function show(room: GuestRoom, visit: GuestVisit, reply: Reply): Answer | Promise<Answer> {
  switch (reply.kind) {
    case 'none':
      return guestGoTo('/g?said=sent');
    case 'open':
    case 'private':
    case 'replace':
      return guestAnswer(replyPage(room, visit, reply.document));
    case 'form':
      return guestFormPage(room, visit, { form: reply.form, values: null, errors: {} }).then((page) =>
        guestAnswer(page),
      );
    case 'invalid':
      return showAgain(room, visit, reply.fields);
  }
}

async function showAgain(room: GuestRoom, visit: GuestVisit, errors: FormErrors): Promise<Answer> {
  const form = postedForm(room, visit.posted);
  if (form === null) throw new GuestProblem('old-page');
  const page = await guestFormPage(room, visit, { form, values: readValues(visit.posted), errors });
  return guestAnswer(page, { status: 422 });
}
