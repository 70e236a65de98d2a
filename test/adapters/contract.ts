import { afterEach, describe, expect, it } from 'vitest';
import type { Identity, MessageRef, PlaceRef } from '../../src/domain/ids.ts';
import { actions, paragraph, type Document } from '../../src/messages/document.ts';
import { PlatformRefused, type Adapter, type Delivery, type Known } from '../../src/ports.ts';

/** One message as people meet it on the platform. */
export interface Seen {
  readonly message: MessageRef;
  /** All that the eye sees, buttons among it. */
  readonly words: string;
  /** What notifications and screen readers say. */
  readonly spoken: string;
  /** The message in whose thread it stands. */
  readonly thread: string | null;
  /** What in it would act when shown: mentions, calls to everyone, disguised links. */
  readonly acts: readonly string[];
}

/** A platform with the adapter at work in it: one place, two or more people and a bot. */
export interface AdapterUnderTest {
  readonly adapter: Adapter;
  readonly place: PlaceRef;
  readonly unknownPlace: PlaceRef;
  readonly person: Identity;
  /** Everyone in the place with their names, bots left out. */
  readonly people: readonly Known[];
  /** Left out: the place has them. */
  readonly hasThreads?: boolean;
  /** What everyone in the place sees, oldest first, threads too. */
  shownIn(place: PlaceRef): Promise<readonly Seen[]>;
  /** What this person alone sees of what was sent to them. */
  shownTo(person: Identity): Promise<readonly Seen[]>;
  close(): Promise<void>;
}

/** What every adapter keeps, whatever the platform. `make` starts the adapter with a handle that answers nothing. */
export function adapterContract(name: string, make: () => Promise<AdapterUnderTest>): void {
  describe(`${name} keeps the adapter's contract`, () => {
    let open: AdapterUnderTest | null = null;
    const given = async (): Promise<AdapterUnderTest> => (open = await make());
    afterEach(async () => {
      await open?.close();
      open = null;
    });

    it('a message to a place is shown there, once, with all its words', async () => {
      const { adapter, place, shownIn } = await given();
      const { message } = await adapter.deliver(to(place, { document: question }));
      const shown = await shownIn(place);
      expect(shown.map((each) => each.message)).toEqual([message]);
      expect(shown[0]?.words).toContain('What got in the way this week?');
      expect(shown[0]?.words).toContain('Answer in private');
    });

    it('a message to a person is shown to them and to no one else', async () => {
      const { adapter, place, person, shownIn, shownTo } = await given();
      await adapter.deliver(to(person, { document: question }));
      expect(await shownIn(place)).toEqual([]);
      expect((await shownTo(person))[0]?.words).toContain('What got in the way this week?');
    });

    it('a reply stands in the thread of the message that it answers, or after it where there are none', async () => {
      const { adapter, place, shownIn, hasThreads = true } = await given();
      const { message: root } = await adapter.deliver(to(place, { id: 'one', document: question }));
      await adapter.deliver(to(place, { id: 'two', document: news, inReplyTo: root }));
      const reply = (await shownIn(place)).find(({ words }) => words.includes('closed'));
      expect(reply).toBeDefined();
      expect(reply?.thread).toBe(hasThreads ? root.message : null);
    });

    it('a message that replaces another takes its place, and there is still one', async () => {
      const { adapter, place, shownIn } = await given();
      const first = await adapter.deliver(to(place, { id: 'one', document: question }));
      const second = await adapter.deliver(to(place, { id: 'one', document: news, replaces: first.message }));
      const shown = await shownIn(place);
      expect(second.message).toEqual(first.message);
      expect(shown).toHaveLength(1);
      expect(shown[0]?.words).toContain('We heard from 7 of 9 people.');
      expect(shown[0]?.words).not.toContain('What got in the way');
    });

    it('what a screen reader says is the whole meaning, with every number and button', async () => {
      const { adapter, place, shownIn } = await given();
      await adapter.deliver(to(place, { document: question }));
      const spoken = (await shownIn(place))[0]?.spoken ?? '';
      for (const part of ['What got in the way this week?', '4 March', '10am', 'Answer in private', 'Skip']) {
        expect(spoken).toContain(part);
      }
    });

    it('a message that may have arrived already is not shown a second time', async () => {
      const { adapter, place, shownIn } = await given();
      const first = await adapter.deliver(to(place, { id: 'prompt/1', document: question }));
      const again = await adapter.deliver(to(place, { id: 'prompt/1', document: question, mayHaveArrived: true }));
      expect(again.message).toEqual(first.message);
      expect(await shownIn(place)).toHaveLength(1);
    });

    it('a message that each person may see in their own way is shown to everyone in one way at first', async () => {
      const { adapter, place, shownIn } = await given();
      await adapter.deliver(to(place, { document: question, ownView: true }));
      expect((await shownIn(place)).map(({ words }) => words)).toEqual([expect.stringContaining('Answer in private')]);
    });

    it('a message longer than the platform shows keeps its beginning and its buttons', async () => {
      const { adapter, place, shownIn } = await given();
      const lines = Array.from({ length: 150 }, (_, line) => paragraph(`${String(line)}. ${'We talked. '.repeat(30)}`));
      const [head, ...rest] = question.blocks;
      const blocks = [...(head === undefined ? [] : [head]), ...lines, ...rest];
      await adapter.deliver(to(place, { document: { ...question, blocks } }));
      const words = (await shownIn(place)).map((shown) => shown.words).join();
      for (const part of ["This week's question", '0. We talked.', 'Answer in private', 'Skip'])
        expect(words).toContain(part);
    });

    it('a place that the platform does not know is refused for good', async () => {
      const { adapter, unknownPlace } = await given();
      for (const attempt of [adapter.deliver(to(unknownPlace, { document: news })), adapter.whoIsIn(unknownPlace)]) {
        const error: unknown = await attempt.catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(PlatformRefused);
        expect(error).toMatchObject({ forGood: true });
      }
    });

    it.each(typed)('what a person typed is shown as typed and never acts: %s', async (words) => {
      const { adapter, place, shownIn } = await given();
      await adapter.deliver(to(place, { document: quoting(words) }));
      const [shown] = await shownIn(place);
      expect(shown?.acts).toEqual([]);
      expect(shown?.words).toContain(words);
    });

    it('everyone in a place is known by name, and bots are left out', async () => {
      const { adapter, place, people } = await given();
      const byUser = (one: Known, other: Known): number => one.identity.user.localeCompare(other.identity.user);
      expect([...(await adapter.whoIsIn(place))].sort(byUser)).toEqual([...people].sort(byUser));
    });

    it('stopping is clean: it ends, and a second stop changes nothing', async () => {
      const { adapter, place } = await given();
      await adapter.deliver(to(place, { document: news }));
      await expect(adapter.stop()).resolves.toBeUndefined();
      await expect(adapter.stop()).resolves.toBeUndefined();
    });
  });
}

/** What people have typed into bots to make them act. */
const typed = [
  '<!channel> come here',
  '@everyone @channel @here',
  '<https://example.org|your bank>',
  '<@U0RUTH001> said so',
  '*bold* _slanted_ ~gone~ `code`',
  '<b>bold</b> <script>alert(1)</script> &amp; &lt;',
  '[a link](https://example.org)',
];

function to(where: PlaceRef | Identity, rest: Partial<Delivery> & { document: Document }): Delivery {
  return { id: 'delivery', to: where, inReplyTo: null, replaces: null, mayHaveArrived: false, ownView: false, ...rest };
}

const question: Document = {
  summary:
    "This week's question. What got in the way this week? Open until Thursday 4 March at 10am. [Answer in private] [Skip]",
  language: 'en',
  blocks: [
    { kind: 'heading', text: "This week's question" },
    paragraph('What got in the way this week?'),
    paragraph('Open until Thursday 4 March at 10am.'),
    actions(
      { action: 'answer', subject: 'round', label: 'Answer in private' },
      { action: 'skip', subject: 'round', label: 'Skip' },
    ),
  ],
};

const news: Document = {
  summary: "This week's question has closed. We heard from 7 of 9 people.",
  language: 'en',
  blocks: [paragraph("This week's question has closed."), paragraph('We heard from 7 of 9 people.')],
};

function quoting(words: string): Document {
  return {
    summary: `Someone wrote: ${words}`,
    language: 'en',
    blocks: [
      { kind: 'heading', text: words },
      paragraph(words),
      { kind: 'list', items: [[{ kind: 'strong', text: words }]] },
      { kind: 'fields', fields: [{ name: words, value: words }] },
      { kind: 'table', head: ['Who', 'What'], rows: [['Someone', words]] },
      { kind: 'quote', text: words, from: words },
      actions({ action: 'see', subject: words, label: words.slice(0, 75), spoken: words.slice(0, 75) }),
    ],
  };
}
