import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Balance } from '../../src/domain/balance.ts';
import { balanceOf, heardFrom } from '../../src/domain/balance.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { decisionsToTell } from '../../src/domain/digest-decisions.ts';
import type { DigestFacts, PromiseLine } from '../../src/domain/digest.ts';
import { digestMessage, mostCharacters } from '../../src/messages/digest.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import type { DigestGiven } from '../../src/messages/digest-lines.ts';
import {
  defaultGroups,
  huddleOf,
  membersIn,
  person,
  turnsBy,
  weekOfMarch1,
  weekOfMarch8,
} from '../domain/measuring.ts';
import { facts, given, line, names, promise } from './digest-sample.ts';

const aDecision: Decision = {
  huddle: given.huddle.id,
  number: 3,
  words: { what: '', finalSay: 'together', rung: 'run-with', lived: 'mornings are hard', practice: 'the hall is free' },
  loggedBy: person('ruth'),
  loggedAt: '2027-03-03T09:00:00.000Z',
  wordsBy: person('ruth'),
  needs: [],
  yes: [],
  sharedAt: null,
  history: [],
  version: 1,
};

function whole(of: DigestFacts = facts, from: DigestGiven = given): string {
  const { channel, threads } = digestMessage(of, from);
  return [channel, threads.proof, threads.heard, threads.roles].map(({ summary }) => summary).join('\n\n---\n\n');
}

const heard = (balance: Balance, groups = defaultGroups) =>
  digestMessage({ ...facts, balance }, { ...given, huddle: huddleOf(groups) }).threads.heard.summary;

/** A week of nine: their counts in the order using, running, creative. */
function weekOf(counts: readonly number[], week = weekOfMarch8): DigestFacts {
  const members = membersIn({ people: 3, staff: 3, artists: 3 });
  const speaking = { huddle: huddleOf(defaultGroups), members, turns: turnsBy(members, counts, week), week };
  return { ...facts, heard: heardFrom(speaking), balance: balanceOf(speaking) };
}

describe('the digest as people read it', () => {
  it('a full week, in the channel and its thread', async () => {
    await expect(`${whole()}\n`).toMatchFileSnapshot('golden/digest-full-week.txt');
  });

  it('a full week with all its sections, checked, fits one screen', () => {
    const signOff = { by: [person('amina'), person('priya')], isWhole: true, moved: [15], hidden: [11], added: [] };
    const ideas = { raised: [1, 2], takenUp: [2] };
    const agenda = [
      { kind: 'new-date', number: 12 },
      { kind: 'stuck', number: 16 },
    ] as const;
    const { channel, threads } = digestMessage({ ...facts, signOff, ideas, agenda }, given);
    expect(channel.summary.length).toBeLessThanOrEqual(mostCharacters);
    expect(channel.summary).toContain('2 ideas raised. 1 taken up.');
    expect(channel.summary).toContain('a new date for promise 12 and what is stopping promise 16.');
    expect(channel.summary).toContain('waiting for a yes, since the check)');
    expect(channel.summary).toContain('Checked by Amina and Priya.');
    expect(threads.proof.summary).toContain('11: there is proof. It is not shown.');
    expect(threads.proof.summary).not.toContain('sign-in sheet');
  });

  it('the decisions of a week: who had the final say, how people took part, and what is blank', async () => {
    const decision = (number: number, said: Partial<Decision['words']>) => ({
      ...aDecision,
      number,
      words: { ...aDecision.words, ...said },
    });
    const decisions = [
      decision(3, { what: 'we meet at 2pm' }),
      decision(4, {
        what: 'the leaflet has large print',
        finalSay: 'staff',
        rung: 'asked',
        lived: null,
        practice: null,
      }),
    ];
    const lines = decisionsToTell(decisions, { from: '', to: '9' }).map((one) => ({
      ...one,
      isShared: one.number === 3,
    }));
    const of = { ...facts, decisions: lines };
    const { channel, threads } = digestMessage(of, { ...given, decisions });
    const signOff = { by: [], isWhole: false, moved: [], hidden: [], added: [] };
    const unchecked = digestMessage({ ...of, signOff }, { ...given, decisions });
    expect(channel.summary).toContain('2 decisions logged.');
    expect(channel.summary.length).toBeLessThanOrEqual(mostCharacters);
    expect(threads.proof.summary).not.toMatch(/co-?produc/i);
    const shown = [threads.proof, unchecked.threads.proof].map(({ summary }) =>
      summary.slice(summary.indexOf('Decisions')),
    );
    await expect(`${shown.join('\n\n---\n\n')}\n`).toMatchFileSnapshot('golden/digest-decisions.txt');
    expect(digestMessage(facts, given).threads.proof.summary).not.toContain('Decisions');
  });

  it('a first week with nothing in it', async () => {
    const first: DigestFacts = {
      ...facts,
      promises: [],
      record: { made: 0, kept: 0, couldNot: 0, changed: 0, dropped: 0, notKept: 0, open: 0 },
      heard: { people: 0, of: 9 },
      balance: { shown: 'not-enough' },
      roles: facts.roles.map(({ role }) => ({ role, holders: [] })),
      split: facts.split.map(({ side }) => ({ side, leadRoles: 0, openPromises: 0 })),
    };
    await expect(`${whole(first, { ...given, promises: [], roles: [] })}\n`).toMatchFileSnapshot(
      'golden/digest-first-week.txt',
    );
  });

  it('a hard week: not kept, let go, not done yet, and someone who has left', async () => {
    const promises = [
      promise(3, 'make a quiet room sign'),
      promise(4, 'play music at tea time', { missing: 'only on one ward' }),
      promise(5, 'print badges'),
      promise(7, 'water the plants'),
      promise(8, 'fix the lift'),
      promise(9, 'open the garden', { missing: 'the gate sticks' }),
    ];
    const hard: DigestFacts = {
      ...facts,
      promises: [
        line(3, 'not-kept', { due: '2027-02-17' }),
        line(4, 'disputed'),
        line(5, 'dropped'),
        line(7, 'looking', { due: '2027-02-20' }),
        line(8, 'suggested'),
        line(9, 'kept', { by: person('gone') }),
      ],
      balance: { shown: 'total', turns: 12, why: 'hidden' },
    };
    await expect(`${whole(hard, { ...given, promises })}\n`).toMatchFileSnapshot('golden/digest-hard-week.txt');
  });

  it('more promises than one screen holds', async () => {
    const many = Array.from({ length: 30 }, (_, index) => index + 1);
    const crowded = { ...facts, promises: many.map((number) => line(number, number < 4 ? 'claimed' : 'open')) };
    const promises = many.map((number) => promise(number, `put a bench by door ${String(number)} of the day ward`));
    await expect(`${whole(crowded, { ...given, promises })}\n`).toMatchFileSnapshot('golden/digest-crowded-week.txt');
  });
});

describe('the sentences a huddle counts on', () => {
  it('a first week of 8 turns: heard from 5 of 9, and no numbers by group', () => {
    const said = whole(weekOf([1, 0, 0, 3, 1, 2, 1, 0, 0], weekOfMarch1));
    expect(said).toContain('We heard from 5 of 9 people.');
    expect(said).toContain('Not enough yet to show numbers by group.');
    expect(said).not.toContain('turn is one go');
    expect(said).not.toMatch(/voices|Level would/);
  });

  it('a second week of 14 turns: 4, 7 and 3, about 5 each, about level, no percent', () => {
    const said = whole(weekOf([2, 1, 1, 4, 0, 3, 2, 1, 0]));
    expect(said).toContain('People who use the service (3 people): 4. Staff (3): 7. Artists (3): 3.');
    expect(said).toContain('Level would be about 5 each. About level for all.');
    expect(said).not.toContain('%');
  });

  it('sides are said by who is meant, or by the groups that a huddle made', () => {
    const usual = heard(facts.balance);
    expect(usual).toContain(
      'People who use the service, and carers (3 people): 9. Staff and managers (3): 15. Artists (3): 6.',
    );
    const own = defaultGroups.map((group) => (group.name === 'Carers' ? { ...group, name: 'Family carers' } : group));
    expect(heard(facts.balance, own)).toContain('People who use the service and Family carers (3 people): 9.');
  });

  it('a flag says that one week can be chance, and of unequal groups two levels', () => {
    const said = heard({
      shown: 'lines',
      turns: 24,
      lines: [
        { who: { side: 'using' }, people: 3, turns: 2, level: 10, percent: null, word: 'less' },
        { who: 'everyone-else', people: 4, turns: 22, level: 14, percent: null, word: 'much-more' },
      ],
    });
    expect(said).toContain('Level would be about 10 and 14.');
    expect(said).toContain(
      'People who use the service, and carers had less this week. Everyone else had much more this week. One week can be chance. We will look again next week.',
    );
  });

  it('percents stand beside their counts, from 50 turns', () => {
    expect(heard(weekOf([5, 5, 6, 6, 6, 6, 5, 5, 6]).balance)).toContain('Staff (3): 18, or 36%.');
  });

  it.each([
    ['hidden', 'We are not showing the numbers this time. We hide them when showing them could give someone away.'],
    ['off', 'This huddle has turned off numbers by group.'],
    ['later', 'Numbers by group start in week 4.'],
  ] as const)('without lines the total stands alone: %s', (why, sentence) => {
    expect(heard({ shown: 'total', turns: 12, why })).toContain(`12 turns (a turn is one go at speaking). ${sentence}`);
  });

  it('late, looking and not kept are said in the same words each time', () => {
    const three = [line(3, 'late'), line(4, 'looking'), line(5, 'not-kept')];
    const { summary } = digestMessage(
      { ...facts, promises: three },
      { ...given, promises: [3, 4, 5].map((number) => promise(number, 'paint')) },
    ).channel;
    expect(summary).toContain('No news yet: 3, paint (was due 21 March).');
    expect(summary).toContain('Looking for someone to pick this up: 4, paint (was due 21 March).');
    expect(summary).toContain('Not kept, and we do not know why: 5, paint (was due 21 March).');
  });

  it('the record is kept of finished, with changed beside it', () => {
    const record = { made: 7, kept: 3, couldNot: 1, changed: 1, dropped: 0, notKept: 1, open: 1 };
    expect(digestMessage({ ...facts, record }, given).threads.proof.summary).toContain(
      'Kept 3 of 5 finished. We changed 1 together.',
    );
  });

  it('every digest ends with where to find help, then its buttons, and Help and pause is last', () => {
    const [help, buttons] = digestMessage(facts, given).channel.summary.split('\n').slice(-2);
    expect(help).toBe(
      'No one watches this chat all the time. Life at risk: call 999. For mental health help, call 111.',
    );
    expect(buttons).toBe('[Yes, 15 is done] [Not yet] [Something is wrong] [Help and pause]');
  });

  it('no name stands beside a group or a count of turns', () => {
    const { heard: said } = digestMessage(facts, given).threads;
    for (const name of names.values()) expect(said.summary).not.toContain(name);
  });
});

describe('one screen', () => {
  const statuses: readonly PromiseLine['status'][] = [
    'kept',
    'could-not',
    'changed',
    'dropped',
    'not-kept',
    'disputed',
    'open',
    'claimed',
    'late',
    'looking',
    'suggested',
  ];
  const words = fc.string({ minLength: 1, maxLength: 200 });
  const week = fc.array(fc.record({ status: fc.constantFrom(...statuses), what: words, reason: words }), {
    maxLength: 60,
  });

  it('is 1,200 characters at most, unless there is that much that we could not do', () => {
    fc.assert(
      fc.property(week, (items) => {
        const { of, from } = build(items);
        const { channel } = digestMessage(of, from);
        const must = items.filter(({ status }) => status === 'could-not' || status === 'not-kept').length;
        if (must <= 4) expect(channel.summary.length).toBeLessThanOrEqual(mostCharacters);
      }),
      { numRuns: 60 },
    );
  });

  it('whatever has to go to the thread, could-nots stay and no promise is lost', () => {
    fc.assert(
      fc.property(week, (items) => {
        const { of, from } = build(items.map((item) => ({ ...item, what: 'paint' })));
        const { channel, threads } = digestMessage(of, from);
        for (const { number, status } of of.promises) {
          const own = new RegExp(`\\b${String(number)}[,:]`);
          if (status === 'could-not' || status === 'not-kept') expect(channel.summary).toMatch(own);
          expect(`${channel.summary}\n${threads.proof.summary}`).toMatch(own);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['could-not', 300],
    ['not-kept', 300],
    ['kept', 300],
    ['open', 300],
  ] as const)('%s, 120 times over, is still short enough to post in Slack', (status, length) => {
    const said = 'a long story '.repeat(40).slice(0, length);
    const { of, from } = build(
      Array<number>(120)
        .fill(0)
        .map(() => ({ status, what: said, reason: said })),
    );
    const proven = from.promises.map((one) => ({ ...one, proof: said }));
    const { channel, threads } = digestMessage(of, { ...from, promises: proven });
    for (const { blocks } of [channel, threads.proof]) {
      expect(blocks.length).toBeLessThanOrEqual(50);
      for (const block of blocks) expect(plainText([block]).length).toBeLessThanOrEqual(3000);
    }
    expect(threads.proof.summary.length).toBeLessThanOrEqual(12_000);
    if (status === 'kept') expect(threads.proof.summary).toContain('To see them all, type: promises.');
  });

  it('a reason that is too long for the channel stands whole in the thread', () => {
    const reason = `the ${'long '.repeat(60)}story`;
    const { of, from } = build([{ status: 'could-not', what: 'pay a trainer', reason }]);
    const { channel, threads } = digestMessage(of, from);
    expect(channel.summary).toContain('…');
    expect(threads.proof.summary).toContain(reason);
  });

  it('what people typed stays text: no block of its own, no link, no button', () => {
    const typed = '<!channel> *bold* https://example.org [Yes]\n\n@everyone';
    const { of, from } = build([
      { status: 'could-not', what: typed, reason: typed },
      { status: 'open', what: typed, reason: typed },
    ]);
    const { channel } = digestMessage(of, from);
    const inlines = channel.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.content : []));
    expect(inlines.every(({ kind }) => kind === 'text' || kind === 'strong')).toBe(true);
    expect(channel.summary).toContain('<!channel> *bold* https://example.org [Yes] @everyone');
  });

  it('only two promises have buttons, and each button says which', () => {
    const { of, from } = build([1, 2, 3].map(() => ({ status: 'claimed' as const, what: 'paint', reason: '' })));
    expect(digestMessage(of, from).channel.summary).toContain(
      '[Yes, 1 is done] [1 is not done yet] [Yes, 2 is done] [2 is not done yet] [Something is wrong] [Help and pause]',
    );
  });

  function build(items: readonly { status: PromiseLine['status']; what: string; reason: string }[]): {
    of: DigestFacts;
    from: DigestGiven;
  } {
    const promises = items.map(({ what, reason }, index) => promise(index + 1, what, { reason }));
    const lines = items.map(({ status }, index) => line(index + 1, status, { into: status === 'changed' ? 99 : null }));
    return { of: { ...facts, promises: lines }, from: { ...given, promises } };
  }
});
