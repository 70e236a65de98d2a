import { describe, expect, it } from 'vitest';
import type { HuddleId, PersonId, RoleKey, RoundId } from '../../../src/domain/ids.ts';
import { Conflict } from '../../../src/ports-kept.ts';
import type { Records } from '../../../src/ports.ts';
import {
  aHuddle,
  anAgreement,
  aMember,
  aDecision,
  anAsk,
  aPage,
  anIdea,
  aMeeting,
  aPerson,
  aPromise,
  aResponse,
  aProposal,
  aRole,
  aRoomMessage,
  aRound,
  anUtterance,
  channel,
  digestFacts,
  messageIn,
  minutesOn,
  monday,
  otherChannel,
  ruth,
  ruthOnSlack,
  sam,
  willow,
} from '../samples.ts';
import type { OpenStore } from './stores.ts';

/** What is kept comes back as it was, in the order that the port promises. */
export function keepsRecords(open: OpenStore): void {
  describe('people', () => {
    it('someone who acts is found with their huddle and membership in one look', async () => {
      const store = await open();
      await store.transact(async (records) => {
        await records.people.save(aPerson());
        await records.people.link(ruthOnSlack, ruth);
        await records.huddles.save(aHuddle());
        await records.huddles.addPlace(willow, channel);
        await records.members.save(aMember());
      });
      const { people } = store.read;
      const everything = { person: aPerson(), huddle: aHuddle(), member: aMember() };
      expect(await people.find(ruthOnSlack, channel)).toEqual(everything);
      expect(await people.find(ruthOnSlack, 'direct')).toEqual({ ...everything, huddle: null, member: null });
      const stranger = { ...ruthOnSlack, user: 'U9' };
      expect(await people.find(stranger, channel)).toEqual({ person: null, huddle: aHuddle(), member: null });
      expect(await people.find(stranger, otherChannel)).toEqual({ person: null, huddle: null, member: null });
    });

    it('a person keeps their identities in the order in which they came', async () => {
      const store = await open();
      const onTheWeb = { platform: 'web', workspace: 'rehearsal', user: 'a-ruth' } as const;
      await store.transact(async ({ people }) => {
        await people.save(aPerson());
        await people.link(ruthOnSlack, ruth);
        await people.link(onTheWeb, ruth);
      });
      expect(await store.read.people.identities(ruth)).toEqual([ruthOnSlack, onTheWeb]);
      expect(await store.read.people.byIdentity(onTheWeb)).toEqual(aPerson());
      await store.transact(({ people }) => people.link(onTheWeb, sam));
      expect(await store.read.people.identities(ruth)).toEqual([ruthOnSlack]);
    });

    it('a name is changed in one place and read everywhere', async () => {
      const store = await open();
      await store.transact(async ({ people, members }) => {
        await people.save(aPerson());
        await people.save(aPerson({ id: sam, name: 'Sam', zone: null, quiet: null, reachOn: null }));
        await members.save(aMember({ person: sam }));
        await members.save(aMember());
        await people.save(aPerson({ name: 'Ruthie' }));
      });
      const names = await store.read.people.names(willow);
      expect([...names]).toEqual([
        [sam, 'Sam'],
        [ruth, 'Ruthie'],
      ]);
      expect(await store.read.people.get(sam)).toEqual({
        id: sam,
        name: 'Sam',
        zone: null,
        quiet: null,
        reachOn: null,
      });
      expect(await store.read.people.get('nobody' as PersonId)).toBeNull();
    });
  });

  describe('huddles and members', () => {
    it('a person sees the huddles they are in, oldest first, and not those they left', async () => {
      const store = await open();
      const [old, young, left] = ['z-old', 'a-young', 'm-left'].map((id) => id as HuddleId) as [
        HuddleId,
        HuddleId,
        HuddleId,
      ];
      await store.transact(async ({ huddles, members }) => {
        for (const [id, minutes] of [
          [young, 2],
          [old, 1],
          [left, 0],
        ] as const) {
          await huddles.save(aHuddle({ id, setUpAt: minutesOn(minutes) }));
          await members.save(aMember({ huddle: id }));
        }
        const gone = { from: minutesOn(5), status: 'left', counted: false, group: null, also: null } as const;
        await members.save(aMember({ huddle: left, standings: [...aMember().standings, gone] }));
      });
      expect((await store.read.huddles.ofPerson(ruth)).map(({ id }) => id)).toEqual([old, young]);
      expect((await store.read.members.get(left, ruth))?.standings).toHaveLength(2);
    });

    it('the steps of a huddle come back as they were, each time with its dates', async () => {
      const steps = [
        {
          stage: 'need',
          openedAt: monday,
          closedAt: minutesOn(5),
          look: { at: minutesOn(5), word: 'not-every' },
          askedAgain: true,
          askedSince: true,
          shared: true,
        },
        { stage: 'need', openedAt: minutesOn(6), closedAt: null, look: null },
      ] as const;
      const store = await open();
      await store.transact((records) => records.huddles.save(aHuddle({ steps })));
      expect((await store.read.huddles.get(willow))?.steps).toEqual(steps);
    });

    it('members stay in the order in which they were first known', async () => {
      const store = await open();
      await store.transact(async ({ members }) => {
        for (const person of ['c', 'a', 'b'] as PersonId[]) await members.save(aMember({ person }));
        await members.save(aMember({ person: 'c' as PersonId, coordinator: false }));
      });
      const all = await store.read.members.of(willow);
      expect(all.map(({ person }) => person)).toEqual(['c', 'a', 'b']);
      expect(all[0]?.coordinator).toBe(false);
    });

    it('places stay in the order in which they were added, and one place belongs to one huddle', async () => {
      const store = await open();
      const oak = 'oak' as HuddleId;
      await store.transact(async ({ huddles }) => {
        await huddles.addPlace(willow, otherChannel);
        await huddles.addPlace(willow, messageIn(channel, 'not a part of a place'));
        await huddles.addPlace(willow, otherChannel);
      });
      expect(await store.read.huddles.places(willow)).toEqual([otherChannel, channel]);
      await store.transact(({ huddles }) => huddles.addPlace(oak, channel));
      expect(await store.read.huddles.places(willow)).toEqual([otherChannel]);
      expect(await store.read.huddles.places(oak)).toEqual([channel]);
    });
  });

  describe('places that the bot may not speak in', () => {
    it('are no places of the huddle until they open again, and then stand where they stood', async () => {
      const store = await open();
      await store.transact(async ({ huddles }) => {
        await huddles.addPlace(willow, otherChannel);
        await huddles.addPlace(willow, channel);
        await huddles.closePlace(messageIn(otherChannel, 'not a part of a place'), monday);
      });
      expect(await store.read.huddles.places(willow)).toEqual([channel]);
      expect(await store.read.huddles.closedSince(otherChannel)).toBe(monday);
      expect(await store.read.huddles.closedSince(channel)).toBeNull();
      await store.transact(({ huddles }) => huddles.openPlace(otherChannel));
      expect(await store.read.huddles.places(willow)).toEqual([otherChannel, channel]);
      expect(await store.read.huddles.closedSince(otherChannel)).toBeNull();
    });

    it('are open once they are added anew, and one that is no huddle’s is never closed', async () => {
      const store = await open();
      await store.transact(async ({ huddles }) => {
        await huddles.closePlace(otherChannel, monday);
        await huddles.addPlace(willow, channel);
        await huddles.closePlace(channel, monday);
        await huddles.addPlace('oak' as HuddleId, channel);
      });
      expect(await store.read.huddles.closedSince(otherChannel)).toBeNull();
      expect(await store.read.huddles.places('oak' as HuddleId)).toEqual([channel]);
    });

    it('are still found, with their huddle and who is in it', async () => {
      const store = await open();
      await store.transact(async ({ people, huddles, members }) => {
        await people.save(aPerson());
        await people.link(ruthOnSlack, ruth);
        await huddles.save(aHuddle());
        await huddles.addPlace(willow, channel);
        await members.save(aMember());
        await huddles.closePlace(channel, monday);
      });
      const found = await store.read.people.find(ruthOnSlack, channel);
      expect(found).toMatchObject({ huddle: { id: willow }, member: { person: ruth } });
    });
  });

  describe('versions', () => {
    const kinds = {
      huddle: (records: Records, version: number) => records.huddles.save(aHuddle({ version })),
      round: (records: Records, version: number) => records.rounds.save(aRound({ version })),
      promise: (records: Records, version: number) => records.promises.save(aPromise({ version })),
      idea: (records: Records, version: number) => records.ideas.save(anIdea({ version })),
      meeting: (records: Records, version: number) => records.meetings.save(aMeeting({ version })),
      decision: (records: Records, version: number) => records.decisions.save(aDecision({ version })),
      ask: (records: Records, version: number) => records.asks.save(anAsk({ version })),
      page: (records: Records, version: number) => records.pages.save(aPage({ version })),
      role: (records: Records, version: number) => records.roles.save(aRole({ version })),
      proposal: (records: Records, version: number) => records.proposals.save(aProposal({ version })),
      agreement: (records: Records, version: number) => records.agreements.save(anAgreement({ version })),
    };
    for (const [kind, save] of Object.entries(kinds)) {
      it(`a ${kind} changed from an old copy is refused`, async () => {
        const store = await open();
        await store.transact((records) => save(records, 1));
        await store.transact((records) => save(records, 2));
        await expect(store.transact((records) => save(records, 2))).rejects.toThrow(Conflict);
        await expect(store.transact((records) => save(records, 1))).rejects.toThrow(Conflict);
        await expect(store.transact((records) => save(records, 4))).rejects.toThrow(Conflict);
        await store.transact((records) => save(records, 3));
      });
    }
  });

  describe('rounds and answers', () => {
    it('rounds are found by time, with both ends as the port says', async () => {
      const store = await open();
      const round = (id: string, minutes: number) => aRound({ id: id as RoundId, opensAt: minutesOn(minutes) });
      await store.transact(async ({ rounds }) => {
        for (const each of [round('c', 20), round('a', 0), round('b', 10)]) await rounds.save(each);
        await rounds.save(aRound({ id: 'other' as RoundId, huddle: 'oak' as HuddleId }));
      });
      const { rounds } = store.read;
      expect((await rounds.between(willow, minutesOn(0), minutesOn(20))).map(({ id }) => id)).toEqual(['a', 'b']);
      expect((await rounds.recent(willow, 2)).map(({ id }) => id)).toEqual(['c', 'b']);
    });

    it('what has the same time comes in the same order on every database', async () => {
      const store = await open();
      await store.transact(async ({ rounds }) => {
        for (const id of ['b', 'C', 'ä', 'a-', 'a', 'B'] as RoundId[]) await rounds.save(aRound({ id }));
      });
      const sorted = await store.read.rounds.between(willow, minutesOn(0), minutesOn(1));
      expect(sorted.map(({ id }) => id)).toEqual(['B', 'C', 'a', 'a-', 'b', 'ä']);
    });

    it('a round and an answer come back as they were', async () => {
      const store = await open();
      const closed = aRound({
        version: 2,
        status: 'closed',
        heard: { people: 2, of: 3 },
        order: [sam, ruth],
        askedBy: null,
      });
      const skipped = aResponse({ person: sam, answer: null, skipped: true, later: 'no' });
      await store.transact(async ({ rounds }) => {
        await rounds.save(aRound());
        await rounds.save(closed);
        await rounds.saveResponse(skipped);
        await rounds.saveResponse(aResponse({ answer: null }));
        await rounds.saveResponse(aResponse());
      });
      const { rounds } = store.read;
      expect(await rounds.get(closed.id)).toEqual(closed);
      expect(await rounds.response(closed.id, ruth)).toEqual(aResponse());
      expect(await rounds.responses(closed.id)).toEqual([aResponse(), skipped]);
      expect(await rounds.byMessage(messageIn(channel, '1772359200.000100'))).toEqual(aResponse());
      expect(await rounds.byMessage(messageIn(otherChannel, '1772359200.000100'))).toBeNull();
    });
  });

  describe('people without an account', () => {
    it('a link is found by its user and by its huddle, as it was last kept', async () => {
      const store = await open();
      const pass = { user: 'b', huddle: willow, person: sam, serial: 1, endsAt: minutesOn(9), endedAt: null };
      const newer = { ...pass, serial: 2, endedAt: minutesOn(5) };
      await store.transact(async ({ guests }) => {
        for (const each of [pass, { ...pass, user: 'a' }, newer]) await guests.save(each);
        await guests.save({ ...pass, user: 'c', huddle: 'oak' as typeof willow });
      });
      expect(await store.read.guests.get('b')).toEqual(newer);
      expect(await store.read.guests.get('B')).toBeNull();
      expect(await store.read.guests.of(willow)).toEqual([{ ...pass, user: 'a' }, newer]);
    });

    it('an answer that a supporter typed says so, until the person gives their own', async () => {
      const store = await open();
      const answer = {
        text: 'The lift',
        option: null,
        seenBy: 'named',
        at: monday,
        late: false,
        message: null,
      } as const;
      await store.transact(async ({ rounds }) => {
        await rounds.save(aRound());
        await rounds.saveResponse(aResponse({ answer: { ...answer, helped: true } }));
      });
      expect((await store.read.rounds.response(aRound().id, ruth))?.answer).toEqual({ ...answer, helped: true });
      await store.transact(({ rounds }) => rounds.saveResponse(aResponse({ answer })));
      expect((await store.read.rounds.response(aRound().id, ruth))?.answer).toEqual(answer);
    });
  });

  describe('promises, roles and digests', () => {
    it('promises are numbered by huddle from 1 and listed by number', async () => {
      const store = await open();
      expect(await store.read.promises.nextNumber(willow)).toBe(1);
      const second = aPromise({ number: 2, suggestion: null, state: { status: 'dropped', at: monday }, from: 1 });
      await store.transact(async ({ promises }) => {
        await promises.save(second);
        await promises.save(aPromise());
      });
      expect(await store.read.promises.list(willow)).toEqual([aPromise(), second]);
      expect(await store.read.promises.get(willow, 2)).toEqual(second);
      expect(await store.read.promises.nextNumber(willow)).toBe(3);
      expect(await store.read.promises.nextNumber('oak' as HuddleId)).toBe(1);
    });

    it('decisions are numbered by huddle from 1 and listed by number, with all that was said', async () => {
      const store = await open();
      const second = aDecision({ number: 2, sharedAt: null, history: [] });
      await store.transact(async ({ decisions }) => {
        await decisions.save(second);
        await decisions.save(aDecision());
      });
      expect(await store.read.decisions.list(willow)).toEqual([aDecision(), second]);
      expect(await store.read.decisions.get(willow, 2)).toEqual(second);
      expect(await store.read.decisions.nextNumber(willow)).toBe(3);
      expect(await store.read.decisions.nextNumber('oak' as HuddleId)).toBe(1);
    });

    it('asks are numbered by huddle from 1 and listed by number, with how each stands', async () => {
      const store = await open();
      const waits = anAsk({ number: 2, state: { status: 'waiting' }, history: [] });
      const back = anAsk({ number: 3, state: { status: 'taken-back', at: monday } });
      await store.transact(async ({ asks }) => {
        for (const ask of [back, waits, anAsk()]) await asks.save(ask);
      });
      expect(await store.read.asks.list(willow)).toEqual([anAsk(), waits, back]);
      expect(await store.read.asks.get(willow, 2)).toEqual(waits);
      expect(await store.read.asks.nextNumber(willow)).toBe(4);
      expect(await store.read.asks.nextNumber('oak' as HuddleId)).toBe(1);
    });

    it('pages are kept by kind and number, with their facts', async () => {
      const store = await open();
      const waits = aPage({ number: 2, postedAt: null, reminded: false, added: [] });
      const report = aPage({ kind: 'report', sponsor: null });
      await store.transact(async ({ pages }) => {
        for (const page of [waits, report, aPage()]) await pages.save(page);
      });
      expect(await store.read.pages.list(willow, 'note')).toEqual([aPage(), waits]);
      expect(await store.read.pages.get(willow, 'note', 2)).toEqual(waits);
      expect(await store.read.pages.get(willow, 'note', 3)).toBeNull();
      expect(await store.read.pages.get(willow, 'report', 1)).toEqual(report);
    });

    it('ideas are numbered by huddle from 1 and listed by number', async () => {
      const store = await open();
      expect(await store.read.ideas.nextNumber(willow)).toBe(1);
      const meeting = { text: null, raisedBy: null, group: null, side: null, fromMeeting: true, takenUp: null };
      const second = anIdea({ number: 2, ...meeting });
      await store.transact(async ({ ideas }) => {
        await ideas.save(second);
        await ideas.save(anIdea());
      });
      expect(await store.read.ideas.list(willow)).toEqual([anIdea(), second]);
      expect(await store.read.ideas.get(willow, 2)).toEqual(second);
      expect(await store.read.ideas.nextNumber(willow)).toBe(3);
      expect(await store.read.ideas.nextNumber('oak' as HuddleId)).toBe(1);
    });

    it('suggested changes count in the series of promises: no number is both', async () => {
      const store = await open();
      const second = aProposal({ number: 2, change: { about: 'money' }, text: 'bus fares', inPlace: true });
      await store.transact(async ({ promises, proposals }) => {
        await promises.save(aPromise());
        await proposals.save(second);
      });
      expect(await store.read.promises.nextNumber(willow)).toBe(3);
      expect(await store.read.proposals.get(willow, 1)).toBeNull();
      await store.transact(({ proposals }) => proposals.save(aProposal()));
      expect(await store.read.proposals.list(willow)).toEqual([second, aProposal()]);
      for (const taken of [
        store.transact(({ promises }) => promises.save(aPromise({ number: 9 }))),
        store.transact(({ proposals }) => proposals.save(aProposal({ number: 1 }))),
      ])
        await expect(taken).rejects.toThrow(Conflict);
      const ended = aProposal({ state: { status: 'timed-out', at: monday }, version: 2 });
      await store.transact(({ proposals }) => proposals.save(ended));
      expect(await store.read.proposals.get(willow, 9)).toEqual(ended);
    });

    it('editions of the agreement are listed with the oldest first', async () => {
      const store = await open();
      const second = anAgreement({ edition: 2, signatures: [] });
      await store.transact(async ({ agreements }) => {
        await agreements.save(second);
        await agreements.save(anAgreement());
      });
      expect(await store.read.agreements.list(willow)).toEqual([anAgreement(), second]);
    });

    it('a role that ended stays with its history', async () => {
      const store = await open();
      await store.transact(({ roles }) => roles.save(aRole({ endedAt: monday })));
      expect(await store.read.roles.list(willow)).toEqual([aRole({ endedAt: monday })]);
    });

    it('meetings are numbered by huddle from 1 and listed by number', async () => {
      const store = await open();
      expect(await store.read.meetings.nextNumber(willow)).toBe(1);
      const state = { status: 'confirmed', by: sam, at: monday, promises: [4], ideas: [], yeses: [3] } as const;
      const second = aMeeting({ number: 2, state });
      await store.transact(async ({ meetings }) => {
        await meetings.save(second);
        await meetings.save(aMeeting());
      });
      expect(await store.read.meetings.list(willow)).toEqual([aMeeting(), second]);
      expect(await store.read.meetings.get(willow, 2)).toEqual(second);
      expect(await store.read.meetings.nextNumber(willow)).toBe(3);
    });

    it('roles are listed by name, whatever its capitals', async () => {
      const store = await open();
      const names = ['money', 'Notes', 'Lead', 'outreach'];
      await store.transact(async ({ roles }) => {
        for (const name of names) await roles.save(aRole({ key: `key-${name}` as RoleKey, name }));
      });
      const stored = await store.read.roles.list(willow);
      expect(stored.map(({ name }) => name)).toEqual(['Lead', 'money', 'Notes', 'outreach']);
      expect(stored[2]).toEqual(aRole({ key: 'key-Notes' as RoleKey }));
    });

    it("a week's digest is published once", async () => {
      const store = await open();
      const digest = {
        huddle: willow,
        monday: '2027-02-22',
        from: minutesOn(0),
        to: minutesOn(5),
        facts: digestFacts(),
      };
      const next = { ...digest, monday: '2027-03-01' };
      const added = await store.transact(async ({ digests }) => [
        await digests.add(next),
        await digests.add(digest),
        await digests.add({ ...digest, to: minutesOn(9) }),
      ]);
      expect(added).toEqual([true, true, false]);
      expect(await store.read.digests.get(willow, '2027-02-22')).toEqual(digest);
      expect(await store.read.digests.last(willow)).toEqual(next);
    });
  });

  describe('speech', () => {
    it('a message that arrives again is counted once, and one taken back is not counted', async () => {
      const store = await open();
      const said = await store.transact(async ({ speech }) => [
        await speech.add(anUtterance({ id: 'b' })),
        await speech.add(anUtterance({ id: 'a' })),
        await speech.add(anUtterance({ id: 'a', at: minutesOn(5) })),
        await speech.add(anUtterance({ id: 'c', at: minutesOn(-1), group: null })),
        await speech.add(anUtterance({ id: 'd', at: minutesOn(10) })),
        await speech.settle('d', { gone: true, at: minutesOn(20) }),
        await speech.settle('never said', { gone: true, at: minutesOn(20) }),
      ]);
      expect(said).toEqual([true, true, false, true, true, true, false]);
      const heard = await store.read.speech.between(willow, minutesOn(-1), minutesOn(10));
      expect(heard.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
      expect(await store.read.speech.get('d')).toEqual(anUtterance({ id: 'd', at: minutesOn(10), gone: true }));
      expect(await store.read.speech.between(willow, minutesOn(10), minutesOn(20))).toEqual([]);
    });
  });

  describe('what was deleted and put back', () => {
    it('counts as the latest word of it says, in whatever order the words come', async () => {
      const store = await open();
      const settled = await store.transact(async ({ speech }) => {
        await speech.add(anUtterance({ id: 'a' }));
        return [
          await speech.settle('a', { gone: false, at: minutesOn(30) }),
          await speech.settle('a', { gone: true, at: minutesOn(20) }),
          await speech.settle('a', { gone: true, at: minutesOn(40) }),
          await speech.settle('a', { gone: false, at: minutesOn(50) }),
          await speech.settle('a', { gone: false, at: minutesOn(50) }),
        ];
      });
      expect(settled).toEqual([true, false, true, true, true]);
      expect(await store.read.speech.get('a')).toEqual(anUtterance({ id: 'a' }));
    });
  });

  describe('timers', () => {
    it('what is due is given earliest first, once for each subject', async () => {
      const store = await open();
      await store.transact(async ({ timers }) => {
        await timers.set('round', 'r1', willow, minutesOn(5));
        await timers.set('digest', willow, willow, minutesOn(1));
        await timers.set('check-in', willow, willow, minutesOn(9));
        await timers.set('round', 'r1', willow, minutesOn(0));
        await timers.set('promise', 'willow/1', willow, minutesOn(-5));
        await timers.set('promise', 'willow/1', willow, null);
      });
      const { timers } = store.read;
      expect(await timers.due(minutesOn(1), 10)).toEqual([
        { kind: 'round', subject: 'r1', huddle: willow, dueAt: minutesOn(0) },
        { kind: 'digest', subject: willow, huddle: willow, dueAt: minutesOn(1) },
      ]);
      expect(await timers.due(minutesOn(1), 1)).toHaveLength(1);
      expect(await timers.next()).toBe(minutesOn(0));
    });
  });

  describe('journal and facts', () => {
    it('the journal keeps what happened in order, without what anybody typed', async () => {
      const store = await open();
      await store.transact(async ({ journal }) => {
        await journal.append(willow, [
          { type: 'PromiseClaimed', at: monday, number: 1, by: ruth, words: { proof: 'a photo of the blue wall' } },
          { type: 'ClaimReminded', at: minutesOn(5), number: 1 },
        ]);
        await journal.append(willow, [{ type: 'PromiseNotKept', at: minutesOn(-5), number: 1 }]);
        await journal.append('oak' as HuddleId, [{ type: 'PromiseNotKept', at: monday, number: 1 }]);
      });
      const entries = await store.read.journal.list(willow);
      expect(entries.map(({ type }) => type)).toEqual(['PromiseClaimed', 'ClaimReminded', 'PromiseNotKept']);
      expect(entries[0]).toEqual({
        huddle: willow,
        at: monday,
        type: 'PromiseClaimed',
        facts: { type: 'PromiseClaimed', at: monday, number: 1, by: ruth },
      });
    });

    it('a fact is replaced by its newest value', async () => {
      const store = await open();
      await store.transact(({ facts }) => facts.set('clock', 'early'));
      await store.transact(({ facts }) => facts.set('clock', 'late'));
      expect(await store.read.facts.get('clock')).toBe('late');
      expect(await store.read.facts.get('unknown')).toBeNull();
    });
  });

  describe('the web room', () => {
    it('a message changed later keeps its position', async () => {
      const store = await open();
      const typed = aRoomMessage({ id: 'm2', from: { user: 'a-ruth' }, document: null, text: 'hello', thread: 'm1' });
      await store.room.put(aRoomMessage());
      await store.room.put(typed);
      await store.room.put(aRoomMessage({ gone: true }));
      expect(await store.room.list('willow', 'a-sam', 10)).toEqual([aRoomMessage({ gone: true }), typed]);
      expect(await store.room.get('m2')).toEqual(typed);
      expect(await store.room.get('m3')).toBeNull();
    });

    it('what is for one person is seen by that person alone, and the newest few are shown', async () => {
      const store = await open();
      await store.room.put(aRoomMessage({ id: '1' }));
      await store.room.put(aRoomMessage({ id: '2', only: 'a-ruth' }));
      await store.room.put(aRoomMessage({ id: '3' }));
      await store.room.put(aRoomMessage({ id: '4', channel: 'oak' }));
      const seen = async (viewer: string, limit: number) =>
        (await store.room.list('willow', viewer, limit)).map(({ id }) => id);
      expect(await seen('a-ruth', 10)).toEqual(['1', '2', '3']);
      expect(await seen('a-sam', 10)).toEqual(['1', '3']);
      expect(await seen('a-ruth', 2)).toEqual(['2', '3']);
    });
  });

  describe('addresses', () => {
    it('a place and a person are reached by what was last known of them', async () => {
      const store = await open();
      await store.addresses.keep(channel, '{"serviceUrl":"https://one.example"}');
      await store.addresses.keep(ruthOnSlack, '{"conversation":"a:1"}');
      await store.addresses.keep(channel, '{"serviceUrl":"https://two.example"}');
      expect(await store.addresses.get(channel)).toBe('{"serviceUrl":"https://two.example"}');
      expect(await store.addresses.get(ruthOnSlack)).toBe('{"conversation":"a:1"}');
      expect(await store.addresses.get(otherChannel)).toBeNull();
    });

    it('starting again does not cut us off from places that would not tell their address twice', async () => {
      const store = await open();
      await store.addresses.keep(channel, '{}');
      await store.clear();
      expect(await store.addresses.get(channel)).toBe('{}');
    });
  });

  it('starting again takes every row away', async () => {
    const store = await open();
    await store.transact(async (records) => {
      await records.people.save(aPerson());
      await records.rounds.saveResponse(aResponse());
      await records.facts.set('clock', monday);
    });
    await store.room.put(aRoomMessage());
    await store.clear();
    expect(await store.read.people.get(ruth)).toBeNull();
    expect(await store.read.rounds.response(aRound().id, ruth)).toBeNull();
    expect(await store.read.facts.get('clock')).toBeNull();
    expect(await store.room.get('m1')).toBeNull();
    await store.transact(({ people }) => people.save(aPerson()));
  });
}
