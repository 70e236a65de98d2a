import type { ReadinessIntent } from '../commands/readiness.ts';
import type { Huddle } from '../domain/huddle.ts';
import { mayUse } from '../domain/permissions.ts';
import type { Document } from '../messages/document.ts';
import { note } from '../messages/frame.ts';
import { notIn } from '../messages/help.ts';
import { notAllowed } from '../messages/people.ts';
import { careQuestion, dataContactForm, readinessMessage } from '../messages/readiness.ts';
import { contactMessage } from '../messages/rights.ts';
import type { Reply } from '../ports.ts';
import { readinessWords as words } from '../words/en/readiness.ts';
import { begin, readinessNow } from './begin.ts';
import { contactNamed, setContact } from './complaints.ts';
import { inHuddle, reaches, type Context, type MemberContext } from './context.ts';
import { answer, open } from './people-reply.ts';

/** What a huddle needs before it asks real people. Buttons and forms come past the registry, so who may is asked here too. */
export async function performReadiness(intent: ReadinessIntent, asked: Context): Promise<Reply> {
  const context = await meant(intent, asked);
  const refusal = mayUse('coordinator', context);
  if (refusal !== null) return answer(context, notAllowed(refusal));
  if (!inHuddle(context)) return answer(context, notIn(context.huddle));
  switch (intent.want) {
    case 'ready':
      return answer(context, await checkList(context));
    case 'care':
      return answer(context, intent.yes === null ? careQuestion(context.huddle) : await saveCare(intent.yes, context));
    case 'data-contact':
      return dataContact(intent.words, context);
    case 'data-contact-form':
      return open(dataContactForm(context.huddle), words.contactHow);
  }
}

/** A button names its huddle. */
async function meant({ huddle: id }: ReadinessIntent, context: Context): Promise<Context> {
  if (id === null || context.huddle?.id === id) return context;
  if (!reaches(context, id)) return { ...context, huddle: null, member: null };
  const member = context.person === null ? null : await context.records.members.get(id, context.person.id);
  return member === null ? context : { ...context, huddle: await context.records.huddles.get(id), member };
}

/** With all of it there it begins, and what was held back is looked at on the next beat. */
async function checkList(context: MemberContext): Promise<Document> {
  const { huddle, records, mustBeReady } = context;
  const readiness = await readinessNow(huddle, context);
  if (mustBeReady && readiness.status === 'ready') {
    const { id, checkIn, nextDigestAt } = await begin(huddle, context);
    const isMet = (await records.huddles.places(id)).length > 0;
    if (isMet) await records.timers.set('check-in', id, id, checkIn?.nextDueAt ?? null);
    if (isMet) await records.timers.set('digest', id, id, nextDigestAt);
  }
  return readinessMessage(huddle, readiness, { waits: mustBeReady });
}

/** A yes is refused by what follows from it: nothing is asked or posted any more. */
async function saveCare(yes: boolean, context: MemberContext): Promise<Document> {
  const { records, now } = context;
  const huddle: Huddle = { ...context.huddle, care: yes ? 'yes' : 'no', version: context.huddle.version + 1 };
  if (context.huddle.care !== huddle.care) {
    await records.huddles.save(huddle);
    const event = { type: 'SettingChanged', at: now, setting: words.careSetting, words: { value: '' } } as const;
    await records.journal.append(huddle.id, [event]);
  }
  return checkList({ ...context, huddle: context.huddle.care === huddle.care ? context.huddle : huddle });
}

/** A form that was sent empty is told so; a line that lacks the words shows who it is now. */
async function dataContact(typed: string, context: MemberContext): Promise<Reply> {
  const { interaction } = context;
  if (typed === '' && interaction.kind === 'form') return { kind: 'invalid', fields: { words: words.needsWords } };
  if (typed !== '') return answer(context, await setContact('dataContact', typed, context));
  const { name } = await contactNamed('dataContact', context);
  if (name === null)
    return { kind: 'form', form: dataContactForm(context.huddle), document: note(words.contactNone, words.contactHow) };
  return answer(context, contactMessage('dataContact', name, { saved: false }));
}
