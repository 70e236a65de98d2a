import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWebAdapter } from '../../../adapters/web/adapter.ts';
import { PlatformRefused, PlatformUnreachable } from '../../../src/ports.ts';
import { delivery, firstDay, look, post, said, startStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const room = { platform: 'web', workspace: 'room', channel: 'willow' } as const;

describe('what WeSaid shows in the room', () => {
  it('a delivery that is tried again appears once, in its first place and with its first time', async () => {
    const first = delivery({ document: said('First') });
    const receipt = await stage.adapter.deliver(first);
    await stage.adapter.deliver(delivery({ document: said('Second') }));
    await post(`${stage.url}/as/amina/clock`, { page: 'abcdefgh', date: '2027-03-05' });
    expect(await stage.adapter.deliver({ ...first, mayHaveArrived: true })).toEqual(receipt);
    expect((await stage.room.get(receipt.message.message))?.at).toBe(firstDay);
    const page = await look(`${stage.url}/as/amina`);
    expect(page.split('>First<').length - 1).toBe(1);
    expect(page.indexOf('Second')).toBeLessThan(page.indexOf('First'));
  });

  it('a newer version takes the place of the older', async () => {
    const { message } = await stage.adapter.deliver(delivery({ document: said('Heard from 1') }));
    await stage.adapter.deliver(delivery({ document: said('Heard from 2'), replaces: message }));
    const page = await look(`${stage.url}/as/amina`);
    expect(page).toContain('Heard from 2');
    expect(page).not.toContain('Heard from 1');
  });

  it('a reply stands in the thread of its message, also when it answers a reply', async () => {
    const { message: root } = await stage.adapter.deliver(delivery({ document: said('Digest') }));
    const { message: reply } = await stage.adapter.deliver(delivery({ document: said('Proof'), inReplyTo: root }));
    await stage.adapter.deliver(delivery({ document: said('Who we heard from'), inReplyTo: reply }));
    const thread = await look(`${stage.url}/as/amina/thread/${root.message}`);
    expect(thread.indexOf('Proof')).toBeLessThan(thread.indexOf('Who we heard from'));
    const page = await look(`${stage.url}/as/amina`);
    expect(page).not.toContain('Proof');
    expect(page).toContain('2 replies');
  });

  it('a room, a person, a thread or a message that is not there is refused for good', async () => {
    const document = said('Hello');
    const missing = { ...room, message: 'b-0' };
    const wrong = [
      delivery({ document, to: { ...room, channel: 'other' } }),
      delivery({ document, to: { platform: 'web', workspace: 'room', user: 'nobody' } }),
      delivery({ document, to: { platform: 'slack', workspace: 'T1', channel: 'C1' } }),
      delivery({ document, inReplyTo: missing }),
      delivery({ document, replaces: missing }),
    ];
    for (const each of wrong) {
      const refused = await stage.adapter.deliver(each).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(PlatformRefused);
      expect(refused).toMatchObject({ forGood: true });
    }
  });

  it('a store that is away counts as not reached, so it is tried again', async () => {
    const away = () => Promise.reject(new Error('disk full'));
    const adapter = createWebAdapter({
      room: { put: away, get: away, list: away, remove: away },
      clock: { now: () => '2027-03-01T09:00:00.000Z' },
      ids: { newId: () => 'abcdefgh', shuffled: (list) => list, newCode: () => 'K7QM4RTP' },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      preview: () => Promise.resolve([]),
      rehearsal: null,
    });
    await expect(adapter.deliver(delivery({ document: said('Hello') }))).rejects.toBeInstanceOf(PlatformUnreachable);
  });

  it('everyone there is to be is in the room, by name', async () => {
    const known = await stage.adapter.whoIsIn(room);
    expect(known.map(({ name }) => name)).toEqual(['Amina', 'Dev', 'Ruth']);
    expect(known[0]?.identity).toEqual({ platform: 'web', workspace: 'room', user: 'amina' });
    await expect(stage.adapter.whoIsIn({ ...room, channel: 'other' })).rejects.toBeInstanceOf(PlatformRefused);
  });
});
