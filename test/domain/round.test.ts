import { describe, expect, it } from 'vitest';
import { askedPrompt } from '../../src/domain/prompts.ts';
import { roundWakesAt } from '../../src/domain/round-evolve.ts';
import type { RoundState } from '../../src/domain/round-state.ts';
import { closes, decided, lived, nothing, open, opened, opens, priya, refused, round, types } from './round-given.ts';

const ask = (now: string, text = 'What should we do with the garden?') =>
  ({ type: 'PlanRound', now, by: priya, prompt: askedPrompt(text) }) as const;
const close = (now: string) => ({ type: 'CloseRound', now, heard: { people: 7, of: 9 }, order: [] }) as const;
const others = (...opensAt: readonly string[]): RoundState => ({ ...nothing, others: opensAt });

describe('a question that the schedule asks', () => {
  it('opens, and stays open for three days to the minute', () => {
    const { round: it } = opened(open);
    expect(it).toMatchObject({
      id: round,
      status: 'open',
      opensAt: opens,
      closesAt: closes,
      askedBy: null,
      prompt: open,
    });
  });

  it('is open for 72 hours at least, also when the clocks go forward meanwhile', () => {
    const { round: it } = opened(open, '2027-03-26T10:00:00.000Z');
    expect(it?.closesAt).toBe('2027-03-29T10:00:00.000Z');
  });

  it('closes at the same time of day when the clocks go back meanwhile', () => {
    const { round: it } = opened(open, '2027-10-29T09:00:00.000Z');
    expect(it?.closesAt).toBe('2027-11-01T10:00:00.000Z');
  });

  it('is not opened a second time by the same tick', () => {
    expect(types(opened(open), { type: 'OpenRound', now: opens, prompt: open })).toEqual([]);
  });
});

describe('a question that a coordinator asks', () => {
  it('goes out at once by day, with who asked it', () => {
    const state = lived(nothing, ask('2027-03-02T11:00:00.000Z'));
    expect(state.round).toMatchObject({
      status: 'open',
      askedBy: priya,
      opensAt: '2027-03-02T11:00:00.000Z',
      closesAt: '2027-03-05T11:00:00.000Z',
      prompt: { id: null, kind: 'open', reach: 'choose', text: 'What should we do with the garden?' },
    });
  });

  it('waits for the end of the quiet hours, and has its three days from then', () => {
    const state = lived(nothing, ask('2027-03-02T21:30:00.000Z'));
    expect(state.round).toMatchObject({ status: 'waiting', opensAt: '2027-03-03T08:00:00.000Z' });
    expect(state.round && roundWakesAt(state.round)).toBe('2027-03-03T08:00:00.000Z');
    const later = lived(state, { type: 'OpenRound', now: '2027-03-03T08:00:00.000Z', prompt: null });
    expect(later.round).toMatchObject({ status: 'open', closesAt: '2027-03-06T08:00:00.000Z', askedBy: priya });
  });

  it('needs words, and not too many', () => {
    expect(refused(nothing, ask('2027-03-02T11:00:00.000Z', '  '))).toBe('question-empty');
    expect(refused(nothing, ask('2027-03-02T11:00:00.000Z', 'x'.repeat(301)))).toBe('question-too-long');
    expect(refused(nothing, ask('2027-03-02T11:00:00.000Z', 'x'.repeat(300)))).toBeNull();
  });

  it('is refused on a day that has a question, gone out or still to come', () => {
    expect(refused(others('2027-03-02T10:00:00.000Z'), ask('2027-03-02T15:00:00.000Z'))).toBe('one-a-day');
    expect(refused(others('2027-03-02T16:00:00.000Z'), ask('2027-03-02T15:00:00.000Z'))).toBe('one-a-day');
    expect(refused(others('2027-03-01T10:00:00.000Z'), ask('2027-03-02T15:00:00.000Z'))).toBeNull();
  });

  it('counts for the day on which it opens, when quiet hours move it', () => {
    expect(refused(others('2027-03-03T10:00:00.000Z'), ask('2027-03-02T21:00:00.000Z'))).toBe('one-a-day');
  });

  it('is refused as a fourth in one week, and taken again in the next', () => {
    const three = others('2027-03-01T10:00:00.000Z', '2027-03-03T10:00:00.000Z', '2027-03-05T10:00:00.000Z');
    expect(refused(three, ask('2027-03-04T10:00:00.000Z'))).toBe('three-a-week');
    expect(refused(three, ask('2027-03-07T19:00:00.000Z'))).toBe('three-a-week');
    expect(refused(three, ask('2027-03-08T10:00:00.000Z'))).toBeNull();
  });

  it('counts days where the huddle is', () => {
    // 9pm in New York on 2 March is 3 March in London.
    const there: RoundState = {
      ...others('2027-03-03T02:00:00.000Z'),
      zone: 'America/New_York',
      quiet: { from: '00:00', to: '00:00' },
    };
    expect(refused(there, ask('2027-03-02T15:00:00.000Z'))).toBe('one-a-day');
    expect(refused(there, ask('2027-03-03T15:00:00.000Z'))).toBeNull();
  });
});

describe('the close', () => {
  it('keeps how many were heard of how many, and asks for no more waking', () => {
    const state = lived(opened(open), close(closes));
    expect(state.round).toMatchObject({ status: 'closed', heard: { people: 7, of: 9 } });
    expect(state.round && roundWakesAt(state.round)).toBeNull();
  });

  it('happens once, however often it is asked for', () => {
    const state = lived(opened(open), close(closes));
    expect(decided(state, close(closes))).toEqual([]);
  });

  it('is what an open round waits for', () => {
    const { round: it } = opened(open);
    expect(it && roundWakesAt(it)).toBe(closes);
  });

  it('does nothing to a question that waits or does not exist', () => {
    expect(decided(nothing, close(closes))).toEqual([]);
    expect(decided(lived(nothing, ask('2027-03-02T21:30:00.000Z')), close(closes))).toEqual([]);
  });
});
