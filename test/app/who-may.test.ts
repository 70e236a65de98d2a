import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBot } from '../../src/app/bot.ts';
import { bankHolidays } from '../../src/bank-holidays.ts';
import { commands } from '../../src/commands/registry.ts';
import { guestIdentity, newPass } from '../../src/domain/guest.ts';
import { isPlaceRef, type HuddleId, type Identity, type PersonId, type PlaceRef } from '../../src/domain/ids.ts';
import type { NotAllowedCode } from '../../src/domain/permissions.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { notAllowed } from '../../src/messages/people.ts';
import type { Interaction, Records, Reply, Store } from '../../src/ports.ts';
import type { Note } from '../../src/ports-outbox.ts';
import { askers, canBe, forWhom, ofTheOwner, verdict, type Asker, type Place } from '../support/who-may.ts';
import { addHuddle, channel, closeStages, huddleOf, memberOf, openStage, personOf, userOf, willow } from './stage.ts';

const start = '2027-03-02T10:00:00.000Z';
const webRoom: PlaceRef = { platform: 'web', workspace: 'room', channel: 'willow' };
const places: Readonly<Record<Place, PlaceRef | 'direct'>> = { channel, direct: 'direct', web: webRoom };
const elm = 'elm' as HuddleId;

/** Each kind of person, by the user that they are in the chat and in the web room. */
const users: Readonly<Record<Asker, string>> = {
  stranger: 'U99',
  invited: userOf('Lena'),
  member: userOf('Amina'),
  guest: 'guest-mark',
  owner: userOf('Dev'),
  coordinator: userOf('Priya'),
  elsewhere: 'U98',
};

/** What an act would have done. Nothing stays of it, so that every cell begins at the same stage. */
interface Tried {
  readonly reply: Reply;
  readonly notes: readonly Note[];
  readonly decided: boolean;
}
let act: (asker: Asker, where: Place, what: object) => Promise<Tried>;

class TakenBack extends Error {}

beforeAll(async () => {
  const standings = [{ from: start, status: 'invited', counted: false, group: null, also: null }] as const;
  const stage = await openStage({ start, members: { Lena: { standings } } });
  await stage.type('Dev', 'we will paint the day room by 17 March');
  await stage.type('Dev', 'take notes');
  await stage.type('Priya', 'ask "What got in the way this week?"');
  await stage.store.transact(furnish);
  let next = 0;
  act = async (asker, where, what) => {
    const tried: { reply?: Reply; notes: Note[]; decided: boolean } = { notes: [], decided: false };
    const bot = createBot({
      store: takingBack(stage.store, tried),
      clock: stage.clock,
      wallClock: stage.clock,
      log: { ...stage.log, error: () => undefined },
      ids: { newId: () => `new${String(++next)}`, shuffled: (list) => list, newCode: () => 'K7QM4RTP' },
      adapter: () => null,
      poke: () => undefined,
      bankHolidays,
    });
    const id = `cell${String(++next)}`;
    const at = { id, at: start, who: identityOf(asker, where), name: 'Someone', where: placeOf(asker, where) };
    await bot({ ...at, ...what } as Interaction).catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
    if (tried.reply === undefined) throw new Error('no reply');
    return { ...tried, reply: tried.reply };
  };
});
afterAll(closeStages);

function identityOf(asker: Asker, where: Place): Identity {
  if (asker === 'guest') return guestIdentity(users.guest);
  return where === 'web'
    ? { platform: 'web', workspace: 'room', user: users[asker] }
    : { platform: 'slack', workspace: 'T1', user: users[asker] };
}

function placeOf(asker: Asker, where: Place) {
  return asker === 'guest' ? 'direct' : places[where];
}

/** Another huddle, a guest, and a web room in which everyone is, too. */
async function furnish(records: Records): Promise<void> {
  await records.huddles.addPlace(willow, webRoom);
  const other = huddleOf(start, { id: elm, name: 'Elm' });
  await addHuddle(records, other, { ...channel, channel: 'C2' });
  for (const [asker, user] of Object.entries(users) as [Asker, string][]) {
    if (asker === 'stranger') continue;
    const known = await records.people.byIdentity({ platform: 'slack', workspace: 'T1', user });
    const id = known?.id ?? (`p-${asker}` as PersonId);
    if (known === null) {
      await records.people.save({ id, name: `The ${asker}`, zone: null, quiet: null, reachOn: null });
      if (asker !== 'guest') await records.people.link(identityOf(asker, 'channel'), id);
    }
    await records.people.link(identityOf(asker, 'web'), id);
    if (asker === 'guest') {
      await records.members.save({ ...memberOf('Amina', huddleOf(start), start), person: id });
      await records.guests.save(newPass({ user, huddle: willow, person: id }, start));
    }
    if (asker === 'elsewhere') await records.members.save({ ...memberOf('Priya', other, start), person: id });
  }
}

/** The store, but each unit of work is undone once it has been seen. */
function takingBack(store: Store, tried: { reply?: Reply; notes: Note[]; decided: boolean }): Store {
  return {
    ...store,
    transact: <T>(work: (records: Records) => Promise<T>): Promise<T> =>
      store.transact<T>(async (records) => {
        const enqueue = async (note: Note): Promise<void> => {
          tried.notes.push(note);
          await records.outbox.enqueue(note);
        };
        const append: Records['journal']['append'] = async (huddle, events) => {
          tried.decided = true;
          await records.journal.append(huddle, events);
        };
        const seen = {
          ...records,
          outbox: { ...records.outbox, enqueue },
          journal: { ...records.journal, append },
        };
        tried.reply = (await work(seen)) as Reply;
        throw new TakenBack();
      }),
  };
}

const read = (reply: Reply) => ('document' in reply ? plainText(reply.document.blocks) : '');
const refusalOf = (code: NotAllowedCode, huddle: string) =>
  plainText(notAllowed({ refused: code, details: { huddle } }).blocks);
const refusals = (huddle: string) =>
  (['not-invited', 'not-joined', 'has-left', 'coordinators-only', 'no-huddle-here'] as const).map((code) =>
    refusalOf(code, huddle),
  );

/** What is not as the table has it, in words; null where all is. */
async function wrong(spec: (typeof commands)[number], asker: Asker, where: Place): Promise<string | null> {
  const text = ofTheOwner[spec.name] ?? spec.example;
  const { reply, notes, decided } = await act(asker, where, { kind: 'command', text });
  if (!['private', 'form', 'invalid', 'replace'].includes(reply.kind)) return `answered in the open: ${reply.kind}`;
  const said = read(reply);
  if (said === '') return 'no answer';
  if (spec.shown === 'private' && notes.some(({ to }) => isPlaceRef(to))) return 'told to a place';
  const isElsewhere = asker === 'elsewhere' && where === 'direct';
  if (isElsewhere && notes.some(({ huddle }) => huddle === willow)) return 'told to another huddle';
  const expected = verdict(spec, asker, where);
  if (expected === 'may') {
    const refused = refusals(isElsewhere ? 'Elm' : 'Willow').some((no) => said.includes(no));
    if (forWhom(spec) !== 'anyone' && refused) return `refused: ${said}`;
    return forWhom(spec) === 'owner' && asker === 'owner' && !decided ? `nothing came of it: ${said}` : null;
  }
  if (notes.length > 0 || decided) return `refused, and yet something came of it: ${said}`;
  return expected === 'not theirs' || said.includes(refusalOf(expected, 'Willow')) ? null : `not refused: ${said}`;
}

describe('each command, for each kind of person, in a channel, in a chat alone and in the web room', () => {
  it.each(commands.map((spec) => [spec.name, spec] as const))('"%s"', async (_, spec) => {
    const found: string[] = [];
    for (const asker of Object.keys(askers) as Asker[]) {
      for (const where of (['channel', 'direct', 'web'] as const).filter((one) => canBe(asker, one))) {
        const what = await wrong(spec, asker, where);
        if (what !== null) found.push(`${asker}, ${where}: ${what}`);
      }
    }
    expect(found).toEqual([]);
  });

  /** Each opens, shows or changes what only those who run a huddle may. */
  const buttons: readonly (readonly [action: string, rest: string])[] = [
    ['people', ''],
    ['people-invite', ''],
    ['invite-person', `/${personOf('Jo')}`],
    ['schedule', ''],
    ['schedule-yes', '/Thursdays at 2pm'],
    ['settings', ''],
    ['settings-change', '/purpose'],
    ['safety', ''],
    ['safety-change', '/contact'],
    ['numbers-checked', ''],
    ['telling-on', ''],
    ['telling-off', ''],
    ['guests', ''],
    ['guest-link', `/${users.guest}`],
    ['guest-new-link', `/${users.guest}`],
    ['guest-end', `/${users.guest}`],
    ['digest-post', ''],
  ];
  const filled = { words: 'Thursdays at 2pm', names: 'Sam', people: [users.owner] };
  const forms: readonly (readonly [form: string, rest: string])[] = [
    ['people', ''],
    ['schedule', ''],
    ['settings', '/purpose'],
    ['safety', '/contact'],
  ];

  it.each((Object.keys(askers) as Asker[]).filter((asker) => asker !== 'coordinator'))(
    'buttons and forms of those who run it do nothing for: %s',
    async (asker) => {
      const acts = [
        ...buttons.map(([action, rest]) => ({ kind: 'action', action, subject: `${willow}${rest}`, message: null })),
        ...forms.map(([form, rest]) => ({ kind: 'form', form, subject: `${willow}${rest}`, values: filled })),
      ];
      for (const where of (['channel', 'direct', 'web'] as const).filter((one) => canBe(asker, one))) {
        for (const what of acts) {
          const { reply, notes, decided } = await act(asker, where, what);
          expect([reply.kind === 'open' || reply.kind === 'form', notes, decided], JSON.stringify(what)).toEqual([
            false,
            [],
            false,
          ]);
        }
      }
    },
  );

  it('the lines about one’s own are of commands that there are', () => {
    expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(ofTheOwner)));
  });
});
