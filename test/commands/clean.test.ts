import { expect, it } from 'vitest';
import { peopleForms } from '../../src/commands/people-buttons.ts';
import { promiseForms } from '../../src/commands/promise-buttons.ts';
import { parseCommand } from '../../src/commands/registry.ts';
import { roundForms } from '../../src/commands/rounds.ts';

const given = { now: '2027-03-01T10:00:00.000Z', today: '2027-03-01', zone: 'Europe/London', groups: [] };
const read = (line: string) => parseCommand(line, given)?.intent;

it('what nobody can see is no name, no promise and no answer', () => {
  expect(read('me name \u200b\u2060')).toMatchObject({ words: { setting: 'name', words: '' } });
  expect(read('we will \u200b by 20 March')).toMatchObject({ parts: { what: null } });
  expect(promiseForms['promise-make']?.('h', { what: ' \u200b ' })).toMatchObject({ parts: { what: null } });
  expect(roundForms.answer('r', { text: '\ufeff' })).toMatchObject({ text: null });
  expect(peopleForms['me']?.('h/name', { words: '\u202eanima' })).toMatchObject({ words: { words: 'anima' } });
});

it('a mark that turns text round is left out, and no word with it', () => {
  expect(read('we will \u202eevil\u202c write\u0007 names by 20 March')).toMatchObject({
    parts: { what: 'evil write names' },
  });
});

it('joined emoji, Arabic and line ends stay as they were typed', () => {
  const family = '\u{1f469}\u200d\u{1f467}';
  expect(read(`we will draw ${family} مرحبا\u200f by 20 March`)).toMatchObject({
    parts: { what: `draw ${family} مرحبا\u200f` },
  });
});
