import { describe, expect, it } from 'vitest';
import { actions, paragraph, type Document } from '../../src/messages/document.ts';
import { preview, previewScript } from '../../src/rehearsal/preview.ts';
import { hostConfigs } from '../../src/rehearsal/teams-look.ts';

const message = (...words: readonly string[]): Document => ({
  summary: words.join(' '),
  language: 'en',
  blocks: words.map((word) => paragraph(word)),
});

describe('how the other platforms will draw a message', () => {
  it('is shown for Slack and for Teams, with the same words', async () => {
    const drawings = await preview(message('Paint the day room.'));
    expect(drawings.map(({ platform }) => platform)).toEqual(['Slack', 'Teams']);
    for (const { html } of drawings) expect(html).toContain('Paint the day room.');
  });

  it('runs scripts only for Teams, and each of them is there', async () => {
    const [slack, teams] = await preview(message('Hello'));
    expect([slack?.scripts, teams?.scripts]).toEqual([undefined, ['adaptivecards', 'teams']]);
    const scripts = await Promise.all((teams?.scripts ?? []).map(previewScript));
    expect(scripts.map((script) => (script ?? '').includes('AdaptiveCard'))).toEqual([true, true]);
    expect(await previewScript('other')).toBeNull();
  });

  it('holds what people wrote as data, which ends no tag', async () => {
    const bad = '</script><b>&"\u2028';
    const save = actions({ action: 'save-answer', subject: `r1\nnone\n${bad}`, label: bad });
    const [, teams] = await preview({ ...message(bad), blocks: [paragraph(bad), save] });
    const html = teams?.html ?? '';
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(html).not.toContain('<b>');
    const json = /<script type="application\/json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.stringify(JSON.parse(json))).toContain('b>&');
  });

  it('draws each message of an answer that takes several', async () => {
    const [, teams] = await preview(
      message(...Array.from({ length: 30 }, (_, line) => `${String(line)} ${'word '.repeat(120)}`)),
    );
    expect(teams?.html.match(/class="post"/g)?.length).toBeGreaterThan(1);
  });

  it('has a light and a dark look that agree on everything but colours', () => {
    const shapes = [hostConfigs.light, hostConfigs.dark].map((look) =>
      JSON.stringify(look).replace(/#[0-9a-f]{6}/g, 'colour'),
    );
    expect(shapes[0]).toBe(shapes[1]);
    expect(JSON.stringify(hostConfigs.light)).not.toBe(JSON.stringify(hostConfigs.dark));
  });
});
