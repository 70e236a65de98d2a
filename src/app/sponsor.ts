import { readPerson } from '../commands/intent.ts';
import type { SponsorIntent } from '../commands/sponsor.ts';
import type { Huddle } from '../domain/huddle.ts';
import { mayUse } from '../domain/permissions.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { NoteCommand, NoteRefusalCode } from '../domain/sponsor-note.ts';
import type { ToldPage } from '../domain/told-page.ts';
import { note } from '../messages/frame.ts';
import { notIn } from '../messages/help.ts';
import { notAllowed } from '../messages/people.ts';
import { noPlaceNow } from '../messages/places.ts';
import { additionQuestion, noteDraft, notePrint, noteRefusal, noteReply } from '../messages/sponsor.ts';
import type { Reply } from '../ports.ts';
import { sponsorWords as words } from '../words/en/sponsor.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import { printAddress } from './guests-tokens.ts';
import { answer } from './people-reply.ts';
import { withNames } from './promise-people.ts';
import { opened } from './promise-questions.ts';
import { inNamed } from './named-huddle.ts';
import { noteAggregate } from './sponsor-book.ts';
import { setNoteTimer } from './sponsor-due.ts';
import { findPerson } from './who.ts';

/** The sponsor and their note. Buttons and forms come past the registry, so who may is asked here too. */
export async function performSponsor(intent: SponsorIntent, asked: Context): Promise<Reply> {
  const context = await inNamed(intent.huddle, asked);
  const refusal = mayUse('coordinator', context);
  if (refusal !== null) return answer(context, notAllowed(refusal));
  if (!inHuddle(context)) return answer(context, notIn(context.huddle));
  switch (intent.want) {
    case 'name':
      return name(intent.words, context);
    case 'note':
      return show(context);
    case 'note-add':
      return add(intent.words, context);
    case 'note-post':
      return post(context);
    case 'note-print':
      return print(context);
  }
}

const longestName = 200;

async function name(typed: string, context: MemberContext): Promise<Reply> {
  const { huddle, records, now } = context;
  if (typed === '') {
    const who = huddle.sponsor?.words;
    return answer(context, note(who === undefined ? words.noSponsor : words.isSponsor(who), words.sponsorHow));
  }
  if (typed.length > longestName) return answer(context, note(words.tooLong));
  const isOff = /^(?:none|nobody|no one|off|no)$/i.test(typed);
  const sponsor = { words: await withNames(typed, context), person: await findPerson(readPerson(typed), context) };
  const changed: Huddle = { ...huddle, sponsor: isOff ? undefined : sponsor, version: huddle.version + 1 };
  await records.huddles.save(changed);
  await setNoteTimer(records, changed, now);
  const event = { type: 'SettingChanged', at: now, setting: 'sponsor', words: { value: typed } } as const;
  await records.journal.append(huddle.id, [event]);
  return answer(
    context,
    isOff ? note(words.sponsorGone) : note(words.sponsorSaved(sponsor.words), words.sponsorMonthly),
  );
}

/** The one that waits to be posted; or a new one. */
async function show(context: MemberContext): Promise<Reply> {
  const { huddle, now } = context;
  const waiting = await newest(context);
  if (waiting !== null && waiting.postedAt === null) return answer(context, noteDraft(huddle, waiting));
  const done = await context.run(noteAggregate, { type: 'MakeNote', huddle: huddle.id, now, asked: true });
  if (isRefusal(done)) return refused(done, context);
  const made = await newest(context);
  return made === null ? { kind: 'none' } : answer(context, noteDraft(huddle, made));
}

async function newest({ records, huddle }: MemberContext): Promise<ToldPage | null> {
  return (await records.pages.list(huddle.id, 'note')).at(-1) ?? null;
}

async function add(typed: string | null, context: MemberContext): Promise<Reply> {
  if (typed === null) return opened(additionQuestion(context.huddle));
  return act({ type: 'AddToNote', words: await withNames(typed, context) }, 'added', context);
}

async function post(context: MemberContext): Promise<Reply> {
  const { huddle, records } = context;
  if ((await records.huddles.places(huddle.id)).length === 0) return answer(context, noPlaceNow(huddle));
  return act({ type: 'PostNote' }, 'nowPosted', context);
}

type Wanted =
  Extract<NoteCommand, { type: 'AddToNote' | 'PostNote' }> extends infer Each
    ? Each extends NoteCommand
      ? Omit<Each, 'huddle' | 'now' | 'by'>
      : never
    : never;

async function act(wanted: Wanted, what: 'added' | 'nowPosted', context: MemberContext): Promise<Reply> {
  const { huddle, person, now } = context;
  const command: NoteCommand = { ...wanted, huddle: huddle.id, now, by: person.id };
  const done = await context.run(noteAggregate, command);
  if (isRefusal(done)) return refused(done, context);
  const page = await newest(context);
  return page === null ? { kind: 'none' } : { kind: 'private', document: noteReply(page, what) };
}

function refused(refusal: Refusal, context: MemberContext): Reply {
  // Only the rules of notes refuse here.
  const why = noteRefusal(refusal as Refusal<NoteRefusalCode>);
  if (context.interaction.kind === 'form') return { kind: 'invalid', fields: { words: why } };
  return { kind: 'private', document: note(why) };
}

async function print(context: MemberContext): Promise<Reply> {
  const { huddle, links, wallNow } = context;
  const page = await newest(context);
  if (page === null) return refused({ refused: 'no-note', details: {} }, context);
  const subject = `${huddle.id}/note/${String(page.number)}`;
  const address = links === null ? null : printAddress(links, { of: 'page', subject }, wallNow);
  return { kind: 'private', document: notePrint(huddle, address) };
}
