import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/commands/registry.ts';

const given = { now: '2027-03-01T10:00:00.000Z', today: '2027-03-01', zone: 'Europe/London', groups: [] };
const read = (line: string) => {
  const found = parseCommand(line, given);
  return found === null ? null : { ...found.intent, who: found.spec.who };
};

describe('a line about the steps', () => {
  it.each([
    ['steps', { want: 'list', who: 'member' }],
    ['stage', { want: 'list' }],
    ['Which step, please', { want: 'list' }],
    ['steps next', { want: 'move', to: 'next', sure: false, from: null, who: 'coordinator' }],
    ['next step', { want: 'move', to: 'next', sure: false }],
    ['steps back now', { want: 'move', to: 'back', sure: true }],
    ['close this step', { want: 'move', to: 'close', sure: false }],
    ['stage 3', { want: 'move', to: 3, sure: false, who: 'coordinator' }],
    ['Step 7 now.', { want: 'move', to: 7, sure: true }],
    ['steps 12', { want: 'move', to: 12 }],
    ['steps questions', { want: 'questions', page: 1, who: 'member' }],
    ['step questions page 2', { want: 'questions', page: 2 }],
    ['steps ask 9', { want: 'ask', number: 9, who: 'coordinator' }],
    ['steps ask', { want: 'ask', number: null }],
    ['steps ask again', { want: 'again', from: null }],
    ['steps ask everyone', { want: 'share', from: null }],
    ['steps ask in private', { want: 'felt' }],
  ])('is read: %s', (line, intent) => {
    expect(read(line)).toMatchObject({ family: 'steps', ...intent });
  });

  it.each([
    'stage fright is what I have',
    'step by step we got there',
    'steps 2 and 3 were hard',
    'next step for me is rest',
  ])('that goes on as talk is offered as an answer: %s', (line) => {
    expect(read(line)).toMatchObject({ family: 'rounds', want: 'offer', text: line });
  });
});
