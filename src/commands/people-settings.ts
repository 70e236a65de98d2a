/** A setting and the words for it, as typed. They are read where the huddle is known. Empty words ask for the form. */
export interface SettingWords {
  readonly setting: SettingName;
  readonly words: string;
}

export type SettingName =
  | 'name'
  | 'purpose'
  | 'digest'
  | 'quiet'
  | 'zone'
  | 'group-lines'
  | 'listening'
  | 'holidays'
  | 'together'
  | 'private-sides'
  | 'baseline'
  | 'nudge'
  | 'invitations'
  | 'role-swaps'
  | 'add-group'
  | 'rename-group'
  | 'drop-group'
  | 'schedule';

/** Longer keywords first. */
const settings: readonly (readonly [SettingName, RegExp])[] = [
  ['group-lines', /^(?:group lines?|lines by group)\b/],
  ['together', /^(?:(?:show )?answers? )?together\b/],
  ['private-sides', /^private numbers?(?: (?:by|for each) (?:group|side))?\b/],
  ['listening', /^listen(?:ing)?\b/],
  ['holidays', /^(?:bank )?holidays?\b/],
  ['baseline', /^(?:baseline|level)\b/],
  ['nudge', /^(?:nudges?|tips?)\b/],
  ['invitations', /^(?:quiet )?(?:private )?invit(?:e|es|ations?)\b/],
  ['role-swaps', /^role[- ]?swaps?(?: questions?)?\b/],
  ['rename-group', /^(?:rename|change) (?:the )?group\b/],
  ['drop-group', /^(?:drop|remove|delete) (?:the )?group\b/],
  ['add-group', /^(?:add )?(?:a )?(?:new )?groups?\b/],
  ['schedule', /^(?:schedule|check[- ]?ins?|questions?)\b/],
  ['digest', /^digest\b/],
  ['quiet', /^quiet(?: hours)?\b/],
  ['zone', /^(?:time ?)?zone\b/],
  ['purpose', /^purpose\b/],
  ['name', /^name\b/],
];

/** "digest Tuesdays at 9am" → the setting and the rest; null when it names no setting. */
export function readSetting(rest: string): SettingWords | null {
  return readKeyword(rest, settings, (setting, words) => ({ setting, words }));
}

export function isSettingName(name: string): name is SettingName {
  return settings.some(([setting]) => setting === name);
}

/** A person's own settings. */
export interface OwnWords {
  readonly setting: OwnSetting;
  readonly words: string;
}

export type OwnSetting = 'name' | 'quiet' | 'zone' | 'group' | 'invite' | 'swap' | 'load';

const own: readonly (readonly [OwnSetting, RegExp])[] = [
  ['invite', /^(?:private )?invit(?:e|es|ations?)\b/],
  ['swap', /^(?:role[- ]?)?swaps?(?: questions?)?\b/],
  ['load', /^load(?: checks?)?\b/],
  ['quiet', /^quiet(?: hours)?\b/],
  ['zone', /^(?:time ?)?zone\b/],
  ['group', /^groups?\b/],
  ['name', /^name\b/],
];

export function readOwn(rest: string): OwnWords | null {
  return readKeyword(rest, own, (setting, words) => ({ setting, words }));
}

export function isOwnSetting(name: string): name is OwnSetting {
  return own.some(([setting]) => setting === name);
}

function readKeyword<Key, Read>(
  rest: string,
  table: readonly (readonly [Key, RegExp])[],
  read: (key: Key, words: string) => Read,
): Read | null {
  const typed = rest.replace(/^(?:my|the)\s+/i, '');
  for (const [key, pattern] of table) {
    const keyword = pattern.exec(typed.toLowerCase())?.[0];
    if (keyword !== undefined)
      return read(key, typed.slice(keyword.length).replace(/^\s*(?::|is\b|are\b|to\b)?\s*/i, ''));
  }
  return null;
}
