import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { Clock, Handle, Interaction, Log, Reply } from '../../src/ports.ts';
import type { Parsed } from './acts.ts';
import type { Clients } from './client.ts';
import { errorFacts } from './log.ts';
import { parse } from './parse.ts';
import { part, text } from './payload.ts';
import type { People } from './people.ts';
import { NotSaved } from './receivers.ts';
import { couldNotSave, createAnswers, type Answer } from './replies.ts';

/** The one way in: understand, hand over, answer. Slack gets its answer once the act is durable, the person's follows it. */
export interface Hear {
  /** Bolt's middleware for the app. */
  listen(handle: Handle): (args: Args) => Promise<void>;
  /** The bot's own user id, for payloads that do not tell it. */
  botIs(user: string | null): void;
  /** Resolves when every answer under way has been sent. */
  settled(): Promise<void>;
}

type Args = AnyMiddlewareArgs & AllMiddlewareArgs;
type Ack = (body?: object) => Promise<void>;

interface Needs {
  readonly clients: Clients;
  readonly people: People;
  readonly clock: Clock;
  readonly log: Log;
  readonly wasAnswered: (request: unknown) => boolean;
}

export function createHear({ clients, people, clock, log, wasAnswered }: Needs): Hear {
  const answers = createAnswers({ clients, log });
  const events = createOnce();
  const underWay = new Set<Promise<unknown>>();
  let bot: string | null = null;

  /** After the request is answered, so that a slow Slack delays no receipt. */
  const later = (work: (() => Promise<unknown>) | undefined, id: string): void => {
    if (work === undefined) return;
    const done = work().catch((error: unknown) => {
      log.warn('slack-answer-not-shown', { interaction: id, ...errorFacts(error) });
    });
    underWay.add(done);
    void done.finally(() => underWay.delete(done));
  };

  const hearEvent = async ({ interaction, way }: Parsed, handle: Handle): Promise<void> => {
    const reply = await saved(interaction, handle);
    const { later: shown } = await answers.answer(way, { reply, workspace: interaction.who.workspace });
    later(shown, interaction.id);
  };

  const hearPerson = async (
    parsed: Parsed,
    { handle, ack, request }: { handle: Handle; ack: Ack; request: unknown },
  ): Promise<void> => {
    const { interaction, way } = parsed;
    const reply = await orSorry(parsed, handle);
    const asked = { reply, workspace: interaction.who.workspace };
    const answer: Answer = wasAnswered(request) ? {} : await answers.answer(way, asked);
    if (wasAnswered(request)) {
      later(answer.later ?? (() => answers.late(way, asked)), interaction.id);
    } else {
      await ack(answer.now);
      later(answer.later, interaction.id);
    }
  };

  const orSorry = async (parsed: Parsed, handle: Handle): Promise<Reply> => {
    try {
      return await handle(parsed.interaction);
    } catch (error) {
      log.error('slack-act-not-saved', { interaction: parsed.interaction.id, ...errorFacts(error) });
      return couldNotSave(parsed);
    }
  };

  return {
    listen: (handle) => async (args) => {
      const parsed = parse(part(args, 'body'), { now: () => clock.now(), bot, nameOf: people.nameOf });
      const ack = 'ack' in args ? (args.ack as Ack) : null;
      forTheOperator(args.body, log);
      if (parsed === null) await ack?.();
      else if (ack === null) await events(parsed.interaction.id, () => hearEvent(parsed, handle));
      else await hearPerson(parsed, { handle, ack, request: args.context.request });
    },
    botIs: (user) => {
      bot = user;
    },
    settled: async () => {
      await Promise.all(underWay);
    },
  };
}

/**
 * Slack took the app or its token away. Nobody can be told by Slack any more, so the log has to say it. No place is
 * closed by this: what waits is tried again now and then, until there is a new token or its tries are used up.
 */
function forTheOperator(body: unknown, log: Log): void {
  const type = text(part(body, 'event'), 'type');
  switch (type ?? '') {
    case 'app_uninstalled':
    case 'tokens_revoked':
      log.error('slack-took-us-out', { event: type, workspace: text(body, 'team_id') });
  }
}

async function saved(interaction: Interaction, handle: Handle): Promise<Reply> {
  try {
    return await handle(interaction);
  } catch (error) {
    throw new NotSaved({ cause: error });
  }
}

/**
 * One mention comes twice, as `message` and as `app_mention`, often at the same moment, and Slack sends again what was
 * answered late. The store keeps each act once; this keeps its answer from being shown twice. Whoever comes second waits
 * for the first. What failed is forgotten, so that Slack's next try counts.
 */
function createOnce(): (id: string, work: () => Promise<void>) => Promise<void> {
  const remembered = 2_000;
  const known = new Map<string, Promise<void>>();
  return async (id, work) => {
    const first = known.get(id);
    if (first !== undefined) return first;
    const running = work();
    known.set(id, running);
    for (const oldest of known.keys()) {
      if (known.size <= remembered) break;
      known.delete(oldest);
    }
    try {
      await running;
    } catch (error) {
      known.delete(id);
      throw error;
    }
  };
}
