import type { Huddle } from '../domain/huddle.ts';
import type { IdeaShares } from '../domain/idea-shares.ts';
import type { RollUp } from '../domain/roll-up.ts';
import type { Line } from '../domain/splits.ts';
import { digestWords as words } from '../words/en/digest.ts';
import { whoIsOn } from '../words/en/sides.ts';
import { paragraph, strong, type Block } from './document.ts';

/** Whom a line of numbers is about, as people say it. */
export function whoOf(who: Line, { groups }: Pick<Huddle, 'groups'>): string {
  if (who === 'everyone-else') return words.everyoneElse;
  if ('side' in who) return whoIsOn(who.side, groups);
  return groups.find(({ key }) => key === who.group)?.name ?? words.everyoneElse;
}

/** Four weeks in a paragraph: what their digests told, added up. */
export function rollUpBlocks(rollUp: RollUp, huddle: Huddle): readonly Block[] {
  const { leadWeeks, ideas } = rollUp;
  const led = leadWeeks?.map(({ who, amount }) => words.share(whoOf(who, huddle), amount)).join(' ');
  return [
    paragraph(strong(words.rollUp(rollUp.from, rollUp.to)), ` ${shownWords(rollUp.shown, huddle)}`),
    ...(led === undefined ? [] : [paragraph(`${words.leadWeeks} ${led}`)]),
    ...(ideas === undefined || ideas.raised === 0 ? [] : [paragraph(ideasWords(ideas, huddle))]),
  ];
}

function ideasWords({ raised, takenUp, lines, gap }: IdeaShares, huddle: Huddle): string {
  const all = words.ideasRaised(raised, takenUp);
  if (lines === null) return huddle.groupLines === 'off' ? all : `${all} ${words.hidden}`;
  const each = lines.map((line) => words.ideaLine(whoOf(line.who, huddle), line.raised, line.takenUp));
  return [all, ...each, ...(gap === null ? [] : [words.ideaGap(whoIsOn('using', huddle.groups), gap)])].join(' ');
}

function shownWords(shown: RollUp['shown'], huddle: Huddle): string {
  switch (shown.as) {
    case 'not-enough':
      return words.rollUpNotEnough;
    case 'total':
      return `${words.rollUpTurns(shown.turns)} ${words.rollUpTotal}`;
    case 'lines': {
      const lines = shown.lines.map(({ who, turns, percent }) => words.rollUpLine(whoOf(who, huddle), turns, percent));
      return [words.rollUpTurns(shown.turns), ...lines].join(' ');
    }
  }
}
