import type { DigestIntent } from '../commands/digest.ts';
import { digestFacts, type DigestFacts, type DigestSources } from '../domain/digest.ts';
import type { DigestEvent } from '../domain/events-digest.ts';
import { digestWakesAt } from '../domain/draft.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { HuddleId } from '../domain/ids.ts';
import { namedDate, nextComing } from '../domain/holidays.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import { addDays, localDate, weekFrom, weekday, type Instant, type LocalDate, type Week } from '../domain/time.ts';
import { digestMessage } from '../messages/digest.ts';
import {
  digestPosted,
  digestPostedAlready,
  digestPreview,
  digestTooSoon,
  sayWhatIsWrong,
} from '../messages/digest-replies.ts';
import { notIn } from '../messages/help.ts';
import { noPlaceNow } from '../messages/places.ts';
import type { Records, Reply } from '../ports.ts';
import { digestHome, digestSchedule, withNextTimes } from '../domain/huddle-settings.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import { coordinatorNames } from './coordinators.ts';
import { askedIn } from './digest-notes.ts';
import { isWorthTelling, sourcesOf } from './digest-sources.ts';
import { sendDraft } from './checkers-draft.ts';
import { execute, type Aggregate, type Reaction } from './execute.ts';
import { mayPostFrom, withHolidays } from './holidays.ts';
import { heldBack } from './begin.ts';
import { inviteQuietVoices } from './invitations.ts';
import { rests, whenReady, type Waking } from './waking.ts';

interface PublishDigest {
  readonly huddle: HuddleId;
  readonly now: Instant;
  readonly week: Week;
}

interface DigestState {
  readonly sources: DigestSources;
  /** That week's digest is out already. */
  readonly published: boolean;
  readonly facts: DigestFacts | null;
}

export const digestAggregate: Aggregate<PublishDigest, DigestState, DigestEvent> = {
  load: async (records, { huddle: id, now, week }) => {
    const huddle = await theHuddle(records, id);
    return {
      sources: await sourcesOf(records, huddle, { week, now }),
      // Posted by hand, that of a later week may be out while one waits for a holiday to end: then it tells that news too.
      published: ((await records.digests.last(id))?.monday ?? '') >= week.monday,
      facts: null,
    };
  },
  decide: ({ now }, { sources, published }) => {
    const { huddle, week, last } = sources;
    if (published) return refuse('digest-posted-already');
    if (!isWorthTelling(sources)) return refuse('digest-too-soon');
    return [{ type: 'DigestPublished', at: now, monday: week.monday, from: last?.to ?? huddle.setUpAt, to: now }];
  },
  evolve: (state) => ({ ...state, published: true, facts: digestFacts(state.sources) }),
  save: async (records, { sources, facts }) => {
    if (facts === null) return;
    const { huddle, week } = sources;
    await records.digests.add({ huddle: huddle.id, monday: week.monday, from: facts.from, to: facts.to, facts });
    await records.pulses.told(
      (facts.pulses ?? []).map(({ round }) => round),
      week.monday,
    );
  },
  react: ({ monday }, { sources, facts }) => {
    const subject = `${sources.huddle.id}/${monday}`;
    const under = { kind: 'digest' as const, subject };
    const threads = ['digest-proof', 'digest-heard', 'digest-roles'] as const;
    const nudge: readonly Reaction[] = facts?.nudge === true ? [{ kind: 'nudge', subject, to: 'places' }] : [];
    return [
      { ...under, to: 'places' },
      ...threads.map((kind) => ({ kind, subject, to: 'places' as const, under })),
      ...nudge,
    ];
  },
};

/** Its time has come. After downtime it is posted once, for the last whole week, and never in quiet hours. */
export async function wakeDigest(id: HuddleId, waking: Waking): Promise<void> {
  const { records, bankHolidays, now } = waking;
  const stored = await theHuddle(records, id);
  if (stored.nextDigestAt === null) return;
  if (stored.nextDigestAt > now) {
    await sendDraft(stored, weekToTell(stored, stored.nextDigestAt, stored.nextDigestAt), { records, now });
    return;
  }
  if (await rests(id, { kind: 'digest', subject: id, records })) return;
  const found = await whenReady(stored, { kind: 'digest', subject: id }, waking);
  if (found?.nextDigestAt == null) return;
  const huddle = withHolidays(found, now, bankHolidays);
  const allowed = mayPostFrom(now, huddle);
  if (allowed > now) {
    await records.timers.set('digest', id, id, allowed);
    return;
  }
  // Refused when that week's is out already, or nobody had joined yet: then only the next one is set.
  await execute(records, digestAggregate, { huddle: id, now, week: weekToTell(huddle, found.nextDigestAt, now) });
  await inviteQuietVoices(huddle, records, now);
  const next = withNextTimes(huddle, now).nextDigestAt;
  const after = { ...huddle, nextDigestAt: next, version: huddle.version + 1 };
  await records.huddles.save(after);
  await records.timers.set('digest', id, id, digestWakesAt(after));
}

/** The last whole week; for a digest that a holiday moved into the next week, the one that its own day would have told of. */
function weekToTell(huddle: Huddle, due: Instant, now: Instant): Week {
  if (huddle.holidays === undefined) return lastWholeWeek(huddle, now);
  const [schedule, home] = [digestSchedule(huddle), digestHome(huddle)];
  let newest = due;
  for (let next = nextComing(schedule, home, newest); next <= now; next = nextComing(schedule, home, newest))
    newest = next;
  const named = namedDate(schedule, home, newest);
  return named === localDate(newest, huddle.zone) ? lastWholeWeek(huddle, now) : weekBefore(named, huddle);
}

export async function performDigest(intent: DigestIntent, context: Context): Promise<Reply> {
  if (!inHuddle(context)) return { kind: 'private', document: notIn(context.huddle) };
  switch (intent.want) {
    case 'preview':
      return preview(context);
    case 'post':
      return post(context);
    case 'wrong':
      return { kind: 'private', document: sayWhatIsWrong(await coordinatorNames(context)) };
  }
}

/** The digest as it would be posted now: of the last whole week, or of this one when that is out already. */
async function preview({ records, huddle, now }: MemberContext): Promise<Reply> {
  const whole = lastWholeWeek(huddle, now);
  const isOut = (await records.digests.get(huddle.id, whole.monday)) !== null;
  const week = isOut ? weekFrom(addDays(whole.monday, 7), huddle.zone) : whole;
  const sources = await sourcesOf(records, huddle, { week, now });
  const names = await records.people.names(huddle.id);
  const facts = digestFacts(sources);
  const messages = digestMessage(facts, { ...sources, names, isDraft: true, asked: await askedIn(facts, records) });
  const posting = isOut ? 'is-out' : isWorthTelling(sources) ? 'may' : 'too-soon';
  return { kind: 'private', document: digestPreview(messages, { huddle, posting }) };
}

async function post(context: MemberContext): Promise<Reply> {
  const { huddle, now, records } = context;
  if ((await records.huddles.places(huddle.id)).length === 0) return { kind: 'private', document: noPlaceNow(huddle) };
  const held = await heldBack(context);
  if (held !== null) return { kind: 'private', document: held };
  const done = await context.run(digestAggregate, {
    huddle: huddle.id,
    now,
    week: lastWholeWeek(huddle, now),
  });
  return { kind: 'private', document: isRefusal(done) ? refused(done, huddle) : digestPosted() };
}

function refused(refusal: Refusal, huddle: Huddle) {
  return refusal.refused === 'digest-too-soon' ? digestTooSoon(huddle) : digestPostedAlready(huddle);
}

async function theHuddle(records: Records, id: HuddleId): Promise<Huddle> {
  const huddle = await records.huddles.get(id);
  if (huddle === null) throw new Error('a digest without its huddle');
  return huddle;
}

function lastWholeWeek(huddle: Huddle, now: Instant): Week {
  return weekBefore(localDate(now, huddle.zone), huddle);
}

function weekBefore(date: LocalDate, { zone }: Huddle): Week {
  return weekFrom(addDays(date, 1 - weekday(date) - 7), zone);
}
