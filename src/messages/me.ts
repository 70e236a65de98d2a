import { isLapsed } from '../domain/consent.ts';
import { daysOffOf } from '../domain/days-off.ts';
import type { Huddle, Member } from '../domain/huddle.ts';
import { groupOf, standingNow } from '../domain/huddle.ts';
import type { Identity } from '../domain/ids.ts';
import { invitationOf } from '../domain/invitation.ts';
import { wantsLoadChecks } from '../domain/load.ts';
import type { Person } from '../domain/person.ts';
import { choseSwaps } from '../domain/role-swap.ts';
import { consentWords } from '../words/en/consent.ts';
import type { Instant } from '../domain/time.ts';
import { coverWords } from '../words/en/cover.ts';
import { invitationWords } from '../words/en/invitation.ts';
import { loadWords } from '../words/en/load.ts';
import { roleSwapWords } from '../words/en/role-swaps.ts';
import { settingsWords as words, quietInWords } from '../words/en/settings.ts';
import { allowActions, allowFields } from './consent.ts';
import { actions, paragraph, type Document, type Form } from './document.ts';
import { daysOffLine } from './days-off.ts';
import { document, helpAction } from './frame.ts';
import { chatFields, reachActions } from './links.ts';

type OwnSetting = keyof typeof words.myWords;

export interface MeFacts {
  readonly huddle: Huddle;
  readonly member: Member;
  readonly person: Person;
  /** Every account of theirs, the first one first. */
  readonly accounts: readonly Identity[];
  readonly now: Instant;
}

/** One's own settings. The summary names none of them: lock screens show it. */
export function meMessage({ huddle, member, person, accounts, now }: MeFacts): Document {
  const title = words.me(person.name, huddle.name);
  return document(
    [
      paragraph(title),
      {
        kind: 'fields',
        fields: [
          { name: words.myName, value: person.name },
          { name: words.myGroup, value: groups(huddle, member) },
          { name: words.myCount, value: counting(member) },
          ...allowFields(member),
          ...breakFields(member),
          { name: words.myQuiet, value: quiet(huddle, person) },
          { name: words.myZone, value: person.zone ?? words.asHuddle(huddle.zone) },
          ...invitationField(huddle, member, now),
          ...swapField(huddle, member, now),
          // On for everyone at first, so it is only worth a line once it is off.
          ...(wantsLoadChecks(member, now) ? [] : [{ name: loadWords.mine, value: loadWords.off }]),
          ...chatFields({ person, accounts }),
        ],
      },
      paragraph(words.meHow),
      actions(
        { action: 'me-change', subject: `${huddle.id}/group`, label: words.changeGroup, opens: 'form' },
        { action: 'me-change', subject: `${huddle.id}/quiet`, label: words.changeQuiet, opens: 'form' },
        { action: 'me-change', subject: `${huddle.id}/name`, label: words.changeName, opens: 'form' },
        ...allowActions(huddle, member),
        ...(huddle.invitations === true
          ? [
              {
                action: 'me-change',
                subject: `${huddle.id}/invite`,
                label: invitationWords.change,
                opens: 'form' as const,
              },
            ]
          : []),
        ...(huddle.roleSwaps === true
          ? [
              {
                action: 'me-change',
                subject: `${huddle.id}/swap`,
                label: roleSwapWords.change,
                opens: 'form' as const,
              },
            ]
          : []),
        { action: 'me-change', subject: `${huddle.id}/load`, label: loadWords.change, opens: 'form' },
        ...(member.coordinator
          ? [{ action: 'away', subject: huddle.id, label: coverWords.change, opens: 'form' as const }]
          : []),
        ...reachActions({ person, accounts }),
        helpAction(huddle.id),
      ),
    ],
    title,
  );
}

function breakFields(member: Member): readonly { readonly name: string; readonly value: string }[] {
  const days = daysOffOf(member);
  if (days !== null) return [{ name: words.myBreak, value: daysOffLine(member, days) }];
  return standingNow(member).status === 'paused' ? [{ name: words.myBreak, value: words.myBreakYes }] : [];
}

function counting(member: Member): string {
  if (isLapsed(member)) return consentWords.myCountWaits;
  return standingNow(member).counted ? words.myCountYes : words.myCountNo;
}

/** Only where the huddle has turned it on, so that nobody is asked for nothing. */
function invitationField(huddle: Huddle, member: Member, now: Instant) {
  if (huddle.invitations !== true) return [];
  return [{ name: invitationWords.mine, value: invitationWords.is[invitationOf(member, now)] }];
}

function swapField(huddle: Huddle, member: Member, now: Instant) {
  if (huddle.roleSwaps !== true) return [];
  return [{ name: roleSwapWords.mine, value: roleSwapWords.is[choseSwaps(member, now) ? 'on' : 'off'] }];
}

function groups(huddle: Huddle, member: Member): string {
  const { group, also } = standingNow(member);
  const name = groupOf(huddle, group)?.name;
  const second = groupOf(huddle, also)?.name;
  if (name === undefined) return words.myGroupNone;
  return second === undefined ? name : words.myGroupTwo(name, second);
}

function quiet(huddle: Huddle, person: Person): string {
  return person.quiet === null ? words.asHuddle(quietInWords(huddle.quiet)) : quietInWords(person.quiet);
}

export function meForm({ huddle, member, person }: Omit<MeFacts, 'accounts' | 'now'>, setting: OwnSetting): Form {
  const value = ownWords({ huddle, member, person }, setting);
  return {
    form: 'me',
    subject: `${huddle.id}/${setting}`,
    title: words.myTitle,
    intro: [],
    fields: [
      {
        kind: 'text',
        name: 'words',
        label: words.myWords[setting],
        hint: words.myHints[setting],
        max: 100,
        ...(value === null ? {} : { value }),
      },
    ],
    submit: words.save,
    cancel: words.cancel,
  };
}

function ownWords({ huddle, member, person }: Omit<MeFacts, 'accounts' | 'now'>, setting: OwnSetting): string | null {
  switch (setting) {
    case 'name':
      return person.name;
    case 'quiet':
      return quietInWords(person.quiet ?? huddle.quiet);
    case 'zone':
      return person.zone ?? huddle.zone;
    case 'group':
      return groupOf(huddle, standingNow(member).group)?.name ?? null;
    case 'invite':
    case 'swap':
    case 'load':
      return null;
  }
}
