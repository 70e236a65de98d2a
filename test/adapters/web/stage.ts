import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWebAdapter, type WebAdapter } from '../../../adapters/web/adapter.ts';
import type { Drawing } from '../../../adapters/web/room.ts';
import { ClockOnlyGoesForward, type PretendPerson, type RehearsalControls } from '../../../adapters/web/rehearsal.ts';
import { randomIds } from '../../../src/ids.ts';
import type { Document, Form } from '../../../src/messages/document.ts';
import { actions, paragraph, strong } from '../../../src/messages/document.ts';
import { plainText } from '../../../src/messages/plain-text.ts';
import type { Clock, Delivery, Handle, Interaction, Log, Reply } from '../../../src/ports.ts';
import type { RoomStore } from '../../../src/ports-room.ts';
import { memoryRoom } from '../../support/room-store.ts';

export const people: readonly PretendPerson[] = [
  { user: 'amina', name: 'Amina', about: 'Belongs to the ward community group. Writes at night.' },
  { user: 'dev', name: 'Dev', about: 'Cares for his brother, and works shifts.' },
  { user: 'ruth', name: 'Ruth', about: 'Runs the ward.' },
];

/** Monday 1 March 2027, an hour before the question. */
export const firstDay = '2027-03-01T09:00:00.000Z';
const question = '2027-03-01T10:00:00.000Z';
const digest = '2027-03-09T09:00:00.000Z';

export interface Stage {
  readonly url: string;
  readonly adapter: WebAdapter;
  readonly room: RoomStore;
  /** Every act that reached the bot, in order. */
  readonly acts: Interaction[];
  readonly logged: string[];
  /** Everything asked of the clock: "moved TO" and "reset WITH". */
  readonly moves: string[];
  close(): Promise<void>;
}

/** The adapter behind a real HTTP server, with a small stand-in for the bot. */
export async function startStage(
  options: {
    handle?: Handle;
    rehearsal?: 'none';
    preview?: (document: Document) => Promise<readonly Drawing[]>;
    previewScript?: (name: string) => Promise<string | null>;
  } = {},
): Promise<Stage> {
  const room = memoryRoom();
  const acts: Interaction[] = [];
  const logged: string[] = [];
  const moves: string[] = [];
  const clock = movable(moves, room);
  const adapter = createWebAdapter({
    room,
    clock,
    ids: randomIds,
    log: logInto(logged),
    preview:
      options.preview ?? (() => Promise.resolve([{ platform: 'Slack', html: '<b style="color:red">drawn</b>' }])),
    rehearsal: options.rehearsal === 'none' ? null : clock,
    ...(options.previewScript === undefined ? {} : { previewScript: options.previewScript }),
  });
  const answer = options.handle ?? smallBot;
  await adapter.start((act) => {
    acts.push(act);
    return answer(act);
  });
  const server = createServer(adapter.listener);
  return { url: await listening(server), adapter, room, acts, logged, moves, close: () => closing(server) };
}

function movable(moves: string[], room: ReturnType<typeof memoryRoom>): RehearsalControls & Clock {
  let now = firstDay;
  return {
    now: () => now,
    zone: 'Europe/London',
    people: () => Promise.resolve(people),
    nextQuestionAt: () => Promise.resolve(now < question ? question : null),
    nextDigestAt: () => Promise.resolve(digest),
    moveTo: (to) => {
      if (to < now) return Promise.reject(new ClockOnlyGoesForward());
      moves.push(`moved ${to}`);
      now = to;
      return Promise.resolve();
    },
    reset: ({ at, with: start }) => {
      moves.push(`reset ${start}`);
      now = at ?? firstDay;
      room.clear();
      return Promise.resolve();
    },
    settled: () => Promise.resolve(),
  };
}

function logInto(lines: string[]): Log {
  const add = (what: string): void => {
    lines.push(what);
  };
  return { info: add, warn: add, error: add };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

function closing(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

/** Says back what it hears, in each of the ways in which a bot can reply. */
const smallBot: Handle = (act) => Promise.resolve(replyTo(act));

function replyTo(act: Interaction): Reply {
  switch (act.kind) {
    case 'command':
      if (act.text === 'everyone') return { kind: 'open', document: said('Hello everyone.') };
      return act.text === 'form'
        ? { kind: 'form', form: answerForm, document: said('A form') }
        : { kind: 'private', document: said(`Heard: ${act.text}`) };
    case 'action':
      return act.action === 'answer'
        ? { kind: 'form', form: answerForm, document: said('A form') }
        : act.action === 'swap'
          ? { kind: 'replace', document: said('Swapped.') }
          : act.action === 'quiet'
            ? { kind: 'none' }
            : { kind: 'private', document: said(`Pressed: ${act.action} ${act.subject}`) };
    case 'form':
      return act.values['answer'] === 'wrong'
        ? { kind: 'invalid', fields: { answer: 'Please say a little more.' } }
        : { kind: 'private', document: said('Saved.') };
    case 'spoke':
      return act.where === 'direct'
        ? { kind: 'private', document: said(`Heard in private: ${act.text}`) }
        : { kind: 'none' };
    case 'edited':
    case 'deleted':
    case 'arrived':
    case 'left':
    case 'restored':
    case 'looked':
    case 'added':
    case 'removed':
    case 'opened-home':
      return { kind: 'none' };
  }
}

export function said(text: string, ...buttons: readonly string[]): Document {
  const blocks = [
    paragraph(text),
    ...(buttons.length === 0
      ? []
      : [actions(...buttons.map((action) => ({ action, subject: 'h1/7', label: action })))]),
  ];
  return { summary: plainText(blocks), language: 'en', blocks };
}

/** A message with every kind of block. */
export const everyBlock: Document = {
  summary: 'A message with every kind of block.',
  language: 'en',
  blocks: [
    { kind: 'heading', text: 'This week’s question' },
    paragraph(strong('What got in the way this week?'), ' It is fine to say “nothing” or “lots”.'),
    paragraph('Why we ask: to find what is stuck and change it.'),
    {
      kind: 'list',
      items: [[{ kind: 'text', text: 'One' }], [{ kind: 'link', text: 'A letter', url: 'https://example.org/letter' }]],
    },
    {
      kind: 'fields',
      fields: [
        { name: 'Open until', value: 'Thursday 4 March at 10am' },
        { name: 'Who may see it', value: 'You choose' },
      ],
    },
    {
      kind: 'table',
      head: ['Who', 'Lead roles', 'Open promises'],
      rows: [
        ['People who use the service, and carers', '2', '1'],
        ['Staff and managers', '2', '3'],
      ],
    },
    { kind: 'quote', text: 'Ask before you fix.', from: 'Dev' },
    { kind: 'divider' },
    actions(
      { action: 'answer', subject: 'r1', label: 'Answer in private', style: 'primary' },
      { action: 'later', subject: 'r1', label: 'Ask me later' },
      { action: 'swap', subject: 'r1', label: 'Skip', spoken: 'Skip this question' },
      { action: 'drop', subject: 'r1', label: 'Let it go', style: 'danger' },
    ),
  ],
};

const answerForm: Form = {
  form: 'answer',
  subject: 'h1~2027-03-01',
  title: 'Your answer',
  intro: [paragraph('What got in the way this week?')],
  fields: [
    {
      kind: 'text',
      name: 'answer',
      label: 'Your answer',
      hint: 'Words are fine. So is voice typing.',
      lines: 'many',
      max: 300,
    },
    {
      kind: 'choice',
      name: 'seen-by',
      label: 'Who may see it?',
      hint: 'Pick one.',
      options: [
        { value: 'named', label: 'Everyone here, with my name' },
        { value: 'none', label: 'No one. Just count me as heard.' },
      ],
    },
    { kind: 'people', name: 'with', label: 'With whom?', most: 2, optional: true },
    { kind: 'people', name: 'owner', label: 'Who looks after it?', most: 1, optional: true },
    { kind: 'date', name: 'by', label: 'By when?', optional: true },
  ],
  submit: 'Save',
  cancel: 'Cancel',
};

let many = 0;

/** A delivery with an id of its own. */
export function delivery(facts: Partial<Delivery> & Pick<Delivery, 'document'>): Delivery {
  many++;
  return {
    id: `prompt/${String(many)}#1`,
    to: { platform: 'web', workspace: 'room', channel: 'willow' },
    inReplyTo: null,
    replaces: null,
    mayHaveArrived: false,
    ownView: false,
    ...facts,
  };
}

/** What a page holds of a posted form, read from its markup. */
export function pageNumber(markup: string): string {
  const number = /name="page" value="([^"]+)"/.exec(markup)?.[1];
  if (number === undefined) throw new Error('a page without a number');
  return number;
}

export async function look(url: string): Promise<string> {
  return (await fetch(url)).text();
}

/** Posts as a browser does and does not follow where it is sent. */
export function post(
  url: string,
  values: Readonly<Record<string, string>> | URLSearchParams,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(values), redirect: 'manual', headers });
}
