import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message } from 'slack-blocks-to-jsx';
import { renderMessage } from '../../adapters/slack/render.ts';
import type { Drawing } from '../../adapters/web/room.ts';
import type { Document } from '../messages/document.ts';

/** A message as Slack will draw it, with the blocks that Slack would be sent. */
export async function drawForSlack(document: Document): Promise<Drawing> {
  // Its types name fewer blocks than Slack's own; what it does not know it leaves out.
  const blocks = renderMessage(document).blocks as unknown as Parameters<typeof Message>[0]['blocks'];
  const drawn = createElement(Message, { blocks, name: 'WeSaid', logo: '', withoutWrapper: true });
  return { platform: 'Slack', html: `<style>${await slackStyle()}</style>${renderToStaticMarkup(drawn)}` };
}

async function slackStyle(): Promise<string> {
  return readFile(fileURLToPath(import.meta.resolve('slack-blocks-to-jsx/dist/style.css')), 'utf8').catch(() => '');
}
