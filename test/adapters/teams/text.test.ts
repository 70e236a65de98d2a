import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntities, readHtml } from '../../../adapters/teams/html.ts';
import { readWritten } from '../../../adapters/teams/text.ts';
import { bot, dev, readOne, recorded } from './recorded.ts';

const plain = (html: string): string => readHtml(html, (_, label) => label).text;
const wrote = (text: string, entities: readonly object[] = [], html?: string) =>
  readWritten({
    type: 'message',
    recipient: { id: bot, name: 'WeSaid' },
    text,
    entities,
    attachments: html === undefined ? [] : [{ contentType: 'text/html', content: html }],
  });
const at = (id: string, name: string) => ({ type: 'mention', mentioned: { id, name }, text: `<at>${name}</at>` });
const we = at(bot, 'WeSaid');

describe('words as people saw them', () => {
  it('pasted text keeps its lines, numbers, links and faces, and none of its markup', () => {
    expect(readOne('message-pasted').interaction).toMatchObject({
      text: [
        'Before the meeting',
        '1. read the plan (https://example.org/plan?week=9&day=2)',
        '2. bring cake 🍰',
        'Tea & talk:',
        '2 < 3',
        'Mon 10am',
        'see https://example.org',
      ].join('\n'),
    });
  });

  it('a quoted message is not among the words of whoever quotes it', () => {
    const html =
      '<blockquote itemtype="http://schema.skype.com/Reply" itemid="17"><p>Old <blockquote>words</blockquote></p></blockquote><p>New words</p>';
    expect(readHtml(html, (_, label) => label)).toEqual({ text: 'New words', quotes: '17' });
  });

  it('a quotation that is no reply stays, because people read it', () => {
    expect(plain('<blockquote>Nothing about us</blockquote><p>As we said</p>')).toBe('Nothing about us\nAs we said');
  });

  it.each([
    ['<p>one</p>\n<p>two</p>', 'one\ntwo'],
    ['<div>one<br>two</div>', 'one\ntwo'],
    ['<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
    ['<p>a&nbsp;b&#39;s &quot;c&quot; &#x1F600;</p>', 'a b\'s "c" 😀'],
    ['<a href="javascript:alert(1)">press me</a>', 'press me'],
    ['<a href="mailto:ruth@example.org">ruth@example.org</a>', 'ruth@example.org'],
    ['<a href="https://bad.example/">https://good.example</a>', 'https://good.example (https://bad.example/)'],
    ['<script>alert(1)</script><p>hello</p>', 'hello'],
    ['2 < 3 and <b>bold</b>', '2 < 3 and bold'],
    ['<p>&lt;b&gt;not bold&lt;/b&gt;</p>', '<b>not bold</b>'],
    ['<attachment id="a1"></attachment><p>the plan</p>', 'the plan'],
    ['', ''],
  ])('%s reads as %j', (html, text) => {
    expect(plain(html)).toBe(text);
  });

  it('whatever is sent, reading it ends, and no tag of it is left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', '>', '</', 'p', 'a', ' href="', '"', "'", 'li', 'x', '&lt;', '\n'), {
          maxLength: 60,
        }),
        (bits) => {
          const html = bits.join('');
          expect(typeof plain(html)).toBe('string');
          expect(plain(`<p>${html.replace(/[<>&]/g, '')}</p>`)).not.toMatch(/<|>/);
        },
      ),
    );
  });

  it('half a megabyte of opened and never closed tags is read at once', () => {
    expect(plain('<a href="'.repeat(50_000)).length).toBeGreaterThan(0);
    expect(plain('<p x='.repeat(100_000)).length).toBeGreaterThan(0);
    expect(plain('<a href="https://example.org">'.repeat(15_000) + 'x</a>'.repeat(15_000)).length).toBeGreaterThan(0);
    expect(plain('<blockquote>'.repeat(40_000)).length).toBe(0);
    expect(plain(`x${'&nbsp;'.repeat(80_000)}y`).length).toBe(80_002);
  });

  it('a number that is no character stays as it was typed', () => {
    expect(readEntities('&#0; &#55296; &#9999999; &hearts;')).toBe('&#0; &#55296; &#9999999; &hearts;');
  });
});

describe('a quoted message', () => {
  it('is known by its id, also where newer clients name it beside the words', () => {
    const entity = { type: 'quotedReply', quotedReply: { messageId: '1803722400111' } };
    const said = wrote('<quoted messageId="1803722400111"/>the lift is broken', [entity]);
    expect(said).toMatchObject({ text: 'the lift is broken', quotes: '1803722400111' });
    expect(wrote('the lift is broken').quotes).toBeNull();
  });
});

describe('mentions', () => {
  it('of people are marks that say who; of WeSaid last is taken off; what is escaped is not', () => {
    expect(readOne('message-from-phone').interaction).toMatchObject({
      text: `we will book the hall, owner <@${dev}> & friends`,
      mentionsBot: true,
    });
  });

  it('two people of one name are told apart by the order in which they stand', () => {
    const two = [at('29:1a', 'Ruth Lane'), at('29:1b', 'Ruth Lane')];
    expect(wrote('<at>Ruth Lane</at> and <at>Ruth Lane</at>', two).text).toBe('<@29:1a> and <@29:1b>');
    const span = (number: number) =>
      `<span itemtype="http://schema.skype.com/Mention" itemid="${String(number)}">Ruth Lane</span>`;
    expect(wrote('', two, `<p>${span(1)} and ${span(0)}</p>`).text).toBe('<@29:1b> and <@29:1a>');
  });

  it('a name in two pieces is one person', () => {
    const span = (number: number, label: string) =>
      `<span itemtype="http://schema.skype.com/Mention" itemid="${String(number)}">${label}</span>`;
    const html = `<p>thanks ${span(0, 'Ruth')}&nbsp;${span(1, 'Lane')}</p>`;
    expect(wrote('', [at('29:1a', 'Ruth'), at('29:1a', 'Lane')], html).text).toBe('thanks <@29:1a>');
  });

  it.each([
    ['<at>WeSaid</at> help', 'help'],
    ['<at>WeSaid</at>, help', 'help'],
    ['help <at>WeSaid</at>', 'help'],
    ['<at>WeSaid</at>', ''],
    ['as <at>WeSaid</at> told us', 'as WeSaid told us'],
  ])('%s is heard as "%s"', (text, heard) => {
    expect(wrote(text, [we])).toMatchObject({ text: heard, mentionsBot: true });
  });

  it('of a channel or a tag is its name', () => {
    expect(wrote('for <at>Willow</at>', [at('19:abc@thread.tacv2', 'Willow')]).text).toBe('for Willow');
  });

  it('that nobody vouches for is only words', () => {
    expect(wrote('<at>Ruth Lane</at> said so')).toMatchObject({ text: 'Ruth Lane said so', mentionsBot: false });
  });

  it('are read the same with and without the page that Teams sends along', () => {
    const whole = recorded('message-in-channel');
    const [withPage, without] = [whole, { ...whole, attachments: [] }].map((activity) => readWritten(activity).text);
    expect(withPage).toBe(without);
  });
});
