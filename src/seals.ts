import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Seals } from './ports-guests.ts';

/** Seals by HMAC-SHA256 with the operator's secret. */
export function createSeals(secret: string): Seals {
  const mark = (purpose: string, text: string): string =>
    createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url');
  return {
    seal: (purpose, text) => `${text}.${mark(purpose, text)}`,
    open: (purpose, sealed) => {
      const parting = sealed.lastIndexOf('.');
      const text = sealed.slice(0, Math.max(parting, 0));
      const given = Buffer.from(sealed.slice(parting + 1));
      const right = Buffer.from(mark(purpose, text));
      // The length of a mark is no secret. What it holds is compared in the same time for each wrong one.
      return parting > 0 && given.length === right.length && timingSafeEqual(given, right) ? text : null;
    },
  };
}
