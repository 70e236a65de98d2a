import { describe, expect, it } from 'vitest';
import { groupCalled, readGroups, readSide } from '../../src/commands/people-groups.ts';
import { readSetting } from '../../src/commands/people-settings.ts';
import { nothingSaid, readSetup, setupLine } from '../../src/commands/people-setup.ts';
import { readDigest, readQuiet } from '../../src/commands/people-times.ts';
import { parseCommand } from '../../src/commands/registry.ts';
import { defaultGroups } from '../../src/domain/setup.ts';

const given = { now: '2027-02-26T10:00:00.000Z', today: '2027-02-26', zone: 'Europe/London', groups: defaultGroups };
const intent = (line: string) => parseCommand(line, given)?.intent;

describe('a set-up in one line', () => {
  it.each([
    ['Willow, check-in Mondays at 10am, digest Tuesdays at 9am, zone Europe/London'],
    ['digest Tuesdays at 9am, zone Europe/London, name Willow, check-in Mondays at 10am'],
    ['Willow check-in Mondays at 10am digest Tuesdays at 9am zone Europe/London'],
    ['Willow\ncheck-in: Mondays at 10am\ndigest: Tuesdays at 9am\ntime zone: Europe/London'],
    ['Willow, Mondays at 10am, digest on Tuesdays at 9am, Europe/London'],
  ])('%s', (line) => {
    const { digest, ...rest } = readSetup(line);
    expect({ ...rest, digest: digest?.replace(/^on /, '') }).toEqual({
      ...nothingSaid,
      name: 'Willow',
      checkIn: 'Mondays at 10am',
      digest: 'Tuesdays at 9am',
      zone: 'Europe/London',
    });
  });

  it('people stand in it as mentions or names, and the second coordinator in three ways', () => {
    const { people } = readSetup('Willow, people <@U1> <@U2>, Amina and Dev, purpose rest, and quiet');
    expect(people).toEqual([{ user: 'U1' }, { user: 'U2' }, { name: 'Amina' }, { name: 'Dev' }]);
    for (const words of ['second coordinator <@U9>', 'second <@U9>', 'with <@U9>']) {
      expect(readSetup(`Willow, ${words}, check-in Mondays at 10am`).second).toEqual({ user: 'U9' });
    }
  });

  it('written out again it reads the same', () => {
    const parts = readSetup(
      'Willow, the day room, check-in Mondays and Thursdays at 10am, with <@U1>, people <@U2>, Dev, zone Europe/Paris, purpose rest, and quiet',
    );
    expect(parts.name).toBe('Willow, the day room');
    expect(parts.purpose).toBe('rest, and quiet');
    expect(readSetup(setupLine(parts))).toEqual(parts);
  });
});

describe('one line each', () => {
  it('a pasted list of names invites them all', () => {
    expect(intent('people Amina\nDev Shah\nEllis')).toMatchObject({
      want: 'invite',
      people: [{ name: 'Amina' }, { name: 'Dev Shah' }, { name: 'Ellis' }],
    });
    expect(intent('/wesaid invite <@U1>, <@U2>')).toMatchObject({
      want: 'invite',
      people: [{ user: 'U1' }, { user: 'U2' }],
    });
    expect(intent('people coordinator @Ellis')).toEqual({
      family: 'people',
      want: 'appoint',
      person: { name: 'Ellis' },
    });
  });

  it('people are meant by whatever a platform calls them', () => {
    const [one, two] = ['29:1aB-c_D', '29:1xYz.9'];
    expect(intent(`invite <@${one}>, <@${two}>`)).toMatchObject({ people: [{ user: one }, { user: two }] });
    expect(intent(`people coordinator <@${one}>`)).toMatchObject({ person: { user: one } });
    expect(intent(`we will book the hall by 3 March, owner <@${one}>`)).toMatchObject({
      parts: { what: 'book the hall', owners: [{ user: one }] },
    });
    expect(readSetup(`Willow, check-in Mondays at 10am, people <@${one}> <@${two}>, with <@${two}>`)).toMatchObject({
      people: [{ user: one }, { user: two }],
      second: { user: two },
      checkIn: 'Mondays at 10am',
    });
  });

  it.each([
    ['pause', { want: 'pause' }],
    ['Pause me please', { want: 'pause' }],
    ['stop', { want: 'stop' }],
    ['stop counting', { want: 'be-counted', yes: false }],
    ['don’t count me', { want: 'be-counted', yes: false }],
    ['count me', { want: 'be-counted', yes: true }],
    ['leave.', { want: 'leave' }],
    ['join', { want: 'join', as: null }],
    ['join as Staff', { want: 'join', as: 'Staff' }],
    ['no thanks', { want: 'decline' }],
    ['me', { want: 'me', words: null }],
    ['me quiet 9pm to 7am', { want: 'me', words: { setting: 'quiet', words: '9pm to 7am' } }],
    ['schedule every other Tuesday at 2pm', { want: 'schedule', words: 'every other Tuesday at 2pm', sure: true }],
    ['settings', { want: 'settings', words: null, unread: null }],
  ])('%s', (line, expected) => {
    expect(intent(line)).toMatchObject({ family: 'people', ...expected });
  });

  it.each([
    'leave the lights on at night',
    'stop moving the chairs',
    'me and my brother went home early',
    'people were kind to me',
    'pause the music in the corridor',
    'join the two rooms up',
  ])('"%s" is no command but may be an answer', (line) => {
    expect(intent(line)).toEqual({ family: 'rounds', want: 'offer', text: line });
  });

  it.each([
    ['digest Tuesdays at 9am', 'digest', 'Tuesdays at 9am'],
    ['purpose: better food', 'purpose', 'better food'],
    ['quiet hours 8pm to 8am', 'quiet', '8pm to 8am'],
    ['group lines on', 'group-lines', 'on'],
    ['listening on', 'listening', 'on'],
    ['listen off', 'listening', 'off'],
    ['group Young people on the using side', 'add-group', 'Young people on the using side'],
    ['rename group Staff to Ward staff', 'rename-group', 'Staff to Ward staff'],
    ['zone is Europe/Paris', 'zone', 'Europe/Paris'],
  ])('settings %s', (line, setting, words) => {
    expect(readSetting(line)).toEqual({ setting, words });
  });
});

describe('groups as people call them', () => {
  it.each([
    ['Staff', 'staff'],
    ['a carer', 'carers'],
    ['ARTIST', 'artists'],
    ['manager', 'managers-and-funders'],
    ['Managers and funders', 'managers-and-funders'],
    ['someone who uses the service', undefined],
  ])('%s', (typed, key) => {
    expect(groupCalled(typed, defaultGroups)?.key).toBe(key);
  });

  it('two groups can be named, though a name has an "and" of its own', () => {
    expect(readGroups('Carers and Managers and funders', defaultGroups)).toEqual({
      group: 'carers',
      also: 'managers-and-funders',
    });
    expect(readGroups('Managers and funders, Artists', defaultGroups)).toEqual({
      group: 'managers-and-funders',
      also: 'artists',
    });
    expect(readGroups('Carers and Pirates', defaultGroups)).toBeNull();
  });

  it('whom a new group sits with is said in people, or by the side itself', () => {
    expect(
      ['carers', 'People who use the service', 'the using side', 'staff and managers', 'artists', 'pirates'].map(
        readSide,
      ),
    ).toEqual(['using', 'using', 'using', 'running', 'creative', null]);
  });
});

describe('times', () => {
  it('a digest has one day each week', () => {
    expect(readDigest('Tuesdays at 9am')).toEqual({ weekday: 2, time: '09:00' });
    expect(readDigest('Tuesdays and Fridays at 9am')).toMatchObject({ refused: 'digest-unread' });
    expect(readDigest('every other Tuesday at 9am')).toMatchObject({ refused: 'digest-unread' });
  });

  it('quiet hours have two ends', () => {
    expect(readQuiet('9pm to 7:30am')).toEqual({ from: '21:00', to: '07:30' });
    expect(readQuiet('from 20:00 until 08:00')).toEqual({ from: '20:00', to: '08:00' });
    expect(readQuiet('9pm')).toMatchObject({ refused: 'quiet-unread' });
  });
});
