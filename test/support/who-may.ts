import type { CommandSpec } from '../../src/commands/intent.ts';
import { commands } from '../../src/commands/registry.ts';
import type { NotAllowedCode } from '../../src/domain/permissions.ts';

/* Who may use which command, where, and who hears of it: read by people in docs/WHO-MAY.md, tried cell by cell by a test. */

export const askers = {
  stranger: 'Someone not invited',
  invited: 'Invited, no yes yet',
  member: 'Takes part',
  guest: 'Guest, by link',
  owner: 'Owner of the promise or role',
  coordinator: 'Coordinator',
  elsewhere: 'Coordinator of another huddle',
} as const;
export type Asker = keyof typeof askers;
export type Place = 'channel' | 'direct' | 'web';

/** Their own answer, nothing but a refusal, or nothing at all because it is not theirs. */
export type Verdict = 'may' | NotAllowedCode | 'not theirs';

type Row = Readonly<Record<Asker, Verdict>>;
type For = 'anyone' | 'member' | 'owner' | 'coordinator';

const everyone: Row = {
  stranger: 'may',
  invited: 'may',
  member: 'may',
  guest: 'may',
  owner: 'may',
  coordinator: 'may',
  elsewhere: 'may',
};
const whoTakesPart: Row = { ...everyone, stranger: 'not-invited', invited: 'not-joined', elsewhere: 'not-invited' };

const rows: Readonly<Record<For, Row>> = {
  anyone: everyone,
  member: whoTakesPart,
  owner: { ...whoTakesPart, member: 'not theirs', guest: 'not theirs', coordinator: 'not theirs' },
  coordinator: {
    stranger: 'not-invited',
    invited: 'coordinators-only',
    member: 'coordinators-only',
    guest: 'coordinators-only',
    owner: 'coordinators-only',
    coordinator: 'may',
    elsewhere: 'not-invited',
  },
};

/** Commands about a promise or a role of one's own, each with a line about one of Dev's. A new one is added here. */
export const ofTheOwner: Readonly<Record<string, string>> = {
  did: 'did 1 the photo is in the folder',
  'could not': 'could not 1 because no money until April',
  correct: 'correct 1 to paint the hall, by 20 March',
  undo: 'undo 1',
  hand: 'hand notes to Ruth',
  'put down': 'put down notes',
};

type Spec = Pick<CommandSpec<unknown>, 'name' | 'who'>;

/** In a direct chat no place says which huddle is meant: someone of another one is in theirs, a stranger in none. */
export function verdict(spec: Spec, asker: Asker, where: Place): Verdict {
  const found = rows[forWhom(spec)][asker];
  if (where !== 'direct' || found !== 'not-invited') return found;
  return asker === 'elsewhere' ? 'may' : 'no-huddle-here';
}

export function forWhom({ name, who }: Spec): For {
  return name in ofTheOwner ? 'owner' : who;
}

/** A guest has the pages of their link and no chat. */
export function canBe(asker: Asker, where: Place): boolean {
  return asker !== 'guest' || where === 'web';
}

const said: Readonly<Record<Verdict, string>> = {
  may: 'yes',
  'not-invited': 'no: not invited',
  'not-joined': 'no: not joined',
  'has-left': 'no: has left',
  'coordinators-only': 'no: coordinators',
  'no-huddle-here': 'no: no huddle',
  'not theirs': 'no: not theirs',
};

/** The table of docs/WHO-MAY.md. */
export function whoMayTable(): string {
  const names = Object.keys(askers) as readonly Asker[];
  const head = ['Command', ...names.map((name) => askers[name]), 'Others hear of it'];
  const lines = commands.map((spec) => [
    `\`${spec.name}\``,
    ...names.map((asker) => said[verdict(spec, asker, 'channel')]),
    spec.shown === 'public' ? 'yes' : 'no',
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
