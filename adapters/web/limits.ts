/** The browser's own platform has few limits: these keep pages small and a pasted book from filling the disk. */

/** Bytes of a posted page. Beyond it nothing is read. */
export const bodyBytes = 64 * 1024;
/** Bytes that are still taken in, and thrown away, so that the browser shows the answer and not a broken connection. */
export const drainBytes = 4 * 1024 * 1024;
/** Letters of one typed message. */
export const typedLetters = 4_000;
/** Messages on one page, so that it stays under 60 KB on pay-as-you-go data. */
export const messagesOnPage = 15;
/** The newest messages that the room looks back on. */
export const messagesKeptInSight = 2_000;
/** Forms that are open at once; the oldest is forgotten first. */
export const openForms = 500;
/** How long a page waits for what its act set off, before it is shown without. */
export const settleMs = 3_000;
/** How far the rehearsal's clock may be moved in one go: every due moment on the way is visited. */
export const longestMoveDays = 800;
