import { describe, expect, it } from 'vitest';
import type { Member, Standing } from '../../src/domain/huddle.ts';
import { mayUse, type Audience } from '../../src/domain/permissions.ts';
import { id, person, start, willow } from './people-given.ts';

function asker(status: Standing['status'], coordinator = false): Member {
  const standing = { from: start, status, counted: false, group: null, also: null };
  return { huddle: id, person: person('Amina'), coordinator, invitedBy: null, standings: [standing], consents: [] };
}

const code = (who: Audience, member: Member | null) => mayUse(who, { huddle: willow, member })?.refused ?? 'yes';

describe('who may do what', () => {
  it.each([
    ['nobody invited', null, 'not-invited', 'not-invited'],
    ['invited', asker('invited'), 'not-joined', 'coordinators-only'],
    ['said no', asker('declined'), 'not-joined', 'coordinators-only'],
    ['takes part', asker('active'), 'yes', 'coordinators-only'],
    ['on a break', asker('paused'), 'yes', 'coordinators-only'],
    ['left', asker('left'), 'has-left', 'coordinators-only'],
    ['coordinator, takes part', asker('active', true), 'yes', 'yes'],
    ['coordinator, not answered yet', asker('invited', true), 'not-joined', 'yes'],
    ['coordinator, said no to taking part', asker('declined', true), 'not-joined', 'yes'],
  ] as const)('%s', (_who, member, asMember, asCoordinator) => {
    expect([code('anyone', member), code('member', member), code('coordinator', member)]).toEqual([
      'yes',
      asMember,
      asCoordinator,
    ]);
  });

  it('where there is no huddle, only what anyone may do is left', () => {
    expect(mayUse('anyone', { huddle: null, member: null })).toBeNull();
    expect(mayUse('member', { huddle: null, member: null })?.refused).toBe('no-huddle-here');
    expect(mayUse('coordinator', { huddle: null, member: null })?.refused).toBe('no-huddle-here');
  });
});
