import type { PeopleIntent } from '../commands/people.ts';
import { notIn } from '../messages/help.ts';
import { mayUse, type Audience } from '../domain/permissions.ts';
import { refuse } from '../domain/refusal.ts';
import { newcomerHello, notAllowed } from '../messages/people.ts';
import type { Reply } from '../ports.ts';
import type { Context } from './context.ts';
import { inHuddle, reaches, type MemberContext } from './context.ts';
import { takeDaysOff } from './days-off.ts';
import { appointPerson, invitePeople, invitePerson, listPeople, openInvite, withdrawPerson } from './people-invite.ts';
import {
  allow,
  answerCounted,
  decline,
  join,
  leave,
  pause,
  pickGroup,
  renew,
  resume,
  stop,
  takePart,
} from './people-join.ts';
import { performMe } from './people-me.ts';
import { answer } from './people-reply.ts';
import { performSchedule, performSettings } from './settings.ts';
import { letIn, takenOut } from './let-in.ts';
import { openSetup, performSetup } from './setup.ts';

/** Everything about being in a huddle. What would tell others something about a person is only ever said to that person. */
export async function performPeople(intent: PeopleIntent, asked: Context): Promise<Reply> {
  if (intent.want === 'setup') return performSetup(intent, asked);
  if (intent.want === 'setup-form') return openSetup(intent.parts, asked);
  if (intent.want === 'hello') return hello(asked);
  if (intent.want === 'let-in') return letIn(asked);
  if (intent.want === 'taken-out') return takenOut(asked);
  const context = await meant(intent, asked);
  if (intent.want === 'join') return join(intent.as, context);
  const refusal = mayUse(audience(intent), context);
  if (refusal !== null) return answer(context, notAllowed(refusal));
  if (!inHuddle(context)) return answer(context, notAllowed(notHere(context)));
  return perform(intent, context);
}

function notHere({ huddle }: Context) {
  return huddle === null ? refuse('no-huddle-here') : refuse('not-invited', { huddle: huddle.name });
}

type InHuddle = Exclude<
  PeopleIntent,
  { readonly want: 'setup' | 'setup-form' | 'hello' | 'let-in' | 'taken-out' | 'join' }
>;

function perform(intent: InHuddle, context: MemberContext): Promise<Reply> {
  switch (intent.want) {
    case 'take-part':
      return takePart(null, context);
    case 'decline':
      return decline(context);
    case 'be-counted':
      return answerCounted(intent.yes, context);
    case 'allow':
      return allow(intent, context);
    case 'renew':
      return renew(context);
    case 'pick-group':
      return pickGroup({ group: intent.group, also: null }, context);
    case 'pause':
      return pause(context, { unread: intent.unread === true });
    case 'stop':
      return stop(context);
    case 'days-off':
      return takeDaysOff(intent.typed, context);
    case 'resume':
      return resume(context);
    case 'leave':
      return leave(context);
    case 'me':
      return performMe(intent.words, context);
    case 'people':
      return listPeople(context);
    case 'invite-form':
      return Promise.resolve(openInvite(context));
    case 'invite':
      return invitePeople(intent.people, context);
    case 'invite-person':
      return invitePerson(intent.person, context);
    case 'appoint':
      return appointPerson(intent.person, context);
    case 'withdraw':
      return withdrawPerson(intent.person, context);
    case 'schedule':
    case 'schedule-form':
      return performSchedule(intent, context);
    case 'settings':
      return performSettings(intent, context);
  }
}

/** Buttons and forms come past the registry, so what only coordinators may do is held here too. */
function audience({ want }: InHuddle): Audience {
  switch (want) {
    case 'people':
    case 'invite':
    case 'invite-form':
    case 'invite-person':
    case 'appoint':
    case 'withdraw':
    case 'schedule':
    case 'schedule-form':
    case 'settings':
      return 'coordinator';
    case 'me':
    case 'take-part':
    case 'decline':
    case 'be-counted':
    case 'allow':
    case 'renew':
    case 'pick-group':
    case 'pause':
    case 'days-off':
    case 'stop':
    case 'resume':
    case 'leave':
      return 'anyone';
  }
}

/** A button names its huddle: it works in a chat with the bot, and for someone who has left. */
async function meant({ huddle: id }: PeopleIntent, context: Context): Promise<Context> {
  if (id === undefined || context.huddle?.id === id) return context;
  if (!reaches(context, id)) return { ...context, huddle: null, member: null };
  const huddle = await context.records.huddles.get(id);
  if (huddle === null) return context;
  const member = context.person === null ? null : await context.records.members.get(id, context.person.id);
  return { ...context, huddle, member };
}

/** Someone came into the channel, or brought the bot in. Whoever is in the huddle, or was, needs no hello. */
function hello(context: Context): Reply {
  if (context.member !== null || context.interaction.where === 'direct') return { kind: 'none' };
  if (context.huddle === null) return { kind: 'private', document: notIn(null) };
  return { kind: 'private', document: newcomerHello(context.huddle) };
}
