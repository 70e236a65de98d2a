import { createHmac } from 'node:crypto';
import type { HuddleId, PersonId, RoundId } from '../../src/domain/ids.ts';
import type { OnePerson } from '../../src/domain/link.ts';
import type { PulseAnswer } from '../../src/domain/pulse.ts';
import type { KeptPulse } from '../../src/ports-kept.ts';
import type { PulseRecords } from '../../src/ports-records.ts';
import { fromJson, toJson } from '../json.ts';
import { offered, pick, query } from '../query.ts';
import type { PulseAnswerRow, PulseKeyRow, PulseResultRow } from '../schema.ts';
import type { Session } from '../session.ts';

const keyOf = query((db, { round }: { round: RoundId }) =>
  db.selectFrom('pulse_keys').selectAll().where('round', '=', round),
);
const addKey = query((db, row: PulseKeyRow) =>
  db.insertInto('pulse_keys').values(pick(row, ['round', 'huddle', 'key'])),
);
/**
 * Where several write at once: an answer changes the row of its round's key to what it was, so that of an answer and a
 * close one runs again. Else an answer could come into a round that is closing, and stay behind.
 */
const touchKey = query((db, { round }: { round: RoundId }) =>
  db
    .updateTable('pulse_keys')
    .set((eb) => ({ key: eb.ref('key') }))
    .where('round', '=', round),
);
const takeKey = query((db, { round }: { round: RoundId }) => db.deleteFrom('pulse_keys').where('round', '=', round));
const allKeys = query((db) => db.selectFrom('pulse_keys').selectAll().orderBy('round'));

const answerBy = query((db, { token }: { token: string }) =>
  db.selectFrom('pulse_answers').select(['picked', 'at']).where('token', '=', token),
);
const saveAnswer = query((db, row: PulseAnswerRow) =>
  db
    .insertInto('pulse_answers')
    .values(pick(row, ['token', 'round', 'picked', 'at']))
    .onConflict((taken) => taken.column('token').doUpdateSet(offered(['picked', 'at']))),
);
const takeAnswer = query((db, { token }: { token: string }) =>
  db.deleteFrom('pulse_answers').where('token', '=', token),
);
const takeAnswers = query((db, { round }: { round: RoundId }) =>
  db.deleteFrom('pulse_answers').where('round', '=', round),
);

const keep = query((db, row: PulseResultRow) =>
  db.insertInto('pulse_results').values(pick(row, ['round', 'huddle', 'result', 'monday'])),
);
const results = query((db, { huddle }: { huddle: HuddleId }) =>
  db.selectFrom('pulse_results').selectAll().where('huddle', '=', huddle).orderBy('round'),
);
const tell = query((db, { round, monday }: { round: RoundId; monday: string }) =>
  db.updateTable('pulse_results').set({ monday }).where('round', '=', round),
);

export function pulses(session: Session): PulseRecords {
  return {
    answer: async (round, person) => {
      const key = await keyOf.first(session, { round });
      return key === null ? null : answerOf(session, tokenOf(key, person));
    },
    save: async ({ option, at }, { round, huddle, person, key }) => {
      const known = await keyOf.first(session, { round });
      if (known === null) await addKey.run(session, { round, huddle, key });
      else await touchKey.run(session, { round });
      const token = tokenOf(known ?? { round, key }, person);
      await saveAnswer.run(session, { token, round, picked: option, at });
    },
    takeBack: async (huddle, person) => {
      for (const key of await allKeys.all(session, {})) {
        if (key.huddle === huddle) await takeAnswer.run(session, { token: tokenOf(key, person) });
      }
    },
    close: async (round, people) => {
      const key = await keyOf.first(session, { round });
      const picked: (number | null)[] = [];
      for (const person of people) {
        picked.push(key === null ? null : ((await answerOf(session, tokenOf(key, person)))?.option ?? null));
      }
      await takeAnswers.run(session, { round });
      if (key !== null) await writeOver(session, key);
      await takeKey.run(session, { round });
      return picked;
    },
    keep: async ({ round, huddle, result, monday }) => {
      await keep.run(session, { round, huddle, result: toJson(result), monday });
    },
    list: async (huddle) => (await results.all(session, { huddle })).map(toKeptPulse),
    told: async (rounds, monday) => {
      for (const round of rounds) await tell.run(session, { round, monday });
    },
  };
}

/**
 * SQLite overwrites what rows held, and leaves on their page where each one began: their order and, by their lengths, a
 * trace of what was picked. Rows that stand for nobody take those places, and go too: more than a huddle has people, so
 * that not even how many answered can be read there.
 */
async function writeOver(session: Session, key: PulseKeyRow): Promise<void> {
  const { round } = key;
  for (let at = 0; at < fillers; at++) {
    const token = tokenOf(key, `nobody ${String(at)}` as PersonId);
    await saveAnswer.run(session, { token, round, picked: null, at: '' });
  }
  await takeAnswers.run(session, { round });
}

const fillers = 40;

/** One way only: who has the key can try each person, and without it nobody can. */
function tokenOf({ round, key }: Pick<PulseKeyRow, 'round' | 'key'>, person: PersonId): string {
  return createHmac('sha256', key).update(`${round}\n${person}`).digest('hex');
}

async function answerOf(session: Session, token: string): Promise<PulseAnswer | null> {
  const row = await answerBy.first(session, { token });
  return row === null ? null : { option: row.picked, at: row.at };
}

function toKeptPulse({ round, huddle, result, monday }: PulseResultRow): KeptPulse {
  return { round, huddle, result: fromJson(result), monday };
}

/** Someone is forgotten: what they said to rounds that are open goes. Of closed ones nothing is known to be theirs. */
export async function forgetInPulses(session: Session, person: PersonId): Promise<void> {
  for (const key of await allKeys.all(session, {})) await takeAnswer.run(session, { token: tokenOf(key, person) });
}

/** Two people are one, and have one answer: the newest. */
export async function becomeInPulses(session: Session, { from, into }: OnePerson): Promise<void> {
  for (const key of await allKeys.all(session, {})) {
    const goes = await answerBy.first(session, { token: tokenOf(key, from) });
    if (goes === null) continue;
    const token = tokenOf(key, into);
    const stays = await answerBy.first(session, { token });
    await takeAnswer.run(session, { token: tokenOf(key, from) });
    if (stays === null || stays.at < goes.at) await saveAnswer.run(session, { token, round: key.round, ...goes });
  }
}
