import type { Document } from '../messages/document.ts';
import type { Outgoing } from '../ports-outbox.ts';
import type { Records } from '../ports.ts';
import type { Instant } from '../domain/time.ts';
import { buildBurdenNote } from './burden.ts';
import { buildCheckerNote } from './checkers-notes.ts';
import { buildComplaintNote } from './complaints.ts';
import { buildWelcomeBack } from './days-off-over.ts';
import { buildDecisionNote } from './decision-notes.ts';
import { buildCoverNote, isStillTheirs } from './cover-notes.ts';
import { buildDigestNote } from './digest-notes.ts';
import { buildInvitation } from './invitations.ts';
import { buildLoadCheck } from './load-checks.ts';
import { buildNudgeNote } from './nudge.ts';
import { buildMeetingNote } from './meeting-notes.ts';
import { buildPeopleNote } from './people-notes.ts';
import { buildProposalNote } from './proposal-notes.ts';
import { buildPromiseNote } from './promise-notes.ts';
import { buildReadinessNote } from './begin.ts';
import { buildRenewalNote } from './renewals.ts';
import { buildRoleNote } from './role-notes.ts';
import { buildRoundNote } from './round-notes.ts';
import { buildSponsorNote } from './sponsor-due.ts';
import { buildUpstairsNote } from './upstairs-notes.ts';
import { buildSafetyNote } from './safety-notes.ts';
import { buildStepNote } from './step-notes.ts';
import { notDelivered } from '../messages/not-delivered.ts';

/** Builds what a note shows, from what is stored at this moment; null when there is nothing to show any more. */
export async function buildNote(note: Outgoing, records: Records, now: Instant): Promise<Document | null> {
  return (await isStillTheirs(note, records, now)) ? build(note, records, now) : null;
}

function build(note: Outgoing, records: Records, now: Instant): Promise<Document | null> {
  switch (note.kind) {
    case 'notice':
    case 'asks-to-join':
    case 'using-side-few':
    case 'place-closed':
    case 'listening':
    case 'role-swaps':
    case 'place-connected':
    case 'place-left':
    case 'hello':
      return buildPeopleNote(note, records, now);
    case 'notice-again':
      return buildRenewalNote(note, records, now);
    case 'welcome-back':
      return buildWelcomeBack(note, records);
    case 'prompt':
    case 'prompt-again':
    case 'pulse':
    case 'question-alone':
    case 'role-swap':
    case 'answer':
    case 'round-closed':
    case 'revealed':
      return buildRoundNote(note, records, now);
    case 'promise-made':
    case 'promise-offered':
    case 'promise-claimed':
    case 'promise-settled':
    case 'promise-due':
    case 'promise-late':
    case 'promise-unanswered':
    case 'promise-suggestion':
    case 'promise-pick-up':
      return buildPromiseNote(note, records, now);
    case 'proposal':
    case 'proposal-news':
    case 'proposal-note':
      return buildProposalNote(note, records);
    case 'decision':
      return buildDecisionNote(note, records);
    case 'upstairs':
    case 'upstairs-answer':
      return buildUpstairsNote(note, records);
    case 'step-look':
      return buildStepNote(note, records);
    case 'sponsor-note':
    case 'sponsor-remind':
    case 'sponsor-posted':
      return buildSponsorNote(note, records);
    case 'role-offered':
    case 'role-moved':
      return buildRoleNote(note, records);
    case 'meeting':
    case 'meeting-wrong':
    case 'meeting-yes':
      return buildMeetingNote(note, records, now);
    case 'digest':
    case 'digest-proof':
    case 'digest-heard':
    case 'digest-roles':
      return buildDigestNote(note, records);
    case 'just-for-you':
      return buildInvitation(note, records, now);
    case 'load-check':
      return buildLoadCheck(note, records, now);
    case 'burden':
      return buildBurdenNote(note, records);
    case 'digest-draft':
    case 'checker-asked':
    case 'checker-needed':
      return buildCheckerNote(note, records, now);
    case 'nudge':
    case 'nudge-lead':
      return buildNudgeNote(note, records);
    case 'help-card':
    case 'lead-asked':
    case 'lead-answered':
    case 'lead-told':
    case 'telling':
    case 'numbers-lapsed':
      return buildSafetyNote(note, records, now);
    case 'not-ready':
    case 'not-reached':
      return buildReadinessNote(note, records, now);
    case 'cover-asked':
    case 'cover-answered':
      return buildCoverNote(note, records, now);
    case 'complaint':
      return buildComplaintNote(note, records);
    case 'not-delivered':
      return notDeliveredNote(note, records);
  }
}

async function notDeliveredNote(note: Outgoing, records: Records): Promise<Document | null> {
  const huddle = await records.huddles.get(note.huddle);
  return huddle === null ? null : notDelivered(huddle, note.subject.startsWith('place') ? 'place' : 'person');
}
