import { afterEach, expect, it } from 'vitest';
import type { Side } from '../../src/domain/huddle.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Identity } from '../../src/domain/ids.ts';
import { closeStages, memberOf, openStage, everyone, type Name, type Stage } from './stage.ts';

afterEach(closeStages);

const equal = 'How equal did the power feel this week?';
const groups = { using: 'service', running: 'staff' } as const;

/** A huddle of any size on two sides, each person with an account, which is asked how equal it felt on Wednesday 3 March. */
async function bigger(using: number, running: number): Promise<{ stage: Stage; press: Press }> {
  const gone = {
    standings: [{ from: '2027-02-01T09:00:00.000Z', status: 'left', counted: false, group: null, also: null }],
  } as const;
  const coordinators = ['Priya', 'Ellis'];
  const others = Object.fromEntries(
    (Object.keys(everyone) as Name[]).filter((name) => !coordinators.includes(name)).map((name) => [name, gone]),
  );
  const stage = await openStage({
    start: '2027-03-01T09:00:00.000Z',
    huddle: { nextDigestAt: '2027-03-09T09:00:00.000Z', pulseSides: true },
    // Those who run it take no part in it here, so that the sides are as many as the scenario says.
    members: { ...others, Priya: gone, Ellis: gone },
  });
  const sides: readonly Side[] = [...Array<Side>(using).fill('using'), ...Array<Side>(running).fill('running')];
  await stage.store.transact(async (records) => {
    const huddle = await records.huddles.get('willow' as never);
    if (huddle === null) throw new Error('no huddle');
    for (const [at, side] of sides.entries()) {
      const person = `q${String(at)}` as PersonId;
      await records.people.save({ id: person, name: `Person ${String(at)}`, zone: null, quiet: null, reachOn: null });
      await records.people.link(accountOf(at), person);
      const group = groups[side as 'using' | 'running'] as never;
      await records.members.save({
        ...memberOf('Jo', huddle, huddle.setUpAt),
        person,
        standings: [{ from: huddle.setUpAt, status: 'active', counted: true, group, also: null }],
      });
    }
  });
  await stage.moveTo('2027-03-03T10:00:00.000Z');
  await stage.type('Priya', 'ask neg-4');
  const [round] = await stage.store.read.rounds.recent('willow' as never, 1);
  if (round === undefined) throw new Error('not asked');
  let acts = 0;
  const press: Press = async (at, number) => {
    await stage.bot({
      kind: 'action',
      id: `press${String(++acts)}`,
      at: stage.now(),
      who: accountOf(at),
      name: null,
      where: 'direct',
      action: 'pulse',
      subject: `${round.id}/${String(number - 1)}`,
      message: null,
    });
  };
  return { stage, press };
}

type Press = (person: number, number: number) => Promise<void>;

function accountOf(at: number): Identity {
  return { platform: 'slack', workspace: 'T1', user: `Q${String(at)}` };
}

it('S4.4: 14 people: the middle of all, of both sides, the gap, and something to talk about', async () => {
  const { stage, press } = await bigger(6, 8);
  expect(stage.platform.messages().filter(({ text }) => text.includes(equal))).toHaveLength(14);
  for (const [at, number] of [2, 2, 2, 3, 3, 4, 3, 4, 4, 4, 4, 5, 5, 5].entries()) await press(at, number);
  await stage.moveTo('2027-03-09T09:01:00.000Z');
  const digest = stage.everywhere().join('\n');
  expect(digest).toContain(
    'How equal it felt: 14 of 14 people told us. The middle answer was 4 out of 5. People who use the service: 2.5. Staff: 4. The gap is 1.5. People who use the service felt less equal than staff did.',
  );
  expect(digest).toContain('To talk about next: how equal it feels here for each of us.');
});

it('S4.5: 16 people of whom 4 of 6 and all 10 answer: the whole, and neither side', async () => {
  const { stage, press } = await bigger(6, 10);
  for (const [at, number] of [2, 2, 3, 3].entries()) await press(at, number);
  for (let at = 6; at < 16; at++) await press(at, (at % 3) + 3);
  await stage.moveTo('2027-03-09T09:01:00.000Z');
  const digest = stage.everywhere().join('\n');
  expect(digest).toContain(
    'How equal it felt: 14 of 16 people told us. The middle answer was 3 out of 5.\nIs this wrong',
  );
  expect(digest).not.toContain('To talk about next');
});
