import { readPerson } from '../commands/intent.ts';
import { takesPart, type Huddle } from '../domain/huddle.ts';
import type { PersonId } from '../domain/ids.ts';
import { addDays, localDate } from '../domain/time.ts';
import type { Document } from '../messages/document.ts';
import { note } from '../messages/frame.ts';
import { complainMessage, complaintNote, complaintTold, contactMessage } from '../messages/rights.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import { commonWords } from '../words/en/common.ts';
import { rightsWords as words } from '../words/en/rights.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import { coordinatorNames } from './coordinators.ts';
import { enqueue } from './execute.ts';
import { findPerson } from './who.ts';

/** A complaint has to be acknowledged within so many days. */
const answerDays = 30;
const longestContact = 200;

/** To whom, and by when they must answer. What it is about is no business of ours, and is not asked. */
export async function complain(context: Context): Promise<Document> {
  const { huddle, now } = context;
  const runBy = inHuddle(context) ? await coordinatorNames(context) : [];
  const { name, reachable } = await contactNamed('complaints', context);
  const today = localDate(now, huddle?.zone ?? 'Europe/London');
  return complainMessage({
    contact: name,
    runBy: commonWords.thoseWhoRunIt(runBy),
    today,
    due: addDays(today, answerDays),
    tell: reachable === null || context.person === null || reachable === context.person.id ? null : huddle,
  });
}

interface Contact {
  /** With how to reach them, as the coordinators wrote it. */
  readonly name: string | null;
  /** Set where they are in the huddle, and we can tell them. */
  readonly reachable: PersonId | null;
}

/** Who takes complaints, or who answers for the data. A member who has left is none. */
export async function contactNamed(
  what: 'complaints' | 'dataContact',
  { huddle, records }: Pick<Context, 'huddle' | 'records'>,
): Promise<Contact> {
  const named = huddle?.[what];
  if (huddle === null || named === undefined) return { name: null, reachable: null };
  if (named.person === null) return { name: named.words, reachable: null };
  const member = await records.members.get(huddle.id, named.person);
  const person = await records.people.get(named.person);
  if (member === null || person === null || !takesPart(member)) return { name: null, reachable: null };
  return { name: person.name, reachable: person.id };
}

/** The contact hears who wants to complain, and the date is noted. Nothing else is kept. */
export async function tellContact(context: Context): Promise<Document> {
  if (!inHuddle(context)) return complain(context);
  const { huddle, person, now, records } = context;
  const { name, reachable } = await contactNamed('complaints', context);
  if (name === null || reachable === null) return complain(context);
  const today = localDate(now, huddle.zone);
  const due = addDays(today, answerDays);
  const subject = `${huddle.id}/${person.id}/${today}`;
  const to = { person: reachable };
  if ((await records.outbox.get('complaint', subject, to)) === null) {
    await records.journal.append(huddle.id, [{ type: 'ComplaintMade', at: now, person: person.id, due }]);
    await enqueue(records, { huddle: huddle.id, now, reactions: [{ kind: 'complaint', subject, to }] });
  }
  return complaintTold({ contact: name, today, due });
}

/** Subject: the huddle, who wants to complain, and the day. */
export async function buildComplaintNote(outgoing: Outgoing, records: Records): Promise<Document | null> {
  const [, person = '', today = ''] = outgoing.subject.split('/');
  const [huddle, who] = [await records.huddles.get(outgoing.huddle), await records.people.get(person as PersonId)];
  if (huddle === null || who === null) return null;
  return complaintNote(huddle, { name: who.name, today, due: addDays(today, answerDays) });
}

/** `settings complaints contact`, `settings data contact`: a member by name or mention, or anyone with how to reach them. */
export async function setContact(
  what: 'complaints' | 'dataContact',
  typed: string,
  context: MemberContext,
): Promise<Document> {
  const { huddle, records, now } = context;
  if (typed === '') return contactMessage(what, (await contactNamed(what, context)).name, { saved: false });
  if (typed.length > longestContact) return note(words.contactTooLong);
  const contact = { words: typed, person: await findPerson(readPerson(typed), context) };
  const changed: Huddle = { ...huddle, [what]: contact, version: huddle.version + 1 };
  await records.huddles.save(changed);
  const setting = what === 'complaints' ? 'complaints contact' : 'data contact';
  await records.journal.append(huddle.id, [{ type: 'SettingChanged', at: now, setting, words: { value: typed } }]);
  const { name } = await contactNamed(what, { huddle: changed, records });
  return contactMessage(what, name ?? typed, { saved: true });
}
