import type { HuddleId } from '../domain/ids.ts';
import { noteSheet } from '../messages/sponsor.ts';
import type { Sheet } from '../ports-guests.ts';
import type { Records } from '../ports.ts';
import { sponsorWords as words } from '../words/en/sponsor.ts';

/** Subject: the huddle's id, the kind of page and its number. */
export async function pageSheet(subject: string, read: Records): Promise<Sheet | null> {
  const [id = '', , number = ''] = subject.split('/');
  const huddle = await read.huddles.get(id as HuddleId);
  const page = await read.pages.get(id as HuddleId, 'note', Number(number));
  if (huddle === null || page === null) return null;
  return { title: words.sheet(huddle.name), document: noteSheet(huddle, page) };
}
