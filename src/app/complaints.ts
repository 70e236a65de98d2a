import { readPerson } from '../commands/intent.ts';
import { takesPart, type Huddle } from '../domain/huddle.ts';
import type { PersonId } from '../domain/ids.ts';
import { addDays, localDate } from '../domain/time.ts';
import type { Document } from '../messages/document.ts';
import { note } from '../messages/frame.ts';
import { complainMessage, complaintNote, complaintTold, contactMessage } from '../messages/rights.ts';
import type { Outgoing, Records } from '../ports.ts';
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
  const { name, reachable } = await contactOf(context);
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

async function contactOf({ huddle, records }: Pick<Context, 'huddle' | 'records'>): Promise<Contact> {
  const named = huddle?.complaints;
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
  const { name, reachable } = await contactOf(context);
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

/** `settings complaints contact`: a member by name or mention, or anyone with how to reach them. */
export async function setContact(typed: string, context: MemberContext): Promise<Document> {
  const { huddle, records, now } = context;
  if (typed === '') return contactMessage((await contactOf(context)).name, { saved: false });
  if (typed.length > longestContact) return note(words.contactTooLong);
  const complaints = { words: typed, person: await findPerson(readPerson(typed), context) };
  const changed: Huddle = { ...huddle, complaints, version: huddle.version + 1 };
  await records.huddles.save(changed);
  const value = { value: typed };
  const event = { type: 'SettingChanged', at: now, setting: 'complaints contact', words: value } as const;
  await records.journal.append(huddle.id, [event]);
  return contactMessage((await contactOf({ huddle: changed, records })).name ?? typed, { saved: true });
}
