import { readWorries } from '../domain/worry.ts';
import worries from './worrying.en.json' with { type: 'json' };

/** Whether an English text may tell of danger. The list is to be looked at by a clinical lead before real people use it. */
export const mayBeInDanger = readWorries(worries);
