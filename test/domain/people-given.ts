import type { DomainEvent } from '../../src/domain/events.ts';
import type { MemberEvent } from '../../src/domain/events-people.ts';
import type { GroupKey, HuddleId, PersonId } from '../../src/domain/ids.ts';
import { evolveMembership, type Membership } from '../../src/domain/membership.ts';
import { decideMembership, type MembershipCommand } from '../../src/domain/membership-rules.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { planHuddle } from '../../src/domain/setup.ts';

export const id = 'willow' as HuddleId;
export const start = '2027-02-26T10:00:00.000Z';
export const person = (name: string) => name as PersonId;
export const group = (key: string) => key as GroupKey;

/** A command without what is the same in every test: the huddle and the moment. */
type Act = MembershipCommand extends infer Each
  ? Each extends MembershipCommand
    ? Omit<Each, 'huddle' | 'now'>
    : never
  : never;

const plan = planHuddle({
  huddle: id,
  now: start,
  by: person('Priya'),
  name: 'Willow',
  purpose: null,
  schedule: { days: [1], time: '10:00', everyWeeks: 1, anchor: '2027-03-01' },
  digest: null,
  zone: null,
});
if (isRefusal(plan)) throw new Error(plan.refused);
export const willow = plan;

/** Willow with whatever has happened so far. */
export function given(...events: readonly MemberEvent[]): Membership {
  return events.reduce(evolveMembership, { huddle: willow, members: [], toldUsingSideFew: false });
}

export function invited(...names: readonly string[]): readonly MemberEvent[] {
  return names.map((name) => ({ type: 'MemberInvited', at: start, person: person(name), by: person('Priya') }));
}

/** Someone with both yeses and a group. */
export function joined(name: string, key: string): readonly MemberEvent[] {
  const about = { at: start, person: person(name) };
  return [
    ...invited(name),
    { type: 'MemberAnswered', ...about, to: 'taking-part', yes: true, notice: 1 },
    { type: 'StandingChanged', ...about, status: 'active' },
    { type: 'MemberAnswered', ...about, to: 'counted', yes: true, notice: 1 },
    { type: 'GroupPicked', ...about, group: group(key), also: null },
  ];
}

/** What one act leads to: events without their moment, or the code of the refusal. */
export function when(membership: Membership, act: Act, now = '2027-03-01T12:00:00.000Z') {
  const decided = decideMembership({ ...act, huddle: id, now }, membership);
  if (isRefusal(decided)) return decided;
  return decided.map(({ at: _at, ...event }: DomainEvent) => event);
}
