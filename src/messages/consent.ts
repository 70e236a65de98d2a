import { answerTo, consentKinds, type Renewal } from '../domain/consent.ts';
import type { Huddle, Member } from '../domain/huddle.ts';
import { consentWords as words } from '../words/en/consent.ts';
import { peopleWords } from '../words/en/people.ts';
import { rightsWords } from '../words/en/rights.ts';
import { actions, paragraph, type Action, type Document } from './document.ts';
import { document, helpAction } from './frame.ts';

/** Asked again: what has changed since their yes, what it was, and a yes and a no of the same weight. */
export function renewalMessage(
  huddle: Huddle,
  member: Member,
  { name, renewal }: { readonly name: string; readonly renewal: Renewal },
): Document {
  const { news } = renewal;
  const hello = news.length > 0 ? words.whenNew(name, huddle.name) : words.whenOld(name, huddle.name);
  return document(
    [
      paragraph(hello),
      ...news.map((one) => paragraph(words.news[one])),
      paragraph(saidLine(member)),
      paragraph(words.stillRight),
      paragraph(`${peopleWords.canSayNo} ${words.onlyPart}`),
      paragraph(words.ifNot),
      actions(...renewalActions(huddle), helpAction(huddle.id)),
    ],
    words.summary(huddle.name),
  );
}

function saidLine(member: Member): string {
  const said = (yes: boolean) =>
    consentKinds.filter((to) => answerTo(to, member) === yes).map((to) => rightsWords.consentTo[to]);
  const no = said(false);
  return no.length === 0 ? words.saidYes(said(true)) : `${words.saidYes(said(true))} ${words.saidNo(no)}`;
}

/** No is the button that says no to an invitation: it is the same no. */
export function renewalActions({ id }: Huddle): readonly Action[] {
  return [
    { action: 'renew-yes', subject: id, label: words.renewYes },
    { action: 'join-no', subject: id, label: words.renewNo },
  ];
}

/** What stands open of the two that are off until someone says yes. */
export function offerActions({ id }: Huddle, member: Member): readonly Action[] {
  return [
    ...(answerTo('quoted', member) === null ? [{ action: 'quote-yes', subject: id, label: words.quoteYes }] : []),
    ...(answerTo('photos', member) === null ? [{ action: 'photos-yes', subject: id, label: words.photosYes }] : []),
  ];
}

/** For one's own settings: each as it stands, and the way to the other. */
export function allowFields(member: Member) {
  const value = (to: 'quoted' | 'photos') => (answerTo(to, member) === true ? words.yes : words.no);
  return [
    { name: words.myQuotes, value: value('quoted') },
    { name: words.myPhotos, value: value('photos') },
  ];
}

export function allowActions({ id }: Huddle, member: Member): readonly Action[] {
  const quoted = answerTo('quoted', member) === true;
  const photos = answerTo('photos', member) === true;
  return [
    quoted
      ? { action: 'quote-no', subject: id, label: words.quoteNo }
      : { action: 'quote-yes', subject: id, label: words.quoteYes },
    photos
      ? { action: 'photos-no', subject: id, label: words.photosNo }
      : { action: 'photos-yes', subject: id, label: words.photosYes },
  ];
}
