import { isHere } from './commitment-sides.ts';
import { changeHuddle } from './huddle-settings.ts';
import type { RoleKey } from './ids.ts';
import type { Change, Stuck } from './proposal-change.ts';
import type { ProposalBook } from './proposal.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import { isRoleName, longestRoleName, roleNamed } from './role-names.ts';
import { holders, type Role } from './role-split.ts';
import type { Instant } from './time.ts';

export type Wrong = Refusal<Stuck | 'words-too-long' | 'words-needed'>;

/** Why a change could not be made now, or null. Looked at when it is suggested, and once more at the last yes. */
export function whyNot(change: Change, text: string, book: ProposalBook, now: Instant): Wrong | null {
  switch (change.about) {
    case 'schedule':
      return wrongTimes(change, book, now);
    case 'new-role':
      return wrongName(text) ?? taken(text, null, book);
    case 'rename-role':
      return gone(change.role, book) ?? wrongName(text) ?? taken(text, change.role, book);
    case 'end-role':
      return gone(change.role, book);
    case 'hand-role':
      return gone(change.role, book) ?? cannotTake(change, book);
    default:
      return null;
  }
}

/** The caps on questions are the same for everyone, however many said yes. The code of the setting goes along. */
function wrongTimes(
  { schedule }: Extract<Change, { about: 'schedule' }>,
  { home, members }: ProposalBook,
  now: Instant,
): Wrong | null {
  const changed = changeHuddle(home, { setting: 'schedule', schedule }, { members, now });
  return isRefusal(changed) ? refuse('times', { ...changed.details, code: changed.refused }) : null;
}

function wrongName(text: string): Wrong | null {
  if (!isRoleName(text)) return refuse('words-needed');
  return text.length > longestRoleName ? refuse('words-too-long', { most: longestRoleName }) : null;
}

function taken(text: string, but: RoleKey | null, { roles }: ProposalBook): Wrong | null {
  const known = roleNamed(text, roles);
  return known === null || known.key === but ? null : refuse('role-there', { name: known.name });
}

function gone(role: RoleKey, book: ProposalBook): Wrong | null {
  return roleOf(role, book) === null ? refuse('role-gone') : null;
}

function cannotTake({ role, to }: Extract<Change, { about: 'hand-role' }>, book: ProposalBook): Wrong | null {
  if (!isHere(book.parties.get(to))) return refuse('person-gone');
  const known = roleOf(role, book);
  const holding = known === null ? [] : holders(known, presentIn(book));
  return holding.length === 1 && holding[0] === to ? refuse('holds-it', { name: known?.name ?? '' }) : null;
}

export function roleOf(role: RoleKey, { roles }: Pick<ProposalBook, 'roles'>): Role | null {
  return roles.find(({ key }) => key === role) ?? null;
}

export function presentIn({ parties }: Pick<ProposalBook, 'parties'>) {
  return new Set([...parties].filter(([, party]) => isHere(party)).map(([person]) => person));
}
