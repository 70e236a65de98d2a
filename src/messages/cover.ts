import type { CoverRefusalCode } from '../domain/cover.ts';
import type { Away, Huddle } from '../domain/huddle.ts';
import type { LocalDate } from '../domain/time.ts';
import { coverWords as words } from '../words/en/cover.ts';
import { actions, paragraph, type Action, type Document, type Form } from './document.ts';
import { document, helpAction } from './frame.ts';
import { standingAction } from './people.ts';

/** To the coordinator alone. `cover` is whom they named, `readers` those who can read their notes meanwhile. */
export interface AwayFacts {
  readonly huddle: Huddle;
  readonly away: Away | null;
  readonly cover: string | null;
  readonly readers: readonly string[];
  /** Notes that no stand-in may see have nobody else to read them. */
  readonly restComes: boolean;
  /** Whether they take part as a member, and not on a break. */
  readonly isMember: boolean;
}

export function awayMessage({ huddle, away, cover, readers, restComes, isMember }: AwayFacts): Document {
  const change: Action = { action: 'away', subject: huddle.id, label: words.change, opens: 'form' };
  if (away === null) return said([words.notAway], change, helpAction(huddle.id));
  return said(
    [
      words.away(away.until),
      ...(cover === null ? [] : [coverLine(away, cover)]),
      ...readerLines(away, cover, readers),
      ...(restComes && readers.length > 0 ? [words.rest] : []),
      ...(isMember ? [words.stillMember] : []),
    ],
    { action: 'back', subject: huddle.id, label: words.imBack },
    change,
    ...(isMember ? [standingAction(huddle, 'pause')] : []),
    helpAction(huddle.id),
  );
}

function coverLine({ answer }: Away, name: string): string {
  switch (answer) {
    case null:
      return words.covers(name);
    case 'asked':
      return words.asked(name);
    case 'yes':
      return words.saidYes(name);
    case 'no':
      return words.saidNo(name);
  }
}

function readerLines({ answer }: Away, cover: string | null, readers: readonly string[]): readonly string[] {
  if (readers.length === 0) return [words.nobody];
  if (cover !== null && (answer === null || answer === 'yes')) return [words.copy];
  return [words.othersRead(readers), words.copy];
}

export function backMessageOf(huddle: Huddle, wasAway: boolean): Document {
  return said([wasAway ? words.back : words.notAwayNow], helpAction(huddle.id));
}

/** To whoever is named as cover. Whoever runs the huddle is only told; anyone else is asked. */
export function coverAsked(huddle: Huddle, away: Away, name: string): Document {
  if (away.answer === null) return said([words.tells(name, huddle.name, away.until)], helpAction(huddle.id));
  const lines = [words.asks(name, huddle.name, away.until), words.means, words.free];
  return said(lines, ...standInActions(huddle, away), helpAction(huddle.id));
}

export function standInActions({ id }: Huddle, { person }: Away): readonly Action[] {
  const subject = `${id}/${person}`;
  return [
    { action: 'stand-in', subject, label: words.yes },
    { action: 'not-stand-in', subject, label: words.no },
  ];
}

/** To whoever is away. */
export function coverAnswered(huddle: Huddle, yes: boolean, name: string): Document {
  return said([yes ? words.saidYes(name) : words.saidNo(name)], helpAction(huddle.id));
}

export function standInMessage(huddle: Huddle, yes: boolean, until: LocalDate | null): Document {
  if (until === null) return said([words.notAsked], helpAction(huddle.id));
  return said([yes ? words.youStandIn(until) : words.youDoNot], helpAction(huddle.id));
}

export function awayForm(huddle: Huddle, filled: { readonly until: LocalDate | null; readonly cover: string }): Form {
  const { form } = words;
  return {
    form: 'away',
    subject: huddle.id,
    title: form.title,
    intro: [paragraph(form.intro)],
    fields: [
      { kind: 'date', name: 'until', label: form.until, ...(filled.until === null ? {} : { value: filled.until }) },
      {
        kind: 'text',
        name: 'cover',
        label: form.cover,
        hint: form.coverHint,
        optional: true,
        max: 100,
        ...(filled.cover === '' ? {} : { value: filled.cover }),
      },
    ],
    submit: form.submit,
    cancel: form.cancel,
  };
}

export function coverRefusal(code: CoverRefusalCode): string {
  return words.refusals[code]();
}

function said(lines: readonly string[], ...buttons: readonly Action[]): Document {
  return document([...lines.map((line) => paragraph(line)), actions(...buttons)]);
}
