import { readHolidays } from '../commands/people-holidays.ts';
import { groupCalled, readSide } from '../commands/people-groups.ts';
import type { PeopleIntent } from '../commands/people.ts';
import type { SettingWords } from '../commands/people-settings.ts';
import { isOff, readCheckIn, readDigest, readQuiet, readZoneWords } from '../commands/people-times.ts';
import { changeHuddle, type HuddleChange } from '../domain/huddle-settings.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import { newsMessage } from '../messages/people.ts';
import {
  holidaysSavedMessage,
  scheduleMessage,
  schedulePreview,
  settingForm,
  settingSaved,
  settingsMessage,
} from '../messages/settings.ts';
import type { Reply } from '../ports.ts';
import { settingsWords as words } from '../words/en/settings.ts';
import type { MemberContext } from './context.ts';
import { holidaysOf } from './holidays.ts';
import { settingsAggregate } from './people-aggregates.ts';
import { proposalAggregate } from './proposal-book.ts';
import { answer, open, unsaved } from './people-reply.ts';

/** `settings`, alone or with one thing to change. */
export async function performSettings(
  { words: typed, unread }: Extract<PeopleIntent, { readonly want: 'settings' }>,
  context: MemberContext,
): Promise<Reply> {
  const { huddle } = context;
  if (typed === null) return answer(context, settingsMessage(huddle, { unread: unread !== null }));
  if (typed.setting === 'schedule') {
    const want = { want: 'schedule' as const, words: typed.words || null, sure: true };
    return performSchedule({ family: 'people', ...want }, context);
  }
  if (typed.words === '' && context.interaction.kind !== 'form') {
    return open(settingForm(huddle, typed.setting), words.how, words.hints[typed.setting]);
  }
  const change = readChange(typed, context);
  return isRefusal(change) ? unsaved(change, context, fieldOf(change)) : save(change, context);
}

/** A new group is refused for want of a side beside the side, and everything else beside the words. */
function fieldOf({ refused }: Refusal): string {
  return refused === 'needs-side' ? 'side' : 'words';
}

async function save(change: HuddleChange, context: MemberContext): Promise<Reply> {
  const command = { huddle: context.huddle.id, now: context.now, change };
  const done = await context.run(settingsAggregate(command), command);
  if (isRefusal(done)) return unsaved(done, context, 'words');
  const { huddle } = done.state;
  if (change.setting === 'purpose' && done.events.length > 0) await notAgreedYet(change.purpose, context);
  if (change.setting === 'schedule') return answer(context, scheduleMessage(huddle, { now: context.now, saved: true }));
  if (change.setting === 'holidays') return answer(context, holidaysSavedMessage(huddle, { now: context.now }));
  const line = done.events.length === 0 ? words.unchanged : settingSaved(huddle, change);
  return answer(context, newsMessage(huddle, [line]));
}

/** B3: one side has changed it alone, so the others are asked for their yes, and it says so until they gave it. */
async function notAgreedYet(purpose: string | null, context: MemberContext): Promise<void> {
  if (purpose === null) return;
  const { huddle, person, now } = context;
  const change = { about: 'purpose' } as const;
  // Refused for a coordinator who takes no part: then nobody's yes is there to begin with, and it says so just the same.
  await context.run(proposalAggregate, {
    type: 'Suggest',
    huddle: huddle.id,
    now,
    by: person.id,
    change,
    text: purpose,
    atOnce: true,
  });
}

/** What was typed, as a change. Rules that need the whole huddle come later. */
function readChange({ setting, words: typed }: SettingWords, context: MemberContext): HuddleChange | Refusal {
  const { huddle, now } = context;
  switch (setting) {
    case 'name':
      return { setting, name: typed };
    case 'purpose':
      return { setting, purpose: isOff(typed) ? null : typed };
    case 'digest': {
      const digest = readDigest(typed);
      return isRefusal(digest) ? digest : { setting, ...digest };
    }
    case 'quiet': {
      const quiet = isOff(typed) ? { from: '00:00', to: '00:00' } : readQuiet(typed);
      return isRefusal(quiet) ? quiet : { setting, quiet };
    }
    case 'zone': {
      const zone = readZoneWords(typed);
      return isRefusal(zone) ? zone : { setting, zone };
    }
    case 'group-lines': {
      const groupLines = (['on', 'off', 'later'] as const).find((one) => one === typed.trim().toLowerCase());
      return groupLines === undefined ? refuse('lines-unread') : { setting, groupLines };
    }
    case 'listening': {
      const said = typed.trim().toLowerCase();
      return said === 'on' || said === 'off' ? { setting, listening: said === 'on' } : refuse('listening-unread');
    }
    case 'holidays':
      return holidayChange(typed, context);
    case 'together': {
      const together = readTogether(typed);
      return together === null ? refuse('together-unread') : { setting, together };
    }
    case 'private-sides': {
      const said = typed.trim().toLowerCase();
      return said === 'on' || said === 'off' ? { setting, bySide: said === 'on' } : refuse('sides-unread');
    }
    case 'baseline': {
      const baseline = readBaseline(typed);
      return baseline === null ? refuse('baseline-unread') : { setting, baseline };
    }
    case 'nudge':
    case 'invitations':
    case 'role-swaps': {
      const said = typed.trim().toLowerCase();
      return said === 'on' || said === 'off' ? { setting, on: said === 'on' } : refuse('switch-unread');
    }
    case 'add-group':
      return readNewGroup(typed);
    case 'rename-group': {
      const [, from, to] = /^(.+?)\s+(?:to|as|into)\s+(.+)$/i.exec(typed) ?? [];
      if (from === undefined || to === undefined) return refuse('rename-unread');
      return { setting, from: groupCalled(from, huddle.groups)?.name ?? from, to };
    }
    case 'drop-group':
      return { setting, name: groupCalled(typed, huddle.groups)?.name ?? typed };
    case 'schedule': {
      const schedule = readCheckIn(typed, { now, zone: huddle.zone });
      return isRefusal(schedule) ? schedule : { setting, schedule };
    }
  }
}

/** "Scotland", "Scotland, skip"; "skip" alone, where it is known where; "none". */
function holidayChange(typed: string, { huddle, now, bankHolidays }: MemberContext): HuddleChange | Refusal {
  const said = readHolidays(typed);
  const region = said?.region ?? huddle.holidays?.region ?? null;
  if (said === null || region === null) return refuse('holidays-unread');
  if (region === 'none') return { setting: 'holidays', holidays: null };
  const then = said.then ?? huddle.holidays?.then ?? 'move';
  return { setting: 'holidays', holidays: holidaysOf(region, then, { zone: huddle.zone, now, bankHolidays }) };
}

function readTogether(typed: string): 'always' | 'next' | 'off' | null {
  const said = typed.trim().toLowerCase();
  if (said === 'on' || said === 'always') return 'always';
  if (said === 'off') return 'off';
  return /^(?:the )?next(?: time| question)?$/.test(said) ? 'next' : null;
}

/** "by head", "equal sides", and what comes close. */
function readBaseline(typed: string): 'by-head' | 'equal-sides' | null {
  const said = typed.trim().toLowerCase();
  if (/^(?:by )?(?:heads?|person|people)$/.test(said)) return 'by-head';
  return /^(?:by )?(?:equal )?sides?$/.test(said) ? 'equal-sides' : null;
}

/** "Young people with carers", "Young people on the using side". */
function readNewGroup(typed: string): HuddleChange | Refusal {
  const [, name, whom] = /^(.+?),?\s+(?:with|on|beside|next to|for)\s+(?:the\s+)?(.+)$/i.exec(typed) ?? [];
  const side = whom === undefined ? null : readSide(whom);
  return name === undefined || side === null ? refuse('needs-side') : { setting: 'add-group', name, side };
}

/** `schedule`, alone or with new words. A line saves at once; a form shows the times first. */
export async function performSchedule(
  intent: Extract<PeopleIntent, { readonly want: 'schedule' | 'schedule-form' }>,
  context: MemberContext,
): Promise<Reply> {
  const { huddle, now, records } = context;
  if (intent.want === 'schedule-form') return open(settingForm(huddle, 'schedule'), words.scheduleHow);
  if (intent.words === null) return answer(context, scheduleMessage(huddle, { now, saved: false }));
  const change = readChange({ setting: 'schedule', words: intent.words }, context);
  if (isRefusal(change)) return unsaved(change, context, 'words');
  if (intent.sure) return save(change, context);
  const plan = changeHuddle(huddle, change, { members: await records.members.of(huddle.id), now });
  if (isRefusal(plan)) return unsaved(plan, context, 'words');
  return { kind: 'private', document: schedulePreview(plan, { now, typed: intent.words }) };
}
