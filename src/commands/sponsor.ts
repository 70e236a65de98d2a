import type { HuddleId } from '../domain/ids.ts';
import { commandWords } from '../words/en/commands.ts';
import { clean } from './clean.ts';
import type { CommandSpec } from './intent.ts';
import { offered, type RoundIntent } from './rounds.ts';

/** The sponsor, and the page that tells them. `huddle` is the one that a button names; null for a line. */
export type SponsorIntent = { readonly family: 'sponsor'; readonly huddle: HuddleId | null } & (
  | { readonly want: 'note' | 'note-post' | 'note-print' }
  /** Null opens the form. */
  | { readonly want: 'note-add'; readonly words: string | null }
  /** Empty words show who it is. */
  | { readonly want: 'name'; readonly words: string }
);

type Spec = CommandSpec<SponsorIntent | RoundIntent>;
type Values = Readonly<Record<string, string | readonly string[]>>;

const here = { family: 'sponsor', huddle: null } as const;

export const sponsorCommands: readonly Spec[] = [
  {
    name: 'upstairs note',
    aliases: ['sponsor note', 'note to the sponsor'],
    usage: 'upstairs note [add …, post or print]',
    example: 'upstairs note',
    about: commandWords.upstairsNote,
    who: 'coordinator',
    shown: 'public',
    read: (rest, _given, line) => {
      if (rest === '') return { ...here, want: 'note' };
      const [, add] = /^add\b[\s:,]*(.*)$/is.exec(rest) ?? [];
      if (add !== undefined) return { ...here, want: 'note-add', words: add === '' ? null : add };
      if (/^(?:post|post it|they have seen it)$/i.test(rest)) return { ...here, want: 'note-post' };
      return /^(?:print|print it|to print)$/i.test(rest) ? { ...here, want: 'note-print' } : offered(line);
    },
  },
  {
    name: 'settings sponsor',
    aliases: ['our sponsor'],
    usage: 'settings sponsor NAME, or none',
    example: 'settings sponsor Graham Price, commissioner',
    about: commandWords.sponsor,
    who: 'coordinator',
    shown: 'private',
    read: (rest) => ({ ...here, want: 'name', words: rest.replace(/^[:\s]+/, '').replace(/^(?:is|to)\s+/i, '') }),
  },
];

/** Subjects: the huddle's id. */
export const sponsorActions: Readonly<Record<string, (subject: string) => SponsorIntent>> = {
  'sponsor-note': (subject) => ({ ...of(subject), want: 'note' }),
  'sponsor-note-post': (subject) => ({ ...of(subject), want: 'note-post' }),
  'sponsor-note-print': (subject) => ({ ...of(subject), want: 'note-print' }),
  'sponsor-note-add': (subject) => ({ ...of(subject), want: 'note-add', words: null }),
};

export const sponsorForms: Readonly<Record<string, (subject: string, values: Values) => SponsorIntent>> = {
  'sponsor-note-add': (subject, { words }) => ({
    ...of(subject),
    want: 'note-add',
    words: clean(typeof words === 'string' ? words : '').trim(),
  }),
};

function of(subject: string) {
  return { family: 'sponsor', huddle: (subject.split('/')[0] ?? '') as HuddleId } as const;
}
