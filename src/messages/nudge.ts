import type { Huddle, NudgeChoice } from '../domain/huddle.ts';
import { chosenUnder, type NudgeRefusal } from '../domain/nudge.ts';
import { localDate, type LocalDate } from '../domain/time.ts';
import { nudgeWords as words } from '../words/en/nudge.ts';
import { actions, paragraph, type Action, type Block, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';

/** The tip to everyone. It names no group and no person: who had more stands in the digest, where it can be weighed. */
export function nudgeMessage(
  huddle: Huddle,
  monday: LocalDate,
  { isNewest }: { readonly isNewest: boolean },
): Document {
  const chosen = chosenUnder(huddle, monday);
  const open = isNewest && !chosen.includes('not-now') ? choices.filter((choice) => !chosen.includes(choice)) : [];
  return document([
    { kind: 'heading', text: words.title },
    paragraph(words.notLevel),
    paragraph(words.goRound),
    ...chosen.map((choice) => paragraph(words.chosen[choice])),
    ...openBlocks(open, { huddle, monday }),
  ]);
}

const choices: readonly NudgeChoice[] = ['show-together', 'swap-lead', 'not-now'];

function openBlocks(
  open: readonly NudgeChoice[],
  { huddle, monday }: { huddle: Huddle; monday: LocalDate },
): readonly Block[] {
  if (open.length === 0) return [];
  const subject = `${huddle.id}/${monday}`;
  const buttons: Readonly<Record<NudgeChoice, Action>> = {
    'show-together': { action: 'nudge-together', subject, label: words.showTogether },
    'swap-lead': { action: 'nudge-swap', subject, label: words.swapLead },
    'not-now': { action: 'nudge-not-now', subject, label: words.notNow },
  };
  const first = open.length === choices.length ? [paragraph(words.choices)] : [];
  return [...first, actions(...open.map((choice) => buttons[choice]), helpAction(huddle.id))];
}

/** What whoever chose hears. */
export function nudgeChosen(
  choice: NudgeChoice,
  { huddle, isLed }: { readonly huddle: Huddle; readonly isLed: boolean },
): Document {
  switch (choice) {
    case 'show-together':
      return note(words.savedTogether);
    case 'swap-lead':
      return note(isLed ? words.savedSwap : words.savedSwapFree);
    case 'not-now':
      return note(words.savedNotNow(localDate(huddle.nudge?.notBefore ?? huddle.setUpAt, huddle.zone)));
  }
}

export function nudgeRefused(refused: NudgeRefusal): Document {
  return note(words.refusals[refused]());
}

export function nudgeHow(): Document {
  return note(words.how);
}

/** To each who holds the lead role, and to nobody else. */
export function swapLeadNote(huddle: Huddle): Document {
  return document([
    paragraph(words.toLead(huddle.name)),
    paragraph(words.toLeadNoFault),
    paragraph(words.toLeadHow),
    actions({ action: 'roles', subject: huddle.id, label: words.seeRoles }, helpAction(huddle.id)),
  ]);
}
