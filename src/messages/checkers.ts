import type { CheckRefusalCode, Mending } from '../domain/checker-rules.ts';
import type { Huddle } from '../domain/huddle.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusal.ts';
import { dayAndTime, joinNames } from '../words/dates.ts';
import { checkerWords as words } from '../words/en/checkers.ts';
import { commonWords } from '../words/en/common.ts';
import { digestReplyWords } from '../words/en/digest-replies.ts';
import type { DigestMessages } from './digest.ts';
import { actions, paragraph, strong, type Action, type Block, type Document, type Form } from './document.ts';
import { document, helpAction, note } from './frame.ts';

interface Facts {
  readonly huddle: Huddle;
  readonly names: ReadonlyMap<PersonId, string>;
}

/** For coordinators: who was asked, who said yes, and how to change it. `news` stands above it. */
export function checkersMessage(facts: Facts, news: readonly string[] = []): Document {
  const { huddle } = facts;
  const { checkers } = huddle;
  return document([
    ...news.map((line) => paragraph(line)),
    { kind: 'heading', text: words.title(huddle.name) },
    paragraph(words.rule),
    {
      kind: 'fields',
      fields: [
        { name: words.checkers, value: peopleIn(facts, false) },
        { name: words.standIn, value: peopleIn(facts, true) },
      ],
    },
    paragraph(checkers?.isOn === true ? words.isOn : words.isOff),
    paragraph(words.how),
    actions(
      { action: 'checkers-name', subject: huddle.id, label: words.name, opens: 'form' },
      ...(checkers === undefined ? [] : [button('checkers-stop', huddle, words.stop)]),
      helpAction(huddle.id),
    ),
  ]);
}

function peopleIn({ huddle, names }: Facts, standIn: boolean): string {
  const some = (huddle.checkers?.people ?? []).filter((one) => one.standIn === standIn);
  const said = some.map(({ person, willing }) => {
    const name = names.get(person) ?? commonWords.someoneWhoLeft;
    return willing ? words.willing(name) : words.asked(name);
  });
  return said.length === 0 ? words.none : joinNames(said);
}

function button(action: string, { id }: Huddle, label: string): Action {
  return { action, subject: id, label };
}

export function checkersForm({ id }: Huddle): Form {
  return {
    form: 'checkers',
    subject: id,
    title: words.formTitle,
    intro: [paragraph(words.rule)],
    fields: [
      { kind: 'text', name: 'people', label: words.peopleAsk, hint: words.peopleHint, max: 120 },
      {
        kind: 'text',
        name: 'standIn',
        label: words.standInAsk,
        hint: words.standInHint,
        max: 60,
        optional: true,
      },
    ],
    submit: words.save,
    cancel: words.cancel,
  };
}

/** To each whom a coordinator named. */
export function checkerAsked(huddle: Huddle): Document {
  return document([
    paragraph(words.asks(huddle.name)),
    paragraph(words.means),
    paragraph(words.means2),
    actions(
      { ...button('checker-yes', huddle, words.yes), style: 'primary' },
      button('checker-no', huddle, words.no),
      helpAction(huddle.id),
    ),
  ]);
}

/** The whole digest for someone who checks it, in private. */
export function draftMessage({ channel, threads }: DigestMessages, huddle: Huddle): Document {
  const parts = [threads.proof, threads.heard, threads.roles].flatMap(({ blocks }) => withoutActions(blocks));
  const when = huddle.nextDigestAt === null ? '' : dayAndTime(huddle.nextDigestAt, huddle.zone);
  return document(
    [
      paragraph(words.draft(huddle.name, when)),
      ...withoutActions(channel.blocks),
      { kind: 'divider' },
      paragraph(strong(digestReplyWords.inItsThread)),
      ...parts,
      { kind: 'divider' },
      ...mendLines().map((line) => paragraph(line)),
      actions(
        { ...button('draft-right', huddle, words.right), style: 'primary' },
        { ...button('draft-mend', huddle, words.mend), opens: 'form' },
        button('draft-cannot', huddle, words.cannot),
        helpAction(huddle.id),
      ),
    ],
    words.draftSummary(huddle.name),
  );
}

function withoutActions(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ kind }) => kind !== 'actions');
}

function mendLines(): readonly string[] {
  return [words.mendHow, words.mendMore, words.mendStays];
}

export function mendHow(): Document {
  return note(...mendLines());
}

export function mendForm({ id }: Huddle): Form {
  const mendings: readonly Mending[] = ['hide', 'show', 'talk'];
  return {
    form: 'draft-mend',
    subject: id,
    title: words.mendTitle,
    intro: [paragraph(words.mendHow), paragraph(words.mendStays)],
    fields: [
      {
        kind: 'choice',
        name: 'what',
        label: words.mendWhat,
        options: mendings.map((value) => ({ value, label: words.mendOptions[value] })),
      },
      { kind: 'text', name: 'number', label: words.mendNumber, max: 12 },
    ],
    submit: words.mendSave,
    cancel: words.cancel,
  };
}

export function mendedMessage(what: Mending, number: number): Document {
  return note(words.mended[what](number));
}

/** Why it was not saved, and what to do. */
export function checkRefusal({ refused, details }: Refusal): string {
  return words.refusals[refused as CheckRefusalCode](Number(details['number'] ?? 0));
}
