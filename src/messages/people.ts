import type { DaysOffRefusalCode } from '../domain/days-off.ts';
import type { Huddle, Member } from '../domain/huddle.ts';
import { standingNow, takesPart } from '../domain/huddle.ts';
import type { PersonId } from '../domain/ids.ts';
import { manyPeople } from '../domain/membership.ts';
import type { MembershipRefusalCode } from '../domain/membership-rules.ts';
import type { NotAllowedCode } from '../domain/permissions.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { UsingShare } from '../domain/using-side.ts';
import { commonWords } from '../words/en/common.ts';
import { peopleWords as words } from '../words/en/people.ts';
import { actions, paragraph, type Action, type Document, type Form } from './document.ts';
import { document, helpAction, note } from './frame.ts';
import { readsWhat } from './notice.ts';

export type Names = ReadonlyMap<PersonId, string>;

export function nameOf(names: Names, person: PersonId): string {
  return names.get(person) ?? commonWords.someoneWhoLeft;
}

/** Why a command is not for this person. */
export function notAllowed(refusal: Refusal<NotAllowedCode>): Document {
  return note(words.refusals[refusal.refused](String(refusal.details['huddle'] ?? '')));
}

/** Why joining, inviting or leaving did not happen. */
export function membershipRefusal(
  refusal: Refusal,
  { huddle, aboutSomeoneElse }: { readonly huddle: string; readonly aboutSomeoneElse: boolean },
): Document {
  const code = refusal.refused as Exclude<MembershipRefusalCode, DaysOffRefusalCode | 'no-such-group'>;
  const { most, would } = refusal.details;
  if (aboutSomeoneElse && code === 'not-invited') return note(words.refusals['they-are-not-in']());
  return note(words.refusals[code](huddle, Number(most), Number(would)));
}

/** A line of news, and the ways on. */
export function newsMessage(huddle: Huddle, lines: readonly string[], ...buttons: readonly Action[]): Document {
  return document([...lines.map((line) => paragraph(line)), actions(...buttons, helpAction(huddle.id))]);
}

/** A button about one's own standing. */
export function standingAction(
  huddle: Huddle,
  action: 'resume' | 'stop-counting' | 'count' | 'leave' | 'join' | 'pause',
): Action {
  switch (action) {
    case 'resume':
      return { action: 'resume', subject: huddle.id, label: words.backLabel };
    case 'stop-counting':
      return { action: 'count-no', subject: huddle.id, label: words.stopCountingLabel };
    case 'count':
      return { action: 'count-yes', subject: huddle.id, label: words.countLabel };
    case 'leave':
      return { action: 'leave', subject: huddle.id, label: words.leaveLabel };
    case 'join':
      return { action: 'join', subject: huddle.id, label: words.joinLabel };
    case 'pause':
      return { action: 'pause', subject: huddle.id, label: words.pauseLabel };
  }
}

/** A bare "stop" has paused already; here is the rest. */
export function stopMessage(huddle: Huddle): Document {
  return document([
    paragraph(words.paused),
    paragraph(words.stopMore),
    {
      kind: 'list',
      items: [words.resumeLine, words.stopCountingLine, words.leaveLine].map((line) => [{ kind: 'text', text: line }]),
    },
    actions(
      standingAction(huddle, 'resume'),
      standingAction(huddle, 'stop-counting'),
      standingAction(huddle, 'leave'),
      helpAction(huddle.id),
    ),
  ]);
}

/** For coordinators: who takes part and who was asked. No group, no pause and no number stands beside a name. */
export function peopleList(huddle: Huddle, members: readonly Member[], names: Names): Document {
  const named = (list: readonly Member[]) => list.map(({ person }) => nameOf(names, person));
  const asked = members.filter((member) => standingNow(member).status === 'invited');
  const coordinators = members.filter((member) => member.coordinator && standingNow(member).status !== 'left');
  return document([
    { kind: 'heading', text: words.listTitle(huddle.name) },
    paragraph(words.coordinators(named(coordinators))),
    paragraph(words.takingPart(named(members.filter(takesPart)))),
    ...(asked.length === 0 ? [] : [paragraph(words.asked(named(asked)))]),
    paragraph(words.listHow),
    ...(coordinators.length > 1 ? [] : [paragraph(words.listCoordinator)]),
    actions(
      { action: 'people-invite', subject: huddle.id, label: words.inviteButton, opens: 'form' },
      helpAction(huddle.id),
    ),
  ]);
}

/** What came of an invitation to several people at once. */
export interface InviteOutcome {
  readonly invited: readonly string[];
  readonly already: readonly string[];
  readonly unknown: readonly string[];
  readonly unclear: readonly string[];
  /** Everyone who is in now. */
  readonly people: number;
}

export function inviteLines(
  huddle: Huddle,
  { invited, already, unknown, unclear, people }: InviteOutcome,
): readonly string[] {
  return [
    invited.length > 0 ? words.invited(invited) : words.invitedNobody,
    ...(already.length > 0 ? [words.hereAlready(already)] : []),
    ...lostNames({ unknown, unclear }),
    ...(people > manyPeople && invited.length > 0 ? [words.many(huddle.name, people)] : []),
  ];
}

/** Names that found nobody, or more than one person, with what to do about it. */
export function lostNames({ unknown, unclear }: Pick<InviteOutcome, 'unknown' | 'unclear'>): readonly string[] {
  return [
    ...(unknown.length > 0 ? [words.unknown(unknown)] : []),
    ...(unclear.length > 0 ? [words.unclear(unclear)] : []),
  ];
}

export function inviteForm(huddle: Huddle): Form {
  return {
    form: 'people',
    subject: huddle.id,
    title: words.inviteTitle,
    intro: [],
    fields: [
      { kind: 'people', name: 'people', label: words.inviteWho, most: 30, optional: true },
      {
        kind: 'text',
        name: 'names',
        label: words.inviteNames,
        hint: words.inviteNamesHint,
        lines: 'many',
        max: 2000,
        optional: true,
      },
    ],
    submit: words.inviteSend,
    cancel: words.cancel,
  };
}

/** To the coordinators, when someone who was not invited wants to join. */
export function asksToJoin(huddle: Huddle, person: { readonly id: PersonId; readonly name: string }): Document {
  return document([
    paragraph(words.asksToJoin(person.name, huddle.name)),
    paragraph(words.ifYouInvite),
    actions(
      {
        action: 'invite-person',
        subject: `${huddle.id}/${person.id}`,
        label: words.inviteLabel(person.name).slice(0, 75),
        style: 'primary',
      },
      helpAction(huddle.id),
    ),
  ]);
}

/** To someone who takes part already and was made a coordinator. */
export function appointedNote(huddle: Huddle): Document {
  return newsMessage(huddle, [words.appointedYou(huddle.name), words.appointedHow]);
}

/** D12, to the coordinators alone. */
export function usingSideFewMessage(huddle: Huddle, { using, of }: UsingShare): Document {
  return note(words.few(huddle.name, using, of), words.fewAim, words.fewHow);
}

/** The first post in the channel. `question` and `digest` say when: "every Monday at 10am". */
export function channelHello(
  huddle: Huddle,
  { setUpBy, question, digest }: { readonly setUpBy: string; readonly question: string; readonly digest: string },
): Document {
  return document([
    paragraph(words.channelHello(setUpBy, huddle.name)),
    paragraph(words.channelPlan(question, digest)),
    paragraph(readsWhat(huddle)),
    paragraph(words.channelInvited),
    paragraph(words.channelJoin),
    actions(helpAction(huddle.id)),
  ]);
}

/** To someone who has just come into the channel and is not in the huddle. */
export function newcomerHello(huddle: Huddle): Document {
  return note(words.newcomer(huddle.name), words.newcomerHow);
}
