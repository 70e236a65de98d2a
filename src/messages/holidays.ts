import { digestHome, digestSchedule } from '../domain/huddle-settings.ts';
import { namedDate, nextComings, occurrences, regions, type Occurrence } from '../domain/holidays.ts';
import type { Huddle } from '../domain/huddle.ts';
import { localDate, type Instant } from '../domain/time.ts';
import { dayAndDate } from '../words/dates.ts';
import { holidayWords as words } from '../words/en/holidays.ts';
import type { Field } from './document.ts';

/** What happens on bank holidays, for the list of settings. */
export function holidaysInWords({ holidays }: Pick<Huddle, 'holidays'>): string {
  return holidays === undefined ? words.none : words.thenIs[holidays.then](words.places[holidays.region]);
}

/** One line: by which bank holidays the huddle goes from now on. */
export function holidaysSaved({ holidays }: Huddle): string {
  return holidays === undefined ? words.savedNone : words.saved[holidays.then](words.places[holidays.region]);
}

/** For the next few times of the question: which of them a bank holiday moves or takes away, `most` of these. */
export function questionHolidays(
  huddle: Huddle,
  { now, count, most }: { readonly now: Instant; readonly count: number; readonly most: number },
): readonly string[] {
  const { checkIn, zone, holidays } = huddle;
  if (checkIn === null || holidays === undefined) return [];
  const last = nextComings(checkIn.schedule, huddle, { after: now, count }).at(-1) ?? now;
  const span = { from: localDate(now, zone), to: localDate(last, zone) };
  return occurrences(checkIn.schedule, huddle, span)
    .filter(({ named, on }) => on !== named)
    .slice(0, most)
    .map(sentence);
}

function sentence({ named, on }: Occurrence): string {
  return on === null ? words.skipped(dayAndDate(named)) : words.moved(dayAndDate(named), dayAndDate(on));
}

/** Why the next digest comes on another day than it mostly does; empty when it does not. */
export function digestHolidays(huddle: Huddle): readonly string[] {
  const { nextDigestAt, zone } = huddle;
  if (nextDigestAt === null) return [];
  const on = localDate(nextDigestAt, zone);
  const named = namedDate(digestSchedule(huddle), digestHome(huddle), nextDigestAt);
  return named === on ? [] : [words.moved(dayAndDate(named), dayAndDate(on))];
}

/** Where the huddle is, as a choice; "none" looks at no holidays. */
export function regionField(label: string, { hint, value }: { readonly hint?: string; readonly value: string }): Field {
  return {
    kind: 'choice',
    name: 'holidays',
    label,
    ...(hint === undefined ? {} : { hint }),
    options: [
      ...regions.map((region) => ({ value: region, label: words.places[region] })),
      { value: 'none', label: words.noneLabel },
    ],
    value,
  };
}

/** What a form asks about bank holidays: where, and what then. */
export function holidayFields({ holidays }: Huddle): readonly Field[] {
  const then = (['move', 'skip'] as const).map((value) => ({ value, label: words.thenLabels[value] }));
  return [
    regionField(words.ask, { value: holidays?.region ?? 'none' }),
    { kind: 'choice', name: 'then', label: words.thenAsk, options: then, value: holidays?.then ?? 'move' },
  ];
}
