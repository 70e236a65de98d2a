import type { Agreement } from '../../src/domain/agreement.ts';
import type { Commitment } from '../../src/domain/commitment.ts';
import type { Decision } from '../../src/domain/decision.ts';
import type { ToldPage } from '../../src/domain/told-page.ts';
import type { Ask } from '../../src/domain/upstairs.ts';
import type { DigestFacts } from '../../src/domain/digest.ts';
import type { Huddle, Member } from '../../src/domain/huddle.ts';
import type { GroupKey, HuddleId, MessageRef, PersonId, PlaceRef, RoleKey, RoundId } from '../../src/domain/ids.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Idea } from '../../src/domain/idea.ts';
import type { Proposal } from '../../src/domain/proposal.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Role } from '../../src/domain/role-split.ts';
import type { Response, Round } from '../../src/domain/round.ts';
import type { Utterance } from '../../src/domain/turns.ts';
import type { Note } from '../../src/ports-outbox.ts';
import type { RoomMessage } from '../../src/ports-room.ts';

/* One of each thing that is kept, with every field filled, and changed where a test needs it. */

export const willow = 'willow' as HuddleId;
export const ruth = 'ruth' as PersonId;
export const sam = 'sam' as PersonId;
export const monday = '2027-03-01T10:00:00.000Z';
const staff = 'staff' as GroupKey;
export const channel: PlaceRef = { platform: 'slack', workspace: 'T1', channel: 'C1' };
export const otherChannel: PlaceRef = { platform: 'web', workspace: 'rehearsal', channel: 'willow' };
export const ruthOnSlack = { platform: 'slack', workspace: 'T1', user: 'U1' } as const;

/** The clock moves on by minutes from Monday 10am; "-1" is a minute before. */
export function minutesOn(minutes: number): string {
  return new Date(Date.parse(monday) + minutes * 60_000).toISOString();
}

export function messageIn(place: PlaceRef, message: string): MessageRef {
  return { ...place, message };
}

export function aPerson(change: Partial<Person> = {}): Person {
  return {
    id: ruth,
    name: 'Ruth',
    zone: 'Europe/London',
    quiet: { from: '21:00', to: '07:00' },
    reachOn: null,
    ...change,
  };
}

export function aHuddle(change: Partial<Huddle> = {}): Huddle {
  return {
    id: willow,
    name: 'Willow',
    purpose: 'A day room that works for all of us',
    zone: 'Europe/London',
    groups: [{ key: staff, name: 'Staff', side: 'running' }],
    checkIn: {
      schedule: { days: [1], time: '10:00', everyWeeks: 1, anchor: '2027-02-01' },
      nextDueAt: monday,
      sent: 4,
    },
    digest: { weekday: 2, time: '09:00' },
    nextDigestAt: '2027-03-02T09:00:00.000Z',
    quiet: { from: '20:00', to: '08:00' },
    groupLines: 'later',
    listening: false,
    setUpBy: ruth,
    setUpAt: '2027-02-01T08:00:00.000Z',
    version: 1,
    ...change,
  };
}

export function aMember(change: Partial<Member> = {}): Member {
  return {
    huddle: willow,
    person: ruth,
    coordinator: true,
    invitedBy: null,
    standings: [{ from: monday, status: 'active', counted: true, group: staff, also: null }],
    consents: [{ to: 'taking-part', yes: true, at: monday, notice: 1 }],
    ...change,
  };
}

export function aRound(change: Partial<Round> = {}): Round {
  return {
    id: 'willow/2027-03-01' as RoundId,
    huddle: willow,
    prompt: { id: 'small-change', text: 'What would help?', kind: 'choice', reach: 'held', options: ['Tea', 'Time'] },
    askedBy: ruth,
    status: 'open',
    opensAt: monday,
    closesAt: '2027-03-04T10:00:00.000Z',
    heard: null,
    order: [],
    version: 1,
    ...change,
  };
}

export function aResponse(change: Partial<Response> = {}): Response {
  return {
    round: aRound().id,
    person: ruth,
    answer: {
      text: 'A quiet corner, <!channel> & "tea" ☕',
      option: 1,
      seenBy: 'unnamed',
      at: monday,
      late: true,
      message: messageIn(channel, '1772359200.000100'),
    },
    skipped: false,
    later: 'sent',
    ...change,
  };
}

export function aPromise(change: Partial<Commitment> = {}): Commitment {
  return {
    huddle: willow,
    number: 1,
    what: 'paint the day room',
    owners: [ruth, sam],
    forSide: 'using',
    due: '2027-03-17',
    madeBy: ruth,
    madeAt: monday,
    from: null,
    state: { status: 'open' },
    suggestion: {
      kind: 'change',
      by: sam,
      at: monday,
      what: 'paint it blue',
      due: '2027-03-20',
      needs: ['using'],
      yes: [],
    },
    proof: null,
    reason: null,
    next: 'ask for paint',
    missing: null,
    movedAt: monday,
    notes: ['2-days:2027-03-17'],
    pickUp: sam,
    version: 1,
    ...change,
  };
}

export function aProposal(change: Partial<Proposal> = {}): Proposal {
  return {
    huddle: willow,
    number: 9,
    change: { about: 'hand-role', role: 'notes' as RoleKey, to: sam },
    text: '',
    by: ruth,
    at: monday,
    from: 3,
    inPlace: false,
    needs: ['using', 'another-side', 'receiver'],
    answers: [
      { person: ruth, at: monday, says: 'yes', fills: ['another-side'], words: 'not before "lunch"' },
      { person: sam, at: monday, says: 'no', fills: [], words: null },
    ],
    state: { status: 'open', stuck: 'role-gone' },
    reminded: true,
    version: 1,
    ...change,
  };
}

export function anAgreement(change: Partial<Agreement> = {}): Agreement {
  const words = {
    purpose: 'tea',
    values: 'be kind',
    goals: '',
    rules: 'photos: ours',
    dates: '',
    money: '',
    review: '',
  };
  const signatures = [{ person: ruth, side: 'running' as const, at: monday }];
  return { huddle: willow, edition: 1, at: monday, words, signatures, version: 1, ...change };
}

export function aRole(change: Partial<Role> = {}): Role {
  return {
    huddle: willow,
    key: 'notes' as RoleKey,
    name: 'Notes',
    holdings: [{ person: ruth, from: monday, to: null }],
    offered: { kind: 'hand', to: sam, by: ruth, at: monday },
    standIns: [{ person: sam, from: monday, to: null, agreedBy: ruth }],
    version: 1,
    ...change,
  };
}

export function anIdea(change: Partial<Idea> = {}): Idea {
  return {
    huddle: willow,
    number: 1,
    text: 'A bench in the garden',
    raisedBy: ruth,
    group: staff,
    side: 'running',
    raisedAt: monday,
    fromMeeting: false,
    takenUp: { promise: 3, at: minutesOn(5) },
    version: 1,
    ...change,
  };
}

export function aMeeting(change: Partial<Meeting> = {}): Meeting {
  const promise = { what: 'paint the hall', due: '2027-03-17', forSide: null, owners: [sam] };
  const said = {
    promises: [promise],
    yeses: [{ promise: 3, people: [sam] }],
    ideas: [{ text: 'a bench', group: staff }],
  };
  return {
    huddle: willow,
    number: 1,
    heldOn: '2027-03-01',
    notedBy: ruth,
    notedAt: monday,
    sides: ['running'],
    there: [{ group: staff, people: 3 }],
    state: { status: 'waiting', said },
    version: 1,
    ...change,
  };
}

export function aDecision(change: Partial<Decision> = {}): Decision {
  const words = {
    what: 'Meet weekly',
    finalSay: 'together',
    rung: 'asked',
    lived: 'Days are long',
    practice: null,
  } as const;
  return {
    huddle: willow,
    number: 1,
    words,
    loggedBy: ruth,
    loggedAt: monday,
    wordsBy: sam,
    needs: ['running', 'another-side'],
    yes: [{ person: sam, fills: 'running' }],
    sharedAt: minutesOn(5),
    history: [{ words: { ...words, what: 'Meet daily' }, by: ruth, until: minutesOn(2) }],
    version: 1,
    ...change,
  };
}

export function anAsk(change: Partial<Ask> = {}): Ask {
  const answer = { says: 'part', words: 'Two days a week', notedBy: sam, at: minutesOn(5) } as const;
  return {
    huddle: willow,
    number: 1,
    text: 'A paid peer trainer',
    askedBy: ruth,
    askedAt: monday,
    wordsBy: sam,
    state: { status: 'answered', answer },
    history: [{ text: 'A peer trainer', answer: null, by: ruth, until: minutesOn(2) }],
    version: 1,
    ...change,
  };
}

export function aPage(change: Partial<ToldPage> = {}): ToldPage {
  const line = { number: 2, what: 'Pay a trainer', due: '2027-03-17', reason: 'no money', next: null, into: null };
  const none = { kept: [], changed: [], dropped: [], notKept: [], open: [] };
  return {
    huddle: willow,
    kind: 'note',
    number: 1,
    madeAt: monday,
    facts: {
      from: monday,
      to: minutesOn(9),
      heard: [{ monday: '2027-02-22', people: 7, of: 9 }],
      made: 1,
      ...none,
      couldNot: [line],
      waiting: [{ number: 3, text: 'A room', days: 21 }],
      answered: [{ number: 1, text: 'Tea', days: 2, says: 'yes', words: null }],
    },
    sponsor: 'Graham Price, commissioner',
    added: ['We will look'],
    postedAt: minutesOn(9),
    reminded: true,
    version: 1,
    ...change,
  };
}

export function anUtterance(change: Partial<Utterance> = {}): Utterance {
  return {
    id: 'slack/T1/C1/1',
    huddle: willow,
    person: ruth,
    group: staff,
    thread: 't1',
    at: monday,
    gone: false,
    ...change,
  };
}

export function digestFacts(): DigestFacts {
  return {
    week: { monday: '2027-02-22', sunday: '2027-02-28' },
    from: '2027-02-23T09:00:00.000Z',
    to: '2027-03-02T09:00:00.000Z',
    promises: [{ number: 1, status: 'open', due: '2027-03-17', by: null, into: null }],
    ended: [],
    record: { made: 6, kept: 3, couldNot: 1, changed: 0, dropped: 0, notKept: 0, open: 2 },
    heard: { people: 7, of: 9 },
    roles: [],
    balance: { shown: 'not-enough' },
    split: [{ side: 'using', leadRoles: 1.5, openPromises: 2 }],
  };
}

export function aNote(change: Partial<Note> = {}): Note {
  return {
    kind: 'prompt',
    subject: 'round-1',
    to: channel,
    huddle: willow,
    notBefore: monday,
    expiresAt: minutesOn(60),
    under: null,
    ...change,
  };
}

export function aRoomMessage(change: Partial<RoomMessage> = {}): RoomMessage {
  return {
    id: 'm1',
    channel: 'willow',
    thread: null,
    from: 'bot',
    only: null,
    at: monday,
    document: { summary: 'Good morning', language: 'en', blocks: [{ kind: 'divider' }] },
    text: null,
    gone: false,
    ...change,
  };
}
