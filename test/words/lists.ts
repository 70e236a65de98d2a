/*
 * The word lists of the plain-English gate. They are for English, and they are short on purpose: a word goes in with a
 * reason, and a sentence is changed before a list is. What they can and cannot show: docs/plain-english.md.
 */

/** Words of three or more syllables that readers know well, so G2 does not count them. */
export const wellKnown: ReadonlySet<string> = new Set([
  'already',
  'another',
  'co-production',
  'coordinator',
  'coordinators',
  'decision',
  'decisions',
  'everyone',
  'experience',
  'idea',
  'ideas',
  // Said in two syllables, though counted as three.
  'ireland',
  'samaritans',
  'together',
  // Parts of a date.
  'saturday',
  'january',
  'february',
  'september',
  'october',
  'november',
  'december',
]);

/** G3: words that shut people out, each with what to write in its place. Matched as whole words, in any case. */
export const banned: readonly (readonly [pattern: string, instead: string])[] = [
  ['accordingly', 'so'],
  ['additionally', 'also'],
  ['at this time', 'now'],
  ['circle back', 'come back to it'],
  ['commence[ds]?', 'start'],
  ['complian(?:ce|t)', 'keeping the rules'],
  ['deliverables?', 'what we will do'],
  ['due to unforeseen', 'say the reason'],
  ['e\\.?g\\.', 'such as'],
  ['empower(?:s|ed|ing|ment)?', 'say who can do what'],
  ['endeavours?', 'try'],
  ['engage(?:s|d|ment)?', 'take part'],
  ['etc\\.?', 'name them, or stop'],
  ['facilitat(?:e|es|ed|ing|ion|or|ors)', 'help'],
  ['going forward', 'from now on'],
  ['hard[- ]to[- ]reach', 'say who is missing'],
  ['i\\.?e\\.', 'that is'],
  ['implement(?:s|ed|ing|ation)?', 'do'],
  ['in order to', 'to'],
  ['it was (?:decided|felt|agreed)', 'say who'],
  ['lessons will be learned', 'say what changes'],
  ['leverag(?:e|es|ed|ing)', 'use'],
  ['non-attend(?:er|ers|ance)', 'someone who could not come'],
  ['non-complian(?:ce|t)', 'say what happened'],
  ['per', 'a, each or for each'],
  ['please note', 'just say it'],
  ['prior to', 'before'],
  ['reach(?:es|ed|ing)? out', 'ask'],
  ['regarding', 'about'],
  ['robust', 'strong'],
  ['service users?', 'people who use the service'],
  ['stakeholders?', 'say who'],
  ['suffer(?:s|ed|ing|er|ers)?', 'has, or lives with'],
  ['synerg(?:y|ies)', 'working together'],
  ['terminate[ds]?', 'end'],
  ['touch base', 'talk'],
  ['unfortunately', 'say what happened'],
  ['utili[sz](?:e|es|ed|ing|ation)', 'use'],
  ['via', 'by, or through'],
  ['victims?', 'say what the person does'],
  ['you said', 'we said'],
  // The program's own words for things that people know by other names.
  ['commitments?', 'promise'],
  ['proposals?', 'a suggested change'],
  ['pulses?', 'a private question'],
  ['utterances?', 'turn'],
];

/** Abbreviations in capitals that people say that way. */
export const capitals: ReadonlySet<string> = new Set(['A&E', 'NHS']);
