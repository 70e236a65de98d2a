import type { HuddleId } from '../domain/ids.ts';
import { commonWords } from '../words/en/common.ts';
import { paragraph, type Action, type Block, type Document } from './document.ts';
import { plainText } from './plain-text.ts';

/** A Document whose summary is all of its own words. Notes that lock screens must not show give a summary of their own. */
export function document(blocks: readonly Block[], summary = plainText(blocks)): Document {
  return { summary, language: 'en', blocks };
}

/** A message of plain paragraphs. */
export function note(...lines: readonly string[]): Document {
  return document(lines.map((line) => paragraph(line)));
}

/** The last button of every message that has others. */
export function helpAction(huddle: HuddleId | ''): Action {
  return { action: 'help', subject: huddle, label: commonWords.helpAndPause };
}
