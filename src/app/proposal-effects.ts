import type { HuddleChange } from '../domain/huddle-settings.ts';
import type { Proposal } from '../domain/proposal.ts';
import { isRefusal } from '../domain/refusal.ts';
import { everyRole, keyForNew } from '../domain/role-names.ts';
import type { RoleCommand } from '../domain/role-split.ts';
import type { Aggregate } from './execute.ts';
import type { DomainEvent } from '../domain/events.ts';
import type { MemberContext } from './context.ts';
import { settingsAggregate } from './people-aggregates.ts';
import { letLeave } from './report-pages.ts';
import { roleAggregate } from './roles.ts';

/**
 * What all sides agreed comes about, by the same ways as what one person does, in the unit of work of the last yes. The
 * words of a part need nothing more: they hold because they are agreed. Only the purpose also stands in the settings.
 */
export async function bringAbout({ change, text }: Proposal, context: MemberContext): Promise<void> {
  switch (change.about) {
    case 'purpose':
      return set({ setting: 'purpose', purpose: text }, context);
    case 'schedule':
      return set({ setting: 'schedule', schedule: change.schedule }, context);
    case 'new-role': {
      const roles = everyRole(await context.records.roles.list(context.huddle.id), context.huddle.id);
      return role({ type: 'NameRole', role: keyForNew(text, roles), name: text }, context);
    }
    case 'rename-role':
      return role({ type: 'NameRole', role: change.role, name: text }, context);
    case 'end-role':
      return role({ type: 'EndRole', role: change.role }, context);
    case 'hand-role':
      return role({ type: 'GiveRole', role: change.role, to: change.to }, context);
    case 'report':
      return letLeave(context.records, { huddle: context.huddle, number: change.page, now: context.now });
    default:
  }
}

export async function set(change: HuddleChange, context: MemberContext): Promise<void> {
  const command = { huddle: context.huddle.id, now: context.now, change };
  await must(context, settingsAggregate(command), command);
}

type Agreed =
  Extract<RoleCommand, { type: 'GiveRole' | 'NameRole' | 'EndRole' }> extends infer Each
    ? Each extends RoleCommand
      ? Omit<Each, 'huddle' | 'now' | 'by'>
      : never
    : never;

async function role(wanted: Agreed, context: MemberContext): Promise<void> {
  const { huddle, now, person } = context;
  await must(context, roleAggregate, { ...wanted, huddle: huddle.id, now, by: person.id });
}

/** That it can be done was looked at with the last yes, in this same unit of work. */
async function must<
  Command extends RoleCommand | Parameters<typeof settingsAggregate>[0],
  State,
  Event extends DomainEvent,
>(context: MemberContext, aggregate: Aggregate<Command, State, Event>, command: Command): Promise<void> {
  const done = await context.run(aggregate, command);
  if (isRefusal(done)) throw new Error(`what all sides agreed was refused: ${done.refused}`);
}
