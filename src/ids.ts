import { randomInt, randomUUID } from 'node:crypto';
import type { Ids } from './ports.ts';

/** Ids and lots from the machine's randomness. */
export const randomIds: Ids = {
  newId: () => randomUUID().replaceAll('-', '').slice(0, 20),
  shuffled: (list) => {
    const lot = [...list];
    for (let last = lot.length - 1; last > 0; last--) {
      const other = randomInt(last + 1);
      const moved = lot[last];
      const drawn = lot[other];
      if (moved === undefined || drawn === undefined) continue;
      lot[last] = drawn;
      lot[other] = moved;
    }
    return lot;
  },
  newCode: () => Array.from({ length: 8 }, () => signs.charAt(randomInt(signs.length))).join(''),
};

/** No two look or sound alike when read out, and with no vowel no word comes out: 21 signs, 35 bits in eight. */
const signs = 'CDFHJKMNPQRTVWXY34679';
