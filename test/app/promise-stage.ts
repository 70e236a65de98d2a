import { bankHolidays } from '../../src/bank-holidays.ts';
import { createBot } from '../../src/app/bot.ts';
import { createOutbox } from '../../src/app/outbox.ts';
import { createScheduler } from '../../src/app/scheduler.ts';
import type { Huddle, Side } from '../../src/domain/huddle.ts';
import type { GroupKey, HuddleId, Identity, PersonId, PlaceRef } from '../../src/domain/ids.ts';
import type { Action, Document } from '../../src/messages/document.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import type { Adapter, Delivery, FormValues, Interaction, Records, Reply } from '../../src/ports.ts';
import { openStore } from '../../storage/store.ts';

const channel: PlaceRef = { platform: 'slack', workspace: 'T1', channel: 'C1' };
const id = 'willow' as HuddleId;

const everyone: Readonly<Record<string, Side>> = {
  Amina: 'using',
  Dev: 'using',
  Ellis: 'using',
  Ruth: 'running',
  Graham: 'running',
  Priya: 'running',
  Tomos: 'creative',
};

/** Willow with everyone in it, the real bot, scheduler, outbox and store, and an adapter that remembers what it sent. */
export async function openWillow(start: string) {
  const store = await openStore({ url: 'sqlite::memory:' });
  let now = start;
  let next = 0;
  const sent: Delivery[] = [];
  const clock = { now: () => now };
  const fails: unknown[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (_what: string, fields?: unknown) => void fails.push(fields),
  };
  const ids = {
    newId: () => `id${String(++next)}`,
    shuffled: <T>(list: readonly T[]) => list,
    newCode: () => 'K7QM4RTP',
  };
  const parts = {
    store,
    clock,
    wallClock: clock,
    log,
    ids,
    bankHolidays,
    adapter: () => standIn(sent),
    poke: () => undefined,
  };
  const outbox = createOutbox(parts);
  const bot = createBot(parts);
  const scheduler = createScheduler(parts);
  await store.transact((records) => seed(records, start));

  const act = async (name: string, what: object, given?: string): Promise<Reply> => {
    const base = { id: given ?? `act${String(++next)}`, at: now, who: identity(name), name, where: channel };
    const reply = await bot({ ...base, ...what } as Interaction);
    await outbox.flush();
    if (fails.length > 0) throw new Error(`something failed: ${JSON.stringify(fails)}`);
    return reply;
  };
  return {
    store,
    /** Moves the clock, and rings every timer on the way at its own moment. */
    async moveTo(moment: string): Promise<void> {
      for (;;) {
        const [timer, note] = [await store.read.timers.next(), await store.read.outbox.next()];
        const first = [timer, note].filter((at) => at !== null).sort()[0];
        if (first === undefined || first > moment) break;
        now = first > now ? first : now;
        await scheduler.tick();
        await outbox.flush();
        if (fails.length > 0) throw new Error(`something failed: ${JSON.stringify(fails)}`);
      }
      now = moment;
    },
    type: (name: string, text: string, given?: string) => act(name, { kind: 'command', text }, given),
    press: (name: string, action: string, subject: string) =>
      act(name, { kind: 'action', action, subject, message: null }),
    form: (name: string, form: string, about: { subject: string; values: FormValues }) =>
      act(name, { kind: 'form', form, ...about }),
    /** What stands in the channel, newest version of each message, oldest first. */
    place: () => latest(sent.filter(({ to }) => 'channel' in to)),
    notes: (name: string) => latest(sent.filter(({ to }) => 'user' in to && to.user === name)),
    /** Everything sent to someone, every version. */
    sentTo: (name: string) => sent.filter(({ to }) => 'user' in to && to.user === name),
    pause: (name: string) =>
      store.transact(async (records) => {
        const member = await records.members.get(id, name as PersonId);
        const last = member?.standings.at(-1);
        if (member === null || last === undefined) throw new Error('nobody');
        await records.members.save({
          ...member,
          standings: [...member.standings, { ...last, from: now, status: 'paused' }],
        });
      }),
    close: () => store.close(),
  };
}

export function words(reply: Reply): string {
  return 'document' in reply ? plainText(reply.document.blocks) : JSON.stringify(reply);
}

export function buttonsOf(document: Document): readonly Action[] {
  return document.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
}

function identity(name: string): Identity {
  return { platform: 'slack', workspace: 'T1', user: name };
}

function latest(deliveries: readonly Delivery[]): readonly Document[] {
  const byMessage = new Map<string, Document>();
  for (const { replaces, document, id: delivery } of deliveries) {
    byMessage.set(replaces?.message ?? delivery.split('#')[0] ?? delivery, document);
  }
  return [...byMessage.values()];
}

function standIn(sent: Delivery[]): Adapter {
  return {
    platform: 'slack',
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    whoIsIn: () => Promise.resolve(Object.keys(everyone).map((name) => ({ identity: identity(name), name }))),
    deliver: (delivery) => {
      sent.push(delivery);
      // The message is known by the note it tells, so that a newer version is seen to take its place.
      return Promise.resolve({ message: { ...channel, message: delivery.id.split('#')[0] ?? delivery.id } });
    },
  };
}

async function seed(records: Records, at: string): Promise<void> {
  const groups = [
    { key: 'service' as GroupKey, name: 'People who use the service', side: 'using' as const },
    { key: 'staff' as GroupKey, name: 'Staff', side: 'running' as const },
    { key: 'artists' as GroupKey, name: 'Artists', side: 'creative' as const },
  ];
  const huddle: Huddle = {
    id,
    name: 'Willow',
    purpose: null,
    zone: 'Europe/London',
    groups,
    checkIn: null,
    digest: { weekday: 2, time: '09:00' },
    nextDigestAt: null,
    quiet: { from: '20:00', to: '08:00' },
    groupLines: 'on',
    listening: false,
    setUpBy: 'Priya' as PersonId,
    setUpAt: at,
    version: 1,
  };
  for (const name of Object.keys(everyone)) {
    const person = name as PersonId;
    await records.people.save({ id: person, name, zone: null, quiet: null, reachOn: null });
    await records.people.link(identity(name), person);
  }
  await records.huddles.save(huddle);
  await records.huddles.addPlace(id, channel);
  for (const [name, side] of Object.entries(everyone)) {
    const group = groups.find((each) => each.side === side)?.key ?? null;
    const standings = [{ from: at, status: 'active' as const, counted: true, group, also: null }];
    await records.members.save({
      huddle: id,
      person: name as PersonId,
      coordinator: name === 'Priya',
      invitedBy: null,
      standings,
      consents: [],
    });
  }
}
