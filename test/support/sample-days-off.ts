import type { Huddle, Member } from '../../src/domain/huddle.ts';
import { refuse } from '../../src/domain/refusal.ts';
import {
  daysOffMessage,
  daysOffRefusal,
  pausedMessage,
  welcomeBack,
  type DaysOffCode,
} from '../../src/messages/days-off.ts';
import type { Document } from '../../src/messages/document.ts';
import { note } from '../../src/messages/frame.ts';
import { daysOffWords } from '../../src/words/en/days-off.ts';
import { sampleMembers } from './sample-facts.ts';

export const daysOff = { first: '2027-09-22', last: '2028-09-20', zone: 'Europe/London' };

/** All about breaks with an end, with the longest days. */
export function daysOffSamples(huddle: Huddle): Readonly<Record<string, Document>> {
  const codes = Object.keys(daysOffWords.refusals) as readonly DaysOffCode[];
  const refusals = codes.map((code) => {
    const refusal = refuse(code, { day: '2027-09-22', last: '2027-09-22' });
    return [`days off refused: ${code}`, note(daysOffRefusal(refusal), daysOffWords.unchanged)] as const;
  });
  return {
    'a break without an end': pausedMessage(huddle, { unread: false }),
    'a break whose end was not read': pausedMessage(huddle, { unread: true }),
    'days off now': daysOffMessage(huddle, standing('paused')),
    'days off to come': daysOffMessage(huddle, standing('active')),
    'days off over': welcomeBack(huddle, standing('active')),
    ...Object.fromEntries(refusals),
  };
}

function standing(status: 'active' | 'paused'): Member {
  const [member] = sampleMembers;
  const last = member?.standings.at(-1);
  if (member === undefined || last === undefined) throw new Error('no sample of a member');
  return { ...member, standings: [{ ...last, status, daysOff }] };
}
