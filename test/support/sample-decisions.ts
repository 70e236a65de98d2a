import type { Decision, FinalSay, Rung } from '../../src/domain/decision.ts';
import { decisionsToTell, type DecisionLine } from '../../src/domain/digest-decisions.ts';
import type { Document, Form } from '../../src/messages/document.ts';
import { correctionQuestion, logQuestion } from '../../src/messages/decision-forms.ts';
import {
  decisionMessage,
  decisionPage,
  decisionReply,
  decisionsMessage,
  whichDecision,
} from '../../src/messages/decisions.ts';
import { now, person, sampleHuddle, type Written } from './sample-facts.ts';

/** Messages about what was decided. */
export function aboutDecisions(written: Written): Readonly<Record<string, Document>> {
  const huddle = sampleHuddle(written);
  const says: readonly (readonly [FinalSay, Rung])[] = [
    ['together', 'run-with'],
    ['staff', 'told'],
    ['using', 'designed-with'],
    ['outside', 'asked'],
    ['staff', 'asked'],
  ];
  const all = says.map(([finalSay, rung], at) => sampleDecision(written, at + 1, { finalSay, rung }));
  const blank = sampleDecision(written, 6, { finalSay: 'outside', rung: 'asked', lived: null, practice: null });
  const one = sampleDecision(written, 1, { finalSay: 'together', rung: 'run-with' });
  return {
    decision: decisionMessage(huddle, one),
    'decision that one side logged': decisionMessage(huddle, { ...blank, sharedAt: null }),
    'decision that was put right': decisionPage(
      huddle,
      { ...one, history: [{ words: blank.words, by: person('ruth'), until: now }] },
      true,
    ),
    decisions: decisionsMessage({ huddle, all: [...all, { ...blank, sharedAt: null }], page: 1, now }),
    'decisions, none': decisionsMessage({ huddle, all: [], page: 1, now }),
    'decision saved': decisionReply(huddle, { ...one, sharedAt: null }, 'saved'),
    'decision corrected': decisionReply(huddle, { ...one, sharedAt: null }, 'corrected'),
    'yes to a decision': decisionReply(huddle, one, 'saidYes'),
    'decision, in words': logQuestion(huddle, nothing, written.words).document,
    'decision to put right, in words': correctionQuestion(huddle, one).document,
    'which decision': whichDecision(),
  };
}

/** More than a digest has room for, with what it tells of them. */
export function toldDecisions(written: Written): {
  readonly decisions: readonly Decision[];
  readonly lines: readonly DecisionLine[];
} {
  const decisions = [1, 2, 3, 4, 5, 6, 7].map((number) =>
    sampleDecision(written, number, { finalSay: 'using', rung: 'designed-with' }),
  );
  return { decisions, lines: decisionsToTell(decisions, { from: now, to: '9999-01-01T00:00:00.000Z' }) };
}

export function decisionFormSamples(written: Written): Readonly<Record<string, Form>> {
  const huddle = sampleHuddle(written);
  const one = sampleDecision(written, 1, { finalSay: 'together', rung: 'run-with' });
  return {
    decision: logQuestion(huddle, nothing, null).form,
    'decision to put right': correctionQuestion(huddle, one).form,
  };
}

const nothing = { what: null, finalSay: null, rung: null, lived: null, practice: null };

function sampleDecision(
  written: Written,
  number: number,
  said: Pick<Decision['words'], 'finalSay' | 'rung'> & Partial<Decision['words']>,
): Decision {
  return {
    huddle: sampleHuddle(written).id,
    number,
    words: { what: written.words, lived: written.words, practice: written.words, ...said },
    loggedBy: person('ruth'),
    loggedAt: now,
    wordsBy: person('ruth'),
    needs: ['running', 'another-side'],
    yes: [],
    sharedAt: now,
    history: [],
    version: 1,
  };
}
