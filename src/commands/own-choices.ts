import type { InvitationChoice } from '../domain/invitation.ts';

/** "on", "off", and what comes close; null for other words. */
export function readSwitch(typed: string): boolean | null {
  const said = tidy(typed);
  if (/^(?:on|yes)$/.test(said)) return true;
  return /^(?:off|no|never)$/.test(said) ? false : null;
}

/** The same, "never ask me", and "fine" for being left quiet for a time. */
export function readInvitation(typed: string): InvitationChoice | null {
  const said = tidy(typed);
  const turned = readSwitch(said.replace(/^never ask(?: me)?$/, 'never'));
  if (turned !== null) return turned ? 'on' : 'off';
  return /^(?:fine|i am fine|later|rest)(?: being quiet)?$/.test(said) ? 'later' : null;
}

/** The same as a switch, and that the load of now is fine. */
export function readLoadChoice(typed: string): 'on' | 'off' | 'fine' | null {
  const turned = readSwitch(typed);
  if (turned !== null) return turned ? 'on' : 'off';
  return /^(?:it is |that is )?(?:fine|all right|ok)$/.test(tidy(typed)) ? 'fine' : null;
}

function tidy(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '');
}
