import type { GuestProblemCode } from '../../src/words/en/guest-pages.ts';
import type { ProblemCode } from '../../src/words/en/web.ts';

/** A page that cannot be shown, or an act that is not taken. The code names its words. */
export class PageProblem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  constructor(code: ProblemCode) {
    super(`page problem: ${code}`);
    this.name = 'PageProblem';
    this.code = code;
    this.status = statuses[code];
  }
}

/** The same, on the pages for guests. */
export class GuestProblem extends Error {
  readonly code: GuestProblemCode;
  readonly status: number;
  constructor(code: GuestProblemCode) {
    super(`guest page problem: ${code}`);
    this.name = 'GuestProblem';
    this.code = code;
    this.status = guestStatuses[code];
  }
}

const guestStatuses: Readonly<Record<GuestProblemCode, number>> = {
  closed: 403,
  'no-link': 404,
  'not-found': 404,
  'too-long': 413,
  'not-from-here': 403,
  'old-page': 400,
  broken: 500,
};

/** A call of the rehearsal's own interface that cannot be understood (400) or carried out (409). */
export class CallRefused extends Error {
  readonly status: 400 | 409;
  constructor(status: 400 | 409, message: string) {
    super(message);
    this.name = 'CallRefused';
    this.status = status;
  }
}

const statuses: Readonly<Record<ProblemCode, number>> = {
  'not-found': 404,
  'no-such-method': 405,
  'too-long': 413,
  'not-from-here': 403,
  'wrong-address': 421,
  'not-ready': 503,
  'old-page': 400,
  'no-room': 404,
  broken: 500,
};
