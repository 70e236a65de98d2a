import { describe, expect, it } from 'vitest';
import type { Member, Standing } from '../../src/domain/huddle.ts';
import { withOwnChoice } from '../../src/domain/own-choice.ts';
import { promptOf, together } from '../../src/domain/prompts.ts';
import { canSwap, choseSwaps, isFor, maySend } from '../../src/domain/role-swap.ts';
import { decideRound } from '../../src/domain/round-rules.ts';
import type { Prompt } from '../../src/domain/round.ts';
import { seenByChoices, wayOf } from '../../src/domain/way.ts';
import { promptLibrary } from '../../src/words/library.ts';
import { id, person, willow } from './people-given.ts';
import { nothing } from './round-given.ts';
import type { RoundId } from '../../src/domain/ids.ts';

const joined = '2027-02-26T10:00:00.000Z';
const chose = '2027-03-01T10:00:00.000Z';
const opensAt = '2027-03-05T10:00:00.000Z';
const now = '2027-03-06T10:00:00.000Z';

const standing = (status: Standing['status'], from = joined, counted = true): Standing => ({
  from,
  status,
  counted,
  group: null,
  also: null,
});
const member = (name: string, ...standings: readonly Standing[]): Member => ({
  huddle: id,
  person: person(name),
  coordinator: false,
  invitedBy: null,
  standings: standings.length === 0 ? [standing('active')] : standings,
  consents: [],
});
const choosing = (who: Member, yes = true, at = chose) => withOwnChoice(who, { to: 'role-swaps', yes, at });
const known = (asked: string): Prompt => {
  const found = promptLibrary.find((prompt) => prompt.id === asked);
  if (found === undefined) throw new Error(`no ${asked}`);
  return promptOf(found);
};
const swap = { prompt: known('roles-7'), opensAt };
const on = { ...willow, roleSwaps: true };

describe('choosing role swaps', () => {
  it('is off until someone says on, and again once they come back after leaving', () => {
    const amina = member('amina');
    expect(choseSwaps(amina, now)).toBe(false);
    expect(choseSwaps(choosing(amina), now)).toBe(true);
    expect(choseSwaps(choosing(choosing(amina), false, opensAt), now)).toBe(false);
    const back = member('amina', standing('active'), standing('left', '2027-03-02T10:00:00.000Z', false));
    expect(choseSwaps(choosing(back), now)).toBe(false);
  });

  it('lets one go out where three who are counted chose them and the huddle has them on', () => {
    const three = ['amina', 'dev', 'ruth'].map((name) => choosing(member(name)));
    expect(canSwap(on, three, now)).toBe(true);
    expect(canSwap(willow, three, now)).toBe(false);
    expect(canSwap(on, three.slice(1), now)).toBe(false);
    for (const other of [standing('paused'), standing('left'), standing('active', joined, false)])
      expect(canSwap(on, [...three.slice(1), choosing(member('jo', other))], now)).toBe(false);
  });
});

describe('a role swap', () => {
  it('is for those who chose it, and stays theirs whom it was sent to', () => {
    expect(isFor(swap, member('amina'), now)).toBe(false);
    expect(isFor(swap, choosing(member('amina')), now)).toBe(true);
    const later = choosing(choosing(member('amina')), false, now);
    expect([isFor(swap, later, now), maySend(swap, later, { now })]).toEqual([true, false]);
    expect(isFor({ prompt: known('neg-2'), opensAt }, member('amina'), now)).toBe(true);
  });

  it('is sent to nobody on a break, nor to whoever got a card with numbers to call since the day before it', () => {
    const amina = choosing(member('amina'));
    expect(maySend(swap, amina, { now })).toBe(true);
    expect(maySend(swap, choosing(member('amina', standing('paused'))), { now })).toBe(false);
    expect(maySend(swap, amina, { now, heldUntil: opensAt })).toBe(true);
    expect(maySend(swap, amina, { now, heldUntil: '2027-03-05T10:00:00.001Z' })).toBe(false);
  });

  it('is never held for all answers to appear together, as it was asked in no place', () => {
    expect(together(known('roles-7')).reach).toBe('choose');
    expect(together(known('neg-2')).reach).toBe('held');
  });

  it('that too few chose is planned and does not open, and one that opened is known to be for some', () => {
    const plan = {
      type: 'PlanRound',
      huddle: id,
      now,
      round: 'r' as RoundId,
      by: person('priya'),
      prompt: swap.prompt,
    };
    const types = (canSwapNow: boolean) => {
      const events = decideRound({ ...plan, type: 'PlanRound' }, { ...nothing, canSwap: canSwapNow });
      return 'refused' in events ? [] : events;
    };
    expect(types(false).map(({ type }) => type)).toEqual(['RoundPlanned']);
    expect(types(true).at(-1)).toMatchObject({ type: 'RoundOpened', apart: true });
  });
});

describe('a private question in words', () => {
  it('has answers for the person, for those who run it, or for nobody; never for everyone', () => {
    expect(promptLibrary.filter((prompt) => wayOf(prompt) === 'alone').map((one) => one.id)).toEqual([
      'values-6',
      'roles-5',
      'roles-6',
    ]);
    expect(seenByChoices(known('roles-6'))).toEqual(['self', 'coordinators', 'none']);
    expect(seenByChoices(known('neg-2'))).not.toContain('self');
  });

  it('refuses an answer for everyone, and every other question one for the person alone', () => {
    const round = {
      ...{ id: 'r' as RoundId, huddle: id, askedBy: null, status: 'open' as const, opensAt, heard: null, order: [] },
      ...{ closesAt: '2027-03-08T10:00:00.000Z', version: 1 },
    };
    const said = (prompt: Prompt, seenBy: 'named' | 'self') =>
      decideRound(
        {
          ...{ type: 'SubmitAnswer', huddle: id, now, round: round.id, person: person('amina') },
          said: { text: 'We lost heart.', option: null, seenBy, message: null },
        },
        { ...nothing, round: { ...round, prompt } },
      );
    expect(said(known('values-6'), 'named')).toMatchObject({ refused: 'seen-by-needed' });
    expect(said(known('neg-2'), 'self')).toMatchObject({ refused: 'seen-by-needed' });
    expect(said(known('values-6'), 'self')).toMatchObject([{ type: 'AnswerSubmitted', seenBy: 'self' }]);
  });
});
