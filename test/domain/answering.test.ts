import { describe, expect, it } from 'vitest';
import type { MessageRef } from '../../src/domain/ids.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Prompt, SeenBy } from '../../src/domain/round.ts';
import { afterQuiet } from '../../src/domain/quiet.ts';
import type { RoundState } from '../../src/domain/round-state.ts';
import {
  amina,
  closes,
  decided,
  held,
  lived,
  nothing,
  open,
  opened,
  opens,
  refused,
  says,
  standing,
  types,
  weather,
} from './round-given.ts';

const tuesday = '2027-03-02T11:00:00.000Z';
const message: MessageRef = { platform: 'slack', workspace: 'T1', channel: 'C1', message: '1.2' };
const closed = (prompt: Prompt, before: RoundState = opened(prompt)) =>
  lived(before, { type: 'CloseRound', now: closes, heard: { people: 1, of: 9 }, order: [] });
const skip = (now: string) => ({ type: 'Skip', now, person: amina }) as const;
const later = (now: string) => ({ type: 'AskLater', now, person: amina }) as const;
const remind = (now: string) => ({ type: 'RemindLater', now, person: amina }) as const;

describe('an answer that a supporter types for someone', () => {
  const typed = (now: string, text: string) => says(now, { text, helped: true });

  it('is theirs, and is marked until they give it themself', () => {
    const helped = lived(opened(open), typed(tuesday, 'The lift.'));
    expect(helped.response?.answer).toMatchObject({ text: 'The lift.', helped: true });
    const own = lived(helped, says(tuesday, { text: 'The stairs.' }));
    expect(own.response?.answer).toMatchObject({ text: 'The stairs.' });
    expect(own.response?.answer).not.toHaveProperty('helped');
  });

  it('can be put right by a supporter, but never takes the place of what the person said', () => {
    const helped = lived(opened(open), typed(tuesday, 'The lift.'));
    expect(types(helped, typed(tuesday, 'The stairs.'))).toEqual(['AnswerSubmitted']);
    const own = lived(opened(open), says(tuesday));
    expect(refused(own, typed(tuesday, 'All is well.'))).toBe('own-answer-stays');
  });

  it('is known to nobody by the journal: its mark stands with the words', () => {
    const events = decided(opened(open), typed(tuesday, 'The lift.'));
    expect(events).toMatchObject([{ type: 'AnswerSubmitted', words: { helped: true } }]);
    expect(events).not.toMatchObject([{ helped: true }]);
  });
});

describe('an answer', () => {
  it('is kept with who may see it', () => {
    const { response } = lived(opened(open), says(tuesday, { text: ' The lift. ' }));
    expect(response?.answer).toEqual({
      text: 'The lift.',
      option: null,
      seenBy: 'named',
      at: tuesday,
      late: false,
      message: null,
    });
  });

  it.each<SeenBy>(['named', 'unnamed', 'coordinators', 'none'])('to a held question may be seen as: %s', (seenBy) => {
    expect(lived(opened(held), says(tuesday, { seenBy })).response?.answer?.seenBy).toBe(seenBy);
  });

  it('is not kept until the person has picked who may see it', () => {
    expect(refused(opened(open), says(tuesday, { seenBy: null }))).toBe('seen-by-needed');
    expect(refused(opened(held), says(tuesday, { seenBy: null }))).toBe('seen-by-needed');
  });

  it('that no one may see leaves no words behind, and the person counts as heard', () => {
    for (const prompt of [open, weather]) {
      const { response } = lived(opened(prompt), says(tuesday, { seenBy: 'none', option: 0 }));
      expect(response?.answer).toMatchObject({ text: null, option: null, seenBy: 'none' });
    }
    expect(refused(opened(open), says(tuesday, { seenBy: 'none', text: null }))).toBeNull();
  });

  it('replaces the one before until the close', () => {
    const first = lived(opened(open), says(tuesday));
    const events = decided(first, says('2027-03-03T11:00:00.000Z', { text: 'The stairs.' }));
    expect(events).toMatchObject([{ type: 'AnswerSubmitted', first: false, late: false }]);
    expect(lived(first, says('2027-03-03T11:00:00.000Z', { text: 'The stairs.' })).response?.answer?.text).toBe(
      'The stairs.',
    );
  });

  it('said earlier but brought to us later replaces nothing', () => {
    const state = lived(opened(open), says('2027-03-03T11:00:00.000Z', { text: 'The stairs.' }));
    expect(decided(state, says(tuesday))).toEqual([]);
  });

  it('is the first one once', () => {
    expect(decided(opened(open), says(tuesday))).toMatchObject([{ first: true }]);
  });

  it('from the close on is kept and marked as late, held or not', () => {
    for (const prompt of [open, held]) {
      expect(lived(closed(prompt), says(closes)).response?.answer).toMatchObject({ text: 'The lift.', late: true });
    }
    expect(lived(opened(open), says(closes)).response?.answer?.late).toBe(true);
  });

  it('is in time by when it was said, though it reached us after the close', () => {
    expect(lived(closed(open), says('2027-03-04T09:59:59.999Z')).response?.answer?.late).toBe(false);
  });

  it('needs words, and no more than 3,000 letters of them', () => {
    expect(refused(opened(open), says(tuesday, { text: ' ' }))).toBe('answer-empty');
    expect(decided(opened(open), says(tuesday, { text: 'x'.repeat(3001) }))).toMatchObject({
      refused: 'answer-too-long',
      details: { most: 3000, length: 3001 },
    });
    expect(refused(opened(open), says(tuesday, { text: 'x'.repeat(3000) }))).toBeNull();
  });

  it('to a question with options is kept in the words of the option', () => {
    const { response } = lived(opened(weather), says(tuesday, { text: null, option: 1 }));
    expect(response?.answer).toMatchObject({ text: 'Rain: hard going 🌧️', option: 1 });
  });

  it('may name an option by its number, its first word or all its words', () => {
    for (const text of ['2', 'rain', 'Rain: hard going']) {
      expect(lived(opened(weather), says(tuesday, { text })).response?.answer?.option).toBe(1);
    }
  });

  it('is refused for an option that there is not', () => {
    for (const option of [2, -1, 0.5, Number.NaN]) {
      expect(refused(opened(weather), says(tuesday, { text: null, option }))).toBe('option-needed');
    }
    expect(refused(opened(weather), says(tuesday, { text: 'snow' }))).toBe('option-needed');
  });

  it('in the thread may be in other words than the options', () => {
    const { response } = lived(opened(weather), says(tuesday, { text: 'Snow, I think', message }));
    expect(response?.answer).toMatchObject({ text: 'Snow, I think', option: null, message });
  });

  it('is taken from active members only; one who has paused is told so', () => {
    const as = (status: Parameters<typeof standing>[0]) => ({ ...opened(open), standing: standing(status) });
    expect(refused(as('paused'), says(tuesday))).toBe('paused');
    expect(refused(as('invited'), says(tuesday))).toBe('not-joined');
    expect(refused(as('left'), says(tuesday))).toBe('not-joined');
    expect(refused({ ...opened(open), standing: null }, says(tuesday))).toBe('not-joined');
  });

  it('needs a question that is open', () => {
    expect(refused(nothing, says(tuesday))).toBe('round-not-open');
  });

  it('is gone when its message is deleted, and the next one is a first one again', () => {
    const state = lived(opened(open), says(tuesday, { message }), {
      type: 'WithdrawAnswer',
      now: '2027-03-02T12:00:00.000Z',
      person: amina,
    });
    expect(state.response?.answer).toBeNull();
    expect(decided(state, says('2027-03-02T13:00:00.000Z'))).toMatchObject([{ first: true }]);
    expect(decided(state, { type: 'WithdrawAnswer', now: tuesday, person: amina })).toEqual([]);
  });
});

describe('a skip', () => {
  it('needs no reason, and an answer may still follow', () => {
    const state = lived(opened(open), skip(tuesday));
    expect(state.response).toMatchObject({ skipped: true, answer: null });
    expect(lived(state, says('2027-03-02T12:00:00.000Z')).response).toMatchObject({ skipped: false });
  });

  it('wipes no answer', () => {
    expect(refused(lived(opened(open), says(tuesday)), skip('2027-03-02T12:00:00.000Z'))).toBe('answered-already');
  });

  it('is too late after the close', () => {
    expect(refused(closed(open), skip(closes))).toBe('round-closed');
    expect(refused(opened(open), skip(closes))).toBe('round-closed');
  });
});

describe('"ask me later"', () => {
  const remindAt = (state: RoundState, now: string) => {
    const events = decided(state, later(now));
    return isRefusal(events)
      ? events.refused
      : events.flatMap((event) => ('remindAt' in event ? [event.remindAt] : []))[0];
  };

  it('asks again after a day', () => {
    expect(remindAt(opened(open), opens)).toBe('2027-03-02T10:00:00.000Z');
    const state = lived(opened(open), later(opens));
    expect(state).toMatchObject({ response: { later: 'waiting' }, remindAt: '2027-03-02T10:00:00.000Z' });
  });

  it('keeps out of the reader’s quiet hours', () => {
    expect(remindAt(opened(open), '2027-03-01T21:00:00.000Z')).toBe('2027-03-03T08:00:00.000Z');
  });

  it('asks 12 hours before the close at the latest, and before the quiet hours that lie there', () => {
    expect(remindAt(opened(open), '2027-03-03T10:00:00.000Z')).toBe('2027-03-03T19:59:00.000Z');
    const awake: RoundState = {
      ...opened(open),
      reader: { zone: 'Europe/London', quiet: { from: '00:00', to: '00:00' } },
    };
    expect(remindAt(awake, '2027-03-03T10:00:00.000Z')).toBe('2027-03-03T22:00:00.000Z');
  });

  it('says so when there is no good time left', () => {
    expect(remindAt(opened(open), '2027-03-03T20:30:00.000Z')).toBe('too-late-for-later');
    expect(remindAt(opened(open), '2027-03-04T09:00:00.000Z')).toBe('too-late-for-later');
    expect(remindAt(opened(open), closes)).toBe('round-closed');
  });

  it('is never quiet then, never late and never in the past, whenever it is pressed', () => {
    for (let at = Date.parse(opens); at < Date.parse(closes); at += 17 * 60_000) {
      const now = new Date(at).toISOString();
      const when = remindAt(opened(open), now);
      if (when === undefined || when === 'too-late-for-later') continue;
      expect(when > now && when <= '2027-03-03T22:00:00.000Z').toBe(true);
      expect(afterQuiet(when, 'Europe/London', nothing.reader.quiet)).toBe(when);
    }
  });

  it('works once', () => {
    const waiting = lived(opened(open), later(opens));
    expect(refused(waiting, later(tuesday))).toBe('later-used');
    const sent = lived(waiting, remind('2027-03-02T10:00:00.000Z'));
    expect(sent.response?.later).toBe('sent');
    expect(refused(sent, later(tuesday))).toBe('later-used');
    expect(decided(sent, remind('2027-03-02T10:00:00.000Z'))).toEqual([]);
  });

  it('takes a skip back, and an answer needs no reminder', () => {
    expect(lived(opened(open), skip(opens), later(tuesday)).response).toMatchObject({
      skipped: false,
      later: 'waiting',
    });
    expect(refused(lived(opened(open), says(opens)), later(tuesday))).toBe('answered-already');
  });

  it('stays quiet for one who answered or skipped meanwhile', () => {
    const waiting = lived(opened(open), later(opens));
    expect(types(lived(waiting, says(tuesday)), remind('2027-03-02T12:00:00.000Z'))).toEqual([]);
    expect(types(lived(waiting, skip(tuesday)), remind('2027-03-02T12:00:00.000Z'))).toEqual([]);
    expect(types(closed(open, waiting), remind(closes))).toEqual([]);
  });
});
