import { bankHolidays } from '../../src/bank-holidays.ts';
import { createBot } from '../../src/app/bot.ts';
import { createOutbox } from '../../src/app/outbox.ts';
import { createScheduler } from '../../src/app/scheduler.ts';
import type { Huddle, Member, Side } from '../../src/domain/huddle.ts';
import type { GroupKey, HuddleId, Identity, MessageRef, PersonId, PlaceRef } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Schedule } from '../../src/domain/schedule.ts';
import type { Action, Document } from '../../src/messages/document.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import type { Links } from '../../src/ports-guests.ts';
import type { Adapter, Clock, FormValues, Interaction, Ids, Records, Reply, Store } from '../../src/ports.ts';
import { openStore } from '../../storage/store.ts';
import { asAnnounced, fakePlatform, type Standing } from './fake-platform.ts';

export const channel: PlaceRef = { platform: 'slack', workspace: 'T1', channel: 'C1' };
export const willow = 'willow' as HuddleId;

/** Willow's nine: three who use the service or care for someone, three who run it, three artists. */
export const everyone = {
  Amina: 'using',
  Dev: 'using',
  Ellis: 'using',
  Ruth: 'running',
  Graham: 'running',
  Priya: 'running',
  Tomos: 'creative',
  Lena: 'creative',
  Jo: 'creative',
} as const satisfies Readonly<Record<string, Side>>;
export type Name = keyof typeof everyone;
const names = Object.keys(everyone) as readonly Name[];

/** Ids that hold no name, so that a name found in a log or a row was put there as a name. */
export const personOf = (name: Name) => `p${String(names.indexOf(name) + 1)}` as PersonId;
export const userOf = (name: Name) => `U${String(names.indexOf(name) + 1)}`;
export const identityOf = (name: Name): Identity => ({ platform: 'slack', workspace: 'T1', user: userOf(name) });
/** The same people have accounts in Teams too, which nobody has linked yet. */
export const teamsOf = (name: Name): Identity => ({
  platform: 'teams',
  workspace: 'tenant',
  user: `29:${userOf(name)}`,
});
export const teamsChannel: PlaceRef = { platform: 'teams', workspace: 'tenant', channel: '19:c1@thread.tacv2' };

export const mondaysAt10: Schedule = { days: [1], time: '10:00', everyWeeks: 1, anchor: '2027-03-01' };

export interface Given {
  readonly start: string;
  readonly url?: string;
  /** What differs from Willow as it is in most tests: no check-in, no digest set. */
  readonly huddle?: Partial<Huddle>;
  readonly members?: Partial<Record<Name, Partial<Member>>>;
  readonly people?: Partial<Record<Name, Partial<Person>>>;
  /** What links for people without an account are made with; left out, there are none. */
  readonly links?: Links;
  /** Real people are here. */
  readonly mustBeReady?: boolean;
  /** Left out: id1, id2 and so on. */
  readonly ids?: Ids;
  /** For a second program on a store that is open already: nothing is put into it. */
  readonly store?: Store;
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
const opened: { close(): Promise<void> }[] = [];

/** For `afterEach`: closes what the test opened. */
export async function closeStages(): Promise<void> {
  for (const stage of opened.splice(0)) await stage.close();
}

/** The whole program but the network: the real bot, scheduler, outbox and store, and a platform that works. */
export async function openStage({ start, url = 'sqlite::memory:', ...given }: Given) {
  const store = given.store ?? (await openStore({ url }));
  let now = start;
  let next = 0;
  let wall: string | null = null;
  const clock: Clock = { now: () => now };
  const platform = fakePlatform(names.map((name) => ({ identity: identityOf(name), name })));
  const logged: { readonly level: string; readonly what: string; readonly fields: unknown }[] = [];
  const line = (level: string) => (what: string, fields?: unknown) => void logged.push({ level, what, fields });
  const log = { info: line('info'), warn: line('warn'), error: line('error') };
  // The lot turns the list round, so that an order by it differs from the one in which things were said.
  const ids: Ids = given.ids ?? {
    newId: () => `id${String(++next)}`,
    shuffled: (list) => list.toReversed(),
    newCode: () => codeOf(++next),
  };
  const teams = fakePlatform(
    names.map((name) => ({ identity: teamsOf(name), name })),
    'teams',
  );
  let web: Adapter | null = null;
  const adapter = (asked: string) => (asked === 'teams' ? teams : asked === 'web' ? web : platform);
  const wallClock: Clock = { now: () => wall ?? now };
  const links = given.links ?? null;
  const { mustBeReady = false } = given;
  const parts = { store, clock, wallClock, log, ids, bankHolidays, adapter, links, mustBeReady, poke: () => undefined };
  const outbox = createOutbox(parts);
  const bot = createBot(parts);
  const scheduler = createScheduler(parts);
  const replies: { readonly to: string; readonly document: Document }[] = [];
  if (given.store === undefined) await store.transact((records) => seed(records, start, given));

  /** Brings one act in and sends nothing yet. */
  const bring = async (name: Name, what: object, options: Options = {}): Promise<Reply> => {
    const { id, at = now, direct, on } = options;
    const where = on === 'teams' ? teamsChannel : channel;
    const base = {
      id: id ?? `act${String(++next)}`,
      at,
      who: on === 'teams' ? teamsOf(name) : identityOf(name),
      name,
      where: direct ? 'direct' : where,
    };
    const reply = await bot({ ...base, ...what } as Interaction);
    if ('document' in reply) replies.push({ to: userOf(name), document: reply.document });
    return reply;
  };
  const act = async (name: Name, what: object, options?: Options): Promise<Reply> => {
    const reply = await bring(name, what, options);
    await outbox.flush();
    return reply;
  };
  const stage = {
    store,
    platform,
    teams,
    clock,
    log,
    logged,
    outbox,
    scheduler,
    bot,
    wallClock,
    /** Lets the pages in the browser stand beside the two platforms. */
    setWeb: (adapter: Adapter) => {
      web = adapter;
    },
    bring,
    now: () => now,
    /** Puts the clock there and wakes nothing. */
    setClock: (moment: string) => {
      now = moment;
    },
    /** The machine's own clock, where it is not the huddles'. */
    setWall: (moment: string) => {
      wall = moment;
    },
    /** One minute's beat: the scheduler, then the outbox. */
    async tick(): Promise<void> {
      await scheduler.tick();
      await outbox.flush();
    },
    /** Moves the clock on and beats at each moment at which something is due. */
    async moveTo(moment: string): Promise<void> {
      for (;;) {
        const due = [await store.read.timers.next(), await store.read.outbox.next()];
        const first = due.filter((at) => at !== null).sort()[0];
        if (first === undefined || first > moment) break;
        now = first > now ? first : now;
        await stage.tick();
      }
      now = moment;
    },
    type: (name: Name, text: string, options?: Options) => act(name, { kind: 'command', text }, options),
    /** Says something: with `thread` a reply there, with `direct` to the bot alone. Gives the message, to edit or delete. */
    async say(name: Name, text: string, options: SayOptions = {}) {
      const { thread = null, mentionsBot = false, files = 0, ...rest } = options;
      const message = options.message ?? messageOf(`said${String(++next)}`);
      const reply = await act(name, { kind: 'spoke', message, thread, text, mentionsBot, files }, rest);
      return { reply, message };
    },
    edit: (name: Name, message: MessageRef, text: string, options?: Options) =>
      act(name, { kind: 'edited', message, text }, options),
    delete: (name: Name, message: MessageRef, thread: MessageRef | null, options?: Options) =>
      act(name, { kind: 'deleted', message, thread }, options),
    /** Presses a button of the newest reply, or else message, that shows one with this label to this person. */
    async press(name: Name, label: string, options?: Options): Promise<Reply> {
      const pressed = button(name, label);
      const { action, subject } = pressed;
      return asAnnounced(pressed, await act(name, { kind: 'action', action, subject, message: null }, options));
    },
    submit: (name: Name, reply: Reply, values: FormValues, options?: Options) => {
      if (reply.kind !== 'form') throw new Error(`no form but: ${said(reply)}`);
      const { form, subject } = reply.form;
      return act(name, { kind: 'form', form, subject, values }, options);
    },
    act,
    /** What stands in the channel, oldest first; in threads only with `thread`. */
    place: (thread: string | null = null) => texts((one) => one.to === 'C1' && one.thread === thread),
    /** Everything in the channel, threads too. */
    everywhere: () => texts((one) => one.to === 'C1'),
    notes: (name: Name) => texts((one) => one.to === userOf(name)),
    /** The newest message in the channel that holds these words, as a reply to it names it. */
    messageWith(words: string): MessageRef {
      const found = platform.messages().findLast((one) => one.to === 'C1' && one.text.includes(words));
      if (found === undefined) throw new Error(`nothing in the channel says: ${words}`);
      return messageOf(found.id);
    },
    close: () => store.close(),
  };
  const texts = (fits: (one: Standing) => boolean) =>
    platform
      .messages()
      .filter(fits)
      .map(({ text }) => text);
  const button = (name: Name, label: string): Action => {
    const sent = platform.messages().filter(({ to }) => to === 'C1' || to === userOf(name));
    const mine = replies.filter(({ to }) => to === userOf(name));
    const newestFirst = [...mine.toReversed(), ...sent.toReversed()].map(({ document }) => document);
    const found = newestFirst.flatMap(buttonsOf).find((one) => one.label === label);
    if (found === undefined) throw new Error(`${name} has no button "${label}"`);
    return found;
  };
  opened.push(stage);
  return stage;
}

/** The n-th code: each another, and the same in each run. */
function codeOf(n: number): string {
  const signs = 'CDFHJKMNPQRTVWXY34679';
  return Array.from({ length: 8 }, (_, at) => signs.charAt(Math.floor(n / 21 ** (7 - at)) % 21)).join('');
}

export interface Options {
  /** With the account that they have there, in the Teams channel. */
  readonly on?: 'teams';
  readonly direct?: boolean;
  readonly id?: string;
  readonly at?: string;
}

interface SayOptions extends Options {
  readonly thread?: MessageRef;
  readonly mentionsBot?: boolean;
  readonly files?: number;
  readonly message?: MessageRef;
}

export function messageOf(message: string): MessageRef {
  return { ...channel, message };
}

export function buttonsOf(document: Document): readonly Action[] {
  return document.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
}

/** A reply as the person reads it; '' is no reply at all. */
export function said(reply: Reply): string {
  if (reply.kind === 'form') return `[form] ${plainText(reply.document.blocks)}`;
  if (reply.kind === 'invalid') return Object.values(reply.fields).join('\n');
  return 'document' in reply ? plainText(reply.document.blocks) : '';
}

const groups = [
  { key: 'service' as GroupKey, name: 'People who use the service', side: 'using' },
  { key: 'staff' as GroupKey, name: 'Staff', side: 'running' },
  { key: 'artists' as GroupKey, name: 'Artists', side: 'creative' },
] as const;

/** Willow with everyone in it, both yeses said. */
export function huddleOf(start: string, changes: Partial<Huddle> = {}): Huddle {
  return {
    id: willow,
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
    setUpBy: personOf('Priya'),
    setUpAt: start,
    version: 1,
    ...changes,
  };
}

async function seed(records: Records, at: string, given: Omit<Given, 'start'>): Promise<void> {
  const huddle = huddleOf(at, given.huddle);
  for (const name of names) {
    await records.people.save({
      id: personOf(name),
      name,
      zone: null,
      quiet: null,
      reachOn: null,
      ...given.people?.[name],
    });
    await records.people.link(identityOf(name), personOf(name));
  }
  await addHuddle(records, huddle, channel);
  for (const name of names) await records.members.save(memberOf(name, huddle, at, given.members?.[name]));
}

/** A huddle with its place and the timers that its settings ask for. */
export async function addHuddle(records: Records, huddle: Huddle, place: PlaceRef): Promise<void> {
  await records.huddles.save(huddle);
  await records.huddles.addPlace(huddle.id, place);
  await records.timers.set('check-in', huddle.id, huddle.id, huddle.checkIn?.nextDueAt ?? null);
  await records.timers.set('digest', huddle.id, huddle.id, huddle.nextDigestAt);
}

export function memberOf(name: Name, huddle: Huddle, at: string, changes: Partial<Member> = {}): Member {
  const group = groups.find(({ side }) => side === everyone[name])?.key ?? null;
  return {
    huddle: huddle.id,
    person: personOf(name),
    coordinator: name === 'Priya' || name === 'Ellis',
    invitedBy: null,
    standings: [{ from: at, status: 'active', counted: true, group, also: null }],
    consents: [],
    ...changes,
  };
}
