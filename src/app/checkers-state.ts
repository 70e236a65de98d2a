import { decideCheck, evolveCheck, type CheckCommand, type Checking } from '../domain/checker-rules.ts';
import { digestWakesAt } from '../domain/draft.ts';
import type { CheckEvent } from '../domain/events-digest.ts';
import type { Aggregate, Reaction } from './execute.ts';

/** Who checks a huddle's digests, and what they made of the newest draft. */
export function checkAggregate(command: CheckCommand): Aggregate<CheckCommand, Checking, CheckEvent> {
  return {
    load: async (records, { huddle: id }) => {
      const huddle = await records.huddles.get(id);
      if (huddle === null) throw new Error('a huddle that was found is gone');
      const last = await records.digests.last(id);
      return { huddle, members: await records.members.of(id), published: last?.monday ?? null };
    },
    decide: decideCheck,
    evolve: (state) => evolveCheck(command, state),
    save: async (records, { huddle }, before) => {
      await records.huddles.save({ ...huddle, version: before.huddle.version + 1 });
      if ((await records.huddles.places(huddle.id)).length === 0) return;
      // After someone said that they cannot, the beat sees at once whether a stand-in has to look.
      const cannot = command.type === 'MarkDraft' && command.what === 'cannot';
      await records.timers.set('digest', huddle.id, huddle.id, cannot ? command.now : digestWakesAt(huddle));
    },
    react,
  };
}

/** Those who are asked hear of it in private, and so does whoever has something to check. Nobody else does. */
function react(event: CheckEvent, { huddle }: Checking): readonly Reaction[] {
  const { id, checkers, nextDigestAt } = huddle;
  switch (event.type) {
    case 'CheckersNamed':
      return (checkers?.people ?? [])
        .filter(({ willing }) => !willing)
        .map(({ person }) => ({ kind: 'checker-asked', subject: `${id}/${event.at}`, to: { person } }));
    case 'CheckerAnswered':
      return event.yes ? [] : [{ kind: 'checker-needed', subject: `${id}/${event.at}`, to: 'coordinators' }];
    case 'DraftSent':
      return event.to.map((person) => ({
        kind: 'digest-draft',
        subject: `${id}/${event.monday}`,
        to: { person },
        ...(nextDigestAt === null ? {} : { expiresAt: nextDigestAt }),
      }));
    case 'DraftMarked':
    case 'DraftMended':
      return [];
  }
}
