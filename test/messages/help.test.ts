import { describe, expect, it } from 'vitest';
import { helpTopics } from '../../src/commands/help.ts';
import { topics } from '../../src/commands/registry.ts';
import type { HuddleId } from '../../src/domain/ids.ts';
import { paragraph, type Document } from '../../src/messages/document.ts';
import { helpMessage, helpPage, homeMessage, noHuddle, notIn, whichHuddle } from '../../src/messages/help.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { huddleOf, willowGroups } from '../domain/measuring.ts';

const huddle = huddleOf(willowGroups);
const oak = huddleOf(willowGroups, { id: 'oak' as HuddleId, name: 'Oak' });
const parts = helpTopics.map((topic) => ({
  topic,
  lines: topics[topic].map(({ example, about, who }) => ({ example, about, forCoordinators: who === 'coordinator' })),
}));
const read = (...documents: readonly Document[]) =>
  `${documents.map(({ blocks }) => plainText(blocks)).join('\n\n---\n\n')}\n`;
const pressable = ({ blocks }: Document, action: string) =>
  blocks.flatMap((block) =>
    block.kind === 'actions' ? block.actions.filter((one) => one.action === action).map(({ subject }) => subject) : [],
  );
const golden = (name: string) => `golden/help-${name}.txt`;
const nothing = { huddle, waiting: [], also: [], yourPromises: [] };

describe('help as people read it', () => {
  it('is one short page, from which a coordinator finds everything there is', async () => {
    const viewer = { coordinator: true, huddle };
    await expect(read(helpMessage(viewer), helpPage(parts, viewer))).toMatchFileSnapshot(golden('coordinator'));
  });

  it('offers each thing that commands are about, and to members not how to run a huddle', () => {
    const offered = (coordinator: boolean) => pressable(helpMessage({ coordinator, huddle }), 'help-with');
    expect(offered(true)).toEqual([...helpTopics.map((topic) => `willow/${topic}`), 'willow/all']);
    expect(offered(false)).toEqual(offered(true).filter((subject) => subject !== 'willow/running'));
  });

  it('for everyone else without the coordinators’ part', () => {
    const text = read(helpPage(parts, { coordinator: false, huddle }));
    expect(text).not.toContain('For coordinators');
    for (const { example, forCoordinators } of parts.flatMap(({ lines }) => lines))
      expect(text.includes(`- ${example}: `)).toBe(!forCoordinators);
  });

  it('always names the ways to pause and to leave, and whom to call', () => {
    for (const viewer of [
      { coordinator: false, huddle: null },
      { coordinator: true, huddle },
    ]) {
      const text = read(helpMessage(viewer));
      for (const words of ['pause:', 'stop counting:', 'leave:', '999', '111']) expect(text).toContain(words);
    }
  });

  it('what waits, and the ways on', async () => {
    const answer = { action: 'answer', subject: 'willow~1', label: 'Answer' };
    const home = homeMessage({
      huddle,
      waiting: [
        { line: 'This week’s question: "What got in the way?"', actions: [answer] },
        { line: 'Promise 15 waits for your answer.', actions: [] },
      ],
      also: ['The next question comes on Monday 8 March at 10am.'],
      yourPromises: ['16, ward tour dates (by 4 March)', '17, music at tea time (by 21 March)'],
    });
    await expect(
      read(home, homeMessage(nothing), whichHuddle([huddle, oak], 'more benches'), notIn(huddle), notIn(null)),
    ).toMatchFileSnapshot(golden('home'));
  });
});

describe('what waits', () => {
  it('is counted in words that fit', () => {
    const one = { line: 'One', actions: [] };
    expect(read(homeMessage({ ...nothing, waiting: [one] }))).toContain('Waiting for you: 1 thing.');
    expect(read(homeMessage({ ...nothing, waiting: [one, one, one] }))).toContain('Waiting for you: 3 things.');
  });

  it('has the button of each thing right below it', () => {
    const { blocks } = homeMessage({
      ...nothing,
      waiting: ['One', 'Two'].map((line) => ({ line, actions: [{ action: 'answer', subject: line, label: line }] })),
    });
    const one = blocks.findIndex((block) => JSON.stringify(block) === JSON.stringify(paragraph('One')));
    expect(blocks[one + 1]).toMatchObject({ kind: 'actions', actions: [{ subject: 'One' }] });
  });
});

describe('which huddle', () => {
  it('carries what was typed on each button, and shows it to no lock screen', () => {
    const { blocks, summary } = whichHuddle([huddle, oak], 'more benches');
    expect(blocks.at(-1)).toMatchObject({
      actions: [{ subject: 'willow\nmore benches' }, { subject: 'oak\nmore benches' }, { action: 'help' }],
    });
    expect(summary).not.toContain('benches');
  });

  it('carries nothing rather than a part, and shows the whole to be copied', () => {
    for (const length of [1900, 1901, 5000]) {
      const typed = 'x'.repeat(length);
      const shown = whichHuddle([huddle], typed);
      const button = shown.blocks.at(-1);
      const [first] = button?.kind === 'actions' ? button.actions : [];
      expect(first?.subject).toBe(length <= 1900 ? `willow\n${typed}` : 'willow');
      expect(first?.subject.length).toBeLessThanOrEqual(2000);
      expect(read(shown).includes(typed)).toBe(length > 1900);
      expect(shown.summary).not.toContain('xxx');
    }
  });
});

it('without a huddle the first step is a line that works', () => {
  expect(read(noHuddle())).toContain('setup Willow, check-in Mondays at 10am');
});
