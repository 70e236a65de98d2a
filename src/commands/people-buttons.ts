import type { GroupKey, HuddleId, PersonId } from '../domain/ids.ts';
import { clean } from './clean.ts';
import { readPerson, type PersonWord } from './intent.ts';
import type { PeopleIntent } from './people.ts';
import { nothingSaid, readNames, readSetup, type SetupParts } from './people-setup.ts';
import { isOwnSetting, isSettingName, type OwnSetting } from './people-settings.ts';

/** What a form holds, as every platform sends it. */
type Values = Readonly<Record<string, string | readonly string[]>>;

/** Button subjects: the huddle's id, and where there is more a slash and the rest. A set-up has no huddle yet: its line. */
export const peopleActions: Readonly<Record<string, (subject: string) => PeopleIntent>> = {
  join: (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'join', as: null }),
  'join-yes': (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'take-part' }),
  'join-no': (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'decline' }),
  'count-yes': (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'be-counted', yes: true }),
  'count-no': (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'be-counted', yes: false }),
  'renew-yes': (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'renew' }),
  'quote-yes': (subject) => allow(subject, 'quoted', true),
  'quote-no': (subject) => allow(subject, 'quoted', false),
  'photos-yes': (subject) => allow(subject, 'photos', true),
  'photos-no': (subject) => allow(subject, 'photos', false),
  'pick-group': (subject) => ({
    family: 'people',
    huddle: huddleIn(subject),
    want: 'pick-group',
    group: restOf(subject) as GroupKey,
  }),
  pause: (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'pause' }),
  'days-off': (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'days-off', typed: null }),
  resume: (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'resume' }),
  leave: (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'leave' }),
  me: (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'me', words: null }),
  'me-change': (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'me', words: ownIn(subject, '') }),
  'invite-fine': (subject) => own(subject, 'invite', 'fine'),
  'invite-never': (subject) => own(subject, 'invite', 'never'),
  'load-fine': (subject) => own(subject, 'load', 'fine'),
  'load-never': (subject) => own(subject, 'load', 'off'),
  'swap-never': (subject) => own(subject, 'swap', 'off'),
  people: (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'people' }),
  'people-invite': (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'invite-form' }),
  'invite-person': (subject) => ({
    family: 'people',
    huddle: huddleIn(subject),
    want: 'invite-person',
    person: restOf(subject) as PersonId,
  }),
  setup: (subject) => ({ family: 'people', want: 'setup-form', parts: readSetup(subject) }),
  'setup-yes': (subject) => ({ family: 'people', want: 'setup', parts: readSetup(subject), sure: true }),
  schedule: (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'schedule-form' }),
  'schedule-yes': (subject) => ({
    family: 'people',
    huddle: huddleIn(subject),
    want: 'schedule',
    words: restOf(subject),
    sure: true,
  }),
  settings: (subject) => ({ family: 'people', huddle: huddleIn(subject), want: 'settings', words: null, unread: null }),
  'settings-change': (subject) => settingIn(subject, ''),
};

/** A form's subject is that of the button that opened it. */
export const peopleForms: Readonly<Record<string, (subject: string, values: Values) => PeopleIntent>> = {
  setup: (subject, values) => ({ family: 'people', want: 'setup', parts: setupIn(subject, values), sure: false }),
  people: (subject, values) => ({
    family: 'people',
    huddle: huddleIn(subject),
    want: 'invite',
    people: [...usersIn(values['people']), ...readNames(textIn(values['names']))],
  }),
  'days-off': (subject, values) => ({
    family: 'people',
    huddle: huddleIn(subject),
    want: 'days-off',
    typed: { first: textIn(values['first']), last: textIn(values['last']) },
  }),
  schedule: (subject, values) => ({
    family: 'people',
    huddle: huddleIn(subject),
    want: 'schedule',
    words: textIn(values['words']),
    sure: false,
  }),
  settings: (subject, values) => settingIn(subject, settingWordsIn(values)),
  me: (subject, values) => ({
    family: 'people',
    huddle: huddleIn(subject),
    want: 'me',
    words: ownIn(subject, textIn(values['words'])),
  }),
};

/** What the form does not ask, such as the digest's day, stays as the line before it said. */
function setupIn(subject: string, values: Values): SetupParts {
  const before = subject === '' ? nothingSaid : readSetup(subject);
  return {
    ...before,
    name: textIn(values['name']) || null,
    people: [...usersIn(values['people']), ...before.people.filter((word) => 'name' in word)],
    checkIn: textIn(values['checkIn']) || null,
    second: usersIn(values['second'])[0] ?? null,
    zone: textIn(values['zone']) || null,
    holidays: textIn(values['holidays']) || before.holidays,
    care: careIn(textIn(values['care'])) ?? before.care,
  };
}

function careIn(value: string): SetupParts['care'] {
  return value === 'no' || value === 'yes' ? value : null;
}

function settingIn(subject: string, words: string): PeopleIntent {
  const setting = restOf(subject);
  const known = isSettingName(setting) ? { setting, words } : null;
  return { family: 'people', huddle: huddleIn(subject), want: 'settings', words: known, unread: null };
}

/** What was filled in, as the line that says the same. */
function settingWordsIn(values: Values): string {
  const holidays = [values['holidays'], values['then']].map(textIn).filter((word) => word !== '');
  return holidays.length > 0 ? holidays.join(', ') : withSide(textIn(values['words']), textIn(values['side']));
}

/** The two fields of a new group as the one line that says the same. */
function withSide(words: string, side: string): string {
  return side === '' || words === '' ? words : `${words} with ${side}`;
}

function allow(subject: string, to: 'quoted' | 'photos', yes: boolean): PeopleIntent {
  return { family: 'people', huddle: huddleIn(subject), want: 'allow', to, yes };
}

function ownIn(subject: string, words: string) {
  const setting = restOf(subject);
  return isOwnSetting(setting) ? { setting, words } : null;
}

function own(subject: string, setting: OwnSetting, words: string): PeopleIntent {
  return { family: 'people', huddle: huddleIn(subject), want: 'me', words: { setting, words } };
}

function huddleIn(subject: string): HuddleId {
  return subject.split('/', 1)[0] as HuddleId;
}

function restOf(subject: string): string {
  const slash = subject.indexOf('/');
  return slash < 0 ? '' : subject.slice(slash + 1);
}

function textIn(value: string | readonly string[] | undefined): string {
  return clean(typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}

function usersIn(value: string | readonly string[] | undefined): readonly PersonWord[] {
  const users = typeof value === 'string' ? [value] : (value ?? []);
  return users.filter((user) => user !== '').map((user) => (user.startsWith('<@') ? readPerson(user) : { user }));
}
