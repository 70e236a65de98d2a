import type { Huddle } from '../domain/huddle.ts';
import type { Round } from '../domain/round.ts';
import { invitationWords as words } from '../words/en/invitation.ts';
import { actions, paragraph, type Action, type Document } from './document.ts';
import { document, helpAction } from './frame.ts';

/** To one person, who asked for it. The summary tells nothing: lock screens show it. `round` is the question that is open. */
export function invitationNote(huddle: Huddle, round: Round | null): Document {
  const answer: readonly Action[] =
    round === null
      ? []
      : [{ action: 'answer', subject: round.id, label: words.answer, style: 'primary', opens: 'form' }];
  return document(
    [
      paragraph(words.quiet(huddle.name)),
      paragraph(words.ifYouLike),
      ...(round === null ? [] : [paragraph(words.question(round.prompt.text))]),
      actions(
        ...answer,
        { action: 'invite-fine', subject: huddle.id, label: words.fine },
        { action: 'invite-never', subject: huddle.id, label: words.never },
        helpAction(huddle.id),
      ),
    ],
    words.summary(huddle.name),
  );
}
