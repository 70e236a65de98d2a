import type { Huddle } from '../domain/huddle.ts';
import type { Identity, Platform } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import type { PlaceRefusalCode } from '../domain/link-places.ts';
import type { Refusal } from '../domain/refusal.ts';
import { joinNames } from '../words/dates.ts';
import { linkWords as words, platformName } from '../words/en/links.ts';
import { actions, paragraph, type Action, type Document } from './document.ts';
import { document, helpAction, note } from './frame.ts';

/** As people type it: "K7QM4RTP" → "K7QM-4RTP". */
function inHalves(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The summary leaves the code out: lock screens show it. */
export function linkCode(code: string): Document {
  return document([paragraph(words.code(inHalves(code))), paragraph(words.keepCode)], words.keepCode);
}

export function connectCode(huddle: Huddle, code: string): Document {
  const how = words.connectHow;
  return document([paragraph(words.connectCode(huddle.name, inHalves(code))), paragraph(how)], how);
}

/** Before two who are both known become one: that cannot be undone, and a code can be sent by someone else. */
export function confirmLink({
  code,
  name,
  platform,
}: {
  readonly code: string;
  /** Null for an account that nobody knows yet. */
  readonly name: string | null;
  readonly platform: Platform;
}): Document {
  const where = platformName[platform];
  return document([
    paragraph(name === null ? words.confirmNew(where) : words.confirm(name, where)),
    paragraph(words.confirmHow),
    paragraph(words.confirmCare),
    actions(
      { action: 'link-yes', subject: code, label: words.confirmYes, style: 'primary' },
      { action: 'link-no', subject: '', label: words.confirmNo },
      helpAction(''),
    ),
  ]);
}

export interface Chats {
  readonly person: Person;
  /** Every account of theirs, the first one first. */
  readonly accounts: readonly Identity[];
}

/** The platforms of a person, each once. */
export function platformsOf({ accounts }: Pick<Chats, 'accounts'>): readonly Platform[] {
  return [...new Set(accounts.map(({ platform }) => platform))];
}

/** Where their private notes go now; null for someone without an account. */
export function notesGoTo({ person, accounts }: Chats): Platform | null {
  const all = platformsOf({ accounts });
  return all.find((platform) => platform === person.reachOn) ?? all[0] ?? null;
}

/** `merged`: two people whom I knew are one now. */
export function linkedMessage(chats: Chats, { merged }: { readonly merged: boolean }): Document {
  const names = platformsOf(chats).map((platform) => platformName[platform]);
  return document([
    paragraph(names.length > 1 ? words.linked(names) : words.linkedTwice),
    ...(merged ? [paragraph(words.groupStays)] : []),
    ...whereNotesGo(chats),
    actions(...reachActions(chats), helpAction('')),
  ]);
}

/** For whoever has more than one chat. */
export function chatFields(chats: Chats): readonly { readonly name: string; readonly value: string }[] {
  const platform = notesGoTo(chats);
  const all = platformsOf(chats);
  if (platform === null || all.length < 2) return [];
  return [
    { name: words.myChats, value: joinNames(all.map((one) => platformName[one])) },
    { name: words.myNotes, value: platformName[platform] },
  ];
}

function whereNotesGo(chats: Chats) {
  const platform = notesGoTo(chats);
  return platform === null || platformsOf(chats).length < 2 ? [] : [paragraph(words.notesGoTo(platformName[platform]))];
}

/** A button for each other chat. */
export function reachActions(chats: Chats): readonly Action[] {
  const now = notesGoTo(chats);
  return platformsOf(chats)
    .filter((platform) => platform !== now)
    .map((platform) => ({ action: 'reach', subject: platform, label: words.reachLabel(platformName[platform]) }));
}

export function reachedMessage(chats: Chats, platform: Platform): Document {
  const more = platformsOf(chats).length > 1 ? [words.reachedElse] : [];
  return note(words.reached(platformName[platform]), ...more);
}

export function reachWhere(chats: Chats): Document {
  return note(words.reachWhere(platformsOf(chats).map((platform) => platformName[platform])));
}

export function notThere(platform: Platform): Document {
  return note(words.notThere(platformName[platform]));
}

export function unlinkedMessage(): Document {
  return note(words.unlinked, words.unlinkedStays, words.unlinkedBack);
}

/** The first post in a place that was added. */
export function placeHello(huddle: Huddle): Document {
  return document([
    paragraph(words.hello(huddle.name)),
    paragraph(words.helloSame),
    paragraph(words.helloIn(huddle.name)),
    paragraph(words.helloNew),
    actions(helpAction(huddle.id)),
  ]);
}

export function alsoIn(huddle: Huddle, platform: Platform): Document {
  return note(words.alsoIn(huddle.name, platformName[platform]));
}

export function placeGoodbye(huddle: Huddle): Document {
  return note(words.goodbye(huddle.name));
}

export function placeRefused(refusal: Refusal, huddle: string): Document {
  const code = refusal.refused as PlaceRefusalCode;
  return note(words.refusals[code](huddle, String(refusal.details['huddle'] ?? '')));
}
