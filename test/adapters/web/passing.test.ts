import { afterEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/ports.ts';
import { delivery, look, pageNumber, post, said, startStage, type Stage } from './stage.ts';

let stage: Stage;
afterEach(() => stage.close());

const passing: Reply = { kind: 'private', document: said('Saved. You can change it.'), passing: true };

async function newest(address: string): Promise<string> {
  return pageNumber(await look(address));
}

/** All that stands in the room for Amina. */
const kept = async () => JSON.stringify(await stage.room.list('willow', 'amina', 100));

describe('an answer that passes', () => {
  it('is shown once to whoever typed in private, and neither it nor what was typed stays in the room', async () => {
    stage = await startStage({ handle: () => Promise.resolve(passing) });
    const page = await newest(`${stage.url}/as/amina/private`);
    const before = await kept();
    const answer = await post(`${stage.url}/as/amina/private/say`, { page, text: 'answer 4' });
    expect(stage.acts).toMatchObject([{ kind: 'spoke', text: 'answer 4', where: 'direct' }]);
    const shown = await look(new URL(answer.headers.get('location') ?? '', stage.url).href);
    expect(shown).toContain('Saved. You can change it.');
    expect(shown).not.toContain('answer 4');
    expect(await kept()).toBe(before);
    expect(await look(`${stage.url}/as/amina/private`)).not.toContain('Saved.');
  });

  it('of a button pressed leaves the message as it was, and is shown to nobody else', async () => {
    stage = await startStage({ handle: () => Promise.resolve(passing) });
    const to = { platform: 'web', workspace: 'room', user: 'amina' } as const;
    const { message } = await stage.adapter.deliver({ ...delivery({ document: said('How equal?', '4') }), to });
    const page = await newest(`${stage.url}/as/amina/private`);
    const before = await kept();
    const pressed = { page, back: 'private', message: message.message, press: 'pulse|willow~1/3' };
    const answer = await post(`${stage.url}/as/amina/act`, pressed);
    const address = answer.headers.get('location') ?? '';
    expect(await look(new URL(address, stage.url).href)).toContain('Saved. You can change it.');
    expect(await look(new URL(address.replace('amina', 'dev'), stage.url).href)).not.toContain('Saved.');
    expect(await kept()).toBe(before);
  });
});
