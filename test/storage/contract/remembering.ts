import { expect, it } from 'vitest';
import type { Records } from '../../../src/ports.ts';
import type { HuddleId } from '../../../src/domain/ids.ts';
import {
  aHuddle,
  aMember,
  aNote,
  aPerson,
  aRound,
  channel,
  messageIn,
  ruth,
  ruthOnSlack,
  sam,
  willow,
} from '../samples.ts';
import type { OpenStore } from './stores.ts';

/** Whatever a store remembers of what it read, nobody is ever told what is no longer so. */
export function remembersRightly(open: OpenStore): void {
  it.each(Object.keys(changes))('%s is seen at once by whoever asks next', async (what) => {
    const store = await open();
    await store.transact(setUp);
    const before = await store.transact(look);
    await store.transact((records) => changes[what]?.change(records) ?? Promise.reject(new Error('no such change')));
    expect(await store.transact(look)).toEqual({ ...before, ...changes[what]?.seen });
  });

  it('a change is seen at once from inside the same unit of work', async () => {
    const store = await open();
    await store.transact(setUp);
    const seen = await store.transact(async (records) => {
      await look(records);
      for (const { change } of Object.values(changes)) await change(records);
      return look(records);
    });
    expect(seen).toEqual(Object.assign({}, ...Object.values(changes).map((each) => each.seen)));
  });

  it('a change that was undone was never there, for those in the same moment and for all who come later', async () => {
    const store = await open();
    await store.transact(setUp);
    const before = await store.transact(look);
    const [, meanwhile] = await Promise.allSettled([
      store.transact(async (records) => {
        for (const { change } of Object.values(changes)) await change(records);
        await look(records);
        throw new Error('a bug');
      }),
      store.transact(look),
    ]);
    expect(meanwhile).toEqual({ status: 'fulfilled', value: before });
    expect(await store.transact(look)).toEqual(before);
  });

  it('what nobody knew before is found once it is there', async () => {
    const store = await open();
    const find = () => store.transact(({ people }) => people.find(ruthOnSlack, channel));
    expect(await find()).toEqual({ person: null, huddle: null, member: null });
    await store.transact(setUp);
    expect(await find()).toMatchObject({ person: { id: ruth }, huddle: { id: willow }, member: { person: ruth } });
  });

  it('a question that came too late spoils no later one', async () => {
    const store = await open();
    await store.transact(setUp);
    let late: (() => Promise<unknown>) | undefined;
    const failing = store.transact((records) => {
      late = () => look(records);
      return Promise.reject(new Error('a bug'));
    });
    await expect(failing).rejects.toThrow('a bug');
    await expect(late?.()).rejects.toThrow('is over');
    expect(await store.transact(look)).toMatchObject({ huddle: 'Willow' });
  });
}

const oak = 'oak' as HuddleId;
const prompt = messageIn(channel, '1772359200.000100');

async function setUp({ people, huddles, members, rounds, outbox }: Records): Promise<void> {
  await people.save(aPerson());
  await people.save(aPerson({ id: sam, name: 'Sam' }));
  await people.link(ruthOnSlack, ruth);
  await huddles.save(aHuddle());
  await huddles.save(aHuddle({ id: oak }));
  await huddles.addPlace(willow, channel);
  await members.save(aMember({ coordinator: true }));
  await rounds.save(aRound({ version: 1, status: 'open' }));
  await outbox.enqueue(aNote({ to: channel }));
  await outbox.claim(aNote().notBefore, '2027-03-09T10:00:00.000Z', 1);
  const { id = '' } = (await outbox.get(aNote().kind, aNote().subject, channel)) ?? {};
  await outbox.sent(id, 1, prompt);
}

/** Each changes one thing that `look` sees. */
const changes: Readonly<Record<string, { readonly seen: object; change(records: Records): Promise<void> }>> = {
  'a new name': {
    seen: { name: 'Ruth B.' },
    change: ({ people }) => people.save(aPerson({ name: 'Ruth B.' })),
  },
  'that an account is the one of someone else': {
    seen: { name: 'Sam' },
    change: ({ people }) => people.link(ruthOnSlack, sam),
  },
  'that a place is the one of another huddle': {
    seen: { here: oak },
    change: ({ huddles }) => huddles.addPlace(oak, channel),
  },
  'a setting of the huddle': {
    seen: { huddle: 'Willow Grove' },
    change: ({ huddles }) => huddles.save(aHuddle({ name: 'Willow Grove', version: 2 })),
  },
  'that someone is no coordinator any more': {
    seen: { coordinator: false },
    change: ({ members }) => members.save(aMember({ coordinator: false })),
  },
  'that a question has closed': {
    seen: { status: 'closed' },
    change: ({ rounds }) => rounds.save(aRound({ version: 2, status: 'closed' })),
  },
  'that a message is wanted again': {
    seen: { wanted: 2 },
    change: ({ outbox }) => outbox.enqueue(aNote({ to: channel })),
  },
};

/** What an answer in the prompt's thread asks for. */
async function look({ people, huddles, members, rounds, outbox }: Records) {
  const { person, huddle: here } = await people.find(ruthOnSlack, channel);
  const huddle = await huddles.get(willow);
  const member = await members.get(willow, ruth);
  const round = await rounds.get(aRound().id);
  const note = await outbox.byMessage(prompt);
  return {
    name: person?.name,
    here: here?.id,
    huddle: huddle?.name,
    coordinator: member?.coordinator,
    status: round?.status,
    wanted: note?.wanted,
  };
}
