import type { RoundId } from '../../src/domain/ids.ts';
import type { PulseResult } from '../../src/domain/pulse-result.ts';
import type { PulseRefusal } from '../../src/domain/pulse.ts';
import type { Prompt } from '../../src/domain/round.ts';
import { promptOf } from '../../src/domain/prompts.ts';
import { pulseBlocks } from '../../src/messages/digest-pulses.ts';
import type { Document } from '../../src/messages/document.ts';
import { document } from '../../src/messages/frame.ts';
import {
  pulseClosed,
  pulseInPrivate,
  pulsePickOne,
  pulseQuestion,
  pulseRefused,
  pulseSaved,
  pulseSkipped,
} from '../../src/messages/pulses.ts';
import { promptLibrary } from '../../src/words/library.ts';
import { sampleHuddle, sampleNames, sampleRound, type Written } from './sample-facts.ts';

const refusals: readonly PulseRefusal[] = [
  'round-not-open',
  'private-closed',
  'paused',
  'not-joined',
  'not-counted',
  'answered-already',
];

/** Private questions, as one person sees them, and what the digest tells. */
export function aboutPulses(written: Written): Readonly<Record<string, Document>> {
  const huddle = sampleHuddle(written);
  const bySide = { ...huddle, pulseSides: true as const };
  const library = promptLibrary.filter(({ pulse }) => pulse).map(promptOf);
  const scale: Prompt = { ...library.find(({ id }) => id === 'neg-4'), text: written.words } as Prompt;
  const round = sampleRound(scale);
  return {
    ...Object.fromEntries(
      library.map((prompt) => [
        `private question ${prompt.id ?? ''}`,
        pulseQuestion(sampleRound(prompt), { huddle: bySide }),
      ]),
    ),
    'private question, no groups': pulseQuestion(round, { huddle }),
    'private question, pick one': pulsePickOne(round, { huddle, typed: written.words }),
    'private question saved': pulseSaved(round, huddle),
    'private question skipped': pulseSkipped(round, huddle),
    'private question closed': pulseClosed(round),
    'private question, not there': pulseInPrivate(huddle),
    ...Object.fromEntries(refusals.map((code) => [`private question, ${code}`, pulseRefused(code)])),
    'digest of private questions': digestOf(written),
  };
}

function digestOf(written: Written): Document {
  const huddle = sampleHuddle(written);
  const given = { huddle, names: sampleNames(written), promises: [], roles: [] };
  const told = { kind: 'shown' as const, people: 29, of: 30 };
  const middle = (value: number) => ({ kind: 'middle' as const, value });
  const sides = [
    { side: 'using' as const, shown: middle(2.5) },
    { side: 'running' as const, shown: middle(4) },
    { side: 'creative' as const, shown: { kind: 'band' as const, band: 'high' as const } },
  ];
  const load = promptOf(promptLibrary.find(({ id }) => id === 'roles-2') ?? raise());
  const weather = promptOf(promptLibrary.find(({ id }) => id === 'values-3') ?? raise());
  const neg4 = promptOf(promptLibrary.find(({ id }) => id === 'neg-4') ?? raise());
  const all: readonly (readonly [Prompt, PulseResult])[] = [
    [neg4, { ...told, whole: middle(3.5), sides, gap: 1.5 }],
    [neg4, { ...told, whole: middle(3.5), sides, gap: -1 }],
    [
      { ...neg4, id: null, text: written.words },
      { ...told, whole: { kind: 'band', band: 'middle' }, sides: [], gap: null },
    ],
    [
      { ...neg4, id: null, text: written.words },
      { ...told, whole: middle(3), sides, gap: 2 },
    ],
    [
      load,
      { ...told, whole: { kind: 'most', option: 1 }, sides: [{ side: 'using', shown: { kind: 'mixed' } }], gap: null },
    ],
    [
      weather,
      { ...told, whole: { kind: 'mixed' }, sides: [{ side: 'using', shown: { kind: 'most', option: 0 } }], gap: null },
    ],
    [neg4, { kind: 'hidden' }],
  ];
  const lines = all.map(([, result], at) => ({ round: `r${String(at)}` as RoundId, result }));
  const asked = new Map(all.map(([prompt], at) => [`r${String(at)}` as RoundId, prompt]));
  return document(pulseBlocks(lines, { ...given, asked }));
}

function raise(): never {
  throw new Error('the library lacks a question');
}
