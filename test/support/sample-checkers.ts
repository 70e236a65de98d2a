import type { Checkers } from '../../src/domain/checkers.ts';
import {
  checkerAsked,
  checkersForm,
  checkersMessage,
  draftMessage,
  mendedMessage,
  mendForm,
  mendHow,
} from '../../src/messages/checkers.ts';
import type { DigestMessages } from '../../src/messages/digest.ts';
import type { Document, Form } from '../../src/messages/document.ts';
import { checkerWords } from '../../src/words/en/checkers.ts';
import { now, person, sampleHuddle, type Written } from './sample-facts.ts';

const people = [
  { person: person('amina'), standIn: false, willing: true },
  { person: person('priya'), standIn: false, willing: false },
  { person: person('dev'), standIn: true, willing: true },
];
const checkers: Checkers = { people, isOn: true, askedAt: now };

/** What is said to those who check "we said, we did", and to those who ask them. */
export function aboutCheckers(written: Written, digest: DigestMessages): Readonly<Record<string, Document>> {
  const bare = sampleHuddle(written);
  const names = new Map(people.map((one) => [one.person, written.name]));
  return {
    'settings checkers': checkersMessage({ huddle: { ...bare, checkers }, names }, [checkerWords.savedAsked]),
    'settings checkers, none': checkersMessage({ huddle: bare, names }),
    'asked to check': checkerAsked(bare),
    'digest draft': draftMessage(digest, bare),
    'how to mend': mendHow(),
    'mended hide': mendedMessage('hide', 30),
    'mended show': mendedMessage('show', 30),
    'mended talk': mendedMessage('talk', 30),
  };
}

export function checkerForms(written: Written): Readonly<Record<string, Form>> {
  const huddle = sampleHuddle(written);
  return { checkers: checkersForm(huddle), 'mend a draft': mendForm(huddle) };
}
