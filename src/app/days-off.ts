import { readDaysOff, readDaysOffFields, type DaysOffTyped, type DaysRead } from '../commands/days-off.ts';
import { daysOffOf } from '../domain/days-off.ts';
import { takesPart } from '../domain/huddle.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import { localDate, type LocalDate } from '../domain/time.ts';
import { daysOffForm, daysOffMessage, daysOffRefusal, isAboutDays, type DaysOffCode } from '../messages/days-off.ts';
import { note } from '../messages/frame.ts';
import type { Reply } from '../ports.ts';
import { daysOffWords as words } from '../words/en/days-off.ts';
import type { MemberContext } from './context.ts';
import { answer, open } from './people-reply.ts';
import { refused, run } from './people-join.ts';

/** A break with an end, in one huddle. Days are those of the person's own zone, or else the huddle's. Nobody else is told. */
export async function takeDaysOff(typed: DaysOffTyped | null, context: MemberContext): Promise<Reply> {
  const { huddle, member, person, now } = context;
  if (!takesPart(member)) return refused(refuse('not-joined'), context, huddle);
  if (typed === null) return open(daysOffForm(huddle, daysOffOf(member)), words.how, words.howFrom);
  const zone = person.zone ?? huddle.zone;
  const read = readTyped(typed, localDate(now, zone));
  if (isRefusal(read)) return unchanged(read, context);
  const done = await run({ type: 'TakeDaysOff', days: { ...read, zone } }, context);
  if (!isRefusal(done)) return answer(context, daysOffMessage(huddle, done));
  return isAboutDays(done) ? unchanged(done, context) : refused(done, context, huddle);
}

function readTyped(typed: DaysOffTyped, today: LocalDate): DaysRead | Refusal<DaysOffCode> {
  const read = 'line' in typed ? readDaysOff(typed.line, today) : readDaysOffFields(typed, today);
  if (read === null) return refuse('days-unread');
  return typeof read === 'string' ? refuse('day-unread', { field: read }) : read;
}

/** Beside its field in the form, which keeps what was typed; or as a line. */
function unchanged(refusal: Refusal<DaysOffCode>, { interaction }: MemberContext): Reply {
  const sentence = daysOffRefusal(refusal);
  if (interaction.kind !== 'form') return { kind: 'private', document: note(sentence, words.unchanged) };
  return { kind: 'invalid', fields: { [String(refusal.details['field'] ?? 'last')]: sentence } };
}
