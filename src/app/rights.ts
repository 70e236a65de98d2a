import type { RightsIntent } from '../commands/rights.ts';
import { mayUse } from '../domain/permissions.ts';
import { takesPart } from '../domain/huddle.ts';
import type { HuddleId } from '../domain/ids.ts';
import type { Document } from '../messages/document.ts';
import { notIn } from '../messages/help.ts';
import { notAllowed } from '../messages/people.ts';
import {
  changesMessage,
  forgetQuestion,
  forgottenMessage,
  holdsNothing,
  lastCoordinator,
  notForgotten,
  whoSees,
} from '../messages/rights.ts';
import type { Reply } from '../ports.ts';
import { commonWords } from '../words/en/common.ts';
import { platformName } from '../words/en/links.ts';
import { complain, contactNamed, setContact, tellContact } from './complaints.ts';
import { inHuddle, reaches, type Context, type MemberContext } from './context.ts';
import { coordinatorNames, runsIt } from './coordinators.ts';
import { fix } from './fix.ts';
import { forget, runAlone } from './forgetting.ts';
import { myData } from './my-data.ts';
import { outside } from './outside.ts';
import { answer } from './people-reply.ts';
import { changesOf } from './what-changed.ts';

/** What is held of someone, told to them alone; and its end. */
export async function performRights(intent: RightsIntent, asked: Context): Promise<Reply> {
  const context = 'huddle' in intent ? await meant(intent.huddle, asked) : asked;
  switch (intent.want) {
    case 'my-data':
      return answer(context, context.person === null ? holdsNothing() : await myData(intent, context.person, context));
    case 'forget':
      return answer(context, await askToForget(context));
    case 'forget-yes':
      return answer(context, await forgetNow(context));
    case 'forget-no':
      return answer(context, notForgotten());
    case 'fix':
      return inHuddle(context) ? answer(context, await fix(context)) : outside(context);
    case 'who-sees':
      return answer(context, await seenBy(context));
    case 'complain':
      return answer(context, await complain(context));
    case 'complain-tell':
      return answer(context, await tellContact(context));
    case 'complaints-contact':
      return contact(intent.words, context);
    case 'what-changed':
      return changed(intent.page, context);
  }
}

/** A button names its huddle. */
async function meant(id: HuddleId | null, context: Context): Promise<Context> {
  if (id === null || context.huddle?.id === id) return context;
  if (!reaches(context, id)) return { ...context, huddle: null, member: null };
  const huddle = await context.records.huddles.get(id);
  const member = context.person === null ? null : await context.records.members.get(id, context.person.id);
  return member === null ? context : { ...context, huddle, member };
}

async function askToForget(context: Context): Promise<Document> {
  const { person, records } = context;
  if (person === null) return holdsNothing();
  const alone = await runAlone(person, records);
  return alone.length > 0 ? lastCoordinator(alone.map(({ name }) => name)) : forgetQuestion();
}

/** Pressed twice, it says the same: nobody is known then any more. */
async function forgetNow(context: Context): Promise<Document> {
  const { person, records } = context;
  if (person === null) return forgottenMessage();
  const alone = await runAlone(person, records);
  if (alone.length > 0) return lastCoordinator(alone.map(({ name }) => name));
  await forget(person, context);
  return forgottenMessage();
}

async function seenBy(context: Context): Promise<Document> {
  const { huddle, records } = context;
  const runBy = inHuddle(context) ? await coordinatorNames(context) : [];
  const places = huddle === null ? [] : await records.huddles.places(huddle.id);
  const platforms = [...new Set(places.map(({ platform }) => platform))].filter((one) => one in platformName);
  return whoSees({
    runBy: commonWords.thoseWhoRunIt(runBy),
    platforms: platforms.filter((platform) => platform !== 'web'),
    sponsor: huddle?.sponsor?.words ?? null,
    dataContact: (await contactNamed('dataContact', context)).name,
  });
}

async function contact(words: string, context: Context): Promise<Reply> {
  const refusal = mayUse('coordinator', context);
  if (refusal !== null) return answer(context, notAllowed(refusal));
  return inHuddle(context)
    ? answer(context, await setContact('complaints', words, context))
    : answer(context, notIn(context.huddle));
}

async function changed(page: number, context: Context): Promise<Reply> {
  if (!inHuddle(context) || !mayRead(context)) return outside(context);
  return answer(context, changesMessage(context.huddle, await changesOf(page, context)));
}

function mayRead({ member }: MemberContext): boolean {
  return takesPart(member) || runsIt(member);
}
