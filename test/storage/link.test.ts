import { afterEach, describe, expect, it } from 'vitest';
import type { HuddleId, PersonId, RoleKey, RoundId } from '../../src/domain/ids.ts';
import type { Records, Store } from '../../src/ports.ts';
import { openStore } from '../../storage/store.ts';
import { databases, serveDatabases } from '../support/databases.ts';
import { everyRow } from './every-row.ts';
import {
  aHuddle,
  anAgreement,
  aMember,
  aNote,
  anUtterance,
  aPerson,
  aPromise,
  aResponse,
  aProposal,
  aRole,
  aRoomMessage,
  aRound,
  channel,
  digestFacts,
  messageIn,
  minutesOn,
  monday,
  ruth,
  ruthOnSlack,
  sam,
  willow,
} from './samples.ts';

serveDatabases();

/** Ruth as Teams knew her, before anybody knew that she is Ruth. */
const old = 'ruth-in-teams-0123456789' as PersonId;
const ruthInTeams = { platform: 'teams', workspace: 'tenant', user: '29:ruth' } as const;
const teamsChannel = { platform: 'teams', workspace: 'tenant', channel: '19:c' } as const;
const oak = 'oak' as HuddleId;
const ash = 'ash' as HuddleId;
const earlier = 'willow~2027-02-22' as RoundId;

describe.each(databases)('on $name: two people who are one', (database) => {
  const opened: Store[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  const open = async () => {
    const url = await database.fresh();
    const store = await openStore({ url });
    opened.push(store);
    return { url, store };
  };
  const become = (store: Store) => store.transact(({ people }) => people.become(old, ruth, minutesOn(60)));

  it('leave no row in which the old one is named', async () => {
    const { url, store } = await open();
    await store.transact(everythingOfBoth);
    const button = { action: 'invite-person', subject: `willow/${old}`, label: 'Invite Ruth' };
    const blocks = [{ kind: 'actions', actions: [button] }] as const;
    await store.room.put(aRoomMessage({ document: { summary: 'Ruth', language: 'en', blocks } }));
    const before = await everyRow(url);
    const named = [...before].filter(([, rows]) => JSON.stringify(rows).includes(old)).map(([table]) => table);
    // So that the search below means something: it stood wherever a person can stand.
    expect(named.sort()).toEqual(
      [
        'agreements',
        'digests',
        'huddles',
        'identities',
        'interactions',
        'journal',
        'members',
        'outbox',
        'people',
        'promises',
        'proposals',
        'responses',
        'roles',
        'room_messages',
        'rounds',
        'timers',
        'utterances',
      ].sort(),
    );
    await become(store);
    for (const [table, rows] of await everyRow(url)) expect(JSON.stringify(rows), table).not.toContain(old);
  });

  it('are found by each of their accounts, the older ones first', async () => {
    const { store } = await open();
    await store.transact(everythingOfBoth);
    await store.transact((records) => records.people.find(ruthInTeams, teamsChannel));
    await become(store);
    const found = await store.transact((records) => records.people.find(ruthInTeams, channel));
    expect(found.person?.id).toBe(ruth);
    expect(found.member?.person).toBe(ruth);
    expect(await store.read.people.identities(ruth)).toEqual([ruthOnSlack, ruthInTeams]);
    expect(await store.read.people.get(old)).toBeNull();
    expect(await store.read.people.get(ruth)).toMatchObject({ name: 'Ruth', reachOn: 'teams' });
  });

  it('are one member of a huddle that both were in, and a member of those that one was in', async () => {
    const { store } = await open();
    await store.transact(everythingOfBoth);
    await become(store);
    const members = await store.read.members.of(willow);
    expect(members.map(({ person }) => person)).toEqual([ruth, sam]);
    expect(members[0]).toMatchObject({ coordinator: true, invitedBy: sam });
    expect(members[1]).toMatchObject({ invitedBy: ruth });
    expect(await store.read.members.get(oak, ruth)).toMatchObject({ person: ruth, invitedBy: null });
    expect((await store.read.huddles.ofPerson(ruth)).map(({ id }) => id).sort()).toEqual([oak, willow]);
    expect(await store.read.huddles.get(ash)).toMatchObject({ setUpBy: ruth });
  });

  it('keep the newest of two answers, and it is one turn', async () => {
    const { store } = await open();
    await store.transact(everythingOfBoth);
    expect(await store.transact(({ people }) => people.become(old, ruth, minutesOn(60)))).toEqual([aRound().id]);
    const answers = await store.read.rounds.responses(aRound().id);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ person: ruth, answer: { text: 'the newer words' } });
    expect(await store.read.rounds.response(earlier, ruth)).toMatchObject({ skipped: true });
    const spoken = await store.read.speech.between(willow, minutesOn(-999), minutesOn(999));
    expect(spoken.map(({ id, person }) => [id, person])).toEqual([
      [`answer/${aRound().id}/${ruth}`, ruth],
      ['teams/tenant/19:c/said', ruth],
    ]);
  });

  it('own a promise once, hold a role once, and did what either did', async () => {
    const { store } = await open();
    await store.transact(everythingOfBoth);
    await become(store);
    expect(await store.read.promises.get(willow, 1)).toMatchObject({ owners: [ruth], madeBy: ruth, pickUp: sam });
    expect(await store.read.promises.get(willow, 2)).toMatchObject({
      state: { status: 'kept', by: sam, claim: { by: ruth } },
    });
    const [role] = await store.read.roles.list(willow);
    expect(role?.holdings).toEqual([{ person: ruth, from: minutesOn(-60), to: null }]);
    const [change] = await store.read.proposals.list(willow);
    expect(change).toMatchObject({ by: ruth, change: { to: ruth } });
    expect(change?.answers.map(({ person, says }) => [person, says])).toEqual([[ruth, 'no']]);
    expect((await store.read.agreements.list(willow))[0]?.signatures.map(({ person }) => person)).toEqual([ruth]);
    const journal = await store.read.journal.list(willow);
    expect(journal.map(({ facts }) => facts['person'] ?? facts['order'])).toEqual([ruth, [ruth, sam]]);
  });

  it('get a note once: the one that stands on a platform is left', async () => {
    const { store } = await open();
    await store.transact(everythingOfBoth);
    await become(store);
    const note = await store.read.outbox.get('notice', 'willow/both', { person: ruth });
    expect(note?.message).toEqual(messageIn(teamsChannel, 'shown'));
    expect((await store.read.timers.due(minutesOn(9999), 9)).map(({ subject, dueAt }) => [subject, dueAt])).toEqual([
      [`${aRound().id}/${ruth}`, minutesOn(1)],
    ]);
  });

  it('each keep a row for an answer that stands in the thread twice, so that one can be taken back', async () => {
    const { store } = await open();
    await store.transact(everythingOfBoth);
    await become(store);
    const first = await store.read.outbox.get('answer', `${aRound().id}/${ruth}`, channel);
    const second = await store.read.outbox.get('answer', `${aRound().id}/${ruth}/2`, channel);
    expect([first?.message?.message, second?.message?.message]).toEqual(['shown-new', 'shown-old']);
  });

  it('a change from an old copy is refused, which could bring the old one back', async () => {
    const { store } = await open();
    await store.transact(everythingOfBoth);
    const huddles = await Promise.all([willow, oak, ash].map((id) => store.read.huddles.get(id)));
    const rounds = await Promise.all([aRound().id, earlier].map((id) => store.read.rounds.get(id)));
    await become(store);
    for (const huddle of huddles) {
      if (huddle === null) throw new Error('no huddle');
      const stale = { ...huddle, version: huddle.version + 1 };
      await expect(store.transact((records) => records.huddles.save(stale))).rejects.toThrow('changed meanwhile');
    }
    for (const round of rounds) {
      if (round === null) throw new Error('no round');
      const stale = { ...round, version: round.version + 1 };
      await expect(store.transact((records) => records.rounds.save(stale))).rejects.toThrow('changed meanwhile');
    }
  });
});

describe.each(databases)('on $name: a code', (database) => {
  it('is found by its signs until it is over, and never kept in them', async () => {
    const url = await database.fresh();
    const store = await openStore({ url });
    const about = { kind: 'link', account: ruthOnSlack, huddle: null, endsAt: minutesOn(10), usedBy: null } as const;
    await store.transact(({ codes }) => codes.keep('K7QM4RTP', about, monday));
    expect(await store.read.codes.find('K7QM4RTP', minutesOn(9))).toEqual(about);
    expect(await store.read.codes.find('K7QM4RTP', minutesOn(10))).toBeNull();
    expect(await store.read.codes.find('K7QM4RTT', minutesOn(9))).toBeNull();
    await store.transact(({ codes }) => codes.use('K7QM4RTP', ruthInTeams));
    expect(await store.read.codes.find('K7QM4RTP', minutesOn(9))).toMatchObject({ usedBy: ruthInTeams });
    expect(JSON.stringify([...(await everyRow(url))])).not.toContain('K7QM4RTP');
    await store.transact(({ codes }) => codes.keep('9HFXKT4K', about, minutesOn(11)));
    expect((await everyRow(url)).get('codes')).toHaveLength(1);
    await store.close();
  });

  it('that is wrong counts once for an act, and for ten minutes', async () => {
    const store = await openStore({ url: await database.fresh() });
    for (const [act, minutes] of [
      ['a', 0],
      ['a', 0],
      ['b', 5],
    ] as const)
      await store.transact(({ codes }) => codes.tried(ruthOnSlack, act, minutesOn(minutes)));
    const since = (minutes: number) => store.transact(({ codes }) => codes.triesSince(ruthOnSlack, minutesOn(minutes)));
    expect(await since(-1)).toBe(2);
    expect(await store.transact(({ codes }) => codes.triesSince(ruthInTeams, minutesOn(-1)))).toBe(0);
    expect(await since(0)).toBe(1);
    await store.close();
  });
});

/** Ruth and Sam in Willow, and Ruth once more, who has done something in every table. */
async function everythingOfBoth(records: Records): Promise<void> {
  const { people, huddles, members, rounds, promises, roles, speech, timers } = records;
  await people.save(aPerson());
  await people.link(ruthOnSlack, ruth);
  await people.save(aPerson({ id: old, reachOn: 'teams' }));
  await people.link(ruthInTeams, old);
  await huddles.save(aHuddle());
  await huddles.addPlace(willow, channel);
  await huddles.addPlace(willow, teamsChannel);
  await huddles.save(aHuddle({ id: oak }));
  // Set up by her, who is no member of it.
  await huddles.save(aHuddle({ id: ash, setUpBy: old }));
  await members.save(aMember({ person: old, coordinator: true, invitedBy: ruth }));
  await members.save(aMember({ coordinator: false, invitedBy: sam }));
  await members.save(aMember({ person: sam, invitedBy: old }));
  await members.save(aMember({ huddle: oak, person: old, invitedBy: ruth }));
  const at = (minutes: number, text: string) => ({ at: minutesOn(minutes), text });
  await rounds.save(aRound({ askedBy: old, order: [old, ruth] }));
  await rounds.save(aRound({ id: earlier, askedBy: null, order: [old] }));
  await rounds.saveResponse({ ...aResponse(), answer: answerOf(at(5, 'the older words')) });
  await rounds.saveResponse({ ...aResponse({ person: old }), answer: answerOf(at(7, 'the newer words')) });
  await rounds.saveResponse(aResponse({ round: earlier, person: old, answer: null, skipped: true }));
  await promises.save(aPromise({ owners: [ruth, old], madeBy: old }));
  const kept = { status: 'kept', by: sam, at: monday, claim: { by: old, at: monday, reminded: false } } as const;
  await promises.save(aPromise({ number: 2, state: kept, suggestion: null, pickUp: null }));
  await promises.save(aPromise({ number: 3, pickUp: old, owners: [ruth] }));
  const holdings = [
    { person: old, from: minutesOn(-60), to: null },
    { person: ruth, from: monday, to: null },
  ];
  const said = { at: monday, fills: [], words: null } as const;
  await records.proposals.save(
    aProposal({
      by: old,
      change: { about: 'hand-role', role: 'notes' as RoleKey, to: old },
      answers: [
        { person: ruth, says: 'yes', ...said },
        { person: old, says: 'no', ...said },
      ],
    }),
  );
  const signed = { side: 'running', at: monday } as const;
  await records.agreements.save(
    anAgreement({
      signatures: [
        { person: old, ...signed },
        { person: ruth, ...signed },
      ],
    }),
  );
  await roles.save(aRole({ holdings, offered: { kind: 'hand', to: old, by: ruth, at: monday } }));
  for (const person of [old, ruth]) {
    const box = `answer/${aRound().id}/${person}`;
    await speech.add(anUtterance({ id: box, thread: box, person, at: minutesOn(person === old ? 7 : 5) }));
  }
  await speech.add(anUtterance({ id: 'teams/tenant/19:c/said', person: old, at: minutesOn(20) }));
  const facts = digestFacts();
  const line = { number: 1, status: 'kept', due: '2027-03-17', by: old, into: null } as const;
  await records.digests.add({
    huddle: willow,
    monday: '2027-02-22',
    from: monday,
    to: monday,
    facts: { ...facts, promises: [line] },
  });
  await timers.set('ask-later', `${aRound().id}/${old}`, willow, minutesOn(1));
  await timers.set('ask-later', `${aRound().id}/${ruth}`, willow, minutesOn(3));
  await notesOfBoth(records);
  await records.journal.append(willow, [
    { type: 'MemberInvited', at: monday, person: old, by: null },
    { type: 'RoundClosed', at: monday, round: aRound().id, heard: 2, of: 3, order: [old, ruth, sam] },
  ]);
  await records.interactions.keep('act', monday, [[{ type: 'MemberInvited', person: old }]]);
}

function answerOf(answer: object) {
  return { ...aResponse().answer, ...answer } as NonNullable<ReturnType<typeof aResponse>['answer']>;
}

async function notesOfBoth({ outbox }: Records): Promise<void> {
  const show = async (note: Parameters<typeof outbox.enqueue>[0], message: string) => {
    await outbox.enqueue(note);
    const row = await outbox.get(note.kind, note.subject, note.to);
    const place = 'channel' in note.to ? note.to : teamsChannel;
    await outbox.sent(row?.id ?? '', 1, messageIn(place, message));
  };
  await outbox.enqueue(aNote({ kind: 'notice', subject: 'willow/both', to: { person: ruth } }));
  await show(aNote({ kind: 'notice', subject: 'willow/both', to: { person: old } }), 'shown');
  await outbox.enqueue(aNote({ kind: 'asks-to-join', subject: `willow/${old}`, to: { person: sam } }));
  await show(aNote({ kind: 'answer', subject: `${aRound().id}/${ruth}` }), 'shown-new');
  await show(aNote({ kind: 'answer', subject: `${aRound().id}/${old}` }), 'shown-old');
}
