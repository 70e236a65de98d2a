import type { HuddleEvent } from './events.ts';
import type { Huddle, Member } from './huddle.ts';
import type { HuddleChange, SettingRefusalCode } from './huddle-settings.ts';
import { changeHuddle } from './huddle-settings.ts';
import type { HuddleId } from './ids.ts';
import type { Refusal } from './refusal.ts';
import { isRefusal } from './refusal.ts';
import type { Instant } from './time.ts';

/** A coordinator sets one thing anew. */
export interface ChangeHuddle {
  readonly huddle: HuddleId;
  readonly now: Instant;
  readonly change: HuddleChange;
}

export interface Settled {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
}

/** No events means that it was so already. */
export function decideChange(
  { change, now }: ChangeHuddle,
  { huddle, members }: Settled,
): readonly HuddleEvent[] | Refusal<SettingRefusalCode> {
  const changed = changeHuddle(huddle, change, { members, now });
  if (isRefusal(changed)) return changed;
  if (JSON.stringify(changed) === JSON.stringify(huddle)) return [];
  const nextDueAt = changed.checkIn?.nextDueAt ?? null;
  const moved = nextDueAt !== (huddle.checkIn?.nextDueAt ?? null);
  return [
    { type: 'SettingChanged', at: now, setting: change.setting, words: { value: said(change) } },
    ...(moved ? [{ type: 'ScheduleChanged' as const, at: now, nextDueAt }] : []),
  ];
}

/** The change is applied once, by its first event: the journal holds no words, so events alone could not say it. */
export function evolveChange({ change, now }: ChangeHuddle, settled: Settled, event: HuddleEvent): Settled {
  if (event.type !== 'SettingChanged') return settled;
  const changed = changeHuddle(settled.huddle, change, { members: settled.members, now });
  return isRefusal(changed) ? settled : { ...settled, huddle: changed };
}

function said(change: HuddleChange): string {
  switch (change.setting) {
    case 'purpose':
      return change.purpose ?? '';
    case 'name':
    case 'add-group':
    case 'drop-group':
      return change.name;
    case 'rename-group':
      return change.to;
    case 'zone':
      return change.zone;
    case 'group-lines':
      return change.groupLines;
    case 'listening':
      return change.listening ? 'on' : 'off';
    case 'holidays':
      return change.holidays === null ? 'none' : `${change.holidays.region} ${change.holidays.then}`;
    case 'together':
      return change.together;
    case 'private-sides':
      return change.bySide ? 'on' : 'off';
    case 'baseline':
      return change.baseline;
    case 'nudge':
    case 'invitations':
    case 'role-swaps':
      return change.on ? 'on' : 'off';
    case 'quiet':
      return `${change.quiet.from}-${change.quiet.to}`;
    case 'digest':
      return `${String(change.weekday)} ${change.time}`;
    case 'schedule':
      return `${change.schedule.days.join(' ')} ${change.schedule.time}`;
  }
}
