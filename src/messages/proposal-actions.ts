import type { HuddleId } from '../domain/ids.ts';
import type { Proposal } from '../domain/proposal.ts';
import { proposalWords as words } from '../words/en/proposals.ts';
import type { Action } from './document.ts';
import { readReport } from './reports.ts';

/** What can be said to one that is open. The words of a report are nobody's to change: it is read instead. */
export function answersTo(proposal: Proposal, huddle: HuddleId): readonly Action[] {
  if (proposal.change.about === 'report') return shortAnswers(proposal);
  return (['yes', 'yes-but', 'no', 'change'] as const).map((each) => button(each, huddle, proposal.number));
}

/** Without new words, where they would take too much room. */
export function shortAnswers(proposal: Proposal): readonly Action[] {
  const { huddle, number } = proposal;
  const answers = (['yes', 'yes-but', 'no'] as const).map((each) => button(each, huddle, number));
  return [...answers, ...toRead(proposal)];
}

/** A report is read whole before anyone says yes to it. */
export function toRead({ change, huddle, number }: Proposal): readonly Action[] {
  return change.about === 'report' ? [readReport(huddle, change.page, number)] : [];
}

const labels = { ...words.labels, 'yes-but': words.labels.yesBut } as const;
const opensForm = ['yes-but', 'no', 'change'];

export function button(
  which: 'yes' | 'yes-but' | 'no' | 'change' | 'withdraw' | 'show',
  huddle: HuddleId,
  number: number,
): Action {
  return {
    action: `proposal-${which}`,
    subject: `${huddle}/${String(number)}`,
    label: labels[which],
    spoken: words.labels.spoken(labels[which], number),
    ...(opensForm.includes(which) ? { opens: 'form' as const } : {}),
    ...(which === 'yes' ? { style: 'primary' as const } : {}),
  };
}

export function suggestAction(huddle: HuddleId, about?: string): Action {
  const subject = about === undefined ? huddle : `${huddle}/${about}`;
  return { action: 'proposal-suggest', subject, label: words.labels.suggest, opens: 'form' };
}
