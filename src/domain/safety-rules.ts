import type { HuddleEvent } from './events.ts';
import { standingNow, takesPart, type Huddle, type Member } from './huddle.ts';
import type { HuddleId, PersonId } from './ids.ts';
import { memberOf } from './membership.ts';
import type { Refusal } from './refusal.ts';
import { isRefusal, refuse } from './refusal.ts';
import { isTellingOn, type HelpLine, type Safety } from './safety.ts';
import { localDate, type Instant, type LocalDate } from './time.ts';

/** One thing that is set about safety. */
export type SafetyChange =
  | { readonly setting: 'contact'; readonly words: string; readonly person: PersonId | null }
  | { readonly setting: 'local'; readonly words: string | null }
  | { readonly setting: 'number'; readonly line: HelpLine; readonly words: string | null }
  | { readonly setting: 'checked'; readonly on: LocalDate }
  /** `person` is null where the line names nobody in the huddle. */
  | { readonly setting: 'lead'; readonly person: PersonId | null; readonly hours: string }
  | { readonly setting: 'lead-answer'; readonly person: PersonId; readonly yes: boolean }
  | { readonly setting: 'telling'; readonly on: boolean };

export interface ChangeSafety {
  readonly huddle: HuddleId;
  readonly now: Instant;
  readonly change: SafetyChange;
}

export interface Guarded {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
}

export type SafetyRefusalCode =
  | 'needs-words'
  | 'too-long'
  | 'day-to-come'
  | 'needs-hours'
  | 'lead-unknown'
  | 'no-lead'
  | 'lead-has-not-said-yes'
  | 'not-asked-to-lead';

type SafetyRefusal = Refusal<SafetyRefusalCode>;

export const longestSafetyWords = 120;

/** No events means that it was so already. */
export function decideSafety(
  command: ChangeSafety,
  { huddle, members }: Guarded,
): readonly HuddleEvent[] | SafetyRefusal {
  const changed = safetyAfter(command, { huddle, members });
  if (isRefusal(changed)) return changed;
  if (JSON.stringify(changed) === JSON.stringify(huddle.safety ?? {})) return [];
  const { change, now } = command;
  return [{ type: 'SettingChanged', at: now, setting: called[change.setting], words: { value: '' } }];
}

/** The journal holds no words, so the event alone could not say it. */
export function evolveSafety(command: ChangeSafety, guarded: Guarded): Guarded {
  const changed = safetyAfter(command, guarded);
  return isRefusal(changed) ? guarded : { ...guarded, huddle: { ...guarded.huddle, safety: changed } };
}

/** As the journal and "what changed" have it. */
const called: Readonly<Record<SafetyChange['setting'], string>> = {
  contact: 'safeguarding contact',
  local: 'local help',
  number: 'numbers to call',
  checked: 'numbers to call',
  lead: 'safeguarding lead',
  'lead-answer': 'safeguarding lead',
  telling: 'safeguarding lead',
};

/** What is set then, or why not. */
function safetyAfter({ change, now }: ChangeSafety, { huddle, members }: Guarded): Safety | SafetyRefusal {
  const safety = huddle.safety ?? {};
  switch (change.setting) {
    case 'contact':
      return worded(change.words, (words) => ({ ...safety, contact: { words, person: change.person } }));
    case 'local':
      if (change.words === null) return without(safety, 'local');
      return worded(change.words, (local) => ({ ...safety, local }));
    case 'number':
      return withNumber(safety, change);
    case 'checked':
      if (change.on > localDate(now, huddle.zone)) return refuse('day-to-come');
      return { ...safety, numbersCheckedOn: change.on };
    case 'lead':
      return withLead(safety, change, { members, now });
    case 'lead-answer':
      return answered(safety, change, now);
    case 'telling':
      return switched(safety, change.on, { members, now });
  }
}

/** Who tried the old number has not tried the new one. */
function withNumber(
  safety: Safety,
  { line, words }: Extract<SafetyChange, { readonly setting: 'number' }>,
): Safety | SafetyRefusal {
  const unchecked = without(safety, 'numbersCheckedOn');
  const { [line]: was, ...others } = safety.numbers ?? {};
  if (words === null) return was === undefined ? safety : { ...unchecked, numbers: others };
  return worded(words, (own) => (own === was ? safety : { ...unchecked, numbers: { ...others, [line]: own } }));
}

/** Nobody is made the lead: they are asked. Whoever was it before is not any more. */
function withLead(
  safety: Safety,
  { person, hours }: Extract<SafetyChange, { readonly setting: 'lead' }>,
  { members, now }: { readonly members: readonly Member[]; readonly now: Instant },
): Safety | SafetyRefusal {
  if (person === null || !mayLead(memberOf(members, person))) return refuse('lead-unknown');
  if (hours.trim() === '') return refuse('needs-hours');
  const { telling } = safety;
  if (telling?.lead === person && telling.hours === hours.trim()) return safety;
  return worded(hours, (tidy) => ({
    ...safety,
    telling: { lead: person, hours: tidy, askedAt: now, acceptedAt: null, onSince: null },
  }));
}

/** A no is a no at any time: also of a lead who said yes before. */
function answered(
  safety: Safety,
  { person, yes }: Extract<SafetyChange, { readonly setting: 'lead-answer' }>,
  now: Instant,
): Safety | SafetyRefusal {
  const { telling } = safety;
  if (telling?.lead !== person) return refuse('not-asked-to-lead');
  if (!yes) return without(safety, 'telling');
  return telling.acceptedAt === null ? { ...safety, telling: { ...telling, acceptedAt: now } } : safety;
}

function switched(
  safety: Safety,
  on: boolean,
  { members, now }: { readonly members: readonly Member[]; readonly now: Instant },
): Safety | SafetyRefusal {
  const { telling } = safety;
  if (telling === undefined || !mayLead(memberOf(members, telling.lead))) return on ? refuse('no-lead') : safety;
  if (!on) return { ...safety, telling: { ...telling, onSince: null } };
  if (telling.acceptedAt === null) return refuse('lead-has-not-said-yes');
  return isTellingOn(telling) ? safety : { ...safety, telling: { ...telling, onSince: now } };
}

/** Someone who takes part, or who runs it without taking part. */
export function mayLead(member: Member | null): boolean {
  if (member === null) return false;
  return takesPart(member) || (member.coordinator && standingNow(member).status !== 'left');
}

/** The switch while it acts: it rests once the lead is not there any more. */
export function tellingNow({ safety }: Huddle, lead: Member | null) {
  const telling = safety?.telling;
  return isTellingOn(telling) && mayLead(lead) ? telling : null;
}

function worded(typed: string, then: (words: string) => Safety): Safety | SafetyRefusal {
  const words = typed.trim().replace(/\s+/g, ' ');
  if (words === '') return refuse('needs-words');
  if (words.length > longestSafetyWords) return refuse('too-long', { longest: longestSafetyWords, is: words.length });
  return then(words);
}

function without<Part extends keyof Safety>(safety: Safety, part: Part): Omit<Safety, Part> {
  const { [part]: _, ...others } = safety;
  return others;
}
