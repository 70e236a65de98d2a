import type { Drawing } from '../../adapters/web/room.ts';
import type { Document } from '../messages/document.ts';

/** Draws a message as Slack and Teams will. The renderers are loaded when first asked for. */
export async function preview(document: Document): Promise<readonly Drawing[]> {
  const [{ drawForSlack }, { drawForTeams }] = await Promise.all([
    import('./preview-slack.ts'),
    import('./preview-teams.ts'),
  ]);
  return [await drawForSlack(document), drawForTeams(document)];
}

/** The script of that name that a drawing runs in its frame; null when there is none. */
export async function previewScript(name: string): Promise<string | null> {
  const { teamsScript } = await import('./preview-teams.ts');
  return teamsScript(name);
}
