import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parse } from '../../../adapters/slack/parse.ts';
import type { Payload } from '../../../adapters/slack/payload.ts';
import { readText } from '../../../adapters/slack/text.ts';
import { toWire } from '../../support/slack-client.ts';

const folder = new URL('../../support/fixtures/slack/', import.meta.url);
const context = { now: () => '2027-03-01T10:07:00.000Z', bot: null, nameOf: () => null };

interface Fixture {
  readonly payload: Payload;
  readonly meaning: unknown;
}

const fixture = (name: string): Fixture => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Fixture;
const names = readdirSync(folder).map((file) => file.replace('.json', ''));

describe('what Slack sends', () => {
  it.each(names)('%s means what it should', (name) => {
    const { payload, meaning } = fixture(name);
    expect(parse(payload, context)?.interaction ?? null).toEqual(meaning);
  });

  it('one mention that comes as two events is one act', () => {
    const [message, mention] = ['mention-as-message', 'mention-as-app-mention'].map((name) =>
      parse(fixture(name).payload, context),
    );
    expect(mention).toEqual(message);
  });

  it('the name that people see is used where it is known, not the handle', () => {
    const named = parse(fixture('command').payload, { ...context, nameOf: () => 'Ruth' });
    expect(named?.interaction.name).toBe('Ruth');
  });

  it('the bot is known from the token where the event does not name it', () => {
    const { payload } = fixture('mention-as-message');
    const unnamed = { ...payload, authorizations: [] };
    expect(parse(unnamed, { ...context, bot: 'UWESAIDBOT' })?.interaction).toMatchObject({
      mentionsBot: true,
      text: 'we will book the hall by 3 March',
    });
    expect(parse(unnamed, context)?.interaction).toMatchObject({ mentionsBot: false });
  });

  it('nothing that is sent, however odd, makes it fail', () => {
    const odd = fc.dictionary(
      fc.constantFrom('event', 'command', 'type', 'view', 'actions', 'team', 'user', 'channel', 'trigger_id'),
      fc.jsonValue(),
    );
    fc.assert(fc.property(odd, (payload) => void parse(payload, context)));
  });
});

describe('what people type', () => {
  it('is read back as it was typed, whatever Slack escapes', () => {
    const word = fc.stringMatching(/^[ -~]*$/).filter((typed) => !/<[@#!]|:\/\//.test(typed));
    fc.assert(fc.property(word, (typed) => readText(toWire(typed)) === typed));
  });

  it('an address is read back as it was typed', () => {
    expect(readText(toWire('proof: https://example.org/a?b=1&c=2.'))).toBe('proof: https://example.org/a?b=1&c=2.');
    expect(readText('<mailto:ruth@example.org|ruth@example.org>')).toBe('ruth@example.org');
  });

  it('special mentions are plain words', () => {
    expect(readText('<!here> <!subteam^S01|@artists> <!date^1803895500^{date}|1 March>')).toBe(
      '@here @artists 1 March',
    );
  });
});
