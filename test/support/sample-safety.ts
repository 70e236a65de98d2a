import type { Huddle } from '../../src/domain/huddle.ts';
import type { Safety } from '../../src/domain/safety.ts';
import type { Document, Form } from '../../src/messages/document.ts';
import {
  checkedMessage,
  leadAnswered,
  leadAsked,
  leadTold,
  numbersLapsed,
  safetyForm,
  safetyMessage,
  tellingMessage,
  tellingOffMessage,
} from '../../src/messages/safety.ts';
import { helpCard, safeMessage, worriedMessage } from '../../src/messages/worry.ts';
import { noticeMessage } from '../../src/messages/notice.ts';
import { safetyWords } from '../../src/words/en/safety.ts';
import { now, person, sampleHuddle, type Written } from './sample-facts.ts';

/** What is shown to someone who may be in danger, and to those who set it and may be told. */
export function aboutSafety(written: Written): Readonly<Record<string, Document>> {
  const { name, words } = written;
  const [bare, set] = [sampleHuddle(written), setUp(written)];
  const own = { ...set, safety: { ...set.safety, numbers: { life: words, 'mental-health': words, talk: words } } };
  const nobody = { huddle: bare, contact: null };
  const facts = { huddle: set, contact: words };
  const hours = words;
  return {
    'help for someone who may be in danger': helpCard(nobody, 'no one'),
    'help, all set, and the lead told': helpCard(facts, { hours }),
    'help, the lead not reached': helpCard(facts, 'not reached'),
    'help, own numbers': helpCard({ ...facts, huddle: own }, 'no one'),
    'help for a stranger': helpCard({ huddle: null, contact: null }, 'no one'),
    safe: safeMessage(nobody),
    'safe, all set': safeMessage(facts),
    worried: worriedMessage(nobody),
    'worried, all set': worriedMessage({ ...facts, huddle: own }),
    'settings of safety': safetyMessage({ ...facts, now, lead: name }, [safetyWords.savedOn]),
    'settings of safety, none': safetyMessage({ ...nobody, now, lead: null }),
    'numbers checked': checkedMessage({ ...facts, now }),
    'numbers lapsed': numbersLapsed({ ...facts, now }),
    'numbers never checked': numbersLapsed({ ...nobody, now }),
    'asked to be the lead': leadAsked(set, hours),
    'the lead said yes': leadAnswered(set, name),
    'the lead said no': leadAnswered(set, null),
    'told to each member': tellingMessage(set, { name, hours }),
    'telling no more': tellingOffMessage(),
    'told to the lead': leadTold(set, { name, at: now }),
    'notice where a lead is told': noticeMessage({ huddle: set, name, setUpBy: name, tells: { name, hours } }),
  };
}

export function safetyForms(written: Written): Readonly<Record<string, Form>> {
  const what = ['contact', 'local', 'lead'] as const;
  return Object.fromEntries(what.map((one) => [`safety ${one}`, safetyForm(setUp(written), one)]));
}

function setUp(written: Written): Huddle & { readonly safety: Safety } {
  const { words } = written;
  const telling = { lead: person('graham'), hours: words, askedAt: now, acceptedAt: now, onSince: now };
  const safety = { contact: { words, person: null }, local: words, numbersCheckedOn: '2026-09-01', telling };
  return { ...sampleHuddle(written), safety };
}
