import { describe, expect, it } from 'vitest';
import type { Given } from '../../src/commands/intent.ts';
import { cutNumber } from '../../src/commands/promise-number.ts';
import { promiseActions, promiseForms } from '../../src/commands/promise-buttons.ts';
import { promiseCommands, promiseSubject } from '../../src/commands/promises.ts';
import { parseCommand } from '../../src/commands/registry.ts';
import type { GroupKey, HuddleId } from '../../src/domain/ids.ts';

const given: Given = {
  now: '2027-02-08T10:00:00.000Z',
  today: '2027-02-08',
  zone: 'Europe/London',
  groups: [
    { key: 'service' as GroupKey, name: 'People who use the service', side: 'using' },
    { key: 'staff' as GroupKey, name: 'Staff', side: 'running' },
    { key: 'poets' as GroupKey, name: 'Poets', side: 'creative' },
  ],
};

function read(line: string): unknown {
  return parseCommand(line, given)?.intent;
}

describe('a promise in one line', () => {
  const make = (parts: object) => ({
    family: 'promises',
    want: 'make',
    parts: { what: null, due: null, owners: [], forSide: null, ...parts },
  });

  it.each([
    ['we will paint the day room by 17 February', { what: 'paint the day room', due: '2027-02-17' }],
    ['I will paint the day room by 17 February.', { what: 'paint the day room', due: '2027-02-17' }],
    ['We’ll paint the day room by 17 February', { what: 'paint the day room', due: '2027-02-17' }],
    ['/wesaid we will paint the day room', { what: 'paint the day room' }],
    ['we will', {}],
    [
      'we will book the hall by 3 March, owner @Ruth, for People who use the service',
      { what: 'book the hall', due: '2027-03-03', owners: [{ name: 'Ruth' }], forSide: 'using' },
    ],
    [
      'we will book the hall by 3 March, owners <@U1> and <@U2>, for Staff',
      { what: 'book the hall', due: '2027-03-03', owners: [{ user: 'U1' }, { user: 'U2' }], forSide: 'running' },
    ],
    [
      'we will book the hall, for the poets, owner Ruth, by 3 March',
      { what: 'book the hall', due: '2027-03-03', owners: [{ name: 'Ruth' }], forSide: 'creative' },
    ],
    [
      'we will book the hall by 3 March owner <@U1>',
      { what: 'book the hall', due: '2027-03-03', owners: [{ user: 'U1' }] },
    ],
    [
      'we will bake a cake for staff by 3 March',
      { what: 'bake a cake for staff', due: '2027-03-03', forSide: 'running' },
    ],
    ['we will find an owner for the shed by 3 March', { what: 'find an owner for the shed', due: '2027-03-03' }],
    ['we will do this by hand', { what: 'do this by hand' }],
  ])('%s', (line, parts) => {
    expect(read(line)).toEqual(make(parts));
  });

  it('a line that says what will not be is somebody talking', () => {
    expect(read('I will not be there')).toEqual({ family: 'rounds', want: 'offer', text: 'I will not be there' });
  });
});

describe('what is said about a promise', () => {
  it.each([
    ['did 12', { want: 'did', number: 12, proof: null }],
    ['Did three.', { want: 'did', number: 3, proof: null }],
    ['did #12 the photo is in the folder', { want: 'did', number: 12, proof: 'the photo is in the folder' }],
    ['done 12', { want: 'did', number: 12, proof: null }],
    ['did', { want: 'did', number: null, proof: null }],
    ['yes 12', { want: 'yes', number: 12, but: null }],
    ['yes', { want: 'yes', number: null, but: null }],
    ['agree promise 12', { want: 'yes', number: 12, but: null }],
    ['yes number 12 but please start at 11am', { want: 'yes', number: 12, but: 'please start at 11am' }],
    ['not yet 4 because only on one ward', { want: 'not-yet', number: 4, missing: 'only on one ward', named: true }],
    ['not yet 4', { want: 'not-yet', number: 4, missing: null, named: true }],
    ['not yet, without my name', { want: 'not-yet', number: null, missing: null, named: false }],
    [
      'not yet 4 without my name because the sign fell',
      { want: 'not-yet', number: 4, missing: 'the sign fell', named: false },
    ],
    ['no 12 because it is too late', { want: 'no', number: 12, reason: 'it is too late' }],
    ['object 12 because it is too late', { want: 'no', number: 12, reason: 'it is too late' }],
    ['no', { want: 'no', number: null, reason: null }],
    [
      'could not 2 because no money until April',
      { want: 'could-not', number: 2, reason: 'no money until April', next: null },
    ],
    ["can't 2 because no money", { want: 'could-not', number: 2, reason: 'no money', next: null }],
    ['couldn’t two because no money', { want: 'could-not', number: 2, reason: 'no money', next: null }],
    ['We cannot 2, no money', { want: 'could-not', number: 2, reason: 'no money', next: null }],
    ['could not 2', { want: 'could-not', number: 2, reason: null, next: null }],
    [
      'could not 2 because no money, next: ask again in April',
      { want: 'could-not', number: 2, reason: 'no money', next: 'ask again in April' },
    ],
    ['change 12 to meet every 2 weeks', { want: 'change', number: 12, what: 'meet every 2 weeks', due: null }],
    ['change 12 to by 3 April', { want: 'change', number: 12, what: null, due: '2027-04-03' }],
    [
      'change twelve to we will meet in the evening, by 3 April',
      { want: 'change', number: 12, what: 'meet in the evening', due: '2027-04-03' },
    ],
    ['change 12', { want: 'change', number: 12, what: null, due: null }],
    ['drop 12', { want: 'drop', number: 12 }],
    ['let go of twenty-one', { want: 'drop', number: 21 }],
    ['pick up 12', { want: 'pick-up', number: 12 }],
    ['find someone for 12', { want: 'pass-on', number: 12 }],
    ['undo', { want: 'undo', number: null }],
    ['undo 12', { want: 'undo', number: 12 }],
    ['promises', { want: 'list' }],
    ['promise 12', { want: 'show', number: 12 }],
    [
      'correct 12 to paint the hall, by 18 March, owner @Dev',
      {
        want: 'correct',
        number: 12,
        parts: { what: 'paint the hall', due: '2027-03-18', owners: [{ name: 'Dev' }], forSide: null },
      },
    ],
  ])('%s', (line, intent) => {
    expect({ ...(read(line) as object), said: undefined }).toEqual({ family: 'promises', ...intent });
  });

  it.each([
    'no problem',
    'no money for the trainer',
    'yes one more thing',
    'yes we should',
    'did you see the lift?',
    "can't sleep",
    'change is hard',
    'drop in sessions work well',
    'done my best',
    'promises matter to me',
  ])('"%s" is somebody talking, kept word for word', (line) => {
    expect(read(line)).toEqual({ family: 'rounds', want: 'offer', text: line });
  });

  it('each example of help is read by its own command', () => {
    for (const { example, name } of promiseCommands) expect(parseCommand(example, given)?.spec.name).toBe(name);
  });
});

describe('numbers as people say them', () => {
  it.each([
    ['12', 12],
    ['promise 12', 12],
    ['number 12', 12],
    ['No. 12', 12],
    ['#12', 12],
    ['twelve', 12],
    ['twenty one', 21],
    ['ninety-nine', 99],
    ['one because of rain', 1],
  ])('%s', (line, number) => {
    expect(cutNumber(line)?.number).toBe(number);
  });

  it.each(['', 'money', 'one more thing', '12th of March', 'to'])('%s is none', (line) => {
    expect(cutNumber(line)).toBeNull();
  });
});

describe('buttons and forms', () => {
  const subject = promiseSubject('willow' as HuddleId, 12);

  it('a button names its promise', () => {
    expect(promiseActions['promise-yes']?.(subject)).toEqual({
      family: 'promises',
      want: 'yes',
      number: 12,
      but: null,
    });
    expect(promiseActions['promise-new']?.('willow')).toMatchObject({ want: 'form', form: 'make', number: null });
  });

  it('one tap gives a whole reason', () => {
    expect(promiseActions['promise-reason']?.(`${subject}/not-now`)).toMatchObject({
      want: 'could-not',
      number: 12,
      reason: "I can't do this just now",
    });
  });

  it('own words count before a picked reason', () => {
    const read = promiseForms['promise-could-not'];
    expect(read?.(subject, { reason: 'no-money', words: '', next: ' ' })).toMatchObject({
      reason: 'There is no money',
      next: null,
    });
    expect(read?.(subject, { reason: 'no-money', words: 'the roof leaks', next: '' })).toMatchObject({
      reason: 'the roof leaks',
    });
    expect(read?.(subject, { words: '', next: '' })).toMatchObject({ reason: null });
  });

  it('a form to make a promise gives the same as a line', () => {
    expect(
      promiseForms['promise-make']?.('willow', {
        what: 'book the hall',
        due: '2027-03-03',
        owners: ['U1'],
        for: 'running',
      }),
    ).toEqual({
      family: 'promises',
      want: 'make',
      parts: { what: 'book the hall', due: '2027-03-03', owners: [{ user: 'U1' }], forSide: 'running' },
    });
  });

  it('without a name means without a name', () => {
    expect(promiseForms['promise-not-yet-unnamed']?.(subject, { missing: 'the sign fell' })).toMatchObject({
      want: 'not-yet',
      named: false,
    });
    expect(promiseForms['promise-not-yet']?.(subject, { missing: '' })).toMatchObject({ named: true, missing: null });
  });
});

describe('a day that is in no calendar', () => {
  it.each([
    ['we will clean by 31 April', 'clean', '31 April'],
    ['we will clean the hall, by Tuesday the 30th of February', 'clean the hall', 'Tuesday the 30th of February'],
    ['we will clean by February 29', 'clean', 'February 29'],
    ['we will clean by 32/1', 'clean', '32/1'],
  ])('"%s" keeps the day apart, to be asked about', (line, what, unreadDay) => {
    expect(read(line)).toMatchObject({ parts: { what, due: null, unreadDay } });
  });

  it('words that only look like one stay in the promise', () => {
    expect(read('we will stand by the garden gate')).toMatchObject({ parts: { what: 'stand by the garden gate' } });
    expect(read('we will sit by door 2')).not.toHaveProperty('parts.unreadDay');
  });
});
