/** A message as data, before any platform. Text in it is only ever text: each adapter escapes it, so nothing typed can act. */
export interface Document {
  /**
   * The whole meaning in plain text: notifications and screen readers get this instead of the blocks. A note to one
   * person leaves their own words, group and anything delicate out of it, because lock screens show it.
   */
  readonly summary: string;
  readonly language: 'en';
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly content: Rich }
  | { readonly kind: 'list'; readonly items: readonly Rich[] }
  | { readonly kind: 'fields'; readonly fields: readonly { readonly name: string; readonly value: string }[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'quote'; readonly text: string; readonly from: string | null }
  | { readonly kind: 'divider' }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] };

/** A run of inline text. */
export type Rich = readonly Inline[];

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** A button. `action` and `subject` come back in an Interaction when it is pressed. */
export interface Action {
  /** Kebab-case, from the table in app/route. */
  readonly action: string;
  /** What it is about: a round id, `huddle/number` of a promise … At most 2,000 characters. */
  readonly subject: string;
  /** At most 75 characters. */
  readonly label: string;
  /** What a screen reader says, where the label alone is not enough. At most 75 characters. */
  readonly spoken?: string;
  readonly style?: 'primary' | 'danger';
  /** Pressing it opens a form, which Teams must be told when the button is drawn. */
  readonly opens?: 'form';
}

/** A form as data: a modal in Slack, a page in the web room. */
export interface Form {
  /** Kebab-case, from the table in app/route: which form. */
  readonly form: string;
  /** What it is about; comes back with the values. */
  readonly subject: string;
  /** At most 24 characters (Slack's modal title). */
  readonly title: string;
  readonly intro: readonly Block[];
  readonly fields: readonly Field[];
  /** At most 24 characters. */
  readonly submit: string;
  readonly cancel: string;
}

interface FieldFacts {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

export type Field =
  | (FieldFacts & {
      readonly kind: 'text';
      readonly value?: string;
      readonly lines?: 'one' | 'many';
      readonly max?: number;
    })
  | (FieldFacts & {
      readonly kind: 'choice';
      readonly value?: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    })
  | (FieldFacts & { readonly kind: 'people'; readonly most: number; readonly value?: readonly string[] })
  | (FieldFacts & { readonly kind: 'date'; readonly value?: string });

export const text = (value: string): Inline => ({ kind: 'text', text: value });
export const strong = (value: string): Inline => ({ kind: 'strong', text: value });
export const link = (value: string, url: string): Inline => ({ kind: 'link', text: value, url });

/** A paragraph of plain text, or of inlines. */
export function paragraph(...content: readonly (string | Inline)[]): Block {
  return { kind: 'paragraph', content: content.map((part) => (typeof part === 'string' ? text(part) : part)) };
}

export function actions(...list: readonly Action[]): Block {
  return { kind: 'actions', actions: list };
}
