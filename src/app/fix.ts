import { mayCorrect } from '../domain/commitment-make.ts';
import { takesPart } from '../domain/huddle.ts';
import type { Action, Document } from '../messages/document.ts';
import { fixMessage } from '../messages/rights.ts';
import { commonWords } from '../words/en/common.ts';
import { rightsWords as words } from '../words/en/rights.ts';
import type { MemberContext } from './context.ts';
import { coordinatorNames } from './coordinators.ts';

/** More buttons would hide the others. */
const mostPromises = 3;

/** What can be put right at once, each with the form that does it. */
export async function fix(context: MemberContext): Promise<Document> {
  const { huddle, member } = context;
  const own: readonly Action[] = [
    { action: 'me-change', subject: `${huddle.id}/name`, label: words.fixName, opens: 'form' },
    ...(takesPart(member)
      ? [{ action: 'me-change', subject: `${huddle.id}/group`, label: words.fixGroup, opens: 'form' as const }]
      : []),
  ];
  const helper = commonWords.thoseWhoRunIt(await coordinatorNames(context));
  const more = takesPart(member) ? [...(await lastAnswer(context)), ...(await promises(context))] : [];
  return fixMessage([...own, ...more], helper);
}

async function lastAnswer({ records, huddle, person }: MemberContext): Promise<readonly Action[]> {
  for (const round of await records.rounds.recent(huddle.id, 5)) {
    const response = await records.rounds.response(round.id, person.id);
    if (response?.answer == null || round.status === 'waiting') continue;
    const action = round.status === 'open' ? 'answer' : 'add-late';
    return [{ action, subject: round.id, label: words.fixAnswer, opens: 'form' }];
  }
  return [];
}

/** A slip is put right at once; later a change needs a yes from both sides. */
async function promises({ records, huddle, person, now }: MemberContext): Promise<readonly Action[]> {
  const all = await records.promises.list(huddle.id);
  const theirs = all.filter(({ owners, state }) => owners.includes(person.id) && state.status === 'open');
  return theirs.slice(-mostPromises).map((promise) => ({
    action: mayCorrect(promise, { at: now, by: person.id }) ? 'promise-correct' : 'promise-change',
    subject: `${huddle.id}/${String(promise.number)}`,
    label: words.fixPromise(promise.number),
    opens: 'form' as const,
  }));
}
