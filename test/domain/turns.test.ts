import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupKey, PersonId } from '../../src/domain/ids.ts';
import { addMs, instantAt, weekFrom } from '../../src/domain/time.ts';
import type { Utterance } from '../../src/domain/turns.ts';
import { foldTurns, readFrom, turnGapMs, turnsIn } from '../../src/domain/turns.ts';
import { person, willowId, zone } from './measuring.ts';

const start = '2027-03-01T10:00:00.000Z';

/** Someone speaks so many minutes after ten. */
function said(who: string, minutes: number, changes: Partial<Utterance> = {}): Utterance {
  return {
    id: `${who}@${String(minutes)}`,
    huddle: willowId,
    person: person(who),
    group: 'staff' as GroupKey,
    thread: 'monday',
    at: addMs(start, minutes * 60_000),
    gone: false,
    ...changes,
  };
}

const speakers = (utterances: readonly Utterance[]) => foldTurns(utterances).map((turn) => turn.person);

describe('a turn is one go at speaking', () => {
  it('three messages within ten minutes of each other are one turn, however long it goes on', () => {
    const turns = foldTurns([said('ruth', 0), said('ruth', 9), said('ruth', 18)]);
    expect(turns).toEqual([
      { id: 'ruth@0', person: 'ruth', group: 'staff', thread: 'monday', at: '2027-03-01T10:00:00.000Z' },
    ]);
  });

  it('a break of just under ten minutes keeps the turn, and of ten minutes ends it', () => {
    expect(foldTurns([said('ruth', 0), said('ruth', 9.99)])).toHaveLength(1);
    expect(foldTurns([said('ruth', 0), said('ruth', 10)])).toHaveLength(2);
  });

  it('someone else speaking between makes it two turns', () => {
    expect(speakers([said('ruth', 0), said('dev', 1), said('ruth', 2)])).toEqual(['ruth', 'dev', 'ruth']);
  });

  it('someone else speaking in another thread changes nothing', () => {
    expect(speakers([said('ruth', 0), said('dev', 1, { thread: 'tuesday' }), said('ruth', 2)])).toEqual([
      'ruth',
      'dev',
    ]);
  });

  it('two threads at once are two turns', () => {
    expect(foldTurns([said('ruth', 0), said('ruth', 1, { thread: 'tuesday' })])).toHaveLength(2);
  });

  it('what was taken back is not counted, and the words round it join', () => {
    expect(foldTurns([said('ruth', 0, { gone: true })])).toEqual([]);
    const between = said('dev', 1, { gone: true });
    expect(speakers([said('ruth', 0), between, said('ruth', 2)])).toEqual(['ruth']);
  });

  it('taking back the middle of a long turn can make two of it', () => {
    expect(foldTurns([said('ruth', 0), said('ruth', 8, { gone: true }), said('ruth', 16)])).toHaveLength(2);
  });

  it('a message that arrives late takes its place by its own time', () => {
    const late = said('dev', 1);
    expect(speakers([said('ruth', 0), said('ruth', 2), late])).toEqual(['ruth', 'dev', 'ruth']);
  });

  it('words of the same moment go by id, so that the count is always the same', () => {
    const together = [said('b', 0, { id: '2' }), said('a', 0, { id: '1' }), said('a', 0, { id: '3' })];
    expect(speakers(together)).toEqual(['a', 'b', 'a']);
    expect(speakers(together.toReversed())).toEqual(['a', 'b', 'a']);
  });

  it('an event that is delivered twice counts once', () => {
    expect(foldTurns([said('ruth', 0), said('dev', 1), said('ruth', 0)])).toHaveLength(2);
  });

  it('a turn keeps the group that its speaker had at its first word', () => {
    const moved = said('ruth', 5, { group: 'artists' as GroupKey });
    expect(foldTurns([said('ruth', 0), moved]).map((turn) => turn.group)).toEqual(['staff']);
  });
});

describe('a turn over midnight on Sunday', () => {
  const week = weekFrom('2027-03-29', zone);
  const midnight = (minutes: number, id: string) =>
    said('ruth', 0, { id, at: addMs(instantAt('2027-03-29', '00:00', zone), minutes * 60_000) });

  it('belongs to the week in which it began, in the night after the clocks changed too', () => {
    const all = [midnight(-14, 'a'), midnight(-5, 'b'), midnight(3, 'c'), midnight(30, 'd')];
    const read = all.filter(({ at }) => at >= readFrom(week));
    expect(turnsIn(foldTurns(read), week).map(({ id }) => id)).toEqual(['d']);
    expect(week.from).toBe('2027-03-28T23:00:00.000Z');
  });

  it('a word in the first moment of Monday belongs to the week that begins', () => {
    const turns = foldTurns([midnight(0, 'a')]);
    expect([turnsIn(turns, weekFrom('2027-03-22', zone)), turnsIn(turns, week)]).toEqual([[], turns]);
  });

  it('each turn is in exactly one week, whatever the week reads before its start', () => {
    fc.assert(
      fc.property(talk, (utterances) => {
        const all = utterances.map((one) => ({ ...one, at: addMs(one.at, Date.parse(week.from) - Date.parse(start)) }));
        const after = turnsIn(foldTurns(all.filter(({ at }) => at >= readFrom(week))), week);
        expect(after).toEqual(turnsIn(foldTurns(all), week));
      }),
    );
  });
});

const talk: fc.Arbitrary<Utterance[]> = fc.uniqueArray(
  fc
    .record({ who: fc.constantFrom('a', 'b', 'c'), minutes: fc.integer({ min: -60, max: 60 }), gone: fc.boolean() })
    .map(({ who, minutes, gone }) => said(who, minutes, { gone })),
  { selector: ({ id }) => id },
);

describe('whatever people say', () => {
  it('the order in which it reaches us does not matter', () => {
    fc.assert(
      fc.property(
        talk.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, mixed]) => {
          expect(foldTurns(mixed)).toEqual(foldTurns(all));
        },
      ),
    );
  });

  it('two turns of one person in a row are ten minutes apart, and there are no more turns than messages', () => {
    fc.assert(
      fc.property(talk, (all) => {
        const kept = all.filter(({ gone }) => !gone);
        const turns = foldTurns(all);
        expect(turns.length).toBeLessThanOrEqual(kept.length);
        expect(new Set(turns.map((turn) => turn.person))).toEqual(new Set(kept.map((one): PersonId => one.person)));
        turns.forEach((turn, index) => {
          const before = turns[index - 1];
          if (before?.person === turn.person)
            expect(Date.parse(turn.at) - Date.parse(before.at)).toBeGreaterThanOrEqual(turnGapMs);
        });
      }),
    );
  });
});
