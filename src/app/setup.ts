import { likelyRegion, readHolidays } from '../commands/people-holidays.ts';
import type { PersonWord } from '../commands/intent.ts';
import type { PeopleIntent } from '../commands/people.ts';
import { setupLine, type SetupParts } from '../commands/people-setup.ts';
import { readCheckIn, readDigest, readZoneWords } from '../commands/people-times.ts';
import type { Region } from '../domain/holidays.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { HuddleId, PersonId } from '../domain/ids.ts';
import { refKey } from '../domain/ids.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import { defaultZone, planHuddle, type SetUp } from '../domain/setup.ts';
import { inviteLines, type InviteOutcome } from '../messages/people.ts';
import { careRefusal, setupRefused } from '../messages/readiness.ts';
import { setupDone, setupForm, setupNeeds, setupNeedsPlace, setupPreview } from '../messages/setup.ts';
import type { Reply } from '../ports.ts';
import { peopleWords } from '../words/en/people.ts';
import { settingsWords as words } from '../words/en/settings.ts';
import type { Context } from './context.ts';
import { holidaysOf } from './holidays.ts';
import { setupAggregate } from './people-aggregates.ts';
import { findPeople, type FoundPeople } from './people-found.ts';
import { answer, unsaved } from './people-reply.ts';

type Asked = Extract<PeopleIntent, { readonly want: 'setup' }>;
type Times = Pick<SetUp, 'schedule' | 'digest' | 'zone' | 'holidays'>;

/** `setup …` in a channel. A line saves at once and shows the next times; a form shows them first and asks. */
export async function performSetup({ parts, sure }: Asked, context: Context): Promise<Reply> {
  const { interaction, huddle } = context;
  if (interaction.where === 'direct') return answer(context, setupNeedsPlace(setupLine(parts)));
  if (parts.care === 'yes') return careRefusedHere(parts, context);
  const { name, checkIn } = parts;
  if (name === null || checkIn === null) {
    return huddle === null
      ? needs(parts, context)
      : unsaved(refuse('huddle-exists', { huddle: huddle.name }), context, 'name');
  }
  const times = readTimes({ ...parts, checkIn }, context);
  if ('field' in times) return unsaved(times.refusal, context, times.field);
  const found = await everyone(parts, context);
  const command = setUp({ ...parts, name }, times, { found, context });
  return sure ? save(command, found, context) : preview(command, parts, context);
}

/** Nothing is set up for one person's care. What was typed stays in the form, or comes back as the line. */
function careRefusedHere(parts: SetupParts, context: Context): Reply {
  if (context.interaction.kind === 'form') return { kind: 'invalid', fields: { care: careRefusal() } };
  return answer(context, setupRefused(setupLine({ ...parts, care: null })));
}

/** The form with what was said filled in; in a form that was sent, the sentence beside the field. */
function needs(parts: SetupParts, context: Context): Reply {
  const missing = { name: parts.name === null, when: parts.checkIn === null };
  if (context.interaction.kind !== 'form') return openSetup(parts, context, missing);
  const name = missing.name ? { name: words.refusals['needs-words']() } : {};
  const checkIn = missing.when ? { checkIn: words.refusals['when-unread']() } : {};
  return { kind: 'invalid', fields: { ...name, ...checkIn } };
}

export function openSetup(parts: SetupParts, context: Context, missing = { name: false, when: false }): Reply {
  if (context.interaction.where === 'direct') return answer(context, setupNeedsPlace(setupLine(parts)));
  const filled = {
    name: parts.name ?? '',
    people: usersIn(parts.people),
    checkIn: parts.checkIn ?? '',
    second: usersIn(parts.second === null ? [] : [parts.second])[0] ?? null,
    zone: parts.zone ?? defaultZone,
    holidays: regionSaid(parts),
    care: parts.care === 'no' ? ('no' as const) : null,
    line: setupLine(parts),
  };
  return { kind: 'form', form: setupForm(filled), document: setupNeeds(missing, filled) };
}

/** What was said, or what the zone makes likely: the form asks, and the line looks at no holidays that it does not name. */
function regionSaid({ holidays, zone }: SetupParts): Region | 'none' {
  const said = holidays === null ? null : (readHolidays(holidays)?.region ?? null);
  return said ?? likelyRegion(zone ?? defaultZone);
}

function usersIn(people: readonly PersonWord[]): readonly string[] {
  return people.flatMap((word) => ('user' in word ? [word.user] : []));
}

type Wrong = { readonly field: keyof SetupParts; readonly refusal: Refusal };

/** The times in the words of the line; its own zone decides what "today" is. */
function readTimes(parts: SetupParts & { readonly checkIn: string }, context: Context): Times | Wrong {
  const { now } = context;
  const zone = parts.zone === null ? defaultZone : readZoneWords(parts.zone);
  if (isRefusal(zone)) return { field: 'zone', refusal: zone };
  const schedule = readCheckIn(parts.checkIn, { now, zone });
  if (isRefusal(schedule)) return { field: 'checkIn', refusal: schedule };
  const digest = parts.digest === null ? null : readDigest(parts.digest);
  if (isRefusal(digest)) return { field: 'digest', refusal: digest };
  const said = readHolidays(parts.holidays ?? 'none');
  if (said?.region == null) return { field: 'holidays', refusal: refuse('holidays-unread') };
  if (said.region === 'none') return { zone, schedule, digest };
  const { bankHolidays } = context;
  return {
    zone,
    schedule,
    digest,
    holidays: holidaysOf(said.region, said.then ?? 'move', { zone, now, bankHolidays }),
  };
}

/** Whoever sets up, the second coordinator and everyone named, found in one look. The one who acts is first. */
async function everyone(parts: SetupParts, context: Context): Promise<FoundPeople> {
  const { interaction, directory } = context;
  const { who } = interaction;
  const shown = directory.some(({ identity }) => refKey(identity) === refKey(who));
  const self = { identity: who, name: interaction.name ?? who.user };
  const asked: readonly PersonWord[] = [
    { user: who.user },
    ...(parts.second === null ? [] : [parts.second]),
    ...parts.people,
  ];
  return findPeople(asked, { ...context, directory: shown ? directory : [...directory, self] });
}

function setUp(
  { name, purpose, second, care }: SetupParts & { readonly name: string },
  times: Times,
  { found, context }: { readonly found: FoundPeople; readonly context: Context },
): SetUp {
  const [by, ...others] = found.people.map(({ id }) => id);
  if (by === undefined) throw new Error('whoever sets up was not found');
  return {
    ...times,
    huddle: context.huddle?.id ?? (context.ids.newId() as HuddleId),
    now: context.now,
    by,
    name,
    purpose,
    care: care === 'no' ? care : undefined,
    people: others,
    second: second === null ? null : secondOf(second, others, found),
  };
}

/** The second coordinator was looked for right after whoever set up; null where no one fitted the name. */
function secondOf(word: PersonWord, others: readonly PersonId[], { unknown, unclear }: FoundPeople): PersonId | null {
  const typed = 'user' in word ? `@${word.user}` : word.name;
  return unknown.includes(typed) || unclear.includes(typed) ? null : (others[0] ?? null);
}

function preview(command: SetUp, parts: SetupParts, context: Context): Reply {
  const { huddle, now } = context;
  const plan = huddle === null ? planHuddle(command) : refuse('huddle-exists', { huddle: huddle.name });
  if (isRefusal(plan)) return unsaved(plan, context, plan.refused === 'too-long' ? 'name' : 'checkIn');
  return { kind: 'private', document: setupPreview(plan, { now, line: setupLine(parts) }) };
}

async function save(command: SetUp, found: FoundPeople, context: Context): Promise<Reply> {
  const place = context.interaction.where;
  if (place === 'direct') throw new Error('a set-up without a place');
  const done = await context.run(setupAggregate(command, { place, newcomers: found.newcomers }), command);
  if (isRefusal(done)) return unsaved(done, context, 'name');
  const { huddle, members } = done.state;
  if (huddle === null) throw new Error('a set-up without a huddle');
  const lines = doneLines(huddle, found, { people: members.length, second: command.second });
  return answer(context, setupDone(huddle, { now: context.now, lines, mustBeReady: context.mustBeReady }));
}

function doneLines(
  huddle: Huddle,
  { people, unknown, unclear }: FoundPeople,
  now: { readonly people: number; readonly second: PersonId | null },
): readonly string[] {
  const [, ...others] = people;
  const outcome: InviteOutcome = {
    invited: others.map(({ name }) => name),
    already: [],
    unknown,
    unclear,
    people: now.people,
  };
  const asked = others.length + unknown.length + unclear.length > 0;
  const second = others.find(({ id }) => id === now.second);
  return [
    ...(asked ? inviteLines(huddle, outcome) : [peopleWords.listHow]),
    second === undefined ? peopleWords.listCoordinator : peopleWords.appointed(second.name),
    peopleWords.bestSecond,
  ];
}
