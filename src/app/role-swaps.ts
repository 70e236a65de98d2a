import { withOwnChoice } from '../domain/own-choice.ts';
import { newsMessage } from '../messages/people.ts';
import type { Reply } from '../ports.ts';
import { roleSwapWords as words } from '../words/en/role-swaps.ts';
import type { MemberContext } from './context.ts';
import { answer } from './people-reply.ts';

/** Saved with the person's own yeses and nowhere else: no event, no note, nobody is told. */
export async function chooseSwaps(yes: boolean, context: MemberContext): Promise<Reply> {
  const { records, member, huddle, now } = context;
  await records.members.save(withOwnChoice(member, { to: 'role-swaps', yes, at: now }));
  const notYet = yes && huddle.roleSwaps !== true ? [words.notInHuddle(huddle.name)] : [];
  return answer(context, newsMessage(huddle, [words.saved[yes ? 'on' : 'off'], ...notYet]));
}
