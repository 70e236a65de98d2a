import type { Huddle } from '../domain/huddle.ts';
import type { HuddleId } from '../domain/ids.ts';
import type { SafetyRefusalCode } from '../domain/safety-rules.ts';
import { areNumbersChecked, checkEndsAt, isTellingOn } from '../domain/safety.ts';
import type { Refusal } from '../domain/refusal.ts';
import { localDate, type Instant } from '../domain/time.ts';
import { dayAndDate, dayAndTime } from '../words/dates.ts';
import { safetyWords as words } from '../words/en/safety.ts';
import { actions, paragraph, type Action, type Block, type Document, type Form } from './document.ts';
import { document, helpAction, note } from './frame.ts';
import { whoToCall } from './worry.ts';

export interface SafetyFacts {
  readonly huddle: Huddle;
  readonly now: Instant;
  /** As the card shows it; null when nobody is named. */
  readonly contact: string | null;
  /** The name of the lead; null when nobody is asked, or when they have left. */
  readonly lead: string | null;
}

/** For coordinators: all that is set, and how to change each. `news` stands above it. */
export function safetyMessage(facts: SafetyFacts, news: readonly string[] = []): Document {
  const { huddle, contact } = facts;
  const { safety = {} } = huddle;
  return document([
    ...news.map((line) => paragraph(line)),
    { kind: 'heading', text: words.title(huddle.name) },
    {
      kind: 'fields',
      fields: [
        { name: words.contact, value: contact ?? words.notNamed },
        { name: words.local, value: safety.local ?? words.none },
        { name: words.numbers, value: checkedLine(facts) },
        { name: words.lead, value: leadLine(facts) },
      ],
    },
    paragraph(words.onTheCard),
    ...whoToCall(facts),
    paragraph(words.how),
    { kind: 'list', items: words.examples.map((example) => [{ kind: 'text', text: example }]) },
    actions(...safetyActions(huddle), helpAction(huddle.id)),
  ]);
}

function checkedLine({ huddle, now }: SafetyFacts): string {
  const on = huddle.safety?.numbersCheckedOn;
  if (on === undefined) return words.neverChecked;
  return areNumbersChecked(huddle, now) ? words.checkedOn(dayAndDate(on)) : words.checkAgain(dayAndDate(on));
}

function leadLine({ huddle, lead }: SafetyFacts): string {
  const telling = huddle.safety?.telling;
  if (telling === undefined) return words.leadOff;
  if (lead === null) return words.leadAway;
  if (telling.acceptedAt === null) return words.leadAsked(lead);
  return isTellingOn(telling) ? words.leadOn(lead, telling.hours) : words.leadReady(lead, telling.hours);
}

function safetyActions({ id, safety }: Huddle): readonly Action[] {
  return [
    { action: 'safety-change', subject: `${id}/contact`, label: words.changeContact, opens: 'form' },
    { action: 'safety-change', subject: `${id}/local`, label: words.changeLocal, opens: 'form' },
    checkedAction(id),
    tellingAction(id, safety?.telling),
  ];
}

function tellingAction(id: HuddleId, telling: NonNullable<Huddle['safety']>['telling']): Action {
  if (isTellingOn(telling)) return { action: 'telling-off', subject: id, label: words.turnOff };
  if (telling === undefined || telling.acceptedAt === null)
    return { action: 'safety-change', subject: `${id}/lead`, label: words.nameLead, opens: 'form' };
  return { action: 'telling-on', subject: id, label: words.turnOn };
}

function checkedAction(id: HuddleId): Action {
  return { action: 'numbers-checked', subject: id, label: words.numbersWork };
}

/** Which thing is asked for, with what is set now. */
export function safetyForm({ id, safety }: Huddle, what: 'contact' | 'local' | 'lead'): Form {
  const asks = {
    contact: { label: words.contactAsk, hint: words.contactHint, value: safety?.contact?.words },
    local: { label: words.localAsk, hint: words.localHint, value: safety?.local },
    lead: { label: words.leadAsk, hint: words.leadHint, value: undefined },
  }[what];
  const { value, ...asked } = asks;
  const max = 120;
  return {
    form: 'safety',
    subject: `${id}/${what}`,
    title: words.formTitle,
    intro: [],
    fields: [
      { kind: 'text', name: 'words', max, ...asked, ...(value === undefined ? {} : { value }) },
      ...(what === 'lead'
        ? [{ kind: 'text' as const, name: 'hours', label: words.hoursAsk, hint: words.hoursHint, max }]
        : []),
    ],
    submit: words.save,
    cancel: words.cancel,
  };
}

/** Why it was not saved, and what to do. */
export function safetyRefusal({ refused, details }: Refusal): string {
  const code = refused as SafetyRefusalCode | 'number-unread' | 'day-unread';
  return words.refusals[code](String(details['longest'] ?? ''), String(details['is'] ?? ''));
}

/** With the numbers themselves, so that nobody says so without having seen them. */
export function checkedMessage(facts: Omit<SafetyFacts, 'lead'>): Document {
  const { huddle } = facts;
  const on = huddle.safety?.numbersCheckedOn ?? '';
  const again = localDate(checkEndsAt(huddle), huddle.zone);
  return document([
    ...lines(words.savedChecked(dayAndDate(on), dayAndDate(again)), words.onTheCard),
    ...whoToCall(facts),
    actions(helpAction(huddle.id)),
  ]);
}

/** To someone who is asked to be the lead. */
export function leadAsked(huddle: Huddle, hours: string): Document {
  return document([
    ...lines(words.leadAsks(huddle.name), words.leadMeans, words.leadHours(hours), words.leadThen),
    actions(
      { action: 'lead-yes', subject: huddle.id, label: words.leadYes },
      { action: 'lead-no', subject: huddle.id, label: words.leadNo },
      helpAction(huddle.id),
    ),
  ]);
}

/** To the coordinators. `name` is null where the answer was no: nobody is named for a no. */
export function leadAnswered(huddle: Huddle, name: string | null): Document {
  if (name === null) return document([...lines(words.answeredNo), actions(helpAction(huddle.id))]);
  return document([
    ...lines(words.answeredYes(name)),
    actions({ action: 'telling-on', subject: huddle.id, label: words.turnOn }, helpAction(huddle.id)),
  ]);
}

/** To each member, before it acts for them. */
export function tellingMessage(huddle: Huddle, { name, hours }: { name: string; hours: string }): Document {
  return document([
    ...lines(words.tellsNow(name), words.tellsWhen, words.tellsHours(hours), words.tellsChoice),
    actions(helpAction(huddle.id)),
  ]);
}

export function tellingOffMessage(): Document {
  return note(words.tellsNoMore);
}

/** To the lead alone: who and when. Lock screens see neither. */
export function leadTold(huddle: Huddle, { name, at }: { name: string; at: Instant }): Document {
  return document(
    lines(words.toldWho(name, huddle.name), words.toldWhen(dayAndTime(at, huddle.zone)), words.toldThen),
    words.toldSummary,
  );
}

/** To each coordinator, when a check is over. */
export function numbersLapsed(facts: Omit<SafetyFacts, 'lead'>): Document {
  const { huddle } = facts;
  const on = huddle.safety?.numbersCheckedOn;
  const first = on === undefined ? words.lapsedNever(huddle.name) : words.lapsed(huddle.name, dayAndDate(on));
  return document([
    ...lines(first, words.lapsedHow),
    ...whoToCall(facts),
    actions(
      checkedAction(huddle.id),
      { action: 'safety', subject: huddle.id, label: words.formTitle },
      helpAction(huddle.id),
    ),
  ]);
}

function lines(...list: readonly string[]): readonly Block[] {
  return list.map((line) => paragraph(line));
}
