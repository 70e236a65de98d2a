import { afterAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goneId, type Gone } from '../../src/domain/forget.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Store } from '../../src/ports.ts';
import { openStore } from '../../storage/store.ts';
import { everyRow } from './every-row.ts';
import { databases, serveDatabases } from '../support/databases.ts';
import {
  aDecision,
  anAsk,
  aPage,
  aHuddle,
  aMeeting,
  aMember,
  anAgreement,
  aPerson,
  aProposal,
  aRound,
  channel,
  messageIn,
  minutesOn,
  monday,
  willow,
} from './samples.ts';

serveDatabases();
const folder = mkdtempSync(join(tmpdir(), 'wesaid-rights-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const zed = 'person-mark-q7x' as PersonId;
const zedOnSlack = { platform: 'slack', workspace: 'T1', user: 'UZEDMARK' } as const;
const zedOnWeb = { platform: 'web', workspace: 'room', user: 'zedwebmark' } as const;
const name = 'Zebedee Quillfeather';

/** A row in every table that can name a person, and beside each one of someone else. */
async function everywhere(store: Store): Promise<void> {
  await store.transact(async (records) => {
    await records.people.save(aPerson({ id: zed, name }));
    await records.people.link(zedOnSlack, zed);
    await records.people.link(zedOnWeb, zed);
    await records.people.save(aPerson());
    const own = { text: 'Mauve kettles?', by: zed, addedAt: monday };
    const other = { text: `Does ${name} sing?`, by: aPerson().id, addedAt: monday };
    const questions = {
      own: [
        { number: 101, ...own },
        { number: 102, ...other },
      ],
      vetoes: [{ question: '102', by: zed }],
      nextNumber: 103,
      lastOwn: null,
    };
    await records.huddles.save(aHuddle({ setUpBy: zed, complaints: { words: name, person: zed }, questions }));
    await records.huddles.addPlace(willow, channel);
    await records.members.save(aMember({ person: zed, coordinator: false }));
    await records.members.save(aMember({ invitedBy: zed }));
    const yes = { at: monday, says: 'yes', fills: [], words: 'Mauve kettles' } as const;
    await records.proposals.save(aProposal({ by: zed, text: 'Mauve kettles', answers: [{ person: zed, ...yes }] }));
    await records.proposals.save(
      aProposal({ number: 10, change: { about: 'hand-role', role: 'notes' as never, to: zed }, text: name }),
    );
    await records.agreements.save(anAgreement({ signatures: [{ person: zed, side: 'using', at: monday }] }));
    const round = aRound({ askedBy: zed, status: 'closed', order: [zed] });
    await records.rounds.save(round);
    await records.rounds.saveResponse({
      round: round.id,
      person: zed,
      answer: { text: 'Mauve kettles', option: null, seenBy: 'named', at: monday, late: false, message: null },
      skipped: false,
      later: 'no',
    });
    await records.speech.add({
      id: `answer/${round.id}/${zed}`,
      huddle: willow,
      person: zed,
      group: null,
      thread: `answer/${round.id}/${zed}`,
      at: monday,
      gone: false,
    });
    await records.timers.set('ask-later', `${round.id}/${zed}`, willow, minutesOn(5));
    const idea = { huddle: willow, group: null, side: null, raisedAt: monday, fromMeeting: false, takenUp: null };
    await records.ideas.save({ ...idea, number: 1, text: 'Mauve kettles', raisedBy: zed, version: 1 });
    await records.ideas.save({ ...idea, number: 2, text: `A tune by ${name}`, raisedBy: null, version: 1 });
    await records.meetings.save(aMeeting({ notedBy: zed }));
    const { said } = aMeeting().state as Extract<Meeting['state'], { status: 'waiting' }>;
    const wrong = { status: 'wrong', said, by: zed, at: monday, what: 'Mauve kettles' } as const;
    await records.meetings.save(aMeeting({ number: 2, state: wrong }));
    await records.meetings.save(aMeeting({ number: 3 }));
    const told = { ...aDecision().words, lived: 'Mauve kettles' };
    const yes1 = [{ person: zed, fills: null }];
    const was = { words: { ...told, what: `A tea by ${name}` }, by: zed, until: monday };
    await records.decisions.save(aDecision({ words: told, loggedBy: zed, wordsBy: zed, yes: yes1, history: [was] }));
    const before = { text: 'Mauve kettles', answer: null, by: zed, until: monday };
    const noted = { says: 'no', words: `${name} has to wait`, notedBy: zed, at: monday } as const;
    const state = { status: 'answered', answer: noted } as const;
    const text = `A room for ${name}`;
    await records.asks.save(anAsk({ text, askedBy: zed, wordsBy: zed, state, history: [before] }));
    await records.pages.save(aPage({ sponsor: name, added: [`Thanks to ${name}`] }));
    await records.pages.save(aPage({ kind: 'report', sponsor: name, added: [`Thanks to ${name}`] }));
    const note = { huddle: willow, notBefore: monday, expiresAt: null, under: null };
    await records.outbox.enqueue({ ...note, kind: 'notice', subject: `${willow}/1`, to: { person: zed } });
    await records.outbox.enqueue({ ...note, kind: 'answer', subject: `${round.id}/${zed}`, to: channel });
    await records.journal.append(willow, [
      { type: 'StandingChanged', at: monday, person: zed, status: 'paused' },
      { type: 'RoleTaken', at: monday, role: 'notes' as never, person: zed },
    ]);
    await records.interactions.keep('slack/T1/C1/1', monday, [[{ person: zed }]]);
    await records.interactions.keep('slack/T1/DZED/1', monday, [[]]);
    const code = { kind: 'link', account: zedOnSlack, huddle: null, endsAt: minutesOn(9), usedBy: zedOnWeb } as const;
    await records.codes.keep('K7QM4RTP', code, monday);
    await records.codes.tried(zedOnSlack, 'act/1', monday);
    const pass = { huddle: willow, serial: 1, endsAt: minutesOn(9), endedAt: null };
    await records.guests.save({ ...pass, user: zedOnWeb.user, person: zed });
    await records.guests.save({ ...pass, user: 'someone-else', person: aPerson().id });
  });
  const waiting = await store.transact((records) => records.outbox.claim(monday, minutesOn(2), 9));
  for (const { id, kind } of waiting) {
    const message = messageIn(kind === 'notice' ? { ...channel, channel: 'DZED' } : channel, `m-${kind}`);
    await store.transact((records) => records.outbox.sent(id, 1, message));
  }
  await store.addresses.keep(zedOnSlack, '{"conversation":"x"}');
  const said = { channel: 'willow', thread: null, at: monday, gone: false };
  await store.room.put({ ...said, id: 'd-1', from: { user: zedOnWeb.user }, only: null, document: null, text: 'Hm' });
  await store.room.put({
    ...said,
    id: 'p-1',
    from: 'bot',
    only: zedOnWeb.user,
    document: { summary: '', language: 'en', blocks: [] },
    text: null,
  });
}

const marks = [zed, zedOnSlack.user, zedOnWeb.user];

async function namingRows(url: string): Promise<readonly (readonly [string, string])[]> {
  const rows = await everyRow(url);
  return [...rows].flatMap(([table, list]) =>
    list
      .map((row) => JSON.stringify(row))
      .filter((row) => marks.some((mark) => row.includes(mark)))
      .map((row) => [table, row] as const),
  );
}

describe.each(databases)('what is held of one person, on $name', (database) => {
  it('each row of any table that names them is found, and no other', async () => {
    const url = await database.fresh();
    const store = await openStore({ url });
    await everywhere(store);
    const own = await store.read.rights.own(zed);
    await store.overwrite();
    const count = (tables: readonly string[]) =>
      Object.fromEntries(
        [...new Set(tables)].sort().map((table) => [table, tables.filter((one) => one === table).length]),
      );
    const named = await namingRows(url);
    expect(count(own.map(({ table }) => table))).toEqual(count(named.map(([table]) => table)));
    expect(new Set(named.map(([table]) => table)).size).toBeGreaterThan(12);
    await store.close();
  });

  it('forgotten, no row of any table names them, their account, or the chat with us alone', async () => {
    const url = await database.fresh();
    const store = await openStore({ url });
    await everywhere(store);
    let next = 0;
    const gone: Gone = {
      person: zed,
      name,
      instead: 'a member who has left',
      now: minutesOn(60),
      newGone: () => goneId(String(++next)),
    };
    const inPlace = { summary: '', language: 'en', blocks: [] } as const;
    await store.transact((records) => records.rights.forget(gone, { keepFrom: new Map([[willow, monday]]), inPlace }));
    await store.overwrite();
    expect(await namingRows(url)).toEqual([]);
    const all = JSON.stringify([...(await everyRow(url))]);
    expect([name, 'Mauve kettles', 'DZED'].filter((mark) => all.includes(mark))).toEqual([]);
    expect((await store.read.people.get(aPerson().id))?.name).toBe('Ruth');
    await store.close();
  });
});
