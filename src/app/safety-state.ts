import type { HuddleEvent } from '../domain/events.ts';
import { takesPart, type Huddle } from '../domain/huddle.ts';
import type { PersonId } from '../domain/ids.ts';
import { checkEndsAt, isTellingOn, tellingSubject, type TellingOn } from '../domain/safety.ts';
import {
  decideSafety,
  evolveSafety,
  tellingNow,
  type ChangeSafety,
  type Guarded,
  type SafetyChange,
} from '../domain/safety-rules.ts';
import type { HelpFacts } from '../messages/worry.ts';
import type { Records } from '../ports.ts';
import type { Aggregate, Reaction } from './execute.ts';

/** What a huddle has set for the day on which someone may be in danger. */
export function safetyAggregate(command: ChangeSafety): Aggregate<ChangeSafety, Guarded, HuddleEvent> {
  return {
    load: async (records, { huddle: id }) => {
      const huddle = await records.huddles.get(id);
      if (huddle === null) throw new Error('a huddle that was found is gone');
      return { huddle, members: await records.members.of(id) };
    },
    decide: decideSafety,
    evolve: (guarded) => evolveSafety(command, guarded),
    save: async (records, { huddle }, before) => {
      await records.huddles.save({ ...huddle, version: before.huddle.version + 1 });
      await setCheckTimer(records, huddle);
    },
    react: (_event, guarded) => react(command.change, guarded, command.now),
  };
}

/** Who hears of what. A setting is nobody's news, but for those whom it is about. */
function react(change: SafetyChange, { huddle, members }: Guarded, now: string): readonly Reaction[] {
  const { id, safety } = huddle;
  const telling = safety?.telling;
  switch (change.setting) {
    case 'lead':
      if (telling === undefined) return [];
      return [{ kind: 'lead-asked', subject: `${id}/${telling.askedAt}`, to: { person: telling.lead } }];
    case 'lead-answer': {
      const subject = `${id}/${change.yes ? 'yes' : 'no'}/${now}`;
      return [{ kind: 'lead-answered', subject, to: 'coordinators' }];
    }
    case 'telling': {
      const told = members.filter((member) => takesPart(member) && member.person !== telling?.lead);
      const subject = isTellingOn(telling) ? tellingSubject(id, telling) : `${id}/off/${now}`;
      return told.map(({ person }) => ({ kind: 'telling', subject, to: { person } }));
    }
    case 'contact':
    case 'local':
    case 'number':
    case 'checked':
      return [];
  }
}

/** When the numbers have to be checked again. A moment that has passed is looked at on the next beat. */
export async function setCheckTimer(records: Records, huddle: Huddle): Promise<void> {
  await records.timers.set('numbers-check', huddle.id, huddle.id, checkEndsAt(huddle));
}

/** The person who is told now what may tell of danger; null while nobody is. */
export async function leadNow(huddle: Huddle, records: Records): Promise<TellingOn | null> {
  const lead = huddle.safety?.telling?.lead;
  return lead === undefined ? null : tellingNow(huddle, await records.members.get(huddle.id, lead));
}

/** The same, as people are told of it before they join. */
export async function whoIsTold(huddle: Huddle, records: Records) {
  const telling = await leadNow(huddle, records);
  const name = telling === null ? undefined : (await records.people.names(huddle.id)).get(telling.lead);
  return telling === null || name === undefined ? null : { name, hours: telling.hours };
}

/** It acts only for someone to whom the note about it has been shown. */
export async function knowsOfTelling(person: PersonId, telling: TellingOn, { huddle, records }: InHuddle) {
  const note = await records.outbox.get('telling', tellingSubject(huddle.id, telling), { person });
  return note !== null && note.sent > 0 && note.message !== null;
}

interface InHuddle {
  readonly huddle: Huddle;
  readonly records: Records;
}

/** Whom someone can turn to here. A contact who has left is none. */
export async function helpFacts(huddle: Huddle | null, records: Records): Promise<HelpFacts> {
  const named = huddle?.safety?.contact;
  if (huddle === null || named === undefined) return { huddle, contact: null };
  if (named.person === null) return { huddle, contact: named.words };
  const name = (await records.people.names(huddle.id)).get(named.person);
  if (name === undefined) return { huddle, contact: null };
  return { huddle, contact: named.words.toLowerCase().startsWith(name.toLowerCase()) ? named.words : name };
}
