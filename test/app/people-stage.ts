import { bankHolidays } from '../../src/bank-holidays.ts';
import { createBot } from '../../src/app/bot.ts';
import { createOutbox } from '../../src/app/outbox.ts';
import type { HuddleId, PlaceRef } from '../../src/domain/ids.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import type { Action, Document } from '../../src/messages/document.ts';
import type { Adapter, Delivery, FormValues, Interaction, Reply, Store } from '../../src/ports.ts';
import { openStore } from '../../storage/store.ts';
import { asAnnounced } from './fake-platform.ts';

export const channel: PlaceRef = { platform: 'slack', workspace: 'T1', channel: 'C1' };

/** The whole program but the network: the real bot, outbox and store, and an adapter that remembers what it was given. */
export interface PeopleStage {
  readonly store: Store;
  at(now: string): void;
  /** Types a line in the channel, or with `direct` to the bot alone. */
  type(
    user: string,
    line: string,
    options?: { readonly direct?: true; readonly where?: PlaceRef; readonly id?: string; readonly name?: null },
  ): Promise<Reply>;
  /** Presses a button of a message that this person got: the newest that has it. */
  press(user: string, label: string): Promise<Reply>;
  /** Sends a button that this person was never shown. */
  forge(user: string, action: string, subject: string): Promise<Reply>;
  form(user: string, form: string, about: { readonly subject: string; readonly values: FormValues }): Promise<Reply>;
  /** All that was sent to one person, or to the channel, as text. */
  sent(to: string): readonly string[];
  huddle(): Promise<HuddleId>;
  close(): Promise<void>;
}

/** `users` are those whom the platform shows in the channel, by user id. */
export async function openPeopleStage(users: Readonly<Record<string, string>>): Promise<PeopleStage> {
  const store = await openStore({ url: 'sqlite::memory:' });
  let now = '2027-02-26T10:00:00.000Z';
  let next = 0;
  const sent: Delivery[] = [];
  const shown: { readonly to: string; readonly document: Document }[] = [];
  const clock = { now: () => now };
  const adapter = standIn(users, sent, shown);
  const quiet = {
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  };
  const outbox = createOutbox({ store, clock, log: quiet, adapter: () => adapter });
  const ids = {
    newId: () => `id${String(++next)}`,
    shuffled: <T>(list: readonly T[]) => list,
    newCode: () => 'K7QM4RTP',
  };
  const bot = createBot({
    store,
    clock,
    wallClock: clock,
    ids,
    bankHolidays,
    log: quiet,
    adapter: () => adapter,
    poke: () => undefined,
  });
  const act = async (user: string, what: Partial<Interaction>): Promise<Reply> => {
    const base = { id: `act${String(++next)}`, at: now, who: who(user), name: users[user] ?? null, where: channel };
    const reply = await bot({ ...base, ...what } as Interaction);
    if ('document' in reply) shown.push({ to: user, document: reply.document });
    await outbox.flush();
    return reply;
  };
  return {
    store,
    at: (moment) => {
      now = moment;
    },
    type: (user, line, { direct, where, id, name } = {}) =>
      act(user, {
        kind: 'command',
        text: line,
        ...(where === undefined ? {} : { where }),
        ...(direct === true ? { where: 'direct' } : {}),
        ...(id === undefined ? {} : { id }),
        ...(name === undefined ? {} : { name }),
      }),
    press: async (user, label) => {
      const button = newest(shown, user, label);
      const { action, subject } = button;
      const where = action.startsWith('setup') ? channel : 'direct';
      return asAnnounced(button, await act(user, { kind: 'action', action, subject, message: null, where }));
    },
    forge: (user, action, subject) => act(user, { kind: 'action', action, subject, message: null }),
    form: (user, form, about) => act(user, { kind: 'form', form, ...about }),
    sent: (to) => sent.filter((one) => nameOfPlace(one.to) === to).map(({ document }) => plainText(document.blocks)),
    huddle: async () => {
      const found = await store.read.people.find(who('nobody'), channel);
      if (found.huddle === null) throw new Error('no huddle');
      return found.huddle.id;
    },
    close: () => store.close(),
  };
}

function who(user: string) {
  return { platform: 'slack', workspace: 'T1', user } as const;
}

function nameOfPlace(to: Delivery['to']): string {
  return 'user' in to ? to.user : to.channel;
}

function standIn(
  users: Readonly<Record<string, string>>,
  sent: Delivery[],
  shown: { readonly to: string; readonly document: Document }[],
): Adapter {
  return {
    platform: 'slack',
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    whoIsIn: () => Promise.resolve(Object.entries(users).map(([user, name]) => ({ identity: who(user), name }))),
    deliver: (delivery) => {
      sent.push(delivery);
      shown.push({ to: nameOfPlace(delivery.to), document: delivery.document });
      return Promise.resolve({ message: { ...channel, message: `m${String(sent.length)}` } });
    },
  };
}

function newest(
  shown: readonly { readonly to: string; readonly document: Document }[],
  user: string,
  label: string,
): Action {
  for (const { to, document } of shown.toReversed()) {
    const buttons = document.blocks.flatMap((block) => (to === user && block.kind === 'actions' ? block.actions : []));
    const found = buttons.find((button) => button.label === label);
    if (found !== undefined) return found;
  }
  throw new Error(`${user} has no button "${label}"`);
}

/** A reply as the person reads it. */
export function said(reply: Reply): string {
  if (reply.kind === 'form') return `[form] ${plainText(reply.document.blocks)}`;
  if (reply.kind === 'invalid') return Object.values(reply.fields).join('\n');
  return 'document' in reply ? plainText(reply.document.blocks) : '';
}
