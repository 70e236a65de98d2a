import { needs } from '../../src/domain/readiness.ts';
import type { Document, Form } from '../../src/messages/document.ts';
import {
  careQuestion,
  dataContactForm,
  notReached,
  readinessMessage,
  setupRefused,
} from '../../src/messages/readiness.ts';
import { now, sampleHuddle, type Written } from './sample-facts.ts';

/** What coordinators see of what is needed before real people are asked. */
export function aboutReadiness(written: Written): Readonly<Record<string, Document>> {
  const huddle = sampleHuddle(written);
  const waits = { waits: true };
  const missing = needs;
  return {
    'not ready': readinessMessage(huddle, { status: 'held', missing }, waits),
    'not ready, with days to go': readinessMessage(huddle, { status: 'until', by: now, missing }, waits),
    'one thing is missing': readinessMessage(huddle, { status: 'held', missing: ['numbers'] }, waits),
    'went on, and something is missing': readinessMessage(huddle, { status: 'live', missing: ['numbers'] }, waits),
    'ready for real people': readinessMessage(huddle, { status: 'ready', missing: [] }, waits),
    'not ready in a rehearsal': readinessMessage(huddle, { status: 'held', missing }, { waits: false }),
    "is it one person's care": careQuestion(huddle),
    "it is one person's care": readinessMessage({ ...huddle, care: 'yes' }, { status: 'held', missing }, waits),
    "set-up for one person's care": setupRefused(written.words),
    'could not be reached': notReached(huddle, written.name),
  };
}

export function readinessForms(written: Written): Readonly<Record<string, Form>> {
  const dataContact = { words: written.words, person: null };
  return { 'data contact': dataContactForm({ ...sampleHuddle(written), dataContact }) };
}
