import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Given } from '../../src/commands/intent.ts';
import { commands, namesPeople, parseCommand } from '../../src/commands/registry.ts';
import type { GroupKey } from '../../src/domain/ids.ts';

const given: Given = {
  now: '2027-03-01T10:00:00.000Z',
  today: '2027-03-01',
  zone: 'Europe/London',
  groups: [{ key: 'staff' as GroupKey, name: 'Staff', side: 'running' }],
};

const named = (line: string) => parseCommand(line, given)?.spec.name ?? null;
const isOffer = (line: string) => parseCommand(line, given)?.intent.want === 'offer';
const every = commands.map((spec) => [spec.name, spec] as const);

describe('every command', () => {
  it.each(every)('%s: its example is a line of its own that works', (name, { example }) => {
    expect(named(example)).toBe(name);
    // An answer is offered before it is kept: that is how it works.
    expect(isOffer(example)).toBe(name === 'answer');
    expect(JSON.stringify(parseCommand(example, given)?.intent)).not.toContain('undefined');
  });

  it.each(every)('%s: goes by its name and by each alias', (name, { aliases }) => {
    for (const words of [name, ...aliases]) expect(named(words), words).toBe(name);
  });

  it.each(every)('%s: is told in one plain sentence or two, with its usage', (name, { about, usage, example }) => {
    expect(about).toMatch(/^[A-Z].*\.$/);
    expect(usage.toLowerCase().startsWith(name)).toBe(true);
    expect(example.trim()).toBe(example);
  });

  it('no name and no alias stands twice', () => {
    const all = commands.flatMap(({ name, aliases }) => [name, ...aliases]).map((words) => words.toLowerCase());
    expect(all.filter((words, at) => all.indexOf(words) !== at)).toEqual([]);
  });

  it('what would tell others something about a person is private', () => {
    const open = commands.filter(({ shown }) => shown === 'public').map(({ name }) => name);
    for (const name of [
      'join',
      'no thanks',
      'me',
      'pause',
      'resume',
      'count me',
      'stop counting',
      'leave',
      'stop',
      'who',
    ])
      expect(open).not.toContain(name);
  });

  it('pausing, leaving and joining are for everyone, also for who is not in yet', () => {
    const forAnyone = commands.filter(({ who }) => who === 'anyone').map(({ name }) => name);
    expect(forAnyone).toEqual(
      expect.arrayContaining(['join', 'no thanks', 'pause', 'resume', 'leave', 'stop', 'help']),
    );
  });

  it('only those who run a huddle ask, invite, set, read what was given to them, and post', () => {
    const theirs = commands.filter(({ who }) => who === 'coordinator').map(({ name }) => name);
    expect(theirs).toEqual([
      'ask',
      'answers',
      'half as often',
      'steps next',
      'steps ask',
      'upstairs answer',
      'set',
      'measures',
      'people',
      'schedule',
      'settings',
      'away',
      'back',
      'guest',
      'guests',
      'print',
      'connect',
      'disconnect',
      'settings complaints contact',
      'settings safety',
      'settings safeguarding contact',
      'settings local help',
      'settings numbers',
      'settings safeguarding lead',
      'ready',
      'settings care',
      'settings data contact',
      'digest',
      'upstairs note',
      'settings sponsor',
      'report',
      'settings checkers',
    ]);
  });

  it('a line in which people may be named is known before it is read', () => {
    const those = commands.filter((spec) => spec.namesPeople === true).map(({ name }) => name);
    for (const name of commands.map((spec) => spec.name)) expect(namesPeople(name), name).toBe(those.includes(name));
    expect(namesPeople('people Sam and <@U1>')).toBe(true);
    expect(namesPeople('the lift was broken')).toBe(false);
  });
});

describe('however it is typed', () => {
  it.each([
    ['HELP', 'help'],
    ['Help.', 'help'],
    ['  help  ', 'help'],
    ['/wesaid help', 'help'],
    ['wesaid help', 'help'],
    ['WeSaid, help', 'help'],
    ['wesaid: promises', 'promises'],
    ['Stop counting.', 'stop counting'],
    ['STOP COUNTING ME', 'stop counting'],
    ['stop', 'stop'],
    ['couldn’t 2 because no money', 'could not'],
    ['Couldn‘t 2 because no money', 'could not'],
    ["can't 2", 'could not'],
    ['We   will paint the hall   by 3 March', 'we will'],
    ['We’ll paint the hall by 3 March', 'we will'],
    ['ask “What now?”', 'ask'],
    ['people Sam\nAli\nMax', 'people'],
    ['Who has spoken', 'who'],
    ['jobs', 'roles'],
    ['agree 4', 'yes'],
    ['object 4 because it is late', 'no'],
    ['renegotiate 4 to a later day', 'change'],
  ])('%j', (line, name) => {
    expect(named(line)).toBe(name);
  });

  it.each([
    'whole days',
    'notable',
    'nothing',
    'didn’t we',
    'yesterday was fine',
    'dropped it',
    'helpful staff',
    'asking is hard',
    'rolesplay',
    'leaves are falling',
    'changes are slow',
    'joiners',
    'the lift was broken',
    '',
    '...',
    '/',
  ])('%j only begins like a command, and is none', (line) => {
    expect(named(line)).toBeNull();
  });

  it('quotes come out straight, line ends stay, and three dots are no full stop', () => {
    const asked = parseCommand('ask “What’s next...”', given)?.intent;
    expect(asked).toMatchObject({ want: 'ask', text: "What's next..." });
    expect(parseCommand('people Sam\nAli', given)?.intent).toMatchObject({
      people: [{ name: 'Sam' }, { name: 'Ali' }],
    });
  });

  it('whatever stands there, reading it never breaks', () => {
    const starts = fc.constantFrom('', ...commands.flatMap(({ name, aliases }) => [name, ...aliases]));
    const rest = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('12', '12 because', 'by 99 March', '<@U1> to', 'to <@', '0', '-1', '1e9', 'by', 'to'),
    );
    fc.assert(
      fc.property(starts, rest, (start, more) => {
        const found = parseCommand(`${start} ${more}`, given);
        return found === null || commands.includes(found.spec);
      }),
      { numRuns: 1000 },
    );
  });

  it('the words of an answer are kept as they were typed', () => {
    expect(parseCommand('answer  it is  “fine”. Or not.', given)?.intent).toMatchObject({ want: 'offer' });
  });
});
