import type { Huddle } from '../../src/domain/huddle.ts';
import type { Steps, StepTime } from '../../src/domain/steps.ts';
import type { Document } from '../../src/messages/document.ts';
import { stepQuestions } from '../../src/messages/step-questions.ts';
import { movedMessage, secondLook, sharedLook, stepNote, stepRefusal, stepsMessage } from '../../src/messages/steps.ts';
import { stepWords } from '../../src/words/en/steps.ts';
import { promptLibrary } from '../../src/words/library.ts';
import { now, sampleHuddle, type Written } from './sample-facts.ts';

const opened = '2027-03-01T09:00:00.000Z';
const not = { at: now, word: 'not-every' as const };
const open = (changes: Partial<StepTime> = {}): StepTime => ({
  stage: 'negotiation',
  openedAt: opened,
  closedAt: null,
  look: null,
  ...changes,
});
const closed = (changes: Partial<StepTime> = {}) => open({ closedAt: now, ...changes });

/** Messages about the steps of a huddle. */
export function aboutSteps(written: Written): Readonly<Record<string, Document>> {
  const at = (...steps: Steps): Huddle => ({ ...sampleHuddle(written), steps });
  const now2 = at(closed({ stage: 'need', look: not }), open({ stage: 'partners' }));
  const every = closed({ look: { at: now, word: 'every' } });
  const without = closed({ look: not, shared: true });
  const most = at(
    closed({ stage: 'need' }),
    closed({ stage: 'need', look: not, askedAgain: true, askedSince: true }),
    closed({ stage: 'partners', look: not }),
    closed({ stage: 'values', look: { at: now, word: 'untold' } }),
    closed({ stage: 'roles', look: { at: now, word: 'every' }, askedAgain: true }),
    closed({ stage: 'training', look: not, askedAgain: true }),
    closed({ stage: 'negotiation' }),
    closed({ stage: 'negotiation' }),
    open({ stage: 'negotiation', look: not, askedAgain: true }),
  );
  const waits = at(open({ look: not }));
  const questions = promptLibrary
    .filter(({ stage }) => stage === 'negotiation')
    .map(({ id, text, pulse }, nth) => ({
      number: nth + 37,
      id,
      text,
      isPrivate: pulse,
      askedAt: nth < 3 ? now : null,
    }));
  const listed = { stage: 'negotiation' as const, all: questions, page: 1 };
  return {
    'steps, none yet': stepsMessage(sampleHuddle(written), true),
    'steps, to a member': stepsMessage(now2, false),
    'steps, with all that can be said': stepsMessage(most, true),
    'steps, the last one open': stepsMessage(at(open({ stage: 'evaluation' })), true),
    'steps, all closed': stepsMessage(at(closed({ stage: 'evaluation', look: not })), true),
    'second look': secondLook(waits, 'evaluation', false),
    'second look while a question is open': secondLook(at(open()), null, true),
    'second look after asking once more': secondLook(
      at(open({ look: not, askedAgain: true, shared: true })),
      null,
      true,
    ),
    'second look for everyone': sharedLook(waits, open({ look: not, shared: true }), 1),
    'second look for everyone, closed': sharedLook(at(without), without, 1),
    'step opened': movedMessage(at(open()), null),
    'step closed with all sides heard': movedMessage(at(every, open({ stage: 'evaluation' })), every),
    'step closed without': movedMessage(at(without), without),
    'step closed and nothing told': movedMessage(at(closed(), open()), closed()),
    'questions of a step, to a member': stepQuestions(waits, { ...listed, runsIt: false }),
    'questions of a step': stepQuestions(waits, { ...listed, page: 3, runsIt: true }),
    'questions of a step, none': stepQuestions(waits, { ...listed, all: [], runsIt: true }),
    ...Object.fromEntries(
      (
        ['shared', 'noneToAsk', 'feltAlready', 'feltNone', 'whichQuestion', 'noSuchQuestion', 'nothingToList'] as const
      ).map((one) => [`step note, ${one}`, stepNote(waits, stepWords[one])]),
    ),
    'step refused': stepRefusal(waits, { refused: 'step-moved-on', details: {} }),
  };
}
