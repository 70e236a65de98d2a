import { gapToTalkAbout, type PulseShown } from '../domain/pulse-result.ts';
import type { PulseLine } from '../domain/pulse-line.ts';
import type { Side } from '../domain/huddle.ts';
import type { Prompt } from '../domain/round.ts';
import { digestWords } from '../words/en/digest.ts';
import { inSentence, pulseWords as words } from '../words/en/pulses.ts';
import { whoIsOn } from '../words/en/sides.ts';
import type { DigestGiven } from './digest-lines.ts';
import { paragraph, strong, type Block } from './document.ts';

/** A line for each private question that has closed since the digest before: what may be told, or one sentence for all that may not. */
export function pulseBlocks(lines: readonly PulseLine[], given: DigestGiven): readonly Block[] {
  return lines.flatMap((line) => {
    const prompt = given.asked?.get(line.round);
    return prompt === undefined ? [] : [pulseBlock(line, prompt, given)];
  });
}

function pulseBlock({ result }: PulseLine, prompt: Prompt, { huddle }: DigestGiven): Block {
  const title = strong(isOfEqual(prompt) ? words.equalFelt : prompt.text);
  if (result.kind === 'hidden') return paragraph(title, ` ${digestWords.hidden}`);
  const { people, of, whole, sides, gap } = result;
  const told = [
    words.peopleTold(people, of),
    wholeWords(whole, prompt),
    ...sides.map(({ side, shown }) => sideWords(shown, { who: whoIsOn(side, huddle.groups), prompt })),
    ...gapWords(gap, isOfEqual(prompt)),
  ];
  return paragraph(title, ` ${told.join(' ')}`);
}

/** The question of power (M20). */
function isOfEqual({ id }: Prompt): boolean {
  return id === 'neg-4';
}

function wholeWords(shown: PulseShown, prompt: Prompt): string {
  switch (shown.kind) {
    case 'middle':
      return words.middle(shown.value);
    case 'band':
      return words.band[shown.band];
    case 'most':
      return words.most(inSentence(prompt, shown.option));
    case 'mixed':
      return words.mixed;
  }
}

function sideWords(shown: PulseShown, { who, prompt }: { readonly who: string; readonly prompt: Prompt }): string {
  switch (shown.kind) {
    case 'middle':
      return words.sideMiddle(who, shown.value);
    case 'band':
      return words.sideBand[shown.band](who);
    case 'most':
      return words.sideMost(who, inSentence(prompt, shown.option));
    case 'mixed':
      return words.sideMixed(who);
  }
}

/** A gap under 1 may well be chance, and nothing is made of it. */
function gapWords(gap: number | null, ofEqual: boolean): readonly string[] {
  const lower = gap === null ? null : lowerSide(gap);
  if (gap === null || lower === null) return [];
  const using = ofEqual ? words.usingLessEqual : words.usingLower;
  const running = ofEqual ? words.runningLessEqual : words.runningLower;
  return [words.gap(Math.abs(gap)), lower === 'using' ? using : running];
}

function lowerSide(gap: number): Side | null {
  if (gap >= gapToTalkAbout) return 'using';
  return gap <= -gapToTalkAbout ? 'running' : null;
}
