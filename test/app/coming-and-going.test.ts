import { afterEach, describe, expect, it } from 'vitest';
import type { HuddleId, PlaceRef } from '../../src/domain/ids.ts';
import {
  addHuddle,
  buttonsOf,
  channel,
  closeStages,
  huddleOf,
  identityOf,
  memberOf,
  mondaysAt10,
  openStage,
  personOf,
  said,
  willow,
  type Given,
  type Name,
  type Stage,
} from './stage.ts';

afterEach(closeStages);

const monday = '2027-03-01T10:00:00.000Z';
const garden: PlaceRef = { ...channel, channel: 'C2' };
const oak = 'oak' as HuddleId;

/** Willow with a question on Mondays and a digest on Tuesdays, two weeks in. */
const weekly = (given: Partial<Given> = {}) =>
  openStage({
    start: '2027-02-22T09:00:00.000Z',
    huddle: {
      checkIn: { schedule: { ...mondaysAt10, anchor: '2027-02-22' }, nextDueAt: monday, sent: 0 },
      nextDigestAt: '2027-03-02T09:00:00.000Z',
    },
    ...given,
  });

const letIn = (stage: Stage, where: PlaceRef | 'direct' = channel, name: Name = 'Dev') =>
  stage.act(name, { kind: 'added', where });
const takeOut = (stage: Stage, where: PlaceRef | 'direct' = channel, name: Name = 'Dev') =>
  stage.act(name, { kind: 'removed', where });
const questions = (stage: Stage) => stage.everywhere().filter((text) => text.includes("This week's question\n"));
const digests = (stage: Stage) => stage.place().filter((text) => text.includes('we said, we did.'));
const rounds = (stage: Stage) => stage.store.read.rounds.recent(willow, 9);

describe('let into a place', () => {
  it('where there is no huddle, says to everyone who it is and what to type', async () => {
    const stage = await weekly();
    const reply = await letIn(stage, garden);
    expect(reply.kind).toBe('open');
    expect(said(reply)).toContain('Hello everyone. I am WeSaid, a computer helper.');
    expect(said(reply)).toContain('setup Willow, check-in Mondays at 10am');
    expect(said(await stage.press('Dev', 'Set up a huddle'))).toContain('[form]');
  });

  it('says nothing about anyone, in a place that everyone reads', async () => {
    const stage = await weekly();
    expect(said(await letIn(stage, garden))).not.toMatch(/Dev|Priya|Willow meets/);
    await takeOut(stage);
    expect(said(await letIn(stage))).not.toMatch(/Dev|Priya/);
  });

  it('where it was all along, says nothing', async () => {
    const stage = await weekly();
    expect(await letIn(stage)).toEqual({ kind: 'none' });
    expect(await stage.store.read.journal.list(willow)).toEqual([]);
  });

  it('again, says once that it is back', async () => {
    const stage = await weekly();
    await takeOut(stage);
    const back = await letIn(stage);
    expect(back.kind).toBe('open');
    expect(said(back)).toContain('I am back, and Willow goes on. Nothing was lost.');
    expect(said(back)).toContain('The next question comes on Monday 1 March at 10am.');
    expect(await letIn(stage)).toEqual({ kind: 'none' });
  });

  it('told the same twice, answers the same and notes it once', async () => {
    const stage = await weekly();
    await takeOut(stage);
    const [first, again] = [0, 1].map(() => stage.bring('Dev', { kind: 'added' }, { id: 'act-back' }));
    expect(await again).toEqual(await first);
    const journal = await stage.store.read.journal.list(willow);
    expect(journal.map(({ type }) => type)).toEqual(['PlaceClosed', 'PlaceOpened']);
  });
});

describe('let into somebody’s own chat', () => {
  it('shows what waits for them', async () => {
    const stage = await weekly();
    await stage.moveTo(monday);
    const reply = await letIn(stage, 'direct', 'Amina');
    expect(reply.kind).toBe('private');
    expect(said(reply)).toContain('Waiting for you: 1 thing.');
  });

  it('tells somebody in no huddle how to begin', async () => {
    const stage = await weekly({ members: { Jo: { standings: [standing('left')] } } });
    expect(said(await letIn(stage, 'direct', 'Jo'))).toContain('To start one, add me to the channel');
  });

  it('asks somebody in two huddles which one they mean', async () => {
    const stage = await weekly();
    await stage.store.transact(async (records) => {
      const huddle = huddleOf(monday, { id: oak, name: 'Oak' });
      await addHuddle(records, huddle, garden);
      await records.members.save(memberOf('Amina', huddle, monday));
    });
    expect(said(await letIn(stage, 'direct', 'Amina'))).toContain('Which one do you mean?');
    expect(said(await stage.press('Amina', 'Oak', { direct: true }))).toContain('Oak. Only you can see this.');
  });

  it('taken out of it, says nothing and closes no place', async () => {
    const stage = await weekly();
    expect(await takeOut(stage, 'direct', 'Amina')).toEqual({ kind: 'none' });
    await stage.moveTo(monday);
    expect(questions(stage)).toHaveLength(1);
  });
});

describe('taken out of the only place', () => {
  it('tells those who run the huddle once, in private, and what to do', async () => {
    const stage = await weekly();
    expect(await takeOut(stage)).toEqual({ kind: 'none' });
    await takeOut(stage);
    for (const name of ['Priya', 'Ellis'] as const) {
      expect(stage.notes(name)).toHaveLength(1);
      expect(stage.notes(name)[0]).toContain('I can no longer post in the place where Willow meets.');
      expect(stage.notes(name)[0]).toContain('To go on, add me to it again.');
    }
    expect(stage.notes('Amina')).toEqual([]);
    expect(stage.everywhere()).toEqual([]);
  });

  it('asks no question and posts no digest', async () => {
    const stage = await weekly();
    await takeOut(stage);
    await stage.moveTo('2027-03-17T10:00:00.000Z');
    expect(await rounds(stage)).toEqual([]);
    expect(await stage.store.read.digests.last(willow)).toBeNull();
    expect(stage.everywhere()).toEqual([]);
  });

  it('the fear: a due moment that nobody looks at keeps the program busy for ever', async () => {
    const stage = await weekly();
    await takeOut(stage);
    await stage.moveTo('2027-03-17T10:00:00.000Z');
    expect(await stage.store.read.timers.next()).toBeNull();
  });

  it('is told to a coordinator who asks for a question or the digest all the same', async () => {
    const stage = await weekly();
    await takeOut(stage);
    for (const line of ['ask "What shall we plant?"', 'digest post'])
      expect(said(await stage.type('Priya', line, { direct: true }))).toContain('I am not in the place where Willow');
    expect(await rounds(stage)).toEqual([]);
  });

  it('what still waited to be posted there is let go of, and not tried again and again', async () => {
    const stage = await weekly();
    stage.platform.weather(() => ({ refused: 'ratelimited', retryAfterMs: 60_000 }));
    await stage.moveTo(monday);
    await takeOut(stage);
    stage.platform.weather(() => 'fine');
    const tries = stage.platform.tries.length;
    await stage.moveTo('2027-03-02T10:00:00.000Z');
    expect(stage.platform.tries.slice(tries).filter(({ to }) => 'channel' in to)).toEqual([]);
    expect(stage.everywhere()).toEqual([]);
    expect(await stage.store.read.outbox.next()).toBeNull();
  });

  it('answers given in private meanwhile are kept, and the question closes in its time', async () => {
    const stage = await weekly();
    await stage.moveTo(monday);
    await takeOut(stage);
    await stage.type('Amina', 'answer The lift was broken.', { direct: true });
    await stage.press('Amina', 'Yes, with my name', { direct: true });
    await stage.moveTo('2027-03-05T10:00:00.000Z');
    expect((await rounds(stage))[0]).toMatchObject({ status: 'closed', heard: { people: 1, of: 9 } });
  });
});

describe('back again', () => {
  it('asks the question that was missed, with its full time, and posts the digest that was due', async () => {
    const stage = await weekly();
    await stage.type('Amina', 'we will plant herbs by 26 March');
    await takeOut(stage);
    await stage.moveTo('2027-03-03T10:00:00.000Z');
    await letIn(stage);
    await stage.moveTo('2027-03-03T10:01:00.000Z');
    expect(questions(stage)).toHaveLength(1);
    expect(questions(stage)[0]).toContain('Open until Saturday 6 March at 10am');
    expect(digests(stage)).toHaveLength(1);
    await stage.moveTo('2027-03-09T10:00:00.000Z');
    expect(questions(stage)).toHaveLength(2);
    expect(digests(stage)).toHaveLength(2);
  });

  it('after weeks there is one question and one digest, not one for each', async () => {
    const stage = await weekly();
    await stage.type('Amina', 'we will plant herbs by 26 March');
    await takeOut(stage);
    // Across the change to summer time on 28 March.
    await stage.moveTo('2027-03-31T09:00:00.000Z');
    await letIn(stage);
    await stage.moveTo('2027-03-31T09:01:00.000Z');
    expect([questions(stage).length, digests(stage).length]).toEqual([1, 1]);
    await stage.moveTo('2027-04-05T09:30:00.000Z');
    expect(questions(stage)).toHaveLength(2);
  });

  it('the next digest has the promises of the time in between, each once', async () => {
    const stage = await weekly();
    await stage.type('Amina', 'we will plant herbs by 26 March');
    await stage.moveTo('2027-03-02T09:30:00.000Z');
    await takeOut(stage);
    await stage.moveTo('2027-03-08T10:00:00.000Z');
    await stage.type('Amina', 'could not 1 because no money until April', { direct: true });
    await stage.moveTo('2027-03-17T10:00:00.000Z');
    await letIn(stage);
    await stage.moveTo('2027-03-17T10:01:00.000Z');
    expect(digests(stage).at(-1)).toContain('no money until April');
    await stage.moveTo('2027-03-24T10:00:00.000Z');
    expect(digests(stage).filter((text) => text.includes('no money until April'))).toHaveLength(1);
  });

  it('shows how the question ended that closed meanwhile, and the answers to it that are for everyone', async () => {
    const stage = await weekly();
    await stage.moveTo(monday);
    await takeOut(stage);
    await stage.type('Amina', 'answer The lift was broken.', { direct: true });
    await stage.press('Amina', 'Yes, with my name', { direct: true });
    await stage.type('Dev', 'answer For nobody.', { direct: true });
    await stage.press('Dev', 'Just count me as heard', { direct: true });
    await stage.moveTo('2027-03-05T10:00:00.000Z');
    expect(stage.everywhere().join('\n')).not.toContain('The lift was broken');
    await letIn(stage);
    expect(questions(stage)).toHaveLength(1);
    expect(questions(stage)[0]).toContain('This question is closed.');
    const thread = stage.place(stage.messageWith("This week's question\n").message);
    expect(thread.join('\n')).toContain('The lift was broken');
    expect(stage.everywhere().join('\n')).not.toContain('For nobody.');
    expect(stage.place().join('\n')).toContain('We heard from 2 of 9 people.');
  });

  it('a question that a coordinator had planned for the morning goes out once it may', async () => {
    const stage = await openStage({ start: '2027-03-01T21:00:00.000Z' });
    await stage.type('Priya', 'ask "What shall we plant?"');
    await takeOut(stage);
    await stage.moveTo('2027-03-02T12:00:00.000Z');
    expect(stage.everywhere()).toEqual([]);
    await letIn(stage);
    await stage.moveTo('2027-03-02T12:01:00.000Z');
    expect(stage.place().join('\n')).toContain('What shall we plant?');
  });
});

describe('taken out of one of two places', () => {
  const two = async () => {
    const stage = await weekly();
    await stage.store.transact(({ huddles }) => huddles.addPlace(willow, garden));
    return stage;
  };

  it('goes on in the other, and nobody is told', async () => {
    const stage = await two();
    await takeOut(stage);
    await stage.moveTo(monday);
    const asked = stage.platform.messages().map(({ to }) => to);
    expect(asked).toEqual(['C2']);
    expect(stage.notes('Priya')).toEqual([]);
  });

  it('rests when the other closes too, and then those who run it are told', async () => {
    const stage = await two();
    await stage.bring('Dev', { kind: 'removed' });
    stage.setClock('2027-02-22T09:01:00.000Z');
    await takeOut(stage, garden);
    expect(stage.notes('Priya')).toHaveLength(1);
    await stage.moveTo(monday);
    expect(await rounds(stage)).toEqual([]);
  });

  it('a place that opens again while the other was open gets the open question, and the other no second one', async () => {
    const stage = await two();
    await takeOut(stage);
    await stage.moveTo(monday);
    await letIn(stage);
    expect(stage.platform.messages().map(({ to, versions }) => [to, versions])).toEqual([
      ['C2', 1],
      ['C1', 1],
    ]);
  });
});

it('a message that somebody deleted is not tried again, and nobody is troubled with it', async () => {
  const stage = await weekly();
  await stage.moveTo(monday);
  stage.platform.weather(({ replaces }) => (replaces === null ? 'fine' : { refused: 'message-gone', forGood: true }));
  await stage.moveTo('2027-03-05T10:00:00.000Z');
  const changes = stage.platform.tries.filter(({ replaces }) => replaces !== null);
  expect(changes).toHaveLength(1);
  expect([...stage.notes('Priya'), ...stage.notes('Ellis')]).toEqual([]);
  expect(stage.logged.filter(({ level }) => level !== 'info')).toEqual([]);
});

it('whoever comes in is greeted in private as before, and the place is not', async () => {
  const stage = await weekly();
  const stranger = { ...identityOf('Jo'), user: 'U99' };
  const reply = await stage.act('Jo', { kind: 'arrived', who: stranger });
  expect(reply.kind).toBe('private');
  expect(said(reply)).toContain('Willow meets here.');
  if ('document' in reply) expect(buttonsOf(reply.document)).toEqual([]);
  expect(await stage.store.read.people.get(personOf('Jo'))).not.toBeNull();
});

function standing(status: 'left') {
  return { from: '2027-02-22T09:00:00.000Z', status, counted: false, group: null, also: null };
}
