import { theirs } from '../../support/readability.ts';

/* The most that can stand in each gap of a sentence. */

/** A person's name. */
export const name = theirs;
/** A huddle's name, a role's, a promise's own words: whatever people wrote. */
export const own = theirs;
/** A question of the library or of a coordinator, with its own mark at the end. */
export const question = `${theirs}?`;
export const twoNames = [theirs, theirs] as const;
export const day = 'Wednesday 29 September';
export const shortDay = '29 September';
export const dayAndTime = 'Wednesday 29 September at 10:30pm';
/** The same moment for sentences that say the time themselves. */
export const instant = '2027-09-29T21:30:00.000Z';
export const date = '2027-09-29';
export const zone = 'Europe/London';
export const many = 30;
/** The longest words for a side, and "3 people" beside it. */
export const side = 'People who use the service, and carers';
export const threePeople = '30 people';
/** When the question comes, and when the digest does. */
export const schedule = 'every other Monday, Wednesday and Friday at 10:30am';
export const weekly = 'every Wednesday at 10:30am';
