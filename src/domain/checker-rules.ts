import type { Checkers, Draft, Stood } from './checkers.ts';
import { areFromTwoSides, draftGoesTo, usesIt } from './draft.ts';
import type { CheckEvent } from './events-digest.ts';
import { takesPart, type Huddle, type Member } from './huddle.ts';
import type { HuddleId, PersonId } from './ids.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import type { Instant, LocalDate } from './time.ts';

export type Mending = 'hide' | 'show' | 'talk';

export type CheckCommand = { readonly huddle: HuddleId; readonly now: Instant } & (
  | { readonly type: 'NameCheckers'; readonly people: readonly PersonId[]; readonly standIn: PersonId | null }
  | { readonly type: 'StopChecking' }
  | { readonly type: 'AnswerAsking'; readonly person: PersonId; readonly yes: boolean }
  /** Cuts the draft of a week, or shows one that is out to whoever has to look at it now. */
  | { readonly type: 'SendDraft'; readonly monday: LocalDate; readonly stood: readonly Stood[] }
  | { readonly type: 'MarkDraft'; readonly person: PersonId; readonly what: 'right' | 'cannot' }
  | { readonly type: 'MendDraft'; readonly person: PersonId; readonly what: Mending; readonly number: number }
);

export interface Checking {
  readonly huddle: Huddle;
  readonly members: readonly Member[];
  /** The Monday of the newest digest that is out; null before the first. */
  readonly published: LocalDate | null;
}

export type CheckRefusalCode =
  | 'checkers-two'
  | 'checkers-unknown'
  | 'checkers-sides'
  | 'not-asked-to-check'
  | 'no-draft'
  | 'draft-not-yours'
  | 'not-in-draft'
  | 'could-not-stays';

type CheckRefusal = Refusal<CheckRefusalCode>;

/** No events means that it was so already. */
export function decideCheck(command: CheckCommand, state: Checking): readonly CheckEvent[] | CheckRefusal {
  const after = checkersAfter(command, state);
  if (isRefusal(after)) return after;
  if (JSON.stringify(after) === JSON.stringify(state.huddle.checkers)) return [];
  return [eventOf(command, { before: state.huddle.checkers, after })];
}

/** The journal holds facts alone, so the event could not say all of it. */
export function evolveCheck(command: CheckCommand, state: Checking): Checking {
  const after = checkersAfter(command, state);
  if (isRefusal(after)) return state;
  const { checkers: _, ...huddle } = state.huddle;
  return { ...state, huddle: after === undefined ? huddle : { ...huddle, checkers: after } };
}

function checkersAfter(command: CheckCommand, state: Checking): Checkers | undefined | CheckRefusal {
  const { checkers } = state.huddle;
  switch (command.type) {
    case 'NameCheckers':
      return named(command, state);
    case 'StopChecking':
      return undefined;
    case 'AnswerAsking':
      return checkers === undefined ? refuse('not-asked-to-check') : answered(command, checkers);
    case 'SendDraft':
      return checkers?.isOn !== true ? checkers : sent(command, checkers, state);
    case 'MarkDraft':
    case 'MendDraft': {
      const draft = checkers?.draft;
      if (checkers === undefined || draft === undefined || (state.published ?? '') >= draft.monday)
        return refuse('no-draft');
      if (!draft.sentTo.includes(command.person) || !isWilling(command.person, checkers))
        return refuse('draft-not-yours');
      const next = command.type === 'MarkDraft' ? marked(command, draft) : mended(command, draft);
      return isRefusal(next) ? next : { ...checkers, draft: next };
    }
  }
}

/** Each is asked; a yes that was given stands. One sentence for all that does not fit, so that it tells of nobody's group. */
function named(
  { people, standIn, now }: Extract<CheckCommand, { readonly type: 'NameCheckers' }>,
  { huddle, members }: Checking,
): Checkers | CheckRefusal {
  const all = [...people, ...(standIn === null ? [] : [standIn])];
  if (people.length !== 2 || new Set(all).size !== all.length) return refuse('checkers-two');
  const here = new Set(members.filter(takesPart).map(({ person }) => person));
  if (!all.every((person) => here.has(person))) return refuse('checkers-unknown');
  const fits = areFromTwoSides(people, { huddle, members });
  if (!fits || (standIn !== null && !usesIt(standIn, { huddle, members }))) return refuse('checkers-sides');
  const before = huddle.checkers;
  const asked = all.map((person) => ({
    person,
    standIn: person === standIn,
    willing: before?.people.some((one) => one.person === person && one.willing) ?? false,
  }));
  if (before !== undefined && JSON.stringify(before.people) === JSON.stringify(asked)) return before;
  return { ...before, isOn: before?.isOn ?? false, people: asked, askedAt: now };
}

/** A no is a no at any time: also of someone who said yes before. */
function answered(
  { person, yes }: Extract<CheckCommand, { readonly type: 'AnswerAsking' }>,
  checkers: Checkers,
): Checkers | CheckRefusal {
  if (!checkers.people.some((one) => one.person === person)) return refuse('not-asked-to-check');
  const people = checkers.people.flatMap((one) => {
    if (one.person !== person) return [one];
    return yes ? [{ ...one, willing: true }] : [];
  });
  const willing = people.filter((one) => one.willing && !one.standIn).length;
  return { ...checkers, people, isOn: checkers.isOn || willing > 1 };
}

function sent(
  { monday, stood, now }: Extract<CheckCommand, { readonly type: 'SendDraft' }>,
  checkers: Checkers,
  state: Checking,
): Checkers {
  if ((state.published ?? '') >= monday) return checkers;
  const empty: Draft = { monday, at: now, stood, sentTo: [], right: [], cannot: [], hidden: [], talk: [] };
  const draft = checkers.draft?.monday === monday ? checkers.draft : empty;
  const goesTo = draftGoesTo({ ...checkers, draft }, state).filter((person) => !draft.sentTo.includes(person));
  if (draft === checkers.draft && goesTo.length === 0) return checkers;
  return { ...checkers, draft: { ...draft, sentTo: [...draft.sentTo, ...goesTo] } };
}

function isWilling(person: PersonId, { people }: Checkers): boolean {
  return people.some((one) => one.person === person && one.willing);
}

/** Who changes their mind is taken at their last word. */
function marked({ person, what }: Extract<CheckCommand, { readonly type: 'MarkDraft' }>, draft: Draft): Draft {
  if (draft[what].includes(person)) return draft;
  const others = (list: readonly PersonId[]) => list.filter((one) => one !== person);
  const clear = { ...draft, right: others(draft.right), cannot: others(draft.cannot) };
  return { ...clear, [what]: [...clear[what], person] };
}

/** What we could not do stays as it is, with its reason; and no number can be changed at all. */
function mended(
  { what, number }: Extract<CheckCommand, { readonly type: 'MendDraft' }>,
  draft: Draft,
): Draft | CheckRefusal {
  const line = draft.stood.find((one) => one.number === number);
  if (line === undefined) return refuse('not-in-draft', { number });
  const without = (list: readonly number[]) => list.filter((one) => one !== number);
  switch (what) {
    case 'hide':
      if (line.status === 'could-not' || line.status === 'not-kept') return refuse('could-not-stays');
      return { ...draft, hidden: [...without(draft.hidden), number].toSorted((a, b) => a - b) };
    case 'show':
      return { ...draft, hidden: without(draft.hidden) };
    case 'talk':
      return { ...draft, talk: draft.talk.includes(number) ? draft.talk : [...draft.talk, number] };
  }
}

function eventOf(
  command: CheckCommand,
  { before, after }: { readonly before: Checkers | undefined; readonly after: Checkers | undefined },
): CheckEvent {
  const at = command.now;
  switch (command.type) {
    case 'NameCheckers':
      return { type: 'CheckersNamed', at, people: command.people, standIn: command.standIn };
    case 'StopChecking':
      return { type: 'CheckersNamed', at, people: [], standIn: null };
    case 'AnswerAsking':
      return { type: 'CheckerAnswered', at, person: command.person, yes: command.yes };
    case 'SendDraft': {
      const earlier = before?.draft?.monday === command.monday ? before.draft.sentTo : [];
      const to = (after?.draft?.sentTo ?? []).filter((person) => !earlier.includes(person));
      return { type: 'DraftSent', at, monday: command.monday, to };
    }
    case 'MarkDraft':
      return {
        type: 'DraftMarked',
        at,
        monday: after?.draft?.monday ?? '',
        person: command.person,
        what: command.what,
      };
    case 'MendDraft': {
      const { person: by, what, number } = command;
      return { type: 'DraftMended', at, monday: after?.draft?.monday ?? '', by, what, number };
    }
  }
}
