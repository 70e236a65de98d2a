import { stillThere } from '../domain/role-stand-in.ts';
import type { Document } from '../messages/document.ts';
import { roleDeclined, roleNews, roleOffer } from '../messages/roles.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import { membership } from './roles.ts';

/** Subject: huddle id, role key and the moment of the offer or the move; of a no, its moment and "declined". */
export async function buildRoleNote(note: Outgoing, records: Records): Promise<Document | null> {
  const [, key, at, declined] = note.subject.split('/');
  const role = (await records.roles.list(note.huddle)).find((each) => each.key === key);
  const huddle = await records.huddles.get(note.huddle);
  if (role === undefined || huddle === null) return null;
  const names = await records.people.names(note.huddle);
  if (declined !== undefined) return roleDeclined(role);
  // Settled, or taken over by a newer offer, before this one was told.
  if (note.kind === 'role-offered') return role.offered?.at === at ? roleOffer(role, { huddle, names }) : null;
  const { present } = await membership(records, note.huddle);
  return roleNews(stillThere(role, await records.members.of(note.huddle)), { present, names });
}
