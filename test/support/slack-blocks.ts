/**
 * Slack's own check of blocks and views, as strict as its documentation reads: unknown properties, empty texts and
 * everything past a limit are refused. Written from https://docs.slack.dev/reference/block-kit, not from our limits.
 */
type Json = Readonly<Record<string, unknown>>;
type Surface = 'message' | 'modal';

/** Why Slack would refuse these blocks, or null. */
export function blocksProblem(blocks: unknown, surface: Surface): string | null {
  return attempt(() => {
    checkBlocks(blocks, surface);
  });
}

/** Why Slack would refuse this modal, or null. */
export function viewProblem(view: unknown): string | null {
  return attempt(() => {
    const keys = [
      'type',
      'title',
      'blocks',
      'submit',
      'close',
      'private_metadata',
      'callback_id',
      'clear_on_close',
      'notify_on_close',
      'external_id',
    ];
    const modal = object(view, 'view', keys);
    need(modal.type === 'modal', 'view.type must be modal');
    plainText(modal.title, 'view.title', 24);
    if (modal.submit !== undefined) plainText(modal.submit, 'view.submit', 24);
    if (modal.close !== undefined) plainText(modal.close, 'view.close', 24);
    if (modal.private_metadata !== undefined) string(modal.private_metadata, 'view.private_metadata', 3000, 0);
    if (modal.callback_id !== undefined) string(modal.callback_id, 'view.callback_id', 255, 0);
    const blocks = checkBlocks(modal.blocks, 'modal');
    const asks = blocks.some((block) => block.type === 'input');
    need(!asks || modal.submit !== undefined, 'a view with inputs needs submit');
  });
}

/** Every text that Slack reads for control sequences, and every element that acts by itself. */
export function acting(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(acting);
  if (typeof value !== 'object' || value === null) return [];
  const here = value as Json;
  if (here.type === 'mrkdwn') return controls(String(here.text));
  const acts = ['user', 'usergroup', 'channel', 'broadcast'].includes(String(here.type)) ? [String(here.type)] : [];
  return [...acts, ...Object.values(here).flatMap(acting)];
}

/** The control sequences in a text, as Slack would read them. */
export function controls(text: string): readonly string[] {
  return text.match(/<[^<>]*>/g) ?? [];
}

class Refused extends Error {}

function attempt(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}

function need(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Refused(otherwise);
}

function checkBlocks(value: unknown, surface: Surface): readonly Json[] {
  need(Array.isArray(value), 'blocks must be a list');
  const most = surface === 'modal' ? 100 : 50;
  need(value.length > 0 && value.length <= most, `blocks: 1 to ${String(most)}, not ${String(value.length)}`);
  const blocks = value.map((block, index) => checkBlock(block, `blocks/${String(index)}`, surface));
  unique(
    blocks.map(({ block_id: id }) => id),
    'block_id',
  );
  need(surface === 'modal' || textLength(blocks) <= 13_000, 'msg_blocks_too_long');
  return blocks;
}

function checkBlock(value: unknown, at: string, surface: Surface): Json {
  const { type } = object(value, at);
  switch (type) {
    case 'divider':
      return named(object(value, at, ['type', 'block_id']), at);
    case 'header': {
      const block = object(value, at, ['type', 'block_id', 'text']);
      plainText(block.text, `${at}/text`, 150);
      return named(block, at);
    }
    case 'rich_text': {
      const block = object(value, at, ['type', 'block_id', 'elements']);
      list(block.elements, `${at}/elements`, 1).forEach((element, index) => {
        richText(element, `${at}/elements/${String(index)}`);
      });
      return named(block, at);
    }
    case 'actions':
      return checkActions(object(value, at, ['type', 'block_id', 'elements']), at);
    case 'section': {
      const block = object(value, at, ['type', 'block_id', 'text', 'fields']);
      need(block.text !== undefined || block.fields !== undefined, `${at}: text or fields`);
      if (block.text !== undefined) anyText(block.text, `${at}/text`, 3000);
      if (block.fields !== undefined)
        list(block.fields, `${at}/fields`, 1, 10).forEach((field) => {
          anyText(field, `${at}/fields`, 2000);
        });
      return named(block, at);
    }
    case 'input':
      need(surface === 'modal', `${at}: input is for modals here`);
      return checkInput(
        object(value, at, ['type', 'block_id', 'label', 'element', 'hint', 'optional', 'dispatch_action']),
        at,
      );
    default:
      throw new Refused(`${at}: unsupported type ${String(type)}`);
  }
}

function checkActions(block: Json, at: string): Json {
  const elements = list(block.elements, `${at}/elements`, 1, 25).map((element, index) =>
    button(element, `${at}/elements/${String(index)}`),
  );
  unique(
    elements.map(({ action_id: id }) => id),
    `${at}: action_id`,
  );
  return named(block, at);
}

function button(value: unknown, at: string): Json {
  const element = object(value, at, [
    'type',
    'action_id',
    'text',
    'value',
    'style',
    'accessibility_label',
    'url',
    'confirm',
  ]);
  need(element.type === 'button', `${at}: only buttons here`);
  string(element.action_id, `${at}/action_id`, 255);
  plainText(element.text, `${at}/text`, 75);
  if (element.value !== undefined) string(element.value, `${at}/value`, 2000);
  if (element.accessibility_label !== undefined) string(element.accessibility_label, `${at}/accessibility_label`, 75);
  need(element.style === undefined || element.style === 'primary' || element.style === 'danger', `${at}/style`);
  return element;
}

function checkInput(block: Json, at: string): Json {
  plainText(block.label, `${at}/label`, 2000);
  if (block.hint !== undefined) plainText(block.hint, `${at}/hint`, 2000);
  need(block.optional === undefined || typeof block.optional === 'boolean', `${at}/optional`);
  const element = object(block.element, `${at}/element`);
  string(element.action_id, `${at}/element/action_id`, 255);
  checkElement(element, `${at}/element`);
  return named(block, at);
}

function checkElement(element: Json, at: string): void {
  switch (element.type) {
    case 'plain_text_input':
      object(element, at, [
        'type',
        'action_id',
        'multiline',
        'max_length',
        'min_length',
        'initial_value',
        'placeholder',
      ]);
      if (element.max_length !== undefined)
        need(Number(element.max_length) >= 1 && Number(element.max_length) <= 3000, `${at}/max_length`);
      if (element.initial_value !== undefined)
        string(element.initial_value, `${at}/initial_value`, Number(element.max_length ?? 3000));
      return;
    case 'radio_buttons':
      options(object(element, at, ['type', 'action_id', 'options', 'initial_option']), at, 10);
      return;
    case 'static_select':
      options(object(element, at, ['type', 'action_id', 'options', 'initial_option', 'placeholder']), at, 100);
      return;
    case 'users_select':
      object(element, at, ['type', 'action_id', 'initial_user', 'placeholder']);
      return;
    case 'multi_users_select':
      object(element, at, ['type', 'action_id', 'initial_users', 'max_selected_items', 'placeholder']);
      need(
        element.max_selected_items === undefined || Number(element.max_selected_items) >= 1,
        `${at}/max_selected_items`,
      );
      return;
    case 'datepicker':
      object(element, at, ['type', 'action_id', 'initial_date', 'placeholder']);
      if (element.initial_date !== undefined)
        need(/^\d{4}-\d\d-\d\d$/.test(string(element.initial_date, `${at}/initial_date`, 10)), `${at}/initial_date`);
      return;
    default:
      throw new Refused(`${at}: unsupported element ${String(element.type)}`);
  }
}

function options(element: Json, at: string, most: number): void {
  const all = list(element.options, `${at}/options`, 1, most).map((value) => {
    const option = object(value, `${at}/options`, ['text', 'value', 'description']);
    anyText(option.text, `${at}/options/text`, 75);
    string(option.value, `${at}/options/value`, 150);
    return JSON.stringify(option);
  });
  const initial = element.initial_option;
  need(initial === undefined || all.includes(JSON.stringify(initial)), `${at}/initial_option is none of the options`);
}

function richText(value: unknown, at: string): void {
  const { type } = object(value, at);
  switch (type) {
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      list(object(value, at, ['type', 'elements', 'border']).elements, at, 1).forEach((element) => {
        richElement(element, at);
      });
      return;
    case 'rich_text_list': {
      const items = object(value, at, ['type', 'elements', 'style', 'indent', 'offset', 'border']);
      need(items.style === 'bullet' || items.style === 'ordered', `${at}/style`);
      list(items.elements, at, 1).forEach((element) => {
        need(object(element, at).type === 'rich_text_section', `${at}: a list holds sections`);
        richText(element, at);
      });
      return;
    }
    default:
      throw new Refused(`${at}: unsupported rich text ${String(type)}`);
  }
}

function richElement(value: unknown, at: string): void {
  const { type } = object(value, at);
  if (type === 'text') {
    const element = object(value, at, ['type', 'text', 'style']);
    string(element.text, `${at}/text`, 12_000);
    style(element.style, at);
  } else if (type === 'link') {
    const element = object(value, at, ['type', 'url', 'text', 'unsafe', 'style']);
    need(/^(https?:\/\/|mailto:)\S+$/i.test(string(element.url, `${at}/url`, 3000)), `${at}/url`);
    if (element.text !== undefined) string(element.text, `${at}/text`, 12_000);
    style(element.style, at);
  } else {
    need(
      ['user', 'usergroup', 'channel', 'broadcast', 'emoji', 'date', 'color'].includes(String(type)),
      `${at}: ${String(type)}`,
    );
  }
}

function style(value: unknown, at: string): void {
  if (value !== undefined) object(value, `${at}/style`, ['bold', 'italic', 'strike', 'code', 'underline']);
}

function object(value: unknown, at: string, keys?: readonly string[]): Json {
  need(typeof value === 'object' && value !== null && !Array.isArray(value), `${at} must be an object`);
  const extra = keys && Object.keys(value).find((key) => !keys.includes(key));
  need(extra === undefined, `${at}: invalid additional property ${String(extra)}`);
  return value as Json;
}

function list(value: unknown, at: string, least: number, most = Infinity): readonly unknown[] {
  need(Array.isArray(value), `${at} must be a list`);
  need(
    value.length >= least && value.length <= most,
    `${at}: ${String(least)} to ${String(most)}, not ${String(value.length)}`,
  );
  return value;
}

function string(value: unknown, at: string, most: number, least = 1): string {
  need(typeof value === 'string', `${at} must be text`);
  need(value.length >= least, `${at} must be more than ${String(least - 1)} characters`);
  need(value.length <= most, `${at} must be less than ${String(most + 1)} characters`);
  return value;
}

function plainText(value: unknown, at: string, most: number): void {
  const text = object(value, at, ['type', 'text', 'emoji']);
  need(text.type === 'plain_text', `${at} must be plain_text`);
  string(text.text, `${at}/text`, most);
}

function anyText(value: unknown, at: string, most: number): void {
  const text = object(value, at, ['type', 'text', 'emoji', 'verbatim']);
  need(text.type === 'plain_text' || text.type === 'mrkdwn', `${at}/type`);
  string(text.text, `${at}/text`, most);
}

function named(block: Json, at: string): Json {
  if (block.block_id !== undefined) string(block.block_id, `${at}/block_id`, 255);
  return block;
}

function unique(ids: readonly unknown[], what: string): void {
  const given = ids.filter((id) => id !== undefined);
  need(new Set(given).size === given.length, `${what} must be unique`);
}

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + textLength(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, each]) => {
    const own = (key === 'text' || key === 'url') && typeof each === 'string' ? each.length : 0;
    return sum + own + textLength(each);
  }, 0);
}
