import { readLibrary } from '../domain/prompts.ts';
import library from './prompts.en.json' with { type: 'json' };

/** Every question there is in English. */
export const promptLibrary = readLibrary(library);
