import type { DigestFacts } from '../../src/domain/digest.ts';
import type { Huddle, NudgeChoice } from '../../src/domain/huddle.ts';
import { digestMessage } from '../../src/messages/digest.ts';
import type { Document } from '../../src/messages/document.ts';
import { invitationNote } from '../../src/messages/invitation.ts';
import { measuresMessage, noMeasures } from '../../src/messages/measures.ts';
import { nudgeChosen, nudgeHow, nudgeMessage, nudgeRefused, swapLeadNote } from '../../src/messages/nudge.ts';
import {
  sampleDigest,
  sampleHuddle,
  sampleNames,
  samplePromises,
  sampleRoles,
  sampleRound,
  type Written,
} from './sample-facts.ts';

const monday = '2027-03-01';

/** What is told of who speaks and who leads, over weeks. */
export function aboutBalance(written: Written): Readonly<Record<string, Document>> {
  const huddle = sampleHuddle(written);
  const facts = balanceDigest(written);
  const given = {
    huddle,
    names: sampleNames(written),
    promises: samplePromises(written),
    roles: sampleRoles(written),
  };
  const sides = digestMessage(facts, given).threads;
  const tell = (what: readonly NudgeChoice[]) => nudgeMessage(nudged(huddle, what), monday, { isNewest: true });
  return {
    'digest heard by sides, and four weeks': sides.heard,
    'digest roles by the lines that may be shown': sides.roles,
    measures: measuresMessage(facts, huddle),
    'no measures yet': noMeasures(null),
    'no measures of a week': noMeasures(monday),
    'to a quiet voice': invitationNote(huddle, sampleRound({ text: written.words })),
    nudge: tell([]),
    'nudge, chosen once': tell(['show-together']),
    'nudge, all chosen': tell(['show-together', 'swap-lead', 'not-now']),
    'nudge, shown together': nudgeChosen('show-together', { huddle, isLed: true }),
    'nudge, swapped': nudgeChosen('swap-lead', { huddle, isLed: true }),
    'nudge, swapped where no one leads': nudgeChosen('swap-lead', { huddle, isLed: false }),
    'nudge, not now': nudgeChosen('not-now', { huddle: nudged(huddle, ['not-now']), isLed: true }),
    'nudge, how': nudgeHow(),
    'nudge is old': nudgeRefused('nudge-is-old'),
    'to whoever leads': swapLeadNote(huddle),
  };
}

function nudged(huddle: Huddle, what: readonly NudgeChoice[]): Huddle {
  return { ...huddle, nudge: { on: true, notBefore: '2027-04-06T09:00:00.000Z', chosen: { monday, what } } };
}

function balanceDigest(written: Written): DigestFacts {
  const facts = sampleDigest(written);
  const [using, running, creative] = [{ side: 'using' }, { side: 'running' }, { side: 'creative' }] as const;
  const lines = (one: number, two: number, three: number) => [
    { who: using, amount: one },
    { who: running, amount: two },
    { who: creative, amount: three },
  ];
  return {
    ...facts,
    balance: { ...facts.balance, sides: { using: 9, of: 24, word: 'cannot-tell' } } as DigestFacts['balance'],
    held: { leadRoles: { total: 3, lines: lines(1.5, 1, 0.5) }, openPromises: { total: 4.5, lines: null } },
    rollUp: {
      from: '2027-02-08',
      to: '2027-03-07',
      shown: {
        as: 'lines',
        turns: 112,
        lines: [
          { who: using, turns: 40, percent: 36 },
          { who: running, turns: 50, percent: 44 },
          { who: creative, turns: 22, percent: 20 },
        ],
      },
      leadWeeks: lines(8, 6.5, 3),
      ideas: {
        raised: 19,
        takenUp: 9,
        lines: [
          { who: using, raised: 6, takenUp: 2 },
          { who: running, raised: 8, takenUp: 5 },
          { who: creative, raised: 5, takenUp: 2 },
        ],
        gap: -21,
      },
    },
    measures: {
      spread: { voices: 6.11, evenness: 0.824, simpson: 0.184, gini: 0.45 },
      lines: [
        { who: using, z: -0.38 },
        { who: running, z: 1.32 },
        { who: creative, z: -0.94 },
      ],
      shuffle: { p: 0.34, exact: true },
      answers: {
        answers: 21,
        of: 27,
        lines: [
          { who: using, answers: 7, of: 9 },
          { who: running, answers: 9, of: 9 },
          { who: creative, answers: 5, of: 9 },
        ],
      },
    },
  };
}
