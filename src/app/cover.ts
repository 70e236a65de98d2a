import type { CoverIntent } from '../commands/cover.ts';
import { answerCover, awayOf, awayOn, comeBack, coverNow, goAway, readersOf } from '../domain/cover.ts';
import { standingNow, type Huddle } from '../domain/huddle.ts';
import type { PersonId } from '../domain/ids.ts';
import { mayUse } from '../domain/permissions.ts';
import { isRefusal } from '../domain/refusal.ts';
import { localDate } from '../domain/time.ts';
import {
  awayForm,
  awayMessage,
  backMessageOf,
  coverRefusal,
  standInActions,
  standInMessage,
} from '../messages/cover.ts';
import type { Action } from '../messages/document.ts';
import { note } from '../messages/frame.ts';
import { notAllowed } from '../messages/people.ts';
import type { Reply } from '../ports.ts';
import { commonWords } from '../words/en/common.ts';
import { coverWords as words } from '../words/en/cover.ts';
import { inHuddle, reaches, type Context, type MemberContext } from './context.ts';
import { runsIt } from './coordinators.ts';
import { forCoordinators } from './cover-notes.ts';
import { enqueue } from './execute.ts';
import { outside } from './outside.ts';
import { answer, open } from './people-reply.ts';
import { findPerson } from './who.ts';

type Away = Extract<CoverIntent, { readonly want: 'away' }>;

/** Being away as a coordinator. What is said here is only ever said to that person, or to whoever covers. */
export async function performCover(intent: CoverIntent, asked: Context): Promise<Reply> {
  const context = await meant(intent, asked);
  const refusal = mayUse(intent.want === 'stand-in' ? 'anyone' : 'coordinator', context);
  if (refusal !== null) return answer(context, notAllowed(refusal));
  if (!inHuddle(context)) return outside(context);
  switch (intent.want) {
    case 'look':
      return look(context.huddle, context);
    case 'form':
      return open(awayForm(context.huddle, { until: null, cover: '' }), words.typeInstead);
    case 'away':
      return away(intent, context);
    case 'back':
      return back(context);
    case 'stand-in':
      return standIn(intent, context);
  }
}

async function meant({ huddle: id }: CoverIntent, context: Context): Promise<Context> {
  if (id === null || context.huddle?.id === id || !reaches(context, id)) return context;
  const huddle = await context.records.huddles.get(id);
  const member = context.person === null ? null : await context.records.members.get(id, context.person.id);
  return huddle === null ? context : { ...context, huddle, member };
}

async function look(huddle: Huddle, context: MemberContext): Promise<Reply> {
  const { records, person, member } = context;
  const at = { members: await records.members.of(huddle.id), today: todayOf(context) };
  const own = awayOf(huddle, person.id, at.today);
  const names = await records.people.names(huddle.id);
  const nameOf = (id: PersonId) => names.get(id) ?? commonWords.thatPerson;
  const readers = readersOf(huddle, { ...at, standIns: true });
  const isCopied = readers.some((one) => one.person === person.id && one.from !== null);
  const others = readers
    .filter((one) => one.person !== person.id && one.from === null)
    .map((one) => nameOf(one.person));
  return answer(
    context,
    awayMessage({
      huddle,
      away: own,
      cover: own?.cover == null ? null : nameOf(own.cover),
      readers: isCopied ? others : [],
      restComes: readersOf(huddle, { ...at, standIns: false }).every((one) => one.from === null),
      isMember: standingNow(member).status === 'active',
    }),
  );
}

async function away({ until, cover: word }: Away, context: MemberContext): Promise<Reply> {
  const { records, huddle, person, now } = context;
  if (until === null) return refused('day-unread', context);
  const cover = word === null ? null : await findPerson(word, context);
  if (word !== null && cover === null) return refused('cover-unknown', context);
  const today = todayOf(context);
  const after = goAway(huddle, { person: person.id, until, cover, today }, await records.members.of(huddle.id));
  if (isRefusal(after)) return refused(after.refused, context);
  await save(after, context);
  const set = awayOf(after, person.id, today);
  if (cover !== null && set?.answer !== 'yes') {
    const subject = `${huddle.id}/${person.id}/${until}`;
    // Done again by the same act, nobody is asked twice.
    if ((await records.outbox.get('cover-asked', subject, { person: cover })) === null)
      await enqueue(records, {
        huddle: huddle.id,
        now,
        reactions: [{ kind: 'cover-asked', subject, to: { person: cover } }],
      });
  }
  return look(after, context);
}

function refused(code: Parameters<typeof coverRefusal>[0], context: MemberContext): Reply {
  const why = coverRefusal(code);
  const field = code.startsWith('day') ? 'until' : 'cover';
  if (context.interaction.kind === 'form') return { kind: 'invalid', fields: { [field]: why } };
  return { kind: 'private', document: note(why) };
}

async function back(context: MemberContext): Promise<Reply> {
  const { records, huddle, person, now } = context;
  const after = comeBack(huddle, person.id, todayOf(context));
  if (after !== huddle) {
    await save(after, context);
    await records.outbox.bringForward({
      person: person.id,
      huddle: huddle.id,
      kinds: [...forCoordinators, 'meeting-wrong'],
      now,
    });
  }
  return answer(context, backMessageOf(huddle, after !== huddle));
}

async function standIn(
  { yes, of }: Extract<CoverIntent, { readonly want: 'stand-in' }>,
  context: MemberContext,
): Promise<Reply> {
  const { records, huddle, person, now } = context;
  const today = todayOf(context);
  const { huddle: after, told } = answerCover(huddle, { by: person.id, of, yes, today });
  if (told.length > 0) await save(after, context);
  const reactions = told.map(({ person: to }) => ({
    kind: 'cover-answered' as const,
    subject: `${huddle.id}/${yes ? 'yes' : 'no'}/${now}`,
    to: { person: to },
  }));
  await enqueue(records, { huddle: huddle.id, now, reactions });
  const asks = awayOn(after, today).filter(({ cover, answer: said }) => cover === person.id && said !== null);
  const until =
    asks
      .map((one) => one.until)
      .sort()
      .at(-1) ?? null;
  return answer(context, standInMessage(huddle, yes, until));
}

async function save(after: Huddle, { huddle, records }: MemberContext): Promise<void> {
  await records.huddles.save({ ...after, version: huddle.version + 1 });
}

function todayOf({ huddle, now }: MemberContext) {
  return localDate(now, huddle.zone);
}

/** For the home view: what waits for whoever is asked, and where questions about running the huddle go. */
export async function coverFor(context: MemberContext) {
  const { records, huddle, person, member } = context;
  const today = todayOf(context);
  const all = awayOn(huddle, today);
  if (all.length === 0) return { waiting: [], also: [] };
  const members = await records.members.of(huddle.id);
  const names = await records.people.names(huddle.id);
  const waiting: { line: string; actions: readonly Action[] }[] = all
    .filter(({ cover, answer: said }) => cover === person.id && said === 'asked')
    .map((one) => ({
      line: words.waits(names.get(one.person) ?? commonWords.thatPerson, one.until),
      actions: standInActions(huddle, one),
    }));
  const own = awayOf(huddle, person.id, today);
  const covers = new Set(all.flatMap((one) => coverNow(huddle, one, { members, today }) ?? []));
  const goTo = [...covers].flatMap((cover) => names.get(cover) ?? []);
  const also = [
    ...(own !== null && runsIt(member) ? [words.away(own.until)] : []),
    ...(goTo.length > 0 ? [words.goTo(goTo)] : []),
  ];
  return { waiting, also };
}
