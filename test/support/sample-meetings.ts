import type { Meeting, MeetingState } from '../../src/domain/meeting.ts';
import type { Document, Form } from '../../src/messages/document.ts';
import { filledFrom, notesQuestion, wrongQuestion } from '../../src/messages/meeting-forms.ts';
import {
  askYes,
  meetingMessage,
  meetingsMessage,
  meetingThanks,
  notesSaved,
  toMend,
} from '../../src/messages/meetings.ts';
import { now, people, person, sampleHuddle, sampleMembers, sampleNames, type Written } from './sample-facts.ts';

/** Messages about meetings that were held elsewhere. */
export function aboutMeetings(written: Written): Readonly<Record<string, Document | null>> {
  const huddle = sampleHuddle(written);
  const facts = {
    huddle,
    members: sampleMembers,
    names: sampleNames(written),
    promises: new Map([[19, written.words]]),
    ideas: new Map([[4, written.words]]),
  };
  const { waiting, wrong, confirmed, dropped } = sampleMeetings(written);
  const promise = { line: written.words, actions: [] };
  return {
    'meeting, waiting': meetingMessage(waiting, facts),
    'meeting, wrong': meetingMessage(wrong, facts),
    'meeting, confirmed': meetingMessage(confirmed, facts),
    'meeting, taken back': meetingMessage(dropped, facts),
    meetings: meetingsMessage(huddle, [waiting, wrong, confirmed, dropped]),
    'meetings, none': meetingsMessage(huddle, []),
    'notes saved': notesSaved(waiting, { mended: false }),
    'notes put right': notesSaved(waiting, { mended: true }),
    'meeting confirmed, to whoever did': meetingThanks(confirmed),
    'notes to put right': toMend(wrong),
    'did you say yes': askYes(waiting, promise),
    'notes of a meeting, in words': notesQuestion(huddle, blank).document,
    'what is wrong, in words': wrongQuestion(huddle, 2).document,
  };
}

const empty = { day: null, there: '', promises: '', yeses: '', ideas: '' };
const blank = { number: null, filled: empty, why: null };

export function meetingForms(written: Written): Readonly<Record<string, Form>> {
  const huddle = sampleHuddle(written);
  const filled = filledFrom(sampleMeetings(written).wrong, { huddle, names: sampleNames(written) });
  return {
    'notes of a meeting': notesQuestion(huddle, blank).form,
    'notes of a meeting, to put right': notesQuestion(huddle, { number: 2, filled, why: null }).form,
    'what is wrong in notes': wrongQuestion(huddle, 2).form,
  };
}

export function sampleMeetings(written: Written) {
  const huddle = sampleHuddle(written);
  const line = { what: written.words, due: '2027-09-29', forSide: 'running', owners: people.slice(0, 2) } as const;
  const said = {
    promises: Array.from({ length: 6 }, () => line),
    yeses: [{ promise: 12, people: people.slice(0, 2) }],
    ideas: Array.from({ length: 6 }, () => ({ text: written.words, group: null })),
  };
  const meeting = (state: MeetingState): Meeting => ({
    huddle: huddle.id,
    number: 2,
    heldOn: '2027-03-03',
    notedBy: person('priya'),
    notedAt: now,
    sides: ['running'],
    there: huddle.groups.map(({ key }) => ({ group: key, people: 3 })),
    state,
    version: 1,
  });
  return {
    waiting: meeting({ status: 'waiting', said }),
    wrong: meeting({ status: 'wrong', said, by: person('dev'), at: now, what: written.words }),
    confirmed: meeting({ status: 'confirmed', by: person('dev'), at: now, promises: [19], ideas: [4], yeses: [12] }),
    dropped: meeting({ status: 'dropped', at: now }),
  };
}
