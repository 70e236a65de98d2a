import { readEntities, readHtml } from './html.ts';
import { part, parts, text, type Payload } from './payload.ts';

/** What a person wrote, as they saw it. */
export interface Written {
  /** Mentions of people are `<@USER>`; one of the bot at the head or the end is taken off. */
  readonly text: string;
  readonly mentionsBot: boolean;
  /** The id of the message that is quoted in it, or null. */
  readonly quotes: string | null;
}

/**
 * Reads a message activity. Where Teams sends its HTML as well, that is what people saw (links, lists, lines); else the
 * plain text with `<at>` around mentions:
 * https://learn.microsoft.com/en-us/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations
 */
export function readWritten(activity: Payload): Written {
  const bot = text(part(activity, 'recipient'), 'id');
  const mentions = mentionsIn(activity);
  const html = parts(activity, 'attachments').find((each) => text(each, 'contentType') === 'text/html');
  const source = text(html, 'content');
  const read =
    source === null
      ? { text: readPlain(text(activity, 'text') ?? '', mentions, bot), quotes: null }
      : readHtml(source, (number, label) => markOf(mentions[number] ?? byLabel(mentions, label), label, bot));
  // A name of two words may come as two mentions of the same person.
  const { text: words, mentionsBot } = withoutBot(read.text.replace(/(<@[^<>\s]+>)(?:\s*\1)+/g, '$1'), bot);
  return {
    text: words,
    mentionsBot: mentionsBot || mentions.some(({ id }) => id === bot),
    quotes: read.quotes ?? quotedIn(activity),
  };
}

/** Newer clients name the message that is quoted beside the words, which then hold no more than a mark of it. */
function quotedIn(activity: Payload): string | null {
  const quoted = parts(activity, 'entities').find((entity) => text(entity, 'type') === 'quotedReply');
  return text(part(quoted, 'quotedReply'), 'messageId');
}

/** The words of a message that was handed over by a message action; its mentions are names. */
export function readHandedOver(payload: Payload): string {
  const body = part(payload, 'body');
  const content = text(body, 'content') ?? '';
  if (text(body, 'contentType') === 'text') return readEntities(content).trim();
  return readHtml(content, (_, label) => label).text;
}

/** Files and pictures. The message's own HTML, cards, and messages passed on are no files. */
export function countFiles(activity: Payload): number {
  return parts(activity, 'attachments').filter((each) => !noFile.test(text(each, 'contentType') ?? '')).length;
}

const noFile = /^(text\/html|application\/vnd\.microsoft\.(teams\.)?card\..*|.*messageReference|meetingReference)?$/i;

interface Mention {
  readonly id: string;
  readonly name: string;
}

function mentionsIn(activity: Payload): readonly Mention[] {
  return parts(activity, 'entities').flatMap((entity) => {
    const mentioned = part(entity, 'mentioned');
    const id = text(entity, 'type') === 'mention' ? text(mentioned, 'id') : null;
    return id === null ? [] : [{ id, name: text(mentioned, 'name') ?? labelIn(text(entity, 'text') ?? '') }];
  });
}

function labelIn(at: string): string {
  return readEntities(at.replace(/<[^<>]*>/g, ''));
}

function byLabel(mentions: readonly Mention[], label: string): Mention | undefined {
  return mentions.find(({ name }) => name === label);
}

/**
 * People and bots have ids that begin with a number and a colon, in Microsoft's Agents Playground with `user-id`; a mention
 * of a channel or a tag is its name.
 */
function markOf(mention: Mention | undefined, label: string, bot: string | null): string {
  const isMarked = mention !== undefined && (mention.id === bot || /^(28:|29:|user-id-)/.test(mention.id));
  return isMarked ? `<@${mention.id}>` : label;
}

/** Mentions stand in the order of the entities; the name is looked at first, because some clients leave one out. */
function readPlain(raw: string, mentions: readonly Mention[], bot: string | null): string {
  const left = [...mentions];
  return raw
    .replace(/<quoted\b[^<>]*>/gi, '')
    .split(/<at[^<>]*>([^<]*)<\/at>/i)
    .map((piece, index) => {
      if (index % 2 === 0) return readEntities(piece);
      const label = readEntities(piece).trim();
      const found = left.findIndex(({ name }) => name === label);
      const [mention] = left.splice(Math.max(found, 0), 1);
      return markOf(mention, label, bot);
    })
    .join('')
    .trim();
}

/** Whoever mentions the bot first or last talks to it; in the middle of a sentence its name is a word of it. */
function withoutBot(words: string, bot: string | null): { text: string; mentionsBot: boolean } {
  const mention = `<@${bot ?? ''}>`;
  if (bot === null || !words.includes(mention)) return { text: words, mentionsBot: false };
  let rest = words;
  if (rest.startsWith(mention)) rest = rest.slice(mention.length).replace(/^[\s,:]+/, '');
  if (rest.endsWith(mention)) rest = rest.slice(0, -mention.length).trimEnd();
  return { text: rest.replaceAll(mention, 'WeSaid'), mentionsBot: true };
}
