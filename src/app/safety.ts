import { readPerson } from '../commands/intent.ts';
import type { SafetyIntent } from '../commands/safety.ts';
import { readDate } from '../commands/when-date.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { HuddleId } from '../domain/ids.ts';
import { mayUse } from '../domain/permissions.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import type { SafetyChange } from '../domain/safety-rules.ts';
import { localDate } from '../domain/time.ts';
import { note } from '../messages/frame.ts';
import { newsMessage, notAllowed } from '../messages/people.ts';
import { checkedMessage, safetyForm, safetyMessage, safetyRefusal, type SafetyFacts } from '../messages/safety.ts';
import type { Reply } from '../ports.ts';
import { safetyWords as words } from '../words/en/safety.ts';
import { inHuddle, type Context, type MemberContext } from './context.ts';
import { outside } from './outside.ts';
import { answer, open } from './people-reply.ts';
import { helpFacts, safetyAggregate } from './safety-state.ts';
import { findPerson } from './who.ts';

/** Who to turn to in danger. Buttons and forms come past the registry, so who may is asked here too. */
export async function performSafety(intent: SafetyIntent, asked: Context): Promise<Reply> {
  const context = await meant(intent.huddle, asked);
  const refusal = mayUse(intent.want === 'lead-answer' ? 'anyone' : 'coordinator', context);
  if (refusal !== null) return answer(context, notAllowed(refusal));
  if (!inHuddle(context)) return outside(context);
  if (intent.want === 'overview') return answer(context, await overview(context.huddle, context));
  const form = formFor(intent, context.huddle, context);
  if (form !== null) return form;
  const change = await readChange(intent, context);
  return isRefusal(change) ? unsaved(change, context) : save(change, context);
}

async function meant(id: HuddleId | null, context: Context): Promise<Context> {
  if (id === null || context.huddle?.id === id) return context;
  const huddle = await context.records.huddles.get(id);
  const member = context.person === null ? null : await context.records.members.get(id, context.person.id);
  return huddle === null ? context : { ...context, huddle, member };
}

/** A line or a button that leaves out what to save asks for it. A form that was sent empty is told so. */
function formFor(intent: SafetyIntent, huddle: Huddle, { interaction }: Context): Reply | null {
  if (interaction.kind === 'form') return null;
  if ((intent.want === 'contact' || intent.want === 'local') && intent.words === '')
    return open(safetyForm(huddle, intent.want), words.how, exampleOf(intent.want));
  if (intent.want === 'lead' && intent.name === '')
    return open(safetyForm(huddle, 'lead'), words.how, exampleOf('lead'));
  return null;
}

function exampleOf(what: 'contact' | 'local' | 'lead'): string {
  const [contact, local, , , lead] = words.examples;
  return { contact, local, lead }[what];
}

async function readChange(
  intent: Exclude<SafetyIntent, { readonly want: 'overview' }>,
  context: MemberContext,
): Promise<SafetyChange | Refusal> {
  switch (intent.want) {
    case 'contact':
      return { setting: 'contact', words: intent.words, person: await someone(intent.words, context) };
    case 'local':
      return { setting: 'local', words: isOff(intent.words) ? null : intent.words };
    case 'number':
      if (intent.line === null) return refuse('number-unread');
      return { setting: 'number', line: intent.line, words: isOff(intent.words) ? null : intent.words };
    case 'checked':
      return readDay(intent.words, context);
    case 'lead':
      return { setting: 'lead', person: await someone(intent.name, context), hours: intent.hours };
    case 'telling':
      return { setting: 'telling', on: intent.on };
    case 'lead-answer':
      return { setting: 'lead-answer', person: context.person.id, yes: intent.yes };
  }
}

/** The member whom the words begin with: "Ellis", "Ellis, 020 7946 0000". */
async function someone(typed: string, context: MemberContext) {
  const [name = ''] = typed.split(',', 1);
  return name.trim() === '' ? null : findPerson(readPerson(name.trim()), context);
}

function isOff(typed: string): boolean {
  return /^(?:off|none|no|nothing|as before)\.?$/i.test(typed.trim());
}

/** A day without a year is one that has been. */
function readDay(typed: string, { now, huddle }: MemberContext): SafetyChange | Refusal {
  const today = localDate(now, huddle.zone);
  if (typed.trim() === '') return { setting: 'checked', on: today };
  const on = readDate(typed, today);
  if (on === null) return refuse('day-unread');
  const hasYear = /\d{4}/.test(typed);
  const lastYear = `${String(Number(on.slice(0, 4)) - 1)}${on.slice(4)}`;
  return { setting: 'checked', on: on > today && !hasYear ? lastYear : on };
}

async function save(change: SafetyChange, context: MemberContext): Promise<Reply> {
  const command = { huddle: context.huddle.id, now: context.now, change };
  const done = await context.run(safetyAggregate(command), command);
  if (isRefusal(done)) return unsaved(done, context);
  const { huddle } = done.state;
  if (change.setting === 'checked') return answer(context, checkedMessage(await factsOf(huddle, context)));
  if (change.setting === 'lead-answer')
    return answer(context, newsMessage(huddle, [change.yes ? words.leadSaidYes : words.leadSaidNo]));
  const news = done.events.length === 0 ? words.unchanged : await saved(change, huddle, context);
  return answer(context, await overview(huddle, context, news));
}

async function saved(
  change: Exclude<SafetyChange, { readonly setting: 'checked' | 'lead-answer' }>,
  huddle: Huddle,
  context: MemberContext,
): Promise<string> {
  const { contact, lead } = await factsOf(huddle, context);
  switch (change.setting) {
    case 'contact':
      return words.savedContact(contact ?? change.words);
    case 'local':
      return change.words === null ? words.savedNoLocal : words.savedLocal(huddle.safety?.local ?? change.words);
    case 'number':
      return change.words === null ? words.savedNoNumber : words.savedNumber;
    case 'lead':
      return words.savedLead(lead ?? '');
    case 'telling':
      return change.on ? words.savedOn : words.savedOff;
  }
}

async function overview(huddle: Huddle, context: Context, ...news: readonly string[]) {
  return safetyMessage(await factsOf(huddle, context), news);
}

export async function factsOf(
  huddle: Huddle,
  { records, now }: Pick<Context, 'records' | 'now'>,
): Promise<SafetyFacts> {
  const lead = huddle.safety?.telling?.lead;
  const names = lead === undefined ? null : await records.people.names(huddle.id);
  const { contact } = await helpFacts(huddle, records);
  return { huddle, now, contact, lead: lead === undefined ? null : (names?.get(lead) ?? null) };
}

/** Beside its field in a form, which keeps what was typed, or as a line. */
function unsaved(refusal: Refusal, { interaction }: Context): Reply {
  const sentence = safetyRefusal(refusal);
  if (interaction.kind === 'form')
    return { kind: 'invalid', fields: { [refusal.refused === 'needs-hours' ? 'hours' : 'words']: sentence } };
  return { kind: 'private', document: note(sentence) };
}
