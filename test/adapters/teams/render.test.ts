import { describe, expect, it } from 'vitest';
import { renderMessage, renderMessages } from '../../../adapters/teams/render.ts';
import { actions, link, paragraph, strong, type Block, type Document } from '../../../src/messages/document.ts';
import { teamsWords } from '../../../src/words/en/teams.ts';
import { actionsOf, buttonsOf, everyPart, json, seen } from '../../support/teams-seen.ts';
import type { Json } from '../../support/teams-world.ts';

const channel = '19:willow@thread.tacv2';
const message = (...blocks: readonly Block[]): Document => ({ summary: 'In short.', language: 'en', blocks });
const cardOf = (...blocks: readonly Block[]): Json =>
  json(renderMessage(message(...blocks), { channel }).attachments[0].content);
const drawn = (...blocks: readonly Block[]): string => seen(cardOf(...blocks));

describe('a message in Teams', () => {
  it('is a card of text that Teams shows as it stands', () => {
    expect(
      cardOf(paragraph('Saved as ', strong('promise 19'), '. See ', link('the plan', 'https://example.org/plan'), '.'))
        .body,
    ).toEqual([
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: 'Saved as ' },
          { type: 'TextRun', text: 'promise 19', weight: 'Bolder' },
          { type: 'TextRun', text: '. See ' },
          {
            type: 'TextRun',
            text: 'the plan',
            underline: true,
            selectAction: { type: 'Action.OpenUrl', url: 'https://example.org/plan' },
          },
          { type: 'TextRun', text: '.' },
        ],
      },
    ]);
  });

  it('has headings that a screen reader can go to', () => {
    expect(json(everyPart(cardOf({ kind: 'heading', text: 'We said, we did' }))[1])).toMatchObject({
      type: 'TextBlock',
      style: 'heading',
      text: 'We said, we did',
    });
  });

  it.each([
    '**Willow**',
    'the [plan](https://example.org)',
    '<at>Ruth</at>',
    '- Willow',
    '1. Willow',
    'a_b_',
    '&lt;b&gt;',
    '#1',
  ])('has a heading of people’s words as plain bold text where a sign in it could act: %s', (text) => {
    const [, block] = everyPart(cardOf({ kind: 'heading', text }));
    expect(block?.type).toBe('RichTextBlock');
    expect(drawn({ kind: 'heading', text })).toBe(text);
  });

  it('has a table as lines that make sense when each is read alone', () => {
    const table: Block = {
      kind: 'table',
      head: ['Group', 'turns', 'people'],
      rows: [
        ['Artists', '6', '3'],
        ['Staff', '15', '3'],
      ],
    };
    expect(drawn(table)).toBe('• Artists: turns 6, people 3\n• Staff: turns 15, people 3');
  });

  it('shows each line that was typed on a line of its own', () => {
    expect(drawn({ kind: 'quote', text: 'First.\nSecond.', from: 'Ruth' })).toBe('“First.\nSecond.”\nRuth');
  });

  it('draws a line between its parts where the message has one', () => {
    const { body } = cardOf(paragraph('Above.'), { kind: 'divider' }, paragraph('Below.'));
    expect((body as readonly Json[]).map(({ separator }) => separator)).toEqual([undefined, true]);
  });

  it('answers a press on every client: one that knows no Action.Execute has the same button', () => {
    const [button] = buttonsOf(cardOf(actions({ action: 'skip', subject: 'round', label: 'Skip' })));
    const data = { wesaid: { action: 'skip', subject: 'round', channel } };
    expect(button?.action).toEqual({
      type: 'Action.Execute',
      title: 'Skip',
      verb: 'skip',
      data,
      fallback: { type: 'Action.Submit', title: 'Skip', data },
    });
  });

  it('opens a form by the one kind of button that can', () => {
    const [button] = buttonsOf(cardOf(actions({ action: 'answer', subject: 'round', label: 'Answer', opens: 'form' })));
    expect(button?.action).toEqual({
      type: 'Action.Submit',
      title: 'Answer',
      data: { msteams: { type: 'task/fetch' }, wesaid: { action: 'answer', subject: 'round', channel } },
    });
  });

  it('says to a screen reader what each button does, its label first', () => {
    const card = cardOf(
      actions(
        { action: 'scale', subject: 'r/3', label: '3', spoken: '3 out of 5' },
        { action: 'help', subject: '', label: 'Help', spoken: 'Everything that I can do' },
        { action: 'skip', subject: '', label: 'Skip' },
      ),
    );
    expect(buttonsOf(card).map(({ spoken }) => spoken)).toEqual(['3 out of 5', 'Help: Everything that I can do', '']);
  });

  it('shows the main button and the one that takes away as what they are', () => {
    const card = cardOf(
      actions(
        { action: 'answer', subject: '', label: 'Answer', style: 'primary' },
        { action: 'leave', subject: '', label: 'Leave', style: 'danger' },
      ),
    );
    expect(actionsOf(card).map(({ style }) => style)).toEqual(['positive', 'destructive']);
  });

  it('of many buttons hides none: six stand together', () => {
    const many = Array.from({ length: 14 }, (_, index) => ({ action: 'pick', subject: '', label: `Pick ${index}` }));
    const sets = everyPart(cardOf(actions(...many))).filter(({ type }) => type === 'ActionSet');
    expect(sets.map(({ actions: list }) => (list as readonly Json[]).length)).toEqual([6, 6, 2]);
  });

  it('only links to where a browser goes; anything else stays words', () => {
    for (const url of ['javascript:alert(1)', 'msteams:call', 'https://two words', 'data:text/html,x', 'file:///etc']) {
      expect(JSON.stringify(cardOf(paragraph(link('see', url))))).not.toContain('OpenUrl');
    }
  });

  it('lets each person see how it stands for them, and tells nobody who takes part', () => {
    const { content } = renderMessage(message(paragraph('The question.')), { channel, ownView: true }).attachments[0];
    expect(content.refresh).toEqual({
      action: {
        type: 'Action.Execute',
        title: teamsWords.look,
        verb: 'wesaid-look',
        data: { wesaid: { action: 'look', subject: '', channel } },
      },
    });
  });

  it('is short on a lock screen and whole for a client that cannot draw it', () => {
    const { summary, attachments } = renderMessage(
      message(paragraph('All 7 of us.'), actions({ action: 'a', subject: '', label: 'Yes' })),
      { channel },
    );
    expect(summary).toBe('In short.');
    expect(attachments[0].content).toMatchObject({
      version: '1.5',
      lang: 'en',
      speak: 'In short.',
      fallbackText: 'All 7 of us.\n[Yes]',
      msteams: { width: 'Full' },
    });
  });

  it('has nothing in what is spoken that a speaking program would take for its own signs', () => {
    const document = { ...message(), summary: 'Ruth wrote: <audio src="x"/> & more' };
    expect(renderMessage(document, { channel }).attachments[0].content.speak).not.toMatch(/[<>&]/);
  });
});

describe('a message that is too long for Teams', () => {
  const pages = Array.from({ length: 80 }, (_, index) => paragraph(`${index} ${'word '.repeat(100)}`));
  const document = message(...pages, actions({ action: 'help', subject: '', label: 'Help and pause' }));

  it('is cut at the end with a line that says so, and keeps its buttons', () => {
    const shown = drawn(...document.blocks);
    expect(shown).toContain('0 word');
    expect(shown).toContain(teamsWords.cutShort);
    expect(shown).toContain('[Help and pause]');
    expect(shown).not.toContain('79 word');
  });

  it('is whole in several, each of which says which it is', () => {
    const parts = renderMessages(document, { channel });
    expect(parts.map(({ summary }) => summary)).toEqual([
      'In short.',
      ...parts.slice(1).map((_, index) => `Part ${index + 2} of ${parts.length}.`),
    ]);
    const shown = parts.map(({ attachments }) => seen(json(attachments[0].content))).join('\n');
    for (const index of pages.keys()) expect(shown).toContain(`${index} word`);
    expect(shown).not.toContain(teamsWords.cutShort);
  });
});
