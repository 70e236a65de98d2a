import { mayUse } from '../domain/permissions.ts';
import { notIn } from '../messages/help.ts';
import { notAllowed } from '../messages/people.ts';
import type { Reply } from '../ports.ts';
import type { Context } from './context.ts';

/** To someone who takes no part here: whether nobody invited them, or they have not said yes, said no or left. */
export function outside(context: Context): Reply {
  const refusal = mayUse('member', context);
  return { kind: 'private', document: refusal === null ? notIn(context.huddle) : notAllowed(refusal) };
}
