import type { Clock, Handle, Interaction, Log, Reply } from '../../src/ports.ts';
import type { Invoked, Parsed, Way } from './acts.ts';
import type { Addresses } from './addresses.ts';
import { isClosing } from './invokes.ts';
import { errorFacts } from './log.ts';
import { createNews, createOnce } from './once.ts';
import { parse } from './parse.ts';
import { text, type Payload } from './payload.ts';
import { withPeople, type People } from './people.ts';
import { couldNotSave } from './sorry.ts';
import { forgetPlace, withWhereabouts } from './whereabouts.ts';

/** The one way in: understand, keep how to answer, hand over, answer. */
export interface Hear {
  /**
   * Resolves once the act is durable: with the answer to an invoke, null for an activity that only wants its 200.
   * Rejects when it could not be saved and nobody waits for an answer.
   */
  hear(activity: Payload, handle: Handle): Promise<Invoked | null>;
  /** Resolves when every answer under way has been sent. */
  settled(): Promise<void>;
}

/** What a Reply becomes along each way: the answer to the request, and what is sent once that is given. */
export interface Answers {
  answer(
    way: Way,
    asked: { readonly reply: Reply; readonly interaction: Interaction },
  ): Promise<{ readonly now: Invoked | null; readonly later?: () => Promise<unknown> }>;
}

interface Needs {
  readonly answers: Answers;
  readonly addresses: Addresses;
  readonly people: People;
  readonly clock: Clock;
  readonly log: Log;
}

export function createHear({ answers, addresses, people, clock, log }: Needs): Hear {
  const once = createOnce<Invoked | null>();
  const sorryOnce = createOnce<Invoked | null>();
  const news = createNews<Invoked | null>();
  const underWay = new Set<Promise<unknown>>();

  /** After the request is answered, so that a slow Teams delays no receipt. */
  const later = (work: (() => Promise<unknown>) | undefined, id: string): void => {
    if (work === undefined) return;
    const done = work().catch((error: unknown) => {
      log.warn('teams-answer-not-shown', { interaction: id, ...errorFacts(error) });
    });
    underWay.add(done);
    void done.finally(() => underWay.delete(done));
  };

  const answer = async ({ interaction, way }: Parsed, reply: Reply): Promise<Invoked | null> => {
    const { now, later: shown } = await answers.answer(way, { reply, interaction });
    later(shown, interaction.id);
    return now;
  };

  const act = async (parsed: Parsed, handle: Handle): Promise<Invoked | null> =>
    answer(parsed, await handle(await withPeople(parsed.interaction, people)));

  const actOnce = (parsed: Parsed, handle: Handle): Promise<Invoked | null> => {
    const { interaction } = parsed;
    switch (interaction.kind) {
      case 'looked':
        return act(parsed, handle);
      case 'added':
      case 'removed': {
        const of = interaction.where === 'direct' ? interaction.who.user : interaction.where.channel;
        return news(of, interaction.kind, () => act(parsed, handle));
      }
      default:
        return once(interaction.id, () => act(parsed, handle));
    }
  };

  /** An invoke has its answer at once. Of anything else Teams is told, and may send it again. */
  const orSorry = async (parsed: Parsed, handle: Handle): Promise<Invoked | null> => {
    try {
      return await actOnce(parsed, handle);
    } catch (error) {
      const { id } = parsed.interaction;
      log.error('teams-act-not-saved', { interaction: id, ...errorFacts(error) });
      const sorry = couldNotSave(parsed);
      const said = sorry === null ? null : await sorryOnce(id, () => answer(parsed, sorry));
      if (said === null) throw error;
      return said;
    }
  };

  const hearOne = async (parsed: Parsed, handle: Handle): Promise<Invoked | null> => {
    const { kind } = parsed.interaction;
    if (kind === 'arrived' || kind === 'left') people.changed();
    const invoked = await orSorry(parsed, handle);
    if (kind === 'removed') await forgetPlace(parsed, addresses);
    return invoked;
  };

  return {
    hear: async (activity, handle) => {
      const acts = await withWhereabouts(parse(activity, { now: () => clock.now() }), addresses);
      let invoked = acts.length === 0 ? notOurs(activity) : null;
      for (const parsed of acts) invoked = await hearOne(parsed, handle);
      return invoked;
    },
    settled: async () => {
      await Promise.all(underWay);
    },
  };
}

/** Teams is told that an invoke is not known here; every other activity is taken politely. */
function notOurs(activity: Payload): Invoked | null {
  if (text(activity, 'type') !== 'invoke') return null;
  return { status: isClosing(activity) ? 200 : 501 };
}
