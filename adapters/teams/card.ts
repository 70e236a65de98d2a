import type {
  IActionSet,
  IAdaptiveCard,
  IChoiceSetInput,
  IContainer,
  IDateInput,
  IExecuteAction,
  IRichTextBlock,
  ISubmitAction,
  ITextBlock,
  ITextInput,
  ITextRun,
} from '@microsoft/teams.cards';

/* Adaptive Cards 1.5, the newest that Teams takes from bots on every client: https://adaptivecards.io/explorer/ */

export type Run = ITextRun;
export type Button = IExecuteAction | ISubmitAction;
export type Input = ITextInput | IChoiceSetInput | IDateInput;
export type Element = ITextBlock | IRichTextBlock | IContainer | IActionSet | Input;

export type Card = Omit<IAdaptiveCard, 'body' | 'msteams'> & {
  readonly body: Element[];
  /** Written as on https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/cards-format#full-width-adaptive-card */
  readonly msteams: { readonly width: 'Full' };
};

export interface Attachment {
  readonly contentType: 'application/vnd.microsoft.card.adaptive';
  readonly content: Card;
}

/** A message as the connector takes it. `summary` is what notifications show, as plain text. */
export interface Activity {
  readonly type: 'message';
  readonly summary: string;
  readonly attachments: readonly [Attachment];
}

/** A card without its body. `speak` is what is read out for it as a whole. */
export function shell(speak: string): Omit<Card, 'body'> {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'en',
    speak,
    // A narrow card cuts long words on a desktop; on a phone this changes nothing.
    msteams: { width: 'Full' },
  };
}

export function attach(content: Card): Attachment {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}

/** The bytes that it takes of a message. */
export function weightOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
