import type { Document } from '../messages/document.ts';
import { roleNews, roleOffer } from '../messages/roles.ts';
import type { Outgoing, Records } from '../ports.ts';
import { membership } from './roles.ts';

/** Subject: huddle id, role key and the moment of the offer or the move. */
export async function buildRoleNote(note: Outgoing, records: Records): Promise<Document | null> {
  const key = note.subject.split('/')[1];
  const role = (await records.roles.list(note.huddle)).find((each) => each.key === key);
  const huddle = await records.huddles.get(note.huddle);
  if (role === undefined || huddle === null) return null;
  const names = await records.people.names(note.huddle);
  if (note.kind === 'role-offered') return roleOffer(role, { huddle, names });
  return roleNews(role, { ...(await membership(records, note.huddle)), names });
}
