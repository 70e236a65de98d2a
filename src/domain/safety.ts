import type { HuddleId, PersonId } from './ids.ts';
import type { Instant, LocalDate, Zone } from './time.ts';
import { addDays, instantAt, localDate } from './time.ts';

/** What a huddle has set for the day on which someone may be in danger. */
export interface Safety {
  /** Who keeps people safe where the huddle is: someone in it, or anyone with how to reach them. */
  readonly contact?: { readonly words: string; readonly person: PersonId | null };
  /** Help near them, with how to reach it. */
  readonly local?: string;
  /** Numbers of their own, where those of their nation do not fit. */
  readonly numbers?: Readonly<Partial<Record<HelpLine, string>>>;
  /** The day on which a coordinator last tried every number. It goes when a number changes. */
  readonly numbersCheckedOn?: LocalDate;
  readonly telling?: Telling;
}

export type HelpLine = 'life' | 'mental-health' | 'talk';

/** One named person hears who wrote what may tell of danger, and when; never what. */
export interface Telling {
  readonly lead: PersonId;
  /** When they read such notes, as the coordinators wrote it. */
  readonly hours: string;
  readonly askedAt: Instant;
  /** Null until they said yes. */
  readonly acceptedAt: Instant | null;
  /** Null while it is off. It acts only for those who have been told since. */
  readonly onSince: Instant | null;
}

/** The switch as it is on: `since` is a part of what people were told. */
export interface TellingOn extends Telling {
  readonly acceptedAt: Instant;
  readonly onSince: Instant;
}

export function isTellingOn(telling: Telling | undefined): telling is TellingOn {
  return telling?.acceptedAt != null && telling.onSince !== null;
}

/** One note for each turn of the switch: that it reached someone is the proof that they know. */
export function tellingSubject(huddle: HuddleId, { onSince }: TellingOn): string {
  return `${huddle}/on/${onSince}`;
}

/** A number that was checked so many days ago has to be checked again. */
const checkedForDays = 180;

interface Checked {
  readonly zone: Zone;
  readonly setUpAt: Instant;
  readonly safety?: Safety;
}

/** When the check of the numbers is over, in the morning. Numbers that nobody checked were as good as set up. */
export function checkEndsAt({ zone, setUpAt, safety }: Checked): Instant {
  const since = safety?.numbersCheckedOn ?? localDate(setUpAt, zone);
  return instantAt(addDays(since, checkedForDays), '09:00', zone);
}

/** Whether someone has tried the numbers, and not too long ago. */
export function areNumbersChecked(huddle: Checked, now: Instant): boolean {
  return huddle.safety?.numbersCheckedOn !== undefined && checkEndsAt(huddle) > now;
}
