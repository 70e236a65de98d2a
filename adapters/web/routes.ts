import {
  changeMessage,
  ownMessage,
  pressButton,
  replyInThread,
  sendForm,
  takeBack,
  typeToBot,
  writePrivately,
} from './acts.ts';
import { pageAnswer, textAnswer, type Answer } from './answer.ts';
import { changePage } from './change-page.ts';
import { choosePage } from './choose-page.ts';
import { moveClock, startAgain } from './clock-acts.ts';
import { PageProblem } from './errors.ts';
import { formPage } from './form-page.ts';
import { helpPage } from './help-page.ts';
import { previewFrame, previewPage, previewScript } from './preview-page.ts';
import { privatePage } from './private-page.ts';
import type { Room } from './room.ts';
import { roomPage } from './room-page.ts';
import { threadPage } from './thread-page.ts';
import type { PersonVisit, Visit } from './visit.ts';

type Run<V> = (room: Room, visit: V) => Answer | Promise<Answer>;

interface Route<V> {
  readonly method: 'GET' | 'POST';
  /** ":name" stands for one part of a path. */
  readonly path: string;
  readonly run: Run<V>;
}

/** Pages that need nobody to be anyone. */
export const openRoutes: readonly Route<Visit>[] = [
  { method: 'GET', path: '/', run: (room, visit) => pageAnswer(choosePage(room, visit)) },
  { method: 'GET', path: '/help', run: (room, visit) => pageAnswer(helpPage(room, visit)) },
  { method: 'GET', path: '/drawing/:script', run: previewScript },
];

/** Pages and acts of one person, under /as/PERSON. */
export const personRoutes: readonly Route<PersonVisit>[] = [
  { method: 'GET', path: '', run: async (room, visit) => pageAnswer(await roomPage(room, visit)) },
  { method: 'GET', path: '/private', run: async (room, visit) => pageAnswer(await privatePage(room, visit)) },
  { method: 'GET', path: '/thread/:message', run: async (room, visit) => pageAnswer(await threadPage(room, visit)) },
  { method: 'GET', path: '/help', run: (room, visit) => pageAnswer(helpPage(room, visit)) },
  { method: 'GET', path: '/form/:form', run: openForm },
  { method: 'GET', path: '/change/:message', run: openChange },
  { method: 'GET', path: '/preview/:message', run: async (room, visit) => pageAnswer(await previewPage(room, visit)) },
  { method: 'GET', path: '/preview/:message/:index', run: previewFrame },
  { method: 'GET', path: '/news', run: (room, { person }) => textAnswer(room.news.version(person.user), 'text/plain') },
  { method: 'POST', path: '/say', run: typeToBot },
  { method: 'POST', path: '/private/say', run: writePrivately },
  { method: 'POST', path: '/thread/:message/say', run: replyInThread },
  { method: 'POST', path: '/act', run: pressButton },
  { method: 'POST', path: '/form/:form', run: sendForm },
  { method: 'POST', path: '/change/:message', run: changeMessage },
  { method: 'POST', path: '/take-back/:message', run: takeBack },
  { method: 'POST', path: '/clock', run: moveClock },
  { method: 'POST', path: '/again', run: startAgain },
];

/** The route for a path and the parts it names. Throws `not-found`, or `no-such-method` where only the method is wrong. */
export function findRoute<V>(
  routes: readonly Route<V>[],
  method: string,
  path: string,
): { run: Run<V>; params: Record<string, string> } {
  let isKnown = false;
  for (const route of routes) {
    const params = match(route.path, path);
    if (params === null) continue;
    isKnown = true;
    if (route.method === method) return { run: route.run, params };
  }
  throw new PageProblem(isKnown ? 'no-such-method' : 'not-found');
}

function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const here = given[index] ?? '';
    if (part.startsWith(':') && /^[A-Za-z0-9-]{1,80}$/.test(here)) params[part.slice(1)] = here;
    else if (part !== here) return null;
  }
  return params;
}

/** A form that was opened before a restart is gone, and so is nothing that was sent. */
function openForm(room: Room, visit: PersonVisit): Answer {
  const key = visit.params['form'] ?? '';
  const open = room.forms.get(key, visit.person.user);
  if (open === null) throw new PageProblem('old-page');
  return pageAnswer(formPage(room, visit, { key, open, values: null, errors: {} }));
}

async function openChange(room: Room, visit: PersonVisit): Promise<Answer> {
  const message = await ownMessage(room, visit);
  if (message.gone) throw new PageProblem('not-found');
  return pageAnswer(changePage(room, visit, { message, text: message.text ?? '', error: null }));
}
