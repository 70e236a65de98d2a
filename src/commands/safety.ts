import type { HelpLine } from '../domain/safety.ts';
import type { HuddleId } from '../domain/ids.ts';
import { commandWords } from '../words/en/commands.ts';
import { clean } from './clean.ts';
import type { CommandSpec } from './intent.ts';
import { isAlone, offered, type RoundIntent } from './rounds.ts';

/** Who to turn to in danger, as coordinators set it; and the yes or no of someone asked to be the lead. */
export type SafetyIntent = { readonly family: 'safety'; readonly huddle: HuddleId | null } & (
  | { readonly want: 'overview' }
  /** Empty words ask for the form. */
  | { readonly want: 'contact' | 'local'; readonly words: string }
  /** Empty words mean today. */
  | { readonly want: 'checked'; readonly words: string }
  /** `line` is null where the words name none of them. */
  | { readonly want: 'number'; readonly line: HelpLine | null; readonly words: string }
  /** Without a name it asks for the form. */
  | { readonly want: 'lead'; readonly name: string; readonly hours: string }
  | { readonly want: 'telling'; readonly on: boolean }
  | { readonly want: 'lead-answer'; readonly yes: boolean }
);

type Spec = CommandSpec<SafetyIntent | RoundIntent>;

const of = (huddle: HuddleId | null) => ({ family: 'safety', huddle }) as const;
const here = of(null);

const forCoordinators = { who: 'coordinator', shown: 'private' } as const;

export const safetyCommands: readonly Spec[] = [
  {
    name: 'settings safety',
    aliases: ['settings safeguarding'],
    usage: 'settings safety',
    example: 'settings safety',
    about: commandWords.safety,
    ...forCoordinators,
    read: () => ({ ...here, want: 'overview' }),
  },
  {
    name: 'settings safeguarding contact',
    aliases: ['settings safety contact'],
    usage: 'settings safeguarding contact NAME, and how to reach them',
    example: 'settings safeguarding contact Sam Reed, 020 7946 0000',
    about: commandWords.safetyContact,
    ...forCoordinators,
    read: (rest) => ({ ...here, want: 'contact', words: said(rest) }),
  },
  {
    name: 'settings local help',
    aliases: ['settings local line', 'settings help near you'],
    usage: 'settings local help WORDS',
    example: 'settings local help The Elm team, 020 7946 0111',
    about: commandWords.localHelp,
    ...forCoordinators,
    read: (rest) => ({ ...here, want: 'local', words: said(rest) }),
  },
  {
    name: 'settings numbers',
    aliases: ['settings number', 'settings crisis numbers'],
    usage: 'settings numbers checked [on DATE], or settings numbers life|mental health|talk WORDS',
    example: 'settings numbers checked',
    about: commandWords.numbers,
    ...forCoordinators,
    read: (rest) => readNumbers(said(rest)),
  },
  {
    name: 'settings safeguarding lead',
    aliases: ['settings safety lead', 'settings tell lead'],
    usage: 'settings safeguarding lead NAME, HOURS [or on, off]',
    example: 'settings safeguarding lead Sam Reed, weekdays 9am to 5pm',
    about: commandWords.safetyLead,
    ...forCoordinators,
    read: (rest) => readLead(said(rest)),
  },
  answerSpec('be safeguarding lead', ['yes, be safeguarding lead', 'be the safeguarding lead'], true),
  answerSpec('not safeguarding lead', ['no, not safeguarding lead', 'not the safeguarding lead'], false),
];

function answerSpec(name: string, aliases: readonly string[], yes: boolean): Spec {
  return {
    name,
    aliases,
    usage: name,
    example: name,
    about: yes ? commandWords.leadYes : commandWords.leadNo,
    who: 'anyone',
    shown: 'private',
    read: (rest, _given, line) => (isAlone(rest) ? { ...here, want: 'lead-answer', yes } : offered(line)),
  };
}

/** Button subjects: the huddle's id, and of a form after a slash what it asks for. */
export const safetyActions: Readonly<Record<string, (subject: string) => SafetyIntent>> = {
  safety: (subject) => ({ ...of(huddleIn(subject)), want: 'overview' }),
  'safety-change': (subject) => changeIn(subject, '', ''),
  'numbers-checked': (subject) => ({ ...of(huddleIn(subject)), want: 'checked', words: '' }),
  'telling-on': (subject) => ({ ...of(huddleIn(subject)), want: 'telling', on: true }),
  'telling-off': (subject) => ({ ...of(huddleIn(subject)), want: 'telling', on: false }),
  'lead-yes': (subject) => ({ ...of(huddleIn(subject)), want: 'lead-answer', yes: true }),
  'lead-no': (subject) => ({ ...of(huddleIn(subject)), want: 'lead-answer', yes: false }),
};

type Values = Readonly<Record<string, string | readonly string[]>>;

export const safetyForms: Readonly<Record<string, (subject: string, values: Values) => SafetyIntent>> = {
  safety: (subject, values) => changeIn(subject, textIn(values['words']), textIn(values['hours'])),
};

function changeIn(subject: string, words: string, hours: string): SafetyIntent {
  const [, what = ''] = subject.split('/');
  const huddle = of(huddleIn(subject));
  if (what === 'contact' || what === 'local') return { ...huddle, want: what, words };
  return { ...huddle, want: 'lead', name: words, hours };
}

function huddleIn(subject: string): HuddleId {
  return subject.split('/', 1)[0] as HuddleId;
}

function textIn(value: string | readonly string[] | undefined): string {
  return clean(typeof value === 'string' ? value : '').trim();
}

function said(rest: string): string {
  return rest.replace(/^[:\s]+/, '').replace(/^(?:is|are)\s+/i, '');
}

const lines: readonly (readonly [HelpLine, RegExp])[] = [
  ['life', /^(?:life(?: at risk)?|emergency)\b[:,]?/i],
  ['mental-health', /^mental[- ]health\b[:,]?/i],
  ['talk', /^(?:to )?talk\b[:,]?/i],
];

function readNumbers(rest: string): SafetyIntent {
  if (rest === '') return { ...here, want: 'overview' };
  const checked = /^(?:all )?(?:were |was )?(?:checked|work)\b[,\s]*/i.exec(rest)?.[0];
  if (checked !== undefined) return { ...here, want: 'checked', words: rest.slice(checked.length) };
  for (const [line, name] of lines) {
    const named = name.exec(rest)?.[0];
    if (named !== undefined) return { ...here, want: 'number', line, words: rest.slice(named.length).trim() };
  }
  return { ...here, want: 'number', line: null, words: rest };
}

/** "Sam Reed, weekdays 9am to 5pm": what stands before the first comma is the name. */
function readLead(rest: string): SafetyIntent {
  const turned = /^(?:turn(?:ed)? )?(on|off)$/i.exec(rest)?.[1]?.toLowerCase();
  if (turned !== undefined) return { ...here, want: 'telling', on: turned === 'on' };
  const comma = rest.indexOf(',');
  const name = comma < 0 ? rest : rest.slice(0, comma);
  return { ...here, want: 'lead', name: name.trim(), hours: comma < 0 ? '' : rest.slice(comma + 1).trim() };
}
