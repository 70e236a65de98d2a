import { renderDocument } from '../../../adapters/web/render.ts';
import { html } from '../../../adapters/web/html.ts';
import type { RoomMessage } from '../../../src/ports-room.ts';
import { adapterContract, type AdapterUnderTest, type Seen } from '../contract.ts';
import { people, startStage } from './stage.ts';

const place = { platform: 'web', workspace: 'room', channel: 'willow' } as const;
const person = { platform: 'web', workspace: 'room', user: 'amina' } as const;

adapterContract('the web room', async (): Promise<AdapterUnderTest> => {
  const stage = await startStage({ handle: () => Promise.resolve({ kind: 'none' }) });
  const seen = async (isShown: (message: RoomMessage) => boolean): Promise<readonly Seen[]> =>
    (await stage.room.list('willow', 'amina', 100)).filter(isShown).map(asSeen);
  return {
    adapter: stage.adapter,
    place,
    unknownPlace: { ...place, channel: 'elsewhere' },
    person,
    people: people.map(({ user, name }) => ({ identity: { ...person, user }, name })),
    shownIn: () => seen(({ only }) => only === null),
    shownTo: () => seen(({ only }) => only === 'amina'),
    close: () => stage.close(),
  };
});

/** A page is read aloud as it stands, so what is seen and what is spoken are the same. */
function asSeen({ id, thread, document }: RoomMessage): Seen {
  if (document === null) throw new Error('a message without a document');
  const markup = renderDocument(document, { level: 4, wrap: (buttons) => html`<form>${buttons}</form>` }).html;
  const words = asRead(markup);
  return { message: { ...place, message: id }, words, spoken: words, thread, acts: active(markup) };
}

function asRead(markup: string): string {
  return markup.replace(/<[^>]*>/g, ' ').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/** Elements that the renderer itself does not make, and links, of which these messages have none. */
function active(markup: string): readonly string[] {
  const own =
    /^<\/?(div|p|h4|ul|li|dl|dt|dd|table|thead|tbody|tr|th|td|figure|blockquote|figcaption|strong|form|button)\b/;
  return (markup.match(/<[^>]*>/g) ?? []).filter((element) => !own.test(element));
}
