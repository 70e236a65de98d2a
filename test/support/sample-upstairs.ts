import type { Ask } from '../../src/domain/upstairs.ts';
import { addMs, dayMs } from '../../src/domain/time.ts';
import type { Document, Form } from '../../src/messages/document.ts';
import { answerQuestion, askQuestion, mendQuestion } from '../../src/messages/upstairs-forms.ts';
import {
  askAnsweredMessage,
  askMessage,
  askPage,
  askReply,
  asksMessage,
  whichAsk,
  type Viewer,
} from '../../src/messages/upstairs.ts';
import { now, person, sampleHuddle, type Written } from './sample-facts.ts';

/** Messages about what is asked of someone with more power. */
export function aboutUpstairs(written: Written): Readonly<Record<string, Document>> {
  const huddle = sampleHuddle(written);
  const [waits, yes, no] = [sampleAsk(written, 3), answered(written, 1, 'yes'), answered(written, 2, 'no')];
  const back: Ask = { ...sampleAsk(written, 4), state: { status: 'taken-back', at: now } };
  const asker: Viewer = { person: person('ruth'), coordinator: false, now };
  const runs: Viewer = { person: person('priya'), coordinator: true, now };
  const was = { text: written.words, answer: null, by: person('ruth'), until: now };
  const history: Ask['history'] = [was];
  const news = askAnsweredMessage(huddle, yes);
  return {
    ask: askMessage(huddle, waits),
    'ask that has its answer': askMessage(huddle, no),
    'ask that was taken back': askMessage(huddle, back),
    ...(news === null ? {} : { 'ask answered': news }),
    'ask, to whoever asked': askPage(huddle, { ...waits, history }, asker),
    'ask, to a coordinator': askPage(huddle, waits, runs),
    'ask answered anew': askPage(huddle, { ...yes, history: [{ ...was, answer: answerOf(written, 'no') }] }, runs),
    asks: asksMessage({ huddle, all: [yes, no, waits, back, waits, yes, no], page: 1, now }),
    'asks, none': asksMessage({ huddle, all: [], page: 1, now }),
    'ask saved': askReply(huddle, waits, 'saved'),
    'ask mended': askReply(huddle, waits, 'mended'),
    'answer noted': askReply(huddle, yes, 'noted'),
    'ask taken back, reply': askReply(huddle, back, 'back'),
    'ask, in words': askQuestion(huddle, written.words).document,
    'answer to an ask, in words': answerQuestion(huddle, waits, { says: 'no', words: null, why: null }).document,
    'ask to mend, in words': mendQuestion(huddle, waits).document,
    'which ask': whichAsk(),
  };
}

export function upstairsFormSamples(written: Written): Readonly<Record<string, Form>> {
  const huddle = sampleHuddle(written);
  const waits = sampleAsk(written, 3);
  return {
    ask: askQuestion(huddle, written.words).form,
    'answer to an ask': answerQuestion(huddle, waits, { says: null, words: written.words, why: null }).form,
    'ask to mend': mendQuestion(huddle, waits).form,
  };
}

function answerOf(written: Written, says: 'yes' | 'no') {
  return { says, words: written.words, notedBy: person('priya'), at: now };
}

function answered(written: Written, number: number, says: 'yes' | 'no'): Ask {
  return { ...sampleAsk(written, number), state: { status: 'answered', answer: answerOf(written, says) } };
}

/** Asked 21 days ago. */
function sampleAsk(written: Written, number: number): Ask {
  return {
    huddle: sampleHuddle(written).id,
    number,
    text: written.words,
    askedBy: person('ruth'),
    askedAt: addMs(now, -21 * dayMs),
    wordsBy: person('ruth'),
    state: { status: 'waiting' },
    history: [],
    version: 1,
  };
}
