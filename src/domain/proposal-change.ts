import type { Need } from './commitment.ts';
import type { PersonId, RoleKey } from './ids.ts';
import type { Schedule } from './schedule.ts';

/** The words that a huddle agrees on. Values are lines; rules are lines of "photos: the trust's". */
export const parts = ['purpose', 'values', 'goals', 'rules', 'dates', 'money', 'review'] as const;
export type Part = (typeof parts)[number];

/** What would be another way. Its words stand beside it, in the suggested change. */
export type Change =
  | { readonly about: Part | 'new-role' }
  | { readonly about: 'schedule'; readonly schedule: Schedule }
  | { readonly about: 'rename-role' | 'end-role'; readonly role: RoleKey }
  | { readonly about: 'hand-role'; readonly role: RoleKey; readonly to: PersonId }
  /** A report would leave the huddle: its own number among reports, whose words are kept as they are. */
  | { readonly about: 'report'; readonly page: number };

export type About = Change['about'];

/** A yes that is needed: of a side, of any side that is not named beside it, or of whoever would take a role. */
export type YesNeed = Need | 'receiver';

/** Why what everyone said yes to cannot be done any more. */
export type Stuck = 'role-gone' | 'role-there' | 'person-gone' | 'holds-it' | 'times';
