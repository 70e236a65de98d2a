import { describe, expect, it } from 'vitest';
import { countOld, takeOld } from '../../src/app/retention.ts';
import type { HuddleId, RoundId } from '../../src/domain/ids.ts';
import { keptDays, sweepsAt } from '../../src/domain/retention.ts';
import { addMs, dayMs } from '../../src/domain/time.ts';
import type { Store } from '../../src/ports.ts';
import { lookInto, openStore } from '../../storage/store.ts';
import { databases, serveDatabases } from '../support/databases.ts';
import { everyRow } from './every-row.ts';
import {
  aDecision,
  aMeeting,
  anAsk,
  aPage,
  aHuddle,
  aPerson,
  aPromise,
  aProposal,
  aRound,
  channel,
  digestFacts,
  messageIn,
  minutesOn,
  monday,
  otherChannel,
  ruth,
  ruthOnSlack,
  willow,
} from './samples.ts';

serveDatabases();

const after = (days: number) => addMs(monday, days * dayMs);
const yesBut = (at: string) => ({ person: ruth, at, says: 'yes' as const, fills: [], words: 'MARKBUT' });
const sweeps = (days: number) => sweepsAt({ now: after(days), wallNow: after(days) });

/** One of each thing from `at`, its words marked, in a huddle of its own. */
async function oneOfEach(store: Store, id: string, at: string): Promise<void> {
  const huddle = id as HuddleId;
  const to = { ...channel, channel: id };
  await store.transact(async (records) => {
    await records.huddles.save(aHuddle({ id: huddle }));
    const round = aRound({ id: `${id}~1` as RoundId, huddle, status: 'closed', opensAt: at, closesAt: at });
    await records.rounds.save(round);
    for (const [person, seenBy] of [['p1', 'coordinators'] as const, ['p2', 'named'] as const]) {
      const answer = { text: 'MARKWORDS', option: 1, seenBy, at, late: false, message: null };
      const who = aPerson({ id: `${id}${person}` as typeof ruth }).id;
      await records.rounds.saveResponse({ round: round.id, person: who, answer, skipped: false, later: 'no' });
    }
    const ended = { status: 'could-not', by: ruth, at } as const;
    const closed = { huddle, what: 'MARKWORDS', state: ended, reason: 'MARKWORDS', movedAt: at, suggestion: null };
    await records.promises.save(aPromise({ ...closed, number: 1, version: 1 }));
    await records.promises.save(aPromise({ ...closed, number: 2, version: 1 }));
    const live = { huddle, number: 3, what: 'KEPTWORDS', state: { status: 'open' as const }, movedAt: at, version: 1 };
    await records.promises.save(aPromise(live));
    const idea = { huddle, group: null, side: null, raisedAt: at, fromMeeting: false, takenUp: null };
    await records.ideas.save({ ...idea, number: 1, text: 'MARKWORDS', raisedBy: ruth, version: 1 });
    const told = { ...aDecision().words, what: 'MARKWORDS', lived: 'MARKWORDS' };
    await records.decisions.save(aDecision({ huddle, words: told, loggedAt: at }));
    const answer = { says: 'no', words: 'MARKWORDS', notedBy: ruth, at } as const;
    await records.asks.save(anAsk({ huddle, text: 'MARKWORDS', state: { status: 'answered', answer }, askedAt: at }));
    await records.asks.save(anAsk({ huddle, number: 2, text: 'WAITWORDS', state: { status: 'waiting' }, askedAt: at }));
    const said = { huddle, text: 'MARKCHANGE', at, answers: [yesBut(at)], change: { about: 'money' as const } };
    await records.proposals.save(aProposal({ ...said, number: 11, state: { status: 'withdrawn', at } }));
    await records.proposals.save(
      aProposal({ ...said, number: 12, text: 'HELDWORDS', state: { status: 'agreed', at } }),
    );
    await records.proposals.save(aProposal({ ...said, number: 13, text: 'SETWORDS', inPlace: true, answers: [] }));
    const note = { huddle, notedAt: at, version: 1 };
    await records.meetings.save(aMeeting({ ...note, number: 1 }));
    await records.meetings.save(aMeeting({ ...note, number: 2, state: { status: 'dropped', at } }));
    await records.pages.save(aPage({ huddle, added: ['MARKWORDS'], madeAt: at }));
    await records.pages.save(aPage({ huddle, kind: 'report', added: ['MARKWORDS'], madeAt: at }));
    await records.speech.add({ id: `${id}/u`, huddle, person: ruth, group: null, thread: 't', at, gone: false });
    await records.journal.append(huddle, [{ type: 'MemberForgotten', at }]);
    await records.digests.add({ huddle, monday: '2027-02-22', from: at, to: at, facts: digestFacts() });
    await records.interactions.keep(`${id}/act`, at, []);
    const sent = { huddle, notBefore: at, expiresAt: null, under: null, to };
    for (const kind of ['hello', 'prompt', 'listening'] as const)
      await records.outbox.enqueue({ ...sent, kind, subject: id });
    const notes = ['hello', 'prompt'] as const;
    const [shown, dropped] = await Promise.all(notes.map((kind) => records.outbox.get(kind, id, to)));
    if (shown == null || dropped == null) throw new Error('a note that was enqueued is not there');
    await records.outbox.sent(shown.id, 1, messageIn(to, '1'));
    await records.outbox.dropped(dropped.id, 1);
    await records.codes.tried(ruthOnSlack, `${id}/try`, at);
  });
  const words = { thread: null, from: { user: 'ruth' }, only: null, document: null, text: 'MARKWORDS', gone: false };
  await store.room.put({ id: `${id}/m`, channel: otherChannel.channel, at, ...words });
}

for (const database of databases) {
  describe(`on ${database.name}`, () => {
    async function withOld(): Promise<{ store: Store; url: string }> {
      const url = await database.fresh();
      const store = await openStore({ url });
      await oneOfEach(store, 'old', monday);
      await oneOfEach(store, 'new', after(3000));
      return { store, url };
    }

    it('each thing goes when its time has come, and what is newer or not at an end stays', async () => {
      const { store, url } = await withOld();
      await takeOld(store, sweeps(29));
      expect(await countOld(store, sweeps(30 + 1 / 24))).toEqual({ 'private-answers': 1, acts: 1, notes: 1 });
      expect(await takeOld(store, sweeps(31))).toEqual({ 'private-answers': 1, acts: 1, notes: 1 });
      expect(await takeOld(store, sweeps(91))).toEqual({ answers: 1, 'waiting-notes': 1, 'room-messages': 1 });
      const two = {
        messages: 1,
        promises: 2,
        ideas: 1,
        decisions: 1,
        asks: 1,
        changes: 2,
        pages: 2,
        responses: 2,
        turns: 1,
        journal: 1,
      };
      expect(await takeOld(store, sweeps(2 * 365 + 1))).toEqual({ ...two, responses: 2 });
      expect(await takeOld(store, sweeps(6 * 365 + 1))).toEqual({
        digests: 1,
        'meeting-notes': 1,
        questions: 1,
        'ended-promises': 2,
      });
      const rows = await everyRow(url);
      const text = (table: string) => JSON.stringify(rows.get(table));
      expect(await store.read.decisions.get('old' as HuddleId, 1)).toMatchObject({
        words: { what: '…', finalSay: 'together', lived: '…', practice: null },
        yes: [],
        history: [],
      });
      expect(await store.read.asks.list('old' as HuddleId)).toMatchObject([
        { text: '…', state: { status: 'answered', answer: { says: 'no', words: '…' } }, history: [] },
        { text: 'WAITWORDS', askedBy: ruth },
      ]);
      expect(await store.read.proposals.list('old' as HuddleId), 'what holds stays').toMatchObject([
        { number: 11, text: '…', answers: [] },
        { number: 12, text: 'HELDWORDS', answers: [] },
        { number: 13, text: 'SETWORDS', by: ruth },
      ]);
      expect(await store.read.meetings.list('old' as HuddleId)).toMatchObject([{ number: 2 }]);
      // The open promise, its words and its number are there, and so is a note that still waits.
      expect((await store.read.promises.list('old' as HuddleId)).map(({ what }) => what)).toEqual(['KEPTWORDS']);
      expect(await store.read.outbox.get('listening', 'old', { ...channel, channel: 'old' })).not.toBeNull();
      expect((await store.read.promises.list('new' as HuddleId)).map(({ what }) => what)).toEqual([
        'MARKWORDS',
        'MARKWORDS',
        'KEPTWORDS',
      ]);
      for (const table of ['responses', 'ideas', 'decisions', 'room_messages'])
        expect(text(table)).toContain('MARKWORDS');
      for (const table of ['digests', 'rounds', 'responses', 'utterances', 'journal', 'interactions'])
        expect(text(table)).not.toContain('"old');
      await store.close();
    });

    it('the highest number of a huddle stays, so that no promise takes the number of another', async () => {
      const { store } = await withOld();
      const last = aPromise({ huddle: willow, number: 7, state: { status: 'dropped', at: monday }, movedAt: monday });
      await store.transact((records) => records.promises.save({ ...last, version: 1 }));
      await takeOld(store, sweeps(6 * 365 + 1));
      expect(await store.read.promises.nextNumber(willow)).toBe(8);
      expect((await store.read.promises.get(willow, 7))?.what).toBe('…');
      await store.close();
    });

    it('a dry run counts what the real one takes, beside a running bot, and changes nothing', async () => {
      const { store, url } = await withOld();
      const before = JSON.stringify([...(await everyRow(url))]);
      const look = await lookInto({ url });
      const counted = await countOld(look, sweeps(800));
      expect(JSON.stringify([...(await everyRow(url))])).toBe(before);
      await look.close();
      expect(Object.keys(counted).length).toBeGreaterThan(8);
      const taken = await takeOld(store, sweeps(800));
      // One answer that is private and old is both; its words go once.
      expect({ ...counted, answers: 1, messages: 1 }).toEqual(taken);
      await store.close();
    });

    it('killed half-way it goes on where it was, and a second run finds nothing', async () => {
      const { store } = await withOld();
      const whole = await countOld(store, sweeps(800));
      let left = 5;
      const dying: Store = {
        ...store,
        transact: (work) => (left-- > 0 ? store.transact(work) : Promise.reject(new Error('killed'))),
      };
      await expect(takeOld(dying, sweeps(800))).rejects.toThrow('killed');
      const rest = await takeOld(store, sweeps(800));
      expect(Object.keys(rest).length).toBeLessThan(Object.keys(whole).length);
      expect(await takeOld(store, sweeps(800))).toEqual({});
      expect(await countOld(store, sweeps(800))).toEqual({});
      await store.close();
    });
  });
}

it('takes more rows than fit into one transaction, a few at a time', async () => {
  const store = await openStore({ url: 'sqlite::memory:' });
  await store.transact(async (records) => {
    for (let act = 0; act < 450; act++) await records.interactions.keep(`act${String(act)}`, minutesOn(act), []);
  });
  const most: number[] = [];
  const watched: Store = {
    ...store,
    transact: async (work) => {
      const taken = await store.transact(work);
      most.push(Number(taken));
      return taken;
    },
  };
  expect(await takeOld(watched, sweeps(keptDays.acts + 2))).toEqual({ acts: 450 });
  expect(most.filter((taken) => taken > 0)).toEqual([200, 200, 50]);
  await store.close();
});
