import type { Huddle } from '../domain/huddle.ts';
import type { Round } from '../domain/round.ts';
import { commonWords } from '../words/en/common.ts';
import { roundWords } from '../words/en/rounds.ts';
import { actions, paragraph, strong, type Action, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';
import { quoted, revealParts, type ShownAnswer } from './prompt.ts';

/** The answers to one question that are for coordinators alone. */
export interface EntrustedFacts {
  readonly huddle: Huddle;
  readonly round: Round;
  readonly answers: readonly ShownAnswer[];
  /** The names of those whom the answers were given to. */
  readonly readers: readonly string[];
  /** Counts from 1. */
  readonly part: number;
  /** The next older question that has any. */
  readonly before: Round | null;
}

/** To one coordinator: what people gave to those who run the huddle. The summary holds no word of it: lock screens show it. */
export function entrustedMessage({ huddle, round, answers, readers, part, before }: EntrustedFacts): Document {
  const title = roundWords.answersTitle(huddle.name);
  const parts = revealParts(answers);
  const about = roundWords.answersFor(commonWords.thoseWhoRunIt(readers));
  return document(
    [
      { kind: 'heading', text: title },
      paragraph(strong(round.prompt.text)),
      ...(parts[part - 1] ?? []).map(quoted),
      paragraph(about),
      actions(
        ...(part < parts.length ? [show(round, { part: part + 1, label: roundWords.moreAnswers })] : []),
        ...(before === null ? [] : [show(before, { part: 1, label: roundWords.answersBefore })]),
        helpAction(huddle.id),
      ),
    ],
    `${title}\n${about}`,
  );
}

function show({ id }: Round, { part, label }: { readonly part: number; readonly label: string }): Action {
  return { action: 'answers', subject: `${id}/${String(part)}`, label };
}

export function noEntrusted(): Document {
  return note(roundWords.noAnswers);
}
