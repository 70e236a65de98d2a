import { daysOffOf, type DaysOffRefusalCode } from '../domain/days-off.ts';
import { standingNow, type DaysOff, type Huddle, type Member } from '../domain/huddle.ts';
import type { Refusal } from '../domain/refusal.ts';
import { addDays, type LocalDate } from '../domain/time.ts';
import { dayAndDate, shortDate } from '../words/dates.ts';
import { daysOffWords as words } from '../words/en/days-off.ts';
import { peopleWords } from '../words/en/people.ts';
import type { Action, Document, Form } from './document.ts';
import { newsMessage, standingAction } from './people.ts';

export type DaysOffCode = DaysOffRefusalCode | 'day-unread' | 'days-unread';

/** "Wednesday 3 March to Wednesday 10 March"; a year stands there where it is not that of the first day. */
export function datesInWords({ first, last }: Pick<DaysOff, 'first' | 'last'>): string {
  if (first === last) return dayAndDate(first);
  return words.span(dayAndDate(first), withYear(last, first));
}

/** What `me` says of it. */
export function daysOffLine(member: Member, days: DaysOff): string {
  return standingNow(member).status === 'paused'
    ? words.mine(withYear(days.last, days.first))
    : words.minePlanned(datesInWords(days));
}

/** A break without an end, and a way to give it one. */
export function pausedMessage(huddle: Huddle, { unread }: { readonly unread: boolean }): Document {
  return newsMessage(
    huddle,
    [peopleWords.paused, ...(unread ? [words.noDayRead, words.how] : []), peopleWords.pausedBack],
    standingAction(huddle, 'resume'),
    daysOffAction(huddle),
  );
}

/** What is set now: a break that runs and has an end, or one that is to come. */
export function daysOffMessage(huddle: Huddle, member: Member): Document {
  const days = daysOffOf(member);
  if (days === null) return pausedMessage(huddle, { unread: false });
  const isOn = standingNow(member).status === 'paused';
  const back = words.backOn(withYear(addDays(days.last, 1), days.first));
  return isOn
    ? newsMessage(
        huddle,
        [words.on(withYear(days.last, days.first)), words.quiet, back, words.sooner],
        standingAction(huddle, 'resume'),
        daysOffAction(huddle),
      )
    : newsMessage(
        huddle,
        [words.planned(datesInWords(days)), words.quiet, back, words.callOff],
        { action: 'resume', subject: huddle.id, label: words.callOffLabel },
        daysOffAction(huddle),
      );
}

function daysOffAction(huddle: Huddle): Action {
  return { action: 'days-off', subject: huddle.id, label: words.label, opens: 'form' };
}

export function daysOffForm(huddle: Huddle, days: DaysOff | null): Form {
  return {
    form: 'days-off',
    subject: huddle.id,
    title: words.title,
    intro: [],
    fields: [
      { kind: 'date', name: 'last', label: words.last, hint: words.lastHint, ...filledWith(days?.last) },
      { kind: 'date', name: 'first', label: words.first, hint: words.firstHint, optional: true },
    ],
    submit: words.save,
    cancel: peopleWords.cancel,
  };
}

function filledWith(date: LocalDate | undefined): { readonly value?: string } {
  return date === undefined ? {} : { value: date };
}

/** The note on the morning after the last day. */
export function welcomeBack(huddle: Huddle, member: Member): Document {
  const counted = standingNow(member).counted ? peopleWords.countedAgain : peopleWords.notCountedAsBefore;
  return newsMessage(huddle, [words.over(huddle.name), counted, words.again], standingAction(huddle, 'pause'));
}

export function isAboutDays(refusal: Refusal): refusal is Refusal<DaysOffRefusalCode> {
  return refusal.refused in words.refusals;
}

export function daysOffRefusal({ refused, details }: Refusal<DaysOffCode>): string {
  const day = String(details['day'] ?? details['last'] ?? '');
  return words.refusals[refused](day === '' ? '' : shortDate(day), String(Number(day.slice(0, 4)) + 1));
}

function withYear(date: LocalDate, beside: LocalDate): string {
  const year = date.slice(0, 4);
  return year === beside.slice(0, 4) ? dayAndDate(date) : `${dayAndDate(date)} ${year}`;
}
