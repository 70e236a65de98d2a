import type { NudgeIntent } from '../commands/nudge.ts';
import type { NudgeEvent } from '../domain/events-rounds.ts';
import type { RoleKey, PersonId } from '../domain/ids.ts';
import { decideNudge, evolveNudge, type ChooseNudge, type Nudged, type NudgeRefusal } from '../domain/nudge.ts';
import { mayUse } from '../domain/permissions.ts';
import { isRefusal } from '../domain/refusal.ts';
import { holders } from '../domain/role-split.ts';
import { doneBy } from '../domain/role-stand-in.ts';
import { takesPart } from '../domain/huddle.ts';
import type { Document } from '../messages/document.ts';
import { notIn } from '../messages/help.ts';
import { nudgeChosen, nudgeHow, nudgeMessage, nudgeRefused, swapLeadNote } from '../messages/nudge.ts';
import { notAllowed } from '../messages/people.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records, Reply } from '../ports.ts';
import { inHuddle, type Context } from './context.ts';
import type { Aggregate, Reaction } from './execute.ts';

interface State extends Nudged {
  /** Who leads now. */
  readonly leads: readonly PersonId[];
}

const nudgeAggregate: Aggregate<ChooseNudge, State, NudgeEvent> = {
  load: async (records, { huddle: id }) => {
    const huddle = await records.huddles.get(id);
    if (huddle === null) throw new Error('a tip without its huddle');
    return { huddle, newest: await newestNudge(records, huddle.id), leads: await leadsOf(records, huddle.id) };
  },
  decide: decideNudge,
  evolve: (state, event) => ({ ...state, ...evolveNudge(state, event) }),
  save: (records, { huddle }, before) => records.huddles.save({ ...huddle, version: before.huddle.version + 1 }),
  react: ({ monday, choice }, { huddle, leads }) => {
    const subject = `${huddle.id}/${monday}`;
    const anew: Reaction = { kind: 'nudge', subject, to: 'places' };
    const told = leads.map((person): Reaction => ({ kind: 'nudge-lead', subject, to: { person } }));
    return choice === 'swap-lead' ? [anew, ...told] : [anew];
  },
};

/** A tip is open until the next digest is out. */
async function newestNudge(records: Records, huddle: State['huddle']['id']): Promise<State['newest']> {
  const last = await records.digests.last(huddle);
  return last?.facts.nudge === true ? last.monday : null;
}

async function leadsOf(records: Records, huddle: State['huddle']['id']): Promise<State['leads']> {
  const lead = (await records.roles.list(huddle)).find(({ key }) => key === ('lead' as RoleKey));
  if (lead === undefined) return [];
  const members = await records.members.of(huddle);
  const present = new Set(members.filter(takesPart).map(({ person }) => person));
  // Whoever stands in hears of it as well.
  return [...new Set([...holders(lead, present), ...doneBy(lead, members).people])];
}

/** Anyone who takes part may choose. Everyone sees what was chosen, and nobody who chose it. */
export async function performNudge(intent: NudgeIntent, context: Context): Promise<Reply> {
  if (!inHuddle(context)) return say(notIn(context.huddle));
  const refusal = mayUse('member', context);
  if (refusal !== null) return say(notAllowed(refusal));
  const { want, monday } = intent;
  if (want === 'look') return say(nudgeHow());
  const command = { huddle: context.huddle.id, now: context.now, monday, choice: want };
  const done = await context.run(nudgeAggregate, command);
  if (isRefusal(done)) return say(nudgeRefused(done.refused as NudgeRefusal));
  const { huddle, leads } = done.state;
  return say(nudgeChosen(want, { huddle, isLed: leads.length > 0 }));
}

/** Subject: huddle id and the Monday of the week that the tip came with. */
export async function buildNudgeNote(note: Outgoing, records: Records): Promise<Document | null> {
  const huddle = await records.huddles.get(note.huddle);
  if (huddle === null) return null;
  if (note.kind === 'nudge-lead') return swapLeadNote(huddle);
  const monday = note.subject.slice(note.subject.indexOf('/') + 1);
  return nudgeMessage(huddle, monday, { isNewest: (await newestNudge(records, huddle.id)) === monday });
}

function say(document: Document): Reply {
  return { kind: 'private', document };
}
