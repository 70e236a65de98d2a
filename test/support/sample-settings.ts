import type { Huddle } from '../../src/domain/huddle.ts';
import type { Document, Form } from '../../src/messages/document.ts';
import { meForm, meMessage } from '../../src/messages/me.ts';
import { scheduleMessage, schedulePreview, settingForm, settingsMessage } from '../../src/messages/settings.ts';
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
    'set up': setupDone(huddle, { now, lines: [] }),
    settings: settingsMessage(huddle, { unread: true }),
    schedule: scheduleMessage(huddle, { now, saved: true }),
    'schedule as it is': scheduleMessage(huddle, { now, saved: false }),
    'schedule before it is saved': schedulePreview(huddle, { now, typed: words }),
    me: meMessage(mine(huddle, written)),
  };
}

export function settingForms(written: Written): Readonly<Record<string, Form>> {
  const { name, words } = written;
  const huddle = sampleHuddle(written);
  const filled = { name, people: [], checkIn: words, second: null, zone: huddle.zone, line: words };
  const settings = ['name', 'purpose', 'digest', 'quiet', 'zone', 'group-lines', 'add-group', 'schedule'] as const;
  const own = ['name', 'quiet', 'zone', 'group'] as const;
  return {
    'set up': setupForm(filled),
    ...Object.fromEntries(settings.map((setting) => [`setting ${setting}`, settingForm(huddle, setting)])),
    ...Object.fromEntries(own.map((setting) => [`my ${setting}`, meForm(mine(huddle, written), setting)])),
  };
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
