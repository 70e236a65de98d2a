import { describe, expect, it } from 'vitest';
import type { Given } from '../../src/commands/intent.ts';
import { parseCommand } from '../../src/commands/registry.ts';

const given: Given = { now: '2027-03-01T10:00:00.000Z', today: '2027-03-01', zone: 'Europe/London', groups: [] };

function read(line: string): unknown {
  return parseCommand(line, given)?.intent;
}

describe('somebody talking is not somebody giving a command', () => {
  it.each([
    'skip the boring bits',
    'later in the week was better',
    'hi everyone the lift was broken',
    'hello, nobody told me where to go',
    'home felt far away',
    'who knows really',
    'roles are unclear to me',
    'jobs were lost here',
    'take a bit more time with us',
    'hand rails in the bath',
    'give us a bit more time to answer',
    'put down the phone when we talk',
    'digest was too long',
  ])('"%s" is offered as an answer, whole', (line) => {
    expect(read(line)).toEqual({ family: 'rounds', want: 'offer', text: line });
  });

  it.each([
    ['skip this one please', { family: 'rounds', want: 'skip', round: null }],
    ['Later, thanks.', { family: 'rounds', want: 'later', round: null }],
    ['remind me tomorrow', { family: 'rounds', want: 'later', round: null }],
    ['hi there', { family: 'help', want: 'home' }],
    ['Hello everyone!', { family: 'help', want: 'home' }],
    ['who?', { family: 'speech', want: 'who' }],
    ['roles please', { family: 'roles', want: 'list' }],
    ['take notes please', { family: 'roles', want: 'take', role: 'notes', sure: false }],
    ['digest post now', { family: 'digest', want: 'post' }],
    ['digest', { family: 'digest', want: 'preview' }],
    ['count me out', { family: 'people', want: 'be-counted', yes: false }],
    ['leave the huddle', { family: 'people', want: 'leave' }],
  ])('"%s" is still what it was', (line, intent) => {
    expect(read(line)).toEqual(intent);
  });
});

describe('help', () => {
  it.each([
    ['help', null],
    ['help me please', null],
    ['help with the rota', null],
    ['help with promises', 'promises'],
    ['help asking questions', 'questions'],
    ['help, how do we change things?', 'together'],
    ['help with roles', 'roles'],
    ['help with my data', 'you'],
    ['help running it', 'running'],
    ['help all', 'all'],
  ])('"%s" is about what it names, and else the short page', (line, about) => {
    expect(read(line)).toEqual({ family: 'help', want: 'help', about });
  });
});

describe('promises by voice', () => {
  it.each([
    ['we will um paint the day room by next friday', 'paint the day room'],
    ['we will, umm, ask uh Ruth by next friday', 'ask Ruth'],
    ['we will hum a tune in the Um Bongo hut by next friday', 'hum a tune in the Um Bongo hut'],
  ])('"%s" leaves out only what was said while thinking', (line, what) => {
    expect(read(line)).toMatchObject({ parts: { what } });
  });

  const did = (number: number, proof: string | null) => ({ family: 'promises', want: 'did', number, proof });
  const couldNot = (number: number, reason: string | null) => ({
    family: 'promises',
    want: 'could-not',
    number,
    reason,
    next: null,
  });

  it.each([
    ['did number two the photo is on the wall', did(2, 'the photo is on the wall')],
    ['I’ve done 1', did(1, null)],
    ['promise 1 is done', did(1, null)],
    ['Promise one is done, the photo is up', did(1, 'the photo is up')],
    ['Can’t do two no money', couldNot(2, 'no money')],
    ['cant do 2', couldNot(2, null)],
    ['couldn’t two because there is no money until April', couldNot(2, 'there is no money until April')],
  ])('"%s"', (line, intent) => {
    expect(read(line)).toEqual(intent);
  });

  it.each(["can't do one thing right", 'did one of you call', 'promise one day to come back', 'no one came'])(
    '"%s" names no promise',
    (line) => {
      expect(read(line)).toEqual({ family: 'rounds', want: 'offer', text: line });
    },
  );
});
