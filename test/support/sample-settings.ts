import type { HuddleHolidays } from '../../src/domain/holidays.ts';
import { withNextTimes } from '../../src/domain/huddle-settings.ts';
import type { Huddle } from '../../src/domain/huddle.ts';
import type { Document, Form } from '../../src/messages/document.ts';
import { meForm, meMessage } from '../../src/messages/me.ts';
import {
  holidaysSavedMessage,
  scheduleMessage,
  schedulePreview,
  settingForm,
  settingsMessage,
} from '../../src/messages/settings.ts';
import { setupDone, setupForm, setupNeeds, setupNeedsPlace, setupPreview } from '../../src/messages/setup.ts';
import { now, person, sampleHuddle, sampleMembers, type Written } from './sample-facts.ts';

/** What is set up, changed and looked at. */
export function aboutSettings(written: Written): Readonly<Record<string, Document>> {
  const { words } = written;
  const huddle = sampleHuddle(written);
  return {
    'set-up lacks all': setupNeeds({ name: true, when: true }, { line: words }),
    'set-up lacks a place': setupNeedsPlace(words),
    'set-up before it is saved': setupPreview(huddle, { now, line: words }),
    'set up': setupDone(huddle, { now, lines: [], mustBeReady: false }),
    'set up for real people': setupDone(huddle, { now, lines: [], mustBeReady: true }),
    settings: settingsMessage(huddle, { unread: true }),
    schedule: scheduleMessage(huddle, { now, saved: true }),
    'schedule as it is': scheduleMessage(huddle, { now, saved: false }),
    'schedule before it is saved': schedulePreview(huddle, { now, typed: words }),
    'schedule over bank holidays': scheduleMessage(overEaster(huddle, 'move'), { now: easter, saved: true }),
    'schedule without bank holidays': scheduleMessage(overEaster(huddle, 'skip'), { now: easter, saved: true }),
    'bank holidays saved': holidaysSavedMessage(overEaster(huddle, 'move'), { now: easter }),
    'set up before bank holidays': setupPreview(overEaster(huddle, 'move'), { now: easter, line: words }),
    'settings with bank holidays': settingsMessage(overEaster(huddle, 'skip'), { unread: false }),
    me: meMessage({ ...mine({ ...huddle, invitations: true, roleSwaps: true }, written), now }),
  };
}

export function settingForms(written: Written): Readonly<Record<string, Form>> {
  const { name, words } = written;
  const huddle = sampleHuddle(written);
  const filled = {
    name,
    people: [],
    checkIn: words,
    second: null,
    zone: huddle.zone,
    holidays: 'england' as const,
    care: null,
    line: words,
  };
  const settings = [
    'name',
    'purpose',
    'digest',
    'quiet',
    'zone',
    'group-lines',
    'baseline',
    'nudge',
    'invitations',
    'role-swaps',
    'add-group',
    'schedule',
    'holidays',
  ] as const;
  const own = ['name', 'quiet', 'zone', 'group', 'invite', 'swap', 'load'] as const;
  return {
    'set up': setupForm(filled),
    ...Object.fromEntries(settings.map((setting) => [`setting ${setting}`, settingForm(huddle, setting)])),
    ...Object.fromEntries(own.map((setting) => [`my ${setting}`, meForm(mine(huddle, written), setting)])),
  };
}

const easter = '2027-03-24T11:00:00.000Z';

/** Every time that is near falls on a bank holiday, of the longest name. */
function overEaster(huddle: Huddle, then: HuddleHolidays['then']): Huddle {
  const days = ['2027-03-26', '2027-03-29', '2027-03-31', '2027-04-02'];
  const holidays: HuddleHolidays = { region: 'northern-ireland', then, days, year: 2027 };
  return withNextTimes({ ...huddle, holidays }, easter);
}

function mine(huddle: Huddle, { name }: Written) {
  const [member] = sampleMembers;
  if (member === undefined) throw new Error('no sample member');
  const account = { workspace: 'T1', user: 'U1' };
  const accounts = [
    { ...account, platform: 'slack' as const },
    { ...account, platform: 'teams' as const },
  ];
  return {
    huddle,
    member,
    person: { id: person('amina'), name, zone: null, quiet: { from: '20:30', to: '08:30' }, reachOn: null },
    accounts,
  };
}
