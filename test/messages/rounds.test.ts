import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuse } from '../../src/domain/refusal.ts';
import type { Answer, Prompt, Round } from '../../src/domain/round.ts';
import { decideRound } from '../../src/domain/round-rules.ts';
import { askedPrompt } from '../../src/domain/prompts.ts';
import type { Action, Block, Document, Form } from '../../src/messages/document.ts';
import { plainRich, plainText } from '../../src/messages/plain-text.ts';
import {
  answerTakenBack,
  closedMessage,
  fewestInOne,
  ownPromptMessage,
  promptMessage,
  remindMessage,
  revealedMessage,
  revealParts,
  shownAnswer,
} from '../../src/messages/prompt.ts';
import {
  answerForm,
  answerHint,
  answerPrivately,
  answerSaved,
  askedNow,
  askedSwap,
  heard,
  laterSaved,
  offerAnswer,
  roundRefusal,
  skipSaved,
} from '../../src/messages/replies-rounds.ts';
import { roleSwapsMessage } from '../../src/messages/role-swaps.ts';
import { wayOf } from '../../src/domain/way.ts';
import { roundWords } from '../../src/words/en/rounds.ts';
import { promptLibrary } from '../../src/words/library.ts';
import { huddleOf, person, willowGroups } from '../domain/measuring.ts';
import { closes, huddle as huddleId, opens, round as roundId } from '../domain/round-given.ts';

const huddle = huddleOf(willowGroups, { nextDigestAt: '2027-03-09T09:00:00.000Z' });
const readers = { huddle, coordinators: ['Priya', 'Ellis'] };
const now = opens;

function roundOf(prompt: string | Prompt, changes: Partial<Round> = {}): Round {
  const found = typeof prompt === 'string' ? promptLibrary.find(({ id }) => id === prompt) : prompt;
  if (found === undefined) throw new Error('no such prompt');
  const none = { askedBy: null, heard: null, order: [], version: 1 };
  return {
    id: roundId,
    huddle: huddleId,
    prompt: found,
    status: 'open',
    opensAt: opens,
    closesAt: closes,
    ...none,
    ...changes,
  };
}

const asked = (prompt: string | Prompt, changes: Partial<Round> = {}, promises: readonly string[] = []) =>
  promptMessage(roundOf(prompt, changes), { huddle, now, promises });
const own: Prompt = { id: null, text: 'What shall we plant?', kind: 'open', reach: 'choose', options: [] };
const answerOf = (changes: Partial<Answer> = {}): Answer => ({
  text: 'The lift was broken again.',
  option: null,
  seenBy: 'named',
  at: opens,
  late: false,
  message: null,
  ...changes,
});

const buttons = ({ blocks }: Pick<Document, 'blocks'>): readonly Action[] =>
  blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
const labels = (document: Document) => buttons(document).map(({ label }) => label);
/** What there is to read before one answers: neither the buttons nor the options to pick from. */
const said = (blocks: readonly Block[]) =>
  plainText(blocks.filter(({ kind }) => kind !== 'actions' && kind !== 'list'));

function formText({ title, intro, fields, submit, cancel }: Form): string {
  const lines = fields.flatMap((field) => [
    `${field.label}${field.optional === true ? ' (may stay empty)' : ''}`,
    ...('options' in field ? field.options.map(({ value, label }) => `( ) ${label} = ${value}`) : []),
    ...(field.hint === undefined ? [] : [field.hint]),
  ]);
  return [title, plainText(intro), ...lines, `[${submit}] [${cancel}]`].join('\n');
}

describe('rounds as people read them', () => {
  const golden = (name: string, documents: readonly Document[]) =>
    expect(`${documents.map(({ blocks }) => plainText(blocks)).join('\n\n---\n\n')}\n`).toMatchFileSnapshot(
      `golden/round-${name}.txt`,
    );

  it('the question, in each of its forms', () =>
    golden('question', [
      asked('neg-2'),
      asked('values-1'),
      asked('neg-9'),
      asked('values-2'),
      asked('neg-1', {}, ['15, quiet room sign', '16, ward tour dates']),
      asked(own, { askedBy: person('priya') }),
      asked('neg-2', { status: 'closed' }),
    ]));

  it('a private question in words, and a role swap', () =>
    golden('alone', [
      asked('values-6'),
      asked('roles-6'),
      asked('values-6', { status: 'closed' }),
      closedMessage(roundOf('values-6', { status: 'closed', heard: { people: 7, of: 9 } }), { huddle }),
      asked('roles-7'),
      asked('roles-8'),
      asked('roles-7', { status: 'closed' }),
      shownAnswer({ name: 'Amina', text: 'They would see me wait.' }, roundOf('roles-7')),
      askedSwap(),
      roleSwapsMessage({ ...huddle, roleSwaps: true }),
      roleSwapsMessage(huddle),
    ]));

  it('the answers, the close and what stands in the thread', () =>
    golden('answers', [
      shownAnswer({ name: 'Amina', text: 'The lift was broken again.', late: false }, roundOf('neg-2')),
      shownAnswer({ name: null, text: 'Nothing.', late: true }, roundOf('neg-2')),
      answerTakenBack(),
      revealedMessage(roundOf('values-1'), [
        { name: null, text: 'we laugh together' },
        { name: 'Ruth', text: 'nobody feels talked down to' },
      ]),
      revealedMessage(roundOf('values-1'), [{ name: 'Dev', text: 'we hear what happened next' }], 2),
      closedMessage(roundOf('neg-2', { status: 'closed', heard: { people: 7, of: 9 } }), { huddle }),
      closedMessage(roundOf('neg-2', { status: 'closed', heard: { people: 0, of: 1 } }), { huddle }),
      remindMessage(roundOf('neg-2'), { huddle }),
    ]));

  it('what one person is told in private', () =>
    golden('replies', [
      answerSaved(roundOf('neg-2'), answerOf(), readers),
      answerSaved(roundOf('neg-2'), answerOf({ seenBy: 'coordinators' }), readers),
      answerSaved(roundOf('neg-2'), answerOf({ seenBy: 'none', text: null }), readers),
      answerSaved(roundOf('values-1'), answerOf({ seenBy: 'unnamed' }), readers),
      answerSaved(roundOf('neg-2', { status: 'closed' }), answerOf({ late: true }), readers),
      answerSaved(roundOf('values-6'), answerOf({ seenBy: 'self' }), readers),
      offerAnswer(roundOf('values-6'), 'We lost heart.', readers),
      heard(false),
      skipSaved(),
      laterSaved('2027-03-02T10:00:00.000Z', huddle.zone),
      answerPrivately(roundOf('values-1')),
      answerHint(roundOf('neg-9')),
      offerAnswer(roundOf('neg-2'), 'The lift was broken again.', readers),
      askedNow(null, { huddle, isPrivate: false }),
      askedNow('2027-03-03T08:00:00.000Z', { huddle, isPrivate: false }),
    ]));

  it('the answer forms', () => {
    const form = (prompt: string) => formText(answerForm(roundOf(prompt), { ...readers, seenBy: null, text: null }));
    return expect(
      `${['neg-2', 'values-1', 'neg-9', 'values-6', 'roles-7'].map(form).join('\n\n---\n\n')}\n`,
    ).toMatchFileSnapshot('golden/round-forms.txt');
  });
});

describe('the question in the channel', () => {
  it('offers both ways to answer, and help last', () => {
    expect(labels(asked('neg-2'))).toEqual([
      'Answer in private',
      'Answer to everyone',
      'Ask me later',
      'Skip',
      'Help and pause',
    ]);
    expect(buttons(asked('neg-2')).map(({ action }) => action)).toEqual([
      'answer',
      'answer-open',
      'ask-later',
      'skip',
      'help',
    ]);
  });

  it('has no button for an open answer when answers are held', () => {
    expect(labels(asked('values-1'))).toEqual(['Answer in private', 'Ask me later', 'Skip', 'Help and pause']);
    expect(asked('values-1').summary).toContain('not in this thread');
    expect(asked('values-1').summary).not.toContain('everyone here sees it');
  });

  it('once closed, takes late answers and nothing else', () => {
    expect(labels(asked('neg-2', { status: 'closed' }))).toEqual(['Add a late answer', 'Help and pause']);
  });

  it('says until when by the clock on the wall of the huddle', () => {
    expect(asked('neg-2').summary).toContain('Open until Thursday 4 March at 10am.');
    const summer = promptMessage(roundOf('neg-2', { closesAt: '2027-04-01T09:00:00.000Z' }), {
      huddle,
      now,
      promises: [],
    });
    expect(summer.summary).toContain('Open until Thursday 1 April at 10am.');
  });

  it('says why, for every question of the library', () => {
    for (const prompt of promptLibrary) expect(plainText(asked(prompt).blocks)).toMatch(/Why we ask: [a-z]/);
  });
});

describe('every message of a round', () => {
  const all: readonly (readonly [string, Document])[] = [
    ...promptLibrary.map((prompt) => [prompt.id, asked(prompt)] as const),
    ['asked', asked(own, { askedBy: person('priya') })],
    ['closed', closedMessage(roundOf('neg-2', { heard: { people: 7, of: 9 } }), { huddle })],
    ['revealed', revealedMessage(roundOf('values-1'), [{ name: 'Ruth', text: 'We laugh.' }])],
    ['shown', shownAnswer({ name: 'Ruth', text: 'We laugh.', late: true }, roundOf('neg-2'))],
  ];

  const toOne = new Set(
    promptLibrary.filter((prompt) => ['alone', 'swap'].includes(wayOf(prompt))).map(({ id }) => id),
  );
  const toAll = all.filter(([name]) => !toOne.has(name));

  it.each(toAll)('to everyone has its whole meaning in its summary: %s', (_, document) => {
    expect(document.summary).toBe(plainText(document.blocks));
  });

  it.each(all)('has at most 80 words beside its buttons and options: %s', (_, { blocks }) => {
    expect(said(blocks).split(/\s+/).length).toBeLessThanOrEqual(80);
  });

  it('to one person says nothing of the question in its summary, which a lock screen shows', () => {
    for (const id of toOne)
      expect(asked(id).summary).toMatch(/^A (?:private )?question (?:just )?for you\. Only you can see it\.$/);
  });

  it('to one person leaves their words out of the summary, which a lock screen shows', () => {
    const typed = 'my very own words';
    for (const document of [
      answerSaved(roundOf('neg-2'), answerOf({ text: typed, seenBy: 'coordinators' }), readers),
      offerAnswer(roundOf('neg-2'), typed, readers),
    ]) {
      expect(document.summary).not.toContain(typed);
      expect(plainText(document.blocks)).toContain(typed);
    }
  });

  it('with buttons has Help and pause as the last', () => {
    const documents = [
      ...all.map(([, document]) => document),
      remindMessage(roundOf('neg-2'), { huddle }),
      answerPrivately(roundOf('values-1')),
      offerAnswer(roundOf('neg-2'), 'x', readers),
    ];
    for (const document of documents) {
      if (buttons(document).length > 0) expect(labels(document).at(-1)).toBe('Help and pause');
    }
  });
});

describe('held answers', () => {
  it('are shown in the order drawn, named only where the person chose so, and in no group', () => {
    const { blocks } = revealedMessage(roundOf('values-1'), [
      { name: null, text: 'b' },
      { name: 'Amina', text: 'a' },
    ]);
    const quotes = blocks.flatMap((block) => (block.kind === 'quote' ? [[block.from, block.text]] : []));
    expect(quotes).toEqual([
      ['Someone here', 'b'],
      ['Amina', 'a'],
    ]);
  });

  it('are all shown whole, in parts that a chat message can hold', () => {
    const answers = fc.array(
      fc.integer({ min: 1, max: 3000 }).map((length) => ({ name: null, text: 'x'.repeat(length) })),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(answers, (shown) => {
        const parts = revealParts(shown);
        expect(parts.flat()).toEqual(shown);
        expect(parts.length).toBeLessThanOrEqual(Math.ceil(shown.length / fewestInOne));
        for (const part of parts)
          expect(part.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(9_000);
      }),
    );
  });
});

describe('the answer form', () => {
  const choice = (form: Form) => form.fields.find(({ name }) => name === 'seen-by');

  it('has nothing picked beforehand', () => {
    expect(choice(answerForm(roundOf('neg-2'), { ...readers, seenBy: null, text: null }))).not.toHaveProperty('value');
  });

  it('has everyone picked where the button said so', () => {
    expect(choice(answerForm(roundOf('neg-2'), { ...readers, seenBy: 'named', text: null }))).toMatchObject({
      value: 'named',
    });
  });

  it('names those who run the huddle, unless their names are too long for one choice', () => {
    const label = (coordinators: readonly string[]) => {
      const field = choice(answerForm(roundOf('neg-2'), { huddle, coordinators, seenBy: null, text: null }));
      return field?.kind === 'choice' ? field.options.find(({ value }) => value === 'coordinators')?.label : null;
    };
    expect(label(['Priya', 'Ellis'])).toBe('Only Priya and Ellis, who run Willow');
    expect(label(['P'.repeat(40), 'E'.repeat(40)])).toBe('Only the people who run this huddle');
  });

  it('says of a held question that answers wait, and of a late one not', () => {
    const intro = (round: Round) => plainText(answerForm(round, { ...readers, seenBy: null, text: null }).intro);
    expect(intro(roundOf('values-1'))).toContain('Answers wait until Thursday 4 March at 10am.');
    expect(intro(roundOf('values-1', { status: 'closed' }))).not.toContain('Answers wait');
  });

  it('keeps inside what a form in Slack can show', () => {
    for (const prompt of promptLibrary) {
      const form = answerForm(roundOf(prompt), { ...readers, seenBy: null, text: null });
      expect(form.title.length).toBeLessThanOrEqual(24);
      for (const field of form.fields) {
        if (field.kind !== 'choice') continue;
        for (const { label } of field.options) expect(label.length).toBeLessThanOrEqual(75);
      }
    }
  });
});

describe('a refusal', () => {
  it.each(Object.keys(roundWords.refusals))('is said in plain words: %s', (code) => {
    const details = code === 'one-a-day' ? { day: '2027-03-01' } : { most: 3000 };
    const { summary, blocks } = roundRefusal(refuse(code, details));
    expect(summary.length).toBeGreaterThan(10);
    expect(summary).not.toContain('undefined');
    expect(blocks.flatMap((block) => (block.kind === 'paragraph' ? [plainRich(block.content)] : []))).toHaveLength(1);
  });

  it('tells one who has paused how to come back', () => {
    expect(roundRefusal(refuse('paused')).summary).toContain('Type resume');
  });

  it('has a sentence for whatever the rules refuse', () => {
    const prompt = askedPrompt('');
    const wish = { huddle: huddleId, now, round: roundId, type: 'PlanRound', by: person('priya'), prompt } as const;
    const no = decideRound(wish, {
      huddle: huddleId,
      zone: 'Europe/London',
      quiet: huddle.quiet,
      round: null,
      others: [],
      response: null,
      canSwap: false,
      remindAt: null,
      standing: null,
      reader: { zone: 'Europe/London', quiet: huddle.quiet },
    });
    expect('refused' in no && roundRefusal(no).summary).toBe('There is no question yet. Type it after the word ask.');
  });
});

describe('the question as one person sees it', () => {
  const seen = (
    part: 'answered' | 'skipped' | 'later',
    changes: Partial<Round> = {},
    reach: Prompt['reach'] = 'choose',
  ) => ownPromptMessage(roundOf({ ...own, reach }, changes), part, { huddle, now, promises: [] });

  it('says how it stands for them', async () => {
    const views = [seen('answered'), seen('skipped'), seen('later'), seen('answered', { status: 'closed' })];
    const all = views.map(({ blocks }) => plainText(blocks)).join('\n\n———\n\n');
    await expect(`${all}\n`).toMatchFileSnapshot('golden/round-own-view.txt');
  });

  it('offers no answer to everyone where answers wait for each other', () => {
    expect(JSON.stringify(seen('skipped', {}, 'held'))).not.toContain('answer-open');
  });
});
