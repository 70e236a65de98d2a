import type { Huddle } from '../domain/huddle.ts';
import { dayAndTime } from '../words/dates.ts';
import { commonWords } from '../words/en/common.ts';
import { digestReplyWords as words } from '../words/en/digest-replies.ts';
import type { DigestMessages } from './digest.ts';
import { paragraph, strong, type Block, type Document } from './document.ts';
import { document, note } from './frame.ts';

/**
 * The whole digest in one private message, without its buttons: they belong to the posted one. How to post it is said
 * only where that may be done.
 */
export function digestPreview(
  { channel, threads }: DigestMessages,
  { huddle, posting }: { readonly huddle: Huddle; readonly posting: 'may' | 'is-out' | 'too-soon' },
): Document {
  const parts = [threads.proof, threads.heard, threads.roles].flatMap(({ blocks }) => withoutActions(blocks));
  return document(
    [
      paragraph(words.preview),
      ...withoutActions(channel.blocks),
      { kind: 'divider' },
      paragraph(strong(words.inItsThread)),
      ...parts,
      { kind: 'divider' },
      paragraph(onPosting(posting, huddle)),
    ],
    `${huddle.name}. ${words.preview} ${channel.summary}`,
  );
}

function onPosting(posting: 'may' | 'is-out' | 'too-soon', huddle: Huddle): string {
  if (posting === 'may') return words.howToPost;
  return posting === 'is-out' ? words.comesOn(nextOf(huddle)) : words.tooSoon(nextOf(huddle));
}

function withoutActions(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ kind }) => kind !== 'actions');
}

export function digestPosted(): Document {
  return note(words.posted);
}

export function digestPostedAlready(huddle: Huddle): Document {
  return note(words.postedAlready(nextOf(huddle)));
}

export function digestTooSoon(huddle: Huddle): Document {
  return note(words.tooSoon(nextOf(huddle)));
}

export function sayWhatIsWrong(coordinators: readonly string[]): Document {
  return note(words.wrong(commonWords.thoseWhoRunIt(coordinators)), words.wrongPromise);
}

function nextOf({ nextDigestAt, zone }: Huddle): string {
  return nextDigestAt === null ? '' : dayAndTime(nextDigestAt, zone);
}
