import type { Document } from '../../src/messages/document.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import type { Interaction, Log, Reply } from '../../src/ports.ts';
import { teamsWords } from '../../src/words/en/teams.ts';
import type { Invoked, Way } from './acts.ts';
import type { Addresses } from './addresses.ts';
import { createDialogs, documentOf } from './dialogs.ts';
import { cut } from './inert.ts';
import { cardFor, doneInDialog, lineFor } from './invoked.ts';
import { limits } from './limits.ts';
import { withOpener } from './opener.ts';
import type { People } from './people.ts';
import { createPrivateChat, placeOf, sendAll } from './private-chat.ts';
import { hasButtons, renderCard, renderMessage } from './render.ts';
import type { Sdk } from './sdk.ts';

/** What goes back in Teams' own request, and what is sent once that is answered. */
export interface Answer {
  readonly now: Invoked | null;
  readonly later?: () => Promise<unknown>;
}

interface Asked {
  readonly reply: Reply;
  readonly interaction: Interaction;
}

interface Needs {
  readonly sdk: Pick<Sdk, 'send' | 'update'>;
  readonly addresses: Pick<Addresses, 'reach'>;
  readonly people: Pick<People, 'whoIsIn'>;
  readonly log: Log;
}

type Pressed = Extract<Way, { kind: 'execute' }>;
type Said = Extract<Way, { kind: 'message' | 'event' }>;

/** Turns a Reply into what Teams takes along each way. */
export function createAnswers({ sdk, addresses, people, log }: Needs) {
  const chat = createPrivateChat({ sdk, addresses, log });
  const dialogs = createDialogs({ people, log });

  /** For everyone in the place, in the thread that was written in. */
  const post = async (way: Way, document: Document): Promise<void> =>
    sendAll(sdk, { to: way.address, document, channel: placeOf(way) });

  /** To words, and to what happened. Only whoever spoke to WeSaid is told in the place that there is an answer. */
  const tell = async (way: Said, { reply, interaction }: Asked): Promise<void> => {
    const document = shownFor({ reply, interaction });
    if (document === null) return;
    const pressedOn = way.kind === 'message' ? way.pressedOn : null;
    if (reply.kind === 'replace' && way.direct && pressedOn !== null) {
      await sdk.update(way.address, pressedOn, renderMessage(document, { channel: placeOf(way) }));
    } else if (!(await chat.tell(way, document)) && !way.direct && spokeToUs(way, interaction)) {
      await chat.askToOpen(way);
    }
  };

  /** To a button. In the person's own chat an answer is a message, which stays; elsewhere Teams shows them alone a line. */
  const press = async (way: Pressed, { reply, interaction }: Asked): Promise<Answer> => {
    if (way.automatic || interaction.kind === 'looked') return { now: ownView(way, reply) };
    const document = shownFor({ reply, interaction });
    if (document === null) return { now: done };
    if (reply.kind === 'replace') return replace(way, document);
    if (way.direct) return { now: lineFor(teamsWords.answerBelow), later: () => chat.tell(way, document) };
    return { now: await lineTo(way, document) };
  };

  /** In a place the new card is theirs alone. In their own chat it is kept, so that it is there when they come back. */
  const replace = (way: Pressed, document: Document): Answer => {
    const now = cardFor(renderCard(document, { channel: placeOf(way) }));
    const { message, address, direct } = way;
    if (!direct || message === null) return { now };
    return { now, later: () => sdk.update(address, message, renderMessage(document, { channel: placeOf(way) })) };
  };

  const lineTo = async (way: Pressed, document: Document): Promise<Invoked> => {
    const words = plainText(document.blocks);
    if (!hasButtons(document.blocks) && words.length <= limits.pressedText) return lineFor(words);
    if (await inTime(chat.tell(way, document))) return lineFor(teamsWords.sentInChat);
    const room = limits.pressedTextWhole - teamsWords.openChat.length - 1;
    return lineFor(`${cut(words, room)}\n${teamsWords.openChat}`);
  };

  return {
    answer: async (way: Way, asked: Asked): Promise<Answer> => {
      const { reply } = asked;
      if (reply.kind === 'open') return { now: doneIn(way), later: () => post(way, reply.document) };
      switch (way.kind) {
        case 'message':
        case 'event':
          return reply.kind === 'none' ? { now: null } : { now: null, later: () => tell(way, asked) };
        case 'execute':
          return press(way, asked);
        case 'open':
        case 'compose-open':
          return { now: await dialogs.open(way, reply) };
        case 'form':
        case 'compose-form':
          return { now: await dialogs.goOn(way, asked) };
      }
    },
  };
}

const done = lineFor(teamsWords.done);

/**
 * A screen that asks for the person's own view keeps asking: the answer brings the question along. For a card that stays
 * as it is Teams documents no answer, and shows a fault for any that it does not know, so it is a line.
 */
function ownView(way: Pressed, reply: Reply): Invoked {
  return reply.kind === 'replace'
    ? cardFor(renderCard(reply.document, { channel: placeOf(way), ownView: true }))
    : lineFor(teamsWords.sameForAll);
}

function shownFor({ reply, interaction }: Asked): Document | null {
  return reply.kind === 'form' ? withOpener(reply.document, interaction) : documentOf(reply);
}

/** Whoever only takes part in a conversation is not pointed at in it. */
function spokeToUs(way: Said, interaction: Interaction): boolean {
  return way.kind === 'message' && (interaction.kind !== 'spoke' || interaction.mentionsBot);
}

/** What everyone can see needs no answer to one. */
function doneIn({ kind }: Way): Invoked | null {
  switch (kind) {
    case 'message':
    case 'event':
      return null;
    case 'execute':
      return done;
    case 'open':
    case 'compose-open':
    case 'form':
    case 'compose-form':
      return doneInDialog;
  }
}

/** What takes longer than Teams waits is under way, and is said to be. */
async function inTime(told: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), limits.answerWithinMs);
  });
  const first = await Promise.race([told, late]);
  clearTimeout(timer);
  return first;
}
