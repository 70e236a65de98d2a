import { describe, expect, it } from 'vitest';
import { randomIds } from '../../src/ids.ts';
import { parseCommand } from '../../src/commands/registry.ts';

const given = { now: '2027-03-01T10:00:00.000Z', today: '2027-03-01', zone: 'Europe/London', groups: [] };
const read = (line: string) => parseCommand(line, given)?.intent;

describe('a code', () => {
  it.each([
    'link K7QM-4RTP',
    'Link k7qm4rtp',
    'link code k7qm 4rtp.',
    '/wesaid link K 7 Q M 4 R T P',
    'link: K7QM–4RTP',
  ])('is read however it is typed: %s', (line) => {
    expect(read(line)).toEqual({ family: 'links', want: 'link-code', code: 'K7QM4RTP', sure: false });
  });

  it.each(['link K7QM-4RT', 'link K7QM-4R0P', 'link K7QM-44RTP'])('with a slip in it is still a code: %s', (line) => {
    expect(read(line)).toMatchObject({ want: 'link-code' });
  });

  it.each(['link workers helped me', 'link workers', 'link patients', 'link room 101', 'link the ward and the garden'])(
    'is not made of what people say: %s',
    (line) => {
      expect(read(line)).toMatchObject({ want: 'offer', text: line });
    },
  );

  it('that the program gives is always read', () => {
    for (let n = 0; n < 500; n += 1) {
      const code = randomIds.newCode();
      expect(code).toMatch(/^[A-Z0-9]{8}$/);
      expect(read(`connect ${code}`)).toEqual({ family: 'links', want: 'connect-code', code });
    }
  });
});

describe('in natural words', () => {
  it.each([
    ['link', 'link'],
    ['link my accounts', 'link'],
    ['link accounts', 'link'],
    ['link my Teams account', 'link'],
    ['link to Slack please', 'link'],
    ['unlink', 'unlink'],
    ['unlink this account please', 'unlink'],
    ['connect', 'connect'],
    ['connect another place', 'connect'],
    ['connect to Teams', 'connect'],
    ['disconnect this place', 'disconnect'],
  ])('%s', (line, want) => {
    expect(read(line)).toMatchObject({ family: 'links', want });
  });

  it.each([
    ['reach me on Teams', 'teams'],
    ['Reach me in Slack, please.', 'slack'],
    ['reach me here', 'here'],
    ['reach me in the web room', 'web'],
    ['send my notes to Teams', 'teams'],
    ['reach me', null],
  ])('%s', (line, on) => {
    expect(read(line)).toEqual({ family: 'links', want: 'reach', on });
  });

  it.each(['reach me by phone after 5', 'connect the new speakers', 'disconnect the old phone', 'unlink the wards'])(
    'and other words are an answer: %s',
    (line) => {
      expect(read(line)).toMatchObject({ family: 'rounds', want: 'offer', text: line });
    },
  );
});
