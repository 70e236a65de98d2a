import type { Field } from '../../src/messages/document.ts';

/** A posted field's name says whether it holds one text or a list. */
export function fieldName(field: Field): string {
  return `${field.kind === 'people' ? 'l' : 'v'}.${field.name}`;
}

/** The first box or button of a field, for the links of the summary. */
export function fieldId(field: Field): string {
  return `field-${field.name}`;
}
