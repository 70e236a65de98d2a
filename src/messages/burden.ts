import { halfAsOften } from '../domain/burden.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { Schedule } from '../domain/schedule.ts';
import { burdenWords as words } from '../words/en/burden.ts';
import { scheduleInWords } from '../words/en/settings.ts';
import { actions, paragraph, strong, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';

/** To each coordinator alone. Null where no question comes by itself, or they are rare enough already. */
export function burdenNote({ id, name, checkIn }: Huddle): Document | null {
  const then = checkIn === null ? null : halfAsOften(checkIn.schedule);
  if (checkIn === null || then === null) return null;
  const subject = `${id}/${String(checkIn.schedule.everyWeeks)}`;
  return document([
    { kind: 'heading', text: words.title },
    paragraph(words.many(name)),
    paragraph(words.now(scheduleInWords(checkIn.schedule))),
    paragraph(words.then(scheduleInWords(then))),
    paragraph(strong(words.ask)),
    actions(
      { action: 'burden-halve', subject, label: words.yes },
      { action: 'burden-keep', subject, label: words.no },
      helpAction(id),
    ),
  ]);
}

export function burdenHalved(schedule: Schedule): Document {
  return note(words.halved(scheduleInWords(schedule)));
}

export function burdenSaid(what: 'kept' | 'changedAlready' | 'rareAlready' | 'noSchedule'): Document {
  return note(words[what]);
}
