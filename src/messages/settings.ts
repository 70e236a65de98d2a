import type { Group, Huddle, Side } from '../domain/huddle.ts';
import type { HuddleChange } from '../domain/huddle-settings.ts';
import type { HuddleId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { dayAndTime } from '../words/dates.ts';
import { safetyWords } from '../words/en/safety.ts';
import { whoIsOn } from '../words/en/sides.ts';
import { holidayWords } from '../words/en/holidays.ts';
import { digestInWords, quietInWords, scheduleInWords, settingsWords as words } from '../words/en/settings.ts';
import { holidayFields, holidaysInWords, holidaysSaved } from './holidays.ts';
import { actions, paragraph, type Action, type Document, type Field, type Form } from './document.ts';
import { document, helpAction } from './frame.ts';
import { nextTimes } from './setup.ts';

type SettingName = HuddleChange['setting'];

/** For coordinators: all that is set, and how to change each. `unread` is true when a line named no setting. */
export function settingsMessage(huddle: Huddle, { unread }: { readonly unread: boolean }): Document {
  const { checkIn } = huddle;
  return document([
    ...(unread ? [paragraph(words.unread)] : []),
    { kind: 'heading', text: words.title(huddle.name) },
    {
      kind: 'fields',
      fields: [
        { name: words.name, value: huddle.name },
        { name: words.purpose, value: huddle.purpose ?? words.purposeNone },
        { name: words.question, value: checkIn === null ? words.notSet : scheduleInWords(checkIn.schedule) },
        { name: words.digest, value: digestInWords(huddle.digest) },
        { name: words.quiet, value: quietInWords(huddle.quiet) },
        { name: words.zone, value: huddle.zone },
        { name: holidayWords.label, value: holidaysInWords(huddle) },
        { name: words.groups, value: huddle.groups.map(({ name }) => name).join('; ') },
        { name: words.groupLines, value: words.groupLinesAre[huddle.groupLines] },
        { name: words.listening, value: words.listeningIs[onOrOff(huddle)] },
        { name: words.together, value: words.togetherIs[huddle.together ?? 'off'] },
        { name: words.pulseSides, value: words.pulseSidesAre[sidesOnOrOff(huddle)] },
        { name: words.baseline, value: words.baselineIs[huddle.baseline ?? 'by-head'] },
        { name: words.nudge, value: words.switchIs[huddle.nudge?.on === true ? 'on' : 'off'] },
        { name: words.invitations, value: words.switchIs[huddle.invitations === true ? 'on' : 'off'] },
        { name: words.roleSwaps, value: words.switchIs[huddle.roleSwaps === true ? 'on' : 'off'] },
      ],
    },
    paragraph(words.how),
    { kind: 'list', items: words.examples.map((example) => [{ kind: 'text', text: example }]) },
    actions(
      { action: 'schedule', subject: huddle.id, label: words.changeTimes, opens: 'form' },
      changeAction(huddle.id, 'purpose', words.changePurpose),
      changeAction(huddle.id, 'add-group', words.addGroup),
      changeAction(huddle.id, 'holidays', holidayWords.label),
      { action: 'safety', subject: huddle.id, label: safetyWords.formTitle },
      helpAction(huddle.id),
    ),
  ]);
}

function sidesOnOrOff({ pulseSides }: Huddle): 'on' | 'off' {
  return pulseSides === true ? 'on' : 'off';
}

function onOrOff({ listening }: Huddle): 'on' | 'off' {
  return listening ? 'on' : 'off';
}

function changeAction(huddle: HuddleId, setting: SettingName, label: string): Action {
  return { action: 'settings-change', subject: `${huddle}/${setting}`, label, opens: 'form' };
}

/** One line: what is set now. */
export function settingSaved(huddle: Huddle, { setting }: HuddleChange): string {
  switch (setting) {
    case 'name':
      return words.savedName(huddle.name);
    case 'purpose':
      return huddle.purpose === null ? words.savedNoPurpose : words.savedPurpose(huddle.purpose);
    case 'digest':
      return words.savedDigest(digestInWords(huddle.digest), firstDigest(huddle));
    case 'quiet':
      return words.savedQuiet(quietInWords(huddle.quiet));
    case 'zone':
      return words.savedZone(huddle.zone);
    case 'group-lines':
      return words.savedGroupLines[huddle.groupLines];
    case 'listening':
      return words.savedListening[onOrOff(huddle)];
    case 'holidays':
      return holidaysSaved(huddle);
    case 'together':
      return words.savedTogether[huddle.together ?? 'off'];
    case 'private-sides':
      return words.savedPulseSides[sidesOnOrOff(huddle)];
    case 'baseline':
      return words.savedBaseline[huddle.baseline ?? 'by-head'];
    case 'nudge':
      return words.savedNudge[huddle.nudge?.on === true ? 'on' : 'off'];
    case 'invitations':
      return words.savedInvitations[huddle.invitations === true ? 'on' : 'off'];
    case 'role-swaps':
      return words.savedRoleSwaps[huddle.roleSwaps === true ? 'on' : 'off'];
    case 'add-group':
    case 'rename-group':
    case 'drop-group':
      return words.savedGroups(huddle.groups.map(({ name }) => name));
    case 'schedule':
      return words.savedSchedule(huddle.checkIn === null ? '' : scheduleInWords(huddle.checkIn.schedule));
  }
}

function firstDigest({ nextDigestAt, zone }: Huddle): string {
  return nextDigestAt === null ? '' : dayAndTime(nextDigestAt, zone);
}

/** One setting, with its words now. A new group is asked for its side too. */
export function settingForm(huddle: Huddle, setting: SettingName): Form {
  return {
    form: setting === 'schedule' ? 'schedule' : 'settings',
    subject: setting === 'schedule' ? huddle.id : `${huddle.id}/${setting}`,
    title: setting === 'schedule' ? words.scheduleTitle : words.changeTitle,
    intro: [],
    fields: setting === 'holidays' ? holidayFields(huddle) : wordFields(huddle, setting),
    submit: setting === 'schedule' ? words.setupNext : words.save,
    cancel: words.cancel,
  };
}

function wordFields(huddle: Huddle, setting: Exclude<SettingName, 'holidays'>): readonly Field[] {
  const value = setWords(huddle, setting);
  return [
    {
      kind: 'text',
      name: 'words',
      label: words.newWords[setting],
      hint: words.hints[setting],
      max: 300,
      ...(value === null ? {} : { value }),
    },
    ...(setting === 'add-group' ? [sideField(huddle.groups)] : []),
  ];
}

function setWords(huddle: Huddle, setting: Exclude<SettingName, 'holidays'>): string | null {
  switch (setting) {
    case 'name':
      return huddle.name;
    case 'purpose':
      return huddle.purpose;
    case 'digest':
      return digestInWords(huddle.digest).replace(/^on /, '');
    case 'quiet':
      return quietInWords(huddle.quiet);
    case 'zone':
      return huddle.zone;
    case 'schedule':
      return huddle.checkIn === null ? null : scheduleInWords(huddle.checkIn.schedule);
    case 'group-lines':
      return huddle.groupLines;
    case 'listening':
      return onOrOff(huddle);
    case 'together':
      return huddle.together === 'always' ? 'on' : (huddle.together ?? 'off');
    case 'private-sides':
      return sidesOnOrOff(huddle);
    case 'baseline':
      return words.baselineIs[huddle.baseline ?? 'by-head'];
    case 'nudge':
      return huddle.nudge?.on === true ? 'on' : 'off';
    case 'invitations':
      return huddle.invitations === true ? 'on' : 'off';
    case 'role-swaps':
      return huddle.roleSwaps === true ? 'on' : 'off';
    case 'add-group':
    case 'rename-group':
    case 'drop-group':
      return null;
  }
}

const sides: readonly Side[] = ['using', 'running', 'creative'];

function sideField(groups: readonly Group[]): Field {
  const options = sides.map((side) => ({ value: side, label: whoIsOn(side, groups) || words.newSide[side] }));
  return { kind: 'choice', name: 'side', label: words.sideAsk, options };
}

/** What is set now, with the next three times. */
export function scheduleMessage(
  huddle: Huddle,
  { now, saved }: { readonly now: Instant; readonly saved: boolean },
): Document {
  const when = huddle.checkIn === null ? words.notSet : scheduleInWords(huddle.checkIn.schedule);
  return document([
    ...nextTimes(saved ? words.savedSchedule(when) : words.scheduleIs(when), huddle, now),
    ...(saved ? [] : [paragraph(words.scheduleHow)]),
    actions({ action: 'schedule', subject: huddle.id, label: words.changeTimes, opens: 'form' }, helpAction(huddle.id)),
  ]);
}

/** By which bank holidays it goes from now on, with the next three times. */
export function holidaysSavedMessage(huddle: Huddle, { now }: { readonly now: Instant }): Document {
  return document([...nextTimes(holidaysSaved(huddle), huddle, now), actions(helpAction(huddle.id))]);
}

/** The times of a schedule that is not saved yet. `typed` is what the yes stands for. */
export function schedulePreview(
  plan: Huddle,
  { now, typed }: { readonly now: Instant; readonly typed: string },
): Document {
  const when = plan.checkIn === null ? words.notSet : scheduleInWords(plan.checkIn.schedule);
  return document([
    ...nextTimes(words.questionComes(when), plan, now),
    paragraph(words.scheduleSure),
    actions(
      { action: 'schedule-yes', subject: `${plan.id}/${typed}`, label: words.scheduleYes, style: 'primary' },
      { action: 'schedule', subject: plan.id, label: words.changeLabel, opens: 'form' },
      helpAction(plan.id),
    ),
  ]);
}
