import type { Json, Shown } from './teams-world.ts';

/** All that the eye sees of a card, line by line; buttons as "[label]". */
export function seen(card: Json): string {
  return [...list(card.body).map(lineOf), buttonLine(list(card.actions))].filter((line) => line !== '').join('\n');
}

/** All that the eye sees of a message; of its card what this person sees, or what stands for everyone. */
export function seenIn(shown: Shown, user: string | null = null): string {
  if (shown.deleted) return '';
  const card = (user === null ? undefined : shown.views.get(user)) ?? shown.card;
  const words = shown.byBot && shown.plain !== true ? drawn(shown.text).words : unseenOut(shown.text);
  return [words, card === null ? '' : seen(card)].filter((part) => part !== '').join('\n');
}

/** What in a message would act when it is shown. */
export function actingIn({ byBot, text: said, plain, card }: Drawn): readonly string[] {
  if (!byBot) return [];
  const text = plain === true ? '' : said;
  const texts = card === null ? [] : textsOf(card);
  const mentions = card === null ? [] : list((card.msteams as Json | undefined)?.entities);
  return [
    ...[text, ...texts].flatMap((each) => drawn(each).acts),
    ...tagsIn(text),
    ...mentions.map((entity) => String(json(entity).text)),
  ];
}

type Drawn = Pick<Shown, 'byBot' | 'text' | 'plain' | 'card'>;

export interface Button {
  readonly label: string;
  readonly spoken: string;
  readonly action: Json;
}

/** The buttons of a card, in order. An old client draws the fallback of what it does not know. */
export function buttonsOf(card: Json, { old = false }: { old?: boolean } = {}): readonly Button[] {
  return actionsOf(card)
    .map((action) => (old && action.type === 'Action.Execute' ? action.fallback : action))
    .filter((action): action is Json => typeof action === 'object' && action !== null)
    .map((action) => ({ label: titleOf(action), spoken: unseenOut(textOr(action.tooltip)), action }));
}

/** Every action of a card, wherever in it. */
export function actionsOf(card: Json): readonly Json[] {
  return everyPart(card)
    .flatMap((part) => list(part.actions))
    .map(json);
}

/** Every input of a card, in order. */
export function inputsOf(card: Json): readonly Json[] {
  return everyPart(card).filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'));
}

/** The card and every element in it. */
export function everyPart(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(everyPart);
  if (typeof value !== 'object' || value === null) return [];
  const part = value as Json;
  const inside = ['body', 'items', 'columns', 'rows', 'cells', 'inlines', 'images', 'facts'];
  return [part, ...inside.flatMap((key) => everyPart(part[key]))];
}

function lineOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const part = json(value);
  if (part.isVisible === false) return '';
  switch (part.type) {
    case 'TextBlock':
      return drawn(String(part.text)).words;
    case 'TextRun':
      return String(part.text);
    case 'RichTextBlock':
      return unseenOut(list(part.inlines).map(lineOf).join(''));
    case 'FactSet':
      return lines(list(part.facts).map((fact) => `${factPart(fact, 'title')}: ${factPart(fact, 'value')}`));
    case 'TableRow':
      return list(part.cells).map(lineOf).join(' | ');
    case 'Table':
      return lines(list(part.rows).map(lineOf));
    case 'ColumnSet':
      return list(part.columns).map(lineOf).join(' ');
    case 'ActionSet':
      return buttonLine(list(part.actions));
    case 'Image':
      return textOr(part.altText);
    default:
      return String(part.type).startsWith('Input.') ? inputLine(part) : lines(list(part.items).map(lineOf));
  }
}

function inputLine(input: Json): string {
  const choices = list(input.choices).map((choice) => `○ ${titleOf(json(choice))}`);
  const value = input.type === 'Input.Text' && textOr(input.value) !== '' ? [`"${textOr(input.value)}"`] : [];
  const parts = [textOr(input.label), textOr(input.placeholder), ...choices, ...value].map(unseenOut);
  return parts.filter((part) => part !== '').join(' ');
}

function factPart(fact: unknown, key: 'title' | 'value'): string {
  return drawn(String(json(fact)[key])).words;
}

function buttonLine(actions: readonly unknown[]): string {
  return actions.map((action) => `[${titleOf(json(action))}]`).join(' ');
}

function titleOf(action: Json): string {
  return unseenOut(textOr(action.title));
}

function lines(all: readonly string[]): string {
  return all.filter((line) => line !== '').join('\n');
}

function textsOf(card: Json): readonly string[] {
  return everyPart(card).flatMap((part) => {
    if (part.type === 'TextBlock') return [String(part.text)];
    if (part.type === 'FactSet')
      return list(part.facts).flatMap((fact) => [String(json(fact).title), String(json(fact).value)]);
    return [];
  });
}

/**
 * A text as Teams draws it in a card: emphasis, links, dates and entities are read, a backslash takes a sign's meaning away;
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */
export function drawn(text: string): { words: string; acts: readonly string[] } {
  const acts: string[] = [];
  const kept: string[] = [];
  const keep = (sign: string): string => `\uE000${String(kept.push(sign) - 1)}\uE001`;
  const words = text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => keep(sign))
    .replace(/\{\{(?:DATE|TIME)\([^)]*\)\}\}/g, (macro) => (acts.push(macro), '(a date)'))
    .replace(/\[([^\]]*)\]\(([^)\s]*)\)/g, (all, label: string) => (acts.push(all), label))
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])([*_])(?=\S)(.+?)(?<=\S)\1(?![\w*])/g, '$2')
    .replace(/&(lt|gt|amp|quot|nbsp|#39);/g, (_, name: string) => keep(entities[name] ?? ''))
    .replace(/\uE000(\d+)\uE001/g, (_, index: string) => kept[Number(index)] ?? '');
  return { words: unseenOut(words), acts };
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};

/** The text of a message, unlike that of a card, is read as HTML too. */
function tagsIn(text: string): readonly string[] {
  return text.match(/<\/?[a-z][^>]*>/gi) ?? [];
}

/** Signs of no width, which keep others apart. */
function unseenOut(text: string): string {
  return text.replace(/[\u200B\u200C\u2060\uFEFF]/g, '');
}

function textOr(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

export function json(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
