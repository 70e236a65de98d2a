import type { GroupKey, HuddleId, PersonId } from '../domain/ids.ts';
import { commandWords } from '../words/en/commands.ts';
import type { CommandSpec, Given, PersonWord } from './intent.ts';
import { readPerson } from './intent.ts';
import { daysOffNames, daysOffWords, isDaysOff, meansTwoDays, readDaysOff, type DaysOffTyped } from './days-off.ts';
import { readGroups } from './people-groups.ts';
import { readNames, readSetup, type SetupParts } from './people-setup.ts';
import { readOwn, readSetting, type OwnWords, type SettingWords } from './people-settings.ts';
import type { RoundIntent } from './rounds.ts';

/** What people want about being in a huddle, and about how it is set. `huddle` is the one that a button names. */
export type PeopleIntent = { readonly family: 'people'; readonly huddle?: HuddleId } & (
  | { readonly want: 'hello' }
  /** About the bot itself: it may speak in a place or to a person, or may not any more. */
  | { readonly want: 'let-in' }
  | { readonly want: 'taken-out' }
  /** `sure` saves; without it the next times are shown first. A line is sure, and so is the button after a form. */
  | { readonly want: 'setup'; readonly parts: SetupParts; readonly sure: boolean }
  | { readonly want: 'setup-form'; readonly parts: SetupParts }
  | { readonly want: 'people' | 'invite-form' }
  | { readonly want: 'invite'; readonly people: readonly PersonWord[] }
  | { readonly want: 'invite-person'; readonly person: PersonId }
  | { readonly want: 'appoint' | 'withdraw'; readonly person: PersonWord | null }
  /** `as` holds the groups as typed. */
  | { readonly want: 'join'; readonly as: string | null }
  | { readonly want: 'take-part' | 'decline' }
  | { readonly want: 'be-counted'; readonly yes: boolean }
  | { readonly want: 'allow'; readonly to: 'quoted' | 'photos'; readonly yes: boolean }
  /** Asked again: all as before. */
  | { readonly want: 'renew' }
  | { readonly want: 'pick-group'; readonly group: GroupKey }
  /** `unread`: words stood behind it in which no day was found. */
  | { readonly want: 'pause'; readonly unread?: true }
  | { readonly want: 'stop' | 'resume' | 'leave' }
  /** A break with an end. Null asks for the form. */
  | { readonly want: 'days-off'; readonly typed: DaysOffTyped | null }
  /** Null words ask for a look at what is set. */
  | { readonly want: 'schedule'; readonly words: string | null; readonly sure: boolean }
  | { readonly want: 'schedule-form' }
  | { readonly want: 'settings'; readonly words: SettingWords | null; readonly unread: string | null }
  | { readonly want: 'me'; readonly words: OwnWords | null }
);

/** A line that only begins like one of these is offered as an answer. */
type Read = PeopleIntent | RoundIntent;
type Spec = CommandSpec<Read>;

/** Commands that stand alone: with other words behind them they are more likely an answer than a wish to leave. */
const alone = (spec: Pick<Spec, 'name' | 'aliases' | 'about' | 'menu'>, intent: PeopleIntent): Spec => ({
  ...spec,
  usage: spec.name,
  example: spec.name,
  who: 'anyone',
  shown: 'private',
  read: (rest, _given, line) => (isPolite(rest) ? intent : answer(line)),
});

export const peopleCommands: readonly Spec[] = [
  {
    name: 'join',
    aliases: ['join in', 'take part'],
    usage: 'join [as GROUP]',
    example: 'join as Staff',
    about: commandWords.join,
    who: 'anyone',
    shown: 'private',
    menu: 'place',
    namesPeople: true,
    read: readJoin,
  },
  alone(
    { name: 'no thanks', aliases: ['no thank you', 'do not join', "don't join"], about: commandWords.decline },
    {
      family: 'people',
      want: 'decline',
    },
  ),
  {
    name: 'me',
    aliases: ['my settings'],
    usage: 'me [name …, group …, quiet … to …, zone …, invite on]',
    example: 'me quiet 9pm to 7am',
    about: commandWords.me,
    who: 'anyone',
    shown: 'private',
    menu: 'chat',
    read: readMe,
  },
  {
    name: 'pause',
    aliases: ['pause me', 'take a break', ...daysOffNames],
    usage: 'pause [until DATE, or from DATE to DATE]',
    example: 'pause until 20 March',
    about: commandWords.pause,
    who: 'anyone',
    shown: 'private',
    menu: 'chat',
    read: readPause,
  },
  alone(
    { name: 'resume', aliases: ['come back', 'unpause'], about: commandWords.resume },
    {
      family: 'people',
      want: 'resume',
    },
  ),
  alone(
    { name: 'count me', aliases: ['yes, count me', 'yes count me', 'start counting'], about: commandWords.countMe },
    {
      family: 'people',
      want: 'be-counted',
      yes: true,
    },
  ),
  alone(
    {
      name: 'stop counting',
      aliases: ['stop counting me', 'do not count me', "don't count me", 'count me out'],
      about: commandWords.stopCounting,
    },
    { family: 'people', want: 'be-counted', yes: false },
  ),
  alone(
    {
      name: 'leave',
      aliases: ['leave this huddle', 'leave the huddle', 'leave huddle', 'quit', 'i want to leave'],
      about: commandWords.leave,
    },
    {
      family: 'people',
      want: 'leave',
    },
  ),
  alone(
    { name: 'stop', aliases: ['stop it', 'unsubscribe'], about: commandWords.stop },
    {
      family: 'people',
      want: 'stop',
    },
  ),
  {
    name: 'setup',
    aliases: ['set up', 'set-up'],
    usage:
      'setup NAME, check-in DAY at TIME [, people …, second coordinator …, digest DAY at TIME, zone …, holidays …]',
    example: 'setup Willow, check-in Mondays at 10am, digest Tuesdays at 9am, zone Europe/London',
    about: commandWords.setup,
    who: 'anyone',
    shown: 'private',
    menu: 'place',
    namesPeople: true,
    read: (rest) => ({ family: 'people', want: 'setup', parts: readSetup(rest), sure: true }),
  },
  {
    name: 'people',
    aliases: ['invite', 'members'],
    usage: 'people [NAMES, coordinator @PERSON, take back @PERSON]',
    example: 'people Sam, Ali and Max',
    about: commandWords.people,
    who: 'coordinator',
    shown: 'private',
    menu: 'place',
    namesPeople: true,
    read: readPeopleLine,
  },
  {
    name: 'schedule',
    aliases: ['check-in', 'check-ins'],
    usage: 'schedule [every other] DAY at TIME',
    example: 'schedule every other Tuesday at 2pm',
    about: commandWords.schedule,
    who: 'coordinator',
    shown: 'private',
    menu: 'place',
    read: (rest) => ({ family: 'people', want: 'schedule', words: rest || null, sure: true }),
  },
  {
    name: 'settings',
    aliases: [],
    usage:
      'settings [name …, purpose …, digest …, quiet …, zone …, add group …, group lines …, listening on, holidays …]',
    example: 'settings digest Tuesdays at 9am',
    about: commandWords.settings,
    who: 'coordinator',
    shown: 'private',
    read: (rest) => ({ family: 'people', want: 'settings', words: readSetting(rest), unread: rest || null }),
  },
];

function isPolite(rest: string): boolean {
  return /^(?:please|now|me|for now|thanks|thank you|it|(?:for|until) .{1,20})?[.!]*$/i.test(rest);
}

/** Whoever wants a break gets it, though no day can be read: "until I am well". Only two days that were meant are asked for again. */
function readPause(rest: string, { today }: Given, line: string): Read {
  const words = daysOffWords(line);
  if (words === '' && isDaysOff(line)) return { family: 'people', want: 'days-off', typed: null };
  if (readDaysOff(words, today) !== null || meansTwoDays(words))
    return { family: 'people', want: 'days-off', typed: { line: words } };
  if (isDaysOff(line) || !isPolite(rest)) return answer(line);
  const saysTime = /^(?:for|until) /i.test(rest) && !/^for now\b/i.test(rest);
  return { family: 'people', want: 'pause', ...(saysTime ? { unread: true } : {}) };
}

/** Words that only happen to begin like a command. */
function answer(line: string): Read {
  return { family: 'rounds', want: 'offer', text: line };
}

function readJoin(rest: string, { groups }: Given, line: string): Read {
  const as = rest.replace(/^as\b\s*/i, '');
  const meant = rest === '' || as !== rest || readGroups(as, groups) !== null;
  return meant ? { family: 'people', want: 'join', as: as || null } : answer(line);
}

function readMe(rest: string, _given: Given, line: string): Read {
  const words = readOwn(rest);
  return rest === '' || words !== null ? { family: 'people', want: 'me', words } : answer(line);
}

/** A bare list of names invites them: that is what people paste. */
function readPeopleLine(rest: string, _given: Given, line: string): Read {
  if (rest === '') return { family: 'people', want: 'people' };
  const [, coordinator] = /^(?:second )?(?:co-?)?coordinator\b:?\s*(.*)$/i.exec(rest) ?? [];
  if (coordinator !== undefined) return { family: 'people', want: 'appoint', person: onePerson(coordinator) };
  const [, gone] = /^(?:take back|withdraw|remove)\b:?\s*(.*)$/i.exec(rest) ?? [];
  if (gone !== undefined) return { family: 'people', want: 'withdraw', person: onePerson(gone) };
  const names = readNames(rest.replace(/^(?:add|invite)\b:?\s*/i, ''));
  return names.every(couldBeName) ? { family: 'people', want: 'invite', people: names } : answer(line);
}

function couldBeName(word: PersonWord): boolean {
  return 'user' in word || word.name.split(' ').length <= 1 || /^\p{Lu}/u.test(word.name);
}

function onePerson(words: string): PersonWord | null {
  return words === '' ? null : readPerson(words);
}
