import type { SponsorEvent } from '../domain/events-digest.ts';
import type { Huddle } from '../domain/huddle.ts';
import {
  decideNote,
  evolveNote,
  noteFrom,
  remindsAt,
  type NoteBook,
  type NoteCommand,
} from '../domain/sponsor-note.ts';
import type { PageFacts } from '../domain/told-page.ts';
import { pageFacts, type PageSources } from '../domain/told-page-facts.ts';
import type { Records } from '../ports.ts';
import { sponsorWords as words } from '../words/en/sponsor.ts';
import type { Aggregate, Reaction } from './execute.ts';

/** More weeks than any page looks back. */
const mostWeeks = 120;

export const noteAggregate: Aggregate<NoteCommand, NoteBook, SponsorEvent> = {
  load: async (records, { huddle: id, now }) => {
    const huddle = await records.huddles.get(id);
    if (huddle === null) throw new Error('a note of an unknown huddle');
    const notes = await records.pages.list(id, 'note');
    const posted = notes.filter(({ postedAt }) => postedAt !== null).map(({ facts }) => facts);
    const members = await records.members.of(id);
    const from = noteFrom(notes, { now, zone: huddle.zone, setUpAt: huddle.setUpAt });
    return {
      huddle: id,
      sponsor: huddle.sponsor?.words ?? null,
      coordinators: new Set(members.filter(({ coordinator }) => coordinator).map(({ person }) => person)),
      note: notes.at(-1) ?? null,
      facts: await factsOf(records, huddle, { from, to: now, before: posted }),
    };
  },
  decide: decideNote,
  evolve: evolveNote,
  save: async (records, { note }, before) => {
    if (note === null) return;
    const { huddle, number, postedAt, reminded } = note;
    const version = before.note?.number === number ? before.note.version : 0;
    await records.pages.save({ ...note, version: version + 1 });
    const waits = postedAt === null && !reminded;
    await records.timers.set('sponsor-remind', `${huddle}/${String(number)}`, huddle, waits ? remindsAt(note) : null);
  },
  react: (event, { huddle }) => {
    const subject = `${huddle}/${String(event.note)}`;
    const toRead: Reaction = { kind: 'sponsor-note', subject, to: 'coordinators' };
    switch (event.type) {
      case 'SponsorNoteMade':
        // Whoever asked for it reads it at once.
        return event.asked ? [] : [toRead];
      case 'SponsorNoteAdded':
        return [toRead];
      case 'SponsorNotePosted':
        return [{ kind: 'sponsor-posted', subject, to: 'places' }, toRead];
      case 'SponsorNoteReminded':
        return [{ kind: 'sponsor-remind', subject, to: 'coordinators' }];
    }
  },
};

/** What a page of that time tells, without the names that are known here. */
export async function factsOf(
  records: Records,
  { id, zone }: Huddle,
  time: Pick<PageSources, 'from' | 'to' | 'before' | 'besides'>,
): Promise<PageFacts> {
  return pageFacts({
    zone,
    ...time,
    promises: await records.promises.list(id),
    asks: await records.asks.list(id),
    digests: (await records.digests.recent(id, mostWeeks)).map(({ facts }) => facts),
    names: [...(await records.people.names(id)).values()],
    instead: words.someoneHere,
  });
}
