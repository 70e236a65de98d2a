import { isPast, usualDate } from '../domain/commitment-make.ts';
import type { MeetingEvent } from '../domain/events-promises.ts';
import { groupOf, sidesOf, takesPart, type Huddle } from '../domain/huddle.ts';
import type { HuddleId, PersonId } from '../domain/ids.ts';
import {
  decideMeeting,
  evolveMeeting,
  type Meeting,
  type MeetingBook,
  type MeetingCommand,
} from '../domain/meeting.ts';
import type { Said } from '../domain/meeting-said.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import type { MeetingFacts } from '../messages/meetings.ts';
import type { Records } from '../ports.ts';
import { execute, type Aggregate, type Reaction } from './execute.ts';
import { ideaAggregate } from './ideas.ts';
import { promiseAggregate } from './promise-book.ts';

export const meetingAggregate: Aggregate<MeetingCommand, MeetingBook, MeetingEvent> = {
  load: (records, command) => openMeetings(records, command.huddle, 'number' in command ? command.number : null),
  decide: decideMeeting,
  evolve: evolveMeeting,
  save: async (records, { meeting, here, huddle }, before, now) => {
    if (meeting === null) return;
    const version = (before.meeting?.version ?? 0) + 1;
    const state = before.meeting?.state;
    const said = meeting.state.status === 'confirmed' && state !== undefined && 'said' in state ? state.said : null;
    const made = said === null ? meeting : await carryOut(said, meeting, { records, here, huddle, now });
    await records.meetings.save({ ...made, version });
  },
  react,
};

export async function openMeetings(records: Records, id: HuddleId, number: number | null): Promise<MeetingBook> {
  const huddle = await records.huddles.get(id);
  if (huddle === null) throw new Error('a meeting of an unknown huddle');
  const members = (await records.members.of(id)).filter(takesPart);
  const all = await records.meetings.list(id);
  return {
    huddle: id,
    zone: huddle.zone,
    meeting: all.find((meeting) => meeting.number === number) ?? null,
    nextNumber: await records.meetings.nextNumber(id),
    waiting: all.filter(({ state }) => 'said' in state).length,
    here: new Map(members.map((member) => [member.person, sidesOf(huddle, member)])),
    coordinators: new Set(members.filter(({ coordinator }) => coordinator).map(({ person }) => person)),
    promises: new Set((await records.promises.list(id)).map((promise) => promise.number)),
  };
}

interface Carrying {
  readonly records: Records;
  readonly here: MeetingBook['here'];
  readonly huddle: HuddleId;
  readonly now: Instant;
}

/**
 * Once, with the save that confirms them: promises by the rules of promises, and ideas. What nobody here can own any more
 * is kept as an idea, so that nothing that was said is lost.
 */
async function carryOut(said: Said, meeting: Meeting, to: Carrying): Promise<Meeting> {
  const { state } = meeting;
  if (state.status !== 'confirmed') return meeting;
  const promises: number[] = [];
  const ideas: number[] = [];
  for (const promise of said.promises) {
    const number = await makePromise(promise, {
      ...to,
      maker: to.here.has(meeting.notedBy) ? meeting.notedBy : null,
      by: state.by,
    });
    if (number !== null) promises.push(number);
    else ideas.push(...(await raise({ text: promise.what, group: null }, to)));
  }
  for (const idea of said.ideas) ideas.push(...(await raise(idea, to)));
  return { ...meeting, state: { ...state, promises, ideas } };
}

/** A day that went by while the notes waited moves to the usual one, as it does for a promise that was asked for. */
async function makePromise(
  { what, due, owners, forSide }: Said['promises'][number],
  { records, here, huddle, now, maker, by }: Carrying & { readonly maker: PersonId | null; readonly by: PersonId },
): Promise<number | null> {
  const able = owners.filter((owner) => here.has(owner));
  if (able.length === 0 && (owners.length > 0 || maker === null)) return null;
  const zone = (await records.huddles.get(huddle))?.zone ?? 'UTC';
  const day = isPast(due, now, { zone }) ? usualDate(now, { zone }) : due;
  const command = { type: 'Make', huddle, now, by: maker ?? by, what, owners: able, forSide, due: day } as const;
  const done = await execute(records, promiseAggregate, command);
  return isRefusal(done) ? null : (done.events[0]?.number ?? null);
}

async function raise(
  { text, group }: Said['ideas'][number],
  { records, huddle, now }: Carrying,
): Promise<readonly number[]> {
  const home = await records.huddles.get(huddle);
  const side = home === null ? null : (groupOf(home, group)?.side ?? null);
  const command = { type: 'RaiseIdea', huddle, now, text, by: null, group, side, fromMeeting: true } as const;
  const done = await execute(records, ideaAggregate, command);
  return isRefusal(done) ? [] : done.events.map(({ idea }) => idea);
}

/** Everyone reads how the notes stand; whoever wrote them hears what is wrong; of a yes, whoever is said to have said it. */
function react(event: MeetingEvent, { huddle, meeting, here }: MeetingBook): readonly Reaction[] {
  if (meeting === null) return [];
  const subject = `${huddle}/${String(event.meeting)}`;
  const shown: Reaction = { kind: 'meeting', subject, to: 'places' };
  switch (event.type) {
    case 'MeetingNoted':
    case 'MeetingMended':
    case 'MeetingDropped':
      return [shown];
    case 'MeetingSaidWrong': {
      const to = here.has(meeting.notedBy) ? { person: meeting.notedBy } : 'coordinators';
      return [shown, { kind: 'meeting-wrong', subject: `${subject}/${event.at}`, to }];
    }
    case 'MeetingConfirmed': {
      const asked = event.words.yeses.flatMap(({ promise, people }) =>
        people.filter((person) => here.has(person)).map((person) => ({ promise, person })),
      );
      const ask = ({ promise, person }: (typeof asked)[number]): Reaction => ({
        kind: 'meeting-yes',
        subject: `${subject}/${String(promise)}`,
        to: { person },
      });
      return [shown, ...asked.map(ask)];
    }
  }
}

/** Everything that messages about meetings are built from. */
export async function meetingFacts(records: Records, huddle: Huddle): Promise<MeetingFacts> {
  return {
    huddle,
    members: await records.members.of(huddle.id),
    names: await records.people.names(huddle.id),
    promises: new Map((await records.promises.list(huddle.id)).map(({ number, what }) => [number, what])),
    ideas: new Map((await records.ideas.list(huddle.id)).map(({ number, text }) => [number, text])),
  };
}
