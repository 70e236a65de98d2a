import { readInvitation, readLoadChoice, readSwitch } from '../commands/own-choices.ts';
import { readGroups } from '../commands/people-groups.ts';
import type { OwnWords } from '../commands/people-settings.ts';
import { isOff, readQuiet, readZoneWords } from '../commands/people-times.ts';
import { longestName } from '../domain/huddle-settings.ts';
import { standingNow, takesPart } from '../domain/huddle.ts';
import type { Person } from '../domain/person.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import { meForm, meMessage } from '../messages/me.ts';
import { newsMessage, notAllowed } from '../messages/people.ts';
import type { Reply } from '../ports.ts';
import { quietInWords, settingsWords as words } from '../words/en/settings.ts';
import type { MemberContext } from './context.ts';
import { chooseInvitation } from './invitations.ts';
import { chooseLoadChecks } from './load-checks.ts';
import { outside } from './outside.ts';
import { chooseSwaps } from './role-swaps.ts';
import { join, pickGroup } from './people-join.ts';
import { answer, open, unsaved } from './people-reply.ts';

/** `me`: one's own settings. They go with the person into every huddle, but for the group. Nobody else is told. */
export async function performMe(typed: OwnWords | null, context: MemberContext): Promise<Reply> {
  const { huddle, interaction } = context;
  const { status } = standingNow(context.member);
  if (status === 'left' || status === 'declined') return outside(context);
  if (typed === null) {
    const accounts = await context.records.people.identities(context.person.id);
    return answer(context, meMessage({ ...context, accounts }));
  }
  if (typed.words === '' && interaction.kind !== 'form') {
    return open(meForm(context, typed.setting), words.meHow, words.myHints[typed.setting]);
  }
  if (typed.setting === 'group') return changeGroup(typed.words, context);
  if (typed.setting === 'invite') {
    const choice = readInvitation(typed.words);
    return choice === null ? unsaved(refuse('invite-unread'), context, 'words') : chooseInvitation(choice, context);
  }
  if (typed.setting === 'swap') {
    const yes = readSwitch(typed.words);
    return yes === null ? unsaved(refuse('swap-unread'), context, 'words') : chooseSwaps(yes, context);
  }
  if (typed.setting === 'load') {
    const choice = readLoadChoice(typed.words);
    return choice === null ? unsaved(refuse('load-unread'), context, 'words') : chooseLoadChecks(choice, context);
  }
  const change = readOwn(typed, context.person);
  if (isRefusal(change)) return unsaved(change, context, 'words');
  await context.records.people.save(change.person);
  return answer(context, newsMessage(huddle, [change.line]));
}

async function changeGroup(typed: string, context: MemberContext): Promise<Reply> {
  if (!takesPart(context.member))
    return answer(context, notAllowed(refuse('not-joined', { huddle: context.huddle.name })));
  const groups = readGroups(typed, context.huddle.groups);
  return groups === null ? join(typed, context) : pickGroup(groups, context);
}

interface OwnChange {
  readonly person: Person;
  readonly line: string;
}

function readOwn({ setting, words: typed }: OwnWords, person: Person): OwnChange | Refusal {
  switch (setting) {
    case 'quiet':
      return readOwnQuiet(typed, person);
    case 'zone':
      return readOwnZone(typed, person);
    default:
      return readOwnName(typed, person);
  }
}

function readOwnName(typed: string, person: Person): OwnChange | Refusal {
  const name = typed.trim().replace(/\s+/g, ' ');
  if (name === '') return refuse('needs-words');
  if (name.length > longestName) return refuse('too-long', { longest: longestName, is: name.length });
  return { person: { ...person, name }, line: words.savedMyName(name) };
}

function readOwnQuiet(typed: string, person: Person): OwnChange | Refusal {
  if (isOff(typed)) return { person: { ...person, quiet: null }, line: words.savedAsHuddle };
  const quiet = readQuiet(typed);
  if (isRefusal(quiet)) return quiet;
  const none = quiet.from === quiet.to;
  return {
    person: { ...person, quiet },
    line: none ? words.savedMyQuietNone : words.savedMyQuiet(quietInWords(quiet)),
  };
}

function readOwnZone(typed: string, person: Person): OwnChange | Refusal {
  if (isOff(typed)) return { person: { ...person, zone: null }, line: words.savedAsHuddle };
  const zone = readZoneWords(typed);
  return isRefusal(zone) ? zone : { person: { ...person, zone }, line: words.savedMyZone(zone) };
}
