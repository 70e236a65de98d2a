import { takesPart } from '../domain/huddle.ts';
import type { HuddleId, PersonId } from '../domain/ids.ts';
import { areNumbersChecked, checkEndsAt, tellingSubject } from '../domain/safety.ts';
import type { Instant } from '../domain/time.ts';
import type { Document } from '../messages/document.ts';
import {
  leadAnswered,
  leadAsked,
  leadTold,
  numbersLapsed,
  tellingMessage,
  tellingOffMessage,
} from '../messages/safety.ts';
import { helpCard, type Told } from '../messages/worry.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import { runsIt } from './coordinators.ts';
import { factsOf } from './safety.ts';
import { helpFacts, leadNow, setCheckTimer } from './safety-state.ts';
import { enqueue } from './execute.ts';
import type { Waking } from './waking.ts';

/** Built at the moment of sending, from what is true then; null when there is nothing to show any more. */
export async function buildSafetyNote(note: Outgoing, records: Records, now: Instant): Promise<Document | null> {
  const huddle = await records.huddles.get(note.huddle);
  if (huddle === null) return null;
  const names = await records.people.names(huddle.id);
  const telling = huddle.safety?.telling;
  const nameOf = (person: PersonId | undefined) => (person === undefined ? null : (names.get(person) ?? null));
  switch (note.kind) {
    case 'lead-asked':
      if (telling?.acceptedAt !== null || note.subject !== `${huddle.id}/${telling.askedAt}`) return null;
      return leadAsked(huddle, telling.hours);
    case 'lead-answered': {
      if (note.subject.startsWith(`${huddle.id}/no/`)) return leadAnswered(huddle, null);
      const name = telling?.acceptedAt == null ? null : nameOf(telling.lead);
      return name === null ? null : leadAnswered(huddle, name);
    }
    case 'telling':
      return switched(note, records);
    case 'lead-told': {
      const [, person = '', at = ''] = note.subject.split('/');
      const who = await records.people.get(person as PersonId);
      return who === null ? null : leadTold(huddle, { name: who.name, at });
    }
    case 'numbers-lapsed':
      return areNumbersChecked(huddle, now) ? null : numbersLapsed(await factsOf(huddle, { records, now }));
    case 'help-card':
      return helpCard(await helpFacts(huddle, records), await toldBy(note, records));
    default:
      throw new Error(`not a note about safety: ${note.kind}`);
  }
}

/** On: only while it is so, and only to those who take part. Off: only while it is off. */
async function switched(note: Outgoing, records: Records): Promise<Document | null> {
  const huddle = await records.huddles.get(note.huddle);
  if (huddle === null || !('person' in note.to)) return null;
  const member = await records.members.get(huddle.id, note.to.person);
  if (member === null || !takesPart(member)) return null;
  const telling = await leadNow(huddle, records);
  if (note.subject.startsWith(`${huddle.id}/off/`)) return telling === null ? tellingOffMessage() : null;
  if (telling === null || note.subject !== tellingSubject(huddle.id, telling)) return null;
  const name = (await records.people.names(huddle.id)).get(telling.lead);
  return name === undefined ? null : tellingMessage(huddle, { name, hours: telling.hours });
}

/** The end of a card's subject says what became of telling: "told", "not-reached", or nothing. */
async function toldBy({ subject, huddle: id }: Outgoing, records: Records): Promise<Told> {
  const [, , became = ''] = subject.split('/');
  if (became === 'not-reached') return 'not reached';
  const huddle = became === 'told' ? await records.huddles.get(id) : null;
  const hours = huddle?.safety?.telling?.hours;
  return hours === undefined ? 'no one' : { hours };
}

/** The numbers were last checked too long ago: each coordinator hears of it once, until the next check is over. */
export async function wakeNumbersCheck(id: HuddleId, { records, now }: Waking): Promise<void> {
  const huddle = await records.huddles.get(id);
  if (huddle !== null && checkEndsAt(huddle) > now) return setCheckTimer(records, huddle);
  await records.timers.set('numbers-check', id, id, null);
  if (huddle === null) return;
  const subject = `${id}/${huddle.safety?.numbersCheckedOn ?? 'never'}`;
  for (const { person } of (await records.members.of(id)).filter(runsIt)) {
    const to = { person };
    if ((await records.outbox.get('numbers-lapsed', subject, to)) !== null) continue;
    await enqueue(records, { huddle: id, now, reactions: [{ kind: 'numbers-lapsed', subject, to }] });
  }
}
