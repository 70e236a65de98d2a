import { expect, it } from 'vitest';
import type { Note, Outgoing } from '../../../src/ports-outbox.ts';
import type { Store } from '../../../src/ports.ts';
import { aNote, channel, messageIn, minutesOn, otherChannel, ruth } from '../samples.ts';
import type { OpenStore } from './stores.ts';

/** What is to be shown waits in order, is sent by one at a time, and is never lost. */
export function keepsTheOutbox(open: OpenStore): void {
  it('each place gets its notes one at a time, in the order in which they were wanted', async () => {
    const store = await open();
    await enqueue(store, ['a', {}], ['b', {}], ['c', { to: otherChannel }], ['d', { to: { person: ruth } }]);
    const first = await claim(store, 0);
    expect(first.map(({ subject }) => subject)).toEqual(['a', 'c', 'd']);
    expect(first[0]).toEqual({
      ...aNote({ subject: 'a' }),
      id: 'prompt a > slack/T1/C1',
      wanted: 1,
      sent: 0,
      attempts: 0,
      message: null,
      mayHaveArrived: false,
      state: 'sending',
    });
    expect(await claim(store, 0)).toEqual([]);
    await sent(store, first[0]);
    expect(subjects(await claim(store, 0))).toEqual(['b']);
  });

  it('no more are taken than asked for', async () => {
    const store = await open();
    await enqueue(store, ['a', {}], ['b', { to: otherChannel }]);
    expect(subjects(await claim(store, 0, 1))).toEqual(['a']);
    expect(subjects(await claim(store, 0, 1))).toEqual(['b']);
  });

  it('thirty answers are not thirty edits: a newer version overtakes an unsent one and keeps its place', async () => {
    const store = await open();
    await enqueue(store, ['a', {}], ['b', {}], ['a', { expiresAt: minutesOn(90) }], ['a', {}]);
    const [head] = await claim(store, 0);
    expect(head).toMatchObject({ subject: 'a', wanted: 3, sent: 0 });
    await sent(store, head);
    expect(await row(store, 'a')).toMatchObject({ state: 'done', sent: 3, message: messageIn(channel, 'shown-a') });
  });

  it('what is wanted again after it was sent waits at the end, and still knows its message', async () => {
    const store = await open();
    await enqueue(store, ['a', {}]);
    await sent(store, (await claim(store, 0))[0]);
    await enqueue(store, ['b', {}], ['a', {}]);
    expect(await row(store, 'a')).toMatchObject({ state: 'waiting', wanted: 2, sent: 1 });
    const [head] = await claim(store, 0);
    expect(head?.subject).toBe('b');
    await sent(store, head);
    expect((await claim(store, 0))[0]).toMatchObject({ subject: 'a', message: messageIn(channel, 'shown-a') });
  });

  it('what is wanted anew while it is being sent is sent once more, after the others', async () => {
    const store = await open();
    await enqueue(store, ['a', {}], ['b', {}]);
    const [head] = await claim(store, 0);
    await enqueue(store, ['a', {}]);
    expect(await claim(store, 0)).toEqual([]);
    await sent(store, head);
    expect(await row(store, 'a')).toMatchObject({ state: 'waiting', wanted: 2, sent: 1 });
    const [next] = await claim(store, 0);
    expect(next?.subject).toBe('b');
    await sent(store, next);
    expect((await claim(store, 0))[0]).toMatchObject({ subject: 'a', wanted: 2 });
  });

  it('a note for later holds up nobody', async () => {
    const store = await open();
    await enqueue(store, ['later', { notBefore: minutesOn(10) }], ['now', {}]);
    expect(await next(store)).toBe(minutesOn(0));
    const [head] = await claim(store, 0);
    expect(head?.subject).toBe('now');
    await sent(store, head);
    expect(await next(store)).toBe(minutesOn(10));
    expect(await claim(store, 9)).toEqual([]);
    expect(subjects(await claim(store, 10))).toEqual(['later']);
  });

  it('a note that has to be tried again holds up its place and no other', async () => {
    const store = await open();
    await enqueue(store, ['a', {}], ['b', {}], ['c', { to: otherChannel }]);
    const [head, other] = await claim(store, 0);
    await retry(store, head, 5, false);
    await sent(store, other);
    expect(await claim(store, 4)).toEqual([]);
    expect(await next(store)).toBe(minutesOn(5));
    const [again] = await claim(store, 5);
    expect(again).toMatchObject({ subject: 'a', attempts: 1, mayHaveArrived: false });
    await sent(store, again);
    expect(subjects(await claim(store, 5))).toEqual(['b']);
  });

  it('a wait that the platform asked for is kept when the note is wanted anew', async () => {
    const store = await open();
    await enqueue(store, ['a', {}]);
    await retry(store, (await claim(store, 0))[0], 5, true);
    await enqueue(store, ['a', { notBefore: minutesOn(1) }]);
    expect(await claim(store, 4)).toEqual([]);
    expect((await claim(store, 5))[0]).toMatchObject({ wanted: 2, mayHaveArrived: true });
  });

  it('that a message may have arrived is remembered until it is known to be there', async () => {
    const store = await open();
    await enqueue(store, ['a', {}]);
    await retry(store, (await claim(store, 0))[0], 1, true);
    await retry(store, (await claim(store, 1))[0], 2, false);
    const [again] = await claim(store, 2);
    expect(again).toMatchObject({ attempts: 2, mayHaveArrived: true });
    await sent(store, again);
    expect(await row(store, 'a')).toMatchObject({ attempts: 0, mayHaveArrived: false });
  });

  it('a note whose sender died is taken over when the lease runs out, and may have arrived', async () => {
    const store = await open();
    await enqueue(store, ['a', {}], ['b', {}]);
    await claim(store, 0);
    expect(await claim(store, 1)).toEqual([]);
    expect(await next(store)).toBe(minutesOn(2));
    expect(await claim(store, 2)).toMatchObject([{ subject: 'a', mayHaveArrived: true, attempts: 0 }]);
  });

  it('a note given up for good lets the next one pass, and can be wanted again', async () => {
    const store = await open();
    await enqueue(store, ['a', {}], ['b', {}]);
    const [head] = await claim(store, 0);
    await store.transact(({ outbox }) => outbox.giveUp(head?.id ?? '', head?.wanted ?? 0));
    expect(await row(store, 'a')).toMatchObject({ state: 'given-up', sent: 0 });
    await sent(store, (await claim(store, 0))[0]);
    expect(await next(store)).toBeNull();
    await enqueue(store, ['a', {}]);
    expect((await claim(store, 0))[0]).toMatchObject({ subject: 'a', wanted: 2 });
  });

  it('what was wanted anew while the older was given up has its own tries', async () => {
    const store = await open();
    await enqueue(store, ['a', {}]);
    const [old] = await claim(store, 0);
    await enqueue(store, ['a', {}]);
    await store.transact(({ outbox }) => outbox.giveUp(old?.id ?? '', old?.wanted ?? 0));
    expect(await claim(store, 0)).toMatchObject([{ subject: 'a', wanted: 2, attempts: 0 }]);
  });

  it('a note with nothing to show any more is done without a message', async () => {
    const store = await open();
    await enqueue(store, ['a', {}]);
    const [head] = await claim(store, 0);
    await store.transact(({ outbox }) => outbox.dropped(head?.id ?? '', 1));
    expect(await row(store, 'a')).toMatchObject({ state: 'done', sent: 1, message: null });
  });

  it('news from a sender who was given up as dead does not undo a newer message', async () => {
    const store = await open();
    await enqueue(store, ['a', {}]);
    const [slow] = await claim(store, 0);
    await enqueue(store, ['a', {}]);
    const [quick] = await claim(store, 2);
    await sent(store, quick);
    await sent(store, slow);
    await retry(store, slow, 9, true);
    expect(await row(store, 'a')).toMatchObject({ state: 'done', sent: 2, mayHaveArrived: false });
  });

  it('a message is found again by what it is on the platform', async () => {
    const store = await open();
    await enqueue(store, ['a', { under: { kind: 'digest', subject: 'week' } }]);
    await sent(store, (await claim(store, 0))[0]);
    const found = await store.read.outbox.byMessage(messageIn(channel, 'shown-a'));
    expect(found).toMatchObject({ subject: 'a', under: { kind: 'digest', subject: 'week' } });
    expect(await store.read.outbox.byMessage(messageIn(otherChannel, 'shown-a'))).toBeNull();
  });

  it('two who take from the outbox at once never take the same note, nor two of one place', async () => {
    const store = await open();
    const places = Array.from({ length: 40 }, (_, n) => ({ ...channel, channel: `C${n}` }));
    await enqueue(
      store,
      ...places.flatMap(
        (to) =>
          [
            ['first', { to }],
            ['second', { to }],
          ] as const,
      ),
    );
    const taken = (await Promise.all(Array.from({ length: 8 }, () => claim(store, 0, 5)))).flat();
    expect(taken.length).toBeLessThanOrEqual(40);
    expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
    expect(new Set(subjects(taken))).toEqual(new Set(['first']));
  });
}

type Wanted = readonly [subject: string, change: Partial<Note>];

function enqueue(store: Store, ...wanted: readonly Wanted[]): Promise<void> {
  return store.transact(async ({ outbox }) => {
    for (const [subject, change] of wanted) await outbox.enqueue(aNote({ ...change, subject }));
  });
}

/** Takes what is due some minutes on, with a lease of two minutes. */
function claim(store: Store, minutes: number, limit = 10): Promise<readonly Outgoing[]> {
  return store.transact(({ outbox }) => outbox.claim(minutesOn(minutes), minutesOn(minutes + 2), limit));
}

function sent(store: Store, note: Outgoing | undefined): Promise<void> {
  if (note === undefined) throw new Error('there was nothing to send');
  return store.transact(({ outbox }) => outbox.sent(note.id, note.wanted, messageIn(channel, `shown-${note.subject}`)));
}

function retry(store: Store, note: Outgoing | undefined, minutes: number, mayHaveArrived: boolean): Promise<void> {
  if (note === undefined) throw new Error('there was nothing to send');
  return store.transact(({ outbox }) => outbox.retry(note.id, minutesOn(minutes), mayHaveArrived));
}

function row(store: Store, subject: string): Promise<Outgoing | null> {
  return store.read.outbox.get('prompt', subject, channel);
}

function next(store: Store): Promise<string | null> {
  return store.read.outbox.next();
}

function subjects(notes: readonly Outgoing[]): readonly string[] {
  return notes.map(({ subject }) => subject);
}
