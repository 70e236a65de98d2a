import { expect, it } from 'vitest';
import { actions, link, paragraph, strong } from '../../src/messages/document.ts';
import { plainText } from '../../src/messages/plain-text.ts';

it('someone who hears a message gets every word, number and button of it, in the same order', () => {
  const said = plainText([
    { kind: 'heading', text: 'This week' },
    paragraph(strong('We did, 11:'), ' paint. See ', link('the photo', 'https://example.org/p'), '.'),
    { kind: 'list', items: [[strong('Notes')], [link('https://example.org', 'https://example.org')]] },
    { kind: 'divider' },
    { kind: 'fields', fields: [{ name: 'Due', value: '9 March' }] },
    { kind: 'table', head: ['Role', ''], rows: [['Money', 'Graham']] },
    { kind: 'quote', text: 'We need a quiet room', from: 'Dev' },
    { kind: 'quote', text: 'Lots', from: null },
    actions({ action: 'a', subject: '1', label: 'Yes' }, { action: 'b', subject: '1', label: 'Help and pause' }),
  ]);
  expect(said.split('\n')).toEqual([
    'This week',
    'We did, 11: paint. See the photo (https://example.org/p).',
    '- Notes',
    '- https://example.org',
    'Due: 9 March',
    'Role: Money. Graham',
    '“We need a quiet room” (Dev)',
    '“Lots”',
    '[Yes] [Help and pause]',
  ]);
});
