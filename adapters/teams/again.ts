import type { Block, Field, Form } from '../../src/messages/document.ts';
import type { FormValues } from '../../src/ports.ts';
import { isObject } from './payload.ts';

/**
 * The form that a dialog carried, with what was typed in it; null when it carried none. What came back is only ever
 * drawn for whoever sent it, so it is enough to know that it can be drawn.
 */
export function readAgain(json: string | null, values: FormValues): Form | null {
  const form = json === null ? null : parse(json);
  return isForm(form) ? { ...form, fields: form.fields.map((field) => filled(field, values[field.name])) } : null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Not written by us.
    return null;
  }
}

function filled(field: Field, value: string | readonly string[] | undefined): Field {
  if (value === undefined) return field;
  if (field.kind === 'people') return { ...field, value: typeof value === 'string' ? [value] : value };
  return typeof value === 'string' ? { ...field, value } : field;
}

function isForm(form: unknown): form is Form {
  return (
    isObject(form) &&
    areTexts(form, ['form', 'subject', 'title', 'submit', 'cancel']) &&
    isListOf(form.intro, isBlock) &&
    isListOf(form.fields, isField)
  );
}

function isField(field: unknown): field is Field {
  if (!isObject(field) || !areTexts(field, ['name', 'label'])) return false;
  if (field.hint !== undefined && typeof field.hint !== 'string') return false;
  switch (field.kind) {
    case 'text':
    case 'date':
      return field.value === undefined || typeof field.value === 'string';
    case 'choice':
      return isListOf(field.options, (option) => isObject(option) && areTexts(option, ['value', 'label']));
    case 'people':
      return typeof field.most === 'number' && (field.value === undefined || isListOf(field.value, isText));
    default:
      return false;
  }
}

function isBlock(block: unknown): block is Block {
  if (!isObject(block)) return false;
  switch (block.kind) {
    case 'divider':
      return true;
    case 'heading':
      return isText(block.text);
    case 'quote':
      return isText(block.text) && (block.from === null || isText(block.from));
    case 'paragraph':
      return isRich(block.content);
    case 'list':
      return isListOf(block.items, isRich);
    case 'fields':
      return isListOf(block.fields, (each) => isObject(each) && areTexts(each, ['name', 'value']));
    case 'table':
      return isListOf(block.head, isText) && isListOf(block.rows, (row) => isListOf(row, isText));
    case 'actions':
      return isListOf(
        block.actions,
        (each) =>
          isObject(each) &&
          areTexts(each, ['action', 'subject', 'label']) &&
          (each.spoken === undefined || isText(each.spoken)),
      );
    default:
      return false;
  }
}

function isRich(content: unknown): boolean {
  return isListOf(
    content,
    (inline) => isObject(inline) && isText(inline.text) && (inline.kind !== 'link' || isText(inline.url)),
  );
}

function isListOf(value: unknown, is: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}

function areTexts(of: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  return keys.every((key) => isText(of[key]));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
