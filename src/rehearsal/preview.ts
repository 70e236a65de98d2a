import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Drawing } from '../../adapters/web/room.ts';
import type { Document } from '../messages/document.ts';

/** Draws a message as Slack will, with the blocks that Slack would be sent. The renderers are loaded when first asked for. */
export async function preview(document: Document): Promise<readonly Drawing[]> {
  const [{ renderMessage }, { Message }, { createElement }, { renderToStaticMarkup }] = await Promise.all([
    import('../../adapters/slack/render.ts'),
    import('slack-blocks-to-jsx'),
    import('react'),
    import('react-dom/server'),
  ]);
  // Its types name fewer blocks than Slack's own; what it does not know it leaves out.
  const blocks = renderMessage(document).blocks as unknown as Parameters<typeof Message>[0]['blocks'];
  const drawn = createElement(Message, { blocks, name: 'WeSaid', logo: '', withoutWrapper: true });
  return [{ platform: 'Slack', html: `<style>${await slackStyle()}</style>${renderToStaticMarkup(drawn)}` }];
}

async function slackStyle(): Promise<string> {
  return readFile(fileURLToPath(import.meta.resolve('slack-blocks-to-jsx/dist/style.css')), 'utf8').catch(() => '');
}
