import type { HuddleEvent } from '../../domain/events.ts';
import type { MemberEvent } from '../../domain/events-people.ts';
import type { Huddle, Member } from '../../domain/huddle.ts';
import { takesPart } from '../../domain/huddle.ts';
import type { PersonId } from '../../domain/ids.ts';
import { memberOf } from '../../domain/membership.ts';
import { tellingSubject } from '../../domain/safety.ts';
import { tellingNow } from '../../domain/safety-rules.ts';
import { localDate } from '../../domain/time.ts';
import type { Reaction } from '../execute.ts';

/**
 * Who hears of what. A yes, a no, a group, a pause and leaving are nobody else's business: the person alone is
 * answered, at once, and nothing goes out. Each invitation is a note of its own, so that a second one arrives anew.
 */
export function reactToPeople(
  event: HuddleEvent | MemberEvent,
  { huddle, members }: { readonly huddle: Huddle | null; readonly members: readonly Member[] },
): readonly Reaction[] {
  if (huddle === null) return [];
  switch (event.type) {
    case 'HuddleSetUp':
      return [{ kind: 'hello', subject: huddle.id, to: 'places' }];
    case 'MemberInvited':
      return [{ kind: 'notice', subject: `${huddle.id}/${event.at}`, to: { person: event.person } }];
    // One a day at most: asked again on the same day, it is the same message that changes.
    case 'RenewalAsked':
      return [
        {
          kind: 'notice-again',
          subject: `${huddle.id}/${localDate(event.at, huddle.zone)}`,
          to: { person: event.person },
        },
      ];
    case 'DaysOffOver':
      return [{ kind: 'welcome-back', subject: `${huddle.id}/${event.at}`, to: { person: event.person } }];
    case 'MemberAskedToJoin':
      return [{ kind: 'asks-to-join', subject: `${huddle.id}/${event.person}`, to: 'coordinators' }];
    case 'CoordinatorAppointed': {
      // Whoever is still to answer reads of it in the notice.
      const member = memberOf(members, event.person);
      if (member === null || !takesPart(member) || event.by === event.person) return [];
      return [{ kind: 'notice', subject: `${huddle.id}/coordinator`, to: { person: event.person } }];
    }
    case 'UsingSideFew':
      return [{ kind: 'using-side-few', subject: `${huddle.id}/${event.at}`, to: 'coordinators' }];
    case 'SettingChanged':
      return toldOf(event.setting, huddle, event.at);
    case 'MemberAnswered':
      return event.to === 'taking-part' && event.yes ? tellingNote(huddle, members, event.person) : [];
    case 'RenewalMissed':
    case 'DaysOffSet':
    case 'GroupPicked':
    case 'StandingChanged':
    case 'ScheduleChanged':
    case 'PlaceClosed':
    case 'PlaceOpened':
      return [];
  }
}

/** Whom someone who joins has to know of, in a message that lasts: it acts only for those who got it. */
function tellingNote(huddle: Huddle, members: readonly Member[], person: PersonId): readonly Reaction[] {
  const lead = huddle.safety?.telling?.lead;
  const telling = lead === undefined ? null : tellingNow(huddle, memberOf(members, lead));
  if (telling === null || telling.lead === person) return [];
  return [{ kind: 'telling', subject: tellingSubject(huddle.id, telling), to: { person } }];
}

/** Everyone in the place is told, each time anew: a note of its own for every turn of the switch. */
function toldOf(setting: string, { id, listening, roleSwaps }: Huddle, at: string): readonly Reaction[] {
  const subject = (on: boolean) => `${id}/${on ? 'on' : 'off'}/${at}`;
  if (setting === 'listening') return [{ kind: 'listening', subject: subject(listening), to: 'places' }];
  if (setting === 'role-swaps') return [{ kind: 'role-swaps', subject: subject(roleSwaps === true), to: 'places' }];
  return [];
}
