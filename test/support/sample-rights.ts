import type { Document } from '../../src/messages/document.ts';
import {
  answerOfGone,
  changesMessage,
  complainMessage,
  complaintNote,
  complaintTold,
  contactMessage,
  dataFile,
  dataPages,
  fixMessage,
  forgetQuestion,
  forgottenMessage,
  holdsNothing,
  lastCoordinator,
  namesGone,
  notForgotten,
  whoSees,
} from '../../src/messages/rights.ts';
import { rightsWords as words } from '../../src/words/en/rights.ts';
import { sampleHuddle, type Written } from './sample-facts.ts';

/** Messages about what is held of people. */
export function aboutRights(written: Written): Readonly<Record<string, Document | null>> {
  const huddle = sampleHuddle(written);
  const { name, words: own } = written;
  const dates = { today: '2027-03-09', due: '2027-04-08' };
  const line = (text: string) => ({ line: text, quote: null });
  const pages = dataPages([
    { title: words.you, lines: [line(words.name(name)), line(words.accounts(['Slack', 'Teams']))] },
    {
      title: huddle.name,
      lines: [
        { line: words.answer('Tuesday 9 March', words.seen.coordinators), quote: own },
        line(words.promise(3, own, 'Tuesday 9 March')),
        line(words.turns('30 times', 'Tuesday 9 March', 'Wednesday 29 September')),
      ],
    },
    { title: words.notHeld, lines: [line(words.notHeldTalk), line(words.platformKeeps(['Slack', 'Teams']))] },
  ]);
  const [page = null] = pages;
  return {
    'my data': page,
    'my data for a computer': dataFile(own, 1),
    'holds nothing': holdsNothing(),
    'forget me': forgetQuestion(),
    forgotten: forgottenMessage(),
    'not forgotten': notForgotten(),
    'last coordinator': lastCoordinator([huddle.name, huddle.name]),
    'names gone': namesGone(),
    'answer of someone gone': answerOfGone(),
    fix: fixMessage([{ action: 'me-change', subject: `${huddle.id}/name`, label: words.fixName, opens: 'form' }], name),
    'who sees': whoSees({ runBy: name, platforms: ['slack', 'teams'], sponsor: 'Graham Price', dataContact: own }),
    complain: complainMessage({ contact: own, runBy: name, ...dates, tell: huddle }),
    'complain, nobody named': complainMessage({ contact: null, runBy: name, ...dates, tell: null }),
    'complaint told': complaintTold({ contact: name, ...dates }),
    'complaint note': complaintNote(huddle, { name, ...dates }),
    'complaints contact': contactMessage('complaints', own, { saved: true }),
    'complaints contact, none': contactMessage('complaints', null, { saved: false }),
    'data contact': contactMessage('dataContact', own, { saved: true }),
    'data contact, none': contactMessage('dataContact', null, { saved: false }),
    'what changed': changesMessage(huddle, {
      lines: [words.changedOn('9 March', words.changed.roleTaken(name, own))],
      older: 2,
    }),
    'what changed, nothing': changesMessage(huddle, { lines: [], older: null }),
  };
}
