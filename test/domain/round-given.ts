import type { Standing } from '../../src/domain/huddle.ts';
import type { HuddleId, PersonId, RoundId } from '../../src/domain/ids.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Prompt } from '../../src/domain/round.ts';
import { evolveRound } from '../../src/domain/round-evolve.ts';
import { decideRound } from '../../src/domain/round-rules.ts';
import type { RoundCommand, RoundState, Said } from '../../src/domain/round-state.ts';

export const huddle = 'willow' as HuddleId;
export const round = 'willow~2027-03-01' as RoundId;
export const amina = 'amina' as PersonId;
export const priya = 'priya' as PersonId;

/** Monday 1 March at 10am in London; it closes on Thursday 4 March at 10am. */
export const opens = '2027-03-01T10:00:00.000Z';
export const closes = '2027-03-04T10:00:00.000Z';

export const open: Prompt = { id: 'neg-2', text: 'What got in the way?', kind: 'open', reach: 'choose', options: [] };
export const held: Prompt = { ...open, id: 'values-1', reach: 'held' };
export const weather: Prompt = {
  ...open,
  id: 'neg-9',
  kind: 'emoji',
  options: ['Sun: going well ☀️', 'Rain: hard going 🌧️'],
};

export const standing = (status: Standing['status']): Standing => ({
  from: '2027-02-01T09:00:00.000Z',
  status,
  counted: true,
  group: null,
  also: null,
});

export const nothing: RoundState = {
  huddle,
  zone: 'Europe/London',
  quiet: { from: '20:00', to: '08:00' },
  round: null,
  others: [],
  response: null,
  canSwap: false,
  remindAt: null,
  standing: standing('active'),
  reader: { zone: 'Europe/London', quiet: { from: '20:00', to: '08:00' } },
};

type Wish = RoundCommand extends infer Each
  ? Each extends RoundCommand
    ? Omit<Each, 'huddle' | 'round'>
    : never
  : never;

/** A round that lives through commands, each decided on what the ones before left. */
export function lived(state: RoundState, ...wishes: readonly Wish[]): RoundState {
  return wishes.reduce((now, wish) => {
    const events = decided(now, wish);
    if (isRefusal(events)) throw new Error(`refused: ${events.refused}`);
    return events.reduce(evolveRound, now);
  }, state);
}

export function decided(state: RoundState, wish: Wish): ReturnType<typeof decideRound> {
  return decideRound({ ...wish, huddle, round }, state);
}

/** The code of the refusal, or null. */
export function refused(state: RoundState, wish: Wish): string | null {
  const events = decided(state, wish);
  return isRefusal(events) ? events.refused : null;
}

/** The events' types, or the refusal's code alone. */
export function types(state: RoundState, wish: Wish): readonly string[] {
  const events = decided(state, wish);
  return isRefusal(events) ? [events.refused] : events.map(({ type }) => type);
}

export const opened = (prompt: Prompt, now = opens): RoundState => lived(nothing, { type: 'OpenRound', now, prompt });

export const says = (now: string, said: Partial<Said> & { readonly seenBy?: Said['seenBy'] } = {}) =>
  ({
    type: 'SubmitAnswer',
    now,
    person: amina,
    said: { text: 'The lift.', option: null, seenBy: 'named', message: null, ...said },
  }) as const;
