import { describe, expect, it } from 'vitest';
import { answerCover, awayOn, comeBack, didSomething, goAway, readersOf } from '../../src/domain/cover.ts';
import type { Cover, Huddle, Member } from '../../src/domain/huddle.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { person, sampleHuddle, sampleMembers } from '../support/sample-facts.ts';

const [priya, ellis, ruth] = [person('priya'), person('ellis'), person('ruth')];
const today = '2027-03-01';
const until = '2027-03-20';
const huddle = sampleHuddle({ name: 'Willow', words: 'tea' });
const alone = sampleMembers.map((member) => ({ ...member, coordinator: member.person === priya }));

function gone(from: Huddle, who: PersonId, cover: PersonId | null, members: readonly Member[] = sampleMembers): Huddle {
  const after = goAway(from, { person: who, until, cover, today }, members);
  if (isRefusal(after)) throw new Error(after.refused);
  return after;
}

/** "ellis now, priya 2027-03-20" */
function readers(of: Huddle, { members = sampleMembers, on = today, standIns = true } = {}): string {
  return readersOf(of, { members, today: on, standIns })
    .map(({ person: who, from }) => `${who} ${from ?? 'now'}`)
    .sort()
    .join(', ');
}

const now = (member: Member, status: 'left' | 'paused'): Member => ({
  ...member,
  standings: member.standings.map((standing) => ({ ...standing, status })),
});
const left = (member: Member): Member => now(member, 'left');
const paused = (member: Member): Member => now(member, 'paused');
const memberOf = (who: PersonId): Member => {
  const found = sampleMembers.find((one) => one.person === who);
  if (found === undefined) throw new Error('nobody');
  return found;
};
const change = (who: PersonId, how: (member: Member) => Member, all: readonly Member[] = sampleMembers) =>
  all.map((member) => (member.person === who ? how(member) : member));

describe('a note for those who run a huddle', () => {
  it('goes to each of them while nobody is away', () => {
    expect(readers(huddle)).toBe('ellis now, priya now');
  });

  it('waits for whoever is away until they are back, and the other reads it', () => {
    expect(readers(gone(huddle, priya, ellis))).toBe('ellis now, priya 2027-03-20');
    expect(readers(gone(huddle, priya, null))).toBe('ellis now, priya 2027-03-20');
  });

  it('comes to them again on the day itself, without a word of theirs', () => {
    const away = gone(huddle, priya, ellis);
    expect(readers(away, { on: '2027-03-04' })).toBe('ellis now, priya 2027-03-20');
    expect(readers(away, { on: until })).toBe('ellis now, priya now');
  });

  it('goes to both at once where each is away and covers for the other', () => {
    expect(readers(gone(gone(huddle, priya, ellis), ellis, priya))).toBe('ellis now, priya now');
  });

  it('goes to nobody who did not say yes, and to nobody who took it back', () => {
    const asked = gone(huddle, priya, ruth, alone);
    expect(readers(asked, { members: alone })).toBe('priya now');
    const yes = answerCover(asked, { by: ruth, of: priya, yes: true, today }).huddle;
    expect(readers(yes, { members: alone })).toBe('priya 2027-03-20, ruth now');
    expect(readers(yes, { members: alone, standIns: false })).toBe('priya now');
    const no = answerCover(yes, { by: ruth, of: null, yes: false, today }).huddle;
    expect(readers(no, { members: alone })).toBe('priya now');
  });

  it.each([
    ['left', left],
    ['is on a break', paused],
  ])('falls back to whoever is away where their cover %s', (_, how) => {
    expect(readers(gone(huddle, priya, ellis), { members: change(ellis, how) })).toContain('priya now');
    const asked = gone(huddle, priya, ruth, alone);
    const yes = answerCover(asked, { by: ruth, of: priya, yes: true, today }).huddle;
    expect(readers(yes, { members: change(ruth, how, alone) })).toBe('priya now');
  });

  it('comes to whoever is away, too, once the other was silent for 7 days', () => {
    const away = gone(huddle, priya, ellis);
    expect(readers(away, { on: '2027-03-07' })).toBe('ellis now, priya 2027-03-20');
    expect(readers(away, { on: '2027-03-08' })).toBe('ellis now, priya now');
    const seen = didSomething(away, memberOf(ellis), '2027-03-05');
    expect(readers(seen, { on: '2027-03-08' })).toBe('ellis now, priya 2027-03-20');
    expect(readers(seen, { on: '2027-03-12' })).toBe('ellis now, priya now');
  });
});

describe('to be away', () => {
  const day = (when: string) => goAway(huddle, { person: priya, until: when, cover: null, today }, sampleMembers);

  it('needs a day that is still to come, and not too far off', () => {
    expect(day('2027-02-27')).toMatchObject({ refused: 'day-passed' });
    expect(day(today)).toMatchObject({ refused: 'day-passed' });
    expect(day('2027-08-29')).toMatchObject({ refused: 'day-too-far' });
    expect(isRefusal(day('2027-08-28'))).toBe(false);
  });

  it('needs a cover who is somebody else and takes part', () => {
    const covered = (cover: PersonId, members: readonly Member[]) =>
      goAway(huddle, { person: priya, until, cover, today }, members);
    expect(covered(priya, sampleMembers)).toMatchObject({ refused: 'cover-self' });
    expect(covered(ruth, change(ruth, left))).toMatchObject({ refused: 'cover-gone' });
  });

  it('said twice counts as it was said last, and keeps a yes of the same cover', () => {
    const asked = gone(huddle, priya, ruth, alone);
    const yes = answerCover(asked, { by: ruth, of: priya, yes: true, today }).huddle;
    expect(awayOn(gone(yes, priya, ruth, alone), today)).toMatchObject([{ cover: ruth, answer: 'yes' }]);
    expect(awayOn(gone(yes, priya, ellis), today)).toMatchObject([{ cover: ellis, answer: null }]);
  });

  it('ends early with nothing kept', () => {
    expect(comeBack(gone(huddle, priya, ellis), priya, today)).toEqual(huddle);
    expect(comeBack(huddle, priya, today)).toBe(huddle);
  });
});

describe('the day of a last act', () => {
  const ellisIs = memberOf(ellis);
  const ruthIs = memberOf(ruth);

  it('is kept while someone is away alone, of those who read alone, and once a day', () => {
    expect(didSomething(huddle, ellisIs, today)).toBe(huddle);
    const away = gone(huddle, priya, ellis);
    expect(didSomething(away, ruthIs, today)).toBe(away);
    const seen = didSomething(away, ellisIs, today);
    expect(seen.cover?.lastActs).toEqual([{ person: ellis, on: today }] satisfies Cover['lastActs']);
    expect(didSomething(seen, ellisIs, today)).toBe(seen);
  });

  it('goes with the last absence', () => {
    const seen = didSomething(gone(huddle, priya, ellis), ellisIs, today);
    expect(didSomething(seen, ellisIs, until)).toEqual(huddle);
  });
});
