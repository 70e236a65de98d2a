import type { HuddleId } from '../domain/ids.ts';
import { reportOnPaper } from '../messages/reports.ts';
import { noteSheet } from '../messages/sponsor.ts';
import type { Sheet } from '../ports-guests.ts';
import type { Records } from '../ports.ts';
import { reportWords } from '../words/en/reports.ts';
import { sponsorWords as words } from '../words/en/sponsor.ts';

/** Subject: the huddle's id, the kind of page and its number. */
export async function pageSheet(subject: string, read: Records): Promise<Sheet | null> {
  const [id = '', of = '', number = ''] = subject.split('/');
  const kind = of === 'report' ? 'report' : 'note';
  const huddle = await read.huddles.get(id as HuddleId);
  const page = await read.pages.get(id as HuddleId, kind, Number(number));
  if (huddle === null || page === null) return null;
  if (kind === 'report') {
    // Without each side's yes it goes nowhere, whatever link there is.
    if (page.postedAt === null) return null;
    return { title: reportWords.title(huddle.name), document: reportOnPaper(huddle, page) };
  }
  return { title: words.sheet(huddle.name), document: noteSheet(huddle, page) };
}
