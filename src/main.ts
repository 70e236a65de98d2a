import './utc.ts';
import type { Server } from 'node:http';
import { createBot } from './app/bot.ts';
import { createGuestDoor } from './app/guests-door.ts';
import { createOutbox } from './app/outbox.ts';
import { createScheduler } from './app/scheduler.ts';
import { bankHolidays } from './bank-holidays.ts';
import { machineClock } from './clock.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import type { Platform } from './domain/ids.ts';
import { guestLinks } from './guest-links.ts';
import { startHeartbeat } from './heartbeat.ts';
import { randomIds } from './ids.ts';
import { createLog } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { GuestDoor } from './ports-guests.ts';
import type { Adapter, Clock, Handle, Ids, Log, Store } from './ports.ts';
import type { MovableClock } from './rehearsal/clock.ts';
import type { rehearsalRoom, RoomParts } from './rehearsal/room.ts';
import { createHttpServer, type Listener } from './server.ts';
import { StorageRefused } from '../storage/refused.ts';
import { openStore } from '../storage/store.ts';

/** Everything that was started, in the order in which it is to be stopped. */
type Stops = (() => Promise<void>)[];

/** config → store → adapters → timers → stop. The only file that knows everything. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const stops: Stops = [];
  stopOnSignals(stops, log);

  const store = await openStore({ url: config.databaseUrl });
  stops.unshift(() => store.close());
  const movable = config.rehearsal ? await rehearsalClock(store) : null;
  const clock: Clock = movable ?? machineClock;

  const adapters = new Map<Platform, Adapter>();
  const adapter = (platform: Platform) => adapters.get(platform) ?? null;
  const parts = { store, clock, ids: randomIds, bankHolidays, log, adapter };
  const outbox = createOutbox({ ...parts, after });
  const mustBeReady = !config.rehearsal;
  const scheduler = createScheduler({ ...parts, wallClock: machineClock, mustBeReady, poke: outbox.poke });
  const metrics = createMetrics(store.read, clock);
  let listening: Server | null = null;
  const links = guestLinks(config, () => listening);
  const wallClock = machineClock;
  const handle = counted(createBot({ ...parts, wallClock, links, mustBeReady, poke: outbox.poke }), metrics);
  const guests = links === null ? null : createGuestDoor({ ...parts, wallClock, links });

  const slack = config.slack === null ? null : await slackFor(config.slack, { clock, log });
  const teams = config.teams === null ? null : await teamsFor(config.teams, { clock, log, store });
  const web = movable === null ? null : await roomFor({ ...parts, clock: movable, scheduler, outbox, handle, guests });
  const guestsAlone = web === null && guests !== null ? await guestsFor(guests, parts) : null;
  for (const each of [slack, teams, web, guestsAlone]) {
    if (each === null) continue;
    adapters.set(each.adapter.platform, each.adapter);
    await each.adapter.start(handle);
    stops.unshift(() => each.adapter.stop());
  }
  stops.unshift(() => outbox.stop());

  const server = createHttpServer({
    slack: slack?.listener ?? null,
    teams: teams?.listener ?? null,
    web: web?.listener ?? null,
    guests: web?.guestListener ?? guestsAlone?.listener ?? null,
    ready: async () => (await store.read.timers.next(), true),
    metrics: () => metrics.text(),
  });
  listening = server;
  await listen(server, config);
  stops.unshift(() => closeServer(server));
  const beat = () => {
    scheduler.tick().then(outbox.poke, (error: unknown) => {
      log.error('a tick failed', { error });
    });
  };
  stops.unshift(startHeartbeat(beat));
  await web?.open();
  beat();
  sayWhere(server, config, log);
}

/** Holds up no end of the program. */
function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms).unref();
  return () => {
    clearTimeout(timer);
  };
}

/** An adapter with what it serves on the one port. */
interface Mounted {
  readonly adapter: Adapter;
  readonly listener: Listener;
}

async function slackFor(
  slack: NonNullable<Config['slack']>,
  { clock, log }: { clock: Clock; log: Log },
): Promise<Mounted> {
  const { createSlackAdapter } = await import('../adapters/slack/adapter.ts');
  const adapter = createSlackAdapter({ ...slack, clock, log });
  return { adapter, listener: adapter.listener };
}

async function teamsFor(
  teams: NonNullable<Config['teams']>,
  { clock, log, store }: { clock: Clock; log: Log; store: Store },
): Promise<Mounted> {
  const { createTeamsAdapter } = await import('../adapters/teams/adapter.ts');
  const adapter = createTeamsAdapter({ ...teams, addresses: store.addresses, clock, log });
  return { adapter, listener: adapter.listener };
}

async function rehearsalClock(store: Store): Promise<MovableClock> {
  const { movableClock } = await import('./rehearsal/clock.ts');
  return movableClock(store, machineClock.now());
}

async function roomFor(parts: RoomParts): Promise<ReturnType<typeof rehearsalRoom>> {
  const room = await import('./rehearsal/room.ts');
  return room.rehearsalRoom(parts);
}

/** The pages for guests beside Slack or Teams: no room, and nothing at any other address. */
async function guestsFor(
  guests: GuestDoor,
  { store, clock, ids, log }: { store: Store; clock: Clock; ids: Ids; log: Log },
): Promise<Mounted> {
  const { createWebAdapter } = await import('../adapters/web/adapter.ts');
  const preview = () => Promise.resolve([]);
  const adapter = createWebAdapter({ room: store.room, clock, ids, log, preview, rehearsal: null, guests });
  return { adapter, listener: adapter.guestListener };
}

function counted(handle: Handle, { acts, failures }: Metrics): Handle {
  return async (interaction) => {
    const labels = { platform: interaction.who.platform, kind: interaction.kind };
    acts.inc(labels);
    try {
      return await handle(interaction);
    } catch (error) {
      failures.inc(labels);
      throw error;
    }
  };
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
    // An open stream would hold the port for ever; whoever had one connects again after the restart.
    setTimeout(() => {
      server.closeAllConnections();
    }, 2_000).unref();
  });
}

function sayWhere(server: Server, config: Config, log: Log): void {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  log.info('listening', { host: config.host, port, rehearsal: config.rehearsal });
  if (config.rehearsal)
    process.stdout.write(`WeSaid is ready. Open http://${config.host}:${String(port)} in your browser.\n`);
}

/** SIGTERM and SIGINT stop it cleanly: no new acts, then what is being sent, then the store. A second signal stops at once. */
function stopOnSignals(stops: Stops, log: Log): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info('stopping', { signal });
    void stopAll(stops, log).then((clean) => {
      log.info('stopped');
      process.exitCode = clean ? 0 : 1;
      process.exit();
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function stopAll(stops: Stops, log: Log): Promise<boolean> {
  let clean = true;
  for (const stop of stops) {
    await stop().catch((error: unknown) => {
      clean = false;
      log.error('could not stop a part', { error });
    });
  }
  return clean;
}

/** One plain line for what the operator can mend; the frames of anything else. */
function fail(error: unknown): never {
  if (error instanceof ConfigError || error instanceof StorageRefused) process.stderr.write(`${error.message}\n`);
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    process.stderr.write('WeSaid cannot start: the port is in use. Set PORT to another one.\n');
  else console.error(error);
  process.exit(1);
}

await main().catch(fail);
